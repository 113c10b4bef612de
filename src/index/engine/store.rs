//! What tantivy holds of every document: its terms, and a record of it as bytes.
//!
//! A store is in memory, or in a folder: then what was committed outlives the
//! process, however that ends, and no other process writes to it meanwhile.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use tantivy::directory::error::LockError;
use tantivy::directory::{INDEX_WRITER_LOCK, MmapDirectory, RamDirectory};
use tantivy::indexer::IndexWriterOptions;
use tantivy::schema::{Field, OwnedValue};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{
    Directory, Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError, Term,
};

use super::search::{Engine, Lengths};
use super::{Fields, WHOLE};
use crate::index::IndexError;

/// Memory that tantivy may fill before it writes a segment, in bytes.
const WRITER_MEMORY: usize = 32 * 1024 * 1024;

/// The texts of an index.
pub(crate) struct Store {
    reader: IndexReader,
    /// `None` where another process writes.
    writer: Option<IndexWriter>,
    fields: Fields,
    /// Whether records are kept: nobody could read them from memory.
    has_records: bool,
    next_key: u64,
}

/// What an earlier process kept of a document.
pub(crate) struct Stored {
    pub(crate) key: u64,
    pub(crate) record: Vec<u8>,
}

impl Store {
    /// An empty store that ends with the process.
    pub(crate) fn in_memory() -> Result<Self, IndexError> {
        Self::new(RamDirectory::create(), false)
    }

    /// The store in `folder`, which is made where there is none.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be used, or what it holds is damaged.
    pub(crate) fn open(folder: &Path) -> Result<Self, IndexError> {
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        Self::new(directory, true)
    }

    /// Throws away what `folder` holds, unless another process keeps it.
    pub(crate) fn discard(folder: &Path) {
        let directory = MmapDirectory::open(folder).ok();
        let lock = directory.and_then(|it| it.acquire_lock(&INDEX_WRITER_LOCK).ok());
        if lock.is_some() {
            let _ = fs::remove_dir_all(folder);
        }
    }

    fn new(
        directory: impl Into<Box<dyn Directory>>,
        has_records: bool,
    ) -> Result<Self, IndexError> {
        let (fields, schema) = Fields::new();
        let index = Index::builder().schema(schema).open_or_create(directory)?;
        let options = IndexWriterOptions::builder()
            .memory_budget_per_thread(WRITER_MEMORY)
            .num_worker_threads(1)
            .num_merge_threads(1)
            .build();
        let writer = match index.writer_with_options(options) {
            Ok(writer) => Some(writer),
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => None,
            Err(error) => return Err(error.into()),
        };
        // While another process writes, files come and go.
        if writer.is_some() && !index.validate_checksum()?.is_empty() {
            let damaged = "a file of the index is damaged".to_owned();
            return Err(TantivyError::InternalError(damaged).into());
        }
        let reader = index.reader_builder();
        Ok(Self {
            reader: reader.reload_policy(ReloadPolicy::Manual).try_into()?,
            writer,
            fields,
            has_records,
            next_key: 0,
        })
    }

    /// Whether what is put here outlives the process.
    pub(crate) fn is_kept(&self) -> bool {
        self.has_records && self.can_write()
    }

    /// Whether anything can be put here: another process may keep what it holds.
    pub(crate) fn can_write(&self) -> bool {
        self.writer.is_some()
    }

    /// A store in memory whose keys go on from those of this one.
    pub(crate) fn empty_in_memory(&self) -> Result<Self, IndexError> {
        Ok(Self {
            next_key: self.next_key,
            ..Self::in_memory()?
        })
    }

    /// Everything that was committed, handed on one by one for as long as `take` wants more.
    pub(crate) fn read(&mut self, mut take: impl FnMut(Stored) -> bool) -> Result<(), IndexError> {
        for segment in self.reader.searcher().segment_readers() {
            let texts = segment.get_store_reader(1).map_err(TantivyError::from)?;
            for text in texts.iter::<TantivyDocument>(segment.alive_bitset()) {
                let text = text?;
                let Some(record) = text.get_first(self.fields.record) else {
                    continue;
                };
                let record: OwnedValue = record.into();
                if let OwnedValue::Bytes(bytes) = record {
                    let stored = Stored::parse(&bytes).ok_or_else(|| {
                        TantivyError::InternalError("a record without a key".to_owned())
                    })?;
                    self.next_key = self.next_key.max(stored.key + 1);
                    if !take(stored) {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    /// A key that no document has had.
    pub(crate) fn next_key(&mut self) -> u64 {
        self.next_key += 1;
        self.next_key - 1
    }

    /// Takes a document under its key: what is to be kept of it, the terms of its
    /// passages, and those of the whole.
    pub(crate) fn put(
        &mut self,
        key: u64,
        record: Option<&[u8]>,
        passages: Vec<Vec<&str>>,
        whole: Vec<&str>,
    ) -> Result<(), IndexError> {
        for (part, terms) in passages.into_iter().enumerate() {
            self.add(key, part as u64, self.fields.passage, terms, None)?;
        }
        let record = record.filter(|_| self.has_records);
        let record = record.map(|record| Stored::bytes(key, record));
        self.add(key, WHOLE, self.fields.document, whole, record)
    }

    fn add(
        &self,
        key: u64,
        part: u64,
        field: Field,
        terms: Vec<&str>,
        record: Option<Vec<u8>>,
    ) -> Result<(), IndexError> {
        let Some(writer) = &self.writer else {
            return Ok(());
        };
        let tokens = terms.into_iter().enumerate().map(|(position, term)| Token {
            position,
            text: term.to_owned(),
            ..Token::default()
        });
        let mut text = TantivyDocument::default();
        text.add_pre_tokenized_text(
            field,
            PreTokenizedString {
                text: String::new(),
                tokens: tokens.collect(),
            },
        );
        text.add_u64(self.fields.key, key);
        text.add_u64(self.fields.part, part);
        if let Some(record) = record {
            text.add_bytes(self.fields.record, &record);
        }
        writer.add_document(text)?;
        Ok(())
    }

    /// Strikes out a document.
    pub(crate) fn remove(&mut self, key: u64) {
        if let Some(writer) = &self.writer {
            writer.delete_term(Term::from_field_u64(self.fields.key, key));
        }
    }

    /// Makes all that was put and removed so far last, and searchable.
    pub(crate) fn commit(&mut self) -> Result<(), IndexError> {
        if let Some(writer) = &mut self.writer {
            writer.commit()?;
        }
        self.reader.reload()?;
        Ok(())
    }

    /// Searches what was committed. `numbers` gives the number of the first
    /// passage of a document, and of the document, by key.
    pub(in crate::index) fn engine(
        &self,
        numbers: HashMap<u64, (usize, usize)>,
        lengths: [Lengths; 2],
    ) -> Engine {
        Engine::new(self.reader.searcher(), self.fields, numbers, lengths)
    }
}

impl Stored {
    /// A record with its key before it, so that a document is known wherever tantivy moves it.
    fn bytes(key: u64, record: &[u8]) -> Vec<u8> {
        [&key.to_le_bytes(), record].concat()
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (key, record) = bytes.split_first_chunk()?;
        Some(Self {
            key: u64::from_le_bytes(*key),
            record: record.to_vec(),
        })
    }
}
