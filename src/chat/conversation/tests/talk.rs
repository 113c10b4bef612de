//! What is no question: commands, and talk about the last answer and about Quoth itself.

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
fn more_goes_on_until_all_is_shown_and_numbers_go_on_too() {
    let mut messages = vec!["When does the ferry to Port Ellery sail?"];
    messages.extend(["more"; 12]);
    let replies = chat(&QUOTH, &messages);
    let mut next = match &replies[0].said {
        Said::Answer { answer, .. } => answer.outcome.shown().len() + 1,
        other => unreachable!("{other:?}"),
    };
    for reply in &replies[1..] {
        assert_eq!(reply.answer, replies[0].answer);
        if let Said::More { first, quotes, .. } = &reply.said {
            assert_eq!(*first, next);
            next += quotes.len();
        }
    }
    assert!(matches!(replies[1].said, Said::More { .. }));
    assert!(matches!(replies[12].said, Said::Nothing(Nothing::NoMore)));
}

#[test]
fn context_and_source_show_the_document() {
    let after = |command| last(&["Who founded the Clock Museum?", command]);
    let excerpt = |command| match after(command) {
        Said::Excerpt { excerpt, .. } => excerpt,
        other => unreachable!("{other:?}"),
    };
    let context = excerpt("context");
    assert_eq!(&MUSEUM[context.span.range()], context.text);
    assert!(context.text.contains("roof") && context.text.contains("patient"));
    let source = excerpt("source 1");
    assert!(source.citation.document == "museum.txt" && source.text.contains("roof"));
    assert!(matches!(
        after("source 9"),
        Said::Nothing(Nothing::NoSuchQuote { number: 9, .. })
    ));
}

#[test]
fn without_an_answer_before_there_is_nothing_to_go_on_from() {
    for command in ["more", "context", "source 2"] {
        let said = last(&[command]);
        assert!(
            matches!(said, Said::Nothing(Nothing::Forgotten)),
            "{command}"
        );
    }
}
