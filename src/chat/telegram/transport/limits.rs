//! How often people and chats may use the bot.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Questions a minute that one person may ask, in all chats; in a row, and then one every 3 seconds.
pub const BY_PERSON: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Questions a minute in one chat: as many as Telegram lets a bot answer in a group.
const IN_CHAT: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Buttons that one person may press a minute.
const PRESSES: NonZeroU32 = NonZeroU32::MIN.saturating_add(39);
/// Questions that one person may begin to type in other chats a minute.
const TYPED: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);
/// Times a minute that a person or a chat is told that it was too often, or that they may not ask.
const TOLD: NonZeroU32 = NonZeroU32::MIN;
/// People and chats that are remembered before those are forgotten that were quiet.
const KEPT: usize = 1000;

/// What each person and each chat has used of a minute.
pub struct Limits {
    persons: DefaultKeyedRateLimiter<i64>,
    chats: DefaultKeyedRateLimiter<i64>,
    presses: DefaultKeyedRateLimiter<i64>,
    typed: DefaultKeyedRateLimiter<i64>,
    told: DefaultKeyedRateLimiter<i64>,
}

impl Default for Limits {
    fn default() -> Self {
        let keyed = |most| RateLimiter::keyed(Quota::per_minute(most));
        Self {
            persons: keyed(BY_PERSON),
            chats: keyed(IN_CHAT),
            presses: keyed(PRESSES),
            typed: keyed(TYPED),
            told: keyed(TOLD),
        }
    }
}

impl Limits {
    /// Counts a question; the person or chat that asked too many, if one did.
    pub fn exceeded(&self, person: Option<i64>, chat: i64) -> Option<i64> {
        let person = person.unwrap_or(chat);
        if allows(&self.persons, person) {
            // Told to each of its people, that would be a flood of its own.
            (!allows(&self.chats, chat)).then_some(chat)
        } else {
            Some(person)
        }
    }

    /// Counts a button that was pressed; whether it is within the limit.
    pub fn may_press(&self, person: i64) -> bool {
        allows(&self.presses, person)
    }

    /// Counts a question that is being typed; whether it is within the limit.
    pub fn may_type(&self, person: i64) -> bool {
        allows(&self.typed, person)
    }

    /// Counts a refusal; whether this person or chat is told of it.
    pub fn may_be_told(&self, who: i64) -> bool {
        allows(&self.told, who)
    }
}

fn allows(limiter: &DefaultKeyedRateLimiter<i64>, who: i64) -> bool {
    if limiter.len() > KEPT {
        limiter.retain_recent();
    }
    limiter.check_key(&who).is_ok()
}
