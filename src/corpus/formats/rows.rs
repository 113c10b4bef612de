//! Rows of a table as they are written, each value with the name of its column.

use super::error::FormatError;
use super::extracted::{Kind, Writer};
use crate::corpus::columns::{self, Form, filled, name};

/// Writes a table of which nothing is marked.
pub(super) fn write(rows: &[Vec<String>], writer: &mut Writer) -> Result<(), FormatError> {
    let (titles, rows) = rows.split_at(columns::titles(rows));
    for title in titles {
        writer.block(Kind::Paragraph, &title.concat())?;
    }
    let form = Form::of(rows);
    let mut rows = rows.iter().skip(form.heads());
    rows.try_for_each(|row| form.write(Kind::Row, row, writer))
}

impl Form {
    /// Writes a row.
    pub(super) fn write(
        &self,
        kind: Kind,
        row: &[String],
        writer: &mut Writer,
    ) -> Result<(), FormatError> {
        match self {
            Self::Named(names) => writer.row(kind, names, row),
            Self::Pairs if filled(row) == 2 => writer.row(kind, &[name(&row[0])], &row[1..]),
            Self::Pairs | Self::Plain => writer.row(kind, &[], row),
        }
    }
}
