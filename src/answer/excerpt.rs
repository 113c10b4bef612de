//! What stands around a quote in its document: its context, and its whole passage.

use super::{Citation, Place};
use crate::corpus::{BlockKind, Document, Sentence, Span};

/// Sentences before a quote, and after it, that are its context.
const AROUND: usize = 3;

/// How much of a document is shown around a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The three sentences before it and the three after it, in its passage and the neighbouring ones.
    Context,
    /// The whole passage that it is of.
    Passage,
}

/// A stretch of a document around a quote.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// Where the quote stands.
    pub citation: Citation,
    /// The bytes of the stretch in the document's text.
    pub span: Span,
    /// The stretch, verbatim.
    pub text: String,
    /// The line on which it starts, from 1; `None` in a format that has no lines.
    pub line: Option<usize>,
    /// The same sentence by sentence as a person reads it.
    pub sentences: Vec<Shown>,
}

/// A sentence of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// As a person reads it.
    pub reading: String,
    /// Whether it is the quote.
    pub is_quote: bool,
    /// Whether a paragraph, or a list item, begins with it.
    pub opens: bool,
    /// Whether it is code, which keeps its lines.
    pub is_code: bool,
}

/// What stands around the sentence of a document at `place`; `None` if there is none.
#[must_use]
pub fn excerpt(document: &Document, place: &Place, extent: Extent) -> Option<Excerpt> {
    let (passage, sentence) = document.passages.iter().find_map(|passage| {
        let mut sentences = passage.sentences.iter();
        Some((passage, sentences.find(|it| it.span == place.span)?))
    })?;
    let prose: Vec<&Sentence> = match extent {
        Extent::Passage => {
            let all = passage.sentences.iter();
            all.filter(|it| !it.is_heading()).collect()
        }
        Extent::Context => {
            // A quote may be a heading, where there is nothing else; what stands around it is prose.
            let shown = |it: &&Sentence| !it.is_heading() || it.span == place.span;
            let all: Vec<&Sentence> = document.sentences().filter(shown).collect();
            let at = all.iter().position(|it| it.span == place.span)?;
            all[at.saturating_sub(AROUND)..all.len().min(at + AROUND + 1)].to_vec()
        }
    };
    let (start, end) = (prose.first()?.span.start, prose.last()?.span.end);
    let shown = prose.iter().map(|sentence| Shown {
        reading: document.reading(sentence).into_owned(),
        is_quote: sentence.span == place.span,
        opens: sentence.position == 0,
        is_code: sentence.kind == BlockKind::Code,
    });
    Some(Excerpt {
        citation: Citation {
            document: document.name.clone(),
            title: document.title.clone(),
            headings: passage.headings.clone(),
            line: document.line(sentence.span.start),
            locator: document.locator(sentence.span.start).cloned(),
            span: sentence.span,
            text: document.verbatim(sentence).to_owned(),
            date: document.date,
        },
        span: Span { start, end },
        text: document.text.get(start..end)?.to_owned(),
        line: document.line(start),
        sentences: shown.collect(),
    })
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
