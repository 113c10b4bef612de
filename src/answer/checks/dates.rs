//! Years that the question gives: the quote must not be about another.

use super::evidence::{Evidence, Text};
use super::question::Question;
use super::{Doubt, Subject};

/// The years of a question that the quote is not about.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let doubt = |year| doubt(year, evidence);
    years(&asked.text).filter_map(doubt).collect()
}

fn doubt(year: &str, evidence: &Evidence) -> Option<Doubt> {
    if evidence.all().any(|text| has(text, year)) {
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
fn has(text: &Text, year: &str) -> bool {
    let decade = format!("{}0s", &year[..3]);
    let is_it = |word: &str| word == year || word == decade;
    text.words.iter().any(|word| is_it(&word.text))
}

fn years(text: &Text) -> impl Iterator<Item = &str> {
    let years = text.words.iter().filter(|word| word.is_year);
    years.map(|year| year.text.as_str())
}
