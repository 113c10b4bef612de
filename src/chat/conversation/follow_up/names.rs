//! The names in a line, and what each is a name of.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::words::{self, Class};
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::{countries, english};

/// What opens and closes a title in quotation marks.
const MARKS: &[(char, char)] = &[('“', '”'), ('«', '»'), ('"', '"'), ('‘', '’'), ('\'', '\'')];
/// A longer name is looked for no further.
const LONGEST: usize = 6;

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

#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) words: Range<usize>,
    pub(super) kind: Kind,
    /// As the line has it, without a possessive.
    pub(super) text: String,
    /// The same, a person's as the documents have it in full: "Anna Brandt" for "brandt".
    pub(super) full: String,
    /// The quotation marks around it, where it is a title in such.
    pub(super) marks: Option<(char, char)>,
    /// Whether it has a possessive.
    pub(super) owns: bool,
    /// Whether nothing tells that it is no person's.
    pub(super) may_be_person: bool,
}

/// The names in a line, in order.
pub(super) fn names(line: &Line, known: &Statistics) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let length = name_at(line, at, known).map(|(length, kind, written)| {
            found.push(name(line, at..at + length, kind, written, known));
            length
        });
        at += length.unwrap_or(1);
    }
    found
}

/// What a title in quotation marks names, whatever stands in it.
pub(super) fn titles(line: &Line, known: &Statistics) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for start in 0..line.len() {
        let gap = line.gap(start);
        // Not as in "boats' owners".
        let is_outside = start == 0 || gap.starts_with(char::is_whitespace);
        let is_free = found.last().is_none_or(|last| last.words.end <= start);
        let close = |marks: &(char, char)| {
            let opens = is_outside && is_free && gap.trim_start().ends_with(marks.0);
            let closes = |end: &usize| line.gap(*end).starts_with(marks.1);
            let end = opens.then(|| (start + 1..=line.len()).find(closes))??;
            Some((end, *marks))
        };
        if let Some((end, marks)) = MARKS.iter().find_map(close) {
            let title = name(line, start..end, Kind::Named, None, known);
            let text = format!("{}{}{}", marks.0, line.whole(start..end), marks.1);
            let marks = Some(marks);
            found.push(Name {
                full: text.clone(),
                text,
                marks,
                owns: false,
                ..title
            });
        }
    }
    found
}

fn name(
    line: &Line,
    words: Range<usize>,
    kind: Kind,
    written: Option<String>,
    known: &Statistics,
) -> Name {
    let text = line.written(words.clone()).to_owned();
    let row = line.row(words.clone());
    let known_as = known.name_at_start(&row);
    // "Brandt" is called "Anna Brandt", if the documents know one Brandt only.
    let last = known.person_by_last(line.word(words.start));
    let last = last.filter(|_| words.len() == 1);
    let full = last.map(|name| name.written.clone());
    Name {
        kind,
        full: full.or(written).unwrap_or_else(|| text.clone()),
        text,
        marks: None,
        owns: !line.possessive(words.clone()).is_empty(),
        may_be_person: known_as.is_none_or(|(_, name)| name.may_be_person()),
        words,
    }
}

/// The longest name that begins at a word: its length, its kind, and how the documents write it.
fn name_at(line: &Line, at: usize, known: &Statistics) -> Option<(usize, Kind, Option<String>)> {
    let word = line.word(at);
    if Class::Determiner.has(word) || !words::is_content(word) || english::is_month_or_day(word) {
        return None;
    }
    let most = line.len().min(at + LONGEST);
    // A possessive ends a name: "Peru's Port Ellery" are two.
    let is_end = |end: &usize| {
        let is_joined = matches!(line.gap(*end), " " | "-" | ". " | "");
        !is_joined || !line.possessive(at..*end).is_empty()
    };
    let row = line.row(at..(at + 1..most).find(is_end).unwrap_or(most));
    let mut lengths = (1..=row.len().min(3)).rev();
    let country = lengths.find(|&length| is_country(&row[..length].join(" ")));
    // A word that is mostly written small is a name only where a capital says so.
    let is_name = known.is_name(word) == Some(true);
    let is_last = known.person_by_last(word).is_some() && is_name;
    let longer = |(length, _): &(usize, _)| country.is_none_or(|of| *length > of);
    let capital = at > 0 && line.words[at].capital;
    if let Some((length, written)) = known.name_at_start(&row).filter(longer) {
        let is_person = written.is_person() || is_last && length == 1;
        let kind = if is_person { Kind::Person } else { Kind::Named };
        if length > 1 || !is_role(word) && (capital || is_name) {
            return Some((length, kind, Some(written.written.clone())));
        }
    }
    // Met at the start of a sentence only, a last name is still one.
    if country.is_none() && is_last {
        return Some((1, Kind::Person, None));
    }
    // "perus": the apostrophe is often left out.
    let slip = || word.strip_suffix('s').is_some_and(is_country).then_some(1);
    if let Some(length) = country.or_else(slip) {
        return Some((length, Kind::Country, None));
    }
    // "Captain" is what the person named after it is.
    if is_role(word) || !capital {
        return None;
    }
    let more = (at + 1..at + row.len()).take_while(|&next| line.words[next].capital);
    let is_known = known.has(word);
    let kind = if is_known { Kind::Named } else { Kind::Unknown };
    Some((1 + more.count(), kind, None))
}

/// Whether a name, as analysis leaves it, is a country's or its people's.
fn is_country(name: &str) -> bool {
    static COUNTRIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let names = countries::names().flatten().filter(|name| name.is_ascii());
        let names = names.map(|name| countries::normal(name).to_lowercase());
        names.filter(|name| !english::is_stop_word(name)).collect()
    });
    // "us" is the country only in capitals, which analysis keeps.
    let lower = name.to_lowercase();
    name != "us" && (COUNTRIES.contains(&lower) || Class::Country.has(&lower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::tests::known_of;

    /// Looks for the names in lines, one a line: `line -> names`.
    fn check(table: &str, names: impl Fn(&Line, &Statistics) -> Vec<String>) {
        for case in table.lines() {
            let (line, wanted) = case.split_once("->").unwrap_or((case, ""));
            let found = names(&Line::of(line), &known_of(line));
            assert_eq!(found.join("|"), wanted.trim(), "{case}");
        }
    }

    #[test]
    fn a_name_is_told_by_the_documents_by_countries_and_by_capitals() {
        check(
            "Did Joris Vane meet marlow? -> Joris Vane Person|Ines Marlow Person
             Is chile near New Zealand? -> chile Country|New Zealand Country
             Has Chile's Clock Museum burned? -> Chile Country|Clock Museum Named
             Who knows Zorgblatt? -> Zorgblatt Unknown
             Will the captain sail on Monday? ->",
            |line, known| {
                let found = names(line, known).into_iter();
                let told = found.map(|name| format!("{} {:?}", name.full, name.kind));
                told.collect()
            },
        );
    }

    #[test]
    fn a_title_in_quotation_marks_is_a_name() {
        check(
            "Who sang “The sea and she” in Peru? -> “The sea and she”
             Who sang 'It'? -> 'It'
             Who wrote \"Her clock\" and «Their ferry»? -> \"Her clock\"|«Their ferry»
             Who ate at “Marlow's”? -> “Marlow's”
             Who wrote the boats' song and Peru's? ->
             What is 5\" or “open? ->",
            |line, known| {
                let found = titles(line, known).into_iter();
                found.map(|name| name.text).collect()
            },
        );
    }
}
