//! The numbers of a text: "164", "twenty-five", "1.5 million", "nineteen eighty-four".
//!
//! Analysis takes those of several words ([`in_words`]) for the digits that
//! they would be written in, so that "two thousand" meets "2,000" and "1.5
//! million" meets "1,500,000". What compares figures takes all ([`all`]).

mod amounts;

use std::ops::Range;

use super::english;
use super::token::Token;
use super::word::is_year;
pub(super) use amounts::mark_amounts;

/// Words that multiply what stands before them.
const SCALES: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("mn", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("trillion", 1e12),
    ("tn", 1e12),
];
/// Larger numbers than this lose digits, and nobody writes them in words.
const LARGEST: f64 = 1e15;

/// What computing with decimal fractions may lose, as a share.
pub const ERROR: f64 = 1e-9;

/// A number among some tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// What it is worth.
    pub value: f64,
    /// Whether it says when or which rather than how many: "1984", "nineteen
    /// eighty-four", "twenty-first".
    pub is_rank: bool,
    /// What follows the digits of an ordinal.
    suffix: &'static str,
    /// Of how many words it is, the article of "a hundred" among them.
    parts: usize,
}

impl Number {
    /// The number in digits, without grouping.
    pub(super) fn digits(&self) -> String {
        format!("{}{}", self.value, self.suffix)
    }
}

/// What a word says in a number.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// "1.5": digits already.
    Digits(f64),
    /// 1 to 9.
    Unit(f64),
    /// 10 to 19.
    Teen(f64),
    /// 20, 30 and so on to 90.
    Tens(f64),
    /// "third" after "twenty": the ordinal in digits.
    Ordinal(f64, &'static str),
    Hundred,
    Scale(f64),
}

/// The numbers of `text` in order, in digits and in words.
pub fn all(text: &str, tokens: &[Token]) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let opens = !tokens[at].compound && part(&tokens[at].word).is_some();
        let number = opens.then(|| starting_at(at, text, tokens)).flatten();
        at = number.as_ref().map_or(at, |number| number.last) + 1;
        numbers.extend(number);
    }
    numbers
}

/// The same, each by the places of its words among those that are no compounds.
pub fn by_words(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, Number)> {
    let place = |token: usize| {
        let before = tokens[..token].iter();
        before.filter(|token| !token.compound).count()
    };
    let numbers = all(text, tokens).into_iter();
    let placed = numbers.map(|number| (place(number.first)..place(number.last) + 1, number));
    placed.collect()
}

/// Those that are written in more than one word, and are whole.
pub(super) fn in_words(text: &str, tokens: &[Token]) -> Vec<Number> {
    let is_whole = |value: f64| value.fract() == 0.0 && value < LARGEST;
    let mut numbers = all(text, tokens);
    numbers.retain(|number| number.parts > 1 && is_whole(number.value));
    numbers
}

/// Whether two values are equal but for what computing lost.
pub fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= ERROR * one.abs().max(other.abs())
}

/// The number whose first word is a part in place `first`.
fn starting_at(first: usize, text: &str, tokens: &[Token]) -> Option<Number> {
    // "a hundred", "a million": the article counts one.
    let opens = part(&tokens[first].word);
    let multiplies = matches!(opens, Some(Part::Hundred | Part::Scale(_)));
    let article = first.checked_sub(1).filter(|&before| {
        let is_article = matches!(tokens[before].word.as_str(), "a" | "an");
        multiplies && is_article && follows(text, tokens, before, first)
    });
    let mut sum = Sum::default();
    let mut parts = 0;
    if article.is_some() {
        (sum.group, sum.last, parts) = (1.0, Some(Part::Unit(1.0)), 1);
    }
    let (mut last, mut at, mut before) = (first, first, None);
    let mut suffix = "";
    while let Some(token) = tokens.get(at) {
        if token.compound {
            at += 1;
            continue;
        }
        let joined = before.is_none_or(|before| follows(text, tokens, before, at));
        let and = token.word == "and" && matches!(sum.last, Some(Part::Hundred | Part::Scale(_)));
        if joined && and {
            (before, at) = (Some(at), at + 1);
            continue;
        }
        let Some(part) = part(&token.word).filter(|&part| joined && sum.takes(part)) else {
            break;
        };
        sum.add(part);
        (last, before, at, parts) = (at, Some(at), at + 1, parts + 1);
        if let Part::Ordinal(_, ending) = part {
            suffix = ending;
            break;
        }
    }
    let is_year = is_year(&tokens[first].word) && !tokens[first].amount && last == first;
    (parts > 0).then_some(Number {
        first: article.unwrap_or(first),
        last,
        value: sum.total + sum.group,
        is_rank: sum.is_year || is_year || !suffix.is_empty(),
        suffix,
        parts,
    })
}

/// A number as far as it was read.
#[derive(Default)]
struct Sum {
    /// What is multiplied already.
    total: f64,
    /// What the next scale multiplies.
    group: f64,
    last: Option<Part>,
    /// Whether it starts as a year does: "nineteen eighty".
    is_year: bool,
}

impl Sum {
    /// Whether a number goes on with that part: "twenty" with "five", not "five" with "twenty".
    fn takes(&self, part: Part) -> bool {
        let multiplied = matches!(self.last, Some(Part::Hundred | Part::Scale(_)));
        match part {
            Part::Digits(_) => self.last.is_none(),
            Part::Unit(_) => {
                self.last.is_none() || multiplied || matches!(self.last, Some(Part::Tens(_)))
            }
            Part::Teen(_) | Part::Tens(_) => self.last.is_none() || multiplied || self.is_century(),
            Part::Ordinal(..) => matches!(self.last, Some(Part::Tens(_))),
            Part::Hundred => self.group > 0.0 && self.group < 100.0,
            Part::Scale(_) => self.group > 0.0,
        }
    }

    /// "nineteen" of "nineteen eighty-four", "twenty" of "twenty thirty".
    fn is_century(&self) -> bool {
        matches!(self.last, Some(Part::Teen(_) | Part::Tens(_)))
            && self.total == 0.0
            && (11.0..=20.0).contains(&self.group)
    }

    fn add(&mut self, part: Part) {
        match part {
            Part::Teen(value) | Part::Tens(value) if self.is_century() => {
                self.group = self.group * 100.0 + value;
                self.is_year = true;
            }
            Part::Digits(value)
            | Part::Unit(value)
            | Part::Teen(value)
            | Part::Tens(value)
            | Part::Ordinal(value, _) => self.group += value,
            Part::Hundred => self.group *= 100.0,
            // A figure such as 2.3 is no exact float: what it multiplies to is whole.
            Part::Scale(scale) => {
                self.total += (self.group * scale).round();
                self.group = 0.0;
            }
        }
        self.last = Some(part);
    }
}

fn part(word: &str) -> Option<Part> {
    match word {
        "one" => return Some(Part::Unit(1.0)),
        "first" => return Some(Part::Ordinal(1.0, "st")),
        "second" => return Some(Part::Ordinal(2.0, "nd")),
        "third" => return Some(Part::Ordinal(3.0, "rd")),
        "hundred" => return Some(Part::Hundred),
        _ => {}
    }
    if let Some((_, scale)) = SCALES.iter().find(|(scale, _)| *scale == word) {
        return Some(Part::Scale(*scale));
    }
    let Some(digits) = english::digits(word) else {
        let plain = word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        return plain.then(|| word.parse().ok())?.map(Part::Digits);
    };
    if let Some(ordinal) = digits.strip_suffix("th") {
        let value = ordinal.parse().ok().filter(|value| *value < 10.0)?;
        return Some(Part::Ordinal(value, "th"));
    }
    let value: f64 = digits.parse().ok()?;
    Some(match value {
        1.0..10.0 => Part::Unit(value),
        10.0..20.0 => Part::Teen(value),
        20.0.. => Part::Tens(value),
        _ => return None,
    })
}

/// Whether nothing but a space or a hyphen stands between two tokens.
fn follows(text: &str, tokens: &[Token], before: usize, after: usize) -> bool {
    let gap = &text[tokens[before].span.end..tokens[after].span.start];
    let mut characters = gap.chars();
    let joint = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
    characters.next().is_some_and(joint) && characters.next().is_none()
}

/// What else a decade is called: "nineties", "1990s" and "90s" of each other.
/// Without a century, the last one is meant.
pub fn decade(word: &str) -> Vec<String> {
    const DECADES: &[(&str, &str)] = &[
        ("twenties", "20s"),
        ("thirties", "30s"),
        ("forties", "40s"),
        ("fifties", "50s"),
        ("sixties", "60s"),
        ("seventies", "70s"),
        ("eighties", "80s"),
        ("nineties", "90s"),
    ];
    let short = word.strip_prefix("19").unwrap_or(word);
    let is_named = |(name, digits): &&(&str, &str)| *name == word || *digits == short;
    let Some(&(name, digits)) = DECADES.iter().find(is_named) else {
        return Vec::new();
    };
    let mut names = vec![name.to_owned(), digits.to_owned(), format!("19{digits}")];
    names.retain(|name| name != word);
    names
}

#[cfg(test)]
mod tests;
