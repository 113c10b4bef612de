//! Workbooks of `OpenOffice` and its kin: the rows that are not hidden, unless by a filter.

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::Extracted;
use super::flow::push_run;
use super::opendocument::{self, Style, Styles};
use super::sheet::{self, COLUMNS, ROWS, Sheet};
use super::xml::{Node, Nodes, local, number, value};

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let (content, title) = opendocument::content(bytes)?;
    let mut extracted = sheet::write(sheets(&content)?)?;
    extracted.title = title;
    Ok(extracted)
}

/// The sheet that is being read.
#[derive(Default)]
struct Open {
    sheet: Sheet,
    /// How many columns there are so far.
    columns: usize,
    /// How many rows were read, and how often the one that is open stands there.
    row: usize,
    rows_repeated: usize,
    is_row_hidden: bool,
    cells: Vec<Cell>,
    column: usize,
    cell: Cell,
    /// How many cells were looked at that say something.
    looked_at: usize,
}

/// A cell, which may stand in several columns and rows.
#[derive(Default)]
struct Cell {
    column: usize,
    columns: usize,
    rows: usize,
    is_bold: bool,
    is_struck: bool,
    is_date: bool,
    text: String,
    /// What it is worth, where it does not say how that is shown.
    value: Option<String>,
}

/// The sheets that are shown.
fn sheets(xml: &str) -> Result<Vec<Sheet>, FormatError> {
    let mut nodes = Nodes::of(xml);
    let mut styles = Styles::default();
    let mut sheets = Vec::new();
    let mut open: Option<Open> = None;
    // Of each span that is open, whether it is raised; and how many paragraphs are open.
    let (mut spans, mut paragraphs): (Vec<bool>, usize) = (Vec::new(), 0);
    while let Some(node) = nodes.next(|name, element| styles.is_hidden(name, element))? {
        match (node, &mut open) {
            (Node::Start(element), None) => match local(&element) {
                "style" | "text-properties" | "table-properties" => styles.learn(&element),
                "table" => {
                    open = Some(Open {
                        sheet: Sheet::named(&value(&element, "name").unwrap_or_default()),
                        ..Open::default()
                    });
                }
                _ => {}
            },
            (Node::Start(element), Some(open)) => match local(&element) {
                "table-column" => open.start_column(&element),
                "table-row" => open.start_row(&element),
                "table-cell" | "covered-table-cell" => {
                    open.start_cell(&element, styles.of(&element));
                }
                "p" => {
                    paragraphs += 1;
                    open.cell.text.push(' ');
                }
                "s" | "tab" | "line-break" => open.cell.text.push(' '),
                "span" => spans.push(styles.of(&element).is_raised),
                _ => {}
            },
            (Node::End(name), Some(open_sheet)) => match name.as_str() {
                "p" => paragraphs = paragraphs.saturating_sub(1),
                "span" => drop(spans.pop()),
                "table-cell" | "covered-table-cell" => open_sheet.end_cell(),
                "table-row" => open_sheet.end_row()?,
                "table" => sheets.extend(open.take().map(|open| open.sheet)),
                _ => {}
            },
            (Node::Text(text), Some(open)) if paragraphs > 0 => {
                push_run(&mut open.cell.text, &text, spans.last() == Some(&true));
            }
            _ => {}
        }
    }
    Ok(sheets)
}

impl Open {
    fn start_column(&mut self, element: &BytesStart<'_>) {
        let first = self.columns;
        self.columns = first.saturating_add(count(element, "number-columns-repeated"));
        if is_collapsed(element) {
            self.sheet.hide(first..self.columns);
        }
    }

    fn start_row(&mut self, element: &BytesStart<'_>) {
        self.rows_repeated = count(element, "number-rows-repeated");
        self.is_row_hidden = is_collapsed(element);
        self.column = 0;
        self.cells.clear();
    }

    fn start_cell(&mut self, element: &BytesStart<'_>, style: &Style) {
        let values = ["string-value", "date-value", "time-value", "value"];
        self.cell = Cell {
            column: self.column,
            columns: count(element, "number-columns-repeated"),
            rows: count(element, "number-rows-spanned"),
            is_bold: style.is_bold,
            is_struck: style.is_hidden,
            is_date: value(element, "date-value").is_some(),
            text: String::new(),
            value: values.iter().find_map(|name| value(element, name)),
        };
        self.column = self.column.saturating_add(self.cell.columns);
    }

    fn end_cell(&mut self) {
        let mut cell = std::mem::take(&mut self.cell);
        // 05/01 is two dates: one of figures alone is written as all people understand it.
        let is_unclear = cell.is_date && !cell.text.contains(char::is_alphabetic);
        match cell.value.take() {
            Some(date) if is_unclear => {
                cell.text = date.replace('T', " ").replace(" 00:00:00", "");
            }
            Some(value) if cell.text.trim().is_empty() => cell.text = value,
            _ => {}
        }
        if !cell.is_struck && !cell.text.trim().is_empty() {
            self.cells.push(cell);
        }
    }

    fn end_row(&mut self) -> Result<(), FormatError> {
        let first = self.row;
        self.row = first.saturating_add(self.rows_repeated);
        if self.is_row_hidden || self.cells.is_empty() {
            return Ok(());
        }
        for row in first + 1..=self.row.min(ROWS) {
            for cell in &self.cells {
                let columns = cell.column..cell.column.saturating_add(cell.columns).min(COLUMNS);
                // Cells that are hidden or beyond the last column take time as well.
                self.looked_at += columns.len().max(1);
                sheet::refuse_many(self.looked_at)?;
                for column in columns {
                    if !self.sheet.hides(column) {
                        let text = cell.text.trim().to_owned();
                        self.sheet.push((row, column), cell.is_bold, text)?;
                        let last = row.saturating_add(cell.rows.saturating_sub(1));
                        self.sheet.merge((row, column), last);
                    }
                }
            }
        }
        Ok(())
    }
}

/// Whether a row or a column is hidden.
fn is_collapsed(element: &BytesStart<'_>) -> bool {
    value(element, "visibility").is_some_and(|visibility| visibility == "collapse")
}

/// A number of rows or columns, 1 where none is told.
fn count(element: &BytesStart<'_>, name: &str) -> usize {
    number(element, name).unwrap_or(1)
}
