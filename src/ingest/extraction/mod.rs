//! The text of every file is extracted in processes of their own, so that no file
//! can bring Quoth down: a parser that aborts, never ends or fills the memory costs
//! its own process, and one that a file takes over finds nothing there to take
//! ([`confinement`]).
//!
//! Such an extraction process is Quoth itself with the argument [`ARGUMENT`]
//! ([`serving`]). It takes files from standard input, one after the other, and gives
//! what they say ([`process`]).

mod confinement;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod process;
mod serving;

use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::corpus::{self, Document, files};
use process::{Failure, File, Process};
pub use serving::serve;

/// What makes Quoth an extraction process, as its only argument.
pub const ARGUMENT: &str = "--extract-text";
/// How long one file may take, from its first byte that is written to such a process
/// to the last that it answers.
const PATIENCE: Duration = Duration::from_secs(30);
/// A file becomes so many times as large, at most, while it is taken apart.
pub(super) const GROWTH: u64 = 8;
/// Bytes of an answer, at most: what the largest file may become. The text alone may
/// be three times as large as a file that is in another encoding.
const LARGEST_ANSWER: u64 = GROWTH * files::LARGEST;

/// Extracts the text of files, in an extraction process or in this one.
pub(super) struct Extractor<'a> {
    program: Option<&'a Path>,
    patience: Duration,
    /// Started when the first file needs it.
    process: Option<Process>,
}

impl<'a> Extractor<'a> {
    /// `program` is what to start; without one, all is extracted in this process.
    pub(super) fn new(program: Option<&'a Path>) -> Self {
        Self {
            program,
            patience: PATIENCE,
            process: None,
        }
    }

    /// The document in the file `name` with this content, or why there is none.
    pub(super) fn extract(&mut self, name: &str, content: Vec<u8>) -> Result<Document, Problem> {
        let Some(program) = self.program else {
            return corpus::parse(name, content).map_err(Problem::Content);
        };
        let file = Arc::new(File {
            name: name.to_owned(),
            content,
        });
        let mut answer = self.ask(program, &file);
        if matches!(answer, Err(Failure::Ended)) {
            // It may have been ended by somebody.
            answer = self.ask(program, &file);
        }
        let extracted = answer.map_err(|failure| Problem::Extraction(failure.to_string()));
        extracted?.map_err(Problem::Content)
    }

    /// Asks a process, which is not asked again where it fails.
    fn ask(
        &mut self,
        program: &Path,
        file: &Arc<File>,
    ) -> Result<Result<Document, String>, Failure> {
        let process = match self.process.take() {
            Some(process) => process,
            None => Process::start(program)?,
        };
        let extracted = process.extract(file, self.patience)?;
        self.process = Some(process);
        Ok(extracted)
    }
}

/// Why a file is no document.
#[derive(Debug)]
pub(super) enum Problem {
    /// Its content, in which nobody finds a document.
    Content(String),
    /// The extraction failed, which may be another's fault and pass.
    Extraction(String),
}

/// A part of a message: its length, and its bytes.
fn write_part(output: &mut impl Write, part: &[u8]) -> io::Result<()> {
    output.write_all(&(part.len() as u64).to_le_bytes())?;
    output.write_all(part)
}

/// A part of at most `most` bytes. Memory is taken as bytes arrive, not as they are promised.
fn read_part(input: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut part = Vec::new();
    if input.take(length).read_to_end(&mut part)? as u64 == length {
        Ok(part)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
