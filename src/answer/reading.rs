//! The best few sentences of the ranking are read together with the question.

use std::borrow::Cow;

use super::features;
use super::query::Query;
use super::ranking::Ranked;
use super::speech;
use crate::index::Found;
use crate::reader::{Asked, Passage, Reader};

/// What the reader says is divided by this, so that it is about -1 to 1, as features are.
pub(super) const SCALE: f32 = 5.0;

/// Has the first `most` of `ranked` read, and tells each sentence what the reader says;
/// one that was not read counts as the worst of those that were. Returns whether
/// anything was read: what is in another language is read word for word in English.
pub(super) fn read(
    found: &Found,
    query: &Query,
    asked: Asked<'_>,
    ranked: &mut [Ranked],
    most: usize,
) -> bool {
    let Ok(reader) = Reader::shipped() else {
        return false;
    };
    let language = query.known.language();
    let own = query.elsewhere.as_ref().map_or(language, |it| it.asked);
    let of = |place: usize| found.passage_of(ranked[place].sentence).language;
    let places = (0..ranked.len().min(most)).filter(|&place| of(place).can_be_glossed());
    let chosen: Vec<usize> = places.filter(|_| own.can_be_glossed()).collect();
    if chosen.is_empty() {
        return false;
    }
    let text = |&place: &usize| {
        let sentence = ranked[place].sentence;
        let mut reading = found.judged_reading(sentence);
        if query.asks_for_speech && speech::has_speaker(&reading) {
            reading = Cow::Owned(reading.replacen(": ", " said: ", 1));
        }
        let in_english = |text| of(place).glossed(text);
        (in_english(title(found, sentence)), in_english(reading))
    };
    let texts: Vec<(Cow<'_, str>, Cow<'_, str>)> = chosen.iter().map(text).collect();
    let passages = texts.iter();
    let passages = passages.map(|(title, sentence)| Passage { title, sentence });
    let passages: Vec<Passage<'_>> = passages.collect();
    let question = match &query.in_english {
        Some(question) => query.mended(question).into(),
        None => own.glossed_question(query.mended(asked.question).into()),
    };
    let before = asked
        .before
        .map(|before| own.glossed_question(before.into()));
    let mended = Asked {
        question: &question,
        before: before.as_deref(),
    };
    let scores = match reader.read(mended, &passages) {
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

/// The title of a sentence's document, and the heading above it, unless it is read with that.
fn title(found: &Found, sentence: usize) -> Cow<'_, str> {
    let title = &found.document_of(sentence).title;
    let heading = found.passage_of(sentence).headings.last();
    match heading.filter(|_| found.lead(sentence).is_none()) {
        Some(heading) => Cow::Owned(format!("{title}: {heading}")),
        None => Cow::Borrowed(title),
    }
}
