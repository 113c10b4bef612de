//! "When did she say that?": what stands for a statement or for what the answer told, and for no noun.

use super::Past;
use super::antecedents;
use super::grammar;
use crate::chat::line::Line;
use crate::language::english;

/// Verbs whose object is mostly a statement, in their base form.
const SAYING: &str = "\
    add agree argue believe claim decide do explain insist know mean propose say suggest tell think warn";
/// Verbs whose object is one after somebody was asked about for what they said.
const REPORTING: &str =
    "admit announce declare deny mention publish repeat report reveal state write";
/// Whom it is told stands between: "tell them that".
const TOLD: &str = "him her them us me you";

/// Whether the word at a place stands for what was said, so that nothing can stand for it:
/// "say that", or "write it" after "What did she write".
pub(super) fn is_left(line: &Line, at: usize, past: &Past<'_>) -> bool {
    let Some(verb) = governing(line, at) else {
        return false;
    };
    let base =
        |word: &str| grammar::asked_with(word).map_or_else(|| word.to_owned(), |(base, _)| base);
    let verb = base(verb);
    if SAYING.split_whitespace().any(|saying| saying == verb) {
        return true;
    }
    let last = past.question();
    let reports = REPORTING.split(' ').any(|reporting| reporting == verb);
    let is_same = |word: &str| {
        let word = base(word);
        word == verb || reports && SAYING.split_whitespace().any(|saying| saying == word)
    };
    let asked_for = last.word(0) == "what" && last.row(1..last.len()).into_iter().any(is_same);
    asked_for && !antecedents::names_the_asked(past)
}

/// Whether a question still holds a word that stands for a statement: nobody else can say "that".
pub(super) fn is_open(line: &Line) -> bool {
    let last = line.len().saturating_sub(1);
    governing(line, last).is_some()
}

/// The verb whose object the "it" or "that" at a place is, with nothing but an adverbial after it.
fn governing(line: &Line, at: usize) -> Option<&str> {
    let next = line.word(at + 1);
    let ends = next.is_empty() || grammar::is_preposition(next) || grammar::is_adverb(next);
    if !ends || !matches!(line.word(at), "it" | "this" | "that") {
        return None;
    }
    let told = TOLD.split(' ').any(|told| told == line.before(at));
    let verb = at.checked_sub(if told { 2 } else { 1 })?;
    let verb = line.word(verb);
    let says = SAYING.split_whitespace().any(|saying| saying == verb);
    let is_verb = says || grammar::is_content(verb) && !english::is_number(verb);
    is_verb.then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::genders::Genders;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn what_was_said_or_asked_for_is_left_as_it_is() {
        for (last, message, wanted) in [
            ("What is a ferry?", "when did she say that", true),
            ("What is a ferry?", "why did she tell them that", true),
            ("What is a ferry?", "who said it in winter", true),
            ("Who sank the ferry?", "why did she do it", true),
            ("What did she write?", "when did she write it", true),
            ("What did she write?", "when did she sell it", false),
            ("What did she say?", "when did she announce that", true),
            ("What did she build?", "when did she announce that", false),
            ("Who wrote the book?", "when did she write it", false),
            ("What is a ferry?", "did she say it costs little", false),
        ] {
            let lines = [Line::of(last), Line::of(message)];
            let known = known_of(&[&lines[0], &lines[1]]);
            let past = Past {
                declined: Vec::new(),
                genders: Genders::default(),
                turns: vec![(Line::of(last), None)],
                known: &known,
            };
            let line = Line::of(message);
            let at = (0..line.len()).find(|&at| matches!(line.word(at), "it" | "that"));
            let left = at.is_some_and(|at| is_left(&line, at, &past));
            assert_eq!(left, wanted, "{last} {message}");
        }
    }
}
