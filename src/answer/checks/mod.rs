//! What a careful reader would object to: the quote fits the question's words,
//! and speaks of something else.
//!
//! A question is about certain things: names, codes, figures, dates, and who or what stands in a
//! relation to whom. Each of them must be met by the quote or by what the quote plainly speaks of:
//! the sentences before it, its headings, its document's title ([`evidence`]). Where one is not,
//! and the quote has another of its kind in its place, that is a doubt. A wrong doubt takes a right
//! answer away, so each check stays silent where it cannot tell.

mod cells;
mod codes;
mod evidence;
mod figures;
mod kinds;
mod measures;
mod names;
mod polarity;
mod question;
mod relations;
#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;

use std::collections::HashMap;

use super::contact::Way;
use super::doubt::{Doubt, Subject};
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use crate::index::{Asked, Found, Index, IndexError};
pub(super) use codes::Codes;
use evidence::{Evidence, Text};
use question::Question;

/// A check, and whether it rests on English grammar: letters and figures are much the same in every
/// language.
type Check = (fn(&Question<'_>, &Evidence) -> Vec<Doubt>, bool);

const CHECKS: [Check; 12] = [
    (codes::doubts, false),
    (figures::doubts, false),
    (figures::counted, true),
    (measures::doubts, false),
    (cells::doubts, false),
    (dates, false),
    (names::doubts, true),
    (unnamed, false),
    (relations::doubts, true),
    (polarity::doubts, true),
    (columns, false),
    (ways, true),
];

/// What speaks against each of some sentences as the answer, by its place among those found, in the
/// order of the checks; each thing that was asked about is named once. The index is asked for the
/// names in them.
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
    let question = query.in_english.as_deref().unwrap_or(question);
    let asked = Question::of(query, question, &known);
    let places = ranked.iter().map(|ranked| ranked.sentence);
    // English word for word has no grammar.
    let is_english = query.in_english.is_none() && known.language().is_english();
    let against = |evidence: &Evidence| against(&asked, evidence, is_english);
    Ok(places.zip(evidence.iter().map(against)).collect())
}

/// What speaks against a quote as the answer to what is asked, in English or in another language.
fn against(asked: &Question<'_>, evidence: &Evidence, is_english: bool) -> Vec<Doubt> {
    let checks = CHECKS.iter();
    let checks = checks.filter(|(_, by_grammar)| is_english || !by_grammar);
    let mut doubts: Vec<Doubt> = Vec::new();
    for doubt in checks.flat_map(|(check, _)| check(asked, evidence)) {
        // "X" of "X-20" is no name.
        let is_known = |known: &Doubt| known.asked.contains(&doubt.asked);
        if !doubts.iter().any(is_known) {
            doubts.push(doubt);
        }
    }
    doubts
}

/// What a question asks for, where the quote is a row that has nothing of it. That rules the row out
/// in English, of whose words it is known which are near in meaning.
fn columns(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let doubt = |lacked: &String| Doubt {
        rules_out: asked.known.language().is_english(),
        ..Doubt::new(Subject::Relation, lacked, None)
    };
    evidence.lacked.iter().map(doubt).collect()
}

/// A name in another language than English that nothing around the quote has.
fn unnamed(_: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let doubt = |name: &String| Doubt::new(Subject::Name, name, None);
    evidence.unnamed.iter().map(doubt).collect()
}

/// The way to reach somebody that a question asks for, where the quote neither has nor speaks of it.
fn ways(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let words: Vec<&str> = asked.text.words.iter().map(|word| &*word.text).collect();
    let Some((place, way)) = Way::wanted(&words) else {
        return Vec::new();
    };
    let quote = &evidence.quote;
    let speaks_of_it = quote
        .words
        .iter()
        .any(|word| asked.text.words[place].is(word));
    if way.is_in(&quote.reading) || speaks_of_it {
        return Vec::new();
    }
    vec![Doubt::new(Subject::Number, words[place], None)]
}

/// The years of a question that the quote is not about.
fn dates(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let doubt = |year| date(year, evidence);
    years(&asked.text).filter_map(doubt).collect()
}

fn date(year: &str, evidence: &Evidence) -> Option<Doubt> {
    if evidence.all().any(|text| has_year(text, year)) {
        return None;
    }
    let own = years(&evidence.quote).next();
    let around = || evidence.around().find_map(|text| years(text).next());
    if own.is_none() {
        // What is told after a year is named is mostly of another by then; and
        // a document speaks of its own year without naming it.
        let number = year.parse().ok();
        let is_dated = (evidence.date).is_some_and(|date| Some(date.year()) == number);
        let mut before = evidence.before.iter();
        if is_dated || before.any(|text| years(text).next().is_some()) {
            return None;
        }
    }
    Some(Doubt::new(Subject::Date, year, own.or_else(around)))
}

/// Whether a text names a year or its decade.
fn has_year(text: &Text, year: &str) -> bool {
    let decade = format!("{}0s", &year[..3]);
    let is_it = |word: &str| word == year || word == decade;
    text.words.iter().any(|word| is_it(&word.text))
}

fn years(text: &Text) -> impl Iterator<Item = &str> {
    let years = text.words.iter().filter(|word| word.is_year);
    years.map(|year| year.text.as_str())
}
