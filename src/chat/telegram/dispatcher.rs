//! Every update is handled once: in order within a chat, and no chat waits for another.
//!
//! teloxide's own dispatcher ends every chat's service after one panic
//! (teloxide#1435), stops taking updates for all as soon as one chat has a
//! queue, and cannot say what is unanswered. Here each chat has a lane of its
//! own, and whatever was taken is known until it is done, so that a stop loses
//! nothing.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use futures_util::FutureExt as _;
use serde_json::Value;
use tokio::sync::watch;

use super::admission::{Origin, Request};
use super::journal::Account;
use super::session::Session;
use super::update::{Event, Mark};

/// Updates that are taken and not yet done, at most; the others wait at Telegram.
pub(super) const MOST: usize = 2048;
/// Updates that are known to be done, in case they come again.
const DONE: usize = 1000;

/// What is handled one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Lane {
    /// The messages of a chat.
    Messages(i64),
    /// The buttons pressed by a person: they do not wait for a chat's questions.
    Buttons(i64),
    /// What a person types in other chats.
    Inline(i64),
}

impl Lane {
    fn of(request: &Request) -> Self {
        match request {
            Request::Reply { message, .. } => Self::Messages(message.chat.id),
            Request::Tell(place, _) => Self::Messages(place.chat),
            Request::Press(press) | Request::RefusePress(press, _) => Self::Buttons(press.from.id),
            Request::Inline(inline) | Request::RefuseInline(inline, _) => {
                Self::Inline(inline.from.id)
            }
        }
    }
}

/// A request with the number of its update and when it was taken.
#[derive(Debug)]
struct Work {
    mark: Mark,
    request: Request,
    taken: Instant,
}

/// Takes updates and has them handled.
pub(super) struct Dispatcher {
    session: Arc<Session>,
    state: Mutex<State>,
    /// Told of every change.
    changed: watch::Sender<()>,
    /// Whether it is over.
    closed: watch::Sender<bool>,
}

#[derive(Default)]
struct State {
    lanes: HashMap<Lane, VecDeque<Work>>,
    /// As Telegram wrote them, in the order in which they were taken.
    undone: BTreeMap<Mark, Value>,
    done: VecDeque<Mark>,
}

impl Dispatcher {
    /// Does not take what is known to be `done`.
    pub(super) fn new(session: Arc<Session>, done: impl IntoIterator<Item = Mark>) -> Arc<Self> {
        Arc::new(Self {
            session,
            state: Mutex::new(State {
                done: done.into_iter().collect(),
                ..State::default()
            }),
            changed: watch::Sender::new(()),
            closed: watch::Sender::new(false),
        })
    }

    /// Takes an update, unless it was taken before.
    pub(super) fn take(self: &Arc<Self>, raw: Value) {
        self.take_from(raw, Origin::Telegram);
    }

    /// Takes an update that an earlier run took and left undone.
    pub(super) fn take_up(self: &Arc<Self>, raw: Value) {
        self.take_from(raw, Origin::Journal);
    }

    fn take_from(self: &Arc<Self>, raw: Value, origin: Origin) {
        let Some(mark) = Mark::of(&raw) else {
            return log::warn!("an update without a number is passed over");
        };
        if self.state().knows(mark) {
            return log::info!("update {} came again, and is passed over", mark.number());
        }
        let Some(event) = Event::read(&raw) else {
            log::debug!(
                "update {} is none that is answered: passed over",
                mark.number()
            );
            return self.state().note_done(mark);
        };
        let Some(request) = self.session.admit(event, origin) else {
            return self.state().note_done(mark);
        };
        let lane = Lane::of(&request);
        let work = Work {
            mark,
            request,
            taken: Instant::now(),
        };
        let is_new = self.change(|state| {
            state.undone.insert(mark, raw);
            let is_new = !state.lanes.contains_key(&lane);
            let queue = state.lanes.entry(lane).or_default();
            let overtaken = match lane {
                // Of a question that is being typed only the latest state matters.
                Lane::Inline(_) => std::mem::take(queue),
                Lane::Messages(_) | Lane::Buttons(_) => VecDeque::new(),
            };
            queue.push_back(work);
            for work in overtaken {
                state.note_done(work.mark);
            }
            is_new
        });
        if is_new {
            tokio::spawn(Arc::clone(self).serve(lane));
        }
    }

    /// Handles what comes on a lane, until it is empty.
    async fn serve(self: Arc<Self>, lane: Lane) {
        let mut closed = self.closed.subscribe();
        while let Some(work) = self.next(lane) {
            let mark = work.mark;
            let session = Arc::clone(&self.session);
            let handling = AssertUnwindSafe(session.handle(work.request, work.taken));
            tokio::select! {
                handled = handling.catch_unwind() => {
                    if handled.is_err() {
                        log::error!("update {}: handling it panicked", mark.number());
                    }
                }
                // What is cut off here stays undone.
                _ = closed.wait_for(|&closed| closed) => return,
            }
            self.change(|state| state.note_done(mark));
        }
    }

    /// The next work on a lane, which ends where there is none.
    fn next(&self, lane: Lane) -> Option<Work> {
        let mut state = self.state();
        let next = state.lanes.get_mut(&lane)?.pop_front();
        if next.is_none() {
            state.lanes.remove(&lane);
        }
        next
    }

    /// How many more updates may be taken.
    pub(super) fn room(&self) -> usize {
        self.state().room()
    }

    /// Waits until an update may be taken.
    pub(super) async fn has_room(&self) {
        self.until(|state| state.room() > 0).await;
    }

    /// Waits until all that was taken is done.
    pub(super) async fn all_done(&self) {
        self.until(|state| state.undone.is_empty()).await;
    }

    /// Waits until these updates are done, as far as they were taken.
    pub(super) async fn are_done(&self, updates: &[Mark]) {
        self.until(|state| updates.iter().all(|update| state.is_done(*update)))
            .await;
    }

    /// Waits until one of these updates is done; for ever if there are none.
    pub(super) async fn is_any_done(&self, updates: &[Mark]) {
        self.until(|state| updates.iter().any(|update| state.is_done(*update)))
            .await;
    }

    /// Ends all handling at once.
    pub(super) fn close(&self) {
        self.closed.send_replace(true);
    }

    /// What is not done, as Telegram wrote it; for the journal.
    pub(super) fn undone(&self) -> Account {
        Account {
            done: Vec::new(),
            undone: self.state().undone.values().cloned().collect(),
        }
    }

    /// The same with what is done, as far as remembered.
    pub(super) fn account(&self) -> Account {
        // A statement of its own: within the next one, the state would still
        // be locked when it is asked for again.
        let done = self.state().done.iter().copied().collect();
        Account {
            done,
            ..self.undone()
        }
    }

    /// Waits until the state is so.
    async fn until(&self, is_so: impl Fn(&State) -> bool) {
        let mut changed = self.changed.subscribe();
        // The sender lives as long as this.
        let _ = changed.wait_for(|()| is_so(&self.state())).await;
    }

    /// Changes the state, and tells those who wait for that.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let changed = change(&mut self.state());
        self.changed.send_replace(());
        changed
    }

    /// What a panic left behind is still a state: nothing panics while it is changed.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn room(&self) -> usize {
        MOST.saturating_sub(self.undone.len())
    }

    fn is_done(&self, update: Mark) -> bool {
        !self.undone.contains_key(&update)
    }

    fn knows(&self, update: Mark) -> bool {
        self.undone.contains_key(&update) || self.done.contains(&update)
    }

    fn note_done(&mut self, update: Mark) {
        self.undone.remove(&update);
        if self.done.len() >= DONE {
            self.done.pop_front();
        }
        self.done.push_back(update);
    }
}
