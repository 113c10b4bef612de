//! Whom "he" and "she" can stand for.

use super::Past;
use super::grammar;
use super::names::{self, Kind, Name};
use super::phrases::{self, Phrase};
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::english;

/// Words of which only a woman can be one.
const FEMALE: &str = "\
    actress baroness chairwoman daughter duchess lady mother mrs ms miss princess queen sister spokeswoman wife";
/// Words of which only a man can be one.
const MALE: &str = "baron chairman duke father husband king lord mr prince sir son spokesman";

/// Words for one of a couple: "the wife of Vane" is not Vane.
const SPOUSES: &str = "husband widow widower wife";
/// So many words from a person, at most, stands what they are.
const BESIDE: usize = 6;

/// Whom a pronoun allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
    /// "the minister"
    Any,
}

impl Gender {
    /// He for her, and she for him.
    pub(super) fn other(self) -> Self {
        match self {
            Self::Male => Self::Female,
            Self::Female => Self::Male,
            Self::Any => Self::Any,
        }
    }

    /// The word for one of it.
    pub(super) fn pronoun(self) -> Option<&'static str> {
        match self {
            Self::Male => Some("he"),
            Self::Female => Some("she"),
            Self::Any => None,
        }
    }

    /// Whether it may be somebody of this role, as far as the word tells.
    fn allows(self, role: &str) -> bool {
        let listed = |list: &str| list.split_whitespace().any(|word| word == role);
        match self {
            Self::Male => !listed(FEMALE),
            Self::Female => !listed(MALE),
            Self::Any => true,
        }
    }
}

/// Whether a question asked for somebody by this role.
pub(super) fn spoke_of_role(role: &str, past: &Past<'_>) -> bool {
    let head = english::term(role);
    past.turns.iter().any(|(question, quote)| {
        let lines = [Some(question), quote.as_ref()].into_iter().flatten();
        let mut words = lines.flat_map(|line| (0..line.len()).map(|at| line.word(at)));
        words.any(|word| is_role(word) && english::term(word) == head)
    })
}

/// Persons that a turn spoke of, the likeliest first, whom the documents do not call otherwise.
pub(super) fn persons(
    gender: Gender,
    question: &Line,
    quote: Option<&Line>,
    known: &Statistics,
    allows: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let mut answering = quote.map_or_else(Vec::new, |quote| in_answer(quote, known));
    answering.retain(|(_, written)| allows(written));
    let is_person = |name: &Name| {
        // "kublai khan", where the answer speaks of Khan.
        let part = || {
            let row = question.row(name.words.clone());
            let same = |person: &(Name, String)| {
                let quote = quote.map_or_else(Vec::new, |quote| quote.row(person.0.words.clone()));
                quote.iter().all(|word| row.contains(word))
            };
            answering.iter().any(same)
        };
        let row = question.row(name.words.clone());
        let as_person = known
            .name_at_start(&row)
            .is_some_and(|(_, name)| name.is_at_times_person());
        let lives = matches!(
            question.word(name.words.end),
            "born" | "die" | "died" | "marry" | "married"
        );
        let whole = question.word(0).starts_with("who")
            && grammar::is_be(question.word(1))
            && name.words == (2..question.len());
        let told = lives || whole || as_person || part();
        name.kind == Kind::Person || name.kind == Kind::Named && told
    };
    let names = names::names(question, known).into_iter();
    let in_question = names.filter(is_person);
    let mut found: Vec<String> = in_question
        .map(|name| in_full(question, &name, known))
        .filter(|written| allows(written))
        .collect();
    let is_one = |phrase: &Phrase| {
        !phrase.plural
            && (phrase.kind == Kind::Role
                || is_asked_for(question, phrase) && phrase.name.is_none())
    };
    let role = phrases::phrases(question, known).into_iter().find(is_one);
    let other = |role: &Phrase| !gender.allows(question.word(role.head));
    let asks = question.word(0).starts_with("who");
    // "Who was the wife of the owner?" tells of no "he".
    let is_other = asks && role.as_ref().is_some_and(other);
    let role = role.filter(|role| !other(role));
    // "Who was the owner of the ferry": a person beside "owner" in the answer, or nobody by name.
    let beside = role
        .as_ref()
        .filter(|_| asks)
        .map(|role| question.word(role.head));
    let is_spouse = |role: &str| SPOUSES.split_whitespace().any(|spouse| spouse == role);
    if beside.is_some_and(is_spouse) {
        found.clear();
    }
    let near = |(name, _): &(Name, String)| {
        let near = name.words.start.saturating_sub(BESIDE)..name.words.end + BESIDE;
        let Some((role, quote)) = beside.zip(quote) else {
            return true;
        };
        near.into_iter().any(|at| quote.word(at) == role)
    };
    let told = answering.iter().filter(|person| near(person));
    // "When did kublai leave?" is answered by no other person.
    let asks_for_name = asks || matches!(question.word(0), "what" | "which" | "whose");
    if found.is_empty() && role.is_none() && !asks_for_name {
        found = perhaps(question, known);
        found.retain(|written| allows(written));
    }
    if found.is_empty() && !is_other {
        found.extend(told.map(|(_, written)| written.clone()));
    }
    if found.is_empty() {
        found.extend(role.map(|phrase| question.written(phrase.words).to_owned()));
        let unknown = names::names(question, known)
            .into_iter()
            .filter(|name| name.kind == Kind::Unknown);
        found.extend(unknown.map(|name| question.written(name.words).to_owned()));
    }
    if found.is_empty() && matches!(question.word(0), "who" | "whom") {
        let doer = quote.and_then(|quote| doer(quote, known));
        found.extend(doer.filter(|written| allows(written)));
    }
    found
}

/// "the fastest" of "Who was the fastest": whatever it is called, it is a person. "The bridge"
/// of "Who was the bridge built by" is what something was done to.
pub(super) fn is_asked_for(question: &Line, phrase: &Phrase) -> bool {
    question.word(0).starts_with("who")
        && grammar::is_be(question.word(1))
        && phrase.words.start == 2
        && !grammar::is_participle(question.word(phrase.words.end))
}

fn in_answer(quote: &Line, known: &Statistics) -> Vec<(Name, String)> {
    names::names(quote, known)
        .into_iter()
        .filter(|name| name.kind == Kind::Person)
        .map(|name| {
            let full = in_full(quote, &name, known);
            (name, full)
        })
        .collect()
}

/// Names in a question that may be persons', though nothing in the documents says so.
pub(super) fn perhaps(question: &Line, known: &Statistics) -> Vec<String> {
    let names = names::names(question, known).into_iter();
    let may_be = |name: &Name| {
        let before = question.before(name.words.start);
        let row = question.row(name.words.clone());
        let written = known.name_at_start(&row);
        // "wrote on", "sail to"; and "painted by", "spoke with".
        let personal = matches!(before, "by" | "with" | "about" | "of" | "for");
        let place = grammar::is_determiner(before) || grammar::is_preposition(before) && !personal;
        name.kind == Kind::Named && !place && written.is_none_or(|(_, name)| name.may_be_person())
    };
    let persons = names.filter(may_be);
    persons
        .map(|name| question.written(name.words).to_owned())
        .collect()
}

/// Who did what a quote tells of: "painted by Rosa Quill".
fn doer(quote: &Line, known: &Statistics) -> Option<String> {
    let names = names::names(quote, known).into_iter();
    let mut full = names.filter(|name| {
        name.words.len() > 1 && name.kind == Kind::Named && quote.before(name.words.start) == "by"
    });
    Some(quote.written(full.next()?.words).to_owned())
}

/// "Brandt" is called "Anna Brandt", if the documents know one Brandt only.
fn in_full(line: &Line, name: &Name, known: &Statistics) -> String {
    let alone = name.words.len() == 1;
    let full = known
        .person_by_last(line.word(name.words.start))
        .filter(|_| alone);
    let written = full
        .map(|name| name.written.clone())
        .or_else(|| name.written.clone());
    written.unwrap_or_else(|| line.written(name.words.clone()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn he_is_not_somebodys_wife() {
        let wife = "Who was the wife of Joris Vane?";
        for (question, gender, wanted) in [
            (wife, Gender::Female, "the wife of Joris Vane"),
            (wife, Gender::Male, "Joris Vane"),
            ("Who was the champion?", Gender::Female, "the champion"),
            ("When was Zorgblatt born?", Gender::Male, "Zorgblatt"),
            ("Where do the zeppelin masters meet?", Gender::Male, ""),
        ] {
            let line = Line::of(question);
            let found = persons(gender, &line, None, &known_of(&[&line]), &|_| true);
            assert_eq!(found.join("|"), wanted, "{question}");
        }
    }
}
