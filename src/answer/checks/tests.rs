//! What a careful reader objects to, and what not, over a few small corpora.

use super::*;
use crate::answer::model::Models;
use crate::answer::ranking;
use crate::answer::tests::index_of;
use crate::corpus::Format;
use crate::language::Language;

/// Each question of a text leads to a sentence that is doubted as stands behind it, "stated, not
/// asked"; nothing stands there where nothing speaks against the sentence.
#[track_caller]
pub(super) fn doubted(text: &str, cases: &[&str]) {
    doubted_of(Format::PlainText, &[("a.txt", text)], cases);
}

/// The same of several documents.
#[track_caller]
pub(super) fn doubted_of(format: Format, documents: &[(&str, &str)], cases: &[&str]) {
    let index = index_of(format, documents);
    for case in cases {
        let (question, wanted) = case.split_at(case.find('?').expect("a question") + 1);
        assert_eq!(of_first(&index, question), wanted.trim(), "{question}");
    }
}

/// The doubts about the sentence whose words fit best.
fn of_first(index: &Index, question: &str) -> String {
    let failing = "the index answers";
    let query = Query::new(question, index).expect(failing);
    let found = index.find(&query.words(), None, 40).expect(failing);
    // As the words alone order them: a doubt takes a sentence down later.
    let weights = &Models::usable().without_reader(Language::ENGLISH).ranking;
    let ranked = ranking::rank(&found, &query, weights);
    let first = ranked.get(..1).expect("a sentence is found");
    let doubts = doubts(index, &found, &query, question, first).expect(failing);
    let told = |doubt: Doubt| {
        let stated = doubt.stated.unwrap_or_else(|| "nothing".to_owned());
        format!("{stated}, not {}", doubt.asked)
    };
    let told: Vec<String> = doubts.into_values().flatten().map(told).collect();
    told.join("; ")
}

const COAST: &str = "The coast\n\n\
    Peru shares a border of 900 miles with Chile.\n\n\
    The Bolivian minister of fisheries, Rosa Quill, spoke in the port of Callao.\n\n\
    The Harbour Union (HU) was founded by skippers. It has ninety boats.\n";

#[test]
fn another_country_in_its_place_is_a_doubt() {
    doubted(
        COAST,
        &[
            "How long is Ecuador's border with Chile? Peru, not Ecuador",
            "Who is the Peruvian minister of fisheries? Bolivian, not Peruvian",
            "How long is Peru's border with Chile?",
            "How long is the Peruvian border with Chile?",
            "How long is the border of Chileans and Peruvians?",
            "Who is the minister of fisheries of Bolivia?",
        ],
    );
}

#[test]
fn a_country_that_only_lends_its_name_to_something_else_takes_no_place() {
    doubted(
        "Trade\n\nThe cabinet let the Bolivian traders in because the boats lay idle.\n",
        &["Why did the Peruvian cabinet let the traders in? Bolivian, not Peruvian"],
    );
    doubted(
        "Trade\n\nThe cabinet let the traders in because the Bolivian army lay idle.\n",
        &["Why did the Peruvian cabinet let the traders in?"],
    );
}

#[test]
fn another_name_with_the_same_noun_is_a_doubt() {
    let eiche = "Hotel Eiche\n\nIt has 42 rooms.\n\nBreakfast is served from seven.\n";
    let linde = "Hotel Linde\n\nThe sauna is open from four to ten.\n\nIt has a garden.\n";
    doubted_of(
        Format::PlainText,
        &[("eiche.txt", eiche), ("linde.txt", linde)],
        &[
            "When is the Hotel Eiche's sauna open? Hotel Linde, not Hotel Eiche",
            "When is the Hotel Linde's sauna open?",
            "How many rooms does the Hotel Eiche have?",
        ],
    );
}

#[test]
fn a_noun_of_the_name_in_small_letters_does_not_meet_it() {
    let museums = "The Clock Museum was founded in 1923.\n\nThe Tide Museum was founded in 1931.\n";
    doubted_of(
        Format::PlainText,
        &[("museums.txt", museums)],
        &[
            "Who founded the Umbrella Museum? Tide Museum, not Umbrella Museum",
            "Who founded the Tide Museum?",
        ],
    );
}

#[test]
fn another_person_is_a_doubt_unless_a_person_is_the_answer() {
    let text = "The quay\n\nThe harbour master Anna Brandt wrote letters about honey.\n\n\
        The mayor, Ines Marlow, said that the fair is closed. She married Joris Quill in May.\n";
    doubted(
        text,
        &[
            "What did Ines Marlow write about honey in letters? Anna Brandt, not Ines Marlow",
            "What did Anna Brandt write about?",
            "What did Brandt write about honey?",
            "Who did Ines Marlow marry in May?",
        ],
    );
}

#[test]
fn a_name_that_stands_nowhere_is_a_doubt() {
    doubted(
        COAST,
        &[
            "How many boats does Zephyria have? Harbour Union, not Zephyria",
            // The sentence before names it, by its long form or its short one.
            "How many boats does the Harbour Union have?",
            "How many boats does the HU have?",
            // Parts of the world, roles, months and common words with capitals.
            "How many boats are there in Europe?",
            "How many Boats does the Union's President have in August?",
        ],
    );
}

#[test]
fn a_name_that_stands_nowhere_is_a_doubt_in_other_languages_too() {
    let huts = "Горные приюты\n\nНочлег в приюте Орлиный стоит 900 рублей для членов клуба.\n\n\
        Приют Кедровый открыт с июня по сентябрь, ночлег там стоит 700 рублей.\n";
    doubted(
        huts,
        &[
            "Сколько стоит ночлег в приюте Снежный? nothing, not Снежный",
            "Сколько стоит ночлег в приюте Орлиный?",
            // Another form of it.
            "Сколько рублей стоит для членов клуба ночлег в Орлином?",
        ],
    );
}

#[test]
fn a_code_must_be_met_to_the_letter() {
    doubted(
        "Tarn 300\n\nE-401: The lid is open.\n\nE-410: The motor is hot.\n",
        &[
            "Is the lid open at E-440? E-401, not E-440",
            "Is the motor hot at e410?",
            "Is the motor hot on the X-20? nothing, not X-20",
        ],
    );
    doubted(
        "Post\n\nMessages follow RFC 9110 since June 2022.\n",
        &[
            "Do messages follow RFC 2616? RFC 9110, not RFC 2616",
            "Since when do messages follow RFC 9110?",
        ],
    );
    doubted(
        "Hinges\n\nPart 4711-B fits the left hinge.\n",
        &[
            "Which hinge does part 4711-D fit? 4711-B, not 4711-D",
            "Which hinge does part 4711-B fit?",
        ],
    );
}

#[test]
fn another_year_is_a_doubt_in_whichever_language() {
    doubted(
        "Boats\n\nIn 2021 the quay lost 5,000 crowns.\n\nIn the 1990s it was closed.\n",
        &[
            "How much did the quay lose in 2020? 2021, not 2020",
            "How much did the quay lose in 2021?",
            "Was it closed in 1994?",
        ],
    );
    doubted(
        "Die Boote\n\nIm Jahr 2021 hat der Kai in der Stadt etwa 5000 Kronen verloren.\n\n\
         Er ist seit dem Sturm nicht mehr für alle offen.\n",
        &[
            "Wie viele Kronen hat der Kai 2020 verloren? 2021, not 2020",
            "Wie viele Kronen hat der Kai 2021 verloren?",
        ],
    );
}

#[test]
fn another_figure_with_the_same_unit_or_label_is_a_doubt() {
    let text = "Pumps\n\nThe pump runs at 950 rpm under load. The 230 V version draws 6 amperes.\n\n\
        Article 6 forbids fishing at night. Tarn 300 is the small pump.\n";
    doubted(
        text,
        &[
            "Does the pump run at 1,100 rpm under load? 950 rpm, not 1,100 rpm",
            "Does the pump run at 1100 rpm under load? 950 rpm, not 1100 rpm",
            "What does the 400 V version draw? 230 V, not 400 V",
            "What does Article 7 forbid? Article 6, not Article 7",
            "Is the Tarn 500 the small pump? Tarn 300, not Tarn 500",
            "Does the pump run at 950 rpm under load?",
            "How many amperes does the 230 V version draw?",
            "What does article six forbid?",
            // Nothing of the kind stands there.
            "Does the pump run for 20 hours under load?",
            "Which 3 things does Article 6 forbid?",
        ],
    );
}

#[test]
fn what_another_has_is_a_doubt() {
    let text = "The coast\n\n\
        In Peru the talks went on when the Bolivian defence minister, Rosa Quill, sailed.\n\n\
        The mayor of Aldermere opened the fair in Port Ellery.\n\n\
        Port Ellery lost its pilot, and Chile's pilot went home.\n";
    doubted(
        text,
        &[
            "Who is Peru's defence minister? Bolivian, not Peru",
            "Who is the defence minister of Peru? Bolivian, not Peru",
            "Who is the mayor of Port Ellery? Aldermere, not Port Ellery",
            "Who is Bolivia's defence minister?",
            "Who is the mayor of Aldermere?",
            // Its own pilot, and another's.
            "What became of Port Ellery's pilot?",
        ],
    );
}

#[test]
fn a_heading_that_only_mentions_a_word_is_no_evidence() {
    for (heading, doubt) in [
        ("Voices from the capitals", "nothing, not capital of Peru"),
        ("Capital", ""),
    ] {
        let text = format!("# Fish\n\n## {heading}\n\nIn Peru a minister told the fishers so.\n");
        let case = format!("What is the capital of Peru? {doubt}");
        doubted_of(Format::Markdown, &[("a.md", &text)], &[&case]);
    }
}

#[test]
fn another_place_is_a_doubt_unless_a_place_is_the_answer() {
    let text = "Two towns: Velmar and Rothby\n\n\
        In July the Lantern Fair fills every bed in Rothby. The fair in Velmar sells salt.\n";
    doubted(
        text,
        &[
            "When does the lantern fair fill the beds in Velmar? Rothby, not Velmar",
            "When does the lantern fair fill the beds in Rothby?",
            "Which town near Velmar has the lantern fair in July?",
            "What does the fair in Velmar sell?",
        ],
    );
}

#[test]
fn an_option_is_no_other_option_and_is_met_by_its_name_without_dashes() {
    doubted(
        "Reaping\n\n-c: Cut the field.\n\n-C: Sow the field before cutting it.\n",
        &[
            "What does -x do to the field? -C, not -x",
            "What does --cut do to the field? nothing, not --cut",
            "What does -c do to the field?",
        ],
    );
    doubted(
        "The keys\n\nThe key tide-gate says when the harbour shuts.\n",
        &[
            "What does --tide-gate say?",
            "What does --tide say? nothing, not --tide",
        ],
    );
}

#[test]
fn a_figure_counts_under_the_column_that_the_question_names() {
    doubted(
        "Rooms\n\nRoom: Amber; Beds: 2; Floor: 1.\n",
        &[
            "Which room is on floor 2? Floor: 1, not floor 2",
            "Which room has 3 beds? Beds: 2, not 3 beds",
            "Which room is on floor 1?",
            "Which room has 2 beds?",
        ],
    );
}

#[test]
fn what_does_not_name_its_subject_is_of_the_one_named_before_it() {
    // Of two of a kind it is the nearer.
    doubted(
        "Houses\n\nThe Hotel Linde in Lorne has a sauna. The Hotel Eiche in Ellery has a lift. \
         Its bar is closed on Mondays.\n",
        &[
            "When is the bar of the Hotel Linde closed? Hotel Eiche, not Hotel Linde",
            "When is the bar of the Hotel Eiche closed?",
        ],
    );
    // Paragraphs that name their town once.
    doubted(
        "The towns\n\n\
         Varn has a brewery and lies near Ost. Its mayor is Tilde Moss. The market is held by farmers.\n\n\
         The boats from Varn are slow.\n",
        &[
            "Who is the mayor of Nyv? Varn, not Nyv",
            "Who holds the market in Nyv? Varn, not Nyv",
            "Who is the mayor of Varn?",
            "Who holds the market in Varn?",
        ],
    );
}

#[test]
fn a_possessive_may_end_in_any_apostrophe() {
    let text = "The Hebrides’ harbour master is Ann Lee.\nThe Faroes' harbour master is Bo Dahl.\n";
    doubted_of(
        Format::PlainText,
        &[("a.txt", text)],
        &[
            "Who is the Hebrides’ harbour master?",
            "Who is the Faroes’ harbour master?",
        ],
    );
}

#[test]
fn a_row_that_has_a_name_answers_only_what_its_columns_are_of() {
    let table = "| Driver | Vehicle | Inspected |\n|---|---|---|\n| Aino Salo | tractor | 2024 |\n\
        | Bo Dahl | van | 2023 |\n";
    doubted_of(
        Format::Markdown,
        &[("f.md", table)],
        &[
            "What is the salary of Aino Salo? nothing, not salary",
            "Which vehicle does Aino Salo drive?",
        ],
    );
    // What only asks is no name of a column.
    let table = "| Karte | Preis | Gültigkeit |\n|---|---|---|\n| Zehnerkarte | 55 Euro | ein Jahr |\n\
        | Jahreskarte | 240 Euro | ein Jahr |\n\nDie Karten gelten auch für das Bad am See.\n";
    doubted_of(
        Format::Markdown,
        &[("f.md", table)],
        &[
            "Was kostet die Jahreskarte?",
            "Wie lange ist die Gültigkeit der Zehnerkarte?",
            "Wer verkauft die Zehnerkarte? nothing, not verkauft",
        ],
    );
}

#[test]
fn a_title_is_read_in_the_language_of_its_document() {
    let german = "Das Museum ist am Montag geschlossen, und der Eintritt kostet zehn Euro. ";
    let german = german.repeat(60);
    let english = "The visitors of the museum should bring their own lunch with them, because \
        there is no restaurant near it. Whoever would rather not walk through the wood takes the \
        bus that leaves from the market every hour. Those who have never been there before should \
        ask the keeper, who knows what is shown in every room.";
    let text = format!("# Die 1.500 Brücken\n\n{german}\n\n## Visits\n\n{english}\n");
    let index = index_of(Format::Markdown, &[("a.md", text.as_str())]);
    let question = "What should the visitors bring?";
    let query = Query::new(question, &index).expect("the index answers");
    let found = index.find(&query.words(), None, 40);
    let found = found.expect("the index answers");
    let weights = &Models::usable().without_reader(Language::ENGLISH).ranking;
    let ranked = ranking::rank(&found, &query, weights);
    let is_english = |ranked: &&Ranked| found.passage_of(ranked.sentence).language.is_english();
    let quoted = ranked.iter().find(is_english).expect("a part in English");
    let matcher = Matcher::new(&query, &found.lexicon);
    let title = Evidence::of(&found, &query, &matcher, quoted).title;
    let words: Vec<&str> = title.words.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(words, ["die", "1500", "brucken"]);
}
