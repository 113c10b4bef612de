//! A limit for each person or chat, that forgets those who have been quiet.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// People or chats that are remembered before those are looked for who were quiet.
const KEPT: usize = 1000;

/// What each person or chat has used of its quota.
pub(super) struct Keyed {
    used: DefaultKeyedRateLimiter<i64>,
    /// How many are remembered before the next look. Looking takes as long as they
    /// are many, so there is one only each time that they have doubled.
    most: AtomicUsize,
}

impl Keyed {
    pub(super) fn new(quota: Quota) -> Self {
        Self {
            used: RateLimiter::keyed(quota),
            most: AtomicUsize::new(KEPT),
        }
    }

    /// What each has used.
    pub(super) fn used(&self) -> &DefaultKeyedRateLimiter<i64> {
        self.forget_quiet();
        &self.used
    }

    /// Counts so many more of somebody, or none if they are not all within the quota; whether they are.
    pub(super) fn allows(&self, who: i64, many: NonZeroU32) -> bool {
        matches!(self.used().check_key_n(&who, many), Ok(Ok(())))
    }

    /// Forgets who was quiet, if it is time for that; returns whether it was.
    fn forget_quiet(&self) -> bool {
        let is_time = self.used.len() > self.most.load(Ordering::Relaxed);
        if is_time {
            self.used.retain_recent();
            let most = self.used.len().saturating_mul(2).max(KEPT);
            self.most.store(most, Ordering::Relaxed);
        }
        is_time
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn many_who_are_not_quiet_are_looked_through_seldom() {
        let keyed = Keyed::new(Quota::per_hour(NonZeroU32::MIN));
        let mut looks = 0;
        for who in 0..20_000 {
            looks += usize::from(keyed.forget_quiet());
            assert!(keyed.used.check_key(&who).is_ok());
        }
        assert!((1..=6).contains(&looks), "{looks}");
        assert!(
            !keyed.allows(0, NonZeroU32::MIN),
            "who is not quiet is remembered"
        );
    }

    #[test]
    fn those_who_were_quiet_are_forgotten() {
        // A nanosecond later each of them is.
        let keyed = Quota::with_period(Duration::from_nanos(1)).map(Keyed::new);
        assert!(keyed.is_some_and(|keyed| {
            (0..20_000).all(|who| keyed.allows(who, NonZeroU32::MIN))
                && keyed.used.len() <= KEPT + 1
        }));
    }
}
