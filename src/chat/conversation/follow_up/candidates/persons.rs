//! Whom "he" and "she" can stand for.

use super::super::genders::{Gender, Genders};
use super::super::names::{Kind, Name};
use super::super::phrases::Phrase;
use super::super::turn::Turn;
use super::super::words::{self, Class};

/// So many words from a person, at most, stands what they are.
const BESIDE: usize = 6;

/// Persons that a turn spoke of, the likeliest first, whom the documents do not call otherwise.
pub(super) fn persons(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let found = likely(turn, gender, genders);
    if !found.is_empty() {
        return found;
    }
    // Whom the documents call "she" is a person, even if nothing else tells.
    let told = turn.told().iter().filter(|name| name.kind == Kind::Named);
    let told = told.filter(|name| genders.tell(&name.text, gender));
    told.map(|name| name.text.clone()).collect()
}

/// Names in a question that may be persons', though nothing in the documents says so.
pub(super) fn perhaps(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let names = turn.question.names.iter().filter(|name| {
        let before = turn.question.line.before(name.words.start);
        // "wrote on", "sail to"; and "painted by", "spoke with".
        let is_personal = matches!(before, "by" | "with" | "about" | "of" | "for");
        let is_place = Class::Preposition.has(before) && !is_personal;
        let is_free = name.marks.is_none() && name.kind == Kind::Named && name.may_be_person;
        is_free && !is_place && !Class::Determiner.has(before)
    });
    let names = names.filter(|name| genders.allow(&name.text, gender));
    names.map(|name| name.text.clone()).collect()
}

fn likely(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let question = &turn.question;
    let allowed = |name: &&Name| genders.allow(&name.full, gender);
    let full = |name: &Name| name.full.clone();
    let told = turn.told().iter().filter(|name| name.kind == Kind::Person);
    let told: Vec<&Name> = told.filter(allowed).collect();
    let in_question = question
        .names
        .iter()
        .filter(|name| is_person(turn, name, &told));
    let in_question: Vec<String> = in_question.filter(allowed).map(full).collect();

    let role = question.phrases.iter().find(|phrase| {
        let asked_for = || is_asked_for(turn, phrase) && phrase.name.is_none();
        !phrase.plural && (phrase.kind == Kind::Role || asked_for())
    });
    let (role, other) = match role {
        Some(role) if gender.allows(question.word(role.head)) => (Some(role), None),
        other => (None, other),
    };
    let asks = question.asks_who();
    // "Who was the owner of the ferry": a person beside "owner" in the answer, or nobody by name.
    let beside = role.filter(|_| asks).map(|role| question.word(role.head));
    if !in_question.is_empty() && !beside.is_some_and(|role| Class::Kin.has(role)) {
        return in_question;
    }
    // "When did kublai leave?" is answered by no other person.
    if role.is_none() && !asks && !matches!(question.word(0), "what" | "which" | "whose") {
        let found = perhaps(turn, gender, genders);
        if !found.is_empty() {
            return found;
        }
    }
    // "Who was the wife of the owner?" tells of no "he".
    let told = told
        .into_iter()
        .filter(|name| is_beside(turn, name, beside));
    let told: Vec<String> = told
        .filter(|_| !(asks && other.is_some()))
        .map(full)
        .collect();
    if !told.is_empty() {
        return told;
    }
    let mut found: Vec<String> = role.iter().map(|role| role.text.clone()).collect();
    let unknown = question
        .names
        .iter()
        .filter(|name| name.kind == Kind::Unknown);
    found.extend(unknown.map(|name| name.text.clone()));
    if found.is_empty() && asks {
        found.extend(doer(turn).filter(allowed).map(full));
    }
    found
}

/// Whether a name of the question is a person's: the documents say so, or it is asked about as one.
fn is_person(turn: &Turn, name: &Name, told: &[&Name]) -> bool {
    let question = &turn.question;
    let row = question.line.row(name.words.clone());
    // "kublai khan", where the answer speaks of Khan.
    let part = || {
        let quote = turn.quote.as_ref();
        let words = |person: &Name| quote.map(|quote| quote.line.row(person.words.clone()));
        let same = |person: &&Name| {
            words(person).is_some_and(|own| own.iter().all(|word| row.contains(word)))
        };
        told.iter().any(same)
    };
    let lives = matches!(
        question.word(name.words.end),
        "born" | "die" | "died" | "marry" | "married"
    );
    let whole = is_asked(turn) && name.words == (2..question.len());
    let at_times = name.at_times_person && name.marks.is_none();
    name.kind == Kind::Person || name.kind == Kind::Named && (lives || whole || at_times || part())
}

/// "Who is", "who was".
fn is_asked(turn: &Turn) -> bool {
    turn.question.asks_who() && Class::Be.has(turn.question.word(1))
}

/// "the fastest" of "Who was the fastest": whatever it is called, it is a person. "The bridge"
/// of "Who was the bridge built by" is what something was done to.
pub(super) fn is_asked_for(turn: &Turn, phrase: &Phrase) -> bool {
    let next = turn.question.word(phrase.words.end);
    is_asked(turn) && phrase.words.start == 2 && !words::is_participle(next)
}

/// Whether a role stands beside a name in the answer, where one was asked for.
fn is_beside(turn: &Turn, name: &Name, role: Option<&str>) -> bool {
    let near = name.words.start.saturating_sub(BESIDE)..name.words.end + BESIDE;
    let Some((role, quote)) = role.zip(turn.quote.as_ref()) else {
        return true;
    };
    near.into_iter().any(|at| quote.word(at) == role)
}

/// Who did what a quote tells of: "painted by Rosa Quill".
fn doer(turn: &Turn) -> Option<&Name> {
    turn.told().iter().find(|name| {
        let quote = turn.quote.as_ref();
        let by = quote.is_some_and(|quote| quote.line.before(name.words.start) == "by");
        by && name.words.len() > 1 && name.kind == Kind::Named
    })
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn she_is_somebody_of_the_question_or_whom_the_answer_names() {
        check(
            "Who was the daughter of Joris Vane? > When did she sail? -> When did the daughter of Joris Vane sail?
             Who was the daughter of Joris Vane? > When did he sail? -> When did Joris Vane sail?
             Who was the winner? > When did he arrive? -> When did the winner arrive?
             When did Zorgblatt marry? > What did he eat? -> What did Zorgblatt eat?
             Who carved the gate? = It was carved by Rosa Quill. > When did she carve? -> When did Rosa Quill carve?
             Who was the captain? = The captain, Joris Vane, met Anna Brandt. > What did he say? -> What did Joris Vane say?
             Where do the chess masters meet? > When did he lose? ->
             Who was the quay built by? > When was she born? ->",
        );
    }
}
