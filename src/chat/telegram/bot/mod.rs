//! What the bot does about an update: the handler that the transport calls.
//!
//! [`admission`] makes a request of an update of those who may ask: [`incoming`]
//! reads what it asks. [`Bot`] does what is requested: [`replying`] to messages,
//! for the most part by [`answering`]; [`starting`] is the introduction. What a
//! button carries is a [`callback`]; [`presses`] of [`buttons`] show more of [`sent_answers`], each
//! [`once`], or are about [`giving`] a document's file and [`browsing`] a
//! [`listing`] of all of them. Other ways to ask are [`links`] and [`inline`]
//! questions. Of a [`service`] it has the documents, which [`filing`] lets
//! admins add to and take from: [`changes`] that can be undone. What a
//! conversation says is made into messages by [`rendering`], on [`markup`] made
//! of [`characters`]; [`wording`] is what the bot says beside, in the language of
//! each person's [choosing], of what is [`chosen`]. [`feedback`] and
//! [`statistics`] are what its operator gets to know.

mod admission;
mod answering;
mod browsing;
mod buttons;
mod callback;
mod changes;
mod characters;
mod choosing;
mod chosen;
mod feedback;
mod filing;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod giving;
mod incoming;
mod inline;
mod links;
mod listing;
mod markup;
mod once;
mod presses;
mod rendering;
mod replying;
mod sent_answers;
mod service;
mod starting;
mod statistics;
mod wording;

pub use admission::Access;
pub use answering::LOG;
pub use service::{Asked, Say, Service};
pub use wording::menus;

use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use futures_util::FutureExt as _;
use tokio::sync::Semaphore;

use super::transport::{Error, Handler, Keyboard, Me, Person, Place, Post, Sender, Sent};
use crate::index::{Index, IndexError};
use crate::wording::Wording;
use admission::{Admission, Request};
use callback::{Run, View};
use changes::Changes;
use chosen::ChosenLanguages;
use feedback::Feedback;
use once::Once;
use sent_answers::{SentAnswer, SentAnswers};
use statistics::Statistics;

/// All that handling a request needs.
pub struct Bot {
    me: Me,
    sender: Arc<Sender>,
    service: Arc<Service>,
    run: Run,
    feedback: Option<tokio::sync::Mutex<Feedback>>,
    admission: Admission,
    /// As many answers at once as there are cores. Who waits is served in
    /// order, and a chat waits with one question at a time: none takes another's turn.
    searches: Semaphore,
    /// Example questions, and before them of which [state](Index::state) of the documents they are.
    examples: tokio::sync::Mutex<(Option<u64>, Vec<String>)>,
    sent: Mutex<SentAnswers>,
    once: Mutex<Once>,
    changes: Mutex<Changes>,
    statistics: Mutex<Statistics>,
    chosen: Arc<ChosenLanguages>,
}

impl Bot {
    /// The bot `me` at the service of chats.
    pub fn new(me: Me, sender: Arc<Sender>, service: Arc<Service>) -> Self {
        let data = service.data.as_deref();
        let feedback = data.map(Feedback::within);
        let chosen = ChosenLanguages::within(data, me.id);
        let cores = thread::available_parallelism().map_or(1, Into::into);
        Self {
            me,
            sender,
            run: Run::now(),
            changes: Mutex::default(),
            feedback: feedback.map(tokio::sync::Mutex::new),
            admission: Admission::new(service.access.clone()),
            searches: Semaphore::new(cores),
            examples: tokio::sync::Mutex::default(),
            sent: Mutex::default(),
            once: Mutex::default(),
            statistics: Mutex::new(Statistics::new()),
            chosen: Arc::new(chosen),
            service,
        }
    }

    /// The handler of the bot's updates.
    pub fn handler(self) -> Box<Handler> {
        let bot = Arc::new(self);
        Box::new(move |delivery| {
            let taken = delivery.taken;
            let request = bot.admission.admit(delivery, &bot.me)?;
            let bot = Arc::clone(&bot);
            Some(async move { bot.handle(request, taken).await }.boxed())
        })
    }

    async fn handle(&self, request: Request, taken: Instant) {
        match request {
            Request::Reply {
                message,
                incoming,
                is_edit,
            } => {
                let place = Place::from(&*message);
                let replying = self.reply(&message, incoming, is_edit, taken);
                if AssertUnwindSafe(replying).catch_unwind().await.is_err() {
                    log::error!("{place}: replying panicked");
                    self.fail(place, self.wording(message.from)).await;
                }
            }
            Request::Press(press, Ok(())) => self.press(&press).await,
            Request::Press(press, Err(why)) => self.say_to(&press, why).await,
            Request::Inline(inline, Ok(())) => self.offer(&inline).await,
            Request::Inline(inline, Err(why)) => {
                let line = why(self.wording(Some(inline.from)));
                self.respond(&inline, Err(line)).await;
            }
            Request::Refuse(message, why) => {
                let wording = self.wording(message.from);
                let posts = wording::unserved(wording, why, message.chat.id);
                self.tell(Place::from(&*message), &posts).await;
            }
        }
    }

    /// Sends what needs no buttons and is not remembered.
    async fn tell(&self, place: Place, posts: &[Post]) {
        self.tell_with(place, posts, &Keyboard::new()).await;
    }

    /// The same with buttons; `None` where Telegram did not take it, which the log has.
    async fn tell_with(&self, place: Place, posts: &[Post], buttons: &Keyboard) -> Option<Sent> {
        let sent = self.sender.send(place, posts, buttons).await;
        sent.inspect_err(|error| log_unsent(place, error)).ok()
    }

    /// Puts a post in the place of a message of the bot's; what does not fit follows it.
    async fn put(&self, place: Place, posts: &[Post], buttons: &Keyboard) {
        let Some((first, rest)) = posts.split_first() else {
            return;
        };
        let edited = self.sender.edit(place.chat, place.question, first, buttons);
        match edited.await {
            Ok(()) => self.tell(place, rest).await,
            Err(error) => log::warn!("{place}: not changed: {error}"),
        }
    }

    /// Says that answering failed.
    async fn fail(&self, place: Place, wording: Wording) {
        self.tell(place, &wording::told(wording.failed())).await;
    }

    /// What a person is spoken to in: what they chose, else what the operator did, else what they
    /// use Telegram in.
    fn wording(&self, person: Option<Person>) -> Wording {
        let chosen = person.and_then(|person| self.chosen.of(person.id));
        chosen
            .or(self.service.language)
            .or(person.and_then(|person| person.language))
            .unwrap_or(Wording::ENGLISH)
    }

    /// Searches the documents, in turn with all others who do. `None` as of [`Self::work`].
    async fn search<T: Send + 'static>(
        &self,
        search: impl FnOnce(&Service) -> Result<T, IndexError> + Send + 'static,
    ) -> Option<T> {
        // Never closed.
        let _turn = self.searches.acquire().await.ok()?;
        self.work("the index failed", search).await
    }

    /// Does work that may fail as [`Self::try_work`] does; `None` where it failed or panicked,
    /// which the log has: `problem` says what an error means.
    async fn work<T: Send + 'static, E: fmt::Display + Send + 'static>(
        &self,
        problem: &str,
        work: impl FnOnce(&Service) -> Result<T, E> + Send + 'static,
    ) -> Option<T> {
        logged(problem, self.try_work(work).await?)
    }

    /// Does work that takes the processor or the disk, off the threads that wait for the network;
    /// `None` where it panicked, which the log has.
    async fn try_work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Service) -> T + Send + 'static,
    ) -> Option<T> {
        let service = Arc::clone(&self.service);
        let done = tokio::task::spawn_blocking(move || work(&service)).await;
        done.inspect_err(|_| log::error!("answering failed")).ok()
    }

    /// The buttons under a view of an answer.
    fn buttons(&self, answer: &SentAnswer, view: View) -> Keyboard {
        let judged = self.feedback.is_some();
        let buttons = answer.buttons(self.run, judged, &self.me.username);
        buttons.under(view)
    }

    /// What is said of the documents as a whole.
    async fn about_documents(
        &self,
        wording: Wording,
        tell: impl FnOnce(&Index) -> Result<Vec<Post>, IndexError> + Send + 'static,
    ) -> Vec<Post> {
        let told = self.search(|service| tell(&service.quoth.index())).await;
        told.unwrap_or_else(|| wording::told(wording.failed()))
    }
}

/// What a panic left behind is still good: nothing panics while it is changed.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What was done; `None` where it failed, which the log has then.
fn logged<T, E: fmt::Display>(problem: &str, done: Result<T, E>) -> Option<T> {
    done.inspect_err(|error| log::error!("{problem}: {error}"))
        .ok()
}

fn log_unsent(place: Place, error: &Error) {
    log::warn!("{place}: the reply was not sent: {error}");
}
