//! Notebooks (Jupyter): their notes, which are Markdown, and their code. What the code printed is
//! left out.

use serde::Deserialize;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use crate::corpus::plain_text::BlockKind;
use crate::corpus::{Locator, invisible, markdown};

#[derive(Deserialize)]
struct Notebook {
    #[serde(default)]
    cells: Vec<Cell>,
    /// Where notebooks of old have their cells.
    #[serde(default)]
    worksheets: Vec<Worksheet>,
    /// Every notebook says of which version it is.
    #[serde(rename = "nbformat")]
    _version: u32,
}

#[derive(Deserialize)]
struct Worksheet {
    cells: Vec<Cell>,
}

#[derive(Deserialize)]
struct Cell {
    cell_type: String,
    #[serde(alias = "input")]
    source: Source,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Source {
    Whole(String),
    Lines(Vec<String>),
}

/// Reads a notebook.
pub(super) fn read(text: &str) -> Result<Extracted, FormatError> {
    let notebook: Notebook = serde_json::from_str(invisible::without_mark(text))
        .map_err(|error| FormatError::Notebook(error.to_string()))?;
    let mut writer = Writer::default();
    let old = notebook
        .worksheets
        .into_iter()
        .flat_map(|sheet| sheet.cells);
    for (number, cell) in (1..).zip(notebook.cells.into_iter().chain(old)) {
        let source = match cell.source {
            Source::Whole(source) => source,
            Source::Lines(lines) => lines.concat(),
        };
        writer.locate(Locator::Cell(number));
        match cell.cell_type.as_str() {
            "markdown" => write_notes(&source, &mut writer)?,
            "code" => write_code(&source, &mut writer)?,
            _ => {}
        }
    }
    Ok(writer.finish())
}

fn write_notes(source: &str, writer: &mut Writer) -> Result<(), FormatError> {
    let (_, blocks, _) = markdown::read(source);
    for block in blocks {
        let readings: Vec<_> = block
            .sentences
            .iter()
            .map(|sentence| sentence.reading(&source[sentence.span.range()]))
            .collect();
        match (block.kind, &readings[..]) {
            (BlockKind::Heading, _) => {
                writer.block(Kind::Heading(block.level), &readings.join(" "))?;
            }
            (BlockKind::Paragraph, _) => writer.block(Kind::Paragraph, &readings.join(" "))?,
            // It may be the row of a table, which is quoted whole.
            (BlockKind::Item, [item]) => {
                writer.row(Kind::Row, &[], std::iter::once(item.as_ref()))?;
            }
            (BlockKind::Item, _) => writer.block(Kind::Item, &readings.join(" "))?,
        }
    }
    Ok(())
}

/// Writes what stands between two empty lines of code together.
fn write_code(source: &str, writer: &mut Writer) -> Result<(), FormatError> {
    let mut lines = source.lines().peekable();
    while lines.peek().is_some() {
        let together = lines.by_ref().take_while(|line| !line.trim().is_empty());
        let together = together.collect::<Vec<_>>().join("\n");
        writer.row(Kind::Row, &[], std::iter::once(together.as_str()))?;
    }
    Ok(())
}
