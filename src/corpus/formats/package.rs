//! Archives of parts, as office documents and e-books are, unpacked within limits whatever size
//! they claim to have.

use std::io::{Cursor, Read};

use encoding_rs::UTF_8;
use zip::ZipArchive;

use super::FormatError;
use super::extracted::LARGEST;

/// All parts of one file that are read unpack to at most so many bytes.
const MOST_UNPACKED: usize = 2 * LARGEST;

/// An archive, and how much may yet be unpacked from it.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: usize,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, FormatError> {
        // What Word encrypts with a password is an OLE file around the archive.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(FormatError::OldOrLocked);
        }
        Ok(Self {
            archive: ZipArchive::new(Cursor::new(bytes)).map_err(|_| FormatError::Damaged)?,
            left: MOST_UNPACKED,
        })
    }

    /// The bytes of a part; `None` where there is none of that name.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, FormatError> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let file = self.archive.by_index(index);
        let file = file.map_err(|_| FormatError::Damaged)?;
        let limit = LARGEST.min(self.left);
        let mut bytes = Vec::new();
        file.take(limit as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| FormatError::Damaged)?;
        if bytes.len() > limit {
            return Err(FormatError::TooLarge);
        }
        self.left -= bytes.len();
        Ok(Some(bytes))
    }

    /// A part that is a text, in UTF-8 or as its byte order mark says.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, FormatError> {
        let bytes = self.bytes(name)?;
        Ok(bytes.map(|bytes| UTF_8.decode(&bytes).0.into_owned()))
    }
}
