//! How sure Quoth can be: what the best sentence and the question say about each other.
//!
//! Ranking compares sentences for one question; confidence compares questions.
//! So beside the features of the best sentence there are signals that are the
//! same for all sentences of a question.

use super::features;
use super::query::Query;
use super::ranking::Ranked;

/// How many signals there are.
pub(super) const COUNT: usize = OWN.len() + OF_THE_BEST.len();
/// The signals of one ranking: those of [`OWN`], then those of [`OF_THE_BEST`].
pub(super) type Values = [f32; COUNT];

/// A question with its best sentence.
struct Ranking<'a> {
    query: &'a Query,
    best: &'a Ranked,
}

/// A signal's name and how it is read off a ranking.
type Signal = (&'static str, fn(&Ranking<'_>) -> f32);

/// Signals of the ranking as a whole.
const OWN: &[Signal] = &[
    ("bias", |_| 1.0),
    ("score", |ranking| ranking.best.score / 10.0),
    ("unknown", unknown),
    ("unmet", unmet),
    ("unmet_in_meaning", unmet_in_meaning),
    ("terms", terms),
    ("corpus", corpus),
];

/// Features of the best sentence that are signals too.
const OF_THE_BEST: &[&str] = &[
    "coverage",
    "plain_coverage",
    "exact_coverage",
    "passage_coverage",
    "title_coverage",
    "previous_coverage",
    "bigrams",
    "proximity",
    "type_fits",
    "type_missing",
    "defines",
    "passage_bm25",
    "document_bm25",
    "sentence_bm25",
    "near_coverage",
    "near_unmet",
    "like_sentence",
    "like_passage",
    "like_title",
    "like_under_title",
    "near_passage",
    "names_absent",
    "heaviest_unmet",
    "names_missing",
    "rarest_missing",
    "length",
];

/// The names of all signals, in the order of the weights.
pub(super) fn names() -> Vec<&'static str> {
    OWN.iter()
        .map(|(name, _)| *name)
        .chain(OF_THE_BEST.iter().copied())
        .collect()
}

/// The signals of a ranking; `None` where nothing was found.
pub(super) fn of(query: &Query, ranked: &[Ranked]) -> Option<Values> {
    let best = ranked.first()?;
    let ranking = Ranking { query, best };
    let mut values = [0.0; COUNT];
    let own = OWN.iter().map(|(_, value)| value(&ranking));
    let shared = OF_THE_BEST
        .iter()
        .map(|name| features::value(&best.values, name));
    values
        .iter_mut()
        .zip(own.chain(shared))
        .for_each(|(to, from)| *to = from);
    Some(values)
}

/// The share of the question that the corpus has no word for.
fn unknown(ranking: &Ranking<'_>) -> f32 {
    let unknown = ranking
        .query
        .terms
        .iter()
        .filter(|term| term.alternatives.is_empty());
    unknown.map(|term| term.idf).sum::<f32>() / ranking.query.total_idf()
}

/// The weight of the heaviest word of the question that stands nowhere around
/// the sentence, against the heaviest word of all.
fn unmet(ranking: &Ranking<'_>) -> f32 {
    let around = &ranking.best.around;
    let unmet = |number: usize| f32::from(u8::from(around[number] == 0.0));
    ranking.query.heaviest(unmet)
}

/// The same, where a like word around counts by how near it is.
fn unmet_in_meaning(ranking: &Ranking<'_>) -> f32 {
    let Ranked {
        around,
        near_around,
        ..
    } = ranking.best;
    let unmet = |number: usize| 1.0 - around[number].max(near_around[number]);
    ranking.query.heaviest(unmet)
}

/// The larger the corpus, the likelier a good match by chance.
fn corpus(ranking: &Ranking<'_>) -> f32 {
    (1.0 + ranking.query.sentences as f32).ln() / 10.0
}

/// The more words a question has, the surer a match is and the rarer a full one.
fn terms(ranking: &Ranking<'_>) -> f32 {
    (1.0 + ranking.query.terms.len() as f32).ln() / 3.0
}
