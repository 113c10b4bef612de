//! Takes documents in and out.
//!
//! A store is in memory, or in a folder: then what was committed outlives the
//! process, however that ends, and no other process writes to it meanwhile.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::directory::error::OpenReadError;
use tantivy::directory::{INDEX_WRITER_LOCK, MmapDirectory, RamDirectory};
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{
    Directory, Index, IndexReader, IndexSettings, ReloadPolicy, TantivyDocument, TantivyError, Term,
};

use super::writing::Writing;
use super::{DOCUMENT, Fields, Snapshot, UNFIT, WORDS, Words, first};
use crate::corpus::Document;
use crate::index::IndexError;
use crate::index::analysis::{Analysis, Dissection, PassageAnalysis, WholeAnalysis};
use crate::index::engine::{Engine, KnownFile, Refusal, Store};
use crate::index::kept::{KeptDocument, bytes};

/// Bytes that the numbers of a text take, with the lengths of what else it has.
const NUMBERS: usize = 160;

/// The texts of an index.
pub(crate) struct EmbeddedStore {
    index: Index,
    reader: IndexReader,
    writing: Writing,
    fields: Fields,
    /// What was committed last.
    snapshot: Arc<Snapshot>,
    is_kept: bool,
}

/// What is kept of a file.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::index) enum KeptFile {
    Document(KeptDocument),
    /// No document: its name, and the reason.
    Unfit(String, String),
}

impl EmbeddedStore {
    /// An empty store that ends with the process. `memory` is what indexing may
    /// take, in bytes; what is indexed comes on top.
    pub(crate) fn in_memory(memory: usize) -> Result<Self, IndexError> {
        Self::new(RamDirectory::create(), memory, false, false)
    }

    /// The store in `folder`, which is made where there is none. `memory` is what
    /// indexing may take, in bytes. Where it `is_checked`, every file is read to see
    /// whether it is as it was written: what is damaged is refused.
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
        let writing = Writing::reserve(&index, memory)?;
        // Before anything of them is used. While another process writes, files come and go.
        let is_checked = is_checked && !writing.is_foreign();
        if is_checked && is_damaged(&index) == Some(true) {
            return Err(IndexError::new("a file of the index is damaged"));
        }
        let reader = index.reader_builder();
        let reader: IndexReader = reader.reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self {
            snapshot: Arc::new(Snapshot::new(reader.searcher(), fields)?),
            reader,
            index,
            writing,
            fields,
            is_kept,
        })
    }

    /// Whether anything can be put here: another process may keep what it holds.
    pub(crate) fn can_write(&self) -> bool {
        !self.writing.is_foreign()
    }

    /// Whether what writes is open.
    #[cfg(test)]
    pub(in crate::index) fn is_writing(&self) -> bool {
        matches!(self.writing, Writing::Open(_))
    }

    fn put_passages(
        &mut self,
        key: u64,
        passages: impl Iterator<Item = PassageAnalysis>,
    ) -> Result<(), IndexError> {
        for (part, passage) in (0..).zip(passages) {
            let words = passage.stems.text.len();
            let mut text = TantivyDocument::with_capacity(passage.kept.len() + words + NUMBERS);
            text.add_u64(self.fields.key, key);
            text.add_u64(self.fields.part, part);
            text.add_bytes(self.fields.record, &passage.kept);
            text.add_text(self.fields.passage, &passage.stems.text);
            for number in passage.meaning.iter().flatten() {
                text.add_u64(self.fields.meaning, *number);
            }
            self.add(text)?;
        }
        Ok(())
    }

    /// Adds a text, unless another process keeps what there is.
    fn add(&mut self, text: TantivyDocument) -> Result<(), IndexError> {
        if let Some(writer) = self.writing.writer(&self.index)? {
            writer.add_document(text)?;
        }
        Ok(())
    }

    fn put_whole(&mut self, file: KnownFile, analysis: WholeAnalysis) -> Result<(), IndexError> {
        let fields = self.fields;
        let record = bytes(&KeptFile::Document(analysis.kept));
        let words = analysis.forms.text.len() + analysis.facts.text.len();
        let mut whole = self.whole(file, DOCUMENT, record.len() + words);
        whole.add_bytes(fields.record, &record);
        whole.add_text(fields.form, &analysis.forms.text);
        whole.add_text(fields.facts, &analysis.facts.text);
        whole.add_u64(fields.passages, analysis.passages);
        whole.add_u64(fields.sentences, analysis.sentences);
        whole.add_u64(fields.tokens, analysis.tokens);
        whole.add_u64(fields.stems, analysis.passage_stems);
        self.add(whole)
    }

    fn whole(&self, file: KnownFile, kind: u64, bytes: usize) -> TantivyDocument {
        let mut whole = TantivyDocument::with_capacity(bytes + NUMBERS);
        whole.add_u64(self.fields.key, file.key);
        whole.add_u64(self.fields.whole, file.key);
        whole.add_u64(self.fields.kind, kind);
        whole.add_u64(self.fields.looks, file.looks);
        whole.add_u64(self.fields.content, file.content);
        whole
    }
}

/// Whether a file of the index is not as it was written, for which all are read; `None`
/// where that cannot be told because files come and go.
fn is_damaged(index: &Index) -> Option<bool> {
    match index.validate_checksum() {
        Ok(damaged) => Some(!damaged.is_empty()),
        Err(TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(_))) => None,
        Err(_) => Some(true),
    }
}

impl Store for EmbeddedStore {
    fn known(&self) -> Result<Vec<KnownFile>, IndexError> {
        let snapshot = &self.snapshot;
        let mut known = Vec::new();
        let mut wholes = snapshot.wholes(DOCUMENT)?;
        wholes.extend(snapshot.wholes(UNFIT)?);
        for (segment, wholes) in wholes {
            let columns = segment.fast_fields();
            let (keys, looks) = (columns.u64("key")?, columns.u64("looks")?);
            let content = columns.u64("content")?;
            known.extend(wholes.into_iter().map(|whole| KnownFile {
                key: first(&keys, whole),
                looks: first(&looks, whole),
                content: first(&content, whole),
            }));
        }
        Ok(known)
    }

    fn is_kept(&self) -> bool {
        self.is_kept && self.can_write()
    }

    fn is_damaged(&self) -> Option<bool> {
        is_damaged(&self.index)
    }

    fn open_to_write(&mut self) -> Result<bool, IndexError> {
        Ok(self.writing.writer(&self.index)?.is_some())
    }

    fn put(&mut self, file: KnownFile, analysis: Analysis) -> Result<Refusal, IndexError> {
        self.put_passages(file.key, analysis.passages.into_iter())?;
        self.put_whole(file, analysis.whole)?;
        Ok(None)
    }

    fn put_large(&mut self, file: KnownFile, document: &Document) -> Result<Refusal, IndexError> {
        let mut dissection = Dissection::of(document);
        self.put_passages(file.key, dissection.by_ref())?;
        self.put_whole(file, dissection.whole())?;
        Ok(None)
    }

    fn put_unfit(&mut self, file: KnownFile, name: &str, reason: &str) -> Result<(), IndexError> {
        let record = bytes(&KeptFile::Unfit(name.to_owned(), reason.to_owned()));
        let mut whole = self.whole(file, UNFIT, record.len());
        whole.add_bytes(self.fields.record, &record);
        self.add(whole)
    }

    // Tantivy keeps what is to be struck out in memory, and looks for it in every
    // segment: so nothing that is not there.
    fn remove(&mut self, key: u64) -> Result<(), IndexError> {
        let term = Term::from_field_u64(self.fields.key, key);
        if let Some(writer) = self.writing.writer(&self.index)? {
            writer.delete_term(term);
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), IndexError> {
        self.writing.commit()?;
        self.reader.reload()?;
        self.snapshot = Arc::new(Snapshot::new(self.reader.searcher(), self.fields)?);
        Ok(())
    }

    fn engine(&self) -> Arc<dyn Engine> {
        Arc::clone(&self.snapshot) as Arc<dyn Engine>
    }
}
