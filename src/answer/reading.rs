//! The best few sentences of the ranking are read together with the question.

use std::collections::HashMap;

use super::features;
use super::query::Query;
use super::ranking::Ranked;
use crate::index::Index;
use crate::reader::{Passage, Reader};

/// What the reader says is divided by this, so that it is about -1 to 1, as features are.
pub(super) const SCALE: f32 = 5.0;

/// Has the first `most` of `ranked` read, and tells each sentence what the reader says;
/// one that was not read counts as the worst of those that were. Returns whether
/// anything was read: text in another language than English is not.
pub(super) fn read(
    index: &Index,
    query: &Query,
    question: &str,
    ranked: &mut [Ranked],
    most: usize,
) -> bool {
    let Ok(reader) = Reader::shipped() else {
        return false;
    };
    // Of each document once: telling its language takes longer than all else here.
    let mut english: HashMap<usize, bool> = HashMap::new();
    let mut is_english = |ranked: &Ranked| {
        *english.entry(ranked.document).or_insert_with(|| {
            let language = index.document(ranked.document).language();
            language.is_none_or(|language| language == "English")
        })
    };
    let chosen: Vec<usize> = (0..ranked.len().min(most))
        .filter(|&place| is_english(&ranked[place]))
        .collect();
    let readings: Vec<_> = chosen
        .iter()
        .map(|&place| {
            let Ranked {
                document,
                passage,
                sentence,
                ..
            } = ranked[place];
            let document = index.document(document);
            let reading = document.reading(index.sentence(passage, sentence));
            (document.title.as_str(), reading)
        })
        .collect();
    let passages: Vec<Passage<'_>> = readings
        .iter()
        .map(|(title, sentence)| Passage { title, sentence })
        .collect();
    let scores = match reader.read(&query.mended(question), &passages) {
        Ok(scores) if !scores.is_empty() => scores,
        Ok(_) => return false,
        Err(error) => {
            log::warn!("{error}\nanswering without it");
            return false;
        }
    };
    let worst = scores.iter().copied().fold(f32::MAX, f32::min);
    for sentence in &mut *ranked {
        sentence.values[features::READER] = worst / SCALE;
    }
    for (place, score) in chosen.into_iter().zip(scores) {
        ranked[place].values[features::READER] = score / SCALE;
        ranked[place].is_read = true;
    }
    true
}
