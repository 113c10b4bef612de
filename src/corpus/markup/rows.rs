//! Rows of a table, each read with the names of its columns: "Room: Amber; Beds: 2".

use super::blocks::Blocks;
use super::inline;
use super::lines::Line;
use super::text::Text;
use crate::corpus::document::BlockKind;
use crate::corpus::read_block::ReadBlock;
use crate::span::Span;

/// A table as a syntax has it.
#[derive(Default)]
pub(super) struct Table {
    /// Whether its first row names its columns.
    pub(super) is_named: bool,
    /// Its rows, of cells.
    pub(super) rows: Vec<Vec<Text>>,
}

/// Rows of values with a separator between them, one a line; a value between quotation marks may
/// have the separator in it.
pub(super) fn separated<'t>(
    lines: impl Iterator<Item = Line<'t>>,
    separator: char,
) -> Vec<Vec<Text>> {
    let rows = lines.filter(|line| !line.is_blank()).map(|line| {
        let mut cells = Vec::new();
        let (mut start, mut is_quoted) = (0, false);
        for (at, c) in line.text.char_indices() {
            if c == separator && !is_quoted {
                cells.push(value(&line.part(start, at)));
                start = at + c.len_utf8();
            } else if at == start && c.is_whitespace() {
                start += c.len_utf8();
            } else if c == '"' && line.text[start..].starts_with('"') {
                is_quoted = !is_quoted;
            }
        }
        cells.push(value(&line.part(start, line.text.len())));
        cells
    });
    rows.collect()
}

/// A value without its quotation marks; of two within it, one is read.
fn value(cell: &Line<'_>) -> Text {
    let inside = cell.text.strip_prefix('"');
    let Some(inside) = inside.and_then(|text| text.strip_suffix('"')) else {
        return Text::of([*cell]);
    };
    let inside = cell.part(1, 1 + inside.len());
    let mut text = Text::default();
    let mut from = 0;
    for (at, _) in inside.text.match_indices("\"\"") {
        text.go_on(&inside.text[from..=at], inside.start + from);
        from = at + 2;
    }
    text.go_on(&inside.text[from..], inside.start + from);
    text
}

impl Blocks<'_> {
    pub(super) fn table(&mut self, table: Table) {
        let mut rows = table.rows.into_iter().peekable();
        let (mut names, mut named_at) = (Vec::new(), None);
        // Names of no columns are a row like any other.
        if table.is_named
            && let Some(head) = rows.next()
        {
            if rows.peek().is_none() {
                return self.row(&[], None, &head);
            }
            let name = |cell: &Text| {
                let name = inline::reading(&self.inline, cell);
                name.trim().trim_end_matches(':').to_owned()
            };
            names = head.iter().map(name).collect();
            let mut said = head.iter().filter(|cell| !cell.is_empty());
            named_at = said.next().map(|first| {
                let last = said.next_back().unwrap_or(first);
                let end = last.span(0..last.flat.len()).end;
                Span::from(first.place(0)..end)
            });
        }
        for row in rows {
            self.row(&names, named_at, &row);
        }
    }

    fn row(&mut self, names: &[String], named_at: Option<Span>, cells: &[Text]) {
        let place = cells.iter().find(|cell| !cell.is_empty());
        let place = Span::at(place.map_or(0, |cell| cell.place(0)));
        let mut block = ReadBlock::new(BlockKind::Row, 0, place);
        block.is_whole = true;
        block.names = named_at;
        let is_named = names.iter().any(|name| !name.is_empty());
        for (column, cell) in cells.iter().enumerate() {
            if cell.is_empty() {
                continue;
            }
            let place = Span::at(cell.place(0));
            if !block.reading.is_empty() {
                // Without names, what leads a row names its values.
                let leads = !is_named && column == 1 && !block.reading.ends_with(':');
                block.push(if leads { ": " } else { "; " }, place);
            }
            if let Some(name) = names.get(column).filter(|name| !name.is_empty()) {
                block.push(&format!("{name}: "), place);
            }
            inline::read(&self.inline, cell, &mut block);
        }
        self.push(block);
    }
}
