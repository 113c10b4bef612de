//! What a verb is called together with the small word after it: who "came after" somebody is
//! their successor. The small word alone finds nothing, and the verb alone finds too much.

use super::term::Alternative;
use crate::index::Statistics;
use crate::language::analyser::Token;
use crate::language::{Language, english};

/// One word says it nearly as well.
const PHRASAL: f32 = 0.9;
/// Verbs in their base form with the word after them, and what that is called.
const VERBS: &[(&str, &str, &str)] = &[
    ("come", "after", "successor succeed follow replace"),
    ("come", "before", "predecessor precede"),
    ("take", "over", "successor succeed replace"),
    ("step", "down", "resign retire"),
    ("set", "up", "found establish"),
    ("pull", "out", "withdraw leave"),
    ("put", "off", "postpone delay"),
    ("call", "off", "cancel"),
    ("turn", "down", "reject refuse"),
    ("find", "out", "discover"),
    ("blow", "up", "explode destroy"),
];

/// What two neighbouring words are called, word by word.
pub(super) fn together(verb: &Token, after: &Token, language: Language) -> &'static str {
    if !language.is_english() {
        return "";
    }
    let base = english::irregular_base(&verb.word).unwrap_or(&verb.word);
    let stem = english::term(base);
    let mut verbs = VERBS.iter();
    let found = verbs.find(|(verb, next, _)| *next == after.word && english::term(verb) == stem);
    found.map_or("", |(_, _, words)| *words)
}

/// The same of a token in its question, as far as the documents have it.
pub(super) fn others<'a>(
    tokens: &'a [Token],
    verb: &Token,
    known: &'a Statistics,
) -> impl Iterator<Item = Alternative> + use<'a> {
    let start = verb.span.end;
    let mut tokens = tokens.iter();
    let next = tokens.find(|token| !token.compound && token.span.start >= start);
    let words = next.map_or("", |next| together(verb, next, known.language()));
    let words = words.split_whitespace().filter(|word| known.has(word));
    words.map(|word| Alternative::term(english::term(word), PHRASAL))
}
