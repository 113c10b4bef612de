//! A block of a plain text, and what it is before its kind is known.

use std::ops::Range;

use super::lists::Marker;
use super::tables::Row;
use crate::corpus::document::BlockKind;

/// A stretch of text in which sentences are looked for: no sentence crosses its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What part the block plays.
    pub kind: BlockKind,
    /// Byte span in the text, without white space at its ends and without the bullet of an item.
    pub span: Range<usize>,
    /// The span line by line, without line ends, and without page numbers between them.
    pub lines: Vec<Range<usize>>,
    /// Whether it is a message of a chat, which is quoted whole.
    pub is_message: bool,
    /// Its cells, where it is a row of a table.
    pub row: Option<Row>,
}

/// A block before it is known whether it is a heading.
pub(super) struct Draft {
    pub(super) span: Range<usize>,
    pub(super) lines: Vec<Range<usize>>,
    pub(super) marker: Option<Marker>,
    pub(super) is_one_line: bool,
    /// Blank lines, or nothing, above and below.
    pub(super) stands_alone: bool,
    /// A line of dashes or the like below, as long as the line itself.
    pub(super) is_underlined: bool,
    pub(super) row: Option<Row>,
}

impl Draft {
    /// A row of a table, if it says anything.
    pub(super) fn of_row(row: Row) -> Option<Self> {
        let mut said = row.cells.iter().filter(|cell| !cell.is_empty());
        let start = said.next()?.start;
        let end = row.cells.iter().map(|cell| cell.end).max()?;
        Some(Self {
            span: start..end,
            lines: Vec::new(),
            marker: None,
            is_one_line: true,
            stands_alone: false,
            is_underlined: false,
            row: Some(row),
        })
    }
}
