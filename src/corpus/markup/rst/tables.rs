//! Tables of reStructuredText: drawn as a grid, ruled by columns, or written in a directive as values
//! between commas or as a list of lists.

use crate::corpus::markup::lines::Line;
use crate::corpus::markup::rows::Table;
use crate::corpus::markup::text::Text;

/// Whether a line draws the border of a grid: "+----+----+".
pub(super) fn is_border(line: &str) -> bool {
    line.len() >= 3
        && line.starts_with('+')
        && line.ends_with('+')
        && line.bytes().all(|b| matches!(b, b'+' | b'-' | b'='))
        && line.contains(['-', '='])
}

/// Whether a line rules the columns of a table: "====  =====".
pub(super) fn is_rule(line: &str) -> bool {
    line.contains(' ') && line.starts_with("==") && line.bytes().all(|b| matches!(b, b'=' | b' '))
}

/// A grid, from its first border on. Cells over several columns begin where they begin.
pub(super) fn grid(lines: &[Line<'_>]) -> Table {
    let mut table = Table::default();
    let Some(border) = lines.first() else {
        return table;
    };
    let columns: Vec<usize> = border.text.match_indices('+').map(|(at, _)| at).collect();
    let mut row: Vec<Text> = Vec::new();
    for line in lines {
        if is_border(line.text) {
            if !row.is_empty() {
                table.is_named |= table.rows.is_empty() && line.text.contains('=');
                table.rows.push(std::mem::take(&mut row));
            }
            continue;
        }
        // Columns are counted in characters. The cell begins after its border.
        let (mut number, mut start) = (0, 0);
        for (column, (at, c)) in line.text.char_indices().enumerate() {
            if !matches!(c, '|' | '+') {
                continue;
            }
            let Ok(next) = columns.binary_search(&column) else {
                continue;
            };
            let part = line.part(start.min(at), at);
            if next > number && !part.is_blank() && !is_drawn(part.text) {
                if row.len() <= number {
                    row.resize_with(number + 1, Text::default);
                }
                row[number].add(part);
            }
            (number, start) = (next, at + 1);
        }
    }
    table
}

/// Whether a part of a row is a border within it.
fn is_drawn(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|b| b == b'-' || b == b'+')
}

/// A table between rules, from the first of them on.
pub(super) fn ruled(lines: &[Line<'_>]) -> Table {
    let mut table = Table::default();
    let Some(rule) = lines.first() else {
        return table;
    };
    let starts = |at: &usize| *at == 0 || rule.text.as_bytes()[at - 1] == b' ';
    let signs = rule.text.match_indices('=').map(|(at, _)| at);
    let columns: Vec<usize> = signs.filter(starts).collect();
    let rules = lines.iter().filter(|line| is_rule(line.text)).count();
    table.is_named = rules > 2;
    for line in &lines[1..] {
        let drawn = line.text.bytes().all(|b| matches!(b, b'=' | b'-' | b' '));
        if line.is_blank() || drawn {
            continue;
        }
        let before = line.indent.saturating_sub(rule.indent);
        let places: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
        // The byte at which a column of the line starts, or its end.
        let byte = |column: &usize| {
            let place = places.get(column.saturating_sub(before));
            place.copied().unwrap_or(line.text.len())
        };
        let reached = columns.partition_point(|start| *start < before + places.len());
        let cells = columns[..reached]
            .iter()
            .enumerate()
            .map(|(number, start)| {
                let to = columns.get(number + 1).map_or(line.text.len(), byte);
                line.part(byte(start).min(to), to)
            });
        // A row without a first cell goes on with the one above.
        if let Some(row) = table.rows.last_mut().filter(|_| before > 0) {
            row.resize_with(row.len().max(reached), Text::default);
            row.iter_mut()
                .zip(cells)
                .for_each(|(text, cell)| text.add(cell));
        } else {
            let mut row: Vec<Text> = cells.map(|cell| Text::of([cell])).collect();
            while row.pop_if(|cell| cell.is_empty()).is_some() {}
            table.rows.push(row);
        }
    }
    table
}

/// A list of lists, of the rows and their cells: "* - Heron", "  - 2 EUR".
pub(super) fn listed(lines: &[Line<'_>], is_named: bool) -> Table {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let mut column = None;
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let mut line = *line;
        let is_row = line.text.starts_with("* ") && column.is_none_or(|own| line.indent == own);
        if is_row {
            column = Some(line.indent);
            rows.push(Vec::new());
            line = line.after(1);
        }
        let Some(row) = rows.last_mut() else { continue };
        let is_cell = line.text == "-" || line.text.starts_with("- ");
        if is_cell && (is_row || line.indent == column.unwrap_or_default() + 2) {
            row.push(Text::of([line.after(1)]));
        } else if let Some(cell) = row.last_mut() {
            cell.add(line);
        }
    }
    Table { is_named, rows }
}
