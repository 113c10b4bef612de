//! In a group the bot speaks only when spoken to.

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::messages::{GROUP, group, says};

const QUESTION: &str = "When does the night ferry sail?";

/// Sends messages that are not for the bot, and then one that is: since a
/// chat's messages are read in order, only that one may get a reply.
async fn ignored(messages: &[Value]) {
    let mut bot = Bot::start().await;
    for message in messages {
        bot.server.deliver(message);
    }
    let sent = bot.ask(&group(GROUP, 5, &format!("/ask {QUESTION}"))).await;
    says(&sent, "at nine o'clock");
    bot.stop().await;
}

#[tokio::test]
async fn what_people_say_to_each_other_is_ignored() {
    ignored(&[group(GROUP, 5, QUESTION)]).await;
}

#[tokio::test]
async fn what_is_said_to_and_by_other_bots_is_ignored() {
    let mut by_bot = group(GROUP, 5, &format!("/ask {QUESTION}"));
    by_bot["from"] = json!({"id": 8, "is_bot": true, "first_name": "Other"});
    let mut via_bot = group(GROUP, 5, &format!("/ask {QUESTION}"));
    via_bot["via_bot"] = by_bot["from"].clone();
    let to_bot = group(GROUP, 5, &format!("/ask@other_bot {QUESTION}"));
    ignored(&[by_bot, via_bot, to_bot, group(GROUP, 5, "/weather")]).await;
}

#[tokio::test]
async fn a_mention_and_a_reply_are_answered() {
    let mut bot = Bot::start().await;
    let mut mention = group(GROUP, 5, &format!("@quoth_test_bot {QUESTION}"));
    mention["entities"] = json!([{"type": "mention", "offset": 0, "length": 15}]);
    let sent = bot.ask(&mention).await;
    says(&sent, "at nine o'clock");

    let mut said = group(GROUP - 1, 5, "It sails.");
    said["from"] =
        json!({"id": 42, "is_bot": true, "first_name": "Quoth", "username": "quoth_test_bot"});
    said["message_id"] = json!(1);
    let mut reply = group(GROUP - 1, 5, QUESTION);
    reply["reply_to_message"] = said;
    let sent = bot.ask(&reply).await;
    says(&sent, "at nine o'clock");
    bot.stop().await;
}

#[tokio::test]
async fn a_question_is_answered_in_its_topic() {
    let mut bot = Bot::start().await;
    let mut in_topic = group(GROUP, 5, &format!("/ask {QUESTION}"));
    in_topic["message_thread_id"] = json!(77);
    in_topic["is_topic_message"] = json!(true);
    assert_eq!(bot.ask(&in_topic).await["message_thread_id"], 77);
    // A thread of replies is no topic, and Telegram would refuse it as one.
    let mut in_thread = group(GROUP - 1, 5, &format!("/ask {QUESTION}"));
    in_thread["message_thread_id"] = json!(77);
    assert_eq!(bot.ask(&in_thread).await["message_thread_id"], Value::Null);
    bot.stop().await;
}
