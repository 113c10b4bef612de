//! Where a test runs Quoth: a folder of its own with documents of its own.

use std::fs;
use std::io::Write;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const FERRIES: &str = "\
The Night Ferry to Port Ellery

The night ferry to Port Ellery sails at nine o'clock every evening. It carries 240 passengers and 35 cars. Captain Marta Quill has commanded the night ferry since 2011.

The crossing takes six hours in calm weather. Tickets for the ferry cost 48 euros and are sold at the harbour office.
";

const CLUBS: &str = "\
Harbour Rovers won the county cup in 1987. The stadium of Harbour Rovers holds 8,500 spectators. Harbour Rovers were founded by dock workers in 1904.

Valley United wear green and white shirts. The manager of Valley United is Tomas Reyle, who once kept goal for Harbour Rovers.
";

const CLOCKS: &str = "\
---
title: \"The Clock Museum of Aldermere\"
---

# Visiting

The clock museum was founded by *Hester Brandt* in **1923**. It shows 1,400 clocks in [eleven rooms](https://example.org/rooms).

## Opening hours

The clock museum is closed on Mondays. Admission to the clock museum costs 12 euros.
";

/// A folder that is gone after the test. Quoth is run in it, with nothing in
/// its environment but what the test gives.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// With a few documents in `corpus`, where Quoth looks when nothing else is said.
    pub fn new() -> Self {
        let place = Self::empty();
        place.put("corpus/ferries.txt", FERRIES);
        place.put("corpus/clubs.txt", CLUBS);
        place.put("corpus/museums/clocks.md", CLOCKS);
        place
    }

    /// Without any document.
    pub fn empty() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Reads the document that `cited` names where it says; returns the document and the first byte.
    #[track_caller]
    pub fn check(&self, cited: &Value) -> (Vec<u8>, usize) {
        let name = cited["document"].as_str().unwrap();
        let file = fs::read(self.path("corpus").join(name)).unwrap();
        let byte = |key: &str| usize::try_from(cited[key].as_u64().unwrap()).unwrap();
        let text = cited["text"].as_str().unwrap();
        let stands = file.get(byte("start")..byte("end"));
        assert_eq!(stands, Some(text.as_bytes()), "{cited}");
        (file, byte("start"))
    }

    /// Writes a file, and the folders it is in.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Quoth, ready to be called.
    pub fn quoth<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Call<'_> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoth"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env("HOME", self.path("home"))
            .env("QUOTH_DATA", self.path("data"));
        Call {
            command,
            input: Vec::new(),
            place: PhantomData,
        }
    }

    /// Runs Quoth to its end.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Done {
        self.quoth(arguments).done()
    }

    /// `quoth ask`.
    pub fn ask(&self, question: &str) -> Done {
        self.run(["ask", question])
    }

    /// The answers to `questions`, each asked on its own.
    pub fn answers<'a>(&self, questions: impl IntoIterator<Item = &'a str>) -> Vec<Value> {
        let lines: Vec<&str> = questions.into_iter().collect();
        let done = self.quoth(["--json"]).input(lines.join("\n")).done();
        let answers = done.exits(0).json();
        assert_eq!(answers.len(), lines.len(), "one answer a line");
        answers
    }

    /// The one answer to `question`.
    pub fn answer(&self, question: &str) -> Value {
        self.answers([question]).remove(0)
    }

    /// The first quote of the answer to each question holds what is wanted, and is shown as one.
    #[track_caller]
    pub fn quotes(&self, cases: &[(&str, &str)]) {
        let answers = self.answers(cases.iter().map(|(question, _)| *question));
        for (answer, (question, wanted)) in answers.iter().zip(cases) {
            let text = answer["quotes"][0]["text"].as_str().unwrap_or_default();
            assert!(text.contains(wanted), "{question}: {answer}");
            assert_ne!(answer["status"], "abstained", "{question}: {answer}");
        }
    }

    /// What `quoth sources --json` says.
    pub fn sources(&self) -> Value {
        self.run(["sources", "--json"]).exits(0).object()
    }
}

/// A call of Quoth that is being put together.
pub struct Call<'a> {
    pub command: Command,
    input: Vec<u8>,
    /// The place must be there until the call is done.
    place: PhantomData<&'a Place>,
}

impl Call<'_> {
    pub fn env(mut self, name: &str, value: impl AsRef<Path>) -> Self {
        self.command.env(name, value.as_ref());
        self
    }

    /// What is piped into it.
    pub fn input(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.input = bytes.into();
        self
    }

    /// Starts it, with pipes on both ends.
    pub fn start(mut self) -> Child {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped());
        self.command.stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs it to its end.
    pub fn done(mut self) -> Done {
        self.command.stdout(Stdio::piped());
        self.into_closed()
    }

    /// Runs it with a standard output that nobody reads any more.
    pub fn unread(mut self) -> Done {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        self.command.stdout(writer);
        self.into_closed()
    }

    fn into_closed(mut self) -> Done {
        self.command.stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        // This end of its standard output, where it has one, must close with the child.
        drop(self.command);
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input;
        let writer = std::thread::spawn(move || {
            // Quoth may be done before it has read everything.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let done = Done {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        };
        assert!(!done.stderr.contains("panicked"), "{done:#?}");
        done
    }
}

/// How a call went.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Done {
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// Nothing but `error: ` with `parts` on standard error, and exit code 2.
    #[track_caller]
    pub fn refused(self, parts: &[&str]) {
        let done = self.exits(2);
        assert_eq!(done.stdout, "", "{done:#?}");
        assert!(done.stderr.starts_with("error: "), "{done:#?}");
        for part in parts {
            assert!(done.stderr.contains(part), "{part:?} is wanted: {done:#?}");
        }
    }

    /// All `parts` on standard output.
    #[track_caller]
    pub fn shows(&self, parts: &[&str]) {
        for part in parts {
            assert!(self.stdout.contains(part), "{part:?} is wanted: {self:#?}");
        }
    }

    /// None of `parts` anywhere.
    #[track_caller]
    pub fn hides(&self, parts: &[&str]) {
        for part in parts {
            let is_there = self.stdout.contains(part) || self.stderr.contains(part);
            assert!(!is_there, "{part:?} is there: {self:#?}");
        }
    }

    /// Standard output as JSON, one value a line.
    #[track_caller]
    pub fn json(&self) -> Vec<Value> {
        let lines = self.stdout.lines().map(serde_json::from_str);
        lines.collect::<Result<_, _>>().expect(&self.stdout)
    }

    /// The one value that standard output is as JSON.
    #[track_caller]
    pub fn object(&self) -> Value {
        let mut values = self.json();
        assert_eq!(values.len(), 1, "{self:#?}");
        values.remove(0)
    }
}

/// The quotes of an answer, found or merely closest.
pub fn quotes(answer: &Value) -> Vec<&Value> {
    ["quotes", "closest"]
        .iter()
        .flat_map(|key| answer[key].as_array().unwrap())
        .collect()
}

/// What the first of these quotes says.
#[track_caller]
pub fn first(answer: &Value) -> &str {
    quotes(answer)[0]["text"].as_str().unwrap()
}

/// The citations of an answer, of all its quotes.
pub fn citations(answer: &Value) -> Vec<&Value> {
    quotes(answer)
        .iter()
        .flat_map(|quote| quote["citations"].as_array().unwrap())
        .collect()
}

/// The names of an object's fields, in the order of the alphabet, in one line.
pub fn keys(object: &Value) -> String {
    let keys = object.as_object().unwrap().keys().map(String::as_str);
    let mut keys: Vec<&str> = keys.collect();
    keys.sort_unstable();
    keys.join(" ")
}
