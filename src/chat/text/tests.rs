//! Answers as people see them on a terminal.

use super::*;
use crate::chat::samples::{declined, doubt, given, perhaps, quote};
use crate::corpus::Span;

const ENGLISH: Wording = Wording::ENGLISH;

fn columns(width: usize) -> Screen {
    Screen {
        wording: ENGLISH,
        width,
    }
}

fn quotes() -> Vec<Quote> {
    vec![
        quote("The Aurora sails at nine.", 3),
        quote("It sails at noon.", 4),
    ]
}

fn shown(outcome: Outcome, width: usize) -> String {
    anstream::adapter::strip_str(&answer(&given(outcome), columns(width))).to_string()
}

fn replied(said: &Said) -> String {
    anstream::adapter::strip_str(&reply(said, columns(80))).to_string()
}

const PLAIN: &str = "1. The Aurora sails at nine.
   Guide, ferries.md:3
2. It sails at noon.
   ferries.md:4
";

#[test]
fn an_answer_that_may_be_wrong_says_so_before_its_quotes() {
    let wanted = format!("I am not sure; this may be it:\n{PLAIN}");
    assert_eq!(shown(perhaps(quotes(), Vec::new()), 80), wanted);
    assert_eq!(shown(Outcome::Found(quotes()), 80), PLAIN);
}

#[test]
fn what_speaks_against_the_first_quote_stands_under_it() {
    let doubts = vec![
        doubt("the Borealis", Some("the Aurora")),
        doubt("winter", None),
    ];
    let wanted = "I am not sure; this may be it:
1. The Aurora sails at nine.
   Guide, ferries.md:3
   It is about the Aurora, not the Borealis.
2. It sails at noon.
   ferries.md:4
";
    assert_eq!(shown(perhaps(quotes(), doubts), 80), wanted);
}

#[test]
fn a_doubt_is_wrapped_and_made_printable() {
    let doubts = vec![doubt("the Bor\u{1b}ealis", None)];
    let narrow = shown(perhaps(quotes(), doubts), 20);
    assert!(
        narrow.contains("It does not\n   mention the\n   Bor\u{fffd}ealis.\n"),
        "{narrow}"
    );
    assert!(
        narrow.lines().all(|line| line.chars().count() <= 20),
        "{narrow}"
    );
}

#[test]
fn a_quote_does_not_turn_its_line_around() {
    let quotes = vec![quote("It sails at \u{202e}enin.", 3)];
    let wanted = "1. It sails at enin.\n   Guide, ferries.md:3\n";
    assert_eq!(shown(Outcome::Found(quotes), 80), wanted);
}

/// A quote that announces what stands after it.
fn announcing(reading: &str, kind: BlockKind, more: usize) -> Quote {
    let after = Neighbour {
        line: Some(5),
        span: Span { start: 2, end: 3 },
        text: reading.to_owned(),
        reading: reading.to_owned(),
        kind,
        more,
    };
    Quote {
        after: Some(after),
        ..quote("It has:", 3)
    }
}

#[test]
fn lists_and_code_stand_on_lines_of_their_own() {
    let items = announcing("a compass of brass\na map", BlockKind::Item, 2);
    let wanted = "1. It has:\n   - a compass of\n     brass\n   - a map\n   … and 2 more\n   Guide,\n     ferries.md:3\n";
    assert_eq!(shown(Outcome::Found(vec![items]), 17), wanted);
    let code = announcing("go --boat heron\n  --fast", BlockKind::Code, 0);
    let wanted = "1. It has:\n     go --boat heron\n       --fast\n   Guide,\n     ferries.md:3\n";
    assert_eq!(shown(Outcome::Found(vec![code]), 17), wanted);
    let quoted = Quote {
        kind: BlockKind::Code,
        ..quote("go --boat heron\n  --fast", 3)
    };
    let wanted = "1. go --boat heron\n     --fast\n   Guide,\n     ferries.md:3\n";
    assert_eq!(shown(Outcome::Found(vec![quoted]), 17), wanted);
}

#[test]
fn further_quotes_are_headed_by_how_sure_the_answer_was() {
    let more = |grade| {
        replied(&Said::More {
            question: "When?".to_owned(),
            first: 3,
            quotes: vec![quote("It also sails at ten.", 5)],
            grade,
        })
    };
    let quoted = "3. It also sails at ten.\n   Guide, ferries.md:5\n";
    let asked = "(searched for “When?”)\n";
    assert_eq!(more(Grade::Found), format!("{asked}{quoted}"));
    let unsure = format!("{asked}{}\n{quoted}", ENGLISH.unsure());
    assert_eq!(more(Grade::Perhaps), unsure);
    let closest = format!("{asked}{}\n{quoted}", ENGLISH.closest());
    assert_eq!(more(Grade::Abstained), closest);
}

#[test]
fn what_stands_closest_is_kept_apart() {
    let wanted = format!(
        "I find no answer to that in the documents.\n{}\n{PLAIN}",
        ENGLISH.closest()
    );
    assert_eq!(shown(declined(quotes()), 80), wanted);
}

#[test]
fn what_is_told_of_a_document_is_not_told_again_under_the_next_quote() {
    let first = Citation {
        headings: vec!["Times".to_owned()],
        ..quote("It sails at nine.", 3).citations.remove(0)
    };
    let told = |change: fn(&mut Citation)| {
        let mut citation = first.clone();
        change(&mut citation);
        source(&citation, Some(&first))
    };
    assert_eq!(told(|next| next.line = Some(5)), "ferries.md:5");
    let under = told(|next| next.headings = vec!["Prices".to_owned()]);
    assert_eq!(under, "Prices, ferries.md:3");
    let other = told(|next| next.document = "tides.md".to_owned());
    assert_eq!(other, "Guide > Times, tides.md:3");
}

#[test]
fn where_there_is_no_answer_questions_with_one_stand_below() {
    let shown = replied(&Said::Answer {
        answer: given(declined(Vec::new())),
        searched_for: None,
        instead: vec!["When does it sail?".to_owned()],
    });
    let wanted = format!("{}\n- When does it sail?\n", ENGLISH.instead());
    assert!(shown.ends_with(&wanted), "{shown}");
}
