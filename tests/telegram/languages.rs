//! Each person is spoken to in their own language; what is quoted stays as it is.

use quoth::chat::telegram::{Access, Service};
use quoth::wording::Wording;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::bot::{Bot, town};
use crate::messages::{GROUP, begins, group, mentioning, private, says, text};

const ASKED: &str = "Who founded the Clock Museum?";
const ABSENT: &str = "Who founded the Umbrella Museum?";
const GERMAN: &str = "Ab jetzt";

/// A message of somebody who uses Telegram in this language.
fn speaking(mut message: Value, language: &str) -> Value {
    message["from"]["language_code"] = json!(language);
    message
}

fn says_german(said: &Value) -> bool {
    text(said).contains("Dokument")
}

#[tokio::test]
async fn answers_declines_buttons_and_commands_are_in_the_language_of_whoever_asks() {
    let mut bot = Bot::in_town().await;
    let german = |text: &str| speaking(private(5, text), "de");
    let answer = bot.reply(&german(ASKED)).await;
    says(&answer, "founded in 1923");
    let labels = bot.labels(&answer);
    assert!(labels.contains(&"Mehr".to_owned()), "{labels:?}");
    // The view of a button is in the same language.
    let context = bot.edited_by(&answer, "Kontext", 5).await;
    begins(&context, "Zitat 1");
    let declined = bot.reply(&german(ABSENT)).await;
    assert!(says_german(&declined), "{declined}");
    // What is typed for more is of either language, whatever the documents are in.
    bot.reply(&german(ASKED)).await;
    for more in ["Mehr", "more"] {
        let more = bot.reply(&german(more)).await;
        begins(&more, "(gesucht nach");
    }
    for (typed, wanted) in [
        ("/start", "2 Dokumente"),
        ("/help", "Dokument"),
        ("/quatsch", "/help"),
    ] {
        let said = bot.reply(&german(typed)).await;
        says(&said, wanted);
    }
    // Whoever uses Telegram in a language that Quoth does not speak gets English.
    let welsh = bot.reply(&speaking(private(6, ABSENT), "cy")).await;
    says(&welsh, "document");
    bot.stop().await;
}

#[tokio::test]
async fn in_a_group_each_is_answered_in_their_own_language() {
    let mut bot = Bot::in_town().await;
    let ask =
        |person: i64, language: &str| speaking(mentioning(group(GROUP, person, ABSENT)), language);
    let russian = bot.reply(&ask(5, "ru")).await;
    says(&russian, "документ");
    let german = bot.reply(&ask(6, "de-at")).await;
    assert!(says_german(&german), "{german}");
    bot.stop().await;
}

#[tokio::test]
async fn words_that_run_from_the_right_set_apart_what_does_not() {
    let mut bot = Bot::in_town().await;
    let arabic = |text: &str| speaking(private(5, text), "ar");
    let help = bot.reply(&arabic("/help")).await;
    says(&help, "\u{2068}@quoth_test_bot\u{2069}");
    says(&help, "\u{2068}/sources\u{2069}");
    // The quote and its source stand in lines of their own, from left to right.
    let answer = bot.reply(&arabic(ASKED)).await;
    let quote = text(&answer).lines().next().unwrap_or_default();
    assert!(
        quote.starts_with("The Clock Museum was founded"),
        "{answer}"
    );
    bot.stop().await;
}

#[tokio::test]
async fn a_language_that_is_chosen_stays_until_it_is_given_up() {
    let data = TempDir::new().unwrap();
    let keeping = || Service {
        data: Some(data.path().to_owned()),
        ..town(Access::default())
    };
    let mut bot = Bot::serving(keeping()).await;
    let list = bot.reply(&private(5, "/language")).await;
    says(&list, "English");
    let labels = bot.labels(&list);
    assert_eq!(labels.len(), Wording::all().count() + 1, "{labels:?}");
    assert!(bot.told(&list, "Deutsch", 5).await.starts_with(GERMAN));
    let edited = bot.server.edited().await;
    begins(&edited, GERMAN);
    assert!(says_german(&bot.reply(&private(5, ABSENT)).await));

    let mut bot = Bot::with(bot.leave().await, keeping());
    assert!(says_german(&bot.reply(&private(5, ABSENT)).await));
    // A button that names no language changes nothing.
    let (chat, message) = (5, crate::messages::id(&list));
    let press = bot.server.press_of_old(chat, message, "lang.tlh", 5);
    assert!(bot.toast(&press).await.contains("Fragen Sie"));
    assert!(says_german(&bot.reply(&private(5, ABSENT)).await));
    let spanish = bot.reply(&private(5, "/language es")).await;
    says(&spanish, "español");
    let unknown = bot.reply(&private(5, "/language tlh")).await;
    assert_eq!(bot.labels(&unknown).len(), labels.len());
    let given_up = bot.labels(&unknown).pop().unwrap();
    let english = bot.edited_by(&unknown, &given_up, 5).await;
    says(&english, "English");
    bot.stop().await;
}

#[tokio::test]
async fn in_a_group_a_button_of_the_list_speaks_for_whoever_presses_it() {
    let mut bot = Bot::in_town().await;
    let list = bot.reply(&group(GROUP, 5, "/language")).await;
    assert!(bot.told(&list, "Deutsch", 6).await.starts_with(GERMAN));
    let asked = |person| mentioning(group(GROUP, person, ABSENT));
    assert!(says_german(&bot.reply(&asked(6)).await));
    assert!(!says_german(&bot.reply(&asked(5)).await));
    bot.stop().await;
}

#[tokio::test]
async fn what_the_operator_sets_holds_for_all_who_do_not_choose() {
    let service = Service {
        language: Wording::of("de"),
        ..town(Access::default())
    };
    let mut bot = Bot::serving(service).await;
    assert!(says_german(
        &bot.reply(&speaking(private(5, ABSENT), "ru")).await
    ));
    // Then Telegram's language is no choice, and there is one menu for all.
    let list = bot.reply(&private(5, "/language")).await;
    assert_eq!(bot.labels(&list).len(), Wording::all().count());
    let chosen = bot.reply(&private(5, "/language Русский")).await;
    says(&chosen, "русский");
    let russian = bot.reply(&private(5, ABSENT)).await;
    says(&russian, "документ");
    bot.stop().await;
}

#[tokio::test]
async fn each_language_has_a_menu_of_the_same_commands() {
    let mut bot = Bot::in_town().await;
    for wording in Wording::all() {
        let menu = bot.server.next(&["setMyCommands"]).await.parameters;
        let all = |field: &str| -> Vec<String> {
            let commands = menu["commands"].as_array().unwrap().iter();
            let texts = commands.map(|entry| entry[field].as_str().unwrap().to_owned());
            texts.collect()
        };
        let names = ["ask", "sources", "help", "privacy", "language"];
        assert_eq!(all("command"), names);
        let is_english = wording == Wording::ENGLISH;
        let code = (!is_english).then(|| wording.code());
        assert_eq!(menu["language_code"].as_str(), code);
        let english = all("description")[0] == "Ask the documents a question";
        assert_eq!(english, is_english, "{menu}");
    }
    bot.stop().await;
}
