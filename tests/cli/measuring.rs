//! `quoth eval`: figures of a question set.

use serde_json::Value;

use crate::place::{Place, keys};

const SET: &str = r#"{"question": "Who was the clock museum founded by?", "answerable": true, "answers": ["Hester Brandt"], "gold_docs": ["museums/clocks"], "kind": "plain", "level": "easy"}
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
    let done = place().run(["eval", "set/questions.jsonl"]).exits(0);
    done.shows(&[
        "questions                           3\n  answerable                        2\n",
        "\nhit@1                           0.500\n",
        "AUROC                           1.000\n",
        "\nfound or perhaps  ",
        "100 % answered\n",
        "\nplain                      1    1.000    1.000 ",
    ]);
    assert_eq!(done.stderr, "");
}

#[test]
fn the_figures_of_a_set_are_one_object_of_json() {
    let done = place().run(["eval", "--json", "set/questions.jsonl"]);
    let figures = &done.exits(0).object();
    assert_eq!(figures["questions"], 3);
    let contract = "answerable auroc calibration_error curve found found_or_perhaps kinds p50_ms \
                    p95_ms questions ranking service";
    assert_eq!(keys(figures), contract);
    assert_eq!(keys(&figures["ranking"]), "hit_1 hit_3 in_sight mrr");
    assert_eq!(keys(&figures["found"]), "coverage precision");
    assert_eq!(keys(&figures["curve"]), "area points");
    assert_eq!(figures["kinds"]["plain"]["ranking"]["hit_1"], 1.0);
    assert_eq!(figures["ranking"]["hit_1"], 0.5);
}

#[test]
fn a_turn_of_a_conversation_is_asked_after_the_question_before_it() {
    let place = place();
    let turn = r#"{"question": "When?", "answerable": true, "answers": ["1923"], "gold_docs": ["museums/clocks"]"#;
    let before = r#""before": "Who was the clock museum founded by?""#;
    for (set, right) in [
        (format!("{turn}}}"), "0.000"),
        (format!("{turn}, {before}}}"), "1.000"),
    ] {
        place.put("set/turn.jsonl", set);
        let done = place.run(["eval", "set/turn.jsonl"]).exits(0);
        let wanted = format!("\nhit@1                           {right}\n");
        done.shows(&[&wanted]);
    }
}

#[test]
fn misses_are_shown_with_what_was_wanted() {
    let place = place();
    let done = place.run(["eval", "--misses", "5", "set/questions.jsonl"]);
    assert_eq!(done.stdout.matches("MISSED").count(), 1, "{}", done.stdout);
    done.exits(0).shows(&[
        "MISSED Who is the manager of Valley United? (confidence ",
        "  wanted: The manager is Osric.\n  got: clubs.txt:3: ",
    ]);
    let done = place.run(["eval", "--misses", "5", "--json", "set/questions.jsonl"]);
    let lines = done.json();
    assert_eq!(lines.len(), 2, "{}", done.stdout);
    assert_eq!(lines[1]["wanted"][0], "The manager is Osric.");
}

#[test]
fn an_unanswerable_question_that_is_answered_is_a_miss_marked_as_such() {
    let place = place();
    let set = r#"{"question": "Who was the clock museum founded by?", "answerable": false, "answers": ["Nobody"]}"#;
    place.put("set/absent.jsonl", format!("{SET}{set}\n"));
    let done = place.run(["eval", "--misses", "5", "set/absent.jsonl"]);
    let kinds = |kind| done.stdout.matches(&format!("\n\n{kind} Who ")).count();
    assert_eq!((kinds("MISSED"), kinds("UNANSWERABLE")), (1, 1));
    done.exits(0).shows(&[
        "UNANSWERABLE Who was the clock museum founded by? (confidence ",
        ")\n  wanted: no answer\n  got: museums/clocks.md:7: ",
    ]);
    let done = place.run(["eval", "--misses", "5", "--json", "set/absent.jsonl"]);
    let mut misses = done.json();
    let figures = misses.remove(0);
    assert!(figures["service"]["declined"].as_f64() < Some(1.0));
    let sure = |miss: &Value| miss["confidence"].as_f64();
    assert!(misses.is_sorted_by(|a, b| sure(a) >= sure(b)), "{misses:?}");
    let marked: Vec<&Value> = misses
        .iter()
        .filter(|miss| miss["answerable"] == false)
        .collect();
    assert_eq!(marked.len(), 1);
    assert_ne!(marked[0]["grade"], "abstained");
    assert_eq!(marked[0]["wanted"], serde_json::json!([]));
}

#[test]
fn the_format_and_every_figure_are_explained_by_help() {
    let help = Place::empty().run(["eval", "--help"]).exits(0);
    help.shows(&[
        "\"question\"",
        "\"answerable\"",
        "\"answers\"",
        "\"gold_docs\"",
        "\"gold_sentences\"",
        "\"passages\"",
        "\"before\"",
        "\"kind\"",
        "seen ",
        "declined ",
        "coverage ",
        "precision ",
        "area ",
        "--with <FOLDER>",
        "hit@1 ",
        "hit@3 ",
        "MRR ",
        "in sight ",
        "AUROC ",
        "balanced accuracy ",
        "calibration error ",
        "time ",
    ]);
}

#[test]
fn another_corpus_can_be_measured_on() {
    let place = place();
    place.put("other/mill.txt", "The mill stands by the brook.\n");
    let done = place.run(["eval", "set/questions.jsonl", "--corpus", "other"]);
    done.exits(0)
        .shows(&["hit@1                           0.000"]);
}

#[test]
fn unrelated_documents_can_be_added_and_are_never_right() {
    let place = place();
    let more = "The clock museum was founded by Hester Brandt, said Hester Brandt.\n";
    place.put("other/museums/clocks.txt", more);
    let hits = |with: &[&str]| {
        let words = ["eval", "--json", "set/questions.jsonl"]
            .into_iter()
            .chain(with.iter().copied());
        let figures = place.run(words).exits(0).object();
        figures["ranking"]["hit_3"].clone()
    };
    assert_eq!(hits(&["--with", "other"]), hits(&[]));
    let done = place.run(["eval", "set/questions.jsonl", "--with", "gone"]);
    done.refused(&["there is no such folder or file: gone"]);
}

#[test]
fn what_stands_in_a_passage_is_right_where_no_answers_are_given() {
    let place = place();
    let set = r#"{"question": "Who is the manager of Valley United?", "answerable": true, "gold_docs": ["clubs"], "passages": ["The  manager of Valley United is Tomas\nReyle, who once kept goal for Harbour Rovers. He is old."]}"#;
    place.put("set/passages.jsonl", format!("{set}\n"));
    let done = place.run(["eval", "--json", "set/passages.jsonl"]);
    let figures = done.exits(0).object();
    assert_eq!(figures["ranking"]["hit_3"], 1.0, "{figures}");
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
            "needs gold_docs, and answers or passages",
        ),
        ("Who was it?", "expected"),
    ] {
        place.put("set/bad.jsonl", format!("{SET}{line}\n"));
        place
            .run(["eval", "set/bad.jsonl"])
            .refused(&["bad.jsonl:5: ", part, "\nhint: "]);
    }
}

#[test]
fn a_set_that_is_not_there_or_empty_or_without_documents_is_refused() {
    let place = place();
    place.put("set/empty.jsonl", "\n");
    place.put("alone/questions.jsonl", SET);
    let gone = "cannot read the question set gone.jsonl";
    for (set, parts) in [
        ("gone.jsonl", &[gone][..]),
        ("set/empty.jsonl", &["empty.jsonl holds no question"]),
        ("alone/questions.jsonl", &["alone", "docs", "\nhint: "]),
    ] {
        place.run(["eval", set]).refused(parts);
    }
}
