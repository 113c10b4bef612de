//! What the cluster holds of a file, and under which names.

use std::collections::BTreeSet;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::index::IndexError;
use crate::index::analysis::{PassageAnalysis, WholeAnalysis};
use crate::index::engine::KnownFile;
use crate::index::facts;
use crate::index::kept::{KeptDocument, bytes};

/// The version of what follows: it has to be raised with every change to it.
pub(super) const MAPPING: u32 = 2;
/// What stands between a fact and the family that it is of.
const OF_FAMILY: char = '\u{1}';
/// The cluster takes no longer word without cutting it.
const LONGEST_WORD: u64 = 1000;
/// A longer fact is passed over: the cluster takes no longer value.
const LONGEST_FACT: usize = 8000;

/// The kinds of files.
pub(super) const DOCUMENT: &str = "document";
pub(super) const UNFIT: &str = "unfit";

/// BM25 of a word of a passage without its inverse document frequency, which the
/// boost brings: the cluster's own also counts what was replaced and removed.
const SCORE: &str = "\
    double mean = (double) field.sumTotalTermFreq / Math.max(1, field.docCount); \
    return query.boost * doc.freq * 2.2 / (doc.freq + 1.2 * (0.25 + 0.75 * doc.length / mean));";

/// How an index is made. Of shards and copies nothing is said: the cluster's own
/// templates say how many there are.
///
/// Nothing is kept of a text as it was sent: the records have all. Nothing shows
/// before it is asked to, so that what is put in together shows together.
pub(super) fn index() -> Value {
    let counted =
        json!({"type": "text", "analyzer": "words", "index_options": "docs", "norms": false});
    let told = json!({"type": "keyword", "index": false});
    let number = json!({"type": "long", "index": false});
    let record = json!({"type": "binary", "store": true});
    let meaning = json!({"type": "binary", "doc_values": true});
    json!({
        "settings": {"index": {
            "refresh_interval": "-1",
            "mapping.nested_objects.limit": 1_000_000,
            "max_inner_result_window": 1_000_000,
            "max_regex_length": 1_000_000,
            "similarity": {"default": {"type": "scripted", "script": {"source": SCORE}}},
            "analysis": {
                "analyzer": {"words": {"type": "custom", "tokenizer": "words"}},
                "tokenizer": {"words": {
                    "type": "char_group",
                    "tokenize_on_chars": [facts::SEPARATOR.to_string()],
                    "max_token_length": LONGEST_WORD,
                }},
            },
        }},
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": false},
            "properties": {
                "key": told, "looks": told, "content": told,
                "kind": {"type": "keyword"},
                "record": record,
                "forms": counted,
                "facts": {"type": "keyword"},
                "families": {"type": "keyword", "doc_values": false},
                "languages": {"type": "keyword"},
                "parts": number, "sentences": number, "tokens": number, "stems": number,
                "passages": {"type": "nested", "properties": {
                    "record": record,
                    "meaning": meaning,
                    "terms": {"type": "text", "analyzer": "words", "index_options": "freqs", "store": true},
                }},
            },
        },
    })
}

/// What tells a file, as the cluster has it.
pub(super) fn hex(number: u64) -> String {
    format!("{number:016x}")
}

pub(super) fn from_hex(text: &str) -> Result<u64, IndexError> {
    u64::from_str_radix(text, 16).map_err(|_| unreadable())
}

/// A passage, to be nested.
pub(super) fn passage(analysis: &PassageAnalysis) -> Value {
    let mut passage = json!({
        "record": STANDARD.encode(&analysis.kept),
        "terms": analysis.stems.text,
    });
    if let Some(meaning) = analysis.meaning {
        let bytes = meaning.map(u64::to_le_bytes);
        passage["meaning"] = STANDARD.encode(bytes.as_flattened()).into();
    }
    passage
}

/// A document with its passages.
pub(super) fn document(file: KnownFile, passages: &[Value], whole: &WholeAnalysis) -> Value {
    let all = || words(&whole.facts.text);
    let languages = all().filter_map(|fact| fact.strip_prefix(facts::LANGUAGE));
    let languages: Vec<&str> = languages.collect();
    let known = all().filter(|fact| !fact.starts_with(facts::LANGUAGE));
    let known: Vec<&str> = known.filter(|fact| fact.len() <= LONGEST_FACT).collect();
    let families: BTreeSet<String> = known.iter().map(|fact| facts::family(fact)).collect();
    let known: Vec<String> = known.into_iter().map(with_family).collect();
    json!({
        "key": hex(file.key), "looks": hex(file.looks), "content": hex(file.content),
        "kind": DOCUMENT,
        "record": STANDARD.encode(bytes(&whole.kept)),
        "forms": whole.forms.text,
        "facts": known,
        "families": families,
        "languages": languages,
        "parts": whole.passages, "sentences": whole.sentences,
        "tokens": whole.tokens, "stems": whole.passage_stems,
        "passages": passages,
    })
}

/// A file that is no document.
pub(super) fn unfit(file: KnownFile, name: &str, reason: &str) -> Value {
    json!({
        "key": hex(file.key), "looks": hex(file.looks), "content": hex(file.content),
        "kind": UNFIT,
        "record": STANDARD.encode(bytes(&(name, reason))),
    })
}

/// The facts of some families, as a regular expression.
pub(super) fn of_families<'a>(families: impl Iterator<Item = &'a String>) -> String {
    let escaped = |family: &String| {
        let letters = family.chars().flat_map(|letter| {
            let sign = (!letter.is_alphanumeric()).then_some('\\');
            sign.into_iter().chain([letter])
        });
        letters.collect::<String>()
    };
    let families: Vec<String> = families.map(escaped).collect();
    format!("({}){OF_FAMILY}.*", families.join("|"))
}

/// A fact as the cluster has it.
pub(super) fn with_family(fact: &str) -> String {
    format!("{}{OF_FAMILY}{fact}", facts::family(fact))
}

/// The family and the fact of a value.
pub(super) fn fact(value: &str) -> Option<(&str, &str)> {
    value.split_once(OF_FAMILY)
}

/// What is fetched of passages that may be shown.
pub(super) const KEPT_OF_PASSAGES: [&str; 2] = ["passages.record", "passages.terms"];

/// The documents that have passages which answer a query, each with so many of its best.
pub(super) fn best_passages(query: &Value, size: usize, fields: &[&str]) -> Value {
    json!({"nested": {
        "path": "passages", "score_mode": "max", "query": query,
        "inner_hits": {"size": size, "stored_fields": fields},
    }})
}

/// Some documents by their keys, with what else is asked of them.
pub(super) fn of_documents(keys: &[impl Serialize], query: &Value) -> Value {
    json!({
        "size": keys.len(), "track_total_hits": false, "sort": ["key"],
        "stored_fields": ["record"], "docvalue_fields": ["key", "content"],
        "query": {"bool": {"filter": {"ids": {"values": keys}}, "must": query}},
    })
}

/// What a field of a hit holds: numbers and texts stand in lists.
pub(super) fn field<'a>(hit: &'a Value, name: &str) -> Result<&'a str, IndexError> {
    hit["fields"][name][0].as_str().ok_or_else(unreadable)
}

/// A record that a field of a hit holds.
pub(super) fn record<T: DeserializeOwned>(hit: &Value, name: &str) -> Result<T, IndexError> {
    let bytes = STANDARD.decode(field(hit, name)?);
    let bytes = bytes.map_err(|_| unreadable())?;
    postcard::from_bytes(&bytes).map_err(|_| unreadable())
}

/// What is kept of a document, of a hit that has the document's content.
pub(super) fn kept(hit: &Value) -> Result<KeptDocument, IndexError> {
    let version = from_hex(field(hit, "content")?)?;
    let kept = record(hit, "record")?;
    Ok(KeptDocument { version, ..kept })
}

/// The same with its key.
pub(super) fn keyed(hit: &Value) -> Result<(u64, Arc<KeptDocument>), IndexError> {
    Ok((from_hex(field(hit, "key")?)?, Arc::new(kept(hit)?)))
}

pub(super) fn unreadable() -> IndexError {
    IndexError::new("what the cluster keeps of a text cannot be read")
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(facts::SEPARATOR).filter(|word| !word.is_empty())
}
