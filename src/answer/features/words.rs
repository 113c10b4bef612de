//! Features of how the words of the question stand in the sentence and around it.

use super::Sight;

/// Term saturation and length normalisation of BM25 on sentences: measured
/// best for units this short (the usual 1.2 and 0.75 are for documents).
const K1: f32 = 0.6;
const B: f32 = 0.4;

/// BM25: rare words of the question count most, repeated ones little more, long sentences less.
pub(super) fn sentence_bm25(sight: &Sight<'_>) -> f32 {
    let length = sight.sentence.tokens.len() as f32;
    let norm = K1 * (1.0 - B + B * length / sight.found.mean_sentence_length);
    let terms = sight.query.terms.iter().zip(&sight.own.frequency);
    terms
        .map(|(term, &frequency)| term.idf * frequency * (K1 + 1.0) / (frequency + norm))
        .sum::<f32>()
        / sight.query.total_idf()
}

/// The share of the question, as far as it is no names, that the sentence itself
/// says: names lead to the subject, the others to the fact. 1 where all are names.
pub(super) fn plain_coverage(sight: &Sight<'_>) -> f32 {
    let is_plain = |number: usize| !sight.query.terms[number].is_name;
    let met = |number: usize| sight.own.best[number];
    sight.query.share_among(is_plain, met).unwrap_or(1.0)
}

/// What the sentence before adds: a subject is often named once and then a pronoun.
pub(super) fn previous_coverage(sight: &Sight<'_>) -> f32 {
    let own = &sight.own.best;
    sight.previous.map_or(0.0, |previous| {
        let gain = |number: usize| (previous.best[number] - own[number]).max(0.0);
        sight.query.share(gain)
    })
}

/// The share of the question that the sentence says in these or in like words.
pub(super) fn near_coverage(sight: &Sight<'_>) -> f32 {
    let (own, near) = (&sight.own.best, &sight.near.best);
    sight.query.share(|number| own[number].max(near[number]))
}

/// How far like words make up for those that the sentence does not have.
pub(super) fn near_unmet(sight: &Sight<'_>) -> f32 {
    let is_unmet = |number: usize| sight.own.best[number] == 0.0;
    let near = |number: usize| sight.near.best[number];
    sight.query.share_among(is_unmet, near).unwrap_or(1.0)
}

/// The share of the question that the passage says in these or in like words.
pub(super) fn near_passage(sight: &Sight<'_>) -> f32 {
    let (around, near) = (&sight.around.best, sight.near_around);
    sight.query.share(|number| around[number].max(near[number]))
}

/// The share of the question's names that sentence, the one before, title and headings lack.
pub(super) fn names_absent(sight: &Sight<'_>) -> f32 {
    share_of_names(sight, |number| {
        let own = sight.own.best[number] + sight.title.best[number];
        own + sight.previous.map_or(0.0, |previous| previous.best[number]) == 0.0
    })
}

/// How much the word tells that sentence and title meet worst, by letter or by
/// meaning, against the word that tells most: one word unmet can be the whole point.
pub(super) fn heaviest_unmet(sight: &Sight<'_>) -> f32 {
    let met = |number: usize| {
        sight.own.best[number]
            .max(sight.title.best[number])
            .max(sight.near.best[number])
    };
    sight.query.heaviest(|number| 1.0 - met(number))
}

/// The share of the question's names that neither sentence nor passage nor title has.
pub(super) fn names_missing(sight: &Sight<'_>) -> f32 {
    share_of_names(sight, |number| sight.around.best[number] == 0.0)
}

/// The share of the question's names that `lacks` holds for; 0 where it has none.
fn share_of_names(sight: &Sight<'_>, lacks: impl Fn(usize) -> bool) -> f32 {
    let is_name = |number: usize| sight.query.terms[number].is_name;
    let lacking = |number: usize| f32::from(lacks(number));
    sight.query.share_among(is_name, lacking).unwrap_or(0.0)
}
