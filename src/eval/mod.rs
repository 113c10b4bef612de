//! Measures answers on a question set.
//!
//! A set is a file of JSON lines, one question each, beside a `docs` folder of
//! the documents it is about. A quote is right when it stands in a gold
//! document and contains one of the answers.

mod figures;

pub use figures::{Figures, Hits, auroc, calibration_error};

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Quoth;
use crate::answer::{Model, Outcome, Quote};

/// One question of a set.
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    /// As asked.
    pub question: String,
    /// Whether the documents answer it.
    pub answerable: bool,
    /// Strings of which a right sentence contains at least one.
    #[serde(default)]
    pub answers: Vec<String>,
    /// File names, without their ending, in which a right sentence stands.
    #[serde(default)]
    pub gold_docs: Vec<String>,
    /// Sentences that hold the answer, to show beside a miss.
    #[serde(default)]
    pub gold_sentences: Vec<String>,
    /// The document that the question was written about.
    #[serde(default)]
    pub about_doc: Option<String>,
}

impl Item {
    /// Nothing could be right for an answerable question without answers or documents.
    fn checked(self) -> serde_json::Result<Self> {
        let complete = !self.answerable || !(self.answers.is_empty() || self.gold_docs.is_empty());
        if complete {
            Ok(self)
        } else {
            Err(serde::de::Error::custom(
                "an answerable question needs answers and gold_docs",
            ))
        }
    }

    /// Whether a sentence answers: it stands in a gold document and contains
    /// one of the answers, white space folded and case ignored.
    #[must_use]
    pub fn is_right(&self, document: &str, sentence: &str) -> bool {
        let name = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
        let sentence = fold(sentence);
        self.gold_docs.iter().any(|gold| gold == name)
            && self
                .answers
                .iter()
                .any(|answer| sentence.contains(&fold(answer)))
    }
}

/// Why a set cannot be measured on.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    /// The file cannot be read.
    #[error("cannot read the question set {}: {error}\nhint: check its name and permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        error: std::io::Error,
    },
    /// A line is no question.
    #[error("{}:{line}: {}\nhint: quoth eval --help shows the format", path.display(), error.to_string().replace(" at line 1 column", " at column"))]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        error: serde_json::Error,
    },
    /// It has no question.
    #[error("{} holds no question", .0.display())]
    Empty(PathBuf),
    /// The index failed.
    #[error(transparent)]
    Index(#[from] crate::index::IndexError),
}

/// How one question went.
#[derive(Debug)]
pub struct Outcomes {
    confidence: f32,
    answered: bool,
    /// The rank of the first right quote, from 1, with abstaining off.
    rank: Option<usize>,
    /// Whether the answer stands in the first quote or in the context shown with it.
    in_sight: bool,
    /// The first quote with its document and line, where there is any.
    first: Option<String>,
    time: Duration,
}

/// A question that went wrong: an answerable one whose first quote is not right,
/// or another that was answered.
#[derive(Debug, Serialize)]
pub struct Miss<'a> {
    /// The question.
    pub question: &'a str,
    /// Whether the documents answer it.
    pub answerable: bool,
    /// Whether Quoth answered it, with abstaining on.
    pub answered: bool,
    /// How sure Quoth was of the wrong quote.
    pub confidence: f32,
    /// The sentences that hold the answer; where the set does not name them, the
    /// answers. Empty where there is none.
    pub wanted: &'a [String],
    /// The first quote with its document and line, where there was any.
    pub got: Option<&'a str>,
}

/// Reads a question set.
///
/// # Errors
///
/// Where the file cannot be read, is empty, or a line is no question.
pub fn read(path: &Path) -> Result<Vec<Item>, EvalError> {
    let text = std::fs::read_to_string(path).map_err(|error| EvalError::Unreadable {
        path: path.to_owned(),
        error,
    })?;
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let item = |(number, line)| {
        let item = serde_json::from_str(line).and_then(Item::checked);
        item.map_err(|error| EvalError::Malformed {
            path: path.to_owned(),
            line: number + 1,
            error,
        })
    };
    let items: Vec<Item> = lines.map(item).collect::<Result<_, _>>()?;
    if items.is_empty() {
        Err(EvalError::Empty(path.to_owned()))
    } else {
        Ok(items)
    }
}

/// The corpus that belongs to a question set: the folder `docs` beside it.
#[must_use]
pub fn corpus_beside(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join("docs")
}

/// Asks one question of a set. `quoth` is to answer everything
/// ([`Settings::abstain`](crate::answer::Settings::abstain) off): whether it
/// would have abstained is told by its confidence.
///
/// # Errors
///
/// Where the index fails.
pub fn ask(quoth: &Quoth, item: &Item) -> Result<Outcomes, EvalError> {
    let start = Instant::now();
    let answer = quoth.answer(&item.question)?;
    let time = start.elapsed();
    let quotes = match &answer.outcome {
        (Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. }) => quotes,
        Outcome::Abstained { closest, .. } => closest,
    };
    let answered = answer.confidence >= Model::with_reader().thresholds().perhaps;
    let in_sight = quotes.first().is_some_and(|quote| {
        let document = quote
            .citations
            .first()
            .map_or("", |citation| &citation.document);
        let around = quote.before.iter().chain(&quote.after);
        around
            .into_iter()
            .any(|neighbour| item.is_right(document, &neighbour.text))
    });
    let right = |quote: &Quote| {
        quote
            .citations
            .iter()
            .any(|citation| item.is_right(&citation.document, &citation.text))
    };
    let rank = quotes.iter().position(right).map(|place| place + 1);
    let first = quotes.first().map(|quote| {
        quote
            .citations
            .first()
            .map_or(String::new(), |c| c.located(&c.document) + ": ")
            + &quote.reading
    });
    Ok(Outcomes {
        confidence: answer.confidence,
        answered,
        rank,
        in_sight: in_sight || rank == Some(1),
        first,
        time,
    })
}

/// The `most` worst misses, the surest first.
#[must_use]
pub fn misses<'a>(items: &'a [Item], outcomes: &'a [Outcomes], most: usize) -> Vec<Miss<'a>> {
    let is_wrong = |item: &Item, outcome: &Outcomes| {
        if item.answerable {
            outcome.rank != Some(1)
        } else {
            outcome.answered
        }
    };
    let pairs = items.iter().zip(outcomes);
    let mut misses: Vec<Miss<'_>> = pairs
        .filter(|(item, outcome)| is_wrong(item, outcome))
        .map(|(item, outcome)| Miss {
            question: &item.question,
            answerable: item.answerable,
            answered: outcome.answered,
            confidence: outcome.confidence,
            wanted: match item {
                // An unanswerable question may have answers that only look right.
                _ if !item.answerable => &[],
                _ if item.gold_sentences.is_empty() => &item.answers,
                _ => &item.gold_sentences,
            },
            got: outcome.first.as_deref(),
        })
        .collect();
    misses.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    misses.truncate(most);
    misses
}

impl fmt::Display for Miss<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, wanted) = if self.answerable {
            ("MISSED", self.wanted.join(" / "))
        } else {
            ("UNANSWERABLE", "no answer".to_owned())
        };
        let declined = if self.answered { "" } else { ", declined" };
        write!(
            f,
            "{kind} {} (confidence {:.2}{declined})\n  wanted: {wanted}\n  got: {}",
            self.question,
            self.confidence,
            self.got.unwrap_or("nothing")
        )
    }
}

/// White space folded, case ignored.
fn fold(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
