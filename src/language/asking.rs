//! What a question can ask for, in any language.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// The kind of thing that answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerType {
    /// "who", "whose".
    Person,
    /// "when", "what year".
    Date,
    /// "where", "which country".
    Place,
    /// "how many", "how long", "what percentage".
    Number,
    /// "how often".
    Frequency,
    /// "why", "what reason".
    Reason,
    /// "what is a lock", "define a lock".
    Definition,
    /// Anything else.
    Thing,
}

/// What a question asks for.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The kind of answer that is wanted.
    pub wanted: AnswerType,
    /// Whether several things are wanted.
    pub several: bool,
    /// The words that ask: "how long".
    pub asks: Vec<Span>,
    /// Those that only ask, beside the small ones: they are not searched for.
    pub only_ask: Vec<Span>,
}
