//! Questions made of small invented corpora.

use super::*;
use crate::answer::Settings;
use crate::ingest::Origin;

fn opened(texts: &[&str]) -> Quoth {
    let folder = tempfile::tempdir().expect("a folder for the corpus");
    for (number, text) in texts.iter().enumerate() {
        let path = folder.path().join(format!("{number}.txt"));
        std::fs::write(path, text).expect("a file of the corpus");
    }
    Quoth::open(
        Origin::in_memory(&[folder.path().to_owned()]),
        Settings::default(),
        |_| {},
    )
    .expect("a corpus to ask")
}

/// Every question that the rules find, answered or not.
fn found(texts: &[&str]) -> Vec<String> {
    let candidates = candidates(&opened(texts).index())
        .expect("candidates")
        .into_iter();
    candidates.map(|candidate| candidate.question).collect()
}

const MUSEUM: &str = "\
The Clock Museum was founded by Ines Marlow in 1923. It was closed in 1971.

The Clock Museum has 40 halls. Rosa Quill, the curator of the Clock Museum, said that the Long Hall needs a roof.

The Tide Museum, opened in 1931, is in Port Ellery. The Tide Museum was closed because its roof had fallen in.

In 1950, Peru joined the World Clock Union (WCU). The Tide Bell, a bell without a clapper, hangs at the door.
";
const FERRIES: &str = "\
The Long Quay is 900 metres long. The Long Quay cost 24 million euros.

More than 160 harbours have ratified the Harbour Act. The Harbour Act forbids fishing at night.

A pilot boat is a boat that brings pilots to ships. Every pilot boat has a bell.
";

fn asked(quoth: &Quoth, most: usize) -> Vec<String> {
    questions(quoth, most).expect("an index")
}

#[test]
fn statements_become_questions() {
    let found = found(&[MUSEUM, FERRIES]);
    for question in [
        "When was the Clock Museum founded?",
        "Who founded the Clock Museum?",
        "How many halls does the Clock Museum have?",
        "Who is Rosa Quill?",
        "What did Rosa Quill say about the Long Hall?",
        "When was the Tide Museum opened?",
        "Why was the Tide Museum closed?",
        "When did Peru join the World Clock Union?",
        "What does WCU stand for?",
        "What is the Tide Bell?",
        "How long is the Long Quay?",
        "How much did the Long Quay cost?",
        "How many harbours have ratified the Harbour Act?",
        "What does the Harbour Act forbid?",
        "What is a pilot boat?",
    ] {
        assert!(
            found.iter().any(|found| found == question),
            "{question} in {found:#?}"
        );
    }
}

#[test]
fn what_only_its_neighbours_explain_is_not_asked() {
    let found = found(&["\
        It was founded in 1923. The museum was opened in 1931. A new hall was built in 1950. \
        This is a museum of clocks. The first of the ferries was built in 1804. \
        The museum of which she told was closed in 1971. The harbour has 12 cranes."]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn only_what_is_a_person_by_its_words_is_asked_for_as_one() {
    let found = found(&["\
        Anna Brandt, the harbour master, met king Harbour Bible in Port Ellery. \
        The minister's Question Hour took a day. Some ships carry a bible for an hour. \
        Rosa Quill was a painter of ferries. She died in 1950."]);
    assert_eq!(found, ["Who is Anna Brandt?", "Who was Rosa Quill?"]);
}

#[test]
fn the_surest_are_chosen_of_different_kinds_names_and_documents() {
    let quoth = opened(&[MUSEUM, FERRIES]);
    let three = asked(&quoth, 3);
    assert_eq!(three.len(), 3);
    assert_eq!(three, asked(&quoth, 3));
    let all = asked(&quoth, 50);
    assert_eq!(all[..3], three);
    for name in [
        "Clock Museum",
        "Tide Museum",
        "Long Quay",
        "Rosa Quill",
        "Harbour Act",
    ] {
        assert!(
            all.iter()
                .filter(|question| question.contains(name))
                .count()
                <= 1,
            "{all:#?}"
        );
    }
    for question in &all {
        let answer = quoth.answer(question).expect("an answer");
        assert!(matches!(answer.outcome, Outcome::Found(_)), "{question}");
    }
}

#[test]
fn where_nothing_makes_a_question_there_is_none() {
    assert!(asked(&opened(&["Hello."]), 3).is_empty());
    let german = "Das Uhrenmuseum wurde 1923 in Port Ellery von Ines Marlow (IM) gegründet.";
    assert!(asked(&opened(&[german]), 3).is_empty());
    assert!(asked(&opened(&[MUSEUM]), 0).is_empty());
}

#[test]
fn a_large_corpus_is_asked_no_more_than_a_small_one() {
    let texts: Vec<String> = (0..700)
        .map(|number| format!("The Quay{number} Museum was founded in 1923.\n"))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let candidates = candidates(&opened(&texts).index()).expect("candidates");
    assert!((DOCUMENTS / 2..=DOCUMENTS).contains(&candidates.len()));
    assert_eq!(shortlist(candidates).len(), ASKED);
}
