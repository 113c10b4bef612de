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
//! [`defining`] what a passage tells the meaning of, [`facts`] how names and
//! acronyms are looked up, and [`weighing`] what words weigh. What an [`engine`]
//! has to give all of these is written down once; there are two, [`embedded`] in
//! this process and [`cluster`] for many.

pub(crate) mod acronyms;
mod analysis;
mod asking;
pub mod cluster;
pub(crate) mod defining;
mod embedded;
mod engine;
mod facts;
mod finding;
pub(crate) mod found;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod kept;
pub(crate) mod names;
pub(crate) mod statistics;
mod weighing;

use std::sync::Arc;

use crate::corpus::{Document, Skipped};
pub(crate) use analysis::Analysis;
#[cfg(test)]
pub(crate) use analysis::FAULT;
pub(crate) use cluster::ClusterStore;
pub(crate) use embedded::EmbeddedStore;
use engine::Engine;
pub(crate) use engine::{KnownFile, Store};
pub(crate) use found::Found;
pub(crate) use statistics::{Asked, Statistics};

/// What one word of a question may be called: (stem, weight), best first; none where the corpus has nothing like it.
pub type Alternatives<'a> = Vec<(&'a str, f32)>;

/// Building or searching the index failed: no fault of a question, but of the disk, of memory, of
/// the cluster or a bug.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Why, which nobody expects.
    #[error(
        "the index failed: {0}\nhint: run Quoth again, which builds what is kept anew where it is damaged; if it stays, leave out the documents added last"
    )]
    Failed(String),
    /// The cluster does not answer, though it may later.
    #[error(
        "the index is not reachable: {0}\nhint: look whether the cluster runs, and whether QUOTH_ENGINE names its nodes"
    )]
    Unreachable(String),
    /// What is to be changed before it can: in words for the person who runs Quoth.
    #[error("{0}")]
    Settings(String),
    /// It is to be changed, and another process keeps it.
    #[error("the index failed: another process keeps it")]
    Foreign,
}

impl IndexError {
    pub(crate) fn new(reason: &str) -> Self {
        Self::Failed(reason.to_owned())
    }

    /// The cluster has no index of this name.
    fn absent(name: &str) -> Self {
        Self::Settings(format!(
            "there is no index {name:?} in the cluster\nhint: quoth index makes it, where the documents are; QUOTH_ENGINE_INDEX names it"
        ))
    }

    /// Another process took over writing.
    fn lost() -> Self {
        Self::Settings(
            "another process has taken over writing to the index: this one wrote nothing since\nhint: run it again with --watch, and it waits until the other ends".to_owned(),
        )
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
    engine: Arc<dyn Engine>,
    /// What was met and not taken; `None` where the engine alone knows.
    skipped: Option<Vec<Skipped>>,
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
    #[cfg(test)]
    pub(crate) fn build(documents: &[Document]) -> Result<Self, IndexError> {
        let mut store = EmbeddedStore::in_memory(0)?;
        for document in documents {
            let file = KnownFile {
                key: key(&document.name),
                ..KnownFile::default()
            };
            store.put(file, Analysis::of(document))?;
        }
        store.commit()?;
        Ok(Self::new(&store, Vec::new()))
    }

    /// What a store has committed.
    pub(crate) fn new(store: &dyn Store, skipped: Vec<Skipped>) -> Self {
        let (engine, skipped) = (store.engine(), Some(skipped));
        Self { engine, skipped }
    }

    /// What another process keeps in a cluster, in this format.
    pub(crate) fn in_cluster(
        cluster: &cluster::Settings,
        format: &str,
    ) -> Result<Self, IndexError> {
        let (engine, skipped) = (cluster::open(cluster, format)?, None);
        Ok(Self { engine, skipped })
    }

    /// The same index as it stands now, for one question or one look at it.
    pub(crate) fn now(self: &Arc<Self>) -> Arc<Self> {
        let Some(engine) = self.engine.renewed() else {
            return Arc::clone(self);
        };
        let skipped = self.skipped.clone();
        Arc::new(Self { engine, skipped })
    }

    /// What is in it, in numbers, and what is not.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn contents(&self) -> Result<Contents, IndexError> {
        let totals = self.engine.totals()?;
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let skipped = if let Some(skipped) = &self.skipped {
            skipped.clone()
        } else {
            let unfit = self.engine.unfit()?.into_iter();
            let skipped = unfit.map(|(name, why)| Skipped::unreadable(name, why));
            skipped.collect()
        };
        Ok(Contents {
            documents: count(totals.documents),
            passages: count(totals.passages),
            skipped,
        })
    }

    /// A number that is another one once documents have changed.
    pub(crate) fn state(&self) -> Result<u64, IndexError> {
        self.engine.state()
    }

    /// How many bytes it takes, on disk or in memory.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn size(&self) -> Result<u64, IndexError> {
        self.engine.size()
    }

    /// Its documents, in the order of their names.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn sources(&self) -> Result<Vec<Source>, IndexError> {
        let mut sources = Vec::new();
        self.engine.documents(&mut |document, passages| {
            sources.push(Source {
                name: document.name,
                title: document.title,
                passages: usize::try_from(passages).unwrap_or(usize::MAX),
            });
        })?;
        sources.sort_unstable();
        Ok(sources)
    }

    /// Whether there is a document under a key.
    pub(crate) fn has(&self, key: u64) -> Result<bool, IndexError> {
        Ok(self.name_of(key)?.is_some())
    }

    /// The name of the document under a key.
    pub(crate) fn name_of(&self, key: u64) -> Result<Option<String>, IndexError> {
        Ok(self.engine.document(key)?.map(|document| document.name))
    }

    /// The document of that name.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn document(&self, name: &str) -> Result<Option<Document>, IndexError> {
        let whole = self.engine.whole(key(name))?;
        Ok(whole.map(|(document, passages)| document.whole(passages)))
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
