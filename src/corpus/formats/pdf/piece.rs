//! What a page consists of.

use crate::corpus::formats::extracted::Kind;

/// A line, and the page that it stands on.
pub(super) type Line = (u32, String);

/// A block of a page, or of several where it goes on.
pub(super) enum Piece {
    Text { kind: Kind, lines: Vec<Line> },
    Table { page: u32, rows: Vec<Vec<String>> },
}

impl Piece {
    /// The kind and the lines of a text.
    pub(super) fn text(&self) -> Option<(Kind, &[Line])> {
        match self {
            Self::Text { kind, lines } => Some((*kind, lines.as_slice())),
            Self::Table { .. } => None,
        }
    }

    /// The lines of a paragraph.
    pub(super) fn paragraph(&self) -> Option<&[Line]> {
        let (_, lines) = self.text().filter(|(kind, _)| *kind == Kind::Paragraph)?;
        Some(lines)
    }

    #[cfg(test)]
    pub(super) fn of(kind: Kind, page: u32, lines: &[&str]) -> Self {
        let lines = lines
            .iter()
            .map(|line| (page, (*line).to_owned()))
            .collect();
        Self::Text { kind, lines }
    }
}
