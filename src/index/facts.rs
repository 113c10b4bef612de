//! What documents know of names and acronyms, as words of a field: so that the
//! engine's dictionary answers what would else be held in memory.
//!
//! A fact is a letter for its kind, a key, and mostly what it is about after an
//! equals sign. In how many documents it stands is how sure it is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::acronyms;
use super::names::{self, Mention};
use crate::language::Language;

/// What separates facts in the text of a field.
pub(super) const SEPARATOR: char = '\n';

/// A name that is sure to be one, by its words, with how it is written: "n:anna brandt=Anna Brandt".
pub(super) fn written(words: &str) -> String {
    format!("n:{words}=")
}

/// A name that the document more often has as a person's than as another's.
pub(super) fn person(words: &str) -> String {
    format!("p:{words}")
}

/// The other way round.
pub(super) fn other(words: &str) -> String {
    format!("o:{words}")
}

/// Persons by the last word of their name: "l:brandt=anna brandt".
pub(super) fn last(word: &str) -> String {
    format!("l:{word}=")
}

/// The long form that the document defines for an acronym, by its stems: "d:wfu=world ferri union".
pub(super) fn long_form(acronym: &str) -> String {
    format!("d:{acronym}=")
}

/// The same by the long form.
pub(super) fn short_form(stems: &str) -> String {
    format!("e:{stems}=")
}

/// A run of capitalised words that an acronym may stand for, by its initials and
/// with its stems: "r:wfu=world ferri union".
pub(super) fn by_initials(initials: &str) -> String {
    format!("r:{initials}=")
}

/// What the facts begin with that tell words in capitals.
pub(super) const IN_CAPITALS: &str = "c:";

/// A word in capitals.
pub(super) fn in_capitals(word: &str) -> String {
    format!("{IN_CAPITALS}{word}")
}

/// What the facts begin with that tell languages.
pub(super) const LANGUAGE: &str = "g:";

/// A language that a passage of the document is in, by its code: "g:deu".
pub(super) fn language(code: &str) -> String {
    format!("{LANGUAGE}{code}")
}

/// Facts that are wanted together: those on a name and on all names that end as
/// it does, or those on one acronym. A fact's beginning, up to its equals sign,
/// tells its family, too.
pub(super) fn family(fact: &str) -> String {
    let about = fact.split('=').next().unwrap_or(fact);
    match about.split_once(':') {
        Some(("n" | "p" | "o" | "l", words)) => {
            let last = words.rsplit(' ').next().unwrap_or(words);
            format!("n:{last}")
        }
        _ => about.to_owned(),
    }
}

/// What follows `beginning` in those of some facts that begin so, if anything does;
/// those first that most documents know, equals in the order of their letters.
pub(super) fn after(beginning: &str, known: &BTreeMap<String, u64>) -> Vec<String> {
    let begin_so = known.iter().filter_map(|(fact, documents)| {
        let rest = fact.strip_prefix(beginning)?;
        (!rest.is_empty()).then_some((rest, *documents))
    });
    let mut found: Vec<(&str, u64)> = begin_so.collect();
    found.sort_by_key(|(_, documents)| Reverse(*documents));
    found.into_iter().map(|(rest, _)| rest.to_owned()).collect()
}

/// The facts of a document.
pub(super) fn of(
    names: &names::Mentions,
    acronyms: &acronyms::Mentions,
    language: Language,
) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    for (words, name) in names.all() {
        of_name(words, name, &mut facts);
    }
    for (acronym, long) in &acronyms.definitions {
        let stems = stems(long, language);
        facts.insert(long_form(acronym) + &stems);
        // That there is any is seen without going through them.
        facts.insert(short_form(&stems));
        facts.insert(short_form(&stems) + acronym);
    }
    for (initials, run) in acronyms.runs() {
        facts.insert(by_initials(&initials) + &stems(run, language));
    }
    facts.extend(acronyms.written.iter().map(|word| in_capitals(word)));
    facts
}

fn of_name(words: &str, name: &Mention, facts: &mut BTreeSet<String>) {
    // What only opens sentences may be any word.
    if name.is_sure {
        facts.insert(written(words) + &name.written);
    }
    if name.as_person > name.as_other {
        facts.insert(person(words));
        if let Some((_, word)) = words.rsplit_once(' ') {
            facts.insert(last(word) + words);
        }
    }
    if name.as_other > name.as_person {
        facts.insert(other(words));
    }
}

fn stems(words: &[String], language: Language) -> String {
    let stems: Vec<String> = words.iter().map(|word| language.term(word)).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_that_are_wanted_together_are_of_one_family() {
        let name = "anna brandt";
        let of_name = [
            written(name),
            written(name) + "Anna Brandt",
            person(name),
            other(name),
            last("brandt"),
            last("brandt") + name,
            person("brandt"),
        ];
        for fact in of_name {
            assert_eq!(family(&fact), "n:brandt", "{fact}");
        }
        assert_eq!(family(&(long_form("wfu") + "world ferri union")), "d:wfu");
        assert_eq!(family(&long_form("wfu")), "d:wfu");
        assert_eq!(family(&(short_form("world ferri") + "wf")), "e:world ferri");
        assert_eq!(family(&in_capitals("wfu")), "c:wfu");
    }
}
