//! In a group the bot speaks only when spoken to.

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::messages::{GROUP, group, in_topic, mentioning, replying_to, says};

const QUESTION: &str = "When does the night ferry sail?";

/// Asks the question by a command in a chat.
fn ask(chat: i64) -> Value {
    group(chat, 5, &format!("/ask {QUESTION}"))
}

#[tokio::test]
async fn what_people_say_to_each_other_and_to_and_by_other_bots_is_ignored() {
    let mut bot = Bot::start().await;
    let mut by_bot = ask(GROUP);
    by_bot["from"] = json!({"id": 8, "is_bot": true, "first_name": "Other"});
    let mut via_bot = ask(GROUP);
    via_bot["via_bot"] = by_bot["from"].clone();
    for message in [
        group(GROUP, 5, QUESTION),
        by_bot,
        via_bot,
        group(GROUP, 5, &format!("/ask@other_bot {QUESTION}")),
        group(GROUP, 5, "/weather"),
    ] {
        bot.server.deliver(&message);
    }
    // In the same chat, so it is read after them: only this one may get a reply.
    let sent = bot.ask(&ask(GROUP)).await;
    says(&sent, "at nine o'clock");
    bot.stop().await;
}

#[tokio::test]
async fn a_mention_and_a_reply_are_answered() {
    let mut bot = Bot::start().await;
    let mut said = group(GROUP - 1, 5, "It sails.");
    said["from"] =
        json!({"id": 42, "is_bot": true, "first_name": "Quoth", "username": "quoth_test_bot"});
    said["message_id"] = json!(1);
    for message in [
        mentioning(group(GROUP, 5, QUESTION)),
        replying_to(group(GROUP - 1, 5, QUESTION), &said),
    ] {
        says(&bot.ask(&message).await, "at nine o'clock");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_question_is_answered_in_its_topic() {
    let mut bot = Bot::start().await;
    let sent = bot.ask(&in_topic(ask(GROUP), 77)).await;
    assert_eq!(sent["message_thread_id"], 77);
    // A thread of replies is no topic, and Telegram would refuse it as one.
    let mut in_thread = ask(GROUP - 1);
    in_thread["message_thread_id"] = json!(77);
    assert_eq!(bot.ask(&in_thread).await["message_thread_id"], Value::Null);
    bot.stop().await;
}
