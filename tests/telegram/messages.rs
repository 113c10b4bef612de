//! Messages as Telegram sends them.

use serde_json::{Value, json};

pub const GROUP: i64 = -1_001_234;

/// Somebody with this id.
pub fn person(id: i64) -> Value {
    json!({"id": id, "is_bot": false, "first_name": "Ann"})
}

/// A text in the private chat with `person`.
pub fn private(person: i64, text: &str) -> Value {
    json!({
        "date": 1,
        "chat": {"id": person, "type": "private", "first_name": "Ann"},
        "from": self::person(person),
        "text": text,
    })
}

/// A text that `person` writes in a group.
pub fn group(chat: i64, person: i64, text: &str) -> Value {
    let mut message = private(person, text);
    message["chat"] = json!({"id": chat, "type": "supergroup", "title": "Ferries"});
    message
}

/// Puts a message into a topic of its chat.
pub fn in_topic(mut message: Value, topic: i64) -> Value {
    message["message_thread_id"] = json!(topic);
    message["is_topic_message"] = json!(true);
    message
}

/// Marks the first word as the command that Telegram sees in it.
pub fn command(mut message: Value) -> Value {
    let text = message["text"].as_str().unwrap();
    let length = text.split_whitespace().next().unwrap().len();
    message["entities"] = json!([{"type": "bot_command", "offset": 0, "length": length}]);
    message
}
