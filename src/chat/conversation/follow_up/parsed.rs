//! A line that was read once: its words, its names, its noun phrases.

use std::ops::Range;

use super::names::{self, Kind, Name};
use super::phrases::{self, Phrase};
use super::words::{self, Class};
use crate::chat::line::Line;
use crate::index::Statistics;

/// A message, an earlier question, or the quote that answered one.
pub(super) struct Parsed {
    pub(super) line: Line,
    pub(super) names: Vec<Name>,
    pub(super) phrases: Vec<Phrase>,
}

impl Parsed {
    /// What a person typed: what stands in quotation marks is a title.
    pub(super) fn question(text: &str, known: &Statistics) -> Self {
        let line = Line::of(text);
        let (titles, mut names) = (names::titles(&line, known), names::names(&line, known));
        let inside = |at: usize| titles.iter().any(|title| title.words.contains(&at));
        names.retain(|name| !name.words.clone().any(inside));
        names.extend(titles);
        names.sort_by_key(|name| name.words.start);
        Self::of(line, names)
    }

    /// What a document says.
    pub(super) fn quote(text: &str, known: &Statistics) -> Self {
        let line = Line::of(text);
        let names = names::names(&line, known);
        Self::of(line, names)
    }

    fn of(line: Line, names: Vec<Name>) -> Self {
        let mut parsed = Self {
            line,
            names,
            phrases: Vec::new(),
        };
        parsed.phrases = phrases::phrases(&parsed);
        parsed
    }

    /// The word at a place in lower case; empty beyond the ends.
    pub(super) fn word(&self, at: usize) -> &str {
        self.line.word(at)
    }

    pub(super) fn len(&self) -> usize {
        self.line.len()
    }

    /// Words as they were written, without a possessive at their end, a title with its marks.
    pub(super) fn written(&self, words: Range<usize>) -> String {
        let possessive = self.possessive(words.clone()).len();
        let span = self.span(words);
        self.line.text[span.start..span.end - possessive].to_owned()
    }

    /// The possessive that words end in; what a title ends in is its own: “Marlow's”.
    pub(super) fn possessive(&self, words: Range<usize>) -> &str {
        let last = words.end.checked_sub(1);
        if last.is_some_and(|last| self.is_title(last)) {
            ""
        } else {
            self.line.possessive(words)
        }
    }

    /// The line from a word on, a title with its marks, without the marks at its end.
    pub(super) fn from(&self, at: usize) -> &str {
        let rest = self.line.from(at);
        if rest.is_empty() {
            return rest;
        }
        let end = self.line.span(at..at).start + rest.len();
        let titled = self.span(at..self.len());
        &self.line.text[titled.start..titled.end.max(end)]
    }

    /// The bytes of words, with the quotation marks of a title at either end.
    fn span(&self, words: Range<usize>) -> Range<usize> {
        let titles = || {
            let names = self.names.iter();
            names.filter_map(|name| Some((&name.words, name.marks?)))
        };
        let open = titles().find(|(title, _)| title.start == words.start);
        let close = titles().find(|(title, _)| title.end == words.end);
        let open = open.map_or(0, |(_, marks)| marks.0.len_utf8());
        let close = close.map_or(0, |(_, marks)| marks.1.len_utf8());
        let span = self.line.span(words);
        span.start - open..span.end + close
    }

    pub(super) fn name_at(&self, at: usize) -> Option<&Name> {
        self.names.iter().find(|name| name.words.contains(&at))
    }

    /// Whether a name is of something that people make or do together, or of a place.
    pub(super) fn names_body(&self, name: &Name) -> bool {
        let last = self.word(name.words.end - 1);
        words::is_class(last) || Class::Thing.has(last) || Class::Place.has(last)
    }

    /// Whether a word is inside a title in quotation marks.
    pub(super) fn is_title(&self, at: usize) -> bool {
        let mut titles = self.names.iter().filter(|name| name.marks.is_some());
        titles.any(|title| title.words.contains(&at))
    }

    /// Whether a word says something, by itself or as part of a title.
    pub(super) fn is_content(&self, at: usize) -> bool {
        words::is_content(self.word(at)) || self.is_title(at)
    }

    /// How many words say something.
    pub(super) fn content(&self) -> usize {
        (0..self.len()).filter(|&at| self.is_content(at)).count()
    }

    /// Whether it asks: its first word is a question word or an auxiliary.
    pub(super) fn asks(&self) -> bool {
        Class::Question.has(self.word(0)) || Class::Auxiliary.has(self.word(0))
    }

    /// What it asks for: "ferries" of "which ferries", "how many ferries".
    pub(super) fn asked(&self) -> Option<&Phrase> {
        self.phrases.iter().find(|phrase| phrase.asked)
    }

    /// Whether it asks for somebody.
    pub(super) fn asks_who(&self) -> bool {
        self.word(0).starts_with("who") && self.word(0) != "whose"
    }

    /// Names of these kinds, each with the article before it.
    pub(super) fn names_of(&self, kinds: &[Kind]) -> Vec<String> {
        let with_article = |name: &Name| {
            let has_article = self.line.before(name.words.start) == "the" && !name.owns;
            let article = if has_article { "the " } else { "" };
            format!("{article}{}", name.text)
        };
        let names = self.names.iter().filter(|name| kinds.contains(&name.kind));
        names.map(with_article).collect()
    }

    /// The line with other words in the place of some; a title goes with its marks.
    pub(super) fn replaced(&self, words: Range<usize>, by: &str) -> String {
        let text = &self.line.text;
        let span = self.span(words);
        format!("{}{by}{}", &text[..span.start], &text[span.end..])
    }
}
