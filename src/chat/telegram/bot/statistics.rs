//! How the bot fares: what it answered, and how fast.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Questions whose times are remembered.
const TIMES: usize = 1000;

/// Counts of one run.
#[derive(Clone, Debug)]
pub(super) struct Statistics {
    pub(super) began: Instant,
    pub(super) answered: u64,
    pub(super) declined: u64,
    /// From a question's arrival until its answer was sent.
    times: VecDeque<Duration>,
}

impl Statistics {
    pub(super) fn new() -> Self {
        Self {
            began: Instant::now(),
            answered: 0,
            declined: 0,
            times: VecDeque::new(),
        }
    }

    pub(super) fn count(&mut self, is_answered: bool, took: Duration) {
        self.answered += u64::from(is_answered);
        self.declined += u64::from(!is_answered);
        if self.times.len() == TIMES {
            self.times.pop_front();
        }
        self.times.push_back(took);
    }

    /// The time that `share` of the last thousand questions took at most; `None` before the first.
    pub(super) fn quantile(&self, share: f64) -> Option<Duration> {
        let mut sorted: Vec<Duration> = self.times.iter().copied().collect();
        sorted.sort_unstable();
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_the_last_thousand() {
        let mut statistics = Statistics::new();
        assert_eq!(statistics.quantile(0.5), None);
        for milliseconds in 1..=1100 {
            statistics.count(milliseconds % 11 != 0, Duration::from_millis(milliseconds));
        }
        assert_eq!((statistics.answered, statistics.declined), (1000, 100));
        assert_eq!(statistics.quantile(0.5), Some(Duration::from_millis(600)));
        assert_eq!(statistics.quantile(0.95), Some(Duration::from_millis(1050)));
        assert_eq!(statistics.quantile(1.0), Some(Duration::from_millis(1100)));
    }
}
