//! Updates as Telegram sends them, read so that no novelty of the Bot API loses a question.
//!
//! teloxide's own types are strict: a single entity of a type that they do
//! not know, and a message has no text, without any error. So these types
//! hold what Quoth needs and nothing else, and their [`parts`] are read one by one.

mod parts;
mod queries;

use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_64;

use crate::wording::Wording;
use parts::{is_there, lenient, spoken, those_known, told};
pub use queries::{Inline, Press};

/// The kinds of update that Telegram is asked for.
pub(super) const KINDS: [&str; 4] = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
];
/// What a message can be instead of text, as far as people send it to be looked at.
const MEDIA: &str = "\
    animation audio checklist contact dice document game location paid_media photo poll sticker story venue video \
    video_note voice";

/// Tells an update from all others: its number, and a hash of what it says,
/// since Telegram numbers anew after a week of silence, and other servers at
/// each start. The journal keeps it, so the hash is one that never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub(super) struct UpdateId(i64, u64);

impl UpdateId {
    /// The id of an update; `None` where it has no number.
    pub(super) fn of(raw: &Value) -> Option<Self> {
        // Below the last number, so that one more is a number too.
        let number = raw.get("update_id")?.as_i64().filter(|&id| id < i64::MAX)?;
        Some(Self(number, xxh3_64(raw.to_string().as_bytes())))
    }

    /// The number that Telegram gave it.
    pub(super) fn number(self) -> i64 {
        self.0
    }
}

/// What an update tells of.
#[derive(Clone, Debug)]
pub enum Event {
    /// Someone wrote.
    Written(Box<Message>),
    /// Someone changed what they had written.
    Edited(Box<Message>),
    /// Someone pressed a button.
    Pressed(Press),
    /// Someone types the bot's name and a question in any chat.
    Inline(Inline),
}

/// A message, as far as it concerns a bot that answers questions.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    clippy::struct_field_names,
    clippy::struct_excessive_bools,
    reason = "the fields are those of the Bot API, most under its names"
)]
pub struct Message {
    #[serde(rename = "message_id")]
    pub id: i32,
    /// When it was written, in seconds.
    #[serde(default, deserialize_with = "lenient")]
    pub date: Option<i64>,
    /// When it was changed last.
    #[serde(default, deserialize_with = "lenient")]
    pub edit_date: Option<i64>,
    pub chat: Chat,
    #[serde(default, deserialize_with = "lenient")]
    pub from: Option<Person>,
    /// The chat that it is written as, of a channel or of an administrator without a name.
    #[serde(default, deserialize_with = "lenient")]
    pub sender_chat: Option<Chat>,
    #[serde(default, deserialize_with = "is_there")]
    pub via_bot: bool,
    #[serde(default, deserialize_with = "is_there")]
    pub is_automatic_forward: bool,
    /// Whether somebody wrote it elsewhere, and it is passed on here.
    #[serde(rename = "forward_origin", default, deserialize_with = "is_there")]
    pub is_forwarded: bool,
    #[serde(default, deserialize_with = "is_there")]
    pub media_group_id: bool,
    #[serde(default, deserialize_with = "lenient")]
    text: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    caption: Option<String>,
    #[serde(default, deserialize_with = "those_known")]
    entities: Vec<Entity>,
    #[serde(default, deserialize_with = "those_known")]
    caption_entities: Vec<Entity>,
    #[serde(default, deserialize_with = "lenient")]
    pub reply_to_message: Option<Box<Message>>,
    /// The part of that message, or of one in another chat, that it replies to.
    #[serde(default, deserialize_with = "lenient")]
    pub quote: Option<Quoted>,
    #[serde(default, deserialize_with = "lenient")]
    message_thread_id: Option<i32>,
    #[serde(default, deserialize_with = "is_there")]
    is_topic_message: bool,
    #[serde(default, deserialize_with = "lenient")]
    pub document: Option<Attached>,
    /// What the buttons under it tell the bot.
    #[serde(rename = "reply_markup", default, deserialize_with = "told")]
    buttons: Vec<String>,
    /// The supergroup that this group became.
    #[serde(default, deserialize_with = "lenient")]
    pub migrate_to_chat_id: Option<i64>,
    /// Whether it shows something, such as a photo.
    #[serde(skip)]
    pub is_media: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Chat {
    pub id: i64,
    #[serde(rename = "type")]
    kind: String,
}

/// Among whose questions a question counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A person's.
    Person(i64),
    /// Those of all who write as this chat.
    Chat(i64),
}

/// Who wrote or pressed: a person or a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Person {
    pub id: i64,
    #[serde(default)]
    pub is_bot: bool,
    /// What they use Telegram in, where Quoth speaks it.
    #[serde(rename = "language_code", default, deserialize_with = "spoken")]
    pub language: Option<Wording>,
}

/// A file that was sent, as far as Telegram tells before it is fetched.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Attached {
    #[serde(rename = "file_id")]
    pub id: String,
    #[serde(rename = "file_name", default)]
    pub name: String,
    /// In bytes, where it is told.
    #[serde(rename = "file_size", default)]
    pub size: u64,
}

/// A part of another message.
#[derive(Clone, Debug, Deserialize)]
pub struct Quoted {
    pub text: String,
}

/// A part of a text that means something, such as a mention.
#[derive(Clone, Debug, Deserialize)]
pub struct Entity {
    #[serde(rename = "type")]
    pub kind: String,
    /// In UTF-16 units.
    pub offset: usize,
    /// In UTF-16 units.
    pub length: usize,
    #[serde(default, deserialize_with = "lenient")]
    pub user: Option<Person>,
}

impl Event {
    /// Reads an update; `None` where it is not of a kind, or not of a shape, that Quoth knows.
    pub fn read(raw: &Value) -> Option<Self> {
        let message = |kind: &str| -> Option<Box<Message>> {
            let raw = raw.get(kind)?;
            let mut message = Message::deserialize(raw).ok()?;
            let mut media = MEDIA.split_whitespace();
            message.is_media = media.any(|name| raw.get(name).is_some());
            Some(Box::new(message))
        };
        let [written, edited, pressed, inline] = KINDS;
        message(written)
            .map(Self::Written)
            .or_else(|| message(edited).map(Self::Edited))
            .or_else(|| {
                let press = Press::read(raw.get(pressed)?)?;
                Some(Self::Pressed(press))
            })
            .or_else(|| Some(Self::Inline(Inline::deserialize(raw.get(inline)?).ok()?)))
    }
}

impl Message {
    /// What it says: its text, or the caption of what it shows.
    pub fn words(&self) -> Option<&str> {
        self.text.as_deref().or(self.caption.as_deref())
    }

    /// The parts of [`Self::words`] that mean something.
    pub fn entities(&self) -> &[Entity] {
        if self.text.is_some() {
            &self.entities
        } else {
            &self.caption_entities
        }
    }

    /// The person who wrote it; `None` for one who writes as a chat, all of
    /// whom share one account of Telegram's.
    pub fn person(&self) -> Option<i64> {
        self.from
            .filter(|_| self.sender_chat.is_none())
            .map(|sender| sender.id)
    }

    /// Among whose questions it counts.
    pub fn asker(&self) -> Asker {
        let as_chat = self.sender_chat.as_ref().unwrap_or(&self.chat).id;
        self.person().map_or(Asker::Chat(as_chat), Asker::Person)
    }

    /// The forum topic. Plain replies have a thread too, which must not be given back.
    pub fn topic(&self) -> Option<i32> {
        self.message_thread_id.filter(|_| self.is_topic_message)
    }

    /// The message that it replies to; none where that only opened its forum
    /// topic, to which Telegram has every message there reply.
    pub fn above(&self) -> Option<&Self> {
        let replied = self.reply_to_message.as_deref();
        replied.filter(|replied| self.topic() != Some(replied.id))
    }

    /// The conversation that it is part of: one for each chat, and for each topic of it.
    pub fn conversation(&self) -> String {
        match self.topic() {
            Some(topic) => format!("{}/{topic}", self.chat.id),
            None => self.chat.id.to_string(),
        }
    }
}

impl Chat {
    pub fn is_private(&self) -> bool {
        self.kind == "private"
    }

    pub fn is_channel(&self) -> bool {
        self.kind == "channel"
    }
}

/// The time as Telegram writes dates: in seconds since 1970.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
