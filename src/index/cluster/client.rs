//! Speaks to the nodes of a cluster: whichever of them answers, and once more
//! where none does.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use reqwest::blocking::Client as Http;
use reqwest::{Certificate, Method, StatusCode, redirect};
use serde_json::Value;
use url::Url;

use super::Settings;
use crate::address::is_of_this_machine;
use crate::index::IndexError;
use crate::secret::Secret;

/// A node that takes longer than this to accept a connection is passed over.
const CONNECT: Duration = Duration::from_secs(2);
/// A request that takes longer than this has failed.
const REQUEST: Duration = Duration::from_mins(1);
/// Where no node answers, all are asked again after this, and then after twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(125);
const LONGEST_PAUSE: Duration = Duration::from_secs(4);
/// Pauses from this on are told.
const TOLD_PAUSE: Duration = Duration::from_secs(1);
/// A request is given up after this.
const LONGEST: Duration = Duration::from_secs(20);
/// An index that is not there may be one that has just given way to another; so
/// often it is asked for once more.
const SWAPS: usize = 3;

/// The nodes of a cluster.
pub(super) struct Client {
    http: Http,
    settings: Settings,
    /// The node that answered last.
    first: AtomicUsize,
}

/// What a node answered: not always that all is well.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) body: Value,
}

impl Reply {
    /// The body, where all is well.
    pub(super) fn ok(self) -> Result<Value, IndexError> {
        if self.status.is_success() {
            Ok(self.body)
        } else {
            Err(IndexError::new(&told(self.status, &self.body)))
        }
    }
}

/// What is sent beside the address.
#[derive(Clone, Copy)]
pub(super) enum Body<'a> {
    None,
    Json(&'a Value),
    /// JSON, one object a line.
    Lines(&'a [u8]),
}

impl Client {
    pub(super) fn new(settings: &Settings) -> Result<Self, IndexError> {
        let mut http = Http::builder()
            .connect_timeout(CONNECT)
            .timeout(REQUEST)
            .redirect(redirect::Policy::none());
        if settings.addresses.iter().any(is_of_this_machine) {
            // A proxy leads out of this machine, over http with the password for all to read.
            http = http.no_proxy();
        }
        if let Some(ca) = &settings.ca {
            let place = ca.display();
            let failed = |why: String| IndexError::Settings(format!("QUOTH_ENGINE_CA: {why}"));
            let pem = fs::read(ca).map_err(|error| failed(format!("{place}: {error}")))?;
            let certificates = Certificate::from_pem_bundle(&pem)
                .map_err(|_| failed(format!("{place} holds no certificates (PEM)")))?;
            if certificates.is_empty() {
                return Err(failed(format!("{place} holds no certificate")));
            }
            for certificate in certificates {
                http = http.add_root_certificate(certificate);
            }
        }
        let http = http.build();
        Ok(Self {
            http: http.map_err(|error| IndexError::new(&error.to_string()))?,
            settings: settings.clone(),
            first: AtomicUsize::new(0),
        })
    }

    /// Sends a request to one node after the other, and again, until one takes it.
    ///
    /// What is sent twice because an answer was lost must do no harm.
    pub(super) fn send(
        &self,
        method: &Method,
        path: &str,
        body: Body<'_>,
    ) -> Result<Reply, IndexError> {
        let (start, mut pause, mut swaps) = (Instant::now(), FIRST_PAUSE, 0);
        loop {
            let mut problem = String::new();
            let first = self.first.load(Ordering::Relaxed);
            for turn in 0..self.settings.addresses.len() {
                let node = (first + turn) % self.settings.addresses.len();
                let address = &self.settings.addresses[node];
                match self.ask(address, method, path, body) {
                    Ok(reply) => {
                        self.first.store(node, Ordering::Relaxed);
                        log::debug!("{method} {path}");
                        return Ok(reply);
                    }
                    Err(Failure::Passing(reason)) => {
                        problem = format!("{}: {reason}", told_node(address));
                    }
                    Err(Failure::Gone(body)) if swaps == SWAPS => {
                        let status = StatusCode::NOT_FOUND;
                        return Ok(Reply { status, body });
                    }
                    Err(Failure::Gone(_)) => {
                        problem = format!("{}: its index is being replaced", told_node(address));
                        swaps += 1;
                        break;
                    }
                    Err(Failure::Refused(error)) => return Err(error),
                }
            }
            if start.elapsed() + pause > LONGEST {
                return Err(IndexError::Unreachable(problem));
            }
            if pause >= TOLD_PAUSE && !problem.is_empty() {
                log::warn!(
                    "the index is not reachable: {problem}; asked again in {} s",
                    pause.as_secs()
                );
            }
            thread::sleep(pause);
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Asks one node once.
    fn ask(
        &self,
        address: &Url,
        method: &Method,
        path: &str,
        body: Body<'_>,
    ) -> Result<Reply, Failure> {
        // Its own address is told by us, without what stands behind it.
        let lost = |error: reqwest::Error| Failure::Passing(causes(&error.without_url()));
        let url = format!("{}{path}", address.as_str().trim_end_matches('/'));
        let mut request = self.http.request(method.clone(), url);
        if let Some((user, password)) = &self.settings.user {
            request = request.basic_auth(user, password.as_ref().map(Secret::reveal));
        }
        request = match body {
            Body::None => request,
            Body::Json(value) => request.json(value),
            Body::Lines(lines) => request
                .header("content-type", "application/x-ndjson")
                .body(lines.to_vec()),
        };
        let response = request.send().map_err(lost)?;
        let status = response.status();
        if matches!(status.as_u16(), 401 | 403) {
            return Err(Failure::Refused(IndexError::Settings(format!(
                "{} does not let this user in ({status}): QUOTH_ENGINE names the user, QUOTH_ENGINE_PASSWORD holds the password",
                told_node(address)
            ))));
        }
        let text = response.text().map_err(lost)?;
        let body: Value = match serde_json::from_str(&text) {
            Ok(body) => body,
            Err(_) if text.is_empty() => Value::Null,
            Err(_) if status.is_success() => {
                return Err(Failure::Refused(IndexError::Settings(format!(
                    "QUOTH_ENGINE: {} does not answer as OpenSearch does",
                    told_node(address)
                ))));
            }
            Err(_) => Value::String(text),
        };
        fault(status, &body).map_or(Ok(Reply { status, body }), Err)
    }
}

/// Why a node did not do what it was asked.
enum Failure {
    /// Another node may, or this one later.
    Passing(String),
    /// The index is not there, as the answer says.
    Gone(Value),
    /// No node ever will.
    Refused(IndexError),
}

/// What is wrong with an answer that another node may give better, or this one later.
/// An answer from some of the shards is none.
fn fault(status: StatusCode, body: &Value) -> Option<Failure> {
    let is_passing = |status: u64| matches!(status, 429 | 500 | 502 | 503 | 504);
    if is_passing(status.as_u16().into()) {
        return Some(Failure::Passing(told(status, body)));
    }
    let parts = body["responses"].as_array();
    let parts = parts.map_or(std::slice::from_ref(body), Vec::as_slice);
    parts.iter().find_map(|part| {
        let own = part["status"].as_u64().unwrap_or_default();
        if is_passing(own) {
            let kind = kind_of_failure(part).unwrap_or("no reason");
            return Some(Failure::Passing(format!("a search failed: {own}, {kind}")));
        }
        if own == 404 && !part["error"].is_null() {
            return Some(Failure::Gone(body.clone()));
        }
        let failed = part["_shards"]["failed"].as_u64().unwrap_or_default();
        if failed > 0 && part.get("hits").is_some() {
            return Some(Failure::Passing(format!("{failed} shards did not answer")));
        }
        let is_late = part["timed_out"] == true && part.get("hits").is_some();
        is_late.then(|| Failure::Passing("the search took too long".to_owned()))
    })
}

/// The kind of what went wrong with a search. The reason beside it can hold what somebody asked,
/// which no log is to hold.
pub(super) fn kind_of_failure(search: &Value) -> Option<&str> {
    let error = &search["error"];
    let kind = error["root_cause"][0]["type"].as_str();
    kind.or(error["type"].as_str())
}

/// What an answer says is wrong.
fn told(status: StatusCode, body: &Value) -> String {
    let error = &body["error"];
    let cause = error["root_cause"][0]["reason"].as_str();
    let cause = cause.or(error["reason"].as_str()).or(error.as_str());
    cause.map_or_else(|| status.to_string(), |cause| format!("{status}, {cause}"))
}

/// A node, by its host and port.
fn told_node(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    let port = address.port_or_known_default();
    port.map_or(host.to_owned(), |port| format!("{host}:{port}"))
}

/// An error with what caused it.
fn causes(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_told = inner.to_string();
        if !told.contains(&inner_told) {
            told = format!("{told}: {inner_told}");
        }
        cause = inner.source();
    }
    told
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_from_some_of_the_shards_is_none() {
        let shards =
            |failed: u64| json!({"_shards": {"failed": failed}, "timed_out": false, "hits": {}});
        let refused = |status: u16| json!({"responses": [{"status": status, "error": {}}]});
        let mut passing = vec![
            (200, shards(1)),
            (200, json!({"responses": [shards(0), shards(2)]})),
            (200, refused(503)),
            (200, json!({"timed_out": true, "hits": {}})),
        ];
        passing.extend([429, 500, 502, 503, 504].map(|status| (status, Value::Null)));
        let fault = |status: u16, body: &Value| {
            let status = StatusCode::from_u16(status).unwrap_or_default();
            fault(status, body)
        };
        for (status, body) in passing {
            let is_passing = matches!(fault(status, &body), Some(Failure::Passing(_)));
            assert!(is_passing, "{status} {body}");
        }
        assert!(matches!(fault(200, &refused(404)), Some(Failure::Gone(_))));
        assert!(fault(200, &shards(0)).is_none());
        assert!(fault(409, &Value::Null).is_none());
    }

    #[test]
    fn what_was_asked_is_not_told_of_a_search_that_failed() {
        let error = json!({"type": "query_shard_exception", "reason": "[secret plan]: no such"});
        let failed = json!({"status": 503, "error": {"root_cause": [error]}});
        let told = match fault(StatusCode::OK, &json!({"responses": [failed]})) {
            Some(Failure::Passing(told)) => told,
            _ => String::new(),
        };
        assert_eq!(told, "a search failed: 503, query_shard_exception");
    }
}
