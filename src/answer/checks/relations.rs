//! Relations: whose it is that the question asks about.
//!
//! A sentence can have all words of "the mayor of Port Ellery", and tell of
//! Port Ellery's quay and the mayor of Aldermere.

use std::ops::Range;

use super::evidence::{Evidence, Text, Word};
use super::kinds::{self, Kind};
use super::question::{Name, Question};
use super::{Doubt, Subject};
use crate::answer::query::countries;
use crate::index::names::is_role;
use crate::language::english;

/// Words between an owner and what it has, at most: "Peru's new defence minister".
const BETWEEN: usize = 3;

/// What the question asks for of somebody: their minister, border or price.
struct Relation<'a> {
    owner: &'a Name,
    /// The word for it.
    thing: usize,
}

/// The relations of a question that the quote tells of another.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let doubt = |owner: &Name| doubt(asked, &relation(asked, owner)?, evidence);
    asked.names.iter().filter_map(doubt).collect()
}

fn doubt(asked: &Question<'_>, relation: &Relation<'_>, evidence: &Evidence) -> Option<Doubt> {
    let quote = &evidence.quote;
    let wanted = &asked.text.words[relation.thing];
    let owner = asked.text.words_at(relation.owner.places.clone());
    let is_country = kinds::of(asked.known, &owner) == Some(Kind::Country);
    if only_headed(wanted, evidence) {
        return Some(told(asked, relation, None));
    }
    let mut stated = None;
    for place in 0..quote.words.len() {
        if !wanted.is(&quote.words[place]) {
            continue;
        }
        // Where it is nobody's, or the one's who was asked about, all is well.
        let other = owner_of(quote, place)?;
        let mut own = quote.words[other.clone()].iter();
        let is_asked = own.any(|word| asked.has(word));
        let words = quote.words_at(other.clone());
        if is_asked || is_country != countries::is_country(&words.join(" ")) {
            return None;
        }
        stated = stated.or(Some(other));
    }
    stated.map(|other| told(asked, relation, Some(quote.written(other))))
}

fn told(asked: &Question<'_>, relation: &Relation<'_>, stated: Option<&str>) -> Doubt {
    let (owner, thing) = (&relation.owner.places, relation.thing);
    let both = owner.start.min(thing)..owner.end.max(thing + 1);
    // What another has is set against whose it should be; else all of it is missing.
    let places = stated.map_or(both, |_| owner.clone());
    Doubt::new(Subject::Relation, asked.text.written(places), stated)
}

/// Whether only a heading has a word, and is of something else: "News of the capitals" is of news.
fn only_headed(wanted: &Word, evidence: &Evidence) -> bool {
    let has = |text: &Text| text.words.iter().any(|word| wanted.is(word));
    let is_apart = |text: &Text, place: usize| {
        let small = |place: &usize| english::is_stop_word(&text.words[*place].text);
        let line = text.reading[..text.words[place].span.start].rfind('\n');
        let mut before = (0..place).rev();
        before.any(|before| small(&before) && Some(text.words[before].span.start) > line)
    };
    let heading = &evidence.heading;
    let mut places = 0..heading.words.len();
    has(heading)
        && places.all(|place| !wanted.is(&heading.words[place]) || is_apart(heading, place))
        && !has(&evidence.quote)
        && !has(&evidence.title)
        && !evidence.before.iter().any(has)
}

/// What is asked for of a name: "Peru's border", "the mayor of Ellery", "the Peruvian minister".
fn relation<'a>(asked: &Question<'_>, owner: &'a Name) -> Option<Relation<'a>> {
    let says = |place: &usize| !english::is_stop_word(&asked.text.words[*place].text);
    let Range { start, end } = owner.places;
    let own = || {
        (end..asked.text.words.len())
            .take_while(|&place| asked.text.gap(place) == " ")
            .take_while(says)
            .take(BETWEEN)
    };
    let role = || own().find(|&place| is_role(&asked.text.words[place].text));
    let of = || {
        let mut before = (0..start).rev();
        let small = before.find(|&place| asked.text.words[place].text != "the")?;
        let thing = before.next().filter(says)?;
        // "The leader of the Islamist party" is the party's.
        let ends = own().next().is_none() || asked.is_possessive(end - 1);
        (asked.text.words[small].text == "of" && ends).then_some(thing)
    };
    let thing = if asked.is_possessive(end - 1) {
        role().or_else(|| own().next())
    } else if countries::is_people(&asked.text.words[end - 1].text) {
        role()
    } else {
        of()
    };
    Some(Relation {
        owner,
        thing: thing?,
    })
}

/// Who has what a word says: "Peru's minister", "the Peruvian minister", "the minister of Peru".
fn owner_of(text: &Text, thing: usize) -> Option<Range<usize>> {
    let word = |place: usize| text.words.get(place).map(|word| word.text.as_str());
    let run_with = |place: usize| text.names.iter().find(|run| run.contains(&place));
    if word(thing + 1) == Some("of") {
        let name = thing + 2 + usize::from(word(thing + 2) == Some("the"));
        return run_with(name).cloned();
    }
    for before in (thing.saturating_sub(BETWEEN + 1)..thing).rev() {
        if !matches!(text.gap(before + 1), " " | "-")
            || english::is_stop_word(&text.words[before].text)
        {
            return None;
        }
        let is_country =
            text.words[before].capital && countries::is_people(&text.words[before].text);
        if text.is_possessive(before) || is_country {
            let run = run_with(before)?;
            return Some(run.start..before + 1);
        }
    }
    None
}
