//! From a pressed button to what it shows.
//!
//! In a private chat an answer is edited in place. Where others read along,
//! their answer stays as it is, and each view is a message below it, sent once.

use std::time::Instant;

use super::super::transport::{Post, Press};
use super::admission::Words;
use super::callback::{Action, View, Wanted};
use super::once::Added;
use super::sent_answers::SentAnswer;
use super::service::Service;
use super::{Bot, locked, rendering};
use crate::chat::conversation::{AnswerId, Command, Nothing, Said};
use crate::wording::Wording;

impl Bot {
    /// Does what a button says, and ends the wait of the person who pressed it.
    pub(super) async fn press(&self, press: &Press) {
        let data = press.data.as_deref();
        match data.and_then(|data| Wanted::read(data, self.run)) {
            Some(Wanted::OfAnswer(number, action)) => {
                self.press_under_answer(press, number, action).await;
            }
            Some(Wanted::Undo(undo)) => self.undo(press, undo).await,
            Some(Wanted::Page(page)) => self.turn(press, &page).await,
            Some(Wanted::Forget(key, page)) => self.forget_picked(press, key, &page).await,
            Some(Wanted::Example(hash)) => self.ask_example(press, hash).await,
            Some(Wanted::Language(code)) => self.speak(press, code.as_deref()).await,
            None => self.say_to(press, Wording::expired).await,
        }
    }

    async fn press_under_answer(&self, press: &Press, number: u64, action: Action) {
        let entry = press.seen().and_then(|message| {
            let mut sent = locked(&self.sent);
            let known = sent.numbered(number, message.chat.id);
            known
                .filter(|known| known.has_buttons_under(message.id))
                .cloned()
        });
        let Some(entry) = entry else {
            return self.say_to(press, Wording::expired).await;
        };
        match action {
            Action::Verdict(is_right) => self.judge(press, entry, is_right).await,
            Action::View(view) if view == View::Answer || !entry.place.is_shared() => {
                if let Some((view, posts)) = self.viewed(press, &entry, view).await {
                    let buttons = self.buttons(&entry, view);
                    self.put(entry.below(), &posts, &buttons).await;
                }
            }
            Action::View(view) => {
                let add = Box::pin(self.add_view(press, &entry, view));
                self.add_below(press, &entry, action, add).await;
            }
            Action::File(number) => {
                let add = Box::pin(self.give(press, &entry, number));
                self.add_below(press, &entry, action, add).await;
            }
            Action::Offered(number) => {
                let add = Box::pin(self.ask_offered(press, &entry, number));
                self.add_below(press, &entry, action, add).await;
            }
        }
    }

    /// Sends below an answer what is wanted of it, unless that was just done.
    async fn add_below(
        &self,
        press: &Press,
        entry: &SentAnswer,
        action: Action,
        add: impl Future<Output = bool>,
    ) {
        let what = Added::OfAnswer(entry.number, entry.answer, action);
        let chat = entry.place.chat;
        self.add_once(press, chat, what, Instant::now(), add).await;
    }

    /// Has a press add something to a chat, unless that was just done or the person asks for too
    /// much; `add` tells whether it could.
    pub(super) async fn add_once(
        &self,
        press: &Press,
        chat: i64,
        what: Added,
        now: Instant,
        add: impl Future<Output = bool>,
    ) {
        if !locked(&self.once).begin(chat, what, now) {
            return self.say_to(press, Wording::below).await;
        }
        // It takes as much room in the chat as an answer.
        if !self.admission.may_ask(press.from.id, chat) {
            locked(&self.once).fail(chat, what);
            return self.say_to(press, Wording::too_fast).await;
        }
        if !add.await {
            locked(&self.once).fail(chat, what);
        }
    }

    /// Answers a question that a decline offers; returns whether it could.
    async fn ask_offered(&self, press: &Press, entry: &SentAnswer, number: usize) -> bool {
        let question = number.checked_sub(1).and_then(|at| entry.offered().get(at));
        let Some((message, question)) = press.message.as_deref().zip(question.cloned()) else {
            self.say_to(press, Wording::expired).await;
            return false;
        };
        self.answer_press(press, "").await;
        let wording = self.wording(Some(press.from));
        self.answer_offered(message, wording, question, Instant::now())
            .await
    }

    /// What a button shows of an answer. Where that is nothing, the person who
    /// pressed is told; whoever pressed waits no longer.
    async fn viewed(
        &self,
        press: &Press,
        entry: &SentAnswer,
        view: View,
    ) -> Option<(View, Vec<Post>)> {
        match view {
            View::Answer => {
                self.answer_press(press, "").await;
                let last = entry.posts.last().cloned();
                Some((view, last.into_iter().collect()))
            }
            View::More(batch) => self.more(press, entry, batch).await,
            View::Around(extent, number) => {
                let command = Command::Around(extent, number);
                Some((view, self.obey(press, entry, command).await?))
            }
        }
    }

    /// A batch of further quotes: the next one, or one that was shown before.
    async fn more(
        &self,
        press: &Press,
        entry: &SentAnswer,
        batch: usize,
    ) -> Option<(View, Vec<Post>)> {
        if let Some(posts) = entry.more.get(batch - 1) {
            self.answer_press(press, "").await;
            return Some((View::More(batch), posts.clone()));
        }
        let posts = self.obey(press, entry, Command::More).await?;
        let known = self.change_known(entry, |known| {
            known.more.push(posts.clone());
            known.more.len()
        });
        Some((View::More(known.unwrap_or(batch)), posts))
    }

    /// More of an answer; where there is none, the person who pressed is told.
    async fn obey(&self, press: &Press, entry: &SentAnswer, command: Command) -> Option<Vec<Post>> {
        let wording = self.wording(Some(press.from));
        let of = entry.answer.unwrap_or(AnswerId::FORGOTTEN);
        let conversation = entry.asked.conversation.clone();
        let shown = self.search(move |service| {
            let now = Instant::now();
            service
                .conversations
                .show(&service.quoth, &conversation, command, of, now)
        });
        let (line, posts) = match shown.await {
            Some(Said::Nothing(Nothing::Forgotten)) => (wording.expired(), None),
            Some(Said::Nothing(nothing)) => (nothing.told(wording), None),
            Some(said) => {
                let posts = rendering::said(entry.asked.wording, None, &said);
                (String::new(), Some(posts))
            }
            None => (wording.press_failed(), None),
        };
        self.answer_press(press, &line).await;
        posts
    }

    /// Takes a verdict on an answer, and marks its button.
    async fn judge(&self, press: &Press, mut entry: SentAnswer, is_right: bool) {
        let (words, is_new) = self.note_verdict(&mut entry, is_right).await;
        self.say_to(press, words).await;
        if !is_new {
            return;
        }
        let (place, buttons) = (entry.below(), self.buttons(&entry, View::Answer));
        let edited = self
            .sender
            .edit_buttons(place.chat, place.question, &buttons);
        if let Err(error) = edited.await {
            log::warn!("{place}: not changed: {error}");
        }
    }

    /// Notes a verdict on an answer; what is said of that, and whether the verdict is new.
    /// Everybody's next verdict waits for this, so this waits for nothing of Telegram's.
    async fn note_verdict(&self, entry: &mut SentAnswer, is_right: bool) -> (Words, bool) {
        let Some(feedback) = &self.feedback else {
            return (Wording::expired, false);
        };
        // One at a time: of two people who press at once the second changes the verdict of the first.
        let feedback = feedback.lock().await;
        let before = self.change_known(entry, |known| known.verdict.clone());
        let before = before.flatten();
        if before.as_ref().map(|verdict| verdict.is_right) == Some(is_right) {
            return (Wording::noted, false);
        }
        let note = {
            let feedback = feedback.clone();
            let (asked, said) = (entry.asked.text.clone(), entry.said.clone());
            move |_: &Service| feedback.note(&asked, &said, is_right, before.as_ref())
        };
        let Some(verdict) = self.work("a verdict is not kept", note).await else {
            return (Wording::press_failed, false);
        };
        entry.verdict = Some(verdict);
        self.change_known(entry, |known| known.verdict.clone_from(&entry.verdict));
        (Wording::noted, true)
    }

    /// Sends a view below an answer; returns whether it could.
    async fn add_view(&self, press: &Press, entry: &SentAnswer, view: View) -> bool {
        let Some((view, posts)) = self.viewed(press, entry, view).await else {
            return false;
        };
        let buttons = self.buttons(entry, view);
        let Some(sent) = self.tell_with(entry.below(), &posts, &buttons).await else {
            return false;
        };
        self.change_known(entry, |known| known.views.extend(sent.messages));
        true
    }

    /// Does something to an answer as it is remembered, where it still is.
    fn change_known<T>(
        &self,
        entry: &SentAnswer,
        change: impl FnOnce(&mut SentAnswer) -> T,
    ) -> Option<T> {
        let mut sent = locked(&self.sent);
        sent.numbered(entry.number, entry.place.chat).map(change)
    }

    /// Ends the wait of the person who pressed a button, with words in their language.
    pub(super) async fn say_to(&self, press: &Press, words: Words) {
        let line = words(self.wording(Some(press.from)));
        self.answer_press(press, &line).await;
    }

    /// The same with a line.
    pub(super) async fn answer_press(&self, press: &Press, line: &str) {
        if let Err(error) = self.sender.answer_press(press, line).await {
            log::info!("a press was not answered: {error}");
        }
    }
}
