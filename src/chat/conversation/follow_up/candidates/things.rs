//! What "it" and "there" can stand for.

use super::super::names::{Kind, Name};
use super::super::phrases::Phrase;
use super::super::turn::Turn;
use super::super::words::{self, Class};

/// Things that a turn spoke of, the likeliest first: what its answer names, what its question
/// names, what else it speaks of.
pub(super) fn things(turn: &Turn) -> Vec<String> {
    let phrases = &turn.question.phrases;
    let asked = phrases.iter().find(|phrase| phrase.asked && !phrase.plural);
    // "Which country sold it": the answer names it; "what kind of ship is the Heron" has a name.
    let is_named = |phrase: &Phrase| !phrase.asked && phrase.name.is_some();
    let is_of_named = |asked: &Phrase| {
        Class::Be.has(turn.question.word(asked.words.end)) && phrases.iter().any(is_named)
    };
    let mut found = match asked {
        Some(asked) if is_of_named(asked) => Vec::new(),
        Some(asked) => turn.answering(asked),
        None => introduced(turn),
    };
    let mut things: Vec<&Phrase> = phrases.iter().collect();
    things.retain(|phrase| !phrase.asked && !phrase.plural && !phrase.is_person());
    things.sort_by_key(|phrase| phrase.name.is_none());
    found.extend(things.into_iter().map(|phrase| phrase.text.clone()));
    found
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
    let question = &turn.question;
    let asked_with = question.line.row(0..question.len());
    let is_known = quote
        .line
        .row(start..end)
        .iter()
        .any(|word| asked_with.contains(word));
    let is_told = is_called || is_beside || is_class(end - 1);
    name.kind == Kind::Named && !is_known && is_told
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
    found
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn it_is_what_the_answer_names_or_what_the_question_is_about() {
        check(
            "What did the club start? = It started a plan called Long Quay. > When will it end? -> When will Long Quay end?
             Which state bought Long Quay? = Chile bought Long Quay. > What has it sold? -> What has Chile sold?
             Does the mayor like the old bell in the Tide Museum? > Does it ring? -> Does the Tide Museum ring?
             What kind of ship is the Heron? = Name: Heron, Kind: brig, Built: 1931 > Is it new? -> Is the Heron new?
             When does the parade take place? > Is it long? -> Is the parade long?",
        );
    }

    #[test]
    fn there_is_a_place_of_the_question_or_where_the_answer_is_set() {
        check(
            "Who works in Chile? = Marlow works in Peru. > Who sleeps there? -> Who sleeps in Chile?
             Which country has bears? = Peru has some. > Who hunts there? -> Who hunts in Peru?
             Who lost the game? = Nobody lost the game. > Who eats there? ->",
        );
    }
}
