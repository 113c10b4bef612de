//! A quote and where it stands: what an answer is made of.

use crate::corpus::{BlockKind, Date, Locator, Span, located};

/// A sentence that answers, and everywhere it stands.
#[derive(Clone, Debug)]
pub struct Quote {
    /// How well it answers; comparable within one answer only.
    pub score: f32,
    /// Where it stands, the best place first; never empty. Further ones are near-identical sentences.
    pub citations: Vec<Citation>,
    /// The first citation's sentence as read: free of markup, on one line unless it is code.
    pub reading: String,
    /// What part its block plays in the document.
    pub kind: BlockKind,
    /// The words of the reading that the question asked for.
    pub marks: Vec<Span>,
    /// The sentence before the first citation's, where the quote is not understood without it.
    pub before: Option<Neighbour>,
    /// The sentence after it, where the answer goes on there, or all that it announces.
    pub after: Option<Neighbour>,
}

/// A sentence next to a quote, or the list or code that it announces, shown as its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The line on which it starts, from 1; `None` in a format that has no lines.
    pub line: Option<usize>,
    /// Its bytes in the document's text.
    pub span: Span,
    /// What stands there, verbatim.
    pub text: String,
    /// The same as a person reads it: an item of a list a line, code line by line.
    pub reading: String,
    /// What part its block plays in the document.
    pub kind: BlockKind,
    /// How many items the list has besides those.
    pub more: usize,
}

impl Neighbour {
    /// Whether it is a list or code, which stands on lines of its own.
    #[must_use]
    pub fn is_block(&self) -> bool {
        self.kind == BlockKind::Code || self.more > 0 || self.reading.contains('\n')
    }
}

impl Quote {
    /// The sentence verbatim, as it stands at the first citation.
    #[must_use]
    pub fn text(&self) -> &str {
        self.citations.first().map_or("", |citation| &citation.text)
    }

    /// Its context, before and after, without what one of `quotes`, which are shown too, says.
    #[must_use]
    pub fn context_among(&self, quotes: &[Self]) -> [Option<&Neighbour>; 2] {
        let is_said = |neighbour: &Neighbour| {
            let is_same = |quote: &Self| {
                let firsts = self.citations.first().zip(quote.citations.first());
                firsts.is_some_and(|(own, other)| {
                    other.span == neighbour.span && other.document == own.document
                })
            };
            // A row is read with the names of its columns.
            quotes.iter().any(is_same) || neighbour.kind == BlockKind::Heading
        };
        [&self.before, &self.after]
            .map(|side| side.as_ref().filter(|neighbour| !is_said(neighbour)))
    }
}

/// Where a sentence stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The document's path relative to the corpus folder.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The headings above the sentence, outermost first.
    pub headings: Vec<String>,
    /// The line on which it starts, from 1; `None` in a format that has no lines.
    pub line: Option<usize>,
    /// Where it starts in the terms of the document's format, such as a page or a row.
    pub locator: Option<Locator>,
    /// Its bytes in the document's text.
    pub span: Span,
    /// The sentence there, verbatim.
    pub text: String,
    /// The document's date, where it is known.
    pub date: Option<Date>,
}

/// Where a sentence stands, and no more: enough to find it again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The document's path relative to the corpus folder.
    pub document: String,
    /// The sentence's bytes in the document's text.
    pub span: Span,
}

impl Citation {
    /// `document`, which may be its document's name cut short, and where in it the sentence
    /// stands: "a.md:12", "a.pdf, page 3". A chapter that its headings name is not named twice.
    #[must_use]
    pub fn located(&self, document: &str) -> String {
        let is_heading = |locator: &&Locator| match locator {
            // A heading may have its number before it: "2. The Gull".
            Locator::Chapter(name) => self.headings.iter().any(|heading| heading.ends_with(name)),
            _ => false,
        };
        let locator = self.locator.as_ref().filter(|at| !is_heading(at));
        located(document, self.line, locator)
    }

    /// Its place alone.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            document: self.document.clone(),
            span: self.span,
        }
    }
}
