//! Who gets in, how often, and who is told that they do not.

use std::collections::BTreeSet;
use std::time::Instant;

use serde_json::{Value, json};

use super::*;

fn me() -> Me {
    Me {
        id: 42,
        username: "quoth_test_bot".to_owned(),
    }
}

fn admit(admission: &Admission, update: &Value) -> Option<Request> {
    admission.admit(delivery(update)?, &me())
}

fn delivery(update: &Value) -> Option<Delivery> {
    Some(Delivery {
        event: Event::read(update)?,
        origin: Origin::Telegram,
        taken: Instant::now(),
        is_last: false,
    })
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
        Some(Request::Refuse(..)) => "tell",
        Some(Request::RefusePress(..) | Request::RefuseInline(..)) => "refuse",
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
fn each_question_of_a_message_counts() {
    let admission = Admission::new(Access::default());
    let several = |person| {
        let mut message = private(person);
        message["text"] = json!("Who is it? Where is it? When was it? Why was it? How was it?");
        said(admit(&admission, &json!({"message": message})).as_ref())
    };
    let replies = [several(5), several(5), several(5), several(5), several(5)];
    assert_eq!(replies, ["reply", "reply", "reply", "reply", "tell"]);
    // One more than there are left: none of them is answered.
    let one = |person| said(admit(&admission, &json!({"message": private(person)})).as_ref());
    assert_eq!(one(6), "reply");
    assert_eq!(
        [several(6), several(6), several(6), several(6)][2..],
        ["reply", "tell"]
    );
    assert_eq!(one(6), "reply");
}

#[test]
fn a_group_is_limited_as_a_whole_and_each_of_its_people_everywhere() {
    let admission = Admission::new(Access::default());
    let ask =
        |chat, person| said(admit(&admission, &json!({"message": group(chat, person)})).as_ref());
    assert!((1..=20).all(|person| ask(-1, person) == "reply"));
    assert_eq!(ask(-1, 21), "tell");
    assert_eq!(
        ask(-1, 22),
        "nothing",
        "a group is told once, not each of its people"
    );
    assert!((1..=10).all(|chat| ask(-100 - chat, 50) == "reply"));
    assert_eq!(ask(-200, 50), "tell");
    let alone = said(admit(&admission, &json!({"message": private(51)})).as_ref());
    assert_eq!(alone, "reply");
}

#[test]
fn one_person_leaves_half_of_what_a_group_may_ask_to_the_others() {
    let admission = Admission::new(Access::default());
    let ask = |person| admit(&admission, &json!({"message": group(-1, person)}));
    let flood: Vec<_> = (0..30).filter_map(|_| ask(50)).collect();
    let answered = flood
        .iter()
        .filter(|request| said(Some(request)) == "reply");
    assert_eq!(answered.count(), 10);
    assert!(
        flood
            .iter()
            .any(|request| matches!(request, Request::Refuse(_, Unserved::TooMany { most: 10 })))
    );
    assert!((0..10).all(|_| said(ask(51).as_ref()) == "reply"));
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
    // Whoever has many groups is bounded all the same, and takes nothing from people.
    let others = (-1000..-100).map(ask);
    let others = others.filter(|request| said(request.as_ref()) == "reply");
    assert!((30..45).contains(&others.count()));
    let person = admit(&admission, &json!({"message": group(-5, 5)}));
    assert_eq!(said(person.as_ref()), "reply");
}

#[test]
fn a_channel_that_writes_in_many_groups_is_one() {
    let admission = Admission::new(Access::default());
    let replies = (-100..-1).map(|chat| {
        let mut message = group(chat, 136_817_688);
        message["sender_chat"] = json!({"id": -7, "type": "channel"});
        said(admit(&admission, &json!({"message": message})).as_ref())
    });
    let replies: Vec<_> = replies.collect();
    assert!(replies[..10].iter().all(|&reply| reply == "reply"));
    assert_eq!(replies[10], "tell");
    assert!(replies[11..].iter().all(|&reply| reply == "nothing"));
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
fn a_stranger_who_presses_or_types_without_end_gets_no_answer_in_the_end() {
    let access = Access {
        chats: Some(BTreeSet::from([5])),
        admins: BTreeSet::new(),
    };
    let admission = Admission::new(access);
    let press = json!({"callback_query": {"id": "1", "from": {"id": 77}, "data": "x"}});
    let typed = json!({"inline_query": {"id": "1", "from": {"id": 77}, "query": "Who?"}});
    for (update, most) in [(press, 40), (typed, 60)] {
        let replies = (0..400).map(|_| said(admit(&admission, &update).as_ref()));
        let replies: Vec<_> = replies.collect();
        let (told, rest) = replies.split_at(most);
        assert!(told.iter().all(|&reply| reply == "refuse"));
        assert!(rest.iter().all(|&reply| reply == "nothing"));
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

#[test]
fn what_waited_for_the_bot_is_not_too_much_at_once() {
    let admission = Admission::new(Access::default());
    let ask = |date: i64| {
        let mut message = private(5);
        message["date"] = json!(date);
        said(admit(&admission, &json!({"message": message})).as_ref())
    };
    assert!((1..=50).all(|ago| ask(now() - 60 * ago) == "reply"));
    // Written now, they count; and no message waits for longer than a day.
    assert!((0..20).all(|_| ask(now() + 60) == "reply"));
    assert_eq!(ask(now() - A_DAY - 60), "tell");
}

#[test]
fn what_an_earlier_run_admitted_is_not_limited() {
    let admission = Admission::new(Access::default());
    for _ in 0..50 {
        let taken_up = Delivery {
            origin: Origin::Journal,
            ..delivery(&json!({"message": private(5)})).unwrap()
        };
        assert_eq!(said(admission.admit(taken_up, &me()).as_ref()), "reply");
    }
}

#[test]
fn the_last_message_that_a_full_lane_takes_is_told_so() {
    let admission = Admission::new(Access::default());
    let last = |update: &Value| Delivery {
        is_last: true,
        ..delivery(update).unwrap()
    };
    let Some(Request::Refuse(message, why)) =
        admission.admit(last(&json!({"message": private(5)})), &me())
    else {
        panic!("a question is answered");
    };
    assert_eq!((message.chat.id, why), (5, Unserved::Crowded));
    let mut chatter = group(-1, 5);
    chatter["entities"] = json!([]);
    let chatter = admission.admit(last(&json!({"message": chatter})), &me());
    assert!(chatter.is_none(), "who was not spoken to");
}

#[test]
fn one_who_types_without_end_is_refused() {
    let admission = Admission::new(Access::default());
    let typed = json!({"inline_query": {"id": "1", "from": {"id": 5}, "query": "Who?"}});
    let cards: Vec<_> = (0..61)
        .map(|_| said(admit(&admission, &typed).as_ref()))
        .collect();
    assert!(cards[..60].iter().all(|&card| card == "inline"));
    assert_eq!(cards[60], "refuse");
}
