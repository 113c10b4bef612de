//! What a passage tells the meaning of: the subject of its document or section, of an entry ("Lock:
//! a chamber that ..."), or of a sentence that opens as definitions do ("A lock is a chamber that ...").
//!
//! Each is one word of what the passage is searched by, made of the subject's stems: so the few
//! passages that say what a thing is are found among the thousands that only speak of it.

use crate::language::Language;
use crate::language::analyser::{Token, gap};

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

/// The word for what a title or a heading is about.
pub(crate) fn of_heading(tokens: &[Token], language: Language) -> Option<String> {
    of_tokens(tokens.iter(), language)
}

/// The words for what a sentence tells the meaning of: a long name and the short one behind it in
/// brackets are two.
pub(crate) fn of_sentence(reading: &str, tokens: &[Token], language: Language) -> Vec<String> {
    let plain: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
    let entry = SEPARATORS
        .iter()
        .filter_map(|separator| reading.find(separator));
    let entry = entry.min().map_or(0, |end| {
        plain.partition_point(|token| token.span.end <= end)
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
        let before = gap(reading, &plain, at);
        is_inside = (is_inside && !before.contains(')')) || before.contains('(');
        if is_inside {
            short.push(token);
        } else {
            long.push(token);
        }
    }
    let words = [long, short].map(|part| of_tokens(part.into_iter(), language));
    words.into_iter().flatten().collect()
}

fn is_followed_by_meaning(words: &[&Token], at: usize) -> bool {
    let is_one_of = |at: usize, list: &[&str]| {
        let word = words.get(at).map(|token| token.word.as_str());
        word.is_some_and(|word| list.contains(&word))
    };
    is_one_of(at, &MEANING) || (is_one_of(at, &BEING) && is_one_of(at + 1, &OPENING))
}

fn of_tokens<'t>(tokens: impl Iterator<Item = &'t Token>, language: Language) -> Option<String> {
    let says = tokens.filter(|token| !token.compound && !token.is_stop_word());
    let stems: Vec<String> = says.map(|token| language.term(&token.word)).collect();
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
            ("Lock: a chamber with two gates.", &["=lock"]),
            ("WFU – World Ferry Union", &["=wfu"]),
        ] {
            assert_eq!(defined(sentence), wanted, "{sentence}");
        }
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
