//! Finds the passages of a corpus that a query is about.
//!
//! What answering needs of an index is all here and no more: candidate
//! passages with their BM25 scores, the sentences of a passage as word numbers,
//! and how common a term is. Another engine would have to give just that.

pub mod acronyms;
pub mod analyser;
pub mod countries;
pub mod derivation;
mod engine;
pub mod english;
pub mod names;
pub mod numbers;
pub mod vectors;
pub mod vocabulary;

use std::ops::Range;

use crate::corpus::{Corpus, Document, Passage, Sentence};
use acronyms::Acronyms;
pub use engine::Alternatives;
use engine::Engine;
use names::Names;
use vocabulary::{Occurrence, Vocabulary, WordClass};

/// Documents that a query is scored against as wholes.
const DOCUMENTS: usize = 200;

/// Building or searching the index failed: no fault of a question, but of memory or a bug.
#[derive(Debug, thiserror::Error)]
#[error(
    "the index failed: {0}\nhint: run Quoth again; if it stays, leave out the documents added last"
)]
pub struct IndexError(#[from] tantivy::TantivyError);

/// A corpus made searchable.
pub struct Index {
    corpus: Corpus,
    vocabulary: Vocabulary,
    acronyms: Acronyms,
    names: Names,
    passage_engine: Engine,
    document_engine: Engine,
    passages: Vec<PassageEntry>,
    sentences: Vec<Vec<Occurrence>>,
    /// The words of each document's title.
    titles: Vec<Vec<Occurrence>>,
    /// Mean number of tokens of a sentence.
    mean_length: f32,
}

/// Where a passage stands in the corpus, and its sentences among all sentences.
struct PassageEntry {
    document: usize,
    passage: usize,
    sentences: Range<usize>,
    headings: Vec<Occurrence>,
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
        let (mut vocabulary, mut acronyms) = (Vocabulary::default(), Acronyms::default());
        let mut names = Names::default();
        let (mut passage_engine, mut document_engine) =
            (engine::Builder::new()?, engine::Builder::new()?);
        let (mut passages, mut sentences, mut titles) = (Vec::new(), Vec::new(), Vec::new());
        for (number, document) in corpus.documents.iter().enumerate() {
            let title = vocabulary.add(&analyser::analyse(&document.title));
            let first = sentences.len();
            for (passage_number, passage) in document.passages.iter().enumerate() {
                let start = sentences.len();
                for sentence in &passage.sentences {
                    let text = document.reading(sentence);
                    let tokens = analyser::analyse(&text);
                    let occurrences = vocabulary.add(&tokens);
                    acronyms.add(&text, &tokens, &occurrences, &vocabulary);
                    names.add(&text, &tokens);
                    sentences.push(occurrences);
                }
                let headings = vocabulary.add(&analyser::analyse(&passage.headings.join("\n")));
                let range = start..sentences.len();
                let words = sentences[range.clone()].iter().flatten().chain(&headings);
                passage_engine.add(passages.len(), terms(&vocabulary, words))?;
                passages.push(PassageEntry {
                    document: number,
                    passage: passage_number,
                    sentences: range,
                    headings,
                });
            }
            // The title counts twice: it says what every sentence below is about.
            let words = sentences[first..]
                .iter()
                .flatten()
                .chain(&title)
                .chain(&title);
            document_engine.add(number, terms(&vocabulary, words))?;
            titles.push(title);
        }
        let tokens: usize = sentences.iter().map(Vec::len).sum();
        let mean_length = tokens as f32 / sentences.len().max(1) as f32;
        let (passage_engine, document_engine) =
            (passage_engine.finish()?, document_engine.finish()?);
        Ok(Self {
            corpus,
            vocabulary,
            acronyms,
            names,
            passage_engine,
            document_engine,
            passages,
            sentences,
            titles,
            mean_length,
        })
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
        let documents = self.document_engine.search(words, DOCUMENTS)?;
        let score_of = |number: usize| {
            documents
                .iter()
                .find(|(document, _)| *document == number)
                .map_or(0.0, |(_, score)| *score)
        };
        let found = self.passage_engine.search(words, limit)?.into_iter().map(
            |(passage, passage_score)| {
                let document = self.passages[passage].document;
                Candidate {
                    passage,
                    document,
                    passage_score,
                    document_score: score_of(document),
                }
            },
        );
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
        let entry = &self.passages[number];
        &self.corpus.documents[entry.document].passages[entry.passage]
    }

    /// The number of the document that a passage is of.
    #[must_use]
    pub fn document_of(&self, passage: usize) -> usize {
        self.passages[passage].document
    }

    /// The number of the passage that holds a sentence, if there is such a sentence.
    #[must_use]
    pub fn passage_of(&self, sentence: usize) -> Option<usize> {
        let after = self
            .passages
            .partition_point(|passage| passage.sentences.start <= sentence);
        after
            .checked_sub(1)
            .filter(|&passage| self.passages[passage].sentences.contains(&sentence))
    }

    /// The sentence with that number.
    #[must_use]
    pub fn sentence(&self, passage: usize, sentence: usize) -> &Sentence {
        &self.passage(passage).sentences[sentence - self.passages[passage].sentences.start]
    }

    /// The numbers of the sentences of a passage.
    #[must_use]
    pub fn sentences_of(&self, passage: usize) -> Range<usize> {
        self.passages[passage].sentences.clone()
    }

    /// The numbers of the sentences of a document.
    #[must_use]
    pub fn sentences_of_document(&self, document: usize) -> Range<usize> {
        // Passages, and their sentences, are numbered in the order of the documents.
        let first = self.passages.partition_point(|p| p.document < document);
        let after = self.passages.partition_point(|p| p.document <= document);
        let passages = &self.passages[first..after];
        match (passages.first(), passages.last()) {
            (Some(first), Some(last)) => first.sentences.start..last.sentences.end,
            _ => 0..0,
        }
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens(&self, sentence: usize) -> &[Occurrence] {
        &self.sentences[sentence]
    }

    /// The tokens of a document's title.
    #[must_use]
    pub fn title_tokens(&self, document: usize) -> &[Occurrence] {
        &self.titles[document]
    }

    /// The tokens of the headings above a passage.
    #[must_use]
    pub fn heading_tokens(&self, passage: usize) -> &[Occurrence] {
        &self.passages[passage].headings
    }

    /// How many sentences there are in all.
    #[must_use]
    pub fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// Mean number of tokens of a sentence.
    #[must_use]
    pub fn mean_sentence_length(&self) -> f32 {
        self.mean_length
    }
}

/// What the engine is given of some words: their terms, without stop words.
fn terms<'a>(
    vocabulary: &'a Vocabulary,
    words: impl Iterator<Item = &'a Occurrence>,
) -> impl Iterator<Item = &'a str> {
    words
        .map(|occurrence| vocabulary.word(occurrence.word))
        .filter(|word| word.class != WordClass::Stop)
        .map(|word| vocabulary.term(word.term).text.as_str())
}
