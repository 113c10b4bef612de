//! Finds the passages of a corpus that a query is about.
//!
//! What answering needs of an index is all here and no more: candidate
//! passages with their BM25 scores, the sentences of a passage as word numbers,
//! and how common a term is. Another engine would have to give just that.

pub mod acronyms;
pub mod analyser;
mod builder;
pub mod countries;
pub mod derivation;
mod engine;
pub mod english;
mod entry;
pub mod names;
pub mod numbers;
pub mod vectors;
pub mod vocabulary;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::corpus::{Corpus, Document, Passage, Sentence};
use acronyms::Acronyms;
pub(crate) use builder::Builder;
pub use engine::Alternatives;
use engine::{Engine, Lengths, Store};
pub(crate) use entry::Analysis;
use entry::Entry;
use names::Names;
use vocabulary::{Occurrence, Vocabulary};

/// Documents that a query is scored against as wholes.
const DOCUMENTS: usize = 200;

/// Building or searching the index failed: no fault of a question, but of memory or a bug.
#[derive(Debug, thiserror::Error)]
#[error(
    "the index failed: {0}\nhint: run Quoth again; if it stays, leave out the documents added last"
)]
pub struct IndexError(#[from] tantivy::TantivyError);

/// A corpus made searchable, as it stands at one time.
pub struct Index {
    corpus: Corpus,
    vocabulary: Vocabulary,
    acronyms: Acronyms,
    names: Names,
    engine: Engine,
    entries: Vec<Arc<Entry>>,
    /// The number of the first passage, and of the first sentence, of each
    /// document, and one past the last of all.
    starts: Vec<(usize, usize)>,
    /// Mean number of tokens of a sentence.
    mean_length: f32,
}

/// A passage that a query found.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The number of the passage.
    pub passage: usize,
    /// The number of its document.
    pub document: usize,
    /// BM25 of the passage as a share of the query's weight, at least 0.
    pub passage_score: f32,
    /// The same of the whole document with its title.
    pub document_score: f32,
}

impl Index {
    /// Indexes a corpus, in memory.
    ///
    /// # Errors
    ///
    /// Where tantivy cannot build its part, as when memory is short.
    pub fn build(corpus: Corpus) -> Result<Self, IndexError> {
        let mut builder = Builder::in_memory()?;
        for document in corpus.documents {
            builder.put(Some(Analysis::of(Arc::unwrap_or_clone(document))), &[])?;
        }
        builder.commit()?;
        Ok(builder.index(corpus.skipped))
    }

    /// Puts the documents of a corpus together, in its order, each with its key in the store.
    fn new(
        corpus: Corpus,
        vocabulary: Vocabulary,
        entries: Vec<(u64, Arc<Entry>)>,
        store: &Store,
    ) -> Self {
        let (mut starts, mut numbers) = (vec![(0, 0)], HashMap::new());
        let (mut passage, mut sentence) = (0, 0);
        let (mut passages, mut documents) = (Lengths::default(), Lengths::default());
        let mut tokens = 0;
        for (number, (key, entry)) in entries.iter().enumerate() {
            numbers.insert(*key, (passage, number));
            let own = entry.document.passages.len();
            passage += own;
            sentence += entry.sentence_count();
            starts.push((passage, sentence));
            passages.add(own, entry.lengths[0]);
            documents.add(1, entry.lengths[1]);
            tokens += entry.tokens();
        }
        let entries: Vec<Arc<Entry>> = entries.into_iter().map(|(_, entry)| entry).collect();
        Self {
            acronyms: Acronyms::of(entries.iter().map(|entry| &entry.acronyms), &vocabulary),
            names: Names::of(entries.iter().map(|entry| &entry.names)),
            engine: store.engine(numbers, [passages, documents]),
            mean_length: tokens as f32 / sentence.max(1) as f32,
            corpus,
            vocabulary,
            entries,
            starts,
        }
    }

    /// The best `limit` passages for the words of a query, best first.
    ///
    /// # Errors
    ///
    /// Where tantivy fails.
    pub fn retrieve(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
    ) -> Result<Vec<Candidate>, IndexError> {
        let documents = self.engine.documents(words, DOCUMENTS)?;
        let score_of = |number: usize| {
            documents
                .iter()
                .find(|(document, _)| *document == number)
                .map_or(0.0, |(_, score)| *score)
        };
        let found = self.engine.passages(words, limit)?.into_iter();
        let found = found.map(|(passage, passage_score)| {
            let document = self.document_of(passage);
            Candidate {
                passage,
                document,
                passage_score,
                document_score: score_of(document),
            }
        });
        Ok(found.collect())
    }

    /// The corpus that was indexed.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Its words and terms.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Its acronyms and what they stand for.
    #[must_use]
    pub fn acronyms(&self) -> &Acronyms {
        &self.acronyms
    }

    /// Its names, and whose they are.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The document with that number.
    #[must_use]
    pub fn document(&self, number: usize) -> &Document {
        &self.corpus.documents[number]
    }

    /// The passage with that number.
    #[must_use]
    pub fn passage(&self, number: usize) -> &Passage {
        let (entry, passage) = self.entry_of(number);
        &entry.document.passages[passage]
    }

    /// The number of the document that a passage is of.
    #[must_use]
    pub fn document_of(&self, passage: usize) -> usize {
        self.starts.partition_point(|&(first, _)| first <= passage) - 1
    }

    /// The document of a passage, and the passage's number in it.
    fn entry_of(&self, passage: usize) -> (&Entry, usize) {
        let document = self.document_of(passage);
        (&self.entries[document], passage - self.starts[document].0)
    }

    /// The document of a sentence, and the sentence's number in it.
    fn place_of(&self, sentence: usize) -> Option<(usize, usize)> {
        let after = self.starts.partition_point(|&(_, first)| first <= sentence);
        let document = after.checked_sub(1).filter(|&at| at < self.entries.len())?;
        Some((document, sentence - self.starts[document].1))
    }

    /// The number of the passage that holds a sentence, if there is such a sentence.
    #[must_use]
    pub fn passage_of(&self, sentence: usize) -> Option<usize> {
        let (document, sentence) = self.place_of(sentence)?;
        Some(self.starts[document].0 + self.entries[document].passage_of(sentence))
    }

    /// The sentence with that number.
    #[must_use]
    pub fn sentence(&self, passage: usize, sentence: usize) -> &Sentence {
        &self.passage(passage).sentences[sentence - self.sentences_of(passage).start]
    }

    /// The numbers of the sentences of a passage.
    #[must_use]
    pub fn sentences_of(&self, passage: usize) -> Range<usize> {
        let (entry, part) = self.entry_of(passage);
        let first = self.starts[self.document_of(passage)].1;
        let own = entry.sentences_of(part);
        first + own.start..first + own.end
    }

    /// The numbers of the sentences of a document.
    #[must_use]
    pub fn sentences_of_document(&self, document: usize) -> Range<usize> {
        self.starts[document].1..self.starts[document + 1].1
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens(&self, sentence: usize) -> &[Occurrence] {
        self.place_of(sentence)
            .map_or(&[], |(document, own)| self.entries[document].sentence(own))
    }

    /// The tokens of a document's title.
    #[must_use]
    pub fn title_tokens(&self, document: usize) -> &[Occurrence] {
        self.entries[document].title()
    }

    /// The tokens of the headings above a passage.
    #[must_use]
    pub fn heading_tokens(&self, passage: usize) -> &[Occurrence] {
        let (entry, part) = self.entry_of(passage);
        entry.headings(part)
    }

    /// How many sentences there are in all.
    #[must_use]
    pub fn sentence_count(&self) -> usize {
        self.starts.last().map_or(0, |&(_, sentences)| sentences)
    }

    /// Mean number of tokens of a sentence.
    #[must_use]
    pub fn mean_sentence_length(&self) -> f32 {
        self.mean_length
    }
}
