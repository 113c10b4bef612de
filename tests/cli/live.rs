//! Documents that change while Quoth runs, and an index that is kept from run to run.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::place::Place;

/// A test that waits longer than this for a change has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// Quoth, answering lines until it is dropped.
struct Running {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Running {
    fn start(place: &Place, arguments: &[&str]) -> Self {
        Self::of(place.quoth([&["--json"], arguments].concat()).start())
    }

    fn of(mut child: Child) -> Self {
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    fn ask(&mut self, question: &str) -> Value {
        writeln!(self.input, "{question}").unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    /// Asks until the first quote holds `text`; every answer on the way is one.
    fn ask_until(&mut self, question: &str, text: &str) {
        let start = Instant::now();
        while !self.ask(question)["quotes"][0]["text"]
            .as_str()
            .is_some_and(|quote| quote.contains(text))
        {
            assert!(start.elapsed() < PATIENCE, "{question}: never {text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_running_quoth_answers_from_files_as_they_are() {
    for arguments in [&[][..], &["--ephemeral"]] {
        let place = Place::new();
        let mut quoth = Running::start(&place, arguments);
        let when = "When does the night ferry sail?";
        quoth.ask_until(when, "nine o'clock");
        place.put(
            "corpus/ferries.txt",
            "The night ferry sails at seven sharp.",
        );
        quoth.ask_until(when, "seven sharp");
        // In a folder that is new.
        let height = "How tall is the lighthouse of Aldermere?";
        place.put(
            "corpus/new/towers.md",
            "The lighthouse of Aldermere is 31 metres tall.",
        );
        quoth.ask_until(height, "31 metres");
        let moved = place.path("corpus/new/lights.md");
        fs::rename(place.path("corpus/new/towers.md"), moved).unwrap();
        let document = |answer: &Value| answer["quotes"][0]["citations"][0]["document"].clone();
        let start = Instant::now();
        while document(&quoth.ask(height)) != "new/lights.md" {
            assert!(start.elapsed() < PATIENCE);
        }
        fs::remove_dir_all(place.path("corpus/new")).unwrap();
        while quoth.ask(height)["status"] != "abstained" {
            assert!(start.elapsed() < PATIENCE);
        }
        // The folder itself makes way for another.
        place.put(
            "other/ferries.txt",
            "The night ferry sails at half past ten.",
        );
        fs::rename(place.path("corpus"), place.path("old")).unwrap();
        fs::rename(place.path("other"), place.path("corpus")).unwrap();
        quoth.ask_until(when, "half past ten");
        place.put("corpus/ferries.txt", "The night ferry sails at noon.");
        quoth.ask_until(when, "at noon");
        // All of them: there is nothing to quote, and nothing breaks.
        fs::remove_dir_all(place.path("corpus")).unwrap();
        fs::create_dir(place.path("corpus")).unwrap();
        assert!(quoth.ask(when)["question"] == when);
    }
}

#[test]
fn the_index_is_kept_where_it_may_be() {
    let place = Place::new();
    let index = place.path("data/index");
    let when = "When does the night ferry sail?";
    place.run(["--ephemeral", "ask", when]).exits(0);
    assert!(!index.exists());
    let first = place.ask(when).exits(0);
    assert!(index.exists());
    let second = place.ask(when).exits(0);
    assert_eq!(first.stdout, second.stdout);
    // What is kept follows the files.
    place.put(
        "corpus/ferries.txt",
        "The night ferry sails at seven sharp.",
    );
    place.ask(when).exits(0).shows(&["seven sharp"]);
}

#[test]
fn a_kill_at_any_moment_leaves_an_index_that_is_right() {
    let place = Place::empty();
    let ferry = |number: usize, hour: usize| {
        let mut text =
            format!("Ferry number {number} of the Aldermere line sails at {hour} o'clock.\n");
        for quay in 0..60 {
            let boats = quay * number;
            writeln!(
                text,
                "At quay {quay} of harbour {number} lie {boats} boats and {hour} barges."
            )
            .unwrap();
        }
        place.put(&format!("corpus/ferries/{number}.txt"), text);
    };
    (0..150).for_each(|number| ferry(number, 1));
    for round in 0..8_usize {
        let call = place.quoth(["ask", "When does ferry number 7 sail?"]);
        let mut child = call.start();
        // The moment of the kill is what is tried out here; there is no event to wait for.
        std::thread::sleep(Duration::from_millis(11 * round as u64));
        ferry(round, 2 + round);
        fs::remove_file(place.path(&format!("corpus/ferries/{}.txt", 100 + round))).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        let seen = |arguments: &[&str]| {
            let question = format!("When does ferry number {round} of the Aldermere line sail?");
            let sources = place.run([arguments, &["sources", "--json"]].concat());
            let answer = place.run([arguments, &["--json", "ask", &question]].concat());
            (sources.exits(0).stdout, answer.stdout)
        };
        assert_eq!(seen(&[]), seen(&["--ephemeral"]), "round {round}");
    }
}

#[test]
fn a_single_file_that_is_replaced_is_answered_from() {
    let place = Place::new();
    let mut quoth = Running::start(&place, &["--corpus", "corpus/ferries.txt"]);
    let when = "When does the night ferry sail?";
    quoth.ask_until(when, "nine o'clock");
    for hour in ["seven", "eight"] {
        // As editors save: a new file takes the place of the old one.
        let (new, old) = ("corpus/new.tmp", "corpus/ferries.txt");
        place.put(new, format!("The night ferry sails at {hour}."));
        fs::rename(place.path(new), place.path(old)).unwrap();
        quoth.ask_until(when, hour);
    }
}

#[test]
fn a_file_that_can_no_longer_be_read_is_told_once_on_standard_error() {
    let place = Place::new();
    let log = place.path("log");
    let mut call = place.quoth(["--json"]);
    let command = call.command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let stderr = fs::File::create(&log).unwrap();
    let mut quoth = Running::of(command.stderr(stderr).spawn().unwrap());
    quoth.ask_until("When does the night ferry sail?", "nine o'clock");
    place.put("corpus/clubs.txt", "");
    place.put("corpus/photo.png", b"\x89PNG\r\n");
    let start = Instant::now();
    let told = || fs::read_to_string(&log).unwrap();
    while !told().contains("skipped clubs.txt: it is empty") {
        assert!(start.elapsed() < PATIENCE, "{}", told());
        quoth.ask("When does the night ferry sail?");
    }
    place.put("corpus/ferries.txt", "The night ferry sails at seven.");
    quoth.ask_until("When does the night ferry sail?", "seven");
    let told = told();
    assert_eq!(told.matches("skipped").count(), 1, "{told}");
}
