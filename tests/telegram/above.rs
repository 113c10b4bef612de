//! A bare `/ask` or mention asks what the message above says.

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::messages::{
    GROUP, begins, group, id, in_topic, mentioning, private, replying_to, says, showing, text,
};

const QUESTION: &str = "When does the night ferry sail?";
const ANSWER: &str = "at nine o'clock";
const NO_TEXT: &str = "That message has no text that I could take for a question.";
const NO_QUESTION: &str = "What is the question?";

/// A bare `/ask` of somebody in the group.
fn bare() -> Value {
    group(GROUP, 5, "/ask")
}

/// Somebody writes, and somebody else replies; returns the first message's id
/// and what the bot says.
async fn replied(bot: &mut Bot, above: &Value, reply: Value) -> (u64, Value) {
    let above_id = bot.server.deliver(above);
    let mut above = above.clone();
    above["message_id"] = json!(above_id);
    bot.server.deliver(&replying_to(reply, &above));
    (above_id, bot.server.posted().await)
}

#[tokio::test]
async fn what_somebody_wrote_is_answered_in_reply_to_it() {
    let mut bot = Bot::start().await;
    let said = |text: &str| group(GROUP, 6, text);
    for (above, reply) in [
        (said(QUESTION), bare()),
        (said(QUESTION), group(GROUP, 5, "/Ask@quoth_test_bot")),
        (said(QUESTION), mentioning(group(GROUP, 5, ""))),
        (showing(said(QUESTION), "photo"), bare()),
        (said(&format!("/ask@other_bot {QUESTION}")), bare()),
        (in_topic(said(QUESTION), 77), in_topic(bare(), 77)),
    ] {
        let (above_id, answer) = replied(&mut bot, &above, reply).await;
        assert!(text(&answer).contains(ANSWER), "{above}: {answer}");
        assert_eq!(answer["reply_to_message"]["message_id"], above_id);
        assert_eq!(answer["message_thread_id"], above["message_thread_id"]);
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_post_of_a_channel_and_a_message_that_is_gone_are_answered_too() {
    let mut bot = Bot::start().await;
    let mut post = group(GROUP, 777_000, QUESTION);
    post["sender_chat"] = json!({"id": -1002, "type": "channel", "title": "News"});
    post["is_automatic_forward"] = json!(true);
    let (post_id, answer) = replied(&mut bot, &post, bare()).await;
    says(&answer, ANSWER);
    assert_eq!(answer["reply_to_message"]["message_id"], post_id);

    let mut gone = group(GROUP, 6, QUESTION);
    gone["message_id"] = json!(4711);
    bot.server.deliver(&replying_to(bare(), &gone));
    let answer = bot.server.posted().await;
    says(&answer, ANSWER);
    assert_eq!(answer["reply_to_message"], Value::Null);
    bot.stop().await;
}

#[tokio::test]
async fn what_is_no_question_gets_a_reason() {
    let mut bot = Bot::start().await;
    let said = |text: &str| group(GROUP, 6, text);
    let long = "That message is too long for a question.";
    for (above, wanted) in [
        (showing(said(""), "photo"), NO_TEXT),
        (said("/weather in Port Ellery?"), NO_TEXT),
        (mentioning(said("")), NO_TEXT),
        (said(&"When? ".repeat(170)), long),
    ] {
        let mut reply = bare();
        // What is above a bare mention may be for the bot itself.
        if wanted == long {
            reply = mentioning(group(GROUP, 5, ""));
        }
        let above_id = bot.server.deliver(&above);
        if above["entities"][0]["type"] == "mention" {
            begins(&bot.server.posted().await, NO_QUESTION);
        }
        let mut above = above.clone();
        above["message_id"] = json!(above_id);
        let refused = bot.reply(&replying_to(reply, &above)).await;
        assert!(text(&refused).starts_with(wanted), "{above}: {refused}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn the_bots_own_words_and_what_opened_a_topic_are_no_questions() {
    let mut bot = Bot::start().await;
    let answer = bot
        .reply(&group(GROUP, 5, &format!("/ask {QUESTION}")))
        .await;
    let nothing = bot.reply(&replying_to(bare(), &answer)).await;
    begins(&nothing, NO_QUESTION);

    let mut opened = in_topic(group(GROUP, 6, ""), 77);
    opened["message_id"] = json!(77);
    opened["text"] = Value::Null;
    opened["forum_topic_created"] = json!({"name": "Timetables", "icon_color": 7_322_096});
    let nothing = bot.reply(&replying_to(in_topic(bare(), 77), &opened)).await;
    begins(&nothing, NO_QUESTION);
    bot.stop().await;
}

#[tokio::test]
async fn a_part_that_was_picked_is_what_is_asked() {
    let mut bot = Bot::start().await;
    let mut reply = bare();
    reply["quote"] = json!({"text": QUESTION, "position": 7, "is_manual": true});
    let above = group(
        GROUP,
        6,
        &format!("Hello! {QUESTION} {}", "And so on. ".repeat(100)),
    );
    let (above_id, answer) = replied(&mut bot, &above, reply.clone()).await;
    says(&answer, ANSWER);
    assert_eq!(answer["reply_to_message"]["message_id"], above_id);
    // Of a message in another chat the bot sees no more than that.
    reply["external_reply"] = json!({"origin": {"type": "hidden_user", "date": 1}});
    let answer = bot.reply(&reply).await;
    says(&answer, ANSWER);
    bot.stop().await;
}

#[tokio::test]
async fn words_of_ones_own_are_asked_instead() {
    let mut bot = Bot::start().await;
    let above = group(
        GROUP,
        6,
        "What were the lighthouse keeper of Ferrow and his dog called?",
    );
    let above = json!({"message_id": bot.server.deliver(&above), "date": 1, "chat": above["chat"], "from": above["from"], "text": above["text"]});
    let ask = group(GROUP, 5, &format!("/ask {QUESTION}"));
    let answer = bot.reply(&replying_to(ask, &above)).await;
    says(&answer, ANSWER);
    bot.stop().await;
}

#[tokio::test]
async fn one_who_changes_the_command_gets_another_answer_in_the_same_place() {
    let mut bot = Bot::start().await;
    let above = group(
        GROUP,
        6,
        "What were the lighthouse keeper of Ferrow and his dog called?",
    );
    let (above_id, answer) = replied(&mut bot, &above, bare()).await;
    says(&answer, "Barnaby");
    bot.server
        .edit(GROUP, above_id + 1, &format!("/ask {QUESTION}"));
    let changed = bot.server.edited().await;
    assert_eq!(id(&changed), id(&answer));
    says(&changed, ANSWER);
    bot.stop().await;
}

#[tokio::test]
async fn in_private_a_message_of_ones_own_is_asked_once_more() {
    let mut bot = Bot::start().await;
    let first = bot.reply(&private(5, QUESTION)).await;
    let mut above = private(5, QUESTION);
    above["message_id"] = first["reply_to_message"]["message_id"].clone();
    bot.server.deliver(&replying_to(private(5, "/ask"), &above));
    let again = bot.server.posted().await;
    assert_eq!(text(&again), text(&first));
    assert_eq!(again["reply_to_message"]["message_id"], above["message_id"]);
    bot.stop().await;
}
