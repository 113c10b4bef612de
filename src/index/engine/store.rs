//! Takes documents in and out.
//!
//! A store is in memory, or in a folder: then what was committed outlives the
//! process, however that ends, and no other process writes to it meanwhile.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::directory::error::LockError;
use tantivy::directory::{INDEX_WRITER_LOCK, MmapDirectory, RamDirectory};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{
    Directory, Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyDocument,
    TantivyError, Term,
};

use super::{DOCUMENT, Fields, Snapshot, UNFIT, WORDS, Words};
use crate::corpus::Document;
use crate::index::IndexError;
use crate::index::analysis::{Analysis, Dissection, PassageAnalysis, WholeAnalysis};
use crate::index::kept::{KeptDocument, bytes};

/// What tantivy may fill of the memory for indexing before it writes a segment; the
/// rest is for documents that are being read.
const SHARE: usize = 4;
/// In bytes: less than that tantivy refuses, and more gains nothing.
const LEAST: usize = 16 * 1024 * 1024;
const MOST: usize = 512 * 1024 * 1024;

/// The texts of an index.
pub(crate) struct Store {
    reader: IndexReader,
    /// `None` where another process writes.
    writer: Option<IndexWriter>,
    fields: Fields,
    /// What was committed last.
    snapshot: Arc<Snapshot>,
    is_kept: bool,
}

/// A segment of which more than this share is struck out is merged: counting
/// what stands in it takes longer than where nothing is struck out.
const STRUCK_OUT: f32 = 0.1;

/// What is kept of a file.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::index) enum KeptFile {
    Document(KeptDocument),
    /// No document: its name, and the reason.
    Unfit(String, String),
}

/// A file that the store has something of, by the hash of its name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownFile {
    pub(crate) key: u64,
    /// What tells that it is the same without looking into it, and by its content.
    pub(crate) looks: u64,
    pub(crate) content: u64,
}

impl Store {
    /// An empty store that ends with the process. `memory` is what indexing may
    /// take, in bytes; what is indexed comes on top.
    pub(crate) fn in_memory(memory: usize) -> Result<Self, IndexError> {
        Self::new(RamDirectory::create(), memory, false, false)
    }

    /// The store in `folder`, which is made where there is none. `memory` is what
    /// indexing may take, in bytes. Where it `is_checked`, every file is read to see
    /// whether it is as it was written.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be used, or what it holds is damaged.
    pub(crate) fn open(folder: &Path, memory: usize, is_checked: bool) -> Result<Self, IndexError> {
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        Self::new(directory, memory, true, is_checked)
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
        memory: usize,
        is_kept: bool,
        is_checked: bool,
    ) -> Result<Self, IndexError> {
        let (fields, schema) = Fields::new();
        let settings = IndexSettings {
            docstore_compression: Compressor::Zstd(ZstdCompressor::default()),
            ..IndexSettings::default()
        };
        let index = Index::builder().schema(schema).settings(settings);
        let index = index.open_or_create(directory)?;
        index.tokenizers().register(WORDS, Words::default());
        let options = IndexWriterOptions::builder()
            .memory_budget_per_thread((memory / SHARE).clamp(LEAST, MOST))
            .num_worker_threads(1)
            .num_merge_threads(1)
            .build();
        let writer = match index.writer_with_options(options) {
            Ok(writer) => {
                let mut policy = LogMergePolicy::default();
                policy.set_del_docs_ratio_before_merge(STRUCK_OUT);
                writer.set_merge_policy(Box::new(policy));
                Some(writer)
            }
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => None,
            Err(error) => return Err(error.into()),
        };
        // Before anything of them is used. While another process writes, files come and go.
        if is_checked && writer.is_some() && !index.validate_checksum()?.is_empty() {
            return Err(IndexError::new("a file of the index is damaged"));
        }
        let reader = index.reader_builder();
        let reader: IndexReader = reader.reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self {
            snapshot: Arc::new(Snapshot::new(reader.searcher(), fields)?),
            reader,
            writer,
            fields,
            is_kept,
        })
    }

    /// Whether what is put here outlives the process.
    pub(crate) fn is_kept(&self) -> bool {
        self.is_kept && self.can_write()
    }

    /// Whether anything can be put here: another process may keep what it holds.
    pub(crate) fn can_write(&self) -> bool {
        self.writer.is_some()
    }

    /// The files that it has something of.
    pub(crate) fn known(&self) -> Result<Vec<KnownFile>, IndexError> {
        let snapshot = &self.snapshot;
        let mut known = Vec::new();
        let mut wholes = snapshot.wholes(DOCUMENT)?;
        wholes.extend(snapshot.wholes(UNFIT)?);
        for (segment, wholes) in wholes {
            let columns = segment.fast_fields();
            let (keys, looks) = (columns.u64("key")?, columns.u64("looks")?);
            let content = columns.u64("content")?;
            known.extend(wholes.into_iter().map(|whole| KnownFile {
                key: keys.first(whole).unwrap_or_default(),
                looks: looks.first(whole).unwrap_or_default(),
                content: content.first(whole).unwrap_or_default(),
            }));
        }
        Ok(known)
    }

    /// Takes a document, in the place of what it has under that key.
    pub(crate) fn put(&mut self, file: KnownFile, analysis: Analysis) -> Result<(), IndexError> {
        self.remove(file.key);
        self.put_passages(file.key, analysis.passages.into_iter())?;
        self.put_whole(file, analysis.whole)
    }

    /// The same of a document that is too large to be held taken apart.
    pub(crate) fn put_large(
        &mut self,
        file: KnownFile,
        document: &Document,
    ) -> Result<(), IndexError> {
        self.remove(file.key);
        let mut dissection = Dissection::of(document);
        self.put_passages(file.key, dissection.by_ref())?;
        self.put_whole(file, dissection.whole())
    }

    fn put_passages(
        &self,
        key: u64,
        passages: impl Iterator<Item = PassageAnalysis>,
    ) -> Result<(), IndexError> {
        for (part, passage) in (0..).zip(passages) {
            let mut text = TantivyDocument::default();
            text.add_u64(self.fields.key, key);
            text.add_u64(self.fields.part, part);
            text.add_bytes(self.fields.record, &passage.kept);
            text.add_text(self.fields.passage, &passage.stems.text);
            text.add_text(self.fields.initials, &passage.initials.text);
            self.add(text)?;
        }
        Ok(())
    }

    /// Adds a text, unless another process keeps what there is.
    fn add(&self, text: TantivyDocument) -> Result<(), IndexError> {
        if let Some(writer) = &self.writer {
            writer.add_document(text)?;
        }
        Ok(())
    }

    fn put_whole(&self, file: KnownFile, analysis: WholeAnalysis) -> Result<(), IndexError> {
        let fields = self.fields;
        let mut whole = self.whole(file, DOCUMENT);
        let record = KeptFile::Document(analysis.kept);
        whole.add_bytes(fields.record, &bytes(&record));
        whole.add_text(fields.form, &analysis.forms.text);
        whole.add_text(fields.facts, &analysis.facts.text);
        whole.add_u64(fields.passages, analysis.passages);
        whole.add_u64(fields.sentences, analysis.sentences);
        whole.add_u64(fields.tokens, analysis.tokens);
        whole.add_u64(fields.stems, analysis.passage_stems);
        self.add(whole)
    }

    /// Takes a file that is no document, with the reason for that.
    pub(crate) fn put_unfit(
        &mut self,
        file: KnownFile,
        name: &str,
        reason: &str,
    ) -> Result<(), IndexError> {
        self.remove(file.key);
        let mut whole = self.whole(file, UNFIT);
        let record = KeptFile::Unfit(name.to_owned(), reason.to_owned());
        whole.add_bytes(self.fields.record, &bytes(&record));
        self.add(whole)
    }

    fn whole(&self, file: KnownFile, kind: u64) -> TantivyDocument {
        let mut whole = TantivyDocument::default();
        whole.add_u64(self.fields.key, file.key);
        whole.add_u64(self.fields.whole, file.key);
        whole.add_u64(self.fields.kind, kind);
        whole.add_u64(self.fields.looks, file.looks);
        whole.add_u64(self.fields.content, file.content);
        whole
    }

    /// Strikes out what it has under a key.
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
        self.snapshot = Arc::new(Snapshot::new(self.reader.searcher(), self.fields)?);
        Ok(())
    }

    /// What was committed.
    pub(in crate::index) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot)
    }
}
