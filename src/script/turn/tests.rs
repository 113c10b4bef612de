//! Whether a reply gives what a turn wants.

use super::*;
use crate::answer::{Answer, Missing, Outcome, Reason};
use crate::corpus::BlockKind;

fn turn(wanted: &str) -> Turn {
    toml::from_str(&format!("ask = \"When?\"\n{wanted}")).unwrap()
}

fn quote() -> Quote {
    Quote {
        score: 1.0,
        citations: Vec::new(),
        reading: "It sails at nine.".to_owned(),
        marks: Vec::new(),
        kind: BlockKind::Paragraph,
        before: None,
        after: None,
    }
}

fn said(outcome: Outcome) -> Said {
    let answer = Answer {
        question: "When?".to_owned(),
        confidence: 0.5,
        corrections: Vec::new(),
        outcome,
        disagreement: None,
    };
    Said::Answer {
        answer,
        searched_for: None,
        instead: Vec::new(),
    }
}

/// The three outcomes: found, perhaps, abstained.
fn outcomes() -> [Said; 3] {
    let perhaps = Outcome::Perhaps {
        quotes: vec![quote()],
        doubts: Vec::new(),
    };
    let abstained = Outcome::Abstained {
        reason: Reason::WeakEvidence,
        missing: Missing::default(),
        doubts: Vec::new(),
        closest: vec![quote()],
    };
    [Outcome::Found(vec![quote()]), perhaps, abstained].map(said)
}

/// Which of the outcomes a turn is content with.
fn passes(wanted: &str) -> [bool; 3] {
    let turn = turn(wanted);
    assert_eq!(turn.contradiction(0), None);
    outcomes().map(|said| turn.judge(&said).is_none())
}

#[test]
fn a_quote_may_be_of_a_sure_answer_or_an_unsure_one() {
    assert_eq!(passes("answer = \"nine\""), [true, true, false]);
    assert_eq!(passes("answer = \"ten\""), [false, false, false]);
}

#[test]
fn perhaps_wants_an_unsure_answer_and_abstain_none() {
    assert_eq!(passes("perhaps = true"), [false, true, false]);
    let both = "perhaps = true\nanswer = \"nine\"";
    assert_eq!(passes(both), [false, true, false]);
    let wrong = "perhaps = true\nanswer = \"ten\"";
    assert_eq!(passes(wrong), [false, false, false]);
    assert_eq!(passes("abstain = true"), [false, false, true]);
}

#[test]
fn further_quotes_are_as_sure_as_their_answer() {
    let more = |grade| Said::More {
        question: "When?".to_owned(),
        first: 2,
        quotes: vec![quote()],
        grade,
    };
    let grades = [Grade::Found, Grade::Perhaps, Grade::Abstained];
    let judged = |wanted| {
        let turn = turn(wanted);
        grades.map(|grade| turn.judge(&more(grade)).is_none())
    };
    assert_eq!(judged("perhaps = true"), [false, true, false]);
    assert_eq!(judged("answer = \"nine\""), [true, true, false]);
}

#[test]
fn a_failure_shows_what_was_wanted_and_what_was_said() {
    let turn = turn("perhaps = true");
    let [found, ..] = outcomes();
    let wanted = turn.judge(&found).unwrap();
    assert_eq!(wanted, "an answer that Quoth is not sure of");
    let failure = turn.failure("ferries", &wanted, &found);
    assert!(
        failure.starts_with("ferries: When?\n  wanted: an answer"),
        "{failure}"
    );
    assert!(failure.contains("It sails at nine."), "{failure}");
}
