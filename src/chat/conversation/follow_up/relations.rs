//! "How many countries are members?": a noun that is always somebody's or something's, and does not say whose.

use super::Past;
use super::antecedents;
use super::grammar;
use super::names;
use crate::chat::line::Line;

/// Nouns that mean little without an "of".
const RELATIONAL: &str = "\
    architect architects author authors capital creator creators founder founders headquarters height inventor length \
    member members motto owner owners population price purpose signatories signatory size";

/// `line` with what was spoken of, where it ends in such a noun and names nothing itself.
pub(super) fn follow(line: &Line, past: &Past<'_>) -> Option<String> {
    let last = line.len().checked_sub(1)?;
    let relational = RELATIONAL
        .split_whitespace()
        .any(|noun| noun == line.word(last));
    let asks = grammar::is_question_word(line.word(0)) || grammar::is_auxiliary(line.word(0));
    let told = (0..last).any(|at| {
        matches!(line.word(at), "of" | "a" | "an")
            || grammar::is_preposition(line.word(at))
            || !line.possessive(at..at + 1).is_empty()
    });
    if !relational || !asks || told || !names::names(line, past.known).is_empty() {
        return None;
    }
    let topic = antecedents::named_topic(past)?;
    Some(format!("{} of {topic}?", line.from(0)))
}

/// Whether a noun is of something that matters more: "the price of the ferry".
pub(super) fn is_relational(noun: &str) -> bool {
    RELATIONAL
        .split_whitespace()
        .any(|relational| relational == noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::genders::Genders;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn a_noun_without_its_of_is_what_was_spoken_of_has() {
        for (message, wanted) in [
            (
                "how many people are members?",
                Some("how many people are members of the Clock Museum?"),
            ),
            (
                "who was the founder",
                Some("who was the founder of the Clock Museum?"),
            ),
            ("who is the founder of Peru", None),
            ("who is Peru's founder", None),
            ("what is a member", None),
            ("members", None),
            ("how many ferries sail", None),
        ] {
            let lines = [
                Line::of("When did the Clock Museum close?"),
                Line::of(message),
            ];
            let known = known_of(&[&lines[0], &lines[1]]);
            let past = Past {
                declined: Vec::new(),
                genders: Genders::default(),
                turns: vec![(Line::of("When did the Clock Museum close?"), None)],
                known: &known,
            };
            assert_eq!(
                follow(&Line::of(message), &past).as_deref(),
                wanted,
                "{message}"
            );
        }
    }
}
