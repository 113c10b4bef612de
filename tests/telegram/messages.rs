//! Messages as Telegram sends them.

use std::fmt::Display;

use serde_json::{Value, json};

pub const GROUP: i64 = -1_001_234;
/// What the bot says to a button that stands for nothing any more.
pub const EXPIRED: &str = "This answer has expired. Ask again.";

/// Somebody with this id.
pub fn person(id: i64) -> Value {
    json!({"id": id, "is_bot": false, "first_name": "Ann"})
}

/// A text in the private chat with `person`.
pub fn private(person: i64, text: &str) -> Value {
    command(json!({
        "date": 1,
        "chat": {"id": person, "type": "private", "first_name": "Ann"},
        "from": self::person(person),
        "text": text,
    }))
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

/// Marks the first word as a command where Telegram sees one in it.
pub fn command(mut message: Value) -> Value {
    let first = text(&message).split_whitespace().next();
    if let Some(command) = first.filter(|word| word.starts_with('/')) {
        let length = command.len();
        message["entities"] = json!([{"type": "bot_command", "offset": 0, "length": length}]);
    }
    message
}

/// Makes a message one that somebody else wrote, and that is passed on.
pub fn forwarded(mut message: Value) -> Value {
    message["forward_origin"] = json!({"type": "user", "date": 1, "sender_user": person(666)});
    message
}

/// Makes a message a reply to another.
pub fn replying_to(mut message: Value, replied: &Value) -> Value {
    let mut replied = replied.clone();
    replied.as_object_mut().unwrap().remove("reply_to_message");
    message["reply_to_message"] = replied;
    message
}

/// Makes a text a mention of the bot and the text.
pub fn mentioning(mut message: Value) -> Value {
    message["text"] = json!(format!("@quoth_test_bot {}", text(&message)));
    message["entities"] = json!([{"type": "mention", "offset": 0, "length": 15}]);
    message
}

/// Makes a text the caption of what `kind` names, such as a photo; of nothing if it is empty.
pub fn showing(mut message: Value, kind: &str) -> Value {
    let fields = message.as_object_mut().unwrap();
    for (text, caption) in [("text", "caption"), ("entities", "caption_entities")] {
        let value = fields.remove(text).filter(|value| *value != "");
        fields.extend(value.map(|value| (caption.to_owned(), value)));
    }
    fields.insert(
        kind.to_owned(),
        json!({"file_id": "a", "file_unique_id": "b"}),
    );
    message
}

/// What a message says.
pub fn text(message: &Value) -> &str {
    message["text"].as_str().unwrap()
}

/// What has words: a message those of its text, and a text its own.
pub trait Words: Display {
    fn words(&self) -> &str;
}

impl Words for Value {
    fn words(&self) -> &str {
        text(self)
    }
}

impl Words for str {
    fn words(&self) -> &str {
        self
    }
}

impl Words for String {
    fn words(&self) -> &str {
        self
    }
}

/// Fails where it begins otherwise.
#[track_caller]
pub fn begins(said: &(impl Words + ?Sized), start: &str) {
    assert!(said.words().starts_with(start), "{said}");
}

/// Fails where this is not in it.
#[track_caller]
pub fn says(said: &(impl Words + ?Sized), part: &str) {
    assert!(said.words().contains(part), "{said}");
}

/// Fails where it ends otherwise.
#[track_caller]
pub fn ends(said: &(impl Words + ?Sized), end: &str) {
    assert!(said.words().ends_with(end), "{said}");
}

/// The id of a message.
pub fn id(message: &Value) -> u64 {
    message["message_id"].as_u64().unwrap()
}
