//! A line of text word by word: what a person typed, a question before it, or a sentence.

use std::ops::Range;

use crate::language::Language;
use crate::language::analyser::{self, Token};

/// A line and its words; compounds are not counted as words of their own.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) words: Vec<Token>,
}

impl Line {
    /// A line in English.
    pub(super) fn of(text: &str) -> Self {
        Self::of_language(text, Language::ENGLISH)
    }

    pub(super) fn of_language(text: &str, language: Language) -> Self {
        let text = text.trim();
        let mut words = analyser::analyse_in(text, language);
        words.retain(|token| !token.compound);
        Self {
            text: text.to_owned(),
            words,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word in lower case; empty beyond the ends.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |token| &token.word)
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// All its words in lower case.
    pub(super) fn to_words(&self) -> Vec<String> {
        self.words.iter().map(|token| token.word.clone()).collect()
    }

    pub(super) fn row(&self, range: Range<usize>) -> Vec<&str> {
        range.map(|at| self.word(at)).collect()
    }

    /// Words as they were written, without a possessive at their end.
    pub(super) fn written(&self, range: Range<usize>) -> &str {
        let possessive = self.possessive(range.clone()).len();
        let whole = self.whole(range);
        &whole[..whole.len() - possessive]
    }

    /// The possessive that words end in: "'s" or nothing.
    pub(super) fn possessive(&self, range: Range<usize>) -> &str {
        let whole = self.whole(range);
        let ending = ["'s", "’s", "'S"].into_iter();
        let length = ending
            .filter(|ending| whole.ends_with(ending))
            .map(str::len);
        &whole[whole.len() - length.max().unwrap_or(0)..]
    }

    /// Words as they were written; nothing where there are none.
    pub(super) fn whole(&self, range: Range<usize>) -> &str {
        let last = range
            .end
            .checked_sub(1)
            .and_then(|last| self.words.get(last));
        let ends = self.words.get(range.start).zip(last);
        let span = ends.map(|(first, last)| first.span.start..last.span.end);
        span.and_then(|span| self.text.get(span))
            .unwrap_or_default()
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap(&self, at: usize) -> &str {
        analyser::gap(&self.text, &self.words, at)
    }

    /// The line with other words in the place of some.
    pub(super) fn replaced(&self, range: Range<usize>, by: &str) -> String {
        let start = self
            .words
            .get(range.start)
            .map_or(self.text.len(), |token| token.span.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.words.get(last));
        let end = end.map_or(start, |token| token.span.end.max(start));
        let (before, after) = (&self.text[..start], &self.text[end..]);
        if by.is_empty() {
            format!("{before}{}", after.trim_start())
        } else {
            format!("{before}{by}{after}")
        }
    }

    /// The line from a word on, without the marks at its end.
    pub(super) fn from(&self, at: usize) -> &str {
        let start = self
            .words
            .get(at)
            .map_or(self.text.len(), |token| token.span.start);
        self.text[start..]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | ')' | '"' | '”'))
    }
}
