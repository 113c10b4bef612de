//! Answers that Quoth is not sure of.

use super::*;
use crate::chat::samples::doubt;

fn perhaps(quotes: Vec<Quote>, doubts: Vec<Doubt>) -> Vec<String> {
    html(given(Outcome::Perhaps { quotes, doubts }))
}

fn at(reading: &str, line: usize) -> Quote {
    let source = citation("ferries.md", "Guide", &[], line);
    quote(reading, &["sails"], vec![source])
}

#[test]
fn an_answer_that_may_be_wrong_says_so_before_its_quotes() {
    let wanted = "<i>I am not sure; this may be it:</i>\n\n\
        <blockquote>It <b>sails</b> at nine.</blockquote>\n\
        1. Guide, <code>ferries.md:3</code>";
    let quotes = vec![at("It sails at nine.", 3)];
    assert_eq!(perhaps(quotes, Vec::new()), [wanted]);
}

#[test]
fn what_speaks_against_the_first_quote_stands_under_it() {
    let wanted = "<i>I am not sure; this may be it:</i>\n\n\
        <blockquote>The Aurora <b>sails</b> at nine.</blockquote>\n\
        1. Guide, <code>ferries.md:3</code>\n\
        It is about the &lt;Aurora&gt;, not the Bor&amp;ealis.\n\n\
        <blockquote>It <b>sails</b> at noon.</blockquote>\n\
        2. <code>ferries.md:4</code>";
    let quotes = vec![
        at("The Aurora sails at nine.", 3),
        at("It sails at noon.", 4),
    ];
    let first = doubt("the Bor&ealis", Some("the <Aurora>"));
    let doubts = vec![first, doubt("winter", None)];
    assert_eq!(perhaps(quotes, doubts), [wanted]);
}
