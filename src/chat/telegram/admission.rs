//! Who is served, and how often: what of the updates becomes a request.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::access::Access;
use super::incoming::{self, Incoming};
use super::markup::Post;
use super::sending::Place;
use super::startup::Me;
use super::update::{Event, Inline, Message, Press, now};
use super::{trouble, wording};

/// Questions a minute that one person may ask, in all chats; in a row, and then one every 3 seconds.
pub(super) const BY_PERSON: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Questions a minute in one chat: as many as Telegram lets a bot answer in a group.
const IN_CHAT: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Buttons that one person may press a minute.
const PRESSES: NonZeroU32 = NonZeroU32::MIN.saturating_add(39);
/// Questions that one person may begin to type in other chats a minute.
const TYPED: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);
/// Times a minute that a person or a chat is told that it was too often, or that they may not ask.
const TOLD: NonZeroU32 = NonZeroU32::MIN;
/// A question may be changed so many seconds after it was written.
const SECOND_THOUGHTS: i64 = 120;
/// Seconds.
const A_DAY: i64 = 86_400;
/// People and chats that are remembered before those are forgotten that were quiet.
const KEPT: usize = 1000;

/// What is to be done about an update.
#[derive(Clone, Debug)]
pub(super) enum Request {
    /// To reply to a message.
    Reply {
        message: Box<Message>,
        incoming: Incoming,
        /// Whether it changes what was asked before.
        is_edit: bool,
    },
    /// To do what a button says.
    Press(Press),
    /// To offer quotes for a question.
    Inline(Inline),
    /// To say why nothing is done.
    Tell(Place, Vec<Post>),
    /// To say so to someone who pressed a button, or typed in another chat.
    RefusePress(Press, &'static str),
    /// To offer nothing.
    RefuseInline(Inline, &'static str),
}

/// Where an update comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Telegram,
    /// An earlier run, which admitted it.
    Journal,
}

/// The door: lets in whom the operator allows, as often as all can be served.
pub(super) struct Admission {
    access: Access,
    /// When this run began, in seconds since 1970.
    began: i64,
    persons: DefaultKeyedRateLimiter<i64>,
    chats: DefaultKeyedRateLimiter<i64>,
    presses: DefaultKeyedRateLimiter<i64>,
    typed: DefaultKeyedRateLimiter<i64>,
    told: DefaultKeyedRateLimiter<i64>,
}

impl Admission {
    pub(super) fn new(access: Access) -> Self {
        Self {
            access,
            began: now(),
            persons: RateLimiter::keyed(Quota::per_minute(BY_PERSON)),
            chats: RateLimiter::keyed(Quota::per_minute(IN_CHAT)),
            presses: RateLimiter::keyed(Quota::per_minute(PRESSES)),
            typed: RateLimiter::keyed(Quota::per_minute(TYPED)),
            told: RateLimiter::keyed(Quota::per_minute(TOLD)),
        }
    }

    /// What to do about an update; `None` for nothing.
    pub(super) fn admit(&self, event: Event, origin: Origin, me: &Me) -> Option<Request> {
        for limiter in [
            &self.persons,
            &self.chats,
            &self.presses,
            &self.typed,
            &self.told,
        ] {
            if limiter.len() > KEPT {
                limiter.retain_recent();
            }
        }
        match event {
            Event::Written(message) => self.admit_message(message, false, origin, me),
            Event::Edited(message) => self.admit_message(message, true, origin, me),
            Event::Pressed(press) => Some(self.admit_press(press)),
            Event::Inline(inline) => Some(self.admit_inline(inline)),
        }
    }

    fn admit_message(
        &self,
        message: Box<Message>,
        is_edit: bool,
        origin: Origin,
        me: &Me,
    ) -> Option<Request> {
        let chat = message.chat.id;
        if let Some(new) = message.migrate_to_chat_id {
            trouble::tell_moved(chat, new);
        }
        let person = message.person();
        let file = incoming::sent_file(&message).filter(|_| self.is_admin(person));
        let incoming = match file {
            Some(file) => Incoming::File(file.clone()),
            None => incoming::read(&message, me),
        };
        if incoming == Incoming::Ignored {
            return None;
        }
        if is_edit {
            let since = message.edit_date.zip(message.date);
            let is_late = since
                .is_none_or(|(changed, written)| changed.saturating_sub(written) > SECOND_THOUGHTS);
            if is_late || !matches!(incoming, Incoming::Question(_)) {
                return None;
            }
        }
        let place = Place::from(&*message);
        if !self.access.allows(chat, person) {
            log::info!("chat {chat}: not on the list of those who may ask");
            let tell = message.chat.is_private() && self.may_be_told(chat);
            return tell.then(|| Request::Tell(place, wording::stranger(chat)));
        }
        let key = person.unwrap_or(chat);
        let is_file = matches!(incoming, Incoming::File(_));
        let too_often = if origin == Origin::Journal || self.waited(&message) || is_file {
            // Admitted before, or asked one after the other while nobody was here;
            // and of files that are sent together none gets lost.
            None
        } else if self.persons.check_key(&key).is_err() {
            Some(key)
        } else {
            // Told to each of its people, that would be a flood of its own.
            self.chats.check_key(&chat).is_err().then_some(chat)
        };
        if let Some(who) = too_often {
            log::info!("chat {chat}, message {}: too many questions", message.id);
            return self
                .may_be_told(who)
                .then(|| Request::Tell(place, wording::too_many()));
        }
        Some(Request::Reply {
            message,
            incoming,
            is_edit,
        })
    }

    fn admit_press(&self, press: Press) -> Request {
        let chat = press
            .message
            .as_ref()
            .map_or(press.from.id, |message| message.chat.id);
        if !self.access.allows(chat, Some(press.from.id)) {
            return Request::RefusePress(press, wording::NOT_LET_IN);
        }
        if self.presses.check_key(&press.from.id).is_err() {
            return Request::RefusePress(press, wording::TOO_FAST);
        }
        Request::Press(press)
    }

    /// The chat in which someone types is not known: only those are let in who may ask anywhere.
    fn admit_inline(&self, inline: Inline) -> Request {
        let person = inline.from.id;
        if !self.access.allows(person, Some(person)) {
            Request::RefuseInline(inline, wording::ASK_IN_PRIVATE)
        } else if self.typed.check_key(&person).is_err() {
            Request::RefuseInline(inline, wording::TOO_FAST)
        } else {
            Request::Inline(inline)
        }
    }

    /// Whether a message waited at Telegram, which keeps it for a day, until this run began.
    fn waited(&self, message: &Message) -> bool {
        message
            .date
            .is_some_and(|date| (self.began - A_DAY..self.began).contains(&date))
    }

    fn may_be_told(&self, key: i64) -> bool {
        self.told.check_key(&key).is_ok()
    }

    /// Whether a person may see how the bot fares, and change what it answers from.
    pub(super) fn is_admin(&self, person: Option<i64>) -> bool {
        person.is_some_and(|person| self.access.admins.contains(&person))
    }

    /// Whether anybody may ask.
    pub(super) fn is_open(&self) -> bool {
        self.access.chats.is_none()
    }
}

#[cfg(test)]
mod tests;
