//! Buttons that are pressed, and questions that are typed after the bot's name in any chat.

use serde::Deserialize;
use serde_json::Value;

use super::parts::lenient;
use super::{Message, Person};

/// A button that was pressed.
#[derive(Clone, Debug, Deserialize)]
pub struct Press {
    pub id: String,
    pub from: Person,
    /// What the button tells the bot; `None` where the message has no such button.
    #[serde(default, deserialize_with = "lenient")]
    pub data: Option<String>,
    /// The message under which it stands; may be too old to be seen.
    #[serde(default, deserialize_with = "lenient")]
    pub message: Option<Box<Message>>,
}

/// A question that is being typed after the bot's name.
#[derive(Clone, Debug, Deserialize)]
pub struct Inline {
    pub id: String,
    pub from: Person,
    #[serde(default)]
    pub query: String,
}

impl Press {
    /// Reads a press. A program for Telegram can send any data for a button of any message
    /// (Bot API, `CallbackQuery`): only what the bot itself put under the message counts.
    pub(super) fn read(raw: &Value) -> Option<Self> {
        let mut press = Self::deserialize(raw).ok()?;
        let data = press.data.take();
        // Of one that cannot be seen nothing is known, and it cannot be changed either.
        let is_there = |data: &String| {
            let seen = press.seen();
            seen.is_none_or(|message| message.buttons.contains(data))
        };
        press.data = data.filter(is_there);
        Some(press)
    }

    /// The message under which it stands, where that can still be seen and changed: one that
    /// Telegram no longer shows has the date 0 (Bot API, `InaccessibleMessage`).
    pub fn seen(&self) -> Option<&Message> {
        let message = self.message.as_deref();
        message.filter(|message| message.date != Some(0))
    }
}
