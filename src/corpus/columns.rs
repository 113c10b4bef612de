//! Which rows of a table name its columns, where nothing but their look tells.

use super::folded;

/// A cell longer than this many bytes does not name a column.
pub(super) const LONGEST_NAME: usize = 200;

/// Whether the cells of a first row are the names of columns: more than one, briefly, in words,
/// and none of them a number. A year may head a column.
pub(super) fn are_named(names: &[impl AsRef<str>]) -> bool {
    let cells = || names.iter().map(|cell| cell.as_ref().trim());
    cells().all(|cell| cell.len() <= LONGEST_NAME && !is_number(cell))
        && cells().any(|cell| cell.contains(char::is_alphabetic))
        && filled(names) > 1
}

/// Whether a cell is a number and no year.
fn is_number(cell: &str) -> bool {
    let bare = cell.replace([',', ' ', '%'], "");
    let is_year = |number: f64| bare.len() == 4 && (1000.0..2100.0).contains(&number);
    // "Inf" and "NaN" are words here.
    bare.contains(|c: char| c.is_ascii_digit())
        && bare.parse::<f64>().is_ok_and(|number| !is_year(number))
}

/// How many cells of a row say anything.
pub(super) fn filled(cells: &[impl AsRef<str>]) -> usize {
    let says = |cell: &&str| !cell.trim().is_empty();
    cells.iter().map(AsRef::as_ref).filter(says).count()
}

/// A name as it stands before a value: on one line, with spaces between its words ("unit price" for
/// `unit_price`), and without the colon that is put after it.
pub(super) fn name(cell: &str) -> String {
    let cell = cell.replace('_', " ");
    folded(&cell).trim_end_matches(':').to_owned()
}

/// How the rows of a table are read.
pub(super) enum Form {
    /// The first row names the columns of the others.
    Named(Vec<String>),
    /// Each row is a label and its value.
    Pairs,
    /// Nothing is known of the columns.
    Plain,
}

impl Form {
    /// How rows are read of which nothing is marked, below their titles: two columns are labels
    /// and their values unless the first row looks like names, and of more columns it names them
    /// if it can.
    pub(super) fn of(rows: &[impl AsRef<[String]>]) -> Self {
        let widest = widest(rows);
        let is_headed = rows.split_first().is_some_and(|(first, others)| {
            let first = first.as_ref();
            !others.is_empty()
                && are_named(first)
                && !first.iter().any(|cell| is_figure(cell))
                && (widest > 2 || are_alike(others))
        });
        match rows.first() {
            Some(first) if is_headed => Self::named(first.as_ref()),
            _ if widest == 2 => Self::Pairs,
            _ => Self::Plain,
        }
    }

    /// The columns are named so.
    pub(super) fn named(names: &[String]) -> Self {
        Self::Named(names.iter().map(|cell| name(cell)).collect())
    }

    /// How many rows say how the others are read.
    pub(super) fn heads(&self) -> usize {
        usize::from(matches!(self, Self::Named(_)))
    }
}

/// How many rows stand above a table as its titles: of the cells of each one says something at most.
pub(super) fn titles(rows: &[impl AsRef<[String]>]) -> usize {
    let widest = widest(rows);
    let is_title = |row: &&_| widest > 1 && filled(AsRef::<[String]>::as_ref(*row)) <= 1;
    rows.iter().take_while(is_title).count()
}

fn widest(rows: &[impl AsRef<[String]>]) -> usize {
    let widths = rows.iter().map(|row| row.as_ref().len());
    widths.max().unwrap_or(0)
}

/// Whether the last cells of rows are figures of one form, as in a column, and not a date below
/// a telephone number.
fn are_alike(rows: &[impl AsRef<[String]>]) -> bool {
    let form = |row: &_| -> Option<String> {
        let cell = AsRef::<[String]>::as_ref(row)
            .last()
            .filter(|cell| is_figure(cell))?;
        let mut form = String::new();
        for c in cell.chars() {
            let kind = match c {
                c if c.is_ascii_digit() => '9',
                c if c.is_alphabetic() => 'a',
                ',' | '.' => continue,
                c => c,
            };
            if !form.ends_with(kind) {
                form.push(kind);
            }
        }
        Some(form)
    };
    let mut forms = rows.iter().map(form);
    let first = forms.next().flatten();
    first.is_some() && forms.all(|form| form == first)
}

/// Whether a cell begins as a figure does.
fn is_figure(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '-' | '+'))
        && cell.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_are_words_that_no_figure_is_among() {
        for (names, wanted) in [
            (["Boat", "Fare"], true),
            (["NaN", "Inf"], true),
            (["Boat", "2024"], true),
            (["Heron", "2"], false),
            (["Heron", ""], false),
        ] {
            assert_eq!(are_named(&names), wanted, "{names:?}");
        }
    }
}
