//! `quoth check`: scripted answer tests.

use crate::place::Place;

const GOOD: &str = r#"
[[chat]]
name = "the museum"

[[chat.turn]]
ask = "Who was the clock museum founded by?"
answer = ["hester  brandt", "1923"]
source = "clocks"
rank = 1

[[chat.turn]]
ask = "Which zeppelin exploded?"
abstain = true
"#;

const FAILING: &str = r#"
[[chat]]
name = "the museum"

[[chat.turn]]
ask = "Who was the clock museum founded by?"
answer = "Anselm Crake"

[[chat.turn]]
ask = "Who was the clock museum founded by?"
source = "ferries"
rank = 1

[[chat.turn]]
ask = "Who was the clock museum founded by?"
abstain = true

[[chat.turn]]
ask = "Which zeppelin exploded?"
answer = "the red one"
"#;

#[test]
fn a_script_that_passes_exits_with_0() {
    let place = Place::new();
    place.put("good.toml", GOOD);
    let done = place.run(["check", "good.toml"]).exits(0);
    assert_eq!(done.stdout, "2 passed, 0 failed in 1 script\n");
}

#[test]
fn a_script_that_fails_exits_with_1_and_shows_question_wish_and_answer() {
    let place = Place::new();
    place.put("good.toml", GOOD);
    place.put("failing.toml", FAILING);
    let done = place.run(["check", "failing.toml", "good.toml"]).exits(1);
    done.shows(&[
        "FAILED failing.toml: the museum: Who was the clock museum founded by?\n  wanted: \"Anselm Crake\"",
        "wanted: a quote from ferries within the first 1\n",
        "wanted: no answer\n",
        "    1. The clock museum was founded by Hester Brandt in 1923.\n",
        "museums/clocks.md:7\n",
        "FAILED failing.toml: the museum: Which zeppelin exploded?\n  wanted: \"the red one\"",
        "    The documents do not answer that",
        "2 passed, 4 failed in 2 scripts\n",
    ]);
    assert!(!done.stdout.contains('\u{1b}'));
}

#[test]
fn a_script_that_is_none_exits_with_2_and_names_file_and_line() {
    let place = Place::new();
    let check = |script: &str, parts: &[&str]| {
        place.put("scripts/bad.toml", script);
        let name = std::path::Path::new("scripts").join("bad.toml");
        let done = place.run(["check", name.to_str().unwrap()]);
        done.refused(&[parts, &["bad.toml is not a script: ", "\nhint: "]].concat());
    };
    let turn = "[[chat]]\nname = \"a\"\n\n[[chat.turn]]\n";
    check("[[chat]\n", &["line 1"]);
    check(
        &format!("{turn}ask = \"Who?\"\nanswr = \"x\"\n"),
        &["line 6", "answr"],
    );
    check(&format!("{turn}answer = \"x\"\n"), &["line 4", "ask"]);
    check(
        &format!("{turn}ask = \"Who?\"\n"),
        &["line 5", "\"Who?\" wants nothing"],
    );
    check(
        &format!("{turn}ask = \"Who?\"\nanswer = \"x\"\nabstain = true\n"),
        &["line 5", "both"],
    );
    check(
        &format!("{turn}ask = \"Who?\"\nanswer = \"x\"\nrank = 0\n"),
        &["line 5", "rank"],
    );
    check("", &["asks nothing"]);
}

#[test]
fn a_script_that_is_not_there_is_refused() {
    Place::new()
        .run(["check", "gone.toml"])
        .refused(&["cannot read the script gone.toml"]);
}

#[test]
fn a_script_may_name_its_own_corpus_beside_it() {
    let place = Place::empty();
    place.put(
        "tests/town/mill.txt",
        "The mill by the brook was built by Aldous Penn in 1702.\n",
    );
    let turn = "[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"Who built the mill by the brook?\"\nanswer = \"Aldous Penn\"\n";
    place.put("tests/own.toml", format!("corpus = \"town\"\n{turn}"));
    place.run(["check", "tests/own.toml"]).exits(0);
    place.put("tests/lost.toml", format!("corpus = \"village\"\n{turn}"));
    place
        .run(["check", "tests/lost.toml"])
        .refused(&["lost.toml", "village", "\nhint: "]);
}

#[test]
fn without_a_name_all_scripts_of_the_folder_are_run() {
    let place = Place::new();
    place.run(["check"]).refused(&["tests/scripts"]);
    place.put("tests/scripts/notes.md", "no script");
    place.run(["check"]).refused(&["tests/scripts"]);
    place.put("tests/scripts/a.toml", GOOD);
    place.put("tests/scripts/b.toml", GOOD);
    let done = place.run(["check"]).exits(0);
    assert_eq!(done.stdout, "4 passed, 0 failed in 2 scripts\n");
}

#[test]
fn a_broken_script_does_not_stop_the_others() {
    let place = Place::new();
    place.put("bad.toml", "[[chat]\n");
    place.put("good.toml", GOOD);
    let done = place.run(["check", "bad.toml", "good.toml"]).exits(2);
    assert_eq!(done.stdout, "2 passed, 0 failed in 1 script\n");
    assert!(done.stderr.contains("bad.toml is not a script"), "{done:?}");
}
