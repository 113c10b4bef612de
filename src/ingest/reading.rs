//! Files are read in as many threads as there are processors.

use std::fs;
use std::io::{self, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::SystemTime;

use super::Stamp;
use super::isolation::{Problem, Reader};
use crate::corpus::Document;
use crate::corpus::files::{Found, LARGEST};
use crate::index::Analysis;

/// A file becomes so many times as large, at most, while it is taken apart.
const GROWTH: u64 = 8;
/// A document of more than this part of the memory is taken apart passage by passage.
const LARGE: usize = 32;

/// What was found in a file.
pub(super) enum Content {
    /// What is known already.
    Same,
    /// A document.
    Document(Box<Analysis>),
    /// A document that is too large to be taken apart as a whole.
    Large(Box<Document>),
    /// Nothing that can be asked, whoever reads it; for this reason.
    Unfit(String),
    /// It could not be read for a reason that may lie elsewhere, and pass.
    Unread(String),
}

/// Reads files, each with what is known of it, and hands on what they hold in
/// the order in which that is done. At most a few files wait to be taken, and no
/// more than `memory` has room for.
pub(super) fn read<E: Send>(
    files: &[(Found, Option<Stamp>)],
    reader: Option<&Path>,
    memory: usize,
    mut take: impl FnMut(&Found, Stamp, Content) -> Result<(), E>,
) -> Result<(), E> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let room = Room::of(memory as u64 / 2);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(2 * threads);
        for _ in 0..threads.min(files.len()) {
            let (sender, next, room) = (sender.clone(), &next, &room);
            scope.spawn(move || {
                let mut reader = Reader::new(reader);
                while let Some((file, known)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let taken = room.take(file.size * GROWTH);
                    let (stamp, content) = look_into(file, *known, &mut reader, memory / LARGE);
                    // Nobody takes any more: there was an error.
                    if sender.send((file, stamp, content, taken)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        receiver
            .into_iter()
            .try_for_each(|(file, stamp, content, _taken)| take(file, stamp, content))
    })
}

/// Memory for files that are being read.
struct Room {
    all: u64,
    free: Mutex<u64>,
    has_more: Condvar,
}

/// Room that one file has taken, until it is dropped.
struct Taken<'a> {
    room: &'a Room,
    bytes: u64,
}

impl Room {
    fn of(all: u64) -> Self {
        Self {
            all,
            free: Mutex::new(all),
            has_more: Condvar::new(),
        }
    }

    /// Waits for so many bytes, or for all of them.
    fn take(&self, bytes: u64) -> Taken<'_> {
        let bytes = bytes.min(self.all);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = self.has_more.wait_while(free, |free| *free < bytes);
        *enough.unwrap_or_else(PoisonError::into_inner) -= bytes;
        Taken { room: self, bytes }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let mut free = self
            .room
            .free
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *free += self.bytes;
        self.room.has_more.notify_all();
    }
}

/// What a file holds; of a document of more than `large` bytes, the document itself.
fn look_into(
    file: &Found,
    known: Option<Stamp>,
    reader: &mut Reader,
    large: usize,
) -> (Stamp, Content) {
    let now = SystemTime::now();
    let bytes = match content(file) {
        Ok(bytes) => bytes,
        Err(reason) => return (Stamp::unread(), Content::Unread(reason)),
    };
    let stamp = Stamp::of(file, &bytes, now);
    if known.is_some_and(|known| known.has_content_of(&stamp)) {
        return (stamp, Content::Same);
    }
    let read = guarded(|| {
        let document = reader.read(file, bytes)?;
        Ok(if document.text.len() > large {
            Content::Large(Box::new(document))
        } else {
            Content::Document(Box::new(Analysis::of(&document)))
        })
    });
    let content = match read.map_err(Problem::Reader).flatten() {
        Ok(content) => content,
        Err(Problem::Content(reason)) => Content::Unfit(reason),
        Err(Problem::Reader(reason)) => Content::Unread(reason),
    };
    (stamp, content)
}

/// What `work` on one file comes to, or the reason where it panics: that must not
/// end the work on all others. Nothing of what it leaves behind may be used.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let fault = |_| "reading it failed by a fault of Quoth's".to_owned();
    catch_unwind(AssertUnwindSafe(work)).map_err(fault)
}

fn content(file: &Found) -> Result<Vec<u8>, String> {
    let unread = |error: io::Error| format!("cannot be read: {error}");
    let metadata = fs::metadata(&file.path).map_err(unread)?;
    // Opening a pipe would wait for somebody to write to it.
    if !metadata.is_file() {
        return Err("not a regular file".to_owned());
    }
    let too_large = || format!("larger than {} MB", LARGEST / 1024 / 1024);
    if metadata.len() > LARGEST {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // It may grow meanwhile.
    let read = fs::File::open(&file.path)
        .and_then(|content| content.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(unread)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    Ok(bytes)
}
