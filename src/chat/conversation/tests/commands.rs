//! "more", "context" and "source" in a conversation.

use super::*;

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
