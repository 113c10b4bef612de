//! `quoth ask`: one question, one answer, one exit code.

use serde_json::{Value, json};

use crate::place::{Place, citations, first, keys, quotes};

const FOUNDER: &str = "Who was the clock museum founded by?";
const UNHEARD_OF: &str = "Which zeppelin exploded?";

#[test]
fn an_answer_exits_with_0_and_shows_the_quote_with_title_heading_document_and_line() {
    let done = Place::new().ask(FOUNDER).exits(0);
    let first = "\
1. The clock museum was founded by Hester Brandt in 1923.
   The Clock Museum of Aldermere > Visiting, museums/clocks.md:7
";
    assert!(done.stdout.starts_with(first), "{}", done.stdout);
    assert_eq!(done.stderr, "");
}

#[test]
fn a_question_that_the_documents_do_not_answer_exits_with_1() {
    let done = Place::new().ask(UNHEARD_OF).exits(1);
    assert_eq!(
        done.stdout,
        "The documents do not answer that: none of them mentions “zeppelin” or “exploded”.\n"
    );
    assert_eq!(done.stderr, "");
}

#[test]
fn the_closest_passages_of_an_abstention_stand_apart() {
    let done = Place::new()
        .ask("Which zeppelin did the captain crash in Patagonia?")
        .exits(1);
    assert!(done.stdout.starts_with("I find no answer to that"));
    done.shows(&["\nThe closest that they have:\n1. "]);
}

#[test]
fn an_error_exits_with_2_and_says_nothing_on_standard_output() {
    Place::empty().ask(FOUNDER).refused(&["corpus", "\nhint: "]);
}

#[test]
fn a_question_needs_no_quotation_marks() {
    let place = Place::new();
    let words = place.run(["ask", "Who", "was", "the", "clock museum", "founded", "by?"]);
    assert_eq!(words.stdout, place.ask(FOUNDER).stdout);
    place.run(["ask"]).refused(&["<QUESTION>"]);
}

#[test]
fn options_may_stand_before_and_after_the_command() {
    let place = Place::new();
    let before = place
        .run(["--json", "--corpus", "corpus", "ask", FOUNDER])
        .exits(0);
    let after = place
        .run(["ask", FOUNDER, "--corpus", "corpus", "--json"])
        .exits(0);
    assert_eq!(before.stdout, after.stdout);
}

#[test]
fn colours_are_for_terminals_and_for_whoever_insists() {
    let place = Place::new();
    for question in [FOUNDER, UNHEARD_OF, "Which zeppelin did the captain crash?"] {
        assert!(!place.ask(question).stdout.contains('\u{1b}'), "{question}");
    }
    let insisted = place.quoth(["ask", FOUNDER]).env("CLICOLOR_FORCE", "1");
    insisted.done().shows(&["\u{1b}[1mfounded\u{1b}[0m"]);
}

#[test]
fn control_characters_of_a_document_never_reach_the_terminal() {
    let place = Place::new();
    place.put(
        "corpus/tram.md",
        "---\ntitle: \"Trams \\e[2J\"\n---\n\nThe tram \u{1b}[31mdepot opened\u{7} in 1931. \
         Its red trams ran to the fish market and to the old brewery until the strike.\n",
    );
    let question = "When was the tram depot opened?";
    let explained = place.run(["ask", "--explain", question]);
    explained.shows(&["tram.md:5, score"]);
    explained.hides(&["\u{1b}", "\u{7}"]);
    for (arguments, wanted) in [
        (&["ask", question][..], "tram.md:5"),
        (&["sources"], "tram.md"),
    ] {
        let call = place.quoth(arguments.iter().copied());
        let shown = call.env("CLICOLOR_FORCE", "1").done();
        shown.shows(&[wanted]);
        shown.hides(&["\u{1b}[31m", "\u{1b}[2J", "\u{7}"]);
    }
}

#[test]
fn json_is_one_object_with_exactly_the_keys_of_the_contract() {
    let place = Place::new();
    for (question, status, code) in [(FOUNDER, "found", 0), (UNHEARD_OF, "abstained", 1)] {
        let done = place.run(["--json", "ask", question]).exits(code);
        assert!(done.stdout.ends_with('\n'));
        let answer = &done.object();
        assert_eq!(answer["question"], question);
        assert_eq!(answer["status"], status);
        assert!((0.0..=1.0).contains(&answer["confidence"].as_f64().unwrap()));
        let contract = "closest confidence disagreement doubts missing question quotes reason \
                        searched_for status version";
        assert_eq!(keys(answer), contract);
    }
    let answer = place.answer(FOUNDER);
    for quote in quotes(&answer) {
        assert_eq!(keys(quote), "after before citations score text");
    }
    let contract = "date document end heading line locator page start text title";
    for citation in citations(&answer) {
        assert_eq!(keys(citation), contract);
    }
}

#[test]
fn json_of_an_abstention_has_a_reason_no_quotes_and_at_most_three_closest() {
    let place = Place::new();
    let unheard_of = place.answer(UNHEARD_OF);
    assert_eq!(unheard_of["reason"], "no_match");
    assert!(quotes(&unheard_of).is_empty(), "{unheard_of}");
    let weak = place.answer("Which zeppelin did the captain crash in Patagonia?");
    assert_eq!(weak["reason"], "weak_evidence");
    assert_eq!(weak["quotes"], json!([]), "{weak}");
    assert!((1..=3).contains(&quotes(&weak).len()), "{weak}");
    let found = place.answer(FOUNDER);
    assert!(found["reason"].is_null() && found["closest"] == json!([]));
}

#[test]
fn quotes_limits_how_many_are_shown() {
    let place = Place::new();
    let ask = [
        "--json",
        "ask",
        "When does the night ferry to Port Ellery sail?",
        "--quotes",
    ];
    for most in ["1", "2", "10"] {
        let done = place.run(ask.into_iter().chain([most])).exits(0);
        let shown = quotes(&done.object()).len();
        assert!(
            (1..=most.parse().unwrap()).contains(&shown),
            "{shown} of {most}"
        );
    }
    for wrong in ["0", "11", "-1", "many", ""] {
        let equals = format!("--quotes={wrong}");
        place.run(["ask", FOUNDER, &equals]).refused(&["--quotes"]);
    }
}

#[test]
fn sentences_that_say_the_same_are_one_quote_with_all_their_sources() {
    let place = Place::new();
    for (name, built) in [("a", " in 1866"), ("b", ", in 1866"), ("c", " in 1868")] {
        let text = format!("The Aurora lighthouse was built by Elias Thorne{built}.\n");
        place.put(&format!("corpus/news/{name}.txt"), text);
    }
    let answer = place.answer("Who built the Aurora lighthouse?");
    let document = |citation: &Value| citation["document"].as_str().unwrap().to_owned();
    let mut shown: Vec<Vec<String>> = Vec::new();
    for quote in quotes(&answer) {
        let citations = quote["citations"].as_array().unwrap();
        assert_eq!(quote["text"], citations[0]["text"]);
        shown.push(citations.iter().map(document).collect());
    }
    // Either year may come first.
    shown.sort();
    let wanted = [vec!["news/a.txt", "news/b.txt"], vec!["news/c.txt"]];
    assert_eq!(shown, wanted, "{answer}");
    let told = place.ask("Who built the Aurora lighthouse?");
    told.shows(&["\n   also in news/b.txt:1\n"]);
}

#[test]
fn of_many_sources_of_one_quote_some_are_named_and_the_rest_is_counted() {
    let place = Place::new();
    for number in 0..9 {
        place.put(
            &format!("corpus/news/{number}.txt"),
            "The Aurora lighthouse was built by Elias Thorne in 1866.\n",
        );
    }
    let question = "Who built the Aurora lighthouse?";
    let citations = &place.answer(question)["quotes"][0]["citations"];
    assert_eq!(citations.as_array().map(Vec::len), Some(9));
    let text = place.ask(question).stdout;
    assert_eq!(text.matches("also in").count(), 4, "{text}");
    assert!(text.contains("\n   and in 4 more places\n"), "{text}");
}

#[test]
fn document_and_line_stay_in_one_piece_however_long() {
    let place = Place::new();
    let name = "the-long-way-round-to-the-mill-by-the-brook/".repeat(2) + "mill-by-the-brook.md";
    place.put(
        &format!("corpus/{name}"),
        "# Mills of the Upper Brook Valley\n\nThe mill was built by Aldous Penn.\n",
    );
    let shown = place.ask("Who was the mill built by?").exits(0).stdout;
    assert!(
        shown.lines().any(|line| line.trim() == format!("{name}:3")),
        "{shown}"
    );
}

#[test]
fn an_answer_that_nobody_reads_is_no_error() {
    let place = Place::new();
    for (arguments, code) in [
        (["ask", FOUNDER], 0),
        (["ask", UNHEARD_OF], 1),
        (["sources", "--json"], 0),
    ] {
        let done = place.quoth(arguments).unread().exits(code);
        assert_eq!(done.stderr, "", "{arguments:?}");
    }
}

#[test]
fn asking_leaves_nothing_behind_in_the_home_folder() {
    let place = Place::new();
    place.ask(FOUNDER).exits(0);
    assert!(!place.path("home").exists());
}

#[cfg(unix)]
#[test]
fn a_question_that_is_no_utf_8_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let mut call = place.quoth(["ask"]);
    call.command.arg(std::ffi::OsStr::from_bytes(b"Who\xff?"));
    call.done().refused(&["UTF-8"]);
}

#[test]
fn an_item_that_says_all_that_its_list_does_stands_alone() {
    let place = Place::empty();
    place.put(
        "corpus/leaks.md",
        "# Leaks\n\nIn short:\n\n- \"definitely lost\" means that the program leaks memory.\n- \"still reachable\" means that the program is probably fine.\n",
    );
    let answer = place.answer("What does \"still reachable\" mean?");
    assert!(first(&answer).contains("probably fine"), "{answer}");
}

#[test]
fn how_often_is_answered_by_how_often() {
    let place = Place::empty();
    place.put(
        "corpus/club.md",
        "# The club\n\nEach spring the members elect a treasurer. The treasurer keeps the books. The chairman is often away.\n",
    );
    let answer = place.answer("How often is the treasurer elected?");
    assert!(first(&answer).starts_with("Each spring"), "{answer}");
}
