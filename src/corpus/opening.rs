//! Opens the files of a corpus, whatever has become of them since they were found.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::encoding;

/// So many bytes of a file whose name has no ending tell whether it is a text.
const LOOKED_AT: u64 = 4096;

/// Opens what was met as a file below a folder, and may be a link or a pipe by now,
/// as may be a folder on the way: no link is followed, and no pipe is waited for.
///
/// # Errors
///
/// [`io::ErrorKind::InvalidInput`] where it is no regular file any more, or as the
/// system says it.
pub(crate) fn open(folder: &Path, below: &Path) -> io::Result<File> {
    regular(step_by_step(folder, below)?.ok_or_else(irregular)?)
}

/// Opens each folder from the one before it; `None` where a link or a socket is met.
#[cfg(unix)]
fn step_by_step(folder: &Path, below: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    use rustix::io::Errno;

    let reading = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut at = openat(CWD, folder, reading | OFlags::DIRECTORY, Mode::empty())?;
    let mut parts = below.iter().peekable();
    while let Some(part) = parts.next() {
        let kind = match parts.peek() {
            Some(_) => OFlags::DIRECTORY,
            None => OFlags::empty(),
        };
        // Systems tell of a link in three ways.
        at = match openat(&at, part, reading | OFlags::NOFOLLOW | kind, Mode::empty()) {
            Err(Errno::LOOP | Errno::MLINK | Errno::NOTDIR | Errno::NXIO) => return Ok(None),
            opened => opened?,
        };
    }
    Ok(Some(at.into()))
}

/// Looks at each folder on the way before the file is opened.
#[cfg(not(unix))]
fn step_by_step(folder: &Path, below: &Path) -> io::Result<Option<File>> {
    let file = folder.join(below);
    let count = below.iter().count();
    for place in file.ancestors().take(count) {
        if std::fs::symlink_metadata(place)?.is_symlink() {
            return Ok(None);
        }
    }
    File::open(file).map(Some)
}

/// Opens a file that is no document, wherever a link leads; no pipe is waited for.
///
/// # Errors
///
/// As [`open`].
pub(crate) fn open_anywhere(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    regular(options.open(path)?)
}

/// A file that was opened, if it is a regular one.
fn regular(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(irregular())
    }
}

/// What a file holds, if that is at most `most` bytes.
///
/// # Errors
///
/// [`io::ErrorKind::FileTooLarge`], or as the system says it.
pub(super) fn read(file: File, most: u64) -> io::Result<Vec<u8>> {
    let too_large = || {
        let told = match most / 1024 {
            kilobytes @ ..1024 => format!("larger than {kilobytes} KB"),
            kilobytes => format!("larger than {} MB", kilobytes / 1024),
        };
        io::Error::new(io::ErrorKind::FileTooLarge, told)
    };
    if file.metadata()?.len() > most {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // It may grow meanwhile.
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(too_large());
    }
    Ok(bytes)
}

fn irregular() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")
}

/// Whether a file whose name does not say so holds a text for people: what it begins with is text,
/// and no script. Programs have zeros near their start.
pub(super) fn holds_text(folder: &Path, below: &Path) -> bool {
    // The rest is looked at when it is read.
    let mut start = Vec::new();
    let read = open(folder, below).and_then(|file| file.take(LOOKED_AT).read_to_end(&mut start));
    read.is_ok_and(|bytes| bytes > 0)
        && !start.starts_with(b"#!")
        && encoding::decode(start).is_some_and(|text| !text.contains('\0'))
}

/// The folder in which a file is.
pub(crate) fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}
