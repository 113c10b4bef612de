//! Under an answer, the document that it quotes can be had as the file that it is.

use std::collections::BTreeSet;
use std::fs;

use quoth::chat::telegram::{Access, Service};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::bot::{Bot, only, opened};
use crate::messages::{EXPIRED, GROUP, group, id, in_topic, mentioning, private, text};
use crate::methods::{error, flood, moved};
use crate::server::Failure;

const QUESTION: &str = "How many passengers does the tram carry?";
const TRAM: &str = "The tram through the old town carries ninety passengers.\n";
const NAME: &str = "timetables/the tram of \u{c5}by.txt";
const GONE: &str = "I cannot send that file: it is no longer among the documents.";

/// A bot, and the folder of its documents.
async fn place(access: Access) -> (Bot, TempDir) {
    let documents = TempDir::new().unwrap();
    fs::create_dir(documents.path().join("timetables")).unwrap();
    fs::write(documents.path().join(NAME), TRAM).unwrap();
    let ferry = documents.path().join("ferry.txt");
    fs::write(ferry, "The ferry sails at nine.").unwrap();
    let service = Service::new(opened(&documents), access);
    (Bot::serving(service).await, documents)
}

#[tokio::test]
async fn the_document_is_sent_as_it_is_on_the_disk() {
    let (mut bot, _documents) = place(Access::default()).await;
    let asked = mentioning(in_topic(group(GROUP, 5, QUESTION), 77));
    let answer = bot.reply(&asked).await;
    assert_eq!(bot.told(&answer, "File", 6).await, "");
    let mut sent = bot.server.next(&["sendDocument"]).await.parameters;
    let file = sent["document"].take();
    assert_eq!(file["file_name"], "the tram of \u{c5}by.txt");
    assert_eq!(file["text"], TRAM);
    let posted = bot.server.posted_file().await;
    assert_eq!(posted["reply_to_message"]["message_id"], id(&answer));
    assert_eq!(posted["message_thread_id"], 77);
    assert_eq!(bot.server.message(GROUP, id(&answer)), Some(answer));
    bot.stop().await;
}

#[tokio::test]
async fn each_document_of_an_answer_can_be_had() {
    let folder = TempDir::new().unwrap();
    for (name, year) in [("new.md", "1932"), ("old.md", "1931")] {
        let text = format!("The tram depot of Aldermere was opened in {year}.\n");
        fs::write(folder.path().join(name), text).unwrap();
    }
    let service = Service::new(opened(&folder), Access::default());
    let mut bot = Bot::serving(service).await;
    let question = "When was the tram depot of Aldermere opened?";
    let answer = bot.reply(&private(5, question)).await;
    assert_eq!(bot.labels(&answer)[3..5], ["File 1", "File 2"], "{answer}");
    let mut names = BTreeSet::new();
    for label in ["File 1", "File 2"] {
        bot.press(&answer, label, 5);
        let posted = bot.server.posted_file().await;
        names.insert(posted["document"]["file_name"].as_str().unwrap().to_owned());
    }
    assert_eq!(
        names,
        BTreeSet::from(["new.md".to_owned(), "old.md".to_owned()])
    );
    bot.stop().await;
}

#[tokio::test]
async fn what_is_gone_or_too_large_is_not_sent_and_the_reason_is_said() {
    let (mut bot, documents) = place(Access::default()).await;
    let answer = bot.reply(&private(5, QUESTION)).await;
    let path = documents.path().join(NAME);
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_len(50 * 1024 * 1024 + 1).unwrap();
    assert_eq!(
        bot.told(&answer, "File", 5).await,
        "I cannot send that file: it is larger than 50 MB, the most that Telegram takes from a bot."
    );
    file.set_len(0).unwrap();
    let empty = "I cannot send that file: it is empty by now.";
    assert_eq!(bot.told(&answer, "File", 5).await, empty);
    fs::remove_file(&path).unwrap();
    assert_eq!(bot.told(&answer, "File", 5).await, GONE);
    // What was not sent can be had once it is there again.
    fs::write(&path, TRAM).unwrap();
    assert_eq!(bot.told(&answer, "File", 5).await, "");
    assert_eq!(
        bot.server.posted_file().await["document"]["file_size"],
        TRAM.len()
    );
    bot.stop().await;
}

#[cfg(unix)]
#[tokio::test]
async fn no_link_leads_out_of_the_documents() {
    use std::os::unix::fs::symlink;

    let (mut bot, documents) = place(Access::default()).await;
    let answer = bot.reply(&private(5, QUESTION)).await;
    let outside = TempDir::new().unwrap();
    let secret = outside.path().join("the tram of \u{c5}by.txt");
    fs::write(&secret, "A secret.").unwrap();
    let path = documents.path().join(NAME);
    fs::remove_file(&path).unwrap();
    symlink(&secret, &path).unwrap();
    assert_eq!(bot.told(&answer, "File", 5).await, GONE);
    fs::remove_file(&path).unwrap();
    fs::remove_dir(path.parent().unwrap()).unwrap();
    symlink(outside.path(), path.parent().unwrap()).unwrap();
    assert_eq!(bot.told(&answer, "File", 5).await, GONE);
    bot.stop().await;
}

#[tokio::test]
async fn a_file_is_sent_once_though_it_is_asked_for_twice() {
    let (mut bot, _documents) = place(Access::default()).await;
    let answer = bot.reply(&mentioning(group(GROUP, 5, QUESTION))).await;
    let presses = [5, 6].map(|person| bot.press(&answer, "File", person));
    bot.server.posted_file().await;
    for press in &presses {
        bot.server.answered(press).await;
    }
    let (mut files, mut lines) = (0, Vec::new());
    while let Some(call) = bot.server.called() {
        match call.method.as_str() {
            "sendDocument" => files += 1,
            "answerCallbackQuery" => lines.push(call.parameters["text"].clone()),
            _ => {}
        }
    }
    assert!(
        lines.contains(&json!("It stands below already.")),
        "{lines:?}"
    );
    assert_eq!((files, lines.len()), (1, 2));
    bot.stop().await;
}

#[tokio::test]
async fn sending_is_tried_again_where_that_may_help_and_else_it_is_told() {
    let (mut bot, _documents) = place(Access::default()).await;
    let answer = bot.reply(&private(5, QUESTION)).await;
    bot.server.script_failure("sendDocument", Failure::Flood);
    let forbidden = "Bad Request: not enough rights to send documents to the chat";
    bot.server.script("sendDocument", error(400, forbidden));
    assert_eq!(bot.told(&answer, "File", 5).await, "");
    let told = bot.server.posted().await;
    let wanted = "I could not send that file, and my operator's log says why. Press again.";
    assert_eq!(text(&told), wanted);
    assert_eq!(told["reply_to_message"]["message_id"], id(&answer));
    assert_eq!(bot.told(&answer, "File", 5).await, "");
    bot.server.posted_file().await;
    bot.stop().await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_gets_its_file_there() {
    let (mut bot, _documents) = place(Access::default()).await;
    let new = GROUP - 1;
    // The bot has heard of it.
    bot.server.deliver(&group(new, 5, "Hello, all."));
    let answer = bot.reply(&mentioning(group(GROUP, 5, QUESTION))).await;
    bot.server.script("sendDocument", moved(new));
    assert_eq!(bot.told(&answer, "File", 5).await, "");
    let posted = bot.server.posted_file().await;
    assert_eq!(posted["chat"]["id"], new);
    assert_eq!(posted["reply_to_message"], Value::Null);
    bot.stop().await;
}

#[tokio::test]
async fn chats_that_are_held_back_keep_no_other_from_a_file() {
    let (mut bot, _documents) = place(Access::default()).await;
    for chat in 5..9 {
        let answer = bot.reply(&private(chat, QUESTION)).await;
        let is_held_back = chat < 8;
        if is_held_back {
            bot.server.script("sendDocument", flood(200));
        }
        assert_eq!(bot.told(&answer, "File", chat).await, "");
        if is_held_back {
            bot.server.next(&["sendDocument"]).await;
        }
    }
    let posted = bot.server.posted_file().await;
    assert_eq!(posted["chat"]["id"], 8);
    // A stop would wait for the others.
    assert_eq!(bot.server.faults(), [""; 0]);
}

#[tokio::test]
async fn a_stranger_gets_no_file() {
    let (mut bot, _documents) = place(only(9)).await;
    let answer = bot.reply(&mentioning(group(GROUP, 9, QUESTION))).await;
    let line = bot.told(&answer, "File", 5).await;
    assert_eq!(line, "I answer only people whom my operator has let in.");
    let data = bot.server.buttons(GROUP, id(&answer))[3].1.clone();
    // Nor does a button work anywhere else.
    let other = bot.reply(&private(9, "Hello!")).await;
    let press = bot.server.press_of_old(9, id(&other), &data, 9);
    assert_eq!(bot.toast(&press).await, EXPIRED);
    bot.stop().await;
}
