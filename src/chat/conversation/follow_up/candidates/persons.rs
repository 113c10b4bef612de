//! Whom "he" and "she" can stand for.

use super::super::genders::{Gender, Genders};
use super::super::names::{Kind, Name};
use super::super::parsed::Parsed;
use super::super::turn::Turn;
use super::super::words::Class;

/// Persons that a turn spoke of, the likeliest first, whom the documents do not call otherwise: who
/// was asked for, in the answer; who was asked about; anybody else in the answer.
pub(super) fn persons(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let question = &turn.question;
    let asks = question.asks_who();
    let allowed = |name: &&Name| genders.allow(&name.full, gender);
    let is_person = |name: &&Name| name.kind == Kind::Person || genders.tell(&name.full, gender);
    let is_whole =
        |name: &&Name| asks && Class::Be.has(question.word(1)) && name.words == (2..question.len());
    let names = || question.names.iter().filter(allowed);
    let asked = names().filter(|name| name.kind != Kind::Country && is_whole(name));
    let in_question = asked.chain(names().filter(is_person));
    let told = turn.told().iter().filter(allowed);
    let told = told.filter(|name| is_person(name) || asks && turn.tells_of_person(name));
    let new = told.clone().filter(|name| !turn.was_asked_with(name));
    let full = |name: &Name| name.full.clone();
    let role = |line: &Parsed| {
        let mut roles = line.phrases.iter();
        let role = roles.find(|phrase| {
            let is_role = !phrase.plural && phrase.kind == Kind::Role;
            is_role && gender.allows(line.word(phrase.head))
        });
        role.map(|role| role.text.clone())
    };
    // "Who was the wife of the captain" asks for nobody in the question.
    let is_asked_for = asks && !question.names.iter().any(|name| is_whole(&name));
    let mut found: Vec<String> = Vec::new();
    if is_asked_for {
        found.extend(new.map(full));
        if found.is_empty() {
            let told = || turn.quote.as_ref().and_then(role);
            found.extend(role(question).or_else(told));
        }
    }
    found.extend(in_question.map(full));
    if found.is_empty() {
        found.extend(told.map(full));
    }
    if found.is_empty() {
        found.extend(role(question));
    }
    found
}

/// Names in a question that may be persons', though nothing in the documents says so.
pub(super) fn perhaps(turn: &Turn, gender: Gender, genders: &Genders) -> Vec<String> {
    let names = turn.question.names.iter().filter(|name| {
        let before = turn.question.line.before(name.words.start);
        // "wrote on", "sail to"; and "painted by", "spoke with".
        let is_personal = matches!(before, "by" | "with" | "about" | "of" | "for");
        let is_place = Class::Preposition.has(before) && !is_personal;
        let is_free = name.marks.is_none() && name.may_be_person && !turn.question.names_body(name);
        let is_named = matches!(name.kind, Kind::Named | Kind::Unknown);
        is_free && is_named && !is_place && !Class::Determiner.has(before)
    });
    let names = names.filter(|name| genders.allow(&name.full, gender));
    names.map(|name| name.text.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn she_is_somebody_of_the_question_or_whom_the_answer_names() {
        check(
            "Who was the daughter of Joris Vane? > When did she sail? -> When did the daughter of Joris Vane sail?
             Who was the daughter of Joris Vane? > When did he sail? -> When did Joris Vane sail?
             When did Zorgblatt marry? > What did he eat? -> What did Zorgblatt eat?
             Who carved the gate? = It was carved by Rosa Quill. > When did she carve? -> When did Rosa Quill carve?
             Who is the keeper? = The keeper of the pier is Rosa Quill. > When did she carve? -> When did Rosa Quill carve?
             Who dug the pond? = The Pond Club, led by Rosa Quill, dug it. > When did she dig? -> When did Rosa Quill dig?
             Who was the captain? = The captain, Joris Vane, met Anna Brandt. > What did he say? -> What did Joris Vane say?
             When was the captain of Long Quay born? > What did she eat? -> What did the captain of Long Quay eat?
             Where do the chess masters meet? > When did he lose? ->
             Who was the quay built by? > When was she born? ->",
        );
    }
}
