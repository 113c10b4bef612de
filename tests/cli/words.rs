//! Words of a question that the documents have otherwise, or not at all.

use crate::place::Place;

#[test]
fn an_abstention_says_which_words_no_document_has() {
    let place = Place::new();
    let question = "Which zeppelin did the captain crash in Patagonia?";
    let answer = place.answer(question);
    assert_eq!(
        answer["missing"],
        serde_json::json!(["zeppelin", "crash", "Patagonia"])
    );
    let said = place.ask(question).exits(1).stdout.replace('\n', " ");
    assert!(
        said.contains("No document mentions “zeppelin”, “crash” or “Patagonia”."),
        "{said}"
    );
    for question in [
        "Who was the clock museum founded by?",
        "Hello!",
        "what is it?",
    ] {
        assert_eq!(place.answer(question)["missing"], serde_json::json!([]));
    }
}

#[test]
fn an_acronym_is_found_by_its_long_form_and_explained() {
    let place = Place::new();
    place.put(
        "corpus/union.txt",
        "The World Ferry Union (WFU) met in Port Ellery. The WFU elected Ines Marlow chair in 1998. \
         The World Ferry Union has its office in Kestrel Street.\n",
    );
    place.quotes(&[
        ("Who did the world ferry union elect chair?", "Ines Marlow"),
        ("Where does the WFU have its office?", "Kestrel Street"),
        ("What does WFU stand for?", "World Ferry Union (WFU)"),
    ]);
}

#[test]
fn two_capitals_stand_for_two_words_and_a_lone_acronym_is_searched_for() {
    let place = Place::new();
    place.put(
        "corpus/board.txt",
        "The Kestrel Board meets in the old tram depot. Its chair thanked the U.S. Coast Guard.\n",
    );
    let missing = |question: &str| place.answer(question)["missing"].clone();
    assert_eq!(missing("Who leads the KB?"), serde_json::json!(["leads"]));
    // In lower case two letters are anything.
    assert_eq!(
        missing("Who leads the kb?"),
        serde_json::json!(["leads", "kb"])
    );
    assert_ne!(place.answer("U.S.")["reason"], "empty_question");
}
