//! What admins have done to the documents in this run, as long as it can be undone.

use std::collections::VecDeque;

use super::callback::{Run, Undo};
use crate::ingest::{Forgotten, Received};

/// Changes that can be undone, at most; of more, the oldest cannot.
const MOST: usize = 100;

/// What was done to a file.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Added(Received),
    Forgotten(Forgotten),
}

/// The changes of this run, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Changes {
    count: u64,
    /// Each with what undoes it, and its chat.
    remembered: VecDeque<(Undo, i64, Change)>,
}

impl Changes {
    /// Remembers what was done on request of a chat. Returns what undoes it.
    pub(super) fn remember(&mut self, run: Run, chat: i64, change: Change) -> Undo {
        self.count += 1;
        let undo = Undo {
            run,
            number: self.count,
            was_added: matches!(change, Change::Added(_)),
        };
        self.put(undo, chat, change);
        undo
    }

    /// What a button undoes, which then cannot be undone again.
    pub(super) fn take(&mut self, undo: Undo, chat: i64) -> Option<Change> {
        let is_it = |(known, at, _): &(Undo, i64, Change)| (*known, *at) == (undo, chat);
        let place = self.remembered.iter().position(is_it)?;
        self.remembered.remove(place).map(|(_, _, change)| change)
    }

    /// Remembers again what could not be undone.
    pub(super) fn put(&mut self, undo: Undo, chat: i64, change: Change) {
        if self.remembered.len() >= MOST {
            self.remembered.pop_front();
        }
        self.remembered.push_back((undo, chat, change));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_is_undone_once_in_its_chat_and_run_while_it_is_remembered() {
        let mut changes = Changes::default();
        let added = Change::Added(Received {
            name: "ferry.txt".to_owned(),
            title: String::new(),
            passages: 1,
            language: None,
            is_new: true,
            can_be_taken_back: true,
        });
        for _ in 0..=MOST {
            changes.remember(Run::numbered(7), 5, added.clone());
        }
        for (run, number, chat, is_undone, why) in [
            (7, 1, 5, false, "the oldest is forgotten"),
            (7, 2, 6, false, "another chat"),
            (6, 2, 5, false, "another run"),
            (7, 2, 5, true, "remembered"),
            (7, 2, 5, false, "undone before"),
        ] {
            let undo = Undo {
                run: Run::numbered(run),
                number,
                was_added: true,
            };
            let change = changes.take(undo, chat);
            assert_eq!(change.is_some(), is_undone, "{why}");
        }
    }
}
