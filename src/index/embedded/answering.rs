//! What the index asks, answered from a snapshot.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocAddress, InvertedIndexReader, SegmentReader, TantivyDocument, Term};

use super::store::KeptFile;
use super::{DOCUMENT, Snapshot, UNFIT, alive, first};
use crate::index::engine::{Counted, Engine, Retrieved, Totals};
use crate::index::kept::{KeptDocument, KeptPassage};
use crate::index::weighing::Weighed;
use crate::index::{Alternatives, IndexError, facts};
use crate::language::vectors::Direction;

/// Words with one beginning that are taken, at most.
const MOST_WORDS: usize = 1000;

impl Engine for Snapshot {
    fn state(&self) -> Result<u64, IndexError> {
        Ok(self.number)
    }

    fn totals(&self) -> Result<Totals, IndexError> {
        Ok(self.totals)
    }

    fn languages(&self) -> Result<Vec<String>, IndexError> {
        self.facts(facts::LANGUAGE)
    }

    fn with(&self, counted: Counted, word: &str) -> Result<u64, IndexError> {
        let field = match counted {
            Counted::Stem => self.fields.passage,
            Counted::Form => self.fields.form,
            Counted::Fact => self.fields.facts,
        };
        let term = Term::from_field_text(field, word);
        let mut texts = 0;
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            if let Some(known) = inverted.get_term_info(&term)? {
                texts += count(segment, &inverted, &known)?;
            }
        }
        Ok(texts)
    }

    fn facts(&self, beginning: &str) -> Result<Vec<String>, IndexError> {
        let known = self.starting_with(self.fields.facts, beginning, |_| true)?;
        Ok(facts::after(beginning, &known))
    }

    fn like(&self, word: &str, slips: usize) -> Result<Vec<String>, IndexError> {
        // A slip in the first letter is rare, and another first letter is mostly another word: born, torn.
        let Some(first) = word.chars().next() else {
            return Ok(Vec::new());
        };
        // A letter takes up to four bytes.
        let is_like = |other: &str| {
            other.len().abs_diff(word.len()) <= 4 * slips
                && strsim::osa_distance(word, other) <= slips
        };
        let like = self.starting_with(self.fields.form, &first.to_string(), is_like)?;
        Ok(like.into_keys().collect())
    }

    fn search(
        &self,
        words: &[Alternatives<'_>],
        meaning: Option<&Direction>,
        limit: usize,
        within: Option<u64>,
    ) -> Result<Vec<Retrieved>, IndexError> {
        let mut documents = HashMap::new();
        let mut retrieved = Vec::new();
        for hit in self.best(&Weighed::of(self, words)?, meaning, limit, within)? {
            let (key, part) = hit.place;
            let document = match documents.entry(key) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(self.document(key)?.map(Arc::new)),
            };
            // A passage stands and falls with its document.
            let Some(document) = document else { continue };
            retrieved.push(Retrieved {
                key,
                document: Arc::clone(document),
                part,
                passage: self.record(hit.address)?,
                score: hit.score,
            });
        }
        Ok(retrieved)
    }

    fn document(&self, key: u64) -> Result<Option<KeptDocument>, IndexError> {
        let whole = self.whole_text(key)?;
        let file = whole.map(|whole| self.record(whole)).transpose()?;
        Ok(match file {
            Some(KeptFile::Document(document)) => Some(document),
            _ => None,
        })
    }

    fn whole(&self, key: u64) -> Result<Option<(KeptDocument, Vec<KeptPassage>)>, IndexError> {
        let Some(document) = self.document(key)? else {
            return Ok(None);
        };
        let texts = self.texts_with(&Term::from_field_u64(self.fields.key, key))?;
        let whole = self.whole_text(key)?;
        let passages = texts.into_iter().filter(|text| Some(*text) != whole);
        let mut parts: Vec<_> = passages.map(|text| (self.place(text), text)).collect();
        parts.sort_unstable();
        let passages = parts.into_iter();
        let passages = passages.map(|(_, text)| self.record::<KeptPassage>(text));
        Ok(Some((document, passages.collect::<Result<_, _>>()?)))
    }

    fn documents(&self, take: &mut dyn FnMut(KeptDocument, u64)) -> Result<(), IndexError> {
        for (number, (segment, wholes)) in (0..).zip(self.wholes(DOCUMENT)?) {
            let passages = segment.fast_fields().u64("passages")?;
            for whole in wholes {
                if let KeptFile::Document(document) = self.record(DocAddress::new(number, whole))? {
                    take(document, first(&passages, whole));
                }
            }
        }
        Ok(())
    }

    fn unfit(&self) -> Result<Vec<(String, String)>, IndexError> {
        let mut unfit = Vec::new();
        for whole in self.texts_with(&Term::from_field_u64(self.fields.kind, UNFIT))? {
            if let KeptFile::Unfit(name, reason) = self.record(whole)? {
                unfit.push((name, reason));
            }
        }
        Ok(unfit)
    }

    fn size(&self) -> Result<u64, IndexError> {
        Ok(self.searcher.space_usage()?.total().get_bytes())
    }
}

impl Snapshot {
    /// The words of a field that begin so and fit, each with how many texts hold it.
    fn starting_with(
        &self,
        field: Field,
        beginning: &str,
        fits: impl Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, u64>, IndexError> {
        let mut found = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            let from = inverted.terms().range().ge(beginning);
            let mut words = from.into_stream()?;
            let mut taken = 0;
            while taken < MOST_WORDS && words.advance() {
                let Some(word) = str::from_utf8(words.key()).ok() else {
                    continue;
                };
                if !word.starts_with(beginning) {
                    break;
                }
                if fits(word) {
                    let texts = count(segment, &inverted, words.value())?;
                    if texts > 0 {
                        taken += 1;
                        *found.entry(word.to_owned()).or_default() += texts;
                    }
                }
            }
        }
        // The same, however the texts are spread over segments.
        while found.len() > MOST_WORDS {
            found.pop_last();
        }
        Ok(found)
    }

    /// The text for the whole document under a key.
    fn whole_text(&self, key: u64) -> Result<Option<DocAddress>, IndexError> {
        let texts = self.texts_with(&Term::from_field_u64(self.fields.whole, key))?;
        Ok(texts.first().copied())
    }

    /// What is kept of a text.
    fn record<T: DeserializeOwned>(&self, text: DocAddress) -> Result<T, IndexError> {
        let kept: TantivyDocument = self.searcher.doc(text)?;
        let record = kept.get_first(self.fields.record);
        let record = record.as_ref().and_then(Value::as_bytes);
        let record = record.and_then(|bytes| postcard::from_bytes(bytes).ok());
        record.ok_or_else(|| IndexError::new("what is kept of a text cannot be read"))
    }
}

/// How many of the texts of a segment that hold a term stand.
fn count(
    segment: &SegmentReader,
    inverted: &InvertedIndexReader,
    term: &TermInfo,
) -> Result<u64, IndexError> {
    if !segment.has_deletes() {
        return Ok(u64::from(term.doc_freq));
    }
    let postings = inverted.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
    Ok(alive(segment, postings).count() as u64)
}
