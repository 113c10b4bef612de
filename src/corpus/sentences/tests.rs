//! Tests of whole blocks; those of a single rule stand beside it.

use super::*;
use crate::corpus::fuzzing::check_sentences;

fn texts<'t>(language: &str, text: &'t str) -> Vec<&'t str> {
    let spans = sentences(text, language);
    spans.into_iter().map(|span| &text[span]).collect()
}

/// Asserts that the sentences, which " | " parts here and a space in their text, are found again.
#[track_caller]
pub(super) fn assert_splits(language: &str, marked: &str) {
    let sentences: Vec<&str> = marked.split(" | ").collect();
    assert_eq!(texts(language, &sentences.join(" ")), sentences);
}

/// Asserts that the sentences, which "|" parts here and nothing in their text, are found again.
#[track_caller]
pub(super) fn assert_joined(language: &str, marked: &str) {
    let sentences: Vec<&str> = marked.split('|').collect();
    assert_eq!(texts(language, &sentences.concat()), sentences);
}

#[test]
fn a_block_is_split_into_its_sentences() {
    assert_splits(
        "en",
        "The museum is shut. | Is it? | It is! | Come on Monday",
    );
    assert_splits("hi", "नाव पुरानी है। | क्या वह चलती है?");
    assert_splits("ar", "وصلت العبّارة. | هل هي قديمة؟ | نعم.");
    assert_splits("ko", "배가 떠났다. | 왜 늦었을까? | 3.5%가 남았다.");
    assert_joined("ja", "船が出た。|遅いですか？|はい。");
}

#[test]
fn unknown_languages_are_split_all_the_same() {
    for language in ["xx", "", "en-GB", "日本"] {
        assert_splits(language, "Dr. Reed rows. | She is late.");
    }
}

#[test]
fn line_ends_inside_a_block_count_as_spaces() {
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{b}", "\0"] {
        let text = format!("The ferry that{end}Mr.{end}Reed built is{end}blue. It{end}sank.");
        assert_eq!(
            texts("en", &text),
            [
                format!("The ferry that{end}Mr.{end}Reed built is{end}blue."),
                format!("It{end}sank.")
            ]
        );
    }
}

#[test]
fn spans_are_trimmed() {
    let text = " \u{feff}\tIt sank.  \u{3000} It rose. \n\0";
    assert_eq!(texts("en", text), ["It sank.", "It rose."]);
}

#[test]
fn what_has_no_word_goes_with_a_sentence_that_has() {
    assert_eq!(
        texts("en", "It sank. 🎉 !!! It rose."),
        ["It sank. 🎉 !!!", "It rose."]
    );
    assert_eq!(texts("en", "... It sank."), ["... It sank."]);
    assert_eq!(texts("en", " *** ?! 🎉 "), [""; 0]);
    assert_eq!(texts("en", ""), [""; 0]);
}

#[test]
fn a_stray_word_after_a_quotation_stands_alone() {
    assert_splits(
        "en",
        r#"They vowed "a boat for each village." | Advertisement"#,
    );
}

#[test]
fn a_credit_after_a_caption_stands_alone() {
    assert_splits(
        "en",
        "The new ferry is at the quay. | (Jo Reed/P.Q. Harbour News)",
    );
    assert_splits(
        "en",
        "It was given by the Ann G. Reed Trust. | Photo by Jo Low/HN, Licence",
    );
}

#[test]
fn quotations_are_split_inside_and_keep_their_speaker() {
    assert_splits("en", r#""The paint is dry," he said on deck. | "We sail.""#);
    assert_splits(
        "en",
        r#""The museum must close. | We leak," said Ms. Cole. | He left."#,
    );
    assert_splits("en", "“The club is ours,” wrote the fans. | “We stay.”");
}

#[test]
fn long_blocks_are_split_like_short_ones() {
    let sentence = "\"It sank,\" said Dr. Reed of St. Ann's at 5 p.m. on Sunday.";
    let text = [sentence; 1000].join(" ");
    assert_eq!(texts("en", &text), [sentence; 1000]);
}

/// A xorshift generator: the same strings on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

const HARD: [&str; 72] = [
    ". ",
    "? ",
    "! ",
    "...",
    "…",
    "\"",
    "'",
    "“",
    "”",
    "„",
    "«",
    "»",
    "(",
    ")",
    "[1]",
    "[",
    "]",
    "Mr.",
    "U.S.",
    "e.g.",
    "a.m.",
    "p.m.",
    "No.",
    "etc.",
    "J.",
    "A",
    "1.",
    "5",
    "5.5",
    "ii.",
    "(a) ",
    "- ",
    "•",
    "— ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\0",
    "\u{feff}",
    " ",
    "\u{a0}",
    "\u{3000}",
    "\t",
    "。",
    "。”他说",
    "「",
    "」と",
    "《",
    "।",
    "؟",
    "¿",
    "¡",
    ";",
    ":",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "\u{301}",
    "\u{200d}",
    "👩‍👩‍👧",
    "𝒜",
    "ก",
    "ကို",
    "中",
    "word",
    "Word",
    "http://a.b/c?d",
    "x@y.z",
];

#[test]
fn no_text_panics_loses_a_word_or_gives_spans_out_of_order() {
    let languages = [
        "en", "de", "ru", "zh", "ja", "ar", "hi", "th", "es", "fr", "el", "hy", "xx",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..4000 {
        let language = languages[round % languages.len()];
        let mut text = String::new();
        for _ in 0..random.below(60) {
            match random.below(8) {
                0 => text.extend(char::from_u32(
                    u32::try_from(random.below(0x11_0000)).unwrap_or(0),
                )),
                _ => text.push_str(HARD[random.below(HARD.len())]),
            }
        }
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
