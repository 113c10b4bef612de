//! A place where a sentence may end, and what the rules read on both sides of it.

use super::candidates::Proposed;
use super::citations;
use super::marks::{is_closing, is_opening, is_terminator};

/// Bytes read on either side: more than any word, name or citation mark that a rule asks for.
const SIGHT: usize = 160;

/// A place where a sentence may end.
pub(super) struct Boundary<'t> {
    /// The text before, up to the last closing mark or terminator.
    pub before: &'t str,
    /// `before` without citation marks and closing quotation marks and brackets at its end.
    pub unquoted: &'t str,
    /// The word before the terminator, with its inner dots ("U.S", "p.m"); may be empty.
    pub word: &'t str,
    /// The text after, from its first character that is not white space.
    pub after: &'t str,
    /// `after` from its first character that is not an opening mark or white space.
    pub opened: &'t str,
    /// White space stands between `before` and `after`.
    pub is_spaced: bool,
    /// Who would end the sentence here.
    pub by: Proposed,
    /// Byte offset of the place in the block.
    at: usize,
}

impl<'t> Boundary<'t> {
    pub fn new(text: &'t str, at: usize, by: Proposed) -> Self {
        let (before, after) = text.split_at(at);
        let before = &before[before.ceil_char_boundary(before.len().saturating_sub(SIGHT))..];
        let visible = after.trim_start();
        let is_spaced = visible.len() < after.len();
        let after = &visible[..visible.floor_char_boundary(SIGHT)];
        let mut uncited = before;
        while let Some(text) = citations::strip(uncited) {
            uncited = text;
        }
        let unquoted = uncited.trim_end_matches(is_closing);
        Self {
            before,
            unquoted,
            word: last_word(unquoted.trim_end_matches(is_terminator).trim_end()),
            after,
            opened: after.trim_start_matches(|c: char| is_opening(c) || c.is_whitespace()),
            is_spaced,
            by,
            at,
        }
    }

    /// Nothing of the block stands before `before`.
    pub fn sees_start(&self) -> bool {
        self.before.len() == self.at
    }

    /// The character that ends the sentence, if one does: the last but for closing marks.
    pub fn terminator(&self) -> Option<char> {
        let last = self.unquoted.chars().next_back()?;
        (is_terminator(last) || self.by.unicode).then_some(last)
    }

    /// Quotation marks or brackets close between the terminator and here.
    pub fn closes_quotation(&self) -> bool {
        self.unquoted.len() < self.before.len()
    }

    /// The word before `word`, without its last dot.
    pub fn word_before(&self) -> &'t str {
        let text = self.unquoted.trim_end_matches(is_terminator).trim_end();
        let text = text.strip_suffix(self.word).unwrap_or(text);
        let text = text.trim_end_matches(|c: char| is_opening(c) || c.is_whitespace());
        last_word(text.strip_suffix('.').unwrap_or(text))
    }

    /// The part of `word` after its last inner dot: "S" of "U.S".
    pub fn last_part(&self) -> &'t str {
        self.word.rsplit('.').next().unwrap_or(self.word)
    }

    /// The first letter or digit (or odd sign) after.
    pub fn next(&self) -> Option<char> {
        self.opened.chars().next()
    }

    /// The first word after, of letters only.
    pub fn next_word(&self) -> &'t str {
        let end = self.opened.find(|c: char| !c.is_alphabetic());
        &self.opened[..end.unwrap_or(self.opened.len())]
    }

    pub fn capital_follows(&self) -> bool {
        self.next().is_some_and(char::is_uppercase)
    }

    pub fn number_follows(&self) -> bool {
        self.next().is_some_and(char::is_numeric)
    }

    /// A word in lower case follows; "iPhone" is not one.
    pub fn lower_case_follows(&self) -> bool {
        let mut letters = self.opened.chars();
        letters.next().is_some_and(char::is_lowercase)
            && !letters.next().is_some_and(char::is_uppercase)
    }
}

fn last_word(text: &str) -> &str {
    let is_edge = |c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '„' | '«' | '/' | '\'' | '’')
    };
    text.rsplit(is_edge).next().unwrap_or(text)
}
