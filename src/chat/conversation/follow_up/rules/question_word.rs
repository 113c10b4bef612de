//! "Since when?": another question word for the last question.

use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::{Need, Readings, subject};
use crate::language::english;

/// More words than this are a question of their own.
const LONGEST: usize = 6;

/// The last question with the question words of the message, if there is nothing else in it.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let asks = (0..message.len()).find(|&at| Class::Question.has(message.word(at)))?;
    let last = &past.last().question;
    let noun = noun(message, last);
    let is_empty = |at: usize| {
        let word = message.word(at);
        let classes = [Class::Empty, Class::Preposition, Class::Question];
        let is_counted = Class::Amount.has(word) && message.line.before(at) == "how";
        let in_noun = noun.is_some_and(|noun| noun.words.contains(&at));
        is_counted || in_noun || classes.iter().any(|class| class.has(word))
    };
    if message.len() > LONGEST || !(0..message.len()).all(is_empty) {
        return None;
    }
    // "what is that" asks for the thing, not for the question.
    let is_whole = matches!(message.word(asks), "who" | "what" | "which" | "whats")
        && noun.is_none()
        && Class::Be.has(message.word(asks + 1));
    // "What happened" tells of something that has no name yet.
    let happened = last.word(0) == "what" && words::is_participle(last.word(1));
    if is_whole || happened {
        return None;
    }
    let is_joint =
        |word: &str| Class::Preposition.has(word) || matches!(word, "according" | "because");
    let start = (0..asks).find(|&at| is_joint(message.word(at)));
    let words = message.line.from(start.unwrap_or(asks));
    let endings = [" is that", " was that", " did that happen"];
    let words = endings
        .iter()
        .find_map(|ending| words.strip_suffix(ending))
        .unwrap_or(words);
    let negated = words.strip_suffix(" not");
    let words = negated.unwrap_or(words);
    // "which boats" asks for the same boats, "in which countries" for something else.
    let is_same = noun.is_some() && start.is_none();
    let known = subject::known(past, negated.is_some()).filter(|_| !is_same);
    let rest = known.unwrap_or_else(|| {
        let rest = rest(last, noun.map(|noun| message.word(noun.head)));
        negated.map_or(rest.clone(), |_| negative(last, &rest))
    });
    Some(Readings::one(format!("{words} {rest}?"), Need::Sure))
}

/// The noun that a message asks for, if the last question spoke of it or it is one word.
fn noun<'a>(message: &'a Parsed, last: &Parsed) -> Option<&'a Phrase> {
    let ends = |phrase: &&Phrase| phrase.asked && phrase.words.end == message.len();
    let noun = message.phrases.iter().find(ends)?;
    // "which bridge leads" is a question of its own, "which stone bridges" is not.
    let words = message.line.row(noun.bare..noun.words.end);
    let row = last.line.row(0..last.len());
    (words.len() == 1 || row.windows(words.len()).any(|part| part == words)).then_some(noun)
}

/// "didn't Peru sign" of "did Peru sign"; what says no already says it once.
fn negative(last: &Parsed, rest: &str) -> String {
    let is_negative = (0..last.len()).any(|at| english::is_negation(last.word(at)));
    match rest.split_once(' ') {
        _ if is_negative => rest.to_owned(),
        Some(("can", others)) => format!("can't {others}"),
        Some(("will", others)) => format!("won't {others}"),
        Some((auxiliary, others)) if Class::Auxiliary.has(auxiliary) => {
            format!("{auxiliary}n't {others}")
        }
        _ => format!("not {rest}"),
    }
}

/// The last question without its question word; without the noun asked for too, where `noun` is the same.
fn rest(last: &Parsed, noun: Option<&str>) -> String {
    // A question word further on is no question's: "the year when".
    let asks = (0..last.len().min(3)).find(|&at| Class::Question.has(last.word(at)));
    let Some(asks) = asks else {
        return super::lowered(last.line.from(0));
    };
    let asked = last.asked().filter(|phrase| phrase.words.start <= asks + 2);
    let Some(phrase) = asked else {
        let measured = last.word(asks) == "how" && !Class::Auxiliary.has(last.word(asks + 1));
        return last.line.from(asks + 1 + usize::from(measured)).to_owned();
    };
    let (start, end) = (phrase.words.start, phrase.words.end);
    // "which bridges did Peru build": the auxiliary asks, whatever the noun.
    let next = last.word(end + 1);
    let is_inverted = Class::Auxiliary.has(last.word(end))
        && !words::is_participle(next)
        && !Class::Adverb.has(next);
    match noun {
        Some(noun) if noun == last.word(phrase.head) => last.line.from(end).to_owned(),
        // "Since when has Peru sent visitors", and the same visitors.
        _ if is_inverted => with_object(last, end, &phrase.text),
        _ => last.line.from(start).to_owned(),
    }
}

/// "has Peru sent visitors in winter" of "how many visitors has Peru sent in winter".
fn with_object(last: &Parsed, from: usize, object: &str) -> String {
    let verb = (from + 1..last.len()).rfind(|&at| {
        let word = last.word(at);
        last.name_at(at).is_none() && (Class::Verb.has(word) || words::is_participle(word))
    });
    match verb {
        Some(verb) if verb + 1 < last.len() => {
            let before = last.line.whole(from..verb + 1);
            format!("{before} {object} {}", last.line.from(verb + 1))
        }
        Some(_) => format!("{} {object}", last.line.from(from)),
        None => last.line.from(from).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn a_question_word_takes_the_place_of_the_one_before() {
        check(
            "Is the museum shut? > and why -> why is the museum shut?
             Was the clock sold in Peru? > to whom? -> to whom was the clock sold in Peru?
             Where does the day ferry stop? > when exactly? -> when exactly does the day ferry stop?
             How old is the clock? > since when? -> since when is the clock?
             How many clocks has Chile bought in winter? > since when? -> since when has Chile bought clocks in winter?
             Which clocks did Chile buy? > from whom? -> from whom did Chile buy clocks?
             How many clocks have been burned? > which clocks? -> which clocks have been burned?
             Does the museum open in the year when it burns? > why is that? -> why does the museum open in the year when it burns?",
        );
    }

    #[test]
    fn why_not_says_no_once() {
        check(
            "Can the ferry sail? > why not? -> why can't the ferry sail?
             Will Chile join? > why not -> why won't Chile join?
             Why has Chile not joined? > why not? -> why has Chile not joined?",
        );
    }

    #[test]
    fn other_questions_stand_alone() {
        check(
            "Is the museum shut? > what is the ferry? ->
             What happened? > when? ->
             Is the museum shut? > which crane leads? ->",
        );
    }
}
