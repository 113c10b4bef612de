//! `quoth ask --explain`: how an answer came about, for people and for programs.

use serde_json::Value;

use crate::place::{Place, keys, quotes};

const FOUNDER: &str = "Who was the clock museum founded by?";
const WEAK: &str = "Which zeppelin did the captain crash in Patagonia?";
const UNHEARD_OF: &str = "Which zeppelin exploded?";

fn explained(place: &Place, question: &str) -> Value {
    let done = place.run(["ask", "--json", "--explain", question]);
    done.object()
}

/// What the contributions of some parts add up to.
fn sum(parts: &Value) -> f64 {
    let parts = parts.as_array().unwrap().iter();
    parts
        .map(|part| part["contribution"].as_f64().unwrap())
        .sum()
}

#[test]
fn the_answer_stands_first_and_the_exit_code_stays() {
    let place = Place::new();
    for (question, code) in [(FOUNDER, 0), (WEAK, 1), (UNHEARD_OF, 1), ("hello", 1)] {
        let answer = place.ask(question).stdout;
        let done = place.run(["ask", "--explain", question]).exits(code);
        let how = done.stdout.strip_prefix(&answer).expect(&done.stdout);
        assert!(how.starts_with("\nHow this came about\n"), "{how}");
        assert_eq!(done.stderr, "");
    }
}

#[test]
fn the_text_tells_why_this_sentence() {
    let done = Place::new().run(["ask", "--explain", FOUNDER]);
    done.shows(&[
        "\nWanted: a person or a group.\n",
        "\n   founded  ",
        "\n1. museums/clocks.md:7, score ",
        ", shown as 1\n   “The clock museum was founded by Hester Brandt in 1923.”\n   as typed   clock, museum, founded\n   for ",
        "\n\nWhy Quoth answers\n   for ",
        ": at or above the threshold of",
    ]);
}

#[test]
fn the_text_tells_why_a_question_is_declined() {
    let place = Place::new();
    place.run(["ask", "--explain", WEAK]).shows(&[
        "  not in the documents, nor anything like it\n",
        "\n   nowhere   ",
        "\n\nWhy Quoth declines\n",
        "   against ",
        " below the threshold of ",
    ]);
    let unheard_of = place.run(["ask", "--explain", UNHEARD_OF]).stdout;
    assert!(unheard_of.ends_with("\nNo passage was found, so there is nothing to weigh.\n"));
    let greeting = place.run(["ask", "--explain", "hello"]).stdout;
    assert!(
        greeting.ends_with("\nNothing was searched for.\n"),
        "{greeting}"
    );
}

#[test]
fn a_mended_slip_is_told() {
    let slip = ["ask", "--explain", "Who founded the clock muzeum?"];
    Place::new()
        .run(slip)
        .shows(&["taken for “museum”: museum (0.80)", "“museum” for muzeum"]);
}

#[test]
fn json_has_the_usual_answer_and_an_explanation() {
    let place = Place::new();
    for question in [FOUNDER, WEAK, UNHEARD_OF, "hello"] {
        let mut answer = explained(&place, question);
        let fields = answer.as_object_mut().unwrap();
        let explanation = fields.remove("explanation").unwrap();
        assert_eq!(answer, place.answer(question));
        if question == "hello" {
            assert!(explanation.is_null());
            continue;
        }
        let contract = "best confidence passages sentences terms wanted";
        assert_eq!(keys(&explanation), contract);
        assert_eq!(
            explanation["confidence"]["probability"],
            answer["confidence"]
        );
    }
}

#[test]
fn the_figures_of_the_explanation_are_consistent() {
    let place = Place::new();
    for question in [FOUNDER, WEAK, "How many cars does the ferry carry?"] {
        let answer = explained(&place, question);
        let explanation = &answer["explanation"];
        let best = explanation["best"].as_array().unwrap();
        assert!(!best.is_empty());
        for sentence in best {
            let score = sentence["score"].as_f64().unwrap();
            assert!(
                (sum(&sentence["features"]) - score).abs() < 1e-4,
                "{sentence}"
            );
            let met = sentence["met"].as_array().unwrap();
            assert_eq!(met.len(), explanation["terms"].as_array().unwrap().len());
            place.check(sentence);
        }
        assert_eq!(
            (&best[0]["score"], &best[0]["quote"]),
            (&quotes(&answer)[0]["score"], &1.into())
        );
        let confidence = &explanation["confidence"];
        let logistic = 1.0 / (1.0 + (-sum(&confidence["signals"])).exp());
        let probability = confidence["probability"].as_f64().unwrap();
        assert!((logistic - probability).abs() < 1e-5, "{confidence}");
        let reaches = |grade: &str| {
            let threshold = confidence["thresholds"][grade].as_f64();
            probability >= threshold.unwrap()
        };
        let status = match (reaches("found"), reaches("perhaps")) {
            (true, _) => "found",
            (false, true) => "perhaps",
            (false, false) => "abstained",
        };
        assert_eq!(answer["status"], status);
    }
}

#[test]
fn how_many_sentences_are_shown_can_be_said() {
    let place = Place::new();
    let shown = |explain: &str| {
        let done = place.run(["ask", "--json", explain, FOUNDER]);
        let explanation = &done.object()["explanation"];
        explanation["best"].as_array().unwrap().len()
    };
    assert_eq!((shown("--explain=2"), shown("--explain")), (2, 5));
    for wrong in ["--explain=0", "--explain=many", "--explain=51"] {
        place.run(["ask", wrong, FOUNDER]).refused(&["--explain"]);
    }
}

#[test]
fn only_ask_explains() {
    let place = Place::new();
    for arguments in [
        &["--explain"][..],
        &["sources", "--explain"],
        &["--explain", "ask", FOUNDER],
    ] {
        place.run(arguments.iter().copied()).refused(&["--explain"]);
    }
}

#[test]
fn an_explanation_is_the_same_every_time_and_keeps_to_its_columns() {
    let place = Place::new();
    let run = || place.run(["ask", "--explain", WEAK]).stdout;
    assert_eq!(run(), run());
    // Where there is no terminal, lines have up to 100 columns.
    let longest = run().lines().map(|line| line.chars().count()).max();
    assert!(longest.is_some_and(|columns| columns <= 100), "{}", run());
}
