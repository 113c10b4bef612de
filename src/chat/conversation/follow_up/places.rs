//! What "there" and "then" can stand for.

use super::antecedents::{answering, of_kind};
use super::names::{self, Kind};
use super::phrases::{self, Phrase};
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::word::is_year;

/// Places that a turn spoke of, the likeliest first.
pub(super) fn places(question: &Line, quote: Option<&Line>, known: &Statistics) -> Vec<String> {
    let phrases = phrases::phrases(question, known);
    let is_place =
        |phrase: &&Phrase| !phrase.asked && matches!(phrase.kind, Kind::Country | Kind::Named);
    let written = |phrase: &Phrase| question.written(phrase.words.clone()).to_owned();
    let mut found: Vec<String> = phrases.iter().filter(is_place).map(written).collect();
    // "Which country": the answer names it.
    let asked = phrases
        .iter()
        .find(|phrase| phrase.asked && phrase.kind == Kind::Country);
    if let Some(asked) = asked.filter(|phrase| !phrase.plural && found.is_empty()) {
        found = answering(asked, question, quote, known);
    }
    if found.is_empty() {
        found = of_kind(&[Kind::Country, Kind::Named], question, None, known);
    }
    if found.is_empty() {
        found = quote.map_or_else(Vec::new, |quote| located(quote, known));
    }
    found
}

/// Names in a quote that something is said to be in.
fn located(quote: &Line, known: &Statistics) -> Vec<String> {
    let names = names::names(quote, known).into_iter().filter_map(|name| {
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
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn there_is_a_place_of_the_question_or_where_the_answer_is_set() {
        for (question, quote, wanted) in [
            ("Who lives in Peru?", "Marlow lives in Chile.", "Peru"),
            ("Who won the race?", "Peru won the race in Chile.", "Chile"),
            ("Who won the race?", "Peru won the race.", ""),
        ] {
            let lines = [Line::of(question), Line::of(quote)];
            let known = known_of(&[&lines[0], &lines[1]]);
            let found = places(&lines[0], Some(&lines[1]), &known);
            assert_eq!(found.concat(), wanted, "{question} {quote}");
        }
    }
}
