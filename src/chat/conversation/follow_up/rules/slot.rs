//! What of the last question gives way to something else of its kind: a day for a day, a country
//! for a country, the name or what stands after it of "a Tesla Model 3 tyre change".

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
    /// The preposition before it.
    pub(super) with: Option<&'a str>,
}

impl<'a> Other<'a> {
    pub(super) fn of(parsed: Parsed, with: Option<&'a str>) -> Self {
        let kind = parsed
            .phrases
            .first()
            .map_or(Kind::Thing, |phrase| phrase.kind);
        let start = usize::from(parsed.word(0) == "the");
        let is_whole = |time: &Range<usize>| time.start <= start && time.end == parsed.len();
        Self {
            is_time: times::times(&parsed.line).iter().any(is_whole),
            kind,
            parsed,
            with,
        }
    }
}

/// What of the last question gives way.
pub(super) fn of(last: &Parsed, other: &Other<'_>) -> Option<Range<usize>> {
    if other.is_time {
        return times::times(&last.line).pop();
    }
    let last = Last { last, other };
    match other.kind {
        Kind::Country => last
            .named(&[Kind::Country])
            .or_else(|| last.named(&[Kind::Unknown]))
            .or_else(|| last.whole(|phrase| phrase.kind == Kind::Country && !phrase.asked))
            .or_else(|| last.place()),
        Kind::Person => last
            .named(&[Kind::Person])
            .or_else(|| last.whole(is_role))
            .or_else(|| last.named(&[Kind::Unknown])),
        Kind::Role => last.office().or_else(|| last.named(&[Kind::Person])),
        Kind::Unknown => last.named(&[Kind::Country, Kind::Person, Kind::Unknown, Kind::Named]),
        Kind::Named => last
            .place()
            .or_else(|| last.same_head())
            .or_else(|| last.name()),
        Kind::Thing => last
            .place()
            .or_else(|| last.same_head())
            .or_else(|| last.thing()),
    }
}

/// Whether a preposition says where something is.
pub(super) fn is_where(word: &str) -> bool {
    matches!(word, "at" | "in" | "near" | "on")
}

fn is_role(phrase: &Phrase) -> bool {
    phrase.kind == Kind::Role && !phrase.asked
}

/// The last question, beside what takes the place of something in it.
struct Last<'a> {
    last: &'a Parsed,
    other: &'a Other<'a>,
}

impl Last<'_> {
    /// Whether words stand after the same preposition: "And with Peru?"
    fn is_after(&self, at: usize) -> bool {
        self.other
            .with
            .is_some_and(|with| self.last.line.before(at) == with)
    }

    /// The first name of these kinds, best after the same preposition.
    fn named(&self, kinds: &[Kind]) -> Option<Range<usize>> {
        let mut names = self
            .last
            .names
            .iter()
            .filter(|name| kinds.contains(&name.kind));
        let first = names.clone().next();
        let found = names.find(|name| self.is_after(name.words.start)).or(first);
        found.map(|name| name.words.clone())
    }

    /// Where something is, for another place.
    fn place(&self) -> Option<Range<usize>> {
        self.other.with.filter(|with| is_where(with))?;
        let times = times::times(&self.last.line);
        self.whole(|phrase| {
            let is_time = times.iter().any(|time| time.contains(&phrase.head));
            is_where(self.last.line.before(phrase.words.start)) && !is_time
        })
    }

    fn whole(&self, fits: impl Fn(&Phrase) -> bool) -> Option<Range<usize>> {
        let found = self.last.phrases.iter().find(|phrase| fits(phrase));
        found.map(|phrase| phrase.words.clone())
    }

    /// The phrase about the same kind of thing.
    fn same_head(&self) -> Option<Range<usize>> {
        let own = self.other.parsed.phrases.first()?;
        let own = english::term(self.other.parsed.word(own.head));
        self.whole(|phrase| {
            let is_same = english::term(self.last.word(phrase.head)) == own;
            is_same
                && phrase.kind != Kind::Country
                && phrase.name.as_ref().is_none_or(|name| name.marks.is_none())
        })
    }

    /// "prime minister" of "Peru's prime minister" and "the prime minister of Peru"; all of it
    /// where the other has an owner, too.
    fn office(&self) -> Option<Range<usize>> {
        let phrase = self.last.phrases.iter().find(|phrase| is_role(phrase))?;
        if !self.other.parsed.names.is_empty() {
            return Some(phrase.words.clone());
        }
        let owner = phrase
            .name
            .as_ref()
            .filter(|name| name.words.end <= phrase.head);
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
        let is_name = || {
            other
                .phrases
                .first()
                .is_some_and(|own| after_name(other, own).is_empty())
        };
        found.or_else(|| {
            let mut parts = phrases
                .iter()
                .map(|phrase| phrase.bare..named_to(last, phrase));
            parts.find(|part| is_name() && !part.is_empty())
        })
    }

    /// A thing in the same number, best after an article of the same kind; where something is,
    /// another place.
    fn thing(&self) -> Option<Range<usize>> {
        let (last, other) = (self.last, &self.other.parsed);
        let phrases = &last.phrases;
        let is_plural = words::is_plural(other.line.before(other.len()));
        if self.other.with.is_some() {
            return self.whole(|phrase| self.is_after(phrase.words.start));
        }
        if let Some(asked) = phrases
            .iter()
            .find(|phrase| phrase.asked && phrase.plural && is_plural)
        {
            return Some(asked.words.clone());
        }
        let fits = |phrase: &&Phrase| {
            !phrase.asked && phrase.plural == is_plural && !after_name(last, phrase).is_empty()
        };
        let is_alike = |phrase: &&Phrase| last.word(phrase.words.start) == other.word(0);
        let mut fitting = phrases.iter().filter(fits);
        let phrase = fitting.clone().find(is_alike).or_else(|| fitting.next())?;
        let own = after_name(last, phrase);
        // Without a name before it the article gives way, too.
        let with_article = own.start == phrase.bare && Class::Determiner.has(other.word(0));
        Some(if with_article {
            phrase.words.start..own.end
        } else {
            own
        })
    }
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

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn the_name_or_what_stands_after_it_gives_way() {
        check(
            "How much is a Zorg 5 lamp repair? > and a Blix 7? -> How much is a Blix 7 lamp repair?
             How much is a Zorg 5 lamp repair? > what about a rental? -> How much is a Zorg 5 rental?
             When did Ines Marlow sail to Port Ellery? > and the Clock Museum? -> When did Ines Marlow sail to the Clock Museum?",
        );
    }
}
