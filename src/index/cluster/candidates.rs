//! The passages that a query is about: the cluster finds those that may be best,
//! by weights that it is given, and here they are scored as everywhere.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value, json};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::Bm25Weight;

use super::lookups::list;
use super::schema;
use crate::index::IndexError;
use crate::index::engine::Retrieved;
use crate::index::kept::KeptDocument;
use crate::index::statistics::idf;
use crate::index::weighing::{Weighed, WeighedTerm};

/// Passages beyond those wanted that are scored: by the cluster's mean length of a
/// passage, which also counts what was replaced, one of them may be too low.
const MORE: usize = 24;
/// By such a share a score may be off for the same reason.
const OFF: f64 = 0.02;
/// Of each document so many passages are fetched at first, at least.
const OF_EACH: usize = 6;

/// What is searched for.
pub(super) struct Search {
    query: Value,
    /// How many passages may be the best.
    most: usize,
    /// Of each document so many are fetched.
    of_each: usize,
    /// The document that they are to be of, where it is but one.
    within: Option<String>,
}

/// A passage that may be among the best.
struct Candidate {
    document: usize,
    part: u64,
    /// As the cluster scores it.
    score: f64,
    hit: Value,
}

impl Search {
    /// The best `limit` passages, of all documents, of which there are so many, or of the one
    /// under a key.
    pub(super) fn new(
        weighed: &Weighed,
        limit: usize,
        documents: u64,
        within: Option<u64>,
    ) -> Self {
        let clause = |term: &WeighedTerm| {
            let weight = term.weight * idf(term.with, weighed.passages);
            json!({"term": {"passages.terms": {"value": term.stem, "boost": weight}}})
        };
        let clauses: Vec<Value> = weighed.terms.iter().map(clause).collect();
        let most = limit + MORE;
        let documents = usize::try_from(documents).unwrap_or(usize::MAX).max(1);
        Self {
            query: json!({"bool": {"should": clauses}}),
            most,
            of_each: match within {
                Some(_) => most,
                // Few documents have more of the best each.
                None => (OF_EACH / 2 * most / documents).clamp(OF_EACH, most),
            },
            within: within.map(schema::hex),
        }
    }

    /// The documents that have the best, each with its best passages.
    pub(super) fn documents(&self) -> Value {
        if let Some(key) = &self.within {
            return self.whole(&[key]);
        }
        json!({
            "size": self.most, "track_total_hits": false, "track_scores": true,
            "sort": ["_score", "key"],
            "stored_fields": ["record"], "docvalue_fields": ["key", "content"],
            "query": self.nested(self.of_each),
        })
    }

    /// Some documents again, each with all passages that may be among the best: what
    /// was fetched of them before may be of an older text.
    fn whole(&self, keys: &[&str]) -> Value {
        schema::of_documents(keys, &self.nested(self.most))
    }

    fn nested(&self, size: usize) -> Value {
        schema::best_passages(&self.query, size, &schema::KEPT_OF_PASSAGES)
    }

    /// The passages, scored, and all that may be among the best `limit`. What else
    /// has to be fetched is asked of `ask`.
    pub(super) fn scored(
        &self,
        answer: &Value,
        weighed: &Weighed,
        limit: usize,
        ask: impl FnOnce(Value) -> Result<Value, IndexError>,
    ) -> Result<Vec<Retrieved>, IndexError> {
        let mut hits: Vec<&Value> = list(&answer["hits"]["hits"])?.iter().collect();
        let mut candidates = Vec::new();
        let mut documents = HashMap::new();
        for (number, hit) in hits.iter().enumerate() {
            documents.insert(schema::field(hit, "key")?, number);
            take(hit, number, &mut candidates)?;
        }
        let open = self.open(&candidates, hits.len(), limit);
        let again;
        if !open.is_empty() {
            let keys = open.iter().map(|&it| schema::field(hits[it], "key"));
            let keys = keys.collect::<Result<Vec<_>, _>>()?;
            again = ask(self.whole(&keys))?;
            candidates.retain(|candidate| !open.contains(&candidate.document));
            for hit in list(&again["hits"]["hits"])? {
                if let Some(&number) = documents.get(schema::field(hit, "key")?) {
                    hits[number] = hit;
                    take(hit, number, &mut candidates)?;
                }
            }
        }
        let kept = hits.iter().map(|hit| schema::keyed(hit));
        let kept = kept.collect::<Result<Vec<_>, _>>()?;
        candidates.sort_by(|a, b| {
            let place = |it: &Candidate| (kept[it.document].0, it.part);
            let by_place = place(a).cmp(&place(b));
            b.score.total_cmp(&a.score).then(by_place)
        });
        candidates.truncate(self.most);
        let scorers = weighed.scorers();
        let retrieved = candidates.iter().map(|candidate| {
            let document = &kept[candidate.document];
            retrieved(&candidate.hit, document, weighed, &scorers)
        });
        let mut retrieved = retrieved.collect::<Result<Vec<_>, _>>()?;
        retrieved.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place().cmp(&b.place())));
        retrieved.truncate(limit);
        Ok(retrieved)
    }

    /// The documents of which there may be more passages among the best than were fetched.
    fn open(&self, candidates: &[Candidate], documents: usize, limit: usize) -> Vec<usize> {
        let mut scores: Vec<f64> = candidates.iter().map(|it| it.score).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        let last = scores.get(limit.saturating_sub(1));
        let last = last.map_or(0.0, |last| last * (1.0 - OFF));
        let mut above = vec![0; documents];
        for candidate in candidates {
            above[candidate.document] += usize::from(candidate.score >= last);
        }
        let is_open = |number: &usize| above[*number] == self.of_each;
        (0..documents).filter(is_open).collect()
    }
}

/// The number of a passage that was found, in its document.
fn part(hit: &Value) -> Result<u64, IndexError> {
    let part = hit["_nested"]["offset"].as_u64();
    part.ok_or_else(schema::unreadable)
}

/// How near to what is searched for the cluster has a passage that was found.
pub(super) fn nearness(hit: &Value) -> Result<f64, IndexError> {
    hit["_score"].as_f64().ok_or_else(schema::unreadable)
}

/// Takes the passages of a document that were found.
fn take(hit: &Value, document: usize, into: &mut Vec<Candidate>) -> Result<(), IndexError> {
    for inner in list(&hit["inner_hits"]["passages"]["hits"]["hits"])? {
        into.push(Candidate {
            document,
            part: part(inner)?,
            score: nearness(inner)?,
            hit: inner.clone(),
        });
    }
    Ok(())
}

/// A passage of a document with its key, scored for the words. `scorers` are those of the query's
/// terms.
pub(super) fn retrieved(
    hit: &Value,
    (key, document): &(u64, Arc<KeptDocument>),
    weighed: &Weighed,
    scorers: &[Bm25Weight],
) -> Result<Retrieved, IndexError> {
    Ok(Retrieved {
        key: *key,
        document: Arc::clone(document),
        part: part(hit)?,
        passage: schema::record(hit, "passages.record")?,
        score: score(schema::field(hit, "passages.terms")?, weighed, scorers),
    })
}

/// BM25 of a passage with these words, as a share of what the query weighs.
fn score(words: &str, weighed: &Weighed, scorers: &[Bm25Weight]) -> f32 {
    let words: Vec<&str> = schema::words(words).collect();
    let length = FieldNormReader::fieldnorm_to_id(words.len() as u32);
    let mut score = 0.0;
    for (term, scorer) in weighed.terms.iter().zip(scorers) {
        let times = words.iter().filter(|word| **word == term.stem).count() as u32;
        if times > 0 {
            score += scorer.score(length, times);
        }
    }
    score / weighed.all
}
