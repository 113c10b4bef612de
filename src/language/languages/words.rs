//! What a language's own file says of its words.
//!
//! `stop` are words too common to find anything by. `[asks]` has question words and phrases by the kind
//! of answer that they want, and `[nouns]` what tells the kind beside "which". `[gives]` says which
//! words of a sentence may be an answer of a kind (`months`, `numbers` with their digits,
//! `quantities`, `reason`, `place`, `frequency`) and which point to the sentence before
//! (`pronouns`). `joined` has what is written together with a word: small words, the beginning of
//! participles; and `inserted` what stands inside one, behind the first part of a verb. What
//! `[follows]` says, [`super::following`] tells.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::Language;
use super::following::{self, Follows};
use crate::language::{AnswerType, english};

/// The noun asked for stands so near to the word that asks.
const NEAR: usize = 2;

/// A class of words of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Class {
    Stop,
    Month,
    Number,
    Reason,
    Place,
    Frequency,
    Pronoun,
}

/// The words of a language, folded.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) classes: [FxHashSet<String>; 7],
    /// The digits of the words of numbers.
    pub(super) digits: FxHashMap<String, String>,
    /// Question words, the longest first.
    pub(super) asks: Vec<(Vec<String>, AnswerType)>,
    pub(super) nouns: FxHashMap<String, AnswerType>,
    /// What is written together with a word.
    pub(super) joined: Vec<String>,
    /// What is put into a word.
    pub(super) inserted: Vec<String>,
    pub(super) follows: Follows,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    stop: String,
    #[serde(default)]
    joined: String,
    #[serde(default)]
    inserted: String,
    asks: BTreeMap<AnswerType, Vec<String>>,
    nouns: BTreeMap<AnswerType, String>,
    gives: Gives,
    follows: following::Written,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gives {
    months: String,
    numbers: String,
    quantities: String,
    reason: String,
    place: String,
    pronouns: String,
    frequency: String,
}

impl Words {
    /// Reads a file; one that is damaged says nothing, and a test finds it.
    pub(super) fn read(file: &str, language: Language) -> Self {
        toml::from_str(file).map_or_else(|_| Self::default(), |it| Self::of(&it, language))
    }

    fn of(written: &Written, language: Language) -> Self {
        let fold = |word: &str| language.fold(word);
        let list = |words: &str| words.split_whitespace().map(&fold).collect();
        let gives = &written.gives;
        let digits = english::pairs(&gives.numbers);
        let digits = digits.map(|(word, digits)| (fold(word), digits.to_owned()));
        let digits: FxHashMap<String, String> = digits.collect();
        let mut numbers: FxHashSet<String> = list(&gives.quantities);
        numbers.extend(digits.keys().cloned());
        let classes = [
            list(&written.stop),
            list(&gives.months),
            numbers,
            list(&gives.reason),
            list(&gives.place),
            list(&gives.frequency),
            list(&gives.pronouns),
        ];
        let phrase = |phrase: &String| phrase.split_whitespace().map(&fold).collect::<Vec<_>>();
        let asks = written.asks.iter();
        let mut asks: Vec<(Vec<String>, AnswerType)> = asks
            .flat_map(|(kind, phrases)| phrases.iter().map(|words| (phrase(words), *kind)))
            .collect();
        asks.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let nouns = written.nouns.iter();
        let nouns = nouns
            .flat_map(|(kind, words)| words.split_whitespace().map(|word| (fold(word), *kind)));
        Self {
            classes,
            digits,
            asks,
            nouns: nouns.collect(),
            joined: written.joined.split_whitespace().map(&fold).collect(),
            inserted: written.inserted.split_whitespace().map(&fold).collect(),
            follows: Follows::of(&written.follows, |word| {
                language.fold(language.without_apostrophe(word))
            }),
        }
    }

    pub(super) fn has(&self, class: Class, word: &str) -> bool {
        self.classes[class as usize].contains(word)
    }

    /// The kind of answer that the words of a question want; `None` where no word asks.
    pub(super) fn asked(&self, words: &[&str]) -> Option<AnswerType> {
        let (places, kind) = self.asking_in(words)?;
        if !is_plain(kind) {
            return Some(kind);
        }
        // "which year": the noun tells more than the word that asks.
        let near = places.start.saturating_sub(NEAR)..(places.end + NEAR).min(words.len());
        let noun = words[near].iter().find_map(|word| self.nouns.get(*word));
        Some(noun.copied().unwrap_or(kind))
    }

    /// The first words that ask, of those that tell the kind of answer if there are any, and what for.
    pub(super) fn asking_in(&self, words: &[&str]) -> Option<(Range<usize>, AnswerType)> {
        let asking = |at: usize| {
            let (length, kind) = self.asking_at(words, at)?;
            Some((at..at + length, kind))
        };
        let all = || (0..words.len()).filter_map(asking);
        all()
            .find(|(_, kind)| !is_plain(*kind))
            .or_else(|| all().next())
    }

    /// The question word or phrase at a place: of how many words, and what it asks for.
    fn asking_at(&self, words: &[&str], at: usize) -> Option<(usize, AnswerType)> {
        let stands = |phrase: &[String]| {
            let here = words.get(at..at + phrase.len());
            here.is_some_and(|here| here.iter().zip(phrase).all(|(word, of)| word == of))
        };
        let found = self.asks.iter().find(|(phrase, _)| stands(phrase));
        found.map(|(phrase, kind)| (phrase.len(), *kind))
    }

    /// The phrases that ask, and whether they only do: "how long" is still about a length.
    pub(super) fn asking(&self, words: &[&str]) -> Vec<(Range<usize>, bool)> {
        let asking = |at: usize| {
            let (length, kind) = self.asking_at(words, at)?;
            let only_asks =
                length == 1 || matches!(kind, AnswerType::Frequency | AnswerType::Definition);
            Some((at..at + length, only_asks))
        };
        (0..words.len()).filter_map(asking).collect()
    }
}

/// Whether a kind says nothing of what the answer is like.
fn is_plain(kind: AnswerType) -> bool {
    matches!(kind, AnswerType::Thing | AnswerType::Definition)
}
