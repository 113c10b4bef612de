//! Whether quotes of answers that were recorded still stand in their documents.

use std::fmt;
use std::io::{self, BufRead};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::corpus::{Document, Locator, Span, folded, invisible, located};
use crate::index::{Index, IndexError};
use crate::wording;

/// A line of `quoth --json`, as far as it says where something stands.
#[derive(Deserialize)]
struct RecordedAnswer {
    question: String,
    quotes: Vec<RecordedQuote>,
    #[serde(default)]
    closest: Vec<RecordedQuote>,
    /// What stands around the first quote.
    excerpt: Option<RecordedText>,
    /// The answers to the other questions of the same message.
    #[serde(default)]
    then: Vec<RecordedAnswer>,
}

#[derive(Deserialize)]
struct RecordedQuote {
    citations: Vec<RecordedCitation>,
    before: Option<RecordedText>,
    after: Option<RecordedText>,
}

/// What is quoted of a document; where that is not named, it is that of a quote's first citation.
#[derive(Deserialize)]
struct RecordedText {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Deserialize)]
struct RecordedCitation {
    document: String,
    #[serde(flatten)]
    quoted: RecordedText,
}

impl RecordedAnswer {
    /// All that is quoted, in the order of the line.
    fn citations(self) -> Vec<RecordedCitation> {
        let first = self.quotes.first();
        let excerpt = first.and_then(|quote| quote.beside(self.excerpt));
        let quotes = self.quotes.into_iter().chain(self.closest);
        let cited = quotes.flat_map(RecordedQuote::citations);
        cited.chain(excerpt).collect()
    }
}

impl RecordedQuote {
    /// Its citations, and then its neighbours, which are quoted as well.
    fn citations(mut self) -> Vec<RecordedCitation> {
        let neighbours = [self.before.take(), self.after.take()];
        let neighbours = neighbours.map(|text| self.beside(text));
        self.citations.extend(neighbours.into_iter().flatten());
        self.citations
    }

    /// What stands beside its first citation.
    fn beside(&self, quoted: Option<RecordedText>) -> Option<RecordedCitation> {
        let document = self.citations.first()?.document.clone();
        quoted.map(|quoted| RecordedCitation { document, quoted })
    }
}

/// What became of a citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// The question that it was an answer to.
    pub question: String,
    /// The document that it was from.
    pub document: String,
    /// What was quoted.
    pub text: String,
    /// Whether it still stands.
    pub status: Status,
    /// Where it stands now, if it does.
    pub now: Option<Standing>,
}

/// Whether a quote still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// At the very bytes that were cited.
    Stands,
    /// Word for word, but elsewhere, or over other lines.
    Moved,
    /// Nowhere in the documents.
    Gone,
}

/// Where a quote stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The document, as in citations.
    pub document: String,
    /// The line, from 1; null in a format that has no lines.
    pub line: Option<usize>,
    /// Where it stands in the terms of other formats, as people read it.
    pub locator: Option<String>,
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// What became of all citations of a file.
#[derive(Debug, Default)]
pub struct Report {
    /// In the order of the file.
    pub citations: Vec<Verified>,
}

/// Why a file of answers cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// A line is no answer.
    #[error(
        "line {line}: {problem}\nhint: the file holds one answer a line, as quoth --json writes them"
    )]
    NoAnswer {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        problem: serde_json::Error,
    },
    /// The file cannot be read to its end.
    #[error(transparent)]
    Unreadable(#[from] io::Error),
    /// The documents cannot be looked up.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// Looks up every citation of the recorded answers, one a line, and what stands
/// around quotes as if it were cited.
///
/// # Errors
///
/// Where a line is no answer or cannot be read, or the index fails.
pub fn verify(index: &Index, answers: impl BufRead) -> Result<Report, VerifyError> {
    let mut report = Report::default();
    for (number, line) in answers.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let problem = |problem| VerifyError::NoAnswer {
            line: number + 1,
            problem,
        };
        let value: Value = serde_json::from_str(invisible::without_mark(&line)).map_err(problem)?;
        // What was wrong with a line that asked nothing quotes nothing.
        if value["status"] == "error" {
            continue;
        }
        let mut first: RecordedAnswer = serde_json::from_value(value).map_err(problem)?;
        let then = std::mem::take(&mut first.then);
        for answer in std::iter::once(first).chain(then) {
            let question = answer.question.clone();
            for citation in answer.citations() {
                let (status, now) = look_up(index, &citation)?;
                report.citations.push(Verified {
                    question: question.clone(),
                    document: citation.document,
                    text: citation.quoted.text,
                    status,
                    now,
                });
            }
        }
    }
    Ok(report)
}

fn look_up(
    index: &Index,
    citation: &RecordedCitation,
) -> Result<(Status, Option<Standing>), IndexError> {
    let RecordedText { start, end, text } = &citation.quoted;
    if let Some(document) = index.document(&citation.document)? {
        if document.text.get(*start..*end) == Some(text.as_str()) {
            let place = Span::from(*start..*end);
            return Ok((Status::Stands, Some(standing(&document, place))));
        }
        // The nearest is most likely the same.
        let places = places(&document.text, text);
        if let Some(place) = places.min_by_key(|place| place.start.abs_diff(*start)) {
            return Ok((Status::Moved, Some(standing(&document, place))));
        }
    }
    for source in index.sources()? {
        if let Some(document) = index.document(&source.name)?
            && let Some(place) = places(&document.text, text).next()
        {
            return Ok((Status::Moved, Some(standing(&document, place))));
        }
    }
    Ok((Status::Gone, None))
}

/// Where the words of a quote stand in a text, however its lines are broken now.
fn places<'t>(text: &'t str, quote: &'t str) -> impl Iterator<Item = Span> {
    let first = quote.split_whitespace().next();
    let starts = first
        .into_iter()
        .flat_map(|first| text.match_indices(first));
    let place = |(start, first): (usize, &str)| {
        let mut end = start + first.len();
        for word in quote.split_whitespace().skip(1) {
            let rest = text[end..].trim_start();
            let is_apart = rest.len() < text.len() - end;
            if !(is_apart && rest.starts_with(word)) {
                return None;
            }
            end = text.len() - rest.len() + word.len();
        }
        let is_whole = !parts_word(text, start) && !parts_word(text, end);
        is_whole.then_some(Span { start, end })
    };
    starts.filter_map(place)
}

/// Whether a word or a number goes on over a place of a text, as in "3|.50". In scripts without
/// spaces that cannot be told.
fn parts_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let (Some(last), Some(first)) = (before.next(), after.next()) else {
        return false;
    };
    let is_of_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let is_point = |c: char| matches!(c, '.' | ',');
    is_of_word(last) && is_of_word(first)
        || last.is_ascii_digit() && is_point(first) && is_digit(after.next())
        || first.is_ascii_digit() && is_point(last) && is_digit(before.next())
}

/// Whether a character is of a script that has no spaces between words: Thai to Burmese, Khmer,
/// Chinese and Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}'
            | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'
    )
}

fn standing(document: &Document, span: Span) -> Standing {
    Standing {
        document: document.name.clone(),
        line: document.line(span.start),
        locator: document.locator(span.start).map(Locator::to_string),
        start: span.start,
        end: span.end,
    }
}

impl Report {
    /// Whether every citation still stands somewhere, word for word.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.count(Status::Gone) == 0
    }

    fn count(&self, status: Status) -> usize {
        let of = |citation: &&Verified| citation.status == status;
        self.citations.iter().filter(of).count()
    }
}

/// What does not stand where it stood, and a count of all.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for citation in &self.citations {
            let (name, text) = (&citation.document, folded(&citation.text));
            let line = match (citation.status, &citation.now) {
                (Status::Moved, Some(now)) => {
                    let place = located(&now.document, now.line, now.locator.as_ref());
                    format!("moved  {name} -> {place}: {text}")
                }
                (Status::Gone, _) => format!("gone   {name}: {text}"),
                _ => continue,
            };
            writeln!(f, "{}", wording::printable(&line))?;
        }
        write!(
            f,
            "{}: {} stand, {} moved, {} gone",
            wording::count(self.citations.len(), "citation"),
            self.count(Status::Stands),
            self.count(Status::Moved),
            self.count(Status::Gone)
        )
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
