//! Every update is handled once: in order within a chat, and no chat waits for another.
//!
//! teloxide's own dispatcher ends every chat's service after one panic
//! (teloxide#1435), stops taking updates for all as soon as one chat has a
//! queue, and cannot say what is unanswered. Here each chat has a lane of its
//! own, and what was taken is known until it is done, so that a stop loses
//! nothing. A lane is bounded: a chat to which nothing can be sent for hours
//! takes no room from the others.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::watch;

use super::update::{Event, UpdateId};

/// Updates that are taken and not yet done, at most; the others wait at Telegram.
pub(super) const MOST: usize = 2048;
/// Updates that wait in one lane, at most: more than a minute of questions in
/// one chat. Those that come then are dropped, after the chat is told so.
pub(super) const LONGEST_LANE: usize = 32;
/// Updates that are known to be done, in case they come again.
const DONE: usize = 1000;

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
    fn of(event: &Event) -> Self {
        match event {
            Event::Written(message) | Event::Edited(message) => Self::Messages(message.chat.id),
            Event::Pressed(press) => Self::Buttons(press.from.id),
            Event::Inline(inline) => Self::Inline(inline.from.id),
        }
    }
}

/// What is to be done about an update.
struct Work {
    update: UpdateId,
    handling: BoxFuture<'static, ()>,
}

/// Takes updates and has them handled.
pub(super) struct Lanes {
    handler: Box<Handler>,
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
    undone: BTreeMap<UpdateId, Value>,
    done: VecDeque<UpdateId>,
}

impl Lanes {
    /// Does not take what is known to be `done`.
    pub(super) fn new(
        handler: Box<Handler>,
        done: impl IntoIterator<Item = UpdateId>,
    ) -> Arc<Self> {
        Arc::new(Self {
            handler,
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
        let Some(update) = UpdateId::of(&raw) else {
            return log::warn!("an update without a number is passed over");
        };
        let number = update.number();
        if self.state().knows(update) {
            return log::info!("update {number} came again, and is passed over");
        }
        let Some(event) = Event::read(&raw) else {
            log::debug!("update {number} is of a kind that is not answered: passed over");
            return self.state().note_done(update);
        };
        let lane = Lane::of(&event);
        // Of a question that is being typed only the latest state matters.
        let only_last_counts = matches!(lane, Lane::Inline(_));
        let waiting = if only_last_counts {
            0
        } else {
            self.state().waiting(lane)
        };
        if waiting >= LONGEST_LANE {
            log::warn!("{lane:?}: {waiting} updates wait already, and update {number} is dropped");
            return self.state().note_done(update);
        }
        let delivery = Delivery {
            event,
            origin,
            taken: Instant::now(),
            is_last: waiting + 1 == LONGEST_LANE,
        };
        let Some(handling) = (self.handler)(delivery) else {
            return self.state().note_done(update);
        };
        let is_new = self.change(|state| {
            state.undone.insert(update, raw);
            let is_new = !state.lanes.contains_key(&lane);
            let queue = state.lanes.entry(lane).or_default();
            let overtaken = if only_last_counts {
                std::mem::take(queue)
            } else {
                VecDeque::new()
            };
            queue.push_back(Work { update, handling });
            for work in overtaken {
                state.note_done(work.update);
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

impl State {
    fn room(&self) -> usize {
        MOST.saturating_sub(self.undone.len())
    }

    fn waiting(&self, lane: Lane) -> usize {
        self.lanes.get(&lane).map_or(0, VecDeque::len)
    }

    fn is_done(&self, update: UpdateId) -> bool {
        !self.undone.contains_key(&update)
    }

    fn knows(&self, update: UpdateId) -> bool {
        self.undone.contains_key(&update) || self.done.contains(&update)
    }

    fn note_done(&mut self, update: UpdateId) {
        self.undone.remove(&update);
        if self.done.len() >= DONE {
            self.done.pop_front();
        }
        self.done.push_back(update);
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
