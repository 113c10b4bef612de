//! Files that are one table: comma, semicolon and tab separated values (RFC 4180 and its kin).

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use crate::corpus::locator::Locator;
use crate::corpus::{columns, invisible};

/// What may part values where the file's ending leaves it open: the rarer in prose last.
const DELIMITERS: [u8; 4] = [b',', b'|', b';', b'\t'];
/// The delimiter is told by this many rows.
const SAMPLE_ROWS: usize = 50;
/// And within this many bytes.
const SAMPLE: usize = 64 * 1024;
/// A cell with more line ends than this comes from a quotation mark that nothing closes.
const MOST_LINES: usize = 500;

/// Reads a table, which `delimiter` parts, or what an Excel line `sep=;` says, or what parts the
/// first rows most evenly.
pub(super) fn read(text: &str, delimiter: Option<u8>) -> Result<Extracted, FormatError> {
    let text = invisible::without_mark(text);
    let (declared, start) = declared(text).unwrap_or_default();
    let rows_above = usize::from(start > 0);
    let text = &text[start..];
    let delimiter = delimiter.or(declared).unwrap_or_else(|| sniff(text));
    extract(text, rows_above, delimiter, true)
}

/// The rows of a table, of which quotation marks are read as `quoting` unless one is never closed.
fn extract(
    text: &str,
    rows_above: usize,
    delimiter: u8,
    quoting: bool,
) -> Result<Extracted, FormatError> {
    let mut reader = reader(text.as_bytes(), delimiter, quoting);
    let mut writer = Writer::default();
    let mut headers: Option<Vec<String>> = None;
    let mut record = ByteRecord::new();
    let mut row = rows_above;
    loop {
        row += empty_lines(text.as_bytes(), reader.position().byte());
        let read = reader.read_byte_record(&mut record);
        if !read.map_err(|error| FormatError::Rows(error.to_string()))? {
            return Ok(writer.finish());
        }
        row += 1;
        // The text is UTF-8 and is cut at ASCII only, so nothing is lost.
        let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
        let unclosed = |cell: &str| cell.bytes().filter(|&b| b == b'\n').count() > MOST_LINES;
        if quoting && cells.iter().any(|cell| unclosed(cell)) {
            return extract(text, rows_above, delimiter, false);
        }
        if headers.is_none() && columns::filled(&cells) <= 1 && cells.len() > 1 {
            // What stands above a table is its title, or nothing.
            let title = cells.iter().map(|cell| cell.trim()).collect::<String>();
            writer.block(Kind::Paragraph, &title)?;
            continue;
        }
        let names = match &headers {
            Some(names) => names,
            None if columns::are_named(&cells) || is_list(&cells) => {
                headers = Some(cells.iter().map(|cell| columns::name(cell)).collect());
                continue;
            }
            None => headers.insert(Vec::new()),
        };
        writer.locate(Locator::Row(row));
        writer.row(Kind::Record, names, &cells)?;
    }
}

/// How many empty lines, which the reader leaves out, stand from byte `at` on.
fn empty_lines(bytes: &[u8], at: u64) -> usize {
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    let mut rest = bytes.get(at..).unwrap_or_default();
    let follows_return = at > 0 && bytes.get(at - 1) == Some(&b'\r');
    if follows_return && rest.first() == Some(&b'\n') {
        rest = &rest[1..];
    }
    let mut count = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return count,
        };
        count += 1;
    }
}

fn reader(text: &[u8], delimiter: u8, quoting: bool) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .from_reader(text)
}

/// Whether a first row heads a file of one column.
fn is_list(cells: &[impl AsRef<str>]) -> bool {
    let is_name =
        |cell: &str| cell.contains(char::is_alphabetic) && cell.len() <= columns::LONGEST_NAME;
    matches!(cells, [cell] if is_name(cell.as_ref()))
}

/// The delimiter that a first line such as `sep=;` names, and where the table starts after it.
fn declared(text: &str) -> Option<(Option<u8>, usize)> {
    let line = text.lines().next()?;
    match line.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if delimiter.is_ascii() => {
            let start = text.find('\n').map_or(text.len(), |end| end + 1);
            Some((Some(*delimiter), start))
        }
        _ => None,
    }
}

/// The delimiter that parts most of the first rows into the same number of values, above one.
fn sniff(text: &str) -> u8 {
    let sample = &text.as_bytes()[..text.floor_char_boundary(SAMPLE)];
    let evenness = |delimiter: u8| {
        let mut reader = reader(sample, delimiter, true);
        let records = reader.byte_records().take(SAMPLE_ROWS);
        let widths: Vec<usize> = records.flatten().map(|record| record.len()).collect();
        let same = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let most = widths.iter().filter(|width| **width > 1).map(same).max();
        most.unwrap_or_default()
    };
    let even = DELIMITERS.map(|delimiter| (evenness(delimiter), delimiter));
    let even = even.into_iter().filter(|(even, _)| *even > 0);
    // A comma is as likely part of a value: at a draw the last has it.
    let best = even.max_by_key(|(even, _)| *even);
    best.map_or(b',', |(_, delimiter)| delimiter)
}
