//! What people say of answers by Right and Wrong, where there is a place to keep it.

use std::fs;
use std::path::Path;

use quoth::chat::telegram::{Access, Service};
use serde_json::Value;
use tempfile::TempDir;

use crate::bot::{Bot, town};
use crate::messages::{EXPIRED, id, private};
use crate::methods::flood;

const QUESTION: &str = "What does a ticket for the night ferry cost?";

/// A bot with a folder for what outlives it.
async fn keeping(data: &Path) -> Bot {
    let service = Service {
        data: Some(data.to_owned()),
        ..town(Access::default())
    };
    Bot::serving(service).await
}

/// Asks something and returns the reply.
async fn asked(bot: &mut Bot, question: &str) -> Value {
    bot.reply(&private(5, question)).await
}

/// The lines of the file.
fn kept(data: &Path) -> Vec<Value> {
    let lines = fs::read_to_string(data.join("feedback.jsonl")).unwrap();
    let lines = lines.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

#[tokio::test]
async fn a_verdict_is_kept_with_its_question_and_marked_on_its_button() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("not/yet/there");
    let mut bot = keeping(&data).await;
    let answer = asked(&mut bot, QUESTION).await;
    assert_eq!(
        bot.labels(&answer),
        [
            "More", "Context", "Source", "File", "Share", "Right", "Wrong"
        ]
    );
    for (label, marked) in [
        ("Right", ["\u{2713} Right", "Wrong"]),
        ("Wrong", ["Right", "\u{2713} Wrong"]),
    ] {
        let press = bot.press(&answer, label, 5);
        bot.server.edited().await;
        assert_eq!(bot.labels(&answer)[5..], marked);
        assert_eq!(bot.toast(&press).await, "Noted, thank you.");
    }
    let after = bot.server.message(5, id(&answer)).unwrap();
    assert_eq!(after["text"], answer["text"]);
    assert_eq!(after["entities"], answer["entities"]);

    let kept = kept(&data);
    let verdicts: Vec<&Value> = kept.iter().map(|line| &line["verdict"]).collect();
    assert_eq!(
        verdicts,
        ["wrong"],
        "the last one takes the place of the first"
    );
    for line in &kept {
        assert_eq!(line["question"], QUESTION);
        assert_eq!(line["status"], "found");
        let quote = line["quotes"][0]["text"].as_str().unwrap();
        assert_eq!(quote, "A ticket for the night ferry costs 12 pounds.");
        assert!(line["time"].as_u64().unwrap() > 1_700_000_000);
        for personal in ["chat", "from", "user", "person", "message"] {
            assert!(line.get(personal).is_none(), "{line}");
        }
    }
    bot.stop().await;
}

#[tokio::test]
async fn nobody_waits_for_the_toast_of_another() {
    let data = TempDir::new().unwrap();
    let mut bot = keeping(data.path()).await;
    let answer = asked(&mut bot, QUESTION).await;
    assert_eq!(bot.told(&answer, "Right", 5).await, "Noted, thank you.");
    bot.server.script("answerCallbackQuery", flood(50));
    // The same once more: there is nothing to note.
    let again = bot.server.buttons(5, id(&answer))[5].1.clone();
    let again = bot.server.press(5, id(&answer), &again, 5);
    bot.server.next(&["answerCallbackQuery"]).await;
    let other = bot.reply(&private(6, QUESTION)).await;
    let press = bot.press(&other, "Wrong", 6);
    bot.server.answered(&press).await;
    assert_eq!(bot.server.unanswered_callbacks(), [again]);
    // A stop would wait for that.
    assert_eq!(bot.server.faults(), [""; 0]);
}

#[tokio::test]
async fn a_verdict_outlasts_a_look_around() {
    let data = TempDir::new().unwrap();
    let mut bot = keeping(data.path()).await;
    let answer = asked(&mut bot, QUESTION).await;
    for label in ["Wrong", "Context", "Answer"] {
        bot.edited_by(&answer, label, 5).await;
    }
    assert_eq!(bot.labels(&answer)[5..], ["Right", "\u{2713} Wrong"]);
    bot.stop().await;
}

#[tokio::test]
async fn what_is_declined_can_be_judged_and_small_talk_cannot() {
    let data = TempDir::new().unwrap();
    let mut bot = keeping(data.path()).await;
    let declined = asked(&mut bot, "Which zeppelin exploded?").await;
    assert_eq!(bot.labels(&declined), ["Right", "Wrong"]);
    bot.edited_by(&declined, "Wrong", 5).await;
    assert_eq!(kept(data.path())[0]["status"], "abstained");
    let greeting = asked(&mut bot, "Hello!").await;
    assert_eq!(bot.labels(&greeting), [""; 0]);
    bot.stop().await;
}

#[tokio::test]
async fn a_verdict_that_cannot_be_kept_is_not_thanked_for() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("file");
    fs::write(&data, "").unwrap();
    let mut bot = keeping(&data).await;
    let answer = asked(&mut bot, QUESTION).await;
    let press = bot.press(&answer, "Right", 5);
    let wrong = "That went wrong, and my operator's log has it. Try again.";
    assert_eq!(bot.toast(&press).await, wrong);
    assert_eq!(bot.labels(&answer)[5..], ["Right", "Wrong"]);
    bot.stop().await;
}

#[tokio::test]
async fn without_a_place_to_keep_them_there_are_no_verdicts() {
    let mut bot = Bot::in_town().await;
    let answer = asked(&mut bot, QUESTION).await;
    assert_eq!(
        bot.labels(&answer),
        ["More", "Context", "Source", "File", "Share"]
    );
    let data = bot.server.buttons(5, id(&answer))[0].1.clone();
    let (of_answer, _) = data.rsplit_once('.').unwrap();
    // As under an answer that was sent while there was one.
    let data = format!("{of_answer}.r");
    let press = bot.server.press_of_old(5, id(&answer), &data, 5);
    assert_eq!(bot.toast(&press).await, EXPIRED);
    bot.stop().await;
}
