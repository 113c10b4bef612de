//! Messages as Telegram sends them, and what they ask.

use serde_json::{Value, json};

use super::*;
use crate::chat::telegram::bot::characters::units;
use crate::chat::telegram::bot::fuzzing::me;
use crate::chat::telegram::transport::Event;

const PRIVATE: i64 = 5;
const GROUP: i64 = -1001;

/// What a message asks; `more` adds fields to it, or replaces them.
fn said(chat: i64, text: &str, more: &Value) -> Incoming {
    let kind = if chat > 0 { "private" } else { "supergroup" };
    let mut fields = json!({"message_id": 1, "date": 1, "chat": {"id": chat, "type": kind}, "from": {"id": 5, "is_bot": false}, "text": text});
    for (name, value) in more.as_object().unwrap() {
        fields[name] = value.clone();
    }
    match Event::read(&json!({"message": fields})) {
        Some(Event::Written(message)) => read(&message, &me()),
        other => unreachable!("{other:?}"),
    }
}

/// A message of the group, to be replied to.
fn said_by(person: i64) -> Value {
    json!({"message_id": 1, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}, "from": {"id": person}, "text": "It sails at nine."})
}

fn entity(kind: &str, text: &str, part: &str) -> Value {
    let start = text.find(part).unwrap();
    json!({"type": kind, "offset": units(&text[..start]), "length": units(part)})
}

/// Reads `text` whose first word is a command.
fn command(chat: i64, text: &str) -> Incoming {
    let word = text.split_whitespace().next().unwrap();
    let command = entity("bot_command", text, word);
    said(chat, text, &json!({"entities": [command]}))
}

fn question(text: &str) -> Incoming {
    Incoming::Question(text.to_owned())
}

#[test]
fn a_command_is_understood_however_it_is_written() {
    let sources = |words: &str| Incoming::Sources(words.to_owned());
    for chat in [PRIVATE, GROUP] {
        for text in [
            "/ask Who sails?",
            "/Ask Who sails?",
            "/ASK@ferrybot Who sails?",
            "/ask\nWho sails?",
            "/ask\tWho sails?",
            "/ask@FerryBot\n\n Who sails? ",
        ] {
            assert_eq!(command(chat, text), question("Who sails?"), "{text:?}");
        }
        for (text, wanted) in [
            ("/ask", Incoming::NoQuestion),
            ("/start@FerryBot", Incoming::Start),
            ("/HELP", Incoming::Help),
            ("/sources", sources("")),
            ("/Sources  ferry ", sources("ferry")),
            ("/privacy", Incoming::Privacy),
            ("/status@FerryBot", Incoming::Status),
            ("/context@FerryBot  2 ", question("context 2")),
        ] {
            assert_eq!(command(chat, text), wanted, "{text:?}");
        }
    }
    assert_eq!(command(PRIVATE, "/start inline"), Incoming::Start);
    assert_eq!(command(PRIVATE, "/start invited"), Incoming::BrokenLink);
    let linked = Incoming::Linked("Who sails?".to_owned());
    assert_eq!(command(PRIVATE, "/start V2hvIHNhaWxzPw"), linked);
}

#[test]
fn commands_of_other_bots_are_ignored() {
    for (chat, text, wanted) in [
        (PRIVATE, "/ask@other_bot Who sails?", Incoming::Ignored),
        (GROUP, "/ask@other_bot Who sails?", Incoming::Ignored),
        (PRIVATE, "/help@FerryBot2", Incoming::Ignored),
        (GROUP, "/help@FerryBot2", Incoming::Ignored),
        (GROUP, "/weather", Incoming::Ignored),
        (GROUP, "/weather@FerryBot", Incoming::UnknownCommand),
        (PRIVATE, "/weather", Incoming::UnknownCommand),
        (GROUP, "/source", Incoming::Ignored),
        (PRIVATE, "/source", question("source")),
    ] {
        assert_eq!(command(chat, text), wanted, "{text:?} in {chat}");
    }
    let entities = [entity("bot_command", "/more", "/more")];
    let more = json!({"entities": entities, "reply_to_message": said_by(42)});
    assert_eq!(said(GROUP, "/more", &more), question("more"));
}

#[test]
fn in_private_every_text_is_a_question_even_with_a_slash_in_it() {
    let command = json!({"entities": [entity("bot_command", "Is /ask one?", "/ask")]});
    for (text, more, wanted) in [
        (" Who sails? ", json!({}), "Who sails?"),
        ("Who sails?", json!({"from": null}), "Who sails?"),
        ("/2 of the ferries", json!({}), "/2 of the ferries"),
        ("Is /ask one?", command, "Is /ask one?"),
    ] {
        assert_eq!(said(PRIVATE, text, &more), question(wanted));
    }
    assert_eq!(said(PRIVATE, " \u{a0}", &json!({})), Incoming::NoQuestion);
}

#[test]
fn in_a_group_only_mentions_and_replies_are_questions() {
    let reply = |to: Value| said(GROUP, "And when?", &json!({"reply_to_message": to}));
    assert_eq!(reply(json!(null)), Incoming::Ignored);
    assert_eq!(reply(said_by(42)), question("And when?"));
    assert_eq!(reply(said_by(7)), Incoming::Ignored);
    let mut opened = said_by(42);
    opened["text"] = json!(null);
    opened["forum_topic_created"] = json!({"name": "Timetables", "icon_color": 7_322_096});
    assert_eq!(reply(opened), Incoming::Ignored, "a topic that it opened");
}

#[test]
fn the_bots_name_is_taken_out_of_the_question() {
    for (text, name, wanted) in [
        ("@FerryBot Who sails?", "@FerryBot", "Who sails?"),
        ("Who sails? @ferrybot", "@ferrybot", "Who sails?"),
        ("\u{1f6a2} @FerryBot who?", "@FerryBot", "\u{1f6a2} who?"),
    ] {
        let mentioned = json!({"entities": [entity("mention", text, name)]});
        assert_eq!(said(GROUP, text, &mentioned), question(wanted));
    }
    for (text, wanted) in [
        ("@FerryBot", Incoming::NoQuestion),
        ("@other_bot", Incoming::Ignored),
    ] {
        let mentioned = json!({"entities": [entity("mention", text, text)]});
        assert_eq!(said(GROUP, text, &mentioned), wanted);
    }
    let mut named = entity("text_mention", "Quoth who sails?", "Quoth");
    named["user"] = json!({"id": 42, "is_bot": true});
    let named = said(GROUP, "Quoth who sails?", &json!({"entities": [named]}));
    assert_eq!(named, question("who sails?"));
}

#[test]
fn entities_that_stand_nowhere_in_the_text_are_passed_over() {
    let text = "\u{1f6a2} Who sails?";
    for (offset, length) in [(1, 1), (0, 99), (99, 1), (usize::MAX, 1), (1, usize::MAX)] {
        for kind in ["mention", "bot_command"] {
            let more = json!({"entities": [{"type": kind, "offset": offset, "length": length}]});
            assert_eq!(said(PRIVATE, text, &more), question(text));
        }
    }
}

#[test]
fn nobody_who_wrote_it_is_no_reason_to_answer() {
    let bot = json!({"id": 8, "is_bot": true});
    let text = "@FerryBot who sails?";
    let channel = json!({"id": -1002, "type": "channel"});
    let mut more = json!({"sender_chat": channel, "from": bot, "entities": [entity("mention", text, "@FerryBot")]});
    let by_channel = said(GROUP, text, &more);
    assert_eq!(by_channel, question("who sails?"), "someone writes as one");
    more["is_automatic_forward"] = json!(true);
    assert_eq!(said(GROUP, text, &more), Incoming::Ignored);
    more["is_automatic_forward"] = json!(false);
    (more["chat"], more["from"]) = (channel, json!(null));
    assert_eq!(said(GROUP, text, &more), Incoming::Ignored);
}
