//! What the index asks, answered by the cluster.
//!
//! A view is for one question: what it has been told stays, so that nothing is
//! asked twice, and counts do not change under a question.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reqwest::Method;
use serde_json::{Value, json};

use super::Settings;
use super::candidates::Search;
use super::client::{Body, Client, kind_of_failure};
use super::generations::Generations;
use super::lookups::{Lookups, Overview, Part, list};
use super::nearest::Nearest;
use super::schema::{self, DOCUMENT, UNFIT};
use crate::index::engine::{Counted, Engine, Retrieved, SEARCHED_BY_MEANING, Totals, blended};
use crate::index::kept::{KeptDocument, KeptPassage};
use crate::index::weighing::Weighed;
use crate::index::{Alternatives, IndexError, facts};
use crate::language::vectors::Direction;

/// Files that are listed at once.
pub(super) const PAGE: usize = 1000;
/// Passages of a document that are fetched at once.
const PASSAGES: usize = 2000;
/// A document that is replaced while it is read is read again so often.
const READINGS: usize = 5;

/// What a process knows of the index in a cluster.
pub(super) struct Shared {
    client: Arc<Client>,
    /// What it is asked under.
    name: String,
    /// What was told last, by whichever question.
    overview: Mutex<Option<Overview>>,
}

/// The index in a cluster, as one question sees it.
pub(super) struct View {
    shared: Arc<Shared>,
    lookups: Mutex<Lookups>,
}

/// Opens the index of this format to be asked.
pub(in crate::index) fn open(
    settings: &Settings,
    format: &str,
) -> Result<Arc<dyn Engine>, IndexError> {
    let client = Arc::new(Client::new(settings)?);
    let name = Generations::new(Arc::clone(&client), &settings.index, format).asked()?;
    Ok(Arc::new(View::new(client, name)))
}

impl View {
    /// What is asked under `name`.
    pub(super) fn new(client: Arc<Client>, name: String) -> Self {
        let shared = Arc::new(Shared {
            client,
            name,
            overview: Mutex::default(),
        });
        let lookups = Mutex::default();
        Self { shared, lookups }
    }

    fn lookups(&self) -> MutexGuard<'_, Lookups> {
        self.lookups.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks all searches in one request.
    fn search_all(&self, searches: &[Value]) -> Result<Vec<Value>, IndexError> {
        let mut lines = Vec::new();
        for search in searches {
            // Frequencies are those of all shards together.
            let header = json!({"search_type": "dfs_query_then_fetch", "allow_partial_search_results": false});
            lines.extend(format!("{header}\n{search}\n").bytes());
        }
        let path = format!("/{}/_msearch", self.shared.name);
        let client = &self.shared.client;
        let reply = client.send(&Method::POST, &path, Body::Lines(&lines))?;
        let mut body = reply.ok()?;
        let Value::Array(responses) = body["responses"].take() else {
            return Err(schema::unreadable());
        };
        if let Some(failed) = responses.iter().find(|it| !it["error"].is_null()) {
            let gone = failed["error"]["type"] == "index_not_found_exception";
            return Err(if gone {
                IndexError::absent(&self.shared.name)
            } else {
                let kind = kind_of_failure(failed).unwrap_or("no reason");
                IndexError::new(&format!("a search failed: {kind}"))
            });
        }
        Ok(responses)
    }

    fn ask(&self, search: &Value) -> Result<Value, IndexError> {
        let mut answers = self.search_all(std::slice::from_ref(search))?;
        answers.pop().ok_or_else(schema::unreadable)
    }

    /// Fetches what is wanted, in one request.
    fn fetch(&self, parts: Vec<Part>) -> Result<(), IndexError> {
        let searches: Vec<Value> = parts.iter().map(Part::search).collect();
        let answers = self.search_all(&searches)?;
        let mut lookups = self.lookups();
        for (part, answer) in parts.into_iter().zip(&answers) {
            lookups.take(part, answer)?;
        }
        self.told().clone_from(&lookups.overview);
        Ok(())
    }

    fn told(&self) -> MutexGuard<'_, Option<Overview>> {
        let told = self.shared.overview.lock();
        told.unwrap_or_else(PoisonError::into_inner)
    }

    /// What there is as a whole, as this question sees it.
    fn overview(&self) -> Result<Overview, IndexError> {
        if self.lookups().overview.is_none() {
            self.fetch(vec![Part::Overview])?;
        }
        let known = self.lookups().overview.clone();
        known.ok_or_else(schema::unreadable)
    }

    /// Gives the files of a kind, in the order of their keys.
    pub(super) fn every(
        &self,
        kind: &[&str],
        fields: &Value,
        take: &mut dyn FnMut(&Value) -> Result<(), IndexError>,
    ) -> Result<(), IndexError> {
        let mut after = Value::Null;
        loop {
            let mut search = json!({
                "size": PAGE, "track_total_hits": false, "sort": ["key"],
                "query": {"terms": {"kind": kind}},
                "stored_fields": ["record"], "docvalue_fields": fields,
            });
            if !after.is_null() {
                search["search_after"] = after;
            }
            let answer = self.ask(&search)?;
            let hits = list(&answer["hits"]["hits"])?;
            for hit in hits {
                take(hit)?;
            }
            match hits.last() {
                Some(last) if hits.len() == PAGE => after = last["sort"].clone(),
                _ => return Ok(()),
            }
        }
    }

    /// The document under a key, and its next passages from one on, as the cluster gives it.
    fn hit(&self, key: u64, passages_from: Option<usize>) -> Result<Option<Value>, IndexError> {
        let filter = [
            json!({"ids": {"values": [schema::hex(key)]}}),
            json!({"term": {"kind": DOCUMENT}}),
        ];
        let passages = |from: usize| {
            json!({"nested": {
                "path": "passages", "query": {"match_all": {}},
                "inner_hits": {
                    "from": from, "size": PASSAGES, "sort": ["_doc"],
                    "stored_fields": ["passages.record"],
                },
            }})
        };
        let should: Vec<Value> = passages_from.into_iter().map(passages).collect();
        let mut answer = self.ask(&json!({
            "size": 1, "stored_fields": ["record"], "docvalue_fields": ["content"],
            "query": {"bool": {"filter": filter, "should": should}},
        }))?;
        // To index a list that is empty would be a panic, as this changes it.
        Ok(answer.pointer_mut("/hits/hits/0").map(Value::take))
    }

    /// All passages of a document; `None` where it was replaced meanwhile.
    fn passages(&self, key: u64, first: Value) -> Result<Option<Vec<KeptPassage>>, IndexError> {
        let content = schema::field(&first, "content")?.to_owned();
        let (mut passages, mut hit) = (Vec::new(), first);
        loop {
            let inner = &hit["inner_hits"]["passages"]["hits"]["hits"];
            let inner = inner.as_array().map_or(&[][..], Vec::as_slice);
            for passage in inner {
                passages.push(schema::record(passage, "passages.record")?);
            }
            if inner.len() < PASSAGES {
                return Ok(Some(passages));
            }
            match self.hit(key, Some(passages.len()))? {
                Some(next) if schema::field(&next, "content")? == content => hit = next,
                _ => return Ok(None),
            }
        }
    }
}

impl Engine for View {
    fn renewed(&self) -> Option<Arc<dyn Engine>> {
        let (shared, lookups) = (Arc::clone(&self.shared), Mutex::default());
        Some(Arc::new(Self { shared, lookups }))
    }

    fn is_settled(&self) -> Result<bool, IndexError> {
        let wanted = self.lookups().wanted();
        let is_settled = wanted.is_empty();
        if !is_settled {
            self.fetch(wanted)?;
        }
        Ok(is_settled)
    }

    fn state(&self) -> Result<u64, IndexError> {
        let Totals {
            documents,
            passages,
            sentences,
            tokens,
            stems,
        } = self.totals()?;
        let state = [documents, passages, sentences, tokens, stems].map(u64::to_le_bytes);
        Ok(xxhash_rust::xxh3::xxh3_64(state.as_flattened()))
    }

    fn totals(&self) -> Result<Totals, IndexError> {
        Ok(self.overview()?.totals)
    }

    /// Those that were told last: a language that is new is known one question later.
    fn languages(&self) -> Result<Vec<String>, IndexError> {
        let told = self.told().clone();
        Ok(match told {
            Some(told) => told.languages,
            None => self.overview()?.languages,
        })
    }

    fn with(&self, counted: Counted, word: &str) -> Result<u64, IndexError> {
        Ok(self.lookups().count(counted, word))
    }

    fn facts(&self, beginning: &str) -> Result<Vec<String>, IndexError> {
        let known = self.lookups().family(&facts::family(beginning));
        Ok(facts::after(beginning, &known))
    }

    fn like(&self, word: &str, slips: usize) -> Result<Vec<String>, IndexError> {
        let mut lookups = self.lookups();
        let mut like = lookups.like(word, slips);
        // The cluster also tells words of what has been replaced.
        like.retain(|other| lookups.count(Counted::Form, other) > 0);
        Ok(like)
    }

    fn search(
        &self,
        words: &[Alternatives<'_>],
        meaning: Option<&Direction>,
        limit: usize,
        within: Option<u64>,
    ) -> Result<Vec<Retrieved>, IndexError> {
        let weighed = loop {
            let weighed = Weighed::of(self, words)?;
            if self.is_settled()? {
                break weighed;
            }
        };
        let totals = self.totals()?;
        let has_words = !weighed.terms.is_empty();
        let search = has_words.then(|| Search::new(&weighed, limit, totals.documents, within));
        let meaning = meaning.filter(|_| totals.passages <= SEARCHED_BY_MEANING);
        let nearest = meaning.map(|meaning| Nearest::new(meaning, limit));
        let searches = search.iter().map(Search::documents);
        let searches = searches.chain(nearest.iter().map(Nearest::documents));
        let searches: Vec<Value> = searches.collect();
        if searches.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.search_all(&searches)?;
        let mut found = found.iter();
        let (mut by_words, mut near) = (Vec::new(), Vec::new());
        // Each answer stands in the place of its search, which may be the only one.
        if let Some(search) = search {
            let found = found.next().ok_or_else(schema::unreadable)?;
            by_words = search.scored(found, &weighed, limit, |further| self.ask(&further))?;
        }
        if let Some(nearest) = nearest {
            let found = found.next().ok_or_else(schema::unreadable)?;
            near = nearest.retrieved(found, &weighed, |further| self.ask(&further))?;
        }
        Ok(blended(by_words, near, limit, Retrieved::place))
    }

    fn document(&self, key: u64) -> Result<Option<KeptDocument>, IndexError> {
        let hit = self.hit(key, None)?;
        hit.map(|hit| schema::kept(&hit)).transpose()
    }

    fn whole(&self, key: u64) -> Result<Option<(KeptDocument, Vec<KeptPassage>)>, IndexError> {
        for _ in 0..READINGS {
            let Some(hit) = self.hit(key, Some(0))? else {
                return Ok(None);
            };
            let document = schema::kept(&hit)?;
            if let Some(passages) = self.passages(key, hit)? {
                return Ok(Some((document, passages)));
            }
        }
        Err(IndexError::new(
            "a document is replaced too often to be read",
        ))
    }

    fn documents(&self, take: &mut dyn FnMut(KeptDocument, u64)) -> Result<(), IndexError> {
        self.every(&[DOCUMENT], &json!(["parts"]), &mut |hit| {
            let parts = hit["fields"]["parts"][0].as_u64();
            take(schema::record(hit, "record")?, parts.unwrap_or_default());
            Ok(())
        })
    }

    fn unfit(&self) -> Result<Vec<(String, String)>, IndexError> {
        let mut unfit = Vec::new();
        self.every(&[UNFIT], &json!([]), &mut |hit| {
            unfit.push(schema::record(hit, "record")?);
            Ok(())
        })?;
        Ok(unfit)
    }

    fn size(&self) -> Result<u64, IndexError> {
        let path = format!("/{}/_stats/store", self.shared.name);
        let reply = self.shared.client.send(&Method::GET, &path, Body::None)?;
        let stats = reply.ok()?;
        let bytes = &stats["_all"]["primaries"]["store"]["size_in_bytes"];
        Ok(bytes.as_u64().unwrap_or_default())
    }
}
