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

use super::doubt::{Doubt, Subject};
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use crate::index::Index;
use evidence::Evidence;
use question::Question;

/// A question, ready to be held against many sentences.
pub(super) struct Checks<'a> {
    index: &'a Index,
    query: &'a Query,
    matcher: Matcher,
    asked: Question,
}

impl<'a> Checks<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query, question: &str) -> Self {
        Self {
            index,
            query,
            matcher: Matcher::new(query),
            asked: Question::of(index, query, question),
        }
    }

    /// What speaks against a sentence as the answer, in the order of the checks;
    /// each thing that was asked about is named once.
    pub(super) fn doubts(&self, ranked: &Ranked) -> Vec<Doubt> {
        let Self {
            index,
            query,
            matcher,
            asked,
        } = self;
        let evidence = Evidence::of(index, matcher, ranked);
        let mut doubts: Vec<Doubt> = Vec::new();
        let checks = [
            codes::doubts(asked, &evidence),
            figures::doubts(asked, &evidence),
            dates::doubts(asked, &evidence),
            names::doubts(index, query, asked, &evidence),
            relations::doubts(index, asked, &evidence),
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
