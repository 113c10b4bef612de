//! Finds what a question is about: the retriever.
//!
//! What answering needs of an index is asked in three ways, each in one call
//! for all that is wanted, and comes back as plain values: [`Statistics`] of
//! words, the best passages for a query, each with all that judging it needs
//! ([`Found`]), and a document by its name. Another engine would have to give
//! just that, also over a network.
//!
//! Behind it, [`analysis`] takes a document apart, [`kept`] says what is kept of
//! it, [`facts`] how names and acronyms are looked up, and [`engine`] has it all
//! on disk.

pub mod acronyms;
mod analysis;
mod engine;
mod facts;
pub mod found;
mod kept;
pub mod names;
pub mod statistics;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::corpus::{Document, Skipped};
use crate::language::lexicon::{Occurrence, WordId};
use crate::language::word::Word;
use crate::language::{analyser, english};
pub(crate) use analysis::Analysis;
pub use engine::Alternatives;
use engine::{Hit, Snapshot};
pub(crate) use engine::{KnownFile, Store};
pub use found::Found;
use kept::{KeptPassage, Spelling, Tokens};
use names::Name;
pub use statistics::{Asked, Statistics};

/// A long form of more words is none.
const LONGEST_LONG_FORM: usize = 12;
/// Passages that are looked at for long forms of an acronym.
const LOOKED_AT: usize = 16;
/// Long forms that initials lead to.
const MOST_BY_INITIALS: usize = 2;

/// Building or searching the index failed: no fault of a question, but of the disk, of memory or a bug.
#[derive(Debug, thiserror::Error)]
#[error(
    "the index failed: {reason}\nhint: run Quoth again; if it stays, leave out the documents added last"
)]
pub struct IndexError {
    reason: String,
}

impl IndexError {
    fn new(reason: &str) -> Self {
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
    snapshot: Snapshot,
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
        Self::new(&store, Vec::new())
    }

    /// What a store has committed.
    pub(crate) fn new(store: &Store, skipped: Vec<Skipped>) -> Result<Self, IndexError> {
        let snapshot = store.snapshot()?;
        Ok(Self { snapshot, skipped })
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

    /// What the documents know of the words that `asked` has.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn statistics(&self, asked: &Asked) -> Result<Statistics, IndexError> {
        let mut known = Statistics {
            passages: self.snapshot.totals().passages,
            ..Statistics::default()
        };
        let singly = asked.words.iter().chain(&asked.slips);
        let singly = singly.chain(asked.acronyms.iter().map(|(word, _)| word));
        let words: BTreeSet<&String> = singly.chain(asked.texts.iter().flatten()).collect();
        for word in words {
            self.tell_word(word, &mut known)?;
        }
        for word in &asked.slips {
            if !known.has(word) {
                let nearest = self.snapshot.nearest(word)?;
                known
                    .spellings
                    .extend(nearest.map(|meant| (word.clone(), meant)));
            }
        }
        for (word, in_capitals) in &asked.acronyms {
            let long = self.snapshot.facts(&facts::long_form(word))?;
            if !long.is_empty() {
                let stems = |long: &String| long.split(' ').map(str::to_owned).collect();
                let long = long.iter().map(stems).collect();
                known.long_forms.insert(word.clone(), long);
            // A word in lower case that the corpus has is mostly no acronym.
            } else if *in_capitals || !known.has(word) {
                let runs = self.runs(&word.to_lowercase())?;
                let mut runs: Vec<(Vec<String>, u32)> = runs.into_iter().collect();
                // Equals stay in the order of their letters.
                runs.sort_by_key(|(_, times)| Reverse(*times));
                let best = runs.into_iter().take(MOST_BY_INITIALS);
                known
                    .by_initials
                    .insert(word.clone(), best.map(|(long, _)| long).collect());
            }
        }
        let texts: BTreeSet<&Vec<String>> = asked.texts.iter().collect();
        for text in texts {
            self.tell_rows(text, &mut known)?;
        }
        let long = known.long_forms.values().chain(known.by_initials.values());
        let stems: BTreeSet<String> = long.flatten().flatten().cloned().collect();
        for stem in stems {
            let passages = self.snapshot.with_stem(&stem)?;
            known.stems.insert(stem, passages);
        }
        Ok(known)
    }

    /// Runs of capitalised words that have such initials, by their stems, each
    /// with how often it stands in the passages that are looked at.
    fn runs(&self, initials: &str) -> Result<BTreeMap<Vec<String>, u32>, IndexError> {
        let mut found = BTreeMap::new();
        for address in self.snapshot.with_initials(initials, LOOKED_AT)? {
            let kept = self.snapshot.passage(address)?;
            let mut runs = acronyms::Runs::default();
            for sentence in &kept.passage.sentences {
                let reading = kept.said(sentence).reading;
                runs.add(&reading, &analyser::analyse(&reading));
            }
            for run in runs.with_initials(initials) {
                let stems = run.iter().map(|word| english::term(word));
                *found.entry(stems.collect()).or_default() += 1;
            }
        }
        Ok(found)
    }

    /// Tells how often a word stands in the documents.
    fn tell_word(&self, word: &str, known: &mut Statistics) -> Result<(), IndexError> {
        if !known.has(word)
            && let Some(counts) = self.snapshot.counts(word)?
        {
            known.stems.insert(english::term(word), counts.passages);
            known.words.insert(word.to_owned(), counts);
        }
        Ok(())
    }

    /// Tells what stands in a row in a text: names, and long forms of acronyms.
    fn tell_rows(&self, text: &[String], known: &mut Statistics) -> Result<(), IndexError> {
        let stems: Vec<String> = text.iter().map(|word| english::term(word)).collect();
        for start in 0..text.len() {
            let last = self.person_by_last(&text[start])?;
            known
                .by_last
                .extend(last.map(|name| (text[start].clone(), name)));
            for end in start + 1..=text.len().min(start + names::LONGEST) {
                let row = text[start..end].join(" ");
                if let Some(name) = self.name(&row)? {
                    known.names.insert(row, name);
                }
            }
            for end in start + 1..=text.len().min(start + LONGEST_LONG_FORM) {
                self.tell_row(&text[start..end], &stems[start..end], known)?;
            }
        }
        Ok(())
    }

    /// Tells what acronym a row of words is the long form of.
    fn tell_row(
        &self,
        words: &[String],
        stems: &[String],
        known: &mut Statistics,
    ) -> Result<(), IndexError> {
        let row = stems.join(" ");
        let short = facts::short_form(&row);
        if self.snapshot.with_fact(&short)? > 0 {
            let short = self.snapshot.facts(&short)?;
            for word in &short {
                self.tell_word(word, known)?;
            }
            known.short_forms.insert(row.clone(), short);
        }
        if words.len() > acronyms::MOST_WORDS {
            return Ok(());
        }
        for initials in acronyms::initials(words) {
            if self.snapshot.with_fact(&facts::in_capitals(&initials))? > 0 {
                self.tell_word(&initials, known)?;
                if self.runs(&initials)?.contains_key(stems) {
                    known.capitalised.insert(row.clone());
                }
                known.acronyms.insert(initials);
            }
        }
        Ok(())
    }

    /// The name of these words, joined by spaces as analysis leaves them.
    fn name(&self, words: &str) -> Result<Option<Name>, IndexError> {
        let written = self.snapshot.facts(&facts::written(words))?;
        let Some(written) = written.into_iter().next() else {
            return Ok(None);
        };
        let at_times = facts::at_times_person(words);
        Ok(Some(Name {
            written,
            as_person: self.snapshot.with_fact(&facts::person(words))?,
            as_other: self.snapshot.with_fact(&facts::other(words))?,
            at_times_person: self.snapshot.with_fact(&at_times)? > 0,
        }))
    }

    /// The person called in full what is called `last` for short, if there is only one.
    fn person_by_last(&self, last: &str) -> Result<Option<Name>, IndexError> {
        let mut only = None;
        for full in self.snapshot.facts(&facts::last(last))? {
            if let Some(name) = self.name(&full)?.filter(Name::is_person)
                && only.replace(name).is_some()
            {
                return Ok(None);
            }
        }
        Ok(only)
    }

    /// The best `limit` passages for the words of a query.
    ///
    /// # Errors
    ///
    /// Where the engine fails.
    pub fn find(&self, words: &[Alternatives<'_>], limit: usize) -> Result<Found, IndexError> {
        let hits = self.snapshot.search(words, limit)?;
        let keys: BTreeSet<u64> = hits.iter().map(|hit| hit.key).collect();
        let keys: Vec<u64> = keys.into_iter().collect();
        let mut documents = Vec::with_capacity(keys.len());
        for key in keys {
            // A passage stands and falls with its document.
            documents.extend(self.snapshot.document(key)?.map(|document| (key, document)));
        }
        documents.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
        let totals = self.snapshot.totals();
        let mut finding = Finding::new(totals.tokens as f32 / totals.sentences.max(1) as f32);
        for (key, document) in documents {
            let title_tokens = finding.tokens(&document.title, &document.title_tokens);
            finding.found.documents.push(found::Document {
                name: document.name,
                title: document.title,
                date: document.date,
                is_english: document.is_english,
                title_tokens,
            });
            let mut own: Vec<&Hit> = hits.iter().filter(|hit| hit.key == key).collect();
            own.sort_by_key(|hit| hit.part);
            for hit in own {
                finding.add(self.snapshot.passage(hit.address)?, hit);
            }
        }
        Ok(finding.found)
    }
}

/// What is being put together of the passages found.
struct Finding {
    found: Found,
    /// The words by the letters that they are written in.
    spellings: HashMap<String, WordId>,
}

impl Finding {
    fn new(mean_sentence_length: f32) -> Self {
        let found = Found {
            mean_sentence_length,
            ..Found::default()
        };
        Self {
            found,
            spellings: HashMap::new(),
        }
    }

    /// Adds a passage of the document that was added last.
    fn add(&mut self, kept: KeptPassage, hit: &Hit) {
        let headings = kept.passage.headings.join("\n");
        let heading_tokens = self.tokens(&headings, &kept.heading_tokens);
        let first = self.found.sentences.len();
        for (sentence, tokens) in kept.passage.sentences.iter().zip(&kept.tokens) {
            let text = kept.said(sentence);
            let tokens = self.tokens(&text.reading, tokens);
            self.found.sentences.push(found::Sentence {
                passage: self.found.passages.len(),
                text,
                position: sentence.position,
                tokens,
            });
        }
        self.found.passages.push(found::Passage {
            document: self.found.documents.len() - 1,
            number: usize::try_from(hit.part).unwrap_or_default(),
            sentences: first..self.found.sentences.len(),
            headings: kept.passage.headings,
            heading_tokens,
            score: hit.score,
            edges: kept.edges,
        });
    }

    /// The tokens of a text, with their words numbered as those found are.
    fn tokens(&mut self, text: &str, tokens: &Tokens) -> Vec<Occurrence> {
        let Self { found, spellings } = self;
        let lexicon = &mut found.lexicon;
        tokens.read(text, |spelling, marks| {
            let word = match spelling {
                Spelling::Word(word) => lexicon.number(&Word::shared(word)),
                Spelling::Letters(letters) => match spellings.get(letters) {
                    Some(&word) => word,
                    None => {
                        let word = analyser::word(letters);
                        let word = lexicon.number(&Word::shared(&word));
                        spellings.insert(letters.to_owned(), word);
                        word
                    }
                },
            };
            let occurrence = Occurrence {
                word,
                capital: marks.capital,
                compound: marks.compound,
                amount: marks.amount,
            };
            lexicon.count(&occurrence);
            occurrence
        })
    }
}
