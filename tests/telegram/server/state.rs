//! What Telegram remembers.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Mutex;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{Notify, mpsc};

use super::PATIENCE;
use super::calls::Call;
use super::failures::{Failures, Scripted};
use super::files::Stored;
use super::updates::Updates;
use super::webhook::Webhook;

/// Telegram, as every call sees it.
pub struct Shared {
    pub state: Mutex<Telegram>,
    /// Notified after every change that somebody may wait for.
    pub changed: Notify,
    pub calls: mpsc::UnboundedSender<Call>,
    /// What came of the calls that were granted.
    pub granted: mpsc::UnboundedSender<(&'static str, Value)>,
}

/// What Telegram remembers.
#[derive(Default)]
pub struct Telegram {
    pub updates: Updates,
    pub webhook: Webhook,
    pub chats: BTreeMap<i64, Chat>,
    /// The last message outside supergroups, which count their own.
    pub last_message: u64,
    /// Callback and inline queries by their ids.
    pub queries: BTreeMap<String, Query>,
    /// Files that were sent, by their ids.
    pub files: BTreeMap<String, Stored>,
    pub scripted: HashMap<String, VecDeque<Scripted>>,
    pub failures: Failures,
    pub faults: Vec<String>,
    pub refusals: Vec<String>,
}

/// A chat that the bot has heard of.
#[derive(Default)]
pub struct Chat {
    /// As it stands in messages.
    pub description: Value,
    pub topics: BTreeSet<i64>,
    pub messages: BTreeMap<u64, Value>,
    last_message: u64,
}

/// A query that somebody waits to be answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Query {
    Callback,
    Inline,
    Answered,
    /// Nobody waits any more.
    Expired,
}

impl Shared {
    pub fn new(
        calls: mpsc::UnboundedSender<Call>,
        granted: mpsc::UnboundedSender<(&'static str, Value)>,
    ) -> Self {
        Self {
            state: Mutex::default(),
            changed: Notify::new(),
            calls,
            granted,
        }
    }

    /// Changes something, and tells those who wait for that.
    pub fn change<T>(&self, change: impl FnOnce(&mut Telegram) -> T) -> T {
        let result = change(&mut self.state.lock().unwrap());
        self.changed.notify_waiters();
        result
    }

    /// Waits until something is so, and returns it.
    pub async fn until<T>(&self, is_so: impl Fn(&mut Telegram) -> Option<T>) -> T {
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if let Some(result) = is_so(&mut self.state.lock().unwrap()) {
                return result;
            }
            changed.await;
        }
    }

    /// As [`Shared::until`], for a limited time; then whatever is so by then.
    pub async fn until_or<T>(
        &self,
        limit: Duration,
        is_so: impl Fn(&mut Telegram) -> Option<T>,
    ) -> Option<T> {
        tokio::time::timeout(limit, self.until(is_so)).await.ok()
    }
}

impl Telegram {
    /// Remembers a chat by what a message says of it.
    pub fn chat_of(&mut self, message: &Value) -> Option<&mut Chat> {
        let description = &message["chat"];
        let chat = self.chats.entry(description["id"].as_i64()?).or_default();
        chat.description = description.clone();
        Some(chat)
    }

    /// The id of the next message of a chat. A supergroup counts its own
    /// messages; all other chats of a bot share one count.
    pub fn next_message(&mut self, chat: &Value) -> u64 {
        let own = chat["id"]
            .as_i64()
            .filter(|_| chat["type"] == "supergroup")
            .and_then(|id| self.chats.get_mut(&id));
        let last = own.map_or(&mut self.last_message, |chat| &mut chat.last_message);
        *last += 1;
        *last
    }

    pub fn message(&mut self, chat: i64, id: u64) -> Option<&mut Value> {
        self.chats.get_mut(&chat)?.messages.get_mut(&id)
    }
}

/// A wait of the test's, which fails if nothing comes of it.
pub async fn patiently<T>(waiting: impl Future<Output = T>, what: &str) -> T {
    tokio::time::timeout(PATIENCE, waiting)
        .await
        .unwrap_or_else(|_| panic!("waited in vain for {what}"))
}
