//! The rules of English that make a question of its own of a message.
//!
//! "Who said that" asks about what the last question said ([`statement`]), a lone question word
//! asks more about it ([`question_word`]), a lone name asks the same about something else
//! ([`swap`]), a pronoun or "the bridge" stands for what was spoken of ([`standing_in`]), "any
//! sisters?" and "the price" are what that has ([`belonging`]). A question with none of these
//! stands alone, and nothing is ever added to it.

mod belonging;
mod question_word;
mod slot;
mod standing_in;
mod statement;
mod swap;

use super::parsed::Parsed;
use super::turn::Past;
use super::words::Class;

/// What a message may mean.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::chat::conversation) struct Readings {
    /// Questions that stand alone, the likeliest first.
    pub(in crate::chat::conversation) questions: Vec<String>,
    pub(in crate::chat::conversation) need: Need,
    /// What they ask about in the place of something in an earlier question.
    pub(in crate::chat::conversation) changed: Option<String>,
    /// The pronoun that nobody spoken of agrees with.
    pub(in crate::chat::conversation) unclear: Option<&'static str>,
}

/// How much a message needs the turns before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chat::conversation) enum Need {
    /// It means nothing without them.
    Sure,
    /// It is taken as it was typed, unless the documents answer the other more surely.
    Unanswered,
    /// The same, unless they answer the other far better: "How many are members?"
    Weak,
}

impl Need {
    pub(super) fn of(sure: bool) -> Self {
        if sure { Self::Sure } else { Self::Unanswered }
    }
}

impl Readings {
    /// Questions that are all clear.
    pub(super) fn of(questions: Vec<String>, need: Need) -> Self {
        Self {
            questions,
            need,
            changed: None,
            unclear: None,
        }
    }

    /// The same, if they were made by putting this into an earlier question.
    pub(super) fn by_putting_in(self, changed: String) -> Self {
        Self {
            changed: Some(changed),
            ..self
        }
    }

    fn one(question: String, need: Need) -> Self {
        Self::of(vec![question], need)
    }
}

/// What a message means after the turns before.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let rules = [
        statement::follow,
        question_word::follow,
        belonging::any,
        swap::follow,
        standing_in::follow,
        belonging::of_topic,
    ];
    rules.iter().find_map(|rule| rule(message, past))
}

/// Words before the question proper: "and", "but".
fn opening(message: &Parsed) -> usize {
    let is_opening = |at: &usize| Class::Opening.has(message.word(*at));
    (0..message.len()).take_while(is_opening).count()
}

/// "is the bridge open" of "Is the bridge open": as it goes on after other words.
fn lowered(question: &str) -> String {
    let (first, rest) = question.split_once(' ').unwrap_or((question, ""));
    let lower = first.to_lowercase();
    if Class::Auxiliary.has(&lower) || Class::Question.has(&lower) {
        format!("{lower} {rest}").trim_end().to_owned()
    } else {
        question.to_owned()
    }
}

#[cfg(test)]
mod tests;
