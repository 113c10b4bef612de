//! Who is served, and how often: what of the updates becomes a request. Who may ask is told by an
//! allow-list by numeric id, never by name, since names change hands.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use super::super::transport::{
    Asker, Delivery, Event, Inline, Limits, Me, Message, Origin, Press, TooMany, now, tell_moved,
};
use super::incoming::{self, Incoming};
use crate::wording::Wording;

/// A question may be changed so many seconds after it was written.
const SECOND_THOUGHTS: i64 = 120;
/// Seconds.
const A_DAY: i64 = 86_400;

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
    /// To say why there is no reply.
    Refuse(Box<Message>, Unserved),
    /// To do what a button says, or to say why not.
    Press(Press, Result<(), Words>),
    /// To offer quotes for a question that is typed in another chat, or to say why not.
    Inline(Inline, Result<(), Words>),
}

/// What is said, in each language.
pub(super) type Words = fn(Wording) -> String;

/// Why a message is not served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unserved {
    /// Its sender may not ask.
    Stranger,
    /// They asked more questions than so many a minute.
    TooMany { most: u32 },
    /// Too much waits in its chat.
    Crowded,
}

/// The chats and people that are answered.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Chats in which anyone may ask, by numeric id; `None` for all chats.
    pub chats: Option<BTreeSet<i64>>,
    /// People who may ask in any chat, by numeric id.
    pub admins: BTreeSet<i64>,
}

impl Access {
    /// Whether a chat is on the list of those in which anyone may ask.
    fn lists(&self, chat: i64) -> bool {
        let listed = self.chats.as_ref();
        listed.is_some_and(|chats| chats.contains(&chat))
    }

    /// Whether `person`, where the sender is one and known, may ask in `chat`.
    /// A private chat has the id of the person whom the bot talks with.
    fn allows(&self, chat: i64, person: Option<i64>) -> bool {
        let is_admin = person.is_some_and(|id| self.admins.contains(&id));
        is_admin || self.chats.is_none() || self.lists(chat)
    }
}

/// The door: lets in those whom the operator allows, as often as all can be served.
pub(super) struct Admission {
    access: Access,
    /// When this run began, in seconds since 1970.
    began: i64,
    limits: Limits,
}

impl Admission {
    pub(super) fn new(access: Access) -> Self {
        Self {
            access,
            began: now(),
            limits: Limits::default(),
        }
    }

    /// What to do about an update; `None` for nothing.
    pub(super) fn admit(&self, delivery: Delivery, me: &Me) -> Option<Request> {
        let (origin, is_last) = (delivery.origin, delivery.is_last);
        let request = match delivery.event {
            Event::Written(message) => self.admit_message(message, false, origin, me)?,
            Event::Edited(message) => self.admit_message(message, true, origin, me)?,
            Event::Pressed(press) => self.admit_press(press)?,
            Event::Inline(inline) => self.admit_inline(inline)?,
        };
        Some(match request {
            Request::Reply { message, .. } if is_last => {
                Request::Refuse(message, Unserved::Crowded)
            }
            request => request,
        })
    }

    fn admit_message(
        &self,
        message: Box<Message>,
        is_edit: bool,
        origin: Origin,
        me: &Me,
    ) -> Option<Request> {
        let chat = message.chat.id;
        let person = message.person();
        let moved = message.migrate_to_chat_id;
        if let Some(new) = moved.filter(|_| self.access.lists(chat)) {
            tell_moved(chat, new);
        }
        let file = incoming::asked_to_take(&message, me).filter(|_| self.is_admin(person));
        let incoming = file.unwrap_or_else(|| incoming::read(&message, me));
        if incoming == Incoming::Ignored {
            return None;
        }
        if is_edit {
            let since = message.edit_date.zip(message.date);
            let is_late = since
                .is_none_or(|(changed, written)| changed.saturating_sub(written) > SECOND_THOUGHTS);
            if is_late || !incoming.is_question() {
                return None;
            }
        }
        if !self.access.allows(chat, person) {
            // Neither they nor the log more than once a minute.
            if !self.limits.may_be_told(chat) {
                return None;
            }
            log::info!("chat {chat}: not on the list of those who may ask");
            let tell = message.chat.is_private();
            return tell.then_some(Request::Refuse(message, Unserved::Stranger));
        }
        let is_file = matches!(incoming, Incoming::File(_));
        // Not what was admitted before, or asked one after the other while nobody was here;
        // and of files that are sent together none gets lost.
        let counts = origin == Origin::Telegram && !self.waited(&message) && !is_file;
        let answers = incoming.answers();
        let exceeded = || self.limits.exceeded(message.asker(), chat, answers);
        if let Some(TooMany { who, most }) = counts.then(exceeded).flatten() {
            let tell = self.limits.may_be_told(who);
            if tell {
                log::info!("chat {chat}, message {}: too many questions", message.id);
            }
            return tell.then_some(Request::Refuse(message, Unserved::TooMany { most }));
        }
        Some(Request::Reply {
            message,
            incoming,
            is_edit,
        })
    }

    fn admit_press(&self, press: Press) -> Option<Request> {
        let person = press.from.id;
        let message = press.message.as_ref();
        let chat = message.map_or(person, |message| message.chat.id);
        let is_in_time = self.limits.may_press(person);
        let may = self.may(person, chat, is_in_time, Wording::not_let_in)?;
        Some(Request::Press(press, may))
    }

    /// The chat in which someone types is not known: only those are let in who may ask anywhere.
    fn admit_inline(&self, inline: Inline) -> Option<Request> {
        let person = inline.from.id;
        let is_in_time = self.limits.may_type(person);
        let may = self.may(person, person, is_in_time, Wording::ask_in_private)?;
        Some(Request::Inline(inline, may))
    }

    /// Whether somebody may press or type, else what they are told: `None` for nothing.
    fn may(
        &self,
        person: i64,
        chat: i64,
        is_in_time: bool,
        stranger: Words,
    ) -> Option<Result<(), Words>> {
        match (self.access.allows(chat, Some(person)), is_in_time) {
            (true, true) => Some(Ok(())),
            (true, false) => Some(Err(Wording::too_fast)),
            (false, true) => Some(Err(stranger)),
            (false, false) => None,
        }
    }

    /// Whether somebody may ask one more question, by a button.
    pub(super) fn may_ask(&self, person: i64, chat: i64) -> bool {
        let asker = Asker::Person(person);
        let too_often = self.limits.exceeded(asker, chat, NonZeroU32::MIN);
        too_often.is_none()
    }

    /// Whether a message waited at Telegram, which keeps it for a day, until this run began.
    fn waited(&self, message: &Message) -> bool {
        message
            .date
            .is_some_and(|date| (self.began - A_DAY..self.began).contains(&date))
    }

    /// Whether a person may see how the bot fares, and change what it answers from.
    pub(super) fn is_admin(&self, person: Option<i64>) -> bool {
        person.is_some_and(|person| self.access.admins.contains(&person))
    }
}

#[cfg(test)]
#[expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]
mod tests;
