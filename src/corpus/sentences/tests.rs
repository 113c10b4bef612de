//! Tests of whole blocks; those of a single rule stand beside it.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::corpus::fuzzing::check_sentences;

fn texts<'t>(language: &str, text: &'t str) -> Vec<&'t str> {
    let spans = sentences(text, language);
    spans.into_iter().map(|span| &text[span]).collect()
}

/// Asserts that the sentences, which " | " parts here and a space in their text, are found again;
/// before them stands their language.
#[track_caller]
pub(super) fn assert_splits(cases: &[&str]) {
    for case in cases {
        let (language, marked) = case.split_once(": ").unwrap_or_default();
        let sentences: Vec<&str> = marked.split(" | ").collect();
        assert_eq!(texts(language, &sentences.join(" ")), sentences, "{case}");
    }
}

/// Asserts that the sentences, which "|" parts here and nothing in their text, are found again.
#[track_caller]
pub(super) fn assert_joined(language: &str, marked: &str) {
    let sentences: Vec<&str> = marked.split('|').collect();
    assert_eq!(texts(language, &sentences.concat()), sentences);
}

#[test]
fn a_block_is_split_into_its_sentences() {
    assert_splits(&[
        "en: The museum is shut. | Is it? | It is! | Come on Monday",
        "hi: नाव पुरानी है। | क्या वह चलती है?",
        "ar: وصلت العبّارة. | هل هي قديمة؟ | نعم.",
        "ko: 배가 떠났다. | 왜 늦었을까? | 3.5%가 남았다.",
    ]);
    assert_joined("ja", "船が出た。|遅いですか？|はい。");
}

#[test]
fn unknown_languages_are_split_all_the_same() {
    for language in ["xx", "", "en-GB", "日本"] {
        assert_splits(&[&format!("{language}: Dr. Reed rows. | She is late.")]);
    }
}

#[test]
fn line_ends_inside_a_block_count_as_spaces() {
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{b}", "\0"] {
        let first = format!("The ferry that{end}Mr.{end}Reed built is{end}blue.");
        let second = format!("It{end}sank.");
        assert_eq!(texts("en", &format!("{first} {second}")), [first, second]);
    }
}

#[test]
fn spans_are_trimmed() {
    let text = " \u{feff}\tIt sank.  \u{3000} It rose. \n\0";
    assert_eq!(texts("en", text), ["It sank.", "It rose."]);
}

#[test]
fn what_has_no_word_goes_with_a_sentence_that_has() {
    assert_splits(&["en: It sank. 🎉 !!! | It rose.", "en: ... It sank."]);
    assert_eq!(texts("en", " *** ?! 🎉 "), [""; 0]);
    assert_eq!(texts("en", ""), [""; 0]);
}

#[test]
fn quotations_are_split_inside_and_keep_their_speaker() {
    assert_splits(&[
        r#"en: "The paint is dry," he said on deck. | "We sail.""#,
        r#"en: "The museum must close. | We leak," said Ms. Cole. | He left."#,
        "en: “The club is ours,” wrote the fans. | “We stay.”",
        // A stray word after one stands alone.
        r#"en: They vowed "a boat for each village." | Advertisement"#,
        // So does a credit after a caption.
        "en: The new ferry is at the quay. | (Jo Reed/P.Q. Harbour News)",
        "en: It was given by the Ann G. Reed Trust. | Photo by Jo Low/HN, Licence",
    ]);
}

#[test]
fn long_blocks_are_split_like_short_ones() {
    let sentence = "\"It sank,\" said Dr. Reed of St. Ann's at 5 p.m. on Sunday.";
    let text = [sentence; 1000].join(" ");
    assert_eq!(texts("en", &text), [sentence; 1000]);
}

/// What is hard to take apart: marks, abbreviations, numbers, line ends, and letters of all kinds.
const HARD: &str = "([.?!] |\\.\\.\\.|[…\"'“”„«»()•「《।؟¿¡;:。]|\\[1\\]|\\[|\\]|\
    Mr\\.|U\\.S\\.|e\\.g\\.|a\\.m\\.|p\\.m\\.|No\\.|etc\\.|J\\.|A|1\\.|5|5\\.5|ii\\.|\\(a\\) |[-—] |\
    \n|\n\n|\r\n|\r|[\u{2028}\u{85}\0\u{feff} \u{a0}\u{3000}\t]|。”他说|」と|\
    [éßİﬁ\u{301}\u{200d}𝒜ก中]|👩‍👩‍👧|ကို|word|Word|http://a\\.b/c\\?d|x@y\\.z|(?s:.)){0,60}";

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_panics_loses_a_word_or_gives_spans_out_of_order(
        text in HARD,
        language in prop::sample::select(vec![
            "en", "de", "ru", "zh", "ja", "ar", "hi", "th", "es", "fr", "el", "hy", "xx",
        ]),
    ) {
        check_sentences(&text, language);
    }
}

#[test]
fn hostile_blocks_take_linear_time() {
    let started = std::time::Instant::now();
    for unit in [
        "\"A. ", "“a ", "(", ".)", "a.", ". ", "A.[1] ", "[", "中。", "« A. ", "ก", "\n",
    ] {
        sentences(&unit.repeat(400_000 / unit.len()), "en");
    }
    // Generous: it takes about a second, where quadratic work would take many minutes.
    assert!(started.elapsed().as_secs() < 60);
}
