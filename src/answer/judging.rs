//! Where all that speaks for a sentence meets: what its words show, what the
//! reader says, and what a careful reader objects to. The order of the sentences
//! comes of it, and how sure Quoth is of the first.

use super::model::Model;
use super::query::Query;
use super::ranking::{self, Ranked};
use super::{reading, signals};
use crate::index::{Candidate, Index};

/// The sentences found for a question, in order, and how sure Quoth is of the first.
pub(super) struct Judged {
    /// Every sentence of the candidates, the best first.
    pub(super) ranked: Vec<Ranked>,
    /// The probability that the first answers the question, 0 to 1.
    pub(super) confidence: f32,
    /// What order and confidence were weighed by.
    pub(super) model: &'static Model,
}

/// Judges every sentence of `candidates`; with the reader only if `uses_reader`.
pub(super) fn judge(
    index: &Index,
    query: &Query,
    question: &str,
    candidates: &[Candidate],
    uses_reader: bool,
) -> Judged {
    let alone = Model::alone();
    let mut ranked = ranking::rank(index, query, candidates, &alone.ranking);
    let is_read = uses_reader && reading::read(index, query, question, &mut ranked);
    let model = if is_read { Model::with_reader() } else { alone };
    if is_read {
        ranking::order(&mut ranked, &model.ranking);
    }
    let signals = signals::of(query, &ranked);
    Judged {
        confidence: signals.map_or(0.0, |values| model.probability(&values)),
        ranked,
        model,
    }
}
