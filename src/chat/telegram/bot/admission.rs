//! Who is served, and how often: what of the updates becomes a request.

use std::num::NonZeroU32;

use super::super::transport::{
    Asker, Delivery, Event, Inline, Limits, Me, Message, Origin, Press, TooMany, now, tell_moved,
};
use super::access::Access;
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
    /// To do what a button says.
    Press(Press),
    /// To offer quotes for a question.
    Inline(Inline),
    /// To say why nothing is done.
    Refuse(Box<Message>, Unserved),
    /// To say so to someone who pressed a button, or typed in another chat.
    RefusePress(Press, Words),
    /// To offer nothing.
    RefuseInline(Inline, Words),
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
            let tell = self.limits.may_be_told(chat);
            if tell {
                log::info!("chat {chat}: not on the list of those who may ask");
            }
            let tell = tell && message.chat.is_private();
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
        let chat = press
            .message
            .as_ref()
            .map_or(press.from.id, |message| message.chat.id);
        let person = press.from.id;
        let is_let_in = self.access.allows(chat, Some(person));
        match (is_let_in, self.limits.may_press(person)) {
            (true, true) => Some(Request::Press(press)),
            (true, false) => Some(Request::RefusePress(press, Wording::too_fast)),
            (false, true) => Some(Request::RefusePress(press, Wording::not_let_in)),
            (false, false) => None,
        }
    }

    /// The chat in which someone types is not known: only those are let in who may ask anywhere.
    fn admit_inline(&self, inline: Inline) -> Option<Request> {
        let person = inline.from.id;
        let is_let_in = self.access.allows(person, Some(person));
        match (is_let_in, self.limits.may_type(person)) {
            (true, true) => Some(Request::Inline(inline)),
            (true, false) => Some(Request::RefuseInline(inline, Wording::too_fast)),
            (false, true) => Some(Request::RefuseInline(inline, Wording::ask_in_private)),
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
