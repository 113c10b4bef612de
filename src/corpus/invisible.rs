//! Characters that cannot be seen: what blanks are, and what hides or reorders the text around it.

/// The mark that may open a file in Unicode.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text after its byte order mark, if there is one.
pub(crate) fn without_mark(text: &str) -> &str {
    text.trim_start_matches(BYTE_ORDER_MARK)
}

/// Whether a character takes no room and says nothing: soft hyphens, spaces of no width and
/// the word joiner. Joiners of letters and emoji are none: without them a word is another.
pub(crate) fn has_no_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | BYTE_ORDER_MARK)
}

/// Whether a character sets the direction of the text around it, so that "exe.txt" can read "txt.exe".
pub(crate) fn reorders(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a character is nothing but room at the ends of a line: white space, NUL, and what has no width.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\0' || has_no_width(c)
}

/// A character as it may be shown: white space as a space, and nothing of what hides
/// (controls and what has no width) or reorders text.
pub(crate) fn harmless(c: char) -> Option<char> {
    match c {
        c if has_no_width(c) || reorders(c) => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_or_reorders_is_left_out_and_joiners_stay() {
        let shown = |text: &str| text.chars().filter_map(harmless).collect::<String>();
        assert_eq!(
            shown("\u{feff}a\0b\n\tc\u{202e}d\u{200b}\u{ad}\u{2060}\u{200f}e\u{61c}"),
            "ab  cde"
        );
        let family = "\u{1f468}\u{200d}\u{1f469} \u{645}\u{200c}\u{646}";
        assert_eq!(shown(family), family);
    }

    #[test]
    fn blanks_are_white_space_and_what_has_no_width() {
        assert!("\u{feff}\0 \u{200b}\u{3000}\u{ad}".chars().all(is_blank));
        assert!(!"a\u{200d}\u{202e}".chars().any(is_blank));
        assert_eq!(without_mark("\u{feff}It sank."), "It sank.");
    }
}
