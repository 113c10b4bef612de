//! Messages that the bot sends, changes and takes back.

use serde_json::{Value, json};

use super::Server;
use super::parameters::only;
use super::settings::bot;
use super::state::Telegram;
use super::{keyboard, text};
use crate::methods::{Outcome, Refusal};

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

/// Bytes of a file that a bot can send.
const LARGEST_SENT: u64 = 50 * 1024 * 1024;

impl Telegram {
    pub fn send_message(&mut self, parameters: &Value) -> Outcome {
        let formatted = text::formatted(parameters, "text")?;
        let markup = &parameters["reply_markup"];
        keyboard::check(markup)?;
        let mut message = self.addressed(parameters)?;
        message["text"] = json!(formatted.text);
        set(&mut message, "entities", &json!(formatted.entities));
        set(&mut message, "reply_markup", markup);
        Ok(self.put(message))
    }

    /// A file of up to 50 MB, which is not empty and has a name.
    pub fn send_document(&mut self, parameters: &Value) -> Outcome {
        let markup = &parameters["reply_markup"];
        keyboard::check(markup)?;
        let file = &parameters["document"];
        let size = file["file_size"].as_u64().unwrap_or_default();
        Refusal::unless(file.is_object(), "there is no document in the request")?;
        let is_empty = size == 0 || file["file_name"] == "";
        Refusal::unless(!is_empty, "file must be non-empty")?;
        if size > LARGEST_SENT {
            return Err(Refusal {
                code: 413,
                description: "Request Entity Too Large".to_owned(),
                fault: true,
            });
        }
        let mut message = self.addressed(parameters)?;
        message["document"] = json!({
            "file_id": format!("sent-{}", message["message_id"]),
            "file_unique_id": "c",
            "file_name": file["file_name"],
            "mime_type": "application/octet-stream",
            "file_size": size,
        });
        set(&mut message, "reply_markup", markup);
        Ok(self.put(message))
    }

    /// A message of the bot without its content, where and in reply to what a call says.
    fn addressed(&mut self, parameters: &Value) -> Outcome {
        let chat = self.known_chat(parameters)?;
        let topic = self.known_topic(chat, parameters)?;
        let replied = self.replied(chat, &parameters["reply_parameters"])?;
        let description = self.chats[&chat].description.clone();
        let mut message = json!({
            "message_id": self.next_message(&description),
            "from": bot(),
            "chat": description,
            "date": 1,
        });
        if let Some(topic) = topic {
            message["message_thread_id"] = json!(topic);
            message["is_topic_message"] = json!(true);
        }
        if let Some(replied) = replied {
            message["reply_to_message"] = replied;
        }
        Ok(message)
    }

    /// Puts a message into its chat.
    fn put(&mut self, message: Value) -> Value {
        let chat = message["chat"]["id"].as_i64().unwrap();
        let id = message["message_id"].as_u64().unwrap();
        let messages = &mut self.chats.get_mut(&chat).unwrap().messages;
        messages.insert(id, message.clone());
        message
    }

    pub fn edit_message_text(&mut self, parameters: &Value) -> Outcome {
        let formatted = text::formatted(parameters, "text")?;
        let markup = &parameters["reply_markup"];
        keyboard::check(markup)?;
        let message = self.own_message(parameters)?;
        let has_text = !message["text"].is_null();
        Refusal::unless(has_text, "there is no text in the message to edit")?;
        let mut edited = message.clone();
        edited["text"] = json!(formatted.text);
        set(&mut edited, "entities", &json!(formatted.entities));
        set(&mut edited, "reply_markup", markup);
        replace(message, edited)
    }

    pub fn edit_message_reply_markup(&mut self, parameters: &Value) -> Outcome {
        let markup = &parameters["reply_markup"];
        keyboard::check(markup)?;
        let message = self.own_message(parameters)?;
        let mut edited = message.clone();
        set(&mut edited, "reply_markup", markup);
        replace(message, edited)
    }

    /// A bot may delete what it sent, and whatever stands in a private chat.
    pub fn delete_message(&mut self, parameters: &Value) -> Outcome {
        let chat = self.known_chat(parameters)?;
        let id = message_id(parameters)?;
        let Some(message) = self.message(chat, id) else {
            return Err(Refusal::fate("message to delete not found"));
        };
        if message["from"]["id"] != 42 && message["chat"]["type"] != "private" {
            return Err(Refusal::fate("message can't be deleted"));
        }
        self.chats.get_mut(&chat).unwrap().messages.remove(&id);
        Ok(json!(true))
    }

    pub fn send_chat_action(&mut self, parameters: &Value) -> Outcome {
        let is_typing = parameters["action"] == "typing";
        Refusal::unless(is_typing, "wrong parameter action in request")?;
        let chat = self.known_chat(parameters)?;
        self.known_topic(chat, parameters)?;
        Ok(json!(true))
    }

    /// A chat in which somebody has written, or to which the bot was added.
    fn known_chat(&self, parameters: &Value) -> Result<i64, Refusal> {
        let Some(chat) = parameters["chat_id"].as_i64() else {
            return Err(Refusal::fault("chat_id is empty"));
        };
        Refusal::unless(self.chats.contains_key(&chat), "chat not found")?;
        Ok(chat)
    }

    fn known_topic(&self, chat: i64, parameters: &Value) -> Result<Option<i64>, Refusal> {
        let topic = &parameters["message_thread_id"];
        if topic.is_null() {
            return Ok(None);
        }
        match topic.as_i64() {
            Some(topic) if self.chats[&chat].topics.contains(&topic) => Ok(Some(topic)),
            _ => Err(Refusal::fate("message thread not found")),
        }
    }

    /// The message that is replied to, as a reply shows it.
    fn replied(&mut self, chat: i64, reply: &Value) -> Result<Option<Value>, Refusal> {
        let known = "message_id chat_id allow_sending_without_reply quote quote_parse_mode \
                     quote_entities quote_position";
        only("ReplyParameters", reply, known)?;
        if reply.is_null() {
            return Ok(None);
        }
        let chat = reply["chat_id"].as_i64().unwrap_or(chat);
        let id = message_id(reply)?;
        let mut replied = self.message(chat, id).cloned();
        if let Some(Value::Object(fields)) = &mut replied {
            fields.remove("reply_to_message");
        } else if reply["allow_sending_without_reply"] != true {
            return Err(Refusal::fate("message to be replied not found"));
        }
        Ok(replied)
    }

    fn own_message(&mut self, parameters: &Value) -> Result<&mut Value, Refusal> {
        if !parameters["inline_message_id"].is_null() {
            return Err(Refusal::fate("message to edit not found"));
        }
        let chat = self.known_chat(parameters)?;
        match self.message(chat, message_id(parameters)?) {
            None => Err(Refusal::fate("message to edit not found")),
            Some(message) if message["from"]["id"] != 42 => {
                Err(Refusal::fault("message can't be edited"))
            }
            Some(message) => Ok(message),
        }
    }
}

fn message_id(parameters: &Value) -> Result<u64, Refusal> {
    let id = parameters["message_id"].as_u64();
    id.ok_or_else(|| Refusal::fault("message identifier is not specified"))
}

/// Sets a field; removes it if there is nothing to set.
fn set(message: &mut Value, field: &str, value: &Value) {
    let is_empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    if value.is_null() || is_empty(value) || is_empty(&value["inline_keyboard"]) {
        message.as_object_mut().unwrap().remove(field);
    } else {
        message[field] = value.clone();
    }
}

fn replace(message: &mut Value, mut edited: Value) -> Outcome {
    if *message == edited {
        return Err(Refusal::fate(NOT_MODIFIED));
    }
    edited["edit_date"] = json!(2);
    *message = edited.clone();
    Ok(edited)
}

impl Server {
    /// A message as Telegram remembers it now.
    pub fn message(&self, chat: i64, id: u64) -> Option<Value> {
        self.state().message(chat, id).cloned()
    }
}
