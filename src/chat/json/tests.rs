//! Answers as programs get them.

use serde_json::{Value, json};

use super::*;
use crate::answer::Quote;
use crate::chat::samples::{declined, given, perhaps};

fn quote() -> Quote {
    crate::chat::samples::quote("It sails at nine.", 3)
}

fn written(outcome: Outcome) -> Value {
    serde_json::from_str(&explained(&given(outcome), None)).unwrap()
}

fn doubt(stated: Option<&str>) -> Doubt {
    crate::chat::samples::doubt("Borealis", stated)
}

#[test]
fn an_unsure_answer_has_its_quotes_and_what_speaks_against_them() {
    let doubts = vec![doubt(Some("Aurora")), doubt(None)];
    let line = written(perhaps(vec![quote()], doubts));
    let found = written(Outcome::Found(vec![quote()]));
    assert_eq!(line["status"], "perhaps");
    assert_eq!(line["confidence"], 0.5);
    assert_eq!(line["quotes"], found["quotes"]);
    assert_eq!(line["quotes"][0]["citations"][0]["start"], 7);
    assert_eq!(
        line["doubts"],
        json!([
            {"about": "name", "asked": "Borealis", "stated": "Aurora"},
            {"about": "name", "asked": "Borealis", "stated": null},
        ])
    );
    assert_eq!(line["closest"], json!([]));
    assert_eq!(line["reason"], Value::Null);
    let without = written(perhaps(vec![quote()], Vec::new()));
    assert_eq!(without["doubts"], json!([]));
}

#[test]
fn every_line_has_doubts() {
    let found = written(Outcome::Found(vec![quote()]));
    assert_eq!(found["status"], "found");
    assert_eq!(found["doubts"], json!([]));
    let declined = written(declined(vec![quote()]));
    assert_eq!(declined["status"], "abstained");
    assert_eq!(declined["quotes"], json!([]));
    assert_eq!(declined["doubts"], json!([]));
    assert_eq!(declined["closest"], found["quotes"]);
}

#[test]
fn in_a_conversation_an_unsure_answer_and_its_further_quotes_are_called_so() {
    let parsed = |said: &Said| -> Value {
        let given = json!({"chat": "7"}).as_object().cloned();
        let said = [("more".to_owned(), said.clone())];
        serde_json::from_str(&replies(&said, given.as_ref())).unwrap()
    };
    let said = parsed(&Said::Answer {
        answer: given(perhaps(vec![quote()], vec![doubt(None)])),
        searched_for: None,
        instead: Vec::new(),
    });
    assert_eq!(said["chat"], "7");
    assert_eq!(said["status"], "perhaps");
    assert_eq!(said["doubts"].as_array().unwrap().len(), 1);
    for (grade, status, list) in [
        (Grade::Found, "found", "quotes"),
        (Grade::Perhaps, "perhaps", "quotes"),
        (Grade::Abstained, "abstained", "closest"),
    ] {
        let more = parsed(&Said::More {
            question: "When?".to_owned(),
            first: 2,
            quotes: vec![quote()],
            grade,
        });
        assert_eq!(more["status"], status);
        assert_eq!(more["doubts"], json!([]));
        assert_eq!(more[list].as_array().unwrap().len(), 1);
    }
}

#[test]
fn the_keys_of_an_answer_are_its_own() {
    let declined = Said::Answer {
        answer: given(declined(Vec::new())),
        searched_for: None,
        instead: vec!["When?".to_owned()],
    };
    let given = json!({"id": 1}).as_object().cloned();
    let said = [
        ("who are you", Said::Told("Quoth.".to_owned())),
        ("more", Said::Nothing(Nothing::NoMore)),
        ("When not?", declined),
    ];
    let said = said.map(|(message, said)| (message.to_owned(), said));
    let line: Value = serde_json::from_str(&replies(&said, given.as_ref())).unwrap();
    assert_eq!(line["then"][1]["instead"], json!(["When?"]));
    let keys = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let keys = [keys(&line), keys(&line["then"][1])];
    let keys: Vec<&str> = keys
        .iter()
        .flat_map(|keys| keys.keys())
        .map(String::as_str)
        .collect();
    assert!(keys.contains(&"then") && keys.contains(&"version"));
    for key in keys {
        let is_own = asked::OWN.split_whitespace().any(|own| own == key);
        assert_eq!(is_own, key != "id", "{key}");
    }
}

#[test]
fn control_characters_that_terminals_obey_are_escaped() {
    let json = super::written(&json!({"text": "a\u{1b}b\u{9b}c\u{7f}é"}));
    assert_eq!(json, "{\"text\":\"a\\u001bb\\u009bc\\u007fé\"}");
    let read: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["text"], "a\u{1b}b\u{9b}c\u{7f}é");
}
