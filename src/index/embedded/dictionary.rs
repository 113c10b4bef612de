//! What the texts know of words: how many hold one, and which words there are like it.

use std::collections::BTreeMap;

use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader, Term};

use super::{Snapshot, alive};
use crate::index::IndexError;

/// Words that one begins are looked at up to so many.
const MOST_WORDS: usize = 1000;

impl Snapshot {
    /// How many texts hold a word in a field.
    pub(super) fn with(&self, field: Field, word: &str) -> Result<u64, IndexError> {
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

    /// The words of a field that begin so and fit, each with how many texts hold it.
    pub(super) fn starting_with(
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
                    taken += 1;
                    let texts = count(segment, &inverted, words.value())?;
                    if texts > 0 {
                        *found.entry(word.to_owned()).or_default() += texts;
                    }
                }
            }
        }
        Ok(found)
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
