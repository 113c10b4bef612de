//! The places where a sentence may end, as proposed by three sources.

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use super::citations;
use super::marks::{is_closing, is_opening, is_opening_bracket, is_terminator, is_wide_terminator};

/// Most bytes given to sentencex at once: its time is quadratic where quotation marks stay open.
const PIECE: usize = 8 * 1024;

/// A place where a sentence may end: after some character that is not white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Byte offset in the text.
    pub at: usize,
    /// sentencex proposes it.
    pub by_sentencex: bool,
    /// The rules of Unicode Standard Annex #29 propose it.
    pub by_unicode: bool,
}

/// All places proposed, ascending, each once. Neither end of the text is one.
pub(super) fn candidates(text: &str, language: &str) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut propose = |proposed: usize, by_sentencex: bool, by_unicode: bool| {
        let at = settle(text, proposed);
        if at > 0 && at < text.len() {
            candidates.push(Candidate {
                at,
                by_sentencex,
                by_unicode,
            });
        }
    };
    let mut start = 0;
    while start < text.len() {
        let piece = &text[start..start + piece_length(&text[start..])];
        for boundary in sentencex::get_sentence_boundaries(language, piece) {
            // That a piece ends says nothing of the sentence.
            if boundary.end_byte < piece.len() {
                propose(start + boundary.end_byte, true, false);
            }
        }
        start += piece.len();
    }
    let unicode = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    for at in unicode.segment_str(text) {
        propose(at, false, true);
    }
    for at in overlooked(text) {
        propose(at, false, false);
    }
    merge(candidates)
}

/// Length of the piece of the text to give to sentencex first: up to the last white space after
/// a terminator that fits, or else the last white space, or else as much as fits.
fn piece_length(text: &str) -> usize {
    if text.len() <= PIECE {
        return text.len();
    }
    let fitting = &text[..text.floor_char_boundary(PIECE)];
    let mut ends_of_words = fitting
        .rmatch_indices(char::is_whitespace)
        .map(|(at, _)| at);
    let last = ends_of_words.next().unwrap_or(fitting.len());
    ends_of_words
        .find(|&at| {
            fitting[..at]
                .trim_end_matches(is_closing)
                .ends_with(is_terminator)
        })
        .unwrap_or(last)
        .max(1)
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

/// Places that neither segmenter proposes: after a citation mark ("It sank.[2] Nobody drowned.")
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

/// Sorts the candidates, and makes one of those at the same place.
fn merge(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_unstable_by_key(|candidate| candidate.at);
    candidates.dedup_by(|later, kept| {
        let is_same = later.at == kept.at;
        if is_same {
            kept.by_sentencex |= later.by_sentencex;
            kept.by_unicode |= later.by_unicode;
        }
        is_same
    });
    candidates
}
