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
        let mut endings = ["'s", "’s", "'S"].into_iter();
        let ending = endings.find(|ending| whole.ends_with(ending));
        &whole[whole.len() - ending.map_or(0, str::len)..]
    }

    /// Words as they were written; nothing where there are none.
    pub(super) fn whole(&self, range: Range<usize>) -> &str {
        self.text.get(self.span(range)).unwrap_or_default()
    }

    /// The bytes of words; none where there are no such words.
    pub(super) fn span(&self, words: Range<usize>) -> Range<usize> {
        let first = self.words.get(words.start);
        let start = first.map_or(self.text.len(), |word| word.span.start);
        let last = self.words.get(words).and_then(|words| words.last());
        start..last.map_or(start, |word| word.span.end)
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap(&self, at: usize) -> &str {
        analyser::gap(&self.text, &self.words, at, |word| word.span)
    }

    /// The line with other words in the place of some.
    pub(super) fn replaced(&self, range: Range<usize>, by: &str) -> String {
        let span = self.span(range);
        format!("{}{by}{}", &self.text[..span.start], &self.text[span.end..])
    }

    /// The line from a word on, without the marks at its end.
    pub(super) fn from(&self, at: usize) -> &str {
        self.text[self.span(at..at).start..]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | ')' | '"' | '”'))
    }
}
