//! Rows of a table, each read with the names of its columns: "Room: Amber; Beds: 2".

use super::reader::Reader;
use crate::corpus::document::BlockKind;
use crate::corpus::read_block::ReadBlock;
use crate::span::Span;

/// A table whose rows are being read.
#[derive(Default)]
pub(super) struct Table {
    /// The names of its columns.
    names: Vec<String>,
    /// The row of names itself, which is read like any other where no other follows.
    head: Option<ReadBlock>,
    has_rows: bool,
    /// The number of the cell that comes next in its row.
    column: usize,
    /// Where in the reading of its row begins what the open cell says.
    pub(super) cell: usize,
    /// What is read before the open cell, once that says something.
    pub(super) before: Option<String>,
    /// Whether what comes stands in a cell, and not between two.
    is_in_cell: bool,
}

impl Table {
    /// Whether the open cell says something already.
    pub(super) fn is_said(&self) -> bool {
        self.is_in_cell && self.before.is_none()
    }

    /// What is read before a cell that comes after others, or after none.
    fn before_cell(&self, is_first: bool) -> String {
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

impl Reader<'_> {
    pub(super) fn start_table(&mut self) {
        self.close();
        self.table = Some(Table::default());
    }

    pub(super) fn start_row(&mut self, span: Span) {
        self.start(BlockKind::Row, 0, span);
        if let (Some(table), Some(open)) = (&mut self.table, &mut self.open) {
            open.is_whole = true;
            open.names = table.head.as_ref().and_then(ReadBlock::whole_place);
            table.column = 0;
        }
    }

    pub(super) fn start_cell(&mut self) {
        if let (Some(table), Some(open)) = (&mut self.table, &self.open) {
            table.before = Some(table.before_cell(open.reading.is_empty()));
            table.column += 1;
            table.is_in_cell = true;
        }
    }

    pub(super) fn end_cell(&mut self) {
        let (Some(table), Some(open)) = (&mut self.table, &self.open) else {
            return;
        };
        if table.names.len() < table.column && table.head.is_none() {
            // The row may have ended in the cell, at a list.
            let name = open.reading.get(table.cell..).unwrap_or_default();
            let name = if table.before.is_some() { "" } else { name };
            table
                .names
                .push(name.trim().trim_end_matches(':').to_owned());
        }
        table.before = None;
        table.is_in_cell = false;
    }

    /// Keeps the row of names until it is known whether others follow.
    pub(super) fn end_head(&mut self) {
        if let Some(table) = &mut self.table {
            table.head = self.open.take();
        }
    }

    pub(super) fn end_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.has_rows = true;
        }
        self.close();
    }

    /// Ends a row of a table in HTML, whose first row names its columns.
    pub(super) fn end_html_row(&mut self) {
        if self.table.as_ref().is_some_and(|it| it.head.is_none()) {
            self.end_head();
        } else {
            self.end_row();
        }
    }

    pub(super) fn is_in_row(&self) -> bool {
        self.table.is_some() && self.open.is_some()
    }

    pub(super) fn end_table(&mut self) {
        let table = self.table.take();
        if let Some(table) = table.filter(|table| !table.has_rows) {
            self.open = table.head;
            self.close();
        }
    }
}
