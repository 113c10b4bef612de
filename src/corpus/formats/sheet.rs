//! A sheet of a workbook: its cells become rows with the names of their columns.
//!
//! A sheet may hold several tables, one below the other: after an empty row, a title or a row of
//! names that is marked begins the next. Only cells that say something are kept, so that a lone
//! one far away costs nothing.

use std::collections::BTreeMap;
use std::ops::Range;

use super::extracted::{Extracted, Kind, Writer};
use super::{FormatError, LARGEST};
use crate::corpus::columns::{self, Form};
use crate::corpus::locator::Locator;

/// The rows and columns of the largest sheet that a program makes.
pub(super) const ROWS: usize = 1 << 20;
pub(super) const COLUMNS: usize = 1 << 14;
/// Nobody reads a sheet with more cells.
const MOST_CELLS: usize = 4_000_000;
/// A name longer than this many characters is cut; programs allow 31.
const LONGEST_NAME: usize = 60;

/// A sheet as it is read.
#[derive(Default)]
pub(super) struct Sheet {
    name: String,
    cells: Vec<Cell>,
    /// The places of cells that stand for those below them, each with the last of their rows.
    merged: Vec<((usize, usize), usize)>,
    /// The stretches of columns that are hidden: the first column of each, and the one after its
    /// last. None touches another.
    hidden: BTreeMap<usize, usize>,
    /// Bytes that its cells say.
    length: usize,
}

#[derive(Clone)]
struct Cell {
    /// Its row, from 1 as spreadsheets count, and its column.
    place: (usize, usize),
    is_bold: bool,
    text: String,
}

/// A row of a table, without the columns that are empty in all of its rows.
struct Row {
    number: usize,
    /// Whether all that it says is bold.
    is_marked: bool,
    cells: Vec<String>,
}

impl AsRef<[String]> for Row {
    fn as_ref(&self) -> &[String] {
        &self.cells
    }
}

impl Sheet {
    pub(super) fn named(name: &str) -> Self {
        Self {
            name: name.chars().take(LONGEST_NAME).collect(),
            ..Self::default()
        }
    }

    /// Adds a cell: its row from 1, its column, and what it says.
    pub(super) fn push(
        &mut self,
        place: (usize, usize),
        is_bold: bool,
        text: String,
    ) -> Result<(), FormatError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.length += text.len();
        if self.length > LARGEST {
            return Err(FormatError::TooLarge);
        }
        self.cells.push(Cell {
            place,
            is_bold,
            text,
        });
        refuse_many(self.cells.len())
    }

    /// The cell at `place` stands in the rows to `last`, too.
    pub(super) fn merge(&mut self, place: (usize, usize), last: usize) {
        if place.0 < last {
            self.merged.push((place, last));
        }
    }

    /// Nobody sees what stands in `columns`.
    pub(super) fn hide(&mut self, columns: Range<usize>) {
        if columns.is_empty() {
            return;
        }
        let Range { mut start, mut end } = columns;
        while let Some((&first, &after)) = self.hidden.range(..=end).next_back()
            && after >= start
        {
            self.hidden.remove(&first);
            (start, end) = (start.min(first), end.max(after));
        }
        self.hidden.insert(start, end);
    }

    pub(super) fn hides(&self, column: usize) -> bool {
        let before = self.hidden.range(..=column).next_back();
        before.is_some_and(|(_, after)| column < *after)
    }

    /// Writes its tables, below its name where there are other sheets.
    fn write(mut self, is_alone: bool, writer: &mut Writer) -> Result<(), FormatError> {
        if !is_alone {
            writer.block(Kind::Heading(1), &self.name)?;
        }
        self.cells.sort_by_key(|cell| cell.place);
        self.cells.dedup_by_key(|cell| cell.place);
        self.fill_merged()?;
        for table in self.tables()? {
            self.write_table(&table, is_alone, writer)?;
        }
        Ok(())
    }

    /// Says what a merged cell says in the rows that have other cells.
    fn fill_merged(&mut self) -> Result<(), FormatError> {
        let mut rows: Vec<usize> = self.cells.iter().map(|cell| cell.place.0).collect();
        rows.dedup();
        let (mut filled, mut looked_at) = (Vec::new(), 0);
        for &((first, column), last) in &self.merged {
            let find = |row: usize| {
                let place = (row, column);
                self.cells.binary_search_by_key(&place, |cell| cell.place)
            };
            let Ok(merged) = find(first) else {
                continue;
            };
            let from = rows.partition_point(|row| *row <= first);
            let to = rows.partition_point(|row| *row <= last);
            looked_at += to - from;
            refuse_many(looked_at)?;
            for &row in &rows[from..to] {
                if find(row).is_err() {
                    let cell = &self.cells[merged];
                    self.length += cell.text.len();
                    if self.length > LARGEST {
                        return Err(FormatError::TooLarge);
                    }
                    filled.push(Cell {
                        place: (row, column),
                        ..cell.clone()
                    });
                }
            }
        }
        self.cells.extend(filled);
        self.cells.sort_by_key(|cell| cell.place);
        Ok(())
    }

    /// The rows of each table.
    fn tables(&mut self) -> Result<Vec<Vec<Row>>, FormatError> {
        let mut tables: Vec<Vec<&mut [Cell]>> = Vec::new();
        // The last row, and whether the open table has more than titles.
        let (mut last, mut has_rows) = (None, false);
        let is_one_row = |one: &Cell, other: &Cell| one.place.0 == other.place.0;
        for row in self.cells.chunk_by_mut(is_one_row) {
            let number = row[0].place.0;
            let is_apart = last.is_none_or(|last| number > last + 1);
            let opens = row.len() == 1 || row.iter().all(|cell| cell.is_bold);
            last = Some(number);
            // Titles may stand above an empty row.
            if is_apart && opens && has_rows {
                tables.push(Vec::new());
                has_rows = false;
            }
            has_rows |= row.len() > 1;
            match tables.last_mut() {
                Some(table) => table.push(row),
                None => tables.push(vec![row]),
            }
        }
        let mut looked_at = 0;
        let rows = |table| rows(table, &mut looked_at);
        tables.into_iter().map(rows).collect()
    }

    fn write_table(
        &self,
        rows: &[Row],
        is_alone: bool,
        writer: &mut Writer,
    ) -> Result<(), FormatError> {
        let locate = |row: &Row, writer: &mut Writer| {
            writer.locate(Locator::SheetRow {
                sheet: self.name.clone(),
                row: row.number,
            });
        };
        let (titles, rows) = rows.split_at(columns::titles(rows));
        // Of those above the table, the first after an empty row is its name.
        let is_apart =
            |place: &usize| *place == 0 || titles[*place].number > titles[*place - 1].number + 1;
        let name = (0..titles.len()).rfind(is_apart);
        for (place, title) in titles.iter().enumerate() {
            let text = title.cells.concat();
            // What stands below a table, or says more than a few words, is a note.
            let heads =
                Some(place) == name && !rows.is_empty() && text.len() <= columns::LONGEST_NAME;
            let kind = if heads && !text.ends_with('.') {
                Kind::Heading(if is_alone { 1 } else { 2 })
            } else {
                Kind::Record
            };
            locate(title, writer);
            writer.block(kind, &text)?;
        }
        let form = match rows {
            [first, second, ..]
                if first.is_marked && !second.is_marked && columns::filled(&first.cells) > 1 =>
            {
                Form::named(&first.cells)
            }
            _ => Form::of(rows),
        };
        for row in &rows[form.heads()..] {
            locate(row, writer);
            match &row.cells[..] {
                [text] => writer.block(Kind::Record, text)?,
                cells => form.write(Kind::Record, cells, writer)?,
            }
        }
        Ok(())
    }
}

/// Writes the sheets of a workbook that say something.
pub(super) fn write(mut sheets: Vec<Sheet>) -> Result<Extracted, FormatError> {
    sheets.retain(|sheet| !sheet.cells.is_empty());
    let is_alone = sheets.len() == 1;
    let mut writer = Writer::default();
    for sheet in sheets {
        sheet.write(is_alone, &mut writer)?;
    }
    Ok(writer.finish())
}

/// The rows of a table, without the columns that are empty in all of them. Its other empty cells
/// are written out: they are counted for the whole sheet, whose tables are in memory together.
fn rows(rows: Vec<&mut [Cell]>, looked_at: &mut usize) -> Result<Vec<Row>, FormatError> {
    let cells = rows.iter().flat_map(|row| row.iter());
    let mut columns: Vec<usize> = cells.map(|cell| cell.place.1).collect();
    columns.sort_unstable();
    columns.dedup();
    *looked_at += rows.len() * columns.len();
    refuse_many(*looked_at)?;
    let row = |own: &mut [Cell]| {
        let mut cells = vec![String::new(); columns.len()];
        for cell in own.iter_mut() {
            if let Ok(column) = columns.binary_search(&cell.place.1) {
                cells[column] = std::mem::take(&mut cell.text);
            }
        }
        Row {
            number: own[0].place.0,
            is_marked: own.iter().all(|cell| cell.is_bold),
            cells,
        }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Refuses more than [`MOST_CELLS`].
pub(super) fn refuse_many(cells: usize) -> Result<(), FormatError> {
    if cells > MOST_CELLS {
        return Err(FormatError::ManyCells(MOST_CELLS));
    }
    Ok(())
}
