//! "What was the price?", "who is the manager?": what is always somebody's or something's, asked
//! for without whose it is.

use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Past;
use super::super::words::Class;
use super::{Need, Readings};
use crate::index::names::is_role;

/// "What was the price" of what was spoken of, where the message names nothing itself.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let noun = relational(message)?;
    let is_told = (0..message.len()).any(|at| {
        let word = message.word(at);
        let names =
            message.name_at(at).is_some() || !message.line.possessive(at..at + 1).is_empty();
        names || matches!(word, "of" | "a" | "an") || Class::Preposition.has(word)
    });
    if is_told || !message.asks() {
        return None;
    }
    let topic = past.named_topic()?;
    let is_same = topic.text.to_lowercase().contains(message.word(noun));
    let words = &message.line.words;
    let (before, after) = message.line.text.split_at(words[noun].span.end);
    let after = after.trim_end_matches(|c: char| !c.is_alphanumeric());
    let question = format!("{before} of {}{after}?", topic.text);
    (!is_same).then(|| Readings::one(question, Need::Weak))
}

/// The noun that says too little: "members" at the end, "the manager" anywhere, and what "what was
/// the" asks for.
fn relational(message: &Parsed) -> Option<usize> {
    let last = message.len().checked_sub(1)?;
    if Class::Relation.has(message.word(last)) {
        return Some(last);
    }
    let is_the = |phrase: &&Phrase| {
        message.word(phrase.words.start) == "the" && phrase.head + 1 == phrase.words.end
    };
    let mut phrases = message.phrases.iter().filter(is_the);
    let phrase = phrases.next().filter(|_| phrases.next().is_none())?;
    let is_what = matches!(message.word(0), "what" | "who" | "which" | "when" | "where")
        && Class::Be.has(message.word(1))
        && phrase.words == (2..message.len());
    (is_what || is_role(message.word(phrase.head)) && !phrase.plural).then_some(phrase.head)
}

#[cfg(test)]
mod tests {
    use crate::chat::conversation::follow_up::tests::check;

    #[test]
    fn a_noun_without_its_of_is_what_was_spoken_of_has() {
        check(
            "When did the Tide Museum open? > how many people are owners? -> how many people are owners of the Tide Museum?
             When did the Tide Museum open? > what is the motto -> what is the motto of the Tide Museum?
             When did the Tide Museum open? > Who was the second director? -> Who was the second director of the Tide Museum?
             When did the Tide Museum open? > What did the keeper say? -> What did the keeper of the Tide Museum say?
             When did the Tide Museum open? > What was the final tally? -> What was the final tally of the Tide Museum?
             When did the Tide Museum open? > who is the owner of Chile ->
             When did the Tide Museum open? > who is Chile's owner ->
             When did the Tide Museum open? > what is an owner ->
             When did the Tide Museum open? > owners ->
             When did the Tide Museum open? > how many lamps glow ->",
        );
    }
}
