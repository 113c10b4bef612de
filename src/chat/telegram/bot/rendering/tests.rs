//! Answers as people see them in a chat.

mod conversation;
mod unsure;

use super::*;
use crate::answer::{About, Stated};
use crate::chat::samples;
use crate::corpus::{Date, Locator, Span};

const ENGLISH: Wording = Wording::ENGLISH;

fn citation(document: &str, title: &str, headings: &[&str], line: usize) -> Citation {
    Citation {
        document: document.to_owned(),
        title: title.to_owned(),
        headings: headings.iter().map(|&part| part.to_owned()).collect(),
        ..samples::quote("", line).citations.remove(0)
    }
}

fn quote(reading: &str, marked: &[&str], citations: Vec<Citation>) -> Quote {
    let mark = |word: &&str| {
        let start = reading.find(word).unwrap();
        let end = start + word.len();
        Span { start, end }
    };
    Quote {
        citations,
        marks: marked.iter().map(mark).collect(),
        ..samples::quote(reading, 1)
    }
}

/// A quote of line 3 of a guide.
pub(in crate::chat::telegram) fn guide(reading: &str) -> Quote {
    quote(reading, &[], vec![citation("a.md", "Guide", &[], 3)])
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
    let mut quote = guide("It sails at nine.");
    quote.before = Some(neighbour("The Aurora is a ferry."));
    let wanted = "<blockquote>It sails at nine.</blockquote>\n\
        <i>before it: The Aurora is a ferry.</i>\n\
        1. Guide, <code>a.md:3</code>";
    assert_eq!(found(vec![quote]), [wanted]);
}

#[test]
fn lists_and_code_keep_their_lines() {
    let mut quote = guide("It has:");
    let after = |reading: &str, kind, more| Neighbour {
        kind,
        more,
        ..neighbour(reading)
    };
    quote.after = Some(after("a compass\na map", BlockKind::Item, 2));
    let list = found(vec![quote.clone()]).concat();
    let items = "<i>- a compass\n- a map\n… and 2 more</i>";
    assert!(list.contains(items), "{list}");
    quote.after = Some(after("go <boat>\n  --fast", BlockKind::Code, 0));
    let code = found(vec![quote.clone()]).concat();
    let lines = "<pre>go &lt;boat&gt;\n  --fast</pre>";
    assert!(code.contains(lines), "{code}");
    (quote.kind, quote.reading) = (BlockKind::Code, "go\nhome".to_owned());
    let quoted = found(vec![quote]).concat();
    assert!(quoted.starts_with("<pre>go\nhome</pre>"), "{quoted}");
}

pub(in crate::chat::telegram) fn given(outcome: Outcome) -> Answer {
    Answer {
        question: "When does the ferry sail?".to_owned(),
        ..samples::given(outcome)
    }
}

pub(in crate::chat::telegram) fn answering(answer: Answer) -> Said {
    Said::Answer {
        answer,
        searched_for: None,
        instead: Vec::new(),
    }
}

fn html(answer: Answer) -> Vec<String> {
    shown_as(&answering(answer))
}

fn found(quotes: Vec<Quote>) -> Vec<String> {
    html(given(Outcome::Found(quotes)))
}

fn shown_as(what: &Said) -> Vec<String> {
    let posts = said(ENGLISH, None, what).into_iter();
    posts.map(|post| post.html).collect()
}

#[test]
fn each_quote_stands_over_its_numbered_sources() {
    let sources = vec![
        citation("ferries.md", "Harbour guide", &["Timetable", "Summer"], 12),
        citation("old.txt", "Old guide", &[], 3),
    ];
    let first = quote("The ferry sails at nine.", &["ferry", "sails"], sources);
    let sources = vec![citation("ferries.md", "Harbour guide", &[], 14)];
    let second = quote("It also sails at noon.", &["sails"], sources);
    let wanted = "<blockquote>The <b>ferry</b> <b>sails</b> at nine.</blockquote>\n\
         1. Harbour guide &gt; Timetable &gt; Summer, <code>ferries.md:12</code>\n\
         also in Old guide, <code>old.txt:3</code>\n\n\
         <blockquote>It also <b>sails</b> at noon.</blockquote>\n\
         2. <code>ferries.md:14</code>";
    assert_eq!(found(vec![first, second]), [wanted]);
}

#[test]
fn differing_documents_are_named_above_their_quotes() {
    let dated = |document: &str, date: &str| Citation {
        date: Date::parse(date),
        ..citation(document, "Guide", &[], 3)
    };
    let new = vec![dated("new.md", "2024-05-01")];
    let copy = citation("copy.md", "Copy", &[], 1);
    let old = vec![dated("<old>.md", "2023"), copy];
    let mut differing = given(Outcome::Found(vec![
        quote("More than 260 <b>sail.", &[], new),
        quote("It carries 240.", &[], old),
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
    assert_eq!(html(differing), [wanted]);
}

#[test]
fn an_abstention_keeps_the_closest_apart_from_an_answer() {
    let reason = Reason::WeakEvidence;
    let declined = |missing, closest| {
        html(given(Outcome::Abstained {
            reason,
            missing,
            doubts: Vec::new(),
            closest,
        }))
    };
    let missing = Missing {
        words: vec!["<fare>".to_owned()],
        ..Missing::default()
    };
    let said = ENGLISH.abstention(reason, &Missing::default());
    let wanted = format!(
        "{said} No document mentions “&lt;fare&gt;”.\n\n<i>{}</i>\n\n<blockquote>It is red.</blockquote>\n1. Guide, <code>a.md:3</code>",
        ENGLISH.closest()
    );
    assert_eq!(declined(missing, vec![guide("It is red.")]), [wanted]);
    assert_eq!(declined(Missing::default(), Vec::new()), [said]);
}

#[test]
fn even_quotes_of_nothing_get_a_word() {
    let (quotes, doubts) = (vec![quote(" ", &[], Vec::new())], Vec::new());
    let declined = ENGLISH.abstention(Reason::WeakEvidence, &Missing::default());
    assert_eq!(found(quotes.clone()), [declined.as_str()]);
    let unsure = given(Outcome::Perhaps { quotes, doubts });
    assert_eq!(html(unsure), [declined]);
    assert_eq!(found(Vec::new()).len(), 1);
}

#[test]
fn corrections_come_first() {
    let mut corrected = given(Outcome::Found(vec![guide("The ferry sails.")]));
    corrected.corrections = vec![("<fery>".to_owned(), "ferry".to_owned())];
    assert!(html(corrected)[0].starts_with("<i>(searched for \u{201c}ferry\u{201d} for \u{201c}&lt;fery&gt;\u{201d})</i>\n\n<blockquote>"));
}

#[test]
fn names_of_documents_are_as_hostile_as_their_text() {
    let source = citation("<x>\n.md", "</blockquote>\u{0}", &["&amp;"], 1);
    let hostile = quote("a <b>& \u{202e}b", &[], vec![source]);
    let wanted = "<blockquote>a &lt;b&gt;&amp; b</blockquote>\n1. &lt;/blockquote&gt; &gt; &amp;amp;, <code>&lt;x&gt; .md:1</code>";
    assert_eq!(found(vec![hostile]), [wanted]);
}

#[test]
fn long_names_are_shortened_and_many_places_counted() {
    let [document, title, heading] = ["d", "t", "h"].map(|letter| letter.repeat(4000));
    let places = (1..=20).map(|line| citation(&document, &title, &[&heading], line));
    let post = found(vec![quote("It sails.", &[], places.collect())]);
    assert_eq!(post.len(), 1);
    assert_eq!(post[0].matches("also in ").count(), 4);
    assert!(post[0].ends_with("\nand in 15 more places"), "{}", post[0]);
}

#[test]
fn a_quote_too_long_for_a_message_is_split_and_its_source_follows_it() {
    let split = found(vec![guide(&"The ferry sails. ".repeat(300))]);
    assert_eq!(split.len(), 2);
    assert!(split[0].ends_with("sails.</blockquote>"));
    assert!(split[1].ends_with("sails.</blockquote>\n1. Guide, <code>a.md:3</code>"));
}

#[test]
fn marks_that_do_not_fit_the_text_mark_nothing() {
    let mut wrong = guide("\u{e9}t\u{e9}");
    wrong.marks = vec![Span { start: 1, end: 2 }, Span { start: 2, end: 99 }];
    assert!(found(vec![wrong])[0].starts_with("<blockquote>\u{e9}t\u{e9}</blockquote>"));
}

#[test]
fn a_title_that_is_the_files_name_is_not_said_twice() {
    let source = citation("guides/ferries.md", "ferries", &["Summer"], 3);
    let wanted = "<blockquote>It sails.</blockquote>\n1. Summer, <code>guides/ferries.md:3</code>";
    assert_eq!(found(vec![quote("It sails.", &[], vec![source])]), [wanted]);
}

#[test]
fn a_source_that_has_no_lines_is_named_by_its_page_and_a_chapter_once() {
    let source = |document: &str, headings: &[&str], locator: Option<Locator>| {
        let citation = Citation {
            line: None,
            locator,
            ..citation(document, "Guide", headings, 1)
        };
        found(vec![quote("It sails.", &[], vec![citation])]).concat()
    };
    let (page, boats) = (Locator::Page(3), Locator::Chapter("Boats".to_owned()));
    for (shown, wanted) in [
        (source("a.pdf", &[], Some(page)), "a.pdf, page 3"),
        (source("a.docx", &["Boats"], None), "a.docx"),
        (source("a.epub", &["Boats"], Some(boats.clone())), "a.epub"),
        (source("a.epub", &[], Some(boats)), "a.epub, chapter Boats"),
    ] {
        let wanted = format!("<code>{wanted}</code>");
        assert!(shown.ends_with(&wanted), "{shown}");
    }
}
