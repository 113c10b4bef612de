//! A question that was changed is answered in the place of its first answer.

use super::super::transport::{Error, Keyboard, Place};
use super::answering::Asking;
use super::buttons::View;
use super::sent_answers::SentAnswer;
use super::service::Service;
use super::{Bot, locked};

const NO_BUTTONS: Keyboard = Keyboard::new();

impl Bot {
    /// Answers a question that was changed, in the place of its first answer.
    pub(super) async fn answer_anew(&self, asking: Asking, question: String) {
        let (place, wording, taken) = (asking.place, asking.wording, asking.taken);
        let before = {
            let mut sent = locked(&self.sent);
            sent.of_question(place.chat, asking.asked_in).cloned()
        };
        let Some(before) = before else {
            self.answer(asking, &question).await;
            return;
        };
        if before.asked.text == question {
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
        let asking = Asking {
            conversation: before.asked.conversation.clone(),
            to: continued,
            ..asking
        };
        let Some(mut entry) = self.answered(&asking, question).await else {
            return self.fail(place, wording).await;
        };
        (entry.number, entry.asked.to) = (before.number, to);
        match self.replace(place, &before.messages, &entry).await {
            Ok(messages) => {
                entry.messages = messages;
                self.note(place, &entry, taken);
                locked(&self.sent).remember(entry);
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
}
