//! Questions made of small invented corpora.

use super::*;
use crate::chat::samples::quoth_of;

fn both() -> Quoth {
    quoth_of(&[("0.md", MUSEUM), ("1.md", FERRIES)])
}

/// Every question that is found at the top of a document, answered or not.
fn found(text: &str) -> Vec<String> {
    let index = quoth_of(&[("0.md", text)]).index();
    let document = index.document("0.md").expect("an index");
    let document = document.expect("the document");
    let candidates = candidates(&index, &document, 0..TOP).expect("candidates");
    candidates.into_iter().map(|found| found.question).collect()
}

const MUSEUM: &str = "\
The Clock Museum was founded by Ines Marlow in 1923. It was closed in 1971.

The Clock Museum has 40 halls. Rosa Quill, the curator of the Clock Museum, said that the Long Hall needs a roof.

The Long Hall was designed by Rosa Quill. The Tide Museum was closed because its roof had fallen in.

In 1950, Peru joined the World Clock Union (WCU). The Tide Bell is a bell without a clapper.
";
const FERRIES: &str = "\
The Long Quay was built in 1804.

## How do I get a refund?

Write to the harbour office within a month.
";

#[test]
fn statements_become_questions() {
    assert_eq!(
        found(MUSEUM),
        [
            "When was the Clock Museum founded?",
            "How many halls does the Clock Museum have?",
            "Who is Rosa Quill?",
            "Who designed the Long Hall?",
            "Why was the Tide Museum closed?",
            "What does WCU stand for?",
            "What is the Tide Bell?",
        ]
    );
}

#[test]
fn what_a_document_asks_itself_is_a_question_in_any_language() {
    assert_eq!(
        found(FERRIES),
        ["When was the Long Quay built?", "How do I get a refund?"]
    );
    let german = "## Wie bekomme ich mein Geld zurück?\n\nSchreiben Sie dem Hafenamt.\n";
    assert_eq!(found(german), ["Wie bekomme ich mein Geld zurück?"]);
}

#[test]
fn what_only_its_neighbours_explain_is_not_asked() {
    let found = found(
        "\
        It was founded in 1923. The museum was opened in 1931. A new hall was built in 1950. \
        This is a museum of clocks. The first of the ferries was built in 1804. \
        The harbour has 12 cranes. Clocks are a hobby.",
    );
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_is_shown_is_answered_and_no_two_are_about_the_same() {
    let quoth = both();
    let three = questions(&quoth, 3).expect("an index");
    assert_eq!(three.len(), 3);
    assert_eq!(three, questions(&quoth, 3).expect("an index"));
    assert!(
        three[1].contains("Long Quay") || three[1].contains("refund"),
        "{three:?}"
    );
    let all = questions(&quoth, 50).expect("an index");
    let about_museum = all
        .iter()
        .filter(|question| question.contains("Clock Museum"));
    assert_eq!(about_museum.count(), 1, "{all:?}");
    for question in &all {
        let answer = quoth.answer(question).expect("an answer");
        assert!(matches!(answer.outcome, Outcome::Found(_)), "{question}");
    }
}

#[test]
fn near_a_quote_only_what_stands_there_and_has_to_do_with_it_is_asked() {
    let quoth = both();
    let answer = quoth
        .answer("When was the Long Quay built?")
        .expect("an answer");
    let quotes = &answer.outcome.quotes()[..1];
    let near = |question| near(&quoth, question, quotes, 3).expect("an index");
    assert_eq!(
        near("Who paid for the Long Quay?"),
        ["When was the Long Quay built?"]
    );
    assert_eq!(
        near("Is there a refund for the Clock Museum?"),
        ["How do I get a refund?"]
    );
    assert!(near("Who paid for the bridge?").is_empty());
}

#[test]
fn where_nothing_makes_a_question_there_is_none() {
    for text in [
        "Hello.",
        "Das Uhrenmuseum wurde 1923 in Port Ellery von Ines Marlow gegründet.",
    ] {
        let quoth = quoth_of(&[("0.md", text)]);
        assert!(questions(&quoth, 3).expect("an index").is_empty());
    }
    assert!(questions(&both(), 0).expect("an index").is_empty());
}
