//! Where in an original that is not a text of lines something stands.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A place in an original file, in the terms its readers find places by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locator {
    /// The row of a table, from 1, as spreadsheets count: the header and empty rows are rows.
    Row(usize),
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
            Self::Time(seconds) => write!(
                f,
                "{:02}:{:02}:{:02}",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60
            ),
            Self::Page(page) => write!(f, "page {page}"),
            Self::Chapter(name) => write!(f, "chapter {name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locator;

    #[test]
    fn a_locator_reads_as_people_write_it() {
        let shown = [
            Locator::Row(7),
            Locator::Time(65),
            Locator::Time(360_000),
            Locator::Page(3),
            Locator::Chapter("Two".to_owned()),
        ]
        .map(|locator| locator.to_string());
        assert_eq!(
            shown,
            ["row 7", "00:01:05", "100:00:00", "page 3", "chapter Two"]
        );
    }
}
