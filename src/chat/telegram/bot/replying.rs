//! From a message to the reply to it.

use std::time::Instant;

use super::super::transport::{Error, Keyboard, Message, Place};
use super::buttons::View;
use super::incoming::{self, Incoming};
use super::sent_answers::SentAnswer;
use super::service::{Asked, Service};
use super::{Bot, log_unsent, rendering, wording};
use crate::chat::conversation::{AnswerId, Reply, Said};
use crate::chat::questions;

/// Where questions are logged, if that was asked for.
pub const LOG: &str = "quoth::questions";
const NO_BUTTONS: Keyboard = Keyboard::new();

impl Bot {
    /// Replies to a message.
    pub(super) async fn reply(
        &self,
        message: &Message,
        incoming: Incoming,
        is_edit: bool,
        taken: Instant,
    ) {
        let place = Place::from(message);
        let posts = match incoming {
            Incoming::Question(question) if is_edit => {
                return self.answer_anew(message, question, taken).await;
            }
            Incoming::Question(question) => return self.answer(message, question, taken).await,
            Incoming::File(file) => return self.add(message, file).await,
            Incoming::Forget(name) if self.admission.is_admin(message.person()) => {
                return self.forget(message, name).await;
            }
            Incoming::Start => {
                let examples = self.examples().await;
                self.about_documents(move |index| Ok(wording::start(&index.contents(), &examples)))
                    .await
            }
            Incoming::Help => {
                let admin = self.admission.is_admin(message.person());
                wording::help(&self.me.username, admin && message.chat.is_private())
            }
            Incoming::Sources => {
                self.about_documents(|index| {
                    Ok(wording::sources(&index.contents(), &index.sources()?))
                })
                .await
            }
            Incoming::Privacy => {
                wording::privacy(self.feedback.is_some(), self.service.log_questions)
            }
            Incoming::Status if self.admission.is_admin(message.person()) => {
                let statistics = self.statistics().clone();
                self.about_documents(move |index| {
                    Ok(wording::status(&index.contents(), &statistics))
                })
                .await
            }
            // In a group it may be another bot's.
            Incoming::Status if !message.chat.is_private() => return,
            Incoming::NoQuestion => wording::no_question(),
            Incoming::Status | Incoming::Forget(_) | Incoming::UnknownCommand => {
                wording::unknown_command()
            }
            Incoming::NoText => wording::no_text(),
            Incoming::Ignored => return,
        };
        self.tell(place, &posts).await;
    }

    /// Answers a message, question by question.
    async fn answer(&self, message: &Message, text: String, taken: Instant) {
        let place = Place::from(message);
        let mut to = self.continued(message);
        for question in questions::split(&text) {
            let asked = Asked {
                conversation: message.conversation(),
                text: question,
                to,
            };
            let Some(reply) = self.say(place, &asked).await else {
                return self.tell(place, &wording::failed()).await;
            };
            let entry = self.entry(place, asked, reply);
            to = entry.answer.or(to);
            self.send(place, entry, taken).await;
        }
    }

    /// Sends an answer, and remembers what it showed.
    async fn send(&self, place: Place, mut entry: SentAnswer, taken: Instant) {
        let buttons = self.buttons(&entry, View::Answer);
        match self.sender.send(place, &entry.posts, &buttons).await {
            Ok(sent) => {
                (entry.place, entry.messages) = (sent.place, sent.messages);
                self.note(place, &entry, taken);
                self.sent().remember(entry);
            }
            Err(error) => log_unsent(place, &error),
        }
    }

    /// The answer that a message replies to, if it replies to one.
    fn continued(&self, message: &Message) -> Option<AnswerId> {
        let replied = incoming::replied(message, &self.me)?;
        let mut sent = self.sent();
        let known = sent.in_message(message.chat.id, replied.id);
        known.map_or(Some(AnswerId::FORGOTTEN), |entry| entry.answer)
    }

    /// Answers a question that was changed, in the place of its first answer.
    async fn answer_anew(&self, message: &Message, question: String, taken: Instant) {
        let place = Place::from(message);
        let before = self.sent().of_question(place.chat, message.id).cloned();
        let Some(before) = before else {
            return self.answer(message, question, taken).await;
        };
        if before.asked == question {
            // Telegram tells of other changes too, such as a preview that appeared.
            return;
        }
        // What "more" or a greeting points to is the answer to another message.
        let own = before.answer.filter(|_| before.is_answer());
        if let Some(answer) = own {
            let conversation = before.conversation.clone();
            let retract = move |service: &Service| {
                service.conversations.retract(&conversation, answer);
                Ok(())
            };
            // In turn, as the conversation may be waited for.
            self.search(retract).await;
        }
        // It still follows what it followed, though more may have been asked
        // since. What followed nothing goes on from what is forgotten: nothing.
        let continued = before.to.or_else(|| self.sent().before(&before)).or(own);
        let asked = Asked {
            conversation: before.conversation.clone(),
            text: question,
            to: continued,
        };
        let Some(reply) = self.say(place, &asked).await else {
            return self.tell(place, &wording::failed()).await;
        };
        let mut entry = SentAnswer {
            number: before.number,
            to: before.to,
            ..self.entry(place, asked, reply)
        };
        match self.replace(place, &before.messages, &entry).await {
            Ok(messages) => {
                entry.messages = messages;
                self.note(place, &entry, taken);
                self.sent().remember(entry);
            }
            // The first answer may be gone: then this one is told as any other.
            Err(error) => {
                log::info!(
                    "chat {}, message {}: its answer is not changed: {error}",
                    place.chat,
                    place.question
                );
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

    /// What is said to a message; `None` where that failed, which the log has.
    async fn say(&self, place: Place, asked: &Asked) -> Option<Reply> {
        let Place { chat, question, .. } = place;
        if self.service.log_questions {
            log::info!(target: LOG, "chat {chat}, message {question}: {:?}", asked.text);
        }
        let asked = asked.clone();
        let working = self.search(move |service| (service.say)(&asked));
        self.sender.typing_while(place, working).await
    }

    /// An answer that is about to be sent.
    fn entry(&self, place: Place, asked: Asked, reply: Reply) -> SentAnswer {
        SentAnswer {
            number: self.sent().number(),
            place,
            conversation: asked.conversation,
            asked: asked.text,
            to: asked.to,
            answer: reply.answer,
            posts: rendering::said(&reply.said),
            said: reply.said,
            messages: Vec::new(),
            more: Vec::new(),
            verdict: None,
            at: Instant::now(),
        }
    }

    /// Counts an answer that was sent, and logs that it was: never what it says.
    fn note(&self, place: Place, entry: &SentAnswer, taken: Instant) {
        let took = taken.elapsed();
        if let Said::Answer { answer, .. } = &entry.said
            && entry.is_answer()
        {
            self.statistics().count(answer.outcome.is_answer(), took);
        }
        log::info!(
            "chat {}, message {}: replied after {} ms",
            place.chat,
            place.question,
            took.as_millis()
        );
    }
}
