//! "When did she say that?": what stands for a statement or for what the answer told, and for no noun.

use super::Past;
use super::antecedents;
use super::grammar;
use super::line::Line;
use crate::index::english;

/// Verbs whose object is mostly a statement, in their base form.
const SAYING: &str = "\
    add agree argue believe claim decide explain insist know mean propose say suggest tell think warn";
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
    let asked_for = last.word(0) == "what"
        && last
            .row(1..last.len())
            .into_iter()
            .any(|word| base(word) == verb);
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
