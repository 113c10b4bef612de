//! From a message to the reply to it.

use std::time::Instant;

use super::super::transport::{Message, Place};
use super::answering::Asking;
use super::callback::List;
use super::incoming::Incoming;
use super::{Bot, locked, wording};

impl Bot {
    pub(super) async fn reply(
        &self,
        message: &Message,
        incoming: Incoming,
        is_edit: bool,
        taken: Instant,
    ) {
        let place = Place::from(message);
        let wording = self.wording(message.from);
        let is_admin = self.admission.is_admin(message.person());
        let posts = match incoming {
            Incoming::Question(question) => {
                let to = self.continued(message);
                let asking = Asking::of(message, wording, question, to, taken);
                return self.ask(asking, is_edit).await;
            }
            // Whoever reads the answer sees above it what it answers, and whose question that was.
            Incoming::QuestionAbove(question, id) => {
                let mut asking = Asking::of(message, wording, question, None, taken);
                asking.place.question = id;
                return self.ask(asking, is_edit).await;
            }
            Incoming::Linked(question) => {
                self.answer_offered(message, wording, question, taken).await;
                return;
            }
            Incoming::File(file) => return self.add(message, &file).await,
            Incoming::Forget(name) if is_admin => return self.forget(message, name).await,
            Incoming::Sources(words) => {
                let reader = message.person().filter(|_| place.is_shared());
                let list = List::Sources(reader);
                return self.list(place, wording, list, &words).await;
            }
            Incoming::Language(tag) => return self.choose_language(message, &tag).await,
            Incoming::Start => return self.introduce(wording, place, false).await,
            Incoming::BrokenLink => return self.introduce(wording, place, true).await,
            Incoming::Help => {
                let is_for_admin = is_admin && message.chat.is_private();
                wording::help(wording, &self.me.username, is_for_admin)
            }
            Incoming::Privacy => {
                let (keeps, service) = (self.feedback.is_some(), &self.service);
                wording::privacy(wording, service.engine, keeps, service.log_questions)
            }
            Incoming::Status if is_admin => {
                let statistics = locked(&self.statistics).clone();
                self.about_documents(wording, move |index| {
                    Ok(wording::status(wording, &index.contents()?, &statistics))
                })
                .await
            }
            // In a group it may be another bot's.
            Incoming::Status if !message.chat.is_private() => return,
            Incoming::NoQuestion => wording::told(wording.no_question()),
            Incoming::NoTextAbove => wording::told(wording.above_no_text()),
            Incoming::TooLongAbove => wording::told(wording.above_too_long()),
            Incoming::NoFile => wording::told(wording.no_file()),
            Incoming::Status | Incoming::Forget(_) | Incoming::UnknownCommand => {
                wording::told(wording.unknown_command())
            }
            Incoming::NoText => wording::told(wording.no_text()),
            Incoming::Ignored => return,
        };
        self.tell(place, &posts).await;
    }

    async fn ask(&self, asking: Asking, is_edit: bool) {
        if is_edit {
            self.answer_anew(asking).await;
        } else {
            self.answer(asking).await;
        }
    }
}
