//! "the bridge", "this project", "the minister" with nothing that tells which.

use super::super::candidates::{self, Sort};
use super::super::genders::Gender;
use super::super::names::Kind;
use super::super::parsed::Parsed;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::pronouns;
use crate::index::names::is_role;
use crate::language::english;

/// What a definite noun at a place stands for, and whether that is sure where little else is said.
pub(super) fn at(message: &Parsed, at: usize, past: &Past<'_>) -> Option<(Sort, bool)> {
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
        let is_pronoun = |at| pronouns::at(message, at).is_some();
        !past.last().question.names_of(&[Kind::Named]).is_empty()
            && !(0..message.len()).any(is_pronoun)
    };
    let is_group = Class::Group.has(word) || Class::Work.has(word);
    if words::is_plural(word) || opens_clause {
        None
    } else if Class::Place.has(word) {
        Some((Sort::Country, points))
    } else if is_role(word) && candidates::spoke_of_role(word, past) {
        Some((Sort::Person(Gender::Any), points))
    } else if points && words::is_class(word) || (is_group || Class::Thing.has(word)) && is_named()
    {
        Some((Sort::Named, points))
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
