//! Under an answer, the document that it quotes can be had as the file that it is.

use std::collections::BTreeSet;
use std::fs;

use quoth::chat::telegram::{Access, Service};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::bot::{Bot, only, opened};
use crate::messages::{EXPIRED, GROUP, group, id, in_topic, mentioning, private, text};
use crate::methods::{error, flood};
use crate::server::Failure;

const QUESTION: &str = "How many passengers does the tram carry?";
const TRAM: &str = "The tram through the old town carries ninety passengers.\n";
const NAME: &str = "timetables/the tram of \u{c5}by.txt";

/// A bot with a folder that lasts as long as it.
struct Place {
    bot: Bot,
    documents: TempDir,
}

impl Place {
    async fn new(access: Access) -> Self {
        let documents = TempDir::new().unwrap();
        fs::create_dir(documents.path().join("timetables")).unwrap();
        fs::write(documents.path().join(NAME), TRAM).unwrap();
        fs::write(
            documents.path().join("ferry.txt"),
            "The ferry sails at nine.",
        )
        .unwrap();
        let service = Service::new(opened(&documents), access);
        let bot = Bot::serving(service).await;
        Self { bot, documents }
    }

    async fn open() -> Self {
        Self::new(Access::default()).await
    }

    /// The line that whoever presses "File" under an answer gets.
    async fn refused(&mut self, answer: &Value) -> String {
        let press = self.bot.press(answer, "File", 5);
        self.bot.toast(&press).await
    }
}

#[tokio::test]
async fn the_document_is_sent_as_it_is_on_the_disk() {
    let mut place = Place::open().await;
    let asked = mentioning(in_topic(group(GROUP, 5, QUESTION), 77));
    let answer = place.bot.reply(&asked).await;
    assert_eq!(place.bot.told(&answer, "File", 6).await, "");
    let mut sent = place.bot.server.next(&["sendDocument"]).await.parameters;
    let file = sent["document"].take();
    assert_eq!(file["file_name"], "the tram of \u{c5}by.txt");
    assert_eq!(file["text"], TRAM);
    let posted = place.bot.server.posted_file().await;
    assert_eq!(posted["reply_to_message"]["message_id"], id(&answer));
    assert_eq!(posted["message_thread_id"], 77);
    assert_eq!(place.bot.server.message(GROUP, id(&answer)), Some(answer));
    place.bot.stop().await;
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
    let mut place = Place::open().await;
    let answer = place.bot.reply(&private(5, QUESTION)).await;
    let path = place.documents.path().join(NAME);
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_len(50 * 1024 * 1024 + 1).unwrap();
    assert_eq!(
        place.refused(&answer).await,
        "I cannot send that file: it is larger than 50 MB, the most that Telegram takes from a bot."
    );
    file.set_len(0).unwrap();
    let empty = "I cannot send that file: it is empty by now.";
    assert_eq!(place.refused(&answer).await, empty);
    fs::remove_file(&path).unwrap();
    let gone = "I cannot send that file: it is no longer among the documents.";
    assert_eq!(place.refused(&answer).await, gone);
    // What was not sent can be had once it is there again.
    fs::write(&path, TRAM).unwrap();
    assert_eq!(place.refused(&answer).await, "");
    assert_eq!(
        place.bot.server.posted_file().await["document"]["file_size"],
        TRAM.len()
    );
    place.bot.stop().await;
}

#[cfg(unix)]
#[tokio::test]
async fn no_link_leads_out_of_the_documents() {
    use std::os::unix::fs::symlink;

    let mut place = Place::open().await;
    let answer = place.bot.reply(&private(5, QUESTION)).await;
    let outside = TempDir::new().unwrap();
    let secret = outside.path().join("the tram of \u{c5}by.txt");
    fs::write(&secret, "A secret.").unwrap();
    let path = place.documents.path().join(NAME);
    fs::remove_file(&path).unwrap();
    symlink(&secret, &path).unwrap();
    let gone = "I cannot send that file: it is no longer among the documents.";
    assert_eq!(place.refused(&answer).await, gone);
    fs::remove_file(&path).unwrap();
    fs::remove_dir(path.parent().unwrap()).unwrap();
    symlink(outside.path(), path.parent().unwrap()).unwrap();
    assert_eq!(place.refused(&answer).await, gone);
    place.bot.stop().await;
}

#[tokio::test]
async fn a_file_is_sent_once_though_it_is_asked_for_twice() {
    let mut place = Place::open().await;
    let answer = place
        .bot
        .reply(&mentioning(group(GROUP, 5, QUESTION)))
        .await;
    let presses = [5, 6].map(|person| place.bot.press(&answer, "File", person));
    place.bot.server.posted_file().await;
    for press in &presses {
        place.bot.server.answered(press).await;
    }
    let (mut files, mut lines) = (0, Vec::new());
    while let Some(call) = place.bot.server.called() {
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
    place.bot.stop().await;
}

#[tokio::test]
async fn sending_is_tried_again_where_that_may_help_and_else_it_is_told() {
    let mut place = Place::open().await;
    let answer = place.bot.reply(&private(5, QUESTION)).await;
    place
        .bot
        .server
        .script_failure("sendDocument", Failure::Flood);
    let forbidden = "Bad Request: not enough rights to send documents to the chat";
    place
        .bot
        .server
        .script("sendDocument", error(400, forbidden));
    assert_eq!(place.refused(&answer).await, "");
    let told = place.bot.server.posted().await;
    let wanted = "I could not send that file, and my operator's log says why. Press again.";
    assert_eq!(text(&told), wanted);
    assert_eq!(told["reply_to_message"]["message_id"], id(&answer));
    assert_eq!(place.refused(&answer).await, "");
    place.bot.server.posted_file().await;
    place.bot.stop().await;
}

#[tokio::test]
async fn chats_that_are_held_back_keep_no_other_from_a_file() {
    let mut place = Place::open().await;
    for chat in 5..9 {
        let answer = place.bot.reply(&private(chat, QUESTION)).await;
        let is_held_back = chat < 8;
        if is_held_back {
            place.bot.server.script("sendDocument", flood(200));
        }
        assert_eq!(place.bot.told(&answer, "File", chat).await, "");
        if is_held_back {
            place.bot.server.next(&["sendDocument"]).await;
        }
    }
    let posted = place.bot.server.posted_file().await;
    assert_eq!(posted["chat"]["id"], 8);
    // A stop would wait for the others.
    assert_eq!(place.bot.server.faults(), [""; 0]);
}

#[tokio::test]
async fn a_stranger_gets_no_file() {
    let mut place = Place::new(only(9)).await;
    let answer = place
        .bot
        .reply(&mentioning(group(GROUP, 9, QUESTION)))
        .await;
    let line = place.refused(&answer).await;
    assert_eq!(line, "I answer only people whom my operator has let in.");
    let data = place.bot.server.buttons(GROUP, id(&answer))[3].1.clone();
    // Nor does a button work anywhere else.
    let other = place.bot.reply(&private(9, "Hello!")).await;
    let press = place.bot.server.press_of_old(9, id(&other), &data, 9);
    assert_eq!(place.bot.toast(&press).await, EXPIRED);
    place.bot.stop().await;
}
