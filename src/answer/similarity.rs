//! How near a sentence is to the question in meaning, where words differ.

use std::collections::HashMap;

use super::query::{Query, QueryTerm};
use crate::language::lexicon::{Lexicon, Occurrence, WordId};
use crate::language::vectors::{self, DIMENSIONS, Direction};
use crate::language::word::WordClass;

type Vector = [f32; DIMENSIONS];

/// Cosines up to this are met by chance.
const CHANCE: f32 = 0.3;

/// The meaning of a question, ready to be compared with many sentences.
pub(super) struct Meaning<'a> {
    lexicon: &'a Lexicon,
    /// The direction of each query term, where it has one.
    terms: Vec<Option<Vector>>,
    whole: Sense,
    /// Nearness of words met so far to each query term.
    met: HashMap<WordId, Vec<f32>>,
}

/// How near some words are.
#[derive(Clone, Debug)]
pub(super) struct Nearness {
    /// For each query term, how near the nearest of them is, 0 to 1.
    pub(super) best: Vec<f32>,
    /// What they mean as a whole.
    pub(super) sense: Sense,
}

/// What some words mean as a whole: the sum of their vectors, longer the more a word tells.
#[derive(Clone, Debug)]
pub(super) struct Sense(Vector);

impl<'a> Meaning<'a> {
    pub(super) fn new(query: &Query, lexicon: &'a Lexicon) -> Self {
        let language = query.known.language();
        // A name stands for itself: a place that is like another is not that other.
        let direction = |term: &QueryTerm| {
            let vector = vectors::sum(&term.meant(), language).filter(|_| !term.is_name);
            vector.and_then(|vector| vectors::unit(&vector))
        };
        Self {
            lexicon,
            terms: query.terms.iter().map(direction).collect(),
            whole: Sense::of(query),
            met: HashMap::new(),
        }
    }

    /// How near a sense is to the question as a whole: the cosine, 0 to 1.
    pub(super) fn likeness(&self, sense: &Sense) -> f32 {
        vectors::cosine(&self.whole.0, &sense.0).max(0.0)
    }

    /// How near these tokens are.
    pub(super) fn nearness(&mut self, tokens: &[Occurrence]) -> Nearness {
        let mut best = vec![0.0_f32; self.terms.len()];
        let mut sense = Sense::none();
        for token in tokens.iter().filter(|token| !token.compound) {
            let word = self.lexicon.word(token.word);
            let Some(vector) = &word.vector else {
                continue;
            };
            sense.add(vector);
            if word.class == WordClass::Stop {
                continue;
            }
            let met = self.met.entry(token.word);
            let near = met.or_insert_with(|| near(&self.terms, vector));
            best.iter_mut()
                .zip(near)
                .for_each(|(best, near)| *best = best.max(*near));
        }
        Nearness { best, sense }
    }
}

impl Query {
    /// Where it points as a whole; `None` where nobody knows what its words mean.
    pub(super) fn direction(&self) -> Option<Direction> {
        let mut sum = [0.0; DIMENSIONS];
        let words = self.wording.iter().map(String::as_str);
        vectors::add_meaning(&mut sum, words, self.known.language());
        Direction::of(&sum)
    }
}

impl Sense {
    /// What all words of a question mean.
    fn of(query: &Query) -> Self {
        let mut whole = Self::none();
        let words = query.wording.iter().map(String::as_str);
        vectors::add(&mut whole.0, words, query.known.language());
        whole
    }

    /// No words.
    pub(super) fn none() -> Self {
        Self([0.0; DIMENSIONS])
    }

    /// These words and others.
    pub(super) fn join(&mut self, other: &Self) {
        self.add(&other.0);
    }

    /// A sentence under its title: each in its direction, however long, the title half as heavy.
    pub(super) fn under(&self, title: &Self) -> Self {
        const TITLE: f32 = 0.5;
        let mut both = Self::none();
        for (sense, weight) in [(self, 1.0), (title, TITLE)] {
            if let Some(direction) = vectors::unit(&sense.0) {
                both.add(&direction.map(|number| number * weight));
            }
        }
        both
    }

    fn add(&mut self, vector: &Vector) {
        for (sum, number) in self.0.iter_mut().zip(vector) {
            *sum += number;
        }
    }
}

/// How near a word is to each of `terms` beyond chance, 0 to 1.
fn near(terms: &[Option<Vector>], word: &Vector) -> Vec<f32> {
    let word = vectors::unit(word).unwrap_or([0.0; DIMENSIONS]);
    let beyond = |cosine: f32| ((cosine - CHANCE) / (1.0 - CHANCE)).clamp(0.0, 1.0);
    let near = |term: &Option<Vector>| {
        let term = term.as_ref();
        term.map_or(0.0, |term| beyond(vectors::dot(term, &word)))
    };
    terms.iter().map(near).collect()
}
