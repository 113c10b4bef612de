//! Calls of the Bot API: in turn where Telegram limits them, again where that may help.

use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;
use teloxide::requests::{JsonRequest, Payload, Request as _};
use teloxide::{Bot, RequestError};

use super::pacing::Pace;
use super::trouble;

/// How long a message that Telegram does not take is tried again: as long as
/// Telegram itself keeps updates.
const PATIENCE: Duration = Duration::from_hours(24);
/// How long the answer to a press is: whoever pressed waits no longer.
const PRESSED: Duration = Duration::from_mins(1);

/// A bot that keeps to Telegram's limits.
pub(super) struct Api {
    bot: Bot,
    pace: Pace,
}

impl Api {
    pub(super) fn new(bot: Bot) -> Self {
        Self {
            bot,
            pace: Pace::default(),
        }
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
        let began = Instant::now();
        let patience = if chat.is_some() { PATIENCE } else { PRESSED };
        let mut failures = 0;
        loop {
            if let Some(chat) = chat {
                self.pace.turn(chat).await;
            }
            let error = match self.call(payload.clone()).await {
                Ok(result) => return Ok(result),
                Err(error) => error,
            };
            let pause = trouble::pause(&error, failures);
            if !trouble::may_pass(&error) || began.elapsed() + pause > patience {
                return Err(error);
            }
            log::info!(
                "{} failed{}: {}; again in {} s",
                P::NAME,
                chat.map_or(String::new(), |chat| format!(" in chat {chat}")),
                trouble::describe(&error),
                pause.as_secs()
            );
            tokio::time::sleep(pause).await;
            failures += 1;
        }
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
