//! What was spoken of that an anaphor can stand for: first what the last
//! question was about, then what its answer named, then the turns before.

use super::Past;
use super::anaphora::Sort;
use super::grammar;
use super::names::{self, Kind, Name};
use super::people;
use super::phrases::{self, Phrase};
use super::places::{places, times};
use super::relations;
use super::several::several;
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::english;

/// Antecedents of a sort, the likeliest first, from the last turn that has any. What is
/// `taken` by another word of the same message is none.
pub(super) fn of(sort: &Sort, past: &Past<'_>, taken: &[String]) -> Vec<String> {
    let known = past.known;
    // "She" may look back further than "the bridge".
    let reach = match sort {
        Sort::Head(_) | Sort::Named | Sort::Country => 1,
        _ => past.turns.len(),
    };
    let free = |mut found: Vec<String>| {
        found.retain(|antecedent| !taken.iter().any(|taken| same(taken, antecedent)));
        let mut seen = Vec::new();
        found.retain(|antecedent| {
            let is_new = !seen.contains(antecedent);
            seen.push(antecedent.clone());
            is_new
        });
        Some(found).filter(|found| !found.is_empty())
    };
    let in_turn = |(question, quote): &(Line, Option<Line>)| {
        let quote = quote.as_ref();
        free(match sort {
            Sort::Person(gender) => {
                let allows = |name: &str| past.genders.allow(name, *gender);
                let found = people::persons(*gender, question, quote, known, &allows);
                // Whom the documents call "she" is a person, even if nothing else tells.
                let names = quote
                    .into_iter()
                    .flat_map(|quote| of_kind(&[Kind::Named], quote, None, known));
                let told = names.filter(|name| past.genders.tell(name, *gender));
                if found.is_empty() {
                    told.collect()
                } else {
                    found
                }
            }
            Sort::Thing => things(question, quote, known),
            Sort::Several => several(false, question, quote, known),
            Sort::Members => several(true, question, quote, known),
            Sort::Place => places(question, quote, known),
            Sort::Time => times(question, quote),
            Sort::Head(head) => same_head(head, question, quote, known),
            Sort::Country => of_kind(&[Kind::Country], question, quote, known),
            Sort::Named => of_kind(&[Kind::Named], question, quote, known),
        })
    };
    let perhaps = || match sort {
        Sort::Person(gender) => past.turns.iter().find_map(|(question, _)| {
            let mut found = people::perhaps(question, known);
            found.retain(|name| past.genders.allow(name, *gender));
            free(found)
        }),
        Sort::Thing | Sort::Several => past.turns.first().and_then(|(question, quote)| {
            // "Who won?", not "When did she win?": the answer names something.
            let named = matches!(question.word(0), "who" | "what" | "which");
            let quote = quote.as_ref().filter(|_| named)?;
            let kinds = [Kind::Named, Kind::Country, Kind::Unknown];
            free(of_kind(&kinds, question, Some(quote), known))
        }),
        _ => None,
    };
    let is_declined = |at: usize| past.declined.get(at) == Some(&true);
    let turns = past.turns.iter().enumerate().take(reach);
    turns
        .filter(|(at, _)| !is_declined(*at))
        .map(|(_, turn)| turn)
        .find_map(in_turn)
        .or_else(perhaps)
        .unwrap_or_default()
}

/// Whether two phrases mean the same: "Brandt" and "Anna Brandt", "the crane" and "crane".
fn same(one: &str, other: &str) -> bool {
    let words = |phrase: &str| -> Vec<String> {
        let words = phrase.split_whitespace().map(str::to_lowercase);
        words.filter(|word| word != "the").collect()
    };
    let (one, other) = (words(one), words(other));
    // "The boats in Peru" are not Peru.
    let is_place = |word: &String| grammar::is_preposition(word);
    if one.iter().any(is_place) || other.iter().any(is_place) {
        return one == other;
    }
    one.iter().all(|word| other.contains(word)) || other.iter().all(|word| one.contains(word))
}

/// What was asked about last: by its name if it has one, since "members" of "How many states are
/// members?" tells less than "the union" before it.
pub(super) fn topic(past: &Past<'_>) -> Option<String> {
    named_topic(past)
        .or_else(|| asked_about(past, |phrase| phrase.bare > phrase.words.start))
        .or_else(|| asked_about(past, |_| true))
}

/// What was asked about by name.
pub(super) fn named_topic(past: &Past<'_>) -> Option<String> {
    asked_about(past, |phrase| phrase.name.is_some())
}

fn asked_about(past: &Past<'_>, fits: impl Fn(&Phrase) -> bool) -> Option<String> {
    past.turns.iter().find_map(|(question, _)| {
        let mut phrases = phrases::phrases(question, past.known).into_iter();
        let phrase = phrases.find(|phrase| !phrase.asked && fits(phrase))?;
        Some(question.written(phrase.words).to_owned())
    })
}

pub(super) fn things(question: &Line, quote: Option<&Line>, known: &Statistics) -> Vec<String> {
    // "How many were sold in Peru" leaves out what it is about.
    if question.word(0) == "how"
        && matches!(question.word(1), "many" | "much")
        && grammar::is_auxiliary(question.word(2))
        && grammar::is_participle(question.word(3))
    {
        return Vec::new();
    }
    let phrases = phrases::phrases(question, known);
    let asked = phrases.iter().find(|phrase| phrase.asked && !phrase.plural);
    // "Which country": the answer names it.
    let mut found = asked.map_or_else(
        || introduced(question, &phrases, quote, known),
        |asked| answering(asked, question, quote, known),
    );
    let is_thing = |phrase: &&Phrase| {
        let person = matches!(phrase.kind, Kind::Person | Kind::Role)
            || people::is_asked_for(question, phrase);
        !phrase.asked && !phrase.plural && !person
    };
    let things: Vec<&Phrase> = phrases.iter().filter(is_thing).collect();
    // What has a name is spoken of rather than what has none.
    let (named, others): (Vec<&Phrase>, Vec<&Phrase>) =
        things.into_iter().partition(|phrase| phrase.name.is_some());
    // "The population of Port Ellery" is asked for, Port Ellery is spoken of.
    let written = |phrase: &Phrase| {
        let of = (phrase.head + 1..phrase.words.end).find(|&at| question.word(at) == "of");
        let of = of.filter(|_| relations::is_relational(question.word(phrase.head)));
        let start = of.map_or(phrase.words.start, |of| of + 1);
        question.written(start..phrase.words.end).to_owned()
    };
    found.extend(named.into_iter().chain(others).map(written));
    found
}

/// Whether the answer to the last question names what it asked for.
pub(super) fn names_the_asked(past: &Past<'_>) -> bool {
    past.turns.first().is_some_and(|(question, quote)| {
        let phrases = phrases::phrases(question, past.known);
        !introduced(question, &phrases, quote.as_ref(), past.known).is_empty()
    })
}

/// What the answer to "What is the harbour building?" is called: "a crane called Long Arm",
/// "the Long Arm project". "What is the harbour?" asks for no other thing.
fn introduced(
    question: &Line,
    phrases: &[Phrase],
    quote: Option<&Line>,
    known: &Statistics,
) -> Vec<String> {
    let defines = phrases.first().is_none_or(|phrase| {
        grammar::is_be(question.word(1)) && phrase.words.end == question.len()
    });
    let Some(quote) = quote.filter(|_| question.word(0) == "what" && !defines) else {
        return Vec::new();
    };
    let asked_with = question.row(0..question.len());
    let is_called = |name: &Name| {
        let (start, end) = (name.words.start, name.words.end);
        let called = matches!(quote.before(start), "called" | "named");
        let class = |at: usize| grammar::is_class(quote.word(at));
        // "the Long Arm project", "the project “Long Arm”"
        let beside = class(end) && quote.gap(end).trim().chars().all(|c| !c.is_alphanumeric())
            || start > 0 && class(start - 1);
        let new = !quote
            .row(start..end)
            .iter()
            .any(|word| asked_with.contains(word));
        // "to leave the Long Arm project" is about something that was there before.
        let small = |at: &usize| {
            let word = quote.word(*at);
            grammar::is_determiner(word)
                || grammar::is_class(word)
                || english::is_number(word)
                || matches!(word, "called" | "named")
        };
        let governed = (0..start).rev().find(|at| !small(at));
        let object = governed.is_none_or(|at| !grammar::is_preposition(quote.word(at)));
        name.kind == Kind::Named && new && object && (called || beside || class(end - 1))
    };
    let names = names::names(quote, known).into_iter().filter(is_called);
    names
        .map(|name| quote.written(name.words).to_owned())
        .collect()
}

/// Names in the answer of the kind that was asked for; owners last: "Peru's neighbour Chile".
pub(super) fn answering(
    asked: &Phrase,
    question: &Line,
    quote: Option<&Line>,
    known: &Statistics,
) -> Vec<String> {
    let Some(quote) = quote else {
        return Vec::new();
    };
    let kinds = match asked.kind {
        Kind::Country => &[Kind::Country][..],
        _ => &[Kind::Named],
    };
    let mut found: Vec<Name> = names::names(quote, known);
    let asked_with: Vec<&str> = question.row(0..question.len());
    found.retain(|name| {
        kinds.contains(&name.kind) && !asked_with.contains(&quote.word(name.words.start))
    });
    let owns = |name: &Name| !quote.possessive(name.words.clone()).is_empty();
    found.sort_by_key(owns);
    found
        .iter()
        .map(|name| quote.written(name.words.clone()).to_owned())
        .collect()
}

/// Phrases of the question, or names in the quote, that end in the same noun and say more than it.
fn same_head(head: &str, question: &Line, quote: Option<&Line>, known: &Statistics) -> Vec<String> {
    let alike = |line: &Line, phrase: &Phrase| {
        english::term(line.word(phrase.head)) == head
            && phrase.name.is_some()
            && phrase.words.end - phrase.bare > 1
            && !phrase.asked
    };
    let in_question = phrases::phrases(question, known)
        .into_iter()
        .filter(|phrase| alike(question, phrase));
    let mut found: Vec<String> = in_question
        .map(|phrase| question.written(phrase.words).to_owned())
        .collect();
    if let Some(quote) = quote.filter(|_| found.is_empty()) {
        let ends = |name: &Name| {
            name.words.len() > 1 && english::term(quote.word(name.words.end - 1)) == head
        };
        let names = names::names(quote, known).into_iter().filter(ends);
        found.extend(names.map(|name| format!("the {}", quote.written(name.words))));
    }
    found
}

/// Names of these kinds in the question, else in the quote.
pub(super) fn of_kind(
    kinds: &[Kind],
    question: &Line,
    quote: Option<&Line>,
    known: &Statistics,
) -> Vec<String> {
    let in_line = |line: &Line| -> Vec<String> {
        let names = names::names(line, known)
            .into_iter()
            .filter(|name| kinds.contains(&name.kind));
        let with_article = |name: Name| {
            let start = name.words.start;
            let article = usize::from(
                line.before(start) == "the" && line.possessive(name.words.clone()).is_empty(),
            );
            line.written(start - article..name.words.end).to_owned()
        };
        names.map(with_article).collect()
    };
    let found = in_line(question);
    if found.is_empty() {
        quote.map(in_line).unwrap_or_default()
    } else {
        found
    }
}
