//! What a careful reader objects to, and what not, over a few small corpora.

use super::*;
use crate::answer::tests::index;
use crate::answer::{Settings, search};

/// The doubts about the sentence ranked first, as "stated, not asked".
fn told(documents: &[(&str, &str)], question: &str) -> Vec<String> {
    let index = index(documents);
    let settings = Settings {
        reader: false,
        ..Settings::default()
    };
    let search = search(&index, question, settings)
        .expect("the index answers")
        .expect("there is something to search for");
    let first = search.judged.ranked.first().expect("a sentence is found");
    let doubts = doubts(&index, &search.query, question, first);
    let told = |doubt: Doubt| {
        let stated = doubt.stated.unwrap_or_else(|| "nothing".to_owned());
        format!("{stated}, not {}", doubt.asked)
    };
    doubts.into_iter().map(told).collect()
}

const COAST: &str = "The coast\n\n\
    Peru shares a border of 900 miles with Chile.\n\n\
    The Bolivian minister of fisheries, Rosa Quill, spoke in the port of Callao.\n\n\
    The Harbour Union (HU) was founded by skippers. It has ninety boats.\n";

#[test]
fn another_country_in_its_place_is_a_doubt() {
    let told = |question| told(&[("coast.txt", COAST)], question);
    assert_eq!(
        told("How long is Ecuador's border with Chile?"),
        ["Peru, not Ecuador"]
    );
    assert_eq!(
        told("Who is the Peruvian minister of fisheries?"),
        ["Bolivian, not Peruvian"]
    );
    for question in [
        "How long is Peru's border with Chile?",
        "How long is the Peruvian border with Chile?",
        "How long is the border of Chileans and Peruvians?",
        "Who is the minister of fisheries of Bolivia?",
    ] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn a_country_that_only_lends_its_name_to_something_else_takes_no_place() {
    let text = "Trade\n\nThe cabinet let the Bolivian traders in because the boats lay idle.\n";
    let question = "Why did the Peruvian cabinet let the traders in?";
    assert_eq!(
        told(&[("a.txt", text)], question),
        ["Bolivian, not Peruvian"]
    );
    let text = "Trade\n\nThe cabinet let the traders in because the Bolivian army lay idle.\n";
    assert_eq!(told(&[("a.txt", text)], question), [""; 0]);
}

#[test]
fn another_name_with_the_same_noun_is_a_doubt() {
    let eiche = (
        "eiche.txt",
        "Hotel Eiche\n\nIt has 42 rooms.\n\nBreakfast is served from seven.\n",
    );
    let linde = (
        "linde.txt",
        "Hotel Linde\n\nThe sauna is open from four to ten.\n\nIt has a garden.\n",
    );
    let told = |question| told(&[eiche, linde], question);
    assert_eq!(
        told("When is the Hotel Eiche's sauna open?"),
        ["Hotel Linde, not Hotel Eiche"]
    );
    assert_eq!(told("When is the Hotel Linde's sauna open?"), [""; 0]);
    assert_eq!(told("How many rooms does the Hotel Eiche have?"), [""; 0]);
}

#[test]
fn another_person_is_a_doubt_unless_a_person_is_the_answer() {
    let text = "The quay\n\nThe harbour master Anna Brandt wrote about honey.\n\n\
        The mayor, Ines Marlow, said that the fair is closed. She married Joris Quill in May.\n";
    let told = |question| told(&[("quay.txt", text)], question);
    assert_eq!(
        told("What did Ines Marlow write about honey?"),
        ["Anna Brandt, not Ines Marlow"]
    );
    for question in [
        "What did Anna Brandt write about?",
        "What did Brandt write about honey?",
        "Who did Ines Marlow marry in May?",
    ] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn a_name_that_stands_nowhere_is_a_doubt() {
    let told = |question| told(&[("coast.txt", COAST)], question);
    assert_eq!(
        told("How many boats does Zephyria have?"),
        ["nothing, not Zephyria"]
    );
    for question in [
        // The sentence before names it, by its long form or its short one.
        "How many boats does the Harbour Union have?",
        "How many boats does the HU have?",
        // Parts of the world, roles, months and common words with capitals.
        "How many boats are there in Europe?",
        "How many Boats does the Union's President have in August?",
    ] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn a_code_must_be_met_to_the_letter() {
    let text = "Tarn 300\n\nE-401: The lid is open.\n\nE-410: The motor is hot.\n";
    let told = |question| told(&[("tarn.txt", text)], question);
    assert_eq!(told("Is the lid open at E-440?"), ["E-401, not E-440"]);
    assert_eq!(told("Is the motor hot at e410?"), [""; 0]);
    assert_eq!(told("Is the motor hot on the X-20?"), ["nothing, not X-20"]);
    let text = "Post\n\nMessages follow RFC 9110 since June 2022.\n";
    let told = |question| super::tests::told(&[("post.txt", text)], question);
    assert_eq!(
        told("Do messages follow RFC 2616?"),
        ["RFC 9110, not RFC 2616"]
    );
    assert_eq!(told("Since when do messages follow RFC 9110?"), [""; 0]);
}

#[test]
fn another_year_is_a_doubt() {
    let text = "Boats\n\nIn 2021 the quay lost 5,000 crowns.\n\nIn the 1990s it was closed.\n";
    let told = |question| told(&[("boats.txt", text)], question);
    assert_eq!(
        told("How much did the quay lose in 2020?"),
        ["2021, not 2020"]
    );
    assert_eq!(told("How much did the quay lose in 2021?"), [""; 0]);
    assert_eq!(told("Was it closed in 1994?"), [""; 0]);
}
