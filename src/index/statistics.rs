//! What the documents know of the words of some texts.

use std::collections::{HashMap, HashSet};

use super::names::{self, Name};
use crate::language::word::WordClass;
use crate::language::{Language, lexicon};

/// Words that somebody wants to know more of: all in one question to the index,
/// which may be far away.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Texts, word by word as analysis leaves them, without compounds: the names
    /// in them are wanted, too.
    pub texts: Vec<Vec<String>>,
    /// A text in which long forms of acronyms may stand: the acronyms are wanted.
    pub spelt_out: Vec<String>,
    pub words: Vec<String>,
    /// Words that may be slips of typing: where the documents do not have one,
    /// the nearest that they have is wanted.
    pub slips: Vec<String>,
    /// Words that may be acronyms, each with whether it is written in capitals.
    pub acronyms: Vec<(String, bool)>,
    /// The language of all of these, and others that the documents are in; none is English.
    pub languages: Vec<Language>,
}

/// What the documents have of the words that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// How many passages there are in all.
    pub(super) passages: u64,
    /// The language of what was asked, and those of the documents.
    pub(super) languages: Vec<Language>,
    pub(super) words: HashMap<String, Counts>,
    /// In how many of these each stem stands.
    pub(super) stems: HashMap<String, u64>,
    /// The words of the documents that those which they do not have are a slip away from.
    pub(crate) spellings: HashMap<String, String>,
    /// Names by their words, joined by spaces.
    pub(super) names: HashMap<String, Name>,
    /// The only persons of these last names.
    pub(super) by_last: HashMap<String, Name>,
    /// The long forms of acronyms, stem by stem, as the documents define them.
    pub(super) long_forms: HashMap<String, Vec<Vec<String>>>,
    /// Names that have acronyms for their initials, stem by stem, the commonest first.
    pub(crate) by_initials: HashMap<String, Vec<Vec<String>>>,
    /// The acronyms that the documents define for long forms, by their stems, joined by spaces.
    pub(crate) short_forms: HashMap<String, Vec<String>>,
    /// Words that stand in capitals somewhere.
    pub(crate) acronyms: HashSet<String>,
    /// Stems, joined by spaces, that stand somewhere in a row, all with a capital.
    pub(crate) capitalised: HashSet<String>,
}

/// How often a word stands in the documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many passages have any form of it, with their headings and title.
    pub passages: u64,
    /// How many documents have this very form, and how many of these write it
    /// with a capital first letter wherever they have it.
    pub times: u64,
    pub capitals: u64,
}

impl Statistics {
    /// The language of what was asked, and those of the documents.
    pub(super) fn languages(&self) -> &[Language] {
        if self.languages.is_empty() {
            &[Language::ENGLISH]
        } else {
            &self.languages
        }
    }

    /// The language of what was asked.
    pub fn language(&self) -> Language {
        self.languages()[0]
    }

    /// The term of a word in that language.
    pub fn term(&self, word: &str) -> String {
        self.language().term(word)
    }

    /// The terms of a word in that language and in those of the documents, each once.
    pub(super) fn all_terms(&self, word: &str) -> Vec<String> {
        let mut terms: Vec<String> = Vec::new();
        for language in self.languages() {
            let term = language.term(word);
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    }

    /// Those that the documents have.
    pub fn terms(&self, word: &str) -> impl Iterator<Item = String> {
        let terms = self.all_terms(word).into_iter();
        terms.filter(|term| self.passages(term) > 0)
    }

    /// How often a word stands in the documents; `None` where they have no form of it.
    pub fn counts(&self, word: &str) -> Option<Counts> {
        self.words.get(word).copied()
    }

    /// Whether the documents have a word in any form.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// How many passages have a stem.
    pub fn passages(&self, stem: &str) -> u64 {
        self.stems.get(stem).copied().unwrap_or(0)
    }

    /// Whether the documents have this very form of a word.
    pub fn has_form(&self, word: &str) -> bool {
        self.counts(word).is_some_and(|counts| counts.times > 0)
    }

    /// Whether the documents nearly always write a word with a capital; `None` where they do not have it.
    pub fn is_name(&self, word: &str) -> Option<bool> {
        let counts = self.counts(word).filter(|counts| counts.times > 0)?;
        let class = WordClass::of(word, self.language());
        Some(lexicon::is_name(class, counts.times, counts.capitals))
    }

    /// How much a word tells that stands in so many passages, at least 0.
    pub fn idf(&self, passages: u64) -> f32 {
        idf(passages, self.passages)
    }

    /// The longest name that `words` begin with, and of how many words it is.
    pub fn name_at_start(&self, words: &[&str]) -> Option<(usize, &Name)> {
        let mut lengths = (1..=words.len().min(names::LONGEST)).rev();
        lengths.find_map(|length| {
            let name = self.names.get(&words[..length].join(" "))?;
            Some((length, name))
        })
    }

    /// The person called in full what is called `last` for short, if there is only one.
    pub fn person_by_last(&self, last: &str) -> Option<&Name> {
        self.by_last.get(last)
    }

    /// What an acronym stands for, stem by stem, as the documents define it.
    pub fn long_forms(&self, acronym: &str) -> &[Vec<String>] {
        self.long_forms.get(acronym).map_or(&[], Vec::as_slice)
    }

    /// Takes in what was asked for later.
    pub fn extend(&mut self, other: Self) {
        self.passages = other.passages;
        self.words.extend(other.words);
        self.stems.extend(other.stems);
        self.spellings.extend(other.spellings);
        self.names.extend(other.names);
        self.by_last.extend(other.by_last);
        self.long_forms.extend(other.long_forms);
        self.by_initials.extend(other.by_initials);
        self.short_forms.extend(other.short_forms);
        self.acronyms.extend(other.acronyms);
        self.capitalised.extend(other.capitalised);
    }
}

/// The inverse document frequency of BM25 (Robertson and Spärck Jones) of what
/// `with` of `all` texts hold, with one added inside the logarithm as Lucene and
/// tantivy do, so that it is never negative.
pub(super) fn idf(with: u64, all: u64) -> f32 {
    let (all, with) = (all as f32, with as f32);
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}
