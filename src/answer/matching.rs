//! Where the terms of a query stand among the tokens of a sentence.

use super::query::{Query, QueryTerm, Target};
use crate::language::english;
use crate::language::lexicon::{Lexicon, Occurrence, TermId, WordId};

/// How a query meets some tokens.
#[derive(Clone, Debug)]
pub(super) struct Matches {
    /// For each query term, the weight of its best match, 0 to 1.
    pub(super) best: Vec<f32>,
    /// For each query term, the weights of its matches added up.
    pub(super) frequency: Vec<f32>,
    /// For each query term, whether the very form typed occurs.
    pub(super) exact: Vec<bool>,
    /// Matches in order: (position among the tokens that are no compounds, query term).
    pub(super) positions: Vec<(usize, usize)>,
}

/// A query, ready to be met with many sentences.
pub(super) struct Matcher {
    /// (term, query term, weight), sorted by term.
    terms: Vec<(TermId, usize, f32)>,
    /// (terms in a row, query term, weight).
    phrases: Vec<(Vec<TermId>, usize, f32)>,
    /// Terms that say something in a phrase, sorted.
    in_phrases: Vec<TermId>,
    /// The letters of each query term.
    typed: Vec<Option<WordId>>,
}

impl Matcher {
    /// `lexicon` numbers the words of the sentences to be met.
    pub(super) fn new(query: &Query, lexicon: &Lexicon) -> Self {
        let (mut terms, mut phrases) = (Vec::new(), Vec::new());
        let mut in_phrases: Vec<TermId> = Vec::new();
        for (number, term) in query.terms.iter().enumerate() {
            for alternative in &term.alternatives {
                let weight = alternative.weight;
                match &alternative.target {
                    Target::Term(stem) => {
                        let id = lexicon.stem_id(stem);
                        terms.extend(id.map(|id| (id, number, weight)));
                    }
                    Target::Phrase(row) => {
                        let says = row.iter().filter(|stem| !english::is_stop_word(stem));
                        in_phrases.extend(says.filter_map(|stem| lexicon.stem_id(stem)));
                        let row = row.iter().map(|stem| lexicon.stem_id(stem));
                        phrases.extend(row.collect::<Option<_>>().map(|row| (row, number, weight)));
                    }
                }
            }
        }
        terms.sort_by_key(|entry| entry.0);
        in_phrases.sort_unstable();
        let typed = |term: &QueryTerm| lexicon.letters_of(&term.analysed);
        Self {
            terms,
            phrases,
            in_phrases,
            typed: query.terms.iter().map(typed).collect(),
        }
    }

    /// Meets the query with some tokens.
    pub(super) fn meet(&self, tokens: &[Occurrence], lexicon: &Lexicon) -> Matches {
        let terms = self.typed.len();
        let mut matches = Matches {
            best: vec![0.0; terms],
            frequency: vec![0.0; terms],
            exact: vec![false; terms],
            positions: Vec::new(),
        };
        let mut position: usize = 0;
        let mut row: Vec<TermId> = Vec::with_capacity(tokens.len());
        for token in tokens {
            let term = lexicon.term(token.word);
            let letters = lexicon.letters(token.word);
            let exact = |number: usize| self.typed[number] == Some(letters);
            // A compound is given after its parts: it stands where the last of them does.
            let place = position.saturating_sub(usize::from(token.compound));
            for &(_, number, weight) in self.targets(term) {
                matches.note(number, weight, place, exact(number));
            }
            if token.compound {
                continue;
            }
            row.push(term);
            for (phrase, number, weight) in &self.phrases {
                if row.ends_with(phrase) {
                    matches.note(*number, *weight, position, false);
                }
            }
            position += 1;
        }
        matches
    }

    /// Whether a term is one of the query's, alone or in a phrase.
    pub(super) fn asks_for(&self, term: TermId) -> bool {
        !self.targets(term).is_empty() || self.in_phrases.binary_search(&term).is_ok()
    }

    /// Which of the query's terms a term stands for, the first if for several.
    pub(super) fn number_of(&self, term: TermId) -> Option<usize> {
        let numbers = self.targets(term).iter().map(|&(_, number, _)| number);
        numbers.min()
    }

    fn targets(&self, term: TermId) -> &[(TermId, usize, f32)] {
        let start = self.terms.partition_point(|entry| entry.0 < term);
        let end = self.terms.partition_point(|entry| entry.0 <= term);
        &self.terms[start..end]
    }
}

impl Matches {
    /// Takes in that a query term is met, by no word of the tokens.
    pub(super) fn take_in(&mut self, number: usize) {
        self.best[number] = 1.0;
        self.frequency[number] += 1.0;
    }

    /// Takes in the matches of other tokens, without their places.
    pub(super) fn join(&mut self, other: &Self) {
        for (number, weight) in other.best.iter().enumerate() {
            self.best[number] = self.best[number].max(*weight);
            self.frequency[number] += other.frequency[number];
            self.exact[number] |= other.exact[number];
        }
    }

    /// The share of the query's weight that is met, 0 to 1.
    pub(super) fn coverage(&self, query: &Query) -> f32 {
        query.share(|number| self.best[number])
    }

    fn note(&mut self, number: usize, weight: f32, position: usize, exact: bool) {
        self.best[number] = self.best[number].max(weight);
        self.frequency[number] += weight;
        self.exact[number] |= exact;
        self.positions.push((position, number));
    }
}
