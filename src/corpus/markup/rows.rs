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
/// have the separator in it, and go on over lines.
pub(super) fn separated<'t>(
    lines: impl Iterator<Item = Line<'t>>,
    separator: char,
) -> Vec<Vec<Text>> {
    let lines: Vec<Line<'t>> = lines.filter(|line| !line.is_blank()).collect();
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    // What the lines above have of the value that goes on.
    let mut open: Vec<Line<'t>> = Vec::new();
    // Whether its end was found below: it is looked for once, and not again from each of its lines.
    let mut ends = false;
    for (number, line) in lines.iter().enumerate() {
        let (mut start, mut is_quoted) = (0, !open.is_empty());
        for (at, c) in line.text.char_indices() {
            if c == separator && !is_quoted {
                open.push(line.part(start, at));
                cells.push(value(&open));
                open.clear();
                ends = false;
                start = at + c.len_utf8();
            } else if at == start && open.is_empty() && c.is_whitespace() {
                start += c.len_utf8();
            } else if c == '"' && (!open.is_empty() || line.text[start..].starts_with('"')) {
                is_quoted = !is_quoted;
            }
        }
        open.push(line.part(start, line.text.len()));
        ends = is_quoted && (ends || ends_below(&lines[number + 1..], separator));
        if !ends {
            cells.push(value(&open));
            open.clear();
            rows.push(std::mem::take(&mut cells));
        }
    }
    rows
}

/// Whether the quotation mark that is open is closed in the lines below, at the end of a value.
fn ends_below(lines: &[Line<'_>], separator: char) -> bool {
    for line in lines {
        let mut rest = line.text;
        while let Some((_, after)) = rest.split_once('"') {
            if let Some(after) = after.strip_prefix('"') {
                rest = after;
            } else {
                let after = after.trim_start_matches(|c: char| c.is_whitespace() && c != separator);
                return after.is_empty() || after.starts_with(separator);
            }
        }
    }
    false
}

/// A value without its quotation marks; of two within it, one is read.
fn value(lines: &[Line<'_>]) -> Text {
    let opens = lines.first().is_some_and(|line| line.text.starts_with('"'));
    let closes = lines.last().is_some_and(|line| line.text.ends_with('"'));
    let is_one_mark = matches!(lines, [line] if line.text.len() < 2);
    if !opens || !closes || is_one_mark {
        return Text::of(lines.iter().copied());
    }
    let mut text = Text::default();
    for (number, line) in lines.iter().enumerate() {
        let opening = usize::from(number == 0);
        let closing = usize::from(number + 1 == lines.len());
        let inside = line.part(opening, line.text.len() - closing);
        let mut from = 0;
        let doubled = inside.text.match_indices("\"\"").map(|(at, _)| at + 1);
        for to in doubled.chain([inside.text.len()]) {
            let piece = Line {
                text: &inside.text[from..to],
                start: inside.start + from,
                ..inside
            };
            if from == 0 {
                text.add(piece);
            } else {
                text.go_on(piece.text, piece.start);
            }
            from = to + 1;
        }
    }
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
