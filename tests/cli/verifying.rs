//! Recorded answers, and whether their quotes still stand.

use crate::place::Place;

#[test]
fn recorded_quotes_are_looked_up_in_the_documents() {
    let place = Place::new();
    let asked = place.quoth(["--json"]);
    let asked = asked.input("When does the night ferry sail?\nWho founded the clock museum?\n");
    let asked = asked.done().exits(0);
    let excerpt = place.answers([
        r#"{"chat": "1", "question": "When does the night ferry sail?"}"#,
        r#"{"chat": "1", "question": "context"}"#,
    ]);
    let excerpt = &excerpt[1];
    place.put("answers.jsonl", format!("{}{excerpt}\n", asked.stdout));
    let verify = |arguments: &[&str]| {
        let arguments = [&["verify", "answers.jsonl"], arguments].concat();
        place.run(arguments)
    };
    let all = verify(&[]).exits(0);
    all.shows(&[" 0 moved, 0 gone"]);
    // A line more above it, and another hour.
    let museum = std::fs::read_to_string(place.path("corpus/museums/clocks.md")).unwrap();
    let museum = museum.replace("# Visiting", "# Visiting\n\nA line more.");
    place.put("corpus/museums/clocks.md", museum);
    place.put("corpus/ferries.txt", "The night ferry sails at ten.");
    verify(&[]).exits(1).shows(&[
        "moved  museums/clocks.md -> museums/clocks.md:",
        "gone   ferries.txt: The night ferry to Port Ellery sails at nine",
    ]);
    let lines = verify(&["--json"]).exits(1).json();
    let status = |status: &str| lines.iter().filter(|line| line["status"] == status).count();
    assert!(status("moved") > 0 && status("gone") > 0, "{lines:#?}");
    let gone = lines.iter().find(|line| line["status"] == "gone").unwrap();
    // What stands around the quote is quoted as well.
    let text = &excerpt["excerpt"]["text"];
    assert!(text.is_string() && lines.iter().any(|line| line["text"] == *text));
    assert!(gone["now"].is_null() && gone["question"].is_string());
}

#[test]
fn a_file_that_holds_no_answers_is_refused() {
    let place = Place::new();
    place.put("answers.jsonl", "When?\n");
    place
        .run(["verify", "answers.jsonl"])
        .refused(&["answers.jsonl", "line 1", "quoth --json"]);
    place
        .run(["verify", "missing.jsonl"])
        .refused(&["missing.jsonl"]);
}

#[test]
fn a_dash_is_standard_input_and_other_line_ends_only_move_a_quote() {
    let place = Place::new();
    let question = "Who founded the clock museum?\n";
    let asked = place.quoth(["--json", "ask", "-"]).input(question).done();
    let answer = asked.exits(0);
    let museum = std::fs::read_to_string(place.path("corpus/museums/clocks.md")).unwrap();
    let founded = "The clock museum was founded by";
    assert!(museum.contains(founded));
    let wrapped = museum.replace(founded, "The clock museum\nwas founded by");
    place.put("corpus/museums/clocks.md", wrapped);
    let call = place.quoth(["verify", "-"]).input(answer.stdout);
    let verified = call.done().exits(0);
    let is_moved = |line: &str| line.starts_with("moved ") && line.contains(founded);
    assert!(verified.stdout.lines().any(is_moved), "{verified:#?}");
    verified.shows(&[" 0 gone"]);
}
