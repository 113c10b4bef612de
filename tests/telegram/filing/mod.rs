//! Admins send files that become documents, and have documents forgotten.

mod forwarding;
mod groups;
#[cfg(unix)]
mod hanging;
mod picking;
mod refusing;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use quoth::Quoth;
use quoth::answer::Settings;
use quoth::chat::telegram::{Access, Service};
use quoth::ingest::Origin;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::bot::Bot;
use crate::messages::{GROUP, begins, ends, group, mentioning, private, says, text};
use crate::methods::error;
use crate::server::{FETCH, Failure, TOKEN};

const ADMIN: i64 = 9;
/// Another one.
const DEPUTY: i64 = 10;
const TRAM: &str = "# The Tram of Aldermere\n\nThe tram through the old town carries ninety passengers. It has been running since the spring of 1911, when the council of the town had the tracks laid by hand. Whoever rides it for the first time is surprised by how quiet it is, and most people come back with their children.\n";
const QUESTION: &str = "How many passengers does the tram carry?";
const ADDED: &str =
    "Added tram.md: \u{201c}The Tram of Aldermere\u{201d}, 1 passage. Its language: English.";
const TAKEN_OUT: &str =
    "Took tram.md out again. The file is kept in the folder forgotten of QUOTH_DATA.";

const NO_ADMIN: &str = "Only those whom my operator has made admins can do that.";

/// A bot with folders that last as long as it.
struct Place {
    bot: Bot,
    documents: TempDir,
    data: TempDir,
}

impl Place {
    async fn new() -> Self {
        Self::over(ferry()).await
    }

    /// With the documents of this folder.
    async fn over(documents: TempDir) -> Self {
        let data = TempDir::new().unwrap();
        let service = Self::service(&documents, Some(&data));
        Self {
            bot: Bot::serving(service).await,
            documents,
            data,
        }
    }

    /// The bot makes way for its next run.
    async fn restart(mut self) -> Self {
        let server = self.bot.leave().await;
        let service = Self::service(&self.documents, Some(&self.data));
        self.bot = Bot::with(server, service);
        self
    }

    fn service(documents: &TempDir, data: Option<&TempDir>) -> Service {
        Self::serving(Origin {
            data: data.map(|data| data.path().to_owned()),
            ..Origin::in_memory(&[documents.path().to_owned()])
        })
    }

    fn serving(origin: Origin) -> Service {
        let quoth = Quoth::open(origin, Settings::default(), |_| {}).unwrap();
        let admins = BTreeSet::from([ADMIN, DEPUTY]);
        let access = Access {
            chats: None,
            admins,
        };
        Service::new(Arc::new(quoth), access)
    }

    /// A message by which `person` sends a file to the group, with this caption.
    fn in_group(&self, person: i64, name: &str, caption: Option<Value>) -> Value {
        let mut message = self.bot.server.file(person, name, TRAM.as_bytes());
        message["chat"] = group(GROUP, person, "")["chat"].clone();
        if let Some(said) = caption {
            message["caption"] = said["text"].clone();
            message["caption_entities"] = said["entities"].clone();
        }
        message
    }

    /// Sends a file, and returns the reply.
    async fn send(&mut self, name: &str, content: &[u8]) -> Value {
        let message = self.bot.server.file(ADMIN, name, content);
        self.bot.reply(&message).await
    }

    /// Presses "Undo" below a message, and returns the line that is shown.
    async fn undo(&mut self, message: &Value) -> String {
        let press = self.bot.press(message, "Undo", ADMIN);
        self.bot.toast(&press).await
    }

    fn document(&self, name: &str) -> PathBuf {
        self.documents.path().join(name)
    }

    /// How many files stand among the documents, hidden ones too.
    fn count(&self) -> usize {
        fs::read_dir(self.documents.path()).unwrap().count()
    }
}

/// A folder with one document.
fn ferry() -> TempDir {
    let documents = TempDir::new().unwrap();
    let path = documents.path().join("ferry.txt");
    fs::write(path, "The ferry sails at nine.").unwrap();
    documents
}

fn labels(message: &Value) -> Vec<&str> {
    let buttons = message["reply_markup"]["inline_keyboard"][0].as_array();
    let buttons = buttons.into_iter().flatten();
    buttons
        .map(|button| button["text"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_file_is_answered_from_until_that_is_undone() {
    let mut place = Place::new().await;
    let added = place.send("../../tram.md", TRAM.as_bytes()).await;
    assert_eq!((text(&added), labels(&added)), (ADDED, vec!["Undo"]));
    assert_eq!(fs::read_to_string(place.document("tram.md")).unwrap(), TRAM);
    let answer = place.bot.reply(&private(5, QUESTION)).await;
    says(&answer, "ninety passengers");

    assert_eq!(place.undo(&added).await, "");
    let edited = place.bot.server.edited().await;
    assert_eq!((text(&edited), labels(&edited)), (TAKEN_OUT, vec![]));
    assert_eq!(place.count(), 1);
    assert!(place.data.path().join("forgotten/tram.md").exists());
    let answer = place.bot.reply(&private(5, QUESTION)).await;
    says(&answer, "do not answer");
    place.bot.stop().await;
}

#[tokio::test]
async fn a_document_is_forgotten_until_that_is_undone() {
    let mut place = Place::new().await;
    place.send("tram.md", TRAM.as_bytes()).await;
    let forget = private(ADMIN, "/forget  ferry.txt ");
    let forgotten = place.bot.reply(&forget).await;
    assert_eq!(
        text(&forgotten),
        "Forgot ferry.txt. The file is kept in the folder forgotten of QUOTH_DATA."
    );
    assert!(!place.document("ferry.txt").exists());
    let again = place.bot.reply(&forget).await;
    assert_eq!(
        (text(&again), labels(&again)),
        (
            "I did not forget ferry.txt: no document has that name.",
            vec![]
        )
    );
    let forget = private(ADMIN, "/forget tram.md");
    let last = place.bot.reply(&forget).await;
    says(&last, "it is the only document");
    let bare = place.bot.reply(&private(ADMIN, "/forget")).await;
    begins(&bare, "Which document?");

    fs::write(place.document("ferry.txt"), "Another ferry.").unwrap();
    let taken = "That is not undone: another file has its name by now.";
    assert_eq!(place.undo(&forgotten).await, taken);
    fs::remove_file(place.document("ferry.txt")).unwrap();
    assert_eq!(place.undo(&forgotten).await, "");
    assert_eq!(
        text(&place.bot.server.edited().await),
        "Put ferry.txt back."
    );
    assert!(place.document("ferry.txt").exists());
    place.bot.stop().await;
}

#[tokio::test]
async fn every_file_of_an_album_is_answered_and_none_is_added_twice() {
    let mut place = Place::new().await;
    let mut replies = Vec::new();
    for (name, content) in [
        ("tram.md", TRAM),
        ("bus.txt", "The bus leaves at ten."),
        ("copy.md", TRAM),
    ] {
        let mut message = place.bot.server.file(ADMIN, name, content.as_bytes());
        message["media_group_id"] = json!("17");
        replies.push(place.bot.reply(&message).await);
    }
    let said: Vec<&str> = replies.iter().map(text).collect();
    assert_eq!(said[0], ADDED);
    assert!(said[1].starts_with("Added bus.txt: "), "{said:?}");
    let there = ADDED.replace("Added tram.md", "tram.md is there already");
    assert_eq!((said[2], labels(&replies[2])), (there.as_str(), vec![]));
    // More than questions may be asked in a minute.
    for number in 1..=19 {
        let text = format!("Tram {number} leaves now.");
        let reply = place.send("more.txt", text.as_bytes()).await;
        begins(&reply, "Added more");
    }
    assert!(place.document("more 19.txt").exists());
    place.bot.stop().await;
}

#[tokio::test]
async fn a_button_of_an_earlier_run_says_what_to_do_instead() {
    let mut place = Place::new().await;
    let added = place.send("tram.md", TRAM.as_bytes()).await;
    let forget = private(ADMIN, "/forget ferry.txt");
    let forgotten = place.bot.reply(&forget).await;
    let mut place = place.restart().await;
    let line = place.undo(&added).await;
    assert_eq!(
        line,
        "I no longer know how to undo that. Send /forget tram.md"
    );
    let line = place.undo(&forgotten).await;
    ends(
        &line,
        "kept in the folder forgotten of QUOTH_DATA; send it again.",
    );
    assert!(place.document("tram.md").exists() && !place.document("ferry.txt").exists());
    place.bot.stop().await;
}
