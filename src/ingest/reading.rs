//! Files are read in as many threads as there are processors.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::SystemTime;

use super::Stamp;
use super::extraction::{Extractor, GROWTH, Problem};
use crate::corpus::Document;
use crate::corpus::files::{Found, LARGEST};
use crate::index::Analysis;

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
    /// Nothing that could be read, for this reason.
    Unread(String),
    /// It could not be read, or its text not be extracted, for a reason that may lie
    /// elsewhere, and pass.
    NotExtracted(String),
}

/// Reads files, each with what is known of it, and hands on what they hold in
/// the order in which that is done. At most a few files wait to be taken, and no
/// more than `memory` has room for.
pub(super) fn read<E: Send>(
    files: &[(Found, Option<Stamp>)],
    extractor: Option<&Path>,
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
                let mut extractor = Extractor::new(extractor);
                while let Some((file, known)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut taken = room.take(file.size.min(LARGEST) * GROWTH);
                    let (stamp, content) = look_into(file, *known, &mut extractor, memory / LARGE);
                    // What was packed is larger than its file.
                    if let Content::Large(document) = &content {
                        let unpacked = document.text.len() as u64 * GROWTH;
                        if unpacked > taken.bytes {
                            drop(taken);
                            taken = room.take(unpacked);
                        }
                    }
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
        let free = self.room.free.lock();
        *free.unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.room.has_more.notify_all();
    }
}

/// What a file holds; of a document of more than `large` bytes, the document itself.
fn look_into(
    file: &Found,
    known: Option<Stamp>,
    extractor: &mut Extractor,
    large: usize,
) -> (Stamp, Content) {
    let now = SystemTime::now();
    let bytes = match file.content() {
        Ok(bytes) => bytes,
        Err(unread) if unread.may_pass => {
            return (Stamp::default(), Content::NotExtracted(unread.reason));
        }
        Err(unread) => return (Stamp::default(), Content::Unread(unread.reason)),
    };
    let stamp = Stamp::of(file, &bytes, now);
    if known.is_some_and(|known| known.content == stamp.content) {
        return (stamp, Content::Same);
    }
    let read = guarded(|| {
        let document = extractor.extract(&file.name, bytes)?;
        Ok(if document.text.len() > large {
            Content::Large(Box::new(document))
        } else {
            Content::Document(Box::new(Analysis::of(&document)))
        })
    });
    let content = match read.map_err(Problem::Extraction).flatten() {
        Ok(content) => content,
        Err(Problem::Content(reason)) => Content::Unfit(reason),
        Err(Problem::Extraction(reason)) => Content::NotExtracted(reason),
    };
    (stamp, content)
}

/// What `work` on one file comes to, or the reason where it panics: that must not
/// end the work on all others. Nothing of what it leaves behind may be used.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let fault = |_| "reading it failed by a fault of Quoth's".to_owned();
    catch_unwind(AssertUnwindSafe(work)).map_err(fault)
}
