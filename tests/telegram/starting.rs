//! The introduction offers questions, and a press asks one.

use std::fs;
use std::sync::Arc;

use quoth::chat::telegram::{Access, Service};
use serde_json::Value;
use tempfile::TempDir;

use crate::bot::{Bot, documents, opened, town};
use crate::messages::{
    GROUP, begins, ends, group, id, in_topic, mentioning, private, replying_to, says, text,
};

const GONE: &str = "The documents have changed since. Send /start for other questions.";

async fn introduced(bot: &mut Bot, message: Value) -> (Value, Vec<String>) {
    let start = bot.reply(&message).await;
    let examples = bot.labels(&start);
    assert!(!examples.is_empty(), "{start}");
    (start, examples)
}

#[tokio::test]
async fn a_question_that_is_pressed_is_shown_and_answered() {
    let mut bot = Bot::in_town().await;
    let (start, examples) = introduced(&mut bot, private(5, "/start")).await;
    ends(&start, "such as one of those below. /help says more.");
    assert_eq!(bot.told(&start, &examples[0], 5).await, "");
    let answer = bot.server.posted().await;
    let (question, said) = text(&answer).split_once("\n\n").unwrap();
    assert_eq!(question, examples[0]);
    assert!(!said.contains("do not answer"), "{answer}");
    assert_eq!(answer["reply_to_message"]["message_id"], id(&start));
    // It is an answer as any other: it has buttons, and the conversation goes on from it.
    assert_eq!(id(&bot.edited_by(&answer, "Context", 5).await), id(&answer));
    let more = bot.reply(&replying_to(private(5, "more"), &answer)).await;
    let meant = format!("(searched for \u{201c}{question}\u{201d})");
    let is_more = text(&more).starts_with(&meant) || text(&more).starts_with("There is no more");
    assert!(is_more, "{more}");
    bot.stop().await;
}

#[tokio::test]
async fn in_a_group_a_question_is_answered_once_though_two_press_it() {
    let mut bot = Bot::in_town().await;
    let message = in_topic(group(GROUP, 5, "/start@quoth_test_bot"), 77);
    let (start, examples) = introduced(&mut bot, message).await;
    let presses = [5, 6].map(|person| bot.press(&start, &examples[0], person));
    let answer = bot.server.posted().await;
    assert_eq!(answer["message_thread_id"], 77);
    let lines = bot.toasts(&presses).await;
    assert_eq!(lines, ["", "It stands below already."]);
    // The next message is the next answer.
    let next = group(GROUP, 6, "/ask When does the night ferry sail?");
    bot.server.deliver(&next);
    says(&bot.server.posted().await, "sails at nine");
    assert_eq!(bot.server.message(GROUP, id(&start)), Some(start));
    bot.stop().await;
}

#[tokio::test]
async fn a_question_can_be_pressed_after_a_restart_while_the_documents_suggest_it() {
    let mut bot = Bot::in_town().await;
    let (start, examples) = introduced(&mut bot, private(5, "/start")).await;
    let mut bot = Bot::with(bot.leave().await, town(Access::default()));
    assert_eq!(bot.told(&start, &examples[0], 5).await, "");
    begins(&bot.server.posted().await, &examples[0]);
    let other = documents(&[("a.txt", "Nothing sails here.")], Access::default());
    let mut bot = Bot::with(bot.leave().await, other);
    assert_eq!(bot.told(&start, &examples[0], 5).await, GONE);
    let data = bot.server.buttons(5, id(&start))[0].1.clone();
    let press = bot.server.press_inaccessible(5, id(&start), &data, 5);
    assert_eq!(bot.toast(&press).await, GONE);
    bot.stop().await;
}

#[tokio::test]
async fn the_questions_that_are_offered_are_those_of_the_documents_as_they_are() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("ferry.txt"), "Nothing sails here.").unwrap();
    let quoth = opened(&folder);
    let service = Service::new(Arc::clone(&quoth), Access::default());
    let mut bot = Bot::serving(service).await;
    let before = bot.reply(&private(5, "/start")).await;
    assert!(bot.labels(&before).is_empty());
    ends(&before, "Ask in a full question. /help says more.");
    let museum = "The Clock Museum was founded by Ines Marlow in 1923. It was closed in 1971.\n\nThe Clock Museum has 40 halls.\n";
    quoth.receive("museum.md", museum.as_bytes()).unwrap();
    let (_, examples) = introduced(&mut bot, private(5, "/start")).await;
    assert!(examples[0].contains("Clock Museum"), "{examples:?}");
    bot.stop().await;
}

#[tokio::test]
async fn one_who_presses_too_many_questions_is_told_so() {
    let mut bot = Bot::in_town().await;
    // In a group each counts twice, so none is free before six seconds have gone.
    let (start, examples) = introduced(&mut bot, group(GROUP + 1, 5, "/start")).await;
    for number in 0..40 {
        bot.server
            .deliver(&mentioning(group(GROUP - number, 5, "Hello!")));
    }
    assert_eq!(
        bot.told(&start, &examples[0], 5).await,
        "That was fast. Wait a minute."
    );
    bot.stop().await;
}
