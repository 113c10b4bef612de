//! Presses that add a message to a chat: each adds one, though several people press at once or
//! somebody presses twice.

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// A message that was added so long ago may have been scrolled away, and is added once more.
const SOON: Duration = Duration::from_mins(1);

/// What was added of late, or is about to be: a chat, and what was pressed there.
#[derive(Debug, Default)]
pub(super) struct Once {
    added: HashMap<(i64, String), Instant>,
}

impl Once {
    /// Whether it is to be added now.
    pub(super) fn begin(&mut self, chat: i64, what: &str, now: Instant) -> bool {
        self.added
            .retain(|_, at| now.saturating_duration_since(*at) < SOON);
        let is_new = !self.added.contains_key(&(chat, what.to_owned()));
        if is_new {
            self.added.insert((chat, what.to_owned()), now);
        }
        is_new
    }

    /// It was not added after all, and may be tried again.
    pub(super) fn fail(&mut self, chat: i64, what: &str) {
        self.added.remove(&(chat, what.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_added_again_only_after_a_while_or_where_it_failed() {
        let (mut once, start) = (Once::default(), Instant::now());
        assert!(once.begin(5, "a", start));
        assert!(!once.begin(5, "a", start));
        assert!(once.begin(6, "a", start) && once.begin(5, "b", start));
        assert!(!once.begin(5, "a", start + SOON / 2));
        once.fail(5, "b");
        assert!(once.begin(5, "b", start));
        assert!(once.begin(5, "a", start + SOON));
    }
}
