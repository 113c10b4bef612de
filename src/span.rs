//! A place in a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A byte range of a document's text, always on character boundaries.
///
/// For texts in UTF-8, whatever their markup, these are the bytes of the file itself
/// (a byte order mark counts); in another encoding, those of its text as UTF-8;
/// in formats that hold more than text, those of the text taken from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}

impl Span {
    /// A place without extent, for what is read and not written.
    pub(crate) fn at(place: usize) -> Self {
        Self::from(place..place)
    }

    /// Whether all of another is in it.
    pub(crate) fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same range, for indexing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
