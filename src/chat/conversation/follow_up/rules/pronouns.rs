//! The pronouns that a question may need the turns before for: "he", "it", "most of them", "there".

use super::super::candidates::Sort;
use super::super::genders::Gender;
use super::super::parsed::Parsed;
use super::super::words::{self, Class};

/// What the word at a place stands for, if it stands for something outside the line, and whether it
/// is a possessive before a noun.
pub(super) fn at(message: &Parsed, at: usize) -> Option<(Sort, bool)> {
    let next = message.word(at + 1);
    let before = message.line.before(at);
    let is_last = at + 1 == message.len();
    let before_noun =
        message.is_content(at + 1) && !words::is_participle(next) || Class::Order.has(next);
    let ends = is_last || Class::Preposition.has(next) || Class::Adverb.has(next);
    let of_some = || before == "of" && Class::Part.has(message.line.before(at - 1));
    Some(match message.word(at) {
        "he" | "him" | "he's" => (Sort::Person(Gender::Male), false),
        "she" | "hers" | "she's" => (Sort::Person(Gender::Female), false),
        "his" => (Sort::Person(Gender::Male), true),
        "her" => (Sort::Person(Gender::Female), before_noun),
        "it" if !is_expletive(message, at) => (Sort::Thing, false),
        "its" | "it's" => (Sort::Thing, before_noun),
        "them" if of_some() => (Sort::Members, false),
        "they" | "them" | "theirs" => (Sort::Several, false),
        "their" => (Sort::Several, true),
        "this" | "that" if is_last && message.asks_who() && Class::Be.has(before) => {
            (Sort::Person(Gender::Any), false)
        }
        "this" | "that" if stands_alone(message, at) => (Sort::Thing, false),
        "these" | "those" if is_last && at > 0 => (Sort::Several, false),
        // "Is there", "there exist" speak of no place.
        "there" if at > 0 && !Class::Auxiliary.has(before) && ends => (Sort::Place, false),
        _ => return None,
    })
}

/// "leave that too", "what does that cost", "how much is that in pounds", and not "said that she",
/// "that bridge".
fn stands_alone(message: &Parsed, at: usize) -> bool {
    let next = message.word(at + 1);
    let after_be = Class::Be.has(message.line.before(at)) && Class::Preposition.has(next);
    at > 0 && (next.is_empty() || Class::Alone.has(next) || after_be)
}

/// "Is it true that", "what does it mean to": there is nothing that "it" is.
fn is_expletive(message: &Parsed, at: usize) -> bool {
    let next = message.word(at + 1);
    let goes_on = at + 2 < message.len();
    let has_to = || (at + 2..message.len()).any(|at| message.word(at) == "to");
    Class::Expletive.has(next)
        || (goes_on && matches!(next, "mean" | "get" | "feel"))
        || (matches!(next, "take" | "takes") && has_to())
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn a_pronoun_stands_for_something_only_where_it_can() {
        check(
            "What is the Tide Museum? > Is it raining? ->
             What is the Tide Museum? > Does it feel cold? ->
             What is the Tide Museum? > How long does it take to get to Peru? ->
             What is the Night Parade? > When does it take place? -> When does the Night Parade take place?
             What is the Tide Museum? > Does it glow? -> Does the Tide Museum glow?
             What is the Tide Museum? > How does that work? -> How does the Tide Museum work?
             What is the Tide Museum? > Are there any? ->
             What is the Tide Museum? > Who sleeps there at night? -> Who sleeps in the Tide Museum at night?
             Who keeps the keys? = The keys are kept by the head keeper. > who is that? -> who is the head keeper?",
        );
    }
}
