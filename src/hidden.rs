//! Files under a hidden name, until they are whole and safe on the disk.
//!
//! A crash, a full disk or a loss of power then leaves the old file or the new
//! one, never a part. The walk over the documents passes hidden files over.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

/// What the names of hidden files begin and end with.
const NAME: (&str, &str) = (".quoth-", ".part");
/// Nobody writes to a hidden file any more that is older than this.
const ABANDONED: Duration = Duration::from_hours(24);

/// Makes hidden files, which only their owner can read unless told otherwise,
/// and which are gone with their value unless they get another name.
pub(crate) fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(NAME.0).suffix(NAME.1);
    builder
}

/// Has the names in a folder outlive a loss of power, where the system can do that.
pub(crate) fn sync(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Removes the hidden files that a process left which was killed. What cannot be
/// removed does no harm.
pub(crate) fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_hidden = name.starts_with(NAME.0) && name.ends_with(NAME.1);
        let is_abandoned = |file: &fs::Metadata| {
            let modified = file.modified().ok();
            let age = modified.and_then(|modified| modified.elapsed().ok());
            file.is_file() && age.is_some_and(|age| age > ABANDONED)
        };
        if is_hidden && entry.metadata().is_ok_and(|file| is_abandoned(&file)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_a_killed_process_left_is_tidied_away() {
        let folder = tempfile::TempDir::new().unwrap();
        for (name, hours) in [
            (".quoth-old.part", 25),
            (".quoth-new.part", 1),
            (".quoth-old.txt", 25),
            (".old.part", 25),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            let then = SystemTime::now() - Duration::from_hours(hours);
            file.set_modified(then).unwrap();
        }
        tidy(folder.path());
        let is_left = |name: &str| folder.path().join(name).exists();
        assert!(!is_left(".quoth-old.part"));
        assert!(is_left(".quoth-new.part") && is_left(".quoth-old.txt") && is_left(".old.part"));
    }
}
