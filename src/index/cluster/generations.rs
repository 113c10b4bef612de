//! The indexes of one name in a cluster: readers see one that is whole, while
//! the next is being filled.
//!
//! An index is named by the format of what it holds and a number. Readers of
//! that format ask it by a name without the number, which moves to the next
//! index as that is whole; the old one is dropped in the same step.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{Body, Client};
use super::schema::{self, MAPPING};
use crate::index::IndexError;

/// Indexes of one name and format.
pub(super) struct Generations {
    client: Arc<Client>,
    prefix: String,
    /// What readers ask.
    alias: String,
}

impl Generations {
    pub(super) fn new(client: Arc<Client>, prefix: &str, format: &str) -> Self {
        Self {
            client,
            prefix: prefix.to_owned(),
            alias: format!("{prefix}-{format}-m{MAPPING}"),
        }
    }

    /// The name by which readers ask; where there is no index to ask, what to do.
    pub(super) fn asked(&self) -> Result<String, IndexError> {
        let mut asked = self.all()?;
        asked.retain(|index| index.is_asked);
        if asked.is_empty() {
            return Err(IndexError::absent(&self.prefix));
        }
        if asked.iter().any(|it| self.number(&it.name).is_some()) {
            return Ok(self.alias.clone());
        }
        Err(IndexError::Settings(format!(
            "the index {:?} in the cluster is of another version of Quoth: run quoth index of this version, or the version that made it",
            self.prefix
        )))
    }

    /// The index to write to: the newest of this format, which is the one that
    /// readers see or one that was not finished; a new one if it is to be `anew`.
    pub(super) fn open(&self, anew: bool) -> Result<String, IndexError> {
        let all = self.all()?;
        let numbers = all.iter().filter_map(|index| self.number(&index.name));
        let newest = numbers.max();
        if let Some(newest) = newest.filter(|_| !anew) {
            return Ok(self.name(newest));
        }
        let name = self.name(newest.map_or(1, |newest| newest + 1));
        let (path, index) = (format!("/{name}"), schema::index());
        let reply = self.client.send(&Method::PUT, &path, Body::Json(&index))?;
        // It may be there because the answer to the same request was lost.
        let is_there = reply.body["error"]["type"] == "resource_already_exists_exception";
        if !is_there {
            reply.ok()?;
        }
        Ok(name)
    }

    /// Has readers see an index, which is whole, and drops all others.
    pub(super) fn publish(&self, name: &str) -> Result<(), IndexError> {
        let mut actions = vec![json!({"add": {"index": name, "alias": self.alias}})];
        for other in self.all()? {
            if other.name != name {
                actions.push(json!({"remove_index": {"index": other.name}}));
            } else if other.is_asked {
                actions.clear();
            }
        }
        // Both in one, so that there always is an index to ask.
        if !actions.is_empty() {
            let actions = json!({"actions": actions});
            let (path, body) = ("/_aliases", Body::Json(&actions));
            self.client.send(&Method::POST, path, body)?.ok()?;
        }
        Ok(())
    }

    /// All indexes of this name, of whichever format.
    fn all(&self) -> Result<Vec<Generation>, IndexError> {
        let path = format!("/{}-v*/_alias?allow_no_indices=true", self.prefix);
        let reply = self.client.send(&Method::GET, &path, Body::None)?;
        let Value::Object(indexes) = reply.ok()? else {
            return Err(schema::unreadable());
        };
        let generation = |(name, told): (String, Value)| {
            let aliases = told["aliases"].as_object();
            let is_asked = aliases.is_some_and(|it| !it.is_empty());
            let is_own = self.is_generation(&name);
            is_own.then_some(Generation { name, is_asked })
        };
        Ok(indexes.into_iter().filter_map(generation).collect())
    }

    /// Whether an index is one of this name: "quoth-v9-0123456789abcdef-m1-2", and none of "quoth-vx".
    fn is_generation(&self, name: &str) -> bool {
        let rest = name
            .strip_prefix(&self.prefix)
            .and_then(|it| it.strip_prefix("-v"));
        let parts: Vec<&str> = rest.map_or(Vec::new(), |rest| rest.split('-').collect());
        let is_number = |text: &str| text.parse::<u64>().is_ok();
        matches!(&parts[..], [version, made_by, mapping, number]
            if is_number(version) && is_number(number)
                && u64::from_str_radix(made_by, 16).is_ok()
                && mapping.strip_prefix('m').is_some_and(is_number))
    }

    fn number(&self, name: &str) -> Option<u64> {
        let number = name.strip_prefix(&self.alias)?.strip_prefix('-')?;
        number.parse().ok()
    }

    fn name(&self, number: u64) -> String {
        format!("{}-{number}", self.alias)
    }
}

/// An index in the cluster.
struct Generation {
    name: String,
    /// Whether readers see it.
    is_asked: bool,
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::index::cluster::Settings;

    #[test]
    fn nobody_elses_index_is_taken_for_one_of_quoth() {
        let settings = Settings {
            addresses: Vec::new(),
            user: None,
            ca: None,
            index: "quoth".to_owned(),
        };
        let client = Client::new(&settings).expect("there is a client");
        let own = Generations::new(Arc::new(client), "quoth", "v9-00ff");
        assert_eq!(own.number("quoth-v9-00ff-m2-12"), Some(12));
        let older = "quoth-v8-00fe-m1-3";
        assert!(own.is_generation(older) && own.number(older).is_none());
        for other in [
            "quoth",
            "quoth-lease",
            "quoth-vienna-v9-00ff-m1-1",
            "quoth-v9-00ff-m1",
            "quoth-v9-00ff-m1-1-old",
            "quoth2-v9-00ff-m1-1",
        ] {
            assert!(!own.is_generation(other), "{other}");
        }
    }
}
