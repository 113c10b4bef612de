//! Ranked sentences become quotes: the same statement once, with all its sources.

use std::collections::BTreeSet;

use super::context::{self, Belief};
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use super::{Citation, Quote};
use crate::corpus::Span;
use crate::index::vocabulary::{TermId, WordClass};
use crate::index::{Index, analyser, english};

/// Sentences share so much of their words when they say the same (Jaccard index).
const SAME: f32 = 0.8;
/// And so much of their words in a row.
const SAME_PAIRS: f32 = 0.5;
/// Ranked sentences that are looked at for a quote or another source of one.
const LOOKED_AT: usize = 60;

/// The best `most` quotes of `ranked`, each with every place that says the same.
pub(super) fn quotes(index: &Index, query: &Query, ranked: &[Ranked], most: usize) -> Vec<Quote> {
    let belief = Belief::of(ranked);
    let mut statements: Vec<(Statement, Quote)> = Vec::new();
    for sentence in ranked.iter().take(LOOKED_AT) {
        let statement = Statement::of(index, sentence.sentence);
        if let Some((_, known)) = statements
            .iter_mut()
            .find(|(known, _)| known.same_as(&statement))
        {
            let place = cite(index, sentence);
            // What a document says twice is one source.
            if known
                .citations
                .iter()
                .all(|other| other.document != place.document)
            {
                known.citations.push(place);
            }
        } else if statements.len() < most {
            statements.push((statement, quote(index, query, sentence, &belief)));
        }
    }
    statements.into_iter().map(|(_, quote)| quote).collect()
}

fn quote(index: &Index, query: &Query, ranked: &Ranked, belief: &Belief) -> Quote {
    let document = index.document(index.document_of(ranked.passage));
    let reading = document
        .reading(index.sentence(ranked.passage, ranked.sentence))
        .into_owned();
    let matcher = Matcher::new(query);
    let asked = |word: &str| {
        index
            .vocabulary()
            .term_id(word)
            .is_some_and(|term| matcher.asks_for(term))
    };
    let marks = analyser::analyse(&reading)
        .into_iter()
        .filter(|token| asked(&token.word))
        .map(|token| token.span);
    Quote {
        score: ranked.score,
        citations: vec![cite(index, ranked)],
        marks: disjoint(marks),
        reading,
        before: context::before(index, ranked, belief),
        after: context::after(index, ranked, belief),
    }
}

fn cite(index: &Index, ranked: &Ranked) -> Citation {
    let document = index.document(index.document_of(ranked.passage));
    let sentence = index.sentence(ranked.passage, ranked.sentence);
    Citation {
        document: document.name.clone(),
        title: document.title.clone(),
        headings: index.passage(ranked.passage).headings.clone(),
        line: document.line(sentence.span.start),
        span: sentence.span,
        text: document.verbatim(sentence).to_owned(),
    }
}

/// What a sentence says, as far as its words tell.
struct Statement {
    words: BTreeSet<TermId>,
    /// Words in a row: who beats whom.
    pairs: BTreeSet<(TermId, TermId)>,
    /// Its figures, dates and negations: two sentences that differ here do not say the same.
    decisive: BTreeSet<TermId>,
}

impl Statement {
    fn of(index: &Index, sentence: usize) -> Self {
        let (mut row, mut decisive) = (Vec::new(), BTreeSet::new());
        for token in index
            .tokens(sentence)
            .iter()
            .filter(|token| !token.compound)
        {
            let word = index.vocabulary().word(token.word);
            match word.class {
                WordClass::Number | WordClass::Year | WordClass::Month => {
                    decisive.insert(word.term);
                }
                _ if english::is_negation(&word.text) => {
                    decisive.insert(word.term);
                }
                WordClass::Stop => {}
                WordClass::Content => row.push(word.term),
            }
        }
        Self {
            pairs: row.windows(2).map(|pair| (pair[0], pair[1])).collect(),
            words: row.into_iter().collect(),
            decisive,
        }
    }

    fn same_as(&self, other: &Self) -> bool {
        !self.words.is_empty()
            && self.decisive == other.decisive
            && likeness(&self.words, &other.words) >= SAME
            && likeness(&self.pairs, &other.pairs) >= SAME_PAIRS
    }
}

/// The share of what two sets have in common (Jaccard index); 1 where both are empty.
fn likeness<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f32 {
    let all = a.union(b).count();
    if all == 0 {
        1.0
    } else {
        a.intersection(b).count() as f32 / all as f32
    }
}

/// Spans in order, those inside an earlier one left out.
fn disjoint(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.collect();
    sorted.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    sorted.retain(|span| {
        let keep = span.start >= end;
        end = end.max(span.end);
        keep
    });
    sorted
}
