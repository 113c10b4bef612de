//! Updates that Telegram brings: for those who run several bots behind a balancer.
//!
//! teloxide's own route says that it has an update before anything is done
//! with it, and reads it strictly. This one says so once the update is
//! handled, so that Telegram brings it again if the bot is killed meanwhile.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde::Serialize;
use serde_json::Value;
use teloxide::requests::Payload;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use url::Url;

use super::api::Api;
use super::dispatcher::Dispatcher;
use super::journal::Journal;
use super::trouble;
use super::update::{KINDS, Mark};
use crate::config::Webhook;

/// The header in which Telegram shows the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// Longer than any update.
const LONGEST: usize = 1 << 20;
/// How long an update is waited for before Telegram is told that it is taken;
/// Telegram itself waits for about a minute.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the route needs.
struct Hook {
    dispatcher: Arc<Dispatcher>,
    /// Tells that an update takes long, and is to be written down.
    late: mpsc::Sender<oneshot::Sender<()>>,
    secret: String,
}

/// Listens where updates will arrive.
///
/// # Errors
///
/// An address that is not free, or not of this machine.
pub(super) async fn listen(webhook: &Webhook) -> anyhow::Result<TcpListener> {
    let listen = webhook.listen;
    TcpListener::bind(listen).await.with_context(|| {
        format!("{listen} cannot be listened on\nhint: set QUOTH_WEBHOOK_LISTEN to an address and a port of this machine that are free")
    })
}

/// Has Telegram bring updates to an address, and returns the secret that it will show there.
///
/// # Errors
///
/// An address that Telegram refuses.
pub(super) async fn announce(url: &Url, api: &Api) -> anyhow::Result<String> {
    let set = SetWebhook {
        url: url.as_str().to_owned(),
        secret_token: secret(),
        allowed_updates: KINDS,
    };
    if let Err(error) = api.insist(None, set.clone()).await {
        anyhow::bail!(
            "Telegram does not take QUOTH_WEBHOOK_URL: {}\nhint: it must be an https address that Telegram can reach, on port 443, 80, 88 or 8443",
            trouble::describe(&error)
        );
    }
    Ok(set.secret_token)
}

/// Hands updates to the dispatcher until `stop`.
///
/// # Errors
///
/// A listener that fails.
pub(super) async fn run(
    listener: TcpListener,
    path: &str,
    secret: String,
    dispatcher: &Arc<Dispatcher>,
    journal: &mut Journal,
    stop: impl Future<Output = ()> + Clone,
) -> anyhow::Result<()> {
    let (late, mut is_late) = mpsc::channel(1);
    let hook = Arc::new(Hook {
        dispatcher: Arc::clone(dispatcher),
        late,
        secret,
    });
    let route = Router::new()
        // A path may have parts that the router's own syntax does not: "/:quoth".
        .without_v07_checks()
        .route(path, post(receive))
        .layer(DefaultBodyLimit::max(LONGEST))
        .with_state(hook);
    let mut serving = pin!(async { axum::serve(listener, route).await });
    journal.write(dispatcher.undone()).await;
    loop {
        tokio::select! {
            served = &mut serving => return served.context("updates cannot be received any more"),
            written = journal.keep_while(dispatcher, is_late.recv()) => {
                journal.write(dispatcher.undone()).await;
                // Whoever waited for that may be gone.
                let _ = written.map(|written: oneshot::Sender<()>| written.send(()));
            }
            () = stop.clone() => return Ok(()),
        }
    }
}

async fn receive(State(hook): State<Arc<Hook>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let shown = headers.get(SECRET).map(axum::http::HeaderValue::as_bytes);
    if shown != Some(hook.secret.as_bytes()) {
        log::warn!("somebody who does not know the secret called the webhook");
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(update) = serde_json::from_slice::<Value>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    if hook.dispatcher.room() == 0 {
        // Telegram brings it again.
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let taken: Vec<Mark> = Mark::of(&update).into_iter().collect();
    hook.dispatcher.take(update);
    let done = hook.dispatcher.are_done(&taken);
    if tokio::time::timeout(PATIENCE, done).await.is_err() {
        let (written, is_written) = oneshot::channel();
        // Where nobody writes any more, the bot is about to stop, and writes then.
        if hook.late.send(written).await.is_ok() {
            let _ = is_written.await;
        }
    }
    StatusCode::OK
}

/// What only this run and Telegram know: 128 bits that nobody can guess, since
/// the standard library's hashers have keys of so many random bits.
fn secret() -> String {
    let part = |_| format!("{:016x}", RandomState::new().build_hasher().finish());
    (0..2).map(part).collect()
}

/// `setWebhook`, whose teloxide counterpart is a form with a file.
#[derive(Clone, Serialize)]
struct SetWebhook {
    url: String,
    secret_token: String,
    allowed_updates: [&'static str; KINDS.len()],
}

impl Payload for SetWebhook {
    type Output = bool;
    const NAME: &'static str = "setWebhook";
}
