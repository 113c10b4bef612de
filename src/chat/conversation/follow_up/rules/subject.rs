//! "Who has not joined?" asked again with "why": the one who did it is known by then, and was not asked for.

use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::{Past, Turn};
use super::super::words::{self, Class};
use crate::language::english;

/// The last question as one for a reason, a time or a place, where it asked for its subject:
/// "have they not joined". `negated`: it is asked why not.
pub(super) fn known(past: &Past<'_>, negated: bool) -> Option<String> {
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
        (own, last.line.from(from + 1).to_owned())
    } else {
        let (base, auxiliary) = words::asked_with(last.word(verb))?;
        let adverbs = last.line.row(from..verb).join(" ");
        let rest = format!("{adverbs} {base} {}", last.line.from(verb + 1));
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

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn who_did_it_is_no_longer_asked() {
        check(
            "What is the Quay Pact? > Who has not signed? > why not? -> why have they not signed the Quay Pact?
             Who has seen the museum? > why not? -> why have they not seen the museum?
             Who was in the museum? > when? -> when were they in the museum?
             Who sold the museum? > when? -> when did they sell the museum?
             Which clocks never left the island? > why? -> why did the clocks never leave the island?
             How many clocks can sleep at night? > why? -> why can the clocks sleep at night?
             Which country is the coldest? = Nobody is as cold as Chile. > since when? -> since when is Chile the coldest?
             Which clock can sleep at night? > why? -> why can the clock sleep at night?",
        );
    }
}
