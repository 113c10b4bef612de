//! A file that somebody sent goes into the corpus: under a name of Quoth's own, whole or not at all.
//!
//! It is renamed once it is safe on the disk ([`hidden`]). Nothing that is there
//! is overwritten, and what cannot be read is taken out again.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{IngestError, Library, record};
use crate::Quoth;
use crate::corpus::{self, FileFormat, files, invisible};
use crate::hidden;
use crate::index::{self, IndexError};
use crate::language::Language;

/// Bytes of a name, at most: file systems take 255, and people read fewer.
const LONGEST: usize = 100;
/// Files of one name, at most.
pub(super) const NAMESAKES: usize = 1000;

/// A file that is in the corpus, and what was understood of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The document's name, as citations give it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How many passages it has.
    pub passages: usize,
    /// Its language, where that can be told.
    pub language: Option<Language>,
    /// Whether it was not there before, under any name.
    pub is_new: bool,
    /// Whether [`Quoth::take_back`] has a folder to keep it in.
    pub can_be_taken_back: bool,
}

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// By its name, Quoth cannot read it.
    #[error("Quoth reads {}", FileFormat::endings())]
    Kind,
    /// There is nowhere to put it.
    #[error("there is no folder to put it into: QUOTH_CORPUS names files only")]
    NoFolder,
    /// Quoth cannot read it, for this reason.
    #[error("{0}")]
    Unreadable(String),
    /// The corpus leaves it out.
    #[error("a .gitignore or .ignore among the documents leaves out files of its name")]
    LeftOut,
    /// The folder cannot be written to.
    #[error("the folder of documents cannot be written to: {0}")]
    Unwritable(#[from] io::Error),
    /// The documents cannot be looked over, or not be indexed.
    #[error(transparent)]
    Ingest(#[from] IngestError),
}

/// Looks whether a file of this name can be taken, as far as its name tells.
pub(crate) fn check_name(name: &str) -> Result<(), ReceiveError> {
    readable(name).map(drop)
}

impl Quoth {
    /// Takes a file into the first folder of the corpus, where it can be asked
    /// at once. `name` is what its sender calls it.
    ///
    /// # Errors
    ///
    /// A file that Quoth cannot read, or a folder that cannot be written to; the
    /// corpus is then as it was.
    pub fn receive(&self, name: &str, content: &[u8]) -> Result<Received, ReceiveError> {
        let name = readable(name)?;
        let mut library = self.library()?;
        let folder = library.roots().iter().find(|root| root.is_dir()).cloned();
        let folder = folder.ok_or(ReceiveError::NoFolder)?;
        // What is known is then what is there.
        self.look(&mut library, true)?;
        if let Some(name) = library.holding(content).map_err(IngestError::from)? {
            return self.understood(&library, name, false);
        }
        hidden::tidy(&folder);
        let mut file = begin(&folder)?;
        file.write_all(content)?;
        let path = place(file, &folder, &name)?;
        let received = self.take_in(&mut library, &path);
        if received.is_err() {
            let taken_out = fs::remove_file(&path).map_err(ReceiveError::from);
            let seen = taken_out.and_then(|()| Ok(self.look(&mut library, false)?));
            if let Err(error) = seen {
                log::warn!("a file that is not taken stays among the documents: {error}");
            }
        }
        received
    }

    fn take_in(&self, library: &mut Library, path: &Path) -> Result<Received, ReceiveError> {
        self.look(library, false)?;
        let places = files::places(library.roots()).map_err(IngestError::from)?;
        let mut places = places.into_iter();
        let place = places.find(|(_, at)| at.as_deref() == Some(path));
        let (name, _) = place.ok_or(ReceiveError::LeftOut)?;
        self.understood(library, name, true)
    }

    fn understood(
        &self,
        library: &Library,
        name: String,
        is_new: bool,
    ) -> Result<Received, ReceiveError> {
        if let Some(fault) = library.faults.get(&name) {
            return Err(ReceiveError::Unreadable(fault.reason.clone()));
        }
        let document = self.index().document(&name).map_err(IngestError::from)?;
        // Somebody took it away in this very moment.
        let gone = || ReceiveError::Unwritable(io::ErrorKind::NotFound.into());
        let document = document.ok_or_else(gone)?;
        Ok(Received {
            name,
            title: document.title.clone(),
            passages: document.passages.len(),
            language: document.language,
            is_new,
            can_be_taken_back: library.origin.data.is_some(),
        })
    }
}

impl Library {
    /// The name of a file that holds this, whether or not it is a document.
    fn holding(&self, content: &[u8]) -> Result<Option<String>, IndexError> {
        let content = record::hash(content);
        let fault = |key: u64| self.faults.iter().find(|(name, _)| index::key(name) == key);
        // Of a file that is to be tried again, an earlier version is known.
        let is_current = |key: u64| fault(key).is_none_or(|(_, it)| it.retry.is_none());
        let mut files = self.files.iter();
        let found = files.find(|(key, stamp)| stamp.content == content && is_current(**key));
        let Some((&key, _)) = found else {
            return Ok(None);
        };
        match fault(key) {
            Some((name, _)) => Ok(Some(name.clone())),
            None => self.index().name_of(key),
        }
    }
}

fn readable(name: &str) -> Result<FileName, ReceiveError> {
    let name = FileName::of(name);
    // What is sent has an ending: without one, only a look into it tells a text from a program.
    let format = FileFormat::of(Path::new(&name.numbered(1)));
    let format = format.filter(|_| !name.ending.is_empty());
    format.map(|_| name).ok_or(ReceiveError::Kind)
}

/// A name that is safe to give to a file, whatever it was made of.
pub(super) struct FileName {
    stem: String,
    /// With its full stop; empty where there is none.
    ending: String,
}

impl FileName {
    /// The last part of a path, without what hides, disturbs or disguises:
    /// full stops and tildes at its ends, control and bidirectional characters, and what is
    /// no part of a name on some system.
    pub(super) fn of(raw: &str) -> Self {
        let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
        let shown: String = last.chars().filter_map(shown).collect();
        let shown = corpus::folded(&shown);
        let (stem, ending) = match shown.rsplit_once('.') {
            Some((stem, ending)) if ending.len() < LONGEST / 2 => (stem, format!(".{ending}")),
            _ => (shown.as_str(), String::new()),
        };
        let stem = stem.trim_matches(['.', ' ', '~']);
        let stem = if stem.is_empty() { "document" } else { stem }.to_owned();
        Self { stem, ending }
    }

    /// The name, with a number where it is not the first of its kind.
    pub(super) fn numbered(&self, number: usize) -> String {
        let ending = match number {
            1 => self.ending.clone(),
            _ => format!(" {number}{}", self.ending),
        };
        let room = LONGEST.saturating_sub(ending.len());
        let stem = &self.stem[..self.stem.floor_char_boundary(room)];
        format!("{}{ending}", stem.trim_end())
    }
}

/// A character as a name may have it.
fn shown(character: char) -> Option<char> {
    match character {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => Some('_'),
        character => invisible::harmless(character),
    }
}

/// A hidden file, which others can read as they can any file of the user that Quoth runs as.
pub(super) fn begin(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = hidden::builder();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Gives a hidden file a name that is free yet.
pub(super) fn place(
    mut file: NamedTempFile,
    folder: &Path,
    name: &FileName,
) -> io::Result<PathBuf> {
    file.as_file().sync_all()?;
    for number in 1..=NAMESAKES {
        let path = folder.join(name.numbered(number));
        match file.persist_noclobber(&path) {
            Ok(_) => {
                hidden::sync(folder);
                return Ok(path);
            }
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => file = taken.file,
            Err(failed) => return Err(failed.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
