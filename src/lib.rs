//! Quoth answers questions about a folder of documents in the documents' own words.
//!
//! One question's journey, in the order in which to read the modules:
//!
//! 1. [`corpus`]: files become documents, documents passages, passages
//!    sentences. Every sentence knows its exact bytes in its document.
//! 2. [`index`]: words become terms; tantivy finds the passages that a query
//!    is about. Only this module knows tantivy.
//! 3. [`answer`]: the question becomes a query; every sentence of the passages
//!    found is judged by its features and ranked; the best become quotes with
//!    citations, or Quoth says that the documents do not answer. Pure: no input
//!    or output, the same answer every time.
//! 4. [`chat`]: the same answer for a terminal, a pipe, a program (JSON) or a
//!    Telegram chat, which differ only in rendering. Only `chat::telegram`
//!    knows teloxide.
//!
//! Beside the journey: [`config`] is the only reader of the environment and the
//! command line, [`script`] runs scripted answer tests, and [`eval`] measures
//! answers on a question set.
//!
//! What always holds: a quote is a byte-exact slice of its document's text. No
//! question makes answering unavailable; a document that cannot be read is
//! skipped with its reason. The Telegram token is never printed.

pub mod answer;
pub mod chat;
pub mod config;
pub mod corpus;
pub mod eval;
pub mod index;
pub mod script;

use std::path::PathBuf;

use answer::{Answer, Examination, Excerpt, Explanation, Extent, Place, Quote, Settings};
use corpus::{Corpus, CorpusError};
use index::{Index, IndexError};

/// A corpus that can be asked.
pub struct Quoth {
    index: Index,
    settings: Settings,
}

/// Why a corpus cannot be asked.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot be read.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// It cannot be indexed.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl Quoth {
    /// Reads and indexes the documents under `roots`.
    ///
    /// # Errors
    ///
    /// Where a root does not exist, nothing under them can be read, or the index fails.
    pub fn open(roots: &[PathBuf], settings: Settings) -> Result<Self, OpenError> {
        let corpus = Corpus::read(roots)?;
        for file in &corpus.skipped {
            log::debug!("skipped {}: {}", file.name, file.reason);
        }
        Ok(Self {
            index: Index::build(corpus)?,
            settings,
        })
    }

    /// Answers a question: the one function behind every front end.
    ///
    /// # Errors
    ///
    /// Where the index fails, never because of the question.
    pub fn answer(&self, question: &str) -> Result<Answer, IndexError> {
        answer::answer(&self.index, question, self.settings)
    }

    /// Answers a question, and explains with the `most` best sentences how the
    /// answer came about; nothing is to be explained where nothing was searched for.
    ///
    /// # Errors
    ///
    /// Where the index fails, never because of the question.
    pub fn explain(
        &self,
        question: &str,
        most: usize,
    ) -> Result<(Answer, Option<Explanation>), IndexError> {
        answer::explain(&self.index, question, self.settings, most)
    }

    /// The next-best quotes for a question, beside those at `shown`.
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub fn further(&self, question: &str, shown: &[Place]) -> Result<Vec<Quote>, IndexError> {
        answer::further(&self.index, question, self.settings, shown)
    }

    /// What stands around a quote; `None` where no sentence stands at `place`.
    #[must_use]
    pub fn excerpt(&self, place: &Place, extent: Extent) -> Option<Excerpt> {
        answer::excerpt(&self.index, place, extent)
    }

    /// The words and names of the corpus.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The candidate sentences of a question, to be weighed by any model: for fitting one.
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub fn examine(&self, question: &str) -> Result<Examination<'_>, IndexError> {
        answer::examine(&self.index, question)
    }

    /// The documents that can be asked about, and what was skipped.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        self.index.corpus()
    }
}
