//! What people say one after the other belongs together, chat by chat.

use serde_json::Value;

use crate::bot::Bot;
use crate::messages::{
    GROUP, begins, group, in_topic, mentioning, private, replying_to, says, text,
};

const CLOCKS: &str = "When was the Clock Museum founded?";
const TIDES: &str = "And the Tide Museum?";
const TIDES_MEANT: &str = "(searched for \u{201c}When was the Tide Museum founded?\u{201d})";

/// Sends messages, and returns the reply to the last.
async fn last(bot: &mut Bot, messages: &[Value]) -> Value {
    let mut reply = Value::Null;
    for message in messages {
        reply = bot.reply(message).await;
    }
    reply
}

#[tokio::test]
async fn a_follow_up_is_answered_and_says_what_it_was_taken_for() {
    let mut bot = Bot::in_town().await;
    let first = bot.reply(&private(5, CLOCKS)).await;
    assert!(!text(&first).contains("searched for"), "{first}");
    let second = bot.reply(&private(5, TIDES)).await;
    begins(&second, TIDES_MEANT);
    says(&second, "founded in 1931");
    let third = bot.reply(&private(5, "Who founded it?")).await;
    let meant = "(searched for \u{201c}Who founded the Tide Museum?\u{201d})";
    begins(&third, meant);
    bot.stop().await;
}

#[tokio::test]
async fn a_greeting_in_between_breaks_no_thread() {
    let mut bot = Bot::in_town().await;
    let messages = [CLOCKS, "Thanks!", TIDES].map(|text| private(5, text));
    let reply = last(&mut bot, &messages).await;
    begins(&reply, TIDES_MEANT);
    bot.stop().await;
}

#[tokio::test]
async fn every_chat_and_every_topic_is_a_conversation_of_its_own() {
    let mut bot = Bot::in_town().await;
    let ask = |words: &str| mentioning(group(GROUP, 5, words));
    let known = [in_topic(ask(CLOCKS), 77), private(5, CLOCKS)];
    last(&mut bot, &known).await;
    let elsewhere = [
        in_topic(ask(TIDES), 78),
        ask(TIDES),
        mentioning(group(GROUP - 1, 5, TIDES)),
        private(6, TIDES),
    ];
    for message in &elsewhere {
        let reply = bot.reply(message).await;
        assert!(!text(&reply).contains("searched for"), "{reply}");
    }
    for message in [in_topic(ask(TIDES), 77), private(5, TIDES)] {
        let reply = bot.reply(&message).await;
        begins(&reply, TIDES_MEANT);
        assert_eq!(reply["message_thread_id"], message["message_thread_id"]);
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_group_shares_its_conversation() {
    let mut bot = Bot::in_town().await;
    bot.reply(&mentioning(group(GROUP, 5, CLOCKS))).await;
    let reply = bot.reply(&mentioning(group(GROUP, 6, TIDES))).await;
    begins(&reply, TIDES_MEANT);
    bot.stop().await;
}

#[tokio::test]
async fn a_reply_to_an_older_answer_goes_on_from_there_and_not_from_the_last() {
    let mut bot = Bot::in_town().await;
    let ask = |words: &str| mentioning(group(GROUP, 5, words));
    let older = bot.reply(&ask("How many visitors has Peru sent?")).await;
    bot.reply(&ask(CLOCKS)).await;
    // A reply is for the bot without its name.
    let reply = bot
        .reply(&replying_to(group(GROUP, 6, "And Chile?"), &older))
        .await;
    let meant = "(searched for \u{201c}How many visitors has Chile sent?\u{201d})";
    begins(&reply, meant);
    let source = bot
        .reply(&replying_to(group(GROUP, 6, "source"), &older))
        .await;
    says(&source, "Peru has sent 300 visitors");
    // What is said to "source" continues the same answer.
    let again = bot
        .reply(&replying_to(group(GROUP, 6, "And Chile?"), &source))
        .await;
    begins(&again, meant);
    bot.stop().await;
}

#[tokio::test]
async fn more_context_and_source_are_understood_as_words_and_as_commands() {
    let mut bot = Bot::in_town().await;
    let more = "(searched for \u{201c}Who has sent visitors to the Tide Museum?\u{201d})\n\n";
    let cases = [
        (private(5, "context"), "Quote 1 in its context:"),
        (private(5, "/context 2"), "Quote 2 in its context:"),
        (private(6, "source"), "Quote 1 in its whole passage:"),
        (private(6, "/source 2"), "Quote 2 in its whole passage:"),
        (
            private(7, "source 9"),
            "There is no quote 9: 2 quotes so far.",
        ),
        (private(7, "/more"), more),
    ];
    for chat in 5..8 {
        bot.reply(&private(chat, "Who has sent visitors to the Tide Museum?"))
            .await;
    }
    for (message, wanted) in cases {
        let reply = bot.reply(&message).await;
        begins(&reply, wanted);
        // Buttons stand under the answer itself.
        assert_eq!(reply["reply_markup"], Value::Null, "{reply}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn more_counts_on_until_there_is_no_more() {
    let mut bot = Bot::in_town().await;
    let first = bot.reply(&private(5, CLOCKS)).await;
    says(&first, "\n1. ");
    let more = bot.reply(&private(5, "more")).await;
    assert!(
        text(&more).contains("\n2. ") && !text(&more).contains("\n1. "),
        "{more}"
    );
    for _ in 0..9 {
        let more = bot.reply(&private(5, "more")).await;
        if text(&more) == "There is no more in the documents that has to do with it." {
            return bot.stop().await;
        }
    }
    panic!("there is always more");
}

#[tokio::test]
async fn several_questions_and_talk_about_the_bot_are_answered_in_plain_words() {
    let mut bot = Bot::in_town().await;
    let both = "Hi! When was the Clock Museum founded? And the Tide Museum? Thanks";
    let first = bot.reply(&private(5, both)).await;
    says(&first, "1923");
    let second = bot.server.posted().await;
    says(&second, "founded in 1931");
    let documents = bot.reply(&private(5, "What documents do you have?")).await;
    says(&documents, "document");
    let help = bot.reply(&private(5, "help")).await;
    says(&help, "Here, write a question");
    let sure = bot.reply(&private(5, "are you sure?")).await;
    says(&sure, "% sure of the first quote");
    bot.stop().await;
}
