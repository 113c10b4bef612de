//! How often people and chats may use the bot.

use std::num::NonZeroU32;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

use super::keyed::Keyed;
use super::update::Asker;

/// Questions a minute that one person may ask, in a row, and then one every 3 seconds; half as
/// many in groups.
const BY_PERSON: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Questions a minute in one chat: as many as Telegram lets a bot answer in a group.
const IN_CHAT: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Questions a minute of all who write as a chat: who they are is hidden, and one person may do
/// so in any number of groups.
const AS_CHATS: NonZeroU32 = NonZeroU32::MIN.saturating_add(99);
/// Buttons that one person may press a minute.
const PRESSES: NonZeroU32 = NonZeroU32::MIN.saturating_add(39);
/// Questions that one person may begin to type in other chats a minute.
const TYPED: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);
/// Times a minute that a person or a chat is told that it was too often, or that they may not ask.
const TOLD: NonZeroU32 = NonZeroU32::MIN;
const ONE: NonZeroU32 = NonZeroU32::MIN;

/// Who asked too many questions.
pub struct TooMany {
    /// The person or the chat.
    pub who: i64,
    /// How many they may ask a minute.
    pub most: u32,
}

/// What each person and each chat has used of a minute.
pub struct Limits {
    askers: Keyed,
    chats: Keyed,
    as_chats: DefaultDirectRateLimiter,
    presses: Keyed,
    typed: Keyed,
    told: Keyed,
}

impl Default for Limits {
    fn default() -> Self {
        let keyed = |most| Keyed::new(Quota::per_minute(most));
        Self {
            askers: keyed(BY_PERSON),
            chats: keyed(IN_CHAT),
            as_chats: RateLimiter::direct(Quota::per_minute(AS_CHATS)),
            presses: keyed(PRESSES),
            typed: keyed(TYPED),
            told: keyed(TOLD),
        }
    }
}

impl Limits {
    /// Counts the questions of a message; who asked too many, if one did.
    pub fn exceeded(&self, asker: Asker, chat: i64, questions: NonZeroU32) -> Option<TooMany> {
        let (Asker::Person(who) | Asker::Chat(who)) = asker;
        // In a group each counts twice, so that half of what it may ask is left to the others.
        let (counted, most) = if who == chat {
            (questions, BY_PERSON.get())
        } else {
            let twice = questions.saturating_add(questions.get());
            (twice, BY_PERSON.get() / 2)
        };
        if !self.askers.allows(who, counted) {
            return Some(TooMany { who, most });
        }
        let is_allowed = self.chats.allows(chat, questions)
            && (matches!(asker, Asker::Person(_))
                || matches!(self.as_chats.check_n(questions), Ok(Ok(()))));
        // Told to each of its people, that would be a flood of its own.
        (!is_allowed).then_some(TooMany {
            who: chat,
            most: IN_CHAT.get(),
        })
    }

    /// Counts a button that was pressed; whether it is within the limit.
    pub fn may_press(&self, person: i64) -> bool {
        self.presses.allows(person, ONE)
    }

    /// Counts a question that is being typed; whether it is within the limit.
    pub fn may_type(&self, person: i64) -> bool {
        self.typed.allows(person, ONE)
    }

    /// Counts a refusal; whether this person or chat is told of it.
    pub fn may_be_told(&self, who: i64) -> bool {
        self.told.allows(who, ONE)
    }
}
