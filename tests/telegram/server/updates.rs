//! What happens to the bot: updates, until the bot has them.

use std::collections::VecDeque;

use serde_json::{Value, json};

use super::Server;
use super::state::{Telegram, patiently};
use crate::messages::{command, person};
use crate::methods::Refusal;

/// The kinds of updates that this server knows.
const KINDS: &[&str] = &[
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
];

/// Updates on their way.
#[derive(Default)]
pub struct Updates {
    /// With their ids, since a test may send updates without one.
    pub queue: VecDeque<(u64, Value)>,
    last: u64,
    /// The kinds that the bot wants, once it has said so.
    pub allowed: Option<Vec<String>>,
    /// Counts polls, of which only the latest is served.
    pub polls: u64,
}

impl Updates {
    /// Queues an update, unless the bot has said that it wants none of its kind.
    fn push(&mut self, kind: &str, payload: &Value) {
        if self
            .allowed
            .as_ref()
            .is_some_and(|allowed| !allowed.iter().any(|other| other == kind))
        {
            return;
        }
        self.last += 1;
        let update = json!({"update_id": self.last, kind: payload});
        self.queue.push_back((self.last, update));
    }

    /// Forgets what comes before `offset`; before the last -`offset` updates if that is negative.
    pub fn forget(&mut self, offset: i64) {
        let surplus = if let Ok(offset) = u64::try_from(offset) {
            self.queue.iter().filter(|(id, _)| *id < offset).count()
        } else {
            let kept = offset.unsigned_abs() as usize;
            self.queue.len().saturating_sub(kept)
        };
        self.queue.drain(..surplus);
    }

    /// Remembers which kinds the bot wants, if it says so; an empty list means all.
    pub fn allow(&mut self, kinds: &Value) -> Result<(), Refusal> {
        if kinds.is_null() {
            return Ok(());
        }
        let Ok(kinds) = serde_json::from_value::<Vec<String>>(kinds.clone()) else {
            return Err(Refusal::fault("allowed_updates must be a list of strings"));
        };
        if let Some(kind) = kinds.iter().find(|kind| !KINDS.contains(&kind.as_str())) {
            return Err(Refusal::fault(format!("{kind} is no kind of update here")));
        }
        self.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
        Ok(())
    }
}

impl Telegram {
    pub fn happen(&mut self, kind: &str, payload: &Value) {
        self.updates.push(kind, payload);
    }

    /// The next id of a query: Telegram's have 19 digits, and are text.
    pub fn next_query(&self) -> String {
        (4_711_000_000_000_000_001 + self.queries.len()).to_string()
    }
}

impl Server {
    /// Someone sends the bot a message, of which this returns the id.
    pub fn deliver(&self, message: &Value) -> u64 {
        self.shared.change(|telegram| {
            let mut message = message.clone();
            telegram.chat_of(&message);
            let id = telegram.next_message(&message["chat"]);
            message["message_id"] = json!(id);
            if let Some(chat) = telegram.chat_of(&message) {
                let topic = message["message_thread_id"].as_i64();
                let topic = topic.filter(|_| message["is_topic_message"] == true);
                chat.topics.extend(topic);
                chat.messages.insert(id, message.clone());
            }
            telegram.happen("message", &message);
            id
        })
    }

    /// Someone changes the text of a message that was delivered, a second later.
    pub fn edit(&self, chat: i64, message: u64, text: &str) {
        let date = self.message(chat, message).expect("the message is gone")["date"].as_i64();
        let changed = json!({"text": text, "edit_date": date.unwrap() + 1, "entities": []});
        self.edit_with(chat, message, &command(changed));
    }

    /// Someone changes these fields of a message that was delivered, such as
    /// `text`, `entities`, `date` and `edit_date` (in seconds).
    pub fn edit_with(&self, chat: i64, message: u64, changed: &Value) {
        self.shared.change(|telegram| {
            let edited = telegram
                .message(chat, message)
                .expect("the message is gone");
            for (name, value) in changed.as_object().unwrap() {
                edited[name] = value.clone();
            }
            let edited = edited.clone();
            telegram.happen("edited_message", &edited);
        });
    }

    /// Someone adds the bot to a chat (`member`), or removes it (`left`, `kicked`).
    pub fn membership(&self, chat: &Value, by: i64, status: &str) {
        let standing = |status: &str| {
            let mut member = json!({"user": super::settings::bot(), "status": status});
            if status == "kicked" {
                member["until_date"] = json!(0);
            }
            member
        };
        let before = if status == "member" { "left" } else { "member" };
        let change = json!({
            "chat": chat, "from": person(by), "date": 1,
            "old_chat_member": standing(before), "new_chat_member": standing(status),
        });
        self.shared.change(|telegram| {
            telegram.chat_of(&change);
            telegram.happen("my_chat_member", &change);
        });
    }

    /// Delivers an update as it is, wanted or not, and however wrong it is;
    /// only a missing `update_id` is put in.
    pub fn deliver_raw(&self, update: &Value) {
        self.shared.change(|telegram| {
            let updates = &mut telegram.updates;
            let mut update = update.clone();
            let id = update["update_id"].as_u64().unwrap_or(updates.last + 1);
            updates.last = updates.last.max(id);
            if let Some(fields) = update.as_object_mut() {
                fields.retain(|_, value| !value.is_null());
                fields.entry("update_id").or_insert(json!(id));
            }
            updates.queue.push_back((id, update));
        });
    }

    /// How many updates the bot has not yet said that it has.
    pub fn waiting(&self) -> usize {
        self.state().updates.queue.len()
    }

    /// Waits until the bot has said that it has every update.
    pub async fn taken(&self) {
        let taken = self
            .shared
            .until(|telegram| telegram.updates.queue.is_empty().then_some(()));
        patiently(taken, "the bot to take its updates").await;
    }
}
