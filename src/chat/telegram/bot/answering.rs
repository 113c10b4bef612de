//! From a question to its answer in the chat, which is remembered; a question that was changed is
//! answered in the place of its first answer.

use std::time::{Duration, Instant};

use super::super::transport::{Error, Keyboard, Message, Place};
use super::callback::View;
use super::incoming;
use super::sent_answers::SentAnswer;
use super::service::{Asked, Service};
use super::{Bot, locked, logged, rendering, wording};
use crate::chat::conversation::{AnswerId, Reply, Said};
use crate::chat::questions;
use crate::index::IndexError;
use crate::wording::Wording;

/// Where questions are logged, if that was asked for.
pub const LOG: &str = "quoth::questions";
/// An index that could not be reached is asked again after this.
const AGAIN: Duration = Duration::from_secs(2);

const NO_BUTTONS: Keyboard = Keyboard::new();

/// How something is asked.
#[derive(Clone, Debug)]
pub(super) struct Asking {
    /// What the answer replies to, and where.
    pub(super) place: Place,
    /// The message that asks: another one where it only points to the question.
    pub(super) asked_in: i32,
    pub(super) asked: Asked,
    /// Whether no message shows the question, so that the answer has to.
    pub(super) is_unseen: bool,
    pub(super) taken: Instant,
}

impl Asking {
    /// What a message asks, to be answered below it.
    pub(super) fn of(
        message: &Message,
        wording: Wording,
        text: String,
        to: Option<AnswerId>,
        taken: Instant,
    ) -> Self {
        Self {
            place: Place::from(message),
            asked_in: message.id,
            asked: Asked {
                conversation: message.conversation(),
                wording,
                text,
                to,
            },
            is_unseen: false,
            taken,
        }
    }
}

impl Bot {
    /// Answers a message, question by question; returns whether it could.
    pub(super) async fn answer(&self, mut asking: Asking) -> bool {
        let mut is_answered = true;
        for question in questions::split(&asking.asked.text) {
            asking.asked.text = question;
            let Some(entry) = self.answered(&asking).await else {
                self.fail(asking.place, asking.asked.wording).await;
                return false;
            };
            asking.asked.to = entry.answer.or(asking.asked.to);
            is_answered &= self.send(asking.place, entry, asking.taken).await;
        }
        is_answered
    }

    /// Answers a question that was changed, in the place of its first answer.
    pub(super) async fn answer_anew(&self, mut asking: Asking) {
        let (place, taken) = (asking.place, asking.taken);
        let before = locked(&self.sent)
            .of_question(place.chat, asking.asked_in)
            .cloned();
        let Some(before) = before else {
            self.answer(asking).await;
            return;
        };
        if before.asked.text == asking.asked.text {
            // Telegram tells of other changes too, such as a preview that appeared.
            return;
        }
        // What "more" or a greeting points to is the answer to another message.
        let own = before.answer.filter(|_| before.is_answer());
        if let Some(answer) = own {
            let conversation = before.asked.conversation.clone();
            let retract = move |service: &Service| {
                service.conversations.retract(&conversation, answer);
                Ok(())
            };
            // In turn, as the conversation may be waited for.
            self.search(retract).await;
        }
        // It still follows what it followed, though more may have been asked
        // since. What followed nothing goes on from what is forgotten: nothing.
        let to = before.asked.to;
        let continued = to.or_else(|| locked(&self.sent).before(&before)).or(own);
        asking.asked.conversation = before.asked.conversation;
        asking.asked.to = continued;
        let Some(mut entry) = self.answered(&asking).await else {
            return self.fail(place, asking.asked.wording).await;
        };
        (entry.number, entry.asked.to) = (before.number, to);
        match self.replace(place, &before.messages, &entry).await {
            Ok(messages) => {
                entry.messages = messages;
                self.remember(place, entry, taken);
            }
            // The first answer may be gone: then this one is told as any other.
            Err(error) => {
                log::info!("{place}: its answer is not changed: {error}");
                self.send(place, entry, taken).await;
            }
        }
    }

    /// Puts an answer in the place of messages, and takes back those that are too many.
    async fn replace(
        &self,
        place: Place,
        messages: &[i32],
        entry: &SentAnswer,
    ) -> Result<Vec<i32>, Error> {
        let buttons = self.buttons(entry, View::Answer);
        let last = entry.posts.len().saturating_sub(1);
        for (number, (message, post)) in messages.iter().zip(&entry.posts).enumerate() {
            let below = if number == last {
                &buttons
            } else {
                &NO_BUTTONS
            };
            self.sender.edit(place.chat, *message, post, below).await?;
        }
        let (kept, surplus) = messages.split_at(messages.len().min(entry.posts.len()));
        for message in surplus {
            // What cannot be taken back stays.
            let _ = self.sender.delete(place.chat, *message).await;
        }
        let missing = &entry.posts[kept.len()..];
        let sent = self.sender.send(place, missing, &buttons).await?;
        Ok([kept, &sent.messages].concat())
    }

    /// Answers a question that was offered, or that a link carried, below the message that did so;
    /// nothing that was said before gives it a meaning. Returns whether it could.
    pub(super) async fn answer_offered(
        &self,
        message: &Message,
        wording: Wording,
        question: String,
        taken: Instant,
    ) -> bool {
        let to = Some(AnswerId::FORGOTTEN);
        let mut asking = Asking::of(message, wording, question, to, taken);
        asking.is_unseen = true;
        self.answer(asking).await
    }

    /// The answer to one question, about to be sent; `None` where that failed, which the log has.
    async fn answered(&self, asking: &Asking) -> Option<SentAnswer> {
        let asked = asking.asked.clone();
        let reply = self.say(asking.place, &asked).await?;
        let shown = asking.is_unseen.then_some(asked.text.as_str());
        let posts = rendering::said(asked.wording, shown, &reply.said);
        Some(SentAnswer {
            number: locked(&self.sent).number(),
            place: asking.place,
            asked_in: asking.asked_in,
            asked,
            answer: reply.answer,
            posts,
            said: reply.said,
            messages: Vec::new(),
            views: Vec::new(),
            more: Vec::new(),
            verdict: None,
            at: Instant::now(),
        })
    }

    /// What is said to a message; `None` where that failed, which the log has.
    async fn say(&self, place: Place, asked: &Asked) -> Option<Reply> {
        if self.service.log_questions {
            log::info!(target: LOG, "{place}: {:?}", asked.text);
        }
        let told = asked.wording;
        let working = async {
            let mut is_told = false;
            loop {
                let asked = asked.clone();
                let say = move |service: &Service| Ok((service.say)(&asked));
                match self.search(say).await? {
                    // The question is kept until the index can be asked again.
                    Err(IndexError::Unreachable(_)) => {
                        if !std::mem::replace(&mut is_told, true) {
                            let posts = wording::told(told.unreachable());
                            self.tell(place, &posts).await;
                        }
                        tokio::time::sleep(AGAIN).await;
                    }
                    done => return logged("the index failed", done),
                }
            }
        };
        self.sender.typing_while(place, working).await
    }

    /// Sends an answer, and remembers what it showed; returns whether Telegram took it.
    async fn send(&self, place: Place, mut entry: SentAnswer, taken: Instant) -> bool {
        let buttons = self.buttons(&entry, View::Answer);
        let Some(sent) = self.tell_with(place, &entry.posts, &buttons).await else {
            return false;
        };
        (entry.place, entry.messages) = (sent.place, sent.messages);
        self.remember(place, entry, taken);
        true
    }

    /// The answer that a message replies to, if it replies to one.
    pub(super) fn continued(&self, message: &Message) -> Option<AnswerId> {
        let replied = incoming::replied(message, &self.me)?;
        let mut sent = locked(&self.sent);
        let known = sent.in_message(message.chat.id, replied.id);
        known.map_or(Some(AnswerId::FORGOTTEN), |entry| entry.answer)
    }

    /// Remembers and counts an answer that was sent, and logs that it was: never what it says.
    fn remember(&self, place: Place, entry: SentAnswer, taken: Instant) {
        let took = taken.elapsed();
        if let Said::Answer { answer, .. } = &entry.said
            && entry.is_answer()
        {
            locked(&self.statistics).count(answer.outcome.is_answer(), took);
        }
        log::info!("{place}: replied after {} ms", took.as_millis());
        locked(&self.sent).remember(entry);
    }
}
