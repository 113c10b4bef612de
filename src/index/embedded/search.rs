//! The passages that a query is about, by BM25 and by what it means.
//!
//! tantivy finds the best, passing over what cannot be among them; these are
//! then scored once more, term by term in the order of the query, so that a score
//! does not depend on how the texts are spread over segments. For the nearest in meaning all are
//! gone through: what one means takes 64 bytes, so that this takes some milliseconds at most.

use std::cmp::Reverse;

use tantivy::collector::TopDocs;
use tantivy::postings::Postings as _;
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet as _, Term};

use super::Snapshot;
use crate::index::IndexError;
use crate::index::engine::{SEARCHED_BY_MEANING, blended};
use crate::index::weighing::{Weighed, WeighedTerm};
use crate::language::vectors::{Direction, Packed};

/// Passages beyond those wanted that are scored: rounding may have put one of them too low.
const MORE: usize = 24;
/// By so much of a score rounding changes it, at most.
const ROUNDING: f32 = 1e-5;
/// Where more passages than this are equally good, it does not matter which are taken.
const MOST_TIED: usize = 4096;

/// A passage that was found.
pub(super) struct Hit {
    pub(super) address: DocAddress,
    /// The document that it is of, and its number in that.
    pub(super) place: (u64, u64),
    /// As [`Retrieved::score`](crate::index::engine::Retrieved::score).
    pub(super) score: f32,
}

/// How near a passage is, the nearest first, and where it is.
type Near = (Reverse<i32>, DocAddress);

/// A query as tantivy has it.
struct Weighing<'a> {
    weighed: &'a Weighed,
    /// The terms of the query.
    terms: Vec<Term>,
    /// The document that the passages are to be of, where it is but one.
    within: Option<Term>,
}

impl Snapshot {
    /// The best `limit` passages, as [`Engine::search`](crate::index::engine::Engine::search) has it.
    pub(super) fn best(
        &self,
        weighed: &Weighed,
        meaning: Option<&Direction>,
        limit: usize,
        within: Option<u64>,
    ) -> Result<Vec<Hit>, IndexError> {
        let term = |term: &WeighedTerm| Term::from_field_text(self.fields.passage, &term.stem);
        let weighing = Weighing {
            weighed,
            terms: weighed.terms.iter().map(term).collect(),
            within: within.map(|key| Term::from_field_u64(self.fields.key, key)),
        };
        let mut found = self.candidates(&weighing, limit)?;
        let with_words = found.len();
        found.extend(meaning.map_or(Vec::new(), |meaning| self.nearest(meaning, limit)));
        let mut by_words = self.hits(&weighing, &found)?;
        let near = by_words.split_off(with_words);
        by_words.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
        by_words.truncate(limit);
        Ok(blended(by_words, near, limit, |hit| hit.place))
    }

    /// The best passages, `limit` of them and all that may be as good as the last.
    fn candidates(
        &self,
        weighing: &Weighing<'_>,
        limit: usize,
    ) -> Result<Vec<DocAddress>, IndexError> {
        if weighing.terms.is_empty() {
            return Ok(Vec::new());
        }
        let (query, mut most) = (weighing.query(), limit + MORE);
        loop {
            let best = TopDocs::with_limit(most).order_by_score();
            let found = self
                .searcher
                .search_with_statistics_provider(&query, &best, weighing)?;
            let ends = found.get(limit.saturating_sub(1)).zip(found.last());
            let is_tied = ends.is_some_and(|((cut, _), (last, _))| *last >= cut * (1.0 - ROUNDING));
            if found.len() < most || !is_tied || most >= MOST_TIED {
                return Ok(found.into_iter().map(|(_, address)| address).collect());
            }
            most *= 4;
        }
    }

    /// Passages with their scores.
    fn hits(&self, weighing: &Weighing<'_>, texts: &[DocAddress]) -> Result<Vec<Hit>, IndexError> {
        let mut scores: Vec<f32> = vec![0.0; texts.len()];
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|&place| texts[place]);
        let bm25 = weighing.weighed.scorers();
        for own in order.chunk_by(|&a, &b| texts[a].segment_ord == texts[b].segment_ord) {
            let segment = self.searcher.segment_reader(texts[own[0]].segment_ord);
            for (term, scorer) in weighing.terms.iter().zip(&bm25) {
                let norms = segment.get_fieldnorms_reader(term.field())?;
                let inverted = segment.inverted_index(term.field())?;
                let postings = inverted.read_postings(term, IndexRecordOption::WithFreqs)?;
                let Some(mut postings) = postings else {
                    continue;
                };
                for &place in own {
                    let text = texts[place].doc_id;
                    if postings.doc() < text {
                        postings.seek(text);
                    }
                    if postings.doc() == text {
                        let length = norms.fieldnorm_id(text);
                        scores[place] += scorer.score(length, postings.term_freq());
                    }
                }
            }
        }
        let hit = |(&address, score): (&DocAddress, f32)| Hit {
            address,
            place: self.place(address),
            score: score / weighing.weighed.all,
        };
        Ok(texts.iter().zip(scores).map(hit).collect())
    }

    /// The `limit` passages nearest to a direction, the nearest first.
    fn nearest(&self, meaning: &Direction, limit: usize) -> Vec<DocAddress> {
        if self.totals.passages > SEARCHED_BY_MEANING {
            return Vec::new();
        }
        let mut near: Vec<Near> = Vec::new();
        let segments = self.searcher.segment_readers().iter().zip(&self.places);
        for (number, (segment, [_, _, meanings])) in (0..).zip(segments) {
            let mut packed = Packed::default();
            for text in segment.doc_ids_alive() {
                let numbers = meanings.index.value_row_ids(text);
                if numbers.len() == packed.len() {
                    meanings.values.get_range(numbers.start.into(), &mut packed);
                    let address = DocAddress::new(number, text);
                    near.push((Reverse(meaning.nearness(&packed)), address));
                }
            }
        }
        // Of equals, the first by document and number: which segment they are in must not show.
        let by_place = |a: &Near, b: &Near| {
            let places = || self.place(a.1).cmp(&self.place(b.1));
            a.0.cmp(&b.0).then_with(places)
        };
        if near.len() > limit {
            near.select_nth_unstable_by(limit, by_place);
            near.truncate(limit);
        }
        near.sort_unstable_by(by_place);
        near.into_iter().map(|(_, address)| address).collect()
    }
}

impl Weighing<'_> {
    fn query(&self) -> BooleanQuery {
        let clause = |(term, weighed): (&Term, &WeighedTerm)| -> (Occur, Box<dyn Query>) {
            let query = TermQuery::new(term.clone(), IndexRecordOption::WithFreqs);
            let query = BoostQuery::new(Box::new(query), weighed.weight);
            (Occur::Should, Box::new(query))
        };
        let clauses = self.terms.iter().zip(&self.weighed.terms);
        let words = BooleanQuery::new(clauses.map(clause).collect());
        let Some(document) = &self.within else {
            return words;
        };
        let of_document = TermQuery::new(document.clone(), IndexRecordOption::Basic);
        let of_document = ConstScoreQuery::new(Box::new(of_document), 0.0);
        BooleanQuery::intersection(vec![Box::new(of_document), Box::new(words)])
    }
}

/// What stands, in place of what tantivy counts, which is also what is struck out.
impl Bm25StatisticsProvider for Weighing<'_> {
    fn total_num_tokens(&self, _field: Field) -> tantivy::Result<u64> {
        Ok(self.weighed.words)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.weighed.passages)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let place = self.terms.iter().position(|known| known == term);
        Ok(place.map_or(0, |place| self.weighed.terms[place].with))
    }
}
