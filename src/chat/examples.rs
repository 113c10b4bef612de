//! Questions that the documents answer, to begin with or to go on with.
//!
//! A document that asks questions itself knows best; else [`statements`] turns sentences into
//! questions by a few rules of English. Each is then asked, and only what is answered for sure by
//! the sentence that it came from is shown. Always the same for the same corpus.

mod statements;

use std::borrow::Cow;
use std::collections::HashSet;

use super::line::Line;
use crate::Quoth;
use crate::answer::{Citation, Outcome, Quote};
use crate::corpus::{self, Document, Span};
use crate::index::{Asked, Index, IndexError};
use crate::language::analyser;

/// Documents that are looked at for questions to begin with: of more, as many at equal distances.
const DOCUMENTS: usize = 24;
/// Sentences at the top of each, where it says what it is about.
const TOP: usize = 40;
/// Sentences before and after a quote that are looked at for questions near it.
const AROUND: usize = 6;
/// Questions that are asked for each that is shown: an answer takes some milliseconds.
const ASKED: usize = 4;
/// A question of more characters is none that a person would type on a phone.
const LONGEST: usize = 60;
/// Below this probability of an answer, a question is no advertisement.
const SURE: f32 = 0.7;

/// A question, and where its answer should stand.
#[derive(Debug)]
struct Candidate {
    question: String,
    /// The words of what it is about.
    about: HashSet<String>,
    document: String,
    /// The sentence that it was made of, or what follows a question of the document's own.
    from: Span,
}

/// At most `most` questions to begin with, of different documents where there are several, no two
/// about the same; none where the documents neither ask nor state anything that makes one.
///
/// Asks a few questions of the corpus: ask once and keep what is said.
pub fn questions(quoth: &Quoth, most: usize) -> Result<Vec<String>, IndexError> {
    let index = quoth.index();
    let sources = index.sources()?;
    let step = sources.len().div_ceil(DOCUMENTS).max(1);
    let mut all: Vec<(usize, Candidate)> = Vec::new();
    for source in sources.iter().step_by(step) {
        if let Some(document) = index.document(&source.name)? {
            let found = candidates(&index, &document, 0..TOP)?;
            all.extend(found.into_iter().enumerate());
        }
    }
    // One of each document in turn.
    all.sort_by_key(|(place, _)| *place);
    answered(quoth, all.into_iter().map(|(_, found)| found), most)
}

/// At most `most` questions that the documents answer near these quotes, each with a word of
/// `question`: what only stands near may have nothing to do with it.
pub fn near(
    quoth: &Quoth,
    question: &str,
    quotes: &[Quote],
    most: usize,
) -> Result<Vec<String>, IndexError> {
    let index = quoth.index();
    let asked = content(question);
    let mut all = Vec::new();
    for place in quotes.iter().filter_map(|quote| quote.citations.first()) {
        let Some(document) = index.document(&place.document)? else {
            continue;
        };
        let mut sentences = document.sentences();
        let at = sentences.position(|sentence| sentence.span == place.span);
        let at = at.unwrap_or(0);
        let around = at.saturating_sub(AROUND)..at + AROUND + 1;
        let mut nearest = candidates(&index, &document, around)?;
        nearest.retain(|near| !content(&near.question).is_disjoint(&asked));
        nearest.sort_by_key(|near| near.from.start.abs_diff(place.span.start));
        all.append(&mut nearest);
    }
    answered(quoth, all, most)
}

/// The first `most` of the candidates that are answered for sure, no two about the same.
fn answered(
    quoth: &Quoth,
    candidates: impl IntoIterator<Item = Candidate>,
    most: usize,
) -> Result<Vec<String>, IndexError> {
    let mut shown: Vec<Candidate> = Vec::new();
    let mut asked = HashSet::new();
    for candidate in candidates {
        if shown.len() == most || asked.len() == most * ASKED {
            break;
        }
        let is_other = |other: &Candidate| other.about.is_disjoint(&candidate.about);
        if shown.iter().all(is_other)
            && asked.insert(candidate.question.to_lowercase())
            && is_answered(quoth, &candidate)?
        {
            shown.push(candidate);
        }
    }
    let questions = shown.into_iter().map(|candidate| candidate.question);
    Ok(questions.collect())
}

/// Whether a question is answered for sure, and by the sentence that it came from.
fn is_answered(quoth: &Quoth, candidate: &Candidate) -> Result<bool, IndexError> {
    let answer = quoth.answer(&candidate.question)?;
    let Outcome::Found(quotes) = &answer.outcome else {
        return Ok(false);
    };
    let is_there = |place: &Citation| {
        place.document == candidate.document
            && place.span.start < candidate.from.end
            && candidate.from.start < place.span.end
    };
    let is_first = quotes
        .first()
        .is_some_and(|quote| quote.citations.iter().any(is_there));
    Ok(is_first
        && answer.confidence >= SURE
        && answer.corrections.is_empty()
        && answer.disagreement.is_none())
}

/// The questions that some sentences of a document ask, and those that its statements answer.
fn candidates(
    index: &Index,
    document: &Document,
    places: std::ops::Range<usize>,
) -> Result<Vec<Candidate>, IndexError> {
    let read = document.sentences().skip(places.start).take(places.len());
    let read = read.map(|sentence| (document.reading(sentence), sentence.span));
    let read: Vec<(Cow<'_, str>, Span)> = read.collect();
    let texts = read.iter().map(|(reading, _)| Line::of(reading).to_words());
    let texts: Vec<Vec<String>> = texts.collect();
    let words = texts.iter().flatten();
    let known = index.statistics(&Asked {
        acronyms: words.map(|word| (word.clone(), true)).collect(),
        texts,
        ..Asked::default()
    })?;
    let mut found = Vec::new();
    for (place, (reading, span)) in read.iter().enumerate() {
        let next = read.get(place + 1).map(|(_, span)| *span);
        let mut drafts = statements::drafts(reading, &known);
        let mut from = *span;
        if let Some(next) = next.filter(|_| corpus::asks(reading)) {
            drafts = vec![(reading.to_string(), reading.to_string())];
            from = Span {
                start: span.start,
                end: next.end,
            };
        }
        drafts.retain(|(question, _)| is_natural(question));
        found.extend(drafts.into_iter().map(|(question, about)| Candidate {
            about: content(&about),
            question,
            document: document.name.clone(),
            from,
        }));
    }
    Ok(found)
}

/// The words of a text that say something.
fn content(text: &str) -> HashSet<String> {
    let tokens = analyser::analyse(text).into_iter();
    let content = tokens.filter(|token| !token.is_stop_word());
    content.map(|token| token.word).collect()
}

/// Short, and without marks that no one types.
fn is_natural(question: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || " -?.&'’/+#".contains(c);
    question.chars().count() <= LONGEST && question.chars().all(plain)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
