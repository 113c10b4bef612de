//! What a conversation says to a message.

use crate::answer::{Answer, Excerpt, Extent, Grade, Quote};
use crate::wording::Wording;

/// Which answer of which conversation: no two answers of a process share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnswerId(pub(super) u64);

impl AnswerId {
    /// An answer that nobody remembers: what replies to it stands alone.
    pub const FORGOTTEN: Self = Self(0);
}

/// What is said to a message.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The answer that a reply to this one continues, if there is one.
    pub answer: Option<AnswerId>,
    /// What is said.
    pub said: Said,
}

/// The kinds of reply.
#[derive(Clone, Debug)]
pub enum Said {
    /// An answer to a question.
    Answer {
        /// The answer; its question is the message.
        answer: Answer,
        /// The question that the message was taken for, where it did not stand alone.
        searched_for: Option<String>,
        /// Where there is no answer, questions that the documents do answer near it; up to three.
        instead: Vec<String>,
    },
    /// Further quotes for an earlier question.
    More {
        /// The question, as it was searched for.
        question: String,
        /// The number of the first of them, counted on from those shown before.
        first: usize,
        /// The quotes, never empty.
        quotes: Vec<Quote>,
        /// How sure Quoth is of the answer that they go on from.
        grade: Grade,
    },
    /// What stands around a quote, or its whole passage.
    Excerpt {
        /// The number of the quote, from 1.
        number: usize,
        /// Which of the two.
        extent: Extent,
        /// What stands there.
        excerpt: Excerpt,
    },
    /// The last answer once more, for somebody who doubts it, with the question searched for.
    Evidence(Answer),
    /// What Quoth says about itself.
    Told(String),
    /// There is nothing to show.
    Nothing(Nothing),
}

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nothing {
    /// All quotes that have to do with the question were shown.
    NoMore,
    /// The answer has only so many quotes.
    NoSuchQuote {
        /// The number that was asked for.
        number: usize,
        /// How many there are.
        of: usize,
    },
    /// There was no answer, or it was too long ago.
    Forgotten,
    /// The last question was taken back.
    TakenBack,
    /// Nobody was spoken of whom this pronoun can mean.
    Unclear(&'static str),
}

impl Nothing {
    /// What is said of it.
    pub(crate) fn told(self, wording: Wording) -> String {
        match self {
            Self::NoMore => wording.no_more(),
            Self::NoSuchQuote { number, of: 0 } => wording.no_quotes(number),
            Self::NoSuchQuote { number, of } => wording.no_such_quote(of, number),
            Self::Forgotten => wording.nothing_before(),
            Self::TakenBack => wording.taken_back(),
            Self::Unclear(word) => wording.unclear(word),
        }
    }
}
