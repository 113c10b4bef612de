//! Updates that Telegram brings: for those who run several bots behind a balancer.
//!
//! teloxide's own route says that it has an update before anything is done
//! with it, and reads it strictly. This one says so once the update is
//! handled, so that Telegram brings it again if the bot is killed meanwhile.
//! Strangers can call it too, so nothing of a call is read before its secret,
//! connections are bounded in number, size and time, and one on which the secret
//! was not shown keeps no [caller](Callers) out.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde::Serialize;
use subtle::ConstantTimeEq as _;
use teloxide::requests::Payload;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};
use url::Url;

use super::api::Api;
use super::callers::{Callers, Place};
use super::errors::{self, Tally};
use super::journal::Journal;
use super::json;
use super::lanes::{Lanes, Origin};
use super::update::{KINDS, UpdateId};
use crate::config::Webhook;

/// The header in which Telegram shows the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// Bytes of an update, at most: longer than any.
const LONGEST: usize = 1 << 20;
/// Bytes of a request's headers, at most, and how many there may be.
const LONGEST_HEADERS: usize = 16 * 1024;
const HEADERS: usize = 64;
/// Connections at once, at most: Telegram opens up to 40 (Bot API,
/// `setWebhook`, `max_connections`).
const CONNECTIONS: usize = 128;
/// How long the headers of a request may take to arrive, and then its body; and how long
/// a connection may take to show the secret.
const ARRIVAL: Duration = Duration::from_secs(10);
/// How long an update is waited for before Telegram is told that it is taken;
/// Telegram itself waits for about a minute.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to wait where the system gives no connection, such as for want of descriptors.
const EXHAUSTED: Duration = Duration::from_millis(100);

/// What a call needs.
struct Hook {
    lanes: Arc<Lanes>,
    /// Tells that an update takes long, and is to be written down.
    late: mpsc::Sender<oneshot::Sender<()>>,
    path: String,
    secret: String,
    /// Calls without the secret.
    strangers: Tally,
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
/// An address that Telegram refuses, or a system without random numbers.
pub(super) async fn announce(url: &Url, api: &Api) -> anyhow::Result<String> {
    let set = SetWebhook {
        url: url.as_str().to_owned(),
        secret_token: secret()?,
        allowed_updates: KINDS,
    };
    if let Err(error) = api.insist(None, set.clone()).await {
        anyhow::bail!(
            "Telegram does not take QUOTH_WEBHOOK_URL: {}\nhint: it must be an https address that Telegram can reach, on port 443, 80, 88 or 8443",
            errors::describe(&error)
        );
    }
    Ok(set.secret_token)
}

/// Hands updates to the lanes until `stop`.
pub(super) async fn run(
    listener: TcpListener,
    path: &str,
    secret: &str,
    lanes: &Arc<Lanes>,
    journal: &mut Journal,
    stop: impl Future<Output = ()> + Clone,
) {
    let (late, mut is_late) = mpsc::channel(1);
    let hook = Arc::new(Hook {
        lanes: Arc::clone(lanes),
        late,
        path: path.to_owned(),
        secret: secret.to_owned(),
        strangers: Tally::default(),
    });
    let mut serving = pin!(accept(&listener, &hook));
    journal.write(lanes.undone()).await;
    loop {
        tokio::select! {
            never = &mut serving => match never {},
            written = journal.keep_while(lanes, is_late.recv()) => {
                journal.write(lanes.undone()).await;
                // The call that waited for that may be over.
                let _ = written.map(|written: oneshot::Sender<()>| written.send(()));
            }
            () = stop.clone() => return,
        }
    }
}

/// Serves connections, each on its own.
async fn accept(listener: &TcpListener, hook: &Arc<Hook>) -> Infallible {
    let callers = Callers::new(CONNECTIONS);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(EXHAUSTED).await;
            continue;
        };
        let Some(place) = callers.place().await else {
            log::debug!("more than {CONNECTIONS} connections to the webhook: one is closed");
            continue;
        };
        let hook = Arc::clone(hook);
        tokio::spawn(async move { serve(stream, &hook, &place).await });
    }
}

/// Answers the requests of one connection, until it ends, is too slow, or must make way.
async fn serve(stream: TcpStream, hook: &Arc<Hook>, place: &Place) {
    let receive = service_fn(async |request| {
        let status = hook.receive(request, place).await;
        let mut response = Response::new(Empty::<Bytes>::new());
        *response.status_mut() = status;
        if status != StatusCode::OK {
            // Whoever brings no update has no reason to stay.
            let headers = response.headers_mut();
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        Ok::<_, Infallible>(response)
    });
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(ARRIVAL)
        .max_headers(HEADERS)
        .max_buf_size(LONGEST_HEADERS)
        .serve_connection(TokioIo::new(stream), receive);
    tokio::select! {
        served = serving => if let Err(error) = served {
            log::debug!("a connection to the webhook ended: {error}");
        },
        () = place.must_leave(ARRIVAL) => {
            log::debug!("a connection to the webhook showed no secret: it is closed");
        }
    }
}

impl Hook {
    /// Takes the update of a request, and says how that went.
    async fn receive(&self, request: Request<Incoming>, place: &Place) -> StatusCode {
        let shown = request.headers().get(SECRET).map(HeaderValue::as_bytes);
        if !bool::from(shown.unwrap_or_default().ct_eq(self.secret.as_bytes())) {
            if let Some(calls) = self.strangers.count() {
                log::warn!("calls of the webhook without the secret so far: {calls}");
            }
            return StatusCode::UNAUTHORIZED;
        }
        place.keep();
        if request.uri().path() != self.path {
            return StatusCode::NOT_FOUND;
        }
        if request.method() != Method::POST {
            return StatusCode::METHOD_NOT_ALLOWED;
        }
        let body = Limited::new(request.into_body(), LONGEST).collect();
        let body = match tokio::time::timeout(ARRIVAL, body).await {
            Ok(Ok(body)) => body.to_bytes(),
            Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
            Err(_) => return StatusCode::REQUEST_TIMEOUT,
        };
        let Some(update) = str::from_utf8(&body).ok().and_then(json::parsed) else {
            return StatusCode::BAD_REQUEST;
        };
        if self.lanes.room() == 0 {
            // Telegram brings it again.
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        let taken: Vec<UpdateId> = UpdateId::of(&update).into_iter().collect();
        self.lanes.take(update, Origin::Telegram);
        let done = self.lanes.are_done(&taken);
        if tokio::time::timeout(PATIENCE, done).await.is_err() {
            let (written, is_written) = oneshot::channel();
            // Where nobody writes any more, the bot is about to stop, and writes then.
            if self.late.send(written).await.is_ok() {
                let _ = is_written.await;
            }
        }
        StatusCode::OK
    }
}

/// What only this run and Telegram know: 128 random bits.
fn secret() -> anyhow::Result<String> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits)
        .context("the system gives no random numbers for the webhook's secret")?;
    Ok(format!("{:032x}", u128::from_le_bytes(bits)))
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
