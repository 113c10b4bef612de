//! Settings from the command line and the environment: which wins, and how a wrong one is refused.

use crate::place::{Done, Place};

/// A token as it looks, and that must never be seen.
const TOKEN: &str = "123456:s3cr3t-t0k3n";
const FERRY: &str = "When does the night ferry to Port Ellery sail?";

/// What `quoth sources` makes of one variable.
fn with(name: &str, value: &str) -> Done {
    Place::new().quoth(["sources"]).env(name, value).done()
}

#[test]
fn quoth_corpus_names_folders_as_path_does_and_corpus_wins_over_it() {
    let place = Place::empty();
    place.put("one/a.txt", "The mill stands by the brook.\n");
    place.put("two/b.txt", "The forge stands by the road.\n");
    place.put("three/c.txt", "The inn stands by the well.\n");
    let both = std::env::join_paths(["one", "two"]).unwrap();
    let listed = |arguments: &[&str]| {
        let call = place.quoth(arguments.iter().copied());
        call.env("QUOTH_CORPUS", &both).done().exits(0)
    };
    listed(&["sources"]).shows(&["a.txt", "b.txt"]);
    let sources = listed(&["sources", "--corpus", "three"]);
    sources.shows(&["c.txt"]);
    sources.hides(&["a.txt"]);
}

#[test]
fn an_empty_setting_is_refused_but_for_those_to_which_empty_means_something() {
    for name in ["QUOTH_ALLOWED_CHATS", "QUOTH_DATA", "TELOXIDE_API_URL"] {
        with(name, "").refused(&[
            &format!("error: {name}: it is set and empty\n"),
            "hint: give it a value or leave it out",
        ]);
    }
    for name in ["TELOXIDE_TOKEN", "RUST_LOG", "NO_COLOR"] {
        with(name, "").exits(0);
    }
}

#[test]
fn a_wrong_value_is_refused_by_the_name_of_its_variable() {
    for (name, value) in [
        ("QUOTH_ADMINS", "12,@bob"),
        ("QUOTH_ALLOWED_CHATS", "12;13"),
        ("TELOXIDE_API_URL", "localhost:8081"),
        ("TELOXIDE_TOKEN", "not a token"),
        ("RUST_LOG", "quoth=loud"),
    ] {
        with(name, value).refused(&[&format!("error: {name}: "), "\nhint: "]);
    }
}

#[test]
fn a_variable_that_looks_like_a_setting_and_is_none_is_refused() {
    let meant = ["QUOTH_CORPSE", "do you mean QUOTH_CORPUS?", "\nhint: "];
    with("QUOTH_CORPSE", "corpus").refused(&meant);
    with("QUOTH_FAVOURITE_COLOUR", "blue").refused(&["QUOTH_FAVOURITE_COLOUR", "\nhint: "]);
}

#[test]
fn quotes_is_refused_where_it_would_be_passed_over() {
    let place = Place::new();
    for arguments in [
        ["eval", "--quotes", "1", "questions.jsonl"],
        ["--quotes", "1", "sources", "--json"],
    ] {
        let told = ["takes no --quotes", "\nhint: leave it out"];
        place.run(arguments).refused(&told);
    }
}

#[test]
fn an_unknown_option_or_command_is_refused() {
    let place = Place::new();
    place.run(["--colour", "ask", FERRY]).refused(&["--colour"]);
    place.run(["sorces"]).refused(&["sorces", "sources"]);
}

#[test]
fn a_token_is_never_repeated() {
    let place = Place::new();
    let wrong = format!("{TOKEN} and more");
    let url = format!("api.example.org/bot{TOKEN}/");
    let calls = [
        place.quoth(["sources"]).env("TELOXIDE_TOKEN", &wrong),
        place.quoth(["telegram"]).env("TELOXIDE_TOKEN", &wrong),
        place.quoth([]).env("TELOXIDE_TOKEN", &wrong),
        place.quoth(["sources"]).env("TELOXIDE_API_URL", &url),
        place
            .quoth(["ask", FERRY])
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("RUST_LOG", "trace"),
        place
            .quoth(["sources"])
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("QUOTH_ADMINS", "bob"),
        place
            .quoth(["telegram", "--corpus", "gone"])
            .env("TELOXIDE_TOKEN", TOKEN),
    ];
    for call in calls {
        call.done().hides(&["s3cr3t"]);
    }
}

#[test]
fn telegram_without_a_token_is_refused() {
    Place::new()
        .run(["telegram"])
        .refused(&["TELOXIDE_TOKEN", "@BotFather", "\nhint: "]);
}

#[test]
fn a_token_does_not_keep_commands_from_the_terminal() {
    let place = Place::new();
    let without = place.ask(FERRY);
    let with = place.quoth(["ask", FERRY]).env("TELOXIDE_TOKEN", TOKEN);
    assert_eq!(with.done().exits(0).stdout, without.stdout);
    let repl = place.quoth(["repl"]).env("TELOXIDE_TOKEN", TOKEN);
    let said = repl.input(FERRY).done().exits(0).stdout;
    assert_eq!(said, without.stdout + "\n");
}

#[test]
fn answers_go_to_standard_output_and_all_else_to_standard_error() {
    let place = Place::new();
    let quiet = place.ask(FERRY).exits(0);
    assert_eq!(quiet.stderr, "");
    place.put("corpus/photo.png", b"\x89PNG\r\n");
    let loud = place.quoth(["ask", FERRY]).env("RUST_LOG", "quoth=debug");
    let loud = loud.done().exits(0);
    assert_eq!(loud.stdout, quiet.stdout);
    let skipped = "skipped photo.png: a picture: put the text in it beside it as .txt";
    assert!(loud.stderr.contains(skipped), "{}", loud.stderr);
    assert!(loud.stderr.contains("1 file skipped"), "{}", loud.stderr);
}

/// The variables that `--help` explains.
fn variables_of_help() -> Vec<String> {
    let help = Place::empty().run(["--help"]).exits(0).stdout;
    let (_, environment) = help
        .split_once("\nEnvironment")
        .expect("a part about the environment");
    let names = environment
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn help_explains_every_variable() {
    let explained = variables_of_help();
    for name in [
        "TELOXIDE_TOKEN",
        "TELOXIDE_API_URL",
        "QUOTH_CORPUS",
        "QUOTH_ALLOWED_CHATS",
        "QUOTH_ADMINS",
        "QUOTH_DATA",
        "RUST_LOG",
    ] {
        assert!(
            explained.iter().any(|known| known == name),
            "{name} is not in {explained:?}"
        );
    }
}

#[test]
fn every_variable_of_help_stands_in_the_example_of_dot_env() {
    let example = include_str!("../../.env.example");
    for name in variables_of_help() {
        assert!(example.contains(&name), "{name}");
    }
}

#[test]
fn help_and_version_need_neither_corpus_nor_sane_settings() {
    let place = Place::empty();
    for arguments in [["--help"], ["--version"], ["-h"]] {
        let call = place.quoth(arguments).env("QUOTH_ADMINS", "bob");
        let done = call.done().exits(0);
        done.shows(&["quoth"]);
        assert_eq!(done.stderr, "");
    }
}
