//! What a careful reader objects to, and what not, over a few small corpora.

use super::*;
use crate::answer::model::Models;
use crate::answer::ranking;
use crate::corpus::{Document, Format};
use crate::language::Language;

/// The doubts about the sentence whose words fit best, as "stated, not asked".
pub(super) fn told(documents: &[(&str, &str)], question: &str) -> Vec<String> {
    let parse = |(name, text): &(&str, &str)| {
        Document::parse((*name).to_owned(), (*text).to_owned(), Format::PlainText)
    };
    let documents: Vec<Document> = documents.iter().map(parse).collect();
    of_first(&documents, question)
}

fn of_first(documents: &[Document], question: &str) -> Vec<String> {
    let index = Index::build(documents).expect("a small corpus can be indexed");
    let failing = "the index answers";
    let query = Query::new(question, &index).expect(failing);
    let found = index.find(&query.words(), None, 40).expect(failing);
    // As the words alone order them: a doubt takes a sentence down later.
    let ranked = ranking::rank(
        &found,
        &query,
        &Models::usable().without_reader(Language::ENGLISH).ranking,
    );
    let first = ranked.get(..1).expect("a sentence is found");
    let doubts = doubts(&index, &found, &query, question, first).expect(failing);
    let told = |doubt: Doubt| {
        let stated = doubt.stated.unwrap_or_else(|| "nothing".to_owned());
        format!("{stated}, not {}", doubt.asked)
    };
    doubts.into_values().flatten().map(told).collect()
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
    let text = "The quay\n\nThe harbour master Anna Brandt wrote letters about honey.\n\n\
        The mayor, Ines Marlow, said that the fair is closed. She married Joris Quill in May.\n";
    let told = |question| told(&[("quay.txt", text)], question);
    assert_eq!(
        told("What did Ines Marlow write about honey in letters?"),
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
        ["Harbour Union, not Zephyria"]
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

#[test]
fn another_year_is_a_doubt_in_other_languages_too() {
    let text = "Die Boote\n\nIm Jahr 2021 hat der Kai in der Stadt etwa 5000 Kronen verloren.\n\nEr ist seit dem Sturm nicht mehr für alle offen.\n";
    let told = |question| told(&[("boote.txt", text)], question);
    assert_eq!(
        told("Wie viele Kronen hat der Kai 2020 verloren?"),
        ["2021, not 2020"]
    );
    assert_eq!(told("Wie viele Kronen hat der Kai 2021 verloren?"), [""; 0]);
}

#[test]
fn another_figure_with_the_same_unit_or_label_is_a_doubt() {
    let text = "Pumps\n\nThe pump runs at 950 rpm under load. The 230 V version draws 6 amperes.\n\n\
        Article 6 forbids fishing at night. Tarn 300 is the small pump.\n";
    let told = |question| told(&[("pumps.txt", text)], question);
    assert_eq!(
        told("Does the pump run at 1,100 rpm under load?"),
        ["950 rpm, not 1,100 rpm"]
    );
    assert_eq!(
        told("Does the pump run at 1100 rpm under load?"),
        ["950 rpm, not 1100 rpm"]
    );
    assert_eq!(
        told("What does the 400 V version draw?"),
        ["230 V, not 400 V"]
    );
    assert_eq!(
        told("What does Article 7 forbid?"),
        ["Article 6, not Article 7"]
    );
    assert_eq!(
        told("Is the Tarn 500 the small pump?"),
        ["Tarn 300, not Tarn 500"]
    );
    for question in [
        "Does the pump run at 950 rpm under load?",
        "How many amperes does the 230 V version draw?",
        "What does article six forbid?",
        // Nothing of the kind stands there.
        "Does the pump run for 20 hours under load?",
        "Which 3 things does Article 6 forbid?",
    ] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn what_another_has_is_a_doubt() {
    let text = "The coast\n\n\
        In Peru the talks went on when the Bolivian defence minister, Rosa Quill, sailed.\n\n\
        The mayor of Aldermere opened the fair in Port Ellery.\n\n\
        Port Ellery lost its pilot, and Chile's pilot went home.\n";
    let told = |question| told(&[("coast.txt", text)], question);
    assert_eq!(
        told("Who is Peru's defence minister?"),
        ["Bolivian, not Peru"]
    );
    assert_eq!(
        told("Who is the defence minister of Peru?"),
        ["Bolivian, not Peru"]
    );
    assert_eq!(
        told("Who is the mayor of Port Ellery?"),
        ["Aldermere, not Port Ellery"]
    );
    for question in [
        "Who is Bolivia's defence minister?",
        "Who is the mayor of Aldermere?",
        // Its own pilot, and another's.
        "What became of Port Ellery's pilot?",
    ] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn a_heading_that_only_mentions_a_word_is_no_evidence() {
    let told = |heading: &str| {
        let text = format!("# Fish\n\n## {heading}\n\nIn Peru a minister told the fishers so.\n");
        let document = Document::parse("a.md".to_owned(), text, Format::Markdown);
        let question = "What is the capital of Peru?";
        of_first(&[document], question)
    };
    assert_eq!(
        told("Voices from the capitals"),
        ["nothing, not capital of Peru"]
    );
    assert_eq!(told("Capital"), [""; 0]);
}

#[test]
fn another_place_is_a_doubt_unless_a_place_is_the_answer() {
    let text = "Two towns: Velmar and Rothby\n\n\
        In July the Lantern Fair fills every bed in Rothby. The fair in Velmar sells salt.\n";
    let told = |question| told(&[("towns.txt", text)], question);
    assert_eq!(
        told("When does the lantern fair fill the beds in Velmar?"),
        ["Rothby, not Velmar"]
    );
    for question in [
        "When does the lantern fair fill the beds in Rothby?",
        "Which town near Velmar has the lantern fair in July?",
        "What does the fair in Velmar sell?",
    ] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn an_option_is_no_other_option() {
    let text = "Reaping\n\n-c: Cut the field.\n\n-C: Sow the field before cutting it.\n";
    let told = |question| told(&[("reap.txt", text)], question);
    for (question, doubts) in [
        ("What does -x do to the field?", vec!["-C, not -x"]),
        (
            "What does --cut do to the field?",
            vec!["nothing, not --cut"],
        ),
        ("What does -c do to the field?", vec![]),
    ] {
        assert_eq!(told(question), doubts, "{question}");
    }
}

#[test]
fn a_number_with_a_letter_is_no_other() {
    let text = "Hinges\n\nPart 4711-B fits the left hinge.\n";
    let told = |question| told(&[("a.txt", text)], question);
    assert_eq!(
        told("Which hinge does part 4711-D fit?"),
        ["4711-B, not 4711-D"]
    );
    assert_eq!(told("Which hinge does part 4711-B fit?"), [""; 0]);
}

#[test]
fn a_figure_counts_under_the_column_that_the_question_names() {
    let text = "Rooms\n\nRoom: Amber; Beds: 2; Floor: 1.\n";
    let told = |question| told(&[("a.txt", text)], question);
    assert_eq!(told("Which room is on floor 2?"), ["Floor: 1, not floor 2"]);
    assert_eq!(told("Which room has 3 beds?"), ["Beds: 2, not 3 beds"]);
    for question in ["Which room is on floor 1?", "Which room has 2 beds?"] {
        assert_eq!(told(question), [""; 0], "{question}");
    }
}

#[test]
fn the_nearest_name_of_its_kind_is_whom_a_sentence_speaks_of() {
    let text = "Houses\n\nThe Hotel Linde in Lorne has a sauna. The Hotel Eiche in Ellery has a lift. Its bar is closed on Mondays.\n";
    let told = |question| told(&[("a.txt", text)], question);
    let question = "When is the bar of the Hotel Linde closed?";
    assert_eq!(told(question), ["Hotel Eiche, not Hotel Linde"]);
    assert_eq!(told("When is the bar of the Hotel Eiche closed?"), [""; 0]);
}

/// Two towns, told of by paragraphs that name them once.
const TOWNS: &str = "The towns\n\n\
    Varn has a brewery and lies near Ost. Its mayor is Tilde Moss. The market is held by farmers.\n\n\
    The boats from Varn are slow.\n";

#[test]
fn what_does_not_name_its_subject_is_of_the_one_named_before_it() {
    let told = |question| told(&[("towns.txt", TOWNS)], question);
    assert_eq!(told("Who is the mayor of Nyv?"), ["Varn, not Nyv"]);
    assert_eq!(told("Who holds the market in Nyv?"), ["Varn, not Nyv"]);
    for question in ["Who is the mayor of Varn?", "Who holds the market in Varn?"] {
        assert_eq!(told(question), [] as [&str; 0], "{question}");
    }
}

#[test]
fn a_row_that_has_a_name_answers_only_what_its_columns_are_of() {
    let table = "| Driver | Vehicle | Inspected |\n|---|---|---|\n| Aino Salo | tractor | 2024 |\n\
        | Bo Dahl | van | 2023 |\n";
    let told = |question| {
        let document = Document::parse("f.md".to_owned(), table.to_owned(), Format::Markdown);
        of_first(&[document], question)
    };
    assert_eq!(
        told("What is the salary of Aino Salo?"),
        ["nothing, not salary"]
    );
    assert_eq!(told("Which vehicle does Aino Salo drive?"), [] as [&str; 0]);
}

#[test]
fn an_option_is_met_by_its_name_without_dashes() {
    let told = |question| {
        told(
            &[(
                "moor.txt",
                "The keys\n\nThe key tide-gate says when the harbour shuts.\n",
            )],
            question,
        )
    };
    assert_eq!(told("What does --tide-gate say?"), [] as [&str; 0]);
    assert_eq!(told("What does --tide say?"), ["nothing, not --tide"]);
}
