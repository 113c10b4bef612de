//! Which numbers a text has, and which of them say how much.

use super::*;
use crate::language::analyser::analyse;

fn numbers(text: &str) -> Vec<String> {
    let tokens = analyse(text).into_iter().filter(|token| token.compound);
    let digits = tokens.filter(|token| token.word.starts_with(|c: char| c.is_ascii_digit()));
    digits.map(|token| token.word).collect()
}

#[test]
fn a_number_in_words_is_a_number_in_digits() {
    for (words, digits) in [
        ("twenty-five boats", "25"),
        ("twenty five boats", "25"),
        ("two thousand boats", "2000"),
        ("two hundred and fifty boats", "250"),
        ("a hundred boats", "100"),
        ("one million boats", "1000000"),
        ("1.5 million boats", "1500000"),
        ("$2.3 bn", "2300000000"),
        ("three million two hundred thousand and six", "3200006"),
        ("nineteen eighty-four", "1984"),
        ("nineteen hundred", "1900"),
        ("two dozen", "24"),
        ("the twenty-first century", "21st"),
    ] {
        assert_eq!(numbers(words), [digits], "{words}");
    }
}

#[test]
fn numbers_that_only_stand_side_by_side_stay_apart() {
    for text in [
        "five twenty",
        "two, three and four",
        "7 8",
        "hundred boats",
        "two and two",
        "second third",
        "1.2.3",
    ] {
        assert_eq!(numbers(text), [""; 0], "{text}");
    }
    assert_eq!(numbers("five twenty-five"), ["25"]);
}

#[test]
fn all_numbers_are_read_with_their_value() {
    let text =
        "In 1905 one of twenty-five boats, worth 1.5 million, paid 7 crowns in nineteen eighty.";
    let tokens = analyse(text);
    let found = all(text, &tokens).into_iter();
    let found: Vec<(f64, bool)> = found.map(|number| (number.value, number.is_rank)).collect();
    let wanted = [
        (1905.0, true),
        (1.0, false),
        (25.0, false),
        (1.5e6, false),
        (7.0, false),
        (1980.0, true),
    ];
    assert_eq!(found, wanted);
    let places: Vec<_> = by_words(text, &tokens)
        .into_iter()
        .map(|(words, _)| words)
        .collect();
    assert_eq!(places[1..3], [2..3, 4..6]);
}

#[test]
fn a_decade_has_several_names() {
    assert_eq!(decade("nineties"), ["90s", "1990s"]);
    assert_eq!(decade("1930s"), ["thirties", "30s"]);
    assert_eq!(decade("1830s"), [""; 0]);
    assert_eq!(decade("boats"), [""; 0]);
}
