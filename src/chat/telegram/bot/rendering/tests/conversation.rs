//! What a conversation adds to answers: what a follow-up was taken for, further
//! quotes, what stands around one, and a quote sent elsewhere.

use super::*;
use crate::answer::{Extent, Shown};
use crate::chat::conversation::Nothing;

#[test]
fn a_question_of_a_conversation_is_shown_as_it_was_searched_for() {
    let answer = Said::Answer {
        answer: given(Outcome::Found(vec![guide("It sails at nine.")])),
        searched_for: Some("When does the <ferry> sail in winter?".to_owned()),
        instead: Vec::new(),
    };
    let wanted = "<i>(searched for “When does the &lt;ferry&gt; sail in winter?”)</i>\n\n<blockquote>It sails at nine.</blockquote>\n1. Guide, <code>a.md:3</code>";
    assert_eq!(shown_as(&answer), [wanted]);
}

#[test]
fn further_quotes_are_counted_on_and_those_of_no_answer_kept_apart() {
    let more = |grade| Said::More {
        question: "When?".to_owned(),
        first: 4,
        quotes: vec![guide("At noon.")],
        grade,
    };
    let quoted = "<blockquote>At noon.</blockquote>\n4. Guide, <code>a.md:3</code>";
    let head = "<i>(searched for “When?”)</i>\n\n";
    assert_eq!(shown_as(&more(Grade::Found)), [format!("{head}{quoted}")]);
    let unsure = format!("{head}<i>{}</i>\n\n{quoted}", ENGLISH.unsure());
    assert_eq!(shown_as(&more(Grade::Perhaps)), [unsure]);
    let apart = format!("{head}<i>{}</i>\n\n{quoted}", ENGLISH.closest());
    assert_eq!(shown_as(&more(Grade::Abstained)), [apart]);
}

#[test]
fn what_stands_around_a_quote_has_its_paragraphs_and_the_quote_in_bold() {
    let sentence = |reading: &str, is_quote, opens| Shown {
        is_code: reading.starts_with("ferry "),
        reading: reading.to_owned(),
        is_quote,
        opens,
    };
    let excerpt = Excerpt {
        citation: citation("a.md", "Guide", &[], 3),
        span: Span { start: 0, end: 1 },
        text: String::new(),
        line: Some(2),
        sentences: vec![
            sentence("One.", false, true),
            sentence("Two <b>.", true, false),
            sentence("Three:", false, true),
            sentence("ferry --late\n  --slow", false, true),
            sentence("Four.", false, true),
        ],
    };
    let around = Said::Excerpt {
        number: 2,
        extent: Extent::Context,
        excerpt,
    };
    let wanted = "<i>Quote 2 in its context:</i>\n\n<blockquote>One. <b>Two &lt;b&gt;.</b>\n\nThree:</blockquote>\n<pre>ferry --late\n  --slow</pre>\n<blockquote>Four.</blockquote>\nGuide, <code>a.md:3</code>";
    assert_eq!(shown_as(&around), [wanted]);
    let nothing = Said::Nothing(Nothing::NoMore);
    assert_eq!(shown_as(&nothing), [Nothing::NoMore.told(ENGLISH)]);
}

#[test]
fn a_card_holds_the_question_and_the_quote_in_one_message() {
    let long = "A word too many. ".repeat(1000);
    let answer = Answer {
        question: "When <b>?".to_owned(),
        ..given(Outcome::Found(vec![guide(&long)]))
    };
    let post = card(ENGLISH, &answer, 0).unwrap();
    assert!(post.html.starts_with("<b>When &lt;b&gt;?</b>"));
    assert!(post.plain.encode_utf16().count() <= 4096);
}
