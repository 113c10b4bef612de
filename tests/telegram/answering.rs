//! Questions in private, and what comes back.

use quoth::chat::telegram::Access;
use serde_json::json;

use crate::bot::{Bot, documents};
use crate::messages::{begins, private, says, text};

#[tokio::test]
async fn a_question_is_answered_by_a_quote_in_reply_to_it() {
    let mut bot = Bot::start().await;
    let id = bot
        .server
        .deliver(&private(5, "When does the night ferry sail?"));
    let mut sent = bot.server.sent().await;
    let text = sent["text"].take();
    sent.as_object_mut().unwrap().remove("reply_markup");
    let wanted = json!({
        "chat_id": 5,
        "text": null,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": true},
        "reply_parameters": {"message_id": id, "allow_sending_without_reply": true},
    });
    assert_eq!(sent, wanted);
    for part in [
        "<blockquote>",
        "<b>ferry</b>",
        "at nine o'clock every evening.",
        "\n1. The Night Ferry to Port Ellery, <code>ferries.md:3</code>",
    ] {
        assert!(text.as_str().unwrap().contains(part), "{text}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_question_may_also_follow_a_command() {
    let mut bot = Bot::start().await;
    let sent = bot
        .ask(&private(5, "/Ask\nWhen does the night ferry sail?"))
        .await;
    says(&sent, "at nine o'clock");
    bot.stop().await;
}

#[tokio::test]
async fn a_document_cannot_leave_its_quote() {
    let mut bot = Bot::start().await;
    let sent = bot
        .ask(&private(
            5,
            "What were the lighthouse keeper of Ferrow and his dog called?",
        ))
        .await;
    says(&sent, "&lt;/blockquote&gt;&lt;a href=");
    says(&sent, "Barnaby &amp;lt;b&amp;gt;.");
    assert!(!text(&sent).contains('\u{202e}'), "{sent}");
    bot.stop().await;
}

#[tokio::test]
async fn documents_that_differ_are_named_before_their_quotes() {
    let opened = |date: &str, year: &str| {
        format!("---\ndate: {date}\n---\n\nThe tram depot of Aldermere was opened in {year}.\n")
    };
    let (new, old) = (opened("2024-05-01", "1932"), opened("2023", "1931"));
    let service = documents(&[("new.md", &new), ("old.md", &old)], Access::default());
    let mut bot = Bot::serving(service).await;
    let question = private(5, "When was the tram depot of Aldermere opened?");
    let sent = bot.ask(&question).await;
    let wanted = "The documents differ: <b>1932</b> (new.md, 2024-05-01) and <b>1931</b> (old.md, 2023).\n\n<blockquote>";
    begins(&sent, wanted);
    bot.stop().await;
}

#[tokio::test]
async fn what_the_documents_do_not_say_is_declined() {
    let mut bot = Bot::start().await;
    let sent = bot.ask(&private(5, "Which zeppelin exploded?")).await;
    begins(&sent, "The documents do not answer that");
    bot.stop().await;
}

#[tokio::test]
async fn start_introduces_and_help_explains() {
    let mut bot = Bot::start().await;
    let start = bot.ask(&private(5, "/start")).await;
    begins(
        &start,
        "I answer questions about 2 documents, in their own words",
    );
    let help = bot.ask(&private(6, "/help")).await;
    says(&help, "@quoth_test_bot");
    says(&help, "Group Privacy");
    bot.stop().await;
}

#[tokio::test]
async fn nobody_is_left_without_a_word_in_private() {
    let mut bot = Bot::start().await;
    for (command, wanted) in [
        ("/ask", "What is the question?"),
        ("/weather", "I do not know that command."),
    ] {
        begins(&bot.ask(&private(6, command)).await, wanted);
    }
    bot.stop().await;
}

#[tokio::test]
async fn novelties_of_the_bot_api_lose_no_question() {
    let mut bot = Bot::start().await;
    let mut strange = private(5, "When does the night ferry sail?");
    strange["entities"] = json!([{"type": "date_time", "offset": 0, "length": 4, "unix_time": 1}]);
    strange["external_reply"] = json!({"origin": {"type": "yet_unheard_of"}});
    // Neither does an update that cannot be read at all keep the next from being read.
    bot.server.deliver(&json!({"chat": "nowhere", "text": "?"}));
    let sent = bot.ask(&strange).await;
    says(&sent, "at nine o'clock");
    bot.stop().await;
}
