//! What is kept of a document: itself by its title, and its passages one by
//! one, each with all that judging it needs, as analysis left it.
//!
//! A passage holds the document's text from its own start to the next one's, so
//! that all passages together hold all of it. Of a token it is kept where it
//! stands; its word follows from the letters there, or is kept beside it.

use std::iter;

use serde::{Deserialize, Serialize};

use super::found::{Opens, Text};
use crate::corpus::{Date, Document, Locator, Passage, Sentence, Span};
use crate::language::Language;
use crate::language::analyser::Token;
use crate::language::lexicon::{Occurrence, WordId};

/// What is kept of a document as a whole.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct KeptDocument {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) date: Option<Date>,
    pub(super) language: Option<Language>,
    pub(super) title_tokens: Tokens,
    /// Whether places in it are told by their lines.
    pub(super) has_lines: bool,
    /// What tells one version of it from another, where it may change between two looks at it.
    #[serde(skip)]
    pub(super) version: u64,
}

/// What is kept of a passage.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct KeptPassage {
    /// Where `text` begins in the document's.
    pub(super) start: usize,
    pub(super) text: String,
    /// The language that it is in, which may be another than its document's.
    pub(super) language: Language,
    /// The line on which it begins, from 1; 0 in a format that has no lines.
    line: usize,
    /// Places of the original, the first of them in effect where the text begins.
    locators: Vec<(usize, Locator)>,
    pub(super) passage: Passage,
    /// The tokens of its sentences, and of its headings.
    pub(super) tokens: Vec<Tokens>,
    pub(super) heading_tokens: Tokens,
    pub(super) opens: Opens,
    /// The sentence before it, and the one after it.
    pub(super) edges: [Option<Text>; 2],
}

/// The tokens of a text: where each stands and how it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Tokens {
    /// For one that stands where tokens mostly do, one small number, which is kept
    /// as one byte: its length, whether it has a capital, and a 0. For any other
    /// two: the bytes between the end of the last and its start (or, for a compound,
    /// between its start and that end) with its marks and a 1, and its length.
    places: Vec<usize>,
    /// The words that do not follow from the letters, in order.
    words: Vec<String>,
}

/// Marks of a token, in the lowest bits of its first number.
const CAPITAL: usize = 1;
const COMPOUND: usize = 2;
const AMOUNT: usize = 4;
const OTHER_WORD: usize = 8;
const MARKS: u32 = 4;

/// How far from the end of the token before it a token mostly starts: the first at
/// the start of the text, any other after a space.
fn usual_gap(end: usize) -> usize {
    usize::from(end > 0)
}

impl Tokens {
    /// The tokens of `text`, as [`analyse`](crate::language::analyser::analyse) left them.
    pub(super) fn of(text: &str, tokens: &[Token]) -> Self {
        let mut kept = Self {
            places: Vec::with_capacity(tokens.len()),
            words: Vec::new(),
        };
        let mut end = 0_usize;
        for token in tokens {
            // Signs have no letters, and compounds other ones than their parts.
            let letters = text.get(token.span.range()).unwrap_or_default();
            let is_other = token.compound || !letters.contains(char::is_alphanumeric);
            let mark = |is: bool, mark| if is { mark } else { 0 };
            let marks = mark(token.capital, CAPITAL)
                | mark(token.compound, COMPOUND)
                | mark(token.amount, AMOUNT)
                | mark(is_other, OTHER_WORD);
            // A compound stands over the tokens before it.
            let gap = if token.compound {
                end.saturating_sub(token.span.start)
            } else {
                token.span.start.saturating_sub(end)
            };
            let length = token.span.end - token.span.start;
            if gap == usual_gap(end) && marks & !CAPITAL == 0 {
                kept.places.push((length << 1 | marks) << 1);
            } else {
                kept.places.push((gap << MARKS | marks) << 1 | 1);
                kept.places.push(length);
            }
            if is_other {
                kept.words.push(token.word.clone());
            }
            end = token.span.end;
        }
        kept
    }

    /// The tokens again, with the word that `word` makes of how it is spelt.
    pub(super) fn read(
        &self,
        text: &str,
        mut word: impl FnMut(Spelling<'_>) -> WordId,
    ) -> Vec<Occurrence> {
        let (mut words, mut end) = (self.words.iter(), 0_usize);
        let mut places = self.places.iter().copied();
        let token = || {
            let first = places.next()?;
            let (gap, marks, length) = if first & 1 == 0 {
                (usual_gap(end), first >> 1 & CAPITAL, first >> 2)
            } else {
                (first >> 1 >> MARKS, first >> 1, places.next()?)
            };
            let has = |mark| marks & mark != 0;
            let start = if has(COMPOUND) {
                end.saturating_sub(gap)
            } else {
                end.saturating_add(gap)
            };
            end = start.saturating_add(length);
            let span = Span { start, end };
            let spelling = if has(OTHER_WORD) {
                Spelling::Word(words.next().map_or("", String::as_str))
            } else {
                Spelling::Letters(text.get(span.range()).unwrap_or_default())
            };
            Some(Occurrence {
                word: word(spelling),
                capital: has(CAPITAL),
                compound: has(COMPOUND),
                amount: has(AMOUNT),
            })
        };
        iter::from_fn(token).collect()
    }
}

/// By what the word of a token is known.
pub(super) enum Spelling<'a> {
    /// It is this.
    Word(&'a str),
    /// [`word`](crate::language::analyser::word) makes it of these.
    Letters(&'a str),
}

/// A record as bytes; nothing that is kept can fail to be written down.
pub(super) fn bytes(record: &impl Serialize) -> Vec<u8> {
    postcard::to_stdvec(record).unwrap_or_default()
}

impl KeptPassage {
    /// The passage of that number, with the tokens of its sentences and headings.
    pub(super) fn of(
        document: &Document,
        number: usize,
        language: Language,
        tokens: Vec<Tokens>,
        heading_tokens: Tokens,
        opens: Opens,
    ) -> Self {
        let start_of = |number: usize| {
            let passage = document.passages.get(number);
            let first = passage.and_then(|passage| passage.sentences.first());
            first.map_or(document.text.len(), |sentence| sentence.span.start)
        };
        let start = if number == 0 { 0 } else { start_of(number) };
        let end = start_of(number + 1).max(start);
        let passage = &document.passages[number];
        let edge = |number: Option<usize>, side: fn(&[Sentence]) -> Option<&Sentence>| {
            let passage = document.passages.get(number?)?;
            side(&passage.sentences).map(|sentence| Text {
                span: sentence.span,
                line: document.line(sentence.span.start),
                locator: document.locator(sentence.span.start).cloned(),
                verbatim: document.verbatim(sentence).to_owned(),
                reading: document.reading(sentence).into_owned(),
                kind: sentence.kind,
                names: sentence.names,
            })
        };
        Self {
            start,
            text: document.text.get(start..end).unwrap_or_default().to_owned(),
            language,
            line: document.line(start).unwrap_or_default(),
            locators: document.locators_between(start, end),
            passage: passage.clone(),
            tokens,
            heading_tokens,
            opens,
            edges: [
                edge(number.checked_sub(1), <[Sentence]>::last),
                edge(Some(number + 1), <[Sentence]>::first),
            ],
        }
    }

    /// What a sentence of it says, and where.
    pub(super) fn said(&self, sentence: &Sentence) -> Text {
        let start = sentence.span.start - self.start.min(sentence.span.start);
        let end = sentence.span.end - self.start.min(sentence.span.end);
        let verbatim = self.text.get(start..end).unwrap_or_default();
        let before = self.text.get(..start).unwrap_or_default();
        let lines = || self.line.saturating_add(crate::corpus::line_ends(before));
        let line = (self.line > 0).then(lines);
        let after = self
            .locators
            .partition_point(|(from, _)| *from <= sentence.span.start);
        Text {
            span: sentence.span,
            line,
            locator: self.locators[..after].last().map(|(_, it)| it.clone()),
            verbatim: verbatim.to_owned(),
            reading: sentence.reading(verbatim).into_owned(),
            kind: sentence.kind,
            names: sentence.names,
        }
    }
}

impl KeptDocument {
    /// The document again, of all its passages in order.
    pub(super) fn whole(self, passages: Vec<KeptPassage>) -> Document {
        let mut text = String::new();
        let mut locators = Vec::new();
        let mut own = Vec::with_capacity(passages.len());
        for passage in passages {
            text.push_str(&passage.text);
            // What is in effect where a passage begins is told by each.
            let is_new = |place: &(usize, Locator)| locators.last() != Some(place);
            let new: Vec<_> = passage.locators.into_iter().filter(is_new).collect();
            locators.extend(new);
            own.push(passage.passage);
        }
        let document = Document {
            name: self.name,
            title: self.title,
            date: self.date,
            language: self.language,
            text,
            passages: own,
            line_starts: Vec::new(),
            locators,
        };
        if self.has_lines {
            document.with_lines()
        } else {
            document
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
