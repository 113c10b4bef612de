//! One run of the bot: whatever is asked of it gets its reply, and nothing that happens on the way ends it.

use std::convert::Infallible;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Instant;

use futures_util::FutureExt as _;
use teloxide::RequestError;
use teloxide::types::InlineKeyboardMarkup;

use super::admission::{Admission, Origin, Request};
use super::buttons::{Run, View};
use super::deeds::Deeds;
use super::feedback::Feedback;
use super::markup::Post;
use super::sending::{Place, Sender};
use super::service::Service;
use super::shown::{Entry, Shown};
use super::startup::Me;
use super::statistics::Statistics;
use super::update::Event;
use super::{trouble, wording};
use crate::chat::examples;
use crate::index::{Index, IndexError};

/// All that handling a request needs.
pub(super) struct Session {
    pub(super) me: Me,
    pub(super) sender: Arc<Sender>,
    pub(super) service: Arc<Service>,
    pub(super) run: Run,
    pub(super) feedback: Option<Feedback>,
    pub(super) admission: Admission,
    /// Example questions, and of which documents they are.
    examples: tokio::sync::Mutex<(Weak<Index>, Vec<String>)>,
    shown: Mutex<Shown>,
    deeds: Mutex<Deeds>,
    statistics: Mutex<Statistics>,
}

/// What an error of the index is logged as.
pub(super) const INDEX_FAILED: &str = "the index failed";
/// Example questions in the introduction.
const EXAMPLES: usize = 3;

impl Session {
    pub(super) fn new(me: Me, sender: Arc<Sender>, service: Arc<Service>) -> Self {
        let run = Run::now();
        Self {
            me,
            sender,
            run,
            deeds: Mutex::new(Deeds::new(run)),
            feedback: service.data.as_deref().map(Feedback::within),
            admission: Admission::new(service.access.clone()),
            examples: tokio::sync::Mutex::default(),
            shown: Mutex::default(),
            statistics: Mutex::new(Statistics::new()),
            service,
        }
    }

    /// What to do about an event; `None` for nothing.
    pub(super) fn admit(&self, event: Event, origin: Origin) -> Option<Request> {
        self.admission.admit(event, origin, &self.me)
    }

    /// Does what is asked.
    pub(super) async fn handle(&self, request: Request, taken: Instant) {
        match request {
            Request::Reply {
                message,
                incoming,
                is_edit,
            } => {
                let place = Place::from(&*message);
                let replying = self.reply(&message, incoming, is_edit, taken);
                if AssertUnwindSafe(replying).catch_unwind().await.is_err() {
                    log::error!(
                        "chat {}, message {}: replying panicked",
                        place.chat,
                        place.question
                    );
                    self.tell(place, &wording::failed()).await;
                }
            }
            Request::Press(press) => self.press(&press).await,
            Request::RefusePress(press, why) => self.answer_press(&press, why).await,
            Request::Inline(inline) => self.offer(&inline).await,
            Request::RefuseInline(inline, why) => self.offer_nothing(&inline, why).await,
            Request::Tell(place, posts) => self.tell(place, &posts).await,
        }
    }

    /// Sends what needs no buttons and is not remembered.
    pub(super) async fn tell(&self, place: Place, posts: &[Post]) {
        if let Err(error) = self.sender.send(place, posts, None).await {
            tell_unsent(place, &error);
        }
    }

    pub(super) fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn deeds(&self) -> MutexGuard<'_, Deeds> {
        self.deeds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn statistics(&self) -> MutexGuard<'_, Statistics> {
        self.statistics
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Does work that takes the processor, off the threads that wait for the
    /// network; `None` where it failed or panicked, which the log has:
    /// `trouble` says what an error means.
    pub(super) async fn work<T: Send + 'static, E: fmt::Display + Send + 'static>(
        &self,
        trouble: &str,
        work: impl FnOnce(&Service) -> Result<T, E> + Send + 'static,
    ) -> Option<T> {
        let service = Arc::clone(&self.service);
        let done = tokio::task::spawn_blocking(move || work(&service)).await;
        let done = done.inspect_err(|_| log::error!("answering failed")).ok()?;
        done.inspect_err(|error| log::error!("{trouble}: {error}"))
            .ok()
    }

    /// The buttons under a view of an answer.
    pub(super) fn buttons(&self, entry: &Entry, view: View) -> Option<InlineKeyboardMarkup> {
        let judged = self.feedback.is_some();
        entry.buttons(self.run, judged).under(view)
    }

    /// The list of documents.
    pub(super) async fn sources(&self) -> Vec<Post> {
        let list = |service: &Service| {
            let index = service.quoth.index();
            Ok::<_, IndexError>(wording::sources(&index.contents(), &index.sources()?))
        };
        let listed = self.work(INDEX_FAILED, list).await;
        listed.unwrap_or_else(wording::failed)
    }

    /// Questions that show people what can be asked: looked for when somebody
    /// wants to know, and once for as long as the documents stay the same.
    pub(super) async fn examples(&self) -> Vec<String> {
        let mut examples = self.examples.lock().await;
        let documents = Arc::downgrade(&self.service.quoth.index());
        if !examples.0.ptr_eq(&documents) {
            let find = |service: &Service| {
                Ok::<_, Infallible>(examples::questions(&service.quoth, EXAMPLES))
            };
            let found = self.work("no examples", find).await.unwrap_or_default();
            *examples = (documents, found);
        }
        examples.1.clone()
    }
}

/// Tells the operator of a reply that Telegram did not take.
pub(super) fn tell_unsent(place: Place, error: &RequestError) {
    log::warn!(
        "chat {}, message {}: the reply was not sent: {}",
        place.chat,
        place.question,
        trouble::describe(error)
    );
}
