//! Who gets in, how often, and who is told that they do not.

use std::time::Instant;

use serde_json::{Value, json};

use super::*;
use crate::chat::telegram::bot::fuzzing::me;

/// Lets everybody in.
fn open() -> Admission {
    Admission::new(Access::default())
}

/// Lets in only person 5.
fn of_one() -> Admission {
    Admission::new(Access {
        chats: Some(BTreeSet::from([5])),
        admins: BTreeSet::new(),
    })
}

fn delivery(update: &Value) -> Delivery {
    Delivery {
        event: Event::read(update).unwrap(),
        origin: Origin::Telegram,
        taken: Instant::now(),
        is_last: false,
    }
}

fn admit(admission: &Admission, update: &Value) -> Option<Request> {
    admission.admit(delivery(update), &me())
}

fn written(message: &Value) -> Value {
    json!({"message": message})
}

fn private(person: i64) -> Value {
    json!({"message_id": 1, "date": 100, "chat": {"id": person, "type": "private"}, "from": {"id": person}, "text": "Who?"})
}

fn group(chat: i64, person: i64) -> Value {
    let entities = json!([{"type": "bot_command", "offset": 0, "length": 4}]);
    json!({"message_id": 1, "chat": {"id": chat, "type": "supergroup"}, "from": {"id": person}, "text": "/ask Who?", "entities": entities})
}

fn press(person: i64) -> Value {
    json!({"callback_query": {"id": "1", "from": {"id": person}, "data": "x"}})
}

fn typed(person: i64) -> Value {
    json!({"inline_query": {"id": "1", "from": {"id": person}, "query": "Who?"}})
}

fn fate(admission: &Admission, update: &Value) -> &'static str {
    match admit(admission, update) {
        None => "nothing",
        Some(Request::Reply { .. }) => "reply",
        Some(Request::Refuse(..)) => "tell",
        Some(Request::Press(_, Ok(()))) => "press",
        Some(Request::Inline(_, Ok(()))) => "inline",
        Some(Request::Press(_, Err(_)) | Request::Inline(_, Err(_))) => "refuse",
    }
}

fn heard(admission: &Admission, message: &Value) -> &'static str {
    fate(admission, &written(message))
}

#[test]
fn with_a_list_only_its_chats_and_the_admins_may_ask() {
    let access = |chats: &[i64]| Access {
        chats: Some(chats.iter().copied().collect()),
        admins: BTreeSet::from([9]),
    };
    let (listed, empty) = (access(&[5, -1001]), access(&[]));
    for (chat, person) in [(5, Some(5)), (-1001, Some(7)), (-1001, None)] {
        assert!(listed.allows(chat, person) && !empty.allows(chat, person));
    }
    for (chat, person) in [(-1002, Some(9)), (9, Some(9))] {
        assert!(listed.allows(chat, person) && empty.allows(chat, person));
    }
    for (chat, person) in [(6, Some(6)), (-1002, Some(5)), (-1002, None)] {
        assert!(!listed.allows(chat, person) && Access::default().allows(chat, person));
    }
    assert!(listed.lists(5) && !listed.lists(9) && !Access::default().lists(5));
}

#[test]
fn each_question_of_a_message_counts() {
    let admission = open();
    let several = |person| {
        let mut message = private(person);
        message["text"] = json!("Who is it? Where is it? When was it? Why was it? How was it?");
        heard(&admission, &message)
    };
    let replies = [5; 5].map(several);
    assert_eq!(replies, ["reply", "reply", "reply", "reply", "tell"]);
    // One more than there are left: none of them is answered.
    assert_eq!(heard(&admission, &private(6)), "reply");
    assert_eq!([6; 4].map(several)[2..], ["reply", "tell"]);
    assert_eq!(heard(&admission, &private(6)), "reply");
}

#[test]
fn one_person_leaves_half_of_what_a_group_may_ask_to_the_others() {
    let admission = open();
    assert!((0..10).all(|_| heard(&admission, &group(-1, 50)) == "reply"));
    let refused = admit(&admission, &written(&group(-1, 50)));
    assert!(matches!(
        refused,
        Some(Request::Refuse(_, Unserved::TooMany { most: 10 }))
    ));
    assert!((0..10).all(|_| heard(&admission, &group(-1, 51)) == "reply"));
}

#[test]
fn those_who_write_as_a_chat_are_not_taken_for_one_person() {
    let admission = Admission::new(Access {
        chats: None,
        admins: BTreeSet::from([1_087_968_824]),
    });
    // As Telegram shows an administrator without a name.
    let nameless = |chat: i64| {
        let mut message = group(chat, 1_087_968_824);
        message["sender_chat"] = json!({"id": chat, "type": "supergroup"});
        message
    };
    let ask = |chat| heard(&admission, &nameless(chat));
    assert!((-3..0).cycle().take(60).all(|chat| ask(chat) == "reply"));
    assert_eq!(ask(-1), "tell");
    let Some(Request::Reply { message, .. }) = admit(&admission, &written(&nameless(-9))) else {
        unreachable!("another group is not limited")
    };
    assert!(!admission.is_admin(message.person()));
    // Whoever has many groups is bounded all the same, and takes nothing from people.
    let others = (-1000..-100).filter(|&chat| ask(chat) == "reply");
    assert!((30..45).contains(&others.count()));
    assert_eq!(heard(&admission, &group(-5, 5)), "reply");
}

#[test]
fn a_channel_that_writes_in_many_groups_is_one() {
    let admission = open();
    let replies = (-100..-1).map(|chat| {
        let mut message = group(chat, 136_817_688);
        message["sender_chat"] = json!({"id": -7, "type": "channel"});
        heard(&admission, &message)
    });
    let replies: Vec<_> = replies.collect();
    assert!(replies[..10].iter().all(|&reply| reply == "reply"));
    assert_eq!(replies[10], "tell");
    assert!(replies[11..].iter().all(|&reply| reply == "nothing"));
}

#[test]
fn a_change_is_heard_for_two_minutes() {
    let admission = open();
    for (edited, wanted) in [
        (json!(220), "reply"),
        (json!(221), "nothing"),
        (json!(null), "nothing"),
    ] {
        let mut message = private(5);
        message["edit_date"] = edited;
        let change = json!({"edited_message": message});
        assert_eq!(fate(&admission, &change), wanted);
    }
}

#[test]
fn a_stranger_is_told_so_wherever_that_disturbs_nobody() {
    let admission = of_one();
    for (update, wanted) in [
        (written(&private(77)), "tell"),
        (written(&private(77)), "nothing"),
        (written(&group(-1, 77)), "nothing"),
        (press(77), "refuse"),
        (typed(77), "refuse"),
        (written(&private(5)), "reply"),
        (press(5), "press"),
        (typed(5), "inline"),
    ] {
        assert_eq!(fate(&admission, &update), wanted, "{update}");
    }
}

#[test]
fn one_who_presses_or_types_without_end_is_refused_and_a_stranger_not_even_that() {
    let admission = of_one();
    for (update, most, first, then) in [
        (press(5), 40, "press", "refuse"),
        (typed(5), 60, "inline", "refuse"),
        (press(77), 40, "refuse", "nothing"),
        (typed(77), 60, "refuse", "nothing"),
    ] {
        let fates: Vec<_> = (0..400).map(|_| fate(&admission, &update)).collect();
        let (within, beyond) = fates.split_at(most);
        assert!(within.iter().all(|&fate| fate == first), "{update}");
        assert!(beyond.iter().all(|&fate| fate == then), "{update}");
    }
}

#[test]
fn one_who_asks_too_often_is_told_once_and_what_waited_for_the_bot_is_not_too_much() {
    let admission = open();
    let ask = |date: i64| {
        let mut message = private(5);
        message["date"] = json!(date);
        heard(&admission, &message)
    };
    assert!((1..=50).all(|ago| ask(now() - 60 * ago) == "reply"));
    // Written now, they count; and no message waits for longer than a day.
    assert!((0..20).all(|_| ask(now() + 60) == "reply"));
    assert_eq!(ask(now() - A_DAY - 60), "tell");
    assert_eq!([(); 2].map(|()| ask(now() + 60)), ["nothing"; 2]);
    assert_eq!(heard(&admission, &private(6)), "reply");
}

#[test]
fn what_an_earlier_run_admitted_is_not_limited() {
    let admission = open();
    for _ in 0..50 {
        let taken_up = Delivery {
            origin: Origin::Journal,
            ..delivery(&written(&private(5)))
        };
        let request = admission.admit(taken_up, &me());
        assert!(matches!(request, Some(Request::Reply { .. })));
    }
}

#[test]
fn the_last_message_that_a_full_lane_takes_is_told_so() {
    let last = |message: &Value| {
        let delivery = Delivery {
            is_last: true,
            ..delivery(&written(message))
        };
        open().admit(delivery, &me())
    };
    let Some(Request::Refuse(message, why)) = last(&private(5)) else {
        panic!("a question is answered");
    };
    assert_eq!((message.chat.id, why), (5, Unserved::Crowded));
    let mut chatter = group(-1, 5);
    chatter["entities"] = json!([]);
    assert!(last(&chatter).is_none(), "who was not spoken to");
}
