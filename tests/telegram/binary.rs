//! `quoth telegram`: the real binary, its exit codes, its signals (of Unix),
//! and what it writes.

use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::{self, JoinHandle};
use std::time::UNIX_EPOCH;

use tempfile::TempDir;

use crate::bot::corpus;
use crate::messages::{begins, private, says};
use crate::methods::error;
use crate::server::{FETCH, Failure, Server, TOKEN};

const QUESTION: &str = "When does the night ferry sail?";

/// The binary, started on a small corpus that lasts as long as it.
pub struct Running {
    id: u32,
    /// What it writes is read all the while: a full pipe would hold it up.
    output: JoinHandle<io::Result<Output>>,
    _corpus: TempDir,
    _data: Option<TempDir>,
}

impl Running {
    /// Starts it with these variables, which win over those that it needs.
    fn start(server: &Server, variables: &[(&str, &str)]) -> Self {
        let data = TempDir::new().unwrap();
        let running = Self::start_set(data.path(), server, variables);
        Self {
            _data: Some(data),
            ..running
        }
    }

    /// Starts it where an earlier one may have left something.
    pub fn start_with(data: &Path, server: &Server) -> Self {
        Self::start_set(data, server, &[])
    }

    fn start_set(data: &Path, server: &Server, variables: &[(&str, &str)]) -> Self {
        let folder = corpus();
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoth"));
        command
            .env_clear()
            .current_dir(folder.path())
            .arg("--corpus")
            .arg(folder.path())
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("TELOXIDE_API_URL", &server.url)
            .env("QUOTH_DATA", data)
            .env("RUST_LOG", "warn")
            .envs(variables.iter().copied());
        Self::of(command, folder)
    }

    fn of(mut command: Command, folder: TempDir) -> Self {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        Self {
            id: child.id(),
            output: thread::spawn(|| child.wait_with_output()),
            _corpus: folder,
            _data: None,
        }
    }

    /// Sends a signal, such as `TERM`, and returns how it ended, and what it wrote.
    pub async fn end_by(self, signal: &str) -> (Option<i32>, String, String) {
        let sent = Command::new("kill")
            .arg(format!("-{signal}"))
            .arg(self.id.to_string())
            .status();
        assert!(sent.unwrap().success());
        self.end().await
    }

    /// How it ended, and what it wrote.
    async fn end(self) -> (Option<i32>, String, String) {
        let Self {
            output,
            _corpus,
            _data,
            ..
        } = self;
        let ended = tokio::task::spawn_blocking(|| output.join());
        let ended = ended.await.unwrap().unwrap().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (ended.status.code(), text(ended.stdout), text(ended.stderr))
    }
}

#[tokio::test]
async fn it_answers_and_a_signal_ends_it_with_0() {
    for signal in ["TERM", "INT"] {
        let mut server = Server::start().await;
        let running = Running::start(&server, &[]);
        let id = server.deliver(&private(5, QUESTION));
        let sent = server.sent().await;
        assert_eq!(sent["reply_parameters"]["message_id"], id);
        says(&sent, "at nine o'clock");
        let (code, stdout, stderr) = running.end_by(signal).await;
        assert_eq!((code, stdout.as_str()), (Some(0), ""), "{signal}: {stderr}");
        assert_eq!(
            stderr,
            "@quoth_test_bot answers on Telegram until this is stopped: everyone may ask, as QUOTH_ALLOWED_CHATS is not set\n"
        );
        assert_eq!(server.faults(), [""; 0]);
    }
}

#[tokio::test]
async fn its_first_words_say_who_may_ask_and_where_its_settings_are_from() {
    let (mut server, data) = (Server::start().await, TempDir::new().unwrap());
    let file = data.path().join("settings");
    let lines = format!(
        "TELOXIDE_TOKEN={TOKEN}\nTELOXIDE_API_URL={}\nQUOTH_ALLOWED_CHATS=5,-1001\n",
        server.url
    );
    std::fs::write(&file, lines).unwrap();
    let folder = corpus();
    let mut command = Command::new(env!("CARGO_BIN_EXE_quoth"));
    command.env_clear().env("QUOTH_DATA", data.path());
    command.arg("--corpus").arg(folder.path());
    command.arg("--env-file").arg(&file);
    let running = Running::of(command, folder);
    server.deliver(&private(5, QUESTION));
    server.sent().await;
    let (code, _, stderr) = running.end_by("TERM").await;
    let first = format!("settings are read from {}\n", file.display());
    let second = "@quoth_test_bot answers on Telegram until this is stopped: 2 chats may ask\n";
    assert_eq!((code, stderr), (Some(0), first + second));
}

#[tokio::test]
async fn a_refused_token_exits_with_2_and_a_hint() {
    let server = Server::start().await;
    let running = Running::start(&server, &[("TELOXIDE_TOKEN", "42:AAnotTheSecret")]);
    let (code, stdout, stderr) = running.end().await;
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    begins(
        &stderr,
        "error: Telegram refused the token\nhint: check TELOXIDE_TOKEN",
    );
    assert!(!stderr.contains("AAnotTheSecret"), "{stderr}");
}

#[tokio::test]
async fn no_log_holds_the_token_or_what_anyone_wrote() {
    let mut server = Server::start().await;
    // An error of each kind that is logged on the way.
    server.script("setMyCommands", error(400, "Bad Request: no"));
    server.script("getUpdates", serde_json::json!({"message": QUESTION}));
    server.script(
        "sendMessage",
        error(400, "Bad Request: can't parse entities"),
    );
    let running = Running::start(&server, &[("RUST_LOG", "trace")]);
    let mut strange = private(5, QUESTION);
    strange["chat"] = serde_json::json!(QUESTION);
    server.deliver(&strange);
    server.deliver(&private(5, QUESTION));
    server.sent().await;
    server.sent().await;
    let (code, _, stderr) = running.end_by("TERM").await;
    assert_eq!(code, Some(0), "{stderr}");
    says(&stderr, "chat 5, message 2: replied after");
    let secret = TOKEN.split_once(':').unwrap().1;
    for private in [secret, "night ferry", "sail", "nine o'clock"] {
        assert!(!stderr.contains(private), "{private:?} in {stderr}");
    }
}

#[tokio::test]
async fn no_log_holds_the_token_or_the_name_of_a_file() {
    let mut server = Server::start().await;
    let running = Running::start(&server, &[("RUST_LOG", "trace"), ("QUOTH_ADMINS", "9")]);
    for failure in [Failure::Flood, Failure::Broken, Failure::Cut] {
        server.script_failure(FETCH, failure);
    }
    server.deliver(&server.file(9, "tram.txt", b"The tram carries ninety passengers."));
    let added = server.posted().await;
    begins(&added, "Added tram.txt");
    server.script(FETCH, error(404, "Not Found"));
    server.deliver(&server.file(9, "bus.txt", b"The bus leaves at ten."));
    let refused = server.posted().await;
    says(&refused, "I could not fetch it");
    let (code, stdout, stderr) = running.end_by("TERM").await;
    assert_eq!((code, stdout.as_str()), (Some(0), ""), "{stderr}");
    says(&stderr, "a file failed");
    says(&stderr, "its file is not fetched");
    let secret = TOKEN.split_once(':').unwrap().1;
    for private in [secret, "bus.txt", "passengers", "leaves"] {
        assert!(!stderr.contains(private), "{private:?} in {stderr}");
    }
    assert_eq!(server.faults(), [""; 0]);
}

#[tokio::test]
async fn who_floods_does_not_fill_the_log() {
    let server = Server::start().await;
    server.hold_back(5);
    let mut asked = private(5, QUESTION);
    // Before the bot was there, so that they are not too many a minute.
    let now = UNIX_EPOCH.elapsed().unwrap().as_secs();
    asked["date"] = serde_json::json!(now - 60);
    for _ in 0..300 {
        server.deliver(&asked);
    }
    let running = Running::start(&server, &[]);
    server.taken().await;
    let (_, _, stderr) = running.end_by("KILL").await;
    let lines = stderr.matches("too much waits").count();
    assert!((1..10).contains(&lines), "{stderr}");
}

#[tokio::test]
async fn another_poller_is_told_of_once() {
    let mut server = Server::start().await;
    let conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    server.script("getUpdates", error(409, conflict));
    server.script("getUpdates", error(409, conflict));
    server.deliver(&private(5, QUESTION));
    let running = Running::start(&server, &[]);
    server.sent().await;
    let (_, _, stderr) = running.end_by("TERM").await;
    assert_eq!(
        stderr
            .matches("another program answers with this bot's token")
            .count(),
        1,
        "{stderr}"
    );
}

#[tokio::test]
async fn the_log_holds_questions_only_if_that_is_asked_for() {
    for (set, wanted) in [
        (None, false),
        (Some(("QUOTH_LOG_QUESTIONS", "false")), false),
        (Some(("QUOTH_LOG_QUESTIONS", "true")), true),
    ] {
        let mut server = Server::start().await;
        let variables: Vec<_> = set.into_iter().chain([("RUST_LOG", "info")]).collect();
        let running = Running::start(&server, &variables);
        server.deliver(&private(5, QUESTION));
        server.posted().await;
        server.taken().await;
        let (code, _, stderr) = running.end_by("TERM").await;
        assert_eq!(code, Some(0), "{stderr}");
        says(&stderr, "chat 5, message 1: replied");
        assert_eq!(stderr.contains(QUESTION), wanted, "{set:?}: {stderr}");
        assert!(!stderr.contains("nine o'clock"), "{stderr}");
    }
}
