//! Where in an original that is not a text of lines something stands.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A place in an original file, in the terms its readers find places by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locator {
    /// The row of a table, from 1, as spreadsheets count: the header and empty rows are rows.
    Row(usize),
    /// The row of a sheet, from 1, as spreadsheets count.
    SheetRow {
        /// The name of the sheet.
        sheet: String,
        /// The row.
        row: usize,
    },
    /// The slide of a presentation, from 1: hidden slides are counted.
    Slide(u32),
    /// The cell of a notebook, from 1.
    Cell(usize),
    /// The record of a data file, from 1.
    Record(usize),
    /// The message of a mailbox or a chat, from 1.
    Message(usize),
    /// Whole seconds from the start of a recording.
    Time(u32),
    /// The page, from 1, in the order of the file whatever is printed on it.
    Page(u32),
    /// The name of a chapter.
    Chapter(String),
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(row) => write!(f, "row {row}"),
            Self::SheetRow { sheet, row } => write!(f, "sheet {sheet}, row {row}"),
            Self::Slide(slide) => write!(f, "slide {slide}"),
            Self::Cell(cell) => write!(f, "cell {cell}"),
            Self::Record(record) => write!(f, "record {record}"),
            Self::Message(message) => write!(f, "message {message}"),
            Self::Time(seconds) => write!(
                f,
                "{:02}:{:02}:{:02}",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60
            ),
            Self::Page(page) => write!(f, "page {page}"),
            Self::Chapter(name) if name.to_lowercase().starts_with("chapter") => f.write_str(name),
            Self::Chapter(name) => write!(f, "chapter {name}"),
        }
    }
}

/// A document and where in it something stands, as far as that is known: "a.md:12",
/// "a.pdf, page 3", "a.docx".
#[must_use]
pub fn located(document: &str, line: Option<usize>, locator: Option<&impl fmt::Display>) -> String {
    match (line, locator) {
        (_, Some(locator)) => format!("{document}, {locator}"),
        (Some(line), None) => format!("{document}:{line}"),
        (None, None) => document.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Locator, located};

    #[test]
    fn a_place_is_told_as_far_as_it_is_known() {
        assert_eq!(located("a.md", Some(12), None::<&Locator>), "a.md:12");
        let page = Locator::Page(3);
        assert_eq!(located("a.pdf", None, Some(&page)), "a.pdf, page 3");
        assert_eq!(located("a.docx", None, None::<&Locator>), "a.docx");
    }

    #[test]
    fn a_locator_reads_as_people_write_it() {
        let sheet = Locator::SheetRow {
            sheet: "Prices".to_owned(),
            row: 7,
        };
        for (locator, wanted) in [
            (Locator::Row(7), "row 7"),
            (sheet, "sheet Prices, row 7"),
            (Locator::Slide(4), "slide 4"),
            (Locator::Cell(2), "cell 2"),
            (Locator::Record(7), "record 7"),
            (Locator::Message(12), "message 12"),
            (Locator::Time(65), "00:01:05"),
            (Locator::Time(360_000), "100:00:00"),
            (Locator::Page(3), "page 3"),
            (Locator::Chapter("Two".to_owned()), "chapter Two"),
            (Locator::Chapter("Chapter 2".to_owned()), "Chapter 2"),
        ] {
            assert_eq!(locator.to_string(), wanted);
        }
    }
}
