//! "When did she say that?": what stands for a statement or for what the answer told has no
//! candidate among the things.

use super::super::parsed::Parsed;
use super::super::turn::Past;
use super::super::words::{self, Class};
use crate::language::english;

/// Whether the word at a place stands for what was said, so that nothing can stand for it:
/// "say that", or "write it" after "What did she write".
pub(in super::super) fn is_statement(message: &Parsed, at: usize, past: &Past<'_>) -> bool {
    let Some(verb) = governing(message, at).map(words::base) else {
        return false;
    };
    if Class::Saying.has(&verb) {
        return true;
    }
    let last = &past.last().question;
    let is_same = |at: usize| {
        let word = words::base(last.word(at));
        word == verb || Class::Reporting.has(&verb) && Class::Saying.has(&word)
    };
    let asked_for = last.word(0) == "what" && (1..last.len()).any(is_same);
    asked_for && !super::names_the_asked(past)
}

/// Whether a question still holds a word that stands for a statement: nobody else can say "that".
pub(in super::super) fn is_open(question: &Parsed) -> bool {
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

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn what_was_said_or_asked_for_is_left_as_it_is() {
        check(
            "What is the Tide Museum? > When did Marlow explain that? ->
             What is the Tide Museum? > Why did Marlow tell you that? ->
             What is the Tide Museum? > Who suggested it in spring? ->
             What did Marlow paint? > When did Marlow paint it? ->
             What did Marlow paint for the Tide Museum? > When did Marlow burn it? -> When did Marlow burn the Tide Museum?
             What did Marlow say of the Tide Museum? > When did Marlow repeat it? ->
             Who painted the Tide Museum? > When did Marlow paint it? -> When did Marlow paint the Tide Museum?",
        );
    }
}
