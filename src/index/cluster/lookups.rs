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
use crate::index::engine::Totals;
use crate::index::{IndexError, facts};

/// Facts that come back at once, at most.
const MOST_FACTS: usize = 10_000;
/// Words that a word may be a slip of: so many are looked at.
const MOST_LIKE: usize = 100;

/// What can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lookup {
    /// How many passages hold a stem.
    Stem(String),
    /// How many documents hold a form.
    Form(String),
    /// How many documents know a fact.
    Fact(String),
    /// The facts of a family.
    Family(String),
    /// Words that are so many slips away.
    Like(String, usize),
}

/// What is known so far.
#[derive(Debug, Default)]
pub(super) struct Lookups {
    wanted: BTreeSet<Lookup>,
    stems: HashMap<String, u64>,
    forms: HashMap<String, u64>,
    facts: HashMap<String, u64>,
    families: HashMap<String, BTreeMap<String, u64>>,
    like: HashMap<(String, usize), Vec<String>>,
    overview: Option<Overview>,
}

/// What the cluster holds as a whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Overview {
    pub(super) totals: Totals,
    /// The languages of passages, the commonest first.
    pub(super) languages: Vec<String>,
}

impl Lookups {
    pub(super) fn overview(&self) -> Option<&Overview> {
        self.overview.as_ref()
    }

    pub(super) fn stem(&mut self, stem: &str) -> u64 {
        let known = self.stems.get(stem).copied();
        self.known(known, || Lookup::Stem(stem.to_owned()))
    }

    pub(super) fn form(&mut self, form: &str) -> u64 {
        let known = self.forms.get(form).copied();
        self.known(known, || Lookup::Form(form.to_owned()))
    }

    /// How many documents know a fact.
    pub(super) fn fact(&mut self, fact: &str) -> u64 {
        if let Some(family) = self.families.get(&facts::family(fact)) {
            return family.get(fact).copied().unwrap_or_default();
        }
        // Where a word stands in capitals, its counts are wanted next.
        if let Some(word) = fact.strip_prefix(facts::IN_CAPITALS) {
            self.word(word);
        }
        let known = self.facts.get(fact).copied();
        self.known(known, || Lookup::Fact(fact.to_owned()))
    }

    /// The facts of a family, each with how many documents know it.
    pub(super) fn family(&mut self, family: &str) -> BTreeMap<String, u64> {
        let known = self.families.get(family).cloned();
        self.known(known, || Lookup::Family(family.to_owned()))
    }

    /// Asks for what is told of a word.
    fn word(&mut self, word: &str) {
        self.stem(word);
        self.form(word);
        self.form(&capitalised(word));
    }

    pub(super) fn like(&mut self, word: &str, slips: usize) -> Vec<String> {
        let known = self.like.get(&(word.to_owned(), slips)).cloned();
        self.known(known, || Lookup::Like(word.to_owned(), slips))
    }

    fn known<T: Default>(&mut self, known: Option<T>, lookup: impl FnOnce() -> Lookup) -> T {
        known.unwrap_or_else(|| {
            self.wanted.insert(lookup());
            T::default()
        })
    }

    /// What was asked for since the last time, and is not known.
    pub(super) fn wanted(&mut self) -> Batch {
        let mut batch = Batch::of(std::mem::take(&mut self.wanted));
        if !batch.is_empty() && self.overview.is_none() {
            batch.parts.push(Part::Overview);
        }
        batch
    }

    /// Takes in what a batch came to.
    pub(super) fn take(&mut self, batch: Batch, answers: &[Value]) -> Result<(), IndexError> {
        for (part, answer) in batch.parts.into_iter().zip(answers) {
            self.take_part(part, answer)?;
        }
        Ok(())
    }

    fn take_part(&mut self, part: Part, answer: &Value) -> Result<(), IndexError> {
        let aggregations = &answer["aggregations"];
        match part {
            Part::Overview => self.overview = Some(overview(aggregations)?),
            Part::Stems(stems) => {
                self.stems
                    .extend(counts(stems, &aggregations["all"]["each"])?);
            }
            Part::Forms(forms) => self.forms.extend(counts(forms, &aggregations["each"])?),
            Part::Facts(facts) => self.facts.extend(counts(facts, &aggregations["each"])?),
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

/// What is asked for in one request.
pub(super) struct Batch {
    parts: Vec<Part>,
}

/// What one search of it is for.
enum Part {
    Overview,
    Stems(Vec<String>),
    Forms(Vec<String>),
    Facts(Vec<String>),
    Families(Vec<String>),
    Like(Vec<(String, usize)>),
}

impl Batch {
    /// One that asks what there is in all.
    pub(super) fn overview() -> Self {
        Self {
            parts: vec![Part::Overview],
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    fn of(wanted: BTreeSet<Lookup>) -> Self {
        let (mut stems, mut forms, mut facts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut families, mut like, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for lookup in wanted {
            match lookup {
                Lookup::Stem(stem) => stems.push(stem),
                Lookup::Form(form) => forms.push(form),
                Lookup::Fact(fact) => facts.push(fact),
                Lookup::Family(family) => families.push(family),
                Lookup::Like(word, slips) => like.push((word, slips)),
            }
        }
        for (words, part) in [
            (stems, Part::Stems as fn(_) -> _),
            (forms, Part::Forms as fn(_) -> _),
            (facts, Part::Facts as fn(_) -> _),
            (families, Part::Families as fn(_) -> _),
        ] {
            if !words.is_empty() {
                parts.push(part(words));
            }
        }
        if !like.is_empty() {
            parts.push(Part::Like(like));
        }
        Self { parts }
    }

    /// Its searches.
    pub(super) fn searches(&self) -> Vec<Value> {
        self.parts.iter().map(Part::search).collect()
    }
}

impl Part {
    fn search(&self) -> Value {
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
            Self::Stems(stems) => json!({
                "size": 0, "track_total_hits": false,
                "query": {"nested": {"path": "passages", "query": {"terms": {"passages.terms": stems}}}},
                "aggs": {"all": {
                    "nested": {"path": "passages"},
                    "aggs": {"each": each("passages.terms", stems)},
                }},
            }),
            Self::Forms(forms) => json!({
                "size": 0, "track_total_hits": false,
                "query": {"terms": {"forms": forms}},
                "aggs": {"each": each("forms", forms)},
            }),
            Self::Facts(facts) => {
                let facts: Vec<String> =
                    facts.iter().map(|fact| schema::with_family(fact)).collect();
                json!({
                    "size": 0, "track_total_hits": false,
                    "query": {"terms": {"facts": facts}},
                    "aggs": {"each": each("facts", &facts)},
                })
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

/// How many texts hold each of some words.
fn each(field: &str, words: &[String]) -> Value {
    let filter = |word: &String| json!({"term": {field: word}});
    json!({"filters": {"filters": words.iter().map(filter).collect::<Vec<_>>()}})
}

/// The counts that [`each`] gives, in its order.
fn counts(
    words: Vec<String>,
    aggregation: &Value,
) -> Result<impl Iterator<Item = (String, u64)>, IndexError> {
    let buckets = list(&aggregation["buckets"])?;
    let counts: Vec<u64> = buckets
        .iter()
        .map(|bucket| bucket["doc_count"].as_u64().unwrap_or_default())
        .collect();
    Ok(words.into_iter().zip(counts))
}

fn overview(aggregations: &Value) -> Result<Overview, IndexError> {
    // Sums are told as fractions; they are whole, and exact below 2^53.
    let sum = |name: &str| aggregations[name]["value"].as_f64().unwrap_or_default() as u64;
    let buckets = |name: &str| list(&aggregations[name]["buckets"]);
    let of_kind = |kind: &str| {
        let own = buckets("kinds")?.iter().find(|it| it["key"] == kind);
        Ok::<u64, IndexError>(
            own.and_then(|it| it["doc_count"].as_u64())
                .unwrap_or_default(),
        )
    };
    let languages = buckets("languages")?.iter();
    let languages = languages.filter_map(|it| it["key"].as_str().map(str::to_owned));
    Ok(Overview {
        totals: Totals {
            documents: of_kind(DOCUMENT)?,
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
