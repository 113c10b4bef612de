//! Tables of a page: each row with the names of its columns, where the table names them.

use dom_query::NodeRef;

use super::text::text;
use crate::corpus::formats::FormatError;
use crate::corpus::formats::extracted::{Kind, Writer};
use crate::corpus::formats::flow::{WIDEST, write_table};
use crate::corpus::{columns, folded};

/// A cell above this many bytes holds a part of the page: its table is for layout.
const LONGEST_CELL: usize = 2000;

/// Whether a table holds data, rather than parts of the page side by side.
pub(super) fn is_data(table: &NodeRef) -> bool {
    let (mut widest, mut is_named, mut has_lists) = (0, false, false);
    for node in table.descendants_it() {
        match node.node_name().as_deref() {
            Some("table" | "h1" | "h2" | "h3" | "form") => return false,
            Some("th") => is_named = true,
            Some("ul" | "ol") => has_lists = true,
            Some("tr") => widest = widest.max(cells(&node).count()),
            Some("td") if node.text().len() > LONGEST_CELL => return false,
            _ => {}
        }
    }
    widest > 1 && (is_named || !has_lists)
}

/// A row, and how the table marks it.
struct Row {
    cells: Vec<String>,
    /// Whether all of its cells name columns.
    is_head: bool,
    /// Whether its first cell names the row.
    leads: bool,
}

/// Writes the caption and the rows of a table.
pub(super) fn write(table: &NodeRef, writer: &mut Writer) -> Result<(), FormatError> {
    let mut rows: Vec<Row> = Vec::new();
    // For each column, in how many more rows its cell stands, and what it says.
    let mut spanning: Vec<(usize, String)> = Vec::new();
    for node in table.descendants_it() {
        match node.node_name().as_deref() {
            Some("caption") => writer.block(Kind::Paragraph, &text(&node, false)?)?,
            Some("tr") => {
                let names: Vec<bool> = cells(&node).map(|cell| cell.has_name("th")).collect();
                let cells = row(&node, &mut spanning)?;
                rows.push(Row {
                    is_head: cells.len() > 1 && names.iter().all(|is_name| *is_name),
                    leads: names.first() == Some(&true),
                    cells,
                });
            }
            _ => {}
        }
    }
    if !rows.iter().any(|row| row.is_head || row.leads) {
        let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.cells).collect();
        return write_table(&rows, writer);
    }
    let mut headers: Vec<String> = Vec::new();
    for row in &rows {
        if row.is_head {
            headers = row.cells.iter().map(|cell| columns::name(cell)).collect();
        } else if headers.is_empty() && row.leads && row.cells.len() > 1 {
            // Without a row of headers, what leads a row names its values.
            let names = [columns::name(&row.cells[0])];
            writer.row(Kind::Row, &names, &row.cells[1..])?;
        } else {
            writer.row(Kind::Row, &headers, &row.cells)?;
        }
    }
    Ok(())
}

fn cells<'a>(row: &NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> + use<'a> {
    row.children_it(false)
        .filter(|cell| cell.has_name("td") || cell.has_name("th"))
}

/// The cells of a row: those that span stand in all rows, but in their first column only.
fn row(row: &NodeRef, spanning: &mut Vec<(usize, String)>) -> Result<Vec<String>, FormatError> {
    let mut texts = Vec::new();
    let mut given = cells(row);
    loop {
        let column = texts.len();
        if let Some((rows, said)) = spanning.get_mut(column)
            && *rows > 0
        {
            *rows -= 1;
            texts.push(said.clone());
            continue;
        }
        let Some(cell) = given.next().filter(|_| column < WIDEST) else {
            return Ok(texts);
        };
        let span = |name: &str| {
            let number = cell.attr(name).and_then(|value| value.trim().parse().ok());
            number.unwrap_or(1_usize).max(1)
        };
        let said = folded(&text(&cell, false)?);
        for place in 0..span("colspan").min(WIDEST - column) {
            let said = if place == 0 { &*said } else { "" };
            if spanning.len() <= texts.len() {
                spanning.resize(texts.len() + 1, (0, String::new()));
            }
            spanning[texts.len()] = (span("rowspan") - 1, said.to_owned());
            texts.push(said.to_owned());
        }
    }
}
