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

/// What speaks against each of some sentences as the answer, by its place among those found, in the
/// order of the checks; each thing that was asked about is named once. The index is asked for the
/// names in them.
///
/// # Errors
///
/// Where the index fails.
pub(super) fn doubts(
    index: &Index,
    found: &Found,
    query: &Query,
    question: &str,
    ranked: &[Ranked],
) -> Result<HashMap<usize, Vec<Doubt>>, IndexError> {
    let matcher = Matcher::new(query, &found.lexicon);
    let evidence = |ranked: &Ranked| Evidence::of(found, query, &matcher, ranked);
    let evidence: Vec<Evidence> = ranked.iter().map(evidence).collect();
    let texts = evidence.iter().flat_map(Evidence::all);
    let mut names: Vec<Vec<String>> = texts.flat_map(Text::names).collect();
    names.sort_unstable();
    names.dedup();
    // What the documents know of the names in the question and in the sentences.
    let mut known = query.known.clone();
    known.extend(index.statistics(&Asked {
        texts: names,
        ..Asked::default()
    })?);
    let asked = Question::of(query, question);
    let places = ranked.iter().map(|ranked| ranked.sentence);
    let against = |evidence: &Evidence| against(&known, query, &asked, evidence);
    Ok(places.zip(evidence.iter().map(against)).collect())
}

/// What speaks against a quote as the answer to what is asked.
fn against(known: &Statistics, query: &Query, asked: &Question, evidence: &Evidence) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = Vec::new();
    // Letters and figures are much the same in every language; the rest is told by English grammar.
    let is_english = known.language().is_english();
    let english_only = |check: &dyn Fn() -> Vec<Doubt>| {
        if is_english { check() } else { Vec::new() }
    };
    let checks = [
        codes::doubts(&asked.text, evidence),
        figures::doubts(&asked.text, evidence),
        english_only(&|| counts::doubts(&asked.text, evidence)),
        dates::doubts(&asked.text, evidence),
        english_only(&|| names::doubts(known, query, asked, evidence)),
        english_only(&|| relations::doubts(known, asked, evidence)),
        columns::doubts(evidence, is_english),
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
