//! The word that one which no document has is a slip of.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Index, IndexError};
use crate::language::Language;

/// A shorter word may be anything: nothing is a slip of it.
const SHORTEST: usize = 4;
/// From this length on, two slips of typing are forgiven.
const TWO_SLIPS: usize = 8;

impl Index {
    /// The word of the documents that another may be a slip of, the commonest such.
    pub(super) fn nearest(
        &self,
        word: &str,
        languages: &[Language],
    ) -> Result<Option<String>, IndexError> {
        let most = if word.chars().count() >= TWO_SLIPS {
            2
        } else {
            1
        };
        let may_be_meant = |other: &String| {
            other.len().abs_diff(word.len()) <= most
                && other.len() >= SHORTEST
                && !other.contains(char::is_numeric)
                && !languages.iter().any(|it| it.is_month_or_day(other))
        };
        let like = self.engine.like(word, most)?.into_iter();
        let mut best: Option<(usize, Reverse<u64>, String)> = None;
        for other in like.filter(may_be_meant) {
            let stems: BTreeSet<String> = languages.iter().map(|it| it.term(&other)).collect();
            let counts = stems.iter().map(|stem| self.engine.with_stem(stem));
            let common = Reverse(counts.sum::<Result<u64, IndexError>>()?);
            let found = (strsim::osa_distance(word, &other), common, other);
            if best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        }
        Ok(best.map(|(.., word)| word))
    }
}
