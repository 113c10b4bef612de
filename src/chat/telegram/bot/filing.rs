//! Admins have files become documents, and have documents forgotten.

use super::super::transport::{Attached, Keyboard, LARGEST, Message, Place, Post, Press};
use super::buttons::button;
use super::callback::{List, Undo, Wanted};
use super::changes::Change;
use super::listing::Listed;
use super::service::Service;
use super::wording::{self, files as said};
use super::{Bot, incoming, locked};
use crate::index::IndexError;
use crate::ingest::{ForgetError, Forgotten, ReceiveError, Received, receiving};
use crate::wording::{PLACE, Wording};

impl Bot {
    /// Takes a file into the corpus, and says what was understood of it.
    pub(super) async fn add(&self, message: &Message, file: &Attached) {
        let (place, wording) = (Place::from(message), self.wording(message.from));
        let received = self.received(place, wording, file);
        let (posts, change) = match self.sender.typing_while(place, received).await {
            Some(Ok(received)) => {
                let is_undoable = received.is_new && received.can_be_taken_back;
                let posts = said::added(wording, &received);
                (posts, is_undoable.then_some(Change::Added(received)))
            }
            Some(Err(reason)) => (said::not_added(wording, &file.name, &reason), None),
            None => (wording::told(wording.failed()), None),
        };
        self.tell_done(place, wording, posts, change).await;
    }

    /// A file that is a document now, or why it is none; `None` where that failed.
    async fn received(
        &self,
        place: Place,
        wording: Wording,
        file: &Attached,
    ) -> Option<Result<Received, String>> {
        let why = |error: ReceiveError| said::why_not_received(wording, &error);
        if let Err(error) = receiving::check_name(&file.name) {
            return Some(Err(why(error)));
        }
        let too_large = || Some(Err(wording.too_large(LARGEST / said::MB)));
        if file.size > LARGEST {
            return too_large();
        }
        let content = match self.sender.download(&file.id).await {
            Ok(Some(content)) => content,
            Ok(None) => return too_large(),
            Err(error) => {
                log::warn!("{place}: its file is not fetched: {error}");
                return Some(Err(wording.not_fetched()));
            }
        };
        let name = file.name.clone();
        let receive = move |service: &Service| service.quoth.receive(&name, &content);
        Some(self.try_work(receive).await?.map_err(why))
    }

    /// Takes a document out of the corpus.
    pub(super) async fn forget(&self, message: &Message, name: String) {
        let (place, wording) = (Place::from(message), self.wording(message.from));
        if name.is_empty() {
            return self.list(place, wording, List::Forgetting, "").await;
        }
        let forget = {
            let name = name.clone();
            move |service: &Service| {
                let forgotten = service.quoth.forget(&name);
                let is_close = match forgotten {
                    Err(ForgetError::Unknown | ForgetError::Several(_)) => {
                        let sources = service.quoth.index().sources()?;
                        !Listed::of(sources, &name).sources.is_empty()
                    }
                    _ => false,
                };
                Ok::<_, IndexError>((forgotten, is_close))
            }
        };
        let done = match self.work("a document is not forgotten", forget).await {
            Some((_, true)) => {
                return self.list(place, wording, List::Forgetting, &name).await;
            }
            done => done.map(|(done, _)| done),
        };
        self.tell_forgotten(place, wording, &name, done).await;
    }

    /// Says what became of a document that was to be forgotten; `None` where that failed.
    pub(super) async fn tell_forgotten(
        &self,
        place: Place,
        wording: Wording,
        name: &str,
        done: Option<Result<Forgotten, ForgetError>>,
    ) {
        let (posts, change) = match done {
            Some(Ok(forgotten)) => (
                wording::around(&wording.forgot(PLACE), &forgotten.name),
                Some(Change::Forgotten(forgotten)),
            ),
            Some(Err(error)) => {
                let reason = said::why_not_forgotten(wording, &error);
                let sentence = wording.not_forgotten(PLACE, reason);
                (wording::around(&sentence, name), None)
            }
            None => (wording::told(wording.failed()), None),
        };
        self.tell_done(place, wording, posts, change).await;
    }

    /// Says what was done, with a button that undoes it.
    async fn tell_done(
        &self,
        place: Place,
        wording: Wording,
        posts: Vec<Post>,
        change: Option<Change>,
    ) {
        let buttons = change.map_or_else(Keyboard::new, |change| {
            log::info!("{place}: the documents are changed");
            let undo = locked(&self.changes).remember(self.run, place.chat, change);
            let wanted = Wanted::Undo(undo);
            vec![vec![button(&wording.button_undo(), &wanted, self.run)]]
        });
        self.tell_with(place, &posts, &buttons).await;
    }

    /// Undoes what was done, for an admin who presses the button below it.
    pub(super) async fn undo(&self, press: &Press, undo: Undo) {
        if !self.admission.is_admin(Some(press.from.id)) {
            return self.say_to(press, Wording::not_an_admin).await;
        }
        let wording = self.wording(Some(press.from));
        let message = press.seen();
        let change = message.and_then(|message| locked(&self.changes).take(undo, message.chat.id));
        let (Some(message), Some(change)) = (message, change) else {
            let name = message.and_then(incoming::first_code);
            let line = said::cannot_be_undone(wording, undo.was_added, name);
            return self.answer_press(press, &line).await;
        };
        let undoing = {
            let change = change.clone();
            move |service: &Service| match &change {
                Change::Added(received) => {
                    let taken_back = service.quoth.take_back(received);
                    taken_back.map(|_| wording::around(&wording.took_out(PLACE), &received.name))
                }
                Change::Forgotten(forgotten) => {
                    let restored = service.quoth.restore(forgotten);
                    restored.map(|()| wording::around(&wording.put_back(PLACE), &forgotten.name))
                }
            }
        };
        let line = match self.try_work(undoing).await {
            Some(Ok(posts)) => {
                self.answer_press(press, "").await;
                return self.put(message.into(), &posts, &Keyboard::new()).await;
            }
            Some(Err(error)) => {
                let reason = said::why_not_forgotten(wording, &error);
                said::line(&wording.not_undone(reason))
            }
            None => wording.press_failed(),
        };
        locked(&self.changes).put(undo, message.chat.id, change);
        self.answer_press(press, &line).await;
    }
}
