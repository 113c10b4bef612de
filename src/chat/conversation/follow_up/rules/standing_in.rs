//! "What did she say?": words that stand for something that was spoken of.

use std::ops::Range;

use super::super::candidates::{self, Sort};
use super::super::names::Kind;
use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Past;
use super::super::words::Class;
use super::{Need, Readings, anaphors, statement};
use crate::chat::line::Line;

/// Words that say something: from the first number on, a question with "it" may stand alone; from the
/// second on, it holds what "it" is, if anything in it can be.
const SELF_CONTAINED: Range<usize> = 4..6;

/// A word that stands for something else.
struct Anaphor {
    words: Range<usize>,
    sort: Sort,
    possessive: bool,
    /// "She" needs something before it; "the minister" may be told by the documents.
    sure: bool,
}

/// The message with what its anaphors stand for.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let mut anaphors = anaphors(message, past);
    // What is surest comes first, since it leaves less to the others: "when did they sell it".
    anaphors.sort_by_key(|anaphor| match anaphor.sort {
        Sort::Person(_) => 0,
        Sort::Several | Sort::Members => 2,
        _ => 1,
    });
    let mut found: Vec<(Anaphor, String)> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for anaphor in anaphors {
        // "What did she say of her plans": both are the same person.
        if found.iter().any(|(known, _)| known.sort == anaphor.sort) {
            continue;
        }
        let candidate = candidates::of(&anaphor.sort, past, &taken);
        if let Sort::Person(gender) = anaphor.sort
            && candidate.is_none()
            && past.genders.forbid_any(gender)
        {
            return Some(Readings {
                questions: Vec::new(),
                need: Need::Sure,
                unclear: gender.pronoun(),
            });
        }
        taken.extend(candidate.clone());
        found.extend(candidate.map(|candidate| (anaphor, candidate)));
    }
    found.sort_by_key(|(anaphor, _)| anaphor.words.start);
    let question = question(message, &found);
    // What says the same needs no other words.
    let is_typed =
        Line::of(&question).from(0).to_lowercase() == message.line.from(0).to_lowercase();
    let sure = found.iter().any(|(anaphor, _)| anaphor.sure);
    let is_other = !found.is_empty() && !is_typed;
    is_other.then(|| Readings::one(question, Need::of(sure)))
}

/// The message with what was spoken of in the place of its anaphors.
fn question(message: &Parsed, found: &[(Anaphor, String)]) -> String {
    let skipped = super::opening(message);
    let mut line = Line::of(message.line.from(skipped));
    for (anaphor, candidate) in found.iter().rev() {
        let words = anaphor.words.start - skipped..anaphor.words.end - skipped;
        line = Line::of(&line.replaced(words, &inserted(message, anaphor, candidate)));
    }
    let mark = if line.text.ends_with('?') { "" } else { "?" };
    format!("{}{mark}", line.text)
}

/// What stands in an anaphor's place.
fn inserted(message: &Parsed, anaphor: &Anaphor, candidate: &str) -> String {
    let word = message.word(anaphor.words.start);
    let after_preposition = Class::Preposition.has(message.line.before(anaphor.words.start));
    match anaphor.sort {
        Sort::Place if !after_preposition => format!("in {candidate}"),
        _ if anaphor.possessive && candidate.ends_with('s') => format!("{candidate}'"),
        _ if anaphor.possessive => format!("{candidate}'s"),
        // "what he's known for"
        _ if matches!(word, "he's" | "she's" | "it's") => format!("{candidate} is"),
        _ => candidate.to_owned(),
    }
}

/// The words that stand for something outside the line.
fn anaphors(message: &Parsed, past: &Past<'_>) -> Vec<Anaphor> {
    let is_short = message.content() < SELF_CONTAINED.start;
    let anaphor = |at: usize| {
        let (words, sort, possessive, sure) =
            if let Some((sort, possessive)) = anaphors::pronoun(message, at) {
                // "Where do they bake bread in Peru" is asked of nobody that was spoken of.
                let sure = matches!(sort, Sort::Person(_)) || is_short;
                (at..at + 1, sort, possessive, sure)
            } else {
                let (sort, sure) = anaphors::definite(message, at, past)?;
                let words = at..at + 2;
                let possessive = !message.line.possessive(words.clone()).is_empty();
                (words, sort, possessive, sure && is_short)
            };
        Some(Anaphor {
            words,
            sort,
            possessive,
            sure,
        })
    };
    let places = (super::opening(message)..message.len()).filter(|at| !message.is_title(*at));
    let found = places.filter_map(anaphor);
    let is_outside = |anaphor: &Anaphor| {
        let at = anaphor.words.start;
        let says = anaphor.sort == Sort::Thing
            && statement::is_statement(message, at, &past.last().question);
        !says && !is_inside(message, anaphor)
    };
    found.filter(is_outside).collect()
}

/// Whether what an anaphor stands for is in the line itself: "Does Anna say that she left",
/// "Did the club sell its boats", but not "Has the club sold it".
fn is_inside(message: &Parsed, anaphor: &Anaphor) -> bool {
    let start = anaphor.words.start;
    let fits = |phrase: &&Phrase| {
        let bare = phrase.bare == phrase.words.start || phrase.name.is_some();
        let may_be_person = !phrase.plural && bare && phrase.kind != Kind::Country;
        let agrees = match anaphor.sort {
            Sort::Person(_) => phrase.is_person() || (may_be_person && !phrase.asked),
            Sort::Thing => !phrase.is_person() && !phrase.plural,
            Sort::Several | Sort::Members => !phrase.asked || phrase.plural,
            _ => false,
        };
        phrase.words.start < start && agrees
    };
    let is_whole = message.content() >= SELF_CONTAINED.end;
    let is_near = |phrase: &Phrase| {
        let clause = (phrase.words.start..start).any(|at| Class::Clause.has(message.word(at)));
        anaphor.possessive || clause || is_whole
    };
    message.phrases.iter().filter(fits).any(is_near)
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn words_stand_for_what_was_spoken_of_and_not_for_what_the_message_says() {
        check(
            "Who led the Clock Museum? = Ines Marlow led it. > What did she do of her plans? -> What did Ines Marlow do of her plans?
             Who led the Clock Museum? = Ines Marlow led it. > what she's famous for -> what Ines Marlow is famous for?
             What is Long Quay? > and what is its price? -> what is Long Quay's price?
             Who led the Clock Museum? = Ines Marlow led it. > and her successor? -> Ines Marlow's successor?
             What is Long Quay? > what about its price? -> what about Long Quay's price?
             When did the Clock Museum meet Joris Vane? > When did he sell it? -> When did Joris Vane sell the Clock Museum?
             What is Long Quay? > Did the Tide Museum sell its clocks? ->
             What is Long Quay? > Does Joris Vane hope that he wins? ->
             What is Long Quay? > Who sang “It and the project”? ->
             Who wrote \"Her lamp\"? > When was it sold? -> When was \"Her lamp\" sold?",
        );
    }
}
