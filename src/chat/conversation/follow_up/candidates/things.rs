//! What "it", "there" and "they" can stand for.

use super::super::names::{Kind, Name};
use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Turn;
use super::super::words::{self, Class};
use crate::language::english;

/// Things of a turn, the likeliest first: those its answer names, those its question names, others.
pub(super) fn things(turn: &Turn) -> Vec<String> {
    let phrases = &turn.question.phrases;
    let asked = phrases.iter().find(|phrase| phrase.asked && !phrase.plural);
    // "Which country sold it": the answer names it; "what kind of ship is the Heron" has a name.
    let is_named = |phrase: &Phrase| !phrase.asked && phrase.name.is_some();
    let is_of_named = |asked: &Phrase| {
        Class::Be.has(turn.question.word(asked.words.end)) && phrases.iter().any(is_named)
    };
    let mut found = match asked {
        Some(asked) if is_of_named(asked) => Vec::new(),
        Some(asked) => turn.answering(asked),
        None => introduced(turn),
    };
    let mut things: Vec<&Phrase> = phrases.iter().collect();
    things.retain(|phrase| !phrase.asked && !phrase.plural && !phrase.is_person());
    things.sort_by_key(|phrase| phrase.name.is_none());
    found.extend(things.into_iter().map(|phrase| phrase.text.clone()));
    found
}

/// What the answer to "What is the harbour building?" is called: "a crane called Long Arm",
/// "the Long Arm project". "What is the harbour?" asks for no other thing.
fn introduced(turn: &Turn) -> Vec<String> {
    let question = &turn.question;
    let defines = question
        .phrases
        .first()
        .is_none_or(|phrase| Class::Be.has(question.word(1)) && phrase.words.end == question.len());
    match &turn.quote {
        Some(quote) if question.word(0) == "what" && !defines => {
            let names = quote.names.iter();
            let new = names.filter(|name| is_new(question, quote, name));
            new.map(|name| name.text.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a name in the answer is of something that the answer tells of for the first time.
fn is_new(question: &Parsed, quote: &Parsed, name: &Name) -> bool {
    let (start, end) = (name.words.start, name.words.end);
    let is_class = |at: usize| words::is_class(quote.word(at));
    let is_called = matches!(quote.line.before(start), "called" | "named");
    // "the Long Arm project", "the project “Long Arm”"
    let is_joined = || quote.line.gap(end).chars().all(|c| !c.is_alphanumeric());
    let is_beside = is_class(end) && is_joined() || start > 0 && is_class(start - 1);
    let asked_with = question.line.row(0..question.len());
    let mut own = quote.line.row(start..end).into_iter();
    let is_known = own.any(|word| asked_with.contains(&word));
    let is_told = is_called || is_beside || is_class(end - 1);
    name.kind == Kind::Named && !is_known && is_told
}

/// Places that a turn spoke of, the likeliest first.
pub(super) fn places(turn: &Turn) -> Vec<String> {
    const PLACES: &[Kind] = &[Kind::Country, Kind::Named];
    let phrases = &turn.question.phrases;
    let is_place = |phrase: &&Phrase| !phrase.asked && PLACES.contains(&phrase.kind);
    let places = phrases.iter().filter(is_place);
    let mut found: Vec<String> = places.map(|phrase| phrase.text.clone()).collect();
    // "Which country": the answer names it.
    let is_asked = |phrase: &&Phrase| phrase.asked && phrase.kind == Kind::Country;
    let asked = phrases.iter().find(is_asked);
    if let Some(asked) = asked.filter(|phrase| !phrase.plural && found.is_empty()) {
        found = turn.answering(asked);
    }
    if found.is_empty() {
        found = turn.question.names_of(PLACES);
    }
    found
}

/// What is spoken of in the plural; `members` where only that will do: "most of them".
pub(super) fn several(turn: &Turn, members: bool) -> Vec<String> {
    let question = &turn.question;
    let phrases = &question.phrases;
    let asked = phrases.iter().find(|phrase| phrase.asked && phrase.plural);
    let the = |phrase: &Phrase| format!("the {}", phrase.text);
    if let Some(counted) = asked.filter(|_| question.word(0) == "how") {
        return vec![qualified(question, counted).unwrap_or_else(|| the(counted))];
    }
    let plural = phrases.iter().filter(|noun| noun.plural && !noun.asked);
    let mut found: Vec<String> = plural.map(|phrase| phrase.text.clone()).collect();
    found.extend(asked.map(the));
    if found.is_empty() && !members {
        let groups = phrases.iter().filter(|noun| is_group(question, noun));
        found.extend(groups.map(|phrase| phrase.text.clone()));
    }
    found
}

/// What the answer told of last in the plural, without its number: "the 23 mills".
pub(super) fn told(turn: &Turn) -> Option<String> {
    let quote = turn.quote.as_ref()?;
    let is_number = |at: usize| english::is_number(quote.word(at));
    quote.phrases.iter().rev().find_map(|phrase| {
        let mut words = phrase.bare..phrase.words.end;
        let start = words.find(|&at| !is_number(at))?;
        // "costs 9 million pounds" tells how much of one thing, not of several.
        let is_measure = words.any(is_number) || english::is_unit(quote.word(phrase.head));
        let is_told = phrase.plural && !is_measure;
        is_told.then(|| format!("the {}", quote.written(start..phrase.words.end)))
    })
}

/// Whether something in the singular can be "they": a country, a company, and what has a name that
/// does not say it is a plan or a law; but not where something is.
fn is_group(question: &Parsed, phrase: &Phrase) -> bool {
    let before = question.line.before(phrase.words.start);
    let is_place = Class::PlacePreposition.has(before) && before != "to";
    let head = question.word(phrase.head);
    let is_named = phrase.name.is_some() && !phrase.is_person() && !Class::Work.has(head);
    !phrase.asked && !is_place && (is_named || words::is_body(head))
}

/// "The boats sold in 1923" of "how many boats were sold in 1923", where it can be told so shortly.
fn qualified(question: &Parsed, counted: &Phrase) -> Option<String> {
    let (be, word) = (counted.words.end, |at: usize| question.word(at));
    let after = be + 1 + usize::from(word(be + 1) == "there");
    let first = word(after);
    let short = after > be + 1 || words::is_participle(first) || Class::Preposition.has(first);
    let is_short = Class::Be.has(word(be)) && short && after < question.len();
    is_short.then(|| format!("the {} {}", counted.text, question.line.from(after)))
}
