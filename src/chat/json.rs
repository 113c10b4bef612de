//! An answer as one line of JSON, for programs.

use serde::{Deserialize, Serialize};

use super::conversation::{Nothing, Said};
use crate::answer::{
    Answer, Citation, Disagreement, Excerpt, Explanation, Neighbour, Outcome, Quote, Reason,
};
use crate::corpus::{Corpus, Date, Locator};

/// An answer as programs get it.
#[derive(Serialize)]
struct AnswerLine<'a> {
    /// Which conversation, where the question said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    chat: Option<&'a str>,
    question: &'a str,
    /// What it was taken for in its conversation; null where it stands alone.
    searched_for: Option<&'a str>,
    status: &'static str,
    confidence: f32,
    quotes: Vec<QuoteView<'a>>,
    disagreement: Option<&'a Disagreement>,
    closest: Vec<QuoteView<'a>>,
    reason: Option<Why>,
    /// Words of the question that the documents do not have, or not beside the others.
    missing: &'a [String],
    /// What stands around the quote, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<NeighbourView<'a>>,
}

/// Why there is no answer, or nothing to show.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Why {
    Declined(Reason),
    Nothing(&'static str),
}

#[derive(Serialize)]
struct QuoteView<'a> {
    text: &'a str,
    score: f32,
    citations: Vec<CitationView<'a>>,
    /// A sentence next to the quote that belongs to its understanding, or null.
    before: Option<NeighbourView<'a>>,
    after: Option<NeighbourView<'a>>,
}

#[derive(Serialize)]
struct NeighbourView<'a> {
    text: &'a str,
    line: Option<usize>,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CitationView<'a> {
    document: &'a str,
    title: &'a str,
    /// The heading path, outermost first, joined by " > ".
    heading: Option<String>,
    page: Option<u32>,
    /// Null in formats that have no lines.
    line: Option<usize>,
    /// Where it stands in the terms of other formats, as people read it: "page 3".
    locator: Option<String>,
    start: usize,
    end: usize,
    text: &'a str,
    /// The document's, as ISO 8601 has it, as far as it is known: 2024-05.
    date: Option<Date>,
}

/// A question as programs may put it: an object instead of a bare line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionLine {
    /// Which conversation it belongs to.
    pub chat: Option<String>,
    /// The question.
    pub question: String,
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
pub fn answer(answer: &Answer, chat: Option<&str>) -> String {
    line(&answer_line(answer, chat))
}

/// What is said to `message` in a conversation, as a line of the same shape.
/// `confidence` is 0 where nothing was answered anew.
#[must_use]
pub fn reply(message: &str, said: &Said, chat: Option<&str>) -> String {
    let bare = AnswerLine {
        chat,
        question: message,
        searched_for: None,
        status: "found",
        confidence: 0.0,
        quotes: Vec::new(),
        disagreement: None,
        closest: Vec::new(),
        reason: None,
        missing: &[],
        excerpt: None,
    };
    line(&match said {
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
            found: true,
            ..
        } => AnswerLine {
            searched_for: Some(question),
            quotes: views(quotes),
            ..bare
        },
        Said::More {
            question, quotes, ..
        } => AnswerLine {
            searched_for: Some(question),
            status: "abstained",
            closest: views(quotes),
            reason: Some(Why::Declined(Reason::WeakEvidence)),
            ..bare
        },
        Said::Excerpt { excerpt, .. } => AnswerLine {
            quotes: vec![QuoteView {
                text: &excerpt.citation.text,
                score: 0.0,
                citations: vec![citation(&excerpt.citation)],
                before: None,
                after: None,
            }],
            excerpt: Some(stretch(excerpt)),
            ..bare
        },
        Said::Nothing(nothing) => AnswerLine {
            status: "abstained",
            reason: Some(Why::Nothing(match nothing {
                Nothing::NoMore => "no_more",
                Nothing::NoSuchQuote { .. } => "no_such_quote",
                Nothing::Forgotten => "forgotten",
            })),
            ..bare
        },
    })
}

fn stretch(excerpt: &Excerpt) -> NeighbourView<'_> {
    NeighbourView {
        text: &excerpt.text,
        line: excerpt.line,
        start: excerpt.span.start,
        end: excerpt.span.end,
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

fn answer_line<'a>(answer: &'a Answer, chat: Option<&'a str>) -> AnswerLine<'a> {
    let (status, quotes, closest, reason) = match &answer.outcome {
        (Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. }) => {
            ("found", views(quotes), Vec::new(), None)
        }
        Outcome::Abstained {
            reason, closest, ..
        } => (
            "abstained",
            Vec::new(),
            views(closest),
            Some(Why::Declined(*reason)),
        ),
    };
    let missing = match &answer.outcome {
        (Outcome::Found(_) | Outcome::Perhaps { .. }) => &[][..],
        Outcome::Abstained { missing, .. } => &missing.words,
    };
    AnswerLine {
        chat,
        question: &answer.question,
        searched_for: None,
        status,
        confidence: answer.confidence,
        quotes,
        disagreement: answer.disagreement.as_ref(),
        closest,
        reason,
        missing,
        excerpt: None,
    }
}

/// What is indexed and what was skipped, as a line of JSON without its line end.
#[must_use]
pub fn sources(corpus: &Corpus) -> String {
    let documents = corpus.documents.iter().map(|document| {
        serde_json::json!({"document": document.name, "title": document.title, "passages": document.passages.len()})
    });
    let skipped = corpus
        .skipped
        .iter()
        .map(|file| serde_json::json!({"document": file.name, "reason": file.reason}));
    line(
        &serde_json::json!({"documents": documents.collect::<Vec<_>>(), "skipped": skipped.collect::<Vec<_>>()}),
    )
}

fn views(quotes: &[Quote]) -> Vec<QuoteView<'_>> {
    quotes.iter().map(view).collect()
}

fn view(quote: &Quote) -> QuoteView<'_> {
    QuoteView {
        text: quote.text(),
        score: quote.score,
        citations: quote.citations.iter().map(citation).collect(),
        before: quote.before.as_ref().map(neighbour),
        after: quote.after.as_ref().map(neighbour),
    }
}

fn neighbour(neighbour: &Neighbour) -> NeighbourView<'_> {
    let Neighbour {
        line, span, text, ..
    } = neighbour;
    NeighbourView {
        text,
        line: *line,
        start: span.start,
        end: span.end,
    }
}

fn citation(citation: &Citation) -> CitationView<'_> {
    CitationView {
        document: &citation.document,
        title: &citation.title,
        heading: (!citation.headings.is_empty()).then(|| citation.headings.join(" > ")),
        page: match citation.locator {
            Some(Locator::Page(page)) => Some(page),
            _ => None,
        },
        line: citation.line,
        locator: citation.locator.as_ref().map(Locator::to_string),
        start: citation.span.start,
        end: citation.span.end,
        text: &citation.text,
        date: citation.date,
    }
}

/// These views hold only strings, numbers and lists, which JSON always can.
fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
