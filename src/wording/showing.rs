//! What the text of documents and people needs to be shown among Quoth's own words.

use std::borrow::Cow;

use crate::answer::Citation;
use crate::corpus::Date;
use crate::corpus::invisible::reorders;

/// What stands before an item of a list.
pub const ITEM: &str = "- ";

/// Sources of one quote that are named; of more it is told how many.
pub const SOURCES_NAMED: usize = 5;

/// A document's title, unless it is only the file's name, which stands beside it anyway.
pub fn title(citation: &Citation) -> Option<&str> {
    let file = citation.document.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(citation.title.as_str()).filter(|title| *title != stem)
}

/// What tells of where a citation stands, before its place: title and headings, and the date. Of the
/// document that the quote above it is of too, `told` there, no more than headings that are others.
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
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(|c: char| c.is_control() || reorders(c)) {
        let text = text.replace(reorders, "");
        Cow::Owned(text.replace(char::is_control, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}
