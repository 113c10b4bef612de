//! Which rows of a table name its columns, where nothing but their look tells.

use super::FormatError;
use super::extracted::{Kind, Writer};

/// A cell longer than this many bytes does not name a column.
pub(super) const LONGEST_NAME: usize = 200;

/// Whether the cells of a first row are the names of columns: more than one, briefly, in words,
/// and none of them a number. A year may head a column.
pub(in crate::corpus) fn are_named(names: &[impl AsRef<str>]) -> bool {
    let cells = || names.iter().map(|cell| cell.as_ref().trim());
    cells().all(|cell| cell.len() <= LONGEST_NAME && !is_number(cell))
        && cells().any(|cell| cell.contains(char::is_alphabetic))
        && filled(names) > 1
}

/// Whether a cell is a number and no year.
fn is_number(cell: &str) -> bool {
    let bare: String = cell
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '%'))
        .collect();
    let is_year = |number: f64| bare.len() == 4 && (1000.0..2100.0).contains(&number);
    bare.parse::<f64>().is_ok_and(|number| !is_year(number))
}

/// How many cells of a row say anything.
pub(super) fn filled(cells: &[impl AsRef<str>]) -> usize {
    let says = |cell: &&str| !cell.trim().is_empty();
    cells.iter().map(AsRef::as_ref).filter(says).count()
}

/// A name as it stands before a value: on one line, without the colon that is put after it.
pub(in crate::corpus) fn name(cell: &str) -> String {
    let folded = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    folded.trim_end_matches(':').to_owned()
}

/// Writes a table of which nothing is marked: titles stand above it, two columns are labels and
/// their values unless the first row looks like names, and of more columns it names them if it can.
pub(super) fn write(rows: &[Vec<String>], writer: &mut Writer) -> Result<(), FormatError> {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_title = |row: &&Vec<String>| widest > 1 && filled(row) <= 1;
    let titles = rows.iter().take_while(is_title).count();
    let (titles, rows) = rows.split_at(titles);
    for title in titles {
        writer.block(Kind::Paragraph, &title.concat())?;
    }
    if let (Some((first, others)), true) = (rows.split_first(), are_headed(rows)) {
        return write_named(first, others, writer);
    }
    for row in rows {
        if widest == 2 && filled(row) == 2 {
            pair(row, writer)?;
        } else {
            writer.row(Kind::Row, &[], row.iter().map(String::as_str))?;
        }
    }
    Ok(())
}

/// Whether the first of some rows names the columns, as far as its look tells.
pub(in crate::corpus) fn are_headed(rows: &[Vec<String>]) -> bool {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.split_first().is_some_and(|(first, others)| {
        !others.is_empty()
            && are_named(first)
            && !first.iter().any(|cell| is_figure(cell))
            && (widest > 2 || are_alike(others))
    })
}

/// Writes rows with the names of their columns.
pub(super) fn write_named(
    names: &[String],
    rows: &[Vec<String>],
    writer: &mut Writer,
) -> Result<(), FormatError> {
    let names: Vec<String> = names.iter().map(|cell| name(cell)).collect();
    for row in rows {
        writer.row(Kind::Row, &names, row.iter().map(String::as_str))?;
    }
    Ok(())
}

/// Writes a row as what leads it and the values of that.
pub(super) fn pair(cells: &[String], writer: &mut Writer) -> Result<(), FormatError> {
    let values = cells[1..].iter().map(String::as_str);
    writer.row(Kind::Row, &[name(&cells[0])], values)
}

/// Whether the last cells of rows are figures of one form, as in a column, and not a date below
/// a telephone number.
fn are_alike(rows: &[Vec<String>]) -> bool {
    let form = |row: &Vec<String>| -> Option<String> {
        let cell = row.last().filter(|cell| is_figure(cell))?;
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
    match forms.next().flatten() {
        Some(first) => forms.all(|form| form.as_ref() == Some(&first)),
        None => false,
    }
}

/// Whether a cell begins as a figure does.
fn is_figure(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '-' | '+'))
        && cell.contains(|c: char| c.is_ascii_digit())
}
