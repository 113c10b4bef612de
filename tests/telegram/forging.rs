//! A program made for it sends data in the name of any button: only a button of the message counts.

use quoth::chat::telegram::Access;

use crate::bot::{Bot, documents};
use crate::messages::{EXPIRED, GROUP, group, id, mentioning};

const QUESTION: &str = "What does a ticket for the night ferry cost?";

/// A person of the group, who has no button of the messages that are pressed.
const FORGER: i64 = 6;

#[tokio::test]
async fn an_answer_is_changed_by_no_button_that_is_not_under_it() {
    let mut bot = Bot::in_town().await;
    let ask = |person| mentioning(group(GROUP, person, QUESTION));
    let answer = id(&bot.reply(&ask(5)).await);
    let data = bot.server.buttons(GROUP, answer)[0].1.clone();
    let (of_answer, _) = data.rsplit_once('.').unwrap();
    let before = bot.server.message(GROUP, answer);
    for forged in [
        "l.0..",
        "l.0.6.",
        "k.0.",
        "x.0.0.",
        "undo.0.0.a",
        "q.0",
        "lang.de",
        &format!("{of_answer}.a"),
        &format!("{of_answer}.m2"),
        &format!("{of_answer}.o1"),
        &format!("{of_answer}.f9"),
        &format!("{of_answer}.r"),
    ] {
        let press = bot.server.press(GROUP, answer, forged, FORGER);
        assert_eq!(bot.toast(&press).await, EXPIRED, "{forged}");
    }
    assert_eq!(bot.server.message(GROUP, answer), before);
    // Nothing was sent below it either, and the forger is spoken to as before.
    bot.reply(&ask(FORGER)).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_list_is_turned_by_no_button_that_is_not_under_it() {
    let files: Vec<_> = (0..12)
        .map(|n| (format!("f{n}.txt"), format!("{n} sail.")))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    let mut bot = Bot::serving(documents(&files, Access::default())).await;
    let list = bot.reply(&group(GROUP, 5, "/sources")).await;
    for forged in ["l.1.6.", "l.0.6.zzz", "l.1.."] {
        let press = bot.server.press(GROUP, id(&list), forged, FORGER);
        assert_eq!(bot.toast(&press).await, EXPIRED, "{forged}");
    }
    assert_eq!(bot.server.message(GROUP, id(&list)), Some(list));
    bot.stop().await;
}
