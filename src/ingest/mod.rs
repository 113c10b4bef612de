//! Keeps an index equal to the folders that it is of, while they change.
//!
//! 1. [`Library::refresh`] looks over all files, and compares their sizes and
//!    times, and where these differ a hash of their content, with what it knows.
//! 2. [`reading`]: what is new is read in several threads, and its text is
//!    extracted in processes of their own ([`extraction`]), so that no file can
//!    bring Quoth down.
//! 3. What was read goes into the index, what is gone goes out, and whoever
//!    asks sees the change as a whole.
//! 4. [`watching`]: the file system tells when it is time to look again.
//!
//! Quoth changes the folders itself only where it is told to: [`receiving`] puts
//! a file there, and [`forgetting`] takes one away, which can be taken back.
//! [`original`] gives a document as the file that it is.
//!
//! What is known of every file is kept on disk ([`record`]), so that the next
//! start reads only what has changed meanwhile.

mod apart;
pub mod extraction;
mod faults;
pub mod forgetting;
mod library;
pub mod original;
mod reading;
pub mod receiving;
mod record;
mod version;
mod watching;

use std::path::PathBuf;

use crate::corpus::CorpusError;
use crate::index::{Index, IndexError, cluster};
pub use apart::keep_apart;
pub use forgetting::{ForgetError, Forgotten};
pub(crate) use library::Library;
pub use receiving::{ReceiveError, Received};
pub use record::Stamp;
pub use watching::Watching;

/// Where documents come from, and how they are kept.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Folders and files.
    pub roots: Vec<PathBuf>,
    /// Where the index is kept; `None` for memory alone.
    pub data: Option<PathBuf>,
    /// The program that extracts the text of files ([`extraction`]); `None` to do that in this process.
    pub extractor: Option<PathBuf>,
    /// Memory that indexing may take, in bytes; less than [`LEAST_MEMORY`] counts as that.
    pub memory: usize,
    /// The cluster that the index is written to; `None` to keep it here.
    pub cluster: Option<cluster::Writing>,
}

/// Less memory than this indexing cannot do with, in bytes.
pub const LEAST_MEMORY: usize = 64 * 1024 * 1024;

impl Origin {
    /// Documents that are read into memory, by this process alone.
    #[must_use]
    pub fn in_memory(roots: &[PathBuf]) -> Self {
        Self {
            roots: roots.to_vec(),
            ..Self::default()
        }
    }

    /// Says that the index failed: the next start reads through what is kept of it, however large
    /// that is, and builds it again if it is damaged.
    pub fn distrust(&self) {
        if let (Some(data), None) = (&self.data, &self.cluster) {
            record::distrust(data, &self.roots);
        }
    }
}

/// The index that another process keeps in a cluster, to be asked.
pub(crate) fn kept_by_others(cluster: &cluster::Settings) -> Result<Index, IndexError> {
    Index::in_cluster(cluster, &version::folder())
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
    /// The folder for what outlives a run lies among them.
    #[error(
        "{}, the folder for what outlives a run, lies among the documents: what people ask would be read with them\nhint: set QUOTH_DATA to another folder", .0.display()
    )]
    DataInCorpus(PathBuf),
    /// This process only asks what another one keeps.
    #[error("the documents are kept by quoth index, wherever that runs: change them there")]
    Elsewhere,
    /// What answers rest on cannot be used.
    #[error("the {what} in this program cannot be used: {problem}\nhint: {hint}")]
    Weights {
        /// Which part of the program's own data.
        what: &'static str,
        /// What is wrong with it.
        problem: String,
        /// What to do.
        hint: &'static str,
    },
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
