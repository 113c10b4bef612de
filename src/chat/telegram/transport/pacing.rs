//! How fast Telegram lets a bot write.
//!
//! What Telegram allows (Bot FAQ, "My bot is hitting limits"): a message a
//! second in a chat, with short bursts, 20 a minute in a group, and 30 a
//! second in all. An edit counts as a message. Where it allows less at times,
//! it says so with 429, which holds up that chat alone.

use std::num::NonZeroU32;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

use super::keyed::Keyed;

/// Messages in a row that a chat may get at once.
const BURST: NonZeroU32 = NonZeroU32::MIN.saturating_add(2);
const A_SECOND: NonZeroU32 = NonZeroU32::MIN;
const GROUP_A_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
const ALL_A_SECOND: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);

/// Gives each message its turn.
pub(super) struct Pace {
    chats: Keyed,
    groups: Keyed,
    all: DefaultDirectRateLimiter,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            chats: Keyed::new(Quota::per_second(A_SECOND).allow_burst(BURST)),
            groups: Keyed::new(Quota::per_minute(GROUP_A_MINUTE)),
            all: RateLimiter::direct(Quota::per_second(ALL_A_SECOND)),
        }
    }
}

impl Pace {
    /// Waits until a message may go to `chat`.
    pub(super) async fn turn(&self, chat: i64) {
        self.chats.used().until_key_ready(&chat).await;
        // The ids of groups are negative.
        if chat < 0 {
            self.groups.used().until_key_ready(&chat).await;
        }
        self.all.until_ready().await;
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Waker};

    use super::*;

    /// Whether a message may go to `chat` at once.
    fn may_write(pace: &Pace, chat: i64) -> bool {
        let turn = pin!(pace.turn(chat));
        turn.poll(&mut Context::from_waker(Waker::noop()))
            .is_ready()
    }

    #[test]
    fn a_chat_gets_a_short_burst_and_holds_up_no_other() {
        let pace = Pace::default();
        let turns: Vec<bool> = (0..4).map(|_| may_write(&pace, 5)).collect();
        assert_eq!(turns, [true, true, true, false]);
        assert!(may_write(&pace, 6));
    }

    #[test]
    fn all_chats_together_are_bounded_too() {
        let pace = Pace::default();
        let at_once = (1..100).filter(|&chat| may_write(&pace, chat)).count();
        assert!((30..35).contains(&at_once), "{at_once}");
    }
}
