//! Documents that differ: the answer says so and shows both sides.

use serde_json::json;

use crate::place::{Place, quotes};

const FOUNDED: &str = "When was the tram depot of Aldermere opened?";

/// A place where an older document and a newer one differ in a year.
fn place() -> Place {
    let place = Place::new();
    place.put(
        "corpus/news/old.md",
        "---\ndate: 2023-04\n---\n\nThe tram depot of Aldermere was opened in **1931**.\n",
    );
    place.put(
        "corpus/news/new.txt",
        "Trams of Aldermere\n\nPublished: 2 May 2024\n\nThe tram depot of Aldermere was opened in 1932 by the mayor.\n",
    );
    place
}

#[test]
fn differing_documents_are_named_with_their_dates_the_newest_first() {
    let done = place().ask(FOUNDED).exits(0);
    let wanted = "\
The documents differ: 1932 (news/new.txt, 2024-05-02) and 1931 (news/old.md, 2023-04).
1. The tram depot of Aldermere was opened in 1932 by the mayor.
   Trams of Aldermere, 2024-05-02, news/new.txt:5
2. The tram depot of Aldermere was opened in 1931.
   2023-04, news/old.md:5
";
    assert!(done.stdout.starts_with(wanted), "{}", done.stdout);
}

#[test]
fn json_gives_each_value_with_its_quote_and_each_citation_its_date() {
    let answer = place().answer(FOUNDED);
    let wanted = json!({
        "about": "date",
        "values": [{"value": "1932", "quote": 0}, {"value": "1931", "quote": 1}],
    });
    assert_eq!(answer["disagreement"], wanted);
    let date = |quote: usize| &quotes(&answer)[quote]["citations"][0]["date"];
    assert_eq!(
        (date(0), date(1)),
        (&json!("2024-05-02"), &json!("2023-04"))
    );
}

#[test]
fn a_disagreement_counts_the_sources_of_each_side() {
    let place = place();
    place.put(
        "corpus/b.txt",
        "The tram depot of Aldermere was opened in 1931.\n",
    );
    let shown = place.ask(FOUNDED).exits(0).stdout;
    assert!(shown.starts_with("The documents differ: 193"), "{shown}");
    assert!(shown.contains(", and 1 more)"), "{shown}");
    // Both say it in the same words: either may come first.
    assert!(shown.contains("\n   also in "), "{shown}");
}

#[test]
fn documents_that_agree_or_are_not_asked_say_nothing_of_it() {
    let place = place();
    for question in [
        "Who was the clock museum founded by?",
        "Which zeppelin exploded?",
    ] {
        assert_eq!(place.answer(question)["disagreement"], json!(null));
        assert!(!place.ask(question).stdout.contains("differ"));
    }
}

#[test]
fn a_single_quote_has_nothing_to_be_set_against() {
    let shown = place()
        .run(["ask", FOUNDED, "--quotes", "1"])
        .exits(0)
        .stdout;
    assert!(shown.starts_with("1. The tram depot"), "{shown}");
}

#[test]
fn the_reports_that_are_shipped_differ_on_the_ratifications() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let place = Place::empty();
    let ask = |question: &str| {
        let arguments = ["--json", "--corpus", corpus, "ask", question];
        let answer = place.run(arguments).exits(0).object();
        let values = answer["disagreement"]["values"].as_array().cloned();
        let values = values.unwrap_or_default().into_iter();
        let mut said: Vec<String> = values
            .map(|side| side["value"].as_str().unwrap().to_owned())
            .collect();
        said.sort();
        said
    };
    assert_eq!(
        ask("How many countries have ratified the convention?"),
        ["More than 150", "More than 160"]
    );
    assert_eq!(
        ask("Who is Finland's defence minister?"),
        ["Antii Hakkanen", "Janne Jaakkola"]
    );
    assert_eq!(ask("Who is Lithuania's defence minister?"), [""; 0]);
}
