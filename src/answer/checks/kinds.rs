//! Names of the same kind as another: what a quote can be about in its place.

use std::ops::Range;

use super::evidence::Text;
use super::question::is_common;
use crate::answer::query::countries;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::english::asking::listed;

/// Parts of the world.
const REGIONS: &str = "\
    africa african americas arctic asia asian atlantic australasia balkan balkans baltic caribbean \
    europe european latin mediterranean nordic oceania pacific scandinavia scandinavian";

/// What kind of thing a name is of, as far as that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Country,
    Person,
    /// What something is in or at, whatever it is.
    Place,
}

/// The kind of the name of these words.
pub(super) fn of(known: &Statistics, words: &[&str]) -> Option<Kind> {
    if countries::is_country(&words.join(" ")) {
        return Some(Kind::Country);
    }
    let written = known.name_at_start(words);
    let written = written.filter(|(length, _)| *length == words.len());
    let is_person = written.is_some_and(|(_, name)| name.is_person());
    let by_last = || matches!(words, [last] if known.person_by_last(last).is_some());
    (is_person || written.is_none_or(|(_, name)| name.may_be_person()) && by_last())
        .then_some(Kind::Person)
}

/// Whether the names of these words are two of one country.
pub(super) fn is_same_country(one: &[&str], other: &[&str]) -> bool {
    let [one, other] = [one, other].map(|words| words.join(" "));
    one == other || countries::countries(&one).contains(&other)
}

/// The names of that kind in a text, by their words.
pub(super) fn in_text(known: &Statistics, kind: Kind, text: &Text) -> Vec<Range<usize>> {
    let found = |run: &Range<usize>| match kind {
        Kind::Country => country(text, run),
        Kind::Person => person(known, text, run),
        Kind::Place => place(known, text, run),
    };
    text.names.iter().filter_map(found).collect()
}

/// The country that a run of words with capitals starts with: alone, or before
/// what somebody is there. The Russian Empire is no country of today.
fn country(text: &Text, run: &Range<usize>) -> Option<Range<usize>> {
    let words = text.words_at(run.clone());
    let length = [2, 1].into_iter().find(|&length| {
        words.len() >= length
            && countries::is_country(&words[..length].join(" "))
            && !is_region(words[0])
    })?;
    let rest = &words[length..];
    (rest.is_empty() || rest.iter().any(|word| is_role(word)))
        .then_some(run.start..run.start + length)
}

/// The name that something is in or at.
fn place(known: &Statistics, text: &Text, run: &Range<usize>) -> Option<Range<usize>> {
    let before = run.start.checked_sub(1)?;
    let is_in = is_place_cue(&text.words[before].text) && text.gap(run.start) == " ";
    let tells = |place: usize| !is_common(known, &text.words[place].text);
    (is_in && run.clone().any(tells)).then(|| run.clone())
}

/// Whether a word before a name makes a place of it.
pub(super) fn is_place_cue(word: &str) -> bool {
    matches!(word, "in" | "at")
}

/// The person that a run of words with capitals names, without what they are.
fn person(known: &Statistics, text: &Text, run: &Range<usize>) -> Option<Range<usize>> {
    let mut back = run.clone().rev();
    let after = back.find(|&place| is_role(&text.words[place].text));
    let name = after.map_or(run.start, |role| role + 1)..run.end;
    let words = text.words_at(name.clone());
    (!words.is_empty() && of(known, &words) == Some(Kind::Person)).then_some(name)
}

/// Whether a word names a part of the world: a text about a country of it need not name it.
pub(super) fn is_region(word: &str) -> bool {
    listed(REGIONS, word)
}
