//! What was found for a query: passages, each with all that judging it needs.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::defining;
use crate::corpus::{self, BlockKind, Date, Locator, Span};
use crate::language::lexicon::{Lexicon, Occurrence};
use crate::language::{Language, analyser};

/// A sentence of at most so many words under a heading means little without it.
const BRIEF: usize = 4;

/// Words of what a sentence announces that it is judged by, at most: about three items.
const ANNOUNCED: usize = 40;

/// What opens an entry has at most so many bytes.
const LONGEST_TERM: usize = 80;

/// Items of a list that a person takes in at once.
const ITEMS: usize = 10;

/// Passages in the order of the corpus, with their sentences and documents.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The words of all of them.
    pub lexicon: Lexicon,
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
    pub title: String,
    pub date: Option<Date>,
    /// The language that its title is in; a passage may be in another.
    pub language: Language,
    pub title_tokens: Vec<Occurrence>,
}

/// A passage that was found.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The place of its document among those found.
    pub document: usize,
    pub number: usize,
    /// The places of its sentences among those found.
    pub sentences: Range<usize>,
    pub language: Language,
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
    pub heading_tokens: Vec<Occurrence>,
    pub source: String,
    /// Where `source`, which is its text, begins in the document's.
    pub start: usize,
    /// What it is the first to tell something of.
    pub opens: Opens,
    /// BM25 of the passage as a share of the query's weight, at least 0.
    pub score: f32,
    /// The sentence of the document that stands before it, and the one after it.
    pub edges: [Option<Text>; 2],
}

/// What a passage is the first of that tells something, or stands before that.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Opens {
    /// Of its document.
    pub document: bool,
    /// Of what stands below its headings.
    pub section: bool,
}

/// A sentence of a passage that was found.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The place of its passage among those found.
    pub passage: usize,
    pub text: Text,
    /// How many sentences stand before it in its paragraph.
    pub position: usize,
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
    pub verbatim: String,
    /// The same as a person reads it: free of markup, on one line unless it is code.
    pub reading: String,
    pub kind: BlockKind,
    /// Where the row stands that names the columns of this one, if its own text does not.
    pub names: Option<Span>,
}

impl Text {
    pub fn is_heading(&self) -> bool {
        self.kind == BlockKind::Heading
    }
}

impl Passage {
    /// What stands in the document between two bytes of the passage, verbatim.
    pub fn verbatim(&self, span: Span) -> Option<&str> {
        let from = |at: usize| at.checked_sub(self.start);
        self.source.get(from(span.start)?..from(span.end)?)
    }
}

impl Found {
    pub fn passage_of(&self, sentence: usize) -> &Passage {
        &self.passages[self.sentences[sentence].passage]
    }

    pub fn document_of(&self, sentence: usize) -> &Document {
        &self.documents[self.passage_of(sentence).document]
    }

    pub fn tokens(&self, sentence: usize) -> &[Occurrence] {
        &self.sentences[sentence].tokens
    }

    /// The heading without which a sentence says too little: the question that it
    /// answers, what it is the whole answer to, in a word or two, or what it is the first to tell of.
    pub fn lead(&self, sentence: usize) -> Option<usize> {
        if let Some(opening) = self.opening(sentence) {
            return Some(opening);
        }
        let is_heading = |place: &usize| self.sentences[*place].text.is_heading();
        if is_heading(&sentence) {
            return None;
        }
        let mut above = self.passage_of(sentence).sentences.start..sentence;
        let lead = above.rfind(is_heading)?;
        let is_next = lead + 1 == sentence;
        let asks = corpus::asks(&self.sentences[lead].text.reading);
        let needs_it = is_next && (asks || self.tokens(sentence).len() <= BRIEF);
        // The title is no heading of a section.
        let is_below = !self.passage_of(sentence).headings.is_empty();
        (needs_it || is_below && self.tells_first(sentence)).then_some(lead)
    }

    /// Whether a sentence is the first of its passage that tells something; where none does, the first
    /// that is no heading and no code.
    pub fn tells_first(&self, sentence: usize) -> bool {
        let mut passage = self.passage_of(sentence).sentences.clone();
        let tells = |place: &usize| {
            let Sentence { text, tokens, .. } = &self.sentences[*place];
            defining::tells(text.kind, &text.reading, tokens.len())
        };
        let says = |place: &usize| {
            let kind = self.sentences[*place].text.kind;
            !matches!(kind, BlockKind::Heading | BlockKind::Code)
        };
        let first = passage.clone().find(tells).or_else(|| passage.find(says));
        first == Some(sentence)
    }

    /// The sentence that opens the entry which a sentence goes on with: "Heron: The oldest ferry. It
    /// sails at ten."
    pub fn opening(&self, sentence: usize) -> Option<usize> {
        let own = &self.sentences[sentence];
        let goes_on = own.text.kind == BlockKind::Item && own.position > 0;
        let opening = sentence.checked_sub(own.position).filter(|_| goes_on)?;
        let first = &self.sentences[opening];
        let term = defining::term(&first.text.reading);
        let is_entry = term.is_some_and(|term| term.len() <= LONGEST_TERM);
        (is_entry && first.passage == own.passage).then_some(opening)
    }

    /// The sentences of its passage that a sentence announces, as one that ends in a colon does:
    /// the items of a list, as many as a person takes in, or the sentence or code below it.
    pub fn announced(&self, sentence: usize) -> Range<usize> {
        let below = sentence + 1..self.passage_of(sentence).sentences.end;
        let announces = corpus::announces(&self.sentences[sentence].text.reading);
        let first = self.sentences[below.clone()].first();
        let length = match first.filter(|_| announces).map(|first| first.text.kind) {
            None | Some(BlockKind::Heading) => 0,
            Some(BlockKind::Paragraph | BlockKind::Code) => 1,
            Some(BlockKind::Item | BlockKind::Row) => self.items(below.start),
        };
        below.start..below.start + length
    }

    /// How many sentences the items at `first` and below it have, of as many items as a person
    /// takes in.
    pub(crate) fn items(&self, first: usize) -> usize {
        let kind = self.sentences[first].text.kind;
        let below = &self.sentences[first..self.passage_of(first).sentences.end];
        let run = below.iter().take_while(|below| below.text.kind == kind);
        let mut items = 0;
        let shown = run.take_while(|below| {
            items += usize::from(below.position == 0);
            items <= ITEMS
        });
        shown.count()
    }

    /// The sentences of the list that an item is of, as far as its passage has them; empty where
    /// the sentence is no item.
    pub fn list(&self, item: usize) -> Range<usize> {
        let is_item = |place: &usize| self.sentences[*place].text.kind == BlockKind::Item;
        let passage = &self.passage_of(item).sentences;
        let above = (passage.start..item).rev().take_while(is_item).count();
        let below = (item..passage.end).take_while(is_item).count();
        if below == 0 {
            item..item
        } else {
            item - above..item + below
        }
    }

    /// The tokens that a sentence is judged by: its own, after those of what leads to it.
    pub fn judged_tokens(&self, sentence: usize) -> Cow<'_, [Occurrence]> {
        let own = self.tokens(sentence);
        let Some(lead) = self.lead(sentence) else {
            return Cow::Borrowed(own);
        };
        let language = self.passage_of(sentence).language;
        let length = |term: &str| analyser::analyse_in(term, language).len();
        let term = self.term(lead, sentence).map_or(usize::MAX, length);
        let lead = self.tokens(lead);
        Cow::Owned([&lead[..lead.len().min(term)], own].concat())
    }

    /// The first tokens of what a sentence announces.
    pub fn announced_tokens(&self, sentence: usize) -> Vec<Occurrence> {
        let announced = self.announced(sentence);
        let tokens = announced.flat_map(|place| self.tokens(place));
        tokens.take(ANNOUNCED).copied().collect()
    }

    /// A sentence with what leads to it and with what it announces, as a person reads them.
    pub fn judged_reading(&self, sentence: usize) -> Cow<'_, str> {
        let reading = |place: usize| self.sentences[place].text.reading.as_str();
        let (lead, announced) = (self.lead(sentence), self.announced(sentence));
        if lead.is_none() && announced.is_empty() {
            return Cow::Borrowed(reading(sentence));
        }
        let lead = lead.map(|lead| self.term(lead, sentence).unwrap_or(reading(lead)));
        let own = lead.into_iter().chain([reading(sentence)]);
        let announced = announced.flat_map(|place| reading(place).split_whitespace());
        let all: Vec<&str> = own.chain(announced.take(ANNOUNCED)).collect();
        Cow::Owned(all.join(" "))
    }

    /// What a sentence goes on to tell of, where `opening` opens its entry: "Heron:".
    fn term(&self, opening: usize, sentence: usize) -> Option<&str> {
        let reading = &self.sentences[opening].text.reading;
        let is_opening = self.opening(sentence) == Some(opening);
        let term = defining::term(reading)?;
        let colon = usize::from(reading[term.len()..].starts_with(':'));
        is_opening.then(|| &reading[..term.len() + colon])
    }

    /// The sentence of the document that stands before another, and its place
    /// among those found where it is one of them.
    pub fn before(&self, sentence: usize) -> Option<(Option<usize>, &Text)> {
        self.beside(sentence, sentence.checked_sub(1), 0)
    }

    /// The same of the sentence that stands after another.
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
            self.sentences.get(*other).is_some_and(|other| {
                let own = &self.passages[other.passage];
                own.document == passage.document && own.number.abs_diff(passage.number) <= 1
            })
        };
        match other.filter(is_next) {
            Some(other) => Some((Some(other), &self.sentences[other].text)),
            None => Some((None, passage.edges[edge].as_ref()?)),
        }
    }
}
