//! Tables of `AsciiDoc`: cells after bars, which may stand on one line or on many.

use crate::corpus::markup::lines::Line;
use crate::corpus::markup::rows::{Table, separated};
use crate::corpus::markup::text::Text;

/// No table has more columns.
const MOST_COLUMNS: usize = 200;
/// No cell is repeated more often: a few signs are not to fill the memory.
const MOST_REPEATED: usize = 20;

/// The table in `lines`, between two that are its `fence`, with its `attributes`.
pub(super) fn read(lines: &[Line<'_>], attributes: &str, fence: &str) -> Table {
    // The first line names the columns where an empty one follows.
    let is_apart = lines.first().is_some_and(|line| !line.is_blank())
        && lines.get(1).is_some_and(Line::is_blank)
        && !attributes.contains("noheader");
    let is_named = attributes.contains("header") && !attributes.contains("noheader");
    if let Some(separator) = separator(attributes, fence) {
        return Table {
            is_named: is_named || is_apart,
            rows: separated(lines.iter().copied(), separator),
        };
    }
    let cells = cells(lines);
    let on_first_line = cells.iter().filter(|cell| cell.line == cells[0].line);
    let columns = columns(attributes).unwrap_or_else(|| {
        let widths = on_first_line.clone().map(|cell| cell.width * cell.times);
        widths.sum()
    });
    let columns = columns.clamp(1, MOST_COLUMNS);
    let is_whole = on_first_line.map(|cell| cell.times).sum::<usize>() == columns;
    Table {
        is_named: is_named || (is_apart && is_whole),
        rows: rows(cells, columns),
    }
}

/// What stands between the values of a row, where these are not cells after bars.
fn separator(attributes: &str, fence: &str) -> Option<char> {
    let named = attributes.split_once("format=").map(|(_, named)| {
        let named = named.trim_start_matches('"');
        named.split(['"', ',', ']']).next().unwrap_or_default()
    });
    let formats = [("csv", ','), ("dsv", ':'), ("tsv", '\t')];
    let format = formats.iter().find(|(name, sign)| match named {
        Some(named) => named == *name,
        None => fence.starts_with(*sign),
    });
    format.map(|(_, sign)| *sign)
}

/// How many columns the attributes name: `cols="1,2"`, `cols="3*"`.
fn columns(attributes: &str) -> Option<usize> {
    let named = attributes.split_once("cols=")?.1;
    let named = match named.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => named.split([',', ']']).next()?,
    };
    let parts = named
        .split([',', ';'])
        .map(|part| match part.split_once('*') {
            Some((times, _)) => times.trim().parse().unwrap_or(1),
            None => 1_usize,
        });
    Some(parts.fold(0, usize::saturating_add))
}

#[derive(Clone)]
struct Cell {
    text: Text,
    /// The number of the line on which it begins.
    line: usize,
    /// Over how many columns and rows it goes.
    width: usize,
    height: usize,
    /// How often it stands in the table, one after the other.
    times: usize,
}

fn cells(lines: &[Line<'_>]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if line.text.starts_with("//") {
            continue;
        }
        let mut from = 0;
        let (mut width, mut height, mut times) = (1, 1, 1);
        let bars = line.text.match_indices('|').map(|(at, _)| at);
        let bars = bars.filter(|&at| !line.text[..at].ends_with('\\'));
        let mut is_first = true;
        for bar in bars.chain([line.text.len()]) {
            let is_last = bar == line.text.len();
            let part = &line.text[from..bar];
            let format = if is_last {
                ""
            } else {
                format_of(part, is_first)
            };
            let text = unmarked(line.part(from, bar - format.len()));
            if !is_first {
                cells.push(Cell {
                    text: Text::of([text]),
                    line: number,
                    width,
                    height,
                    times,
                });
            } else if let Some(cell) = cells.last_mut() {
                // It goes on with the cell of the line above.
                cell.text.add(text);
            }
            (width, height) = spans(format);
            times = repeats(format);
            (is_first, from) = (false, bar + 1);
        }
    }
    cells
}

/// A line of a cell without the mark of an item.
fn unmarked(line: Line<'_>) -> Line<'_> {
    let is_item = line.text.starts_with("* ") || line.text.starts_with("- ");
    if is_item { line.after(2) } else { line }
}

/// How the next cell is shown, as the end of the part before its bar says: "2+", ".3+^", "a". It
/// stands first on its line, or after a space: "|s|m" has a cell "s".
fn format_of(part: &str, is_first: bool) -> &str {
    let word = part.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_format = |c: char| c.is_ascii_digit() || "+*.<>^aehlmsdv".contains(c);
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let is_apart = is_first || word.len() < part.len();
    let is_format = is_apart
        && word.chars().all(is_format)
        && letters <= 1
        && !word.bytes().all(|b| b.is_ascii_digit());
    if is_format { word } else { "" }
}

/// Over how many columns and rows a cell of that format goes.
fn spans(format: &str) -> (usize, usize) {
    let Some((spans, _)) = format.split_once('+') else {
        return (1, 1);
    };
    let (width, height) = spans.split_once('.').unwrap_or((spans, ""));
    let number = |text: &str| text.parse().unwrap_or(1_usize).clamp(1, MOST_COLUMNS);
    (number(width), number(height))
}

/// How often a cell of that format stands in the table: "3*".
fn repeats(format: &str) -> usize {
    let times = format
        .split_once('*')
        .map(|(times, _)| times.parse::<usize>());
    let times = times.and_then(Result::ok).unwrap_or(1);
    times.clamp(1, MOST_REPEATED)
}

/// The cells in rows of so many columns.
fn rows(cells: Vec<Cell>, columns: usize) -> Vec<Vec<Text>> {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    // For how many rows each column is taken by a cell above.
    let mut taken = vec![0_usize; columns];
    let mut row: Vec<Text> = Vec::new();
    let repeated = |cell: Cell| {
        let times = cell.times;
        std::iter::repeat_n(cell, times)
    };
    for cell in cells.into_iter().flat_map(repeated) {
        if row.len() >= columns {
            rows.push(std::mem::take(&mut row));
        }
        while let Some(rows_left) = taken.get_mut(row.len()).filter(|left| **left > 0) {
            *rows_left -= 1;
            row.push(Text::default());
            if row.len() >= columns {
                rows.push(std::mem::take(&mut row));
            }
        }
        let width = cell.width.min(columns - row.len());
        for column in &mut taken[row.len()..row.len() + width] {
            *column = cell.height - 1;
        }
        row.push(cell.text);
        row.resize_with(row.len() + width - 1, Text::default);
    }
    rows.push(row);
    rows
}
