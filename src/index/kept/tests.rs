//! Documents come back as they were, and passages as analysis left them.

use super::*;
use crate::corpus;
use crate::index::Index;
use crate::language::{analyser, english};

const SAMPLES: &[(&str, &str)] = &[
    (
        "ferries.md",
        "---\ndate: 2024-05-01\n---\n# Ferries\n\nThe *World Ferry Union* (WFU) met. It is 1.5 million crowns.\n\n## Fares\n\n- Boats sail at nine.\n- A twenty-five seat boat won't: 5% pay €3.\n\nIt’s late.\n",
    ),
    (
        "museum.txt",
        "The Clock Museum\r\n\r\nIt shows 1,400 clocks.\r\nHester Vale sailed.\r\n\r\nShe is 90.\r\n",
    ),
    ("table.csv", "boat,fare\nHeron,3 crowns\nGull,4 crowns\n"),
    (
        "talk.srt",
        "1\n00:00:01,000 --> 00:00:04,000\nThe ferries sail.\n\n2\n00:01:01,000 --> 00:01:04,000\nThey stop at noon.\n",
    ),
    ("тест.txt", "Паром\n\nПаром идёт в порт. Он большой.\n"),
];

#[test]
fn a_document_comes_back_as_it_was() {
    for (name, text) in SAMPLES {
        let bytes = text.as_bytes().to_vec();
        let document = corpus::parse(name, bytes).expect("a sample can be read");
        let index = Index::build(std::slice::from_ref(&document)).expect("it can be indexed");
        let again = index.document(name).expect("the index answers");
        let again = again.expect("it is there");
        assert_eq!(format!("{again:?}"), format!("{document:?}"));
        let other = index.document("other.txt").expect("the index answers");
        assert!(other.is_none());
    }
}

#[test]
fn what_is_found_is_as_analysis_left_it() {
    for (name, text) in SAMPLES {
        let bytes = text.as_bytes().to_vec();
        let document = corpus::parse(name, bytes).expect("a sample can be read");
        let index = Index::build(std::slice::from_ref(&document)).expect("it can be indexed");
        let sentences: Vec<&Sentence> = document.sentences().collect();
        let reading = |sentence: &&Sentence| document.reading(sentence).into_owned();
        let all: Vec<String> = sentences.iter().map(reading).collect();
        let tokens = analyser::analyse(&all.join(" ")).into_iter();
        let stems: Vec<String> = tokens.map(|it| english::term(&it.word)).collect();
        let words = stems.iter().map(|stem| vec![(stem.as_str(), 1.0)]);
        let found = index.find(&words.collect::<Vec<_>>(), None, 40);
        let found = found.expect("the index answers");
        assert_eq!(found.sentences.len(), sentences.len());
        for (found_one, sentence) in found.sentences.iter().zip(sentences) {
            let tokens = found_one.tokens.iter();
            let words = tokens.map(|token| found.lexicon.word(token.word).text.clone());
            let wanted = analyser::analyse(&document.reading(sentence));
            let wanted = wanted.into_iter().map(|token| token.word);
            assert_eq!(words.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
            let text = &found_one.text;
            assert_eq!(text.verbatim, document.verbatim(sentence));
            assert_eq!(text.line, document.line(sentence.span.start));
            assert_eq!(text.locator.as_ref(), document.locator(sentence.span.start));
        }
    }
}
