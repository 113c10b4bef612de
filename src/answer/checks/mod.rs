//! What a careful reader would object to: the quote fits the question's words,
//! and speaks of something else.
//!
//! A question is about certain things: names, codes, figures, dates, and who
//! or what stands in a relation to whom. Each of them must be met by the quote
//! or by what the quote plainly speaks of: the sentences before it, its
//! headings, its document's title ([`evidence`]). Where one is not, and the
//! quote has another of its kind in its place, that is a doubt. A wrong doubt
//! takes a right answer away, so each check stays silent where it cannot tell.

mod codes;
mod columns;
mod counts;
mod dates;
mod evidence;
mod figures;
mod kinds;
mod names;
mod question;
mod relations;
#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;

use std::collections::HashMap;

use super::doubt::{Doubt, Subject};
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use crate::index::{Asked, Found, Index, IndexError, Statistics};
pub(super) use codes::Codes;
use evidence::{Evidence, Text};
use question::Question;

/// A question, ready to be held against sentences.
pub(super) struct Checks<'a> {
    found: &'a Found,
    query: &'a Query,
    matcher: Matcher,
    asked: Question,
    /// What the documents know of the names in the question and in the sentences at hand.
    known: Statistics,
    /// The sentences at hand, by their places among those found.
    evidence: HashMap<usize, Evidence>,
}

impl<'a> Checks<'a> {
    /// Makes ready to judge the sentences of `ranked`; the index is asked for their names.
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub(super) fn new(
        index: &Index,
        found: &'a Found,
        query: &'a Query,
        question: &str,
        ranked: &[Ranked],
    ) -> Result<Self, IndexError> {
        let matcher = Matcher::new(query, &found.lexicon);
        let of = |ranked: &Ranked| {
            (
                ranked.sentence,
                Evidence::of(found, query, &matcher, ranked),
            )
        };
        let evidence: HashMap<usize, Evidence> = ranked.iter().map(of).collect();
        let mut names: Vec<Vec<String>> = evidence
            .values()
            .flat_map(Evidence::all)
            .flat_map(Text::names)
            .collect();
        names.sort_unstable();
        names.dedup();
        let mut known = query.known.clone();
        known.extend(index.statistics(&Asked {
            texts: names,
            ..Asked::default()
        })?);
        Ok(Self {
            asked: Question::of(query, question),
            found,
            query,
            matcher,
            known,
            evidence,
        })
    }

    /// What speaks against a sentence as the answer, in the order of the checks;
    /// each thing that was asked about is named once.
    pub(super) fn doubts(&self, ranked: &Ranked) -> Vec<Doubt> {
        let Self {
            query,
            asked,
            known,
            ..
        } = self;
        let other;
        let evidence = if let Some(evidence) = self.evidence.get(&ranked.sentence) {
            evidence
        } else {
            other = Evidence::of(self.found, query, &self.matcher, ranked);
            &other
        };
        let mut doubts: Vec<Doubt> = Vec::new();
        // Letters and figures are much the same in every language; the rest is told by English grammar.
        let is_english = known.language().is_english();
        let english_only = |check: &dyn Fn() -> Vec<Doubt>| {
            if is_english { check() } else { Vec::new() }
        };
        let checks = [
            codes::doubts(asked, evidence),
            figures::doubts(asked, evidence),
            english_only(&|| counts::doubts(asked, evidence)),
            dates::doubts(asked, evidence),
            english_only(&|| names::doubts(known, query, asked, evidence)),
            english_only(&|| relations::doubts(known, asked, evidence)),
            columns::doubts(evidence),
        ];
        for doubt in checks.into_iter().flatten() {
            // "X" of "X-20" is no name.
            if !doubts
                .iter()
                .any(|known| known.asked.contains(&doubt.asked))
            {
                doubts.push(doubt);
            }
        }
        doubts
    }
}
