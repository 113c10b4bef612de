//! The only module that walks the folders of a corpus, and what it finds there.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use ignore::{DirEntry, WalkBuilder};

use super::formats::FileFormat;
use super::ignoring::Rules;
use super::{invisible, opening, unread};

/// A file larger than this is no document a person wrote.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

/// A file that was met and not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its path relative to the corpus folder.
    pub name: String,
    /// Why, in words for whoever owns the file.
    pub reason: String,
    /// Whether Quoth would read a file like it: it is of a kind that Quoth reads, and no link.
    pub is_unreadable: bool,
}

impl Skipped {
    /// One that Quoth should be able to read, and cannot.
    pub(crate) fn unreadable(name: String, reason: String) -> Self {
        Self {
            name,
            reason,
            is_unreadable: true,
        }
    }

    /// One that nobody expects to be read.
    fn passed_over(name: String, reason: &str) -> Self {
        Self {
            name,
            reason: reason.to_owned(),
            is_unreadable: false,
        }
    }
}

/// Why there is no corpus at all.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// A folder or file that was asked for is not there.
    #[error("there is no such folder or file: {}\nhint: name the folder of your documents with --corpus or QUOTH_CORPUS", .0.display())]
    Missing(PathBuf),
    /// A folder that was asked for cannot be looked into.
    #[error("cannot read {}: {reason}\nhint: check its permissions", path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// The system's words.
        reason: io::Error,
    },
    /// Nothing under the folders can be answered from.
    #[error(
        "no document to answer from in {}{}\nhint: put documents there, or name another folder with --corpus; Quoth reads {}",
        list(roots),
        reasons(skipped),
        FileFormat::endings()
    )]
    Empty {
        /// Where it was looked for.
        roots: Vec<PathBuf>,
        /// What was met there instead.
        skipped: Vec<Skipped>,
    },
}

/// A file to be read.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    /// The folder that was named, and where it is below that; of a root that is
    /// a file, where that really is.
    below: (PathBuf, PathBuf),
    /// In bytes.
    pub(crate) size: u64,
    /// When it was changed last.
    pub(crate) modified: SystemTime,
    /// What else tells that it is another file, though of the same size and
    /// time: on Unix when its name or owner changed last, in nanoseconds.
    pub(crate) identity: i64,
}

impl Found {
    /// Whether it was changed less than `age` ago.
    pub(crate) fn is_fresh(&self, age: Duration) -> bool {
        self.modified.elapsed().is_ok_and(|elapsed| elapsed < age)
    }

    /// What it holds.
    ///
    /// # Errors
    ///
    /// What stands there now is no regular file, is larger than [`LARGEST`], or
    /// cannot be read.
    pub(crate) fn content(&self) -> Result<Vec<u8>, Unread> {
        let (folder, below) = &self.below;
        let bytes = opening::open(folder, below).and_then(|file| opening::read(file, LARGEST));
        bytes.map_err(|error| match error.kind() {
            ErrorKind::InvalidInput | ErrorKind::FileTooLarge => Unread {
                reason: error.to_string(),
                may_pass: false,
            },
            kind => Unread {
                reason: format!("cannot be read: {error}"),
                may_pass: !matches!(kind, ErrorKind::NotFound | ErrorKind::PermissionDenied),
            },
        })
    }
}

/// Why the content of a file cannot be had.
#[derive(Debug)]
pub(crate) struct Unread {
    /// In words for the file's owner.
    pub(crate) reason: String,
    /// Whether it may lie elsewhere and pass, as where a disk fails or too many files are open.
    pub(crate) may_pass: bool,
}

/// A file that was met and not taken, and where it is, if it is a file that stands there itself.
type Passed = (Skipped, Option<PathBuf>);

/// The readable files under `roots`, in the order of their names, and what is no document.
pub(crate) fn find(roots: &[PathBuf]) -> Result<(Vec<Found>, Vec<Skipped>), CorpusError> {
    let (found, passed) = walk(roots)?;
    Ok((found, passed.into_iter().map(|(file, _)| file).collect()))
}

/// All that is met under `roots` by its name, and where it is: `None` for what
/// does not stand there itself, such as a link, or cannot be looked at.
pub(crate) fn places(roots: &[PathBuf]) -> Result<Vec<(String, Option<PathBuf>)>, CorpusError> {
    let (found, passed) = walk(roots)?;
    let found = found.into_iter().map(|file| (file.name, Some(file.path)));
    let passed = passed.into_iter().map(|(file, path)| (file.name, path));
    Ok(found.chain(passed).collect())
}

fn walk(roots: &[PathBuf]) -> Result<(Vec<Found>, Vec<Passed>), CorpusError> {
    let (mut found, mut skipped) = (Vec::new(), Vec::new());
    let (mut paths, mut names) = (HashSet::new(), HashSet::new());
    for root in roots {
        let unreadable = |reason| CorpusError::Unreadable {
            path: root.clone(),
            reason,
        };
        if !root.try_exists().map_err(unreadable)? {
            return Err(CorpusError::Missing(root.clone()));
        }
        if root.is_dir() {
            std::fs::read_dir(root).map_err(unreadable)?;
        }
        let rules = Arc::new(Mutex::new(Rules::below(root)));
        let is_walked = {
            let rules = Arc::clone(&rules);
            move |entry: &DirEntry| {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                let mut rules = rules.lock().unwrap_or_else(PoisonError::into_inner);
                rules.let_in(entry.path(), is_folder)
            }
        };
        for entry in WalkBuilder::new(root)
            .standard_filters(false)
            .hidden(true)
            .filter_entry(is_walked)
            .sort_by_file_path(Ord::cmp)
            .build()
        {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    skipped.push((unwalkable(root, &error), None));
                    continue;
                }
            };
            let path = entry.path();
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir()) || path == root;
            if is_folder && path.is_dir() || is_of_a_program(path) {
                continue;
            }
            let mut name = name_of(path, root);
            if entry.path_is_symlink() && path != root {
                let reason =
                    "a symbolic link: Quoth reads only files that are in the folder itself";
                skipped.push((Skipped::passed_over(name, reason), None));
                continue;
            }
            // The same file can be reached through two roots; two files can have one relative name.
            let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
            let below = match path.strip_prefix(root) {
                Ok(below) if path != root => (root.clone(), below.to_owned()),
                _ => (
                    opening::folder_of(&real),
                    real.file_name().unwrap_or_default().into(),
                ),
            };
            if !paths.insert(real) {
                continue;
            }
            if names.contains(&name) {
                name = format!("{}/{name}", root.display());
            }
            // Bytes that are no text look alike, and another folder may be called so.
            let own = name.clone();
            let mut number = 1;
            while !names.insert(name.clone()) {
                number += 1;
                name = format!("({number}) {own}");
            }
            if FileFormat::of(path).is_some()
                && (path.extension().is_some() || opening::holds_text(&below.0, &below.1))
            {
                match entry.metadata() {
                    Ok(metadata) => found.push(Found {
                        name,
                        path: path.to_owned(),
                        below,
                        size: metadata.len(),
                        modified: metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH),
                        identity: identity(&metadata),
                    }),
                    // Gone since its folder was read.
                    Err(error) => skipped.push((unwalkable(root, &error), None)),
                }
            } else {
                let file = Skipped::passed_over(name, unread::reason(path));
                skipped.push((file, Some(path.to_owned())));
            }
        }
        let rules = rules.lock().unwrap_or_else(PoisonError::into_inner);
        let unread = rules.unread.iter().map(|(file, reason)| {
            let reason = format!("{reason}, so nothing of its folder is read");
            (Skipped::unreadable(name_of(file, root), reason), None)
        });
        skipped.extend(unread);
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((found, skipped))
}

/// Whether a program keeps a file beside documents for itself, which is none of them: the locks of
/// office programs on what is open, and what file managers remember of a folder. Hidden files of
/// that kind are not met at all.
fn is_of_a_program(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let others = ["thumbs.db", "desktop.ini"];
    name.starts_with("~$") || others.iter().any(|it| name.eq_ignore_ascii_case(it))
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt as _;
    metadata
        .ctime()
        .wrapping_mul(1_000_000_000)
        .wrapping_add(metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> i64 {
    0
}

/// The path below `root` with `/` between its parts; a root that is a file goes by its file name.
fn name_of(path: &Path, root: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    if relative.as_os_str().is_empty() {
        let name = root.file_name().unwrap_or(root.as_os_str());
        return name.to_string_lossy().into_owned();
    }
    let parts = relative.iter().map(OsStr::to_string_lossy);
    parts.collect::<Vec<_>>().join("/")
}

fn unwalkable(root: &Path, error: &ignore::Error) -> Skipped {
    let (name, reason) = match error {
        ignore::Error::WithDepth { err, .. } => return unwalkable(root, err),
        ignore::Error::WithPath { path, err } => (name_of(path, root), err.to_string()),
        other => (root.display().to_string(), other.to_string()),
    };
    Skipped::unreadable(name, format!("cannot be read: {reason}"))
}

fn list(roots: &[PathBuf]) -> String {
    let roots = roots.iter().map(|root| root.display().to_string());
    roots.collect::<Vec<_>>().join(", ")
}

/// The first few things that were met, a line each.
fn reasons(skipped: &[Skipped]) -> String {
    const SHOWN: usize = 5;
    let mut lines = String::new();
    for file in skipped.iter().take(SHOWN) {
        let line = format!("{}: {}", file.name, file.reason);
        let line: String = line.chars().filter_map(invisible::harmless).collect();
        let _ = write!(lines, "\n  {line}");
    }
    if skipped.len() > SHOWN {
        let _ = write!(lines, "\n  and {} more", skipped.len() - SHOWN);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_cannot_drive_the_terminal() {
        let name = "a\u{1b}[2J\n.png".to_owned();
        let skipped = Skipped::passed_over(name, "a picture");
        assert_eq!(reasons(&[skipped]), "\n  a[2J .png: a picture");
    }
}
