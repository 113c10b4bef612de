//! "Any sisters?", "what was the price?": what somebody or something that was spoken of has.

use super::super::candidates::{self, Sort};
use super::super::genders::Gender;
use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::{Need, Readings};
use crate::index::names::is_role;

/// More words than these are a question of their own.
const LONGEST: usize = 6;

/// Whether what was spoken of has what the message names after "any" or "other".
pub(super) fn any(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let start = super::opening(message);
    let is_any = |word: &str| matches!(word, "any" | "other" | "more" | "another" | "some");
    let first = (start..message.len()).find(|&at| !is_any(message.word(at)))?;
    let noun = message.len().checked_sub(1)?;
    let is_noun = |at: usize| words::is_content(message.word(at)) && message.name_at(at).is_none();
    if first == start || message.len() > LONGEST || !(first..=noun).all(is_noun) {
        return None;
    }
    let last = &past.last().question;
    let owner = owner(message.word(noun), past)?;
    let was = ["did", "was", "were", "had"];
    let is_past = (0..last.len().min(4)).any(|at| was.contains(&last.word(at)));
    let auxiliary = match words::is_plural(&owner.to_lowercase()) && owner.starts_with("the ") {
        _ if is_past => "Did",
        true => "Do",
        false => "Does",
    };
    let wanted = message.line.from(start).to_lowercase();
    let question = format!("{auxiliary} {owner} have {wanted}?");
    Some(Readings::one(question, Need::Sure))
}

/// Whose it is: a person's sister, and else what was asked about.
fn owner(noun: &str, past: &Past<'_>) -> Option<String> {
    let is_thing = |topic: &&Phrase| !Class::Kin.has(noun) && !topic.is_person();
    let thing = past.topic().filter(is_thing);
    let thing = thing.map(|topic| topic.text.clone());
    thing.or_else(|| candidates::of(&Sort::Person(Gender::Any), past, &[]))
}

/// "What was the price" of what was spoken of, where the message names nothing itself.
pub(super) fn of_topic(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let noun = relational(message)?;
    let is_told = (0..message.len()).any(|at| {
        let word = message.word(at);
        let names =
            message.name_at(at).is_some() || !message.line.possessive(at..at + 1).is_empty();
        names || matches!(word, "of" | "a" | "an") || Class::Preposition.has(word)
    });
    if is_told || !message.asks() {
        return None;
    }
    let topic = past.named_topic()?;
    let is_same = topic.text.to_lowercase().contains(message.word(noun));
    let words = &message.line.words;
    let (before, after) = message.line.text.split_at(words[noun].span.end);
    let after = after.trim_end_matches(|c: char| !c.is_alphanumeric());
    let question = format!("{before} of {}{after}?", topic.text);
    (!is_same).then(|| Readings::one(question, Need::Weak))
}

/// The noun that says too little: "members" at the end, "the manager", the "price" asked for.
fn relational(message: &Parsed) -> Option<usize> {
    let last = message.len().checked_sub(1)?;
    if Class::Relation.has(message.word(last)) {
        return Some(last);
    }
    let is_the = |phrase: &&Phrase| {
        message.word(phrase.words.start) == "the" && phrase.head + 1 == phrase.words.end
    };
    let mut phrases = message.phrases.iter().filter(is_the);
    let phrase = phrases.next().filter(|_| phrases.next().is_none())?;
    let is_what = matches!(message.word(0), "what" | "who" | "which" | "when" | "where")
        && Class::Be.has(message.word(1))
        && phrase.words == (2..message.len());
    (is_what || is_role(message.word(phrase.head)) && !phrase.plural).then_some(phrase.head)
}
