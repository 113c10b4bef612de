//! What "there" and "then" can stand for.

use super::antecedents::{answering, of_kind};
use super::names::{self, Kind};
use super::phrases::{self, Phrase};
use crate::chat::line::{Line, is_year};
use crate::index::Index;

/// Places that a turn spoke of, the likeliest first.
pub(super) fn places(question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let phrases = phrases::phrases(question, index);
    let is_place =
        |phrase: &&Phrase| !phrase.asked && matches!(phrase.kind, Kind::Country | Kind::Named);
    let written = |phrase: &Phrase| question.written(phrase.words.clone()).to_owned();
    let mut found: Vec<String> = phrases.iter().filter(is_place).map(written).collect();
    // "Which country": the answer names it.
    let asked = phrases
        .iter()
        .find(|phrase| phrase.asked && phrase.kind == Kind::Country);
    if let Some(asked) = asked.filter(|phrase| !phrase.plural && found.is_empty()) {
        found = answering(asked, question, quote, index);
    }
    if found.is_empty() {
        found = of_kind(&[Kind::Country, Kind::Named], question, None, index);
    }
    if found.is_empty() {
        found = quote.map_or_else(Vec::new, |quote| located(quote, index));
    }
    found
}

/// Names in a quote that something is said to be in.
fn located(quote: &Line, index: &Index) -> Vec<String> {
    let names = names::names(quote, index).into_iter().filter_map(|name| {
        let article = usize::from(quote.before(name.words.start) == "the");
        let start = name.words.start - article;
        let place = matches!(quote.before(start), "in" | "at" | "near" | "from" | "to");
        let kind = matches!(name.kind, Kind::Country | Kind::Named);
        (place && kind).then(|| quote.written(start..name.words.end).to_owned())
    });
    names.collect()
}

/// Years that a turn spoke of.
pub(super) fn times(question: &Line, quote: Option<&Line>) -> Vec<String> {
    let lines = [Some(question), quote].into_iter().flatten();
    let years = lines.flat_map(|line| {
        (0..line.len())
            .map(|at| line.word(at))
            .filter(|word| is_year(word))
    });
    years.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::tests::quoth;

    #[test]
    fn there_is_a_place_of_the_question_or_where_the_answer_is_set() {
        let quoth = quoth();
        for (question, quote, wanted) in [
            ("Who lives in Peru?", "Marlow lives in Chile.", "Peru"),
            ("Who won the race?", "Peru won the race in Chile.", "Chile"),
            ("Who won the race?", "Peru won the race.", ""),
        ] {
            let found = places(&Line::of(question), Some(&Line::of(quote)), &quoth.index());
            assert_eq!(found.concat(), wanted, "{question} {quote}");
        }
    }
}
