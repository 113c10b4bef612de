//! The sentences around a quote without which it is only half understood.
//!
//! A sentence that opens with "she" needs the one before it; an answer often
//! goes on in the next. Both stay outside the quote and are marked as context.

use std::collections::HashMap;

use super::Neighbour;
use super::ranking::Ranked;
use crate::index::{Index, english};

/// A neighbour that the ranker gives this share of its belief may well hold the answer.
const LIKELY: f32 = 0.04;
/// "The latter" and "the move" speak of what was said before, as pronouns do.
const REFERENCES: &[&str] = &[
    "latter",
    "former",
    "move",
    "decision",
    "measure",
    "proposal",
    "announcement",
    "plan",
    "same",
];

/// How the ranker spreads its belief over the candidate sentences: the softmax
/// of their scores, which is the model that its weights were fitted as.
pub(super) struct Belief {
    shares: HashMap<usize, f32>,
}

impl Belief {
    pub(super) fn of(ranked: &[Ranked]) -> Self {
        let weight = |sentence: &Ranked| ranked.first().map_or(0.0, |best| sentence.odds(best));
        let all: f32 = ranked.iter().map(weight).sum();
        let shares = ranked
            .iter()
            .map(|sentence| (sentence.sentence, weight(sentence) / all));
        Self {
            shares: shares.collect(),
        }
    }

    /// The probability, as far as the ranker tells, that a sentence is the right one.
    fn share(&self, sentence: usize) -> f32 {
        self.shares.get(&sentence).copied().unwrap_or(0.0)
    }
}

/// The sentence before, if the quote cannot do without it.
pub(super) fn before(index: &Index, ranked: &Ranked, belief: &Belief) -> Option<Neighbour> {
    let number = ranked.sentence.checked_sub(1)?;
    let wanted = refers_back(index, ranked.sentence)
        || quotation(index, ranked) == Quotation::Ends
        || belief.share(number) >= LIKELY;
    wanted.then(|| neighbour(index, ranked, number)).flatten()
}

/// The sentence after, if the answer goes on in it.
pub(super) fn after(index: &Index, ranked: &Ranked, belief: &Belief) -> Option<Neighbour> {
    let number = ranked.sentence + 1;
    let wanted = quotation(index, ranked) == Quotation::Begins || belief.share(number) >= LIKELY;
    wanted.then(|| neighbour(index, ranked, number)).flatten()
}

/// A sentence of the same document that is prose.
fn neighbour(index: &Index, ranked: &Ranked, number: usize) -> Option<Neighbour> {
    let passage = index.passage_of(number)?;
    if index.document_of(passage) != ranked.document {
        return None;
    }
    let document = index.document(index.document_of(passage));
    let sentence = Some(index.sentence(passage, number)).filter(|sentence| !sentence.is_heading)?;
    Some(Neighbour {
        line: document.line(sentence.span.start),
        span: sentence.span,
        text: document.verbatim(sentence).to_owned(),
        reading: document.reading(sentence).into_owned(),
    })
}

/// Whether the sentence opens with a pronoun, also after a conjunction, or with a word like "the latter".
fn refers_back(index: &Index, sentence: usize) -> bool {
    let word = |place: usize| {
        let token = index.tokens(sentence).get(place)?;
        Some(&*index.vocabulary().word(token.word).text)
    };
    let (first, second) = (word(0).unwrap_or_default(), word(1).unwrap_or_default());
    let conjunction = matches!(
        first,
        "but" | "and" | "then" | "in" | "for" | "when" | "while" | "after" | "so"
    );
    english::is_pronoun(first)
        || (conjunction && english::is_pronoun(second))
        || (first == "the" && REFERENCES.contains(&second))
}

/// How a sentence stands to direct speech of several sentences.
#[derive(PartialEq, Eq)]
enum Quotation {
    Whole,
    Begins,
    Ends,
}

/// Quotation marks that are opened and not closed, or closed and not opened.
fn quotation(index: &Index, ranked: &Ranked) -> Quotation {
    let document = index.document(ranked.document);
    let text = document.verbatim(index.sentence(ranked.passage, ranked.sentence));
    let count = |mark| text.matches(mark).count();
    let odd = count('"') % 2 == 1;
    match count('“').cmp(&count('”')) {
        std::cmp::Ordering::Greater => Quotation::Begins,
        std::cmp::Ordering::Less => Quotation::Ends,
        std::cmp::Ordering::Equal if odd && text.starts_with('"') => Quotation::Begins,
        std::cmp::Ordering::Equal if odd => Quotation::Ends,
        std::cmp::Ordering::Equal => Quotation::Whole,
    }
}
