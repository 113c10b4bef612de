//! Formats that are no text are read in processes of their own, so that no file
//! can bring Quoth down: a parser that aborts, never ends or fills the memory
//! costs its own process, and the file is skipped with that reason.
//!
//! Such a process is Quoth itself with the hidden command `read`: it takes
//! files from standard input, one after the other, and gives what they say.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::corpus::files::Found;
use crate::corpus::{self, Document};

/// The command that makes Quoth such a process.
pub const COMMAND: &str = "read";
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
    pub(super) fn read(&mut self, file: &Found, content: Vec<u8>) -> Result<Document, String> {
        let Some(program) = self.program.filter(|_| !file.format.is_text()) else {
            return corpus::parse(&file.name, content);
        };
        let process = match self.process.take() {
            Some(process) => Ok(process),
            None => Process::start(program),
        };
        let mut process =
            process.map_err(|error| format!("its reader cannot be started: {error}"))?;
        let answer = process.read(&file.name, &content, self.patience);
        if let Ok(answer) = answer {
            // A process that has failed is not asked again.
            self.process = Some(process);
            return answer;
        }
        Err(match answer {
            Err(Failure::Late) => {
                format!("reading it takes longer than {:?}", self.patience)
            }
            _ => "it is damaged, or needs too much memory: its reader broke down".to_owned(),
        })
    }
}

/// Why a process gave no answer.
enum Failure {
    Late,
    Ended,
}

struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Vec<u8>>,
}

impl Process {
    fn start(program: &Path) -> io::Result<Self> {
        let mut child = Command::new(program)
            .arg(COMMAND)
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
                RecvTimeoutError::Timeout => Failure::Late,
                RecvTimeoutError::Disconnected => Failure::Ended,
            })?;
        postcard::from_bytes(&answer).map_err(|_| Failure::Ended)
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
    rlimit::setrlimit(rlimit::Resource::AS, MEMORY, MEMORY)?;
    answer_all(input, output)
}

fn answer_all(mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    loop {
        let name = match read_part(&mut input) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            name => name?,
        };
        let content = read_part(&mut input)?;
        let document = corpus::parse(&String::from_utf8_lossy(&name), content);
        let answer = postcard::to_stdvec(&document).map_err(io::Error::other)?;
        write_part(&mut output, &answer)?;
        output.flush()?;
    }
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
        answer_all(&input[..], &mut output).unwrap();
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
            let error = reader.read(&found[0], PAGE.into()).unwrap_err();
            assert!(error.contains(reason), "{script}: {error}");
            // The next file is none the worse for it, and a text needs no such process.
            assert!(
                reader
                    .read(&found[1], "The museum opens at ten.".into())
                    .is_ok()
            );
        }
        let nobody = folder.path().join("missing");
        let error = Reader::new(Some(&nobody))
            .read(&found[0], PAGE.into())
            .unwrap_err();
        assert!(error.contains("cannot be started"), "{error}");
    }
}
