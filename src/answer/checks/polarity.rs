//! How many a question asks for that do something, where the quote counts those that do not: "How many
//! countries have signed?" is not answered by "30 countries have never signed".

use super::evidence::{Evidence, Text};
use super::question::Question;
use super::{Doubt, Subject};
use crate::language::english;
use crate::language::english::asking::listed;

/// What may stand between "never" and what is denied.
const BETWEEN: &str = "be been have has had yet ever to";
/// Words of these at most.
const REACH: usize = 3;

/// A word of the question that the quote has only as something denied. Whoever did it and did not do it
/// is told by two quotes that differ.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let words = &asked.text.words;
    let opening: Vec<&str> = words.iter().take(2).map(|word| &*word.text).collect();
    let counts = matches!(opening[..], ["how", "many" | "much"]);
    if !counts || words.iter().any(|word| english::is_negation(&word.text)) {
        return Vec::new();
    }
    let quote = &evidence.quote;
    let denied = |place: usize| {
        let is_it = |at: &usize| words[place].is(&quote.words[*at]);
        let places: Vec<usize> = (0..quote.words.len()).filter(is_it).collect();
        let denials = places.iter().map(|at| Some((denial(quote, *at)?, *at)));
        // Where it stands once as it was asked, all is well.
        denials.collect::<Option<Vec<_>>>()?.first().copied()
    };
    let says = |place: &usize| !english::is_stop_word(&words[*place].text);
    let mut places = (1..words.len()).filter(says);
    let found = places.find_map(|place| Some((place, denied(place)?)));
    let doubt = |(place, (from, to)): (usize, (usize, usize))| {
        let stated = quote.written(from..to + 1);
        Doubt::new(
            Subject::Relation,
            asked.text.written(place..place + 1),
            Some(stated),
        )
    };
    found.map(doubt).into_iter().collect()
}

/// Where the word stands that denies the one at a place.
fn denial(quote: &Text, place: usize) -> Option<usize> {
    let mut before = (0..place).rev().take(REACH + 1);
    let first = before.find(|at| !listed(BETWEEN, &quote.words[*at].text))?;
    let denies = matches!(quote.words[first].text.as_str(), "never" | "not");
    denies.then_some(first)
}

#[cfg(test)]
mod tests {
    use super::super::tests::doubted;

    #[test]
    fn those_that_have_not_done_it_are_not_those_that_have() {
        let text = "The treaty\n\nMore than 30 countries have never signed the treaty.\n";
        doubted(
            text,
            &[
                "How many countries have signed the treaty? never signed, not signed",
                "Which countries signed the treaty?",
                "How many countries have never signed the treaty?",
                "Have all countries signed the treaty?",
                "How does a country sign the treaty?",
            ],
        );
        doubted(
            "The treaty\n\nTen countries signed the treaty, which Chile has not yet signed.\n",
            &["How many countries signed the treaty?"],
        );
    }
}
