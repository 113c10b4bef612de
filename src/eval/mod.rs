//! Measures answers on a question set.
//!
//! A set is a file of JSON lines, one question each, beside a `docs` folder of
//! the documents it is about. A quote is right when it stands in a gold
//! document and contains one of the answers. Read [`item`] (what is right),
//! [`figures`] (what is measured), [`curve`] (what answering more costs),
//! [`table`] (how people see it).

mod curve;
mod figures;
mod item;
mod table;

pub use curve::Curve;
pub use figures::{Figures, Hits, Kind, Service, Shown};
pub use item::Item;
pub(crate) use item::fold;

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::anyhow;
use serde::Serialize;

use crate::Quoth;
use crate::answer::{Answer, Grade, Outcome, Quote};
use crate::chat::conversation::{Conversations, Said};
use crate::corpus::invisible;
use crate::index::IndexError;
use crate::wording::Wording;

/// How one question went.
#[derive(Debug)]
pub struct Outcomes {
    confidence: f32,
    grade: Grade,
    /// The rank of the first right quote, from 1, whatever the grade.
    rank: Option<usize>,
    /// Whether the answer stands in the first quote or in the context shown with it.
    in_sight: bool,
    /// The first quote with its document and line, where there is any.
    first: Option<String>,
    time: Duration,
}

impl Outcomes {
    /// Of a ranking alone, as it is measured without its quotes.
    #[must_use]
    pub fn new(confidence: f32, grade: Grade, rank: Option<usize>) -> Self {
        Self {
            confidence,
            grade,
            rank,
            in_sight: rank == Some(1),
            first: None,
            time: Duration::ZERO,
        }
    }
}

/// A question that went wrong: an answerable one whose first quote is not right,
/// or another that was answered.
#[derive(Debug, Serialize)]
pub struct Miss<'a> {
    /// The question.
    pub question: &'a str,
    /// Whether the documents answer it.
    pub answerable: bool,
    /// How sure the answer was said to be.
    pub grade: Grade,
    /// How sure Quoth was of the wrong quote.
    pub confidence: f32,
    /// The sentences that hold the answer; where the set does not name them, the
    /// answers or passages. Empty where there is none.
    pub wanted: &'a [String],
    /// The first quote with its document and line, where there was any.
    pub got: Option<&'a str>,
}

/// Reads a question set.
///
/// # Errors
///
/// Where the file cannot be read, is empty, or a line is no question.
pub fn read(path: &Path) -> anyhow::Result<Vec<Item>> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| {
        let hint = "check its name and permissions";
        anyhow!("cannot read the question set {name}: {error}\nhint: {hint}")
    })?;
    let mut items = Vec::new();
    for (number, line) in (1..).zip(invisible::without_mark(&text).lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let item = serde_json::from_str(line).and_then(Item::checked);
        items.push(item.map_err(|error| {
            let problem = error.to_string().replace(" at line 1 column", " at column");
            anyhow!("{name}:{number}: {problem}\nhint: quoth eval --help shows the format")
        })?);
    }
    anyhow::ensure!(!items.is_empty(), "{name} holds no question");
    Ok(items)
}

/// The corpus that belongs to a question set: the folder `docs` beside it.
#[must_use]
pub fn corpus_beside(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join("docs")
}

/// Asks one question of a set. `quoth` is to give the first quotes of the ranking
/// ([`Settings::select`](crate::answer::Settings::select) off), which it does also
/// where it abstains.
///
/// # Errors
///
/// Where the index fails.
pub fn ask(quoth: &Quoth, item: &Item) -> Result<Outcomes, IndexError> {
    let chats = Conversations::default();
    if let Some(before) = &item.before {
        say(quoth, &chats, before)?;
    }
    let start = Instant::now();
    let answer = match &item.before {
        Some(_) => say(quoth, &chats, &item.question)?,
        None => Some(quoth.answer(&item.question)?),
    };
    let time = start.elapsed();
    let outcome = answer.as_ref().map(|answer| &answer.outcome);
    let grade = outcome.map_or(Grade::Abstained, Outcome::grade);
    let quotes = outcome.map_or(&[][..], Outcome::shown);
    let first = quotes.first();
    let first = first.and_then(|quote| Some((quote, quote.citations.first()?)));
    let in_sight = first.is_some_and(|(quote, citation)| {
        let mut around = quote.before.iter().chain(&quote.after);
        around.any(|neighbour| item.is_right(&citation.document, &neighbour.text))
    });
    let right = |quote: &Quote| {
        let mut citations = quote.citations.iter();
        citations.any(|citation| item.is_right(&citation.document, &citation.text))
    };
    let rank = quotes.iter().position(right).map(|place| place + 1);
    let first = first.map(|(quote, citation)| {
        let place = citation.located(&citation.document);
        format!("{place}: {}", quote.reading)
    });
    Ok(Outcomes {
        confidence: answer.as_ref().map_or(0.0, |answer| answer.confidence),
        grade,
        rank,
        in_sight: in_sight || rank == Some(1),
        first,
        time,
    })
}

/// The answer to a message of a conversation; `None` where something else is said to it.
fn say(quoth: &Quoth, chats: &Conversations, message: &str) -> Result<Option<Answer>, IndexError> {
    let reply = chats.say(quoth, Wording::ENGLISH, "", message, None, Instant::now())?;
    Ok(match reply.said {
        Said::Answer { answer, .. } => Some(answer),
        _ => None,
    })
}

/// The `most` worst misses, the surest first.
#[must_use]
pub fn misses<'a>(items: &'a [Item], outcomes: &'a [Outcomes], most: usize) -> Vec<Miss<'a>> {
    let is_wrong = |item: &Item, outcome: &Outcomes| {
        if item.answerable {
            outcome.rank != Some(1)
        } else {
            outcome.grade > Grade::Abstained
        }
    };
    let pairs = items.iter().zip(outcomes);
    let mut misses: Vec<Miss<'_>> = pairs
        .filter(|(item, outcome)| is_wrong(item, outcome))
        .map(|(item, outcome)| Miss {
            question: &item.question,
            answerable: item.answerable,
            grade: outcome.grade,
            confidence: outcome.confidence,
            wanted: match item {
                // An unanswerable question may have answers that only look right.
                _ if !item.answerable => &[],
                _ if !item.gold_sentences.is_empty() => &item.gold_sentences,
                _ if !item.answers.is_empty() => &item.answers,
                _ => &item.passages,
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
        let grade = match self.grade {
            Grade::Found => "",
            Grade::Perhaps => ", perhaps",
            Grade::Abstained => ", declined",
        };
        write!(
            f,
            "{kind} {} (confidence {:.2}{grade})\n  wanted: {wanted}\n  got: {}",
            self.question,
            self.confidence,
            self.got.unwrap_or("nothing")
        )
    }
}
