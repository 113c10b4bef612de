//! What goes wrong ends neither the bot nor a person's wait.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::bot::{Bot, gate, no_answer, saying};
use crate::messages::{begins, in_topic, private};
use crate::methods::error;
use crate::server::Server;
use quoth::chat::telegram::{Asked, Service};
use quoth::index::IndexError;

fn service() -> Service {
    saying(no_answer)
}

#[tokio::test]
async fn a_panic_is_owned_up_to_and_the_chat_goes_on() {
    let mut bot = Bot::answering(|question| {
        assert!(!question.starts_with("Panic"), "as the test wants");
        no_answer(question)
    })
    .await;
    for _ in 0..2 {
        let sent = bot.ask(&private(5, "Panic!")).await;
        begins(&sent, "I could not search the documents");
    }
    let sent = bot.ask(&private(5, "When?")).await;
    begins(&sent, "The documents do not answer that");
    bot.stop().await;
}

#[tokio::test]
async fn a_question_is_kept_until_the_index_can_be_reached() {
    let failures = AtomicUsize::new(0);
    let Service { say, .. } = service();
    let say = move |asked: &Asked| {
        if failures.fetch_add(1, Ordering::Relaxed) < 2 {
            return Err(IndexError::Unreachable("nobody listens".to_owned()));
        }
        say(asked)
    };
    let service = Service {
        say: Box::new(say),
        ..service()
    };
    let mut bot = Bot::serving(service).await;
    let told = bot.ask(&private(5, "When?")).await;
    let answer = bot.server.sent().await;
    begins(&told, "I cannot reach the documents");
    begins(&answer, "The documents do not answer");
    bot.stop().await;
}

#[tokio::test]
async fn html_that_telegram_cannot_parse_goes_out_as_plain_text() {
    let mut bot = Bot::answering(no_answer).await;
    bot.server.script(
        "sendMessage",
        error(
            400,
            "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0",
        ),
    );
    let html = bot.ask(&private(5, "When?")).await;
    let plain = bot.server.sent().await;
    assert_eq!(html["parse_mode"], "HTML");
    assert_eq!(plain["parse_mode"], json!(null));
    assert_eq!(html["reply_parameters"], plain["reply_parameters"]);
    begins(&plain, "The documents");
    bot.stop().await;
}

#[tokio::test]
async fn what_fails_at_first_keeps_no_bot_from_answering() {
    let (refused, broken) = ("Bad Request: no", "Internal Server Error");
    for (methods, code, description) in [
        (["setMyCommands", "deleteWebhook"], 400, refused),
        (["getMe", "getUpdates"], 500, broken),
    ] {
        let server = Server::start().await;
        for method in methods {
            server.script(method, error(code, description));
        }
        let mut bot = Bot::with(server, service());
        bot.ask(&private(5, "When?")).await;
        bot.stop().await;
    }
}

#[tokio::test]
async fn an_answer_that_takes_long_is_announced_even_if_that_fails() {
    let (go, wait) = gate();
    let mut bot = Bot::answering(move |question| {
        wait();
        no_answer(question)
    })
    .await;
    bot.server
        .script("sendChatAction", error(400, "Bad Request: no"));
    bot.server.deliver(&in_topic(private(5, "When?"), 77));
    let first = bot.server.next(&["sendChatAction", "sendMessage"]).await;
    assert_eq!(
        first.parameters,
        json!({"chat_id": 5, "message_thread_id": 77, "action": "typing"})
    );
    go.send(()).unwrap();
    bot.server.sent().await;
    bot.stop().await;
}

#[tokio::test]
async fn a_token_that_is_taken_back_ends_the_bot_with_a_hint() {
    let mut bot = Bot::answering(no_answer).await;
    bot.server.next(&["getUpdates"]).await;
    bot.server.script("getUpdates", error(401, "Unauthorized"));
    bot.server.deliver(&private(5, "When?"));
    let refused = bot.end().await.unwrap_err().to_string();
    begins(
        &refused,
        "Telegram refused the token\nhint: check TELOXIDE_TOKEN",
    );
}
