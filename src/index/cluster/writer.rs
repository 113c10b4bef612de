//! Puts documents into the cluster, many in one request.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};

use super::Writing;
use super::client::{Body, Client};
use super::generations::Generations;
use super::lease::Lease;
use super::lookups::list;
use super::schema::{self, DOCUMENT, UNFIT};
use super::view::View;
use crate::corpus::Document;
use crate::index::IndexError;
use crate::index::analysis::{Analysis, Dissection, PassageAnalysis};
use crate::index::engine::{Engine, KnownFile, Refusal, Store};

/// A request has about so many bytes.
const REQUEST: usize = 8 * 1024 * 1024;
/// A document whose passages take more, in bytes, is refused: the cluster needs several times its
/// size in memory.
const LARGEST: usize = 48 * 1024 * 1024;
/// The same of one that takes more with all its words and names: of a larger request the cluster takes
/// nothing, and it would stay to be sent for ever.
const LARGEST_SENT: usize = 96 * 1024 * 1024;
/// What is told of it.
const TOO_LARGE: &str = "it is too large for the cluster, which takes a document as a whole\nhint: split it into several files";

/// The index in a cluster, for the one process that writes to it.
pub(crate) struct ClusterStore {
    client: Arc<Client>,
    lease: Lease,
    generations: Generations,
    /// The index that is written to, and whether readers are known to see it.
    name: String,
    is_published: bool,
    /// What has not been sent yet: documents, or `None` for what is to be gone.
    pending: BTreeMap<u64, Option<String>>,
    bytes: usize,
}

impl ClusterStore {
    /// Takes the right to write, and opens the index of this format.
    pub(crate) fn open(writing: &Writing, format: &str) -> Result<Self, IndexError> {
        let prefix = &writing.cluster.index;
        let client = Arc::new(Client::new(&writing.cluster)?);
        let lease = Lease::take(&client, prefix, writing.is_patient)?;
        let generations = Generations::new(Arc::clone(&client), prefix, format);
        let name = generations.open(writing.anew)?;
        let mut store = Self {
            client,
            lease,
            generations,
            name,
            is_published: false,
            pending: BTreeMap::new(),
            bytes: 0,
        };
        // What another process sent before it was killed is to show.
        store.commit()?;
        Ok(store)
    }

    fn add(&mut self, file: KnownFile, text: &Value) -> Result<Refusal, IndexError> {
        let text = text.to_string();
        if text.len() > LARGEST_SENT {
            return Ok(Some(TOO_LARGE));
        }
        // What takes its place takes it in one step.
        self.pending.remove(&file.key);
        if self.bytes + text.len() > REQUEST {
            self.flush()?;
        }
        self.bytes += text.len();
        self.pending.insert(file.key, Some(text));
        Ok(None)
    }

    /// Sends what was put and removed; what the cluster does not take stays to be sent.
    fn flush(&mut self) -> Result<(), IndexError> {
        while !self.pending.is_empty() {
            let number = self.lease.number()?;
            let mut lines = String::with_capacity(self.bytes + self.pending.len() * 100);
            for (key, text) in &self.pending {
                // Nobody who lost the right to write takes the place of what was written since.
                let place = json!({
                    "_id": schema::hex(*key), "version": number, "version_type": "external_gte",
                });
                if let Some(text) = text {
                    let _ = writeln!(lines, "{}\n{text}", json!({"index": place}));
                } else {
                    let _ = writeln!(lines, "{}", json!({"delete": place}));
                }
            }
            let path = format!("/{}/_bulk", self.name);
            let body = Body::Lines(lines.as_bytes());
            let answer = self.client.send(&Method::POST, &path, body)?.ok()?;
            self.settle(&answer)?;
        }
        self.bytes = 0;
        Ok(())
    }

    /// Forgets what the cluster has taken.
    fn settle(&mut self, answer: &Value) -> Result<(), IndexError> {
        let items = list(&answer["items"])?;
        let mut busy = None;
        for item in items {
            let item = if item["index"].is_null() {
                &item["delete"]
            } else {
                &item["index"]
            };
            let key = schema::from_hex(item["_id"].as_str().unwrap_or_default())?;
            match item["status"].as_u64().unwrap_or_default() {
                // What is to be gone may be so already.
                200 | 201 | 404 => {}
                409 => return Err(IndexError::lost()),
                429 | 500 | 502 | 503 | 504 => {
                    busy = item["error"]["reason"].as_str();
                    continue;
                }
                _ => {
                    let reason = item["error"]["reason"].as_str();
                    let cause = item["error"]["caused_by"]["reason"].as_str();
                    let told = cause.or(reason).unwrap_or("the cluster refused a document");
                    self.pending.remove(&key);
                    return Err(IndexError::new(told));
                }
            }
            self.pending.remove(&key);
        }
        match busy {
            Some(reason) if self.pending.len() == items.len() => {
                Err(IndexError::Unreachable(reason.to_owned()))
            }
            _ => Ok(()),
        }
    }
}

impl Store for ClusterStore {
    fn known(&self) -> Result<Vec<KnownFile>, IndexError> {
        let view = View::new(Arc::clone(&self.client), self.name.clone());
        let mut known = Vec::new();
        let fields = json!(["key", "looks", "content"]);
        view.every(&[DOCUMENT, UNFIT], &fields, &mut |hit| {
            let number = |name: &str| schema::from_hex(schema::field(hit, name)?);
            known.push(KnownFile {
                key: number("key")?,
                looks: number("looks")?,
                content: number("content")?,
            });
            Ok(())
        })?;
        Ok(known)
    }

    fn is_kept(&self) -> bool {
        true
    }

    fn open_to_write(&mut self) -> Result<bool, IndexError> {
        self.lease.number().map(|_| true)
    }

    fn put(&mut self, file: KnownFile, analysis: Analysis) -> Result<Refusal, IndexError> {
        let Some(passages) = sent(analysis.passages.into_iter()) else {
            return Ok(Some(TOO_LARGE));
        };
        self.add(file, &schema::document(file, &passages, &analysis.whole))
    }

    fn put_large(&mut self, file: KnownFile, document: &Document) -> Result<Refusal, IndexError> {
        let mut dissection = Dissection::of(document);
        let Some(passages) = sent(dissection.by_ref()) else {
            return Ok(Some(TOO_LARGE));
        };
        let whole = dissection.whole();
        self.add(file, &schema::document(file, &passages, &whole))
    }

    fn put_unfit(&mut self, file: KnownFile, name: &str, reason: &str) -> Result<(), IndexError> {
        self.add(file, &schema::unfit(file, name, reason)).map(drop)
    }

    fn remove(&mut self, key: u64) -> Result<(), IndexError> {
        self.pending.insert(key, None);
        Ok(())
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        self.flush()?;
        let path = format!("/{}/_refresh", self.name);
        self.client.send(&Method::POST, &path, Body::None)?.ok()?;
        Ok(())
    }

    fn complete(&mut self) -> Result<(), IndexError> {
        if !self.is_published {
            self.generations.publish(&self.name)?;
            self.is_published = true;
        }
        Ok(())
    }

    fn engine(&self) -> Arc<dyn Engine> {
        Arc::new(View::new(Arc::clone(&self.client), self.name.clone()))
    }
}

/// The passages of a document as they are sent; `None` where they take too many bytes.
fn sent(passages: impl Iterator<Item = PassageAnalysis>) -> Option<Vec<Value>> {
    let mut bytes = 0;
    let sent = passages.map(|passage| {
        bytes += passage.kept.len() * 4 / 3 + passage.stems.text.len();
        (bytes <= LARGEST).then(|| schema::passage(&passage))
    });
    sent.collect()
}
