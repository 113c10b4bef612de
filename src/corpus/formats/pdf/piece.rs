//! What a page consists of.

use crate::corpus::formats::extracted::Kind;

/// A block of a page, or of several where it goes on.
pub(super) enum Piece {
    /// Its lines, each with the page that it stands on.
    Text {
        kind: Kind,
        lines: Vec<(u32, String)>,
    },
    Table {
        page: u32,
        rows: Vec<Vec<String>>,
    },
}
