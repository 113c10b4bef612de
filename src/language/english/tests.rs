//! Forms and spellings of a word become one term.

use super::*;

#[test]
fn two_spellings_of_a_word_are_one_term() {
    for (british, american) in [
        ("defence", "defense"),
        ("colour", "color"),
        ("organisations", "organizations"),
        ("centre", "center"),
        ("analyse", "analyze"),
        ("travelled", "traveled"),
        ("catalogue", "catalog"),
        ("neighbourhood", "neighborhood"),
        ("programme", "program"),
        ("licence", "license"),
    ] {
        assert_eq!(term(british), term(american), "{british} and {american}");
    }
}

#[test]
fn short_words_keep_their_own_ending() {
    assert_ne!(term("four"), term("for"));
    assert_ne!(term("hour"), term("hor"));
}

#[test]
fn forms_of_a_word_are_one_term() {
    for (form, base) in [
        ("signed", "sign"),
        ("countries", "country"),
        ("won", "win"),
        ("children", "child"),
        ("twelve", "12"),
        ("nineteenth", "19th"),
        ("third", "3rd"),
        ("hypotheses", "hypothesis"),
    ] {
        assert_eq!(term(form), term(base), "{form} and {base}");
    }
}

#[test]
fn every_entry_of_a_list_is_a_pair() {
    for list in [NUMBERS, ORDINALS, ENDINGS, SPELLINGS, IRREGULAR] {
        assert_eq!(
            pairs(list).count(),
            list.split_whitespace().count(),
            "{list}"
        );
    }
}
