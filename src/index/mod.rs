//! Finds what a question is about: the retriever.
//!
//! What answering needs of an index is asked in three ways, each in one call
//! for all that is wanted, and comes back as plain values: [`Statistics`] of
//! words, the best passages for a query, each with all that judging it needs
//! ([`Found`]), and a document by its name. Another engine would have to give
//! just that, also over a network.
//!
//! Behind it, [`asking`] looks words up, [`finding`] puts passages together;
//! [`analysis`] takes a document apart, [`kept`] says what is kept of it,
//! [`facts`] how names and acronyms are looked up, and [`engine`] has it all on
//! disk.

pub mod acronyms;
mod analysis;
mod asking;
mod engine;
mod facts;
mod finding;
pub mod found;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod kept;
pub mod names;
pub mod statistics;

use std::sync::Arc;

use crate::corpus::{Document, Skipped};
pub(crate) use analysis::Analysis;
#[cfg(test)]
pub(crate) use analysis::FAULT;
pub use engine::Alternatives;
use engine::Snapshot;
pub(crate) use engine::{KnownFile, Store};
pub use found::Found;
pub use statistics::{Asked, Statistics};

/// Building or searching the index failed: no fault of a question, but of the disk, of memory or a bug.
#[derive(Debug, thiserror::Error)]
#[error(
    "the index failed: {reason}\nhint: run Quoth again; if it stays, leave out the documents added last"
)]
pub struct IndexError {
    reason: String,
}

impl IndexError {
    pub(crate) fn new(reason: &str) -> Self {
        Self {
            reason: reason.to_owned(),
        }
    }
}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> Self {
        Self::new(&error.to_string())
    }
}

impl From<std::io::Error> for IndexError {
    fn from(error: std::io::Error) -> Self {
        Self::new(&error.to_string())
    }
}

/// Documents made searchable, as they stand at one time.
pub struct Index {
    snapshot: Arc<Snapshot>,
    skipped: Vec<Skipped>,
}

/// What is in an index.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// How many documents, and how many passages these have in all.
    pub documents: usize,
    /// See [`documents`](Self::documents).
    pub passages: usize,
    /// Files that were met and not taken, each with its reason.
    pub skipped: Vec<Skipped>,
}

/// A document that is in an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Its path relative to the corpus folder.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How many passages it has.
    pub passages: usize,
}

/// The key of a file: the XXH3 hash of its name.
pub(crate) fn key(name: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(name.as_bytes())
}

impl Index {
    /// Indexes documents, in memory.
    ///
    /// # Errors
    ///
    /// Where tantivy cannot build its part, as when memory is short.
    pub fn build(documents: &[Document]) -> Result<Self, IndexError> {
        let mut store = Store::in_memory(0)?;
        for document in documents {
            let file = KnownFile {
                key: key(&document.name),
                looks: 0,
                content: 0,
            };
            store.put(file, Analysis::of(document))?;
        }
        store.commit()?;
        Ok(Self::new(&store, Vec::new()))
    }

    /// What a store has committed.
    pub(crate) fn new(store: &Store, skipped: Vec<Skipped>) -> Self {
        let snapshot = store.snapshot();
        Self { snapshot, skipped }
    }

    /// What is in it, in numbers, and what is not.
    #[must_use]
    pub fn contents(&self) -> Contents {
        let totals = self.snapshot.totals();
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Contents {
            documents: count(totals.documents),
            passages: count(totals.passages),
            skipped: self.skipped.clone(),
        }
    }

    /// How many bytes it takes, on disk or in memory.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn size(&self) -> Result<u64, IndexError> {
        self.snapshot.size()
    }

    /// Its documents, in the order of their names.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn sources(&self) -> Result<Vec<Source>, IndexError> {
        let mut sources = Vec::new();
        self.snapshot.documents(|document, passages| {
            sources.push(Source {
                name: document.name,
                title: document.title,
                passages: usize::try_from(passages).unwrap_or(usize::MAX),
            });
        })?;
        sources.sort_unstable();
        Ok(sources)
    }

    /// The files that are no documents, each with its reason.
    pub(crate) fn unfit(&self) -> Result<Vec<(String, String)>, IndexError> {
        self.snapshot.unfit()
    }

    /// Whether there is a document under a key.
    pub(crate) fn has(&self, key: u64) -> Result<bool, IndexError> {
        Ok(self.snapshot.document(key)?.is_some())
    }

    /// The name of the document under a key.
    pub(crate) fn name_of(&self, key: u64) -> Result<Option<String>, IndexError> {
        Ok(self.snapshot.document(key)?.map(|document| document.name))
    }

    /// The document of that name.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn document(&self, name: &str) -> Result<Option<Document>, IndexError> {
        let key = key(name);
        let Some(document) = self.snapshot.document(key)? else {
            return Ok(None);
        };
        Ok(Some(document.whole(self.snapshot.passages_of(key)?)))
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
