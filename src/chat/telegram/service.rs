//! One message from arrival to reply. Nothing that happens on the way ends the bot.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use teloxide::types::{Me, Message};

use super::access::Access;
use super::incoming::{self, Incoming};
use super::markup::Post;
use super::sending::{self, Place, Sender};
use super::{reply, trouble, wording};
use crate::Quoth;
use crate::answer::Answer;
use crate::index::IndexError;

/// Where answers come from: [`Quoth::answer`], or what a test puts in its place.
pub type Answering = dyn Fn(&str) -> Result<Answer, IndexError> + Send + Sync;

/// What the bot does for a chat.
pub struct Service {
    /// Answers a question; may take its time, and even panic.
    pub answer: Box<Answering>,
    /// How many documents it answers from.
    pub documents: usize,
    /// Who may ask.
    pub access: Access,
}

impl Service {
    /// Answers from a corpus.
    #[must_use]
    pub fn new(quoth: Quoth, access: Access) -> Self {
        let documents = quoth.corpus().documents.len();
        Self {
            answer: Box::new(move |question| quoth.answer(question)),
            documents,
            access,
        }
    }
}

/// Answers a message, if it is for the bot.
///
/// On a task of its own: a panic in teloxide's would end every chat's service
/// (teloxide#1435), and here it only fails the one reply, in so many words.
pub(super) async fn receive(
    bot: Sender,
    me: Me,
    message: Message,
    service: Arc<Service>,
) -> Result<(), Infallible> {
    let began = Instant::now();
    let place = Place::from(&message);
    let (chat, id) = (place.chat, place.question);
    let replying = tokio::spawn({
        let bot = bot.clone();
        async move { reply_to(&bot, &me, &message, service).await }
    });
    let posts = replying.await.unwrap_or_else(|_| {
        log::error!("chat {chat}, message {id}: answering panicked");
        wording::failed()
    });
    let thought = began.elapsed();
    match sending::send(&bot, place, &posts).await {
        Ok(()) if posts.is_empty() => log::debug!("chat {chat}, message {id}: not for the bot"),
        Ok(()) => log::info!(
            "chat {chat}, message {id}: replied after {} ms, sent after {} ms",
            thought.as_millis(),
            began.elapsed().as_millis()
        ),
        Err(error) => log::warn!(
            "chat {chat}, message {id}: the reply was not sent: {}",
            trouble::describe(&error)
        ),
    }
    Ok(())
}

/// What to say to a message; nothing if it is not for the bot.
async fn reply_to(bot: &Sender, me: &Me, message: &Message, service: Arc<Service>) -> Vec<Post> {
    let incoming = incoming::read(message, me);
    if incoming == Incoming::Ignored {
        return Vec::new();
    }
    let chat = message.chat.id.0;
    if !service
        .access
        .allows(chat, message.from.as_ref().map(|sender| sender.id.0))
    {
        log::info!("chat {chat}: not on the list of those who may ask");
        return if message.chat.is_private() {
            wording::stranger(chat)
        } else {
            Vec::new()
        };
    }
    match incoming {
        Incoming::Start => wording::start(service.documents),
        Incoming::Help => wording::help(me.username.as_deref().unwrap_or_default()),
        Incoming::Question(question) => {
            let answering = tokio::task::spawn_blocking(move || answer(&service, &question));
            let answered = sending::typing_while(bot, Place::from(message), answering).await;
            answered.unwrap_or_else(|panic| {
                log::error!(
                    "chat {chat}, message {}: answering failed: {}",
                    message.id,
                    if panic.is_panic() {
                        "it panicked"
                    } else {
                        "it was stopped"
                    }
                );
                wording::failed()
            })
        }
        Incoming::NoQuestion => wording::no_question(),
        Incoming::UnknownCommand => wording::unknown_command(),
        Incoming::NoText => wording::no_text(),
        Incoming::Ignored => Vec::new(),
    }
}

fn answer(service: &Service, question: &str) -> Vec<Post> {
    match (service.answer)(question) {
        Ok(answer) => reply::answer(&answer),
        Err(error) => {
            log::error!("the index failed: {error}");
            wording::failed()
        }
    }
}
