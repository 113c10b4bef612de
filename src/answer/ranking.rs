//! The order of the candidate sentences, and how sure Quoth is of the first.

use super::features::{self, Values};
use super::matching::Matcher;
use super::query::Query;
use crate::index::{Candidate, Index};

/// The confidence below which Quoth abstains.
pub(super) const THRESHOLD: f32 = 0.5;

/// A sentence with its score.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub(super) passage: usize,
    pub(super) sentence: usize,
    /// Higher is better; comparable within one question.
    pub(super) score: f32,
    pub(super) values: Values,
}

/// Every sentence of the candidates, the best first; ties in the order of the corpus.
pub(super) fn rank(index: &Index, query: &Query, candidates: &[Candidate]) -> Vec<Ranked> {
    let matcher = Matcher::new(query);
    let mut ranked = Vec::new();
    for candidate in candidates {
        for (sentence, values) in features::of_passage(index, query, &matcher, candidate) {
            if features::says_something(index, sentence) {
                ranked.push(Ranked { passage: candidate.passage, sentence, score: score(&values), values });
            }
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.sentence.cmp(&b.sentence)));
    ranked
}

/// The probability that the first sentence answers the question.
pub(super) fn confidence(query: &Query, ranked: &[Ranked]) -> f32 {
    let Some(best) = ranked.first() else { return 0.0 };
    let _ = query;
    let v = |name: &str| features::FEATURES.iter().position(|f| f.name == name).map_or(0.0, |i| best.values[i]);
    let z = -6.0 + 5.0 * v("passage_coverage") + 3.0 * v("coverage") + 0.7 * v("type_fits") - 1.5 * v("type_missing") - 2.5 * v("names_missing") - 1.0 * v("rarest_missing");
    1.0 / (1.0 + (-z).exp())
}

fn score(values: &Values) -> f32 {
    values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum()
}

const WEIGHTS: Values = [
    3.0, 1.5, 0.9, 0.5, 0.5, 0.5, 0.3, 0.3, 0.6, 0.1, 0.3, 0.3, 0.5, -0.4, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0, 0.1, -1.0, -0.2, -1.0,
];
