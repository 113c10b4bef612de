//! What an extraction process does.

use std::io::{self, Read, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;

use super::{PATIENCE, confinement, read_part, write_part};
use crate::corpus::{self, files};

/// Memory that an extraction process may ask for, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of a file's name, at most; systems have less.
const LONGEST_NAME: u64 = 1024 * 1024;

/// Is an extraction process: takes the files that come on `input` until it ends, and
/// writes what they say to `output`. The process is confined before the first.
///
/// # Errors
///
/// Where the pipes break, or the memory cannot be limited.
pub fn serve(input: impl Read, output: impl Write) -> io::Result<()> {
    limit_memory()?;
    let (sender, turns) = mpsc::channel();
    confinement::forbid_files();
    // The process that asks gives up by then, or is gone.
    thread::Builder::new().spawn(move || {
        while turns.recv().is_ok() {
            if let Err(RecvTimeoutError::Timeout) = turns.recv_timeout(2 * PATIENCE) {
                std::process::exit(1);
            }
        }
    })?;
    confinement::forbid_calls();
    answer_all(input, output, &sender)
}

#[cfg(unix)]
pub(super) fn limit_memory() -> io::Result<()> {
    use rlimit::Resource;
    let (_, most) = rlimit::getrlimit(Resource::AS)?;
    let limit = MEMORY.min(most);
    rlimit::setrlimit(Resource::AS, limit, limit)?;
    // What breaks down leaves no copy of a file behind.
    rlimit::setrlimit(Resource::CORE, 0, 0)
}

#[cfg(not(unix))]
fn limit_memory() -> io::Result<()> {
    Ok(())
}

/// Answers until the input ends; `turns` is told of the start and the end of each file.
pub(super) fn answer_all(
    mut input: impl Read,
    mut output: impl Write,
    turns: &Sender<()>,
) -> io::Result<()> {
    loop {
        let name = match read_part(&mut input, LONGEST_NAME) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            name => name?,
        };
        let content = read_part(&mut input, files::LARGEST)?;
        // Where nobody counts the time, it is not counted.
        let _ = turns.send(());
        let document = corpus::parse(&String::from_utf8_lossy(&name), content);
        let _ = turns.send(());
        let answer = postcard::to_stdvec(&document).map_err(io::Error::other)?;
        write_part(&mut output, &answer)?;
        output.flush()?;
    }
}
