//! What "it" and "there" can stand for.

use super::super::names::{Kind, Name};
use super::super::phrases::Phrase;
use super::super::turn::Turn;
use super::super::words::{self, Class};
use super::persons::is_asked_for;
use crate::language::english;

/// Things that a turn spoke of, the likeliest first: what its answer names, what its question
/// names, what else it speaks of.
pub(super) fn things(turn: &Turn) -> Vec<String> {
    if super::counts_nothing(turn) {
        return Vec::new();
    }
    let phrases = &turn.question.phrases;
    let asked = phrases.iter().find(|phrase| phrase.asked && !phrase.plural);
    // "Which country": the answer names it.
    let mut found = asked.map_or_else(|| introduced(turn), |asked| turn.answering(asked));
    let things = phrases.iter().filter(|phrase| {
        let is_person = phrase.is_person() || is_asked_for(turn, phrase);
        !phrase.asked && !phrase.plural && !is_person
    });
    let (named, others): (Vec<&Phrase>, Vec<&Phrase>) =
        things.partition(|phrase| phrase.name.is_some());
    found.extend(
        named
            .into_iter()
            .chain(others)
            .map(|phrase| owner(turn, phrase)),
    );
    found
}

/// "The population of Port Ellery" is asked for, Port Ellery is spoken of.
fn owner(turn: &Turn, phrase: &Phrase) -> String {
    let question = &turn.question;
    let of = (phrase.head + 1..phrase.words.end).find(|&at| question.word(at) == "of");
    let of = of.filter(|_| Class::Relation.has(question.word(phrase.head)));
    of.map_or_else(
        || phrase.text.clone(),
        |of| question.written(of + 1..phrase.words.end),
    )
}

/// What the answer to "What is the harbour building?" is called: "a crane called Long Arm",
/// "the Long Arm project". "What is the harbour?" asks for no other thing.
pub(super) fn introduced(turn: &Turn) -> Vec<String> {
    let question = &turn.question;
    let defines = question
        .phrases
        .first()
        .is_none_or(|phrase| Class::Be.has(question.word(1)) && phrase.words.end == question.len());
    if question.word(0) != "what" || defines {
        return Vec::new();
    }
    let names = turn.told().iter().filter(|name| is_new(turn, name));
    names.map(|name| name.text.clone()).collect()
}

/// Whether a name in the answer is of something that the answer tells of for the first time.
fn is_new(turn: &Turn, name: &Name) -> bool {
    let Some(quote) = &turn.quote else {
        return false;
    };
    let (start, end) = (name.words.start, name.words.end);
    let is_class = |at: usize| words::is_class(quote.word(at));
    let is_called = matches!(quote.line.before(start), "called" | "named");
    // "the Long Arm project", "the project “Long Arm”"
    let is_joined = || quote.line.gap(end).chars().all(|c| !c.is_alphanumeric());
    let is_beside = is_class(end) && is_joined() || start > 0 && is_class(start - 1);
    let asked_with = question_words(turn);
    let is_known = quote
        .line
        .row(start..end)
        .iter()
        .any(|word| asked_with.contains(word));
    // "out of the Long Arm project" is about something that was there before.
    let is_small = |at: &usize| {
        let word = quote.word(*at);
        let called = matches!(word, "called" | "named");
        Class::Determiner.has(word) || is_class(*at) || english::is_number(word) || called
    };
    let governing = (0..start).rev().find(|at| !is_small(at));
    let is_object = governing.is_none_or(|at| !Class::Preposition.has(quote.word(at)));
    let is_told = is_called || is_beside || is_class(end - 1);
    name.kind == Kind::Named && !is_known && is_object && is_told
}

fn question_words(turn: &Turn) -> Vec<&str> {
    turn.question.line.row(0..turn.question.len())
}

/// Places that a turn spoke of, the likeliest first.
pub(super) fn places(turn: &Turn) -> Vec<String> {
    const PLACES: &[Kind] = &[Kind::Country, Kind::Named];
    let phrases = &turn.question.phrases;
    let is_place = |phrase: &&Phrase| !phrase.asked && PLACES.contains(&phrase.kind);
    let mut found: Vec<String> = phrases
        .iter()
        .filter(is_place)
        .map(|phrase| phrase.text.clone())
        .collect();
    // "Which country": the answer names it.
    let asked = phrases
        .iter()
        .find(|phrase| phrase.asked && phrase.kind == Kind::Country);
    if let Some(asked) = asked.filter(|phrase| !phrase.plural && found.is_empty()) {
        found = turn.answering(asked);
    }
    if found.is_empty() {
        found = turn.question.names_of(PLACES);
    }
    if let Some(quote) = turn.quote.as_ref().filter(|_| found.is_empty()) {
        let located = quote.names.iter().filter_map(|name| {
            let has_article = quote.line.before(name.words.start) == "the";
            let start = name.words.start - usize::from(has_article);
            let is_in = Class::PlacePreposition.has(quote.line.before(start));
            (is_in && PLACES.contains(&name.kind)).then(|| quote.written(start..name.words.end))
        });
        found.extend(located);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn it_is_what_the_answer_names_or_what_the_question_is_about() {
        check(
            "What did the club start? = It started a plan called Long Quay. > When will it end? -> When will Long Quay end?
             What did the club leave? = It got out of the Long Quay plan. > When did it grow? -> When did the club grow?
             What is the height of the Tide Museum? > Where is it? -> Where is the Tide Museum?
             Which state bought Long Quay? = Chile bought Long Quay. > What has it sold? -> What has Chile sold?
             Does the mayor like the old bell in the Tide Museum? > Does it ring? -> Does the Tide Museum ring?
             How many were lost in Peru? > Was it cold? ->",
        );
    }

    #[test]
    fn there_is_a_place_of_the_question_or_where_the_answer_is_set() {
        check(
            "Who works in Chile? = Marlow works in Peru. > Who sleeps there? -> Who sleeps in Chile?
             Who lost the game? = Chile lost the game in Peru. > Who eats there? -> Who eats in Peru?
             Which country has bears? = Peru has some. > Who hunts there? -> Who hunts in Peru?
             Who lost the game? = Nobody lost the game. > Who eats there? ->",
        );
    }
}
