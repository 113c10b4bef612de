//! Quoth itself as these trials run it: the real binary, in folders of its own.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::Failed;
use serde_json::Value;
use tempfile::TempDir;

use crate::nodes::Nodes;

pub type Outcome<T = ()> = Result<T, Failed>;

/// A trial that waits longer than this for a change has failed.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A folder with documents in `corpus`, an index name in the cluster, and an
/// empty folder that readers run in.
pub struct Place {
    folder: TempDir,
    nodes: String,
    index: String,
}

impl Place {
    pub fn new(nodes: &Nodes, index: &str) -> Outcome<Self> {
        let folder = TempDir::new()?;
        for part in ["corpus", "elsewhere"] {
            fs::create_dir(folder.path().join(part))?;
        }
        Ok(Self {
            folder,
            nodes: nodes.urls().join(","),
            index: index.to_owned(),
        })
    }

    /// What its index names begin with.
    pub fn index(&self) -> &str {
        &self.index
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a document.
    pub fn put(&self, name: &str, text: &str) -> io::Result<()> {
        let path = self.path("corpus").join(name);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, text)
    }

    /// The same at once: nobody sees half of it.
    pub fn replace(&self, name: &str, text: &str) -> io::Result<()> {
        fs::write(self.path("next"), text)?;
        fs::rename(self.path("next"), self.path("corpus").join(name))
    }

    pub fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.path("corpus").join(name))
    }

    /// Quoth where the documents are, without the cluster.
    pub fn alone(&self, arguments: &[&str]) -> Call {
        Call::new(self.folder.path(), self.folder.path(), arguments)
    }

    /// Quoth where the documents are, with the cluster: what `quoth index` needs.
    pub fn writer(&self, arguments: &[&str]) -> Call {
        self.alone(arguments).of_cluster(&self.nodes, &self.index)
    }

    /// Quoth in a folder without documents.
    pub fn reader(&self, arguments: &[&str]) -> Call {
        self.reader_at(&self.nodes, arguments)
    }

    pub fn reader_at(&self, addresses: &str, arguments: &[&str]) -> Call {
        let call = Call::new(self.folder.path(), &self.path("elsewhere"), arguments);
        call.of_cluster(addresses, &self.index)
    }

    /// Runs `quoth index` to its end.
    pub fn bring_up_to_date(&self) -> Outcome {
        self.writer(&["index"]).done()?.exits(0)?;
        Ok(())
    }

    /// Starts `quoth index --watch`, and waits until all documents are indexed.
    pub fn watch(&self) -> Outcome<Running> {
        let mut running = self.writer(&["index", "--watch"]).start()?;
        running.line()?;
        Ok(running)
    }
}

/// A call of Quoth that is being put together.
pub struct Call {
    command: Command,
    input: String,
}

impl Call {
    fn new(home: &Path, folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quoth"));
        command.args(arguments).current_dir(folder).env_clear();
        command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command
            .env("HOME", home.join("home"))
            .env("QUOTH_DATA", home.join("data"))
            .env("QUOTH_READER", "off")
            .env("TELOXIDE_TOKEN", "");
        Self {
            command,
            input: String::new(),
        }
    }

    fn of_cluster(self, addresses: &str, index: &str) -> Self {
        let call = self.with("QUOTH_ENGINE", addresses);
        call.with("QUOTH_ENGINE_INDEX", index)
    }

    /// With a setting.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// With the model that reads.
    pub fn reading(mut self) -> Self {
        self.command.env_remove("QUOTH_READER");
        self
    }

    /// What is piped into it.
    pub fn input(mut self, text: &str) -> Self {
        text.clone_into(&mut self.input);
        self
    }

    /// Runs it to its end.
    pub fn done(mut self) -> Outcome<Done> {
        self.command.stdin(Stdio::piped());
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn()?;
        let stdin = child.stdin.take();
        let input = self.input;
        let writing = thread::spawn(move || {
            // It may be done before it has read everything.
            let _ = stdin.map(|mut stdin| stdin.write_all(input.as_bytes()));
        });
        let output = child.wait_with_output()?;
        writing.join().map_err(|_| "the input was not written")?;
        Ok(Done {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout)?,
            stderr: String::from_utf8(output.stderr)?,
        })
    }

    /// Starts it, with pipes on both ends.
    pub fn start(mut self) -> Outcome<Running> {
        let errors = tempfile::NamedTempFile::new()?;
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped());
        self.command.stderr(File::create(errors.path())?);
        let mut child = self.command.spawn()?;
        let input = child.stdin.take().ok_or("there is no input")?;
        let output = child.stdout.take().ok_or("there is no output")?;
        Ok(Running {
            child,
            input,
            output: BufReader::new(output),
            errors,
        })
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
    pub fn exits(self, code: i32) -> Outcome<Self> {
        if self.code == Some(code) {
            return Ok(self);
        }
        Err(format!("exit code {code} is wanted: {self:#?}").into())
    }

    /// Exit code 2, and all `parts` on standard error.
    pub fn refused(self, parts: &[&str]) -> Outcome {
        let done = self.exits(2)?;
        match parts.iter().find(|part| !done.stderr.contains(**part)) {
            Some(part) => Err(format!("{part:?} is wanted: {done:#?}").into()),
            None => Ok(()),
        }
    }

    /// Standard output as JSON, one value a line.
    pub fn json(&self) -> Outcome<Vec<Value>> {
        let lines = self.stdout.lines().map(serde_json::from_str);
        Ok(lines.collect::<Result<_, _>>()?)
    }
}

/// Quoth that runs until it is dropped.
pub struct Running {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    errors: tempfile::NamedTempFile,
}

impl Running {
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// The next line that it writes.
    pub fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            return Err(format!("Quoth ended: {}", self.errors()?).into());
        }
        Ok(line)
    }

    /// The answer to a question, or to an object that holds one.
    pub fn ask(&mut self, question: &str) -> Outcome<Value> {
        if let Err(error) = writeln!(self.input, "{question}") {
            return Err(format!("{error}: {}", self.errors()?).into());
        }
        Ok(serde_json::from_str(&self.line()?)?)
    }

    /// Asks until the first quote holds `text`.
    pub fn ask_until(&mut self, question: &str, text: &str) -> Outcome {
        eventually(&format!("{question}: never {text}"), || {
            let answer = self.ask(question)?;
            let quote = answer["quotes"][0]["text"].as_str();
            Ok(quote.is_some_and(|quote| quote.contains(text)))
        })
    }

    /// What it has written to standard error so far.
    pub fn errors(&self) -> io::Result<String> {
        fs::read_to_string(self.errors.path())
    }

    /// Ends it as a crash would.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Tells it to stop, and waits until it has; its exit code.
    pub fn stop(&mut self) -> io::Result<Option<i32>> {
        let process = self.process().to_string();
        Command::new("kill").args(["-TERM", &process]).status()?;
        Ok(self.child.wait()?.code())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// Looks until something is so.
pub fn eventually(failure: &str, mut is_so: impl FnMut() -> Outcome<bool>) -> Outcome {
    let start = Instant::now();
    while !is_so()? {
        if start.elapsed() > PATIENCE {
            return Err(failure.into());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
