//! Acronyms of a question for their long forms in the documents, and the other way round.

use super::{Alternative, Target};
use crate::corpus::Span;
use crate::index::Index;
use crate::index::acronyms::{has_initials, is_acronym};
use crate::index::analyser::Token;
use crate::index::vectors::Vectors;
use crate::index::vocabulary::TermId;

/// The corpus says what the acronym stands for.
const DEFINED: f32 = 1.0;
/// Only the initials agree.
const BY_INITIALS: f32 = 0.6;
/// Words of a long form that initials alone lead to, at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 2..=8;

/// What an acronym, typed as `typed`, stands for.
pub(super) fn long_forms(token: &Token, typed: &str, index: &Index) -> Vec<Alternative> {
    let vocabulary = index.vocabulary();
    let in_capitals = is_acronym(typed);
    // In lower case a word that English has is that word: "nice", "aids"; and
    // two letters are anything.
    let is_word = Vectors::shipped().knows(&token.word) || token.word.chars().count() <= 2;
    if token.compound || (!in_capitals && is_word) {
        return Vec::new();
    }
    let word = vocabulary.word_id(&token.word);
    let definitions = index.acronyms().definitions();
    let defined: Vec<Alternative> = definitions
        .filter(|(acronym, _)| Some(*acronym) == word)
        .map(|(_, long)| alternative(long.to_vec(), DEFINED))
        .collect();
    // A word in lower case that the corpus has is mostly no acronym.
    let guess = defined.is_empty() && (in_capitals || vocabulary.term_id(&token.word).is_none());
    if !guess {
        return defined;
    }
    let found = index
        .acronyms()
        .by_initials(&token.word.to_lowercase(), vocabulary);
    found
        .into_iter()
        .map(|long| alternative(long, BY_INITIALS))
        .collect()
}

/// The acronyms of long forms in a question, each with where its long form stands.
pub(super) fn short_forms(tokens: &[Token], index: &Index) -> Vec<(Span, Alternative)> {
    let vocabulary = index.vocabulary();
    let words: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
    let terms: Vec<Option<TermId>> = words
        .iter()
        .map(|token| vocabulary.term_id(&token.word))
        .collect();
    let span = |start: usize, length: usize| Span {
        start: words[start].span.start,
        end: words[start + length - 1].span.end,
    };
    let short = |word, weight| Alternative {
        target: Target::Term(vocabulary.word(word).term),
        weight,
    };
    let mut found = Vec::new();
    for (acronym, long) in index.acronyms().definitions() {
        let stands =
            |row: &[Option<TermId>]| row.iter().copied().eq(long.iter().copied().map(Some));
        let places = terms.windows(long.len()).enumerate();
        for (start, _) in places.filter(|(_, row)| stands(row)) {
            found.push((span(start, long.len()), short(acronym, DEFINED)));
        }
    }
    for length in WORDS {
        for (start, row) in words.windows(length).enumerate() {
            let Some(acronym) = initials(row).into_iter().find_map(|initials| {
                vocabulary
                    .word_id(&initials)
                    .filter(|&id| index.acronyms().has(id))
            }) else {
                continue;
            };
            let capitals = row
                .iter()
                .all(|token| token.capital || token.is_stop_word());
            let known: Option<Vec<TermId>> = terms[start..start + length].iter().copied().collect();
            if capitals || known.is_some_and(|row| index.acronyms().is_name(&row, vocabulary)) {
                found.push((span(start, length), short(acronym, BY_INITIALS)));
            }
        }
    }
    found
}

/// The initials of a row of words, without and with its small words; none where it begins or ends with one.
fn initials(row: &[&Token]) -> Vec<String> {
    let initial = |token: &&Token| token.word.chars().flat_map(char::to_lowercase).next();
    let all: String = row.iter().filter_map(initial).collect();
    let large = row.iter().copied().filter(|token| !token.is_stop_word());
    let large: String = large.filter_map(|token| initial(&token)).collect();
    let words = row
        .iter()
        .map(|token| (token.word.as_str(), token.is_stop_word()));
    let mut found = vec![large, all];
    found.dedup();
    found.retain(|letters| {
        letters.chars().count() >= *WORDS.start() && has_initials(words.clone(), letters)
    });
    found
}

fn alternative(mut long: Vec<TermId>, weight: f32) -> Alternative {
    let target = match (long.len(), long.pop()) {
        (1, Some(term)) => Target::Term(term),
        (_, last) => {
            long.extend(last);
            Target::Phrase(long)
        }
    };
    Alternative { target, weight }
}
