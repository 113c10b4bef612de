//! How exactly a figure is meant, and whether two figures can both be true.

use super::sentence::Sentence;
use crate::language::numbers::{ERROR, is_same};

/// An estimate is good to this share of itself.
const ABOUT: f64 = 0.1;
/// Counts below this are rarely rounded without saying so.
const ROUNDED: f64 = 1000.0;
/// And then to so many digits.
const ROUND_DIGITS: i32 = 2;

/// How exactly a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    About,
    AtLeast,
    AtMost,
}

/// The words that say so.
const HEDGES: &[(Bound, &str)] = &[
    (
        Bound::About,
        "close to|about|around|some|roughly|approximately|estimated|nearly|almost|circa",
    ),
    (
        Bound::AtLeast,
        "no fewer than|no less than|more than|greater than|at least|upwards of|over|above|exceeding",
    ),
    (
        Bound::AtMost,
        "no more than|not more than|fewer than|less than|at most|up to|under|below",
    ),
];

/// Whether no number is what both of two positive figures say.
pub(super) fn exclude(a: (f64, Bound), b: (f64, Bound)) -> bool {
    let (low, high) = (a.0.min(b.0), a.0.max(b.0));
    match (a.1, b.1) {
        (Bound::Exactly, Bound::Exactly) => !is_same(low, high) && !is_rounding(low, high),
        // "More than 5,000" may be 5,757 in round figures; "more than 150" is not "more than 160".
        (Bound::AtLeast, Bound::AtLeast) => !is_same(cut(high, digits(low)), low),
        (Bound::AtMost, Bound::AtMost) => !is_same(raised(low, digits(high)), high),
        _ => {
            let (a, b) = (range(a), range(b));
            a.0 > b.1 || b.0 > a.1
        }
    }
}

/// The least and the most that a figure may stand for.
fn range((value, bound): (f64, Bound)) -> (f64, f64) {
    match bound {
        Bound::Exactly => (value, value),
        Bound::About => (value * (1.0 - ABOUT), value * (1.0 + ABOUT)),
        Bound::AtLeast => (value, f64::INFINITY),
        Bound::AtMost => (0.0, value),
    }
}

/// Whether one of two is the other in round figures: 5,700 for 5,683.
fn is_rounding(low: f64, high: f64) -> bool {
    let rounds = |round: f64, exact: f64| {
        let digits = digits(round);
        let unit = unit(exact, digits);
        digits <= ROUND_DIGITS && is_same((exact / unit).round() * unit, round)
    };
    low >= ROUNDED && (rounds(low, high) || rounds(high, low))
}

/// Significant digits: 2 for 150, at most 15.
fn digits(value: f64) -> i32 {
    (1..15)
        .find(|&digits| is_same(cut(value, digits), value))
        .unwrap_or(15)
}

/// What the last of so many digits of a value stands for: 10 for the second of 150.
fn unit(value: f64, digits: i32) -> f64 {
    10_f64.powi(value.log10().floor() as i32 + 1 - digits)
}

fn cut(value: f64, digits: i32) -> f64 {
    let unit = unit(value, digits);
    (value / unit + ERROR).floor() * unit
}

fn raised(value: f64, digits: i32) -> f64 {
    let unit = unit(value, digits);
    (value / unit - ERROR).ceil() * unit
}

/// The bound that the words before a figure give it, and how many words that are.
pub(super) fn before(sentence: &Sentence<'_>, place: usize) -> (Bound, usize) {
    let stands = |hedge: &&str| {
        let mut words = hedge.rsplit(' ').zip(1..);
        words.all(|(word, back)| {
            let before = sentence.back(place, back);
            before.is_some_and(|before| before.text == word)
        })
    };
    let length = |hedge: &str| hedge.split(' ').count();
    let standing = HEDGES.iter().filter_map(|(bound, hedges)| {
        let lengths = hedges.split('|').filter(stands).map(length);
        Some((*bound, lengths.max()?))
    });
    // "No more than" has "more than" in it.
    let longest = standing.max_by_key(|(_, length)| *length);
    longest.unwrap_or((Bound::Exactly, 0))
}
