//! What "they" and "them" can stand for: several things, or what was counted.

use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Turn;
use super::super::words::{self, Class};
use crate::language::english;

/// What is spoken of in the plural; `members` where only that will do: "most of them".
pub(super) fn several(turn: &Turn, members: bool) -> Vec<String> {
    let question = &turn.question;
    let phrases = &question.phrases;
    let asked = phrases.iter().find(|phrase| phrase.asked && phrase.plural);
    let the = |phrase: &Phrase| format!("the {}", phrase.text);
    if let Some(counted) = asked.filter(|_| question.word(0) == "how") {
        return vec![qualified(question, counted).unwrap_or_else(|| the(counted))];
    }
    let plural = phrases
        .iter()
        .filter(|phrase| phrase.plural && !phrase.asked);
    let mut found: Vec<String> = plural.map(|phrase| phrase.text.clone()).collect();
    found.extend(asked.map(the));
    if found.is_empty() {
        let groups = phrases
            .iter()
            .filter(|phrase| !members && is_group(question, phrase));
        found.extend(groups.map(|phrase| phrase.text.clone()));
    }
    found
}

/// What the answer told of last in the plural, without its number: "the 23 mills".
pub(super) fn told(turn: &Turn) -> Vec<String> {
    let Some(quote) = &turn.quote else {
        return Vec::new();
    };
    let is_number = |at: usize| english::is_number(quote.word(at));
    let bare = quote.phrases.iter().rev().find_map(|phrase| {
        let mut words = phrase.bare..phrase.words.end;
        let start = words.find(|&at| !is_number(at))?;
        // "costs 9 million pounds" tells how much of one thing, not of several.
        let is_measure = words.any(is_number) || english::is_unit(quote.word(phrase.head));
        let is_told = phrase.plural && !is_measure;
        is_told.then(|| format!("the {}", quote.written(start..phrase.words.end)))
    });
    bare.into_iter().collect()
}

/// Whether something in the singular can be "they": a country, a company, and what has a name that
/// does not say it is a plan or a law; but not where something is.
fn is_group(question: &Parsed, phrase: &Phrase) -> bool {
    let before = question.line.before(phrase.words.start);
    let is_place = Class::PlacePreposition.has(before) && before != "to";
    let head = question.word(phrase.head);
    let is_named = phrase.name.is_some() && !phrase.is_person() && !Class::Work.has(head);
    !phrase.asked && !is_place && (is_named || words::is_body(head))
}

/// "The boats sold in 1923" of "how many boats were sold in 1923", where it can be told so shortly.
fn qualified(question: &Parsed, counted: &Phrase) -> Option<String> {
    let (be, word) = (counted.words.end, |at: usize| question.word(at));
    let after = be + 1 + usize::from(word(be + 1) == "there");
    let first = word(after);
    let short = after > be + 1 || words::is_participle(first) || Class::Preposition.has(first);
    let is_short = Class::Be.has(word(be)) && short && after < question.len();
    is_short.then(|| format!("the {} {}", counted.text, question.line.from(after)))
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn what_was_counted_is_counted_with_what_qualifies_it() {
        check(
            "How many clocks were lost in 1931? > Were most of them old? -> Were most of the clocks lost in 1931 old?
             How many clocks are near Chile? > Were most of them old? -> Were most of the clocks near Chile old?
             How many clocks are there in Chile? > Were most of them old? -> Were most of the clocks in Chile old?
             How many clocks are there? > Were most of them old? -> Were most of the clocks old?
             How many clocks did Chile buy? > Are most of them old? -> Are most of the clocks old?
             Did the museum lose the clocks? > Are most of them old? -> Are most of the clocks old?
             Did Chile lose? > Are most of them old? ->",
        );
    }

    #[test]
    fn they_may_be_what_the_answer_told_of() {
        check(
            "Where is the salt stored? = The salt is stored in one of the 12 sheds. > How many of them are there? -> How many of the sheds are there?
             Where is the salt stored? = The salt is stored in Peru. > How many of them are there? ->
             Where is the salt stored? = To be dry, a shed is to cost 12 million pounds. > How many of them are there? ->
             Where is the salt stored? = The sheds are 12 miles from Peru. > How many of them are there? -> How many of the sheds are there?",
        );
    }

    #[test]
    fn they_are_several_or_a_group_but_no_plan_and_no_place() {
        check(
            "Did Chile lose? > What did they play? -> What did Chile play?
             What is the tide company? > What do they sell? -> What do the tide company sell?
             Who is Chile's captain? > Why do they play? ->
             Where was the storm in Chile? > What did they play? ->
             When was the Quay Treaty lost? > What do they sell? ->
             When was the storm? > What do they sell? ->",
        );
    }
}
