//! A Bot API server on the loopback: strict where Telegram is strict, and
//! otherwise as a test scripts it.
//!
//! A call comes in through [`calls`], is refused there if it is malformed, may
//! meet one of the [`failures`], and then changes what [`state`] remembers, by
//! the rules of [`messages`], [`callbacks`], [`inline`], [`files`] and [`settings`]. What
//! people do goes out as [`updates`], to a poll ([`polling`]) or a [`webhook`].
//! Each of these files also holds what a test may do there, as methods of
//! [`Server`].

mod callbacks;
mod calls;
mod connection;
mod failures;
mod files;
mod grammar;
mod inline;
mod keyboard;
mod messages;
mod parameters;
mod polling;
mod rules;
mod settings;
mod state;
mod text;
mod updates;
mod webhook;

use std::net::SocketAddr;
use std::sync::{Arc, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use serde_json::Value;
use tokio::sync::mpsc;

pub use calls::Call;
use connection::{Connections, Scissors};
pub use failures::Failure;
use failures::Scripted;
pub use files::FETCH;
use state::{Shared, Telegram};
pub use webhook::SECRET;

/// The token of the one bot that this server knows; as long as real ones.
pub const TOKEN: &str = "42:AAtheSecretOfThisBotIsNotForAnyLog_123";

/// A test that waits longer than this for an event has failed.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A running server; it ends with the test's runtime.
pub struct Server {
    pub url: String,
    shared: Arc<Shared>,
    calls: mpsc::UnboundedReceiver<Call>,
    granted: mpsc::UnboundedReceiver<(&'static str, Value)>,
}

impl Server {
    pub async fn start() -> Self {
        let (sender, calls) = mpsc::unbounded_channel();
        let (results, granted) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared::new(sender, results));
        let routes = Router::new()
            .route("/{bot}/{method}", post(calls::serve))
            .route("/file/{bot}/{*path}", get(files::serve))
            // More than Telegram takes, so that what is too large is refused in its words.
            .layer(DefaultBodyLimit::max(64 * 1024 * 1024))
            .with_state(Arc::clone(&shared))
            .into_make_service_with_connect_info::<Scissors>();
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        let connections = Connections::listen(loopback).await.unwrap();
        let url = format!("http://{}", connections.address);
        tokio::spawn(async move { axum::serve(connections, routes).await });
        tokio::spawn(webhook::deliver(Arc::clone(&shared)));
        Self {
            url,
            shared,
            calls,
            granted,
        }
    }

    /// Answers the next call of `method` with this response instead, by HTTP status 200.
    pub fn script(&self, method: &str, response: Value) {
        self.state().script(method, Scripted::Response(response));
    }

    /// The next call of one of these methods; others in between are dropped.
    pub async fn next(&mut self, methods: &[&str]) -> Call {
        let is_one = |call: &Call| methods.contains(&call.method.as_str());
        let next = first(&mut self.calls, is_one).await;
        next.unwrap_or_else(|| self.in_vain(methods))
    }

    /// A call that was made, the first that no test has asked for; `None` if there is none.
    pub fn called(&mut self) -> Option<Call> {
        self.calls.try_recv().ok()
    }

    /// What the bot sends next, whatever comes of it.
    pub async fn sent(&mut self) -> Value {
        self.next(&["sendMessage"]).await.parameters
    }

    /// The result of the next call of one of these methods that is granted;
    /// others in between are dropped. Calls and results are told of apart.
    pub async fn result(&mut self, methods: &[&str]) -> Value {
        let is_one = |(method, _): &(&str, Value)| methods.contains(method);
        let next = first(&mut self.granted, is_one).await;
        next.map_or_else(|| self.in_vain(methods), |(_, result)| result)
    }

    /// The next message that the bot sends, with its id, as Telegram remembers it.
    pub async fn posted(&mut self) -> Value {
        self.result(&["sendMessage"]).await
    }

    /// The next file that the bot sends, as Telegram remembers its message.
    pub async fn posted_file(&mut self) -> Value {
        self.result(&["sendDocument"]).await
    }

    /// The next message that the bot changes, as Telegram remembers it then.
    pub async fn edited(&mut self) -> Value {
        self.result(&["editMessageText", "editMessageReplyMarkup"])
            .await
    }

    fn in_vain<T>(&self, methods: &[&str]) -> T {
        panic!(
            "nobody calls {methods:?}; faults {:?}, refusals {:?}",
            self.faults(),
            self.refusals()
        )
    }

    /// What the bot did that Telegram would refuse, and that it could know.
    pub fn faults(&self) -> Vec<String> {
        self.state().faults.clone()
    }

    /// What was refused to the bot for what it could not know, such as an edit
    /// that changes nothing or a message that is gone.
    pub fn refusals(&self) -> Vec<String> {
        self.state().refusals.clone()
    }

    fn state(&self) -> MutexGuard<'_, Telegram> {
        self.shared.state.lock().unwrap()
    }
}

/// The first that is one of those wanted; `None` where none comes in time.
async fn first<T>(told: &mut mpsc::UnboundedReceiver<T>, is_one: impl Fn(&T) -> bool) -> Option<T> {
    let first = async {
        loop {
            let next = told.recv().await.unwrap();
            if is_one(&next) {
                return next;
            }
        }
    };
    tokio::time::timeout(PATIENCE, first).await.ok()
}

/// An HTTP client; a proxy of the machine has no business on the loopback.
pub fn client() -> reqwest::Client {
    let client = teloxide::net::default_reqwest_settings().no_proxy();
    client.build().unwrap()
}
