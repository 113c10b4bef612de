//! A file is taken out of the corpus into the folder `forgotten` of `QUOTH_DATA`, and can be put back.
//!
//! Only what the corpus knows by a name can be taken, never what a link leads
//! to, and nothing is ever deleted or overwritten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::receiving::{FileName, Received, hidden, place, sync};
use super::{IngestError, Library};
use crate::Quoth;
use crate::corpus::{CorpusError, files};

/// A file that was taken out of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// The name that it had, as citations give it.
    pub name: String,
    was_at: PathBuf,
    is_at: PathBuf,
}

/// Why a file is not taken out, or not put back.
#[derive(Debug, thiserror::Error)]
pub enum ForgetError {
    /// None has that name.
    #[error("no document has that name")]
    Unknown,
    /// These are called so.
    #[error("several documents have that name: {}", .0.join(", "))]
    Several(Vec<String>),
    /// It is a link or the like.
    #[error("it is no regular file")]
    NoFile,
    /// It is a root itself, without which nothing can be looked over.
    #[error("QUOTH_CORPUS names that very file")]
    Root,
    /// Nothing would be left.
    #[error("it is the only document, and without any Quoth does not start")]
    Last,
    /// There is nowhere to keep it.
    #[error("there is no folder to keep it in: set QUOTH_DATA")]
    NoData,
    /// Kept there, it would be read again.
    #[error("the folder to keep it in lies among the documents: set QUOTH_DATA to another")]
    DataInCorpus,
    /// It cannot be put back where it was.
    #[error("another file has its name by now")]
    Taken,
    /// The system does not let it be moved.
    #[error("it cannot be moved: {0}")]
    Immovable(#[from] io::Error),
    /// The documents cannot be looked over, or not be indexed.
    #[error(transparent)]
    Ingest(#[from] IngestError),
}

impl From<CorpusError> for ForgetError {
    fn from(error: CorpusError) -> Self {
        Self::Ingest(error.into())
    }
}

impl Quoth {
    /// Takes a file out of the corpus. `name` is its whole name, as citations
    /// and the list of sources give it, or the last part of that where no other
    /// file has the same.
    ///
    /// # Errors
    ///
    /// A name that tells no file, or a file that cannot be moved; the corpus is
    /// then as it was.
    pub fn forget(&self, name: &str) -> Result<Forgotten, ForgetError> {
        let mut library = self.library();
        let places = files::places(library.roots())?;
        let is_called_so = |whole: &str| whole.rsplit('/').next() == Some(name);
        let exact = places.iter().position(|(whole, _)| whole == name);
        let found = if let Some(exact) = exact {
            exact
        } else {
            let all = places.iter().enumerate();
            let called_so: Vec<_> = all.filter(|(_, (whole, _))| is_called_so(whole)).collect();
            match called_so[..] {
                [] => return Err(ForgetError::Unknown),
                [(only, _)] => only,
                _ => {
                    let names = called_so.iter().map(|(_, (whole, _))| whole.clone());
                    return Err(ForgetError::Several(names.collect()));
                }
            }
        };
        let (name, path) = places.into_iter().nth(found).ok_or(ForgetError::Unknown)?;
        self.take_out(&mut library, name, path)
    }

    /// Takes a file out that was received.
    ///
    /// # Errors
    ///
    /// As [`Quoth::forget`].
    pub fn take_back(&self, received: &Received) -> Result<Forgotten, ForgetError> {
        let mut library = self.library();
        let places = files::places(library.roots())?;
        // A file elsewhere of that name is another.
        let place = places.into_iter().find(|(name, _)| *name == received.name);
        let (name, path) = place.ok_or(ForgetError::Unknown)?;
        self.take_out(&mut library, name, path)
    }

    /// Puts a file back that was taken out.
    ///
    /// # Errors
    ///
    /// A file that is no longer kept, or whose place is taken.
    pub fn restore(&self, forgotten: &Forgotten) -> Result<(), ForgetError> {
        let mut library = self.library();
        move_to(&forgotten.is_at, &forgotten.was_at).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => ForgetError::Taken,
            _ => ForgetError::Immovable(error),
        })?;
        self.look(&mut library, false)?;
        Ok(())
    }

    fn take_out(
        &self,
        library: &mut Library,
        name: String,
        path: Option<PathBuf>,
    ) -> Result<Forgotten, ForgetError> {
        let path = path.ok_or(ForgetError::NoFile)?;
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(ForgetError::NoFile);
        }
        if library.roots().contains(&path) {
            return Err(ForgetError::Root);
        }
        let index = self.index();
        if matches!(&index.corpus().documents[..], [only] if only.name == name) {
            return Err(ForgetError::Last);
        }
        let folder = library.folder_of_forgotten()?;
        let called = path.file_name().unwrap_or_default().to_string_lossy();
        let is_at = move_into(&path, &folder, &FileName::of(&called))?;
        let forgotten = Forgotten {
            name,
            was_at: path,
            is_at,
        };
        if let Err(error) = self.look(library, false) {
            move_to(&forgotten.is_at, &forgotten.was_at)?;
            return Err(error.into());
        }
        Ok(forgotten)
    }
}

impl Library {
    /// The folder of what is taken out, which it creates if need be.
    fn folder_of_forgotten(&self) -> Result<PathBuf, ForgetError> {
        let data = self.origin.data.as_deref().ok_or(ForgetError::NoData)?;
        let folder = data.join("forgotten");
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        // Documents can be as private as the questions beside them.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        let real = folder.canonicalize()?;
        for root in &self.origin.roots {
            let below = real.strip_prefix(root.canonicalize()?).map(Path::to_owned);
            // The walk passes hidden folders over.
            let is_hidden = |below: &Path| {
                let mut parts = below.components();
                parts.any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."))
            };
            if below.is_ok_and(|below| !is_hidden(&below)) {
                return Err(ForgetError::DataInCorpus);
            }
        }
        Ok(folder)
    }
}

/// Moves a file into a folder, where it gets a name that is free. Returns where it is.
fn move_into(file: &Path, folder: &Path, name: &FileName) -> io::Result<PathBuf> {
    // Placed first, so that the name is nobody else's.
    let kept = place(copied(file, folder)?, folder, name)?;
    remove_moved(file, &kept)?;
    Ok(kept)
}

/// Moves a file to a place that must be free.
fn move_to(file: &Path, target: &Path) -> io::Result<()> {
    let folder = target.parent().ok_or(io::ErrorKind::NotFound)?;
    let copy = copied(file, folder)?;
    copy.as_file().sync_all()?;
    copy.persist_noclobber(target)
        .map_err(|failed| failed.error)?;
    sync(folder);
    remove_moved(file, target)
}

/// A hidden copy of a file in a folder, which may be on another disk.
fn copied(file: &Path, folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut copy = hidden(folder)?;
    let mut content = fs::File::open(file)?;
    io::copy(&mut content, &mut copy)?;
    copy.as_file()
        .set_permissions(content.metadata()?.permissions())?;
    let modified = content.metadata()?.modified()?;
    copy.as_file().set_modified(modified)?;
    Ok(copy)
}

/// Removes what was copied; where that is not allowed, the copy instead.
fn remove_moved(file: &Path, copy: &Path) -> io::Result<()> {
    fs::remove_file(file).inspect_err(|_| {
        let _ = fs::remove_file(copy);
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
