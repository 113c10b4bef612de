//! An extraction process, as the process that started it sees it.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::{ARGUMENT, LARGEST_ANSWER, read_part, write_part};
use crate::corpus::Document;

/// A file whose text is to be extracted.
pub(super) struct File {
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

/// Why a process gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("the process that extracts its text cannot be started: {0}")]
    NotStarted(#[from] io::Error),
    #[error("extracting its text takes longer than {0:?}")]
    Late(Duration),
    #[error(
        "it is damaged, or needs too much memory: the process that extracts its text broke down"
    )]
    Ended,
}

/// A process that runs, and is killed with this value.
pub(super) struct Process {
    child: Option<Child>,
    files: Sender<Arc<File>>,
    answers: Receiver<Vec<u8>>,
}

impl Process {
    pub(super) fn start(program: &Path) -> io::Result<Self> {
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
        let (Some(mut input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (files, to_extract) = mpsc::channel::<Arc<File>>();
        let (sender, answers) = mpsc::channel();
        let process = Self {
            child: Some(child),
            files,
            answers,
        };
        // All that may wait for the process waits here, and ends with it, as its pipes do.
        thread::Builder::new().spawn(move || {
            for file in to_extract {
                let answer = write_part(&mut input, file.name.as_bytes())
                    .and_then(|()| write_part(&mut input, &file.content))
                    .and_then(|()| read_part(&mut output, LARGEST_ANSWER));
                if answer.map(|answer| sender.send(answer)).is_err() {
                    break;
                }
            }
        })?;
        Ok(process)
    }

    /// What is in a file; a process that failed at one is not to be asked again.
    pub(super) fn extract(
        &self,
        file: &Arc<File>,
        patience: Duration,
    ) -> Result<Result<Document, String>, Failure> {
        self.files
            .send(Arc::clone(file))
            .map_err(|_| Failure::Ended)?;
        let answer = self.answers.recv_timeout(patience);
        let answer = answer.map_err(|error| match error {
            RecvTimeoutError::Timeout => Failure::Late(patience),
            RecvTimeoutError::Disconnected => Failure::Ended,
        })?;
        match said(&answer) {
            Some(Ok(document)) if document.name != file.name => Err(Failure::Ended),
            extracted => extracted.ok_or(Failure::Ended),
        }
    }
}

/// What an answer says. A process that a file has taken over may say anything: `None` for what
/// no process says otherwise.
pub(super) fn said(answer: &[u8]) -> Option<Result<Document, String>> {
    let extracted: Result<Document, String> = postcard::from_bytes(answer).ok()?;
    let is_sound = extracted.as_ref().map_or(true, Document::is_sound);
    is_sound.then_some(extracted)
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // One that has ended by itself cannot be killed, which is as well.
            let _ = child.kill();
            // However long the system takes to end it, nobody waits for that.
            let _ = thread::Builder::new().spawn(move || child.wait());
        }
    }
}
