//! Acronyms and what they stand for, as the corpus itself tells.
//!
//! Most are introduced once, "World Ferry Union (WFU)", and such definitions
//! are found by the rule of Schwartz and Hearst (A simple algorithm for
//! identifying abbreviation definitions in biomedical text, PSB 2003). Where
//! none is, a capitalised run of words with the right initials may be meant.

mod definition;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::language::analyser::{self, Token};
use crate::language::english;
use definition::{after, before, is_joint};

/// Letters of an acronym (Schwartz and Hearst).
const LETTERS: RangeInclusive<usize> = 2..=10;
/// Initials alone tell nothing of an acronym with fewer letters.
const FEWEST_INITIALS: usize = 2;
/// A long form that initials alone lead to has no more words.
pub const MOST_WORDS: usize = 8;
/// A longer run of words is a headline where it is capitalised, and no long form.
pub const LONGEST_RUN: usize = 12;

/// The acronyms of a document.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// (acronym, long form word by word).
    pub(super) definitions: BTreeSet<(String, Vec<String>)>,
    /// Words that stand in capitals somewhere.
    pub(super) written: BTreeSet<String>,
    /// Runs of capitalised words.
    runs: BTreeSet<Vec<String>>,
    /// How many parts these have that may have an acronym.
    parts: usize,
}

impl Mentions {
    /// How many different ones there are, with what may have one.
    pub(super) fn different(&self) -> usize {
        self.definitions.len() + self.written.len() + self.parts
    }

    /// Takes in a sentence with its tokens.
    pub(super) fn add(&mut self, text: &str, tokens: &[Token]) {
        // In capitals throughout, nothing tells an acronym.
        if analyser::is_in_capitals(text) {
            return;
        }
        let words: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
        self.add_runs(text, &words);
        for (at, token) in words.iter().enumerate() {
            if !is_acronym(&text[token.span.range()]) {
                continue;
            }
            self.written.insert(token.word.clone());
            let found = [before(text, &words, at), after(text, &words, at)];
            for range in found.into_iter().flatten() {
                let definition = (token.word.clone(), spelt(&words[range]));
                self.definitions.insert(definition);
            }
        }
    }

    /// Takes in the capitalised words in a row of a sentence, with small words
    /// between them: "Union of Ferries".
    fn add_runs(&mut self, text: &str, plain: &[&Token]) {
        let is_small = |place: usize| plain[place].is_stop_word();
        let mut start = 0;
        while start < plain.len() {
            let capital = |place: usize| plain[place].capital && !is_small(place);
            if !capital(start) {
                start += 1;
                continue;
            }
            let joined = |at: usize| {
                let gap = analyser::gap(text, plain, at, |token| token.span);
                // "Riga, Oslo and Kiel" are three names.
                is_joint(gap) && !gap.contains([',', '.', '/'])
            };
            let goes_on = |&at: &usize| joined(at) && (capital(at) || is_small(at));
            let row = (start + 1..plain.len()).take_while(goes_on);
            let last = row.filter(|&at| capital(at)).last();
            let end = last.unwrap_or(start) + 1;
            let length = end - start;
            if (FEWEST_INITIALS..=LONGEST_RUN).contains(&length)
                && self.runs.insert(spelt(&plain[start..end]))
            {
                let parts = FEWEST_INITIALS..=length.min(MOST_WORDS);
                self.parts += parts.map(|part| length + 1 - part).sum::<usize>();
            }
            start = end;
        }
    }

    /// Every part of a run that may have an acronym, by its initials.
    pub(super) fn runs(&self) -> impl Iterator<Item = (String, &[String])> {
        let parts = self.runs.iter().flat_map(|run| {
            (0..run.len()).flat_map(move |start| {
                let ends = start + FEWEST_INITIALS..=run.len().min(start + MOST_WORDS);
                ends.map(move |end| &run[start..end])
            })
        });
        parts.flat_map(|part| {
            let letters = initials(part).into_iter();
            letters.map(move |letters| (letters, part))
        })
    }
}

fn spelt(words: &[&Token]) -> Vec<String> {
    words.iter().map(|token| token.word.clone()).collect()
}

/// The initials of a row of words without and with its small words; none where
/// it begins or ends with a small word.
pub fn initials(row: &[String]) -> Vec<String> {
    let is_small = |word: &String| english::is_stop_word(word);
    if row.first().is_none_or(is_small) || row.last().is_none_or(is_small) {
        return Vec::new();
    }
    let initial = |word: &String| word.chars().flat_map(char::to_lowercase).next();
    let all: String = row.iter().filter_map(initial).collect();
    let large = row.iter().filter(|word| !is_small(word));
    let mut found = vec![large.filter_map(initial).collect::<String>(), all];
    found.dedup();
    found.retain(|letters| letters.chars().count() >= FEWEST_INITIALS);
    found
}

/// Whether a word as written looks like an acronym, "WFU" or "W.F.U": at least two capitals, and most letters.
pub fn is_acronym(written: &str) -> bool {
    // Most words are none, and soon told.
    let mut capitals = written.chars().filter(|c| c.is_uppercase());
    if capitals.nth(1).is_none() {
        return false;
    }
    let bare = analyser::without_possessive(written);
    let count = |kind: fn(char) -> bool| bare.chars().filter(|&c| kind(c)).count();
    let (capitals, letters) = (count(char::is_uppercase), count(char::is_alphabetic));
    capitals >= 2
        && capitals * 2 > letters
        && LETTERS.contains(&count(char::is_alphanumeric))
        && count(|c| c.is_alphanumeric() || matches!(c, '.' | '&')) == bare.chars().count()
}

#[cfg(test)]
mod tests;
