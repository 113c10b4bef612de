//! The bot under load: the real binary against the strict Bot API server of
//! the tests, of whose calls a share fails.
//!
//! `cargo bench --bench telegram` has 200 chats ask 20 questions each, 20 a
//! second in all, while 5 % of all calls fail by 429, HTTP 500, a response
//! that never comes, or a cut connection. `-- --signal TERM` (or `KILL`) ends
//! the bot in the middle of it and starts it again at once. Printed is how many
//! questions were answered once, in which order, how long that took, and the
//! memory that the bot had at most. Unix only, and memory on Linux only.
//!
//! `-- --soak 60` is the long run, of so many minutes: see [`soak`].

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement that cannot go on has failed"
)]

#[path = "../../tests/telegram/messages.rs"]
#[allow(dead_code, reason = "the tests need more of it")]
mod messages;
#[path = "../../tests/telegram/methods.rs"]
#[allow(dead_code, reason = "the tests need more of it")]
mod methods;
#[path = "../../tests/telegram/server/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests need more of it")]
mod server;
mod soak;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use clap::Parser;
use tempfile::TempDir;

use messages::private;
use server::{Server, TOKEN};

/// Asked in turn.
const QUESTIONS: [&str; 6] = [
    "Who is Lithuania's defence minister?",
    "And Estonia's?",
    "What is Eastern Shield?",
    "How much does it cost?",
    "How many countries have signed the treaty?",
    "Who won the 2022 World Cup?",
];
/// No answer for so long, and none is expected any more.
const SILENCE: Duration = Duration::from_secs(45);

#[derive(Parser)]
struct Load {
    /// Chats that ask
    #[arg(long, default_value_t = 200)]
    chats: usize,
    /// Questions of each chat
    #[arg(long, default_value_t = 20)]
    questions: usize,
    /// Questions a second, of all chats
    #[arg(long, default_value_t = 20.0)]
    rate: f64,
    /// The share of calls that fail
    #[arg(long, default_value_t = 0.05)]
    failing: f64,
    /// The signal that ends the bot in the middle: TERM or KILL
    #[arg(long)]
    signal: Option<String>,
    /// Minutes of the long run, in place of all this
    #[arg(long)]
    soak: Option<u64>,
    /// Cargo adds it.
    #[arg(long, hide = true)]
    bench: bool,
}

/// What became of the questions.
#[derive(Default)]
struct Outcome {
    /// When each was asked: by chat and message.
    asked: HashMap<(i64, u64), Instant>,
    /// The messages that were replied to, in order, by chat.
    replied: BTreeMap<i64, Vec<u64>>,
    times: Vec<Duration>,
}

impl Outcome {
    fn note(&mut self, chat: i64, question: u64) {
        self.replied.entry(chat).or_default().push(question);
        if let Some(asked) = self.asked.remove(&(chat, question)) {
            self.times.push(asked.elapsed());
        }
    }

    fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.times.clone();
        sorted.sort_unstable();
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted
            .get(rank.saturating_sub(1))
            .map_or(f64::NAN, Duration::as_secs_f64)
    }
}

fn main() {
    let load = Load::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    match load.soak {
        Some(minutes) => runtime.block_on(soak::run(Duration::from_mins(minutes))),
        None => runtime.block_on(run(&load)),
    }
}

async fn run(load: &Load) {
    let mut server = Server::start().await;
    let data = TempDir::new().unwrap();
    let mut bot = start(&server, &shipped(), data.path());
    server.next(&["getUpdates"]).await;
    server.fail(load.failing, 1);
    let all = load.chats * load.questions;
    let mut tick = tokio::time::interval(Duration::from_secs_f64(1.0 / load.rate));
    let (mut outcome, mut delivered, mut memory) = (Outcome::default(), 0, 0);
    let mut last = Instant::now();
    while delivered < all || (!outcome.asked.is_empty() && last.elapsed() < SILENCE) {
        tokio::select! {
            _ = tick.tick() => {
                if delivered < all {
                    let chat = i64::try_from(delivered % load.chats).unwrap() + 1;
                    let question = QUESTIONS[delivered / load.chats % QUESTIONS.len()];
                    let id = server.deliver(&private(chat, question));
                    outcome.asked.insert((chat, id), Instant::now());
                    delivered += 1;
                    if let Some(signal) = load.signal.as_ref().filter(|_| delivered == all / 2) {
                        memory = memory.max(status(&bot, "VmHWM:"));
                        end(bot, signal).await;
                        bot = start(&server, &shipped(), data.path());
                    }
                }
            }
            call = server.next(&["sendMessage"]) => {
                last = Instant::now();
                let reply = &call.parameters["reply_parameters"]["message_id"];
                if let Some(question) = reply.as_u64() {
                    outcome.note(call.parameters["chat_id"].as_i64().unwrap(), question);
                }
            }
        }
    }
    memory = memory.max(status(&bot, "VmHWM:"));
    end(bot, "TERM").await;
    report(load, &server, &outcome, memory);
}

/// The shipped corpus.
fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Starts the bot on a corpus.
fn start(server: &Server, corpus: &Path, data: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quoth"));
    command
        .env_clear()
        .current_dir(data)
        .arg("--corpus")
        .arg(corpus);
    command
        .env("TELOXIDE_TOKEN", TOKEN)
        .env("TELOXIDE_API_URL", &server.url)
        .env("QUOTH_DATA", data)
        .env("RUST_LOG", "error");
    command.stdin(Stdio::null()).spawn().unwrap()
}

async fn end(mut bot: Child, signal: &str) {
    let sent = Command::new("kill")
        .arg(format!("-{signal}"))
        .arg(bot.id().to_string())
        .status();
    assert!(sent.unwrap().success());
    tokio::task::spawn_blocking(move || bot.wait())
        .await
        .unwrap()
        .unwrap();
}

/// A number of `/proc/PID/status`; 0 where the system does not say.
fn status(bot: &Child, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", bot.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}

fn report(load: &Load, server: &Server, outcome: &Outcome, memory: u64) {
    let asked = load.chats * load.questions;
    let mut counts: HashMap<(i64, u64), usize> = HashMap::new();
    for (&chat, replied) in &outcome.replied {
        for &question in replied {
            *counts.entry((chat, question)).or_default() += 1;
        }
    }
    let twice = counts.values().filter(|&&count| count > 1).count();
    let in_order = outcome
        .replied
        .values()
        .filter(|replied| replied.is_sorted())
        .count();
    println!(
        "{asked} questions of {} chats, {} a second",
        load.chats, load.rate
    );
    println!(
        "answered once {}, more than once {twice}, never {}",
        counts.len() - twice,
        asked - counts.len()
    );
    println!("chats answered in order: {in_order} of {}", load.chats);
    println!("calls that failed: {:?}", server.failures());
    println!("faults: {:?}", server.faults());
    println!(
        "from question to answer: half within {:.2} s, 95 % within {:.2} s, all within {:.2} s",
        outcome.quantile(0.5),
        outcome.quantile(0.95),
        outcome.quantile(1.0)
    );
    println!("most memory: {:.1} MB", memory as f64 / 1024.0);
}
