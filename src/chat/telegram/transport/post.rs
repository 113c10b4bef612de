//! What goes out to Telegram, in types of our own: messages, buttons and cards.

use url::Url;

/// One message, twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// As Telegram's HTML.
    pub html: String,
    /// The same without styles, in case Telegram cannot parse the HTML.
    pub plain: String,
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub does: Does,
}

/// What becomes of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// This comes back: at most 64 bytes (Bot API, `callback_data`).
    Tell(String),
    /// The program of who presses opens an address; the bot does not hear of it.
    Open(Url),
}

/// Rows of buttons; none where there is nothing to press.
pub type Keyboard = Vec<Vec<Button>>;

/// A message that a person may pick while typing the bot's name in any chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub title: String,
    pub description: String,
    pub post: Post,
}
