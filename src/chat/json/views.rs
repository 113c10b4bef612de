//! Quotes, citations and what stands around them, as programs get them.

use serde::Serialize;

use crate::answer::{Citation, Excerpt, Neighbour, Quote};
use crate::corpus::{Date, Locator, Span};

#[derive(Serialize)]
pub(super) struct QuoteView<'a> {
    text: &'a str,
    score: f32,
    citations: Vec<CitationView<'a>>,
    /// A sentence next to the quote that belongs to its understanding, or null.
    before: Option<NeighbourView<'a>>,
    after: Option<NeighbourView<'a>>,
}

#[derive(Serialize)]
pub(super) struct NeighbourView<'a> {
    text: &'a str,
    line: Option<usize>,
    #[serde(flatten)]
    span: Span,
    /// Items of the list that it is of, besides those in it.
    more: usize,
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
    #[serde(flatten)]
    span: Span,
    text: &'a str,
    /// The document's, as ISO 8601 has it, as far as it is known: 2024-05.
    date: Option<Date>,
}

pub(super) fn views(quotes: &[Quote]) -> Vec<QuoteView<'_>> {
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
    NeighbourView {
        text: &neighbour.text,
        line: neighbour.line,
        span: neighbour.span,
        more: neighbour.more,
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
        span: citation.span,
        text: &citation.text,
        date: citation.date,
    }
}

/// The quote alone that an excerpt was taken around.
pub(super) fn within(excerpt: &Excerpt) -> QuoteView<'_> {
    QuoteView {
        text: &excerpt.citation.text,
        score: 0.0,
        citations: vec![citation(&excerpt.citation)],
        before: None,
        after: None,
    }
}

pub(super) fn stretch(excerpt: &Excerpt) -> NeighbourView<'_> {
    NeighbourView {
        text: &excerpt.text,
        line: excerpt.line,
        span: excerpt.span,
        more: 0,
    }
}
