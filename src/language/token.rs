//! A word of a text, as the analyser leaves it.

use unicode_normalization::char::is_combining_mark;

use crate::span::Span;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub struct Token {
    /// Where it stands in the text that was analysed.
    pub span: Span,
    /// The word without its possessive, accents and case; an acronym that
    /// would be a stop word in lower case keeps its capitals.
    pub word: String,
    /// Whether it starts with a capital letter.
    pub capital: bool,
    /// Whether it is a whole compound ("anti-slip" as "antislip", "1.5 million"
    /// as "1500000"), given after its parts.
    pub compound: bool,
    /// Whether it is a number that says how much, and no year: "1,100", "1100
    /// rpm", "$1100".
    pub amount: bool,
    pub(super) is_stop_word: bool,
}

impl Token {
    /// Whether it is too common to find anything by.
    pub fn is_stop_word(&self) -> bool {
        self.is_stop_word
    }
}

/// Whether a sign stands in words: letters and digits, the marks on them, as the vowel signs of Hindi
/// and Thai are, and the joiners between them.
pub fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign) || matches!(sign, '\u{200c}' | '\u{200d}')
}

/// What stands in a text between one of its words and the one before it; before the first and after
/// the last, all that is left.
pub fn gap<'t, W>(text: &'t str, words: &[W], at: usize, span: impl Fn(&W) -> Span) -> &'t str {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let before = before.map_or(0, |word| span(word).end);
    let end = words.get(at).map_or(text.len(), |word| span(word).start);
    text.get(before..end).unwrap_or_default()
}
