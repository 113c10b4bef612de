//! "Who has not joined?" asked again with "why": the one who did it is known by then, and was not asked for.

use super::Past;
use super::antecedents;
use super::grammar;
use super::names;
use super::phrases::Phrase;
use crate::chat::line::Line;
use crate::language::english;

/// The last question as one for a reason, a time or a place, where it asked for its subject
/// (`asked`, or "who"): "have they not joined". `negated`: it is asked why not.
pub(super) fn known(past: &Past<'_>, asked: Option<&Phrase>, negated: bool) -> Option<String> {
    let (last, quote) = past.turns.first()?;
    let from = match asked {
        Some(phrase) => phrase.words.end,
        None => (last.word(0) == "who").then_some(1)?,
    };
    let passed =
        |at: &usize| grammar::is_adverb(last.word(*at)) || english::is_negation(last.word(*at));
    let auxiliary = Some(last.word(from)).filter(|word| grammar::is_auxiliary(word));
    let verb = (from + usize::from(auxiliary.is_some())..last.len()).find(|at| !passed(at))?;
    let word = last.word(verb);
    let after_auxiliary = grammar::is_participle(word)
        || grammar::is_preposition(word)
        || grammar::is_verb(word)
        || matches!(word, "the" | "most");
    let is_subject = match auxiliary {
        // "Who is the owner" asks for no subject.
        Some(_) => after_auxiliary && (asked.is_some() || word != "the"),
        None => grammar::is_content(word) && names::name_at(last, verb, past.known).is_none(),
    };
    if !is_subject {
        return None;
    }
    let subject = subject(last, asked, quote.as_ref(), past);
    let is_plural = asked.is_none_or(|phrase| phrase.plural);
    let has_not = (from..last.len()).any(|at| english::is_negation(last.word(at)));
    let not = if negated && !has_not { "not " } else { "" };
    let (auxiliary, rest) = if let Some(auxiliary) = auxiliary {
        (auxiliary.to_owned(), last.from(from + 1).to_owned())
    } else {
        let (base, auxiliary) = grammar::asked_with(word)?;
        let adverbs = last.row(from..verb).join(" ");
        let rest = format!("{adverbs} {base} {}", last.from(verb + 1));
        (auxiliary.to_owned(), rest.trim().to_owned())
    };
    let auxiliary = match auxiliary.as_str() {
        "has" if is_plural => "have",
        "is" if is_plural => "are",
        "was" if is_plural => "were",
        "do" if !is_plural => "does",
        "hasn't" if is_plural => "haven't",
        "isn't" if is_plural => "aren't",
        "wasn't" if is_plural => "weren't",
        other => other,
    };
    let object = object(last, verb, past);
    Some(format!("{auxiliary} {subject} {not}{rest}{object}"))
}

/// "they" for "who", "the boats" for "how many boats", the name for "which boat".
fn subject(last: &Line, asked: Option<&Phrase>, quote: Option<&Line>, past: &Past<'_>) -> String {
    let Some(phrase) = asked else {
        return "they".to_owned();
    };
    let named = antecedents::answering(phrase, last, quote, past.known);
    match named.into_iter().next().filter(|_| !phrase.plural) {
        Some(name) => name,
        None => format!("the {}", last.written(phrase.words.clone())),
    }
}

/// What a question that ends in its verb left out: what was spoken of before.
fn object(last: &Line, verb: usize, past: &Past<'_>) -> String {
    if verb + 1 < last.len() || !grammar::takes_object(last.word(verb)) {
        return String::new();
    }
    antecedents::topic(past).map_or_else(String::new, |topic| format!(" {topic}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::genders::Genders;
    use crate::chat::conversation::follow_up::phrases;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn who_did_it_is_no_longer_asked() {
        for (last, negated, wanted) in [
            (
                "Who has not joined?",
                true,
                Some("have they not joined the Tide Act"),
            ),
            (
                "Who has joined the union?",
                true,
                Some("have they not joined the union"),
            ),
            ("Who is in the union?", false, Some("are they in the union")),
            (
                "Who left the union?",
                false,
                Some("did they leave the union"),
            ),
            (
                "Which ferries never reached the harbour?",
                false,
                Some("did the ferries never reach the harbour"),
            ),
            (
                "How many ferries can sail at night?",
                false,
                Some("can the ferries sail at night"),
            ),
            (
                "Which country is the calmest?",
                false,
                Some("is Peru the calmest"),
            ),
            (
                "Which boat can sail at night?",
                false,
                Some("can the boat sail at night"),
            ),
            ("Who is the owner of the ferry?", false, None),
            ("Who did Peru meet?", false, None),
            ("Which ferries did Peru sell?", false, None),
        ] {
            let told = Line::of("Nobody is as calm as Peru.");
            let lines = [Line::of(last), Line::of("What is the Tide Act?")];
            let words = known_of(&[&lines[0], &lines[1], &told]);
            let past = Past {
                declined: Vec::new(),
                genders: Genders::default(),
                turns: vec![
                    (Line::of(last), Some(told)),
                    (Line::of("What is the Tide Act?"), None),
                ],
                known: &words,
            };
            let asked = phrases::phrases(past.question(), past.known)
                .into_iter()
                .find(|phrase| phrase.asked);
            let found = known(&past, asked.as_ref(), negated);
            assert_eq!(found.as_deref(), wanted, "{last}");
        }
    }
}
