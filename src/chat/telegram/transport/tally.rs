//! Counts what anybody can make happen without end, so that nobody can fill the log with it.

use std::sync::atomic::{AtomicU64, Ordering};

/// How often something happened.
#[derive(Debug, Default)]
pub(super) struct Tally(AtomicU64);

impl Tally {
    /// Counts one more; how many there are by now if that is to be logged: the 1st, 2nd, 4th, 8th
    /// and so on.
    pub(super) fn count(&self) -> Option<u64> {
        let count = self.0.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        count.is_power_of_two().then_some(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_often_is_logged_ever_less() {
        let tally = Tally::default();
        let logged: Vec<u64> = (0..2300).filter_map(|_| tally.count()).collect();
        let wanted: Vec<u64> = (0..12).map(|power| 1 << power).collect();
        assert_eq!(logged, wanted);
    }
}
