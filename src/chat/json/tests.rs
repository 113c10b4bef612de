//! Answers as programs get them.

use serde_json::{Value, json};

use super::*;
use crate::answer::{Citation, Missing, Quote, Subject};
use crate::corpus::{BlockKind, Span};

fn quote() -> Quote {
    let citation = Citation {
        document: "ferries.md".to_owned(),
        title: "Guide".to_owned(),
        headings: Vec::new(),
        line: Some(3),
        locator: None,
        span: Span { start: 7, end: 24 },
        text: "It sails at nine.".to_owned(),
        date: None,
    };
    Quote {
        score: 1.5,
        citations: vec![citation],
        reading: "It sails at nine.".to_owned(),
        marks: Vec::new(),
        kind: BlockKind::Paragraph,
        before: None,
        after: None,
    }
}

fn perhaps(doubts: Vec<Doubt>) -> Outcome {
    let quotes = vec![quote()];
    Outcome::Perhaps { quotes, doubts }
}

fn given(outcome: Outcome) -> Answer {
    Answer {
        question: "When does the Borealis sail?".to_owned(),
        confidence: 0.5,
        corrections: Vec::new(),
        outcome,
        disagreement: None,
    }
}

fn written(outcome: Outcome) -> Value {
    serde_json::from_str(&explained(&given(outcome), None)).unwrap()
}

fn doubt(stated: Option<&str>) -> Doubt {
    Doubt::new(Subject::Name, "Borealis", stated)
}

#[test]
fn an_unsure_answer_has_its_quotes_and_what_speaks_against_them() {
    let line = written(perhaps(vec![doubt(Some("Aurora")), doubt(None)]));
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
    assert_eq!(
        (&line["closest"], &line["reason"]),
        (&json!([]), &Value::Null)
    );
    assert_eq!(written(perhaps(Vec::new()))["doubts"], json!([]));
}

#[test]
fn every_line_has_doubts() {
    let found = written(Outcome::Found(vec![quote()]));
    assert_eq!(
        (&found["status"], &found["doubts"]),
        (&json!("found"), &json!([]))
    );
    let declined = written(Outcome::Abstained {
        reason: Reason::WeakEvidence,
        missing: Missing::default(),
        doubts: Vec::new(),
        closest: vec![quote()],
    });
    assert_eq!(
        (
            &declined["status"],
            &declined["quotes"],
            &declined["doubts"]
        ),
        (&json!("abstained"), &json!([]), &json!([]))
    );
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
        answer: given(perhaps(vec![doubt(None)])),
        searched_for: None,
        instead: Vec::new(),
    });
    assert_eq!(
        (&said["chat"], &said["status"]),
        (&json!("7"), &json!("perhaps"))
    );
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
        assert_eq!(
            (&more["status"], &more["doubts"]),
            (&json!(status), &json!([]))
        );
        assert_eq!(more[list].as_array().unwrap().len(), 1);
    }
}

#[test]
fn the_keys_of_an_answer_are_its_own() {
    let said = [
        ("who are you".to_owned(), Said::Told("Quoth.".to_owned())),
        ("more".to_owned(), Said::Nothing(Nothing::NoMore)),
    ];
    let declined = Said::Answer {
        answer: given(Outcome::Abstained {
            reason: Reason::WeakEvidence,
            missing: Missing::default(),
            doubts: Vec::new(),
            closest: Vec::new(),
        }),
        searched_for: None,
        instead: vec!["When?".to_owned()],
    };
    let given = json!({"id": 1}).as_object().cloned();
    let said = [said.to_vec(), vec![("When not?".to_owned(), declined)]].concat();
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
