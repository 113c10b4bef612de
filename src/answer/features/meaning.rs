//! Features of how near the question is as a whole, where its words differ.

use super::Sight;

/// How near the sentence is.
pub(super) fn like_sentence(sight: &Sight<'_>) -> f32 {
    sight.like.sentence
}

/// How near the sentence before is: it often names what this one speaks of.
pub(super) fn like_previous(sight: &Sight<'_>) -> f32 {
    sight.like.previous
}

/// How near the passage is.
pub(super) fn like_passage(sight: &Sight<'_>) -> f32 {
    sight.like.passage
}

/// How near the document's title is.
pub(super) fn like_title(sight: &Sight<'_>) -> f32 {
    sight.like.title
}

/// How near the sentence is under its title, which says what it is about.
pub(super) fn like_under_title(sight: &Sight<'_>) -> f32 {
    sight.like.under_title
}
