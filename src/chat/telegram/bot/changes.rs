//! What admins have done to the documents in this run, as long as it can be undone, and the button for that.

use std::collections::VecDeque;

use super::super::transport::Keyboard;
use super::buttons::button;
use super::callback::{Run, Undo, Wanted};
use crate::ingest::{Forgotten, Received};
use crate::wording::Wording;

/// Changes that can be undone, at most; of more, the oldest cannot.
const MOST: usize = 100;

/// What was done to a file.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Added(Received),
    Forgotten(Forgotten),
}

/// The changes of this run, the oldest first.
#[derive(Debug)]
pub(super) struct Changes {
    run: Run,
    count: u64,
    /// Each with its number and its chat.
    remembered: VecDeque<(u64, i64, Change)>,
}

impl Changes {
    pub(super) fn new(run: Run) -> Self {
        Self {
            run,
            count: 0,
            remembered: VecDeque::new(),
        }
    }

    /// Remembers what was done on request of a chat. Returns the button that undoes it.
    pub(super) fn remember(&mut self, wording: Wording, chat: i64, change: Change) -> Keyboard {
        self.count += 1;
        let undo = Undo {
            run: self.run,
            number: self.count,
            was_added: matches!(change, Change::Added(_)),
        };
        self.put(undo, chat, change);
        let label = wording.button_undo();
        vec![vec![button(&label, &Wanted::Undo(undo), self.run)]]
    }

    /// What a button undoes, which then cannot be undone again.
    pub(super) fn take(&mut self, undo: Undo, chat: i64) -> Option<Change> {
        let is_it = |(number, at, _): &(u64, i64, Change)| (*number, *at) == (undo.number, chat);
        let place = self.remembered.iter().position(is_it);
        let place = place.filter(|_| undo.run == self.run)?;
        self.remembered.remove(place).map(|(_, _, change)| change)
    }

    /// Remembers again what could not be undone.
    pub(super) fn put(&mut self, undo: Undo, chat: i64, change: Change) {
        if self.remembered.len() >= MOST {
            self.remembered.pop_front();
        }
        self.remembered.push_back((undo.number, chat, change));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn undo(run: u64, number: u64) -> Undo {
        Undo {
            run: Run::numbered(run),
            number,
            was_added: true,
        }
    }

    #[test]
    fn a_deed_is_undone_once_in_its_chat_and_run_while_it_is_remembered() {
        let mut changes = Changes::new(undo(7, 0).run);
        let added = Change::Added(Received {
            name: "ferry.txt".to_owned(),
            title: String::new(),
            passages: 1,
            language: None,
            is_new: true,
            can_be_taken_back: true,
        });
        for _ in 0..=MOST {
            let _ = changes.remember(Wording::ENGLISH, 5, added.clone());
        }
        for (run, number, chat, is_undone, why) in [
            (7, 1, 5, false, "the oldest is forgotten"),
            (7, 2, 6, false, "another chat"),
            (6, 2, 5, false, "another run"),
            (7, 2, 5, true, "remembered"),
            (7, 2, 5, false, "undone before"),
        ] {
            let change = changes.take(undo(run, number), chat);
            assert_eq!(change.is_some(), is_undone, "{why}");
        }
    }
}
