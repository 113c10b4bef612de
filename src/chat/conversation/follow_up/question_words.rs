//! "Since when?": another question word for the last question.

use super::grammar;
use super::phrases::{self, Phrase};
use super::subjects;
use super::{Follow, Past};
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::english;

/// Words that may stand beside a question word without saying anything themselves.
const EMPTY: &str =
    "and but so ok okay well then exactly else not come is was that this did happen it's please";
/// More words than this are a question of their own.
const LONGEST: usize = 6;

/// The last question with the question words of `line`, if there is nothing else in it.
pub(super) fn follow(line: &Line, past: &Past<'_>, known: &Statistics) -> Option<Follow> {
    let asks = (0..line.len()).find(|&at| grammar::is_question_word(line.word(at)))?;
    let noun = asked(line, past.question(), known);
    let is_empty = |at: usize| {
        let word = line.word(at);
        let counted = matches!(
            word,
            "many" | "much" | "long" | "far" | "often" | "big" | "old" | "high" | "deep" | "large"
        );
        let in_noun = noun.as_ref().is_some_and(|noun| noun.words.contains(&at));
        let small = grammar::is_preposition(word) || EMPTY.split(' ').any(|empty| empty == word);
        counted && line.before(at) == "how"
            || in_noun
            || small
            || grammar::is_question_word(word)
            || is_joint(word)
    };
    if line.len() > LONGEST || !(0..line.len()).all(is_empty) {
        return None;
    }
    // "what is that" asks for the thing, not for the question.
    let whole = matches!(line.word(asks), "who" | "what" | "which" | "whats")
        && noun.is_none()
        && line.len() > asks + 1
        && grammar::is_be(line.word(asks + 1));
    if whole {
        return None;
    }
    let start =
        (0..asks).find(|&at| grammar::is_preposition(line.word(at)) || is_joint(line.word(at)));
    let words = Line::of(line.from(start.unwrap_or(asks)));
    let last = past.question();
    // "What happened" tells of something that has no name yet.
    let happened = last.word(0) == "what" && grammar::is_participle(last.word(1));
    if happened {
        return None;
    }
    let rest = rest(last, noun.as_ref().map(|noun| line.word(noun.head)), known);
    let asked = words.from(0);
    let asked = asked
        .strip_suffix(" is that")
        .or_else(|| asked.strip_suffix(" was that"))
        .unwrap_or(asked);
    let asked = asked.strip_suffix(" did that happen").unwrap_or(asked);
    let negated_ask = asked.strip_suffix(" not");
    // "which boats" asks for the same boats, "in which countries" for something else.
    let is_same = noun.is_some() && start.is_none();
    let subject = subject(last, known).filter(|_| !is_same);
    let known = subjects::known(past, subject.as_ref(), negated_ask.is_some());
    if let Some(known) = known.filter(|_| !is_same) {
        let question = format!("{} {known}?", negated_ask.unwrap_or(asked));
        return Some(Follow {
            question,
            sure: true,
        });
    }
    let question = match negated_ask {
        Some(asked) => format!("{asked} {}?", negated(last, &rest)),
        None => format!("{asked} {rest}?"),
    };
    Some(Follow {
        question,
        sure: true,
    })
}

/// The noun that the last question asked for.
fn subject(last: &Line, known: &Statistics) -> Option<Phrase> {
    phrases::phrases(last, known)
        .into_iter()
        .find(|phrase| phrase.asked && phrase.words.start <= 2)
}

/// "didn't Peru sign" of "did Peru sign"; what says no already says it once.
fn negated(last: &Line, rest: &str) -> String {
    let negative = (0..last.len()).any(|at| english::is_negation(last.word(at)));
    let (first, others) = rest.split_once(' ').unwrap_or((rest, ""));
    match first {
        _ if negative => rest.to_owned(),
        "can" => format!("can't {others}"),
        "will" => format!("won't {others}"),
        auxiliary if grammar::is_auxiliary(auxiliary) => format!("{auxiliary}n't {others}"),
        _ => format!("not {rest}"),
    }
}

/// "according to whom"
fn is_joint(word: &str) -> bool {
    matches!(word, "according" | "because")
}

fn asked(line: &Line, last: &Line, known: &Statistics) -> Option<Phrase> {
    let ends = |phrase: &Phrase| phrase.asked && phrase.words.end == line.len();
    let noun = phrases::phrases(line, known).into_iter().find(ends)?;
    // "which bridge leads" is a question of its own, "which stone bridges" is not.
    let words = noun.bare..noun.words.end;
    let row = last.row(0..last.len());
    let known = words.len() == 1
        || row
            .windows(words.len())
            .any(|part| part == line.row(words.clone()));
    known.then_some(noun)
}

/// The last question without its question word; without the noun asked for too, where `noun` is the same.
fn rest(last: &Line, noun: Option<&str>, known: &Statistics) -> String {
    let Some(asks) = (0..last.len()).find(|&at| grammar::is_question_word(last.word(at))) else {
        return lowered(last.from(0));
    };
    // A question word further on is no question's: "the year when".
    if asks > 2 {
        return lowered(last.from(0));
    }
    let asked = phrases::phrases(last, known)
        .into_iter()
        .find(|phrase| phrase.asked && phrase.words.start <= asks + 2);
    let from = if let Some(phrase) = &asked {
        let same = noun.is_some_and(|noun| noun == last.word(phrase.head));
        let after = phrase.words.end;
        // "which bridges did Peru build": the auxiliary asks, whatever the noun.
        let inverted = grammar::is_auxiliary(last.word(after))
            && !grammar::is_participle(last.word(after + 1))
            && !grammar::is_adverb(last.word(after + 1));
        if same || inverted {
            after
        } else {
            phrase.words.start
        }
    } else {
        let measured = last.word(asks) == "how" && !grammar::is_auxiliary(last.word(asks + 1));
        asks + 1 + usize::from(measured)
    };
    last.from(from).to_owned()
}

/// "is the bridge open" of "Is the bridge open".
fn lowered(question: &str) -> String {
    let (first, rest) = question.split_once(' ').unwrap_or((question, ""));
    if grammar::is_auxiliary(&first.to_lowercase()) {
        format!("{} {rest}", first.to_lowercase())
    } else {
        question.to_owned()
    }
}
