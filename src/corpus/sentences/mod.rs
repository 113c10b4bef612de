//! A block of text to sentences, as byte ranges.
//!
//! Two segmenters propose where sentences end: `sentencex`, which knows the abbreviations of some
//! thirty languages but never looks inside quotation marks, and ICU's rules of Unicode Standard
//! Annex #29, which know every script but no word. Their proposals are joined ([`candidates`]),
//! and each is weighed by the rules of [`rules`], which read the text on both sides of it
//! ([`boundary`]). Nothing looks further than a fixed distance, so that the time is linear in the
//! length of the block, whatever stands in it.

mod boundary;
mod brackets;
mod candidates;
mod citations;
mod full_stops;
mod language;
mod length;
mod marks;
mod quotations;
mod rules;
mod unicode;

use std::borrow::Cow;
use std::ops::Range;

use super::invisible::is_blank;
use boundary::Boundary;
use brackets::Brackets;
use language::Language;

/// The sentences of one block of text: byte ranges, ascending, not overlapping, without white
/// space at their ends. Line ends inside the block count as spaces. Every letter and digit is
/// inside some range; a block without any has no sentence.
///
/// `language` is the ISO 639-1 code of the block's language, such as "en"; an unknown code is
/// treated as English.
pub fn sentences(text: &str, language: &str) -> Vec<Range<usize>> {
    if !text.contains(char::is_alphanumeric) {
        return Vec::new();
    }
    let spaced = line_ends_as_spaces(text);
    let language = Language::of(language);
    let mut brackets = Brackets::default();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, proposed) in candidates::candidates(&spaced, &language) {
        let boundary = Boundary::new(&spaced, at, proposed);
        if !brackets.are_open_at(&spaced, at) && rules::ends_sentence(&boundary, &language) {
            push_trimmed(text, start..at, &mut sentences);
            brackets.close_all();
            start = at;
        }
    }
    push_trimmed(text, start..text.len(), &mut sentences);
    join_wordless_start(text, &mut sentences);
    length::cut_long(text, sentences)
}

/// The text with every character that ends a line, and every NUL, replaced by a space of as many
/// bytes, so that offsets stay true.
fn line_ends_as_spaces(text: &str) -> Cow<'_, str> {
    let space = |c: char| match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\0' => Some(' '),
        '\u{85}' => Some('\u{a0}'),
        '\u{2028}' | '\u{2029}' => Some('\u{2002}'),
        _ => None,
    };
    if !text.contains(|c| space(c).is_some()) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| space(c).unwrap_or(c)).collect()
}

/// Adds a range without the white space at its ends. One without a letter or digit ("!", an emoji
/// after the full stop) is no sentence and goes with the one before it.
fn push_trimmed(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let raw = &text[range.clone()];
    let start = range.end - raw.trim_start_matches(is_blank).len();
    let end = range.start + raw.trim_end_matches(is_blank).len();
    if start >= end {
        return;
    }
    match sentences.last_mut() {
        Some(last) if !text[start..end].contains(char::is_alphanumeric) => last.end = end,
        _ => sentences.push(start..end),
    }
}

/// A first range without a letter or digit ("...", "*") goes with the one after it.
fn join_wordless_start(text: &str, sentences: &mut Vec<Range<usize>>) {
    if let [first, second, ..] = sentences.as_mut_slice()
        && !text[first.clone()].contains(char::is_alphanumeric)
    {
        second.start = first.start;
        sentences.remove(0);
    }
}

#[cfg(test)]
mod tests;
