//! How sure Quoth can be: what the best sentence and its rivals say about each other.
//!
//! Ranking compares sentences for one question; confidence compares questions.
//! So beside the features of the best sentence there are signals that are the
//! same for all sentences of a question.

use super::features;
use super::query::Query;
use super::ranking::Ranked;

/// How many signals there are.
pub(super) const COUNT: usize = SIGNALS.len();
/// The signals of one ranking, in the order of [`SIGNALS`].
pub(super) type Values = [f32; COUNT];

/// A signal's name and how it is read off a ranking.
pub(super) struct Signal {
    pub(super) name: &'static str,
    value: fn(&Ranking<'_>) -> f32,
}

/// A question with its ranked sentences, at least one.
struct Ranking<'a> {
    query: &'a Query,
    best: &'a Ranked,
    rivals: &'a [Ranked],
}

/// Every signal, in the order of the weights.
pub(super) const SIGNALS: &[Signal] = &[
    Signal { name: "bias", value: |_| 1.0 },
    Signal { name: "score", value: |ranking| ranking.best.score / 10.0 },
    Signal { name: "lead", value: lead },
    Signal { name: "share", value: share },
    Signal { name: "unknown", value: unknown },
    Signal { name: "unmet", value: unmet },
    Signal { name: "terms", value: terms },
    Signal { name: "coverage", value: |ranking| feature(ranking, "coverage") },
    Signal { name: "plain_coverage", value: |ranking| feature(ranking, "plain_coverage") },
    Signal { name: "exact_coverage", value: |ranking| feature(ranking, "exact_coverage") },
    Signal { name: "passage_coverage", value: |ranking| feature(ranking, "passage_coverage") },
    Signal { name: "title_coverage", value: |ranking| feature(ranking, "title_coverage") },
    Signal { name: "previous_coverage", value: |ranking| feature(ranking, "previous_coverage") },
    Signal { name: "bigrams", value: |ranking| feature(ranking, "bigrams") },
    Signal { name: "proximity", value: |ranking| feature(ranking, "proximity") },
    Signal { name: "type_fits", value: |ranking| feature(ranking, "type_fits") },
    Signal { name: "type_missing", value: |ranking| feature(ranking, "type_missing") },
    Signal { name: "defines", value: |ranking| feature(ranking, "defines") },
    Signal { name: "passage_bm25", value: |ranking| feature(ranking, "passage_bm25") },
    Signal { name: "document_bm25", value: |ranking| feature(ranking, "document_bm25") },
    Signal { name: "sentence_bm25", value: |ranking| feature(ranking, "sentence_bm25") },
    Signal { name: "names_missing", value: |ranking| feature(ranking, "names_missing") },
    Signal { name: "rarest_missing", value: |ranking| feature(ranking, "rarest_missing") },
    Signal { name: "length", value: |ranking| feature(ranking, "length") },
];

/// The signals of a ranking; `None` where nothing was found.
pub(super) fn of(query: &Query, ranked: &[Ranked]) -> Option<Values> {
    let (best, rivals) = ranked.split_first()?;
    let ranking = Ranking { query, best, rivals };
    let mut values = [0.0; COUNT];
    for (value, signal) in values.iter_mut().zip(SIGNALS) {
        *value = (signal.value)(&ranking);
    }
    Some(values)
}

/// How far the best sentence leads the second.
fn lead(ranking: &Ranking<'_>) -> f32 {
    ranking.rivals.first().map_or(0.0, |second| ranking.best.score - second.score)
}

/// The best sentence's share of the belief that the ranker spreads over all
/// sentences (the softmax of its scores: the model that it was fitted as).
fn share(ranking: &Ranking<'_>) -> f32 {
    let rivals: f32 = ranking.rivals.iter().map(|rival| (rival.score - ranking.best.score).exp()).sum();
    1.0 / (1.0 + rivals)
}

/// The share of the question that the corpus has no word for.
fn unknown(ranking: &Ranking<'_>) -> f32 {
    let unknown = ranking.query.terms.iter().filter(|term| term.alternatives.is_empty());
    unknown.map(|term| term.idf).sum::<f32>() / ranking.query.total_idf()
}

/// The weight of the heaviest word of the question that stands nowhere around
/// the sentence, against the heaviest word of all.
fn unmet(ranking: &Ranking<'_>) -> f32 {
    let heaviest = ranking.query.terms.iter().map(|term| term.idf).fold(f32::MIN_POSITIVE, f32::max);
    let missing = ranking.query.terms.iter().zip(&ranking.best.around).filter(|(_, weight)| **weight == 0.0);
    missing.map(|(term, _)| term.idf).fold(0.0, f32::max) / heaviest
}

/// The more words a question has, the surer a match is and the rarer a full one.
fn terms(ranking: &Ranking<'_>) -> f32 {
    (1.0 + ranking.query.terms.len() as f32).ln() / 3.0
}

fn feature(ranking: &Ranking<'_>, name: &str) -> f32 {
    features::FEATURES.iter().position(|feature| feature.name == name).map_or(0.0, |place| ranking.best.values[place])
}
