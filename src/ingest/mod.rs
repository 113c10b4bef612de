//! Keeps an index equal to the folders that it is of, while they change.
//!
//! 1. [`Library::refresh`] looks over all files, and compares their sizes and
//!    times, and where these differ a hash of their content, with what it knows.
//! 2. [`reading`]: what is new is read in several threads, and files whose
//!    format is not a text in processes of their own ([`isolation`]), so that no
//!    file can bring Quoth down.
//! 3. What was read goes into the index, what is gone goes out, and whoever
//!    asks sees the change as a whole.
//! 4. [`watching`]: the file system tells when it is time to look again.
//!
//! Quoth changes the folders itself only where it is told to: [`receiving`] puts
//! a file there, and [`forgetting`] takes one away, which can be taken back.
//!
//! What is known of every file is kept on disk ([`record`]), so that the next
//! start reads only what has changed meanwhile.

pub mod forgetting;
pub mod isolation;
mod reading;
pub mod receiving;
mod record;
mod watching;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::time::Duration;

use crate::corpus::files::{self, Found};
use crate::corpus::{CorpusError, Skipped};
use crate::index::{Builder, Index, IndexError};
pub use forgetting::{ForgetError, Forgotten};
use reading::Content;
pub use receiving::{ReceiveError, Received};
use record::Record;
pub use record::Stamp;
pub use watching::Watching;

/// Bytes that are read between two commits: what a kill may cost.
const BATCH: u64 = 64 * 1024 * 1024;
/// A file that was written to less than this ago may be half-written.
const SETTLED: Duration = Duration::from_millis(200);

/// Where documents come from, and how they are kept.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Folders and files.
    pub roots: Vec<PathBuf>,
    /// Where the index is kept; `None` for memory alone.
    pub data: Option<PathBuf>,
    /// The program that reads formats other than text ([`isolation`]); `None` to read them in this process.
    pub reader: Option<PathBuf>,
}

impl Origin {
    /// Documents that are read into memory, by this process alone.
    #[must_use]
    pub fn in_memory(roots: &[PathBuf]) -> Self {
        Self {
            roots: roots.to_vec(),
            ..Self::default()
        }
    }
}

/// How far reading has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Files that were read.
    pub files: usize,
    /// Files to be read in all.
    pub all_files: usize,
    /// Bytes that were read.
    pub bytes: u64,
    /// Bytes to be read in all.
    pub all_bytes: u64,
}

/// Why documents cannot be asked.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// They cannot be read.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// They cannot be indexed.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// What is known of the files of an origin.
pub(crate) struct Library {
    origin: Origin,
    builder: Builder,
    files: BTreeMap<String, Known>,
    /// What the last index has of files that are no documents.
    skipped: Option<Vec<Skipped>>,
}

/// A file as it was read.
struct Known {
    /// What the index has of it; `None` where it could not be read for a reason that may pass.
    key: Option<u64>,
    stamp: Stamp,
    /// Why it is no document.
    reason: Option<String>,
}

/// What looking over the files came to.
pub(crate) struct Refreshed {
    /// The index, where anything has changed.
    pub(crate) index: Option<Index>,
    /// Whether no file was left for later because it may be half-written.
    pub(crate) is_settled: bool,
}

impl Library {
    /// What an earlier process has kept of an origin, or nothing.
    pub(crate) fn open(origin: Origin) -> Result<Self, IngestError> {
        let (builder, files) = match &origin.data {
            Some(data) => record::open(data, &origin.roots)?,
            None => (Builder::in_memory()?, BTreeMap::new()),
        };
        Ok(Self {
            origin,
            builder,
            files,
            skipped: None,
        })
    }

    pub(crate) fn roots(&self) -> &[PathBuf] {
        &self.origin.roots
    }

    /// Reads what is new or has changed, and forgets what is gone.
    ///
    /// With `patient`, files that somebody may be writing to are left as they
    /// are known, for the next time.
    ///
    /// # Errors
    ///
    /// Where a root is gone, or the index fails; what was known stays.
    pub(crate) fn refresh(
        &mut self,
        patient: bool,
        mut progress: impl FnMut(Progress),
    ) -> Result<Refreshed, IngestError> {
        let (found, mut skipped) = files::find(&self.origin.roots)?;
        let there: HashSet<&str> = found.iter().map(|file| file.name.as_str()).collect();
        let gone: Vec<String> = (self.files.keys())
            .filter(|name| !there.contains(name.as_str()))
            .cloned()
            .collect();
        let mut has_changed = !gone.is_empty();
        for name in gone {
            self.forget(&name)?;
        }
        let (mut news, mut is_settled) = (Vec::new(), true);
        for file in found {
            let known = self.files.get(&file.name);
            if known.is_some_and(|known| known.stamp.is_of(&file)) {
                continue;
            }
            if patient && file.is_fresh(SETTLED) {
                is_settled = false;
                continue;
            }
            // What could not be read is read though it may be the same.
            let stamp = known.filter(|known| known.key.is_some());
            let stamp = stamp.map(|known| known.stamp);
            news.push((file, stamp));
        }
        let mut so_far = Progress {
            files: 0,
            all_files: news.len(),
            bytes: 0,
            all_bytes: news.iter().map(|(file, _)| file.size).sum(),
        };
        let mut batch = 0;
        let reader = self.origin.reader.clone();
        reading::read(&news, reader.as_deref(), |file, stamp, content| {
            so_far.files += 1;
            so_far.bytes += file.size;
            batch += file.size;
            progress(so_far);
            has_changed |= self.take(file, stamp, content)?;
            if batch >= BATCH {
                batch = 0;
                self.builder.commit()?;
            }
            Ok::<(), IndexError>(())
        })?;
        skipped.extend(self.files.iter().filter_map(|(name, known)| {
            Some(Skipped {
                name: name.clone(),
                reason: known.reason.clone()?,
                is_unreadable: true,
            })
        }));
        skipped.sort_by(|a, b| a.name.cmp(&b.name));
        let is_news = has_changed || self.skipped.as_ref() != Some(&skipped);
        let index = if is_news {
            self.builder.commit()?;
            self.skipped = Some(skipped.clone());
            Some(self.builder.index(skipped))
        } else {
            None
        };
        Ok(Refreshed { index, is_settled })
    }

    /// Takes what was read of a file. Returns whether an answer may change by it.
    fn take(&mut self, file: &Found, stamp: Stamp, content: Content) -> Result<bool, IndexError> {
        let (analysis, reason, is_certain) = match content {
            Content::Same => {
                if let Some(known) = self.files.get_mut(&file.name) {
                    known.stamp = stamp;
                }
                return Ok(false);
            }
            Content::Document(analysis) => (Some(*analysis), None, true),
            Content::Unfit(reason) => (None, Some(reason), true),
            Content::Unread(reason) => (None, Some(reason), false),
        };
        if let Some(known) = self.files.get_mut(&file.name)
            && !is_certain
            && known.key.is_none()
            && known.reason == reason
        {
            known.stamp = stamp;
            return Ok(false);
        }
        self.forget(&file.name)?;
        // What may pass is tried again at the next start.
        let key = if is_certain {
            let content = analysis
                .as_ref()
                .ok_or_else(|| reason.clone().unwrap_or_default());
            let record = Record::bytes(&file.name, stamp, content);
            self.own()?;
            Some(self.builder.put(analysis, &record)?)
        } else {
            None
        };
        let known = Known { key, stamp, reason };
        self.files.insert(file.name.clone(), known);
        Ok(true)
    }

    fn forget(&mut self, name: &str) -> Result<(), IndexError> {
        if let Some(key) = self.files.remove(name).and_then(|known| known.key) {
            self.own()?;
            self.builder.remove(key);
        }
        Ok(())
    }

    /// Makes the index one that can be changed: what another process keeps is its own.
    fn own(&mut self) -> Result<(), IndexError> {
        if self.builder.can_write() {
            return Ok(());
        }
        log::info!("another process keeps this index: what has changed stays in memory");
        self.builder.move_to_memory()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
