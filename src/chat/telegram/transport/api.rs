//! Calls of the Bot API: in turn where Telegram limits them, again where that may help.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use reqwest::redirect::Policy;
use serde::Serialize;
use serde_json::Value;
use teloxide::payloads::{GetFile, SendDocument};
use teloxide::requests::{JsonRequest, MultipartPayload, MultipartRequest, Payload, Request as _};
use teloxide::types::{FileId, InputFile, Seconds};
use teloxide::{ApiError, Bot, RequestError};
use tokio::sync::Semaphore;
use url::Url;

use super::errors;
use super::pacing::Pace;
use crate::address::is_of_this_machine;

/// How long a message that Telegram does not take is tried again: as long as
/// Telegram itself keeps updates.
const PATIENCE: Duration = Duration::from_hours(24);
/// How long the answer to a press is: the person who pressed waits no longer.
const PRESSED: Duration = Duration::from_mins(1);
/// How long a file is tried for: somebody waits.
const FETCHED: Duration = Duration::from_mins(5);
/// How long one attempt at a file may take; teloxide's own limit is for messages.
const ATTEMPT: Duration = Duration::from_mins(2);
/// How long one attempt to send a file may take: the largest at a modest pace.
const SENT: Duration = Duration::from_mins(5);
/// Files that are sent at once: each is in memory as a whole meanwhile.
const UPLOADS: usize = 2;
/// Bytes of a file that Telegram gives to a bot, at most (Bot API, getFile).
pub const LARGEST: u64 = 20 * 1024 * 1024;

/// A bot that keeps to Telegram's limits.
pub struct Api {
    bot: Bot,
    /// The same bot, which waits longer: teloxide has one limit for all calls of a client.
    patient: Bot,
    pace: Pace,
    uploads: Semaphore,
}

impl Api {
    /// The bot of a token, at a Bot API server: Telegram's own unless `server` says another.
    ///
    /// # Errors
    ///
    /// A system on which no HTTPS client can be made.
    pub fn new(token: &str, server: Option<Url>) -> anyhow::Result<Self> {
        // A proxy leads out of this machine, and over http reads the token.
        let is_open = |server: &Url| server.scheme() == "http" || is_of_this_machine(server);
        let is_direct = server.as_ref().is_some_and(is_open);
        let bot = |limit: Option<Duration>| {
            // The token is part of every address: it follows nobody's directions elsewhere.
            let mut client = teloxide::net::default_reqwest_settings()
                .redirect(Policy::none())
                .referer(false);
            if is_direct {
                client = client.no_proxy();
            }
            if let Some(limit) = limit {
                client = client.timeout(limit);
            }
            let client = client
                .build()
                .context("no HTTPS client to reach Telegram with")?;
            anyhow::Ok(Bot::with_client(token, client))
        };
        let (mut bot, mut patient) = (bot(None)?, bot(Some(SENT))?);
        if let Some(server) = server {
            patient = patient.set_api_url(server.clone());
            bot = bot.set_api_url(server);
        }
        Ok(Self {
            bot,
            patient,
            pace: Pace::default(),
            uploads: Semaphore::new(UPLOADS),
        })
    }

    /// Calls once.
    ///
    /// # Errors
    ///
    /// Whatever Telegram or the network says.
    pub(super) async fn call<P>(&self, payload: P) -> Result<Value, RequestError>
    where
        P: Payload + Serialize + Send + 'static,
    {
        JsonRequest::new(self.bot.clone(), Verbatim(payload))
            .send()
            .await
    }

    /// Calls, in its turn where that writes to `chat`, and again as long as what fails may pass: a
    /// limit, Telegram's own errors, the network. Where a response gets lost
    /// after Telegram did what was asked, that is done twice; the Bot API has
    /// no way to ask.
    ///
    /// # Errors
    ///
    /// What does not pass, or has not passed in a day; in a minute where nothing is written.
    pub(super) async fn insist<P>(
        &self,
        chat: Option<i64>,
        payload: P,
    ) -> Result<Value, RequestError>
    where
        P: Payload + Serialize + Clone + Send + 'static,
    {
        let patience = if chat.is_some() { PATIENCE } else { PRESSED };
        let payload = &payload;
        let attempt = move || async move {
            if let Some(chat) = chat {
                self.pace.turn(chat).await;
            }
            self.call(payload.clone()).await
        };
        repeated(P::NAME, chat, patience, attempt).await
    }

    /// Sends a file to a chat, in its turn, and again as [`Self::insist`] does. Each attempt
    /// makes the `document`, whose content is in memory no longer than that; returns why
    /// that failed, if it did.
    ///
    /// # Errors
    ///
    /// What does not pass, or has not passed in 5 minutes.
    pub(super) async fn upload<R, F: Future<Output = Result<SendDocument, R>>>(
        &self,
        chat: i64,
        document: impl Fn() -> F,
    ) -> Result<Result<Value, R>, RequestError> {
        let attempt = || async {
            self.pace.turn(chat).await;
            // Never closed.
            let _turn = self.uploads.acquire().await;
            let payload = match document().await {
                Ok(payload) => payload,
                Err(refused) => return Ok(Err(refused)),
            };
            let request = MultipartRequest::new(self.patient.clone(), Verbatim(payload));
            request.send().await.map(Ok)
        };
        repeated(SendDocument::NAME, Some(chat), FETCHED, attempt).await
    }

    /// Fetches a file that was sent, as often as what fails may pass; `None`
    /// where it is larger than [`LARGEST`].
    ///
    /// # Errors
    ///
    /// What does not pass, or has not passed in 5 minutes; never with the file's address, which holds the token.
    pub(super) async fn download(&self, file: &str) -> Result<Option<Vec<u8>>, RequestError> {
        let fetched = repeated("a file", None, FETCHED, || self.fetch(file)).await;
        match fetched {
            Err(RequestError::Api(ApiError::Unknown(said))) if said.contains("too big") => Ok(None),
            fetched => fetched,
        }
    }

    async fn fetch(&self, file: &str) -> Result<Option<Vec<u8>>, RequestError> {
        // Asked for anew each time: the path is good for an hour only.
        let told = self.call(GetFile::new(FileId(file.to_owned()))).await?;
        let path = told["file_path"].as_str();
        let path = path.ok_or_else(|| unknown("the file has no path"))?;
        let mut address = self.bot.api_url();
        address
            .path_segments_mut()
            .map_err(|()| unknown("the Bot API server has no paths"))?
            .pop_if_empty()
            .extend(["file", &format!("bot{}", self.bot.token())])
            .extend(path.split('/'));
        let request = self.bot.client().get(address).timeout(ATTEMPT);
        let without_address = reqwest::Error::without_url;
        let mut response = request.send().await.map_err(without_address)?;
        let status = response.status();
        if status.as_u16() == 429 {
            let seconds = response.headers().get("retry-after");
            let seconds = seconds.and_then(|seconds| seconds.to_str().ok()?.parse().ok());
            let seconds = Seconds::from_seconds(seconds.unwrap_or(1));
            return Err(RequestError::RetryAfter(seconds));
        }
        if !status.is_success() {
            return Err(unknown(status.canonical_reason().unwrap_or("no file")));
        }
        let mut content = Vec::new();
        while let Some(part) = response.chunk().await.map_err(without_address)? {
            content.extend_from_slice(&part);
            if content.len() as u64 > LARGEST {
                return Ok(None);
            }
        }
        Ok(Some(content))
    }
}

/// An error in Telegram's words.
fn unknown(said: &str) -> RequestError {
    RequestError::Api(ApiError::Unknown(said.to_owned()))
}

/// Tries something until it does, or fails in a way that does not pass, or `patience` ends.
async fn repeated<T, F: Future<Output = Result<T, RequestError>>>(
    what: &str,
    chat: Option<i64>,
    patience: Duration,
    attempt: impl Fn() -> F,
) -> Result<T, RequestError> {
    let began = Instant::now();
    let mut failures = 0;
    loop {
        let error = match attempt().await {
            Ok(result) => return Ok(result),
            Err(error) => error,
        };
        let pause = errors::pause(&error, failures);
        if !errors::may_pass(&error) || began.elapsed() + pause > patience {
            return Err(error);
        }
        log::info!(
            "{} failed{}: {}; again in {} s",
            what,
            chat.map_or(String::new(), |chat| format!(" in chat {chat}")),
            errors::describe(&error),
            pause.as_secs()
        );
        tokio::time::sleep(pause).await;
        failures += 1;
    }
}

/// A call whose result stays as Telegram wrote it. A message that was sent is
/// sent, though its description may hold what teloxide cannot read.
#[derive(Clone, Serialize)]
#[serde(transparent)]
struct Verbatim<P>(P);

impl<P: Payload> Payload for Verbatim<P> {
    type Output = Value;
    const NAME: &'static str = P::NAME;
}

impl<P: MultipartPayload> MultipartPayload for Verbatim<P> {
    fn copy_files(&self, into: &mut dyn FnMut(InputFile)) {
        self.0.copy_files(into);
    }

    fn move_files(&mut self, into: &mut dyn FnMut(InputFile)) {
        self.0.move_files(into);
    }
}
