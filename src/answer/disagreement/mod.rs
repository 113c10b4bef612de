//! Sources that answer the same question differently.
//!
//! A false alarm is worse than a miss: it makes a reader doubt what is not in doubt. So two
//! sentences differ only if much speaks for their being about the same thing. They come from
//! different documents, meet the same words of the question, name no different things and times,
//! and give the kind of answer that is wanted in the same place: a figure before the same noun
//! ([`figures`]), a date after the same verb ([`moments`]), a name beside the same role
//! ([`names`]). What only says less, "about 160" or "in 2024", does not differ from what says more.

mod bounds;
mod figures;
mod moments;
mod names;
mod sentence;

use std::collections::BTreeSet;

use super::Search;
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use crate::corpus::Span;
use crate::index::found::Passage;
use crate::language::AnswerType;
use crate::language::lexicon::TermId;
use sentence::Sentence;

/// So much of the question two sentences meet in the same words at least, 0 to 1.
const SHARED: f32 = 0.33;
/// And so much of it with the passages they stand in.
const SHARED_AROUND: f32 = 0.6;

/// A difference between sources that answer the same question.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Disagreement {
    /// In what they differ.
    pub about: About,
    /// What each says, in the order of their quotes; at least two.
    pub values: Vec<Stated>,
}

/// In what sources can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A count, an amount or a measure.
    Figure,
    /// A day, a month or a year.
    Date,
    /// Who holds an office or did something.
    Name,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stated {
    /// The figure, date or name as the quote has it, with words like "about", free of markup.
    pub value: String,
    /// The place of the quote among the answer's quotes, from 0.
    pub quote: usize,
}

/// What contradicts the first of `ranked`: the best sentences of a question, the best first, none
/// saying the same as another. The place of each is that among these; the first's own is first.
pub(super) fn find(search: &Search, ranked: &[&Ranked]) -> Option<Disagreement> {
    let (first, others) = ranked.split_first()?;
    let matcher = Matcher::new(&search.query, &search.found.lexicon);
    let see = |ranked: &Ranked| Sentence::of(&search.found, &matcher, ranked);
    let compare = |a: &Sentence<'_>, b: &Sentence<'_>| difference(search, [a, b]);
    let stated = |value, quote| Stated { value, quote };
    let first = see(first);
    let mut differing: Option<Disagreement> = None;
    let mut known: Vec<Sentence<'_>> = Vec::new();
    for (other, quote) in others.iter().zip(1..) {
        let other = see(other);
        let Some((about, [own, value])) = compare(&first, &other) else {
            continue;
        };
        // A third source must differ from the second too; else it only bears it out.
        if known.iter().all(|seen| compare(seen, &other).is_some()) {
            let values = vec![stated(own, 0)];
            let differing = differing.get_or_insert(Disagreement { about, values });
            differing.values.push(stated(value, quote));
            known.push(other);
        }
    }
    differing
}

/// In what two sentences differ, and how each says it; `None` unless they are about the same matter.
fn difference(search: &Search, pair: [&Sentence<'_>; 2]) -> Option<(About, [String; 2])> {
    let (query, [a, b]) = (&search.query, pair);
    if a.document == b.document || !same_matter(query, a, b) {
        return None;
    }
    let (about, spans) = match query.wanted {
        AnswerType::Number | AnswerType::Frequency => (About::Figure, figures::difference(a, b)?),
        AnswerType::Date => (About::Date, moments::difference(query, a, b)?),
        AnswerType::Person => (About::Name, names::difference(search, a, b)?),
        // "What is the rule?" asks for no figure, but the same sentence gives another.
        AnswerType::Place | AnswerType::Reason | AnswerType::Definition | AnswerType::Thing => {
            let spans = figures::difference(a, b)?;
            let is_same = a.outside(spans[0]).eq(b.outside(spans[1]));
            (About::Figure, is_same.then_some(spans)?)
        }
    };
    let values = [(a, spans[0]), (b, spans[1])].map(|(sentence, span)| {
        let value = sentence.text.get(span.range());
        value.unwrap_or_default().to_owned()
    });
    named_alike(search, pair, spans).then_some((about, values))
}

/// Whether two sentences speak of the same thing, as far as the question's words and stated times tell.
fn same_matter(query: &Query, a: &Sentence<'_>, b: &Sentence<'_>) -> bool {
    let meets = |sentence: &Sentence<'_>, number: usize| {
        // What a name refers to must stand close by; other words may be said in the passage.
        let around = sentence.around[number] && !query.terms[number].is_name;
        sentence.near[number] || around
    };
    let share = |met: &dyn Fn(usize) -> bool| query.share(|number| f32::from(met(number)));
    let shared = share(&|number| a.own[number] && b.own[number]);
    let both = |number: usize| meets(a, number) && meets(b, number);
    let alike = |number: usize| !(a.own[number] || b.own[number]) || both(number);
    shared >= SHARED
        && share(&both) >= SHARED_AROUND
        && (0..query.terms.len()).all(alike)
        && match query.wanted {
            // A name is bound to its role by its place, whatever the sentence goes on to say.
            AnswerType::Person => a.years == b.years,
            AnswerType::Date => a.is_negated == b.is_negated,
            _ => a.years == b.years && a.periods == b.periods && a.is_negated == b.is_negated,
        }
}

/// Whether neither names what the other does not know of: of two bridges each has its own length.
fn named_alike(search: &Search, [a, b]: [&Sentence<'_>; 2], [of_a, of_b]: [Span; 2]) -> bool {
    let (query, found) = (&search.query, &search.found);
    // The holder of a named place's office is the same whatever else is named.
    let settled = |number: usize| query.terms[number].is_name && a.own[number] && b.own[number];
    if query.wanted == AnswerType::Person && (0..query.terms.len()).any(settled) {
        return true;
    }
    let (named_a, named_b) = (a.names_outside(of_a), b.names_outside(of_b));
    let only = |names: &BTreeSet<TermId>, others: &BTreeSet<TermId>| -> Vec<TermId> {
        names.difference(others).copied().collect()
    };
    let knows = |sentence: &Sentence<'_>, names: &[TermId]| {
        let own = |passage: &&Passage| passage.document == sentence.document;
        let passages = found.passages.iter().filter(own);
        let sentences = passages.flat_map(|it| &found.sentences[it.sentences.clone()]);
        let mut tokens = sentences.flat_map(|sentence| &sentence.tokens);
        tokens.any(|token| names.contains(&found.lexicon.term(token.word)))
    };
    match (&only(&named_a, &named_b)[..], &only(&named_b, &named_a)[..]) {
        ([], []) => true,
        (names, []) => knows(b, names),
        ([], names) => knows(a, names),
        _ => false,
    }
}

#[cfg(test)]
#[expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]
mod tests;
