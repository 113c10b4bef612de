//! Talk about the last answer, and about Quoth itself.

use super::*;

const FOUNDER: &str = "Who founded the Clock Museum?";

#[test]
fn a_doubt_gets_the_evidence_again() {
    let first = match last(&[FOUNDER]) {
        Said::Answer { answer, .. } => answer,
        other => unreachable!("{other:?}"),
    };
    for doubt in ["Is that true?", "are you sure", "yes", "No.", "Really?"] {
        match last(&[FOUNDER, doubt]) {
            Said::Evidence(answer) => {
                assert_eq!(answer.question, FOUNDER);
                assert_eq!(answer.confidence.to_bits(), first.confidence.to_bits());
            }
            other => unreachable!("{doubt}: {other:?}"),
        }
        assert!(matches!(last(&[doubt]), Said::Answer { .. }), "{doubt}");
    }
}

#[test]
fn what_was_taken_back_is_no_longer_spoken_of() {
    let museum = "When was the Clock Museum founded?";
    let ferry = "What does the night ferry cost?";
    for back in ["wrong", "Not that!", "no, I meant the other one"] {
        let said = last(&[museum, ferry, back]);
        assert!(
            matches!(said, Said::Nothing(Nothing::TakenBack)),
            "{said:?}"
        );
        assert_eq!(meant(&[museum, ferry, back, "Who founded it?"]), FOUNDER);
    }
    check(
        "How many visitors has Peru sent? > No, I meant Chile -> How many visitors has Chile sent?",
    );
}

#[test]
fn talk_about_quoth_is_answered_and_ends_no_topic() {
    for (message, wanted) in [
        ("What documents do you have?", "museum.txt"),
        ("How many documents do you have?", "2 documents"),
        ("sources", "harbour.txt"),
        ("help", "Ask in plain words"),
        ("Who made you?", "a program that quotes documents"),
        ("Summarise the museum", "no summaries"),
        ("What do you think of Peru?", "no opinions"),
        ("quit", "Goodbye"),
    ] {
        match last(&[FOUNDER, message]) {
            Said::Told(told) => assert!(told.contains(wanted), "{message}: {told}"),
            other => unreachable!("{message}: {other:?}"),
        }
        let wanted = "When did the Clock Museum close?";
        assert_eq!(meant(&[FOUNDER, message, "When did it close?"]), wanted);
    }
}

#[test]
fn what_frames_a_message_changes_nothing_in_a_conversation() {
    check(
        "Hi! How many visitors has Peru sent? Thanks > ok, and Chile please? -> How many visitors has Chile sent?",
    );
}
