//! What the texts know of words: how many hold one, and which words there are like it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader, Term};

use super::{Snapshot, alive};
use crate::index::IndexError;
use crate::index::analysis::CAPITAL;
use crate::index::statistics::Counts;
use crate::language::Language;

/// Words that one begins are looked at up to so many.
const MOST_WORDS: usize = 1000;
/// A shorter word may be anything: nothing is a slip of it.
const SHORTEST_TYPO: usize = 4;
/// From this length on, two slips of typing are forgiven.
const TWO_SLIPS: usize = 8;

impl Snapshot {
    /// How many documents have this very form of a word, and how many with a capital.
    pub(in crate::index) fn counts(&self, word: &str) -> Result<Counts, IndexError> {
        Ok(Counts {
            passages: 0,
            times: self.with(self.fields.form, word)?,
            capitals: self.with(self.fields.form, &format!("{CAPITAL}{word}"))?,
        })
    }

    /// How many passages have a stem.
    pub(in crate::index) fn with_stem(&self, stem: &str) -> Result<u64, IndexError> {
        self.with(self.fields.passage, stem)
    }

    /// How many documents know a fact.
    pub(in crate::index) fn with_fact(&self, fact: &str) -> Result<u64, IndexError> {
        self.with(self.fields.facts, fact)
    }

    /// The facts that begin so, without that beginning, each with how many
    /// documents know it; those that most know first.
    pub(in crate::index) fn facts(&self, beginning: &str) -> Result<Vec<String>, IndexError> {
        let found = self.starting_with(self.fields.facts, beginning, |_| true)?;
        let mut found: Vec<(String, u64)> = found.into_iter().collect();
        // Equals stay in the order of their letters.
        found.sort_by_key(|(_, documents)| Reverse(*documents));
        let rest = |fact: String| fact[beginning.len()..].to_owned();
        let found = found.into_iter().map(|(fact, _)| rest(fact));
        Ok(found.filter(|rest| !rest.is_empty()).collect())
    }

    /// The word of the documents that another may be a slip of, the commonest such.
    pub(in crate::index) fn nearest(
        &self,
        word: &str,
        languages: &[Language],
    ) -> Result<Option<String>, IndexError> {
        let most = if word.chars().count() >= TWO_SLIPS {
            2
        } else {
            1
        };
        // A slip in the first letter is rare, and another first letter is mostly another word: born, torn.
        let Some(first) = word.chars().next() else {
            return Ok(None);
        };
        let slips = |other: &str| strsim::osa_distance(word, other);
        let is_near = |other: &str| {
            other.len().abs_diff(word.len()) <= most
                && other.len() >= SHORTEST_TYPO
                && !other.contains(char::is_numeric)
                && slips(other) <= most
        };
        let near = self.starting_with(self.fields.form, &first.to_string(), is_near)?;
        let near = near.into_keys().filter(|other| {
            !languages
                .iter()
                .any(|language| language.is_month_or_day(other))
        });
        let mut best: Option<(usize, Reverse<u64>, String)> = None;
        for other in near {
            let stems: BTreeSet<String> = languages.iter().map(|it| it.term(&other)).collect();
            let counts = stems.iter().map(|stem| self.with_stem(stem));
            let common = Reverse(counts.sum::<Result<u64, IndexError>>()?);
            let found = (slips(&other), common, other);
            if best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        }
        Ok(best.map(|(.., word)| word))
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
