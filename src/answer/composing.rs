//! Ranked sentences become quotes: the same statement once, with all its sources.

use std::collections::BTreeSet;

use super::context::{self, Belief};
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use super::{Citation, Quote};
use crate::corpus::Span;
use crate::index::vocabulary::{TermId, WordClass};
use crate::index::{Index, analyser};

/// Sentences share so much of their words when they say the same (Jaccard index).
const SAME: f32 = 0.8;
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
            known.citations.push(cite(index, sentence));
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
    /// Its figures and dates: two sentences that differ here do not say the same.
    figures: BTreeSet<TermId>,
}

impl Statement {
    fn of(index: &Index, sentence: usize) -> Self {
        let (mut words, mut figures) = (BTreeSet::new(), BTreeSet::new());
        for token in index
            .tokens(sentence)
            .iter()
            .filter(|token| !token.compound)
        {
            let word = index.vocabulary().word(token.word);
            match word.class {
                WordClass::Stop => {}
                WordClass::Number | WordClass::Year | WordClass::Month => {
                    figures.insert(word.term);
                }
                WordClass::Content => {
                    words.insert(word.term);
                }
            }
        }
        Self { words, figures }
    }

    fn same_as(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).count() as f32;
        let all = self.words.union(&other.words).count() as f32;
        self.figures == other.figures && shared >= SAME * all
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
