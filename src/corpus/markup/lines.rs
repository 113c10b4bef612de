//! The lines of a source, each with its place and its indentation.

use crate::corpus::invisible;

/// A tab goes on to the next column that is a multiple of this.
const TAB: usize = 8;

/// A line of a source without the white space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    /// The byte of the source at which the text starts.
    pub(super) start: usize,
    /// The column at which it starts.
    pub(super) indent: usize,
}

/// The lines of a source, without a byte order mark.
pub(super) fn of(source: &str) -> Vec<Line<'_>> {
    let mut start = source.len() - invisible::without_mark(source).len();
    let mut lines = Vec::new();
    // A carriage return that no line feed follows ends a line too: old files have it.
    for raw in source[start..].split_inclusive(['\n', '\r']) {
        let text = raw.trim_start();
        let before = &raw[..raw.len() - text.len()];
        let is_half_a_line_end = raw == "\n" && source[..start].ends_with('\r');
        if !is_half_a_line_end {
            lines.push(Line {
                text: text.trim_end(),
                start: start + before.len(),
                indent: width(before),
            });
        }
        start += raw.len();
    }
    lines
}

/// The column after white space.
fn width(space: &str) -> usize {
    space.chars().fold(0, |column, c| match c {
        '\t' => (column / TAB + 1) * TAB,
        _ => column + 1,
    })
}

/// Whether a text is a number as items have them.
pub(super) fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The line from the byte `from` of its text on.
    pub(super) fn after(&self, from: usize) -> Self {
        let rest = &self.text[from..];
        let text = rest.trim_start();
        Self {
            text,
            start: self.start + self.text.len() - text.len(),
            indent: self.indent + self.text[..self.text.len() - text.len()].chars().count(),
        }
    }

    /// The line up to the byte `to` of its text.
    pub(super) fn before(&self, to: usize) -> Self {
        Self {
            text: self.text[..to].trim_end(),
            ..*self
        }
    }

    /// The bytes `from` to `to` of its text. Its indentation stays that of the line: to count up to
    /// each of many cells would take long.
    pub(super) fn part(&self, from: usize, to: usize) -> Self {
        let text = self.text[from..to].trim_start();
        Self {
            text: text.trim_end(),
            start: self.start + to - text.len(),
            ..*self
        }
    }
}
