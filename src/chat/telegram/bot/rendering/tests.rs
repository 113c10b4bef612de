//! Answers as people see them in a chat.

mod conversation;
mod sources;
mod unsure;

use super::*;
use crate::answer::{About, Stated};
use crate::corpus::BlockKind;
use crate::corpus::{Date, Span};

const ENGLISH: Wording = Wording::ENGLISH;

pub(in crate::chat::telegram) fn citation(
    document: &str,
    title: &str,
    headings: &[&str],
    line: usize,
) -> Citation {
    let headings = headings
        .iter()
        .map(|heading| (*heading).to_owned())
        .collect();
    Citation {
        document: document.to_owned(),
        title: title.to_owned(),
        headings,
        line: Some(line),
        locator: None,
        span: Span { start: 0, end: 1 },
        text: String::new(),
        date: None,
    }
}

pub(in crate::chat::telegram) fn quote(
    reading: &str,
    marked: &[&str],
    citations: Vec<Citation>,
) -> Quote {
    let marks = marked
        .iter()
        .map(|word| {
            reading
                .find(word)
                .map(|start| Span {
                    start,
                    end: start + word.len(),
                })
                .unwrap()
        })
        .collect();
    Quote {
        score: 1.0,
        citations,
        reading: reading.to_owned(),
        marks,
        kind: BlockKind::Paragraph,
        before: None,
        after: None,
    }
}

/// A sentence next to a quote.
fn neighbour(reading: &str) -> Neighbour {
    Neighbour {
        line: Some(1),
        span: Span { start: 8, end: 9 },
        text: reading.to_owned(),
        reading: reading.to_owned(),
        kind: BlockKind::Paragraph,
        more: 0,
    }
}

#[test]
fn context_is_told_from_the_quote() {
    let mut quote = quote(
        "It sails at nine.",
        &["sails"],
        vec![citation("ferries.md", "Harbour guide", &[], 3)],
    );
    quote.before = Some(neighbour("The Aurora is a ferry."));
    let shown = html(&given(Outcome::Found(vec![quote]))).concat();
    let (quoted, rest) = shown.split_once("</blockquote>").unwrap();
    assert!(
        quoted.contains("It <b>sails</b> at nine.") && !quoted.contains("Aurora"),
        "{shown}"
    );
    assert!(
        rest.contains("<i>before it: The Aurora is a ferry.</i>"),
        "{shown}"
    );
}

#[test]
fn lists_and_code_keep_their_lines() {
    let mut quote = quote(
        "It has:",
        &[],
        vec![citation("ferries.md", "Guide", &[], 3)],
    );
    let after = |reading: &str, kind, more| Neighbour {
        kind,
        more,
        ..neighbour(reading)
    };
    quote.after = Some(after("a compass\na map", BlockKind::Item, 2));
    let list = html(&given(Outcome::Found(vec![quote.clone()]))).concat();
    assert!(
        list.contains("<i>- a compass\n- a map\n… and 2 more</i>"),
        "{list}"
    );
    quote.after = Some(after("go <boat>\n  --fast", BlockKind::Code, 0));
    let code = html(&given(Outcome::Found(vec![quote.clone()]))).concat();
    assert!(
        code.contains("<pre>go &lt;boat&gt;\n  --fast</pre>"),
        "{code}"
    );
    (quote.kind, quote.reading) = (BlockKind::Code, "go\nhome".to_owned());
    let quoted = html(&given(Outcome::Found(vec![quote]))).concat();
    assert!(quoted.starts_with("<pre>go\nhome</pre>"), "{quoted}");
}

pub(in crate::chat::telegram) fn given(outcome: Outcome) -> Answer {
    Answer {
        question: "When does the ferry sail?".to_owned(),
        confidence: 0.5,
        corrections: Vec::new(),
        outcome,
        disagreement: None,
    }
}

fn html(answer: &Answer) -> Vec<String> {
    shown_as(&Said::Answer {
        answer: answer.clone(),
        searched_for: None,
        instead: Vec::new(),
    })
}

fn shown_as(what: &Said) -> Vec<String> {
    said(ENGLISH, None, what)
        .into_iter()
        .map(|post| post.html)
        .collect()
}

#[test]
fn each_quote_stands_over_its_numbered_sources() {
    let first = quote(
        "The ferry sails at nine.",
        &["ferry", "sails"],
        vec![
            citation("ferries.md", "Harbour guide", &["Timetable", "Summer"], 12),
            citation("old.txt", "Old guide", &[], 3),
        ],
    );
    let second = quote(
        "It also sails at noon.",
        &["sails"],
        vec![citation("ferries.md", "Harbour guide", &[], 14)],
    );
    let wanted = "<blockquote>The <b>ferry</b> <b>sails</b> at nine.</blockquote>\n\
         1. Harbour guide &gt; Timetable &gt; Summer, <code>ferries.md:12</code>\n\
         also in Old guide, <code>old.txt:3</code>\n\n\
         <blockquote>It also <b>sails</b> at noon.</blockquote>\n\
         2. <code>ferries.md:14</code>";
    assert_eq!(html(&given(Outcome::Found(vec![first, second]))), [wanted]);
}

#[test]
fn differing_documents_are_named_above_their_quotes() {
    let dated = |document: &str, date: &str| Citation {
        date: Date::parse(date),
        ..citation(document, "Guide", &[], 3)
    };
    let mut differing = given(Outcome::Found(vec![
        quote(
            "More than 260 <b>sail.",
            &[],
            vec![dated("new.md", "2024-05-01")],
        ),
        quote(
            "It carries 240.",
            &[],
            vec![
                dated("<old>.md", "2023"),
                citation("copy.md", "Copy", &[], 1),
            ],
        ),
    ]));
    let side = |value: &str, quote| Stated {
        value: value.to_owned(),
        quote,
    };
    differing.disagreement = Some(Disagreement {
        about: About::Figure,
        values: vec![side("More than 260", 0), side("240", 1)],
    });
    let wanted = "The documents differ: <b>more than 260</b> (new.md, 2024-05-01) and <b>240</b> (&lt;old&gt;.md, 2023, and 1 more).\n\n\
         <blockquote>More than 260 &lt;b&gt;sail.</blockquote>\n\
         1. Guide, 2024-05-01, <code>new.md:3</code>\n\n\
         <blockquote>It carries 240.</blockquote>\n\
         2. Guide, 2023, <code>&lt;old&gt;.md:3</code>\n\
         also in Copy, <code>copy.md:1</code>";
    assert_eq!(html(&differing), [wanted]);
}

#[test]
fn an_abstention_keeps_the_closest_apart_from_an_answer() {
    let closest = vec![quote(
        "The ferry is red.",
        &["ferry"],
        vec![citation("ferries.md", "Harbour guide", &[], 1)],
    )];
    let reason = Reason::WeakEvidence;
    let missing = Missing {
        words: vec!["<fare>".to_owned()],
        beside: Vec::new(),
        languages: None,
    };
    let said = ENGLISH.abstention(reason, &Missing::default(), "");
    let wanted = format!(
        "{said} No document mentions “&lt;fare&gt;”.\n\n<i>{}</i>\n\n<blockquote>The <b>ferry</b> is red.</blockquote>\n1. Harbour guide, <code>ferries.md:1</code>",
        ENGLISH.closest()
    );
    assert_eq!(
        html(&given(Outcome::Abstained {
            reason,
            missing,
            doubts: Vec::new(),
            closest
        })),
        [wanted]
    );
    assert_eq!(
        html(&given(Outcome::Abstained {
            reason,
            missing: Missing::default(),
            doubts: Vec::new(),
            closest: Vec::new()
        })),
        [said]
    );
}

#[test]
fn even_quotes_of_nothing_get_a_word() {
    let empty = Outcome::Found(vec![quote(" ", &[], Vec::new())]);
    assert_eq!(
        html(&given(empty)),
        [ENGLISH.abstention(Reason::WeakEvidence, &Missing::default(), "")]
    );
    assert_eq!(html(&given(Outcome::Found(Vec::new()))).len(), 1);
}

#[test]
fn corrections_come_first() {
    let mut corrected = given(Outcome::Found(vec![quote(
        "The ferry sails.",
        &[],
        vec![citation("a.md", "A", &[], 1)],
    )]));
    corrected.corrections = vec![("<fery>".to_owned(), "ferry".to_owned())];
    assert!(html(&corrected)[0].starts_with("<i>(searched for \u{201c}ferry\u{201d} for \u{201c}&lt;fery&gt;\u{201d})</i>\n\n<blockquote>"));
}

#[test]
fn names_of_documents_are_as_hostile_as_their_text() {
    let hostile = quote(
        "a <b>& \u{202e}b",
        &[],
        vec![citation("<x>\n.md", "</blockquote>\u{0}", &["&amp;"], 1)],
    );
    let wanted = "<blockquote>a &lt;b&gt;&amp; b</blockquote>\n1. &lt;/blockquote&gt; &gt; &amp;amp;, <code>&lt;x&gt; .md:1</code>";
    assert_eq!(html(&given(Outcome::Found(vec![hostile]))), [wanted]);
}

#[test]
fn long_names_are_shortened_and_many_places_counted() {
    let places = (1..=20)
        .map(|line| {
            citation(
                &"d".repeat(4000),
                &"t".repeat(4000),
                &[&"h".repeat(4000)],
                line,
            )
        })
        .collect();
    let post = html(&given(Outcome::Found(vec![quote(
        "It sails.",
        &[],
        places,
    )])));
    assert_eq!(post.len(), 1);
    assert_eq!(post[0].matches("also in ").count(), 4);
    assert!(post[0].ends_with("\nand in 15 more places"), "{}", post[0]);
}

#[test]
fn a_quote_too_long_for_a_message_is_split_and_its_source_follows_it() {
    let long = quote(
        &"The ferry sails. ".repeat(300),
        &[],
        vec![citation("a.md", "A", &[], 1)],
    );
    let split = html(&given(Outcome::Found(vec![long])));
    assert_eq!(split.len(), 2);
    assert!(
        split[0].ends_with("sails.</blockquote>")
            && split[1].ends_with("sails.</blockquote>\n1. A, <code>a.md:1</code>")
    );
}

#[test]
fn marks_that_do_not_fit_the_text_mark_nothing() {
    let mut wrong = quote("\u{e9}t\u{e9}", &[], vec![citation("a.md", "A", &[], 1)]);
    wrong.marks = vec![Span { start: 1, end: 2 }, Span { start: 2, end: 99 }];
    assert!(
        html(&given(Outcome::Found(vec![wrong])))[0]
            .starts_with("<blockquote>\u{e9}t\u{e9}</blockquote>")
    );
}

#[test]
fn a_title_that_is_the_files_name_is_not_said_twice() {
    let quote = quote(
        "It sails at nine.",
        &[],
        vec![citation("guides/ferries.md", "ferries", &["Summer"], 3)],
    );
    let wanted =
        "<blockquote>It sails at nine.</blockquote>\n1. Summer, <code>guides/ferries.md:3</code>";
    assert_eq!(html(&given(Outcome::Found(vec![quote]))), [wanted]);
}
