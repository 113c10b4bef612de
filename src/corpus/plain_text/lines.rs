//! The lines of a plain text, and whether a paragraph ends between two of them.

use crate::corpus::invisible::is_blank;

/// Lines wider than this many characters were not wrapped by hand: each is a paragraph.
const WIDEST_WRAPPED_LINE: usize = 200;
/// Prose is seldom wrapped more narrowly than this; verse, addresses and tables are.
pub(super) const NARROW_LINE: usize = 40;
/// A first word counts for at most this many characters when asking whether it would have fitted
/// on the line above, so that scripts without spaces can be asked as well.
const LONGEST_FITTED_WORD: usize = 20;

/// One line of the text, trimmed.
pub(super) struct Line<'t> {
    pub text: &'t str,
    /// Byte offset of `text`.
    pub start: usize,
    /// Characters of white space before the text.
    pub indent: usize,
    /// Characters of the text, indentation included.
    pub width: usize,
}

/// The lines of the text; a page break or a paragraph separator adds a blank one.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_return = false;
    for raw in text.split_inclusive(ends_line) {
        let is_half_a_line_end = after_return && raw == "\n";
        after_return = raw.ends_with('\r');
        if !is_half_a_line_end {
            lines.push(Line::trimmed(raw, start));
            if raw.ends_with(['\u{c}', '\u{2029}']) {
                lines.push(Line::trimmed("", start + raw.len()));
            }
        }
        start += raw.len();
    }
    lines
}

fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Marks that may follow the one that ends a sentence.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '）')
}

/// Marks that end a sentence, or what leads to a list.
const ENDS: [char; 15] = [
    '.', '!', '?', '…', ':', '。', '！', '？', '：', '।', '॥', '؟', '۔', '։', '።',
];

impl<'t> Line<'t> {
    fn trimmed(raw: &'t str, start: usize) -> Self {
        let unindented = raw.trim_start_matches(is_blank);
        let text = unindented.trim_end_matches(is_blank);
        let indentation = &raw[..raw.len() - unindented.len()];
        let indent = indentation.chars().count();
        Self {
            text,
            start: start + indentation.len(),
            indent,
            width: indent + text.chars().count(),
        }
    }

    /// Byte offset of the end of `text`.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the line has no letter and no digit.
    pub fn is_blank(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }

    /// Whether the line may be the last of a sentence, a quotation or what leads to a list.
    pub fn ends_sentence(&self) -> bool {
        let ends_quotation = self.text.ends_with([')', '"', '”']);
        let unquoted = self.text.trim_end_matches(is_closing);
        ends_quotation || unquoted.ends_with(ENDS) && !self.ends_in_abbreviation()
    }

    /// "Dr.", "St.", "U.S.": a wrapped line ends in one as often as a sentence does.
    fn ends_in_abbreviation(&self) -> bool {
        let word = self.last_word();
        word.len() <= 4 && word.ends_with('.') && word.starts_with(char::is_uppercase)
    }

    /// Whether the line breaks off after a comma or a little word ("to", "of", "the"), as only
    /// wrapped lines do.
    fn breaks_off(&self) -> bool {
        let word = self.last_word();
        word.ends_with([',', ';', '，', '、'])
            || matches!(word, "the" | "and" | "for")
            || word.len() <= 2 && word.chars().all(char::is_lowercase)
    }

    fn last_word(&self) -> &str {
        self.text.rsplit(' ').next().unwrap_or_default()
    }

    /// Whether the first word of the line below would have fitted on this one. A fifth of the width
    /// is slack for ragged wrapping.
    pub fn has_room_for(&self, below: &Line, width: usize) -> bool {
        let first_word = below.text.split_whitespace().next().unwrap_or_default();
        let first_word = first_word.chars().take(LONGEST_FITTED_WORD).count();
        (self.width + 1 + first_word) * 5 < width * 4
    }

    /// Whether the first word is in lower case; "iPhone" is not.
    pub fn starts_in_lower_case(&self) -> bool {
        let mut letters = self.text.chars().skip_while(|c| !c.is_alphanumeric());
        letters.next().is_some_and(char::is_lowercase)
            && !letters.next().is_some_and(char::is_uppercase)
    }

    fn starts_with_capital_or_digit(&self) -> bool {
        self.text
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    }
}

/// Whether each of the lines is a paragraph of its own, rather than a part of a wrapped one.
/// `width` is that of the widest line around.
pub(super) fn keeps_a_paragraph_on_a_line(lines: &[Line], width: usize) -> bool {
    let Some((_, above)) = lines.split_last() else {
        return false;
    };
    let ended = above.iter().filter(|line| line.ends_sentence()).count();
    width > WIDEST_WRAPPED_LINE
        || ended > 0 && ended * 2 >= above.len()
        || width < NARROW_LINE && lines.iter().all(Line::starts_with_capital_or_digit)
}

/// Whether a paragraph ends between two lines that follow each other.
pub(super) fn is_parted(above: &Line, below: &Line, width: usize, one_a_line: bool) -> bool {
    if below.starts_in_lower_case() {
        return one_a_line && above.ends_sentence();
    }
    // A wrapped line is broken where the next word does not fit any more.
    above.has_room_for(below, width) || one_a_line && !above.breaks_off()
}
