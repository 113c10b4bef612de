//! Who is served, and how often: what of the updates becomes a request.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::access::Access;
use super::incoming::{self, Incoming};
use super::markup::Post;
use super::sending::Place;
use super::startup::Me;
use super::update::{Event, Inline, Message, Press};
use super::wording;

/// Questions a minute that one person may ask, in all chats; in a row, and then one every 3 seconds.
pub(super) const BY_PERSON: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Questions a minute in one chat: as many as Telegram lets a bot answer in a group.
const IN_CHAT: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Buttons that one person may press a minute.
const PRESSES: NonZeroU32 = NonZeroU32::MIN.saturating_add(39);
/// Times a minute that a person or a chat is told that it was too often, or that they may not ask.
const TOLD: NonZeroU32 = NonZeroU32::MIN;
/// A question may be changed so many seconds after it was written.
const SECOND_THOUGHTS: i64 = 120;
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
    RefuseInline(Inline),
}

/// The door: lets in whom the operator allows, as often as all can be served.
pub(super) struct Admission {
    access: Access,
    persons: DefaultKeyedRateLimiter<i64>,
    chats: DefaultKeyedRateLimiter<i64>,
    presses: DefaultKeyedRateLimiter<i64>,
    told: DefaultKeyedRateLimiter<i64>,
}

impl Admission {
    pub(super) fn new(access: Access) -> Self {
        Self {
            access,
            persons: RateLimiter::keyed(Quota::per_minute(BY_PERSON)),
            chats: RateLimiter::keyed(Quota::per_minute(IN_CHAT)),
            presses: RateLimiter::keyed(Quota::per_minute(PRESSES)),
            told: RateLimiter::keyed(Quota::per_minute(TOLD)),
        }
    }

    /// What to do about an update; `None` for nothing.
    pub(super) fn admit(&self, event: Event, me: &Me) -> Option<Request> {
        for limiter in [&self.persons, &self.chats, &self.presses, &self.told] {
            if limiter.len() > KEPT {
                limiter.retain_recent();
            }
        }
        match event {
            Event::Written(message) => self.admit_message(message, false, me),
            Event::Edited(message) => self.admit_message(message, true, me),
            Event::Pressed(press) => Some(self.admit_press(press)),
            Event::Inline(inline) => Some(self.admit_inline(inline)),
        }
    }

    fn admit_message(&self, message: Box<Message>, is_edit: bool, me: &Me) -> Option<Request> {
        let chat = message.chat.id;
        if let Some(new) = message.migrate_to_chat_id {
            log::warn!("chat {chat} is now {new}: an allow-list needs that id");
        }
        let incoming = incoming::read(&message, me);
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
        let person = message.person();
        let place = Place::from(&*message);
        if !self.access.allows(chat, person) {
            log::info!("chat {chat}: not on the list of those who may ask");
            let tell = message.chat.is_private() && self.may_be_told(chat);
            return tell.then(|| Request::Tell(place, wording::stranger(chat)));
        }
        let key = person.unwrap_or(chat);
        let too_often = if self.persons.check_key(&key).is_err() {
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
        if self.access.allows(inline.from.id, Some(inline.from.id)) {
            Request::Inline(inline)
        } else {
            Request::RefuseInline(inline)
        }
    }

    fn may_be_told(&self, key: i64) -> bool {
        self.told.check_key(&key).is_ok()
    }

    /// Whether a person may see how the bot fares.
    pub(super) fn is_admin(&self, person: Option<i64>) -> bool {
        person.is_some_and(|person| self.access.admins.contains(&person))
    }

    /// Whether anybody may ask.
    pub(super) fn is_open(&self) -> bool {
        self.access.chats.is_none()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::*;

    fn admit(admission: &Admission, update: &Value) -> Option<Request> {
        let me = Me {
            id: 42,
            username: "quoth_test_bot".to_owned(),
        };
        admission.admit(Event::read(update)?, &me)
    }

    fn private(person: i64) -> Value {
        json!({"message_id": 1, "date": 100, "chat": {"id": person, "type": "private"}, "from": {"id": person}, "text": "Who?"})
    }

    fn group(chat: i64, person: i64) -> Value {
        let entities = json!([{"type": "bot_command", "offset": 0, "length": 4}]);
        json!({"message_id": 1, "chat": {"id": chat, "type": "supergroup"}, "from": {"id": person}, "text": "/ask Who?", "entities": entities})
    }

    fn said(request: Option<&Request>) -> &'static str {
        match request {
            None => "nothing",
            Some(Request::Reply { .. }) => "reply",
            Some(Request::Press(_)) => "press",
            Some(Request::Inline(_)) => "inline",
            Some(Request::Tell(..)) => "tell",
            Some(Request::RefusePress(..) | Request::RefuseInline(_)) => "refuse",
        }
    }

    #[test]
    fn one_who_asks_too_often_is_told_once_and_then_not_heard() {
        let admission = Admission::new(Access::default());
        let replies: Vec<_> = (0..23)
            .map(|_| said(admit(&admission, &json!({"message": private(5)})).as_ref()))
            .collect();
        assert!(replies[..20].iter().all(|&reply| reply == "reply"));
        assert_eq!(replies[20..], ["tell", "nothing", "nothing"]);
        let other = admit(&admission, &json!({"message": private(6)}));
        assert_eq!(said(other.as_ref()), "reply");
    }

    #[test]
    fn a_group_is_limited_as_a_whole_and_each_of_its_people_everywhere() {
        let admission = Admission::new(Access::default());
        let ask = |chat, person| {
            said(admit(&admission, &json!({"message": group(chat, person)})).as_ref())
        };
        assert!((1..=20).all(|person| ask(-1, person) == "reply"));
        assert_eq!(ask(-1, 21), "tell");
        assert_eq!(
            ask(-1, 22),
            "nothing",
            "a group is told once, not each of its people"
        );
        assert!((1..=20).all(|chat| ask(-100 - chat, 50) == "reply"));
        assert_eq!(ask(-200, 50), "tell");
    }

    #[test]
    fn those_who_write_as_a_chat_are_not_taken_for_one_person() {
        let access = Access {
            chats: None,
            admins: BTreeSet::from([1_087_968_824]),
        };
        let admission = Admission::new(access);
        let ask = |chat: i64| {
            // As Telegram shows an administrator without a name.
            let mut message = group(chat, 1_087_968_824);
            message["sender_chat"] = json!({"id": chat, "type": "supergroup"});
            admit(&admission, &json!({"message": message}))
        };
        for chat in (-3..0).cycle().take(60) {
            assert_eq!(said(ask(chat).as_ref()), "reply");
        }
        assert_eq!(said(ask(-1).as_ref()), "tell");
        let Some(Request::Reply { message, .. }) = ask(-9) else {
            unreachable!("another group is not limited")
        };
        assert!(!admission.is_admin(message.person()));
    }

    #[test]
    fn a_change_is_heard_for_two_minutes() {
        let admission = Admission::new(Access::default());
        for (edited, wanted) in [
            (json!(220), "reply"),
            (json!(221), "nothing"),
            (json!(null), "nothing"),
        ] {
            let mut message = private(5);
            message["edit_date"] = edited;
            let request = admit(&admission, &json!({"edited_message": message}));
            assert_eq!(said(request.as_ref()), wanted);
        }
    }

    #[test]
    fn a_stranger_is_told_so_wherever_that_disturbs_nobody() {
        let access = Access {
            chats: Some(BTreeSet::from([5])),
            admins: BTreeSet::new(),
        };
        let admission = Admission::new(access);
        let press =
            |person| json!({"callback_query": {"id": "1", "from": {"id": person}, "data": "x"}});
        let inline =
            |person| json!({"inline_query": {"id": "1", "from": {"id": person}, "query": "Who?"}});
        let cases = [
            (json!({"message": private(77)}), "tell"),
            (json!({"message": private(77)}), "nothing"),
            (json!({"message": group(-1, 77)}), "nothing"),
            (press(77), "refuse"),
            (inline(77), "refuse"),
            (json!({"message": private(5)}), "reply"),
            (press(5), "press"),
            (inline(5), "inline"),
        ];
        for (update, wanted) in cases {
            assert_eq!(
                said(admit(&admission, &update).as_ref()),
                wanted,
                "{update}"
            );
        }
    }

    #[test]
    fn buttons_are_limited_too() {
        let admission = Admission::new(Access::default());
        let press = json!({"callback_query": {"id": "1", "from": {"id": 5}, "data": "x"}});
        let pressed: Vec<_> = (0..41)
            .map(|_| said(admit(&admission, &press).as_ref()))
            .collect();
        assert!(pressed[..40].iter().all(|&reply| reply == "press"));
        assert_eq!(pressed[40], "refuse");
    }
}
