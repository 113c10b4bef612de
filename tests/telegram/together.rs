//! Where others read along, a press takes nothing away from them, and two presses come to one.

use serde_json::{Value, json};

use crate::bot::Bot;
use crate::messages::{EXPIRED, GROUP, begins, group, id, in_topic, mentioning, replying_to, says};
use crate::methods::error;
use crate::server::Failure;

const QUESTION: &str = "When does the ferry sail?";
const BELOW: &str = "It stands below already.";

/// A bot, and its answer in a topic of a group.
async fn answered() -> (Bot, Value) {
    let mut bot = Bot::in_town().await;
    let asked = mentioning(in_topic(group(GROUP, 5, QUESTION), 77));
    let answer = bot.reply(&asked).await;
    (bot, answer)
}

#[tokio::test]
async fn a_view_stands_below_the_answer_which_stays() {
    let (mut bot, answer) = answered().await;
    for (label, wanted, buttons) in [
        (
            "Context",
            "Quote 1 in its context:",
            &["\u{b7} 1 \u{b7}", "2", "Source"][..],
        ),
        (
            "Source",
            "Quote 1 in its whole passage:",
            &["\u{b7} 1 \u{b7}", "2", "Context"],
        ),
        ("More", "(searched for", &["More"]),
    ] {
        assert_eq!(bot.told(&answer, label, 6).await, "");
        let view = bot.server.posted().await;
        begins(&view, wanted);
        assert_eq!(view["reply_to_message"]["message_id"], id(&answer));
        assert_eq!(view["message_thread_id"], 77);
        assert_eq!(bot.labels(&view), buttons);
        assert_eq!(bot.server.message(GROUP, id(&answer)), Some(answer.clone()));
    }
    bot.stop().await;
}

#[tokio::test]
async fn two_presses_at_once_come_to_one_message() {
    let (mut bot, answer) = answered().await;
    let presses = [5, 6, 7].map(|person| bot.press(&answer, "More", person));
    let more = bot.server.posted().await;
    begins(&more, "(searched for");
    let lines = bot.toasts(&presses).await;
    assert_eq!(lines, ["", BELOW, BELOW]);
    // The next message is the next view: there was no second one of the last.
    let context = bot.posted_by(&answer, "Context", 6).await;
    begins(&context, "Quote 1 in its context:");
    assert_eq!(bot.server.message(GROUP, id(&answer)), Some(answer));
    bot.stop().await;
}

#[tokio::test]
async fn a_view_leads_on_and_can_be_replied_to() {
    let (mut bot, answer) = answered().await;
    let first = bot.posted_by(&answer, "Context", 6).await;
    let second = bot.posted_by(&first, "2", 7).await;
    begins(&second, "Quote 2 in its context:");
    // What stands there already is not sent again, wherever it is asked for.
    let back = bot.press(&second, "1", 5);
    bot.server.answered(&back).await;
    bot.reply(&mentioning(in_topic(
        group(GROUP, 5, "When was the Clock Museum founded?"),
        77,
    )))
    .await;
    let next = replying_to(
        in_topic(group(GROUP, 8, "And the night ferry?"), 77),
        &second,
    );
    let next = bot.reply(&next).await;
    says(&next, "The night ferry to Port Ellery sails at nine.");
    bot.stop().await;
}

#[tokio::test]
async fn what_there_is_no_more_of_is_said_each_time() {
    let (mut bot, answer) = answered().await;
    let nothing = "There is no more in the documents that has to do with it.";
    let mut shown = answer;
    for _ in 0..9 {
        match bot.told(&shown, "More", 6).await.as_str() {
            "" => shown = bot.server.posted().await,
            line => {
                assert_eq!(line, nothing);
                assert_eq!(bot.told(&shown, "More", 7).await, nothing);
                return bot.stop().await;
            }
        }
    }
    panic!("there is always more");
}

#[tokio::test]
async fn a_view_that_was_not_sent_can_be_had_again() {
    let (mut bot, answer) = answered().await;
    let gone = error(400, "Bad Request: TOPIC_CLOSED");
    bot.server.script("sendMessage", gone);
    assert_eq!(bot.told(&answer, "Context", 6).await, "");
    bot.server.sent().await;
    // In the same lane, so it is read after that.
    assert_eq!(bot.told(&answer, "Context", 6).await, "");
    let view = bot.server.posted().await;
    begins(&view, "Quote 1 in its context:");
    bot.stop().await;
}

#[tokio::test]
async fn an_answer_to_a_changed_question_has_views_of_its_own() {
    let mut bot = Bot::in_town().await;
    let asked = bot.server.deliver(&mentioning(group(GROUP, 5, QUESTION)));
    let answer = bot.server.posted().await;
    let old = bot.posted_by(&answer, "Context", 6).await;
    let mut changed = mentioning(group(GROUP, 5, "When was the Clock Museum founded?"));
    changed["edit_date"] = json!(2);
    bot.server.edit_with(GROUP, asked, &changed);
    bot.server.edited().await;
    let stale = bot.press(&old, "Source", 6);
    bot.server.next(&["answerCallbackQuery"]).await;
    assert_eq!(bot.toast(&stale).await, EXPIRED);
    let context = bot.posted_by(&answer, "Context", 6).await;
    says(&context, "Clock Museum");
    bot.stop().await;
}

#[tokio::test]
async fn a_view_is_tried_again_where_that_may_help() {
    let (mut bot, answer) = answered().await;
    bot.server.script_failure("sendMessage", Failure::Flood);
    let view = bot.posted_by(&answer, "Context", 6).await;
    begins(&view, "Quote 1 in its context:");
    bot.stop().await;
}

#[tokio::test]
async fn views_count_as_questions_do() {
    let (mut bot, answer) = answered().await;
    for number in 1..40 {
        bot.server
            .deliver(&mentioning(group(GROUP - number, 6, "Hello!")));
    }
    assert_eq!(
        bot.told(&answer, "Context", 6).await,
        "That was fast. Wait a minute."
    );
    // Somebody else may still have it.
    let press = bot.press(&answer, "Context", 7);
    bot.server.answered(&press).await;
    let mut view = bot.server.posted().await;
    while view["chat"]["id"] != GROUP {
        view = bot.server.posted().await;
    }
    begins(&view, "Quote 1 in its context:");
    bot.stop().await;
}
