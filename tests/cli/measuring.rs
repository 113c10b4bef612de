//! `quoth eval`: figures of a question set.

use crate::place::{Place, keys};

const SET: &str = r#"{"question": "Who was the clock museum founded by?", "answerable": true, "answers": ["Hester Brandt"], "gold_docs": ["museums/clocks"], "level": "easy"}
{"question": "Who is the manager of Valley United?", "answerable": true, "answers": ["Osric"], "gold_docs": ["clubs"], "gold_sentences": ["The manager is Osric."]}

{"question": "Which zeppelin exploded?", "answerable": false}
"#;

/// A place with a question set beside its documents.
fn place() -> Place {
    let place = Place::new();
    std::fs::create_dir(place.path("set")).unwrap();
    std::fs::rename(place.path("corpus"), place.path("set/docs")).unwrap();
    place.put("set/questions.jsonl", SET);
    place
}

#[test]
fn the_figures_of_a_set_are_printed_as_text() {
    let done = place()
        .quoth(["eval", "set/questions.jsonl"])
        .done()
        .exits(0);
    for part in [
        "questions          3, of which answerable 2\n",
        "hit@1              0.500",
        "AUROC              1.000\n",
    ] {
        assert!(
            done.stdout.contains(part),
            "{part:?} is wanted in\n{}",
            done.stdout
        );
    }
    assert_eq!(done.stderr, "");
}

#[test]
fn the_figures_of_a_set_are_one_object_of_json() {
    let done = place()
        .quoth(["eval", "--json", "set/questions.jsonl"])
        .done()
        .exits(0);
    let [figures] = &done.json()[..] else {
        panic!("{}", done.stdout)
    };
    assert_eq!(figures["questions"], 3);
    assert_eq!(figures["hit_1"], 0.5);
    assert!(keys(figures).contains(&"p95_ms"));
}

#[test]
fn misses_are_shown_with_what_was_wanted() {
    let place = place();
    let done = place
        .quoth(["eval", "--misses", "5", "set/questions.jsonl"])
        .done()
        .exits(0);
    let miss = "MISSED Who is the manager of Valley United? (confidence ";
    assert_eq!(done.stdout.matches("MISSED").count(), 1, "{}", done.stdout);
    for part in [
        miss,
        "  wanted: The manager is Osric.\n  got: clubs.txt:3: ",
    ] {
        assert!(
            done.stdout.contains(part),
            "{part:?} is wanted in\n{}",
            done.stdout
        );
    }
    let done = place
        .quoth(["eval", "--misses", "5", "--json", "set/questions.jsonl"])
        .done();
    let [_, miss] = &done.json()[..] else {
        panic!("{}", done.stdout)
    };
    assert_eq!(miss["wanted"][0], "The manager is Osric.");
}

#[test]
fn another_corpus_can_be_measured_on() {
    let place = place();
    place.put("other/mill.txt", "The mill stands by the brook.\n");
    let done = place
        .quoth(["eval", "set/questions.jsonl", "--corpus", "other"])
        .done()
        .exits(0);
    assert!(
        done.stdout.contains("hit@1              0.000"),
        "{}",
        done.stdout
    );
}

#[test]
fn a_line_that_is_no_question_is_refused_with_its_number() {
    let place = place();
    for (line, part) in [
        (
            "{\"question\": 1, \"answerable\": true}",
            "expected a string",
        ),
        ("{\"question\": \"Who?\"}", "answerable"),
        (
            "{\"question\": \"Who?\", \"answerable\": true}",
            "needs answers and gold_docs",
        ),
        ("Who was it?", "expected"),
    ] {
        place.put("set/bad.jsonl", format!("{SET}{line}\n"));
        place
            .quoth(["eval", "set/bad.jsonl"])
            .done()
            .refused(&["bad.jsonl:5: ", part, "\nhint: "]);
    }
}

#[test]
fn a_set_that_is_not_there_or_empty_or_without_documents_is_refused() {
    let place = place();
    place
        .quoth(["eval", "gone.jsonl"])
        .done()
        .refused(&["cannot read the question set gone.jsonl"]);
    place.put("set/empty.jsonl", "\n");
    place
        .quoth(["eval", "set/empty.jsonl"])
        .done()
        .refused(&["empty.jsonl holds no question"]);
    place.put("alone/questions.jsonl", SET);
    place
        .quoth(["eval", "alone/questions.jsonl"])
        .done()
        .refused(&["alone", "docs", "\nhint: "]);
}
