//! What is one word, and what several.

use super::*;

#[track_caller]
fn comes_apart(text: &str, wanted: &str) {
    let words: Vec<String> = analyse(text).into_iter().map(|token| token.word).collect();
    assert_eq!(words.join(" "), wanted);
}

#[test]
fn acronyms_are_told_from_pronouns() {
    comes_apart(
        "The U.S. told us that the WHO and IT differ, said US aides.",
        "the US told us that the WHO and IT differ said US aides",
    );
    comes_apart("N.A.S.A. and NASA", "nasa and nasa");
}

#[test]
fn possessives_fall_away() {
    comes_apart(
        "Riga's harbour and the ministers’ plan; it's Zoë’s",
        "riga harbour and the ministers plan it's zoe",
    );
}

#[test]
fn words_that_low_lines_join_are_parts_of_a_compound() {
    comes_apart("set tide_gate", "set tide gate tidegate");
    comes_apart("__init__", "init");
}

#[test]
fn a_hyphenated_compound_is_its_parts_and_the_whole() {
    comes_apart(
        "anti-slip mats - two-year-old",
        "anti slip antislip mats two year old twoyearold",
    );
    comes_apart("in 1990-1995", "in 1990 1995");
}

#[test]
fn numbers_lose_their_grouping_and_keep_their_point() {
    comes_apart(
        "5,757 people, 2.5% of 1,23",
        "5757 people 2.5 percent of 1,23",
    );
    comes_apart(
        "45.00 euros or 1,200.00, v3.00.1",
        "45 euros or 1200 v3.00.1",
    );
}

#[test]
fn spaces_that_keep_a_line_together_group_digits_and_join_no_words() {
    comes_apart(
        "page 1 500 words, 1\u{a0}500 words",
        "page 1 500 words 1500 words",
    );
    comes_apart("boats\u{202f}? 10\u{202f}km", "boats 10 km");
    comes_apart("1,50,000 and 1,50", "150000 and 1,50");
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
    assert!(analyse("中国没有签署该条约。").len() >= 4);
}

#[test]
fn signs_at_a_number_are_words() {
    comes_apart("$5 and 7 €", "dollars 5 and 7 euros");
    comes_apart("£3 a%b $HOME", "pounds 3 a b home");
}

#[test]
fn what_several_words_are_as_one_is_added() {
    comes_apart("12 per cent", "12 per cent percent");
    comes_apart(
        "two thousand and five boats",
        "two thousand and five 2005 boats",
    );
}

#[test]
fn the_plural_of_an_acronym_is_the_acronym() {
    comes_apart("two WFUs, MPs and buses", "two wfu mp and buses");
}
