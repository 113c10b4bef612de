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
    pub(super) async fn answer(&self, asking: Asking) -> bool {
        let questions = questions::split(&asking.asked.text);
        self.answer_each(asking, questions).await
    }

    async fn answer_each(&self, mut asking: Asking, questions: Vec<String>) -> bool {
        let mut is_answered = true;
        for question in questions {
            asking.asked.text = question;
            let Some(entry) = self.answered(&asking).await else {
                self.fail(asking.place, asking.asked.wording).await;
                return false;
            };
            asking.asked.to = entry.answer.or(asking.asked.to);
            match self.send(asking.place, entry, asking.taken).await {
                // The next one, too, where the group became a supergroup.
                Some(place) => asking.place = place,
                None => is_answered = false,
            }
        }
        is_answered
    }

    /// Answers a message that was changed: of its questions each new one in the place of the answer
    /// to the one that stood there before.
    pub(super) async fn answer_anew(&self, mut asking: Asking) {
        let place = asking.place;
        let mut before = locked(&self.sent).to_message(place.chat, asking.asked_in);
        let mut questions = questions::split(&asking.asked.text);
        let more = questions.split_off(questions.len().min(before.len()));
        let surplus = before.split_off(questions.len());
        // The last answer that was replaced, and the one in its place: the next may follow it.
        let (mut old, mut new) = (None, None);
        for (question, mut known) in questions.into_iter().zip(before) {
            if known.asked.to == old {
                known.asked.to = new;
            }
            // Telegram tells of other changes too, such as a preview that appeared.
            if known.asked.text != question {
                asking.asked.text = question;
                let answered = Box::pin(self.answer_in_place(asking.clone(), &known)).await;
                (old, new) = (known.answer, answered);
            }
        }
        for known in &surplus {
            self.retract(known).await;
            self.take_back(place, &known.messages).await;
            locked(&self.sent).forget(known.number);
        }
        self.answer_each(asking, more).await;
    }

    /// Has the conversation forget an answer, and returns which; `None` where it is none: what
    /// "more" or a greeting points to is the answer to another message.
    async fn retract(&self, known: &SentAnswer) -> Option<AnswerId> {
        let answer = known.answer.filter(|_| known.is_answer())?;
        let conversation = known.asked.conversation.clone();
        let retract = move |service: &Service| {
            service.conversations.retract(&conversation, answer);
            Ok(())
        };
        // In turn, as the conversation may be waited for.
        self.search(retract).await;
        Some(answer)
    }

    /// Takes messages back; what cannot be taken back stays.
    async fn take_back(&self, place: Place, messages: &[i32]) {
        for message in messages {
            let _ = self.sender.delete(place.chat, *message).await;
        }
    }

    /// Answers a question in the place of an earlier answer. Returns what continues from there.
    async fn answer_in_place(&self, mut asking: Asking, before: &SentAnswer) -> Option<AnswerId> {
        let (place, taken) = (asking.place, asking.taken);
        let own = self.retract(before).await;
        // It still follows what it followed, though more may have been asked
        // since. What followed nothing goes on from what is forgotten: nothing.
        let to = before.asked.to;
        let continued = to.or_else(|| locked(&self.sent).before(before)).or(own);
        asking
            .asked
            .conversation
            .clone_from(&before.asked.conversation);
        asking.asked.to = continued;
        let Some(mut entry) = self.answered(&asking).await else {
            self.fail(place, asking.asked.wording).await;
            return None;
        };
        let answer = entry.answer;
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
        answer
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
        self.take_back(place, surplus).await;
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

    /// Sends an answer, and remembers what it showed; returns where it stands, unless Telegram did
    /// not take it.
    async fn send(&self, place: Place, mut entry: SentAnswer, taken: Instant) -> Option<Place> {
        let buttons = self.buttons(&entry, View::Answer);
        let sent = self.tell_with(place, &entry.posts, &buttons).await?;
        (entry.place, entry.messages) = (sent.place, sent.messages);
        self.remember(place, entry, taken);
        Some(sent.place)
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
