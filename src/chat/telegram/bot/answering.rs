//! From a question to its answer in the chat, which is remembered.

use std::time::{Duration, Instant};

use super::super::transport::{Message, Place};
use super::buttons::View;
use super::incoming;
use super::sent_answers::SentAnswer;
use super::service::Asked;
use super::{Bot, locked, logged, rendering, wording};
use crate::chat::conversation::{AnswerId, Reply, Said};
use crate::chat::questions;
use crate::index::IndexError;
use crate::wording::Wording;

/// Where questions are logged, if that was asked for.
pub const LOG: &str = "quoth::questions";
/// An index that could not be reached is asked again after this.
const AGAIN: Duration = Duration::from_secs(2);

/// How something is asked.
#[derive(Clone, Debug)]
pub(super) struct Asking {
    /// What the answer replies to, and where.
    pub(super) place: Place,
    /// The message that asks: another one where it only points to the question.
    pub(super) asked_in: i32,
    pub(super) conversation: String,
    /// What whoever asks is spoken to in.
    pub(super) wording: Wording,
    /// The answer that it replies to.
    pub(super) to: Option<AnswerId>,
    /// Whether no message shows the question, so that the answer has to.
    pub(super) is_unseen: bool,
    pub(super) taken: Instant,
}

impl Asking {
    /// By a message, of what stands at `place`.
    pub(super) fn of(message: &Message, wording: Wording, place: Place, taken: Instant) -> Self {
        Self {
            place,
            asked_in: message.id,
            conversation: message.conversation(),
            wording,
            to: None,
            is_unseen: false,
            taken,
        }
    }
}

impl Bot {
    /// Answers a message, question by question; returns whether it could.
    pub(super) async fn answer(&self, mut asking: Asking, text: &str) -> bool {
        let mut is_answered = true;
        for question in questions::split(text) {
            let Some(entry) = self.answered(&asking, question).await else {
                self.fail(asking.place, asking.wording).await;
                return false;
            };
            asking.to = entry.answer.or(asking.to);
            is_answered &= self.send(asking.place, entry, asking.taken).await;
        }
        is_answered
    }

    /// Answers a question that was offered, or that a link carried, below the message that did so;
    /// nothing that was said before gives it a meaning. Returns whether it could.
    pub(super) async fn answer_offered(
        &self,
        message: &Message,
        wording: Wording,
        question: &str,
        taken: Instant,
    ) -> bool {
        let asking = Asking {
            is_unseen: true,
            to: Some(AnswerId::FORGOTTEN),
            ..Asking::of(message, wording, Place::from(message), taken)
        };
        self.answer(asking, question).await
    }

    /// The answer to one question, about to be sent; `None` where that failed, which the log has.
    pub(super) async fn answered(&self, asking: &Asking, question: String) -> Option<SentAnswer> {
        let asked = Asked {
            conversation: asking.conversation.clone(),
            wording: asking.wording,
            text: question,
            to: asking.to,
        };
        let reply = self.say(asking.place, &asked).await?;
        let shown = asking.is_unseen.then_some(asked.text.as_str());
        let posts = rendering::said(asking.wording, shown, &reply.said);
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
                let done = self
                    .try_search(move |service| (service.say)(&asked))
                    .await?;
                match done {
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
    pub(super) async fn send(&self, place: Place, mut entry: SentAnswer, taken: Instant) -> bool {
        let buttons = self.buttons(&entry, View::Answer);
        let Some(sent) = self.tell_with(place, &entry.posts, &buttons).await else {
            return false;
        };
        (entry.place, entry.messages) = (sent.place, sent.messages);
        self.note(place, &entry, taken);
        locked(&self.sent).remember(entry);
        true
    }

    /// The answer that a message replies to, if it replies to one.
    pub(super) fn continued(&self, message: &Message) -> Option<AnswerId> {
        let replied = incoming::replied(message, &self.me)?;
        let mut sent = locked(&self.sent);
        let known = sent.in_message(message.chat.id, replied.id);
        known.map_or(Some(AnswerId::FORGOTTEN), |entry| entry.answer)
    }

    /// Counts an answer that was sent, and logs that it was: never what it says.
    pub(super) fn note(&self, place: Place, entry: &SentAnswer, taken: Instant) {
        let took = taken.elapsed();
        if let Said::Answer { answer, .. } = &entry.said
            && entry.is_answer()
        {
            locked(&self.statistics).count(answer.outcome.is_answer(), took);
        }
        log::info!("{place}: replied after {} ms", took.as_millis());
    }
}
