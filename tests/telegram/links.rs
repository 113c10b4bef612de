//! A question is shared by a link, and whoever follows that gets it answered.

use serde_json::Value;

use crate::bot::{Bot, only, town};
use crate::messages::{GROUP, begins, group, id, mentioning, private, replying_to, says, text};

const QUESTION: &str = "What does a ticket for the night ferry cost?";

/// What the link under an answer has people send to the bot.
fn followed(bot: &Bot, answer: &Value) -> Option<String> {
    let chat = answer["chat"]["id"].as_i64().unwrap();
    bot.server.follow_shared(chat, id(answer))
}

#[tokio::test]
async fn a_question_that_is_shared_is_shown_and_answered() {
    let mut bot = Bot::in_town().await;
    for asked in [private(5, QUESTION), mentioning(group(GROUP, 5, QUESTION))] {
        let answer = bot.reply(&asked).await;
        let start = followed(&bot, &answer).unwrap();
        let again = bot.reply(&private(6, &start)).await;
        let (question, said) = text(&again).split_once("\n\n").unwrap();
        assert_eq!((question, said), (QUESTION, text(&answer)));
        assert_eq!(again["entities"][0]["type"], "bold");
        // It can be shared further, and its buttons work.
        assert_eq!(followed(&bot, &again), Some(start));
        bot.edited_by(&again, "Context", 6).await;
        let shown = bot.server.message(6, id(&again)).unwrap();
        let back = bot.edited_by(&shown, "Answer", 6).await;
        assert_eq!(text(&back), text(&again));
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_follow_up_is_shared_as_it_was_meant() {
    let mut bot = Bot::in_town().await;
    bot.reply(&private(5, "When was the Clock Museum founded?"))
        .await;
    let next = bot.reply(&private(5, "Who founded it?")).await;
    let start = followed(&bot, &next).unwrap();
    // Whatever its reader asked before.
    bot.reply(&private(6, QUESTION)).await;
    let again = bot.reply(&private(6, &start)).await;
    begins(&again, "Who founded the Clock Museum?\n\n");
    says(&again, "Ines Marlow");
    let follow_up = private(6, "When did it close?");
    let follow_up = bot.reply(&replying_to(follow_up, &again)).await;
    says(&follow_up, "1971");
    bot.stop().await;
}

#[tokio::test]
async fn what_a_link_cannot_carry_is_not_shared() {
    let mut bot = Bot::in_town().await;
    let long = "What, if you please, does a ticket for the night ferry cost?";
    let answer = bot.reply(&private(5, long)).await;
    assert_eq!(bot.labels(&answer), ["More", "Context", "Source", "File"]);
    for question in ["Which zeppelin exploded?", "Hello!"] {
        let answer = bot.reply(&private(5, question)).await;
        assert_eq!(followed(&bot, &answer), None, "{question}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_broken_link_leads_to_the_introduction() {
    let mut bot = Bot::in_town().await;
    let broken = "That link is broken: it carries no question that I can read.\n\n";
    let introduction = "I answer questions about 2 documents, in their own words";
    for payload in ["invited", "V2hlbj8=", "____", "IA"] {
        let start = bot.reply(&private(5, &format!("/start {payload}"))).await;
        let said = text(&start).strip_prefix(broken).unwrap();
        assert!(said.starts_with(introduction), "{payload}: {said}");
    }
    // The line above an inline question without cards leads there too, and is no question.
    for payload in ["", " inline"] {
        let start = bot.reply(&private(5, &format!("/start{payload}"))).await;
        begins(&start, introduction);
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_link_lets_nobody_in() {
    let mut bot = Bot::serving(town(only(9))).await;
    let answer = bot.reply(&private(9, QUESTION)).await;
    let start = followed(&bot, &answer).unwrap();
    let refused = bot.reply(&private(77, &start)).await;
    begins(&refused, "I answer only people");
    bot.stop().await;
}
