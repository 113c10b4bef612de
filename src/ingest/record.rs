//! What tells that a file is the same as it was read, and where an index is kept.

use std::collections::HashMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::version;
use crate::corpus::files::Found;
use crate::index::{EmbeddedStore, IndexError, Store};
use crate::private;

/// A file changed less than this before it was read may change again without
/// its time telling: file systems have ticks of up to two seconds (FAT).
const TICK: Duration = Duration::from_secs(2);
/// An index whose folders are gone is kept so long after it was used last.
const ABANDONED: Duration = Duration::from_hours(30 * 24);
/// A file of this name beside an index says that the index failed.
const DOUBTED: &str = "doubted";
/// Of an index up to this size, in bytes, every file is looked through when it
/// is opened, which takes some milliseconds.
const SMALL: u64 = 32 * 1024 * 1024;

/// By what a file is known to be the same; one that could not be opened, by nothing: it is looked
/// into each time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The XXH3 hash of its size, its time and its identity; 0 where it was
    /// changed too short before it was read for these to tell anything.
    pub(super) looks: u64,
    /// The XXH3 hash of its content.
    pub(super) content: u64,
}

impl Stamp {
    /// The stamp of a file with this content, read at `now`.
    pub(super) fn of(file: &Found, content: &[u8], now: SystemTime) -> Self {
        let age = now.duration_since(file.modified).unwrap_or_default();
        // It may have grown since it was found.
        let is_settled = age > TICK && file.size == content.len() as u64;
        Self {
            looks: if is_settled { looks(file) } else { 0 },
            content: hash(content),
        }
    }

    /// Whether a file can be taken for the same without looking into it.
    pub(super) fn is_of(&self, file: &Found) -> bool {
        self.looks != 0 && self.looks == looks(file)
    }
}

/// The XXH3 hash of a file's size, its time and its identity; never 0.
pub(super) fn looks(file: &Found) -> u64 {
    let since = file.modified.duration_since(SystemTime::UNIX_EPOCH);
    let time = since.map_or(0, |since| since.as_nanos());
    let mut seen = xxhash_rust::xxh3::Xxh3::new();
    seen.update(&file.size.to_le_bytes());
    seen.update(&time.to_le_bytes());
    seen.update(&file.identity.to_le_bytes());
    seen.digest().max(1)
}

/// The hash of a content, which tells empty ones from those that are not known.
pub(super) fn hash(content: &[u8]) -> u64 {
    xxhash_rust::xxh3::xxh3_64(content).max(1)
}

/// What is kept of these roots, with the files that it is of, by their keys.
pub(super) fn open(
    data: &Path,
    roots: &[PathBuf],
    memory: usize,
) -> Result<(EmbeddedStore, HashMap<u64, Stamp>), IndexError> {
    let all = folder_of(data, roots);
    let folder = all.join(version::folder());
    for attempt in [true, false] {
        if let Err(error) = prepare(&all, &folder, roots) {
            log::warn!(
                "{}: {error}; the index stays in memory, and is built again at every start",
                folder.display()
            );
            break;
        }
        // Tantivy panics at some damage; what it had begun is gone then.
        let kept = catch_unwind(AssertUnwindSafe(|| read(&folder, memory)));
        match kept.unwrap_or_else(|_| Err(IndexError::new("a file of the index is damaged"))) {
            Ok(kept) => return Ok(kept),
            Err(error) if attempt => {
                log::warn!("{}: {error}; built again", folder.display());
                EmbeddedStore::discard(&folder);
            }
            Err(error) => log::warn!("{}: {error}; the index stays in memory", folder.display()),
        }
    }
    Ok((EmbeddedStore::in_memory(memory)?, HashMap::new()))
}

/// Throws away what is kept of these roots.
pub(super) fn discard(data: &Path, roots: &[PathBuf]) {
    EmbeddedStore::discard(&folder_of(data, roots).join(version::folder()));
}

/// Has what is kept of these roots be read through by whoever opens it next.
pub(super) fn distrust(data: &Path, roots: &[PathBuf]) {
    // Where that cannot be noted, the next start may fail as this one did.
    let _ = put(&folder_of(data, roots).join(DOUBTED), "");
}

/// Where the index of these roots is kept below the data folder.
pub(super) fn folder_of(data: &Path, roots: &[PathBuf]) -> PathBuf {
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    for root in real(roots) {
        hash.update(root.as_os_str().as_encoded_bytes());
        hash.update(&[0]);
    }
    data.join("index").join(format!("{:016x}", hash.digest()))
}

/// The same roots, however they are spelt.
fn real(roots: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    let real = |root: &PathBuf| root.canonicalize().unwrap_or_else(|_| root.clone());
    roots.iter().map(real)
}

/// Makes the folder, and throws away what other versions kept.
fn prepare(all: &Path, folder: &Path, roots: &[PathBuf]) -> std::io::Result<()> {
    // It holds all that the documents say.
    private::create_folder(folder)?;
    let index = all.parent().unwrap_or(all);
    for folder in [index, all, folder] {
        private::close_to_others(folder);
    }
    let names = real(roots).map(|root| format!("{}\n", root.display()));
    put(&all.join("roots"), &names.collect::<String>())?;
    forget_abandoned(all);
    for other in fs::read_dir(all)? {
        let other = other?.path();
        if other.is_dir() && other != *folder {
            EmbeddedStore::discard(&other);
        }
    }
    Ok(())
}

/// Has a file hold this, and be as new as if it had been written.
fn put(path: &Path, text: &str) -> std::io::Result<()> {
    if fs::read(path).is_ok_and(|known| known == text.as_bytes()) {
        return private::append(path)?.set_modified(SystemTime::now());
    }
    private::replace(path, text.as_bytes())
}

/// Throws away the indexes beside this one whose folders have been gone for long.
fn forget_abandoned(own: &Path) {
    let all = own.parent().and_then(|all| fs::read_dir(all).ok());
    for other in all.into_iter().flatten().flatten() {
        let other = other.path();
        if other != *own && is_abandoned(&other.join("roots")) {
            // No process is at work on it: its start would have written the file.
            let _ = fs::remove_dir_all(other);
        }
    }
}

/// Whether no root that a file names is there any more, and the file was last
/// written long ago: every start on these roots writes it.
fn is_abandoned(roots: &Path) -> bool {
    let Ok(names) = fs::read_to_string(roots) else {
        return false;
    };
    let written = fs::metadata(roots).and_then(|file| file.modified()).ok();
    let age = written.and_then(|written| written.elapsed().ok());
    age.is_some_and(|age| age > ABANDONED) && names.lines().all(|root| !Path::new(root).exists())
}

fn read(folder: &Path, memory: usize) -> Result<(EmbeddedStore, HashMap<u64, Stamp>), IndexError> {
    let doubted = folder.with_file_name(DOUBTED);
    let is_checked = size(folder) <= SMALL || doubted.exists();
    let store = EmbeddedStore::open(folder, memory, is_checked)?;
    let files = files(&store)?;
    if store.can_write() {
        // It is there only where something has failed.
        let _ = fs::remove_file(doubted);
    }
    Ok((store, files))
}

/// The files that a store has something of, by their keys.
pub(super) fn files(store: &dyn Store) -> Result<HashMap<u64, Stamp>, IndexError> {
    let stamp = |(looks, content)| Stamp { looks, content };
    let known = store.known()?.into_iter();
    let known = known.map(|file| (file.key, stamp((file.looks, file.content))));
    Ok(known.collect())
}

/// The bytes of the files in a folder.
fn size(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = files.filter_map(|file| Some(file.metadata().ok()?.len()));
    sizes.sum()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs::File;

    use tempfile::TempDir;

    use super::*;
    use crate::corpus;

    #[test]
    fn a_stamp_tells_whether_a_file_has_changed() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a.txt"), "ab").unwrap();
        let (found, _) = corpus::files::find(&[folder.path().to_owned()]).unwrap();
        let file = |size, modified| {
            let mut file = found[0].clone();
            (file.size, file.modified) = (size, modified);
            file
        };
        let now = SystemTime::now();
        let old = now - 2 * TICK;
        let stamp = Stamp::of(&file(2, old), b"ab", now);
        assert!(stamp.is_of(&file(2, old)));
        assert!(!stamp.is_of(&file(3, old)) && !stamp.is_of(&file(2, now)));
        assert_eq!(stamp.content, Stamp::of(&file(2, now), b"ab", now).content);
        assert_ne!(stamp.content, Stamp::of(&file(2, old), b"ba", now).content);
        // Too fresh to tell by its time.
        assert!(!Stamp::of(&file(2, now), b"ab", now).is_of(&file(2, now)));
    }

    #[test]
    fn every_start_makes_the_names_of_the_folders_new() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("roots");
        for text in ["a\n", "a\n", "b\n"] {
            put(&path, text).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            let written = fs::metadata(&path).unwrap().modified().unwrap();
            assert!(written > SystemTime::UNIX_EPOCH);
            let file = File::options().write(true).open(&path).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
    }

    #[test]
    fn an_index_whose_folders_are_long_gone_is_thrown_away() {
        let (data, documents) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let indexes = data.path().join("index");
        let kept = |name: &str, root: &Path, days: u64| {
            let folder = indexes.join(name);
            fs::create_dir_all(folder.join("v1")).unwrap();
            fs::write(folder.join("roots"), format!("{}\n", root.display())).unwrap();
            let roots = File::options().write(true).open(folder.join("roots"));
            let age = Duration::from_hours(24 * days);
            let aged = roots.unwrap().set_modified(SystemTime::now() - age);
            aged.unwrap();
        };
        let gone = documents.path().join("gone");
        kept("gone", &gone, 31);
        kept("gone lately", &gone, 29);
        kept("there", documents.path(), 31);
        drop(open(data.path(), &[documents.path().to_owned()], 0).unwrap());
        let there = |name: &str| indexes.join(name).exists();
        assert!(!there("gone") && there("gone lately") && there("there"));
    }
}
