//! How near a sentence is to the question in meaning, where words differ.

use std::collections::HashMap;

use super::query::Query;
use crate::index::Index;
use crate::index::vectors::{self, DIMENSIONS};
use crate::index::vocabulary::{Occurrence, WordClass, WordId};

type Vector = [f32; DIMENSIONS];

/// Cosines up to this are met by chance.
const CHANCE: f32 = 0.3;

/// The meaning of a question, ready to be compared with many sentences.
pub(super) struct Meaning<'a> {
    index: &'a Index,
    /// The vector of each query term, where it has one.
    terms: Vec<Option<Vector>>,
    /// The sum of these, each by what its term tells.
    whole: Vector,
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

/// What some words mean as a whole: the sum of their vectors, each by what its word tells.
#[derive(Clone, Debug)]
pub(super) struct Sense(Vector);

impl Sense {
    /// No words.
    pub(super) fn none() -> Self {
        Self([0.0; DIMENSIONS])
    }

    /// These words and others.
    pub(super) fn join(&mut self, other: &Self) {
        add(&mut self.0, Some(&other.0), 1.0);
    }

    /// A sentence under its title: the same direction however long either is,
    /// and the title half as heavy.
    pub(super) fn under(&self, title: &Self) -> Self {
        const TITLE: f32 = 0.5;
        let mut sum = [0.0; DIMENSIONS];
        for (sense, weight) in [(self, 1.0), (title, TITLE)] {
            let length = vectors::cosine(&sense.0, &sense.0).sqrt();
            if length > 0.0 {
                add(&mut sum, Some(&sense.0), weight / length);
            }
        }
        Self(sum)
    }
}

impl<'a> Meaning<'a> {
    pub(super) fn new(query: &Query, index: &'a Index) -> Self {
        let shipped = vectors::Vectors::shipped();
        let vectors: Vec<Option<Vector>> = query
            .terms
            .iter()
            .map(|term| shipped.of(&term.meant()))
            .collect();
        let mut whole = [0.0; DIMENSIONS];
        for (term, vector) in query.terms.iter().zip(&vectors) {
            add(&mut whole, vector.as_ref(), term.idf);
        }
        // A name stands for itself: a place that is like another is not that other.
        let own = query.terms.iter().zip(vectors);
        let terms = own
            .map(|(term, vector)| vector.filter(|_| !term.is_name))
            .collect();
        Self {
            index,
            terms,
            whole,
            met: HashMap::new(),
        }
    }

    /// How near to the question as a whole: the cosine, 0 to 1.
    pub(super) fn likeness(&self, sense: &Sense) -> f32 {
        cosine(&self.whole, &sense.0).max(0.0)
    }

    /// How near these tokens are.
    pub(super) fn nearness(&mut self, tokens: &[Occurrence]) -> Nearness {
        let vocabulary = self.index.vocabulary();
        let mut best = vec![0.0_f32; self.terms.len()];
        let mut whole = [0.0; DIMENSIONS];
        for token in tokens {
            let word = vocabulary.word(token.word);
            let Some(vector) = word
                .vector
                .as_deref()
                .filter(|_| word.class != WordClass::Stop && !token.compound)
            else {
                continue;
            };
            add(
                &mut whole,
                Some(vector),
                vocabulary.idf(vocabulary.term(word.term).sentences),
            );
            let near = self.met.entry(token.word).or_insert_with(|| {
                self.terms
                    .iter()
                    .map(|term| near(term.as_ref(), vector))
                    .collect()
            });
            best.iter_mut()
                .zip(near)
                .for_each(|(best, near)| *best = best.max(*near));
        }
        Nearness {
            best,
            sense: Sense(whole),
        }
    }
}

/// How near two words are beyond chance, 0 to 1.
fn near(term: Option<&Vector>, word: &Vector) -> f32 {
    term.map_or(0.0, |term| {
        ((vectors::cosine(term, word) - CHANCE) / (1.0 - CHANCE)).clamp(0.0, 1.0)
    })
}

/// The cosine of two vectors of any length; 0 where one has none.
fn cosine(a: &Vector, b: &Vector) -> f32 {
    let lengths = (vectors::cosine(a, a) * vectors::cosine(b, b)).sqrt();
    if lengths > 0.0 {
        vectors::cosine(a, b) / lengths
    } else {
        0.0
    }
}

fn add(sum: &mut Vector, vector: Option<&Vector>, weight: f32) {
    if let Some(vector) = vector {
        sum.iter_mut()
            .zip(vector)
            .for_each(|(sum, value)| *sum += weight * value);
    }
}
