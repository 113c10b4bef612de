//! Finds what a question is about: the retriever.
//!
//! What answering needs of an index is asked in three ways, each in one call
//! for all that is wanted, and comes back as plain values: [`Statistics`] of
//! words, the best passages for a query, each with all that judging it needs
//! ([`Found`]), and a document by its name. Another engine would have to give
//! just that, also over a network.

pub mod acronyms;
mod builder;
mod engine;
mod entry;
pub mod found;
pub mod names;
pub mod statistics;
mod vocabulary;

use std::collections::HashMap;
use std::sync::Arc;

use crate::corpus::{self, Corpus, Sentence};
use crate::language::english;
use crate::language::lexicon::{Occurrence, WordId};
use acronyms::Acronyms;
pub(crate) use builder::Builder;
pub use engine::Alternatives;
use engine::{Engine, Lengths, Store};
pub(crate) use entry::Analysis;
use entry::Entry;
pub use found::Found;
use names::Names;
pub use statistics::{Asked, Statistics};
use vocabulary::Vocabulary;

/// Documents that a query is scored against as wholes.
const DOCUMENTS: usize = 200;
/// Words of a long form that initials alone lead to, at least and at most.
const INITIALS: std::ops::RangeInclusive<usize> = 2..=8;
/// A long form of more words is none.
const LONGEST_LONG_FORM: usize = 12;
/// From this length on, two slips of typing are forgiven.
const TWO_SLIPS: usize = 8;

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
    /// The number of the first passage of each document, and one past the last of all.
    starts: Vec<usize>,
    /// Mean number of tokens of a sentence.
    mean_length: f32,
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
        let (mut starts, mut numbers) = (vec![0], HashMap::new());
        let (mut passage, mut sentence) = (0, 0);
        let (mut passages, mut documents) = (Lengths::default(), Lengths::default());
        let mut tokens = 0;
        for (number, (key, entry)) in entries.iter().enumerate() {
            numbers.insert(*key, (passage, number));
            let own = entry.document.passages.len();
            passage += own;
            sentence += entry.sentence_count();
            starts.push(passage);
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

    /// What the documents know of the words that `asked` has.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn statistics(&self, asked: &Asked) -> Result<Statistics, IndexError> {
        let vocabulary = &self.vocabulary;
        let mut known = Statistics {
            texts: vocabulary.texts(),
            ..Statistics::default()
        };
        let singly = asked.words.iter().chain(&asked.slips);
        let singly = singly.chain(asked.acronyms.iter().map(|(word, _)| word));
        for word in singly.chain(asked.texts.iter().flatten()) {
            self.tell_word(word, &mut known);
        }
        for word in &asked.slips {
            if known.has(word) {
                continue;
            }
            let most = if word.chars().count() >= TWO_SLIPS {
                2
            } else {
                1
            };
            let nearest = vocabulary.nearest(word, most);
            let nearest = nearest.map(|meant| (word.clone(), meant.to_owned()));
            known.spellings.extend(nearest);
        }
        for (word, in_capitals) in &asked.acronyms {
            let id = vocabulary.word_id(word);
            let long = id.map_or(&[][..], |id| self.acronyms.long_forms(id));
            if !long.is_empty() {
                known.long_forms.insert(word.clone(), long.to_vec());
            // A word in lower case that the corpus has is mostly no acronym.
            } else if *in_capitals || !known.has(word) {
                let long = self.acronyms.by_initials(&word.to_lowercase(), vocabulary);
                known.by_initials.insert(word.clone(), long);
            }
        }
        for text in &asked.texts {
            self.tell_rows(text, &mut known);
        }
        let long = known.long_forms.values().chain(known.by_initials.values());
        let stems: Vec<String> = long.flatten().flatten().cloned().collect();
        let count = |stem: String| (vocabulary.sentences(&stem), stem);
        let counted = stems.into_iter().map(count);
        known
            .stems
            .extend(counted.map(|(sentences, stem)| (stem, sentences)));
        Ok(known)
    }

    /// Tells how often a word stands in the documents.
    fn tell_word(&self, word: &str, known: &mut Statistics) {
        if known.has(word) {
            return;
        }
        if let Some(counts) = self.vocabulary.counts(word) {
            known.stems.insert(english::term(word), counts.sentences);
            known.words.insert(word.to_owned(), counts);
        }
    }

    /// Whether a word stands in the documents as an acronym, in capitals.
    fn has_acronym(&self, word: &str) -> bool {
        let id = self.vocabulary.word_id(word);
        id.is_some_and(|id| self.acronyms.has(id))
    }

    /// Tells what stands in a row in a text: names, and long forms of acronyms.
    fn tell_rows(&self, text: &[String], known: &mut Statistics) {
        let stems: Vec<String> = text.iter().map(|word| english::term(word)).collect();
        for start in 0..text.len() {
            let full = self.names.person_by_last(&text[start]);
            let full = full.map(|name| (text[start].clone(), name.clone()));
            known.by_last.extend(full);
            for end in start + 1..=text.len().min(start + names::LONGEST) {
                let row = text[start..end].join(" ");
                if let Some(name) = self.names.get(&row) {
                    known.names.insert(row, name.clone());
                }
            }
            for end in start + 1..=text.len().min(start + LONGEST_LONG_FORM) {
                let row = stems[start..end].join(" ");
                let short = self.acronyms.short_forms(&row);
                for word in short {
                    self.tell_word(word, known);
                }
                if !short.is_empty() {
                    known.short_forms.insert(row.clone(), short.to_vec());
                }
                let words = text[start..end].iter();
                let words = words.map(|word| (word.as_str(), english::is_stop_word(word)));
                if !INITIALS.contains(&(end - start)) {
                    continue;
                }
                for initials in acronyms::initials(&words.collect::<Vec<_>>()) {
                    if self.has_acronym(&initials) {
                        self.tell_word(&initials, known);
                        known.acronyms.insert(initials);
                        let row_stems = &stems[start..end];
                        if self.acronyms.is_capitalised(row_stems, &self.vocabulary) {
                            known.capitalised.insert(row.clone());
                        }
                    }
                }
            }
        }
    }

    /// The best `limit` passages for the words of a query.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn find(&self, words: &[Alternatives<'_>], limit: usize) -> Result<Found, IndexError> {
        let scores: HashMap<usize, f32> = self
            .engine
            .documents(words, DOCUMENTS)?
            .into_iter()
            .collect();
        let mut passages = self.engine.passages(words, limit)?;
        passages.sort_by_key(|(number, _)| *number);
        let mut finding = Finding::new(self.mean_length);
        for (number, score) in passages {
            let document = self.starts.partition_point(|&first| first <= number) - 1;
            let entry = &self.entries[document];
            let of_document = scores.get(&document).copied().unwrap_or(0.0);
            let number = number - self.starts[document];
            finding.add(self, (document, of_document), entry, (number, score));
        }
        Ok(finding.found)
    }

    /// The document of that name.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn document(&self, name: &str) -> Result<Option<Arc<corpus::Document>>, IndexError> {
        let documents = &self.corpus.documents;
        let place = documents.binary_search_by(|document| document.name.as_str().cmp(name));
        Ok(place.ok().map(|place| Arc::clone(&documents[place])))
    }

    /// The corpus that was indexed.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }
}

/// What is being put together of the passages found.
struct Finding {
    found: Found,
    /// The place of the document that was added last, and its number in the index.
    last: Option<usize>,
    /// The words of the index by their numbers among those found.
    ids: HashMap<WordId, WordId>,
}

impl Finding {
    fn new(mean_sentence_length: f32) -> Self {
        let found = Found {
            mean_sentence_length,
            ..Found::default()
        };
        Self {
            found,
            last: None,
            ids: HashMap::new(),
        }
    }

    fn add(
        &mut self,
        index: &Index,
        (document, of_document): (usize, f32),
        entry: &Entry,
        (number, score): (usize, f32),
    ) {
        let own = &entry.document;
        if self.last.replace(document) != Some(document) {
            let title_tokens = self.tokens(index, entry.title());
            self.found.documents.push(found::Document {
                name: own.name.clone(),
                title: own.title.clone(),
                date: own.date,
                is_english: entry.is_english,
                title_tokens,
                score: of_document,
            });
        }
        let passage = &own.passages[number];
        let heading_tokens = self.tokens(index, entry.headings(number));
        let first = self.found.sentences.len();
        for (sentence, place) in passage.sentences.iter().zip(entry.sentences_of(number)) {
            let tokens = self.tokens(index, entry.sentence(place));
            self.found.sentences.push(found::Sentence {
                passage: self.found.passages.len(),
                text: text(own, sentence),
                position: sentence.position,
                tokens,
            });
        }
        let edge = |number: Option<usize>, side: fn(&[Sentence]) -> Option<&Sentence>| {
            let passage = own.passages.get(number?)?;
            side(&passage.sentences).map(|sentence| text(own, sentence))
        };
        self.found.passages.push(found::Passage {
            document: self.found.documents.len() - 1,
            number,
            sentences: first..self.found.sentences.len(),
            headings: passage.headings.clone(),
            heading_tokens,
            score,
            edges: [
                edge(number.checked_sub(1), <[Sentence]>::last),
                edge(Some(number + 1), <[Sentence]>::first),
            ],
        });
    }

    /// Tokens with the words numbered as those found are.
    fn tokens(&mut self, index: &Index, tokens: &[Occurrence]) -> Vec<Occurrence> {
        let Self { found, ids, .. } = self;
        let lexicon = &mut found.lexicon;
        let renumber = |token: &Occurrence| {
            let word = ids.entry(token.word);
            let word = word.or_insert_with(|| lexicon.number(index.vocabulary.word(token.word)));
            let token = Occurrence {
                word: *word,
                ..*token
            };
            lexicon.count(&token);
            token
        };
        tokens.iter().map(renumber).collect()
    }
}

/// A sentence of a document as it is handed on.
fn text(document: &corpus::Document, sentence: &Sentence) -> found::Text {
    found::Text {
        span: sentence.span,
        line: document.line(sentence.span.start),
        locator: document.locator(sentence.span.start).cloned(),
        verbatim: document.verbatim(sentence).to_owned(),
        reading: document.reading(sentence).into_owned(),
        is_heading: sentence.is_heading,
    }
}
