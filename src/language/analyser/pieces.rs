//! Text comes apart into pieces by Unicode's rules for words (UAX #29): most text is in ASCII, where
//! these are few, and soon gone through. A number is one piece where spaces group its digits.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use crate::language::Language;

/// The rules have it join words, as a low line does; people write it before "?" and units.
const NARROW_SPACE: char = '\u{202f}';
/// Digits of a group.
const GROUP: usize = 3;

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Where the pieces of a text end, in order: words, numbers, runs of spaces, and all else sign by sign.
pub(super) fn ends(text: &str, language: Language) -> Vec<usize> {
    let is_ascii = text.is_ascii();
    let mut ends = if is_ascii {
        ends_in_ascii(text.as_bytes())
    } else {
        let mut ends: Vec<usize> = SEGMENTER.segment_str(text).skip(1).collect();
        part_at_narrow_spaces(text, &mut ends);
        ends
    };
    if !is_ascii || language.groups_by(' ') {
        join_groups(text, language, &mut ends);
    }
    ends
}

fn part_at_narrow_spaces(text: &str, ends: &mut Vec<usize>) {
    let spaces = text.match_indices(NARROW_SPACE);
    let sides = spaces.flat_map(|(at, space)| [at, at + space.len()]);
    let before = ends.len();
    ends.extend(sides.filter(|side| *side > 0));
    if ends.len() > before {
        ends.sort_unstable();
        ends.dedup();
    }
}

/// Leaves out the ends inside of numbers whose digits spaces group.
fn join_groups(text: &str, language: Language, ends: &mut Vec<usize>) {
    let mut numbers: Vec<Range<usize>> = Vec::new();
    for (at, space) in text.match_indices(|c: char| language.groups_by(c)) {
        if numbers.last().is_none_or(|last| last.end <= at) {
            numbers.extend(grouped(text, at, space, language, ends));
        }
    }
    let mut numbers = numbers.into_iter().peekable();
    ends.retain(|end| {
        while numbers.next_if(|number| number.end <= *end).is_some() {}
        numbers.peek().is_none_or(|number| *end <= number.start)
    });
}

/// The number of which the `space` at `at` parts the first group of digits from the second.
fn grouped(
    text: &str,
    at: usize,
    space: &str,
    language: Language,
    ends: &[usize],
) -> Option<Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let start = text[..at].trim_end_matches(is_digit).len();
    let (before, first) = text[..at].split_at(start);
    let opens = (1..=GROUP).contains(&first.len()) && !first.starts_with('0');
    // In a time, a fraction, a telephone number or a row of numbers.
    let in_row = |before: &str| before.ends_with(is_digit);
    let goes_on =
        before.ends_with([':', '/', '+']) || before.strip_suffix(space).is_some_and(in_row);
    let is_inside = || start > 0 && ends.binary_search(&start).is_err();
    if !opens || goes_on || is_inside() {
        return None;
    }
    let is_group = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count() == GROUP;
    let mut last = at;
    while text[last..].strip_prefix(space).is_some_and(is_group) {
        last += space.len() + GROUP;
    }
    let end = *ends.get(ends.partition_point(|end| *end < last))?;
    let (decimals, after) = (&text[last..end], &text[end..]);
    let is_fraction = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = decimals.strip_prefix(language.decimal_mark());
    let ends_well = decimals.is_empty() || fraction.is_some_and(is_fraction);
    let next = after.strip_prefix(space);
    let is_last = next.is_none_or(|next| !next.starts_with(is_digit));
    (last > at && ends_well && is_last).then_some(start..end)
}

fn ends_in_ascii(text: &[u8]) -> Vec<usize> {
    let mut ends = Vec::with_capacity(text.len() / 2);
    let mut at = 0;
    while let Some(&first) = text.get(at) {
        at += 1;
        if first == b' ' {
            at += text[at..].iter().take_while(|byte| **byte == b' ').count();
        } else if first == b'\r' {
            at += usize::from(text.get(at) == Some(&b'\n'));
        } else if is_of_word(first) {
            while let Some(&byte) = text.get(at) {
                if is_of_word(byte) {
                    at += 1;
                } else if joins(text[at - 1], byte, text.get(at + 1).copied()) {
                    at += 2;
                } else {
                    break;
                }
            }
        }
        ends.push(at);
    }
    ends
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a mark stands inside a word or a number: "U.S", "it's", "1,400".
fn joins(before: u8, mark: u8, after: Option<u8>) -> bool {
    let both = |is: fn(&u8) -> bool| is(&before) && after.is_some_and(|after| is(&after));
    match mark {
        b'.' | b'\'' => both(u8::is_ascii_alphabetic) || both(u8::is_ascii_digit),
        b':' => both(u8::is_ascii_alphabetic),
        b',' | b';' => both(u8::is_ascii_digit),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_alike(text: &str) {
        let wanted: Vec<usize> = SEGMENTER.segment_str(text).skip(1).collect();
        assert_eq!(ends_in_ascii(text.as_bytes()), wanted, "{text:?}");
    }

    #[test]
    fn ascii_comes_apart_as_the_rules_have_it() {
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer = texts.iter().flat_map(|text| {
                let signs = "aB1 .,:'_-\n\r\";".chars();
                signs.map(move |sign| format!("{text}{sign}"))
            });
            texts = longer.collect();
            for text in &texts {
                assert_alike(text);
            }
        }
        for sign in (0..128_u8).map(char::from) {
            for beside in ['a', '1', ' ', '_', sign] {
                assert_alike(&format!("{beside}{sign}{beside}"));
            }
        }
    }

    #[test]
    fn a_number_whose_digits_spaces_group_is_one_piece() {
        let french = Language::of_code("fr").unwrap_or(Language::ENGLISH);
        for (language, text, wanted) in [
            (french, "1 500 000 habitants", "1 500 000"),
            (french, "de 1 500,50 à 2 000 euros", "1 500,50|2 000"),
            (french, "1\u{202f}500\u{202f}km", "1\u{202f}500"),
            (french, "1 000-1 500", "1 000|1 500"),
            (french, "en 2024 150 bateaux", "2024|150"),
            (french, "à 9:30 100 personnes", "9|30|100"),
            (french, "01 234 567", "01|234|567"),
            (french, "8 800 555 35 35", "8|800|555|35|35"),
            (french, "1 500m 1  500 1 5000", "1|500m|1|500|1|5000"),
            (Language::ENGLISH, "page 1 500 words", "1|500"),
            (Language::ENGLISH, "1\u{a0}500.5 boats", "1\u{a0}500.5"),
        ] {
            let mut start = 0;
            let ends = ends(text, language).into_iter();
            let pieces = ends.map(|end| &text[std::mem::replace(&mut start, end)..end]);
            let numbers = pieces.filter(|piece| piece.starts_with(|c: char| c.is_ascii_digit()));
            assert_eq!(numbers.collect::<Vec<_>>().join("|"), wanted, "{text}");
        }
    }

    #[test]
    fn a_narrow_space_joins_no_words() {
        let text = "\u{202f}pont\u{202f}?";
        assert_eq!(ends(text, Language::ENGLISH), [3, 7, 10, 11]);
    }
}
