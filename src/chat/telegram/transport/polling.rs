//! Updates by long polling.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use teloxide::requests::Payload;
use teloxide::{ApiError, RequestError};

use super::api::Api;
use super::journal::Journal;
use super::lanes::{Lanes, Origin};
use super::update::{KINDS, UpdateId};
use super::{errors, json, startup};

/// Seconds for which Telegram may hold a request until there is an update.
const QUIET: u32 = 10;
/// The same while people ask: should a response get lost, they wait no longer than need be.
const BUSY: u32 = 1;
/// How much later than that a response is given up.
const LATE: Duration = Duration::from_secs(4);
/// Updates in one response, at most (Bot API, getUpdates).
const MOST: usize = 100;
/// How long answers are waited for before more is asked for: most questions
/// are answered by then, and need not be written down.
const SETTLING: Duration = Duration::from_millis(500);
/// How long to wait after a response without updates: a server that does not
/// hold requests, as emulators do, is not asked without end.
const IDLE: Duration = Duration::from_millis(100);
/// How long to wait, on the way out, for Telegram to note which updates were taken.
const LAST_WORD: Duration = Duration::from_secs(3);

/// Asks Telegram for updates.
pub(super) struct Polling<'a> {
    api: &'a Api,
    /// One past the last update that was taken: Telegram forgets those before
    /// it. 0 once it has, since after a week of silence it numbers anew.
    offset: i64,
    /// Whether the last response brought updates.
    is_busy: bool,
    /// Requests that failed since the last one that did not.
    failures: u32,
    told_of_conflict: bool,
}

impl<'a> Polling<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self {
            api,
            offset: 0,
            is_busy: false,
            failures: 0,
            told_of_conflict: false,
        }
    }

    /// Hands updates to the lanes until `stop`.
    ///
    /// # Errors
    ///
    /// A token that Telegram no longer knows.
    pub(super) async fn run(
        &mut self,
        lanes: &Arc<Lanes>,
        journal: &mut Journal,
        stop: impl Future<Output = ()> + Clone,
    ) -> anyhow::Result<()> {
        loop {
            let room = lanes.has_room();
            tokio::select! {
                () = journal.keep_while(lanes, room) => {}
                () = stop.clone() => return Ok(()),
            }
            journal.write(lanes.undone()).await;
            let poll = self.poll(lanes.room().min(MOST));
            let received = tokio::select! {
                received = journal.keep_while(lanes, poll) => received,
                () = stop.clone() => return Ok(()),
            };
            if let Some(Err(RequestError::Api(ApiError::InvalidToken))) = received {
                return Err(startup::refused());
            }
            let next = self.settle(received, lanes);
            tokio::select! {
                () = journal.keep_while(lanes, next) => {}
                () = stop.clone() => return Ok(()),
            }
        }
    }

    /// The response to a poll; `None` where it is late.
    async fn poll(&self, limit: usize) -> Option<Result<Vec<Value>, RequestError>> {
        let held = if self.is_busy { BUSY } else { QUIET };
        let patience = Duration::from_secs(held.into()) + LATE;
        let response = self.get_updates(held, limit);
        tokio::time::timeout(patience, response).await.ok()
    }

    /// Has what came handled, and waits until it is time for the next poll.
    async fn settle(
        &mut self,
        received: Option<Result<Vec<Value>, RequestError>>,
        lanes: &Arc<Lanes>,
    ) {
        let pause = match received {
            Some(Ok(updates)) if updates.is_empty() => {
                (self.failures, self.is_busy, self.offset) = (0, false, 0);
                return tokio::time::sleep(IDLE).await;
            }
            Some(Ok(updates)) => {
                let taken = self.hand_over(updates, lanes);
                if !taken.is_empty() {
                    let settled = lanes.are_done(&taken);
                    // What takes longer, the journal has.
                    let _ = tokio::time::timeout(SETTLING, settled).await;
                    return;
                }
                // They come again, since nothing tells Telegram which they are.
                errors::backoff(self.failures)
            }
            Some(Err(error)) => {
                self.tell(&error);
                errors::pause(&error, self.failures)
            }
            None => {
                self.tell_failure("there was no response in time");
                errors::backoff(self.failures)
            }
        };
        self.failures = self.failures.saturating_add(1);
        tokio::time::sleep(pause).await;
    }

    /// Returns the ids of the updates.
    fn hand_over(&mut self, updates: Vec<Value>, lanes: &Arc<Lanes>) -> Vec<UpdateId> {
        let taken: Vec<UpdateId> = updates.iter().filter_map(UpdateId::of).collect();
        if let Some(last) = taken.iter().map(|mark| mark.number()).max() {
            (self.failures, self.is_busy, self.offset) = (0, true, last + 1);
        }
        for update in updates {
            lanes.take(update, Origin::Telegram);
        }
        taken
    }

    /// Lets Telegram know what was taken; `false` where it does not hear that.
    pub(super) async fn take_leave(&self) -> bool {
        if self.offset == 0 {
            return true;
        }
        let heard = tokio::time::timeout(LAST_WORD, self.get_updates(0, 1)).await;
        heard.is_ok_and(|response| response.is_ok())
    }

    async fn get_updates(&self, timeout: u32, limit: usize) -> Result<Vec<Value>, RequestError> {
        let payload = GetUpdates {
            offset: self.offset,
            timeout,
            limit,
            allowed_updates: KINDS,
        };
        let updates = match self.api.call(payload).await {
            Err(RequestError::InvalidJson { source, raw }) => {
                let result = json::parsed(&raw).and_then(json::result);
                result.ok_or(RequestError::InvalidJson { source, raw })?
            }
            called => called?,
        };
        Ok(match updates {
            Value::Array(updates) => updates,
            _ => Vec::new(),
        })
    }

    /// Tells the operator, once: of each run of failures, and of another poller at all.
    fn tell(&mut self, error: &RequestError) {
        if matches!(
            error,
            RequestError::Api(ApiError::TerminatedByOtherGetUpdates)
        ) {
            if !std::mem::replace(&mut self.told_of_conflict, true) {
                log::error!(
                    "another program answers with this bot's token, and each takes messages from the other: stop one of them"
                );
            }
        } else {
            self.tell_failure(&errors::describe(error));
        }
    }

    fn tell_failure(&self, what: &str) {
        if self.failures == 0 {
            log::warn!("no messages from Telegram: {what}; trying until they come");
        }
    }
}

/// `getUpdates`: teloxide's own takes a response as a whole or not at all.
#[derive(Clone, Serialize)]
struct GetUpdates {
    offset: i64,
    timeout: u32,
    limit: usize,
    /// In every request: Telegram remembers the last list, but not from a request that got lost.
    allowed_updates: [&'static str; KINDS.len()],
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "getUpdates";
}
