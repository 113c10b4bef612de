//! What stands for something that a message does not say: "he", "it", "most of them", "there", and
//! "the bridge", "this project", "the minister" with nothing that tells which.

use super::super::candidates::{self, Sort};
use super::super::genders::Gender;
use super::super::names::Kind;
use super::super::parsed::Parsed;
use super::super::turn::Past;
use super::super::words::{self, Class};
use crate::index::names::is_role;
use crate::language::english;

/// What a pronoun at a place stands for, and whether it is a possessive before a noun.
pub(super) fn pronoun(message: &Parsed, at: usize) -> Option<(Sort, bool)> {
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

/// "what does that cost", "how much is that in pounds", and not "said that she", "that bridge".
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

/// What a definite noun at a place stands for, and whether that is sure where little else is said.
pub(super) fn definite(message: &Parsed, at: usize, past: &Past<'_>) -> Option<(Sort, bool)> {
    let points = matches!(
        message.word(at),
        "this" | "that" | "these" | "those" | "such"
    );
    let head = at + 1;
    if !points && message.word(at) != "the" || !is_bare(message, head) {
        return None;
    }
    let word = message.word(head);
    // "The name that rivers bear": after a noun, "that" mostly opens a clause.
    let opens_clause = message.word(at) == "that" && words::is_content(message.line.before(at));
    let by_head = Sort::Head(english::term(word));
    if candidates::of(&by_head, past, &[]).is_some() {
        return Some((by_head, true));
    }
    // "the band" is what the last question named, unless something else is left to tell.
    let is_named = || {
        let is_pronoun = |at| pronoun(message, at).is_some();
        !past.last().question.names_of(&[Kind::Named]).is_empty()
            && !(0..message.len()).any(is_pronoun)
    };
    let is_group = Class::Group.has(word) || Class::Work.has(word);
    if words::is_plural(word) || opens_clause {
        None
    } else if Class::Place.has(word) {
        Some((Sort::Name(Kind::Country), points))
    } else if is_role(word) && candidates::spoke_of_role(word, past) {
        Some((Sort::Person(Gender::Any), points))
    } else if points && words::is_class(word) || (is_group || Class::Thing.has(word)) && is_named()
    {
        Some((Sort::Name(Kind::Named), points))
    } else {
        None
    }
}

/// Whether a noun has nothing beside it that tells which: no name, no "of".
fn is_bare(message: &Parsed, head: usize) -> bool {
    let after = message.word(head + 1);
    let ends =
        !message.is_content(head + 1) || Class::Verb.has(after) || words::is_participle(after);
    let goes_on = ["of", "for", "between", "with", "that", "who", "which"].contains(&after);
    let is_noun = words::is_content(message.word(head)) && message.name_at(head).is_none();
    is_noun && ends && !goes_on && !message.line.words[head].capital
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

    #[test]
    fn a_definite_noun_stands_for_what_was_spoken_of() {
        check(
            "Who led the Clock Museum? > When did the museum burn? -> When did the Clock Museum burn?
             What is the Night Parade? > When did the band form? -> When did the Night Parade form?
             When did Chile vote? > How large is the country? -> How large is Chile?
             When did the captain leave? = Joris Vane was the captain. > What did the captain eat? -> What did Joris Vane eat?
             What is Long Quay? > Who wrote about this project? -> Who wrote about Long Quay?
             What is Long Quay? > Who wrote about the army? ->
             What is Long Quay? > Has Chile signed it and the pact? -> Has Chile signed Long Quay and the pact?
             What is Long Quay? > Who wrote about the project of Chile? ->",
        );
    }
}
