//! The places where a sentence may end, as proposed by three sources.

use std::collections::BTreeMap;

use super::citations;
use super::language::Language;
use super::marks::{is_closing, is_opening, is_opening_bracket, is_terminator, is_wide_terminator};
use super::unicode;

/// Most bytes given to sentencex at once: its time is quadratic where quotation marks stay open.
const PIECE: usize = 8 * 1024;

/// Who proposes a place.
#[derive(Clone, Copy, Default)]
pub(super) struct Proposed {
    /// sentencex, which knows abbreviations and names.
    pub sentencex: bool,
    /// The rules of Unicode Standard Annex #29, which know only marks and letter case.
    pub unicode: bool,
}

/// All places proposed, as byte offsets of the text: after some character that is not white space.
/// Neither end of the text is one.
pub(super) fn candidates(text: &str, language: &Language) -> BTreeMap<usize, Proposed> {
    let mut candidates: BTreeMap<usize, Proposed> = BTreeMap::new();
    let mut propose = |proposed: usize, by_sentencex: bool, by_unicode: bool| {
        let at = settle(text, proposed);
        if at > 0 && at < text.len() {
            let by = candidates.entry(at).or_default();
            by.sentencex |= by_sentencex;
            by.unicode |= by_unicode;
        }
    };
    let mut start = 0;
    while start < text.len() {
        let piece = &text[start..start + piece_length(&text[start..])];
        for end in language.sentence_ends(piece) {
            // That a piece ends says nothing of the sentence.
            if end < piece.len() {
                propose(start + end, true, false);
            }
        }
        start += piece.len();
    }
    for at in unicode::sentence_ends(text) {
        propose(at, false, true);
    }
    for at in overlooked(text) {
        propose(at, false, false);
    }
    candidates
}

/// Length of the piece of the text to give to sentencex first: up to the last white space after
/// a terminator that fits, or else the last white space, or else as much as fits.
fn piece_length(text: &str) -> usize {
    if text.len() <= PIECE {
        return text.len();
    }
    let fitting = &text[..text.floor_char_boundary(PIECE)];
    let ends_of_words = || {
        let spaces = fitting.rmatch_indices(char::is_whitespace);
        spaces.map(|(at, _)| at).filter(|&at| at > 0)
    };
    let ends_sentence = |&at: &usize| {
        let unquoted = fitting[..at].trim_end_matches(is_closing);
        unquoted.ends_with(is_terminator)
    };
    ends_of_words()
        .find(ends_sentence)
        .or_else(|| ends_of_words().next())
        .unwrap_or(fitting.len())
}

/// Moves a proposed place to where the sentence's last mark ends: back over white space and over
/// marks that open the next sentence, and forward over quotation marks set off by a space
/// (« Non ! »).
fn settle(text: &str, proposed: usize) -> usize {
    let mut at = text[..proposed].trim_end().len();
    while let Some(length) = length_of_opening(&text[..at], &text[at..]) {
        at = text[..at - length].trim_end().len();
    }
    let visible = text[at..].trim_start();
    let unquoted = visible.trim_start_matches(['»', '”', '›']);
    // Before a letter, » opens, as in German books.
    let is_closed = unquoted.len() < visible.len() && !unquoted.starts_with(char::is_alphanumeric);
    if is_closed {
        text.len() - unquoted.len()
    } else {
        at
    }
}

/// Bytes of the mark at the end of `before`, if it opens what comes after.
fn length_of_opening(before: &str, after: &str) -> Option<usize> {
    let mark = before.chars().next_back()?;
    let rest = &before[..before.len() - mark.len_utf8()];
    let is_apart = rest.ends_with(char::is_whitespace);
    let is_joined = after.starts_with(|c: char| c.is_alphanumeric() || is_opening_bracket(c));
    let opens = match mark {
        '“' | '‘' | '„' | '‚' => is_joined && !rest.ends_with(char::is_alphanumeric),
        '«' => is_apart,
        '"' | '\'' | '`' | '»' => is_apart && is_joined,
        _ => is_opening_bracket(mark),
    };
    opens.then_some(mark.len_utf8())
}

/// Places that neither segmenter proposes: after a citation mark ("It sank.\[2\] Nobody drowned.")
/// and before a number that begins a sentence ("It rained on Sunday. 40 people came.").
fn overlooked(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(is_terminator).filter_map(|(at, mark)| {
        let after = &text[at + mark.len()..];
        let mut end = after.trim_start_matches(|c| is_closing(c) && c != '\'');
        let is_wide = mark.starts_with(is_wide_terminator);
        let mut may_begin = is_wide || ends_in_word(&text[..at]);
        while let Some(uncited) = citations::skip(end) {
            end = uncited;
            may_begin = true;
        }
        let visible = end.trim_start();
        let is_apart = is_wide || visible.len() < end.len();
        let first = visible.trim_start_matches(is_opening).chars().next()?;
        let begins = first.is_numeric() || first.is_uppercase();
        (is_apart && begins && may_begin).then(|| text.len() - end.len())
    })
}

/// Whether the text ends in a word of four letters or more, which is seldom an abbreviation.
fn ends_in_word(text: &str) -> bool {
    let letters = text.chars().rev().take_while(|c| c.is_alphabetic());
    letters.take(4).count() == 4
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_joined, assert_splits};
    use super::*;

    #[test]
    fn marks_go_with_what_they_belong_to() {
        assert_splits(&[
            // Quotation marks that are set off by a space.
            "fr: « Il pleut ? » | Le bac est parti. | « Oui », dit-elle.",
            "fr: Le bac est parti. | « Tu dors ? »",
            r#"en: The ferry left. | "It is late," he said."#,
            // German ones open the other way.
            "de: Er schwieg. | »Wo liegt die Fähre?« | Sie lag im Hafen.",
            "de: Er schwieg. | „Wo liegt die Fähre?“ | Sie lag im Hafen.",
            // Citation marks go with the sentence before them.
            "en: It sank.[1] | It burnt.[2][note 3] | It rained. [4] | It snowed.",
            r#"en: She called it "a fine boat."[12] | It sank."#,
            // Sentences may begin with a number.
            "en: It sailed on Sunday. | 40 people came. | 12 of them were late.",
            "ru: Паром ушёл утром. | 3 марта он вернулся.",
        ]);
    }

    #[test]
    fn marks_that_open_go_with_what_they_open() {
        assert_joined("zh", "渡轮到了。|“海鸥号”是一艘渡轮。");
        assert_joined("en", "It sank.|(Nobody drowned.)");
    }

    #[test]
    fn a_text_is_cut_into_pieces_at_the_end_of_a_sentence() {
        let text = "The ferry left. It is old ".repeat(1000);
        let length = piece_length(&text);
        assert!(length <= PIECE && text[..length].ends_with('.'));
        let word = "é".repeat(PIECE);
        assert!(word.is_char_boundary(piece_length(&word)));
        let spaced = format!("\u{3000}{word}");
        assert!(spaced.is_char_boundary(piece_length(&spaced)) && piece_length(&spaced) > 0);
    }
}
