//! What a question needs to know of its words, asked of the cluster all at once.
//!
//! Whoever asks for one thing after the other gets what is at hand, or a
//! nothing for what is not; that is then fetched in one request, and all is asked
//! again. As what is asked next may depend on what was told, this takes two
//! rounds, seldom three.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value, json};

use super::schema::{self, DOCUMENT};
use crate::index::analysis::capitalised;
use crate::index::engine::{Counted, Totals};
use crate::index::{IndexError, facts};

/// Facts that come back at once, at most.
const MOST_FACTS: usize = 10_000;
/// Words that a word may be a slip of: so many are looked at.
const MOST_LIKE: usize = 100;

/// What is known so far.
#[derive(Debug, Default)]
pub(super) struct Lookups {
    wanted: Wanted,
    counts: HashMap<(Counted, String), u64>,
    families: HashMap<String, BTreeMap<String, u64>>,
    like: HashMap<(String, usize), Vec<String>>,
    pub(super) overview: Option<Overview>,
}

/// What was asked for and is not known.
#[derive(Debug, Default)]
struct Wanted {
    counts: BTreeMap<Counted, BTreeSet<String>>,
    families: BTreeSet<String>,
    like: BTreeSet<(String, usize)>,
}

/// What the cluster holds as a whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Overview {
    pub(super) totals: Totals,
    /// The languages of passages, the commonest first.
    pub(super) languages: Vec<String>,
}

impl Lookups {
    /// How many passages or documents have a word.
    pub(super) fn count(&mut self, counted: Counted, word: &str) -> u64 {
        if counted == Counted::Fact {
            if let Some(family) = self.families.get(&facts::family(word)) {
                return family.get(word).copied().unwrap_or_default();
            }
            // Where a word stands in capitals, its counts are wanted next.
            if let Some(word) = word.strip_prefix(facts::IN_CAPITALS) {
                self.count(Counted::Stem, word);
                self.count(Counted::Form, word);
                self.count(Counted::Form, &capitalised(word));
            }
        }
        let key = (counted, word.to_owned());
        if let Some(known) = self.counts.get(&key) {
            return *known;
        }
        let (counted, word) = key;
        self.wanted.counts.entry(counted).or_default().insert(word);
        0
    }

    /// The facts of a family, each with how many documents know it.
    pub(super) fn family(&mut self, family: &str) -> BTreeMap<String, u64> {
        if let Some(known) = self.families.get(family) {
            return known.clone();
        }
        self.wanted.families.insert(family.to_owned());
        BTreeMap::new()
    }

    /// Words that are so many slips away from one.
    pub(super) fn like(&mut self, word: &str, slips: usize) -> Vec<String> {
        let key = (word.to_owned(), slips);
        if let Some(known) = self.like.get(&key) {
            return known.clone();
        }
        self.wanted.like.insert(key);
        Vec::new()
    }

    /// What was asked for since the last time, and is not known.
    pub(super) fn wanted(&mut self) -> Vec<Part> {
        let wanted = std::mem::take(&mut self.wanted);
        let counts = wanted.counts.into_iter();
        let counts = counts.map(|(counted, words)| Part::Counts(counted, words));
        let mut parts: Vec<Part> = counts.collect();
        if !wanted.families.is_empty() {
            parts.push(Part::Families(wanted.families));
        }
        if !wanted.like.is_empty() {
            parts.push(Part::Like(wanted.like));
        }
        if !parts.is_empty() && self.overview.is_none() {
            parts.push(Part::Overview);
        }
        parts
    }

    /// Takes in what a part of a request came to.
    pub(super) fn take(&mut self, part: Part, answer: &Value) -> Result<(), IndexError> {
        let aggregations = &answer["aggregations"];
        match part {
            Part::Overview => self.overview = Some(overview(aggregations)?),
            Part::Counts(counted, words) => {
                let each = match counted {
                    Counted::Stem => &aggregations["all"]["each"],
                    Counted::Form | Counted::Fact => &aggregations["each"],
                };
                for (word, bucket) in words.into_iter().zip(list(&each["buckets"])?) {
                    let count = bucket["doc_count"].as_u64().unwrap_or_default();
                    self.counts.insert((counted, word), count);
                }
            }
            Part::Families(families) => {
                for family in families {
                    self.families.insert(family, BTreeMap::new());
                }
                for bucket in list(&aggregations["facts"]["buckets"])? {
                    let key = bucket["key"].as_str().and_then(schema::fact);
                    let (family, fact) = key.ok_or_else(schema::unreadable)?;
                    let count = bucket["doc_count"].as_u64().unwrap_or_default();
                    if let Some(known) = self.families.get_mut(family) {
                        known.insert(fact.to_owned(), count);
                    }
                }
            }
            Part::Like(words) => {
                for (number, word) in words.into_iter().enumerate() {
                    let options = &answer["suggest"][number.to_string()][0]["options"];
                    let options = options.as_array().into_iter().flatten();
                    let own = options.filter_map(|option| option["text"].as_str());
                    self.like.insert(word, own.map(str::to_owned).collect());
                }
            }
        }
        Ok(())
    }
}

/// What one search of a request is for.
pub(super) enum Part {
    /// What there is in all.
    Overview,
    Counts(Counted, BTreeSet<String>),
    Families(BTreeSet<String>),
    Like(BTreeSet<(String, usize)>),
}

impl Part {
    pub(super) fn search(&self) -> Value {
        match self {
            Self::Overview => {
                let sum = |field: &str| json!({"sum": {"field": field}});
                json!({"size": 0, "track_total_hits": false, "aggs": {
                    "kinds": {"terms": {"field": "kind"}},
                    "languages": {"terms": {"field": "languages", "size": 200}},
                    "parts": sum("parts"), "sentences": sum("sentences"),
                    "tokens": sum("tokens"), "stems": sum("stems"),
                }})
            }
            Self::Counts(counted, words) => {
                let mut words: Vec<String> = words.iter().cloned().collect();
                let field = match counted {
                    Counted::Stem => "passages.terms",
                    Counted::Form => "forms",
                    Counted::Fact => {
                        words = words.iter().map(|fact| schema::with_family(fact)).collect();
                        "facts"
                    }
                };
                let filter = |word: &String| json!({"term": {field: word}});
                let filters: Vec<Value> = words.iter().map(filter).collect();
                let mut each = json!({"each": {"filters": {"filters": filters}}});
                let mut query = json!({"terms": {field: words}});
                if *counted == Counted::Stem {
                    each = json!({"all": {"nested": {"path": "passages"}, "aggs": each}});
                    query = json!({"nested": {"path": "passages", "query": query}});
                }
                json!({"size": 0, "track_total_hits": false, "query": query, "aggs": each})
            }
            Self::Families(families) => json!({
                "size": 0, "track_total_hits": false,
                "query": {"terms": {"families": families}},
                "aggs": {"facts": {"terms": {
                    "field": "facts",
                    "include": schema::of_families(families.iter()),
                    "size": MOST_FACTS,
                }}},
            }),
            Self::Like(words) => {
                let suggest = |(number, (word, slips)): (usize, &(String, usize))| {
                    let term = json!({
                        "field": "forms", "analyzer": "words", "suggest_mode": "always",
                        "size": MOST_LIKE, "shard_size": MOST_LIKE, "max_edits": slips,
                        "prefix_length": 1, "min_word_length": 2, "max_term_freq": 1,
                        "max_inspections": MOST_LIKE,
                    });
                    (number.to_string(), json!({"text": word, "term": term}))
                };
                let all: serde_json::Map<_, _> = words.iter().enumerate().map(suggest).collect();
                json!({"size": 0, "track_total_hits": false, "query": {"match_none": {}}, "suggest": all})
            }
        }
    }
}

fn overview(aggregations: &Value) -> Result<Overview, IndexError> {
    // Sums are told as fractions; they are whole, and exact below 2^53.
    let sum = |name: &str| aggregations[name]["value"].as_f64().unwrap_or_default() as u64;
    let buckets = |name: &str| list(&aggregations[name]["buckets"]);
    let documents = buckets("kinds")?.iter().find(|it| it["key"] == DOCUMENT);
    let documents = documents.and_then(|it| it["doc_count"].as_u64());
    let languages = buckets("languages")?.iter();
    let languages = languages.filter_map(|it| it["key"].as_str().map(str::to_owned));
    Ok(Overview {
        totals: Totals {
            documents: documents.unwrap_or_default(),
            passages: sum("parts"),
            sentences: sum("sentences"),
            tokens: sum("tokens"),
            stems: sum("stems"),
        },
        languages: languages.collect(),
    })
}

/// The values of a list.
pub(super) fn list(value: &Value) -> Result<&Vec<Value>, IndexError> {
    value.as_array().ok_or_else(schema::unreadable)
}
