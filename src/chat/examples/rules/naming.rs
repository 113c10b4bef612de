//! Names: whose they are, what is said of them beside them, and what persons say.

use super::{Draft, Kind};
use crate::chat::examples::clause::{Clause, is_article};
use crate::chat::examples::words::{
    NO_SURNAME, PRESENT, SPEECH, base, is_one_of, is_trade, may_be_trade, past_of,
};
use crate::index::names;

/// A role stands so many words after the comma behind a name, at most.
const APPOSITION: usize = 6;
/// Small words and numbers in persons' names.
const IN_NAMES: &str = "ii iii iv de van von der al bin la da";

/// Persons whose role stands beside them.
pub(super) fn people(clause: &Clause<'_>) -> Vec<Draft> {
    let persons = (clause.start()..clause.len()).filter_map(|at| {
        let end = person_at(clause, at)?;
        let name = clause.written(&(at..end));
        let name = name
            .strip_suffix("'s")
            .or(name.strip_suffix("’s"))
            .unwrap_or(name);
        Some(Draft {
            kind: Kind::Person,
            question: format!("Who is {name}?"),
            about: name.to_owned(),
        })
    });
    persons.collect()
}

/// Where the full name of a person with a role beside it ends.
fn person_at(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let (end, _) = clause.name_at(at).filter(|(_, person)| *person)?;
    let one = |at: usize| clause.written(&(at..at + 1));
    let joined = at > 0 && clause.is_whole(&(at - 1..at + 1));
    let role = joined && names::is_role(clause.word(at - 1));
    // "The minister's Question Hour" is no minister.
    let owned = role && one(at - 1).contains(['\'', '’']);
    // The rest of a longer name, or of another phrase.
    let inner = at > 0
        && (joined && clause.is_capital(at - 1) && !role
            || matches!(clause.word(at - 1), "of" | "in" | "the"));
    let apposed = clause.gap_before(end).starts_with(", ")
        && (end..(end + APPOSITION).min(clause.len()))
            .take_while(|&at| at == end || !clause.ends_before(at))
            .any(|at| names::is_role(clause.word(at)));
    let in_name = |at: usize| {
        clause.is_always_capital(at) && one(at).contains(char::is_lowercase)
            || is_one_of(IN_NAMES, clause.word(at))
            || one(at).chars().count() == 1
    };
    let full = (at + 2..=at + 4).contains(&end)
        && (at..end).all(in_name)
        && !is_one_of(NO_SURNAME, clause.word(end - 1));
    (full && (role || apposed) && !owned && !inner).then_some(end)
}

/// What stands between commas after a name: ", a choke point between ...", ", which forbids ...", ", signed in 1997,".
pub(super) fn apposed(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let word = clause.word(at);
    if !clause.comma_before(at) {
        return None;
    }
    let name = clause.name_before(at)?;
    let about = clause.inside(&name)?;
    let (_, person) = clause
        .name_at(name.start + usize::from(is_article(clause.word(name.start))))
        .unwrap_or_default();
    let several = about.ends_with('s')
        || clause.comma_before(name.start)
        || clause.word(name.start.wrapping_sub(1)) == "and";
    let draft = |kind, question| {
        Some(Draft {
            kind,
            question,
            about: about.clone(),
        })
    };
    let office = name.clone().any(|at| {
        let of = clause.word(at + 1) == "of" && clause.word(at).ends_with("or");
        of || names::is_role(clause.word(at))
    });
    if person || several || office {
        return None;
    }
    if word == "which" {
        let base = base(PRESENT, clause.word(at + 1))?;
        return draft(Kind::Deed, format!("What does {about} {base}?"));
    }
    if past_of(word).is_some() && clause.time_at(at + 1).is_some() {
        return draft(Kind::Time, format!("When was {about} {word}?"));
    }
    let head = clause.head(at + 1);
    let noun = clause.word(head);
    let trade = (at..=head).any(|at| names::is_role(clause.word(at)))
        || is_trade(noun)
        || may_be_trade(noun);
    let last = clause.word(name.end - 1);
    let impersonal = is_article(clause.word(name.start))
        || is_one_of(NO_SURNAME, last)
        || !trade && !clause.is_always_capital(name.end - 1);
    let thing = matches!(word, "a" | "an") && !clause.is_capital(at + 1) && impersonal;
    if thing {
        draft(Kind::Thing, format!("What is {about}?"))
    } else {
        None
    }
}

/// "Anna Brandt said that the Long Quay ..."
pub(super) fn statement(clause: &Clause<'_>) -> Option<Draft> {
    let verb = (clause.start() + 1..clause.len()).find(|&at| is_one_of(SPEECH, clause.word(at)))?;
    let speaker = (clause.start()..verb).find_map(|at| {
        let (end, person) = clause.name_at(at)?;
        // "Anna Brandt, the harbour master, said"
        let aside = clause.comma_before(end) && clause.comma_before(verb) && at == clause.start();
        (person && (end == verb || aside) && end > at + 1).then_some(at..end)
    })?;
    let mut at = verb + 1 + usize::from(clause.word(verb + 1) == "that");
    let topic = at;
    at += usize::from(clause.word(at) == "the");
    let (end, person) = clause
        .name_at(at)
        .filter(|_| clause.is_whole(&(verb..at + 1)))?;
    let said = topic..end;
    let fits = !person
        && !clause.ends_before(end)
        && clause.is_whole(&(verb..end))
        && !clause.written(&said).contains(['\'', '’']);
    fits.then(|| Draft {
        kind: Kind::Statement,
        question: format!(
            "What did {} say about {}?",
            clause.written(&speaker),
            clause.written(&said)
        ),
        about: clause.written(&speaker).to_owned(),
    })
}
