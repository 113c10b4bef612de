//! Every update is handled once: in order within a chat, and no chat waits for another.
//!
//! teloxide's own dispatcher ends every chat's service after one panic
//! (teloxide#1435), stops taking updates for all as soon as one chat has a
//! queue, and cannot say what is unanswered. Here each chat has a lane of its
//! own, and what was taken is known until it is done, so that a stop loses
//! nothing. A lane is bounded, by the [`state`] of all: neither a chat to which
//! nothing can be sent for hours nor one who floods many takes the room of others.

mod state;

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::watch;

use super::update::{Event, UpdateId};
use state::{Lane, Place, State, Work};

/// An event on its way to the handler.
#[derive(Debug)]
pub struct Delivery {
    pub event: Event,
    pub origin: Origin,
    /// When it was taken.
    pub taken: Instant,
    /// Whether its lane is full with it: what follows is dropped.
    pub is_last: bool,
}

/// Where an update comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Telegram,
    /// An earlier run, which took it and left it undone.
    Journal,
}

/// Says at once what is to be done about an event, if anything is; that is
/// done when the event's lane comes to it. So it must not wait for anything.
pub type Handler = dyn Fn(Delivery) -> Option<BoxFuture<'static, ()>> + Send + Sync;

/// What a run leaves to the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// Updates that are done, and may come again.
    pub(super) done: Vec<UpdateId>,
    /// Updates that are not, as Telegram wrote them.
    pub(super) undone: Vec<Value>,
}

/// Takes updates and has them handled.
pub(super) struct Lanes {
    handler: Box<Handler>,
    /// Held while an update is taken: the webhook may bring the same one twice at once.
    taking: Mutex<()>,
    state: Mutex<State>,
    /// Told of every change.
    changed: watch::Sender<()>,
    /// Whether it is over.
    closed: watch::Sender<bool>,
}

impl Lanes {
    /// Does not take what is known to be `done`.
    pub(super) fn new(
        handler: Box<Handler>,
        done: impl IntoIterator<Item = UpdateId>,
    ) -> Arc<Self> {
        Arc::new(Self {
            handler,
            taking: Mutex::default(),
            state: Mutex::new(State::after(done)),
            changed: watch::Sender::new(()),
            closed: watch::Sender::new(false),
        })
    }

    /// Takes an update, unless it was taken before.
    pub(super) fn take(self: &Arc<Self>, raw: Value, origin: Origin) {
        let Some(update) = UpdateId::of(&raw) else {
            return log::warn!("an update without a number is passed over");
        };
        let number = update.number();
        let _taking = self.taking.lock().unwrap_or_else(PoisonError::into_inner);
        if self.state().knows(update) {
            return log::info!("update {number} came again, and is passed over");
        }
        let Some(event) = Event::read(&raw) else {
            log::debug!("update {number} is of a kind that is not answered: passed over");
            return self.state().note_done(update);
        };
        let lane = Lane::of(&event);
        // What an earlier run took has its place.
        let place = match origin {
            Origin::Telegram => self.state().place(lane),
            Origin::Journal => Place::Free,
        };
        if place == Place::None {
            return self.state().drop_update(lane, update);
        }
        let is_last = place == Place::Last;
        let delivery = Delivery {
            event,
            origin,
            taken: Instant::now(),
            is_last,
        };
        let Some(handling) = (self.handler)(delivery) else {
            return self.state().note_done(update);
        };
        let work = Work { update, handling };
        let is_new = self.change(|state| state.take(lane, work, raw, is_last));
        if is_new {
            tokio::spawn(Arc::clone(self).serve(lane));
        }
    }

    /// Handles what comes on a lane, until it is empty.
    async fn serve(self: Arc<Self>, lane: Lane) {
        let mut closed = self.closed.subscribe();
        while let Some(Work { update, handling }) = self.next(lane) {
            tokio::select! {
                handled = AssertUnwindSafe(handling).catch_unwind() => {
                    if handled.is_err() {
                        log::error!("update {}: handling it panicked", update.number());
                    }
                }
                // What is cut off here stays undone.
                _ = closed.wait_for(|&closed| closed) => return,
            }
            self.change(|state| state.note_done(update));
        }
    }

    fn next(&self, lane: Lane) -> Option<Work> {
        self.state().next(lane)
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
    pub(super) async fn are_done(&self, updates: &[UpdateId]) {
        self.until(|state| updates.iter().all(|update| state.is_done(*update)))
            .await;
    }

    /// Waits until one of these updates is done; for ever if there are none.
    pub(super) async fn is_any_done(&self, updates: &[UpdateId]) {
        self.until(|state| updates.iter().any(|update| state.is_done(*update)))
            .await;
    }

    /// Ends all handling at once.
    pub(super) fn close(&self) {
        self.closed.send_replace(true);
    }

    /// What is not done, as Telegram wrote it; for the journal.
    pub(super) fn undone(&self) -> Progress {
        Progress {
            done: Vec::new(),
            undone: self.state().undone.values().cloned().collect(),
        }
    }

    /// The same with what is done, as far as remembered.
    pub(super) fn progress(&self) -> Progress {
        // A statement of its own: within the next one, the state would still
        // be locked when it is asked for again.
        let done = self.state().done.iter().copied().collect();
        Progress {
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
