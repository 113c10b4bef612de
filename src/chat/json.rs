//! An answer as one line of JSON, for programs.

mod views;

use serde::{Deserialize, Serialize};

use super::conversation::{Nothing, Said};
use crate::answer::{Answer, Disagreement, Doubt, Explanation, Grade, Outcome, Reason};
use crate::corpus::Skipped;
use crate::index::Source;
use views::{NeighbourView, QuoteView, stretch, views, within};

/// An answer as programs get it.
#[derive(Serialize)]
struct AnswerLine<'a> {
    /// Which conversation, where the question said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    chat: Option<&'a Chat>,
    question: &'a str,
    /// What it was taken for in its conversation; null where it stands alone.
    searched_for: Option<&'a str>,
    status: &'static str,
    confidence: f32,
    quotes: Vec<QuoteView<'a>>,
    /// What speaks against the first quote of an answer that is not sure.
    doubts: &'a [Doubt],
    disagreement: Option<&'a Disagreement>,
    closest: Vec<QuoteView<'a>>,
    reason: Option<Why>,
    /// Words of the question that the documents do not have, or not beside the others.
    missing: &'a [String],
    /// What Quoth says about itself, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<&'a str>,
    /// What stands around the quote, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<NeighbourView<'a>>,
}

/// What is said to the questions of one message.
#[derive(Serialize)]
struct RepliesLine<'a> {
    #[serde(flatten)]
    first: Option<AnswerLine<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    then: Vec<AnswerLine<'a>>,
}

/// Why there is no answer, or nothing to show.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Why {
    Declined(Reason),
    Nothing(&'static str),
}

/// A question as programs may put it: an object instead of a bare line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionLine {
    /// Which conversation it belongs to.
    pub chat: Option<Chat>,
    /// The question.
    pub question: String,
}

/// What a program calls a conversation: a name, or a number as Telegram gives its chats.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Chat {
    /// A number.
    Number(i64),
    /// Any other name.
    Name(String),
}

impl Chat {
    /// Under what its conversation is kept.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}

/// A line that is meant as a [`QuestionLine`]. Where it is none, that is logged,
/// and the line itself is the question.
#[must_use]
pub fn question(line: &str) -> Option<QuestionLine> {
    let object = serde_json::from_str(line);
    object
        .inspect_err(|error| log::warn!("a line is not {{\"chat\": \"id\", \"question\": \"...\"}} ({error}), and is taken as a question itself"))
        .ok()
}

/// An answer as programs get it when they ask how it came about.
#[derive(Serialize)]
struct ExplainedLine<'a> {
    #[serde(flatten)]
    answer: AnswerLine<'a>,
    /// Null where nothing was searched for.
    explanation: Option<&'a Explanation>,
}

/// An answer as a line of JSON, without its line end.
#[must_use]
pub fn answer(answer: &Answer, chat: Option<&Chat>) -> String {
    line(&answer_line(answer, chat))
}

/// What is said to `message` in a conversation, as a line of the same shape; `confidence` is 0
/// where nothing was answered anew. Of a message with several questions, each with what is said to
/// it, the answers to the others stand in the first under the key `then`.
#[must_use]
pub fn replies(said: &[(String, Said)], chat: Option<&Chat>) -> String {
    let mut lines = said.iter().map(|(message, said)| view(message, said, chat));
    line(&RepliesLine {
        first: lines.next(),
        then: lines.collect(),
    })
}

/// What is said to one question.
#[must_use]
pub fn reply(message: &str, said: &Said, chat: Option<&Chat>) -> String {
    line(&view(message, said, chat))
}

fn view<'a>(message: &'a str, said: &'a Said, chat: Option<&'a Chat>) -> AnswerLine<'a> {
    let bare = AnswerLine {
        chat,
        question: message,
        searched_for: None,
        status: status(Grade::Found),
        confidence: 0.0,
        quotes: Vec::new(),
        doubts: &[],
        disagreement: None,
        closest: Vec::new(),
        reason: None,
        missing: &[],
        said: None,
        excerpt: None,
    };
    match said {
        Said::Answer {
            answer,
            searched_for,
        } => AnswerLine {
            searched_for: searched_for.as_deref(),
            ..answer_line(answer, chat)
        },
        Said::More {
            question,
            quotes,
            grade: grade @ (Grade::Found | Grade::Perhaps),
            ..
        } => AnswerLine {
            searched_for: Some(question),
            status: status(*grade),
            quotes: views(quotes),
            ..bare
        },
        Said::More {
            question, quotes, ..
        } => AnswerLine {
            searched_for: Some(question),
            status: status(Grade::Abstained),
            closest: views(quotes),
            reason: Some(Why::Declined(Reason::WeakEvidence)),
            ..bare
        },
        Said::Excerpt { excerpt, .. } => AnswerLine {
            quotes: vec![within(excerpt)],
            excerpt: Some(stretch(excerpt)),
            ..bare
        },
        Said::Evidence(answer) => AnswerLine {
            question: message,
            searched_for: Some(&answer.question),
            ..answer_line(answer, chat)
        },
        Said::Told(told) => AnswerLine {
            status: status(Grade::Abstained),
            reason: Some(Why::Declined(Reason::SmallTalk)),
            said: Some(told),
            ..bare
        },
        Said::Nothing(nothing) => AnswerLine {
            status: status(Grade::Abstained),
            reason: Some(Why::Nothing(match nothing {
                Nothing::NoMore => "no_more",
                Nothing::NoSuchQuote { .. } => "no_such_quote",
                Nothing::Forgotten => "forgotten",
                Nothing::TakenBack => "taken_back",
                Nothing::Unclear(_) => "unclear",
            })),
            ..bare
        },
    }
}

/// The same with how it came about under the key `explanation`.
#[must_use]
pub fn explained(answer: &Answer, explanation: Option<&Explanation>) -> String {
    line(&ExplainedLine {
        answer: answer_line(answer, None),
        explanation,
    })
}

fn answer_line<'a>(answer: &'a Answer, chat: Option<&'a Chat>) -> AnswerLine<'a> {
    let outcome = &answer.outcome;
    let (closest, reason, missing) = match outcome {
        Outcome::Found(_) | Outcome::Perhaps { .. } => (Vec::new(), None, &[][..]),
        Outcome::Abstained {
            reason,
            missing,
            closest,
        } => {
            let why = Why::Declined(*reason);
            (views(closest), Some(why), missing.words.as_slice())
        }
    };
    AnswerLine {
        chat,
        question: &answer.question,
        searched_for: None,
        status: status(outcome.grade()),
        confidence: answer.confidence,
        quotes: views(outcome.quotes()),
        doubts: outcome.doubts(),
        disagreement: answer.disagreement.as_ref(),
        closest,
        reason,
        missing,
        said: None,
        excerpt: None,
    }
}

fn status(grade: Grade) -> &'static str {
    match grade {
        Grade::Found => "found",
        Grade::Perhaps => "perhaps",
        Grade::Abstained => "abstained",
    }
}

/// What is indexed and what was skipped, as a line of JSON without its line end.
#[must_use]
pub fn sources(sources: &[Source], skipped: &[Skipped]) -> String {
    let documents = sources.iter().map(|source| {
        serde_json::json!({"document": source.name, "title": source.title, "passages": source.passages})
    });
    let skipped = skipped
        .iter()
        .map(|file| serde_json::json!({"document": file.name, "reason": file.reason}));
    line(
        &serde_json::json!({"documents": documents.collect::<Vec<_>>(), "skipped": skipped.collect::<Vec<_>>()}),
    )
}

/// These views hold only strings, numbers and lists, which JSON always can.
fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
