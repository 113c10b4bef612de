//! Messages on their way to a chat.

use std::convert::Infallible;
use std::time::Duration;

use teloxide::adaptors::throttle::Limits;
use teloxide::adaptors::{CacheMe, Throttle};
use teloxide::payloads::{SendChatActionSetters as _, SendMessageSetters as _};
use teloxide::prelude::{Requester as _, RequesterExt as _};
use teloxide::types::{
    ChatAction, ChatId, LinkPreviewOptions, Message, MessageId, ParseMode, ReplyParameters,
    ThreadId,
};
use teloxide::{ApiError, Bot, RequestError};

use super::markup::Post;
use super::trouble;

/// A bot that keeps to Telegram's limits.
pub(super) type Sender = CacheMe<Throttle<Bot>>;

/// An answer that takes longer than this is announced as being typed.
const SOON: Duration = Duration::from_millis(300);
/// Telegram shows that for 5 seconds.
const TYPING: Duration = Duration::from_secs(4);
/// What Telegram allows (Bot FAQ, "My bot is hitting limits"): a message a
/// second in a chat, 20 a minute in a group, 30 a second in all. Small groups
/// count as chats here.
const LIMITS: Limits = Limits {
    messages_per_sec_chat: 1,
    messages_per_min_chat: 20,
    messages_per_min_channel_or_supergroup: 20,
    messages_per_sec_overall: 30,
};

/// Keeps `bot` to Telegram's limits. Needs a runtime. The throttle is
/// innermost, so that it sees every request as it is sent.
pub(super) fn within_limits(bot: Bot) -> Sender {
    bot.throttle(LIMITS).cache_me()
}

/// Where a question was asked, and so is answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) chat: ChatId,
    pub(super) question: MessageId,
    /// The forum topic. Plain replies have a thread too, which must not be given back.
    topic: Option<ThreadId>,
}

impl From<&Message> for Place {
    fn from(message: &Message) -> Self {
        Self {
            chat: message.chat.id,
            question: message.id,
            topic: message.thread_id.filter(|_| message.is_topic_message),
        }
    }
}

/// Sends the messages in order, the first as a reply to the question.
///
/// # Errors
///
/// The first message that Telegram does not take, after which no more is sent.
pub(super) async fn send(bot: &Sender, place: Place, posts: &[Post]) -> Result<(), RequestError> {
    for (number, post) in posts.iter().enumerate() {
        let reply = (number == 0)
            .then(|| ReplyParameters::new(place.question).allow_sending_without_reply());
        match send_text(bot, place, reply.clone(), &post.html, Some(ParseMode::Html)).await {
            Err(RequestError::Api(ApiError::CantParseEntities(_))) => {
                log::error!(
                    "chat {}, message {}: Telegram cannot parse the reply, which goes out as plain text",
                    place.chat,
                    place.question
                );
                send_text(bot, place, reply, &post.plain, None).await?;
            }
            sent => sent?,
        }
    }
    Ok(())
}

async fn send_text(
    bot: &Sender,
    place: Place,
    reply: Option<ReplyParameters>,
    text: &str,
    mode: Option<ParseMode>,
) -> Result<(), RequestError> {
    let no_preview = LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    };
    let mut request = bot
        .send_message(place.chat, text)
        .link_preview_options(no_preview);
    if let Some(mode) = mode {
        request = request.parse_mode(mode);
    }
    if let Some(reply) = reply {
        request = request.reply_parameters(reply);
    }
    if let Some(topic) = place.topic {
        request = request.message_thread_id(topic);
    }
    request.await.map(drop)
}

/// Waits for `work`, and lets the chat see "typing" if that takes a while.
pub(super) async fn typing_while<T>(
    bot: &Sender,
    place: Place,
    work: impl Future<Output = T>,
) -> T {
    tokio::select! {
        done = work => done,
        never = typing(bot, place) => match never {},
    }
}

/// Goes on until it is dropped.
async fn typing(bot: &Sender, place: Place) -> Infallible {
    tokio::time::sleep(SOON).await;
    loop {
        let mut request = bot.send_chat_action(place.chat, ChatAction::Typing);
        if let Some(topic) = place.topic {
            request = request.message_thread_id(topic);
        }
        // The answer matters, not its announcement.
        if let Err(error) = request.await {
            log::debug!(
                "chat {}: no typing: {}",
                place.chat,
                trouble::describe(&error)
            );
        }
        tokio::time::sleep(TYPING).await;
    }
}
