//! Tables that are set out in lines: cells between bars, tabs, or spaces that keep columns.

use std::ops::Range;

use super::hanging::is_option;
use super::lines::Line;
use super::lists::Marker;
use crate::corpus::columns::{self, Form};

/// Lines that keep columns by spaces alone, at least: two lines may do so by chance.
const FEWEST: usize = 3;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The names of the columns; empty where nothing names them.
    pub(crate) names: Vec<String>,
    /// Where these stand.
    pub(crate) head: Option<Range<usize>>,
    /// Where the cells stand in the text.
    pub(crate) cells: Vec<Range<usize>>,
}

/// The tables among lines: which lines each takes up, and its rows.
pub(super) fn find(lines: &[Line]) -> Vec<(Range<usize>, Vec<Row>)> {
    let mut tables = Vec::new();
    let mut start = 0;
    // For each kind, the line from which on a table of it may begin.
    let mut kinds = [Parted::Bars, Parted::Tabs, Parted::Spaces].map(|parted| (parted, 0));
    while start < lines.len() {
        let mut kinds = kinds.iter_mut().filter(|(_, from)| *from <= start);
        let table = kinds.find_map(|(parted, from)| {
            let table = parted.table(&lines[start..]);
            table.inspect_err(|none| *from = start + none).ok()
        });
        match table {
            Some((length, rows)) => {
                tables.push((start..start + length, rows));
                start += length;
            }
            None => start += 1,
        }
    }
    tables
}

/// By what cells are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parted {
    Bars,
    Tabs,
    Spaces,
}

impl Parted {
    /// The table that begins with the first line, and how many lines it takes up; where there is
    /// none, how many of the first lines can be passed over.
    fn table(self, lines: &[Line]) -> Result<(usize, Vec<Row>), usize> {
        let Some(line) = lines.first().filter(|line| !is_ruler(line)) else {
            return Err(1);
        };
        let first = self.cells(line);
        let width = first.len();
        if width < 2 {
            return Err(1);
        }
        let mut rows = vec![Laid::on(line, first)];
        let mut length = 1;
        while let Some(line) = lines.get(length) {
            if is_ruler(line) {
                length += 1;
                continue;
            }
            let cells = self.cells(line);
            if cells.len() == width {
                rows.push(Laid::on(line, cells));
            } else if let Some(row) = self.option(&lines[length..], &rows) {
                rows.push(row);
                length += 1;
            } else if self.goes_on(line, &cells, &mut rows) {
                length += 1;
                continue;
            } else {
                break;
            }
            length += 1;
            // Rows that are out of line stay so, however many follow.
            if rows.len().is_power_of_two() && !self.keeps_columns(&rows) {
                break;
            }
        }
        while length > 1 && is_ruler(&lines[length - 1]) {
            length -= 1;
        }
        if !self.keeps_columns(&rows) {
            // A table that begins above rows that are out of line has them in it as well.
            let half = rows.len() / 2;
            let last = if self.keeps_columns(&rows[half..]) {
                0
            } else {
                half
            };
            let place = lines
                .iter()
                .position(|line| std::ptr::eq(line, rows[last].line));
            return Err(1 + place.unwrap_or(0));
        }
        let fewest = if self == Self::Spaces { FEWEST } else { 2 };
        if rows.len() < fewest {
            return Err(1);
        }
        if rows.iter().all(|row| Marker::of(row.line.text).is_some()) {
            return Err(length);
        }
        let has_rulers = lines[..length].iter().any(is_ruler);
        Ok((length, named(rows, has_rulers)))
    }

    /// Whether spaces, where they part the cells, keep these in columns.
    fn keeps_columns(self, rows: &[Laid]) -> bool {
        // The long form of an option stands where those of others do, which have a short one.
        let are_options = rows.iter().all(|row| is_option(row.line));
        let width = rows.first().map_or(0, |row| row.cells.len());
        let mut aligned = usize::from(are_options)..width;
        self != Self::Spaces || aligned.all(|column| is_aligned(rows, column))
    }

    /// An option that leaves no room beside it for what it does, which stands on the next line.
    fn option<'l, 't>(self, lines: &'l [Line<'t>], rows: &[Laid<'l, 't>]) -> Option<Laid<'l, 't>> {
        let [line, below, ..] = lines else {
            return None;
        };
        let [term, does] = [line, below].map(|line| self.cells(line));
        let above = rows.last().filter(|_| self == Self::Spaces)?;
        let ([term], [does], [_, last]) = (&term[..], &does[..], &above.cells[..]) else {
            return None;
        };
        let is_below = column(below, does.start) == column(above.last_line, last.start);
        (is_option(line) && is_below).then(|| Laid {
            line,
            last_line: below,
            cells: vec![term.clone(), does.clone()],
        })
    }

    /// Takes in a line on which the last cell of the row above goes on.
    fn goes_on(self, line: &Line, cells: &[Range<usize>], rows: &mut [Laid]) -> bool {
        if self == Self::Spaces
            && let ([only], Some(above)) = (cells, rows.last_mut())
            && let Some(last) = above.cells.last_mut()
            && column(line, only.start) == column(above.last_line, last.start)
        {
            last.end = only.end;
            return true;
        }
        false
    }

    /// The cells of a line, by their places in the text.
    fn cells(self, line: &Line) -> Vec<Range<usize>> {
        let mark = match self {
            Self::Bars => "|",
            Self::Tabs => "\t",
            Self::Spaces => "  ",
        };
        let is_edge = |c: char| self == Self::Bars && c == '|';
        let inside = line.text.trim_start_matches(is_edge);
        let mut start = line.end() - inside.len();
        let mut rest = inside.trim_end_matches(is_edge);
        let mut cells = Vec::new();
        loop {
            let parting = rest.find(mark);
            let cell = &rest[..parting.unwrap_or(rest.len())];
            let from = start + (cell.len() - cell.trim_start().len());
            cells.push(from..from + cell.trim().len());
            let Some(at) = parting else {
                return cells;
            };
            let mut after = &rest[at + mark.len()..];
            if self == Self::Spaces {
                after = after.trim_start_matches(' ');
            }
            start += rest.len() - after.len();
            rest = after;
        }
    }
}

/// A row as it is laid out.
struct Laid<'l, 't> {
    /// The line that it begins on.
    line: &'l Line<'t>,
    /// The one that its last cell begins on.
    last_line: &'l Line<'t>,
    cells: Vec<Range<usize>>,
}

impl<'l, 't> Laid<'l, 't> {
    fn on(line: &'l Line<'t>, cells: Vec<Range<usize>>) -> Self {
        Self {
            line,
            last_line: line,
            cells,
        }
    }

    /// The line that a cell begins on.
    fn line_of(&self, number: usize) -> &'l Line<'t> {
        if number + 1 == self.cells.len() {
            self.last_line
        } else {
            self.line
        }
    }
}

/// Whether a line only parts rows: "----  ---", "+---+---+".
fn is_ruler(line: &Line) -> bool {
    !line.text.is_empty()
        && (line.text.chars())
            .all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' ' | '_' | '─' | '┼'))
}

/// Which character of its line stands at a byte of the text; the last one for what ends on another.
fn column(line: &Line, at: usize) -> usize {
    let before = line.text.get(..at - line.start).unwrap_or(line.text);
    line.indent + before.chars().count()
}

/// Whether all cells of a column start, or all end, below each other.
fn is_aligned(rows: &[Laid], number: usize) -> bool {
    let place = |at: fn(&Range<usize>) -> usize| {
        let mut places = rows
            .iter()
            .map(|row| column(row.line_of(number), at(&row.cells[number])));
        let first = places.next();
        places.all(|place| Some(place) == first)
    };
    place(|cell| cell.start) || place(|cell| cell.end)
}

/// The rows with the names that the first gives, if it does.
fn named(rows: Vec<Laid>, has_rulers: bool) -> Vec<Row> {
    let text = |row: &Laid, number: usize| {
        let (line, cell) = (row.line_of(number), &row.cells[number]);
        let place = cell.start - line.start..cell.end - line.start;
        line.text.get(place).unwrap_or_default().to_owned()
    };
    let cells = |row: &Laid| {
        let numbers = 0..row.cells.len();
        numbers.map(|number| text(row, number)).collect()
    };
    let written: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let first = &rows[0].cells;
    let head = first[0].start..first[first.len() - 1].end;
    let form = if has_rulers && columns::are_named(&written[0]) {
        Form::named(&written[0])
    } else {
        Form::of(&written)
    };
    let rows = rows.into_iter().skip(form.heads());
    let (names, head) = match form {
        Form::Named(names) => (names, Some(head)),
        Form::Pairs | Form::Plain => (Vec::new(), None),
    };
    rows.map(|row| Row {
        names: names.clone(),
        head: head.clone(),
        cells: row.cells,
    })
    .collect()
}

#[cfg(test)]
mod tests;
