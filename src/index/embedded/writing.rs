//! What writes to an index.
//!
//! It has threads and queues of its own, some megabytes: so it is opened with the
//! first change. Until then the index is only reserved, for one process.

use tantivy::directory::error::LockError;
use tantivy::directory::{DirectoryLock, INDEX_WRITER_LOCK};
use tantivy::indexer::IndexWriterOptions;
use tantivy::{Directory as _, Index, IndexWriter, TantivyError};

use super::merging::Merging;
use crate::index::IndexError;

/// What tantivy may fill of the memory for indexing before it writes a segment; the
/// rest is for documents that are being read.
const SHARE: usize = 4;
/// In bytes: less than that tantivy refuses, and more gains nothing.
const LEAST: usize = 16 * 1024 * 1024;
const MOST: usize = 512 * 1024 * 1024;

/// Who may write to an index.
pub(super) enum Writing {
    /// This process, which has not yet.
    Reserved {
        #[expect(dead_code, reason = "it is only held")]
        lock: DirectoryLock,
        /// What indexing may take, in bytes.
        memory: usize,
    },
    Open(Box<IndexWriter>),
    /// Another process.
    Foreign,
    /// Nobody: what writes could not be opened.
    Failed,
}

impl Writing {
    /// Keeps other processes from writing, unless one does.
    pub(super) fn reserve(index: &Index, memory: usize) -> Result<Self, IndexError> {
        match index.directory().acquire_lock(&INDEX_WRITER_LOCK) {
            Ok(lock) => Ok(Self::Reserved { lock, memory }),
            Err(LockError::LockBusy) => Ok(Self::Foreign),
            Err(error) => Err(IndexError::new(&error.to_string())),
        }
    }

    pub(super) fn is_foreign(&self) -> bool {
        matches!(self, Self::Foreign)
    }

    /// What writes; `None` where another process does, or nothing could.
    pub(super) fn writer(&mut self, index: &Index) -> Result<Option<&mut IndexWriter>, IndexError> {
        if let Self::Reserved { memory, .. } = self {
            let memory = (*memory / SHARE).clamp(LEAST, MOST);
            // The writer takes the lock itself.
            *self = Self::Foreign;
            let options = IndexWriterOptions::builder()
                .memory_budget_per_thread(memory)
                .num_worker_threads(1)
                .num_merge_threads(1)
                .build();
            match index.writer_with_options(options) {
                Ok(writer) => {
                    writer.set_merge_policy(Box::new(Merging::new(memory)));
                    *self = Self::Open(Box::new(writer));
                }
                Err(TantivyError::LockFailure(LockError::LockBusy, _)) => {}
                Err(error) => {
                    *self = Self::Failed;
                    return Err(error.into());
                }
            }
        }
        Ok(match self {
            Self::Open(writer) => Some(writer),
            Self::Reserved { .. } | Self::Foreign | Self::Failed => None,
        })
    }

    /// Makes last what was written, if anything was.
    pub(super) fn commit(&mut self) -> Result<(), IndexError> {
        if let Self::Open(writer) = self {
            writer.commit()?;
        }
        Ok(())
    }
}
