//! What kind of word a word is, whatever documents have it.

use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use lru::LruCache;

use super::english;
use super::languages::{Class, Language};
use super::vectors::{self, DIMENSIONS};

/// What is known of a word without any document.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub struct Word {
    /// The word itself, as [`Token::word`](super::analyser::Token::word).
    pub text: String,
    /// The stem that it shares with its other forms.
    pub stem: String,
    /// What kind of word it is.
    pub class: WordClass,
    /// Whether it introduces a reason: "because".
    pub reason_cue: bool,
    /// Whether it can stand at a place: "in".
    pub place_cue: bool,
    /// Whether it says how often: "daily".
    pub frequency: bool,
    /// Whether it points outside a sentence that it opens: "she".
    pub pronoun: bool,
    /// What it means, roughly, the longer the more it tells; `None` for numbers.
    pub vector: Option<[f32; DIMENSIONS]>,
}

/// What kind of word it is, as far as scoring a sentence needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// Too common to find anything by.
    Stop,
    /// Counts something: "12", "twelve", "dozens".
    Number,
    /// Four digits that can be a year; [`Lexicon::class`](super::lexicon::Lexicon::class)
    /// tells whether they are one where they stand.
    Year,
    /// A month or a day of the week.
    Month,
    /// Any other word.
    Content,
}

/// Words whose knowledge is kept: those of a few hundred questions, in some 8 MB.
const KEPT: NonZeroUsize = NonZeroUsize::new(8192).unwrap();
type Cache = LruCache<(Language, String), Arc<Word>>;
static WORDS: LazyLock<Mutex<Cache>> = LazyLock::new(|| Mutex::new(LruCache::new(KEPT)));

impl Word {
    /// What is known of a word that analysis has left so, and kept for the next time.
    pub fn shared(text: &str, language: Language) -> Arc<Self> {
        let words = || WORDS.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (language, text.to_owned());
        if let Some(word) = words().get(&key) {
            return Arc::clone(word);
        }
        // Nobody waits while it is made: the first word of a language has its glosses read.
        let word = Arc::new(Self {
            text: text.to_owned(),
            stem: language.term(text),
            class: WordClass::of(text, language),
            reason_cue: language.has(Class::Reason, text, english::is_reason_cue),
            place_cue: language.has(Class::Place, text, english::is_place_cue),
            frequency: language.has(Class::Frequency, text, english::is_frequency),
            pronoun: language.has(Class::Pronoun, text, english::is_pronoun),
            vector: vectors::sum(text, language),
        });
        words().put(key, Arc::clone(&word));
        word
    }
}

impl WordClass {
    /// The kind of a word that analysis has left so.
    pub fn of(word: &str, language: Language) -> Self {
        if language.is_stop_word(word) {
            Self::Stop
        } else if is_year(word) {
            Self::Year
        } else if language.is_number(word) {
            Self::Number
        } else if language.is_month_or_day(word) {
            Self::Month
        } else {
            Self::Content
        }
    }
}

/// Whether a word is a year that people write about: 1000 to 2099.
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && ("1000".."2100").contains(&word)
}
