//! Lines that follow one another: a conversation from a pipe, a program's chats, the chat on a terminal.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::place::{Place, first};

const FERRY: &str = "How many passengers does the night ferry carry?";
const MUSEUM: &str = "Who was the clock museum founded by?";

/// What is said to each line of one run, one after the other.
fn said(arguments: &[&str], lines: &[&str]) -> String {
    let place = Place::new();
    let call = place.quoth(arguments.iter().copied());
    let done = call.input(lines.join("\n")).done().exits(0);
    assert_eq!(done.stderr, "");
    done.stdout
}

#[test]
fn piped_lines_are_one_conversation_and_show_what_was_searched_for() {
    for arguments in [&[][..], &["repl"]] {
        let said = said(arguments, &[FERRY, "And cars?", "How much does it cost?"]);
        for part in [
            "\n(searched for “How many cars does the night ferry carry?”)\n1. It carries 240",
            "\n(searched for “How much does the night ferry cost?”)\n1. Tickets for the ferry cost",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert_eq!(said.matches("searched for").count(), 2, "{said}");
    }
}

#[test]
fn more_context_and_source_show_more_of_the_answer() {
    let said = said(
        &["--quotes", "1"],
        &[MUSEUM, "more", "context", "source of 1", "source 7"],
    );
    for part in [
        "\n2. ",
        "Quote 1 in its context:\n   The clock museum was founded by Hester Brandt in 1923. It shows 1,400 clocks",
        "Quote 1 in its whole passage:\n   The clock museum was founded by",
        "The Clock Museum of Aldermere > Visiting, museums/clocks.md:7\n",
        "There is no quote 7: ",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // No quote is given twice.
    let all = self::said(&["--quotes", "1"], &[&[MUSEUM][..], &["more"; 10]].concat());
    let numbered = all
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
        .map(|line| line.split_once(". ").unwrap().1);
    let quotes: Vec<&str> = numbered.collect();
    let different: BTreeSet<&str> = quotes.iter().copied().collect();
    assert_eq!(different.len(), quotes.len(), "{all}");
    assert!(
        all.ends_with("There is no more in the documents that has to do with it.\n\n"),
        "{all}"
    );
}

#[test]
fn lines_of_one_chat_are_a_conversation_and_other_lines_stand_alone() {
    let line = |chat: &str, question: &str| json!({"chat": chat, "question": question}).to_string();
    let lines = [
        line("a", FERRY),
        line("b", MUSEUM),
        line("a", "And cars?"),
        line("b", "When was it founded?"),
        "And cars?".to_owned(),
        line("c", "And cars?"),
    ];
    let answers = Place::new().answers(lines.iter().map(String::as_str));
    let searched: Vec<&Value> = answers
        .iter()
        .map(|answer| &answer["searched_for"])
        .collect();
    let null = Value::Null;
    assert_eq!(
        searched,
        [
            &null,
            &null,
            &json!("How many cars does the night ferry carry?"),
            &json!("When was the clock museum founded?"),
            &null,
            &null
        ]
    );
    assert_eq!(answers[2]["question"], "And cars?");
    assert!(first(&answers[3]).contains("1923"));
}

#[test]
fn a_program_gets_more_context_and_source_in_the_same_shape() {
    let line = |question: &str| json!({"chat": 7.to_string(), "question": question}).to_string();
    let lines = [MUSEUM, "source", "context 9", "more"].map(line);
    let place = Place::new();
    let answers = place.answers(lines.iter().map(String::as_str));
    let source = &answers[1];
    assert_eq!(source["status"], "found");
    assert_eq!(source["chat"], "7");
    let file = std::fs::read(place.path("corpus/museums/clocks.md")).unwrap();
    let at = |key: &str| usize::try_from(source["excerpt"][key].as_u64().unwrap()).unwrap();
    assert_eq!(
        file[at("start")..at("end")],
        *source["excerpt"]["text"].as_str().unwrap().as_bytes()
    );
    assert_eq!(first(source), first(&answers[0]));
    assert_eq!(answers[2]["reason"], "no_such_quote");
    assert!(answers[0].get("excerpt").is_none());
    assert_eq!(answers[3]["searched_for"], MUSEUM);
}

#[test]
fn a_script_may_reply_and_want_a_meaning() {
    let place = Place::new();
    place.put(
        "good.toml",
        "[[chat]]\nname = \"a\"\n\
         [[chat.turn]]\nask = \"Who was the clock museum founded by?\"\nalone = true\n\
         [[chat.turn]]\nask = \"How many passengers does the night ferry carry?\"\nalone = true\n\
         [[chat.turn]]\nask = \"When was it founded?\"\nreply_to = 1\nsearched_for = \"clock museum\"\nanswer = \"1923\"\n\
         [[chat.turn]]\nask = \"source\"\nanswer = \"1,400 clocks\"\nsource = \"clocks\"\n",
    );
    let done = place.run(["check", "good.toml"]).exits(0);
    assert_eq!(done.stdout, "4 passed, 0 failed in 1 script\n");
    place.put(
        "bad.toml",
        "[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"Why?\"\nreply_to = 1\nabstain = true\n",
    );
    let done = place.run(["check", "bad.toml"]).exits(2);
    let told = "line 4: \"Why?\" replies to no turn before it";
    assert!(done.stderr.contains(told), "{}", done.stderr);
    place.put(
        "failing.toml",
        "[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"Why?\"\nsearched_for = \"Why not\"\n",
    );
    let done = place.run(["check", "failing.toml"]).exits(1);
    done.shows(&["wanted: searched for \"Why not\""]);
}
