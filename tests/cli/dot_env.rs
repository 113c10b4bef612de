//! Settings from a `.env` file.

use std::fs;

use crate::place::{Done, Place};

const EXAMPLE: &str = include_str!("../../.env.example");

/// What `quoth sources` makes of a `.env` file.
fn with(dot_env: impl AsRef<[u8]>) -> Done {
    let place = Place::new();
    place.put(".env", dot_env);
    place.run(["sources"])
}

#[test]
fn dot_env_is_read_and_the_environment_wins_over_it() {
    let place = Place::new();
    place.put("other/mill.txt", "The mill stands by the brook.\n");
    place.put(".env", "# where the documents are\nQUOTH_CORPUS=other\n");
    let listed = place.run(["sources"]).exits(0);
    listed.shows(&["mill.txt"]);
    listed.hides(&["ferries.txt"]);
    let call = place.quoth(["sources"]).env("QUOTH_CORPUS", "corpus");
    let listed = call.done().exits(0);
    listed.shows(&["ferries.txt"]);
    listed.hides(&["mill.txt"]);
}

#[test]
fn dot_env_of_a_folder_above_is_read_only_where_it_is_named() {
    let place = Place::new();
    place.put("below/corpus/mill.txt", "The mill stands by the brook.\n");
    place.put(".env", "QUOTH_CORPUS=../corpus/museums\n");
    let listed = |arguments: &[&str]| {
        let mut call = place.quoth(arguments.iter().copied());
        call.command.current_dir(place.path("below"));
        call.done().exits(0).stdout
    };
    assert!(listed(&["sources"]).contains("mill.txt"));
    let named = listed(&["sources", "--env-file", "../.env"]);
    assert!(named.contains("clocks.md"), "{named}");
}

#[test]
fn a_file_that_is_named_is_read_in_place_of_dot_env() {
    let place = Place::new();
    place.put(".env", "QUOTH_CORPUS=gone\n");
    place.put("other.env", "QUOTH_CORPUS=corpus/museums\n");
    let call = ["--env-file", "other.env", "sources"];
    place.run(call).exits(0).shows(&["clocks.md"]);
    place
        .run(["--env-file", "none.env", "sources"])
        .refused(&["none.env: ", "\nhint: --env-file names a file of settings"]);
}

#[test]
fn a_folder_called_dot_env_holds_no_settings() {
    let place = Place::new();
    fs::create_dir(place.path(".env")).unwrap();
    place.run(["sources"]).exits(0);
    place
        .run(["sources", "--env-file", ".env"])
        .refused(&[".env: ", "\nhint: "]);
}

#[test]
fn the_log_says_which_file_was_read_and_one_answer_alone_does_not() {
    let place = Place::new();
    place.put(".env", "QUOTH_CORPUS=corpus\n");
    assert_eq!(place.run(["sources"]).exits(0).stderr, "");
    let logged = place.quoth(["sources"]).env("RUST_LOG", "info").done();
    let told = logged.exits(0).stderr;
    let path = place.path(".env").display().to_string();
    assert!(
        told.contains(&format!("settings are read from {path}")),
        "{told}"
    );
}

#[test]
fn dot_env_may_come_from_windows() {
    let place = Place::new();
    place.put(
        ".env",
        "\u{feff}QUOTH_CORPUS=corpus/museums\r\nRUST_LOG=\"quoth=info\"\r\n",
    );
    let listed = place.run(["sources"]).exits(0).stdout;
    assert!(listed.starts_with("1 document,"), "{listed}");
}

#[test]
fn the_log_can_be_set_in_dot_env() {
    let place = Place::new();
    place.put("corpus/photo.png", b"\x89PNG\r\n");
    place.put(".env", "RUST_LOG=quoth=debug\n");
    let done = place.run(["sources"]).exits(0);
    assert!(done.stderr.contains("skipped photo.png"));
}

#[test]
fn a_wrong_value_is_refused_by_the_name_of_its_variable() {
    with("QUOTH_ADMINS=@bob\n").refused(&["QUOTH_ADMINS", "\"@bob\"", "\nhint: "]);
    with("QUOTH_CORPSE=corpus\n").refused(&["QUOTH_CORPSE", "do you mean QUOTH_CORPUS?"]);
    with("RUST_LOG=quoth=loud\n").refused(&["RUST_LOG", "\nhint: "]);
}

#[test]
fn a_line_that_cannot_be_read_is_refused_with_its_file_and_number() {
    with("# mine\nTHIS IS NOT A LINE\n").refused(&[".env: line 2 ", "\nhint: ", ".env.example"]);
    with("QUOTH_DATA=data\n\nQUOTH_CORPUS=my documents\n")
        .refused(&[".env: line 3: ", "QUOTH_CORPUS"]);
    with(b"QUOTH_CORPUS=\xff\xfe\n").refused(&[".env: ", "UTF-8"]);
}

#[test]
fn a_token_that_cannot_be_read_is_never_repeated() {
    for line in [
        "TELOXIDE_TOKEN=\"123456:s3cr3t",
        "TELOXIDE_TOKEN=123456:s3cr3t # mine",
        "TELOXIDE_TOKEN=123456:s3cr3t=x more",
        "TELOXIDE_TOKEN=123456: s3cr3t",
        "TELOXIDE_TOKEN 123456:s3cr3t",
        "TELOXIDE_TOKEN: 123456:s3cr3t=",
        "123456:s3cr3t",
    ] {
        with(format!("RUST_LOG=trace\n{line}\n")).hides(&["s3cr3t"]);
    }
    with("TELOXIDE_TOKEN=123456: s3cr3t\n").refused(&["line 1", "TELOXIDE_TOKEN"]);
}

#[test]
fn the_example_changes_nothing_when_it_is_copied_as_it_is() {
    let place = Place::new();
    let before = place.run(["sources"]).exits(0).stdout;
    place.put(".env", EXAMPLE);
    let after = place.run(["sources"]).exits(0);
    assert_eq!((after.stdout, after.stderr.as_str()), (before, ""));
    assert!(
        EXAMPLE
            .lines()
            .all(|line| line.is_empty() || line.starts_with('#'))
    );
}

#[test]
fn every_line_of_the_example_is_good_once_it_is_uncommented() {
    let place = Place::new();
    let uncommented: Vec<&str> = EXAMPLE
        .lines()
        .filter_map(|line| line.strip_prefix("#"))
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
        .collect();
    assert_eq!(uncommented.len(), 17, "{uncommented:?}");
    let sources = || place.run(["sources", "--corpus", "corpus"]);
    let is_here = |line: &&&str| !line.starts_with("QUOTH_ENGINE");
    let here: Vec<&str> = uncommented.iter().filter(is_here).copied().collect();
    place.put(".env", here.join("\n"));
    sources().exits(0);
    // The cluster is none of this machine's: what is read first of it is not there.
    place.put(".env", uncommented.join("\n"));
    let done = sources().exits(2);
    assert!(
        done.stderr.contains("QUOTH_ENGINE_CA: /etc/quoth/ca.pem"),
        "{}",
        done.stderr
    );
}
