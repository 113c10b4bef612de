//! What the words of a query weigh, by BM25 with the counts of what stands.

use tantivy::query::Bm25Weight;

use super::defining;
use super::engine::{Counted, Engine};
use super::statistics::idf;
use super::{Alternatives, IndexError};

/// What a passage gains that tells the meaning of what is asked: as much as if it had all the words
/// of the question once more, so that it is found where all others have little but these.
const DEFINED: f32 = 1.0;

/// The terms of a query, with what each weighs.
pub(super) struct Weighed {
    /// Each term once, if any passage holds it.
    pub(super) terms: Vec<WeighedTerm>,
    /// What the words of the query weigh together, but for those that stand for a subject; above 0.
    pub(super) all: f32,
    /// How many passages there are, and how many words they have.
    pub(super) passages: u64,
    pub(super) words: u64,
}

/// A term of a query.
pub(super) struct WeighedTerm {
    pub(super) stem: String,
    pub(super) weight: f32,
    /// How many passages hold it.
    pub(super) with: u64,
}

impl Weighed {
    pub(super) fn of(engine: &dyn Engine, words: &[Alternatives<'_>]) -> Result<Self, IndexError> {
        let totals = engine.totals()?;
        let passages = totals.passages;
        let (mut terms, mut all): (Vec<WeighedTerm>, f32) = (Vec::new(), f32::MIN_POSITIVE);
        let mut subjects = Vec::new();
        for alternatives in words {
            if let [(word, _)] = alternatives[..]
                && defining::is_subject(word)
            {
                subjects.push(word);
                continue;
            }
            let mut heaviest = if alternatives.is_empty() {
                idf(0, passages)
            } else {
                0.0
            };
            for &(stem, weight) in alternatives {
                let known = terms.iter().find(|known| known.stem == stem);
                let with = match known {
                    Some(known) => known.with,
                    None => engine.with(Counted::Stem, stem)?,
                };
                heaviest = f32::max(heaviest, weight * idf(with, passages));
                if known.is_none() && with > 0 {
                    let stem = stem.to_owned();
                    terms.push(WeighedTerm { stem, weight, with });
                }
            }
            all += heaviest;
        }
        for subject in subjects {
            let with = engine.with(Counted::Stem, subject)?;
            if with > 0 {
                let weight = DEFINED * all / idf(with, passages);
                let stem = subject.to_owned();
                terms.push(WeighedTerm { stem, weight, with });
            }
        }
        Ok(Self {
            terms,
            all,
            passages,
            words: totals.stems,
        })
    }

    /// What each term adds to a passage's score, in their order.
    pub(super) fn scorers(&self) -> Vec<Bm25Weight> {
        let average = self.words as f32 / self.passages.max(1) as f32;
        let scorer = |term: &WeighedTerm| {
            Bm25Weight::for_one_term_without_explain(term.with, self.passages, average)
                .boost_by(term.weight)
        };
        self.terms.iter().map(scorer).collect()
    }
}
