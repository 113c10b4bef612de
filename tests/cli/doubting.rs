//! A quote that fits the words of a question and speaks of something else is never called the answer.

use serde_json::Value;

use crate::place::Place;

const COASTS: &str = "\
Coasts and ports of Europe

The coast of Denmark is 7,300 kilometres long. Denmark's fisheries minister, Karla Holm, spoke in the port of Esbjerg in 2023.

The lathe in the museum of Esbjerg turns at 1,100 rpm. Error E-401 means that its guard is open.
";

fn place() -> Place {
    let place = Place::empty();
    place.put("corpus/coasts.txt", COASTS);
    place
}

fn answer(question: &str, reader: &str) -> Value {
    let place = place();
    let call = place.quoth(["ask", "--json", question]);
    call.env("QUOTH_READER", reader).done().object()
}

#[test]
fn what_stands_there_is_found() {
    for (question, wanted) in [
        ("How long is the coast of Denmark?", "7,300"),
        ("Who is Denmark's fisheries minister?", "Karla Holm"),
        ("What does error E-401 mean?", "guard is open"),
    ] {
        let answer = answer(question, "on");
        let text = answer["quotes"][0]["text"].as_str().unwrap_or_default();
        assert!(text.contains(wanted), "{question} {answer}");
        assert_eq!(
            answer["doubts"],
            serde_json::json!([]),
            "{question} {answer}"
        );
    }
}

#[test]
fn another_country_year_owner_or_code_is_never_found_with_and_without_the_reader() {
    for question in [
        "How long is the coast of Norway?",
        "Who is Norway's fisheries minister?",
        "Who spoke in the port of Esbjerg in 2019?",
        "What does error E-410 mean?",
    ] {
        for reader in ["on", "off"] {
            let answer = answer(question, reader);
            assert_ne!(answer["status"], "found", "{question} {answer}");
            let has_doubts = answer["doubts"]
                .as_array()
                .is_some_and(|all| !all.is_empty());
            let is_abstained = answer["status"] == "abstained";
            assert!(is_abstained || has_doubts, "{question} {answer}");
        }
    }
}

#[test]
fn a_code_is_never_taken_for_another() {
    let place = place();
    let done = place.ask("What does error E-410 mean?");
    done.hides(&["E-401”", "searched for"]);
}
