//! The numbers of a sentence, in digits and in words.

use super::sentence::Sentence;
use crate::index::english;
use crate::index::vocabulary::WordClass;

/// The number that starts at a word, and the place after its last: "164",
/// "5 million", "one hundred and sixty-four".
pub(super) fn number(sentence: &Sentence<'_>, start: usize) -> Option<(f64, usize)> {
    let word = |place: usize| sentence.words.get(place);
    let opening = word(start)?;
    let grouped = sentence.text.get(opening.span.range())?.contains(',');
    // Four digits without grouping may be a year.
    if !(opening.class == WordClass::Number || opening.class == WordClass::Year && grouped) {
        return None;
    }
    let (mut total, mut current, mut end) = (0.0, None, start);
    while let Some(next) = word(end) {
        let joined =
            end == start || matches!(sentence.gap(end).trim(), "" | "-" | "\u{2010}" | "\u{2011}");
        if !joined {
            break;
        }
        if let Some(scale) = scale(next.text) {
            let times: f64 = current.unwrap_or(1.0);
            // "Two hundred" may go on with "thousand" or "and four"; other scales end a group.
            if next.text == "hundred" {
                current = Some(times * scale);
            } else {
                total += times * scale;
                current = None;
            }
        } else if let Some(value) = value(next.text) {
            // "Sixty four" is one number; "164 27" is two.
            let fits =
                current.is_none_or(|high: f64| high >= 20.0 && value < 100.0 && high % 10.0 == 0.0);
            if !fits || (end > start && next.text.starts_with(|c: char| c.is_ascii_digit())) {
                break;
            }
            current = Some(current.unwrap_or(0.0) + value);
        } else {
            let joins = next.text == "and"
                && (total > 0.0 || current.is_some_and(|high| high >= 100.0))
                && word(end + 1).is_some_and(|after| {
                    value(after.text).is_some()
                        && !after.text.starts_with(|c: char| c.is_ascii_digit())
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
