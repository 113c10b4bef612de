//! Places for those who call the webhook, of whom anybody may be one.
//!
//! Who has shown the secret keeps their place. Who has not must soon leave, and at once where a
//! place is needed by somebody new, who may be Telegram: then the one who came first does.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// The places there are.
pub(super) struct Callers {
    free: Arc<Semaphore>,
    /// Those who have not shown the secret, in the order in which they came.
    strangers: Mutex<VecDeque<Arc<Notify>>>,
}

/// A caller's place, until it is dropped.
pub(super) struct Place {
    callers: Arc<Callers>,
    /// Told when the place is needed.
    needed: Arc<Notify>,
    _taken: OwnedSemaphorePermit,
}

impl Callers {
    pub(super) fn new(places: usize) -> Arc<Self> {
        Arc::new(Self {
            free: Arc::new(Semaphore::new(places)),
            strangers: Mutex::default(),
        })
    }

    /// A place for somebody new; `None` where all others have shown the secret.
    pub(super) async fn place(self: &Arc<Self>) -> Option<Place> {
        let taken = if let Ok(taken) = Arc::clone(&self.free).try_acquire_owned() {
            taken
        } else {
            self.strangers().pop_front()?.notify_one();
            // They leave in a moment. Never closed.
            Arc::clone(&self.free).acquire_owned().await.ok()?
        };
        let needed = Arc::new(Notify::new());
        self.strangers().push_back(Arc::clone(&needed));
        Some(Place {
            callers: Arc::clone(self),
            needed,
            _taken: taken,
        })
    }

    fn strangers(&self) -> MutexGuard<'_, VecDeque<Arc<Notify>>> {
        self.strangers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Its caller has shown the secret.
    pub(super) fn keep(&self) {
        let mut strangers = self.callers.strangers();
        strangers.retain(|needed| !Arc::ptr_eq(needed, &self.needed));
    }

    /// Waits until its caller must leave: after `stay`, unless they have shown the secret, and
    /// before that where the place is needed.
    pub(super) async fn must_leave(&self, stay: Duration) {
        let waited = tokio::time::timeout(stay, self.needed.notified()).await;
        if waited.is_err() && !self.is_of_stranger() {
            // Either they have shown the secret, and nobody needs the place, or it is needed now.
            self.needed.notified().await;
        }
    }

    fn is_of_stranger(&self) -> bool {
        let strangers = self.callers.strangers();
        let mut all = strangers.iter();
        all.any(|needed| Arc::ptr_eq(needed, &self.needed))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.keep();
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    const LONG: Duration = Duration::from_hours(1);

    #[tokio::test]
    async fn the_first_stranger_makes_way_and_nobody_who_showed_the_secret_does() {
        let callers = Callers::new(3);
        let known = callers.place().await.unwrap();
        known.keep();
        let first = callers.place().await.unwrap();
        let second = callers.place().await.unwrap();
        let leaving = tokio::spawn(async move { first.must_leave(LONG).await });
        let third = callers.place().await.unwrap();
        leaving.await.unwrap();
        for place in [&known, &second, &third] {
            assert!(place.must_leave(LONG).now_or_never().is_none());
            place.keep();
        }
        assert!(callers.place().await.is_none());
        drop(known);
        assert!(callers.place().await.is_some());
    }

    #[tokio::test]
    async fn a_stranger_stays_for_a_while_only() {
        let callers = Callers::new(2);
        let (known, stranger) = (callers.place().await, callers.place().await);
        let (known, stranger) = (known.unwrap(), stranger.unwrap());
        known.keep();
        let stay = Duration::from_millis(1);
        tokio::select! {
            () = known.must_leave(stay) => unreachable!("who showed the secret stays"),
            () = stranger.must_leave(stay * 20) => {}
        }
    }
}
