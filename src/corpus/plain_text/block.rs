//! A block of a plain text, before and after its kind is known.

use std::ops::Range;

use super::lines::Line;
use super::lists::Marker;
use super::tables::Row;
use crate::corpus::document::BlockKind;

/// A stretch of text in which sentences are looked for: no sentence crosses its ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// What part the block plays.
    pub kind: BlockKind,
    /// Byte span in the text, without white space at its ends and without the bullet of an item.
    pub span: Range<usize>,
    /// The span line by line, without line ends, and without page numbers between them.
    pub lines: Vec<Range<usize>>,
    pub(super) marker: Option<Marker>,
    pub(super) is_one_line: bool,
    /// Blank lines, or nothing, above and below.
    pub(super) stands_alone: bool,
    /// A line of dashes or the like below, as long as the line itself.
    pub(super) is_underlined: bool,
    /// Characters of white space before it.
    pub(super) indent: usize,
    /// Its cells, where it is a row of a table.
    pub row: Option<Row>,
    /// How deep it stands below the lines that hang out over it, or above those below it.
    pub level: u8,
}

impl Block {
    /// Lines that hang out over what is about them.
    pub(super) fn of_term(lines: &[Line]) -> Self {
        let place = |line: &Line| line.start..line.end();
        let (first, last) = (lines.first(), lines.last());
        Self {
            span: first.map_or(0, |line| line.start)..last.map_or(0, Line::end),
            lines: lines.iter().map(place).collect(),
            marker: Some(Marker::Term),
            is_one_line: lines.len() == 1,
            indent: first.map_or(0, |line| line.indent),
            ..Self::default()
        }
    }

    /// A row of a table, if it says anything.
    pub(super) fn of_row(row: Row) -> Option<Self> {
        let mut said = row.cells.iter().filter(|cell| !cell.is_empty());
        let start = said.next()?.start;
        let end = row.cells.iter().map(|cell| cell.end).max()?;
        Some(Self {
            span: start..end,
            is_one_line: true,
            row: Some(row),
            ..Self::default()
        })
    }
}
