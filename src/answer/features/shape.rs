//! Features of what the sentence is and has to give, apart from the words of the question.

use super::Sight;
use crate::language::AnswerType;

/// The sentence has the kind of thing that is asked for, and not from the question.
pub(super) fn type_fits(sight: &Sight<'_>) -> f32 {
    sight.supply.fits(sight.query.wanted)
}

/// A number, date or name is asked for, and the sentence has none.
pub(super) fn type_missing(sight: &Sight<'_>) -> f32 {
    let plain = matches!(
        sight.query.wanted,
        AnswerType::Thing | AnswerType::Reason | AnswerType::Definition
    );
    f32::from(u8::from(
        !plain && sight.supply.fits(sight.query.wanted) == 0.0,
    ))
}

/// A definition is asked for, and the sentence has what is to be defined right
/// before "is", or before an article: "the ferry is", "the ferry, a ship that"; or it is
/// an entry under that name: "Ferry: a ship that".
pub(super) fn defines(sight: &Sight<'_>) -> f32 {
    const DEFINING: &[&str] = &[
        "is", "are", "was", "were", "means", "refers", "a", "an", "the", "which", "also", "known",
    ];
    if sight.query.wanted != AnswerType::Definition {
        return 0.0;
    }
    let words: Vec<&str> = own_words(sight).collect();
    let Some(last) = sight.query.terms.len().checked_sub(1) else {
        return 0.0;
    };
    let ends = sight
        .own
        .positions
        .iter()
        .filter(|(_, number)| *number == last)
        .map(|(at, _)| *at);
    let defined = |at: usize| {
        words
            .get(at + 1)
            .is_some_and(|next| DEFINING.contains(next))
    };
    let opening = sight.sentence.text.reading.split_once(": ");
    let is_entry = opening.is_some_and(|(name, _)| {
        let words = name.split_whitespace().count();
        let met = sight.own.positions.iter().filter(|(at, _)| *at < words);
        words <= sight.query.terms.len() && met.count() >= words
    });
    let is_defined = is_entry || ends.into_iter().any(defined);
    f32::from(u8::from(is_defined)) * sight.own.coverage(sight.query)
}

/// The sentence opens with what the question is about: it is its subject.
pub(super) fn opens_with_match(sight: &Sight<'_>) -> f32 {
    const OPENING: usize = 4;
    let opening = sight
        .own
        .positions
        .iter()
        .filter(|(at, _)| *at < OPENING)
        .map(|(_, number)| *number);
    let mut numbers: Vec<usize> = opening.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
        .into_iter()
        .map(|number| sight.query.terms[number].idf)
        .sum::<f32>()
        / sight.query.total_idf()
}

/// Words that the question does not have: without any, nothing is answered.
pub(super) fn new_words(sight: &Sight<'_>) -> f32 {
    (1.0 + sight.supply.words as f32).ln() / 4.0
}

/// Writers put what matters first.
pub(super) fn opens_paragraph(sight: &Sight<'_>) -> f32 {
    f32::from(u8::from(sight.sentence.position == 0))
}

/// It speaks of what was said before.
pub(super) fn opens_with_pronoun(sight: &Sight<'_>) -> f32 {
    let first = sight.sentence.tokens.first();
    let word = first.map(|token| sight.found.lexicon.word(token.word));
    f32::from(u8::from(word.is_some_and(|word| word.pronoun)))
}

/// A question answers nothing.
pub(super) fn is_question(sight: &Sight<'_>) -> f32 {
    let text = &sight.sentence.text.verbatim;
    f32::from(u8::from(
        text.trim_end_matches(['"', '”', '\'', '’', ')'])
            .ends_with('?'),
    ))
}

/// The words of the sentence, in the places that [`Matches::positions`] counts.
fn own_words<'a>(sight: &Sight<'a>) -> impl Iterator<Item = &'a str> {
    let plain = sight.sentence.tokens.iter().filter(|token| !token.compound);
    plain.map(|token| &*sight.found.lexicon.word(token.word).text)
}
