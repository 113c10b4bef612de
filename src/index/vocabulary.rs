//! Every distinct word of the corpus, with its term and how common it is.

use std::collections::HashMap;
use std::sync::Arc;

use super::entry::Entry;
use super::statistics::Counts;
use crate::language::english;
use crate::language::lexicon::{TermId, WordId};
use crate::language::word::{Word, WordClass};

/// A shorter word may be anything: nothing is a slip of it.
const SHORTEST_TYPO: usize = 4;

/// The words and terms of the corpus.
///
/// A word keeps its number for as long as the process lives, also when the last
/// document that has it is gone: it then counts as one that the corpus has not.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Known>,
    /// In how many sentences, titles and headings each term stands.
    sentences: Vec<u32>,
    word_ids: HashMap<Arc<str>, WordId>,
    term_ids: HashMap<Arc<str>, TermId>,
    texts: u32,
}

/// A word with how it is written in the documents.
#[derive(Clone, Debug)]
struct Known {
    word: Arc<Word>,
    term: TermId,
    times: u32,
    capitals: u32,
}

impl Vocabulary {
    /// Counts the words of these documents, and no others.
    pub(super) fn count<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) {
        for word in &mut self.words {
            (word.times, word.capitals) = (0, 0);
        }
        self.sentences.fill(0);
        self.texts = 0;
        for entry in entries {
            for &(word, times, capitals) in &entry.word_counts {
                let word = &mut self.words[word as usize];
                word.times += times;
                word.capitals += capitals;
            }
            for &(term, texts) in &entry.term_counts {
                self.sentences[term as usize] += texts;
            }
            self.texts += entry.texts();
        }
    }

    /// How many sentences, titles and headings there are.
    pub(super) fn texts(&self) -> u32 {
        self.texts
    }

    /// What is known of a word. `id` must come from this vocabulary.
    pub(super) fn word(&self, id: WordId) -> &Arc<Word> {
        &self.words[id as usize].word
    }

    /// The term of a word. `id` must come from this vocabulary.
    pub(super) fn term(&self, id: WordId) -> TermId {
        self.words[id as usize].term
    }

    /// The number of a word, if the corpus has it.
    pub(super) fn word_id(&self, word: &str) -> Option<WordId> {
        let id = self.word_ids.get(word).copied()?;
        (self.words[id as usize].times > 0).then_some(id)
    }

    /// How often a word stands in the documents; `None` where they have no form of it.
    pub(super) fn counts(&self, word: &str) -> Option<Counts> {
        let known = self.word_ids.get(word).map(|&id| &self.words[id as usize]);
        let term = known.map(|known| known.term);
        let term = term.or_else(|| self.term_ids.get(&*english::term(word)).copied())?;
        let sentences = self.sentences[term as usize];
        (sentences > 0).then(|| Counts {
            sentences,
            times: known.map_or(0, |known| known.times),
            capitals: known.map_or(0, |known| known.capitals),
        })
    }

    /// In how many sentences, titles and headings a stem stands.
    pub(super) fn sentences(&self, stem: &str) -> u32 {
        let term = self.term_ids.get(stem);
        term.map_or(0, |&term| self.sentences[term as usize])
    }

    /// The word that another may be a slip of, `most` slips away at most, the commonest such.
    pub(super) fn nearest(&self, word: &str, most: usize) -> Option<&str> {
        let has_digit = |text: &str| text.contains(char::is_numeric);
        let candidates = self.words.iter().filter(|other| {
            let text = &other.word.text;
            other.times > 0
                && other.word.class == WordClass::Content
                && text.len().abs_diff(word.len()) <= most
                && text.len() >= SHORTEST_TYPO
                && !has_digit(text)
        });
        // A slip in the first letter is rare, and another first letter is mostly another word: born, torn.
        let same_start = |other: &str| other.chars().next() == word.chars().next();
        let close = candidates
            .filter(|other| same_start(&other.word.text))
            .filter_map(|other| {
                let slips = strsim::osa_distance(word, &other.word.text);
                let common = std::cmp::Reverse(self.sentences[other.term as usize]);
                (slips <= most).then_some((slips, common, &*other.word.text))
            });
        close.min().map(|(.., best)| best)
    }

    /// The number of a word, which is new or not.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.word_ids.get(word) {
            return id;
        }
        let word = Arc::new(Word::new(word));
        let next = self.sentences.len() as TermId;
        let stem: Arc<str> = word.stem.as_str().into();
        let term = *self.term_ids.entry(stem).or_insert(next);
        if term == next {
            self.sentences.push(0);
        }
        let id = self.words.len() as WordId;
        self.word_ids.insert(word.text.as_str().into(), id);
        self.words.push(Known {
            word,
            term,
            times: 0,
            capitals: 0,
        });
        id
    }
}
