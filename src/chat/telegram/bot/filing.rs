//! Admins have files become documents, and have documents forgotten.

use std::convert::Infallible;

use super::super::transport::{Attached, Keyboard, LARGEST, Message, Place, Post, Press};
use super::callback::{Kind, Undo};
use super::changes::Change;
use super::listing::Listed;
use super::service::Service;
use super::wording::{self, files as said};
use super::{Bot, incoming, log_unsent};
use crate::index::IndexError;
use crate::ingest::{ForgetError, Forgotten, receiving};

impl Bot {
    /// Takes a file into the corpus, and says what was understood of it.
    pub(super) async fn add(&self, message: &Message, file: Attached) {
        let place = Place::from(message);
        let adding = self.sender.typing_while(place, self.added(place, file));
        let (post, change) = adding.await;
        self.tell_done(place, post, change).await;
    }

    async fn added(&self, place: Place, file: Attached) -> (Vec<Post>, Option<Change>) {
        if let Err(refused) = receiving::check_name(&file.name) {
            return (said::not_added(&file.name, &refused.to_string()), None);
        }
        let too_large = || (said::too_large(&file.name), None);
        if file.size > LARGEST {
            return too_large();
        }
        let content = match self.sender.download(&file.id).await {
            Ok(Some(content)) => content,
            Ok(None) => return too_large(),
            Err(error) => {
                let Place { chat, question, .. } = place;
                log::warn!("chat {chat}, message {question}: its file is not fetched: {error}");
                return (said::not_fetched(&file.name), None);
            }
        };
        let name = file.name.clone();
        let receive =
            move |service: &Service| Ok::<_, Infallible>(service.quoth.receive(&name, &content));
        match self.work("a file is not taken", receive).await {
            Some(Ok(received)) => {
                let is_undoable = received.is_new && received.can_be_taken_back;
                (
                    said::added(&received),
                    is_undoable.then_some(Change::Added(received)),
                )
            }
            Some(Err(error)) => (said::not_added(&file.name, &error.to_string()), None),
            None => (wording::failed(), None),
        }
    }

    /// Takes a document out of the corpus.
    pub(super) async fn forget(&self, message: &Message, name: String) {
        let place = Place::from(message);
        if name.is_empty() {
            return self.list_to_forget(place, "").await;
        }
        let forget = {
            let name = name.clone();
            move |service: &Service| {
                let forgotten = service.quoth.forget(&name);
                let is_named = !matches!(
                    forgotten,
                    Err(ForgetError::Unknown | ForgetError::Several(_))
                );
                let is_close = !is_named && {
                    let sources = service.quoth.index().sources()?;
                    !Listed::of(sources, &name).sources.is_empty()
                };
                Ok::<_, IndexError>((forgotten, is_close))
            }
        };
        let (posts, change) = match self.work("a document is not forgotten", forget).await {
            Some((_, true)) => return self.list_to_forget(place, &name).await,
            Some((done, false)) => forgotten(&name, done),
            None => (wording::failed(), None),
        };
        self.tell_done(place, posts, change).await;
    }

    /// Says what was done, with a button that undoes it.
    pub(super) async fn tell_done(&self, place: Place, posts: Vec<Post>, change: Option<Change>) {
        let buttons = change.map_or_else(Keyboard::new, |change| {
            let Place { chat, question, .. } = place;
            log::info!("chat {chat}, message {question}: the documents are changed");
            self.changes().remember(chat, change)
        });
        if let Err(error) = self.sender.send(place, &posts, &buttons).await {
            log_unsent(place, &error);
        }
    }

    /// Undoes what was done, for an admin who presses the button below it.
    pub(super) async fn undo(&self, press: &Press, undo: Undo) {
        if !self.admission.is_admin(Some(press.from.id)) {
            return self.answer_press(press, wording::NOT_AN_ADMIN).await;
        }
        let message = press.message.as_deref();
        let message = message.filter(|message| message.is_accessible());
        let change = message.and_then(|message| self.changes().take(undo, message.chat.id));
        let (Some(message), Some(change)) = (message, change) else {
            let name = message.and_then(incoming::first_code);
            let line = said::cannot_be_undone(undo.kind == Kind::Adding, name);
            return self.answer_press(press, &line).await;
        };
        let undoing = {
            let change = change.clone();
            move |service: &Service| {
                Ok::<_, Infallible>(match &change {
                    Change::Added(received) => {
                        let taken_back = service.quoth.take_back(received);
                        taken_back.map(|_| said::taken_back(&received.name))
                    }
                    Change::Forgotten(forgotten) => {
                        let restored = service.quoth.restore(forgotten);
                        restored.map(|()| said::restored(&forgotten.name))
                    }
                })
            }
        };
        let line = match self.work("nothing is undone", undoing).await {
            Some(Ok(posts)) => {
                self.answer_press(press, "").await;
                return self.show_undone(message, &posts).await;
            }
            Some(Err(error)) => said::not_undone(&error.to_string()),
            None => wording::FAILED.to_owned(),
        };
        self.changes().put(undo, message.chat.id, change);
        self.answer_press(press, &line).await;
    }

    async fn show_undone(&self, message: &Message, posts: &[Post]) {
        let (chat, id) = (message.chat.id, message.id);
        for post in posts {
            if let Err(error) = self.sender.edit(chat, id, post, &Keyboard::new()).await {
                log::warn!("chat {chat}, message {id}: not changed: {error}");
            }
        }
    }
}

/// What is said of a document that was to be forgotten, and what can be undone of that.
pub(super) fn forgotten(
    name: &str,
    done: Result<Forgotten, ForgetError>,
) -> (Vec<Post>, Option<Change>) {
    match done {
        Ok(forgotten) => (
            said::forgotten(&forgotten.name),
            Some(Change::Forgotten(forgotten)),
        ),
        Err(error) => (said::not_forgotten(name, &error.to_string()), None),
    }
}
