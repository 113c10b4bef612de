//! Keeps the documents of an index while they come and go.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::engine::{Store, Stored};
use super::entry::{Analysis, Entry};
use super::vocabulary::Vocabulary;
use super::{Index, IndexError};
use crate::corpus::{Corpus, Skipped};

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
    /// is given each record with its key, and returns the document in it.
    /// Where another process keeps that folder, they are taken to memory.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be used, or what it holds is damaged.
    pub(crate) fn open(
        folder: &Path,
        mut parse: impl FnMut(Stored) -> Option<Analysis>,
    ) -> Result<Self, IndexError> {
        let mut builder = Self::new(Store::open(folder)?);
        let (entries, vocabulary) = (&mut builder.entries, &mut builder.vocabulary);
        builder.store.read(|stored| {
            let key = stored.key;
            if let Some(analysis) = parse(stored) {
                entries.insert(key, Arc::new(Entry::new(analysis, vocabulary)));
            }
        })?;
        Ok(builder)
    }

    /// Whether what it has outlives the process.
    pub(crate) fn is_kept(&self) -> bool {
        self.store.is_kept()
    }

    /// Takes all its documents to memory; what is kept of them stays as it is.
    pub(crate) fn move_to_memory(&mut self) -> Result<(), IndexError> {
        self.store = self.store.empty_in_memory()?;
        for (key, entry) in &self.entries {
            let (passages, whole) = entry.terms(&self.vocabulary);
            self.store.put_as(*key, None, passages, whole)?;
        }
        Ok(())
    }

    /// Takes a document with the record that is to be kept of it, or a record
    /// alone. Returns the key by which it can be taken out.
    pub(crate) fn put(
        &mut self,
        analysis: Option<Analysis>,
        record: &[u8],
    ) -> Result<u64, IndexError> {
        let entry = analysis.map(|analysis| Entry::new(analysis, &mut self.vocabulary));
        let (passages, whole) = entry
            .as_ref()
            .map_or_else(Default::default, |entry| entry.terms(&self.vocabulary));
        let key = self.store.put(record, passages, whole)?;
        if let Some(entry) = entry {
            self.entries.insert(key, Arc::new(entry));
        }
        Ok(key)
    }

    /// Takes a document out.
    pub(crate) fn remove(&mut self, key: u64) {
        self.store.remove(key);
        self.entries.remove(&key);
    }

    /// Keeps all that came and went so far, so that no end of the process can undo it.
    pub(crate) fn commit(&mut self) -> Result<(), IndexError> {
        self.store.commit()
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
