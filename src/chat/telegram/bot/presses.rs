//! From a pressed button to the change that it makes: an answer is edited in place.

use std::time::Instant;

use super::super::transport::{Error, Keyboard, Place, Post, Press};
use super::buttons::{Action, View};
use super::changes::Undo;
use super::sent_answers::SentAnswer;
use super::service::Service;
use super::{Bot, rendering, wording};
use crate::answer::Extent;
use crate::chat::conversation::{AnswerId, Command, Nothing, Said};
use crate::chat::wording as common;

impl Bot {
    /// Does what a button says, and ends the wait of the person who pressed it.
    pub(super) async fn press(&self, press: &Press) {
        if let Some(undo) = press.data.as_deref().and_then(Undo::read) {
            return self.undo(press, undo).await;
        }
        let action = press.data.as_deref().and_then(|data| self.run.read(data));
        let under = press
            .message
            .as_ref()
            .filter(|message| message.is_accessible())
            .map(|message| (message.chat.id, message.id));
        let (Some((number, action)), Some((chat, message))) = (action, under) else {
            return self.answer_press(press, wording::EXPIRED).await;
        };
        let entry = self.sent().numbered(number, chat).cloned();
        let Some(entry) = entry.filter(|entry| entry.messages.last() == Some(&message)) else {
            return self.answer_press(press, wording::EXPIRED).await;
        };
        match action {
            Action::Answer => {
                self.answer_press(press, "").await;
                let posts = entry.posts.last().cloned().into_iter().collect();
                self.show(&entry, View::Answer, posts).await;
            }
            Action::More(batch) => self.show_more(press, &entry, batch).await,
            Action::Around(extent, number) => self.show_around(press, &entry, extent, number).await,
            Action::Verdict(is_right) => self.judge(press, entry, is_right).await,
        }
    }

    /// Shows a batch of further quotes: the next one, or one that was shown before.
    async fn show_more(&self, press: &Press, entry: &SentAnswer, batch: usize) {
        if let Some(posts) = entry.more.get(batch - 1) {
            self.answer_press(press, "").await;
            return self.show(entry, View::More(batch), posts.clone()).await;
        }
        let Some(posts) = self.obey(press, entry, Command::More).await else {
            return;
        };
        let view = {
            let mut shown = self.sent();
            let known = shown.numbered(entry.number, entry.place.chat);
            known.map_or(View::More(batch), |known| {
                known.more.push(posts.clone());
                View::More(known.more.len())
            })
        };
        self.show(entry, view, posts).await;
    }

    /// Shows what stands around a quote.
    async fn show_around(&self, press: &Press, entry: &SentAnswer, extent: Extent, number: usize) {
        let command = Command::Around(extent, number);
        if let Some(posts) = self.obey(press, entry, command).await {
            self.show(entry, View::Around(extent, number), posts).await;
        }
    }

    /// More of an answer; where there is none, the person who pressed is told.
    async fn obey(&self, press: &Press, entry: &SentAnswer, command: Command) -> Option<Vec<Post>> {
        let of = entry.answer.unwrap_or(AnswerId::FORGOTTEN);
        let conversation = entry.conversation.clone();
        let shown = self.search(move |service| {
            let now = Instant::now();
            service
                .conversations
                .show(&service.quoth, &conversation, command, of, now)
        });
        let (line, posts) = match shown.await {
            Some(Said::Nothing(Nothing::Forgotten)) => (wording::EXPIRED.to_owned(), None),
            Some(Said::Nothing(nothing)) => (common::nothing(nothing), None),
            Some(said) => (String::new(), Some(rendering::said(&said))),
            None => (wording::FAILED.to_owned(), None),
        };
        self.answer_press(press, &line).await;
        posts
    }

    /// Notes a verdict on an answer.
    async fn judge(&self, press: &Press, mut entry: SentAnswer, is_right: bool) {
        let Some(feedback) = &self.feedback else {
            return self.answer_press(press, wording::EXPIRED).await;
        };
        // One at a time: of two people who press at once the second changes the verdict of the first.
        let kept = feedback.lock().await;
        let known = self
            .sent()
            .numbered(entry.number, entry.place.chat)
            .cloned();
        let before = known.and_then(|known| known.verdict);
        if before
            .as_ref()
            .is_some_and(|verdict| verdict.is_right == is_right)
        {
            return self.answer_press(press, wording::NOTED).await;
        }
        let feedback = kept.clone();
        let (asked, said) = (entry.asked.clone(), entry.said.clone());
        let note = move |_: &Service| feedback.note(&asked, &said, is_right, before.as_ref());
        let Some(verdict) = self.work("a verdict is not kept", note).await else {
            return self.answer_press(press, wording::FAILED).await;
        };
        entry.verdict = Some(verdict);
        if let Some(known) = self.sent().numbered(entry.number, entry.place.chat) {
            known.verdict.clone_from(&entry.verdict);
        }
        drop(kept);
        self.answer_press(press, wording::NOTED).await;
        let buttons = self.buttons(&entry, View::Answer);
        if let Some(message) = entry.messages.last()
            && let Err(error) = self
                .sender
                .edit_buttons(entry.place.chat, *message, &buttons)
                .await
        {
            log_unchanged(&entry, &error);
        }
    }

    /// Puts a view in the place of the answer's last message; what does not fit follows it.
    async fn show(&self, entry: &SentAnswer, view: View, posts: Vec<Post>) {
        let buttons = self.buttons(entry, view);
        let (Some(message), Some((first, rest))) = (entry.messages.last(), posts.split_first())
        else {
            return;
        };
        let edited = self
            .sender
            .edit(entry.place.chat, *message, first, &buttons)
            .await;
        let place = Place {
            question: *message,
            ..entry.place
        };
        let shown = match edited {
            Ok(()) if !rest.is_empty() => self
                .sender
                .send(place, rest, &Keyboard::new())
                .await
                .map(drop),
            edited => edited,
        };
        if let Err(error) = shown {
            log_unchanged(entry, &error);
        }
    }

    /// Ends the wait of the person who pressed a button, with a line for them alone.
    pub(super) async fn answer_press(&self, press: &Press, line: &str) {
        if let Err(error) = self.sender.answer_press(press, line).await {
            log::info!("a press was not answered: {error}");
        }
    }
}

fn log_unchanged(entry: &SentAnswer, error: &Error) {
    log::warn!(
        "chat {}, message {}: not changed: {error}",
        entry.place.chat,
        entry.messages.last().copied().unwrap_or_default()
    );
}
