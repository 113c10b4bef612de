//! A bot that is served in this process.

use std::collections::BTreeSet;
use std::fs;
use std::sync::{Arc, Mutex, mpsc};

use quoth::Quoth;
use quoth::answer::{Answer, Missing, Outcome, Reason, Settings};
use quoth::chat::conversation::{Reply, Said};
use quoth::chat::telegram::{Access, Api, Asked, Service, serve};
use quoth::config::Webhook;
use quoth::ingest::Origin;
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::messages::id;
use crate::server::{PATIENCE, Server, TOKEN};

const FERRIES: &str = "\
# The Night Ferry to Port Ellery

The night ferry to Port Ellery sails at nine o'clock every evening. It carries 240 passengers and 35 cars.
";

/// A document that would like to be more than text.
const HOSTILE: &str = "\
The Lighthouse of Ferrow

The lighthouse keeper of Ferrow & his </blockquote><a href=\"tg://user?id=1\">dog</a> were called \u{202e}Barnaby\u{202c} &lt;b&gt;.
";

/// Two documents to hold a conversation about.
const HARBOUR: &str = "\
The harbour of Port Ellery was dug in 1804.

The night ferry to Port Ellery sails at nine. A ticket for the night ferry costs 12 pounds. The night ferry has 40 cabins.

The day ferry sails at noon. A ticket for the day ferry costs 7 pounds.
";
const MUSEUMS: &str = "\
The Clock Museum was founded in 1923 by Ines Marlow. It closed in 1971 because its roof had fallen in.

Ines Marlow, a painter, wrote that clocks are patient. Marlow died in Chile in 1950.

The Tide Museum was founded in 1931 by Rosa Quill. Tickets for the Tide Museum cost 5 pounds.

Peru has sent 300 visitors to the Tide Museum. Chile has sent 20 visitors to the Tide Museum.
";

/// Writes a small corpus.
pub fn corpus() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("ferries.md"), FERRIES).unwrap();
    fs::write(folder.path().join("lighthouse.txt"), HOSTILE).unwrap();
    folder
}

/// A bot, and the Telegram that it talks with.
pub struct Bot {
    pub server: Server,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<anyhow::Result<()>>,
}

impl Bot {
    /// Answers from the corpus, whoever asks.
    pub async fn start() -> Self {
        Self::serving(service(Access::default())).await
    }

    /// Answers from the corpus to hold a conversation about, whoever asks.
    pub async fn in_town() -> Self {
        Self::serving(town(Access::default())).await
    }

    /// Answers as the test says.
    pub async fn answering(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        Self::serving(saying(answer)).await
    }

    pub async fn serving(service: Service) -> Self {
        Self::with(Server::start().await, service)
    }

    pub fn with(server: Server, service: Service) -> Self {
        Self::run(server, service, None)
    }

    /// Answers what Telegram brings to an address of this machine.
    pub fn by_webhook(server: Server, service: Service, webhook: Webhook) -> Self {
        Self::run(server, service, Some(webhook))
    }

    fn run(server: Server, service: Service, webhook: Option<Webhook>) -> Self {
        let api = Api::new(TOKEN, Some(server.url.parse().unwrap())).unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(async move {
            let ready = |name: &str| assert_eq!(name, "quoth_test_bot");
            // A dropped sender stops the bot as well.
            let stop = async { drop(stopped.await) };
            serve(api, service, webhook.as_ref(), ready, stop).await
        });
        Self {
            server,
            stop: Some(stop),
            serving,
        }
    }

    /// Sends a message and returns what the bot sends next, which must be a reply to it.
    pub async fn ask(&mut self, message: &Value) -> Value {
        let id = self.server.deliver(message);
        let sent = self.server.sent().await;
        assert_eq!(sent["reply_parameters"]["message_id"], id, "{sent}");
        sent
    }

    /// Sends a message and returns the reply to it as it then stands in the chat.
    pub async fn reply(&mut self, message: &Value) -> Value {
        let id = self.server.deliver(message);
        let posted = self.server.posted().await;
        assert_eq!(posted["reply_to_message"]["message_id"], id, "{posted}");
        posted
    }

    /// The line that whoever pressed gets, once they wait no longer.
    pub async fn toast(&mut self, press: &str) -> String {
        self.server.answered(press).await;
        let answer = self.server.next(&["answerCallbackQuery"]).await.parameters;
        assert_eq!(answer["callback_query_id"], press);
        answer["text"].as_str().unwrap_or_default().to_owned()
    }

    /// Presses a button, and returns the line that whoever pressed gets.
    pub async fn told(&mut self, message: &Value, label: &str, person: i64) -> String {
        let press = self.press(message, label, person);
        self.toast(&press).await
    }

    /// Presses a button, and returns the message that changes next.
    pub async fn edited_by(&mut self, message: &Value, label: &str, person: i64) -> Value {
        self.press(message, label, person);
        self.server.edited().await
    }

    /// Presses a button, and returns the message that is sent next.
    pub async fn posted_by(&mut self, message: &Value, label: &str, person: i64) -> Value {
        self.press(message, label, person);
        self.server.posted().await
    }

    /// The lines that those get who pressed at once, in the order of their letters.
    pub async fn toasts(&mut self, presses: &[String]) -> Vec<String> {
        let mut lines = Vec::new();
        for press in presses {
            self.server.answered(press).await;
            let line = self.server.next(&["answerCallbackQuery"]).await.parameters;
            lines.push(line["text"].as_str().unwrap_or_default().to_owned());
        }
        lines.sort();
        lines
    }

    /// What stands on the buttons under a message.
    pub fn labels(&self, message: &Value) -> Vec<String> {
        let chat = message["chat"]["id"].as_i64().unwrap();
        let buttons = self.server.buttons(chat, id(message)).into_iter();
        buttons.map(|(label, _)| label).collect()
    }

    /// Presses the button with this text under a message; returns the id of the press.
    pub fn press(&self, message: &Value, label: &str, person: i64) -> String {
        let chat = message["chat"]["id"].as_i64().unwrap();
        self.server.press_button(chat, id(message), label, person)
    }

    /// Tells the bot to stop, as a signal does.
    pub fn tell_to_stop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
    }

    /// How serving ended.
    pub async fn end(&mut self) -> anyhow::Result<()> {
        let ended = tokio::time::timeout(PATIENCE, &mut self.serving).await;
        let result = ended.expect("the bot goes on").expect("the bot panicked");
        assert_eq!(self.server.faults(), [""; 0]);
        result
    }

    /// Stops the bot, which must have made no mistake.
    pub async fn stop(self) {
        self.leave().await;
    }

    /// Stops the bot, which must have made no mistake, and returns its Telegram.
    pub async fn leave(mut self) -> Server {
        self.tell_to_stop();
        self.end().await.unwrap();
        self.server
    }
}

/// Lets in one admin, and nobody else.
pub fn only(admin: i64) -> Access {
    Access {
        chats: Some(BTreeSet::new()),
        admins: BTreeSet::from([admin]),
    }
}

/// A small corpus that can be asked.
pub fn service(access: Access) -> Service {
    Service::new(opened(&corpus()), access)
}

/// The corpus to hold a conversation about.
pub fn town(access: Access) -> Service {
    documents(
        &[("harbour.txt", HARBOUR), ("museums.txt", MUSEUMS)],
        access,
    )
}

/// Documents of the test's own.
pub fn documents(documents: &[(&str, &str)], access: Access) -> Service {
    let folder = TempDir::new().unwrap();
    for (name, text) in documents {
        fs::write(folder.path().join(name), text).unwrap();
    }
    Service::new(opened(&folder), access)
}

/// Quoth of the documents in a folder.
pub fn opened(folder: &TempDir) -> Arc<Quoth> {
    let origin = Origin::in_memory(&[folder.path().to_owned()]);
    Arc::new(Quoth::open(origin, Settings::default(), |_| {}).unwrap())
}

/// Who opens the gate, and a wait at it, which each opening ends once.
pub fn gate() -> (mpsc::Sender<()>, impl Fn() + Send + Sync + 'static) {
    let (open, opened) = mpsc::channel();
    let opened = Mutex::new(opened);
    let wait = move || opened.lock().unwrap().recv_timeout(PATIENCE).unwrap();
    (open, wait)
}

/// A service that answers as the test says.
pub fn saying(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Service {
    let say = move |asked: &Asked| {
        Ok(Reply {
            answer: None,
            said: Said::Answer {
                answer: answer(&asked.text),
                searched_for: None,
                instead: Vec::new(),
            },
        })
    };
    Service {
        say: Box::new(say),
        ..service(Access::default())
    }
}

/// What a service without documents answers.
pub fn no_answer(question: &str) -> Answer {
    Answer {
        question: question.to_owned(),
        confidence: 0.0,
        corrections: Vec::new(),
        outcome: Outcome::Abstained {
            reason: Reason::NoMatch,
            missing: Missing::default(),
            doubts: Vec::new(),
            closest: Vec::new(),
        },
        disagreement: None,
    }
}
