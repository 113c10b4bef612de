//! Scores texts term by term.

use std::collections::HashMap;

use tantivy::postings::Postings as _;
use tantivy::query::Bm25Weight;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, Searcher, SegmentReader, TERMINATED, Term};

use super::{Fields, KEY, PART};
use crate::index::IndexError;

/// What one word of a question may be called: (term, weight), best first; none where the corpus has nothing like it.
pub type Alternatives<'a> = Vec<(&'a str, f32)>;

/// The number of a text with its score: its BM25 as a share of what the words
/// of the query weigh together, so that scores of different queries and
/// corpora can be compared.
pub(in crate::index) type Hit = (usize, f32);

/// How many texts of a kind stand in the index, and how many terms they have in all.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::index) struct Lengths {
    pub(in crate::index) texts: u64,
    pub(in crate::index) terms: u64,
}

impl Lengths {
    /// Counts some more texts.
    pub(in crate::index) fn add(&mut self, texts: usize, terms: u64) {
        self.texts += texts as u64;
        self.terms += terms;
    }
}

/// Searches the texts as they stood at one time.
pub(in crate::index) struct Engine {
    searcher: Searcher,
    fields: Fields,
    /// The number of the first passage of each document, and of the document, by its key.
    numbers: HashMap<u64, (usize, usize)>,
    passages: Lengths,
    documents: Lengths,
}

impl Engine {
    pub(super) fn new(
        searcher: Searcher,
        fields: Fields,
        numbers: HashMap<u64, (usize, usize)>,
        [passages, documents]: [Lengths; 2],
    ) -> Self {
        Self {
            searcher,
            fields,
            numbers,
            passages,
            documents,
        }
    }

    /// The best `limit` passages for the words of a query, best first.
    pub(in crate::index) fn passages(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let number = |(first, _): (usize, usize), part: u64| {
            first + usize::try_from(part).unwrap_or_default()
        };
        self.search(self.fields.passage, self.passages, words, limit, number)
    }

    /// The best `limit` documents for the words of a query, best first.
    pub(in crate::index) fn documents(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let number = |(_, document): (usize, usize), _| document;
        self.search(self.fields.document, self.documents, words, limit, number)
    }

    fn search(
        &self,
        field: Field,
        lengths: Lengths,
        words: &[Alternatives<'_>],
        limit: usize,
        number: impl Fn((usize, usize), u64) -> usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let segments = self.searcher.segment_readers();
        let norms = segments
            .iter()
            .map(|segment| segment.get_fieldnorms_reader(field))
            .collect::<tantivy::Result<Vec<_>>>()?;
        let mut scores: Vec<Scores> = segments.iter().map(Scores::new).collect();
        let (mut asked, mut weight_of_all): (Vec<&str>, f32) = (Vec::new(), f32::MIN_POSITIVE);
        for alternatives in words {
            let mut heaviest = if alternatives.is_empty() {
                idf(0, lengths.texts)
            } else {
                0.0
            };
            for &(text, weight) in alternatives {
                let term = Term::from_field_text(field, text);
                let postings = segments
                    .iter()
                    .map(|segment| postings(segment, &term))
                    .collect::<Result<Vec<_>, _>>()?;
                let texts = postings.iter().map(Vec::len).sum::<usize>() as u64;
                heaviest = f32::max(heaviest, weight * idf(texts, lengths.texts));
                if texts == 0 || asked.contains(&text) {
                    continue;
                }
                asked.push(text);
                let average = lengths.terms as f32 / lengths.texts as f32;
                let bm25 = Bm25Weight::for_one_term_without_explain(texts, lengths.texts, average)
                    .boost_by(weight);
                for ((norms, postings), scores) in norms.iter().zip(postings).zip(&mut scores) {
                    for (text, times) in postings {
                        scores.add(text, bm25.score(norms.fieldnorm_id(text), times));
                    }
                }
            }
            weight_of_all += heaviest;
        }
        let mut hits = Vec::new();
        for (segment, scores) in segments.iter().zip(scores) {
            let (keys, parts) = (
                segment.fast_fields().u64(KEY)?,
                segment.fast_fields().u64(PART)?,
            );
            for (text, score) in scores.all() {
                let found = keys.first(text).zip(parts.first(text));
                let place = found
                    .and_then(|(key, part)| Some(number(self.numbers.get(&key).copied()?, part)));
                hits.extend(place.map(|number| (number, score / weight_of_all)));
            }
        }
        // Equal scores come in the order of the corpus.
        let order = |a: &Hit, b: &Hit| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        let limit = limit.max(1);
        if hits.len() > limit {
            hits.select_nth_unstable_by(limit, order);
            hits.truncate(limit);
        }
        hits.sort_unstable_by(order);
        Ok(hits)
    }
}

/// The texts of a segment that stand and hold a term, each with how often.
fn postings(segment: &SegmentReader, term: &Term) -> Result<Vec<(u32, u32)>, IndexError> {
    let inverted = segment.inverted_index(term.field())?;
    let Some(mut postings) = inverted
        .read_postings(term, IndexRecordOption::WithFreqs)
        .map_err(tantivy::TantivyError::from)?
    else {
        return Ok(Vec::new());
    };
    let mut found = Vec::with_capacity(postings.size_hint() as usize);
    while postings.doc() != TERMINATED {
        if !segment.is_deleted(postings.doc()) {
            found.push((postings.doc(), postings.term_freq()));
        }
        postings.advance();
    }
    Ok(found)
}

/// The inverse document frequency as tantivy's BM25 has it.
fn idf(with: u64, all: u64) -> f32 {
    let (all, with) = (all as f32, with as f32);
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// The scores of the texts of a segment so far.
struct Scores {
    of: Vec<f32>,
    met: Vec<u32>,
}

impl Scores {
    fn new(segment: &SegmentReader) -> Self {
        Self {
            of: vec![0.0; segment.max_doc() as usize],
            met: Vec::new(),
        }
    }

    fn add(&mut self, text: u32, score: f32) {
        let Some(sum) = self.of.get_mut(text as usize) else {
            return;
        };
        if *sum == 0.0 {
            self.met.push(text);
        }
        *sum += score;
    }

    /// The texts that hold any term; scores are positive.
    fn all(&self) -> impl Iterator<Item = (u32, f32)> {
        self.met.iter().map(|&text| (text, self.of[text as usize]))
    }
}
