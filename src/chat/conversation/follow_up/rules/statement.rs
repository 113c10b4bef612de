//! "Who said that?", "which ones did not?": what the last question said, under another question.

use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::{Need, Readings};
use crate::language::english;

/// More words than these are a question of their own.
const LONGEST: usize = 5;

/// What a message asks about the statement of the last question, if it asks like that.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    if message.len() > LONGEST {
        return None;
    }
    let last = &past.last().question;
    let start = super::opening(message);
    let question = said(message, start, last).or_else(|| not(message, start, last))?;
    Some(Readings::one(question, Need::Sure))
}

/// "Who said that" after "Does the harbour need a crane".
fn said(message: &Parsed, start: usize, last: &Parsed) -> Option<String> {
    let verb = message.word(start + 1);
    let asks = message.word(start) == "who"
        && Class::Speech.has(verb)
        && matches!(message.word(start + 2), "that" | "this" | "so")
        && message.len() == start + 3;
    let auxiliary = last.word(0);
    if !asks || !Class::Auxiliary.has(auxiliary) {
        return None;
    }
    // "Ferries sail", but "the ferry does sail".
    if auxiliary == "do" {
        return Some(format!("who {verb} that {}?", last.from(1)));
    }
    // "Is the sea calm": nothing but a name tells where the subject ends.
    let ends = |phrase: &&Phrase| {
        let is_sure = phrase.name.is_some() || !Class::Be.has(auxiliary);
        phrase.words.start == 1 && phrase.words.end < last.len() && is_sure
    };
    let subject = last.phrases.iter().find(ends)?;
    let (subject, rest) = (&subject.text, last.from(subject.words.end));
    Some(format!("who {verb} that {subject} {auxiliary} {rest}?"))
}

/// "Which ones did not" after "How many countries joined the union".
fn not(message: &Parsed, start: usize, last: &Parsed) -> Option<String> {
    let end = message.len();
    let contracted = message.line.before(end).ends_with("n't");
    let at = end.checked_sub(if contracted { 1 } else { 2 })?;
    let auxiliary = message.word(at).trim_end_matches("n't");
    let negative = contracted || message.line.before(end) == "not";
    let asks = message.line.row(start..at.max(start)).join(" ");
    let whom = matches!(asks.as_str(), "who" | "which" | "which ones" | "which one");
    if !negative || !whom || !Class::Auxiliary.has(auxiliary) {
        return None;
    }
    let asked = last.asked();
    let from = match asked {
        Some(phrase) => phrase.words.end,
        None => (last.word(0) == "who").then_some(1)?,
    };
    // "Which ferries did Peru sell" has another subject.
    let own = last.word(from);
    let doubled = Class::Auxiliary.has(own);
    if matches!(own, "do" | "does" | "did" | "") {
        return None;
    }
    let rest = last.from(from + usize::from(doubled));
    // "Did not joined" is no English, "have not joined" is.
    let auxiliary = match auxiliary {
        _ if doubled => own,
        "did" if words::is_participle(own) => "have",
        other => other,
    };
    let noun = asked.filter(|_| asks != "who");
    let noun = noun.map(|noun| last.written(noun.bare..noun.words.end));
    Some(match (noun, auxiliary) {
        (Some(noun), _) => format!("which {noun} {auxiliary} not {rest}?"),
        (None, "have") => format!("who has not {rest}?"),
        (None, "are") => format!("who is not {rest}?"),
        (None, _) => format!("who {auxiliary} not {rest}?"),
    })
}

/// Whether the word at a place stands for what was said: "say that", or "write it" after "What did
/// she write".
pub(super) fn is_statement(message: &Parsed, at: usize, last: &Parsed) -> bool {
    governing(message, at).is_some_and(|verb| {
        let verb = words::base(verb);
        let is_asked = |at: usize| words::base(last.word(at)) == verb;
        Class::Saying.has(&verb) || last.word(0) == "what" && (1..last.len()).any(is_asked)
    })
}

/// Whether a question still holds a word that stands for a statement: nobody else can say "that".
pub(super) fn is_open(question: &Parsed) -> bool {
    governing(question, question.len().saturating_sub(1)).is_some()
}

/// The verb whose object the "it" or "that" at a place is, with nothing but an adverbial after it.
fn governing(line: &Parsed, at: usize) -> Option<&str> {
    let next = line.word(at + 1);
    let ends = next.is_empty() || Class::Preposition.has(next) || Class::Adverb.has(next);
    if !ends || !matches!(line.word(at), "it" | "this" | "that") || line.is_title(at) {
        return None;
    }
    let told = Class::Told.has(line.line.before(at));
    let verb = line.word(at.checked_sub(if told { 2 } else { 1 })?);
    let says = words::is_content(verb) && !english::is_number(verb);
    (says || Class::Saying.has(verb)).then_some(verb)
}
