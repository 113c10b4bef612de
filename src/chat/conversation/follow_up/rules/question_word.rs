//! "Since when?": another question word for the last question. "Who has not joined?" asked again
//! with "why": the one who did it is known by then, and was not asked for.

use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::{Past, Turn};
use super::super::words::{self, Class};
use super::{Need, Readings};
use crate::language::english;

/// More words than this are a question of their own.
const LONGEST: usize = 6;

/// The last question with the question words of the message, if there is nothing else in it.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let asks = (0..message.len()).find(|&at| Class::Question.has(message.word(at)))?;
    let last = &past.last().question;
    let noun = noun(message, last);
    // "How long did it take" asks for what was asked for, "how long does it take" for a thing.
    let end = message.len().saturating_sub(3);
    let is_taking = message.line.row(end..message.len()) == ["did", "it", "take"];
    let is_empty = |at: usize| {
        let word = message.word(at);
        let classes = [Class::Empty, Class::Preposition, Class::Question];
        let is_counted = Class::Amount.has(word) && message.line.before(at) == "how";
        let in_noun = noun.is_some_and(|noun| noun.words.contains(&at));
        is_counted
            || in_noun
            || is_taking && at >= end
            || classes.iter().any(|class| class.has(word))
    };
    if message.len() > LONGEST || !(0..message.len()).all(is_empty) {
        return None;
    }
    // "what is that" asks for the thing, not for the question.
    let is_whole = matches!(message.word(asks), "who" | "what" | "which" | "whats")
        && noun.is_none()
        && Class::Be.has(message.word(asks + 1));
    if is_whole {
        return None;
    }
    let is_joint =
        |word: &str| Class::Preposition.has(word) || matches!(word, "according" | "because");
    let start = (0..asks).find(|&at| is_joint(message.word(at)));
    let words = message.line.from(start.unwrap_or(asks));
    let endings = [" is that", " was that", " did that happen", " did it take"];
    let mut ended = endings.iter();
    let ended = ended.find_map(|ending| words.strip_suffix(ending));
    let words = ended.unwrap_or(words);
    let negated = words.strip_suffix(" not");
    let words = negated.unwrap_or(words);
    // "which boats" asks for the same boats, "in which countries" for something else.
    let is_same = noun.is_some() && start.is_none();
    let by_subject = known(past, negated.is_some()).filter(|_| !is_same);
    let rest = by_subject.unwrap_or_else(|| {
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
        return super::lowered(last.from(0));
    };
    let asked = last.asked().filter(|phrase| phrase.words.start <= asks + 2);
    let Some(phrase) = asked else {
        let measured = last.word(asks) == "how" && !Class::Auxiliary.has(last.word(asks + 1));
        return last.from(asks + 1 + usize::from(measured)).to_owned();
    };
    let (start, end) = (phrase.words.start, phrase.words.end);
    // "which bridges did Peru build": the auxiliary asks, whatever the noun.
    let next = last.word(end + 1);
    let is_inverted = Class::Auxiliary.has(last.word(end))
        && !words::is_participle(next)
        && !Class::Adverb.has(next);
    match noun {
        Some(noun) if noun == last.word(phrase.head) => last.from(end).to_owned(),
        // "Since when has Peru sent visitors", and the same visitors.
        _ if is_inverted => {
            let verb = last.word(last.len() - 1);
            let is_object = Class::Verb.has(verb) || words::is_participle(verb);
            let object = if is_object { phrase.text.as_str() } else { "" };
            let rest = format!("{} {object}", last.from(end));
            rest.trim_end().to_owned()
        }
        _ => last.from(start).to_owned(),
    }
}

/// The last question as one for a reason, a time or a place, where it asked for its subject:
/// "have they not joined". `negated`: it is asked why not.
fn known(past: &Past<'_>, negated: bool) -> Option<String> {
    let turn = past.last();
    let last = &turn.question;
    let asked = last.asked().filter(|phrase| phrase.words.start <= 2);
    let from = match asked {
        Some(phrase) => phrase.words.end,
        None => (last.word(0) == "who").then_some(1)?,
    };
    let own = Some(last.word(from)).filter(|word| Class::Auxiliary.has(word));
    let mut rest = from + usize::from(own.is_some())..last.len();
    let verb = rest.find(|at| !words::is_passed(last.word(*at)))?;
    if !is_of_subject(last, verb, own.is_some(), asked.is_some()) {
        return None;
    }
    let is_plural = asked.is_none_or(|phrase| phrase.plural);
    let has_not = (from..last.len()).any(|at| english::is_negation(last.word(at)));
    let not = if negated && !has_not { "not " } else { "" };
    let (auxiliary, rest) = if let Some(own) = own {
        (own, last.from(from + 1).to_owned())
    } else {
        let (base, auxiliary) = words::asked_with(last.word(verb))?;
        let adverbs = last.line.row(from..verb).join(" ");
        let rest = format!("{adverbs} {base} {}", last.from(verb + 1));
        (auxiliary, rest.trim().to_owned())
    };
    let auxiliary = match auxiliary {
        "has" if is_plural => "have",
        "is" if is_plural => "are",
        "was" if is_plural => "were",
        "do" if !is_plural => "does",
        "hasn't" if is_plural => "haven't",
        "isn't" if is_plural => "aren't",
        "wasn't" if is_plural => "weren't",
        other => other,
    };
    let (subject, object) = (subject(turn, asked), object(last, verb, past));
    Some(format!("{auxiliary} {subject} {not}{rest}{object}"))
}

/// Whether the verb at a place is what the subject asked for does or is.
fn is_of_subject(last: &Parsed, verb: usize, after_auxiliary: bool, has_noun: bool) -> bool {
    let word = last.word(verb);
    if !after_auxiliary {
        return words::is_content(word) && last.name_at(verb).is_none();
    }
    // "Who is the owner" asks for no subject.
    words::is_participle(word)
        || Class::Preposition.has(word)
        || Class::Verb.has(word)
        || word == "most"
        || word == "the" && has_noun
}

/// "they" for "who", "the boats" for "how many boats", the name for "which boat".
fn subject(turn: &Turn, asked: Option<&Phrase>) -> String {
    let Some(phrase) = asked else {
        return "they".to_owned();
    };
    let named = turn.answering(phrase).into_iter().next();
    let named = named.filter(|_| !phrase.plural);
    named.unwrap_or_else(|| format!("the {}", phrase.text))
}

/// What a question that ends in its verb left out: what was spoken of before.
fn object(last: &Parsed, verb: usize, past: &Past<'_>) -> String {
    if verb + 1 < last.len() || !words::takes_object(last.word(verb)) {
        return String::new();
    }
    let topic = past.topic();
    topic.map_or_else(String::new, |topic| format!(" {}", topic.text))
}
