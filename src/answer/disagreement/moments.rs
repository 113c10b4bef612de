//! The dates of a sentence: which is that of the event asked for, and whether two can be the same.

use super::sentence::Sentence;
use crate::answer::query::Query;
use crate::corpus::{Span, date};
use crate::language::english::asking::listed;
use crate::language::word::WordClass;

/// Words before a date that give it as the time of an event. "By" and "after" give less.
const ON: &[&str] = &["in", "on", "since"];
/// An event and its date are no further apart than so many words.
const REACH: usize = 8;

/// A date as a sentence gives it, in part or whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    /// Its year, month and day.
    parts: [Option<u16>; 3],
    span: Span,
    /// The query term that names the event; `None` where the date opens the sentence.
    event: Option<usize>,
}

/// The dates in which two sentences differ, where each is that of the event asked for.
pub(super) fn difference(query: &Query, a: &Sentence<'_>, b: &Sentence<'_>) -> Option<[Span; 2]> {
    let (of_a, of_b) = (moment(query, a)?, moment(query, b)?);
    let same_event = of_a.event.is_none() || of_b.event.is_none() || of_a.event == of_b.event;
    (same_event && differ(&of_a, &of_b)).then_some([of_a.span, of_b.span])
}

/// What only one of them tells is no difference.
fn differ(a: &Moment, b: &Moment) -> bool {
    let mut parts = a.parts.into_iter().zip(b.parts);
    parts.any(|(a, b)| a.zip(b).is_some_and(|(a, b)| a != b))
}

/// The one date that a sentence gives for what is asked, if there is just one.
fn moment(query: &Query, sentence: &Sentence<'_>) -> Option<Moment> {
    let mut moments = Vec::new();
    let mut place = 0;
    while place < sentence.words.len() {
        let Some((moment, end)) = date(sentence, place) else {
            place += 1;
            continue;
        };
        let is_asked = (place..end).any(|at| sentence.words[at].asked.is_some());
        if !is_asked && is_said_of_event(sentence, place, end) {
            let event = event(query, sentence, place);
            // "In 1931 the bridge ...".
            if event.is_some() || place == 1 {
                moments.push(Moment { event, ..moment });
            }
        }
        place = end;
    }
    match moments[..] {
        [moment] => Some(moment),
        _ => None,
    }
}

/// Whether a date follows a word such as "in", and no other date is joined to it.
fn is_said_of_event(sentence: &Sentence<'_>, place: usize, end: usize) -> bool {
    let is_date = |place: usize| date(sentence, place).is_some();
    let next = sentence.words.get(end).map(|word| word.text);
    let range = matches!(next, Some("to" | "or" | "and" | "until")) && is_date(end + 1);
    let dash = sentence.gap(end).contains(['-', '–']) && is_date(end);
    let before = sentence.back(place, 1);
    before.is_some_and(|word| ON.contains(&word.text)) && !range && !dash
}

/// The query term that a date follows in the same clause: "was opened by the mayor in 1931".
fn event(query: &Query, sentence: &Sentence<'_>, place: usize) -> Option<usize> {
    for at in (place.saturating_sub(REACH)..place).rev() {
        if at + 1 < place && !sentence.follows(at + 1) {
            return None;
        }
        let word = &sentence.words[at];
        let verb = word.asked.filter(|&number| !query.terms[number].is_name);
        if verb.is_some() {
            return verb;
        }
        // What comes after such a word has a time of its own.
        if listed("after before until when which that who and", word.text) {
            return None;
        }
    }
    None
}

/// The date that starts at a word, and the place after its last: "1 May 1931",
/// "May 1, 1931", "May 1931", "1 May", "1931".
fn date(sentence: &Sentence<'_>, start: usize) -> Option<(Moment, usize)> {
    let at = |place: usize| sentence.words.get(place);
    let month = |place: usize| {
        let word = at(place).filter(|word| word.capital)?;
        date::month(word.text).map(u16::from)
    };
    let year = |place: usize| {
        let word = at(place).filter(|word| word.class == WordClass::Year)?;
        word.text.parse::<u16>().ok()
    };
    let day = |place: usize| {
        let word = at(place)?.text;
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let day = digits.parse::<u16>().ok();
        day.filter(|day| (1..=31).contains(day))
    };
    let whole = [
        (month(start + 1), day(start), year(start + 2), 2),
        (month(start), day(start + 1), year(start + 2), 2),
        (month(start), None, year(start + 1), 1),
    ];
    let (month, day, year, parts) = match whole {
        [(Some(month), Some(day), year, parts), _, _]
        | [_, (Some(month), Some(day), year, parts), _] => (Some(month), Some(day), year, parts),
        [_, _, (Some(month), _, Some(year), parts)] => (Some(month), None, Some(year), parts),
        _ => (None, None, Some(year(start)?), 0),
    };
    let end = start + parts + usize::from(year.is_some());
    let span = Span::from(at(start)?.span.start..at(end - 1)?.span.end);
    let moment = Moment {
        parts: [year, month, day],
        span,
        event: None,
    };
    Some((moment, end))
}
