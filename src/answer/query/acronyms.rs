//! Acronyms of a question for their long forms in the documents, and the other way round.

use super::term::Alternative;
use crate::corpus::Span;
use crate::index::Statistics;
use crate::index::acronyms::{LONGEST_RUN, MOST_WORDS, initials, is_acronym};
use crate::language::analyser::Token;
use crate::language::vectors::Vectors;

/// The corpus says what the acronym stands for.
const DEFINED: f32 = 1.0;
/// Only the initials agree.
const BY_INITIALS: f32 = 0.6;

/// Whether a word, typed as `typed`, may be an acronym.
pub(super) fn may_be_acronym(token: &Token, typed: &str) -> bool {
    // In lower case an English word is that word: "nice", "aids"; and two letters are anything.
    let is_word = || Vectors::shipped().knows(&token.word) || token.word.chars().count() <= 2;
    !token.compound && (is_acronym(typed) || !is_word())
}

/// What an acronym, typed as `typed`, stands for.
pub(super) fn long_forms(token: &Token, typed: &str, known: &Statistics) -> Vec<Alternative> {
    if !may_be_acronym(token, typed) {
        return Vec::new();
    }
    let defined = known.long_forms(&token.word).iter();
    let defined = defined.map(|long| alternative(long, DEFINED));
    let guessed = known.by_initials.get(&token.word).into_iter().flatten();
    let guessed = guessed.map(|long| alternative(long, BY_INITIALS));
    defined.chain(guessed).collect()
}

/// The acronyms of long forms in a question, each with where its long form stands.
pub(super) fn short_forms(tokens: &[Token], known: &Statistics) -> Vec<(Span, Alternative)> {
    let words: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
    let stems: Vec<String> = words.iter().map(|word| known.term(&word.word)).collect();
    let span =
        |start: usize, end: usize| Span::from(words[start].span.start..words[end - 1].span.end);
    let short = |word: &str, weight| Alternative::term(known.term(word), weight);
    let mut found = Vec::new();
    for start in 0..words.len() {
        for end in start + 1..=words.len().min(start + LONGEST_RUN) {
            let defined = known.short_forms.get(&stems[start..end].join(" "));
            let defined = defined.into_iter().flatten();
            found.extend(defined.map(|word| (span(start, end), short(word, DEFINED))));
        }
    }
    for length in 2..=MOST_WORDS {
        for (start, row) in words.windows(length).enumerate() {
            let words_of_row: Vec<String> = row.iter().map(|token| token.word.clone()).collect();
            let mut acronyms = initials(&words_of_row).into_iter();
            let Some(acronym) = acronyms.find(|it| known.acronyms.contains(it)) else {
                continue;
            };
            let is_capital = |token: &&Token| token.capital || token.is_stop_word();
            let stems = stems[start..start + length].join(" ");
            if row.iter().all(is_capital) || known.capitalised.contains(&stems) {
                let short = short(&acronym, BY_INITIALS);
                found.push((span(start, start + length), short));
            }
        }
    }
    found
}

fn alternative(long: &[String], weight: f32) -> Alternative {
    match long {
        [stem] => Alternative::term(stem.clone(), weight),
        _ => Alternative::phrase(long.to_vec(), weight),
    }
}
