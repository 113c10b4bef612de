//! A file is taken out of the corpus into the folder `forgotten` of `QUOTH_DATA`, and can be put back.
//!
//! Only what the corpus knows by a name can be taken, never what a link leads
//! to, and nothing is ever deleted or overwritten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::receiving::{FileName, NAMESAKES, Received, begin, place};
use super::{IngestError, Library};
use crate::Quoth;
use crate::corpus::{files, opening};
use crate::hidden;
use crate::index;
use crate::private;

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
        let mut library = self.library()?;
        let mut places = files::places(library.roots()).map_err(IngestError::from)?;
        if let Some(exact) = places.iter().position(|(whole, _)| whole == name) {
            places = vec![places.swap_remove(exact)];
        } else {
            places.retain(|(whole, _)| whole.rsplit('/').next() == Some(name));
        }
        if places.len() > 1 {
            let names = places.into_iter().map(|(whole, _)| whole);
            return Err(ForgetError::Several(names.collect()));
        }
        let (name, path) = places.pop().ok_or(ForgetError::Unknown)?;
        self.take_out(&mut library, name, path)
    }

    /// Takes a file out that was received.
    pub(crate) fn take_back(&self, received: &Received) -> Result<Forgotten, ForgetError> {
        let mut library = self.library()?;
        let places = files::places(library.roots()).map_err(IngestError::from)?;
        // A file elsewhere of that name is another.
        let place = places.into_iter().find(|(name, _)| *name == received.name);
        let (name, path) = place.ok_or(ForgetError::Unknown)?;
        self.take_out(&mut library, name, path)
    }

    /// Puts a file back that was taken out, where it is still kept and its place is free.
    pub(crate) fn restore(&self, forgotten: &Forgotten) -> Result<(), ForgetError> {
        let mut library = self.library()?;
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
        let is_document = index.has(index::key(&name)).map_err(IngestError::from)?;
        let contents = index.contents().map_err(IngestError::from)?;
        if is_document && contents.documents == 1 {
            return Err(ForgetError::Last);
        }
        let data = library.origin.data.as_deref();
        let folder = data.ok_or(ForgetError::NoData)?.join("forgotten");
        // Documents can be as private as the questions beside them.
        private::create_folder(&folder)?;
        private::close_to_others(&folder);
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

/// Moves a file into a folder, where it gets a name that is free. Returns where it is.
fn move_into(file: &Path, folder: &Path, name: &FileName) -> io::Result<PathBuf> {
    for number in 1..=NAMESAKES {
        let target = folder.join(name.numbered(number));
        match rename(file, &target) {
            Ok(()) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) if needs_copy(&error) => {
                return move_by_copy(file, folder, |copy| place(copy, folder, name));
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Moves a file to a place that must be free.
fn move_to(file: &Path, target: &Path) -> io::Result<()> {
    match rename(file, target) {
        Err(error) if needs_copy(&error) => {}
        done => return done,
    }
    let folder = target.parent().ok_or(io::ErrorKind::NotFound)?;
    let persist = |copy: tempfile::NamedTempFile| {
        copy.as_file().sync_all()?;
        let placed = copy.persist_noclobber(target);
        placed.map_err(|failed| failed.error)?;
        hidden::sync(folder);
        Ok(target.to_owned())
    };
    move_by_copy(file, folder, persist).map(drop)
}

/// Gives a file another name, which must be free: a mere renaming would
/// overwrite. Whoever has the file open goes on writing to the same file.
fn rename(file: &Path, target: &Path) -> io::Result<()> {
    fs::hard_link(file, target)?;
    target.parent().inspect(|folder| hidden::sync(folder));
    // Somebody saved another file under the old name in this very moment.
    if !is_same(file, target)? {
        fs::remove_file(target)?;
        return Err(in_use());
    }
    remove_moved(file, target)
}

/// Whether two names are of one file, where the system tells.
fn is_same(file: &Path, other: &Path) -> io::Result<bool> {
    let (file, other) = (fs::symlink_metadata(file)?, fs::symlink_metadata(other)?);
    #[cfg(unix)]
    return Ok({
        use std::os::unix::fs::MetadataExt as _;
        (file.dev(), file.ino()) == (other.dev(), other.ino())
    });
    #[cfg(not(unix))]
    Ok(file.len() == other.len())
}

/// Whether a file could not get a second name because of where it is: another
/// disk, or a file system without such names, which some report as forbidden.
fn needs_copy(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::CrossesDevices
            | io::ErrorKind::Unsupported
            | io::ErrorKind::PermissionDenied
            | io::ErrorKind::TooManyLinks
    )
}

fn in_use() -> io::Error {
    io::Error::other("somebody is writing to it")
}

/// Moves a file by way of a copy, to which `put` gives its place, and the
/// original is removed only if it still is what was copied.
fn move_by_copy(
    file: &Path,
    folder: &Path,
    mut put: impl FnMut(tempfile::NamedTempFile) -> io::Result<PathBuf>,
) -> io::Result<PathBuf> {
    // Once more, as whoever wrote to it may be done.
    for _ in 0..2 {
        let (copy, source) = copied(file, folder)?;
        let size = copy.as_file().metadata()?.len();
        let kept = put(copy)?;
        let now = fs::symlink_metadata(file)?;
        let is_whole = (size, source.len()) == (now.len(), now.len());
        if is_whole && now.modified()? == source.modified()? {
            remove_moved(file, &kept)?;
            return Ok(kept);
        }
        fs::remove_file(&kept)?;
    }
    Err(in_use())
}

/// A hidden copy of a file in a folder, and what was copied.
fn copied(file: &Path, folder: &Path) -> io::Result<(tempfile::NamedTempFile, fs::Metadata)> {
    let mut copy = begin(folder)?;
    let name = file.file_name().unwrap_or_default();
    let mut content = opening::open(&opening::folder_of(file), Path::new(name))?;
    let source = content.metadata()?;
    io::copy(&mut content, &mut copy)?;
    copy.as_file().set_permissions(source.permissions())?;
    copy.as_file().set_modified(source.modified()?)?;
    Ok((copy, source))
}

/// Removes the old name; where that is not allowed, the new one instead.
fn remove_moved(file: &Path, copy: &Path) -> io::Result<()> {
    fs::remove_file(file).inspect_err(|_| {
        let _ = fs::remove_file(copy);
    })?;
    file.parent().inspect(|folder| hidden::sync(folder));
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
