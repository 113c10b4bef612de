//! The figures of a sentence: what they count, how exactly, and whether two can both be true.

use super::sentence::Sentence;
use crate::corpus::Span;
use crate::index::english;
use crate::index::vocabulary::{TermId, WordClass};

/// An estimate is good to this share of itself.
const ABOUT: f64 = 0.1;
/// Counts below this are rarely rounded without saying so.
const ROUNDED: f64 = 1000.0;
/// And then to so many digits.
const ROUND_DIGITS: i32 = 2;
/// Two values of one thing are of one magnitude: beyond this factor they measure different things.
const MAGNITUDE: f64 = 10.0;
/// Words before a figure of a group that was spoken of before, or of what is added to one.
const DEFINITE: &[&str] = &[
    "the", "these", "those", "its", "their", "his", "her", "our", "all", "both", "another", "first",
    "last", "next", "other", "further", "only", "additional",
];

/// How exactly a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Exactly,
    About,
    AtLeast,
    AtMost,
}

/// The words that say so, longer ones before those they contain.
const HEDGES: &[(&[&str], Bound)] = &[
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["more", "than"], Bound::AtLeast),
    (&["greater", "than"], Bound::AtLeast),
    (&["fewer", "than"], Bound::AtMost),
    (&["less", "than"], Bound::AtMost),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["upwards", "of"], Bound::AtLeast),
    (&["close", "to"], Bound::About),
    (&["over"], Bound::AtLeast),
    (&["above"], Bound::AtLeast),
    (&["exceeding"], Bound::AtLeast),
    (&["under"], Bound::AtMost),
    (&["below"], Bound::AtMost),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["some"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["estimated"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["circa"], Bound::About),
];

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

/// The figures in which two sentences differ, where they measure the same: of
/// what the question names, else of the one thing in which they differ.
pub(super) fn difference(a: &Sentence<'_>, b: &Sentence<'_>) -> Option<[Span; 2]> {
    let (of_a, of_b) = (figures(a), figures(b));
    let only = |figures: &[Figure], unit: Unit| {
        let mut found = figures.iter().filter(|figure| figure.unit == unit);
        Some(found.next()?.clone()).filter(|_| found.next().is_none())
    };
    let mut units: Vec<Unit> = of_a.iter().map(|figure| figure.unit).collect();
    units.sort_unstable();
    units.dedup();
    let pairs = units
        .into_iter()
        .filter_map(|unit| Some([only(&of_a, unit)?, only(&of_b, unit)?]));
    let mut pairs: Vec<[Figure; 2]> = pairs.collect();
    // Asked units sort first, in the order of the question.
    if matches!(pairs.first(), Some([Figure { unit: Unit::Asked(_), .. }, _])) {
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
    use Bound::{About, AtLeast, AtMost, Exactly};
    let (low, high) = (a.value.min(b.value), a.value.max(b.value));
    if low <= 0.0 || high / low > MAGNITUDE {
        return false;
    }
    let is_near = high - low <= ABOUT * high;
    match (a.bound, b.bound) {
        (Exactly, Exactly) => low < high && !is_rounding(low, high),
        (About, About | Exactly) | (Exactly, About) => !is_near,
        // "More than 5,000" may be 5,757 in round figures; "more than 150" is not "more than 160".
        (AtLeast, AtLeast) => cut(high, digits(low)) != low,
        (AtMost, AtMost) => raised(low, digits(high)) != high,
        (AtLeast, AtMost | Exactly) => a.value > b.value,
        (AtMost | Exactly, AtLeast) => b.value > a.value,
        (AtMost, Exactly) => b.value > a.value,
        (Exactly, AtMost) => a.value > b.value,
        (AtLeast, About) => a.value > b.value && !is_near,
        (About, AtLeast) => b.value > a.value && !is_near,
        (AtMost, About) => b.value > a.value && !is_near,
        (About, AtMost) => a.value > b.value && !is_near,
    }
}

/// Whether one of two is the other in round figures: 5,700 for 5,683.
fn is_rounding(low: f64, high: f64) -> bool {
    let rounds = |round: f64, exact: f64| {
        let digits = digits(round);
        let unit = unit(exact, digits);
        digits <= ROUND_DIGITS && (exact / unit).round() * unit == round
    };
    low >= ROUNDED && (rounds(low, high) || rounds(high, low))
}

/// Significant digits: 2 for 150, at most 15.
fn digits(value: f64) -> i32 {
    (1..15)
        .find(|&digits| cut(value, digits) == value)
        .unwrap_or(15)
}

/// What the last of so many digits of a value stands for: 10 for the second of 150.
fn unit(value: f64, digits: i32) -> f64 {
    10_f64.powi(value.log10().floor() as i32 + 1 - digits)
}

fn cut(value: f64, digits: i32) -> f64 {
    let unit = unit(value, digits);
    (value / unit).floor() * unit
}

fn raised(value: f64, digits: i32) -> f64 {
    let unit = unit(value, digits);
    (value / unit).ceil() * unit
}

/// The figures of a sentence that count something.
fn figures(sentence: &Sentence<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut place = 0;
    while place < sentence.words.len() {
        let Some((value, end)) = number(sentence, place) else {
            place += 1;
            continue;
        };
        figures.extend(figure(sentence, value, place..end));
        place = end;
    }
    figures
}

/// The figure that a number makes with the words around it.
fn figure(sentence: &Sentence<'_>, value: f64, words: std::ops::Range<usize>) -> Option<Figure> {
    let (first, last) = (&sentence.words[words.start], &sentence.words[words.end - 1]);
    let (mut bound, hedge) = hedge(sentence, words.start);
    let start = words.start - hedge;
    let before = sentence.back(start, 1);
    let is_definite = before.is_some_and(|word| DEFINITE.contains(&word.text));
    // "34 of 50 countries", "27 to 30 countries", "from 27 countries to 30": parts and ranges.
    let is_part = before.is_some_and(|word| word.text == "of")
        && sentence
            .back(start, 2)
            .is_some_and(|word| word.class == WordClass::Number);
    let next = sentence.words.get(words.end);
    let joins = |word: Option<&super::sentence::Word<'_>>| {
        word.is_some_and(|word| matches!(word.text, "to" | "or" | "and"))
    };
    let is_number = |place: usize| number(sentence, place).is_some();
    let opens_range = joins(next) && is_number(words.end + 1);
    let closes_range = joins(before)
        && start >= 2
        && matches!(sentence.words[start - 2].class, WordClass::Number | WordClass::Year);
    if is_definite || is_part || opens_range || closes_range {
        return None;
    }
    let text = &sentence.text;
    let ahead = text.get(last.span.end..).unwrap_or_default();
    let behind = text.get(..first.span.start).unwrap_or_default();
    let mut span = Span {
        start: first.span.start,
        end: last.span.end,
    };
    let mut sign = None;
    if let Some(currency) = behind.chars().last().filter(|c| "$€£¥₹".contains(*c)) {
        sign = Some(currency);
        span.start -= currency.len_utf8();
    }
    if ahead.starts_with('+') {
        bound = Bound::AtLeast;
        span.end += 1;
    }
    if let Some(after) = ahead.trim_start().chars().next().filter(|c| "%€£°".contains(*c)) {
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

/// "A population of 5,000", "the attendance was 5,000": the word before, over such small words.
fn counted_before(sentence: &Sentence<'_>, start: usize) -> Option<TermId> {
    let small = |place: usize| matches!(sentence.words[place].text, "of" | "was" | "is" | "at" | "were" | "to");
    let before = start.checked_sub(1).filter(|_| sentence.follows(start))?;
    let place = if small(before) && sentence.follows(before) {
        before.checked_sub(1)?
    } else {
        before
    };
    let word = &sentence.words[place];
    (word.class == WordClass::Content).then_some(word.term)
}

/// The bound that the words before a figure give it, and how many words that are.
fn hedge(sentence: &Sentence<'_>, place: usize) -> (Bound, usize) {
    let stands = |words: &[&str]| {
        let wanted = words.iter().rev().enumerate();
        wanted.into_iter().all(|(back, word)| {
            sentence
                .back(place, back + 1)
                .is_some_and(|before| before.text == *word)
        })
    };
    HEDGES
        .iter()
        .find(|(words, _)| stands(words))
        .map_or((Bound::Exactly, 0), |(words, bound)| (*bound, words.len()))
}

/// The number that starts at a word, and the place after its last: "164",
/// "5 million", "one hundred and sixty-four".
fn number(sentence: &Sentence<'_>, start: usize) -> Option<(f64, usize)> {
    let word = |place: usize| sentence.words.get(place);
    let opening = word(start)?;
    let grouped = sentence.text.get(opening.span.range())?.contains(',');
    // Four digits without grouping may be a year.
    if !(opening.class == WordClass::Number || opening.class == WordClass::Year && grouped) {
        return None;
    }
    let (mut total, mut current, mut end) = (0.0, None, start);
    while let Some(next) = word(end) {
        let joined = end == start
            || matches!(sentence.gap(end).trim(), "" | "-" | "\u{2010}" | "\u{2011}");
        if !joined {
            break;
        }
        if let Some(scale) = scale(next.text) {
            let times: f64 = current.unwrap_or(1.0);
            if scale == 100.0 {
                current = Some(times * scale);
            } else {
                total += times * scale;
                current = None;
            }
        } else if let Some(value) = value(next.text) {
            // "Sixty four" is one number; "164 27" is two.
            let fits = current.is_none_or(|high: f64| high >= 20.0 && value < 100.0 && high % 10.0 == 0.0);
            if !fits || (end > start && next.text.starts_with(|c: char| c.is_ascii_digit())) {
                break;
            }
            current = Some(current.unwrap_or(0.0) + value);
        } else {
            let joins = next.text == "and"
                && (total > 0.0 || current.is_some_and(|high| high >= 100.0))
                && word(end + 1).is_some_and(|after| {
                    value(after.text).is_some() && !after.text.starts_with(|c: char| c.is_ascii_digit())
                });
            if !joins {
                break;
            }
        }
        end += 1;
    }
    let value = total + current.unwrap_or(0.0);
    // "One" alone is more often a pronoun.
    (end > start && !(end == start + 1 && opening.text == "one")).then_some((value, end))
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// The value of digits or of a number word below a hundred.
fn value(word: &str) -> Option<f64> {
    if word == "one" {
        return Some(1.0);
    }
    if !english::is_number(word) {
        return None;
    }
    let digits = english::term(word);
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    digits.parse().ok().filter(|_| plain)
}
