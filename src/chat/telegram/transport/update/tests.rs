//! Updates of today, and of a Bot API that nobody has heard of yet.

use serde_json::json;

use super::*;

/// A text message with more fields, or others.
fn with(more: &Value) -> Value {
    let mut fields = json!({"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private", "first_name": "Ann"}, "text": "Who sails at 9:00?"});
    for (name, value) in more.as_object().unwrap() {
        fields[name] = value.clone();
    }
    fields
}

/// Reads such a message.
fn message(more: &Value) -> Message {
    match Event::read(&json!({"update_id": 1, "message": with(more)})).unwrap() {
        Event::Written(message) => *message,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn entities_of_unknown_shapes_do_not_lose_the_text() {
    let entities = json!([
        {"type": "date_time", "offset": 13, "length": 4, "unix_time": 1},
        {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 1, "is_bot": false, "first_name": "Bo"}},
        {"type": "text_mention", "offset": 0, "length": 3, "user": "Bo"},
        {"type": "bold", "offset": -1, "length": 3},
        "no entity at all",
    ]);
    let read = message(&json!({"entities": entities}));
    assert_eq!(read.words(), Some("Who sails at 9:00?"));
    let known = read.entities().iter();
    let known: Vec<_> = known
        .map(|entity| (entity.kind.as_str(), entity.user.map(|user| user.id)))
        .collect();
    let mention = |user| ("text_mention", user);
    assert_eq!(
        known,
        [("date_time", None), mention(Some(1)), mention(None)]
    );
    let none = message(&json!({"entities": 5}));
    assert_eq!(none.words(), Some("Who sails at 9:00?"));
}

#[test]
fn fields_of_unknown_shapes_do_not_lose_the_text() {
    let strange = json!({"origin": {"type": "yet_unheard_of"}, "chat": 5});
    for name in [
        "external_reply",
        "quote",
        "reply_markup",
        "reply_to_message",
        "from",
        "edit_date",
        "caption",
        "message_thread_id",
    ] {
        let mut fields = json!({});
        fields[name] = strange.clone();
        let read = message(&fields);
        assert_eq!(read.words(), Some("Who sails at 9:00?"), "{name}");
        assert!(read.reply_to_message.is_none() && read.topic().is_none());
    }
}

#[test]
fn what_is_replied_to_is_read_as_leniently() {
    let replied = json!({"message_id": 3, "chat": {"id": 5, "type": "private"}, "text": "It sails.", "entities": [{"type": "date_time"}], "from": {"id": 42, "is_bot": true}});
    let read = message(&json!({"reply_to_message": replied}));
    assert_eq!(read.reply_to_message.map(|replied| replied.id), Some(3));
}

#[test]
fn a_caption_is_what_a_photo_says() {
    let photo = json!({"text": null, "photo": [], "caption": "Who sails?", "caption_entities": [{"type": "mention", "offset": 0, "length": 3}]});
    let read = message(&photo);
    assert!(read.is_media && read.words() == Some("Who sails?") && read.entities().len() == 1);
    assert!(!message(&json!({})).is_media);
}

#[test]
fn only_a_topic_of_a_forum_is_a_topic() {
    let thread = message(&json!({"message_thread_id": 77}));
    assert_eq!((thread.topic(), &*thread.conversation()), (None, "5"));
    let topic = message(&json!({"message_thread_id": 77, "is_topic_message": true}));
    assert_eq!((topic.topic(), &*topic.conversation()), (Some(77), "5/77"));
}

#[test]
fn flags_may_be_absent_null_or_objects() {
    let channel = json!({"id": -1002, "type": "channel"});
    let flags = json!({"sender_chat": channel, "via_bot": null, "is_automatic_forward": false, "forward_origin": {}});
    let read = message(&flags);
    assert!(read.sender_chat.is_some() && read.is_forwarded);
    assert!(!read.via_bot && !read.is_automatic_forward && !read.media_group_id);
}

#[test]
fn who_writes_as_a_chat_is_no_person() {
    let account = json!({"id": 1_087_968_824, "is_bot": true});
    let person = message(&json!({"from": account})).person();
    assert_eq!(person, Some(1_087_968_824));
    let channel = json!({"id": -1002, "type": "channel"});
    let as_channel = message(&json!({"from": account, "sender_chat": channel}));
    assert_eq!(as_channel.person(), None);
    assert_eq!(as_channel.asker(), Asker::Chat(-1002), "wherever it writes");
}

#[test]
fn presses_and_inline_questions_are_read() {
    let press = json!({"update_id": 2, "callback_query": {"id": "9", "from": {"id": 5}, "data": "x", "message": with(&json!({}))}});
    assert!(
        matches!(Event::read(&press).unwrap(), Event::Pressed(Press { message: Some(message), .. }) if message.id == 7)
    );
    let inline = json!({"update_id": 3, "inline_query": {"id": "9", "from": {"id": 5}, "query": "Who?", "offset": ""}});
    assert!(
        matches!(Event::read(&inline).unwrap(), Event::Inline(inline) if inline.query == "Who?")
    );
}

#[test]
fn what_is_no_update_is_none() {
    for update in [
        json!({"update_id": 1}),
        json!({"update_id": 1, "message": {"text": "Who?"}}),
        json!({"update_id": 1, "message": {"message_id": 1, "chat": "nowhere"}}),
        json!(5),
    ] {
        assert!(Event::read(&update).is_none(), "{update}");
    }
}

#[test]
fn an_update_is_told_from_another_of_the_same_number() {
    let id = |text: &str| UpdateId::of(&json!({"update_id": 7, "message": {"text": text}}));
    assert_eq!(id("Who?"), id("Who?"));
    assert_ne!(id("Who?"), id("When?"));
    let kept = json!([7, 16_543_380_382_139_337_923_u64]);
    let journal = "the journals of earlier versions";
    assert_eq!(serde_json::to_value(id("Who?")).unwrap(), kept, "{journal}");
    let number = |update: Value| UpdateId::of(&update).map(UpdateId::number);
    assert_eq!(number(json!({"message": {}})), None);
    assert_eq!(
        number(json!({"update_id": 5_000_000_000_i64})),
        Some(5_000_000_000)
    );
    assert_eq!(number(json!({"update_id": i64::MAX})), None);
}

/// What a press with this data tells the bot, under a message with more fields, or others.
fn pressed(data: &str, more: &Value) -> Option<String> {
    let press = json!({"id": "1", "from": {"id": 5}, "data": data, "message": with(more)});
    match Event::read(&json!({"callback_query": press})).unwrap() {
        Event::Pressed(press) => press.data,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_press_counts_only_with_what_stands_on_a_button_of_its_message() {
    let under = |rows: Value| json!({"reply_markup": {"inline_keyboard": rows}});
    let keyboard = under(json!([
        [{"text": "Share", "url": "https://t.me"}, 5, {"text": "a", "callback_data": 7}],
        "no row at all",
        [{"text": "b", "callback_data": "l.0.5."}, {"text": "c", "callback_data": "l.1.5."}],
    ]));
    for data in ["l.0.5.", "l.1.5."] {
        assert_eq!(pressed(data, &keyboard).as_deref(), Some(data));
    }
    assert_eq!(pressed("l.0.6.", &keyboard), None);
    for none in [json!({}), json!({"reply_markup": 5}), under(json!(5))] {
        assert_eq!(pressed("l.0.5.", &none), None, "{none}");
    }
    // Nothing is known of a message that cannot be seen.
    let unseen = pressed("l.0.5.", &json!({"date": 0}));
    assert_eq!(unseen.as_deref(), Some("l.0.5."));
}
