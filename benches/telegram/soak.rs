//! The long run: 50 chats ask for an hour while everything goes wrong that may.
//!
//! 5 % of all calls fail, documents are added, changed and removed all the
//! time, one more chat is held back by Telegram for good, and every five
//! minutes the process that extracts text is stopped in the middle of a file,
//! as if that hung. Printed, every five minutes: how many questions were asked,
//! answered once, more than once, and wait; memory, descriptors and threads.
//! Linux only.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::messages::private;
use crate::server::Server;
use crate::{QUESTIONS, SILENCE, end, start, status};

const CHATS: i64 = 50;
/// The chat to which nothing can be sent.
const HELD_BACK: i64 = CHATS + 1;
/// Between two questions of one chat.
const PAUSE: Duration = Duration::from_secs(10);
const FAILING: f64 = 0.05;
/// Between two changes of the documents.
const CHANGE: Duration = Duration::from_secs(3);
const REPORT: Duration = Duration::from_mins(5);

/// What became of the questions, but those of the chat that is held back.
#[derive(Default)]
struct Tally {
    asked: u64,
    /// How often each was replied to: by chat and message.
    replies: HashMap<(i64, u64), u32>,
    waiting: HashMap<(i64, u64), Instant>,
    slowest: Duration,
}

impl Tally {
    fn reply(&mut self, chat: i64, question: u64) {
        *self.replies.entry((chat, question)).or_default() += 1;
        if let Some(asked) = self.waiting.remove(&(chat, question)) {
            self.slowest = self.slowest.max(asked.elapsed());
        }
    }

    fn report(&mut self, since: Instant, bot: &Child) {
        let twice = self.replies.values().filter(|&&count| count > 1).count();
        let descriptors = fs::read_dir(format!("/proc/{}/fd", bot.id())).map_or(0, Iterator::count);
        println!(
            "{:>4} min: {:>6} asked, {:>6} answered once, {twice} more than once, {:>3} wait, slowest {:>5.1} s; {:>6.1} MB, {descriptors} descriptors, {} threads",
            since.elapsed().as_secs() / 60,
            self.asked,
            self.replies.len() - twice,
            self.waiting.len(),
            self.slowest.as_secs_f64(),
            status(bot, "RssAnon:") as f64 / 1024.0,
            status(bot, "Threads:"),
        );
        self.slowest = Duration::ZERO;
    }
}

/// Runs for so long, and until all that was asked is answered.
pub async fn run(long: Duration) {
    let mut server = Server::start().await;
    let (corpus, data) = (copied(&crate::shipped()), TempDir::new().unwrap());
    let bot = start(&server, corpus.path(), data.path());
    server.next(&["getUpdates"]).await;
    server.fail(FAILING, 1);
    server.hold_back(HELD_BACK);
    let began = Instant::now();
    let mut tally = Tally::default();
    let mut ask = tokio::time::interval(PAUSE / (CHATS as u32 + 1));
    let mut change = tokio::time::interval(CHANGE);
    let mut report = tokio::time::interval_at((began + REPORT).into(), REPORT);
    let (mut turn, mut changes, mut last) = (0, 0, Instant::now());
    while began.elapsed() < long || (!tally.waiting.is_empty() && last.elapsed() < SILENCE) {
        tokio::select! {
            _ = ask.tick(), if began.elapsed() < long => {
                turn += 1;
                let chat = turn % (CHATS + 1) + 1;
                let question = QUESTIONS[(turn / (CHATS + 1)) as usize % QUESTIONS.len()];
                let id = server.deliver(&private(chat, question));
                if chat != HELD_BACK {
                    tally.asked += 1;
                    tally.waiting.insert((chat, id), Instant::now());
                }
            }
            _ = change.tick(), if began.elapsed() < long => {
                changes += 1;
                change_documents(corpus.path(), changes);
            }
            _ = report.tick() => {
                tally.report(began, &bot);
                let bot = bot.id();
                thread::spawn(move || stop_extraction(bot));
            }
            call = server.next(&["sendMessage"]) => {
                last = Instant::now();
                let chat = call.parameters["chat_id"].as_i64().unwrap();
                let reply = &call.parameters["reply_parameters"]["message_id"];
                if let Some(question) = reply.as_u64().filter(|_| chat != HELD_BACK) {
                    tally.reply(chat, question);
                }
            }
        }
    }
    tally.report(began, &bot);
    println!("calls that failed: {:?}", server.failures());
    println!("faults: {:?}", server.faults());
    end(bot, "TERM").await;
}

/// A copy of a folder's files.
fn copied(folder: &Path) -> TempDir {
    let copy = TempDir::new().unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    copy
}

/// Adds, changes or removes one of a few documents, of a format that is extracted.
fn change_documents(corpus: &Path, number: u64) {
    let path: PathBuf = corpus.join(format!("notice-{}.html", number % 7));
    if number.is_multiple_of(5) {
        // It may not be there yet.
        let _ = fs::remove_file(path);
    } else {
        let text = format!(
            "<html><body><p>Notice {number} says that the hall opens at {}.</p></body></html>",
            number % 24
        );
        fs::write(path, text).unwrap();
    }
}

/// Waits for the next process that extracts text, and stops it, as if a file made it hang.
fn stop_extraction(bot: u32) {
    let child = || {
        let tasks = fs::read_dir(format!("/proc/{bot}/task")).ok()?;
        let children = tasks
            .flatten()
            .map(|task| fs::read_to_string(task.path().join("children")));
        let children: String = children.flatten().collect();
        children.split_whitespace().next().map(str::to_owned)
    };
    // Until the bot ends.
    while Path::new(&format!("/proc/{bot}")).exists() {
        if let Some(child) = child() {
            let stopped = Command::new("kill").args(["-STOP", &child]).status();
            println!(
                "          an extraction is stopped: {}",
                stopped.is_ok_and(|status| status.success())
            );
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
}
