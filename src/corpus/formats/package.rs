//! Archives, as office documents and e-books are, unpacked within limits whatever they claim.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use encoding_rs::UTF_8;
use percent_encoding::percent_decode_str;
use zip::ZipArchive;

use super::title;
use super::{FormatError, LARGEST};

/// All parts of one file that are read may unpack to this many bytes together.
const MOST_UNPACKED: usize = 2 * LARGEST;

/// An archive, and how much may yet be unpacked from it.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The places of the parts by their names, as [`folded`] has them.
    places: HashMap<String, usize>,
    left: usize,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, FormatError> {
        // What Word encrypts with a password is an OLE file around the archive.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(FormatError::OldOrLocked);
        }
        if !bytes.starts_with(b"PK") {
            return Err(FormatError::Misnamed);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FormatError::Damaged)?;
        let names = archive.file_names().enumerate();
        let places = names.filter_map(|(place, name)| Some((folded(&name.ok()?), place)));
        Ok(Self {
            places: places.collect(),
            archive,
            left: MOST_UNPACKED,
        })
    }

    /// The bytes of a part; `None` where there is none of that name.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, FormatError> {
        let Some(place) = self.places.get(&folded(name)) else {
            return Ok(None);
        };
        let file = self.archive.by_index(*place);
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

    /// The name of a part that ends so, the first by the alphabet.
    pub(super) fn name_ending(&self, ending: &str) -> Option<String> {
        let names = self.places.keys().filter(|name| name.ends_with(ending));
        names.min().cloned()
    }

    /// A part that is a text, in UTF-8 or as its byte order mark says.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, FormatError> {
        let bytes = self.bytes(name)?;
        Ok(bytes.map(|bytes| UTF_8.decode(&bytes).0.into_owned()))
    }

    /// The title among the properties of a file, which are the part `name`.
    pub(super) fn title(&mut self, name: &str) -> Result<Option<String>, FormatError> {
        let properties = self.text(name)?;
        Ok(properties.and_then(|xml| title::of(&xml, "title")))
    }
}

/// A name as programs that do not mind its case, or the system it was made on, tell it from others.
fn folded(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

/// The path in the archive of what `link` in the part `from` leads to, without the place in it.
pub(super) fn resolved(link: &str, from: &str) -> String {
    let link = link.split('#').next().unwrap_or_default();
    let link = percent_decode_str(link).decode_utf8_lossy();
    let folder = match from.rsplit_once('/') {
        Some((folder, _)) if !link.starts_with('/') => folder,
        _ => "",
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(link.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
