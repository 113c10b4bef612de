//! Notebooks (Jupyter): their notes, which are Markdown, and their code with the values that it
//! gave, but not what it printed.

use serde::Deserialize;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use crate::corpus::document::BlockKind;
use crate::corpus::locator::Locator;
use crate::corpus::{invisible, markdown};

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
    #[serde(rename = "cell_type")]
    kind: String,
    #[serde(alias = "input")]
    source: Source,
    #[serde(default)]
    outputs: Vec<Output>,
}

/// What code gave; what it printed has no data.
#[derive(Deserialize)]
struct Output {
    data: Option<Data>,
}

#[derive(Deserialize)]
struct Data {
    #[serde(rename = "text/plain")]
    plain: Option<Source>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Source {
    Whole(String),
    Lines(Vec<String>),
}

impl Source {
    fn text(self) -> String {
        match self {
            Self::Whole(source) => source,
            Self::Lines(lines) => lines.concat(),
        }
    }
}

pub(super) fn read(text: &str) -> Result<Extracted, FormatError> {
    let notebook: Notebook = serde_json::from_str(invisible::without_mark(text))
        .map_err(|error| FormatError::Notebook(error.to_string()))?;
    let mut writer = Writer::default();
    let old = notebook.worksheets.into_iter();
    let old = old.flat_map(|sheet| sheet.cells);
    for (number, cell) in (1..).zip(notebook.cells.into_iter().chain(old)) {
        let source = cell.source.text();
        writer.locate(Locator::Cell(number));
        match cell.kind.as_str() {
            "markdown" => write_notes(&source, &mut writer)?,
            "code" => {
                writer.code(&source)?;
                let values = cell.outputs.into_iter();
                let values = values.filter_map(|output| output.data?.plain);
                for value in values.map(Source::text) {
                    // "<Figure size 640x480>" only names a picture or an object.
                    if !value.trim_start_matches('[').starts_with('<') {
                        writer.code(&value)?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(writer.finish())
}

fn write_notes(source: &str, writer: &mut Writer) -> Result<(), FormatError> {
    let (_, blocks, _) = markdown::read(source, false);
    for block in blocks {
        let sentences = block.sentences.iter();
        let readings = sentences.map(|it| it.reading(&source[it.span.range()]));
        let readings: Vec<_> = readings.collect();
        let reading = readings.join(" ");
        match block.kind {
            BlockKind::Heading => writer.block(Kind::Heading(block.level), &reading)?,
            BlockKind::Paragraph => writer.block(Kind::Paragraph, &reading)?,
            BlockKind::Item => writer.block(Kind::Item, &reading)?,
            BlockKind::Row => writer.row(Kind::Row, &[], [reading])?,
            BlockKind::Code => writer.code(&readings.join("\n"))?,
        }
    }
    Ok(())
}
