//! Failures on the way to Telegram, before a call takes effect.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;

use super::connection::Scissors;
use super::state::{Shared, Telegram};
use super::{PATIENCE, Server};
use crate::methods::{flood, refusal};

/// How a call may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// 429, to be tried again after a second.
    Flood,
    /// HTTP 500.
    Broken,
    /// No response, for as long as [`Server::hold`] says; then a cut.
    Silence,
    /// The connection ends without a response.
    Cut,
}

const KINDS: [Failure; 4] = [
    Failure::Flood,
    Failure::Broken,
    Failure::Silence,
    Failure::Cut,
];

/// What comes of a call instead of what it asks for.
pub enum Scripted {
    Response(Value),
    Failure(Failure),
}

/// Which calls fail, and how many did.
pub struct Failures {
    share: f64,
    random: u64,
    hold: Duration,
    /// The chat to which nothing can be sent.
    held_back: Option<i64>,
    injected: BTreeMap<Failure, usize>,
}

impl Default for Failures {
    fn default() -> Self {
        Self {
            share: 0.0,
            random: 0,
            hold: PATIENCE,
            held_back: None,
            injected: BTreeMap::new(),
        }
    }
}

impl Failures {
    /// `SplitMix64` (Steele, Lea and Flood 2014).
    fn random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn draw(&mut self) -> Option<Failure> {
        if self.share == 0.0 {
            return None;
        }
        // 53 bits, as many as a float has.
        let fails = (self.random() >> 11) as f64 / (1_u64 << 53) as f64;
        let kind = KINDS[self.random() as usize % KINDS.len()];
        (fails < self.share).then_some(kind)
    }
}

impl Telegram {
    pub fn script(&mut self, method: &str, scripted: Scripted) {
        let queue: &mut VecDeque<_> = self.scripted.entry(method.to_owned()).or_default();
        queue.push_back(scripted);
    }

    /// What shall come of the next call of a method: as scripted, or by chance.
    /// getMe fails by script alone, so that a bot can start.
    pub fn scripted(&mut self, method: &str, parameters: &Value) -> Option<Scripted> {
        let is_held_back = |chat| parameters["chat_id"] == chat;
        if method == "sendMessage" && self.failures.held_back.is_some_and(is_held_back) {
            return Some(Scripted::Failure(Failure::Flood));
        }
        let scripted = self.scripted.get_mut(method).and_then(VecDeque::pop_front);
        scripted.or_else(|| {
            let by_chance = (method != "getMe").then(|| self.failures.draw())?;
            by_chance.map(Scripted::Failure)
        })
    }
}

impl Shared {
    /// Fails a call, and counts that.
    pub async fn fail(&self, failure: Failure, scissors: &Scissors) -> Response {
        let hold = self.change(|telegram| {
            *telegram.failures.injected.entry(failure).or_default() += 1;
            telegram.failures.hold
        });
        match failure {
            Failure::Flood => {
                return (StatusCode::TOO_MANY_REQUESTS, Json(flood(1))).into_response();
            }
            Failure::Broken => return refusal(500, "Internal Server Error"),
            // A client that gives up before ends this wait.
            Failure::Silence => tokio::time::sleep(hold).await,
            Failure::Cut => {}
        }
        scissors.cut();
        StatusCode::NO_CONTENT.into_response()
    }
}

impl Server {
    /// From now on this share of all calls fails, by each kind of failure as
    /// often as by any other; the same seed fails the same calls. 0 ends it.
    pub fn fail(&self, share: f64, seed: u64) {
        let mut state = self.state();
        state.failures.share = share;
        state.failures.random = seed;
    }

    /// From now on every message to this chat is refused with 429.
    pub fn hold_back(&self, chat: i64) {
        self.state().failures.held_back = Some(chat);
    }

    /// How long a response that never comes keeps a patient client waiting; at first a minute.
    pub fn hold(&self, hold: Duration) {
        self.state().failures.hold = hold;
    }

    /// The next call of `method` fails.
    pub fn script_failure(&self, method: &str, failure: Failure) {
        self.state().script(method, Scripted::Failure(failure));
    }

    /// The next call of `method` finds its connection cut.
    pub fn script_cut(&self, method: &str) {
        self.script_failure(method, Failure::Cut);
    }

    /// How many calls failed, by the kind of failure.
    pub fn failures(&self) -> BTreeMap<Failure, usize> {
        self.state().failures.injected.clone()
    }
}
