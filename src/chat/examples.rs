//! Questions to begin with, made of the documents themselves.
//!
//! [`rules`] turn statements into questions by rules of English; each question
//! is then asked, and only what is answered for sure by the sentence that it
//! came from is shown. Nothing is known of any corpus. Pure, and always the same
//! for the same corpus.

mod clause;
mod page;
mod rules;
mod words;

use std::collections::HashSet;

use crate::Quoth;
use crate::answer::{Citation, Outcome};
use crate::corpus::Span;
use crate::index::{Index, IndexError};
use page::Page;
use rules::Kind;

/// Documents that are looked at: of more, as many at equal distances.
const DOCUMENTS: usize = 300;
/// Sentences that are looked at, in all.
const SENTENCES: usize = 3000;
/// Sentences of one document that are looked at, at least: what it is about stands at its top.
const FEWEST_SENTENCES: usize = 6;
/// Questions that are asked, at most; an answer takes a few milliseconds.
const ASKED: usize = 60;
/// Questions of one document that are asked, at most.
const ASKED_OF_ONE: usize = 12;
/// A question of more characters is none that a person would type on a phone.
const LONGEST: usize = 60;
/// Below this probability of an answer, a question is no advertisement.
const SURE: f32 = 0.7;
/// What the weight of a name counts beside the probability of an answer.
const TELLING: f32 = 0.05;

/// At most `most` questions that the documents answer: the surest, of different
/// kinds and documents where they can be, none about the same name.
///
/// There may be fewer, or none: where the documents are few, in another
/// language than English, or have no sentence that makes a natural question.
/// Asks up to 60 questions of the corpus, so that it takes the time of as many
/// answers: ask once and keep what is said.
///
/// # Errors
///
/// Where the index fails.
pub fn questions(quoth: &Quoth, most: usize) -> Result<Vec<String>, IndexError> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let mut sure: Vec<(f32, Candidate)> = Vec::new();
    for candidate in shortlist(candidates(&quoth.index())?) {
        if let Some(confidence) = answered(quoth, &candidate)? {
            sure.push((confidence + TELLING * candidate.weight, candidate));
        }
    }
    // The sort is stable: of equals, the more telling stays first.
    sure.sort_by(|a, b| b.0.total_cmp(&a.0));
    let sure = sure.into_iter().map(|(_, candidate)| candidate).collect();
    let chosen = choice(sure, most).into_iter();
    Ok(chosen.map(|candidate| candidate.question).collect())
}

/// A question, and the sentence that should answer it.
#[derive(Debug)]
struct Candidate {
    kind: Kind,
    question: String,
    /// The words of what it is about.
    about: HashSet<String>,
    /// The number of the document.
    document: usize,
    name: String,
    span: Span,
    /// How much the documents have to say about it.
    weight: f32,
}

/// Every question that the rules find in the sentences that are looked at, each once.
fn candidates(index: &Index) -> Result<Vec<Candidate>, IndexError> {
    let sources = index.sources()?;
    let step = sources.len().div_ceil(DOCUMENTS).max(1);
    let looked_at = sources.len().div_ceil(step).max(1);
    let sentences = (SENTENCES / looked_at).max(FEWEST_SENTENCES);
    let mut seen = HashSet::new();
    let mut candidates = Vec::new();
    for (number, source) in sources.iter().enumerate().step_by(step) {
        let Some(document) = index.document(&source.name)? else {
            continue;
        };
        let page = Page::of(&document, sentences, index)?;
        for (span, draft) in page.drafts() {
            if is_natural(&draft.question) && seen.insert(draft.question.to_lowercase()) {
                candidates.push(page.candidate(number, span, draft));
            }
        }
    }
    Ok(candidates)
}

/// The candidates that are worth asking, of every kind in turn.
fn shortlist(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut kinds: Vec<Vec<Candidate>> = Vec::new();
    for candidate in candidates {
        match kinds.iter_mut().find(|kind| kind[0].kind == candidate.kind) {
            Some(kind) => kind.push(candidate),
            None => kinds.push(vec![candidate]),
        }
    }
    let mut kinds: Vec<_> = kinds.into_iter().map(Vec::into_iter).collect();
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < ASKED {
        let before = chosen.len();
        for kind in &mut kinds {
            let room = |candidate: &Candidate| {
                let same = chosen
                    .iter()
                    .filter(|other| other.document == candidate.document);
                same.count() < ASKED_OF_ONE
            };
            let next = kind.find(room);
            chosen.extend(next);
        }
        if chosen.len() == before {
            break;
        }
    }
    chosen.truncate(ASKED);
    chosen
}

/// How sure it is that a question is answered by the sentence it came from; `None` where it is not.
fn answered(quoth: &Quoth, candidate: &Candidate) -> Result<Option<f32>, IndexError> {
    let answer = quoth.answer(&candidate.question)?;
    let Outcome::Found(quotes) = &answer.outcome else {
        return Ok(None);
    };
    let is_there =
        |place: &Citation| place.document == candidate.name && place.span == candidate.span;
    let first = quotes
        .first()
        .is_some_and(|quote| quote.citations.iter().any(is_there));
    let sure = first
        && answer.confidence >= SURE
        && answer.corrections.is_empty()
        && answer.disagreement.is_none();
    Ok(sure.then_some(answer.confidence))
}

/// The first `most` that differ: at first in kind, document and name, then in less.
fn choice(mut sure: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    for (other_kind, other_document) in [(true, true), (true, false), (false, true), (false, false)]
    {
        let mut left = Vec::new();
        for candidate in sure {
            let clashes = |other: &Candidate| {
                !other.about.is_disjoint(&candidate.about)
                    || other_kind && other.kind == candidate.kind
                    || other_document && other.document == candidate.document
            };
            if chosen.len() < most && !chosen.iter().any(clashes) {
                chosen.push(candidate);
            } else {
                left.push(candidate);
            }
        }
        sure = left;
    }
    chosen
}

/// Short, and without marks that no one types.
fn is_natural(question: &str) -> bool {
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '?' | '.' | '&' | '\'' | '’');
    question.chars().count() <= LONGEST && question.chars().all(plain)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
