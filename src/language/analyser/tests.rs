//! What is one word, and what several.

use super::*;

fn words(text: &str) -> Vec<String> {
    analyse(text).into_iter().map(|token| token.word).collect()
}

#[test]
fn acronyms_are_told_from_pronouns() {
    assert_eq!(
        words("The U.S. told us that the WHO and IT differ, said US aides."),
        [
            "the", "US", "told", "us", "that", "the", "WHO", "and", "IT", "differ", "said", "US",
            "aides"
        ]
    );
    assert_eq!(words("N.A.S.A. and NASA"), ["nasa", "and", "nasa"]);
}

#[test]
fn possessives_fall_away() {
    assert_eq!(
        words("Riga's harbour and the ministers’ plan; it's Zoë’s"),
        [
            "riga",
            "harbour",
            "and",
            "the",
            "ministers",
            "plan",
            "it's",
            "zoe"
        ]
    );
}

#[test]
fn words_that_low_lines_join_are_parts_of_a_compound() {
    assert_eq!(words("set tide_gate"), ["set", "tide", "gate", "tidegate"]);
    assert_eq!(words("__init__"), ["init"]);
}

#[test]
fn a_hyphenated_compound_is_its_parts_and_the_whole() {
    assert_eq!(
        words("anti-slip mats - two-year-old"),
        [
            "anti",
            "slip",
            "antislip",
            "mats",
            "two",
            "year",
            "old",
            "twoyearold"
        ]
    );
    assert_eq!(words("in 1990-1995"), ["in", "1990", "1995"]);
}

#[test]
fn numbers_lose_their_grouping_and_keep_their_point() {
    assert_eq!(
        words("5,757 people, 2.5% of 1,23"),
        ["5757", "people", "2.5", "percent", "of", "1,23"]
    );
}

#[test]
fn spans_cover_the_word_as_written() {
    let text = "Zoë’s anti-slip mats";
    let spans: Vec<_> = analyse(text)
        .into_iter()
        .map(|token| &text[token.span.range()])
        .collect();
    assert_eq!(spans, ["Zoë’s", "anti", "slip", "anti-slip", "mats"]);
}

#[test]
fn scripts_without_spaces_have_words() {
    assert!(words("中国没有签署该条约。").len() >= 4);
}

#[test]
fn signs_at_a_number_are_words() {
    assert_eq!(words("$5 and 7 €"), ["dollars", "5", "and", "7", "euros"]);
    assert_eq!(words("£3 a%b $HOME"), ["pounds", "3", "a", "b", "home"]);
}

#[test]
fn per_cent_is_one_word() {
    assert_eq!(words("12 per cent"), ["12", "per", "cent", "percent"]);
}

#[test]
fn a_number_of_several_words_is_also_its_digits() {
    assert_eq!(
        words("two thousand and five boats"),
        ["two", "thousand", "and", "five", "2005", "boats"]
    );
    assert!(words("twenty-five").contains(&"25".to_owned()));
}

#[test]
fn the_plural_of_an_acronym_is_the_acronym() {
    assert_eq!(
        words("two WFUs, MPs and buses"),
        ["two", "wfu", "mp", "and", "buses"]
    );
}
