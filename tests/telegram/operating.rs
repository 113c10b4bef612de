//! What the bot says of itself, what it makes of other messages than text, and
//! what its operator needs not lose sleep over.

use std::collections::BTreeSet;

use quoth::chat::telegram::{Access, Service};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::bot::{Bot, documents, no_answer, town};
use crate::messages::{
    GROUP, begins, group, id, in_topic, mentioning, private, replying_to, showing, text,
};
use crate::methods::{error, moved};
use crate::server::Failure;

const ADMIN: i64 = 9;
const QUESTION: &str = "When was the Clock Museum founded?";

#[tokio::test]
async fn an_admin_sees_how_the_bot_fares_and_nobody_else_does() {
    let access = Access {
        chats: None,
        admins: BTreeSet::from([ADMIN]),
    };
    let service = documents(
        &[
            ("clocks.txt", "The Clock Museum was founded in 1923."),
            ("photo.png", "\u{89}PNG"),
        ],
        access,
    );
    let mut bot = Bot::serving(service).await;
    let none = bot.reply(&private(ADMIN, "/status")).await;
    assert_eq!(
        text(&none),
        "1 document, 1 passage; 1 file skipped\nskipped:\n  photo.png: a picture: put the text in it beside it as .txt\nup for 0 min\n0 answered, 0 declined"
    );
    for (person, question) in [
        (6, QUESTION),
        (6, "Which zeppelin exploded?"),
        (7, QUESTION),
        (7, "Hello!"),
    ] {
        bot.reply(&private(person, question)).await;
    }
    let some = bot.reply(&private(ADMIN, "/Status@Quoth_test_bot")).await;
    let last: Vec<&str> = text(&some).lines().rev().take(2).collect();
    assert_eq!(last[1], "2 answered, 1 declined", "{some}");
    assert!(
        last[0].starts_with("from arrival to answer: half within "),
        "{some}"
    );

    let unknown = bot.reply(&private(5, "/status")).await;
    assert_eq!(
        text(&unknown),
        "I do not know that command. Write a question, or /help."
    );
    bot.server.deliver(&group(GROUP, 5, "/status"));
    // In the same chat, so it is read after that.
    bot.reply(&mentioning(group(GROUP, 5, QUESTION))).await;
    bot.stop().await;
}

#[tokio::test]
async fn the_documents_are_named() {
    let mut bot = Bot::in_town().await;
    let sources = bot.reply(&private(5, "/sources")).await;
    let lines: Vec<&str> = text(&sources).lines().collect();
    assert_eq!(lines[0], "2 documents, 2 passages");
    assert!(
        lines[1].starts_with('\u{2022}') && lines[1].ends_with(", harbour.txt"),
        "{lines:?}"
    );
    assert!(
        lines[2].ends_with(", museums.txt") && lines.len() == 3,
        "{lines:?}"
    );
    bot.stop().await;
}

#[tokio::test]
async fn what_becomes_of_questions_is_told_as_it_is() {
    let data = TempDir::new().unwrap();
    let judged = "If you press “Right” or “Wrong”";
    let logged = "My operator has asked me to log questions";
    let sent = "to the search engine that my operator runs";
    let keeping = Service {
        data: Some(data.path().to_owned()),
        log_questions: true,
        engine: true,
        ..town(Access::default())
    };
    for (service, told) in [(town(Access::default()), false), (keeping, true)] {
        let mut bot = Bot::serving(service).await;
        let privacy = bot.reply(&private(5, "/privacy")).await;
        for part in [judged, logged, sent] {
            assert_eq!(text(&privacy).contains(part), told, "{privacy}");
        }
        let is_here = text(&privacy).contains("on the machine that I run on");
        assert_eq!(is_here, !told, "{privacy}");
        bot.stop().await;
    }
}

#[tokio::test]
async fn the_caption_of_a_photo_is_a_question() {
    let mut bot = Bot::in_town().await;
    let here = showing(private(5, QUESTION), "photo");
    let there = showing(mentioning(group(GROUP, 5, QUESTION)), "video");
    for message in [here, there] {
        let answer = bot.reply(&message).await;
        begins(&answer, "The Clock Museum was");
    }
    // One that is changed is a changed question.
    let question = bot.server.deliver(&showing(private(6, QUESTION), "photo"));
    let answer = bot.server.posted().await;
    let changed = json!({"caption": "When was the Tide Museum founded?", "edit_date": 2});
    bot.server.edit_with(6, question, &changed);
    let edited = bot.server.edited().await;
    assert_eq!(edited["message_id"], answer["message_id"]);
    begins(&edited, "The Tide Museum was");
    bot.stop().await;
}

#[tokio::test]
async fn what_has_no_words_gets_a_line_in_private_and_silence_in_a_group() {
    let mut bot = Bot::in_town().await;
    for (chat, kind) in (5..).zip(["voice", "sticker", "photo", "document", "location"]) {
        let reply = bot.reply(&showing(private(chat, ""), kind)).await;
        assert_eq!(
            text(&reply),
            "I read text only. Write the question.",
            "{kind}"
        );
        bot.server.deliver(&showing(group(GROUP, chat, ""), kind));
        // Not even in reply to the bot.
        bot.server
            .deliver(&showing(replying_to(group(GROUP, chat, ""), &reply), kind));
    }
    // Someone who joins says nothing either.
    let mut joined = group(GROUP, 5, "");
    joined.as_object_mut().unwrap().remove("text");
    joined["new_chat_members"] = json!([{"id": 8, "is_bot": false, "first_name": "Bea"}]);
    bot.server.deliver(&joined);
    bot.reply(&mentioning(group(GROUP, 5, QUESTION))).await;
    bot.stop().await;
}

#[tokio::test]
async fn an_album_gets_one_answer_at_most() {
    let mut bot = Bot::in_town().await;
    for caption in ["", QUESTION, ""] {
        let mut photo = showing(private(5, caption), "photo");
        photo["media_group_id"] = json!("17");
        bot.server.deliver(&photo);
    }
    let answer = bot.server.posted().await;
    begins(&answer, "The Clock Museum was");
    bot.reply(&private(5, "Hello!")).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_gets_its_answer_there_with_its_buttons() {
    let mut bot = Bot::in_town().await;
    let new = GROUP - 1;
    // The bot has heard of it.
    bot.server.deliver(&group(new, 5, "Hello, all."));
    bot.server.script("sendMessage", moved(new));
    let asked = mentioning(in_topic(group(GROUP, 5, QUESTION), 77));
    bot.server.deliver(&asked);
    let answer = bot.server.posted().await;
    assert_eq!(answer["chat"]["id"], new);
    // Ids of messages and topics are other ones there.
    assert_eq!(answer["reply_to_message"], Value::Null);
    assert_eq!(answer["message_thread_id"], Value::Null);
    let press = bot.press(&answer, "Context", 5);
    let context = bot.server.posted().await;
    begins(&context, "Quote 1 in its context:");
    assert_eq!(context["reply_to_message"]["message_id"], id(&answer));
    bot.server.answered(&press).await;
    bot.stop().await;
}

#[tokio::test]
async fn of_several_questions_all_follow_a_group_that_became_a_supergroup() {
    let mut bot = Bot::answering(no_answer).await;
    let new = GROUP - 1;
    // The bot has heard of it.
    bot.server.deliver(&group(new, 5, "Hello, all."));
    bot.server.script("sendMessage", moved(new));
    let asked = mentioning(group(GROUP, 5, "Who is it? When did he go?"));
    bot.server.deliver(&asked);
    let mut chats = Vec::new();
    for _ in 0..3 {
        let sent = bot.server.sent().await;
        chats.push(sent["chat_id"].clone());
    }
    // Once to the group as it was, and then both answers.
    assert_eq!(chats, [GROUP, new, new].map(Value::from));
    bot.stop().await;
}

#[tokio::test]
async fn a_chat_that_takes_no_answer_harms_nobody() {
    let mut bot = Bot::answering(no_answer).await;
    for refusal in [
        error(400, "Bad Request: TOPIC_CLOSED"),
        error(400, "Bad Request: message thread not found"),
        error(403, "Forbidden: bot was kicked from the supergroup chat"),
        error(
            400,
            "Bad Request: not enough rights to send text messages to the chat",
        ),
        error(400, "Bad Request: chat not found"),
        error(403, "Forbidden: bot was blocked by the user"),
    ] {
        bot.server.script("sendMessage", refusal);
        let question = mentioning(in_topic(group(GROUP, 5, "When?"), 77));
        bot.ask(&question).await;
    }
    // It was tried once each.
    bot.ask(&private(6, "When?")).await;
    bot.stop().await;
}

#[tokio::test]
async fn who_is_added_and_removed_is_not_greeted() {
    let mut bot = Bot::answering(no_answer).await;
    let chat = json!({"id": GROUP, "type": "supergroup", "title": "Ferries"});
    for status in ["member", "kicked"] {
        bot.server.membership(&chat, 5, status);
    }
    bot.ask(&private(6, "When?")).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_failure_on_the_way_to_telegram_delays_an_answer() {
    for failure in [Failure::Cut, Failure::Flood, Failure::Broken] {
        let mut bot = Bot::answering(no_answer).await;
        bot.server.script_failure("sendMessage", failure);
        // Exactly one message arrives.
        bot.reply(&private(5, "When?")).await;
        bot.reply(&private(5, "Again?")).await;
        assert_eq!(bot.server.failures().get(&failure), Some(&1));
        bot.stop().await;
    }
}
