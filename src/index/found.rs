//! What was found for a query: passages, each with all that judging it needs.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::corpus::{self, Date, Locator, Span};
use crate::language::lexicon::{Lexicon, Occurrence};

/// A sentence of at most so many words under a heading means little without it.
const BRIEF: usize = 4;

/// Passages in the order of the corpus, with their sentences and documents.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The words of all of them.
    pub lexicon: Lexicon,
    /// The passages.
    pub passages: Vec<Passage>,
    /// The sentences of all passages, one passage after the other.
    pub sentences: Vec<Sentence>,
    /// The documents that the passages are of.
    pub documents: Vec<Document>,
    /// Mean number of tokens of a sentence of the whole corpus.
    pub mean_sentence_length: f32,
}

/// A document as far as its passages are judged by it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path relative to the corpus folder.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its date, where it is known.
    pub date: Option<Date>,
    /// Whether it is in English, as far as can be told.
    pub is_english: bool,
    /// The tokens of its title.
    pub title_tokens: Vec<Occurrence>,
}

/// A passage that was found.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The place of its document among those found.
    pub document: usize,
    /// Its number in the document.
    pub number: usize,
    /// The places of its sentences among those found.
    pub sentences: Range<usize>,
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
    /// The tokens of these.
    pub heading_tokens: Vec<Occurrence>,
    /// BM25 of the passage as a share of the query's weight, at least 0.
    pub score: f32,
    /// The sentence of the document that stands before it, and the one after it.
    pub edges: [Option<Text>; 2],
}

/// A sentence of a passage that was found.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The place of its passage among those found.
    pub passage: usize,
    /// What it says, and where.
    pub text: Text,
    /// How many sentences stand before it in its paragraph.
    pub position: usize,
    /// Its tokens.
    pub tokens: Vec<Occurrence>,
}

/// What a sentence says, and where it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Text {
    /// Its bytes in the document's text.
    pub span: Span,
    /// The line on which it starts, from 1; `None` in a format that has no lines.
    pub line: Option<usize>,
    /// Where it starts in the terms of the document's format, such as a page or a row.
    pub locator: Option<Locator>,
    /// The sentence, verbatim.
    pub verbatim: String,
    /// The same as a person reads it: free of markup, on one line.
    pub reading: String,
    /// Whether it is a heading rather than prose or a list item.
    pub is_heading: bool,
}

impl Found {
    /// The passage of a sentence.
    #[must_use]
    pub fn passage_of(&self, sentence: usize) -> &Passage {
        &self.passages[self.sentences[sentence].passage]
    }

    /// The document of a sentence.
    #[must_use]
    pub fn document_of(&self, sentence: usize) -> &Document {
        &self.documents[self.passage_of(sentence).document]
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens(&self, sentence: usize) -> &[Occurrence] {
        &self.sentences[sentence].tokens
    }

    /// The heading without which a sentence says too little: the question that it
    /// answers, or what it is the whole answer to, in a word or two.
    #[must_use]
    pub fn lead(&self, sentence: usize) -> Option<usize> {
        let before = sentence.checked_sub(1)?;
        let (own, lead) = (&self.sentences[sentence], &self.sentences[before]);
        let is_led = own.passage == lead.passage && lead.text.is_heading && !own.text.is_heading;
        let asks = corpus::asks(&lead.text.reading);
        (is_led && (asks || own.tokens.len() <= BRIEF)).then_some(before)
    }

    /// The tokens that a sentence is judged by: its own, after those of its lead.
    #[must_use]
    pub fn judged_tokens(&self, sentence: usize) -> Cow<'_, [Occurrence]> {
        let own = self.tokens(sentence);
        match self.lead(sentence) {
            Some(lead) => Cow::Owned([self.tokens(lead), own].concat()),
            None => Cow::Borrowed(own),
        }
    }

    /// The sentence of the document that stands before another, and its place
    /// among those found where it is one of them.
    #[must_use]
    pub fn before(&self, sentence: usize) -> Option<(Option<usize>, &Text)> {
        self.beside(sentence, sentence.checked_sub(1), 0)
    }

    /// The same of the sentence that stands after another.
    #[must_use]
    pub fn after(&self, sentence: usize) -> Option<(Option<usize>, &Text)> {
        self.beside(sentence, Some(sentence + 1), 1)
    }

    /// The sentence at the place `other`, if it stands next to `sentence` in the
    /// document, else what is known of the one beyond that edge of the passage.
    fn beside(
        &self,
        sentence: usize,
        other: Option<usize>,
        edge: usize,
    ) -> Option<(Option<usize>, &Text)> {
        let passage = self.passage_of(sentence);
        let is_next = |other: &usize| {
            let own = self.sentences.get(*other).map(|_| self.passage_of(*other));
            own.is_some_and(|own| {
                own.document == passage.document && own.number.abs_diff(passage.number) <= 1
            })
        };
        match other.filter(is_next) {
            Some(other) => Some((Some(other), &self.sentences[other].text)),
            None => Some((None, passage.edges[edge].as_ref()?)),
        }
    }
}
