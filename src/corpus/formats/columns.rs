//! Which rows of a table name its columns, where nothing but their look tells.

/// A cell longer than this many bytes is no name of a column.
const LONGEST_NAME: usize = 200;

/// Whether the cells of a first row are the names of columns: more than one, briefly, in words,
/// and none of them a number. A year may head a column.
pub(super) fn are_named(cells: &[impl AsRef<str>]) -> bool {
    let cells = || cells.iter().map(|cell| cell.as_ref().trim());
    cells().all(|cell| cell.len() <= LONGEST_NAME && !is_number(cell))
        && cells().any(|cell| cell.contains(char::is_alphabetic))
        && cells().filter(|cell| !cell.is_empty()).count() > 1
}

/// Whether a cell is a number and no year.
pub(super) fn is_number(cell: &str) -> bool {
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
pub(super) fn name(cell: &str) -> String {
    let folded = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    folded.trim_end_matches(':').to_owned()
}
