//! What an index gives does not depend on how its texts came into it.

use super::embedded::EmbeddedStore;
use super::*;
use crate::corpus::Format;
use crate::language::Language;
use crate::language::vectors::{self, DIMENSIONS, Direction};

fn document(number: usize) -> Document {
    let text = format!("The ferry sails at nine.\n\nBoat {number} is red.\n");
    Document::parse(format!("{number}.txt"), text, Format::PlainText)
}

/// An index of so many documents that say nearly the same, some of them put in
/// again, with a commit after every few.
fn index(documents: usize, commit_after: usize) -> Index {
    let mut store = EmbeddedStore::in_memory(0).expect("memory suffices");
    for number in 0..documents {
        for number in [number, number / 2] {
            let document = document(number);
            let file = KnownFile {
                key: key(&document.name),
                ..KnownFile::default()
            };
            store.remove(file.key).expect("memory suffices");
            let put = store.put(file, Analysis::of(&document));
            put.expect("a document can be put in");
        }
        if number % commit_after == 0 {
            store.commit().expect("memory suffices");
        }
    }
    store.commit().expect("memory suffices");
    Index::new(&store, Vec::new())
}

/// Where some words point together.
fn direction(words: &str) -> Option<Direction> {
    let mut sum = [0.0; DIMENSIONS];
    vectors::add(&mut sum, words.split(' '), Language::ENGLISH);
    Direction::of(&sum)
}

#[test]
fn equally_good_passages_are_chosen_alike_however_they_are_spread() {
    let meaning = direction("when does the boat leave");
    let found = |index: &Index| {
        let words = [vec![("ferri", 1.0)], vec![("sail", 1.0)]];
        let found = index.find(&words, meaning.as_ref(), 40);
        let found = found.expect("the index answers");
        let documents = found.documents.into_iter();
        let names: Vec<String> = documents.map(|document| document.name).collect();
        let scores: Vec<f32> = found.passages.iter().map(|it| it.score).collect();
        (names, scores)
    };
    let once = found(&index(300, 1000));
    assert_eq!(once.0.len(), 40);
    assert_eq!(once, found(&index(300, 7)));
}

#[test]
fn a_turn_finds_the_document_quoted_last_the_nearest_first_and_what_both_turns_speak_of() {
    let part = |at: usize| format!("Part {at}\n\nBoat {at} is red.\n\n");
    let mut text: String = (0..60).map(part).collect();
    text.push_str("Part 60\n\nBoat 60 is older than any ferry on the lake.\n");
    let around = text.find("Boat 30").expect("it is there");
    let long = Document::parse("long.txt".to_owned(), text, Format::PlainText);
    let others = (0..9).map(document);
    let documents: Vec<Document> = std::iter::once(long).chain(others).collect();
    let index = Index::build(&documents).expect("memory suffices");
    let after = |name: &str, word: &str, wider: &[Alternatives<'_>]| {
        let found = index.find_after(&[vec![(word, 1.0)]], wider, None, 5, name, around);
        found.expect("the index answers")
    };
    let found = |name: &str, word: &str| {
        let found = after(name, word, &[]);
        let texts = found.sentences.into_iter().map(|it| it.text.verbatim);
        let boats = texts.filter(|text| text.starts_with("Boat"));
        boats.collect::<Vec<_>>()
    };
    let red = |number: usize| format!("Boat {number} is red.");
    let near = found("long.txt", "lantern");
    assert!(near.len() >= 2 && near.contains(&red(30)), "{near:?}");
    let with_a_word = found("long.txt", "59");
    assert!(with_a_word.contains(&red(59)), "{with_a_word:?}");
    // Nine other documents have better passages for this word than it has.
    let mut said_better_elsewhere = found("long.txt", "ferri").into_iter();
    assert!(said_better_elsewhere.any(|text| text.starts_with("Boat 60")));
    assert!(found("gone.txt", "boat").is_empty());
    // What is in the quoted document already is not found twice.
    let wider = [vec![("ferri", 1.0)], vec![("59", 1.0)]];
    let wide = after("long.txt", "59", &wider);
    let names: Vec<&str> = wide.documents.iter().map(|it| it.name.as_str()).collect();
    assert!(
        names.len() > 1 && names.iter().filter(|name| **name == "long.txt").count() == 1,
        "{names:?}"
    );
    let is_boat = |it: &&found::Sentence| it.text.verbatim == red(59);
    assert_eq!(wide.sentences.iter().filter(is_boat).count(), 1);
    // Only the words of the turn itself score.
    let is_elsewhere = |it: &&found::Passage| wide.documents[it.document].name != "long.txt";
    let mut elsewhere = wide.passages.iter().filter(is_elsewhere);
    assert!(elsewhere.all(|it| it.score == 0.0));
}

#[test]
fn a_passage_without_a_word_of_the_question_is_found_by_what_it_means() {
    let mut documents: Vec<Document> = (0..60).map(document).collect();
    let rules = "Pets are not admitted to the rooms.\n".to_owned();
    let rules = Document::parse("rules.txt".to_owned(), rules, Format::PlainText);
    documents.push(rules);
    let index = Index::build(&documents).expect("memory suffices");
    let names = |words: &[Alternatives<'_>], meaning: Option<Direction>| {
        let found = index.find(words, meaning.as_ref(), 40);
        let documents = found.expect("the index answers").documents.into_iter();
        documents.map(|it| it.name).collect::<Vec<_>>()
    };
    let words = [vec![("ferri", 1.0)], vec![("dog", 1.0)]];
    let meaning = direction("may i bring my dog");
    let is_rules = |name: &String| name == "rules.txt";
    let found = names(&words, meaning.clone());
    assert!(found.len() == 40 && found.iter().any(is_rules), "{found:?}");
    assert!(!names(&words, None).iter().any(is_rules));
    assert!(names(&[], meaning).iter().any(is_rules));
}

#[test]
fn only_what_stands_is_counted() {
    let index = index(30, 4);
    let contents = index.contents().expect("the index answers");
    assert_eq!((contents.documents, contents.passages), (30, 30));
    let known = index.statistics(&Asked {
        words: vec!["ferry".to_owned(), "boats".to_owned(), "17".to_owned()],
        ..Asked::default()
    });
    let known = known.expect("the index answers");
    let passages = |word: &str| known.counts(word).map(|counts| counts.passages);
    let passages = ["ferry", "boats", "17"].map(passages);
    assert_eq!(passages, [Some(30), Some(30), Some(1)]);
    assert!(!known.has_form("boats") && known.has_form("17"));
}

#[test]
fn nothing_that_writes_is_opened_before_something_changes() {
    let folder = tempfile::TempDir::new().expect("there is room for a folder");
    let open = || EmbeddedStore::open(folder.path(), 0, false).expect("the store opens");
    let mut first = open();
    assert!(first.can_write() && !first.is_writing());
    // Its place is taken all the same.
    let mut second = open();
    assert!(!second.can_write() && !second.open_to_write().expect("it is told"));
    first.commit().expect("there is nothing to commit");
    assert!(!first.is_writing());
    first.remove(1).expect("the store can be changed");
    assert!(first.is_writing());
    drop(first);
    assert!(open().open_to_write().expect("it is told"));
}
