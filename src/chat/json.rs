//! An answer as one line of JSON, for programs. [`asked`] reads what they ask.

mod asked;
mod views;

use std::fmt::Write as _;

use serde::Serialize;

use super::conversation::{Nothing, Said};
use crate::answer::{Answer, Disagreement, Doubt, Explanation, Grade, Outcome, Reason};
use crate::corpus::Skipped;
use crate::index::Source;
pub use asked::{Asked, Given, NoQuestion};
use views::{NeighbourView, QuoteView, stretch, views, within};

/// What the keys mean, as a number that is raised when one of them goes or means something else.
const VERSION: u32 = 1;

/// A line as programs get it.
#[derive(Serialize)]
struct Line<'a, T> {
    version: u32,
    #[serde(flatten)]
    given: Option<&'a Given>,
    #[serde(flatten)]
    said: T,
}

/// What is said of a line that is not answered.
#[derive(Serialize)]
struct ErrorLine<'a> {
    status: &'static str,
    error: &'a str,
}

/// An answer to one question.
#[derive(Serialize)]
struct AnswerLine<'a> {
    question: &'a str,
    /// What it was taken for in its conversation; null where it stands alone.
    searched_for: Option<&'a str>,
    status: Grade,
    confidence: f32,
    quotes: Vec<QuoteView<'a>>,
    /// What speaks against the first quote of an answer that is not sure, or against the closest.
    doubts: &'a [Doubt],
    disagreement: Option<&'a Disagreement>,
    closest: Vec<QuoteView<'a>>,
    reason: Option<Why>,
    /// Words of the question that the documents do not have, or not beside the others.
    missing: &'a [String],
    /// Where there is no answer, questions near it that the documents do answer.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    instead: &'a [String],
    /// What Quoth says about itself, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<&'a str>,
    /// What stands around the quote, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<NeighbourView<'a>>,
    /// What is said to further questions of the same message.
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

/// An answer as programs get it when they ask how it came about.
#[derive(Serialize)]
struct ExplainedLine<'a> {
    #[serde(flatten)]
    answer: AnswerLine<'a>,
    /// Null where nothing was searched for.
    explanation: Option<&'a Explanation>,
}

/// What is said to `message` in a conversation, as a line of the same shape; `confidence` is 0
/// where nothing was answered anew. Of a message with several questions, each with what is said to
/// it, the answers to the others stand in the first under the key `then`. `given` stands in it as it is.
pub(crate) fn replies(said: &[(String, Said)], given: Option<&Given>) -> String {
    let mut lines = said.iter().map(|(message, said)| view(message, said));
    let first = lines.next();
    let replies = first.map(|first| AnswerLine {
        then: lines.collect(),
        ..first
    });
    line(given, replies)
}

/// What is said to one question.
pub(crate) fn reply(message: &str, said: &Said) -> String {
    line(None, view(message, said))
}

/// What is said to a line that asks nothing.
pub(crate) fn refusal(refused: &NoQuestion) -> String {
    failure(&refused.problem, &refused.given)
}

/// What is said to a question that could not be searched for, with what was given beside it.
pub(crate) fn failure(problem: &str, given: &Given) -> String {
    let said = ErrorLine {
        status: "error",
        error: problem,
    };
    line(Some(given), said)
}

fn view<'a>(message: &'a str, said: &'a Said) -> AnswerLine<'a> {
    match said {
        Said::Answer {
            answer,
            searched_for,
            instead,
        } => AnswerLine {
            searched_for: searched_for.as_deref(),
            instead,
            ..answer_line(answer)
        },
        Said::More {
            question,
            quotes,
            grade: grade @ (Grade::Found | Grade::Perhaps),
            ..
        } => AnswerLine {
            searched_for: Some(question),
            quotes: views(quotes),
            ..bare(message, *grade)
        },
        Said::More {
            question, quotes, ..
        } => AnswerLine {
            searched_for: Some(question),
            closest: views(quotes),
            reason: Some(Why::Declined(Reason::WeakEvidence)),
            ..bare(message, Grade::Abstained)
        },
        Said::Excerpt { excerpt, .. } => AnswerLine {
            quotes: vec![within(excerpt)],
            excerpt: Some(stretch(excerpt)),
            ..bare(message, Grade::Found)
        },
        Said::Evidence(answer) => AnswerLine {
            question: message,
            searched_for: Some(&answer.question),
            ..answer_line(answer)
        },
        Said::Told(told) => AnswerLine {
            reason: Some(Why::Declined(Reason::SmallTalk)),
            said: Some(told),
            ..bare(message, Grade::Abstained)
        },
        Said::Nothing(nothing) => AnswerLine {
            reason: Some(Why::Nothing(match nothing {
                Nothing::NoMore => "no_more",
                Nothing::NoSuchQuote { .. } => "no_such_quote",
                Nothing::Forgotten => "forgotten",
                Nothing::TakenBack => "taken_back",
                Nothing::Unclear(_) => "unclear",
            })),
            ..bare(message, Grade::Abstained)
        },
    }
}

/// An answer as a line of JSON; how it came about stands under the key `explanation`.
pub(crate) fn explained(answer: &Answer, explanation: Option<&Explanation>) -> String {
    let explained = ExplainedLine {
        answer: answer_line(answer),
        explanation,
    };
    line(None, explained)
}

fn answer_line(answer: &Answer) -> AnswerLine<'_> {
    let outcome = &answer.outcome;
    let (closest, reason, missing) = match outcome {
        Outcome::Found(_) | Outcome::Perhaps { .. } => (Vec::new(), None, &[][..]),
        Outcome::Abstained {
            reason,
            missing,
            closest,
            ..
        } => {
            let why = Why::Declined(*reason);
            (views(closest), Some(why), missing.words.as_slice())
        }
    };
    AnswerLine {
        confidence: answer.confidence,
        quotes: views(outcome.quotes()),
        doubts: outcome.doubts(),
        disagreement: answer.disagreement.as_ref(),
        closest,
        reason,
        missing,
        ..bare(&answer.question, outcome.grade())
    }
}

/// A line of a question with nothing that was found for it.
fn bare(question: &str, grade: Grade) -> AnswerLine<'_> {
    AnswerLine {
        question,
        searched_for: None,
        status: grade,
        confidence: 0.0,
        quotes: Vec::new(),
        doubts: &[],
        disagreement: None,
        closest: Vec::new(),
        reason: None,
        missing: &[],
        instead: &[],
        said: None,
        excerpt: None,
        then: Vec::new(),
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
    let (documents, skipped): (Vec<_>, Vec<_>) = (documents.collect(), skipped.collect());
    let both = serde_json::json!({"documents": documents, "skipped": skipped});
    line(None, both)
}

fn line(given: Option<&Given>, said: impl Serialize) -> String {
    let line = Line {
        version: VERSION,
        given,
        said,
    };
    written(&line)
}

/// A value as JSON. It holds only strings, numbers, lists and what was JSON before, which JSON
/// always can. Control characters that JSON would leave as they are, some terminals obey.
pub fn written(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    json.chars().fold(String::new(), |mut escaped, c| {
        if ('\u{7f}'..='\u{9f}').contains(&c) {
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
        escaped
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
