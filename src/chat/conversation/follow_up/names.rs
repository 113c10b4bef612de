//! The names in a line, and what each is a name of.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::grammar;
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::vectors::Vectors;
use crate::language::{countries, english};

/// What something is, as far as "he", "it" and "there" tell things apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A country, or several: "Peru", "the Nordic states".
    Country,
    /// A person by name.
    Person,
    /// A person by what they are: "the harbour master".
    Role,
    /// A name that the documents do not have: it may be anything.
    Unknown,
    /// Anything else with a name.
    Named,
    /// Anything else.
    Thing,
}

/// A name in a line.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) words: Range<usize>,
    pub(super) kind: Kind,
    /// As the documents write it, where they have it.
    pub(super) written: Option<String>,
}

/// The names in a line, in order.
pub(super) fn names(line: &Line, known: &Statistics) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match name_at(line, at, known) {
            Some(name) => {
                at = name.words.end;
                found.push(name);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest name that begins at a word.
pub(super) fn name_at(line: &Line, at: usize, known: &Statistics) -> Option<Name> {
    let word = line.word(at);
    if grammar::is_determiner(word) || !grammar::is_content(word) || english::is_month_or_day(word)
    {
        return None;
    }
    let row = line.row(at..line.len().min(at + 6));
    // A possessive ends a name: "Peru's Port Ellery" are two.
    let end = (at + 1..=line.len())
        .find(|&end| !line.possessive(at..end).is_empty() || is_apart(line, end));
    let row = &row[..row.len().min(end.map_or(row.len(), |end| end - at))];
    let name = |length: usize, kind, written| {
        Some(Name {
            words: at..at + length,
            kind,
            written,
        })
    };
    let country = (1..=row.len().min(3))
        .rev()
        .find(|&length| is_country(&row[..length].join(" ")));
    // A word that is mostly written small is a name only where a capital says so.
    let is_name = |word: &str| known.is_name(word) == Some(true);
    let full = known.person_by_last(row[0]);
    let is_last = full.is_some() && is_name(row[0]);
    let longer = |(length, _): &(usize, _)| country.is_none_or(|of| *length > of);
    if let Some((length, written)) = known.name_at_start(row).filter(longer) {
        let kind = if written.is_person() || (is_last && length == 1) {
            Kind::Person
        } else {
            Kind::Named
        };
        let is_role = length == 1 && is_role(row[0]);
        if !is_role && (length > 1 || line.words[at].capital && at > 0 || is_name(row[0])) {
            return name(length, kind, Some(written.written.clone()));
        }
    }
    // Met at the start of a sentence only, a last name is still one.
    if country.is_none() && is_last {
        return name(1, Kind::Person, None);
    }
    if let Some(length) = country {
        return name(length, Kind::Country, None);
    }
    // "perus": the apostrophe is often left out.
    if row[0].strip_suffix('s').is_some_and(is_country) {
        return name(1, Kind::Country, None);
    }
    // "Captain" is what the person named after it is.
    if is_role(row[0]) {
        return None;
    }
    let unheard = !known.has(row[0]);
    let odd = !Vectors::shipped().knows(row[0])
        && row[0].chars().all(char::is_alphabetic)
        && row[0].len() > 3;
    let capital = at > 0 && line.words[at].capital;
    if capital || (unheard && odd) {
        let more = (at + 1..at + row.len())
            .take_while(|&next| line.words[next].capital)
            .count();
        return name(
            1 + more,
            if unheard { Kind::Unknown } else { Kind::Named },
            None,
        );
    }
    None
}

fn is_apart(line: &Line, at: usize) -> bool {
    at < line.len() && !matches!(line.gap(at), " " | "-" | ". " | "")
}

/// Whether a name, as analysis leaves it, is a country's or its people's.
pub(super) fn is_country(name: &str) -> bool {
    static COUNTRIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let extra = [
            "us", "usa", "uk", "england", "scotland", "wales", "america", "britain",
        ];
        countries::names()
            .flatten()
            .filter(|name| name.is_ascii())
            .map(|name| countries::normal(name).to_lowercase())
            .chain(extra.map(str::to_owned))
            .filter(|name| !english::is_stop_word(name) || name == "us")
            .collect()
    });
    // "us" is the country only in capitals, which analysis keeps.
    name != "us" && COUNTRIES.contains(name.to_lowercase().as_str())
}
