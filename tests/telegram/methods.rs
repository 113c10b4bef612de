//! What Telegram remembers, and what each method of the Bot API does with it.

use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;
use std::time::Duration;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc};

use crate::grammar;
use crate::server::Call;

/// Every method that Quoth may call, with every parameter that it may give.
pub const METHODS: &[(&str, &[&str])] = &[
    ("getMe", &[]),
    ("deleteWebhook", &[]),
    ("setMyCommands", &["commands"]),
    (
        "getUpdates",
        &["offset", "limit", "timeout", "allowed_updates"],
    ),
    (
        "sendMessage",
        &[
            "chat_id",
            "message_thread_id",
            "text",
            "parse_mode",
            "link_preview_options",
            "reply_parameters",
            "reply_markup",
        ],
    ),
    (
        "sendChatAction",
        &["chat_id", "message_thread_id", "action"],
    ),
];

/// Telegram, as every call sees it.
pub struct Shared {
    pub state: Mutex<Telegram>,
    pub changed: Notify,
    pub calls: mpsc::UnboundedSender<Call>,
}

/// What Telegram remembers.
#[derive(Default)]
pub struct Telegram {
    pub updates: VecDeque<Value>,
    pub last_update: u64,
    pub last_message: u64,
    /// Counts polls, of which only the latest is served.
    polls: u64,
    pub scripted: HashMap<String, VecDeque<Value>>,
    pub faults: Vec<String>,
}

impl Shared {
    pub fn fault(&self, what: &str) -> Response {
        self.state.lock().unwrap().faults.push(what.to_owned());
        refusal(400, &format!("Bad Request: {what}"))
    }

    pub fn take_scripted(&self, method: &str) -> Option<Value> {
        let mut state = self.state.lock().unwrap();
        state.scripted.get_mut(method)?.pop_front()
    }

    /// Long polling: a new poll ends the one before, and says so with 409.
    pub async fn get_updates(&self, parameters: &Value) -> Response {
        let (Some(offset), Some(limit), Some(timeout)) = (
            parameters["offset"].as_u64(),
            parameters["limit"].as_u64(),
            parameters["timeout"].as_u64(),
        ) else {
            return self.fault("getUpdates: offset, limit and timeout must be numbers");
        };
        if parameters["allowed_updates"] != json!(["message"]) {
            return self.fault("getUpdates: Quoth reads messages, and no more");
        }
        let poll = {
            let mut state = self.state.lock().unwrap();
            let forgotten = |update: &Value| update["update_id"].as_u64() < Some(offset);
            state.updates.retain(|update| !forgotten(update));
            state.polls += 1;
            state.polls
        };
        self.changed.notify_waiters();
        let wait = async {
            loop {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if self.is_due(poll) {
                    return;
                }
                changed.await;
            }
        };
        let _ = tokio::time::timeout(Duration::from_secs(timeout), wait).await;
        let state = self.state.lock().unwrap();
        if state.polls != poll {
            return refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            );
        }
        let limit = usize::try_from(limit).unwrap();
        let updates: Vec<&Value> = state.updates.iter().take(limit).collect();
        granted(&json!(updates))
    }

    /// Whether a poll need not wait any longer.
    fn is_due(&self, poll: u64) -> bool {
        let state = self.state.lock().unwrap();
        state.polls != poll || !state.updates.is_empty()
    }

    pub fn send_message(&self, parameters: &Value) -> Response {
        let (Some(chat), Some(text)) =
            (parameters["chat_id"].as_i64(), parameters["text"].as_str())
        else {
            return self.fault("sendMessage: chat_id and text are missing");
        };
        let parsed = match parameters["parse_mode"].as_str() {
            Some("HTML") => grammar::parse(text),
            None => Ok(grammar::Parsed {
                text: text.to_owned(),
                entities: 0,
            }),
            Some(other) => Err(format!("unknown parse mode {other}")),
        };
        let parsed = match parsed {
            Ok(parsed) => parsed,
            Err(problem) => return self.fault(&format!("can't parse entities: {problem}")),
        };
        if parsed.text.trim().is_empty() {
            return self.fault("message text is empty");
        }
        if parsed.text.encode_utf16().count() > 4096 || text.len() > 32_768 {
            return self.fault("message is too long");
        }
        if parsed.entities > 100 {
            return self.fault("more entities than Telegram keeps");
        }
        let mut state = self.state.lock().unwrap();
        let reply = &parameters["reply_parameters"];
        let unknown = reply["message_id"]
            .as_u64()
            .is_some_and(|id| id > state.last_message);
        if unknown && reply["allow_sending_without_reply"] != json!(true) {
            return refusal(400, "Bad Request: message to be replied not found");
        }
        state.last_message += 1;
        granted(&json!({
            "message_id": state.last_message,
            "date": 1,
            "chat": {"id": chat, "type": "private", "first_name": "Ann"},
            "from": me(),
            "text": parsed.text,
        }))
    }
}

pub fn me() -> Value {
    json!({
        "id": 42, "is_bot": true, "first_name": "Quoth", "username": "quoth_test_bot",
        "can_join_groups": true, "can_read_all_group_messages": false,
        "supports_inline_queries": false, "has_main_web_app": false,
    })
}

pub fn granted(result: &Value) -> Response {
    Json(json!({"ok": true, "result": result})).into_response()
}

/// An error as Telegram words it.
pub fn error(code: u16, description: &str) -> Value {
    json!({"ok": false, "error_code": code, "description": description})
}

pub fn refusal(code: u16, description: &str) -> Response {
    let status = StatusCode::from_u16(code).unwrap();
    (status, Json(error(code, description))).into_response()
}
