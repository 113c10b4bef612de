//! Formats that are no text, and long texts, are read in processes of their own,
//! so that no file can bring Quoth down: a parser that aborts, never ends or
//! fills the memory costs its own process, and the file is skipped with that reason.
//!
//! Such a process is Quoth itself with the argument [`ARGUMENT`]: it takes files
//! from standard input, one after the other, and gives what they say.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::corpus::files::Found;
use crate::corpus::{self, Document};

/// What makes Quoth such a process, as its only argument.
pub const ARGUMENT: &str = "--read-files";
/// A text of more bytes than this is long: what could be costly about it is then.
const LONG: usize = 1024 * 1024;
/// How long a file may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Memory that such a process may ask for, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;

/// Reads files, in this process or another.
pub(super) struct Reader<'a> {
    program: Option<&'a Path>,
    patience: Duration,
    /// Started when the first file needs it.
    process: Option<Process>,
}

impl<'a> Reader<'a> {
    /// Without a program, every file is read in this process.
    pub(super) fn new(program: Option<&'a Path>) -> Self {
        Self {
            program,
            patience: PATIENCE,
            process: None,
        }
    }

    /// The document in a file with this content, or why there is none.
    pub(super) fn read(&mut self, file: &Found, content: Vec<u8>) -> Result<Document, Problem> {
        let is_easy = file.format.is_text() && content.len() <= LONG;
        let Some(program) = self.program.filter(|_| !is_easy) else {
            return corpus::parse(&file.name, content).map_err(Problem::Content);
        };
        let mut answer = self.ask(program, file, &content);
        if matches!(answer, Err(Failure::Ended)) {
            // It may have been ended by somebody.
            answer = self.ask(program, file, &content);
        }
        match answer {
            Ok(read) => read.map_err(Problem::Content),
            Err(failure) => Err(Problem::Reader(failure.to_string())),
        }
    }

    /// Asks a process, which is not asked again where it fails.
    fn ask(
        &mut self,
        program: &Path,
        file: &Found,
        content: &[u8],
    ) -> Result<Result<Document, String>, Failure> {
        let mut process = match self.process.take() {
            Some(process) => process,
            None => Process::start(program)?,
        };
        let read = process.read(&file.name, content, self.patience)?;
        self.process = Some(process);
        Ok(read)
    }
}

/// Why a file is no document.
#[derive(Debug)]
pub(super) enum Problem {
    /// Its content, which says so to everybody who reads it.
    Content(String),
    /// Its reader had trouble, which may be another's fault.
    Reader(String),
}

/// Why a process gave no answer.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("its reader cannot be started: {0}")]
    NotStarted(#[from] io::Error),
    #[error("reading it takes longer than {0:?}")]
    Late(Duration),
    #[error("it is damaged, or needs too much memory: its reader broke down")]
    Ended,
}

struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Vec<u8>>,
}

impl Process {
    fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        // What Ctrl+C ends is Quoth, which then ends this.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command
            .arg(ARGUMENT)
            // Nothing secret for a parser of foreign files.
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // What a parser says when it panics is for nobody.
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (sender, answers) = mpsc::channel();
        // It ends with the process, whose output ends then.
        thread::spawn(move || {
            while let Ok(answer) = read_part(&mut output) {
                if sender.send(answer).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            child,
            input,
            answers,
        })
    }

    fn read(
        &mut self,
        name: &str,
        content: &[u8],
        patience: Duration,
    ) -> Result<Result<Document, String>, Failure> {
        let asked = write_part(&mut self.input, name.as_bytes())
            .and_then(|()| write_part(&mut self.input, content))
            .and_then(|()| self.input.flush());
        asked.map_err(|_| Failure::Ended)?;
        let answer = self
            .answers
            .recv_timeout(patience)
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => Failure::Late(patience),
                RecvTimeoutError::Disconnected => Failure::Ended,
            })?;
        document(&answer).ok_or(Failure::Ended)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that has ended by itself cannot be killed, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Is such a process: reads the files that come on `input` until it ends.
///
/// # Errors
///
/// Where the pipes break.
pub fn serve(input: impl Read, output: impl Write) -> io::Result<()> {
    #[cfg(unix)]
    {
        let (_, most) = rlimit::getrlimit(rlimit::Resource::AS)?;
        let limit = MEMORY.min(most);
        rlimit::setrlimit(rlimit::Resource::AS, limit, limit)?;
    }
    let (sender, turns) = mpsc::channel();
    // Whoever asks gives up by then, or is gone.
    thread::spawn(move || {
        while turns.recv().is_ok() {
            if let Err(RecvTimeoutError::Timeout) = turns.recv_timeout(2 * PATIENCE) {
                std::process::exit(1);
            }
        }
    });
    answer_all(input, output, &sender)
}

/// Answers until the input ends; `turns` is told of the start and the end of each reading.
fn answer_all(mut input: impl Read, mut output: impl Write, turns: &Sender<()>) -> io::Result<()> {
    loop {
        let name = match read_part(&mut input) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            name => name?,
        };
        let content = read_part(&mut input)?;
        // Where nobody counts the time, it is not counted.
        let _ = turns.send(());
        let document = corpus::parse(&String::from_utf8_lossy(&name), content);
        let _ = turns.send(());
        let answer = postcard::to_stdvec(&document).map_err(io::Error::other)?;
        write_part(&mut output, &answer)?;
        output.flush()?;
    }
}

/// What an answer says.
fn document(answer: &[u8]) -> Option<Result<Document, String>> {
    postcard::from_bytes(answer).ok()
}

/// A part of a message: its length, and its bytes.
fn write_part(output: &mut impl Write, part: &[u8]) -> io::Result<()> {
    output.write_all(&(part.len() as u64).to_le_bytes())?;
    output.write_all(part)
}

fn read_part(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut part = Vec::new();
    if input.take(length).read_to_end(&mut part)? as u64 == length {
        Ok(part)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing {
    //! Messages between Quoth and its reader that neither wrote.

    use super::*;
    use crate::index::Analysis;

    /// A reader answers or ends, whatever it is asked; whatever it answers is a document, or none.
    pub(crate) fn extraction(data: &[u8]) {
        let mut answers = Vec::new();
        let _ = answer_all(data, &mut answers, &mpsc::channel().0);
        let mut answers = &answers[..];
        while let Ok(answer) = read_part(&mut answers) {
            assert!(document(&answer).is_some(), "an answer that says nothing");
        }
        if let Some(Ok(document)) = document(data) {
            let _ = Analysis::of(&document);
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::corpus::files;

    const PAGE: &str = "<html><body><p>The night ferry sails at nine.</p></body></html>";

    #[test]
    fn a_process_reads_one_file_after_the_other() {
        let mut input = Vec::new();
        for (name, content) in [("a.html", PAGE), ("b.txt", ""), ("c.html", PAGE)] {
            write_part(&mut input, name.as_bytes()).unwrap();
            write_part(&mut input, content.as_bytes()).unwrap();
        }
        let mut output = Vec::new();
        answer_all(&input[..], &mut output, &mpsc::channel().0).unwrap();
        let mut output = &output[..];
        let mut next = || -> Result<Document, String> {
            postcard::from_bytes(&read_part(&mut output).unwrap()).unwrap()
        };
        assert!(next().unwrap().text.contains("sails at nine"));
        assert_eq!(next().unwrap_err(), "it is empty");
        assert_eq!(next().unwrap().name, "c.html");
    }

    #[cfg(unix)]
    #[test]
    fn a_reader_that_breaks_down_or_never_ends_costs_one_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("page.html"), PAGE).unwrap();
        fs::write(folder.path().join("text.txt"), "The museum opens at ten.").unwrap();
        let (found, _) = files::find(&[folder.path().to_owned()]).unwrap();
        for (script, reason) in [
            ("kill -9 $$", "its reader broke down"),
            ("exit 0", "its reader broke down"),
            (
                "head -c 8 /dev/zero; exec cat > /dev/null",
                "its reader broke down",
            ),
            ("exec sleep 1000", "reading it takes longer than 300ms"),
        ] {
            let program = folder.path().join("reader");
            fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
            let mut reader = Reader {
                patience: Duration::from_millis(300),
                ..Reader::new(Some(&program))
            };
            let problem = reader.read(&found[0], PAGE.into()).unwrap_err();
            assert!(
                matches!(&problem, Problem::Reader(told) if told.contains(reason)),
                "{script}: {problem:?}"
            );
            // The next file is none the worse for it, and a text needs no such process.
            assert!(
                reader
                    .read(&found[1], "The museum opens at ten.".into())
                    .is_ok()
            );
        }
        let nobody = folder.path().join("missing");
        let problem = Reader::new(Some(&nobody)).read(&found[0], PAGE.into());
        let problem = problem.unwrap_err();
        assert!(
            matches!(&problem, Problem::Reader(told) if told.contains("cannot be started")),
            "{problem:?}"
        );
    }
}
