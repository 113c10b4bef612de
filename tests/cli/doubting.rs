//! A quote that fits the words of a question and speaks of something else is never called the answer.

use serde_json::Value;

use crate::place::{Place, first, quotes};

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

/// Two inns that each have rooms, and a machine with a list of figures.
fn inns() -> Place {
    let place = Place::empty();
    place.put(
        "corpus/heron.md",
        "# The Heron Inn\n\nThe Heron Inn has 42 rooms on four floors. Dogs are welcome at the Heron Inn.\n",
    );
    place.put(
        "corpus/otter.md",
        "# The Otter Inn\n\nThe Otter Inn has 18 rooms by the water. Dogs are not allowed at the Otter Inn.\n",
    );
    place.put(
        "corpus/lathe.md",
        "# Brunel lathe\n\n- Motor power: 2.2 kW\n- Highest spindle speed: 950 rpm\n- Lowest spindle speed: 45 rpm\n- Weight: 610 kg\n",
    );
    place
}

#[test]
fn what_is_about_another_thing_is_no_further_quote_and_no_other_opinion() {
    let place = inns();
    for (question, wanted, other) in [
        ("How many rooms does the Heron Inn have?", "42", "18"),
        (
            "Are dogs allowed at the Otter Inn?",
            "not allowed",
            "welcome",
        ),
    ] {
        let answer = place.answer(question);
        let texts: Vec<&str> = quotes(&answer)
            .iter()
            .filter_map(|quote| quote["text"].as_str())
            .collect();
        assert!(texts[0].contains(wanted), "{answer}");
        assert!(!texts.iter().any(|text| text.contains(other)), "{answer}");
        assert!(answer["disagreement"].is_null(), "{answer}");
    }
}

#[test]
fn an_item_is_not_helped_by_what_the_item_above_it_says() {
    let place = inns();
    for (question, wanted) in [
        (
            "What is the lowest spindle speed of the Brunel lathe?",
            "Lowest spindle speed: 45 rpm",
        ),
        (
            "What is the highest spindle speed of the Brunel lathe?",
            "Highest spindle speed: 950 rpm",
        ),
    ] {
        assert_eq!(first(&place.answer(question)), wanted);
    }
}
