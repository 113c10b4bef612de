//! "more", "context" and "source" in a conversation.

use super::*;

#[test]
fn more_goes_on_until_all_is_shown_and_numbers_go_on_too() {
    let mut messages = vec!["When does the ferry to Port Ellery sail?"];
    messages.extend(["more"; 12]);
    let replies = chat(&messages);
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
    let replies = chat(&[
        "Who founded the Clock Museum?",
        "context",
        "source 1",
        "source 9",
    ]);
    let Said::Excerpt { excerpt, .. } = &replies[1].said else {
        unreachable!("{:?}", replies[1]);
    };
    assert_eq!(&MUSEUM[excerpt.span.range()], excerpt.text);
    assert!(excerpt.text.contains("roof") && excerpt.text.contains("patient"));
    let Said::Excerpt { excerpt, .. } = &replies[2].said else {
        unreachable!("{:?}", replies[2]);
    };
    assert!(excerpt.citation.document == "museum.txt" && excerpt.text.contains("roof"));
    assert!(matches!(
        replies[3].said,
        Said::Nothing(Nothing::NoSuchQuote { number: 9, .. })
    ));
}

#[test]
fn without_an_answer_before_there_is_nothing_to_go_on_from() {
    for command in ["more", "context", "source 2"] {
        let said = &chat(&[command])[0].said;
        assert!(
            matches!(said, Said::Nothing(Nothing::Forgotten)),
            "{command}"
        );
    }
}
