//! Questions one a line on standard input.

use serde_json::{Value, json};

use crate::place::{Place, quotes};

const FERRY: &str = "When does the night ferry to Port Ellery sail?";
const MUSEUM: &str = "Who was the clock museum founded by?";
const STADIUM: &str = "How many spectators does the stadium of Harbour Rovers hold?";

#[test]
fn every_line_is_answered_in_its_order() {
    let place = Place::new();
    let questions = [FERRY, MUSEUM, "Which zeppelin exploded?", STADIUM];
    let one_by_one = questions
        .map(|question| place.ask(question).stdout + "\n")
        .concat();
    let piped = place.quoth([]).input(questions.join("\n")).done().exits(0);
    assert_eq!(piped.stdout, one_by_one);
    assert_eq!(piped.stderr, "");
}

#[test]
fn with_json_every_line_is_one_object_and_stands_alone() {
    let place = Place::new();
    let questions = [FERRY, MUSEUM, "Which zeppelin exploded?", STADIUM, FERRY];
    let alone = |question: &str| place.run(["--json", "ask", question]).stdout;
    let piped = place.quoth(["--json"]).input(questions.join("\n")).done();
    assert_eq!(piped.exits(0).stdout, questions.map(alone).concat());
}

#[test]
fn what_an_object_has_beside_its_question_such_as_its_chat_is_given_back() {
    let place = Place::new();
    let plain = place.answer(MUSEUM);
    assert_eq!(plain["status"], "found");
    assert_eq!(plain["version"], 1);
    for beside in [
        json!({"chat": -1001}),
        json!({"chat": "tour 7"}),
        json!({"id": "a-7", "lang": "en"}),
        json!({}),
    ] {
        let (mut object, mut wanted) = (beside.clone(), plain.clone());
        object["question"] = MUSEUM.into();
        for (name, value) in beside.as_object().unwrap() {
            wanted[name] = value.clone();
        }
        assert_eq!(place.answer(&object.to_string()), wanted);
    }
}

#[test]
fn a_broken_line_is_told_and_never_searched_for() {
    let place = Place::new();
    let lines = [
        "{\"question\": \"When does the night ferry sail?\"",
        "{\"id\": 7, \"chat\": 3, \"query\": \"When?\"}",
        "{\"question\": [\"When?\"]}",
        "[\"When?\"]",
        MUSEUM,
    ];
    let answers = place.answers(lines);
    for broken in &answers[..4] {
        assert_eq!(broken["status"], "error", "{broken}");
        assert!(!broken["error"].as_str().unwrap().is_empty());
        assert!(broken.get("quotes").is_none(), "{broken}");
    }
    assert_eq!(answers[1]["id"], 7);
    assert_eq!(answers[1]["chat"], 3);
    assert_eq!(answers[4]["status"], "found");
}

#[test]
fn a_line_may_end_as_on_windows_or_not_at_all() {
    let place = Place::new();
    let said = |input: String| place.quoth(["--json"]).input(input).done().stdout;
    let plain = said(format!("{FERRY}\n{MUSEUM}\n"));
    assert_eq!(said(format!("{FERRY}\r\n{MUSEUM}\r\n")), plain);
    assert_eq!(said(format!("\u{feff}{FERRY}\n{MUSEUM}")), plain);
}

#[test]
fn no_input_is_no_error() {
    for arguments in [&[][..], &["--json"], &["repl"]] {
        let done = Place::new().run(arguments.iter().copied()).exits(0);
        assert_eq!((done.stdout.as_str(), done.stderr.as_str()), ("", ""));
    }
}

#[test]
fn repl_answers_lines_where_there_is_no_terminal() {
    let place = Place::new();
    let call = place.quoth(["repl"]).input(format!("{MUSEUM}\n"));
    let said = call.done().exits(0).stdout;
    assert_eq!(said, place.ask(MUSEUM).stdout + "\n");
}

/// The one answer to a line of any bytes, with a good question after it that must still be answered.
#[track_caller]
fn abstention(line: &[u8]) -> Value {
    let input = [line, b"\n", FERRY.as_bytes(), b"\n"].concat();
    let place = Place::new();
    let done = place.quoth(["--json"]).input(input).done();
    let answers = done.exits(0).json();
    let [odd, good] = &answers[..] else {
        panic!("{} answers", answers.len())
    };
    assert_eq!(good["status"], "found", "{good}");
    assert_eq!(odd["status"], "abstained", "{odd}");
    assert!(quotes(odd).is_empty(), "{odd}");
    odd.clone()
}

#[test]
fn a_line_without_a_word_to_search_for_is_an_empty_question() {
    for line in ["", "   \t ", "the of and", "🙂🚢", "?!…", "\u{0}"] {
        let reason = &abstention(line.as_bytes())["reason"];
        assert_eq!(reason, "empty_question", "{line:?}");
    }
}

#[test]
fn a_greeting_is_small_talk() {
    for line in ["hello", "Good morning!", "Thank you very much"] {
        let reason = &abstention(line.as_bytes())["reason"];
        assert_eq!(reason, "small_talk", "{line:?}");
    }
}

#[test]
fn bytes_that_are_no_utf_8_are_an_empty_question() {
    let answer = abstention(b"\xff\xfe\xc3\x28\x80");
    assert_eq!(answer["reason"], "empty_question");
    assert!(answer["question"].as_str().unwrap().contains('\u{fffd}'));
}

#[test]
fn a_question_in_another_encoding_still_has_its_other_words() {
    let input = b"When does the night ferry to Port Ellery sail, caf\xe9?\n".to_vec();
    let place = Place::new();
    let done = place.quoth(["--json"]).input(input).done();
    let answer = done.exits(0).object();
    assert_eq!(quotes(&answer)[0]["citations"][0]["line"], 3, "{answer}");
}

#[test]
fn a_line_far_too_long_is_an_empty_question() {
    for line in ["ferry ".repeat(100_000 / 6), "x".repeat(100_000)] {
        assert_eq!(abstention(line.as_bytes())["reason"], "empty_question");
    }
}

#[test]
fn a_question_of_many_words_within_the_limit_is_answered_or_declined() {
    let place = Place::new();
    for line in [
        "ferry ".repeat(600),
        "\"(*[~ferry AND -sail:^2".repeat(50),
        "a'b-c ".repeat(500),
    ] {
        let answer = place.answer(line.trim());
        assert!(answer["status"].is_string(), "{answer}");
    }
}

#[test]
fn answers_that_nobody_reads_end_quietly() {
    let place = Place::new();
    let input = format!("{FERRY}\n").repeat(2000);
    for arguments in [&[][..], &["--json"]] {
        let call = place.quoth(arguments.iter().copied()).input(input.clone());
        assert_eq!(call.unread().exits(0).stderr, "");
    }
}
