//! Keeps the documents of an index while they come and go.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::engine::{Store, Stored};
use super::entry::{Analysis, Entry};
use super::vocabulary::Vocabulary;
use super::{Index, IndexError};
use crate::corpus::{Corpus, Skipped};

/// Records that are read before somebody has time for them, at most.
const AHEAD: usize = 64;

/// Takes documents in and out; gives the index of those it has.
pub(crate) struct Builder {
    store: Store,
    vocabulary: Vocabulary,
    entries: HashMap<u64, Arc<Entry>>,
}

impl Builder {
    /// No documents, in memory.
    pub(crate) fn in_memory() -> Result<Self, IndexError> {
        Ok(Self::new(Store::in_memory()?))
    }

    fn new(store: Store) -> Self {
        Self {
            store,
            vocabulary: Vocabulary::default(),
            entries: HashMap::new(),
        }
    }

    /// The documents of `folder`, where an earlier process kept them. `parse`
    /// makes of a record what the caller knows of it, and the document in it;
    /// `take` is given the former with its key. A record that cannot be parsed is taken out.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be used, or what it holds is damaged.
    pub(crate) fn open<K: Send>(
        folder: &Path,
        parse: impl Fn(&[u8]) -> Option<(K, Option<Analysis>)> + Sync,
        mut take: impl FnMut(u64, K),
    ) -> Result<Self, IndexError> {
        let mut builder = Self::new(Store::open(folder)?);
        let (store, vocabulary) = (&mut builder.store, &mut builder.vocabulary);
        let mut unknown = Vec::new();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            let (records, raw) = mpsc::sync_channel::<Stored>(AHEAD);
            let (sender, parsed) = mpsc::sync_channel(AHEAD);
            let raw = Arc::new(Mutex::new(raw));
            for _ in 0..threads {
                let (raw, sender, parse) = (Arc::clone(&raw), sender.clone(), &parse);
                scope.spawn(move || {
                    while let Some(stored) = next(&raw) {
                        // Nobody takes any more where something has failed.
                        if sender.send((stored.key, parse(&stored.record))).is_err() {
                            break;
                        }
                    }
                });
            }
            drop((raw, sender));
            let reading = scope.spawn(move || store.read(|stored| records.send(stored).is_ok()));
            for (key, record) in parsed {
                let Some((known, analysis)) = record else {
                    unknown.push(key);
                    continue;
                };
                take(key, known);
                if let Some(analysis) = analysis {
                    let entry = Entry::new(analysis, vocabulary);
                    builder.entries.insert(key, Arc::new(entry));
                }
            }
            reading.join().unwrap_or_else(|panic| resume_unwind(panic))
        })?;
        for key in unknown {
            builder.store.remove(key);
        }
        Ok(builder)
    }

    /// Throws away what an earlier process kept in `folder`, unless one is at it.
    pub(crate) fn discard(folder: &Path) {
        Store::discard(folder);
    }

    /// Whether what it has outlives the process.
    #[cfg(test)]
    pub(crate) fn is_kept(&self) -> bool {
        self.store.is_kept()
    }

    /// Whether documents can be put in and taken out, or belong to another process.
    pub(crate) fn can_write(&self) -> bool {
        self.store.can_write()
    }

    /// Takes all its documents to memory; what is kept of them stays as it is.
    pub(crate) fn move_to_memory(&mut self) -> Result<(), IndexError> {
        self.store = self.store.empty_in_memory()?;
        for (key, entry) in &self.entries {
            let (passages, whole) = entry.terms(&self.vocabulary);
            self.store.put(*key, None, passages, whole)?;
        }
        self.store.commit()
    }

    /// Takes a document with the record that is to be kept of it, or a record
    /// alone. Returns the key by which it can be taken out.
    pub(crate) fn put(
        &mut self,
        analysis: Option<Analysis>,
        record: &[u8],
    ) -> Result<u64, IndexError> {
        let entry = analysis.map(|analysis| Arc::new(Entry::new(analysis, &mut self.vocabulary)));
        let (passages, whole) = entry
            .as_ref()
            .map_or_else(Default::default, |entry| entry.terms(&self.vocabulary));
        let key = self.store.next_key();
        let put = self.store.put(key, Some(record), passages, whole);
        if let Some(entry) = entry {
            self.entries.insert(key, entry);
        }
        put.or_else(|error| self.fall_back(error))?;
        Ok(key)
    }

    /// Takes a document out.
    pub(crate) fn remove(&mut self, key: u64) {
        self.store.remove(key);
        self.entries.remove(&key);
    }

    /// Keeps all that came and went so far, so that no end of the process can undo it.
    pub(crate) fn commit(&mut self) -> Result<(), IndexError> {
        self.store.commit().or_else(|error| self.fall_back(error))
    }

    /// Goes on in memory where nothing can be kept any more, as on a full disk.
    fn fall_back(&mut self, error: IndexError) -> Result<(), IndexError> {
        if !self.store.is_kept() {
            return Err(error);
        }
        log::warn!("the index cannot be kept, and stays in memory: {}", error.0);
        self.move_to_memory()
    }

    /// The index of what was committed last, which nothing that comes later changes.
    pub(crate) fn index(&mut self, skipped: Vec<Skipped>) -> Index {
        let mut entries: Vec<(u64, Arc<Entry>)> = (self.entries.iter())
            .map(|(key, entry)| (*key, Arc::clone(entry)))
            .collect();
        entries.sort_by(|(_, a), (_, b)| a.document.name.cmp(&b.document.name));
        self.vocabulary
            .count(entries.iter().map(|(_, entry)| &**entry));
        let corpus = Corpus {
            documents: entries
                .iter()
                .map(|(_, entry)| Arc::clone(&entry.document))
                .collect(),
            skipped,
        };
        Index::new(corpus, self.vocabulary.clone(), entries, &self.store)
    }
}

/// The next of what several threads take from.
fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    let queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    queue.recv().ok()
}
