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

/// How near a sentence is.
#[derive(Clone, Debug)]
pub(super) struct Nearness {
    /// For each query term, how near the nearest word of the sentence is, 0 to 1.
    pub(super) best: Vec<f32>,
    /// The cosine of question and sentence as wholes, 0 to 1.
    pub(super) whole: f32,
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

    /// How near the sentence of these tokens is.
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
            whole: cosine(&self.whole, &whole).max(0.0),
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
