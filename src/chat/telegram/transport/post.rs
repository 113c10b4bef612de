//! What goes out to Telegram, in types of our own: messages, buttons and cards.

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
    /// What comes back when it is pressed: at most 64 bytes (Bot API, `callback_data`).
    pub data: String,
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
