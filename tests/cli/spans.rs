//! Every quote is a slice of its file: read the file where a citation says, and there it stands.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::place::{Place, citations, first, quotes};

const HARD_WRAPPED: &str = "\
The Lighthouses of the Skerry Coast

The lighthouse on Gannet Rock was lit for the first time
in 1852, after three winters of work by masons from the
mainland. Its lamp burned whale oil until 1889 and has
been electric since 1931.

The keeper, Anselm Crake, rowed to the rock twice a week
with bread and newspapers. \"The sea decides,\" he told a
visitor, \"and I agree.\" No keeper has lived on the rock
since 1974.
";

const MARKED_UP: &str = "\
# Bridges of *Aldermere*

The **Copper Bridge** was designed by [Ines Holloway](https://example.org/holloway \"An architect\") and opened in `1897`. It spans 312 metres; its ~~five~~ six arches are of *red granite*.

## Tolls

- Crossing on foot has been _free_ since 1920.
- A cart paid **two pence**, and a coach four.

| Bridge | Opened |
|---|---|
| Copper Bridge | 1897 |
| Mill Bridge | 1744 |

> The river is older than the bridge, said the **ferryman** Osric.

Caf\u{e9} R\u{ed}o &amp; Sons, under the third arch, sells pan\u{10d}kes\u{2014}the
best in town[^1].

[^1]: So says *The Aldermere Gazette* of 4 May 2003.
";

const BYTE_ORDER_MARK: &str = "\u{feff}\
Orchestra of the Harbour

The harbour orchestra gave its first concert in the customs house in 1961. Its conductor, Līga Bērziņa, played the cello. The players are paid in fish — so the joke goes — and in applause.
";

const WINDOWS: &str = "\
Trams of Port Ellery\r\n\
\r\n\
The first tram ran to the brewery in 1904. Horses drew the trams until 1911.\r\n\
The depot burned down in 1938.\r\n\
\r\n\
The last tram ran in 1959, and its bell hangs in the town hall. Nobody rings\r\n\
the bell but the mayor.\r\n";

const WINDOWS_MARKED_UP: &str = "\u{feff}\
---\r\n\
title: Gardens\r\n\
---\r\n\
\r\n\
# The Walled Garden\r\n\
\r\n\
The walled garden was planted by **Odile Farrant** in 1788. Its\r\n\
*mulberry* tree still bears fruit every August.\r\n";

const QUESTIONS: &[&str] = &[
    "When was the lighthouse on Gannet Rock lit for the first time?",
    "What did the lamp of the lighthouse burn?",
    "Who was the keeper that rowed to the rock?",
    "What did the keeper tell a visitor?",
    "Since when has no keeper lived on the rock?",
    "Who designed the Copper Bridge?",
    "How many metres does the bridge span?",
    "What are the arches of the bridge made of?",
    "What did a cart pay at the bridge?",
    "Is crossing the bridge on foot free?",
    "When was the Mill Bridge opened?",
    "What did the ferryman Osric say about the river?",
    "Who sells the best pancakes in town?",
    "What does the Aldermere Gazette say?",
    "Where did the harbour orchestra give its first concert?",
    "Who is the conductor of the orchestra?",
    "What are the players paid in?",
    "When did the first tram run to the brewery?",
    "Until when did horses draw the trams?",
    "When did the depot burn down?",
    "Where does the bell of the last tram hang?",
    "Who rings the bell?",
    "Who planted the walled garden?",
    "Which tree still bears fruit every August?",
    "Who sank the zeppelin of the mayor?",
    "Which captain stole the cello in Patagonia?",
];

fn place() -> Place {
    let place = Place::new();
    place.put("corpus/lighthouses.txt", HARD_WRAPPED);
    place.put("corpus/town/bridges.md", MARKED_UP);
    place.put("corpus/town/orchestra.txt", BYTE_ORDER_MARK);
    place.put("corpus/town/trams.txt", WINDOWS);
    place.put("corpus/gardens.md", WINDOWS_MARKED_UP);
    place
}

/// Reads the file that `citation` names where it says.
#[track_caller]
fn check(place: &Place, citation: &Value) {
    let (file, start) = place.check(citation);
    let line = file[..start].split(|byte| *byte == b'\n').count();
    assert_eq!(citation["line"], line, "{citation}");
    let text = citation["text"].as_str().unwrap();
    assert!(!text.is_empty() && text.trim() == text, "{citation}");
}

#[test]
fn every_citation_of_every_answer_is_found_in_its_file_at_its_bytes_and_line() {
    let place = place();
    let answers = place.answers(QUESTIONS.iter().copied());
    let mut documents = BTreeSet::new();
    let mut neighbours = 0;
    for answer in &answers {
        for quote in quotes(answer) {
            assert_eq!(quote["text"], quote["citations"][0]["text"]);
            for side in ["before", "after"] {
                if let Some(neighbour) = quote[side].as_object() {
                    // It has no document of its own: it stands beside the first citation.
                    let mut place_of = neighbour.clone();
                    let document = quote["citations"][0]["document"].clone();
                    place_of.insert("document".to_owned(), document);
                    check(&place, &Value::Object(place_of));
                    neighbours += 1;
                }
            }
        }
        for citation in citations(answer) {
            check(&place, citation);
            documents.insert(citation["document"].as_str().unwrap());
        }
    }
    assert!(neighbours > 0, "no quote has context");
    let cited = [
        "gardens.md",
        "lighthouses.txt",
        "town/bridges.md",
        "town/orchestra.txt",
        "town/trams.txt",
    ];
    assert!(
        cited.iter().all(|document| documents.contains(document)),
        "{documents:?}"
    );
    let is_declined = |answer: &&Value| answer["status"] == "abstained";
    let declined = answers.iter().filter(is_declined).count();
    assert!((1..=answers.len() - 10).contains(&declined), "{declined}");
}

#[test]
fn a_question_in_the_words_of_any_line_leads_back_to_a_place_in_a_file() {
    let place = place();
    let documents = [
        HARD_WRAPPED,
        MARKED_UP,
        BYTE_ORDER_MARK,
        WINDOWS,
        WINDOWS_MARKED_UP,
    ];
    let lines = documents.iter().flat_map(|text| text.lines());
    let worded = lines.filter(|line| line.chars().any(char::is_alphanumeric));
    let answers = place.answers(worded);
    let found: Vec<&Value> = answers.iter().flat_map(citations).collect();
    assert!(found.len() > answers.len(), "{} citations", found.len());
    for citation in found {
        check(&place, citation);
    }
}

#[test]
fn a_quote_keeps_the_line_breaks_and_the_markup_of_its_file() {
    let place = place();
    let text = |question: &str| first(&place.answer(question)).to_owned();
    let wrapped = "Its lamp burned whale oil until 1889 and has\nbeen electric since 1931.";
    assert_eq!(text("What did the lamp burn until 1889?"), wrapped);
    let marked_up = "The walled garden was planted by **Odile Farrant** in 1788.";
    assert_eq!(text("Who was the walled garden planted by?"), marked_up);
    let windows = "Nobody rings\r\nthe bell but the mayor.";
    assert_eq!(text("Does nobody ring the bell but the mayor?"), windows);
}

#[test]
fn a_quote_is_shown_on_one_line_without_markup() {
    let place = place();
    let shown = place.ask("What did the lamp burn until 1889?").stdout;
    let wanted = "1. Its lamp burned whale oil until 1889 and has been electric since 1931.\n";
    assert!(shown.starts_with(wanted), "{shown}");
    let shown = place.ask("Who was the walled garden planted by?").stdout;
    let wanted = "1. The walled garden was planted by Odile Farrant in 1788.\n";
    assert!(shown.starts_with(wanted), "{shown}");
}

#[test]
fn the_same_questions_get_the_same_bytes_in_every_run() {
    let place = place();
    for options in [&["--json"][..], &[]] {
        let run = || {
            let call = place.quoth(options.iter().copied());
            call.input(QUESTIONS.join("\n")).done().stdout
        };
        assert_eq!(run(), run());
    }
}
