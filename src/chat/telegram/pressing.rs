//! From a pressed button to the change that it makes: an answer is edited in place.

use std::time::Instant;

use super::buttons::{View, Wish};
use super::deeds::Undo;
use super::markup::Post;
use super::sending::Place;
use super::service::Service;
use super::session::{INDEX_FAILED, Session};
use super::shown::Entry;
use super::update::Press;
use super::{reply, trouble, wording};
use crate::answer::Extent;
use crate::chat::conversation::{AnswerId, Command, Nothing, Said};
use crate::chat::wording as common;

impl Session {
    /// Does what a button says, and ends the wait of whoever pressed it.
    pub(super) async fn press(&self, press: &Press) {
        if let Some(undo) = press.data.as_deref().and_then(Undo::read) {
            return self.undo(press, undo).await;
        }
        let wish = press.data.as_deref().and_then(|data| self.run.read(data));
        let under = press
            .message
            .as_ref()
            .filter(|message| message.is_accessible())
            .map(|message| (message.chat.id, message.id));
        let (Some((number, wish)), Some((chat, message))) = (wish, under) else {
            return self.answer_press(press, wording::EXPIRED).await;
        };
        let entry = self.shown().numbered(number, chat).cloned();
        let Some(entry) = entry.filter(|entry| entry.messages.last() == Some(&message)) else {
            return self.answer_press(press, wording::EXPIRED).await;
        };
        match wish {
            Wish::Answer => {
                self.answer_press(press, "").await;
                let posts = entry.posts.last().cloned().into_iter().collect();
                self.show(&entry, View::Answer, posts).await;
            }
            Wish::More(batch) => self.show_more(press, &entry, batch).await,
            Wish::Around(extent, number) => self.show_around(press, &entry, extent, number).await,
            Wish::Verdict(is_right) => self.judge(press, entry, is_right).await,
        }
    }

    /// Shows a batch of further quotes: the next one, or one that was shown before.
    async fn show_more(&self, press: &Press, entry: &Entry, batch: usize) {
        if let Some(posts) = entry.more.get(batch - 1) {
            self.answer_press(press, "").await;
            return self.show(entry, View::More(batch), posts.clone()).await;
        }
        let Some(posts) = self.obey(press, entry, Command::More).await else {
            return;
        };
        let view = {
            let mut shown = self.shown();
            let known = shown.numbered(entry.number, entry.place.chat);
            known.map_or(View::More(batch), |known| {
                known.more.push(posts.clone());
                View::More(known.more.len())
            })
        };
        self.show(entry, view, posts).await;
    }

    /// Shows what stands around a quote.
    async fn show_around(&self, press: &Press, entry: &Entry, extent: Extent, number: usize) {
        let command = Command::Around(extent, number);
        if let Some(posts) = self.obey(press, entry, command).await {
            self.show(entry, View::Around(extent, number), posts).await;
        }
    }

    /// More of an answer; where there is none, whoever pressed is told.
    async fn obey(&self, press: &Press, entry: &Entry, command: Command) -> Option<Vec<Post>> {
        let of = entry.answer.unwrap_or(AnswerId::FORGOTTEN);
        let conversation = entry.conversation.clone();
        let shown = self.work(INDEX_FAILED, move |service| {
            let now = Instant::now();
            service
                .conversations
                .show(&service.quoth, &conversation, command, of, now)
        });
        let (line, posts) = match shown.await {
            Some(Said::Nothing(Nothing::Forgotten)) => (wording::EXPIRED.to_owned(), None),
            Some(Said::Nothing(nothing)) => (common::nothing(nothing), None),
            Some(said) => (String::new(), Some(reply::said(&said))),
            None => (wording::FAILED.to_owned(), None),
        };
        self.answer_press(press, &line).await;
        posts
    }

    /// Notes a verdict on an answer.
    async fn judge(&self, press: &Press, mut entry: Entry, is_right: bool) {
        let Some(feedback) = self.feedback.clone() else {
            return self.answer_press(press, wording::EXPIRED).await;
        };
        if entry.verdict == Some(is_right) {
            return self.answer_press(press, wording::NOTED).await;
        }
        let (asked, said) = (entry.asked.clone(), entry.said.clone());
        let keep = move |_: &Service| feedback.add(&asked, &said, is_right);
        if self.work("a verdict is not kept", keep).await.is_none() {
            return self.answer_press(press, wording::FAILED).await;
        }
        self.answer_press(press, wording::NOTED).await;
        entry.verdict = Some(is_right);
        if let Some(known) = self.shown().numbered(entry.number, entry.place.chat) {
            known.verdict = entry.verdict;
        }
        let buttons = self.buttons(&entry, View::Answer);
        if let (Some(buttons), Some(message)) = (buttons, entry.messages.last())
            && let Err(error) = self
                .sender
                .edit_buttons(entry.place.chat, *message, buttons)
                .await
        {
            tell_unchanged(&entry, &error);
        }
    }

    /// Puts a view in the place of the answer's last message; what does not fit follows it.
    async fn show(&self, entry: &Entry, view: View, posts: Vec<Post>) {
        let buttons = self.buttons(entry, view);
        let (Some(message), Some((first, rest))) = (entry.messages.last(), posts.split_first())
        else {
            return;
        };
        let edited = self
            .sender
            .edit(entry.place.chat, *message, first, buttons.as_ref())
            .await;
        let place = Place {
            question: *message,
            ..entry.place
        };
        let shown = match edited {
            Ok(()) if !rest.is_empty() => self.sender.send(place, rest, None).await.map(drop),
            edited => edited,
        };
        if let Err(error) = shown {
            tell_unchanged(entry, &error);
        }
    }

    /// Ends the wait of whoever pressed a button, with a line for them alone.
    pub(super) async fn answer_press(&self, press: &Press, line: &str) {
        if let Err(error) = self.sender.answer_press(&press.id, line).await {
            log::info!("a press was not answered: {}", trouble::describe(&error));
        }
    }
}

fn tell_unchanged(entry: &Entry, error: &teloxide::RequestError) {
    log::warn!(
        "chat {}, message {}: not changed: {}",
        entry.place.chat,
        entry.messages.last().copied().unwrap_or_default(),
        trouble::describe(error)
    );
}
