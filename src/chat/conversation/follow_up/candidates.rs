//! What was spoken of that a word can stand for: first what the last question
//! was about, then what its answer named, then the turns before.

mod persons;
mod several;
mod things;

use super::genders::Gender;
use super::names::Kind;
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
    /// "the country".
    Country,
    /// "this project", whatever it was called.
    Named,
}

/// What a word of a sort stands for: the likeliest candidate of the last turn that has any. What is
/// `taken` by another word of the same message is none.
pub(super) fn of(sort: &Sort, past: &Past<'_>, taken: &[String]) -> Option<String> {
    // "She" may look back further than "the bridge".
    let reach = match sort {
        Sort::Head(_) | Sort::Named | Sort::Country => 1,
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
        Sort::Person(gender) => persons::persons(turn, *gender, &past.genders),
        Sort::Thing => things::things(turn),
        Sort::Several => several::several(turn, false),
        Sort::Members => several::several(turn, true),
        Sort::Place => things::places(turn),
        Sort::Head(head) => same_head(head, turn),
        Sort::Country => turn.names_of(&[Kind::Country]),
        Sort::Named => turn.names_of(&[Kind::Named]),
    }
}

/// What may be of a sort where nothing surely is.
fn perhaps(sort: &Sort, turn: &Turn, past: &Past<'_>) -> Vec<String> {
    match sort {
        Sort::Person(gender) => persons::perhaps(turn, *gender, &past.genders),
        Sort::Several | Sort::Members if std::ptr::eq(turn, past.last()) => several::told(turn),
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
