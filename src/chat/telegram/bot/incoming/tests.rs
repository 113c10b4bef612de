//! Messages as Telegram sends them, and what they ask.

use serde_json::{Value, json};

use super::*;
use crate::chat::telegram::transport::Event;

const PRIVATE: i64 = 5;
const GROUP: i64 = -1001;

fn me() -> Me {
    Me {
        id: 42,
        username: "quoth_test_bot".to_owned(),
    }
}

/// A message as Telegram sends it; `more` adds fields or replaces them.
fn message(chat: i64, text: &str, more: &Value) -> Message {
    let kind = if chat > 0 {
        json!({"id": chat, "type": "private", "first_name": "Ann"})
    } else {
        json!({"id": chat, "type": "supergroup", "title": "Ferries"})
    };
    let mut fields = json!({"message_id": 1, "date": 1, "chat": kind, "from": {"id": 5, "is_bot": false, "first_name": "Ann"}, "text": text});
    for (name, value) in more.as_object().unwrap() {
        fields[name] = value.clone();
    }
    match Event::read(&json!({"message": fields})) {
        Some(Event::Written(message)) => *message,
        other => unreachable!("{other:?}"),
    }
}

fn entity(kind: &str, text: &str, part: &str) -> Value {
    let start = text.find(part).unwrap();
    let units = |text: &str| text.encode_utf16().count();
    json!({"type": kind, "offset": units(&text[..start]), "length": units(part)})
}

/// Reads `text` whose first word is a command.
fn command(chat: i64, text: &str) -> Incoming {
    let word = text.split_whitespace().next().unwrap();
    read(
        &message(
            chat,
            text,
            &json!({"entities": [entity("bot_command", text, word)]}),
        ),
        &me(),
    )
}

fn plain(chat: i64, text: &str, more: &Value) -> Incoming {
    read(&message(chat, text, more), &me())
}

fn question(text: &str) -> Incoming {
    Incoming::Question(text.to_owned())
}

#[test]
fn a_command_is_understood_however_it_is_written() {
    for chat in [PRIVATE, GROUP] {
        for text in [
            "/ask Who sails?",
            "/Ask Who sails?",
            "/ASK@Quoth_Test_Bot Who sails?",
            "/ask\nWho sails?",
            "/ask\tWho sails?",
            "/ask@quoth_test_bot\n\n Who sails? ",
        ] {
            assert_eq!(command(chat, text), question("Who sails?"), "{text:?}");
        }
        assert_eq!(command(chat, "/ask"), Incoming::NoQuestion);
        assert_eq!(command(chat, "/start@quoth_test_bot"), Incoming::Start);
        assert_eq!(command(chat, "/HELP"), Incoming::Help);
        let sources = |words: &str| Incoming::Sources(words.to_owned());
        assert_eq!(command(chat, "/sources"), sources(""));
        assert_eq!(command(chat, "/Sources  ferry "), sources("ferry"));
        assert_eq!(command(chat, "/privacy"), Incoming::Privacy);
        assert_eq!(command(chat, "/status@quoth_test_bot"), Incoming::Status);
        assert_eq!(
            command(chat, "/context@quoth_test_bot  2 "),
            question("context 2")
        );
    }
    assert_eq!(command(PRIVATE, "/start inline"), Incoming::Start);
    assert_eq!(command(PRIVATE, "/start invited"), Incoming::BrokenLink);
    let linked = Incoming::Linked("Who sails?".to_owned());
    assert_eq!(command(PRIVATE, "/start V2hvIHNhaWxzPw"), linked);
}

#[test]
fn commands_of_other_bots_are_ignored() {
    for chat in [PRIVATE, GROUP] {
        assert_eq!(
            command(chat, "/ask@other_bot Who sails?"),
            Incoming::Ignored
        );
        assert_eq!(command(chat, "/help@quoth_test_bot2"), Incoming::Ignored);
    }
    assert_eq!(command(GROUP, "/weather"), Incoming::Ignored);
    assert_eq!(
        command(GROUP, "/weather@quoth_test_bot"),
        Incoming::UnknownCommand
    );
    assert_eq!(command(PRIVATE, "/weather"), Incoming::UnknownCommand);
    assert_eq!(command(GROUP, "/source"), Incoming::Ignored);
    assert_eq!(command(PRIVATE, "/source"), question("source"));
    let mine = json!({"id": 42, "is_bot": true, "first_name": "Quoth"});
    let more = json!({"entities": [entity("bot_command", "/more", "/more")], "reply_to_message": message_json(mine)});
    assert_eq!(plain(GROUP, "/more", &more), question("more"));
}

#[test]
fn a_slash_that_is_no_command_is_part_of_a_question() {
    assert_eq!(
        plain(PRIVATE, "/2 of the ferries", &json!({})),
        question("/2 of the ferries")
    );
    let text = "Is /ask a command?";
    assert_eq!(
        plain(
            PRIVATE,
            text,
            &json!({"entities": [entity("bot_command", text, "/ask")]})
        ),
        question(text)
    );
}

#[test]
fn in_private_every_text_is_a_question() {
    assert_eq!(
        plain(PRIVATE, " Who sails? ", &json!({})),
        question("Who sails?")
    );
    assert_eq!(
        plain(PRIVATE, "Who sails?", &json!({"from": null})),
        question("Who sails?")
    );
    assert_eq!(plain(PRIVATE, " \u{a0}", &json!({})), Incoming::NoQuestion);
}

#[test]
fn in_a_group_only_mentions_and_replies_are_questions() {
    assert_eq!(plain(GROUP, "Who sails?", &json!({})), Incoming::Ignored);
    let said = |by: Value| json!({"reply_to_message": message_json(by)});
    assert_eq!(
        plain(
            GROUP,
            "And when?",
            &said(json!({"id": 42, "is_bot": true, "first_name": "Quoth"}))
        ),
        question("And when?")
    );
    assert_eq!(
        plain(
            GROUP,
            "And when?",
            &said(json!({"id": 7, "is_bot": false, "first_name": "Bo"}))
        ),
        Incoming::Ignored
    );
    let opened = json!({"reply_to_message": {"message_id": 1, "date": 1, "chat": {"id": GROUP, "type": "supergroup", "title": "Ferries"},
        "from": {"id": 42, "is_bot": true, "first_name": "Quoth"}, "forum_topic_created": {"name": "Timetables", "icon_color": 7_322_096}}});
    assert_eq!(
        plain(GROUP, "And when?", &opened),
        Incoming::Ignored,
        "a topic that the bot opened"
    );
}

fn message_json(from: Value) -> Value {
    let mut said = json!({"message_id": 1, "date": 1, "chat": {"id": GROUP, "type": "supergroup", "title": "Ferries"}, "text": "It sails at nine."});
    said["from"] = from;
    said
}

#[test]
fn the_bots_name_is_taken_out_of_the_question() {
    let mention = |text: &str| {
        plain(
            GROUP,
            text,
            &json!({"entities": [entity("mention", text, text.split(' ').find(|word| word.starts_with('@')).unwrap())]}),
        )
    };
    assert_eq!(
        mention("@quoth_test_bot Who sails?"),
        question("Who sails?")
    );
    assert_eq!(
        mention("Who sails? @Quoth_Test_Bot"),
        question("Who sails?")
    );
    assert_eq!(
        mention("\u{1f6a2}\u{1f6a2} @quoth_test_bot who sails?"),
        question("\u{1f6a2}\u{1f6a2} who sails?")
    );
    assert_eq!(mention("@quoth_test_bot"), Incoming::NoQuestion);
    assert_eq!(mention("@other_bot Who sails?"), Incoming::Ignored);
    let text = "Quoth who sails?";
    let mut named = entity("text_mention", text, "Quoth");
    named["user"] = json!({"id": 42, "is_bot": true, "first_name": "Quoth"});
    assert_eq!(
        plain(GROUP, text, &json!({"entities": [named]})),
        question("who sails?")
    );
}

#[test]
fn entities_that_stand_nowhere_in_the_text_are_passed_over() {
    for (offset, length) in [(1, 1), (0, 99), (99, 1), (usize::MAX, 1), (1, usize::MAX)] {
        for kind in ["mention", "bot_command"] {
            let more = json!({"entities": [{"type": kind, "offset": offset, "length": length}]});
            assert_eq!(
                plain(PRIVATE, "\u{1f6a2} Who sails?", &more),
                question("\u{1f6a2} Who sails?")
            );
        }
    }
}

#[test]
fn nobody_who_wrote_it_is_no_reason_to_answer() {
    let bot = json!({"id": 8, "is_bot": true, "first_name": "Other"});
    assert_eq!(
        plain(PRIVATE, "Who sails?", &json!({"from": bot})),
        Incoming::Ignored
    );
    assert_eq!(
        plain(PRIVATE, "Who sails?", &json!({"via_bot": bot})),
        Incoming::Ignored
    );
    let text = "@quoth_test_bot who sails?";
    let mentioned = json!([entity("mention", text, "@quoth_test_bot")]);
    let channel = json!({"id": -1002, "type": "channel", "title": "News"});
    let forwarded = json!({"is_automatic_forward": true, "sender_chat": channel, "from": bot, "entities": mentioned});
    assert_eq!(plain(GROUP, text, &forwarded), Incoming::Ignored);
    assert_eq!(
        plain(
            GROUP,
            text,
            &json!({"sender_chat": channel, "from": bot, "entities": mentioned})
        ),
        question("who sails?"),
        "someone writes as a channel"
    );
    assert_eq!(
        plain(
            GROUP,
            text,
            &json!({"chat": channel, "sender_chat": channel, "from": null, "entities": mentioned})
        ),
        Incoming::Ignored
    );
}

#[test]
fn a_caption_is_read_as_a_text_is() {
    let caption = |chat, text: &str, entities: Value| {
        let photo =
            json!({"text": null, "photo": [], "caption": text, "caption_entities": entities});
        plain(chat, "", &photo)
    };
    assert_eq!(
        caption(PRIVATE, "Who sails?", json!([])),
        question("Who sails?")
    );
    assert_eq!(caption(GROUP, "Who sails?", json!([])), Incoming::Ignored);
    let text = "/ask Who sails?";
    let asked = json!([entity("bot_command", text, "/ask")]);
    assert_eq!(caption(GROUP, text, asked), question("Who sails?"));
    let text = "@quoth_test_bot who sails?";
    let mentioned = json!([entity("mention", text, "@quoth_test_bot")]);
    assert_eq!(caption(GROUP, text, mentioned), question("who sails?"));
}

#[test]
fn only_in_private_does_what_has_no_words_get_one() {
    for kind in ["photo", "voice", "sticker", "video_note", "location"] {
        let mut sent = json!({"text": null});
        sent[kind] = json!({"file_id": "a"});
        assert_eq!(plain(PRIVATE, "", &sent), Incoming::NoText, "{kind}");
        assert_eq!(plain(GROUP, "", &sent), Incoming::Ignored, "{kind}");
        sent["media_group_id"] = json!("1");
        assert_eq!(
            plain(PRIVATE, "", &sent),
            Incoming::Ignored,
            "{kind} of an album"
        );
    }
    let renamed = json!({"text": null, "new_chat_title": "Boats"});
    assert_eq!(plain(PRIVATE, "", &renamed), Incoming::Ignored);
}
