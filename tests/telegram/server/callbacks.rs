//! Buttons that people press, and what the bot answers.

use serde_json::{Value, json};

use super::state::{Query, Telegram, patiently};
use super::{Server, keyboard};
use crate::messages::person;
use crate::methods::{Outcome, Refusal};

pub const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

impl Telegram {
    pub fn answer_callback_query(&mut self, parameters: &Value) -> Outcome {
        let text = parameters["text"].as_str().unwrap_or_default();
        Refusal::unless(text.chars().count() <= 200, "MESSAGE_TOO_LONG")?;
        Refusal::unless(parameters["url"].is_null(), "URL_INVALID")?;
        self.answer(&parameters["callback_query_id"], Query::Callback)
    }

    /// Answers a query, once, while somebody waits for that.
    pub fn answer(&mut self, id: &Value, kind: Query) -> Outcome {
        let Some(id) = id.as_str() else {
            return Err(Refusal::fault("a query's id must be a string"));
        };
        match self.queries.get_mut(id) {
            Some(query) if *query == kind => {
                *query = Query::Answered;
                Ok(json!(true))
            }
            _ => Err(Refusal::fate(TOO_OLD)),
        }
    }
}

impl Server {
    /// `person` presses a button with this data under a message, which need
    /// not have it any longer. Returns the id of the callback query.
    pub fn press(&self, chat: i64, message: u64, data: &str, person: i64) -> String {
        let message = self.message(chat, message).expect("the message is gone");
        self.query(&message, data, person)
    }

    /// As [`Server::press`], under a message that is too old, or deleted, for Telegram to show it.
    pub fn press_inaccessible(&self, chat: i64, message: u64, data: &str, person: i64) -> String {
        let chat = self.state().chats[&chat].description.clone();
        let message = json!({"chat": chat, "message_id": message, "date": 0});
        self.query(&message, data, person)
    }

    /// As [`Server::press`], under a message that has such a button, as one that an earlier run of
    /// the bot sent.
    pub fn press_of_old(&self, chat: i64, message: u64, data: &str, person: i64) -> String {
        let mut message = self.message(chat, message).expect("the message is gone");
        let button = json!({"text": "Old", "callback_data": data});
        message["reply_markup"] = json!({"inline_keyboard": [[button]]});
        self.query(&message, data, person)
    }

    /// `person` presses the button with this text.
    pub fn press_button(&self, chat: i64, message: u64, label: &str, person: i64) -> String {
        let shown = self.message(chat, message).expect("the message is gone");
        let buttons = keyboard::buttons(&shown);
        let button = buttons.iter().find(|(text, _)| text == label);
        let (_, data) = button.unwrap_or_else(|| panic!("no button {label:?} in {buttons:?}"));
        self.query(&shown, data, person)
    }

    fn query(&self, message: &Value, data: &str, by: i64) -> String {
        self.shared.change(|telegram| {
            let id = telegram.next_query();
            let query = json!({
                "id": id,
                "from": person(by),
                "message": message,
                "chat_instance": "-4711",
                "data": data,
            });
            telegram.queries.insert(id.clone(), Query::Callback);
            telegram.happen("callback_query", &query);
            id
        })
    }

    /// Nobody waits any longer for the answer of this callback or inline query.
    pub fn expire(&self, query: &str) {
        let mut state = self.state();
        *state.queries.get_mut(query).expect("no such query") = Query::Expired;
    }

    /// Waits until this callback or inline query is answered.
    pub async fn answered(&self, query: &str) {
        let answered = self.shared.until(|telegram| {
            let now = telegram.queries.get(query).expect("no such query");
            (*now == Query::Answered).then_some(())
        });
        patiently(answered, "the answer of a query").await;
    }

    /// The callback queries for whose answer somebody waits.
    pub fn unanswered_callbacks(&self) -> Vec<String> {
        let state = self.state();
        let waiting = state.queries.iter();
        let waiting = waiting.filter(|(_, query)| **query == Query::Callback);
        waiting.map(|(id, _)| id.clone()).collect()
    }
}
