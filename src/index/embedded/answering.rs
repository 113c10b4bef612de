//! What the index asks, answered from a snapshot.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Snapshot;
use crate::index::engine::{Engine, Retrieved, Totals};
use crate::index::kept::{KeptDocument, KeptPassage};
use crate::index::statistics::Counts;
use crate::index::weighing::Weighed;
use crate::index::{Alternatives, IndexError, facts};

impl Engine for Snapshot {
    fn state(&self) -> Result<u64, IndexError> {
        Ok(self.number)
    }

    fn totals(&self) -> Result<Totals, IndexError> {
        Ok(self.totals)
    }

    fn languages(&self) -> Result<Vec<String>, IndexError> {
        self.facts_after(facts::LANGUAGE)
    }

    fn with_stem(&self, stem: &str) -> Result<u64, IndexError> {
        self.with(self.fields.passage, stem)
    }

    fn counts(&self, word: &str) -> Result<Counts, IndexError> {
        self.counts_of(word)
    }

    fn with_fact(&self, fact: &str) -> Result<u64, IndexError> {
        self.with(self.fields.facts, fact)
    }

    fn facts(&self, beginning: &str) -> Result<Vec<String>, IndexError> {
        self.facts_after(beginning)
    }

    fn like(&self, word: &str, slips: usize) -> Result<Vec<String>, IndexError> {
        self.words_like(word, slips)
    }

    fn search(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
        within: Option<u64>,
    ) -> Result<Vec<Retrieved>, IndexError> {
        let mut documents: BTreeMap<u64, Option<Arc<KeptDocument>>> = BTreeMap::new();
        let mut retrieved = Vec::new();
        for hit in self.best(&Weighed::of(self, words)?, limit, within)? {
            let document = if let Some(known) = documents.get(&hit.key) {
                known.clone()
            } else {
                let document = self.document(hit.key)?.map(Arc::new);
                documents.insert(hit.key, document.clone());
                document
            };
            // A passage stands and falls with its document.
            let Some(document) = document else { continue };
            retrieved.push(Retrieved {
                key: hit.key,
                document,
                part: hit.part,
                passage: self.record(hit.address)?,
                score: hit.score,
            });
        }
        Ok(retrieved)
    }

    fn document(&self, key: u64) -> Result<Option<KeptDocument>, IndexError> {
        self.document_of(key)
    }

    fn whole(&self, key: u64) -> Result<Option<(KeptDocument, Vec<KeptPassage>)>, IndexError> {
        let document = self.document_of(key)?;
        let with_passages = |document| Ok((document, self.passages_of(key)?));
        document.map(with_passages).transpose()
    }

    fn documents(&self, take: &mut dyn FnMut(KeptDocument, u64)) -> Result<(), IndexError> {
        self.every_document(take)
    }

    fn unfit(&self) -> Result<Vec<(String, String)>, IndexError> {
        self.every_unfit()
    }

    fn size(&self) -> Result<u64, IndexError> {
        Ok(self.searcher.space_usage()?.total().get_bytes())
    }
}
