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
    while start < lines.len() {
        let table = [Parted::Bars, Parted::Tabs, Parted::Spaces]
            .into_iter()
            .find_map(|parted| parted.table(&lines[start..]));
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
    /// The table that begins with the first line, and how many lines it takes up.
    fn table(self, lines: &[Line]) -> Option<(usize, Vec<Row>)> {
        let first = self.cells(lines.first()?);
        let width = first.len();
        if width < 2 {
            return None;
        }
        let mut rows = vec![Laid::on(&lines[0], first)];
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
            } else if !self.goes_on(line, &cells, &mut rows) {
                break;
            }
            length += 1;
        }
        while length > 1 && is_ruler(&lines[length - 1]) {
            length -= 1;
        }
        // The long form of an option stands where those of others do, which have a short one.
        let are_options = rows.iter().all(|row| is_option(row.line));
        let aligned = usize::from(are_options)..width;
        let keeps_columns = self != Self::Spaces
            || rows.len() >= FEWEST && aligned.into_iter().all(|column| is_aligned(&rows, column));
        let is_list = || rows.iter().all(|row| Marker::of(row.line.text).is_some());
        let has_rulers = lines[..length].iter().any(is_ruler);
        (rows.len() > 1 && keeps_columns && !is_list()).then(|| (length, named(rows, has_rulers)))
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
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let lines = lines(text);
        let tables = find(&lines).into_iter().flat_map(|(_, rows)| rows);
        tables
            .map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(|cell| &text[cell.clone()]).collect();
                format!("{} = {}", row.names.join("/"), cells.join("/"))
            })
            .collect()
    }

    #[test]
    fn cells_stand_between_bars_tabs_or_columns_of_spaces() {
        let wanted = [
            "Boat/Fare/Berth = Heron/2 crowns/4",
            "Boat/Fare/Berth = Gull/30 crowns/12",
        ];
        for text in [
            "Boat | Fare | Berth\nHeron | 2 crowns | 4\nGull | 30 crowns | 12\n",
            "+-----+\n| Boat | Fare | Berth |\n+=====+\n| Heron | 2 crowns | 4 |\n| Gull | 30 crowns | 12 |\n+---+\n",
            "Boat\tFare\tBerth\nHeron\t2 crowns\t4\nGull\t30 crowns\t12\n",
            "Boat   Fare       Berth\nHeron  2 crowns       4\nGull   30 crowns     12\n",
            "  Boat   Fare       Berth\n  -----  ---------  -----\n  Heron  2 crowns   4\n  Gull   30 crowns  12\n",
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }

    #[test]
    fn rows_of_labels_and_options_have_no_names() {
        for case in [
            "Boat:     Heron\nFare:     2 crowns\nHarbour:  Lorne\n \
             =>  = Boat:/Heron | = Fare:/2 crowns | = Harbour:/Lorne",
            // A last cell may go on below itself.
            "-c  Create the list, and\n    keep the old one.\n-v  Say more.\n-x  Stop.\n \
             =>  = -c/Create the list, and\n    keep the old one. | = -v/Say more. | = -x/Stop.",
            // Options keep the column of what they do.
            "  -c, --count N   count to N\n      --quick     do not wait\n  -o, --output FILE\n                  write to FILE, not\n                  to the screen\n  -q              say nothing\n \
             =>  = -c, --count N/count to N | = --quick/do not wait \
             | = -o, --output FILE/write to FILE, not\n                  to the screen | = -q/say nothing",
            // Items and prose with wide gaps are no rows.
            "1.\tThe Heron sails.\n2.\tThe Gull sails.\n => ",
            "It sails at ten.  The fare is\ntwo crowns.  Nobody pays it.\nThe boat is old.  It sinks.\n => ",
            "a|b\n\nHeron  2\nGull  3\n => ",
        ] {
            let (text, wanted) = case.split_once(" => ").unwrap_or_default();
            assert_eq!(told(text).join(" |"), wanted, "{text}");
        }
    }
}
