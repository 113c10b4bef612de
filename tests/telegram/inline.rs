//! Whoever types the bot's name and a question in any chat is offered quotes to send there.

use std::collections::BTreeSet;

use quoth::chat::telegram::Access;
use serde_json::{Value, json};

use crate::bot::{Bot, documents, town};
use crate::messages::{begins, ends, private};

const QUESTION: &str = "When does the ferry sail?";
const IN_PRIVATE: &str = "Type a question, or ask me in private";

/// What the bot offers for this query, which must be granted.
async fn offered(bot: &mut Bot, person: i64, query: &str) -> Value {
    let id = bot.server.inline(person, query);
    let offered = bot.server.next(&["answerInlineQuery"]).await.parameters;
    assert_eq!(offered["inline_query_id"], id);
    bot.server.answered(&id).await;
    offered
}

#[tokio::test]
async fn a_question_is_offered_its_quotes_with_their_sources() {
    let mut bot = Bot::in_town().await;
    let offered = offered(&mut bot, 5, &format!(" {QUESTION} ")).await;
    assert_eq!(offered["button"], Value::Null);
    assert_eq!(offered["is_personal"], true);
    let cards = offered["results"].as_array().unwrap();
    assert!(cards.len() > 1);
    let card = &cards[0];
    assert_eq!(card["type"], "article");
    assert_eq!(card["title"], "The day ferry sails at noon.");
    assert_eq!(card["description"], "harbour.txt:5");
    let content = &card["input_message_content"];
    assert_eq!(content["parse_mode"], "HTML");
    assert_eq!(
        content["link_preview_options"],
        json!({"is_disabled": true})
    );
    let html = content["message_text"].as_str().unwrap();
    begins(html, &format!("<b>{QUESTION}</b>\n\n<blockquote>"));
    assert!(
        html.contains("at <b>noon</b>") || html.contains("at noon"),
        "{html}"
    );
    ends(html, "<code>harbour.txt:5</code>");
    bot.stop().await;
}

#[tokio::test]
async fn what_is_not_answered_leads_to_the_private_chat() {
    let mut bot = Bot::in_town().await;
    for (query, line) in [
        ("", IN_PRIVATE),
        (" \n", IN_PRIVATE),
        (
            "Hello!",
            "Not in the documents. Ask me in private to see what is close",
        ),
        (
            "Which zeppelin exploded?",
            "Not in the documents. Ask me in private to see what is close",
        ),
    ] {
        let offered = offered(&mut bot, 5, query).await;
        assert_eq!(offered["results"], json!([]), "{query}");
        assert_eq!(offered["button"]["text"], line, "{query}");
        assert!(line.chars().count() <= 64);
        assert_eq!(offered["button"]["start_parameter"], "inline");
    }
    // Whoever follows it says so.
    let start = bot.ask(&private(5, "/start inline")).await;
    begins(&start, "I answer questions about 2 documents");
    bot.stop().await;
}

#[tokio::test]
async fn a_quote_of_any_length_and_from_any_text_fits_its_card() {
    let long = format!(
        "The pier of Ferrow was built of {}and </b> & \u{202e}<i>.\n",
        "very old oak and ".repeat(400)
    );
    let mut bot = Bot::serving(documents(&[("pier.txt", &long)], Access::default())).await;
    let offered = offered(&mut bot, 5, "What was the pier of Ferrow built of?").await;
    // The server refuses whatever is too long or no HTML.
    let card = &offered["results"][0];
    let title = card["title"].as_str().unwrap();
    assert!(title.encode_utf16().count() <= 100, "{title}");
    assert!(!offered.to_string().contains('\u{202e}'));
    bot.stop().await;
}

#[tokio::test]
async fn who_may_not_ask_is_offered_nothing_and_nobody_gets_what_another_asked() {
    let access = Access {
        chats: Some(BTreeSet::from([5, -1001])),
        admins: BTreeSet::new(),
    };
    let mut bot = Bot::serving(town(access)).await;
    let offered_to_stranger = offered(&mut bot, 77, QUESTION).await;
    assert_eq!(offered_to_stranger["results"], json!([]));
    assert_eq!(offered_to_stranger["button"]["text"], IN_PRIVATE);
    assert_eq!(offered_to_stranger["is_personal"], true);
    let offered = offered(&mut bot, 5, QUESTION).await;
    assert!(!offered["results"].as_array().unwrap().is_empty());
    assert_eq!(offered["is_personal"], true);
    bot.stop().await;
}

#[tokio::test]
async fn a_query_that_nobody_waits_for_any_more_does_no_harm() {
    let mut bot = Bot::in_town().await;
    let late = bot.server.inline(5, QUESTION);
    bot.server.expire(&late);
    bot.server.next(&["answerInlineQuery"]).await;
    offered(&mut bot, 5, QUESTION).await;
    assert!(bot.server.refusals()[0].contains("query is too old"));
    bot.stop().await;
}

#[tokio::test]
async fn of_a_question_that_is_being_typed_the_last_state_is_answered() {
    let mut bot = Bot::in_town().await;
    let states = 1..=QUESTION.len();
    let typed: Vec<_> = states
        .map(|end| bot.server.inline(5, &QUESTION[..end]))
        .collect();
    let last = typed.last().unwrap();
    let mut answered = 0;
    loop {
        let offered = bot.server.next(&["answerInlineQuery"]).await.parameters;
        answered += 1;
        if offered["inline_query_id"] == *last {
            let title = &offered["results"][0]["title"];
            assert_eq!(title, "The day ferry sails at noon.");
            break;
        }
    }
    assert!(answered < QUESTION.len(), "every state was searched for");
    // Another person's query is another one.
    offered(&mut bot, 6, QUESTION).await;
    bot.stop().await;
}
