//! Which part of a noun phrase gives way to something else of its kind: of "a Tesla Model 3 tyre
//! change" the name, or what stands after it.

use std::ops::Range;

use super::names;
use super::phrases::Phrase;
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::english;

/// The name that a phrase begins with, numbers and all: "Tesla Model 3".
pub(super) fn named(last: &Line, phrase: &Phrase, known: &Statistics) -> Range<usize> {
    let names = names::names(last, known);
    let is_named = |at: usize| {
        at > 0 && last.words[at].capital
            || english::is_number(last.word(at))
            || names.iter().any(|name| name.words.contains(&at))
    };
    let end = (phrase.bare..phrase.head + 1).rfind(|&at| is_named(at));
    phrase.bare..end.map_or(phrase.bare, |at| at + 1)
}

/// What stands after it, up to the head: "tyre change"; empty where there is nothing else.
pub(super) fn own(last: &Line, phrase: &Phrase, known: &Statistics) -> Range<usize> {
    named(last, phrase, known).end..phrase.head + 1
}

/// The phrase that stands after a preposition.
pub(super) fn after<'a>(last: &Line, phrases: &'a [Phrase], with: &str) -> Option<&'a Phrase> {
    phrases
        .iter()
        .find(|phrase| last.before(phrase.words.start) == with)
}

/// Of the phrases that are not asked for, the first that a thing can take the place of: in the
/// same number, best after an article of the same kind.
pub(super) fn thing<'a>(
    last: &Line,
    phrases: &'a [Phrase],
    other: &Line,
    known: &Statistics,
) -> Option<&'a Phrase> {
    let plural = super::grammar::is_plural(other.word(other.len().saturating_sub(1)));
    let fits = |phrase: &&Phrase| {
        !phrase.asked && phrase.plural == plural && !own(last, phrase, known).is_empty()
    };
    let same = |phrase: &&Phrase| last.word(phrase.words.start) == other.word(0);
    let mut fitting = phrases.iter().filter(fits);
    fitting.clone().find(same).or_else(|| fitting.next())
}
