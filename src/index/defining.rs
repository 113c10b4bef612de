//! What a passage tells the meaning of: the subject of its document or section, of an entry ("Lock:
//! a chamber that ..."), or of a sentence that opens as definitions do ("A lock is a chamber that ...").
//!
//! Each is one word of what the passage is searched by, made of the subject's stems: so the few
//! passages that say what a thing is are found among the thousands that only speak of it.

use crate::corpus::BlockKind;
use crate::language::Language;
use crate::language::analyser::{self, Token, gap};

/// What stands before the stems of a subject, and between them.
const MARK: char = '=';
/// No subject has more words that say something.
const LONGEST: usize = 4;
/// What stands between an entry and its meaning.
const SEPARATORS: [&str; 4] = [": ", " - ", " – ", " — "];
/// After these verbs alone a meaning follows.
const MEANING: [&str; 6] = ["means", "mean", "refers", "refer", "stands", "denotes"];
/// After these, one follows that begins with one of [`OPENING`].
const BEING: [&str; 4] = ["is", "are", "was", "were"];
const OPENING: [&str; 12] = [
    "a",
    "an",
    "the",
    "one",
    "any",
    "used",
    "where",
    "when",
    "what",
    "how",
    "short",
    "essentially",
];

/// The word for a subject of these stems; `None` where they are none, or more than a subject has.
pub(crate) fn subject<'s>(stems: impl IntoIterator<Item = &'s str>) -> Option<String> {
    let mut word = String::new();
    let mut count = 0;
    for stem in stems {
        word.push(MARK);
        word.push_str(stem);
        count += 1;
    }
    (1..=LONGEST).contains(&count).then_some(word)
}

/// Whether a word stands for a subject.
pub(super) fn is_subject(word: &str) -> bool {
    word.starts_with(MARK)
}

/// The words for what a title or a heading is about: "`-t`, `--tide=HOURS`" names one thing twice, and
/// `moor(boat, rope)` what it is given, too.
pub(crate) fn of_heading(heading: &str, language: Language) -> Vec<String> {
    const GIVEN: [char; 5] = ['=', '(', '[', '<', '{'];
    let name = |part: &'_ str| -> Option<String> {
        let tokens = analyser::analyse_in(part, language);
        of_tokens(tokens.iter(), language)
    };
    let bare = |part: &str| {
        let end = part.find(GIVEN).filter(|end| *end > 0);
        name(&part[..end.unwrap_or(part.len())])
    };
    let mut names: Vec<String> = name(heading).into_iter().collect();
    names.extend(heading.split([',', '|']).filter_map(bare));
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether a sentence of so many words tells something of what stands above it, as running text does
/// and "Since: version 2" does not.
pub(crate) fn tells(kind: BlockKind, reading: &str, words: usize) -> bool {
    const FEWEST: usize = 3;
    const FEW: usize = 8;
    let is_label = words <= FEW && reading.contains(": ");
    kind == BlockKind::Paragraph && words >= FEWEST && !is_label
}

/// What opens an entry: "Heron" of "Heron: the oldest ferry".
pub(crate) fn term(reading: &str) -> Option<&str> {
    let ends = SEPARATORS.iter().filter_map(|it| reading.find(it));
    ends.min().map(|end| &reading[..end])
}

/// The words for what a sentence tells the meaning of: a long name and the short one behind it in
/// brackets are two.
pub(crate) fn of_sentence(reading: &str, tokens: &[Token], language: Language) -> Vec<String> {
    let plain: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
    let entry = term(reading).map_or(0, |term| {
        plain.partition_point(|token| token.span.end <= term.len())
    });
    let is_told = |&at: &usize| language.is_english() && is_followed_by_meaning(&plain, at);
    let mut opening = 1..plain.len().min(2 * LONGEST + 1);
    let ends = [opening.find(is_told), Some(entry).filter(|&end| end > 0)];
    let length = ends.into_iter().flatten().min();
    let Some(length) = length else {
        return Vec::new();
    };
    let mut is_inside = false;
    let (mut long, mut short) = (Vec::new(), Vec::new());
    for (at, &token) in plain[..length].iter().enumerate() {
        let before = gap(reading, &plain, at, |token| token.span);
        is_inside = (is_inside && !before.contains(')')) || before.contains('(');
        if is_inside {
            short.push(token);
        } else {
            long.push(token);
        }
    }
    // "The draught of a boat is the depth of its keel": of any boat.
    let of_any = long
        .windows(2)
        .position(|pair| pair[0].word == "of" && matches!(pair[1].word.as_str(), "a" | "an"));
    let head = of_any.filter(|of| *of > 0 && language.is_english());
    let head = head.and_then(|of| of_tokens(long[..of].iter().copied(), language));
    let words = [long, short].map(|part| of_tokens(part.into_iter(), language));
    words.into_iter().flatten().chain(head).collect()
}

fn is_followed_by_meaning(words: &[&Token], at: usize) -> bool {
    let is_one_of = |at: usize, list: &[&str]| {
        let word = words.get(at).map(|token| token.word.as_str());
        word.is_some_and(|word| list.contains(&word))
    };
    is_one_of(at, &MEANING) || (is_one_of(at, &BEING) && is_one_of(at + 1, &OPENING))
}

fn of_tokens<'t>(tokens: impl Iterator<Item = &'t Token>, language: Language) -> Option<String> {
    let plain: Vec<&Token> = tokens.filter(|token| !token.compound).collect();
    let says = |token: &&&Token| !token.is_stop_word();
    let stem = |token: &&Token| language.term(&token.word);
    let mut stems: Vec<String> = plain.iter().filter(says).map(stem).collect();
    if stems.is_empty() {
        // The name of an option may be a word that says little: "--only".
        stems = plain.iter().map(stem).collect();
    }
    subject(stems.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyser::analyse;

    fn defined(sentence: &str) -> Vec<String> {
        of_sentence(sentence, &analyse(sentence), Language::ENGLISH)
    }

    #[test]
    fn a_sentence_that_opens_as_definitions_do_tells_its_subject() {
        for (sentence, wanted) in [
            ("A lock is a chamber with two gates.", &["=lock"][..]),
            ("Locks are the chambers of a canal.", &["=lock"]),
            ("The tide gate means a door.", &["=tide=gate"]),
            (
                "The World Ferry Union (WFU) is the union of all.",
                &["=world=ferri=union", "=wfu"],
            ),
            (
                "The draught of a boat is the depth of its keel.",
                &["=draught=boat", "=draught"],
            ),
            ("The mayor of Lorne is the owner.", &["=mayor=lorn"]),
            ("Lock: a chamber with two gates.", &["=lock"]),
            ("WFU – World Ferry Union", &["=wfu"]),
        ] {
            assert_eq!(defined(sentence), wanted, "{sentence}");
        }
    }

    #[test]
    fn a_heading_names_what_it_is_about_and_not_what_that_is_given() {
        for (heading, wanted) in [
            ("The tide gate", &["=tide=gate"][..]),
            (
                "-t, --tide-gate=HOURS",
                &["=t", "=t=tide=gate=hour", "=tide=gate"],
            ),
            ("moor(boat, rope)", &["=moor", "=moor=boat=rope", "=rope"]),
            ("(1)", &["=1"]),
            ("--only", &["=onli"]),
        ] {
            assert_eq!(of_heading(heading, Language::ENGLISH), wanted, "{heading}");
        }
    }

    #[test]
    fn running_text_tells_and_labels_and_items_do_not() {
        let text = "Waits until the tide has turned.";
        assert!(tells(BlockKind::Paragraph, text, 6));
        assert!(!tells(BlockKind::Item, text, 6));
        assert!(!tells(BlockKind::Paragraph, "Stability: 2 - Stable", 3));
        assert!(!tells(BlockKind::Paragraph, "Deprecated.", 1));
    }

    #[test]
    fn a_sentence_that_says_something_of_its_subject_tells_none() {
        for sentence in [
            "The lock is open.",
            "The lock was built by the union.",
            "In the winter of that very cold year the lock was a danger to the boats.",
            "It opens at nine.",
        ] {
            assert_eq!(defined(sentence), [] as [&str; 0], "{sentence}");
        }
    }
}
