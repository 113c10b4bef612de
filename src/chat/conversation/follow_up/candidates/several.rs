//! What "they" and "them" can stand for: several things, or what was counted.

use super::super::names::Kind;
use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Turn;
use super::super::words::{self, Class};
use crate::chat::wording::joint;

/// What is spoken of in the plural; `members` where only that will do: "most of them".
pub(super) fn several(turn: &Turn, members: bool) -> Vec<String> {
    let question = &turn.question;
    let phrases = &question.phrases;
    let asked = phrases.iter().find(|phrase| phrase.asked && phrase.plural);
    let the = |phrase: &Phrase| format!("the {}", phrase.text);
    if let Some(counted) = asked.filter(|_| question.word(0) == "how") {
        return vec![qualified(question, counted).unwrap_or_else(|| the(counted))];
    }
    if let Some(counted) = counted_among(question) {
        return vec![counted];
    }
    // "Most of the Netherlands" is not most of several.
    let one = |phrase: &Phrase| members && phrase.name.is_some() && phrase.kind == Kind::Country;
    let plural = phrases
        .iter()
        .filter(|phrase| phrase.plural && !phrase.asked && !one(phrase));
    let mut found: Vec<String> = plural.map(|phrase| phrase.text.clone()).collect();
    if let Some(asked) = asked {
        let named = turn.answering(asked);
        found.extend((named.len() > 1 && asked.kind == Kind::Country).then(|| in_a_row(&named)));
        found.push(the(asked));
    }
    if found.is_empty() {
        let countries = question
            .names
            .iter()
            .filter(|name| name.kind == Kind::Country);
        let all: Vec<String> = countries.map(|name| name.text.clone()).collect();
        found.extend((all.len() > 1).then(|| in_a_row(&all)));
        let groups = phrases
            .iter()
            .filter(|phrase| !members && is_group(question, phrase));
        found.extend(groups.map(|phrase| phrase.text.clone()));
    }
    found
}

/// Whether something in the singular can be "they": a country, a company, and what has a name that
/// does not say it is a plan or a law; but not where something is.
fn is_group(question: &Parsed, phrase: &Phrase) -> bool {
    let before = question.line.before(phrase.words.start);
    let is_place = Class::PlacePreposition.has(before) && before != "to";
    let head = question.word(phrase.head);
    let is_named = phrase.name.is_some() && phrase.kind != Kind::Person && !Class::Work.has(head);
    !phrase.asked && !is_place && (is_named || words::is_body(head))
}

/// "a, b and c"
fn in_a_row(names: &[String]) -> String {
    let joined = |(place, name): (usize, &String)| [joint(place, names.len()), name].concat();
    names.iter().enumerate().map(joined).collect()
}

/// "The boats sold in 1923" of "How many of the boats sold in 1923 were new".
fn counted_among(question: &Parsed) -> Option<String> {
    let verb = (4..question.len()).rfind(|at| Class::Auxiliary.has(question.word(*at)))?;
    let counted = question.line.row(0..3) == ["how", "many", "of"];
    counted.then(|| question.written(3..verb))
}

/// "The boats sold in 1923" of "how many boats were sold in 1923", where it can be told so shortly.
fn qualified(question: &Parsed, counted: &Phrase) -> Option<String> {
    let (noun, word) = (&counted.text, |at: usize| question.word(at));
    let mut after = counted.words.end;
    let first = word(after);
    if Class::Be.has(first) {
        let there = word(after + 1) == "there";
        after += 1 + usize::from(there);
        let short =
            words::is_participle(word(after)) || Class::Preposition.has(word(after)) || there;
        let rest = question.line.from(after);
        return (short && after < question.len()).then(|| format!("the {noun} {rest}"));
    }
    let is_people = matches!(word(counted.head), "people" | "men" | "women" | "children");
    let who = if is_people { "who" } else { "that" };
    let mut rest = after + usize::from(Class::Auxiliary.has(first))..question.len();
    let verb = word(rest.find(|at| !words::is_passed(word(*at)))?);
    // "How many boats did Peru sell" has another subject.
    let is_verb =
        words::is_participle(verb) || Class::Be.has(verb) || words::asked_with(verb).is_some();
    is_verb.then(|| format!("the {noun} {who} {}", question.line.from(after)))
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
             How many women work in Chile? > Are most of them old? -> Are most of the women who work in Chile old?
             How many clocks have ever left Chile? > Are most of them old? -> Are most of the clocks that have ever left Chile old?
             How many clocks did Chile buy? > Are most of them old? -> Are most of the clocks old?
             How many of the clocks lost in Chile were new? > Are most of them old? -> Are most of the clocks lost in Chile old?
             Did the museum lose the clocks? > Are most of them old? -> Are most of the clocks old?
             Did Chile lose? > Are most of them old? ->",
        );
    }

    #[test]
    fn they_are_several_or_a_group_but_no_plan_and_no_place() {
        check(
            "Did Chile lose? > What did they play? -> What did Chile play?
             Did Chile meet Peru? > What did they play? -> What did Chile and Peru play?
             What is the tide company? > What do they sell? -> What do the tide company sell?
             Where was the storm in Chile? > What did they play? ->
             When was the Quay Treaty lost? > What do they sell? ->
             When was the storm? > What do they sell? ->",
        );
    }
}
