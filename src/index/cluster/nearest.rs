//! The passages that mean most nearly what is asked, as the cluster finds them.

use serde_json::{Value, json};

use super::candidates::{self, nearness};
use super::lookups::list;
use super::schema;
use crate::index::IndexError;
use crate::index::engine::Retrieved;
use crate::index::weighing::Weighed;
use crate::language::vectors::Direction;

/// How near a passage is to a direction, as [`Direction::nearness`] has it, and more than 0. The
/// direction comes as letters, which are quicker to go through than a list of numbers.
const NEARNESS: &str = "\
    BytesRef all = doc['passages.meaning'].value; \
    byte[] numbers = all.bytes; String direction = params.direction; int size = direction.length() / 2; \
    int sum = 1000000; \
    for (int i = 0; i < size; ++i) { \
        int both = numbers[all.offset + i]; \
        sum += (direction.charAt(i) - 8192) * (both & 15); \
        sum += (direction.charAt(size + i) - 8192) * ((both >> 4) & 15); \
    } \
    return sum;";
/// What stands for 0 in [`NEARNESS`].
const ZERO: i32 = 8192;

/// A search for the passages nearest to a direction.
pub(super) struct Nearest {
    query: Value,
    limit: usize,
}

impl Nearest {
    pub(super) fn new(meaning: &Direction, limit: usize) -> Self {
        let letter = |number: i16| u32::try_from(i32::from(number) + ZERO).ok();
        let letters = meaning.numbers().iter().filter_map(|&it| letter(it));
        let direction: String = letters.filter_map(char::from_u32).collect();
        Self {
            query: json!({"script_score": {
                "query": {"exists": {"field": "passages.meaning"}},
                "script": {"source": NEARNESS, "params": {"direction": direction}},
            }}),
            limit,
        }
    }

    /// The documents that have the nearest; of each it is told how near its passages are.
    pub(super) fn documents(&self) -> Value {
        json!({
            "size": self.limit, "track_total_hits": false, "track_scores": true,
            "sort": ["_score", "key"],
            "stored_fields": ["_none_"], "docvalue_fields": ["key"],
            "query": schema::best_passages(&self.query, self.limit, &["_none_"]),
        })
    }

    /// The nearest passages, the nearest first, scored for the words. What else has to be fetched is
    /// asked of `ask`.
    pub(super) fn retrieved(
        &self,
        answer: &Value,
        weighed: &Weighed,
        ask: impl FnOnce(Value) -> Result<Value, IndexError>,
    ) -> Result<Vec<Retrieved>, IndexError> {
        let mut near = Vec::new();
        for hit in list(&answer["hits"]["hits"])? {
            let key = schema::from_hex(schema::field(hit, "key")?)?;
            for inner in list(&hit["inner_hits"]["passages"]["hits"]["hits"])? {
                near.push((nearness(inner)?, key));
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        near.truncate(self.limit);
        let mut keys: Vec<u64> = near.iter().map(|(_, key)| *key).collect();
        keys.sort_unstable();
        let each = keys.chunk_by(|a, b| a == b).map(<[u64]>::len).max();
        let Some(each) = each else {
            return Ok(Vec::new());
        };
        keys.dedup();
        let keys: Vec<String> = keys.into_iter().map(schema::hex).collect();
        let nested = schema::best_passages(&self.query, each, &schema::KEPT_OF_PASSAGES);
        let scorers = weighed.scorers();
        let mut retrieved = Vec::new();
        for hit in list(&ask(schema::of_documents(&keys, &nested))?["hits"]["hits"])? {
            let document = schema::keyed(hit)?;
            for inner in list(&hit["inner_hits"]["passages"]["hits"]["hits"])? {
                let passage = candidates::retrieved(inner, &document, weighed, &scorers)?;
                retrieved.push((nearness(inner)?, passage));
            }
        }
        retrieved.sort_by(|(a, passage), (b, other)| {
            let by_place = passage.place().cmp(&other.place());
            b.total_cmp(a).then(by_place)
        });
        retrieved.truncate(self.limit);
        Ok(retrieved.into_iter().map(|(_, passage)| passage).collect())
    }
}
