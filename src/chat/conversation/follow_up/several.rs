//! What "they" and "them" can stand for: several things, or what was counted.

use super::antecedents::answering;
use super::grammar;
use super::names::{self, Kind};
use super::phrases::{self, Phrase};
use crate::chat::line::Line;
use crate::chat::wording::joint;
use crate::index::Statistics;
use crate::language::english;

/// What is spoken of in the plural; `members` where only that will do: "most of them".
pub(super) fn several(
    members: bool,
    question: &Line,
    quote: Option<&Line>,
    known: &Statistics,
) -> Vec<String> {
    let phrases = phrases::phrases(question, known);
    let written = |phrase: &Phrase| question.written(phrase.words.clone()).to_owned();
    let counted = phrases
        .iter()
        .find(|phrase| phrase.asked && phrase.plural && question.word(0) == "how");
    if let Some(counted) = counted {
        let noun = || format!("the {}", written(counted));
        return vec![qualified(question, counted).unwrap_or_else(noun)];
    }
    if let Some(counted) = counted_among(question) {
        return vec![counted];
    }
    // "Most of the Netherlands" is not most of several.
    let one = |phrase: &Phrase| members && phrase.name.is_some() && phrase.kind == Kind::Country;
    let mut found: Vec<String> = phrases
        .iter()
        .filter(|phrase| phrase.plural && !phrase.asked && !one(phrase))
        .map(written)
        .collect();
    if let Some(asked) = phrases.iter().find(|phrase| phrase.asked && phrase.plural) {
        let named = answering(asked, question, quote, known);
        if named.len() > 1 && asked.kind == Kind::Country {
            found.push(in_a_row(&named));
        }
        found.push(format!("the {}", written(asked)));
    }
    if found.is_empty() {
        let all: Vec<String> = names::names(question, known)
            .iter()
            .filter(|name| name.kind == Kind::Country)
            .map(|name| question.written(name.words.clone()).to_owned())
            .collect();
        if all.len() > 1 {
            found.push(in_a_row(&all));
        }
        if !members {
            let named = phrases.iter().filter(|phrase| is_group(question, phrase));
            found.extend(named.map(written));
        }
    }
    found
}

/// Whether something in the singular can be "they": a country, a company, and what has a name that
/// does not say it is a plan or a law; but not where something is.
fn is_group(question: &Line, phrase: &Phrase) -> bool {
    let place = matches!(
        question.before(phrase.words.start),
        "in" | "at" | "near" | "on" | "from"
    );
    let head = question.word(phrase.head);
    let named = phrase.name.is_some() && phrase.kind != Kind::Person && !grammar::is_class(head);
    !phrase.asked && !place && (named || grammar::is_body(head))
}

/// "a, b and c"
fn in_a_row(names: &[String]) -> String {
    let joined = |(place, name)| [joint(place, names.len()), name].concat();
    names
        .iter()
        .map(String::as_str)
        .enumerate()
        .map(joined)
        .collect()
}

/// "The boats sold in 1923" of "How many of the boats sold in 1923 were new".
fn counted_among(question: &Line) -> Option<String> {
    let verb = (4..question.len()).rfind(|at| grammar::is_auxiliary(question.word(*at)))?;
    let counted = question.row(0..3) == ["how", "many", "of"];
    counted.then(|| question.written(3..verb).to_owned())
}

/// "The boats sold in 1923" of "how many boats were sold in 1923", where it can be told so shortly.
fn qualified(question: &Line, counted: &Phrase) -> Option<String> {
    let noun = question.written(counted.words.clone());
    let mut after = counted.words.end;
    let first = question.word(after);
    let passed = |at: &usize| grammar::is_adverb(question.word(*at));
    if first.is_empty() {
        return None;
    }
    if grammar::is_be(first) {
        let next = after + 1;
        let there = question.word(next) == "there";
        after = next + usize::from(there);
        let word = question.word(after);
        let short = grammar::is_participle(word) || grammar::is_preposition(word) || there;
        return (short && after < question.len())
            .then(|| format!("the {noun} {}", question.from(after)));
    }
    let who = if matches!(
        question.word(counted.head),
        "people" | "men" | "women" | "children"
    ) {
        "who"
    } else {
        "that"
    };
    let mut words = after + usize::from(grammar::is_auxiliary(first))..question.len();
    let verb = words.find(|at| !passed(at) && !english::is_negation(question.word(*at)))?;
    // "How many boats did Peru sell" has another subject.
    let is_verb = grammar::is_participle(question.word(verb))
        || grammar::is_be(question.word(verb))
        || grammar::asked_with(question.word(verb)).is_some();
    is_verb.then(|| format!("the {noun} {who} {}", question.from(after)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn what_was_counted_is_counted_with_what_qualifies_it() {
        for (question, wanted) in [
            (
                "How many boats were sold in 1923?",
                "the boats sold in 1923",
            ),
            ("How many boats are in Peru?", "the boats in Peru"),
            ("How many boats are there in Peru?", "the boats in Peru"),
            ("How many boats are there?", "the boats"),
            (
                "How many people live in Peru?",
                "the people who live in Peru",
            ),
            (
                "How many boats have never left Peru?",
                "the boats that have never left Peru",
            ),
            ("How many boats did Peru sell?", "the boats"),
            (
                "How many of the boats sold in 1923 were new?",
                "the boats sold in 1923",
            ),
            ("Did the union sell the boats?", "the boats"),
            ("Did Peru leave?", ""),
        ] {
            let line = Line::of(question);
            let found = several(true, &line, None, &known_of(&[&line]));
            assert_eq!(found.concat(), wanted, "{question}");
        }
        for (question, wanted) in [
            ("Did Peru leave?", "Peru"),
            ("Who sank in Peru?", ""),
            ("What is the harbour company?", "the harbour company"),
            ("What is the Tide Act?", ""),
            ("When was the war?", ""),
        ] {
            let line = Line::of(question);
            let found = several(false, &line, None, &known_of(&[&line]));
            assert_eq!(found.concat(), wanted, "{question}");
        }
    }
}
