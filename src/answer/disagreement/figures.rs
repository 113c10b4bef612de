//! The figures of a sentence and what they count: whether two sentences differ in one.

use std::ops::Range;

use super::bounds::{self, Bound};
use super::sentence::{Sentence, Word};
use crate::corpus::Span;
use crate::language::english::asking::listed;
use crate::language::lexicon::TermId;
use crate::language::word::WordClass;

/// Two values of one thing are of one magnitude: beyond this factor they measure different things.
const MAGNITUDE: f64 = 10.0;
/// Words before a figure of a group that was spoken of before, or of what is added to one.
const DEFINITE: &str = "\
    the these those its their his her our all both another first last next other further only additional";

/// What a figure counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    /// A word of the question right after it, by its number there.
    Asked(usize),
    /// A sign beside it, such as that of a currency.
    Sign(char),
    /// A word right after it.
    Word(TermId),
    /// The word before it, where it has none: "a population of 5,000".
    Of(TermId),
}

#[derive(Clone, Debug)]
struct Figure {
    value: f64,
    bound: Bound,
    unit: Unit,
    /// With the words for its bound.
    span: Span,
}

/// The figures in which two sentences differ: of what the question names, else of one thing alone.
pub(super) fn difference(a: &Sentence<'_>, b: &Sentence<'_>) -> Option<[Span; 2]> {
    let (of_a, of_b) = (figures(a), figures(b));
    let only = |figures: &[Figure], unit: Unit| {
        let mut found = figures.iter().filter(|figure| figure.unit == unit);
        Some(found.next()?.clone()).filter(|_| found.next().is_none())
    };
    let mut units: Vec<Unit> = of_a.iter().map(|figure| figure.unit).collect();
    units.sort_unstable();
    units.dedup();
    let both = |unit| Some([only(&of_a, unit)?, only(&of_b, unit)?]);
    let mut pairs: Vec<[Figure; 2]> = units.into_iter().filter_map(both).collect();
    // Asked units sort first, in the order of the question.
    if let Some([one, _]) = pairs.first()
        && matches!(one.unit, Unit::Asked(_))
    {
        pairs.truncate(1);
    }
    pairs.retain(|[one, other]| differ(one, other));
    match &pairs[..] {
        [[one, other]] => Some([one.span, other.span]),
        _ => None,
    }
}

/// Whether two figures of the same thing cannot both be what was counted.
fn differ(a: &Figure, b: &Figure) -> bool {
    let (low, high) = (a.value.min(b.value), a.value.max(b.value));
    // Of more than some 300 digits a number is infinite.
    low > 0.0
        && high.is_finite()
        && high <= MAGNITUDE * low
        && bounds::exclude((a.value, a.bound), (b.value, b.bound))
}

/// The figures of a sentence that count something.
fn figures(sentence: &Sentence<'_>) -> Vec<Figure> {
    let words = sentence.words.len();
    let numbers = sentence.numbers.iter().filter(|(at, _)| at.start < words);
    let figure = |(at, value): &(Range<usize>, f64)| figure(sentence, *value, at.clone());
    numbers.filter_map(figure).collect()
}

/// The figure that a number makes with the words around it.
fn figure(sentence: &Sentence<'_>, value: f64, words: Range<usize>) -> Option<Figure> {
    let (first, last) = (&sentence.words[words.start], &sentence.words[words.end - 1]);
    let (mut bound, hedge) = bounds::before(sentence, words.start);
    let start = words.start - hedge;
    let before = sentence.back(start, 1);
    let is_definite = before.is_some_and(|word| listed(DEFINITE, word.text));
    // "34 of 50 countries", "27 to 30 countries", "from 27 countries to 30": parts and ranges.
    let class_before = sentence.back(start, 2).map(|word| word.class);
    let is_part =
        before.is_some_and(|word| word.text == "of") && class_before == Some(WordClass::Number);
    let next = sentence.words.get(words.end);
    let joins =
        |word: Option<&Word<'_>>| word.is_some_and(|word| matches!(word.text, "to" | "or" | "and"));
    let is_number = |place: usize| sentence.numbers.iter().any(|(at, _)| at.start == place);
    let opens_range = joins(next) && is_number(words.end + 1);
    let closes_range =
        joins(before) && matches!(class_before, Some(WordClass::Number | WordClass::Year));
    if is_definite || is_part || opens_range || closes_range {
        return None;
    }
    let text = &sentence.text;
    let ahead = text.get(last.span.end..).unwrap_or_default();
    let behind = text.get(..first.span.start).unwrap_or_default();
    let mut span = Span::from(first.span.start..last.span.end);
    let mut sign = None;
    if let Some(currency) = behind.chars().last().filter(|c| "$€£¥₹".contains(*c)) {
        sign = Some(currency);
        span.start -= currency.len_utf8();
    }
    if ahead.starts_with('+') {
        bound = Bound::AtLeast;
        span.end += 1;
    }
    let after = ahead.trim_start().chars().next();
    if let Some(after) = after.filter(|c| "%€£°".contains(*c)) {
        sign = Some(after);
        span.end += ahead.find(after)? + after.len_utf8();
    }
    if hedge > 0 {
        span.start = sentence.words[start].span.start;
    }
    let noun = next.filter(|word| {
        // A hyphen stands in "a 30-mile border".
        matches!(sentence.gap(words.end).trim(), "" | "-") && word.class == WordClass::Content
    });
    let unit = match (sign, noun) {
        (Some(sign), _) => Unit::Sign(sign),
        (None, Some(noun)) if matches!(noun.text, "percent" | "pct") => Unit::Sign('%'),
        (None, Some(noun)) => noun.asked.map_or(Unit::Word(noun.term), Unit::Asked),
        (None, None) => Unit::Of(counted_before(sentence, start)?),
    };
    Some(Figure {
        value,
        bound,
        unit,
        span,
    })
}

/// "A population of 5,000", "the attendance was 5,000": the word before, over one of such small words.
fn counted_before(sentence: &Sentence<'_>, start: usize) -> Option<TermId> {
    let small = |place: usize| listed("of was is at were to", sentence.words[place].text);
    let before = start.checked_sub(1).filter(|_| sentence.follows(start))?;
    // "Branch 38" is the name of one of several branches.
    let is_measured = small(before) && sentence.follows(before);
    let word = &sentence.words[before.checked_sub(1).filter(|_| is_measured)?];
    (word.class == WordClass::Content).then_some(word.term)
}
