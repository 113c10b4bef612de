//! What outlives the bot: a question that it took is answered, by the next run if need be, and once.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use serde_json::json;
use tempfile::TempDir;

use crate::binary::Running;
use crate::messages::{private, says};
use crate::methods::flood;
use crate::server::{PATIENCE, Server};

const QUESTION: &str = "When does the night ferry sail?";

/// A bot that has taken two questions and answered the second, of chat 6: to
/// chat 5 Telegram lets it write in a minute.
async fn half_done(server: &mut Server, data: &TempDir) -> Running {
    server.script("sendMessage", flood(60));
    let running = Running::start_with(data.path(), server);
    server.deliver(&private(5, QUESTION));
    assert_eq!(server.sent().await["chat_id"], 5);
    server.deliver(&private(6, QUESTION));
    assert_eq!(server.sent().await["chat_id"], 6);
    // Telegram has forgotten both.
    server.taken().await;
    running
}

/// The next run answers chat 5, and then a question of chat 7: nothing else in between.
async fn the_rest_is_done(server: &mut Server, data: &TempDir) {
    let running = Running::start_with(data.path(), server);
    let sent = server.sent().await;
    assert_eq!(sent["chat_id"], 5);
    assert_eq!(sent["reply_parameters"]["message_id"], 1);
    server.deliver(&private(7, QUESTION));
    assert_eq!(server.sent().await["chat_id"], 7);
    server.taken().await;
    // What is answered is not kept, however a run ends.
    nothing_is_kept(data).await;
    running.end_by("KILL").await;
    let running = Running::start_with(data.path(), server);
    server.deliver(&private(8, QUESTION));
    assert_eq!(server.sent().await["chat_id"], 8);
    let (code, _, stderr) = running.end_by("TERM").await;
    assert_eq!((code, server.faults()), (Some(0), Vec::new()), "{stderr}");
}

/// Waits until the journal holds no question: the bot strikes them out once it
/// has heard that its answer arrived, which the server cannot see.
async fn nothing_is_kept(data: &TempDir) {
    let path = data.path().join("telegram-42.json");
    let cleared = async {
        while fs::read_to_string(&path).unwrap().contains(QUESTION) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let cleared = tokio::time::timeout(PATIENCE, cleared).await;
    cleared.expect("answered questions leave the journal");
}

#[tokio::test]
async fn what_a_stopped_or_killed_bot_could_not_answer_the_next_run_does() {
    for (signal, code, told) in [
        ("TERM", Some(0), "1 left for the next start"),
        ("KILL", None, ""),
    ] {
        let (mut server, data) = (Server::start().await, TempDir::new().unwrap());
        let running = half_done(&mut server, &data).await;
        let ended = running.end_by(signal).await;
        assert_eq!(ended.0, code, "{ended:?}");
        assert!(ended.2.contains(told), "{ended:?}");
        the_rest_is_done(&mut server, &data).await;
    }
}

#[tokio::test]
async fn what_telegram_sends_again_is_not_answered_again() {
    let (mut server, data) = (Server::start().await, TempDir::new().unwrap());
    let running = Running::start_with(data.path(), &server);
    server.deliver(&private(5, QUESTION));
    let message = server.sent().await["reply_parameters"]["message_id"].take();
    server.taken().await;
    let mut again = private(5, QUESTION);
    again["message_id"] = message;
    server.deliver_raw(&json!({"update_id": 1, "message": again}));
    server.taken().await;
    // Nor by another run, where Telegram did not hear that it was taken.
    server.script_cut("getUpdates");
    running.end_by("TERM").await;
    let running = Running::start_with(data.path(), &server);
    server.deliver_raw(&json!({"update_id": 1, "message": again}));
    server.taken().await;
    server.deliver(&private(6, QUESTION));
    assert_eq!(server.sent().await["chat_id"], 6);
    running.end_by("TERM").await;
    // Another server may count from 1 again.
    let running = Running::start_with(data.path(), &server);
    server.deliver_raw(&json!({"update_id": 1, "message": again}));
    assert_eq!(server.sent().await["chat_id"], 5);
    running.end_by("TERM").await;
}

/// What the next run says when it is stopped, having answered chat 7 and nothing before.
async fn said_by_the_next(server: &mut Server, data: &TempDir) -> String {
    let running = Running::start_with(data.path(), server);
    server.deliver(&private(7, QUESTION));
    assert_eq!(server.sent().await["chat_id"], 7);
    running.end_by("TERM").await.2
}

#[tokio::test]
async fn of_what_is_too_old_to_be_answered_the_number_is_told() {
    let (mut server, data) = (Server::start().await, TempDir::new().unwrap());
    let running = half_done(&mut server, &data).await;
    running.end_by("TERM").await;
    let journal = data.path().join("telegram-42.json");
    let journal = File::options().write(true).open(journal).unwrap();
    let long_ago = SystemTime::now() - Duration::from_hours(25);
    journal.set_modified(long_ago).unwrap();
    let stderr = said_by_the_next(&mut server, &data).await;
    let told = "not answered, as the last run ended more than a day ago: 1 question\n";
    says(&stderr, told);
    let stderr = said_by_the_next(&mut server, &data).await;
    assert!(!stderr.contains("not answered"), "{stderr}");
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_and_told() {
    let (mut server, data) = (Server::start().await, TempDir::new().unwrap());
    let torn = r#"{"done":[],"undone":[{"update_id":1,"message":{"mess"#;
    for name in ["telegram-42.unreadable", "telegram-42.unreadable-2"] {
        fs::write(data.path().join("telegram-42.json"), torn).unwrap();
        let stderr = said_by_the_next(&mut server, &data).await;
        let told = "telegram-42.json cannot be read, so questions of the last run may be lost: ";
        assert!(stderr.contains(told) && stderr.contains(name), "{stderr}");
        assert_eq!(fs::read_to_string(data.path().join(name)).unwrap(), torn);
    }
}
