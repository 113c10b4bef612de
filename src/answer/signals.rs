//! How sure Quoth can be: what the best sentence and the question say about each other.
//!
//! Ranking compares sentences for one question; confidence compares questions.
//! So beside the features of the best sentence there are signals that are the
//! same for all sentences of a question.

use super::features;
use super::query::Query;
use super::ranking::{self, Ranked};
use super::reading;

/// How many signals there are.
pub(super) const COUNT: usize = OWN.len() + OF_THE_BEST.len();
/// The signals of one ranking: those of [`OWN`], then those of [`OF_THE_BEST`].
pub(super) type Values = [f32; COUNT];

/// A question with its candidate sentences.
struct Ranking<'a> {
    query: &'a Query,
    best: &'a Ranked,
    /// All of them but copies, the best first.
    all: &'a [Ranked],
}

impl Ranking<'_> {
    /// What the reader said of the sentences that it read.
    fn readings(&self) -> impl Iterator<Item = f32> {
        let read = self.all.iter().filter(|ranked| ranked.is_read);
        read.map(|ranked| ranked.values[features::READER] * reading::SCALE)
    }
}

/// A signal's name and how it is read off a ranking.
type Signal = (&'static str, fn(&Ranking<'_>) -> f32);

/// Signals of the ranking as a whole.
const OWN: &[Signal] = &[
    ("bias", |_| 1.0),
    ("unknown", unknown),
    ("unmet_in_meaning", unmet_in_meaning),
    ("plain_unmet", plain_unmet),
    ("document_share", document_share),
    ("reader_sum", reader_sum),
    ("reader_margin", reader_margin),
];

/// Features of the best sentence that are signals too. These few carry over to questions of another
/// kind; with all of them the AUROC on a set that the fit has not seen was lower.
const OF_THE_BEST: &[&str] = &[
    "plain_coverage",
    "passage_coverage",
    "passage_bm25",
    "type_fits",
    "type_missing",
    "near_unmet",
    "near_passage",
    "like_sentence",
    "like_title",
    "like_under_title",
    "names_absent",
    "heaviest_unmet",
    "doubted",
    "reader",
];

/// The names of all signals, in the order of the weights.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let own = OWN.iter().map(|(name, _)| *name);
    own.chain(OF_THE_BEST.iter().copied())
}

/// The signals of a ranking; `None` where nothing was found.
pub(super) fn of(query: &Query, ranked: &[Ranked]) -> Option<Values> {
    let best = ranked.first()?;
    let ranking = Ranking {
        query,
        best,
        all: ranking::originals(ranked),
    };
    let mut values = [0.0; COUNT];
    let own = OWN.iter().map(|(_, value)| value(&ranking));
    let shared = OF_THE_BEST.iter();
    let shared = shared.map(|name| features::value(&best.values, name));
    for (to, from) in values.iter_mut().zip(own.chain(shared)) {
        *to = from;
    }
    Some(values)
}

/// The share of the question that the corpus has no word for.
fn unknown(ranking: &Ranking<'_>) -> f32 {
    let terms = &ranking.query.terms;
    let is_unknown =
        |number: usize| terms[number].alternatives.is_empty() && ranking.best.met[number] == 0.0;
    ranking.query.share(|number| f32::from(is_unknown(number)))
}

/// The weight of the heaviest word of the question that stands nowhere around the sentence, against
/// the heaviest word of all; a like word around counts by how near it is.
fn unmet_in_meaning(ranking: &Ranking<'_>) -> f32 {
    let best = ranking.best;
    let unmet = |number: usize| 1.0 - best.around[number].max(best.near_around[number]);
    ranking.query.heaviest(unmet)
}

/// How many words of the question that are no names the sentence does not have.
fn plain_unmet(ranking: &Ranking<'_>) -> f32 {
    let terms = ranking.query.terms.iter().zip(&ranking.best.met);
    let unmet = terms.filter(|(term, met)| !term.is_name && **met == 0.0);
    unmet.count() as f32 / 4.0
}

/// The share of the ranker's belief (the softmax of the scores) that the best
/// sentence's document has: where many documents look alike, none answers surely.
fn document_share(ranking: &Ranking<'_>) -> f32 {
    let belief = |ranked: &Ranked| ranked.odds(ranking.best);
    let own = |ranked: &&Ranked| ranked.document == ranking.best.document;
    let all: f32 = ranking.all.iter().map(belief).sum();
    let document: f32 = ranking.all.iter().filter(own).map(belief).sum();
    document / all
}

/// How much the reader believes in any sentence against none: the log of the sum of the odds.
fn reader_sum(ranking: &Ranking<'_>) -> f32 {
    let sum: f32 = ranking.readings().map(f32::exp).sum();
    sum.ln_1p() / reading::SCALE
}

/// How far the reader puts the best sentence above the next that it likes.
fn reader_margin(ranking: &Ranking<'_>) -> f32 {
    let best = ranking.best.values[features::READER];
    let others = ranking.all.iter().skip(1).filter(|other| other.is_read);
    let next = others.map(|other| other.values[features::READER]);
    next.reduce(f32::max).map_or(0.0, |next| best - next)
}
