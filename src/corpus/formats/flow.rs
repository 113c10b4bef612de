//! The running text of an office document: paragraphs, tables, and notes, which follow the text.

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use crate::corpus::columns::{self, Form, filled, name};
use crate::corpus::folded;

/// A heading above this many bytes that ends as a sentence does is text: the clauses of contracts
/// are numbered by the styles of headings.
const LONGEST_HEADING: usize = 120;
/// Nobody reads a row of more cells than this.
pub(super) const WIDEST: usize = 200;

/// What is written, and what is open.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) writer: Writer,
    /// Text boxes and notes open paragraphs within one; those of no kind are left out.
    open: Vec<(Option<Kind>, String)>,
    tables: Vec<Table>,
    notes: Vec<String>,
    /// How many notes are open.
    in_notes: usize,
}

/// A table that is open: its rows, and the one that is being read.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    /// Cells that the last one spans besides its own.
    spanned: usize,
    /// The columns of the row whose cells are parts of those above them.
    continued: Vec<usize>,
    /// Whether the first row is marked as one of names.
    has_head: bool,
}

impl Flow {
    /// Opens a paragraph, of no kind where it is left out.
    pub(super) fn open_paragraph(&mut self, kind: Option<Kind>) {
        self.open.push((kind, String::new()));
    }

    /// Gives the open paragraph another kind, or none; what is left out stays so.
    pub(super) fn turn(&mut self, kind: impl FnOnce(Kind) -> Option<Kind>) {
        if let Some((open, _)) = self.open.last_mut() {
            *open = open.and_then(kind);
        }
    }

    /// Adds to the open paragraph.
    pub(super) fn push(&mut self, text: &str) {
        self.push_run(text, false);
    }

    /// Adds to the open paragraph; text outside of one is left out.
    pub(super) fn push_run(&mut self, text: &str, is_raised: bool) {
        if let Some((_, open)) = self.open.last_mut() {
            push_run(open, text, is_raised);
        }
    }

    pub(super) fn close_paragraph(&mut self) -> Result<(), FormatError> {
        let Some((Some(kind), text)) = self.open.pop() else {
            return Ok(());
        };
        if self.in_notes > 0 {
            self.notes.push(text);
            return Ok(());
        }
        let table = self.tables.last_mut();
        if let Some(cell) = table.and_then(|table| table.row.last_mut()) {
            cell.push(' ');
            cell.push_str(&text);
            return Ok(());
        }
        let is_clause = text.len() > LONGEST_HEADING && text.trim_end().ends_with(['.', ';']);
        let kind = match kind {
            Kind::Heading(_) if is_clause => Kind::Paragraph,
            kind => kind,
        };
        self.writer.block(kind, &text)
    }

    pub(super) fn open_note(&mut self) {
        self.in_notes += 1;
    }

    pub(super) fn close_note(&mut self) {
        self.in_notes = self.in_notes.saturating_sub(1);
    }

    pub(super) fn in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    pub(super) fn open_table(&mut self) {
        self.tables.push(Table::default());
    }

    /// Opens the next cell of the row.
    pub(super) fn open_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.fill();
            if table.row.len() < WIDEST {
                table.row.push(String::new());
            }
        }
    }

    /// The open cell takes the place of so many.
    pub(super) fn span(&mut self, cells: usize) {
        if let Some(table) = self.tables.last_mut() {
            table.spanned = cells.saturating_sub(1);
        }
    }

    /// The open cell is part of the one above it, and says the same unless that is long.
    pub(super) fn continue_above(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let column = table.row.len().checked_sub(1);
            table.continued.extend(column);
        }
    }

    /// Marks the row that is being read, if it is the first, as one that names columns.
    pub(super) fn mark_head(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.has_head |= table.rows.is_empty();
        }
    }

    pub(super) fn close_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.fill();
            let row = std::mem::take(&mut table.row);
            let mut row: Vec<String> = row.iter().map(|cell| folded(cell)).collect();
            for column in std::mem::take(&mut table.continued) {
                let above = table.rows.last().and_then(|above| above.get(column));
                let above = above.filter(|above| above.len() <= columns::LONGEST_NAME);
                if let (Some(cell), Some(above)) = (row.get_mut(column), above)
                    && cell.is_empty()
                {
                    cell.clone_from(above);
                }
            }
            table.rows.push(row);
        }
    }

    pub(super) fn close_table(&mut self) -> Result<(), FormatError> {
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        match table.rows.split_first() {
            Some((names, rows)) if table.has_head && !rows.is_empty() => {
                let form = Form::named(names);
                rows.iter()
                    .try_for_each(|row| form.write(Kind::Row, row, &mut self.writer))
            }
            _ => write_table(&table.rows, &mut self.writer),
        }
    }

    /// All that was written, with the notes after it.
    pub(super) fn finish(mut self) -> Result<Extracted, FormatError> {
        for note in &self.notes {
            self.writer.block(Kind::Paragraph, note)?;
        }
        Ok(self.writer.finish())
    }
}

impl Table {
    /// Empty cells where the last one spans more than its own place.
    fn fill(&mut self) {
        let places = WIDEST.saturating_sub(self.row.len());
        let spanned = std::mem::take(&mut self.spanned).min(places);
        self.row.extend(std::iter::repeat_n(String::new(), spanned));
    }
}

/// Writes a table of which nothing is marked.
pub(super) fn write_table(rows: &[Vec<String>], writer: &mut Writer) -> Result<(), FormatError> {
    let (titles, rows) = rows.split_at(columns::titles(rows));
    for title in titles {
        writer.block(Kind::Paragraph, &title.concat())?;
    }
    let form = Form::of(rows);
    let mut rows = rows.iter().skip(form.heads());
    rows.try_for_each(|row| form.write(Kind::Row, row, writer))
}

impl Form {
    /// Writes a row.
    pub(super) fn write(
        &self,
        kind: Kind,
        row: &[String],
        writer: &mut Writer,
    ) -> Result<(), FormatError> {
        match self {
            Self::Named(names) => writer.row(kind, names, row),
            Self::Pairs if filled(row) == 2 => writer.row(kind, &[name(&row[0])], &row[1..]),
            Self::Pairs | Self::Plain => writer.row(kind, &[], row),
        }
    }
}

/// Adds to a text; what is raised is an exponent after a number, and stays apart from it.
pub(super) fn push_run(text: &mut String, run: &str, is_raised: bool) {
    if is_raised
        && text.ends_with(|c: char| c.is_ascii_digit())
        && run.starts_with(|c: char| c.is_ascii_digit() || c == '-')
    {
        text.push('^');
    }
    text.push_str(run);
}
