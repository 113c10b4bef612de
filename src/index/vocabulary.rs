//! Every distinct word of the corpus, with its term and how common it is.
//!
//! Sentences are kept as lists of word numbers, so that scoring a candidate
//! compares integers and never analyses text again.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::english;
use super::entry::Entry;
use super::vectors::{DIMENSIONS, Vectors};

/// The number of a word in the vocabulary.
pub type WordId = u32;
/// The number of a term (the stem that several words share) in the vocabulary.
pub type TermId = u32;

/// One token of an indexed sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// Which word it is.
    pub word: WordId,
    /// Whether it is written with a capital first letter.
    pub capital: bool,
    /// Whether it repeats the parts before it as one compound.
    pub compound: bool,
    /// Whether it is a number that says how much, and no year.
    pub amount: bool,
}

/// What is known of a word.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word itself, as [`Token::word`](super::analyser::Token::word).
    pub text: Arc<str>,
    /// Its term.
    pub term: TermId,
    /// What kind of word it is.
    pub class: WordClass,
    /// Whether it introduces a reason: "because".
    pub reason_cue: bool,
    /// Whether it can stand before a place: "in".
    pub place_cue: bool,
    /// What it means, roughly, the longer the more it tells; `None` for numbers
    /// and words of other scripts.
    pub vector: Option<Arc<[f32; DIMENSIONS]>>,
    /// How often it occurs, and how often of these with a capital first letter.
    occurrences: u32,
    capitals: u32,
}

/// What kind of word it is, as far as scoring a sentence needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// Too common to find anything by.
    Stop,
    /// Counts something: "12", "twelve", "dozens".
    Number,
    /// Four digits that can be a year; [`Vocabulary::class`] tells whether they are one where they stand.
    Year,
    /// A month or a day of the week.
    Month,
    /// Any other word.
    Content,
}

impl Word {
    /// Whether the corpus nearly always writes it with a capital: a name, as far as spelling tells.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.class == WordClass::Content && self.capitals * 10 >= self.occurrences * 9
    }
}

impl WordClass {
    fn of(word: &str) -> Self {
        if english::is_stop_word(word) {
            Self::Stop
        } else if is_year(word) {
            Self::Year
        } else if english::is_number(word) {
            Self::Number
        } else if english::is_month_or_day(word) {
            Self::Month
        } else {
            Self::Content
        }
    }
}

/// Whether a word is a year that people write about: 1000 to 2099.
#[must_use]
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && ("1000".."2100").contains(&word)
}

/// What is known of a term.
#[derive(Clone, Debug)]
pub struct Term {
    /// The stem.
    pub text: Arc<str>,
    /// In how many sentences it occurs.
    pub sentences: u32,
}

/// The words and terms of the corpus.
///
/// A word keeps its number for as long as the process lives, also when the last
/// document that has it is gone: it then counts as one that the corpus has not.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    terms: Vec<Term>,
    word_ids: HashMap<Arc<str>, WordId>,
    term_ids: HashMap<Arc<str>, TermId>,
    sentences: u32,
}

impl Vocabulary {
    /// Counts the words of these documents, and no others.
    pub(super) fn count<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) {
        for word in &mut self.words {
            (word.occurrences, word.capitals) = (0, 0);
        }
        for term in &mut self.terms {
            term.sentences = 0;
        }
        self.sentences = 0;
        for entry in entries {
            for &(word, occurrences, capitals) in &entry.word_counts {
                let word = &mut self.words[word as usize];
                word.occurrences += occurrences;
                word.capitals += capitals;
            }
            for &(term, texts) in &entry.term_counts {
                self.terms[term as usize].sentences += texts;
            }
            self.sentences += entry.texts();
        }
    }

    /// What is known of a word. `id` must come from this vocabulary.
    #[must_use]
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// What kind of word it is where it stands: a number where a year says how much.
    #[must_use]
    pub fn class(&self, occurrence: &Occurrence) -> WordClass {
        match self.word(occurrence.word).class {
            WordClass::Year if occurrence.amount => WordClass::Number,
            class => class,
        }
    }

    /// What is known of a term. `id` must come from this vocabulary.
    #[must_use]
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id as usize]
    }

    /// The number of a word, if the corpus has it.
    #[must_use]
    pub fn word_id(&self, word: &str) -> Option<WordId> {
        let id = self.word_ids.get(word).copied()?;
        (self.word(id).occurrences > 0).then_some(id)
    }

    /// The number of the term of a word, if the corpus has any form of it.
    #[must_use]
    pub fn term_id(&self, word: &str) -> Option<TermId> {
        let known = self.word_ids.get(word).map(|&id| self.word(id).term);
        let id = known.or_else(|| self.term_ids.get(&*english::term(word)).copied())?;
        (self.term(id).sentences > 0).then_some(id)
    }

    /// All words, in no order that means anything.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.occurrences > 0)
    }

    /// The words of a term, the commonest first.
    #[must_use]
    pub fn forms(&self, term: TermId) -> Vec<&str> {
        let mut forms: Vec<&Word> = self.words().filter(|word| word.term == term).collect();
        forms.sort_by(|a, b| (b.occurrences, &a.text).cmp(&(a.occurrences, &b.text)));
        forms.into_iter().map(|word| &*word.text).collect()
    }

    /// How much a term that stands in `sentences` sentences tells: the inverse
    /// document frequency of BM25 (Robertson and Spärck Jones), with one added
    /// inside the logarithm as Lucene does, so that it is never negative.
    #[must_use]
    pub fn idf(&self, sentences: u32) -> f32 {
        let (all, with) = (self.sentences as f32, sentences as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// The number of a word, which is new or not.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.word_ids.get(word) {
            return id;
        }
        let stem: Arc<str> = english::term(word).into();
        let next = self.terms.len() as TermId;
        let term = *self.term_ids.entry(Arc::clone(&stem)).or_insert(next);
        if term == next {
            self.terms.push(Term {
                text: stem,
                sentences: 0,
            });
        }
        let id = self.words.len() as WordId;
        let text: Arc<str> = word.into();
        let vector = Vectors::shipped().sum(&word.to_lowercase());
        self.words.push(Word {
            text: Arc::clone(&text),
            term,
            class: WordClass::of(word),
            vector: vector.map(Arc::new),
            reason_cue: english::is_reason_cue(word),
            place_cue: english::is_place_cue(word),
            occurrences: 0,
            capitals: 0,
        });
        self.word_ids.insert(text, id);
        id
    }
}
