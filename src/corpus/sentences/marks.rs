//! The punctuation marks that matter to where sentences end.

/// Marks that end sentences, in the scripts of the world.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?') || is_other(c, "…‼⁇⁈⁉。．｡！？।॥؟۔։።፧။។܀")
}

/// Terminators after which no space is written.
pub(super) fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '．' | '｡' | '！' | '？')
}

/// Quotation marks and brackets that may close after a terminator. “ closes in German, ' and "
/// open as well.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '}') || is_other(c, "”’“»›«」』）》】］")
}

/// Quotation marks, brackets, dashes and bullets that may stand before the first word of a
/// sentence.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '(' | '[' | '{' | '-' | '*') || is_other(c, "“‘„‚«‹»「『（《【［¿¡–—•")
}

/// Brackets that only open.
pub(super) fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{') || is_other(c, "（［《「『【")
}

/// Brackets that only close.
pub(super) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}') || is_other(c, "）］》」』】")
}

/// Whether a character is one of these, none of which is in ASCII, as most that is looked at is.
fn is_other(c: char, others: &str) -> bool {
    !c.is_ascii() && others.contains(c)
}

/// Chinese characters and Japanese syllables, which are written without spaces.
pub(super) fn is_ideograph_or_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Whether a letter is Thai, Lao, Tibetan, Burmese or Khmer, which end a sentence with a space.
pub(super) fn is_of_unmarked_script(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
