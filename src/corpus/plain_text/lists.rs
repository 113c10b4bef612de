//! The items of lists: which lines open one, and with what marker.

use super::lines::Line;
use super::messages;
use super::versions::is_version;

/// Signs that stand before the items of lists; the last is a bullet of Word's symbol font.
pub(in crate::corpus) const BULLETS: [char; 14] = [
    '•', '‣', '◦', '▪', '▫', '●', '⁃', '·', '○', '■', '□', '➢', '✓', '\u{f0b7}',
];

/// What a block is marked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A bullet and the white space after it: this many bytes.
    Bullet(usize),
    /// A dash, star or plus sign, which in prose have other uses: this many bytes.
    Dash(usize),
    /// "1." or "a)"; `first` when a list may begin with it.
    Number { first: bool },
    /// The date, the time and the writer before a message of a chat.
    Message,
    /// It hangs out over what is about it.
    Term,
}

/// Parts a run of lines before each list item: the marker and the lines of every part. Lines
/// before the first item are a part without a marker.
pub(super) fn part_items<'r, 't>(run: &'r [Line<'t>]) -> Vec<(Option<Marker>, &'r [Line<'t>])> {
    let mut parts = Vec::new();
    let mut opening = None;
    let mut first = 0;
    let mut in_list = false;
    for (index, line) in run.iter().enumerate() {
        let above = index.checked_sub(1).map(|above| &run[above]);
        let found = Marker::of(line.text).filter(|m| m.opens_item(above, line, in_list));
        if found.is_some() {
            if index > first {
                parts.push((opening, &run[first..index]));
            }
            (opening, first, in_list) = (found, index, true);
        }
    }
    parts.push((opening, &run[first..]));
    parts
}

/// Whether a line of a paragraph is an item by its sign or number; one that is not the first of
/// its list only after another.
pub(in crate::corpus) fn opens_item(line: &str, in_list: bool) -> bool {
    match Marker::of(line.trim_start()) {
        Some(Marker::Bullet(_)) => true,
        Some(Marker::Number { first }) => first || in_list,
        Some(Marker::Dash(_) | Marker::Message | Marker::Term) | None => false,
    }
}

impl Marker {
    /// The marker a line begins with, wherever the line stands.
    pub fn of(line: &str) -> Option<Self> {
        if messages::opens(line) {
            return Some(Self::Message);
        }
        let mut characters = line.chars();
        let sign = characters.next()?;
        let after = characters.as_str();
        let text = after.trim_start();
        let length = line.len() - text.len();
        match sign {
            _ if after.len() == text.len() => Self::number(line),
            _ if BULLETS.contains(&sign) => Some(Self::Bullet(length)),
            '-' | '–' | '—' | '*' | '+' => Some(Self::Dash(length)),
            _ => None,
        }
    }

    /// "3.", "3.1.", "3.1", "3)", "(3)", "c.", "c)" or "(c)", with text after it. Not "C.": an initial.
    fn number(line: &str) -> Option<Self> {
        let label = line.split_whitespace().next()?;
        let rest = line.strip_prefix(label)?.trim_start();
        // A capital tells the number of a clause, "1.1 The client", from "1.1 million".
        let opens_clause = || {
            let words = rest.trim_start_matches(['"', '\'', '“', '‘', '«', '„', '(']);
            (label.contains('.') && words.starts_with(char::is_uppercase)).then_some(label)
        };
        let (inner, in_brackets) = match label.strip_suffix(')') {
            Some(opened) => (opened.strip_prefix('(').unwrap_or(opened), true),
            None => (label.strip_suffix('.').or_else(opens_clause)?, false),
        };
        let is_number = inner
            .split('.')
            .all(|part| matches!(part.len(), 1..=3) && part.bytes().all(|b| b.is_ascii_digit()));
        let is_letter = matches!(inner.as_bytes(), [b'a'..=b'z'])
            || in_brackets && matches!(inner.as_bytes(), [b'A'..=b'Z']);
        let has_text = label.len() < line.len();
        (has_text && (is_number || is_letter) && !is_version(line)).then_some(Self::Number {
            first: matches!(inner, "1" | "a" | "A") || inner.ends_with(".1"),
        })
    }

    /// Whether the marker opens an item where it stands: wrapping, too, brings dashes and numbers
    /// to the start of a line.
    fn opens_item(self, above: Option<&Line>, line: &Line, in_list: bool) -> bool {
        let leads = |above: &Line| above.ends_sentence() || is_version(above.text);
        let is_expected = in_list || above.is_none_or(leads);
        match self {
            Self::Bullet(_) | Self::Number { first: true } | Self::Message | Self::Term => true,
            Self::Dash(_) => is_expected || !line.starts_in_lower_case(),
            Self::Number { first: false } => is_expected,
        }
    }

    /// Bytes of the marker that are no part of the item's text. Numbers are: texts refer to them.
    pub fn length(self) -> usize {
        match self {
            Self::Bullet(length) | Self::Dash(length) => length,
            Self::Number { .. } | Self::Message | Self::Term => 0,
        }
    }
}
