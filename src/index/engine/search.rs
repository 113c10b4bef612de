//! The passages that a query is about, by BM25.
//!
//! tantivy finds the best, passing over what cannot be among them; these are
//! then scored once more, term by term in the order of the query, so that a score
//! does not depend on how the texts are spread over segments.

use tantivy::collector::TopDocs;
use tantivy::postings::Postings as _;
use tantivy::query::{
    Bm25StatisticsProvider, Bm25Weight, BooleanQuery, BoostQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet as _, Term};

use super::Snapshot;
use crate::index::IndexError;
use crate::index::statistics::idf;

/// What one word of a question may be called: (stem, weight), best first; none where the corpus has nothing like it.
pub type Alternatives<'a> = Vec<(&'a str, f32)>;

/// Passages beyond those wanted that are scored: rounding may have put one of them too low.
const MORE: usize = 24;
/// By so much of a score rounding changes it, at most.
const ROUNDING: f32 = 1e-5;
/// Where more passages than this are equally good, it does not matter which are taken.
const MOST_TIED: usize = 4096;

/// A passage that was found.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct Hit {
    pub(in crate::index) address: DocAddress,
    /// The document that it is of, and its number in that.
    pub(in crate::index) key: u64,
    pub(in crate::index) part: u64,
    /// Its BM25 as a share of what the words of the query weigh together, so
    /// that scores of different queries and corpora can be compared.
    pub(in crate::index) score: f32,
}

/// The terms of a query in a field, with what each weighs.
struct Weighed {
    /// (term, its weight, texts that hold it), each term once.
    terms: Vec<(Term, f32, u64)>,
    /// What the words of the query weigh together.
    all: f32,
    /// How many texts there are, and how many words they have.
    texts: u64,
    words: u64,
}

impl Snapshot {
    /// The best `limit` passages for the words of a query, best first.
    pub(in crate::index) fn search(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let weighed = self.weigh(words)?;
        if weighed.terms.is_empty() {
            return Ok(Vec::new());
        }
        let addresses = self.best(&weighed, limit)?;
        let scores = self.scores(&weighed, &addresses)?;
        let mut hits = Vec::with_capacity(addresses.len());
        for (address, score) in addresses.into_iter().zip(scores) {
            let (key, part) = self.place(address);
            hits.push(Hit {
                address,
                key,
                part,
                score,
            });
        }
        hits.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then((a.key, a.part).cmp(&(b.key, b.part)))
        });
        hits.truncate(limit);
        Ok(hits)
    }

    /// The best passages, `limit` of them and all that may be as good as the last.
    fn best(&self, weighed: &Weighed, limit: usize) -> Result<Vec<DocAddress>, IndexError> {
        let (query, mut most) = (weighed.query(), limit + MORE);
        loop {
            let best = TopDocs::with_limit(most).order_by_score();
            let found = self
                .searcher
                .search_with_statistics_provider(&query, &best, weighed)?;
            let ends = found.get(limit.saturating_sub(1)).zip(found.last());
            let is_tied = ends.is_some_and(|((cut, _), (last, _))| *last >= cut * (1.0 - ROUNDING));
            if found.len() < most || !is_tied || most >= MOST_TIED {
                return Ok(found.into_iter().map(|(_, address)| address).collect());
            }
            most *= 4;
        }
    }

    /// At most `most` passages that have a run of capitalised words with such
    /// initials: always the same, however the texts are spread.
    pub(in crate::index) fn with_initials(
        &self,
        initials: &str,
        most: usize,
    ) -> Result<Vec<DocAddress>, IndexError> {
        let term = Term::from_field_text(self.fields.initials, initials);
        let texts = self.texts_with(&term)?.into_iter();
        let mut places: Vec<_> = texts.map(|text| (self.place(text), text)).collect();
        places.sort_unstable();
        places.truncate(most);
        Ok(places.into_iter().map(|(_, address)| address).collect())
    }

    fn weigh(&self, words: &[Alternatives<'_>]) -> Result<Weighed, IndexError> {
        let (field, texts) = (self.fields.passage, self.totals.passages);
        let (mut terms, mut all): (Vec<(Term, f32, u64)>, f32) = (Vec::new(), f32::MIN_POSITIVE);
        for alternatives in words {
            let mut heaviest = if alternatives.is_empty() {
                idf(0, texts)
            } else {
                0.0
            };
            for &(stem, weight) in alternatives {
                let term = Term::from_field_text(field, stem);
                let known = terms.iter().find(|(known, ..)| *known == term);
                let with = match known {
                    Some((.., with)) => *with,
                    None => self.with(field, stem)?,
                };
                heaviest = f32::max(heaviest, weight * idf(with, texts));
                if known.is_none() && with > 0 {
                    terms.push((term, weight, with));
                }
            }
            all += heaviest;
        }
        Ok(Weighed {
            terms,
            all,
            texts,
            words: self.totals.stems,
        })
    }

    /// The scores of some texts.
    fn scores(&self, weighed: &Weighed, texts: &[DocAddress]) -> Result<Vec<f32>, IndexError> {
        let mut scores: Vec<f32> = vec![0.0; texts.len()];
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|&place| texts[place]);
        let average = weighed.words as f32 / weighed.texts.max(1) as f32;
        for own in order.chunk_by(|&a, &b| texts[a].segment_ord == texts[b].segment_ord) {
            let segment = self.searcher.segment_reader(texts[own[0]].segment_ord);
            for (term, weight, with) in &weighed.terms {
                let norms = segment.get_fieldnorms_reader(term.field())?;
                let inverted = segment.inverted_index(term.field())?;
                let postings = inverted.read_postings(term, IndexRecordOption::WithFreqs)?;
                let Some(mut postings) = postings else {
                    continue;
                };
                let bm25 = Bm25Weight::for_one_term_without_explain(*with, weighed.texts, average)
                    .boost_by(*weight);
                for &place in own {
                    let text = texts[place].doc_id;
                    if postings.doc() < text {
                        postings.seek(text);
                    }
                    if postings.doc() == text {
                        scores[place] += bm25.score(norms.fieldnorm_id(text), postings.term_freq());
                    }
                }
            }
        }
        Ok(scores
            .into_iter()
            .map(|score| score / weighed.all)
            .collect())
    }
}

impl Weighed {
    fn query(&self) -> BooleanQuery {
        let clause = |(term, weight, _): &(Term, f32, u64)| -> (Occur, Box<dyn Query>) {
            let query = TermQuery::new(term.clone(), IndexRecordOption::WithFreqs);
            (
                Occur::Should,
                Box::new(BoostQuery::new(Box::new(query), *weight)),
            )
        };
        BooleanQuery::new(self.terms.iter().map(clause).collect())
    }
}

/// What stands, in place of what tantivy counts, which is also what is struck out.
impl Bm25StatisticsProvider for Weighed {
    fn total_num_tokens(&self, _field: Field) -> tantivy::Result<u64> {
        Ok(self.words)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.texts)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let known = self.terms.iter().find(|(known, ..)| known == term);
        Ok(known.map_or(0, |(.., with)| *with))
    }
}
