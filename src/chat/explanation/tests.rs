//! An explanation as a person reads it, at 80 columns and less.

use super::*;
use crate::answer::{Judgement, Like, Thresholds};
use crate::chat::samples::{declined, doubt, given};

fn part(name: &'static str, value: f32, weight: f32) -> Part {
    Part {
        name,
        value,
        weight,
        contribution: value * weight,
    }
}

/// A word of a question; `counterparts` each with its words between commas.
fn sought(typed: &str, idf: f32, counterparts: &[(&str, Kind, f32)]) -> Sought {
    let counterpart = |&(words, kind, weight): &(&str, Kind, f32)| Counterpart {
        words: words.split(", ").map(str::to_owned).collect(),
        kind,
        weight,
    };
    Sought {
        typed: typed.to_owned(),
        idf,
        is_name: false,
        correction: (typed == "harbuor").then(|| "harbour".to_owned()),
        counterparts: counterparts.iter().map(counterpart).collect(),
    }
}

fn meeting(term: &str, word: Option<&str>, exact: bool, like: Option<(&str, f32)>) -> Meeting {
    Meeting {
        term: term.to_owned(),
        word: word.map(str::to_owned),
        weight: f32::from(u8::from(word.is_some())),
        exact,
        like: like.map(|(word, nearness)| Like {
            word: word.to_owned(),
            nearness,
        }),
        around: f32::from(u8::from(word.is_some() || term == "ferries")),
    }
}

fn explanation() -> Explanation {
    let reading = "The pilot boat of the harbour is called Meridian and has \
        a crew of four, all of them from Peruvian families.";
    let forms = "pilot, pilots, piloted, piloting, pilotless, piloter";
    let taken = ("harbour, harbor", Kind::Correction, 0.8);
    let also_taken = ("harbouring", Kind::Correction, 0.72);
    let same = ("peru", Kind::Same, 1.0);
    let other = ("peruvian", Kind::OtherWord, 0.9);
    Explanation {
        wanted: AnswerType::Person,
        terms: vec![
            sought("pilots", 3.5, &[(forms, Kind::Same, 1.0)]),
            sought("harbuor", 1.25, &[taken, also_taken]),
            sought("Peru", 2.0, &[same, other]),
            sought("lifeboat", 4.0, &[("life boat", Kind::Compound, 1.0)]),
            sought("zeppelin", 12.0, &[]),
            sought("ferries", 2.0, &[("ferry", Kind::Same, 1.0)]),
        ],
        passages: 1,
        sentences: 12,
        best: vec![Considered {
            document: "news/harbour-of-the-upper-valley.txt".to_owned(),
            line: Some(3),
            locator: None,
            start: 10,
            end: 20,
            text: reading.to_owned(),
            reading: reading.to_owned(),
            quote: Some(1),
            score: 3.2,
            features: vec![
                part("new_words", 0.5, 2.0),
                part("near_coverage", 1.0, 3.0),
                part("fresh_feature", 0.5, 1.0),
                part("heaviest_unmet", 0.5, -2.5),
                part("length", 0.1, -0.5),
            ],
            doubts: vec![doubt("Peru", Some("Chile")), doubt("the pilots", None)],
            met: vec![
                meeting("pilots", Some("pilot"), false, None),
                meeting("harbuor", Some("harbour"), false, None),
                meeting("Peru", Some("Peruvian"), false, None),
                meeting("lifeboat", Some("boat"), true, Some(("boat", 0.9))),
                meeting("zeppelin", None, false, Some(("crew", 0.1))),
                meeting("ferries", None, false, Some(("boat", 0.61))),
            ],
        }],
        confidence: Judgement {
            signals: vec![part("document_share", 0.3, 2.0), part("bias", 1.0, -3.0)],
            probability: 0.083,
            thresholds: Thresholds {
                found: 0.6,
                perhaps: 0.25,
            },
        },
    }
}

fn plain(width: usize) -> String {
    let answer = given(declined(Vec::new()));
    let text = text(&answer, Some(&explanation()), width);
    anstream::adapter::strip_str(&text).to_string()
}

#[test]
fn at_80_columns_it_reads_so() {
    let wanted = "
How this came about
Wanted: a person or a group.

Searched for (the rarer a word, the more it weighs)
   pilots     3.50  pilot, pilots, piloted, piloting and 2 more
   harbuor    1.25  taken for “harbour”: harbour, harbor (0.80), harbouring
                    (0.72)
   Peru       2.00  peru; also peruvian (0.90)
   lifeboat   4.00  written otherwise: life boat
   zeppelin  12.00  not in the documents, nor anything like it
   ferries    2.00  ferry

Best of 12 sentences in 1 passage
Each feature of a sentence adds its value × its weight to the score.
1. news/harbour-of-the-upper-valley.txt:3, score 3.20, shown as 1
   “The pilot boat of the harbour is called Meridian and has a crew of four, …”
   as typed   lifeboat
   otherwise  “pilot” for pilots, “harbour” for harbuor, “Peruvian” for Peru
   in meaning “boat” for ferries (0.61)
   around it  ferries
   nowhere    zeppelin
   objection  It is about Chile, not Peru.
   objection  It does not mention the pilots.
   for         +3.00  1.00 × 3.00  near coverage: how much of the question it
                                   says, like words counted
               +1.00  0.50 × 2.00  new words: words that the question does not
                                   have
               +0.50  0.50 × 1.00  fresh feature
   against     -1.25  0.50 × -2.50 heaviest unmet: the word that tells most is
                                   met badly
   the rest    -0.05

Why Quoth declines
   for         +0.60  0.30 × 2.00  document share: how much better its document
                                   does than the others
   against     -3.00  1.00 × -3.00 bias: where every question starts
   together    -2.40
That makes a probability of 0.083 that the first sentence answers: below the
threshold of 0.250 for an unsure answer, so no answer.
";
    assert_eq!(plain(80), wanted, "{}", plain(80));
}

#[test]
fn no_line_is_longer_than_the_terminal_is_wide_and_no_word_is_broken() {
    for width in [60, 72, 100] {
        for line in plain(width).lines() {
            assert!(display_width(line) <= width, "{width}: {line}");
        }
    }
    assert!(plain(20).contains("news/harbour-of-the-upper-valley.txt:3"));
}
