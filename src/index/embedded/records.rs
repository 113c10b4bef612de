//! What is kept of each text.

use serde::de::DeserializeOwned;
use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument, Term};

use super::store::KeptFile;
use super::{DOCUMENT, Snapshot, UNFIT};
use crate::index::IndexError;
use crate::index::kept::{KeptDocument, KeptPassage};

impl Snapshot {
    /// What is kept of the document under a key, if there is one.
    pub(super) fn document_of(&self, key: u64) -> Result<Option<KeptDocument>, IndexError> {
        let whole = self.whole(key)?;
        let file = whole.map(|whole| self.record(whole)).transpose()?;
        Ok(match file {
            Some(KeptFile::Document(document)) => Some(document),
            _ => None,
        })
    }

    /// All passages of the document under a key, in its order.
    pub(super) fn passages_of(&self, key: u64) -> Result<Vec<KeptPassage>, IndexError> {
        let texts = self.texts_with(&Term::from_field_u64(self.fields.key, key))?;
        let whole = self.whole(key)?;
        let passages = texts.into_iter().filter(|text| Some(*text) != whole);
        let mut parts: Vec<_> = passages.map(|text| (self.place(text), text)).collect();
        parts.sort_unstable();
        parts
            .into_iter()
            .map(|(_, text)| self.record(text))
            .collect()
    }

    /// Every document one by one, each with how many passages it has.
    pub(super) fn every_document(
        &self,
        take: &mut dyn FnMut(KeptDocument, u64),
    ) -> Result<(), IndexError> {
        for (number, (segment, wholes)) in (0..).zip(self.wholes(DOCUMENT)?) {
            let passages = segment.fast_fields().u64("passages")?;
            for whole in wholes {
                if let KeptFile::Document(document) = self.record(DocAddress::new(number, whole))? {
                    take(document, passages.first(whole).unwrap_or_default());
                }
            }
        }
        Ok(())
    }

    /// The files that are no documents, each with its reason.
    pub(super) fn every_unfit(&self) -> Result<Vec<(String, String)>, IndexError> {
        let mut unfit = Vec::new();
        for (number, (_, wholes)) in (0..).zip(self.wholes(UNFIT)?) {
            for whole in wholes {
                if let KeptFile::Unfit(name, reason) =
                    self.record(DocAddress::new(number, whole))?
                {
                    unfit.push((name, reason));
                }
            }
        }
        Ok(unfit)
    }

    /// The text for the whole document under a key.
    pub(super) fn whole(&self, key: u64) -> Result<Option<DocAddress>, IndexError> {
        let texts = self.texts_with(&Term::from_field_u64(self.fields.whole, key))?;
        Ok(texts.first().copied())
    }

    pub(super) fn record<T: DeserializeOwned>(&self, text: DocAddress) -> Result<T, IndexError> {
        let kept: TantivyDocument = self.searcher.doc(text)?;
        let record = kept.get_first(self.fields.record);
        let record = record.as_ref().and_then(Value::as_bytes);
        let record = record.and_then(|bytes| postcard::from_bytes(bytes).ok());
        record.ok_or_else(|| IndexError::new("what is kept of a text cannot be read"))
    }
}
