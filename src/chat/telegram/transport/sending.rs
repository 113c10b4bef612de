//! Messages and buttons on their way to a chat.

use std::convert::Infallible;
use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters as _, DeleteMessage, EditMessageReplyMarkup,
    EditMessageText, EditMessageTextSetters as _, SendChatAction, SendMessage,
    SendMessageSetters as _,
};
use teloxide::requests::Payload;
use teloxide::types::{
    CallbackQueryId, ChatAction, ChatId, InlineKeyboardButton, InlineKeyboardMarkup,
    LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, ThreadId,
};
use teloxide::{ApiError, RequestError};

use super::api::Api;
use super::errors::{self, Error};
use super::post::{Does, Keyboard, Post};
use super::update::{Message, Press};

/// An answer that takes longer than this is announced as being typed.
const SOON: Duration = Duration::from_millis(300);
/// Telegram shows that for 5 seconds.
const TYPING: Duration = Duration::from_secs(4);

/// Where a question was asked, and so is answered.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub chat: i64,
    /// The question's message; 0 where its id is not known.
    pub question: i32,
    /// The forum topic, if it is one.
    pub topic: Option<i32>,
}

impl Place {
    /// Whether others read along: the ids of groups are negative.
    pub fn is_shared(self) -> bool {
        self.chat < 0
    }

    /// The forum topic as Telegram takes it.
    pub(super) fn thread(self) -> Option<ThreadId> {
        self.topic.map(|topic| ThreadId(MessageId(topic)))
    }

    /// What makes a message a reply to the question, as long as that is there.
    pub(super) fn reply(self) -> Option<ReplyParameters> {
        let reply = ReplyParameters::new(MessageId(self.question));
        (self.question != 0).then(|| reply.allow_sending_without_reply())
    }

    /// The supergroup that its group became: what was asked there has another id, which nobody
    /// tells, and a topic would have one too.
    pub(super) fn moved_to(self, chat: ChatId) -> Self {
        errors::tell_moved(self.chat, chat.0);
        Self {
            chat: chat.0,
            question: 0,
            topic: None,
        }
    }
}

/// As the log names it.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "chat {}, message {}", self.chat, self.question)
    }
}

impl From<&Message> for Place {
    fn from(message: &Message) -> Self {
        Self {
            chat: message.chat.id,
            question: message.id,
            topic: message.topic(),
        }
    }
}

/// What was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Where it stands: elsewhere than meant if the group became a supergroup.
    pub place: Place,
    /// The messages, in order.
    pub messages: Vec<i32>,
}

/// Writes to chats.
pub struct Sender {
    pub(super) api: Api,
}

impl Sender {
    /// Sends messages in order, the first as a reply to the question, with
    /// buttons under the last.
    ///
    /// # Errors
    ///
    /// The first message that Telegram does not take, after which no more is sent.
    pub async fn send(
        &self,
        mut place: Place,
        posts: &[Post],
        buttons: &Keyboard,
    ) -> Result<Sent, Error> {
        let mut messages = Vec::with_capacity(posts.len());
        let buttons = markup(buttons);
        for (number, post) in posts.iter().enumerate() {
            let is_first = number == 0;
            let below = buttons.as_ref().filter(|_| number + 1 == posts.len());
            let message = match self.send_post(place, post, is_first, below).await {
                Err(RequestError::MigrateToChatId(chat)) => {
                    place = place.moved_to(chat);
                    self.send_post(place, post, is_first, below).await?
                }
                sent => sent?,
            };
            messages.extend(id_of(&message));
        }
        Ok(Sent { place, messages })
    }

    /// Sends one message, as a reply to the question if it is the first.
    async fn send_post(
        &self,
        place: Place,
        post: &Post,
        is_first: bool,
        buttons: Option<&InlineKeyboardMarkup>,
    ) -> Result<Value, RequestError> {
        let with = |text: &str| {
            let mut payload =
                SendMessage::new(ChatId(place.chat), text).link_preview_options(NO_PREVIEW);
            payload.message_thread_id = place.thread();
            payload.reply_parameters = place.reply().filter(|_| is_first);
            match buttons {
                Some(buttons) => payload.reply_markup(buttons.clone()),
                None => payload,
            }
        };
        let as_html = with(&post.html).parse_mode(ParseMode::Html);
        let as_plain = || with(&post.plain);
        self.insist_on(place.chat, as_html, as_plain).await
    }

    /// Puts a post in the place of a message, with its buttons.
    ///
    /// # Errors
    ///
    /// A message that is gone or cannot be changed; none if it reads so already.
    pub async fn edit(
        &self,
        chat: i64,
        message: i32,
        post: &Post,
        buttons: &Keyboard,
    ) -> Result<(), Error> {
        let buttons = markup(buttons);
        let with = |text: &str| {
            let payload = EditMessageText::new(ChatId(chat), MessageId(message), text)
                .link_preview_options(NO_PREVIEW);
            match &buttons {
                Some(buttons) => payload.reply_markup(buttons.clone()),
                None => payload,
            }
        };
        let as_html = with(&post.html).parse_mode(ParseMode::Html);
        unless_unchanged(self.insist_on(chat, as_html, || with(&post.plain)).await)
    }

    /// Writes HTML, or plain text where Telegram cannot parse that.
    async fn insist_on<P>(
        &self,
        chat: i64,
        as_html: P,
        as_plain: impl FnOnce() -> P,
    ) -> Result<Value, RequestError>
    where
        P: Payload + Serialize + Clone + Send + 'static,
    {
        match self.api.insist(Some(chat), as_html).await {
            Err(RequestError::Api(ApiError::CantParseEntities(_))) => {
                log::error!(
                    "chat {chat}: Telegram cannot parse a message, which goes out as plain text"
                );
                self.api.insist(Some(chat), as_plain()).await
            }
            written => written,
        }
    }

    /// Puts other buttons under a message.
    ///
    /// # Errors
    ///
    /// As [`Self::edit`].
    pub async fn edit_buttons(
        &self,
        chat: i64,
        message: i32,
        buttons: &Keyboard,
    ) -> Result<(), Error> {
        let mut payload = EditMessageReplyMarkup::new(ChatId(chat), MessageId(message));
        payload.reply_markup = markup(buttons);
        unless_unchanged(self.api.insist(Some(chat), payload).await)
    }

    /// Takes back a message of the bot's own.
    ///
    /// # Errors
    ///
    /// A message that is gone, or too old.
    pub async fn delete(&self, chat: i64, message: i32) -> Result<(), Error> {
        let payload = DeleteMessage::new(ChatId(chat), MessageId(message));
        self.api.insist(Some(chat), payload).await?;
        Ok(())
    }

    /// Ends the wait of someone who pressed a button, with a line for them alone.
    ///
    /// # Errors
    ///
    /// A press too long ago to be answered.
    pub async fn answer_press(&self, press: &Press, line: &str) -> Result<(), Error> {
        let mut payload = AnswerCallbackQuery::new(CallbackQueryId(press.id.clone()));
        if !line.is_empty() {
            payload = payload.text(line);
        }
        self.api.insist(None, payload).await?;
        Ok(())
    }

    /// Waits for `work`, and lets the chat see "typing" if that takes a while.
    pub async fn typing_while<T>(&self, place: Place, work: impl Future<Output = T>) -> T {
        tokio::select! {
            done = work => done,
            never = self.typing(place) => match never {},
        }
    }

    /// Goes on until it is dropped.
    async fn typing(&self, place: Place) -> Infallible {
        tokio::time::sleep(SOON).await;
        loop {
            let mut payload = SendChatAction::new(ChatId(place.chat), ChatAction::Typing);
            payload.message_thread_id = place.thread();
            // The answer matters, not its announcement.
            if let Err(error) = self.api.call(payload).await {
                log::debug!(
                    "chat {}: no typing: {}",
                    place.chat,
                    errors::describe(&error)
                );
            }
            tokio::time::sleep(TYPING).await;
        }
    }
}

/// No message shows what is behind a link of a document.
pub(super) const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

fn id_of(message: &Value) -> Option<i32> {
    i32::try_from(message.get("message_id")?.as_i64()?).ok()
}

/// Rows of buttons as Telegram takes them; `None` where there are none.
fn markup(buttons: &Keyboard) -> Option<InlineKeyboardMarkup> {
    let rows = buttons.iter().map(|row| {
        row.iter().map(|button| match &button.does {
            Does::Tell(data) => InlineKeyboardButton::callback(&button.label, data),
            Does::Open(address) => InlineKeyboardButton::url(&button.label, address.clone()),
        })
    });
    (!buttons.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn unless_unchanged(edited: Result<Value, RequestError>) -> Result<(), Error> {
    match edited {
        Err(RequestError::Api(ApiError::MessageNotModified)) => Ok(()),
        edited => Ok(edited.map(drop)?),
    }
}
