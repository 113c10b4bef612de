//! Acronyms and what they stand for, as the corpus itself tells.
//!
//! Most are introduced once, "World Ferry Union (WFU)", and such definitions
//! are found by the rule of Schwartz and Hearst (A simple algorithm for
//! identifying abbreviation definitions in biomedical text, PSB 2003). Where
//! none is, a capitalised run of words with the right initials may be meant.

mod definition;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::vocabulary::Vocabulary;
use crate::language::analyser::{self, Token};
use crate::language::lexicon::{Occurrence, WordId};
use crate::language::word::WordClass;
use definition::{after, before, is_joint};

/// Letters of an acronym (Schwartz and Hearst).
const LETTERS: RangeInclusive<usize> = 2..=10;
/// Initials alone tell nothing of an acronym with fewer letters.
const FEWEST_INITIALS: usize = 2;
/// A longer run of capitalised words is a headline.
const LONGEST_RUN: usize = 12;
/// Long forms that initials lead to.
const MOST_BY_INITIALS: usize = 2;

/// The acronyms of a document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Mentions {
    /// (acronym, long form), in the order of the text.
    definitions: Vec<(WordId, Vec<WordId>)>,
    /// Words that stand in capitals somewhere.
    written: BTreeSet<WordId>,
    /// Runs of capitalised words, each with how often it stands there.
    runs: BTreeMap<Vec<WordId>, u32>,
}

/// The acronyms of a corpus.
#[derive(Debug, Default)]
pub(super) struct Acronyms {
    /// The long forms of each acronym, stem by stem, in the order of the corpus.
    long_forms: HashMap<WordId, Vec<Vec<String>>>,
    /// The acronyms of each long form, by its stems joined by spaces.
    short_forms: HashMap<String, Vec<String>>,
    written: HashSet<WordId>,
    runs: HashMap<Vec<WordId>, u32>,
}

impl Mentions {
    /// Takes in a sentence; its tokens and their occurrences belong together.
    pub(super) fn add(&mut self, text: &str, tokens: &[Token], occurrences: &[Occurrence]) {
        // In capitals throughout, nothing tells an acronym.
        if !text.contains(char::is_lowercase) {
            return;
        }
        let plain: Vec<(&Token, WordId)> = tokens
            .iter()
            .zip(occurrences)
            .filter(|(token, _)| !token.compound)
            .map(|(token, occurrence)| (token, occurrence.word))
            .collect();
        let words: Vec<&Token> = plain.iter().map(|(token, _)| *token).collect();
        for (at, &(token, word)) in plain.iter().enumerate() {
            if !is_acronym(&text[token.span.range()]) {
                continue;
            }
            self.written.insert(word);
            let found = [before(text, &words, at), after(text, &words, at)];
            for range in found.into_iter().flatten() {
                let long = plain[range].iter().map(|(_, word)| *word).collect();
                self.definitions.push((word, long));
            }
        }
        self.add_runs(text, &plain);
    }

    /// Gives every word the number that `ids` has at its place.
    pub(super) fn renumber(&mut self, ids: &[WordId]) {
        let id = |word: &mut WordId| *word = ids[*word as usize];
        for (acronym, long) in &mut self.definitions {
            id(acronym);
            long.iter_mut().for_each(id);
        }
        let written = std::mem::take(&mut self.written).into_iter();
        self.written = written.map(|word| ids[word as usize]).collect();
        let runs = std::mem::take(&mut self.runs).into_iter();
        self.runs = runs
            .map(|(mut run, times)| {
                run.iter_mut().for_each(id);
                (run, times)
            })
            .collect();
    }

    /// Notes capitalised words in a row, with small words between them: "Union of Ferries".
    fn add_runs(&mut self, text: &str, plain: &[(&Token, WordId)]) {
        let is_small = |place: usize| plain[place].0.is_stop_word();
        let mut start = 0;
        while start < plain.len() {
            let capital = |place: usize| plain[place].0.capital && !is_small(place);
            if !capital(start) {
                start += 1;
                continue;
            }
            let (mut end, mut at) = (start + 1, start + 1);
            let joined = |at: usize| {
                let gap = &text[plain[at - 1].0.span.end..plain[at].0.span.start];
                // "Riga, Oslo and Kiel" are three names.
                is_joint(gap) && !gap.contains([',', '.', '/'])
            };
            while at < plain.len() && joined(at) {
                if capital(at) {
                    end = at + 1;
                } else if !is_small(at) {
                    break;
                }
                at += 1;
            }
            if (FEWEST_INITIALS..=LONGEST_RUN).contains(&(end - start)) {
                let run = plain[start..end].iter().map(|(_, word)| *word).collect();
                *self.runs.entry(run).or_default() += 1;
            }
            start = end;
        }
    }
}

impl Acronyms {
    /// Those of these documents, which come in the order of the corpus.
    pub(super) fn of<'a>(
        documents: impl Iterator<Item = &'a Mentions>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut acronyms = Self::default();
        for mentions in documents {
            for (acronym, long) in &mentions.definitions {
                let long = stems(long, vocabulary);
                let known = acronyms.long_forms.entry(*acronym).or_default();
                if !known.contains(&long) {
                    let short = acronyms.short_forms.entry(long.join(" ")).or_default();
                    short.push(vocabulary.word(*acronym).text.clone());
                    known.push(long);
                }
            }
            acronyms.written.extend(&mentions.written);
            for (run, times) in &mentions.runs {
                match acronyms.runs.get_mut(run) {
                    Some(sum) => *sum += times,
                    None => _ = acronyms.runs.insert(run.clone(), *times),
                }
            }
        }
        acronyms
    }

    /// The long forms of an acronym, stem by stem, as the documents define it.
    pub(super) fn long_forms(&self, acronym: WordId) -> &[Vec<String>] {
        self.long_forms.get(&acronym).map_or(&[], Vec::as_slice)
    }

    /// The acronyms of a long form, given as stems joined by spaces.
    pub(super) fn short_forms(&self, long: &str) -> &[String] {
        self.short_forms.get(long).map_or(&[], Vec::as_slice)
    }

    /// Whether a word stands in the corpus as an acronym, in capitals.
    pub(super) fn has(&self, word: WordId) -> bool {
        self.written.contains(&word)
    }

    /// The names in the corpus that have `acronym`, in lower case, for their
    /// initials, stem by stem, the commonest first; none for a single letter.
    pub(super) fn by_initials(&self, acronym: &str, vocabulary: &Vocabulary) -> Vec<Vec<String>> {
        if acronym.chars().count() < FEWEST_INITIALS {
            return Vec::new();
        }
        let mut found: HashMap<Vec<String>, u32> = HashMap::new();
        for (run, &times) in &self.runs {
            for part in parts(run) {
                let words = part.iter().map(|&word| {
                    let word = vocabulary.word(word);
                    (&*word.text, word.class == WordClass::Stop)
                });
                if has_initials(words, acronym) {
                    *found.entry(stems(part, vocabulary)).or_default() += times;
                }
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let best = found.into_iter().take(MOST_BY_INITIALS);
        best.map(|(stems, _)| stems).collect()
    }

    /// Whether the corpus has these stems in a row as a capitalised name.
    pub(super) fn is_capitalised(&self, row: &[String], vocabulary: &Vocabulary) -> bool {
        let mut parts = self.runs.keys().flat_map(|run| run.windows(row.len()));
        parts.any(|part| {
            let stems = part.iter().map(|&word| &vocabulary.word(word).stem);
            stems.eq(row)
        })
    }
}

fn stems(words: &[WordId], vocabulary: &Vocabulary) -> Vec<String> {
    let stem = |&word: &WordId| vocabulary.word(word).stem.clone();
    words.iter().map(stem).collect()
}

/// Every part of a run that may have initials.
fn parts(run: &[WordId]) -> impl Iterator<Item = &[WordId]> {
    (0..run.len()).flat_map(move |start| {
        (start + FEWEST_INITIALS..=run.len()).map(move |end| &run[start..end])
    })
}

/// Whether these words, each with whether it is a small one, have the letters
/// of `acronym` for their initials; small words inside may count or not.
pub fn has_initials<'a>(
    words: impl Iterator<Item = (&'a str, bool)> + Clone,
    acronym: &str,
) -> bool {
    let edges = [words.clone().next(), words.clone().last()];
    let initial = |(word, _): (&'a str, bool)| word.chars().next();
    let all = words.clone().filter_map(initial);
    let large = words.filter(|(_, small)| !small).filter_map(initial);
    edges.into_iter().flatten().all(|(_, small)| !small)
        && (large.eq(acronym.chars()) || all.flat_map(char::to_lowercase).eq(acronym.chars()))
}

/// The initials of a row of words, each with whether it is a small one, without
/// and with its small words; none where it begins or ends with one.
#[must_use]
pub fn initials(row: &[(&str, bool)]) -> Vec<String> {
    let initial = |(word, _): &(&str, bool)| word.chars().flat_map(char::to_lowercase).next();
    let all: String = row.iter().filter_map(initial).collect();
    let large = row.iter().filter(|(_, small)| !small);
    let mut found = vec![large.filter_map(initial).collect::<String>(), all];
    found.dedup();
    found.retain(|letters| {
        letters.chars().count() >= FEWEST_INITIALS && has_initials(row.iter().copied(), letters)
    });
    found
}

/// Whether a word as written looks like an acronym, "WFU" or "W.F.U": at least two capitals, and most letters.
#[must_use]
pub fn is_acronym(written: &str) -> bool {
    let bare = analyser::without_possessive(written);
    let count = |kind: fn(char) -> bool| bare.chars().filter(|&c| kind(c)).count();
    let (capitals, letters) = (count(char::is_uppercase), count(char::is_alphabetic));
    capitals >= 2
        && capitals * 2 > letters
        && LETTERS.contains(&count(char::is_alphanumeric))
        && bare
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '&'))
}

#[cfg(test)]
mod tests;
