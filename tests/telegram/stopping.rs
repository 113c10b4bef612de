//! The end of a bot.

use std::time::Duration;

use crate::bot::{Bot, gate, no_answer, saying};
use crate::messages::{begins, private};
use crate::methods::error;
use crate::server::{Failure, PATIENCE, Server};

#[tokio::test]
async fn a_reply_that_is_under_way_is_finished() {
    let (begun, mut has_begun) = tokio::sync::mpsc::unbounded_channel();
    let (go, wait) = gate();
    let mut bot = Bot::answering(move |question| {
        begun.send(()).unwrap();
        wait();
        no_answer(question)
    })
    .await;
    bot.server.deliver(&private(5, "When?"));
    has_begun.recv().await.unwrap();
    bot.tell_to_stop();
    go.send(()).unwrap();
    let sent = bot.server.sent().await;
    begins(&sent, "The documents");
    // The last poll, by which Telegram knows what need not be sent again.
    bot.server.taken().await;
    bot.end().await.unwrap();
}

#[tokio::test]
async fn a_bot_that_gets_no_response_at_first_stops_at_once() {
    let server = Server::start().await;
    server.script_failure("deleteWebhook", Failure::Silence);
    let mut bot = Bot::with(server, saying(no_answer));
    // Calls without a response are not told of.
    let called = async {
        while bot.server.failures().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let called = tokio::time::timeout(PATIENCE, called).await;
    called.expect("the bot calls");
    bot.tell_to_stop();
    // Sooner than the call is given up.
    let ended = tokio::time::timeout(Duration::from_secs(10), bot.end()).await;
    ended.expect("the bot waits").unwrap();
}

#[tokio::test]
async fn a_bot_that_cannot_reach_telegram_stops_at_once() {
    let server = Server::start().await;
    for _ in 0..9 {
        server.script("getMe", error(500, "Internal Server Error"));
    }
    let mut bot = Bot::with(server, saying(no_answer));
    bot.server.next(&["getMe"]).await;
    bot.tell_to_stop();
    bot.end().await.unwrap();
}
