//! What of the last question gives way to something of its kind: a day to a day, a country to a
//! country, "Line 1" to "Line 2", the name or the rest of "a Tesla Model 3 tyre change".

use std::ops::Range;

use super::super::names::{Kind, Name};
use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::times;
use super::super::words::{self, Class};
use crate::language::english;

/// Something else that is asked about.
pub(super) struct Other<'a> {
    pub(super) parsed: Parsed,
    pub(super) kind: Kind,
    /// Whether it is a time and nothing else.
    pub(super) is_time: bool,
    /// Whether it is the most or the least of its kind: "the cheapest", "the most expensive".
    pub(super) is_superlative: bool,
    /// The preposition before it.
    pub(super) with: Option<&'a str>,
}

impl<'a> Other<'a> {
    pub(super) fn of(parsed: Parsed, with: Option<&'a str>) -> Self {
        let first = parsed.phrases.first();
        let kind = first.map_or(Kind::Thing, |phrase| phrase.kind);
        let start = usize::from(parsed.word(0) == "the");
        let is_whole = |time: &Range<usize>| time.start <= start && time.end == parsed.len();
        Self {
            is_time: times::times(&parsed.line).iter().any(is_whole),
            is_superlative: is_superlative(&parsed),
            kind,
            parsed,
            with,
        }
    }
}

/// What of the last question gives way.
pub(super) fn of(last: &Parsed, other: &Other<'_>) -> Option<Range<usize>> {
    if other.is_time {
        // A day gives way to a day, or else the time that comes last.
        let asked = &other.parsed.line;
        let preposition = times::preposition(asked, &(0..asked.len()));
        let all = times::times(&last.line);
        let mut backwards = all.iter().rev();
        let alike = backwards.find(|time| times::preposition(&last.line, time) == preposition);
        return alike.or(all.last()).cloned();
    }
    let last = Last { last, other };
    let whole = |kind| last.whole(move |phrase: &Phrase| phrase.kind == kind && !phrase.asked);
    let like = match other.kind {
        Kind::Country => last
            .named(&[Kind::Country])
            .or_else(|| whole(Kind::Country)),
        Kind::Person => last.named(&[Kind::Person]),
        Kind::Role => last.office().or_else(|| last.named(&[Kind::Person])),
        Kind::Unknown => last.named(&[Kind::Country, Kind::Person, Kind::Unknown, Kind::Named]),
        Kind::Named => last.name(),
        Kind::Thing => last.thing(),
    };
    // Which one it is, another such word says, or its name.
    let one = || superlative(last.last).or_else(|| last.name());
    let one = || one().filter(|_| other.is_superlative);
    last.coded().or_else(one).or(like)
}

/// Where a question has "cheapest" or "most expensive".
fn superlative(last: &Parsed) -> Option<Range<usize>> {
    let mut places = 0..last.len();
    places.find_map(|at| match last.word(at) {
        "expensive" if at > 0 && matches!(last.word(at - 1), "most" | "least") => {
            Some(at - 1..at + 1)
        }
        word => Class::Superlative.has(word).then_some(at..at + 1),
    })
}

/// Whether something is nothing but the most or the least of its kind.
pub(super) fn is_superlative(other: &Parsed) -> bool {
    let row = other.line.row(0..other.len());
    let row = row.strip_prefix(&["the"]).unwrap_or(&row);
    match row {
        [only] => Class::Superlative.has(only),
        ["most" | "least", _] => true,
        _ => false,
    }
}

/// Whether a preposition says where something is.
pub(super) fn is_where(word: &str) -> bool {
    matches!(word, "at" | "in" | "near" | "on")
}

/// The last question, beside what takes the place of something in it.
struct Last<'a> {
    last: &'a Parsed,
    other: &'a Other<'a>,
}

impl Last<'_> {
    /// Whether words stand after the same preposition, or where something is, as the other does.
    fn is_after(&self, at: usize) -> bool {
        let before = self.last.line.before(at);
        let with = self.other.with;
        with.is_some_and(|with| before == with || is_where(before) && is_where(with))
    }

    /// The first name of these kinds, best after the same preposition.
    fn named(&self, kinds: &[Kind]) -> Option<Range<usize>> {
        let names = self.last.names.iter();
        let mut names = names.filter(|name| kinds.contains(&name.kind));
        let first = names.clone().next();
        let found = names.find(|name| self.is_after(name.words.start)).or(first);
        found.map(|name| name.words.clone())
    }

    fn whole(&self, fits: impl Fn(&Phrase) -> bool) -> Option<Range<usize>> {
        let found = self.last.phrases.iter().find(|phrase| fits(phrase));
        found.map(|phrase| phrase.words.clone())
    }

    /// A number or code like the other's, after the same word if it has one: "Line 1", "E-27".
    fn coded(&self) -> Option<Range<usize>> {
        let (last, other) = (self.last, &self.other.parsed);
        let start = usize::from(other.word(0) == "the");
        let at = (start..other.len()).find(|&at| code(other, at).is_some())?;
        let (own, label) = (code(other, at)?, other.line.row(start..at));
        let is_like = |at: &usize| {
            let before = last.line.before(*at);
            let is_labelled = match label[..] {
                [] => true,
                [label] => english::term(label) == english::term(before),
                _ => false,
            };
            is_labelled && code(last, *at) == Some(own)
        };
        let times = times::times(&last.line);
        let mut places = (0..last.len()).filter(|at| !times.iter().any(|time| time.contains(at)));
        let found = places.find(is_like)?;
        Some(found - label.len()..found + 1).filter(|_| at + 1 == other.len())
    }

    /// "prime minister" of "Peru's prime minister" and "the prime minister of Peru"; all of it
    /// where the other has an owner, too.
    fn office(&self) -> Option<Range<usize>> {
        let mut phrases = self.last.phrases.iter();
        let phrase = phrases.find(|phrase| phrase.kind == Kind::Role && !phrase.asked)?;
        if !self.other.parsed.names.is_empty() {
            return Some(phrase.words.clone());
        }
        let owner = phrase.name.as_ref();
        let owner = owner.filter(|name| name.words.end <= phrase.head);
        let start = owner.map_or(phrase.words.start, |name| name.words.end);
        Some(start..phrase.head + 1)
    }

    /// A name that is a phrase, else the name that a phrase begins with.
    fn name(&self) -> Option<Range<usize>> {
        let (last, phrases) = (self.last, &self.last.phrases);
        let is_phrase = |name: &Name| {
            let is_name = |phrase: &Phrase| {
                phrase.bare == name.words.start && phrase.words.end == name.words.end
            };
            matches!(name.kind, Kind::Named | Kind::Unknown) && phrases.iter().any(is_name)
        };
        let mut fitting: Vec<&Name> = last.names.iter().filter(|name| is_phrase(name)).collect();
        // "When did Brandt move to Port Ellery?": the place rather than who moved.
        fitting.sort_by_key(|name| {
            Class::Auxiliary.has(last.line.before(name.words.start)) && last.names.len() > 1
        });
        let after = fitting.iter().find(|name| self.is_after(name.words.start));
        let found = after.or(fitting.first()).map(|name| name.words.clone());
        let other = &self.other.parsed;
        let own = other.phrases.first();
        let is_name = own.is_some_and(|own| after_name(other, own).is_empty());
        found.or_else(|| {
            let parts = phrases.iter().filter(|_| is_name);
            let mut parts = parts.map(|phrase| phrase.bare..named_to(last, phrase));
            parts.find(|part| !part.is_empty())
        })
    }

    /// A thing in the same number, best after the same article; for a place, another place.
    fn thing(&self) -> Option<Range<usize>> {
        let (last, other) = (self.last, &self.other.parsed);
        let phrases = &last.phrases;
        let is_plural = words::is_plural(other.line.before(other.len()));
        let times = times::times(&last.line);
        let is_time = |phrase: &Phrase| times.iter().any(|time| time.contains(&phrase.head));
        if self.other.with.is_some() {
            return self.whole(|phrase| self.is_after(phrase.words.start) && !is_time(phrase));
        }
        let asked = self.whole(|phrase| phrase.asked && phrase.plural && is_plural);
        if asked.is_some() {
            return asked;
        }
        let fits = |phrase: &&Phrase| {
            let is_like = !phrase.asked && phrase.plural == is_plural && !is_time(phrase);
            is_like && !after_name(last, phrase).is_empty()
        };
        let is_alike = |phrase: &&Phrase| last.word(phrase.words.start) == other.word(0);
        let mut fitting = phrases.iter().filter(fits);
        let phrase = fitting.clone().find(is_alike).or_else(|| fitting.next())?;
        let own = after_name(last, phrase);
        // Without a name before it the article gives way, too.
        if own.start == phrase.bare && Class::Determiner.has(other.word(0)) {
            return Some(phrase.words.start..own.end);
        }
        Some(own)
    }
}

/// What a word with a figure, or an option, and all others of its kind begin with: "e" of "E27".
fn code(line: &Parsed, at: usize) -> Option<&str> {
    let word = line.word(at);
    let gap = line.line.gap(at);
    let is_option = gap.ends_with('-') && !gap.starts_with('-') || at == 0 && gap.starts_with('-');
    let figure = word.find(|c: char| c.is_ascii_digit());
    let label = figure.map(|figure| &word[..figure]);
    label.or(is_option.then_some("-"))
}

/// Where the name that a phrase begins with ends, numbers and all: "Tesla Model 3".
fn named_to(line: &Parsed, phrase: &Phrase) -> usize {
    let is_named = |at: usize| {
        let is_capital = at > 0 && line.line.words[at].capital;
        is_capital || english::is_number(line.word(at)) || line.name_at(at).is_some()
    };
    let end = (phrase.bare..phrase.head + 1).rfind(|&at| is_named(at));
    end.map_or(phrase.bare, |at| at + 1)
}

/// What stands after it, up to the head: "tyre change"; empty where there is nothing else.
fn after_name(line: &Parsed, phrase: &Phrase) -> Range<usize> {
    named_to(line, phrase)..phrase.head + 1
}
