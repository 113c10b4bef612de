//! What a document is: its text, its title, and its passages of sentences with spans.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::locator::Locator;
use super::{code, folded};
use crate::language::Language;
use crate::span::Span;

/// What part a block plays in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A title or the heading of a section.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// One item of a list.
    Item,
    /// One row of a table.
    Row,
    /// Lines of a program, a command or its output: their line ends are theirs.
    Code,
}

/// How a document's text is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: paragraphs one a line, or separated by blank lines.
    PlainText,
    /// `CommonMark` with tables, footnotes and YAML front matter.
    Markdown,
    /// Markdown with the components and the code of a web page in it (MDX).
    Mdx,
    /// reStructuredText, with the directives of Sphinx.
    Rst,
    /// `AsciiDoc`.
    AsciiDoc,
    /// Org, as Emacs has it.
    Org,
    /// What programs write: each line says something by itself.
    Log,
}

/// One sentence of a document, the unit of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What part its block plays.
    pub kind: BlockKind,
    /// How many sentences stand before it in its paragraph.
    pub position: usize,
    /// Where the row stands that names the columns of this one.
    pub(crate) names: Option<Span>,
    /// The sentence free of markup, where that differs from the text itself.
    pub(super) reading: Option<Box<str>>,
}

/// A run of sentences under one heading: about a paragraph, the unit of retrieval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The headings above it, outermost first; the document's title is not among them.
    pub headings: Vec<String>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A file that was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Path relative to the corpus folder, with `/` between its parts.
    pub name: String,
    /// From front matter or the properties of the file, the first heading, a first line that looks
    /// like one; else the file's name.
    pub title: String,
    /// Its date, from front matter, from the head of a message, a page or a book, or from the top of
    /// a plain text where that gives it unmistakably.
    pub date: Option<Date>,
    /// The language that most of it is in, where that can be told.
    pub language: Option<Language>,
    /// The whole text: byte for byte the file, where it is a text in UTF-8; else what was taken from it.
    pub text: String,
    /// What it says, in order.
    pub passages: Vec<Passage>,
    /// Byte offsets at which lines start, for citations; none where the file is not this text.
    pub(crate) line_starts: Vec<usize>,
    /// Byte offsets from which text stands at a place of the original other than a line, ascending.
    pub(crate) locators: Vec<(usize, Locator)>,
}

/// A paragraph, list item or heading with its sentences: what the modules of
/// each format make of a text, and what passages are made of.
pub(super) struct Block {
    pub(super) kind: BlockKind,
    /// The depth of a heading, 1 for the outermost; of all else, that of the deepest heading that
    /// can stand above it, and 0 where any can.
    pub(super) level: u8,
    /// Whether it says enough to be found by itself, as the row of a table file does.
    pub(super) stands_alone: bool,
    pub(super) sentences: Vec<Sentence>,
}

impl Document {
    /// Whether every sentence is a slice of the text, as it is of a document that was read.
    pub(crate) fn is_sound(&self) -> bool {
        self.sentences()
            .all(|sentence| self.text.get(sentence.span.range()).is_some())
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.passages.iter().flat_map(|passage| &passage.sentences)
    }

    /// The same, in which places are told by their lines.
    pub(crate) fn with_lines(mut self) -> Self {
        let starts = std::iter::once(0).chain(after_lines(&self.text));
        self.line_starts = starts.collect();
        self
    }

    /// Whether places in it are told by their lines.
    pub(crate) fn has_lines(&self) -> bool {
        !self.line_starts.is_empty()
    }

    /// The places of the original that stand between two offsets of the text,
    /// and the one that is in effect where that begins.
    pub(crate) fn locators_between(&self, start: usize, end: usize) -> Vec<(usize, Locator)> {
        let from = |offset: usize| self.locators.partition_point(|(from, _)| *from < offset);
        let first = self.locators.partition_point(|(from, _)| *from <= start);
        self.locators[first.saturating_sub(1)..from(end).max(first)].to_vec()
    }

    /// The sentence, verbatim.
    #[must_use]
    pub fn verbatim(&self, sentence: &Sentence) -> &str {
        self.text.get(sentence.span.range()).unwrap_or_default()
    }

    /// The sentence as a person reads it: free of markup, on one line unless it is code.
    #[must_use]
    pub fn reading(&self, sentence: &Sentence) -> Cow<'_, str> {
        sentence.reading(self.verbatim(sentence))
    }

    /// The line, counted from 1, on which the byte `offset` stands; `None` in
    /// formats that hold more than text, which have no lines to be found by.
    #[must_use]
    pub fn line(&self, offset: usize) -> Option<usize> {
        let line = self.line_starts.partition_point(|&start| start <= offset);
        Some(line).filter(|line| *line > 0)
    }

    /// Where in the original the byte `offset` of the text stands, in the terms
    /// of the original's format; `None` where a line or a heading says it.
    #[must_use]
    pub fn locator(&self, offset: usize) -> Option<&Locator> {
        let after = self.locators.partition_point(|(from, _)| *from <= offset);
        self.locators[..after].last().map(|(_, locator)| locator)
    }
}

impl Sentence {
    /// Whether it is a heading, or part of one.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        self.kind == BlockKind::Heading
    }

    /// As a person reads it, where `verbatim` stands in the document.
    pub(crate) fn reading<'a>(&self, verbatim: &'a str) -> Cow<'a, str> {
        let reading = match &self.reading {
            Some(reading) => Cow::Owned(reading.to_string()),
            None => Cow::Borrowed(verbatim),
        };
        if self.kind == BlockKind::Code {
            return Cow::Owned(code::reading(&reading));
        }
        fold(reading)
    }

    /// A sentence that reads as it is written.
    pub(super) fn plain(span: Span, kind: BlockKind, position: usize) -> Self {
        Self {
            span,
            kind,
            position,
            names: None,
            reading: None,
        }
    }
}

/// How many lines end in a text.
pub(crate) fn line_ends(text: &str) -> usize {
    after_lines(text).count()
}

/// Where lines end: after a line feed, or a carriage return that none follows.
fn after_lines(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = |&at: &usize| {
        bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    };
    (0..bytes.len()).filter(ends).map(|at| at + 1)
}

/// White space folded to single spaces and control characters left out (they
/// could drive a terminal); borrowed where nothing changes.
fn fold(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_plain = |pair: &[u8]| matches!(pair, [b' ', b'!'..=b'~'] | [b'!'..=b'~', b' '..=b'~']);
    let ends = [text.as_bytes().first(), text.as_bytes().last()];
    // Most text is so, and needs no look at its characters.
    if ends.iter().flatten().all(|byte| byte.is_ascii_graphic())
        && text.as_bytes().windows(2).all(is_plain)
    {
        return text;
    }
    let mut previous_space = true;
    let clean = text.chars().all(|c| {
        let ok = !c.is_control() && (!c.is_whitespace() || (c == ' ' && !previous_space));
        previous_space = c.is_whitespace();
        ok
    });
    if clean && !previous_space {
        return text;
    }
    let visible: String = text
        .chars()
        .filter(|c| c.is_whitespace() || !c.is_control())
        .collect();
    Cow::Owned(folded(&visible))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
