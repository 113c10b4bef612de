//! What becomes of citations as their documents change.

use super::*;
use crate::corpus::Format;

fn index(documents: &[(&str, &str)]) -> Index {
    let parse = |(name, text): &(&str, &str)| {
        Document::parse((*name).to_owned(), (*text).to_owned(), Format::PlainText)
    };
    let documents: Vec<Document> = documents.iter().map(parse).collect();
    Index::build(&documents).unwrap()
}

const ANSWER: &str = r#"{"question": "When?", "quotes": [{"citations": [{"document": "ferry.txt", "start": 0, "end": 17, "text": "It sails at nine."}]}]}"#;

fn verified(documents: &[(&str, &str)]) -> (Status, Option<Standing>, String) {
    let report = verify(&index(documents), ANSWER.as_bytes()).unwrap();
    let citation = report.citations[0].clone();
    assert_eq!(report.is_good(), citation.status != Status::Gone);
    (citation.status, citation.now, report.to_string())
}

#[test]
fn a_quote_stands_or_has_moved_or_is_gone() {
    let place = |document: &str, line, start| {
        Some(Standing {
            document: document.to_owned(),
            line: Some(line),
            locator: None,
            start,
            end: start + 17,
        })
    };
    let (status, now, told) = verified(&[("ferry.txt", "It sails at nine. Or ten.")]);
    assert_eq!((status, now), (Status::Stands, place("ferry.txt", 1, 0)));
    assert_eq!(told, "1 citation: 1 stand, 0 moved, 0 gone");
    // The nearest of two.
    let twice = "Now.\nIt sails at nine.\nThen, and for ever.\nIt sails at nine.\n";
    let (status, now, told) = verified(&[("ferry.txt", twice)]);
    assert_eq!((status, now), (Status::Moved, place("ferry.txt", 2, 5)));
    assert!(told.starts_with("moved  ferry.txt -> ferry.txt:2: It sails at nine.\n"));
    // Its file has another name now.
    let (status, now, _) = verified(&[("a.txt", "Nothing."), ("b.txt", "It sails at nine.")]);
    assert_eq!((status, now), (Status::Moved, place("b.txt", 1, 0)));
    let (status, now, told) = verified(&[("ferry.txt", "It sails at ten.")]);
    assert_eq!((status, now), (Status::Gone, None));
    assert!(told.starts_with("gone   ferry.txt: It sails at nine.\n"));
}

#[test]
fn a_quote_within_words_or_numbers_has_not_moved() {
    for (quote, text, wanted) in [
        (
            "The fare is nine",
            "Now. The fare is nineteen.",
            Status::Gone,
        ),
        ("art is free", "Now Dart is free.", Status::Gone),
        ("It costs 3", "Now. It costs 3.50.", Status::Gone),
        ("50 is due", "Now 3.50 is due.", Status::Gone),
        // A later one may be whole.
        ("art is free", "Dart is free, art is free.", Status::Moved),
        ("It costs 3", "Now. It costs 3. No more.", Status::Moved),
        (
            "The fare is nine",
            "Now (The fare\nis nine), or ten.",
            Status::Moved,
        ),
        ("船は九時に出る", "今日の船は九時に出る。", Status::Moved),
    ] {
        let answer = ANSWER.replace("It sails at nine.", quote);
        let index = index(&[("ferry.txt", text)]);
        let report = verify(&index, answer.as_bytes()).unwrap();
        assert_eq!(report.citations[0].status, wanted, "{quote}: {text}");
    }
}

#[test]
fn what_stands_around_a_quote_is_looked_up_too() {
    let answer = r#"{"question": "When?", "quotes": [{"citations": [{"document": "ferry.txt", "start": 5, "end": 22, "text": "It sails at nine."}], "before": {"text": "Now.", "line": 1, "start": 0, "end": 4}, "after": {"text": "Or ten.", "line": 1, "start": 23, "end": 30}}], "excerpt": {"text": "Now. It sails at nine.", "line": 1, "start": 0, "end": 22}}"#;
    let statuses = |text: &str| {
        let report = verify(&index(&[("ferry.txt", text)]), answer.as_bytes()).unwrap();
        let citations = report.citations.into_iter();
        let statuses: Vec<Status> = citations.map(|citation| citation.status).collect();
        statuses
    };
    let stands = Status::Stands;
    assert_eq!(
        statuses("Now. It sails at nine. Or ten."),
        [stands, stands, stands, stands]
    );
    assert_eq!(
        statuses("Then It sails at nine. Or ten."),
        [stands, Status::Gone, stands, Status::Gone]
    );
    assert_eq!(
        statuses("Now. It sails at nine. Never."),
        [stands, stands, Status::Gone, stands]
    );
}

#[test]
fn quotes_of_an_unsure_answer_are_looked_up_too() {
    let unsure = ANSWER.replace(
        "\"question\"",
        r#""status": "perhaps", "doubts": [{"about": "name", "asked": "Aurora", "stated": null}], "question""#,
    );
    let looked_up = |text| verify(&index(&[("ferry.txt", text)]), unsure.as_bytes()).unwrap();
    let report = looked_up("It sails at nine.");
    assert!(report.is_good() && report.citations.len() == 1);
    assert!(!looked_up("It sails at ten.").is_good());
}

#[test]
fn what_is_told_of_a_quote_is_a_line_that_cannot_drive_the_terminal() {
    let answer = ANSWER.replace("It sails", "It\\u001b[2J\\nsails");
    let report = verify(&index(&[("ferry.txt", "Nothing.")]), answer.as_bytes()).unwrap();
    let told = report.to_string();
    let wanted = "gone   ferry.txt: It\u{fffd}[2J sails at nine.\n";
    assert!(told.starts_with(wanted), "{told:?}");
}

#[test]
fn spans_that_no_text_has_are_survived() {
    let answer = ANSWER.replace("\"end\": 17", "\"end\": 99999");
    let report = verify(&index(&[("ferry.txt", "é")]), answer.as_bytes()).unwrap();
    assert!(!report.is_good());
}

#[test]
fn a_line_that_is_no_answer_is_named() {
    let lines = format!("{ANSWER}\n\n[1]\n");
    let error = verify(&index(&[]), lines.as_bytes()).unwrap_err();
    assert!(error.to_string().starts_with("line 3: "), "{error}");
}

#[test]
fn each_answer_of_a_line_is_looked_up_and_a_broken_line_has_none() {
    let first: Value = serde_json::from_str(ANSWER).unwrap();
    let mut both = first.clone();
    both["then"] = Value::Array(vec![first]);
    let lines = format!("\u{feff}{both}\n{{\"status\": \"error\", \"error\": \"no question\"}}\n");
    let index = index(&[("ferry.txt", "It sails at nine.")]);
    let report = verify(&index, lines.as_bytes()).unwrap();
    assert_eq!(report.to_string(), "2 citations: 2 stand, 0 moved, 0 gone");
}
