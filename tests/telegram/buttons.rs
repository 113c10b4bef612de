//! The buttons under an answer change it in place, and nobody who presses one is left waiting.

use quoth::answer::{Answer, Doubt, Outcome, Reason, Subject};
use quoth::chat::telegram::{Access, Service};
use serde_json::Value;

use crate::bot::{Bot, no_answer, only, saying, town};
use crate::messages::{EXPIRED, GROUP, begins, group, id, mentioning, private, says, text};
use crate::methods::error;

const QUESTION: &str = "When does the ferry sail?";
const UNDER_ANSWER: [&str; 5] = ["More", "Context", "Source", "File", "Share"];

/// Asks the question and returns the answer.
async fn asked(bot: &mut Bot, person: i64) -> Value {
    bot.reply(&private(person, QUESTION)).await
}

#[tokio::test]
async fn each_button_shows_its_view_in_the_place_of_the_answer() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, 5).await;
    assert_eq!(bot.labels(&answer), UNDER_ANSWER);
    let steps: [(&str, &str, &[&str]); 6] = [
        (
            "Context",
            "Quote 1 in its context:",
            &["\u{b7} 1 \u{b7}", "2", "Source", "Answer"],
        ),
        (
            "2",
            "Quote 2 in its context:",
            &["1", "\u{b7} 2 \u{b7}", "Source", "Answer"],
        ),
        (
            "Source",
            "Quote 2 in its whole passage:",
            &["1", "\u{b7} 2 \u{b7}", "Context", "Answer"],
        ),
        ("Answer", text(&answer), &UNDER_ANSWER),
        (
            "More",
            "(searched for \u{201c}When does the ferry sail?\u{201d})\n\n",
            &["More", "Answer"],
        ),
        ("Answer", text(&answer), &UNDER_ANSWER),
    ];
    for (label, wanted, buttons) in steps {
        let press = bot.press(&answer, label, 5);
        let shown = bot.server.edited().await;
        assert_eq!(id(&shown), id(&answer), "{label}");
        assert!(text(&shown).starts_with(wanted), "{label}: {shown}");
        assert_eq!(bot.labels(&answer), buttons, "{label}");
        assert_eq!(bot.toast(&press).await, "");
    }
    let last = bot.server.message(5, id(&answer)).unwrap();
    assert_eq!(last["entities"], answer["entities"]);
    assert_eq!(last["reply_markup"], answer["reply_markup"]);
    bot.stop().await;
}

#[tokio::test]
async fn more_is_more_until_a_line_says_that_there_is_none() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, 5).await;
    for _ in 0..9 {
        let before = bot.server.message(5, id(&answer));
        let line = bot.told(&answer, "More", 5).await;
        if line == "There is no more in the documents that has to do with it." {
            assert_eq!(bot.server.message(5, id(&answer)), before);
            return bot.stop().await;
        }
        assert_eq!(line, "");
        bot.server.edited().await;
    }
    panic!("there is always more");
}

/// The closest passages of a question that is declined.
fn declined(service: &Service) -> Answer {
    let quotes = service.quoth.answer(QUESTION).unwrap().outcome;
    let quotes = quotes.quotes().to_vec();
    assert!(!quotes.is_empty(), "the question is answered");
    let mut answer = no_answer(QUESTION);
    if let Outcome::Abstained {
        reason, closest, ..
    } = &mut answer.outcome
    {
        (*reason, *closest) = (Reason::WeakEvidence, quotes);
    }
    answer
}

#[tokio::test]
async fn what_is_close_has_buttons_and_small_talk_has_none() {
    let answer = declined(&town(Access::default()));
    let service = saying(move |question| match question {
        "Nothing?" => no_answer(question),
        _ => answer.clone(),
    });
    let mut bot = Bot::serving(service).await;
    let close = bot.reply(&private(5, "Close?")).await;
    says(&close, "The closest that they have:");
    // What is no answer is not shared.
    assert_eq!(bot.labels(&close), UNDER_ANSWER[..4]);
    let nothing = bot.reply(&private(5, "Nothing?")).await;
    assert_eq!(bot.labels(&nothing), [""; 0]);
    bot.stop().await;

    let mut bot = Bot::in_town().await;
    let greeting = bot.reply(&private(5, "Hello!")).await;
    assert_eq!(bot.labels(&greeting), [""; 0]);
    bot.stop().await;
}

#[tokio::test]
async fn an_unsure_answer_has_the_buttons_of_a_sure_one() {
    let service = town(Access::default());
    let mut answer = service.quoth.answer(QUESTION).unwrap();
    answer.outcome = Outcome::Perhaps {
        quotes: answer.outcome.quotes().to_vec(),
        doubts: vec![Doubt::new(
            Subject::Name,
            "the <day> ferry",
            Some("the night ferry"),
        )],
    };
    let mut bot = Bot::answering(move |_| answer.clone()).await;
    let unsure = bot.reply(&private(5, QUESTION)).await;
    begins(&unsure, "I am not sure; this may be it:\n\n");
    says(&unsure, "It is about the night ferry, not the <day> ferry.");
    assert_eq!(bot.labels(&unsure), UNDER_ANSWER);
    bot.stop().await;
}

#[tokio::test]
async fn buttons_stand_under_the_last_message_of_a_long_answer() {
    let found = town(Access::default()).quoth.answer(QUESTION).unwrap();
    let service = saying(move |_| {
        let mut answer = found.clone();
        if let Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. } = &mut answer.outcome {
            quotes[0].marks.clear();
            quotes[0].reading = "A ticket costs 12 pounds. ".repeat(400);
        }
        answer
    });
    let mut bot = Bot::serving(service).await;
    let mut message = bot.reply(&private(5, "How much?")).await;
    let mut messages = 1;
    while message["reply_markup"].is_null() {
        message = bot.server.posted().await;
        assert_eq!(message["reply_to_message"], Value::Null, "{message}");
        messages += 1;
    }
    assert_eq!(messages, 3);
    assert_eq!(bot.labels(&message), UNDER_ANSWER);
    // Nothing comes after it.
    bot.reply(&private(6, "How much?")).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_button_of_what_is_not_known_says_that_it_has_expired() {
    let mut bot = Bot::in_town().await;
    let (mine, other) = (asked(&mut bot, 5).await, asked(&mut bot, 6).await);
    let (mine, other) = (id(&mine), id(&other));
    let data = bot.server.buttons(5, mine)[0].1.clone();
    let mut parts = data.split('.');
    let (run, number) = (parts.next().unwrap(), parts.next().unwrap());
    let before = (bot.server.message(5, mine), bot.server.message(6, other));
    let presses = [
        bot.server
            .press_of_old(5, mine, &format!("1.{number}.m1"), 5),
        bot.server.press_of_old(5, mine, &format!("{run}.99.m1"), 5),
        bot.server
            .press_of_old(5, mine, &format!("{run}.{number}.z"), 5),
        bot.server.press_of_old(5, mine, "of some other bot", 5),
        bot.server.press_of_old(6, other, &data, 6),
        bot.server.press_inaccessible(5, mine, &data, 5),
        bot.server.press_inaccessible(5, 4711, &data, 5),
    ];
    assert_eq!(bot.toasts(&presses).await, [EXPIRED; 7]);
    let after = (bot.server.message(5, mine), bot.server.message(6, other));
    assert_eq!(after, before);
    assert_eq!(bot.server.refusals(), [""; 0]);
    bot.stop().await;
}

#[tokio::test]
async fn a_button_of_the_last_run_has_expired() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, 5).await;
    let (_, data) = bot.server.buttons(5, id(&answer))[0].clone();
    let (began, rest) = data.split_once('.').unwrap();
    // Runs are told apart by the second in which they began.
    let began = u64::from_str_radix(began, 16).unwrap() - 1;
    let mut bot = Bot::with(bot.leave().await, town(Access::default()));
    let data = format!("{began:x}.{rest}");
    let press = bot.server.press_of_old(5, id(&answer), &data, 5);
    assert_eq!(bot.toast(&press).await, EXPIRED);
    bot.stop().await;
}

#[tokio::test]
async fn a_button_works_though_much_was_asked_since() {
    let mut bot = Bot::in_town().await;
    let ask = |words: &str| mentioning(group(GROUP, 5, words));
    let oldest = bot.reply(&ask(QUESTION)).await;
    for _ in 0..9 {
        bot.reply(&ask(QUESTION)).await;
    }
    assert_eq!(bot.told(&oldest, "Context", 5).await, "");
    let shown = bot.server.posted().await;
    assert_eq!(shown["reply_to_message"]["message_id"], id(&oldest));
    bot.stop().await;
}

#[tokio::test]
async fn a_stranger_presses_in_vain() {
    let mut bot = Bot::serving(town(only(9))).await;
    let message = mentioning(group(GROUP, 9, QUESTION));
    let answer = bot.reply(&message).await;
    let line = bot.told(&answer, "More", 77).await;
    assert_eq!(line, "I answer only people whom my operator has let in.");
    assert_eq!(bot.server.message(GROUP, id(&answer)), Some(answer));
    bot.stop().await;
}

#[tokio::test]
async fn what_is_shown_already_is_no_error() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, 5).await;
    bot.edited_by(&answer, "Context", 5).await;
    bot.server.next(&["answerCallbackQuery"]).await;
    assert_eq!(bot.told(&answer, "\u{b7} 1 \u{b7}", 5).await, "");
    let shown = bot.edited_by(&answer, "Source", 5).await;
    begins(&shown, "Quote 1 in its whole passage:");
    assert!(bot.server.refusals()[0].contains("message is not modified"));
    bot.stop().await;
}

#[tokio::test]
async fn a_press_too_old_to_be_answered_still_shows_what_was_wanted() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, 5).await;
    let press = bot.press(&answer, "Source", 5);
    bot.server.expire(&press);
    begins(&bot.server.edited().await, "Quote 1 in its whole passage:");
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_that_is_gone_keeps_nothing_from_being_answered() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, 5).await;
    let gone = error(400, "Bad Request: message to edit not found");
    bot.server.script("editMessageText", gone);
    assert_eq!(bot.told(&answer, "Source", 5).await, "");
    let shown = bot.edited_by(&answer, "Context", 5).await;
    begins(&shown, "Quote 1 in its context:");
    asked(&mut bot, 5).await;
    bot.stop().await;
}
