//! The reader: a small network that reads a question and a sentence together,
//! and says how well the one answers the other.
//!
//! The ranking compares words; the reader has learned what they say together,
//! from public questions and answers. It costs milliseconds a sentence, so only
//! the best few of the ranking are read. `PROVENANCE.md` tells where its weights
//! come from. This module alone knows the network's runtime.

mod network;
mod pieces;
#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::num::NonZeroUsize;
use std::sync::{LazyLock, Mutex, PoisonError};

use lru::LruCache;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use network::Network;
use pieces::Pieces;

/// Scores that are kept for a question asked again: a few thousand questions' worth.
const KEPT: NonZeroUsize = NonZeroUsize::new(16_384).expect("above zero");

/// Why there is no reading.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ReaderError(String);

/// What sentences are read for.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a str,
    /// The question before it, where it is a turn of a conversation that may go on from there.
    pub before: Option<&'a str>,
}

/// A sentence to be read, and what it stands under.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Passage<'a> {
    /// The title of its document; may be empty.
    pub title: &'a str,
    /// The sentence as a person reads it.
    pub sentence: &'a str,
}

/// The network, its vocabulary, and what it has read before.
pub struct Reader {
    pieces: Pieces,
    network: Network,
    /// Scores by a hash of what is asked, title and sentence.
    kept: Mutex<LruCache<u64, f32>>,
}

impl Reader {
    /// The reader that the program carries, loaded on first need.
    ///
    /// # Errors
    ///
    /// Where its weights cannot be loaded, as on a processor that the runtime does not know.
    pub fn shipped() -> Result<&'static Self, &'static ReaderError> {
        static READER: LazyLock<Result<Reader, ReaderError>> = LazyLock::new(Reader::load);
        READER.as_ref()
    }

    fn load() -> Result<Self, ReaderError> {
        Ok(Self {
            pieces: Pieces::parse(pieces::VOCABULARY)?,
            network: Network::parse(network::GRAPH, network::WEIGHTS)?,
            kept: Mutex::new(LruCache::new(KEPT)),
        })
    }

    /// How well each sentence answers the question: about -6 to 6; at 0 the
    /// reader takes "none of these" for as likely. Each is read by itself, so
    /// its score does not depend on the others.
    ///
    /// # Errors
    ///
    /// Where the network fails.
    pub fn read(
        &self,
        asked: Asked<'_>,
        sentences: &[Passage<'_>],
    ) -> Result<Vec<f32>, ReaderError> {
        let question = self.pieces.of(asked.question);
        let before = asked.before.map(|before| self.pieces.of(before));
        let score = |passage: &Passage<'_>| {
            let mut hasher = DefaultHasher::new();
            (asked, passage).hash(&mut hasher);
            let key = hasher.finish();
            if let Some(score) = self.kept().get(&key) {
                return Ok(*score);
            }
            let title = self.pieces.of(passage.title);
            let sentence = self.pieces.of(passage.sentence);
            let input = pieces::Input::new(&question, before.as_deref(), &title, &sentence);
            let score = self.network.score(&input)?;
            self.kept().put(key, score);
            Ok(score)
        };
        // In the runtime's own threads, one for each core.
        rten::thread_pool().run(|| sentences.into_par_iter().map(score).collect())
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, LruCache<u64, f32>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
