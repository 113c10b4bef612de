//! What the index needs of an engine: of one that is asked, and of one that is
//! written to.
//!
//! There are two: [`embedded`](super::embedded) in this process, and
//! [`cluster`](super::cluster) for many processes. A third would be a folder
//! beside these, with what implements [`Engine`] and [`Store`].

use std::sync::Arc;

use super::analysis::Analysis;
use super::kept::{KeptDocument, KeptPassage};
use super::{Alternatives, IndexError};
use crate::corpus::Document;
use crate::language::vectors::Direction;

/// Documents as they stand at one time, taken apart into texts of words.
///
/// All counts are of what stands: an engine that has lived through changes
/// answers as a fresh one does.
pub(crate) trait Engine: Send + Sync {
    /// The same engine, as it stands now; `None` where this is how it stands.
    fn renewed(&self) -> Option<Arc<dyn Engine>> {
        None
    }

    /// Whether all that was asked of words and facts since the last call was
    /// answered. Where not, some answers were made up, and what they rest on
    /// has been fetched meanwhile, all in one: the same is to be asked again.
    fn is_settled(&self) -> Result<bool, IndexError> {
        Ok(true)
    }

    /// A number that is another one once documents have changed.
    fn state(&self) -> Result<u64, IndexError>;

    /// How much of everything there is.
    fn totals(&self) -> Result<Totals, IndexError>;

    /// The languages that passages are in, by their codes, the commonest first.
    fn languages(&self) -> Result<Vec<String>, IndexError>;

    /// How many passages or documents have a word.
    fn with(&self, counted: Counted, word: &str) -> Result<u64, IndexError>;

    /// What follows the beginning of the facts that begin so; those first that
    /// most documents know, equals in the order of their letters.
    fn facts(&self, beginning: &str) -> Result<Vec<String>, IndexError>;

    /// Words of the documents that begin with the same letter as `word`, and are
    /// at most so many slips of typing away from it.
    fn like(&self, word: &str, slips: usize) -> Result<Vec<String>, IndexError>;

    /// The best `limit` passages for the words of a query, of all documents or of the
    /// one under a key. Of equals, the first by document and number. Where a meaning is asked for, too,
    /// some of them, and all that are missing to `limit`, are those nearest to it.
    fn search(
        &self,
        words: &[Alternatives<'_>],
        meaning: Option<&Direction>,
        limit: usize,
        within: Option<u64>,
    ) -> Result<Vec<Retrieved>, IndexError>;

    /// What is kept of the document under a key, if there is one.
    fn document(&self, key: u64) -> Result<Option<KeptDocument>, IndexError>;

    /// The same with all its passages, in order.
    fn whole(&self, key: u64) -> Result<Option<(KeptDocument, Vec<KeptPassage>)>, IndexError>;

    /// Gives every document, with how many passages it has.
    fn documents(&self, take: &mut dyn FnMut(KeptDocument, u64)) -> Result<(), IndexError>;

    /// The files that are no documents, each with its reason.
    fn unfit(&self) -> Result<Vec<(String, String)>, IndexError>;

    /// How many bytes it takes.
    fn size(&self) -> Result<u64, IndexError>;
}

/// What takes documents in and out.
pub(crate) trait Store: Send {
    /// The files that it has something of.
    fn known(&self) -> Result<Vec<KnownFile>, IndexError>;

    /// Whether what is put here outlives the process.
    fn is_kept(&self) -> bool;

    /// Whether what is kept is not as it was written, for which all of it is read;
    /// `None` where that cannot be told just now.
    fn is_damaged(&self) -> Option<bool> {
        Some(false)
    }

    /// Prepares to write. Returns whether this process may.
    fn open_to_write(&mut self) -> Result<bool, IndexError>;

    /// Takes a document, of which it has nothing: else that is [removed](Self::remove) before.
    /// What it cannot take, for a reason that lies in the document, is refused.
    fn put(&mut self, file: KnownFile, analysis: Analysis) -> Result<Refusal, IndexError>;

    /// The same of a document that is too large to be held taken apart.
    fn put_large(&mut self, file: KnownFile, document: &Document) -> Result<Refusal, IndexError>;

    /// Takes a file that is no document, with the reason for that.
    fn put_unfit(&mut self, file: KnownFile, name: &str, reason: &str) -> Result<(), IndexError>;

    /// Strikes out what it has under a key.
    fn remove(&mut self, key: u64) -> Result<(), IndexError>;

    /// Makes all that was put and removed so far last, and searchable.
    fn commit(&mut self) -> Result<(), IndexError>;

    /// All files were looked at: what stands is whole, and can be shown to others.
    fn complete(&mut self) -> Result<(), IndexError> {
        Ok(())
    }

    /// What was committed.
    fn engine(&self) -> Arc<dyn Engine>;
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Counted {
    /// Passages that have a stem.
    Stem,
    /// Documents that have this very form of a word.
    Form,
    /// Documents that know a fact.
    Fact,
}

/// Why a document was not taken; `None` where it was.
pub(crate) type Refusal = Option<&'static str>;

/// How much of everything stands in an index.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(super) documents: u64,
    pub(super) passages: u64,
    pub(super) sentences: u64,
    pub(super) tokens: u64,
    /// Words of the texts of passages, as they are searched.
    pub(super) stems: u64,
}

/// A passage that was found, with its document.
pub(crate) struct Retrieved {
    pub(super) key: u64,
    pub(super) document: Arc<KeptDocument>,
    pub(super) part: u64,
    pub(super) passage: KeptPassage,
    /// Its BM25 as a share of what the words of the query weigh together, so
    /// that scores of different queries and corpora can be compared.
    pub(super) score: f32,
}

impl Retrieved {
    /// The key of its document, and its number there.
    pub(super) fn place(&self) -> (u64, u64) {
        (self.key, self.part)
    }
}

/// Passages of a corpus that is searched by meaning, at most. All are gone through; and a larger one
/// says most things in many ways, of which its words find one.
pub(super) const SEARCHED_BY_MEANING: u64 = 50_000;
/// Of so many passages, so many are those that the words find, where there are others that mean nearly
/// what is asked.
const ALL: usize = 40;
const BY_WORDS: usize = 24;

/// The `limit` best of those that words found and those nearest in meaning, both the best first. Where
/// some are missing to it, there are as many as there can be of either.
pub(super) fn blended<T>(
    by_words: Vec<T>,
    near: Vec<T>,
    limit: usize,
    place: impl Fn(&T) -> (u64, u64),
) -> Vec<T> {
    let mut by_words = by_words.into_iter();
    let mut blended: Vec<T> = by_words.by_ref().take(BY_WORDS * limit / ALL).collect();
    for passage in near.into_iter().chain(by_words) {
        if blended.len() >= limit {
            break;
        }
        if !blended.iter().any(|it| place(it) == place(&passage)) {
            blended.push(passage);
        }
    }
    blended
}

/// A file that a store has something of, by the hash of its name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KnownFile {
    pub(crate) key: u64,
    /// What tells that it is the same without looking into it, and by its content.
    pub(crate) looks: u64,
    pub(crate) content: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_are_found_by_words_and_what_is_missing_by_either() {
        let blended = |by_words: std::ops::Range<u64>, near: std::ops::Range<u64>| {
            blended(by_words.collect(), near.collect(), 5, |it| (*it, 0))
        };
        assert_eq!(blended(0..9, 0..0), [0, 1, 2, 3, 4]);
        assert_eq!(blended(0..9, 10..19), [0, 1, 2, 10, 11]);
        assert_eq!(blended(0..9, 2..19), [0, 1, 2, 3, 4]);
        assert_eq!(blended(0..1, 10..19), [0, 10, 11, 12, 13]);
        assert_eq!(blended(0..9, 10..11), [0, 1, 2, 10, 3]);
        assert_eq!(blended(0..0, 10..12), [10, 11]);
    }
}
