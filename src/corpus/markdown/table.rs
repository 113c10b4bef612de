//! A table of Markdown, as far as its rows are read.

use crate::corpus::read_block::ReadBlock;

/// A table whose rows are being read.
#[derive(Default)]
pub(super) struct Table {
    /// The names of its columns.
    pub(super) names: Vec<String>,
    /// The row of names itself, which is read like any other where no other follows.
    pub(super) head: Option<ReadBlock>,
    pub(super) has_rows: bool,
    /// The number of the cell that comes next in its row.
    pub(super) column: usize,
    /// Where the open cell begins in the reading of its row.
    pub(super) cell: usize,
    /// What is read before the open cell, once that says something.
    pub(super) before: Option<String>,
    pub(super) is_in_cell: bool,
}

impl Table {
    /// Whether what comes stands between its cells.
    pub(super) fn is_between_cells(&self) -> bool {
        !self.is_in_cell
    }

    /// What is read before a cell that comes after others, or after none.
    pub(super) fn before_cell(&self, is_first: bool) -> String {
        let parts = if is_first { "" } else { "; " };
        let is_named = self.names.iter().any(|name| !name.is_empty());
        match self.names.get(self.column) {
            Some(name) if !name.is_empty() => format!("{parts}{name}: "),
            // Without names, what leads a row names its values.
            Some(_) if !is_named && self.column == 1 && !is_first => ": ".to_owned(),
            _ => parts.to_owned(),
        }
    }
}
