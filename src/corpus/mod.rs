//! Files become documents, documents passages, passages sentences.
//!
//! A corpus > document > passage (what is retrieved) > sentence (what is
//! quoted). Every sentence keeps the exact byte span it has in its document's
//! text, so that a quote can always be checked against its source. This module
//! reads files; it knows nothing of questions, scores or front ends.

pub(crate) mod date;
mod document;
mod encoding;
mod files;
mod formats;
mod language;
mod locator;
mod markdown;
mod passages;
mod plain_text;
mod sentences;

pub use date::Date;
pub use document::{Document, Format, Passage, Sentence, Span};
pub use files::{CorpusError, Skipped};
pub use locator::{Locator, located};

use std::path::PathBuf;

/// The documents that questions are answered from, and what could not be read.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The documents, in the order of their names.
    pub documents: Vec<Document>,
    /// Files that were met and not taken, each with its reason.
    pub skipped: Vec<Skipped>,
}

impl Corpus {
    /// Reads every file of a known format under `roots`: folders, recursively
    /// (hidden files left out, `.gitignore` respected), or single files.
    ///
    /// A file that cannot be read is put in [`Corpus::skipped`] and never stops
    /// the rest.
    ///
    /// # Errors
    ///
    /// A root that does not exist, or no readable document under any of them.
    pub fn read(roots: &[PathBuf]) -> Result<Self, CorpusError> {
        let (found, mut skipped) = files::find(roots)?;
        let mut documents = Vec::with_capacity(found.len());
        for file in found {
            match files::read(&file) {
                Ok(document) => documents.push(document),
                Err(reason) => skipped.push(Skipped {
                    name: file.name,
                    reason,
                }),
            }
        }
        if documents.is_empty() {
            return Err(CorpusError::Empty {
                roots: roots.to_vec(),
                skipped,
            });
        }
        Ok(Self { documents, skipped })
    }

    /// How many passages the documents have in all.
    #[must_use]
    pub fn passage_count(&self) -> usize {
        self.documents
            .iter()
            .map(|document| document.passages.len())
            .sum()
    }
}
