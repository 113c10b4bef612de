//! Presses that add a message to a chat: each adds one, though several people press at once or
//! somebody presses twice.

use std::time::{Duration, Instant};

use super::callback::Action;
use crate::chat::conversation::AnswerId;

/// A message that was added so long ago may have been scrolled away, and is added once more.
const SOON: Duration = Duration::from_mins(1);

/// What a press adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// Something of the answer with this number, which is another answer once its question
    /// was changed.
    OfAnswer(u64, Option<AnswerId>, Action),
    /// The answer to the example of this hash, which a message offers.
    Example(i32, u64),
}

/// What was added of late, or is about to be, each with its chat.
#[derive(Debug, Default)]
pub(super) struct Once {
    added: Vec<(Instant, i64, Added)>,
}

impl Once {
    /// Whether it is to be added now.
    pub(super) fn begin(&mut self, chat: i64, what: Added, now: Instant) -> bool {
        self.added
            .retain(|(at, ..)| now.saturating_duration_since(*at) < SOON);
        let mut added = self.added.iter();
        let is_new = !added.any(|&(_, at, it)| (at, it) == (chat, what));
        if is_new {
            self.added.push((now, chat, what));
        }
        is_new
    }

    /// It was not added after all, and may be tried again.
    pub(super) fn fail(&mut self, chat: i64, what: Added) {
        self.added.retain(|&(_, at, it)| (at, it) != (chat, what));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_added_again_only_after_a_while_or_where_it_failed() {
        let (mut once, start) = (Once::default(), Instant::now());
        let [first, other] = [1, 2].map(|number| Added::Example(number, 7));
        assert!(once.begin(5, first, start));
        assert!(!once.begin(5, first, start));
        assert!(once.begin(6, first, start) && once.begin(5, other, start));
        assert!(!once.begin(5, first, start + SOON / 2));
        once.fail(5, other);
        assert!(once.begin(5, other, start));
        assert!(once.begin(5, first, start + SOON));
    }
}
