//! "Any sisters?": what somebody or something that was spoken of has.

use super::super::candidates::{self, Sort};
use super::super::genders::Gender;
use super::super::parsed::Parsed;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::{Need, Readings};

/// More words than these are a question of their own.
const LONGEST: usize = 6;

/// Whether what was spoken of has what the message names after "any" or "other".
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
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
    Some(Readings::one(
        format!("{auxiliary} {owner} have {wanted}?"),
        Need::Sure,
    ))
}

/// Whose it is: a person's sister, and else what was asked about.
fn owner(noun: &str, past: &Past<'_>) -> Option<String> {
    let person = || candidates::of(&Sort::Person(Gender::Any), past, &[]);
    let thing = || {
        past.topic()
            .filter(|topic| !topic.is_person())
            .map(|topic| topic.text.clone())
    };
    if Class::Kin.has(noun) {
        person()
    } else {
        thing().or_else(person)
    }
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn what_somebody_or_something_has_is_asked_for() {
        check(
            "Who is Anna Brandt? > Any brothers? -> Does Anna Brandt have any brothers?
             When was Ines Marlow born? > any other children -> Did Ines Marlow have any other children?
             Who founded the Clock Museum? = Ines Marlow founded it. > Any daughters? -> Does Ines Marlow have any daughters?
             When did the Clock Museum burn? > and any losses? -> Did the Clock Museum have any losses?
             What does the Tide Museum cost? > Other rooms? -> Does the Tide Museum have other rooms?",
        );
    }

    #[test]
    fn what_says_more_stands_alone() {
        check(
            "Who is Anna Brandt? > any ferries to Chile? ->
             Who is Anna Brandt? > Are any clocks sold? ->",
        );
    }
}
