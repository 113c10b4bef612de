//! What a word can stand for: what the last question was about, what its answer named, and so on
//! with the turns before.

mod things;

use super::genders::{Gender, Genders};
use super::names::{Kind, Name};
use super::parsed::Parsed;
use super::turn::{Past, Turn};
use super::words::Class;
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
        Sort::Thing => things::things(turn),
        Sort::Several => things::several(turn, false),
        Sort::Members => things::several(turn, true),
        Sort::Place => things::places(turn),
        Sort::Head(head) => same_head(head, turn),
        Sort::Name(kind) => turn.names_of(&[*kind]),
    }
}

/// What may be of a sort where nothing surely is.
fn perhaps(sort: &Sort, turn: &Turn, past: &Past<'_>) -> Vec<String> {
    match sort {
        Sort::Person(gender) => unknown_persons(turn, *gender, &past.genders),
        Sort::Several | Sort::Members if std::ptr::eq(turn, past.last()) => {
            things::told(turn).into_iter().collect()
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
