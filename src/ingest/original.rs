//! A document is given as the file that it is.
//!
//! Only what the corpus would read now by that name is given: a file within its
//! folders, never what a link leads to ([`files`]).

use super::receiving::FileName;
use crate::Quoth;
use crate::corpus::{CorpusError, files};

/// A file of the corpus.
#[derive(Clone, Debug)]
pub struct Original {
    /// The last part of its name, safe to be given to a file anywhere.
    pub file_name: String,
    file: files::Found,
    /// Bytes that it may have.
    most: u64,
}

/// Why a file is not given.
#[derive(Debug, thiserror::Error)]
pub enum OriginalError {
    /// No file of the corpus has that name any more.
    #[error("it is no longer among the documents")]
    Gone,
    /// The files are where another process keeps the index.
    #[error("the files are where quoth index runs, and not here")]
    Elsewhere,
    /// It is larger than was asked for.
    #[error("it is larger than {} MB", .0 / 1024 / 1024)]
    TooLarge(u64),
    /// It was emptied since it was read.
    #[error("it is empty by now")]
    Empty,
    /// It cannot be read, for this reason.
    #[error("reading it failed: {0}")]
    Unreadable(String),
    /// The folders cannot be looked over.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
}

impl Quoth {
    /// The file of the document `name`, as citations give it, if it has at most `most` bytes.
    /// It is not read yet.
    ///
    /// # Errors
    ///
    /// A file that is elsewhere, gone, larger or empty.
    pub fn original(&self, name: &str, most: u64) -> Result<Original, OriginalError> {
        if self.roots().is_empty() {
            return Err(OriginalError::Elsewhere);
        }
        let (found, _) = files::find(self.roots())?;
        let file = found.into_iter().find(|file| file.name == name);
        let file = file.ok_or(OriginalError::Gone)?;
        let original = Original {
            file_name: FileName::of(name).numbered(1),
            file,
            most,
        };
        original.check(original.file.size)?;
        Ok(original)
    }
}

impl Original {
    /// What it holds now; it may have become larger than asked for, empty or unreadable.
    pub(crate) fn content(&self) -> Result<Vec<u8>, OriginalError> {
        let unreadable = |unread: files::Unread| OriginalError::Unreadable(unread.reason);
        let content = self.file.content().map_err(unreadable)?;
        self.check(content.len() as u64)?;
        Ok(content)
    }

    fn check(&self, size: u64) -> Result<(), OriginalError> {
        match size {
            0 => Err(OriginalError::Empty),
            size if size > self.most => Err(OriginalError::TooLarge(self.most)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::answer::Settings;
    use crate::ingest::Origin;

    const GONE: &str = "it is no longer among the documents";

    fn corpus() -> (TempDir, Quoth) {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("timetables")).unwrap();
        fs::write(folder.path().join("tram.txt"), "The tram runs.").unwrap();
        let ferry = folder.path().join("timetables/ferry.txt");
        fs::write(ferry, "The ferry sails.").unwrap();
        let origin = Origin::in_memory(&[folder.path().to_owned()]);
        let quoth = Quoth::open(origin, Settings::default(), |_| {}).unwrap();
        (folder, quoth)
    }

    fn refused(quoth: &Quoth, name: &str, most: u64) -> String {
        quoth.original(name, most).unwrap_err().to_string()
    }

    #[test]
    fn a_document_is_given_as_it_is_on_the_disk() {
        let (_folder, quoth) = corpus();
        let given = quoth.original("timetables/ferry.txt", 16).unwrap();
        assert_eq!(given.file_name, "ferry.txt");
        assert_eq!(given.content().unwrap(), b"The ferry sails.");
    }

    #[test]
    fn what_has_become_of_it_since_is_seen_when_it_is_read() {
        let (folder, quoth) = corpus();
        let given = quoth.original("tram.txt", 20).unwrap();
        let path = folder.path().join("tram.txt");
        fs::write(&path, "The tram runs at night.").unwrap();
        let refused = || given.content().unwrap_err().to_string();
        assert_eq!(refused(), "it is larger than 0 MB");
        fs::write(&path, "").unwrap();
        assert_eq!(refused(), "it is empty by now");
        fs::remove_file(&path).unwrap();
        assert!(refused().starts_with("reading it failed"), "{}", refused());
    }

    #[test]
    fn what_is_gone_empty_or_too_large_is_refused() {
        let (folder, quoth) = corpus();
        for name in ["ferry.txt", "../tram.txt", "/etc/passwd", "timetables", ""] {
            assert_eq!(refused(&quoth, name, 99), GONE, "{name}");
        }
        let large = refused(&quoth, "timetables/ferry.txt", 15);
        assert_eq!(large, "it is larger than 0 MB");
        fs::write(folder.path().join("tram.txt"), "").unwrap();
        assert_eq!(refused(&quoth, "tram.txt", 99), "it is empty by now");
        fs::remove_file(folder.path().join("tram.txt")).unwrap();
        assert_eq!(refused(&quoth, "tram.txt", 99), GONE);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out_of_the_folders() {
        use std::os::unix::fs::symlink;

        let (folder, quoth) = corpus();
        let outside = TempDir::new().unwrap();
        fs::write(outside.path().join("ferry.txt"), "A secret.").unwrap();
        fs::write(outside.path().join("tram.txt"), "A secret.").unwrap();
        fs::remove_file(folder.path().join("tram.txt")).unwrap();
        let [target, link] = [&outside, &folder].map(|it| it.path().join("tram.txt"));
        symlink(target, link).unwrap();
        fs::remove_dir_all(folder.path().join("timetables")).unwrap();
        symlink(outside.path(), folder.path().join("timetables")).unwrap();
        for name in ["tram.txt", "timetables/ferry.txt"] {
            assert_eq!(refused(&quoth, name, 99), GONE, "{name}");
        }
    }
}
