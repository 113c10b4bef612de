//! What a word can stand for: what the last question was about, what its answer named, and so on
//! with the turns before.

use super::genders::{Gender, Genders};
use super::names::{Kind, Name};
use super::parsed::Parsed;
use super::phrases::Phrase;
use super::turn::{Past, Turn};
use super::words::{self, Class};
use crate::index::names::is_role;
use crate::language::english;

/// What a word can stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// "she", "his".
    Person(Gender),
    /// "it", "that".
    Thing,
    /// "they", "their": several, or an organisation.
    Several,
    /// "most of them": several, and nothing else.
    Members,
    /// "there".
    Place,
    /// "the bridge", by the term of its head, whatever bridge was spoken of.
    Head(String),
    /// "the country", and "this project", whatever it was called: a name of a kind.
    Name(Kind),
}

/// What a word of a sort stands for: the likeliest candidate of the last turn that has any. What is
/// `taken` by another word of the same message is none.
pub(super) fn of(sort: &Sort, past: &Past<'_>, taken: &[String]) -> Option<String> {
    // "She" may look back further than "the bridge".
    let reach = match sort {
        Sort::Head(_) | Sort::Name(_) => 1,
        _ => past.turns.len(),
    };
    let turns = || past.turns.iter().take(reach).filter(|turn| turn.is_live);
    let free = |found: Vec<String>| {
        let is_taken = |candidate: &String| taken.iter().any(|taken| is_same(taken, candidate));
        found.into_iter().find(|candidate| !is_taken(candidate))
    };
    let sure = turns().find_map(|turn| free(in_turn(sort, turn, past)));
    sure.or_else(|| turns().find_map(|turn| free(perhaps(sort, turn, past))))
}

fn in_turn(sort: &Sort, turn: &Turn, past: &Past<'_>) -> Vec<String> {
    match sort {
        Sort::Person(gender) => persons(turn, *gender, &past.genders),
        Sort::Thing => things(turn),
        Sort::Several => several(turn, false),
        Sort::Members => several(turn, true),
        Sort::Place => places(turn),
        Sort::Head(head) => same_head(head, turn),
        Sort::Name(kind) => turn.names_of(&[*kind]),
    }
}

/// What may be of a sort where nothing surely is.
fn perhaps(sort: &Sort, turn: &Turn, past: &Past<'_>) -> Vec<String> {
    match sort {
        Sort::Person(gender) => unknown_persons(turn, *gender, &past.genders),
        Sort::Several | Sort::Members if std::ptr::eq(turn, past.last()) => {
            told_last(turn).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether somebody of this role was spoken of.
pub(super) fn spoke_of_role(role: &str, past: &Past<'_>) -> bool {
    let head = english::term(role);
    past.live().any(|turn| {
        let is_same = |word: &str| is_role(word) && english::term(word) == head;
        let mut lines = turn.lines();
        lines.any(|line| (0..line.len()).any(|at| is_same(line.word(at))))
    })
}

/// Whether two phrases mean the same: "Brandt" and "Anna Brandt", "the crane" and "crane".
fn is_same(one: &str, other: &str) -> bool {
    let words = |phrase: &str| -> Vec<String> {
        let words = phrase.split_whitespace().map(str::to_lowercase);
        words.filter(|word| word != "the").collect()
    };
    let (one, other) = (words(one), words(other));
    let is_part = |part: &[String], of: &[String]| part.iter().all(|word| of.contains(word));
    // "The boats in Peru" are not Peru.
    let mut all = one.iter().chain(&other);
    let is_joined = all.any(|word| Class::Preposition.has(word));
    one == other || !is_joined && (is_part(&one, &other) || is_part(&other, &one))
}

/// Phrases of the question that end in the same noun and say more than it.
fn same_head(head: &str, turn: &Turn) -> Vec<String> {
    let phrases = turn.question.phrases.iter().filter(|phrase| {
        let is_alike = english::term(turn.question.word(phrase.head)) == head;
        is_alike && phrase.name.is_some() && phrase.words.end - phrase.bare > 1 && !phrase.asked
    });
    phrases.map(|phrase| phrase.text.clone()).collect()
}

/// Persons that a turn spoke of, the likeliest first, whom the documents do not call otherwise: who
/// was asked for, in the answer; who was asked about; anybody else in the answer.
fn persons(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let question = &turn.question;
    let asks = question.asks_who();
    let allowed = |name: &&Name| genders.allow(&name.full, gender);
    let is_person = |name: &&Name| name.kind == Kind::Person || genders.tell(&name.full, gender);
    let is_whole =
        |name: &&Name| asks && Class::Be.has(question.word(1)) && name.words == (2..question.len());
    let is_meant = |name: &&Name| is_person(name) || name.kind != Kind::Country && is_whole(name);
    let in_question = question.names.iter().filter(allowed).filter(is_meant);
    let told = turn.told().iter().filter(allowed);
    let told = told.filter(|name| is_person(name) || asks && turn.tells_of_person(name));
    let new = told.clone().filter(|name| !turn.was_asked_with(name));
    let full = |name: &Name| name.full.clone();
    let role = |line: &Parsed| {
        let mut roles = line.phrases.iter();
        let role = roles.find(|phrase| {
            let is_role = !phrase.plural && phrase.kind == Kind::Role;
            is_role && gender.allows(line.word(phrase.head))
        });
        role.map(|role| role.text.clone())
    };
    // "Who was the wife of the captain" asks for nobody in the question.
    let is_asked_for = asks && !question.names.iter().any(|name| is_whole(&name));
    let mut found: Vec<String> = Vec::new();
    if is_asked_for {
        found.extend(new.map(full));
        if found.is_empty() {
            let told = || turn.quote.as_ref().and_then(role);
            found.extend(role(question).or_else(told));
        }
    }
    found.extend(in_question.map(full));
    if found.is_empty() {
        found.extend(told.map(full));
    }
    if found.is_empty() {
        found.extend(role(question));
    }
    found
}

/// Names in a question that may be persons', though nothing in the documents says so.
fn unknown_persons(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let names = turn.question.names.iter().filter(|name| {
        let before = turn.question.line.before(name.words.start);
        // "wrote on", "sail to"; and "painted by", "spoke with".
        let is_personal = matches!(before, "by" | "with" | "about" | "of" | "for");
        let is_place = Class::Preposition.has(before) && !is_personal;
        let is_free = name.marks.is_none() && name.may_be_person && !turn.question.names_body(name);
        let is_named = matches!(name.kind, Kind::Named | Kind::Unknown);
        is_free && is_named && !is_place && !Class::Determiner.has(before)
    });
    let names = names.filter(|name| genders.allow(&name.full, gender));
    names.map(|name| name.text.clone()).collect()
}

/// Things of a turn, the likeliest first: those its answer names, those its question names, others.
fn things(turn: &Turn) -> Vec<String> {
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
fn places(turn: &Turn) -> Vec<String> {
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
fn several(turn: &Turn, members: bool) -> Vec<String> {
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
fn told_last(turn: &Turn) -> Option<String> {
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
    is_short.then(|| format!("the {} {}", counted.text, question.from(after)))
}
