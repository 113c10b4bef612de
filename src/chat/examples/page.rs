//! The top of a document, and the questions that its sentences answer.

use std::collections::HashSet;

use super::Candidate;
use super::clause::Clause;
use super::rules::{self, Draft};
use crate::chat::line::Line;
use crate::corpus::{Document, Span};
use crate::index::{Asked, Index, IndexError, Statistics};
use crate::language::analyser;

/// A name in more passages than this is not more telling.
const OFTEN: u64 = 30;

/// The top of a document, as far as it is looked at.
pub(super) struct Page<'a> {
    document: &'a Document,
    sentences: Vec<Prose>,
    /// What the documents know of its words.
    known: Statistics,
}

/// A sentence, also without what it has in brackets, and that.
struct Prose {
    span: Span,
    reading: String,
    bare: String,
    bracketed: Vec<String>,
}

impl<'a> Page<'a> {
    /// The first `most` sentences of a document.
    pub(super) fn of(
        document: &'a Document,
        most: usize,
        index: &Index,
    ) -> Result<Self, IndexError> {
        let passages = document.passages.iter();
        let sentences = passages.flat_map(|passage| &passage.sentences);
        let prose = sentences
            .filter(|sentence| !sentence.is_heading())
            .take(most)
            .map(|sentence| {
                let reading = document.reading(sentence).into_owned();
                let (bare, bracketed) = without_brackets(&reading);
                Prose {
                    span: sentence.span,
                    reading,
                    bare,
                    bracketed,
                }
            });
        let sentences: Vec<Prose> = prose.collect();
        let words = |prose: &Prose| Line::of(&prose.bare).to_words();
        let acronyms = sentences.iter().flat_map(|prose| &prose.bracketed);
        let acronyms = acronyms.filter_map(|short| acronym(short));
        let known = index.statistics(&Asked {
            texts: sentences.iter().map(words).collect(),
            acronyms: acronyms.map(|word| (word, true)).collect(),
            ..Asked::default()
        })?;
        Ok(Self {
            document,
            sentences,
            known,
        })
    }

    /// The questions that its sentences answer.
    pub(super) fn drafts(&self) -> Vec<(Span, Draft)> {
        let mut all = Vec::new();
        for (place, prose) in self.sentences.iter().enumerate() {
            let clause = Clause::new(&prose.bare, &self.known);
            if !clause.is_english() {
                continue;
            }
            let next = self.sentences.get(place + 1);
            let drafts = rules::drafts(&clause, next.map_or("", |next| &next.reading));
            let is_defined = |short: &&String| {
                let word = acronym(short);
                word.is_some_and(|word| !self.known.long_forms(&word).is_empty())
            };
            let acronyms = prose.bracketed.iter().filter(is_defined);
            let acronyms = acronyms.map(|short| rules::acronym(short));
            let drafts = drafts.into_iter().chain(acronyms);
            all.extend(drafts.map(|draft| (prose.span, draft)));
        }
        all
    }

    pub(super) fn candidate(&self, number: usize, span: Span, draft: Draft) -> Candidate {
        let words = |text: &str| -> HashSet<String> {
            let tokens = analyser::analyse(text).into_iter();
            tokens
                .filter(|token| !token.is_stop_word())
                .map(|token| token.word)
                .collect()
        };
        let about = words(&draft.about);
        let sentences = |word: &String| Some(self.known.counts(word)?.passages);
        let sentences = about.iter().filter_map(sentences).min().unwrap_or(0);
        let in_title = !words(&self.document.title).is_disjoint(&about);
        Candidate {
            kind: draft.kind,
            question: draft.question,
            about,
            document: number,
            name: self.document.name.clone(),
            span,
            weight: (1.0 + sentences.min(OFTEN) as f32).ln() + f32::from(u8::from(in_title)),
        }
    }
}

/// The word of an acronym in capitals, as analysis leaves it.
fn acronym(short: &str) -> Option<String> {
    let [token] = &analyser::analyse(short)[..] else {
        return None;
    };
    let upper = short.chars().all(char::is_uppercase);
    upper.then(|| token.word.clone())
}

/// A sentence without what stands in round brackets, and that.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut bare, mut bracketed) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else {
            break;
        };
        bare += before.trim_end();
        bracketed.push(inside.to_owned());
        rest = after;
    }
    (bare + rest, bracketed)
}
