//! What was taken and what of it is done, and how much of the room each lane may take.
//!
//! The more is taken of the room, the less of it a lane may hold: a share of what is free. So
//! it takes about a thousand chats that all wait to fill it, and a chat that is new always
//! finds a place before that.

use std::collections::{BTreeMap, HashMap, VecDeque};

use futures_util::future::BoxFuture;
use serde_json::Value;

use super::super::errors::Tally;
use super::super::update::{Event, UpdateId};

/// Updates that are taken and not yet done, at most; the others wait at Telegram.
pub(super) const MOST: usize = 2048;
/// Updates that wait in one lane, at most: more than a minute of questions in
/// one chat. Those that come then are dropped, after the chat is told so.
pub(super) const LONGEST_LANE: usize = 32;
/// A lane holds at most one part of what is free, of so many.
const PARTS: usize = 16;
/// Updates of a lane, however full the room is: one to answer, and one to say that no more is.
const FEWEST: usize = 2;
/// How much must be free for a lane that holds more than its share by now to take one more, so
/// that it can be told.
const SPARE: usize = MOST / 8;
/// Updates that are known to be done, in case they come again.
const DONE: usize = 1000;

/// What is handled one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Lane {
    /// The messages of a chat.
    Messages(i64),
    /// The buttons pressed by a person: they do not wait for a chat's questions.
    Buttons(i64),
    /// What a person types in other chats.
    Inline(i64),
}

impl Lane {
    pub(super) fn of(event: &Event) -> Self {
        match event {
            Event::Written(message) | Event::Edited(message) => Self::Messages(message.chat.id),
            Event::Pressed(press) => Self::Buttons(press.from.id),
            Event::Inline(inline) => Self::Inline(inline.from.id),
        }
    }

    /// Of a question that is being typed only the latest state matters.
    fn only_last_counts(self) -> bool {
        matches!(self, Self::Inline(_))
    }
}

/// What is to be done about an update.
pub(super) struct Work {
    pub(super) update: UpdateId,
    pub(super) handling: BoxFuture<'static, ()>,
}

/// What a lane has for one more update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Free,
    /// One, after which there is no more.
    Last,
    None,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Work>,
    /// Whether one is being handled.
    is_busy: bool,
    /// Whether the last place was given.
    is_full: bool,
    /// Updates that found no place.
    dropped: Tally,
}

/// What was taken and what of it is done.
#[derive(Default)]
pub(super) struct State {
    lanes: HashMap<Lane, Queue>,
    /// As Telegram wrote them, in the order in which they were taken.
    pub(super) undone: BTreeMap<UpdateId, Value>,
    pub(super) done: VecDeque<UpdateId>,
}

impl State {
    /// Knows what is done already.
    pub(super) fn after(done: impl IntoIterator<Item = UpdateId>) -> Self {
        Self {
            done: done.into_iter().collect(),
            ..Self::default()
        }
    }

    /// How many more updates may be taken.
    pub(super) fn room(&self) -> usize {
        MOST.saturating_sub(self.undone.len())
    }

    /// What a lane has for one more update.
    pub(super) fn place(&mut self, lane: Lane) -> Place {
        let room = self.room();
        // One that is being handled, beside those that wait.
        let share = (room / PARTS).clamp(FEWEST, 1 + LONGEST_LANE);
        let Some(queue) = self.lanes.get_mut(&lane) else {
            return Place::Free;
        };
        let held = queue.waiting.len() + usize::from(queue.is_busy);
        if lane.only_last_counts() || held + 1 < share {
            queue.is_full = false;
            Place::Free
        } else if queue.is_full || (held >= share && room < SPARE) {
            Place::None
        } else {
            Place::Last
        }
    }

    /// Takes an update into its lane; returns whether that is new.
    pub(super) fn take(&mut self, lane: Lane, work: Work, raw: Value, is_last: bool) -> bool {
        self.undone.insert(work.update, raw);
        let is_new = !self.lanes.contains_key(&lane);
        let queue = self.lanes.entry(lane).or_default();
        queue.is_full |= is_last;
        let overtaken = if lane.only_last_counts() {
            std::mem::take(&mut queue.waiting)
        } else {
            VecDeque::new()
        };
        queue.waiting.push_back(work);
        for work in overtaken {
            self.note_done(work.update);
        }
        is_new
    }

    /// Drops an update that finds no place, and logs that: not each, as whoever floods
    /// would fill the log.
    pub(super) fn drop_update(&mut self, lane: Lane, update: UpdateId) {
        let dropped = self
            .lanes
            .get(&lane)
            .and_then(|queue| queue.dropped.count());
        if let Some(dropped) = dropped {
            log::warn!("{lane:?}: too much waits; updates dropped so far: {dropped}");
        }
        self.note_done(update);
    }

    /// The next work on a lane, which ends where there is none.
    pub(super) fn next(&mut self, lane: Lane) -> Option<Work> {
        let queue = self.lanes.get_mut(&lane)?;
        let next = queue.waiting.pop_front();
        queue.is_busy = next.is_some();
        if next.is_none() {
            self.lanes.remove(&lane);
        }
        next
    }

    pub(super) fn is_done(&self, update: UpdateId) -> bool {
        !self.undone.contains_key(&update)
    }

    pub(super) fn knows(&self, update: UpdateId) -> bool {
        self.undone.contains_key(&update) || self.done.contains(&update)
    }

    pub(super) fn note_done(&mut self, update: UpdateId) {
        self.undone.remove(&update);
        if self.done.len() >= DONE {
            self.done.pop_front();
        }
        self.done.push_back(update);
    }

    /// How many updates wait in a lane.
    #[cfg(test)]
    pub(super) fn waiting(&self, lane: Lane) -> usize {
        self.lanes.get(&lane).map_or(0, |queue| queue.waiting.len())
    }
}
