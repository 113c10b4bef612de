//! Every sentence that Quoth says in its own words, for all front ends.

mod itself;
mod other_language;
mod unsure;

use std::borrow::Cow;
use std::fmt::Write as _;

use super::conversation::Nothing;
use crate::answer::{About, Citation, Disagreement, Extent, Missing, Quote, Reason};
use crate::corpus::invisible::reorders;
use crate::corpus::{Date, Skipped};
use crate::index::{Contents, Source};

pub use itself::{evidence, itself};
pub use unsure::{UNSURE, doubt, heading};

/// Skipped files that are named in an overview before the rest is only counted.
const SKIPPED_NAMED: usize = 20;
/// The same where nobody asked.
const UNREADABLE_NAMED: usize = 10;

/// What is said instead of an answer: that there is none, and what is missing for one.
#[must_use]
pub fn abstention(reason: Reason, missing: &Missing, question: &str) -> String {
    let (words, beside) = (either(&missing.words), either(&missing.beside));
    if let Some(languages) = &missing.languages {
        return other_language::other_language(languages);
    }
    match reason {
        Reason::EmptyQuestion if question.chars().count() > 1000 => {
            "That is too long for a question. Ask in a sentence or two.".to_owned()
        }
        Reason::EmptyQuestion => {
            "There is no word in that to search for. Ask in a full question, such as: Who said it? When did it begin?".to_owned()
        }
        Reason::NoMatch if missing.is_empty() => {
            "The documents do not answer that: none of them mentions it.".to_owned()
        }
        Reason::NoMatch => format!("The documents do not answer that: none of them mentions {words}."),
        Reason::WeakEvidence => {
            let said = "I find no answer to that in the documents.";
            match (missing.is_empty(), missing.beside.is_empty()) {
                (true, _) => said.to_owned(),
                (false, true) => format!("{said} No document mentions {words}."),
                (false, false) => format!("{said} No passage mentions {words} together with {beside}."),
            }
        }
        Reason::SmallTalk => {
            "Ask me a question about the documents, and I answer in their own words.".to_owned()
        }
    }
}

/// What is said where "more", "context" or "source" have nothing to show.
#[must_use]
pub fn nothing(nothing: Nothing) -> String {
    match nothing {
        Nothing::NoMore => "There is no more in the documents that has to do with it.".to_owned(),
        Nothing::NoSuchQuote { number, of: 0 } => {
            format!("There is no quote {number}: nothing was quoted.")
        }
        Nothing::NoSuchQuote { number, of } => {
            let said = count(of, "quote");
            format!("There is no quote {number}: {said} so far.")
        }
        Nothing::Forgotten => "There is no answer to go on from. Ask a question.".to_owned(),
        Nothing::TakenBack => {
            "Then I forget that question. Ask it again in other words, or “more” before you take it back shows what else there is.".to_owned()
        }
        Nothing::Unclear(word) => {
            format!("I cannot tell whom “{word}” means. Ask again with the name.")
        }
    }
}

/// What stands above what stands around a quote.
#[must_use]
pub fn excerpt(extent: Extent, number: usize) -> String {
    match extent {
        Extent::Context => format!("Quote {number} in its context:"),
        Extent::Passage => format!("Quote {number} in its whole passage:"),
    }
}

/// Words in quotation marks: "“a”, “b” or “c”".
fn either(words: &[String]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|word| format!("“{}”", printable(word)))
        .collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// What stands above the closest passages of an abstention.
pub const CLOSEST: &str = "The closest that they have:";

/// What stands above questions that the documents do answer.
pub const INSTEAD: &str = "You can ask, for example:";

/// What stands before the values in which documents differ.
pub const DIFFER: &str = "The documents differ: ";

/// What each side of a disagreement says, and where: "164" and "report.md, 2024-05-01".
#[must_use]
pub fn sides(disagreement: &Disagreement, quotes: &[Quote]) -> Vec<(String, String)> {
    let side = |value: &str, quote: &Quote| {
        let (first, others) = quote.citations.split_first()?;
        let mut source = first.document.clone();
        if let Some(date) = first.date {
            let _ = write!(source, ", {date}");
        }
        if !others.is_empty() {
            let _ = write!(source, ", and {} more", others.len());
        }
        let value = match disagreement.about {
            // "More than 160" opened its sentence.
            About::Figure => value.to_lowercase(),
            About::Date | About::Name => value.to_owned(),
        };
        Some((value, source))
    };
    let values = disagreement.values.iter();
    values
        .filter_map(|stated| side(&stated.value, quotes.get(stated.quote)?))
        .collect()
}

/// What stands before one of several things in a row: "a, b and c".
#[must_use]
pub fn joint(place: usize, of: usize) -> &'static str {
    match place {
        0 => "",
        last if last + 1 == of => " and ",
        _ => ", ",
    }
}

/// What stands before the sentence that precedes a quote.
pub const BEFORE: &str = "before it:";

/// What stands before the sentence that follows a quote.
pub const AFTER: &str = "after it:";

/// What stands before an item of a list.
pub const ITEM: &str = "- ";

/// What is said of the items of a list that are not shown.
#[must_use]
pub fn more_items(number: usize) -> Option<String> {
    (number > 0).then(|| format!("… and {number} more"))
}

/// Sources of one quote that are named; of more it is told how many.
pub const SOURCES_NAMED: usize = 5;

/// What stands after the sources that are named, where there are so many more.
#[must_use]
pub fn more_places(more: usize) -> String {
    format!("and in {}", count(more, "more place"))
}

/// What stands before words that were searched for otherwise than typed.
pub const SEARCHED_FOR: &str = "searched for";

/// How many documents there are and how many files were skipped, in a line.
#[must_use]
pub fn overview(contents: &Contents) -> String {
    let mut line = format!(
        "{}, {}",
        count(contents.documents, "document"),
        count(contents.passages, "passage")
    );
    if !contents.skipped.is_empty() {
        let _ = write!(line, "; {} skipped", count(contents.skipped.len(), "file"));
    }
    line
}

/// So many bytes as people say it: "1.2 MB".
fn size(bytes: u64) -> String {
    let megabytes = bytes as f64 / 1e6;
    if megabytes < 1.0 {
        format!("{} kB", bytes.div_ceil(1000))
    } else {
        format!("{megabytes:.1} MB")
    }
}

/// The documents with the size of their index, and what was skipped and why: a line each.
#[must_use]
pub fn sources(contents: &Contents, sources: &[Source], bytes: u64) -> String {
    let mut text = format!("{}; the index takes {}\n", overview(contents), size(bytes));
    for source in sources {
        let line = format!(
            "{}  {} ({})",
            source.name,
            source.title,
            count(source.passages, "passage")
        );
        let _ = writeln!(text, "  {}", printable(&line));
    }
    text + &skipped(&contents.skipped)
}

/// The files that were skipped, a line each; empty where none was.
#[must_use]
pub fn skipped(files: &[Skipped]) -> String {
    if files.is_empty() {
        return String::new();
    }
    let mut text = "skipped:\n".to_owned();
    for file in files.iter().take(SKIPPED_NAMED) {
        let _ = writeln!(
            text,
            "  {}",
            printable(&format!("{}: {}", file.name, file.reason))
        );
    }
    if files.len() > SKIPPED_NAMED {
        let _ = writeln!(
            text,
            "  and {} more (quoth sources --json lists all)",
            files.len() - SKIPPED_NAMED
        );
    }
    text
}

/// That files were skipped, and of the unreadable ones which and why, for
/// somebody who did not ask: a folder of pictures takes one line. Empty where
/// none was skipped.
#[must_use]
pub fn unreadable(files: &[Skipped]) -> String {
    let unreadable = files.iter().filter(|file| file.is_unreadable);
    let named: Vec<&Skipped> = unreadable.take(UNREADABLE_NAMED).collect();
    let all = count(files.len(), "file");
    match (files.len(), named.len()) {
        (0, _) => return String::new(),
        (_, 0) => return format!("{all} skipped: quoth sources says why\n"),
        _ => {}
    }
    let mut text = format!("{all} skipped:\n");
    for file in &named {
        let _ = writeln!(
            text,
            "  {}",
            printable(&format!("{}: {}", file.name, file.reason))
        );
    }
    if files.len() > named.len() {
        let more = files.len() - named.len();
        let _ = writeln!(text, "  and {more} more: quoth sources says why");
    }
    text
}

/// A document's title, unless it is only the file's name, which stands beside it anyway.
#[must_use]
pub fn title(citation: &Citation) -> Option<&str> {
    let file = citation.document.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(citation.title.as_str()).filter(|title| *title != stem)
}

/// What tells of where a citation stands, before its place: title and headings, and the date. Of the
/// document that the quote above it is of too, `told` there, no more than headings that are others.
#[must_use]
pub fn origin<'c>(citation: &'c Citation, told: Option<&Citation>) -> (Vec<&'c str>, Option<Date>) {
    let told = told.filter(|told| told.document == citation.document);
    let headings = citation.headings.iter().map(String::as_str);
    match told {
        Some(told) if told.headings == citation.headings => (Vec::new(), None),
        Some(_) => (headings.collect(), None),
        None => (
            title(citation).into_iter().chain(headings).collect(),
            citation.date,
        ),
    }
}

/// What a file says or is called, fit for a terminal: its control characters,
/// which could move the cursor or recolour what follows, are replaced, and those
/// that reorder it, so that "exe.txt" reads "txt.exe", are left out.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(|c: char| c.is_control() || reorders(c)) {
        let text = text.replace(reorders, "");
        Cow::Owned(text.replace(char::is_control, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A number with its noun: "1 file", "2 files".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
