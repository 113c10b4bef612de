//! The sentences around a quote without which it is only half understood.
//!
//! A sentence that opens with "she" needs the one before it; an answer often
//! goes on in the next. Both stay outside the quote and are marked as context.

use std::collections::HashMap;

use super::Neighbour;
use super::ranking::Ranked;
use crate::index::Found;
use crate::index::found::Text;
use crate::language::english;

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

    /// The probability, as far as the ranker tells, that a sentence is the right
    /// one; 0 for one that was not found.
    fn share(&self, sentence: Option<usize>) -> f32 {
        let share = sentence.and_then(|sentence| self.shares.get(&sentence));
        share.copied().unwrap_or(0.0)
    }
}

/// The sentence before, if the quote cannot do without it.
pub(super) fn before(found: &Found, sentence: usize, belief: &Belief) -> Option<Neighbour> {
    let (place, text) = found.before(sentence)?;
    let wanted = refers_back(found, sentence)
        || quotation(found, sentence) == Quotation::Ends
        || belief.share(place) >= LIKELY;
    wanted.then(|| neighbour(text)).flatten()
}

/// The sentence after, if the answer goes on in it.
pub(super) fn after(found: &Found, sentence: usize, belief: &Belief) -> Option<Neighbour> {
    let (place, text) = found.after(sentence)?;
    let wanted = leads_in(&found.sentences[sentence].text)
        || quotation(found, sentence) == Quotation::Begins
        || belief.share(place) >= LIKELY;
    wanted.then(|| neighbour(text)).flatten()
}

/// Whether a sentence announces what stands below it, and says nothing alone.
fn leads_in(text: &Text) -> bool {
    text.reading.ends_with([':', '：'])
}

/// A sentence next to a quote, if it is prose.
fn neighbour(text: &Text) -> Option<Neighbour> {
    (!text.is_heading).then(|| Neighbour {
        line: text.line,
        span: text.span,
        text: text.verbatim.clone(),
        reading: text.reading.clone(),
    })
}

/// Whether the sentence opens with a pronoun, also after a conjunction, or with a word like "the latter".
fn refers_back(found: &Found, sentence: usize) -> bool {
    let word = |place: usize| {
        let token = found.tokens(sentence).get(place)?;
        Some(&*found.lexicon.word(token.word).text)
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
fn quotation(found: &Found, sentence: usize) -> Quotation {
    let text = &found.sentences[sentence].text.verbatim;
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
