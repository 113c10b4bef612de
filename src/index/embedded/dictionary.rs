//! What the texts know of words: how many hold one, and which words there are like it.

use std::collections::BTreeMap;

use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader, Term};

use super::{Snapshot, alive};
use crate::index::analysis::CAPITAL;
use crate::index::statistics::Counts;
use crate::index::{IndexError, facts};

/// Words that one begins are looked at up to so many.
const MOST_WORDS: usize = 1000;

impl Snapshot {
    /// How many documents have this very form of a word, and how many with a capital.
    pub(super) fn counts_of(&self, word: &str) -> Result<Counts, IndexError> {
        Ok(Counts {
            passages: 0,
            times: self.with(self.fields.form, word)?,
            capitals: self.with(self.fields.form, &format!("{CAPITAL}{word}"))?,
        })
    }

    /// The facts that begin so, without that beginning, each with how many
    /// documents know it; those that most know first.
    pub(super) fn facts_after(&self, beginning: &str) -> Result<Vec<String>, IndexError> {
        let known = self.starting_with(self.fields.facts, beginning, |_| true)?;
        Ok(facts::after(beginning, &known))
    }

    /// Words that begin as another does, and are at most so many slips away from it.
    pub(super) fn words_like(&self, word: &str, slips: usize) -> Result<Vec<String>, IndexError> {
        // A slip in the first letter is rare, and another first letter is mostly another word: born, torn.
        let Some(first) = word.chars().next() else {
            return Ok(Vec::new());
        };
        let is_like = |other: &str| {
            other.len().abs_diff(word.len()) <= slips && strsim::osa_distance(word, other) <= slips
        };
        let like = self.starting_with(self.fields.form, &first.to_string(), is_like)?;
        Ok(like.into_keys().collect())
    }

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
