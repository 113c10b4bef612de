//! Updates by long polling, read so that no novelty of the Bot API loses a question.
//!
//! teloxide parses a message strictly: a single entity of a type that it does
//! not know, and the message has no text, without any error. So raw JSON is
//! polled here, and a text message is cut down to what Quoth reads before
//! teloxide parses it.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use futures_util::Stream;
use serde::Serialize;
use serde_json::Value;
use teloxide::requests::{JsonRequest, Payload, Request as _};
use teloxide::stop::{StopFlag, StopToken, mk_stop_token};
use teloxide::types::{Message, MessageEntity, Update, UpdateId, UpdateKind};
use teloxide::update_listeners::{StatefulListener, UpdateListener};
use teloxide::{ApiError, Bot, RequestError};

use super::trouble;

/// How long Telegram may hold a request until there is an update; teloxide's client gives up after 17 s.
const POLL_SECONDS: u32 = 10;
/// How long to wait, on the way out, for Telegram to note which updates were taken.
const LAST_WORD: Duration = Duration::from_secs(3);
/// What of a text message is read; all else is dropped before it can be misread.
const READ: &[&str] = &[
    "message_id",
    "message_thread_id",
    "is_topic_message",
    "date",
    "chat",
    "from",
    "sender_chat",
    "via_bot",
    "is_automatic_forward",
    "text",
    "entities",
    "reply_to_message",
];

/// Listens for messages until the token is used.
pub(super) fn polling(bot: Bot) -> (impl UpdateListener<Err = Infallible> + Send, StopToken) {
    let (token, stopped) = mk_stop_token();
    let polling = Polling {
        bot,
        offset: 0,
        waiting: VecDeque::new(),
        stopped,
        token: token.clone(),
        failures: 0,
        told_of_conflict: false,
    };
    (
        StatefulListener::new(polling, updates, |polling: &mut Polling| {
            polling.token.clone()
        }),
        token,
    )
}

fn updates(polling: &mut Polling) -> impl Stream<Item = Result<Update, Infallible>> + Send + '_ {
    futures_util::stream::unfold(polling, |polling| async move {
        polling.next().await.map(|update| (Ok(update), polling))
    })
}

struct Polling {
    bot: Bot,
    /// One past the last update that was taken: Telegram forgets those before it.
    offset: i64,
    /// Received and not yet taken.
    waiting: VecDeque<Value>,
    stopped: StopFlag,
    token: StopToken,
    /// Requests that failed since the last one that did not.
    failures: u32,
    told_of_conflict: bool,
}

impl Polling {
    /// The next message; `None` once the token was used, though more may wait at Telegram for the next start.
    async fn next(&mut self) -> Option<Update> {
        while !self.stopped.is_stopped() {
            if let Some(raw) = self.waiting.pop_front() {
                let Some(id) = raw
                    .get("update_id")
                    .and_then(Value::as_u64)
                    .and_then(|id| u32::try_from(id).ok())
                else {
                    continue;
                };
                self.offset = i64::from(id) + 1;
                match message(raw) {
                    Some(message) => {
                        return Some(Update {
                            id: UpdateId(id),
                            kind: UpdateKind::Message(message),
                        });
                    }
                    None => log::warn!("update {id} is not understood: passed over"),
                }
                continue;
            }
            let received = tokio::select! {
                received = self.get_updates(POLL_SECONDS, 100) => received,
                () = self.stopped.clone() => break,
            };
            match received {
                Ok(updates) => {
                    self.failures = 0;
                    self.waiting = updates.into();
                }
                Err(error) => {
                    self.tell(&error);
                    let pause = trouble::pause(&error, self.failures);
                    self.failures = self.failures.saturating_add(1);
                    tokio::select! {
                        () = tokio::time::sleep(pause) => {}
                        () = self.stopped.clone() => {}
                    }
                }
            }
        }
        // If this fails, the last messages are answered again after the next start.
        let _ = tokio::time::timeout(LAST_WORD, self.get_updates(0, 1)).await;
        None
    }

    fn get_updates(
        &self,
        timeout: u32,
        limit: u8,
    ) -> impl Future<Output = Result<Vec<Value>, RequestError>> + Send + 'static {
        JsonRequest::new(
            self.bot.clone(),
            GetUpdates {
                offset: self.offset,
                timeout,
                limit,
                allowed_updates: ["message"],
            },
        )
        .send()
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
        } else if self.failures == 0 {
            log::warn!(
                "no messages from Telegram: {}; trying until they come",
                trouble::describe(error)
            );
        }
    }
}

/// `getUpdates`, whose result stays as Telegram wrote it.
#[derive(Clone, Serialize)]
struct GetUpdates {
    offset: i64,
    timeout: u32,
    limit: u8,
    /// In every request: Telegram remembers the last list, but not from a request that got lost.
    allowed_updates: [&'static str; 1],
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "getUpdates";
}

/// The message of a raw update.
fn message(mut update: Value) -> Option<Message> {
    let mut message = update.get_mut("message")?.take();
    cut_down(&mut message);
    serde_json::from_value(message).ok()
}

/// Leaves of a text message what is read. Of what it replies to, only text matters.
fn cut_down(message: &mut Value) {
    let Some(fields) = message
        .as_object_mut()
        .filter(|fields| fields.contains_key("text"))
    else {
        return;
    };
    fields.retain(|name, _| READ.contains(&name.as_str()));
    if let Some(Value::Array(entities)) = fields.get_mut("entities") {
        entities.retain(|entity| serde_json::from_value::<MessageEntity>(entity.clone()).is_ok());
    }
    match fields.get_mut("reply_to_message") {
        Some(replied) if replied.get("text").is_some() => cut_down(replied),
        _ => drop(fields.remove("reply_to_message")),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use serde_json::json;

    use super::*;

    fn text_message(more: &Value) -> Value {
        let mut fields = json!({"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private", "first_name": "Ann"}, "text": "Who sails at 9:00?"});
        for (name, value) in more.as_object().unwrap() {
            fields[name] = value.clone();
        }
        fields
    }

    #[test]
    fn entities_of_unknown_types_do_not_lose_the_text() {
        let entities = json!([
            {"type": "date_time", "offset": 13, "length": 4, "unix_time": 1},
            {"type": "bold", "offset": 0, "length": 3},
            {"type": "text_link", "offset": 0, "length": 3, "url": "https://example.org"},
            {"type": "pre", "offset": 0, "length": 3, "language": "rust"},
            {"type": "custom_emoji", "offset": 0, "length": 3, "custom_emoji_id": "1"},
            {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 1, "is_bot": false, "first_name": "Bo"}},
            "no entity at all",
        ]);
        let read = message(
            json!({"update_id": 1, "message": text_message(&json!({"entities": entities}))}),
        )
        .unwrap();
        assert_eq!(read.text(), Some("Who sails at 9:00?"));
        assert_eq!(read.entities().map(<[_]>::len), Some(5));
    }

    #[test]
    fn fields_of_unknown_shapes_do_not_lose_the_text() {
        let strange = json!({"origin": {"type": "yet_unheard_of"}, "chat": 5});
        for name in [
            "external_reply",
            "quote",
            "forward_origin",
            "link_preview_options",
            "reply_markup",
            "reply_to_story",
            "suggested_post_info",
        ] {
            let read =
                message(json!({"update_id": 1, "message": text_message(&json!({name: strange}))}))
                    .unwrap();
            assert_eq!(read.text(), Some("Who sails at 9:00?"), "{name}");
        }
    }

    #[test]
    fn of_what_is_replied_to_only_text_is_kept() {
        let unknown = json!([{"type": "date_time", "offset": 0, "length": 1}]);
        let replied = text_message(
            &json!({"text": "It sails.", "entities": unknown, "from": {"id": 42, "is_bot": true, "first_name": "Quoth"}}),
        );
        let read = message(json!({"message": text_message(&json!({"reply_to_message": replied}))}))
            .unwrap();
        assert_eq!(
            read.reply_to_message().and_then(Message::text),
            Some("It sails.")
        );
        let read = message(
            json!({"message": text_message(&json!({"reply_to_message": {"yet": "unheard of"}}))}),
        )
        .unwrap();
        assert!(read.reply_to_message().is_none() && read.text().is_some());
    }

    #[test]
    fn what_is_no_message_is_none() {
        for update in [
            json!({"update_id": 1}),
            json!({"message": 5}),
            json!({"message": {"text": "Who?"}}),
            json!(5),
        ] {
            assert!(message(update).is_none());
        }
    }
}
