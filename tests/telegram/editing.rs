//! Who changes a question gets another answer in the place of the first.

use quoth::answer::{Answer, Outcome};
use quoth::chat::telegram::Access;
use serde_json::{Value, json};

use crate::bot::{Bot, gate, no_answer, saying, town};
use crate::messages::{GROUP, begins, group, id, mentioning, private, replying_to, says, text};
use crate::methods::error;

const CLOCKS: &str = "When was the Clock Museum founded?";
const TIDES: &str = "When was the Tide Museum founded?";
const CHILE_MEANT: &str = "(searched for \u{201c}How many visitors has Chile sent?\u{201d})";

/// Asks, and returns the ids of the question and of its answer.
async fn asked(bot: &mut Bot, message: &Value) -> (u64, u64) {
    let answer = bot.reply(message).await;
    (id(&answer["reply_to_message"]), id(&answer))
}

#[tokio::test]
async fn a_changed_question_is_answered_in_the_same_message() {
    let mut bot = Bot::in_town().await;
    let (question, answer) = asked(&mut bot, &private(5, CLOCKS)).await;
    bot.server.edit(5, question, TIDES);
    let changed = bot.server.edited().await;
    assert_eq!(changed["message_id"], answer);
    begins(&changed, "The Tide Museum was founded in 1931");
    // Its buttons are of the new answer.
    bot.server.press_button(5, answer, "Context", 5);
    let context = bot.server.edited().await;
    says(&context, "Tickets for the Tide Museum");
    // And so is what follows on it.
    let next = bot.reply(&private(5, "Who founded it?")).await;
    let meant = "(searched for \u{201c}Who founded the Tide Museum?\u{201d})";
    begins(&next, meant);
    bot.stop().await;
}

#[tokio::test]
async fn a_change_is_answered_as_often_as_it_is_made() {
    let mut bot = Bot::in_town().await;
    let (question, answer) = asked(&mut bot, &private(5, CLOCKS)).await;
    for (words, wanted) in [
        (TIDES, "The Tide Museum was"),
        (CLOCKS, "The Clock Museum was"),
    ] {
        bot.server.edit(5, question, words);
        let changed = bot.server.edited().await;
        assert_eq!(changed["message_id"], answer);
        begins(&changed, wanted);
    }
    bot.stop().await;
}

#[tokio::test]
async fn an_older_question_that_is_changed_follows_what_it_followed() {
    let mut bot = Bot::in_town().await;
    bot.reply(&private(5, "How many visitors has Peru sent?"))
        .await;
    let (question, _) = asked(&mut bot, &private(5, "And Chilly?")).await;
    bot.reply(&private(5, CLOCKS)).await;
    bot.server.edit(5, question, "And Chile?");
    let changed = bot.server.edited().await;
    begins(&changed, CHILE_MEANT);
    bot.stop().await;
}

#[tokio::test]
async fn a_first_question_that_is_changed_follows_nothing() {
    let mut bot = Bot::in_town().await;
    let (question, _) = asked(&mut bot, &private(5, "When was the pier founded?")).await;
    bot.reply(&private(5, CLOCKS)).await;
    bot.server.edit(5, question, "And the Tide Museum?");
    let changed = bot.server.edited().await;
    assert!(!text(&changed).contains("searched for"), "{changed}");
    bot.stop().await;
}

#[tokio::test]
async fn a_changed_more_or_greeting_takes_back_no_answer() {
    for first in ["more", "Thanks!"] {
        let mut bot = Bot::in_town().await;
        let (_, answer) = asked(&mut bot, &private(5, CLOCKS)).await;
        let (message, reply) = asked(&mut bot, &private(5, first)).await;
        bot.server.edit(5, message, "And the Tide Museum?");
        let changed = bot.server.edited().await;
        assert_eq!(changed["message_id"], reply);
        let meant = format!("(searched for \u{201c}{TIDES}\u{201d})");
        assert!(text(&changed).starts_with(&meant), "{first}: {changed}");
        bot.server.press_button(5, answer, "Context", 5);
        let context = bot.server.edited().await;
        assert!(
            text(&context).starts_with("Quote 1 in its context:"),
            "{first}: {context}"
        );
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_change_of_a_reply_goes_on_from_the_same_answer() {
    let mut bot = Bot::in_town().await;
    let older = bot
        .reply(&private(5, "How many visitors has Peru sent?"))
        .await;
    bot.reply(&private(5, CLOCKS)).await;
    let (question, _) = asked(&mut bot, &replying_to(private(5, "And Chilly?"), &older)).await;
    bot.server.edit(5, question, "And Chile?");
    let changed = bot.server.edited().await;
    begins(&changed, CHILE_MEANT);
    bot.stop().await;
}

/// An answer of as many messages as the question says.
fn as_long_as(question: &str, found: &Answer) -> Answer {
    let messages: usize = question.parse().unwrap();
    let mut answer = found.clone();
    if let Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. } = &mut answer.outcome {
        let mut quote = quotes[0].clone();
        quote.marks.clear();
        // Two of them do not fit one message.
        quote.reading = format!("{messages} tickets. ").repeat(250);
        *quotes = vec![quote; messages];
    }
    answer
}

#[tokio::test]
async fn a_longer_answer_goes_on_below_and_a_shorter_one_leaves_nothing_behind() {
    let found = town(Access::default()).quoth.answer(CLOCKS).unwrap();
    let service = saying(move |question| as_long_as(question, &found));
    let mut bot = Bot::serving(service).await;
    let (question, first) = asked(&mut bot, &private(5, "1")).await;
    bot.server.edit(5, question, "3");
    let (second, third) = (
        id(&bot.server.posted().await),
        id(&bot.server.posted().await),
    );
    let buttons = |bot: &Bot| [first, second, third].map(|id| bot.server.buttons(5, id).len());
    for id in [first, second, third] {
        let message = bot.server.message(5, id).unwrap();
        begins(&message, "3 tickets.");
    }
    assert_eq!(buttons(&bot), [0, 0, 5]);

    bot.server.edit(5, question, "2");
    bot.server.result(&["deleteMessage"]).await;
    for id in [first, second] {
        let message = bot.server.message(5, id).unwrap();
        begins(&message, "2 tickets.");
    }
    assert_eq!(bot.server.message(5, third), None);
    assert_eq!(buttons(&bot), [0, 5, 0]);
    bot.stop().await;
}

#[tokio::test]
async fn what_changes_nothing_or_comes_too_late_is_passed_over() {
    let mut bot = Bot::in_town().await;
    let (question, answer) = asked(&mut bot, &private(5, CLOCKS)).await;
    let before = bot.server.message(5, answer);
    // Telegram tells of a preview that appeared in the same way.
    bot.server.edit(5, question, CLOCKS);
    let late = json!({"text": TIDES, "edit_date": 1 + 121});
    bot.server.edit_with(5, question, &late);
    bot.reply(&private(5, TIDES)).await;
    assert_eq!(bot.server.message(5, answer), before);
    bot.stop().await;
}

#[tokio::test]
async fn a_message_that_is_addressed_to_the_bot_only_afterwards_is_answered() {
    let mut bot = Bot::in_town().await;
    let said = group(GROUP, 5, CLOCKS);
    let question = bot.server.deliver(&said);
    let mut addressed = mentioning(said);
    addressed["edit_date"] = json!(2);
    bot.server.edit_with(GROUP, question, &addressed);
    let answer = bot.server.posted().await;
    assert_eq!(answer["reply_to_message"]["message_id"], question);
    begins(&answer, "The Clock Museum was");
    bot.stop().await;
}

/// An answer that says what was asked.
fn repeating(question: &str) -> Answer {
    let mut answer = no_answer(question);
    answer.corrections = vec![("typed".to_owned(), question.to_owned())];
    answer
}

#[tokio::test]
async fn each_question_of_a_message_is_answered_anew_in_its_own_place() {
    let mut bot = Bot::answering(repeating).await;
    let two = "Who is it? Where is it?";
    let question = bot.server.deliver(&private(5, two));
    let (first, second) = (bot.server.posted().await, bot.server.posted().await);
    // Nothing new is asked.
    bot.server.edit(5, question, two);
    bot.server.edit(5, question, "Who is it? When was it?");
    let changed = bot.server.edited().await;
    assert_eq!(id(&changed), id(&second));
    says(&changed, "When was it?");
    bot.server
        .edit(5, question, "Who is it? When was it? Why was it?");
    let third = bot.server.posted().await;
    says(&third, "Why was it?");
    bot.server.edit(5, question, "Who is it?");
    for _ in [&second, &third] {
        bot.server.result(&["deleteMessage"]).await;
    }
    let left = [&second, &third].map(|answer| bot.server.message(5, id(answer)));
    assert_eq!(left, [None, None]);
    assert_eq!(bot.server.message(5, id(&first)), Some(first));
    bot.stop().await;
}

#[tokio::test]
async fn a_question_changed_while_it_waits_is_answered_as_it_is_now() {
    let (go, wait) = gate();
    let service = saying(move |question| {
        if question == "First?" {
            wait();
        }
        repeating(question)
    });
    let mut bot = Bot::serving(service).await;
    bot.server.deliver(&private(5, "First?"));
    let question = bot.server.deliver(&private(5, "Before?"));
    bot.server.edit(5, question, "After?");
    bot.server.taken().await;
    go.send(()).unwrap();
    bot.server.posted().await;
    let answer = bot.server.posted().await;
    assert_eq!(answer["reply_to_message"]["message_id"], question);
    let changed = bot.server.edited().await;
    assert_eq!(changed["message_id"], answer["message_id"]);
    says(&changed, "After?");
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_that_is_gone_is_given_anew() {
    let mut bot = Bot::in_town().await;
    let (question, _) = asked(&mut bot, &private(5, CLOCKS)).await;
    let gone = error(400, "Bad Request: message to edit not found");
    bot.server.script("editMessageText", gone);
    bot.server.edit(5, question, TIDES);
    let anew = bot.server.posted().await;
    assert_eq!(anew["reply_to_message"]["message_id"], question);
    assert!(!text(&anew).starts_with("The Clock Museum was"), "{anew}");
    let next = bot.reply(&private(5, CLOCKS)).await;
    begins(&next, "The Clock Museum was");
    bot.stop().await;
}
