//! Whatever the text, it stays in its place and within every limit.

mod properties;

use super::*;
use crate::chat::telegram::bot::fuzzing::check;

fn block(quoted: bool, runs: &[(impl AsRef<str>, Style)]) -> Block {
    let mut block = Block {
        quoted,
        ..Block::default()
    };
    for (text, style) in runs {
        block.push(text.as_ref(), *style);
    }
    block
}

fn quotation(text: &str) -> Section {
    vec![block(true, &[(text, Style::Plain)])]
}

/// What each message would show, checked against every limit.
fn shown(sections: Vec<Section>) -> Vec<String> {
    let posts = posts(sections);
    check(&posts);
    posts.into_iter().map(|post| post.plain).collect()
}

#[test]
fn styles_become_tags_and_sections_stand_apart() {
    let quote = block(
        true,
        &[
            ("The ", Style::Plain),
            ("ferry", Style::Bold),
            (" sails.", Style::Plain),
        ],
    );
    let mut source = block(
        false,
        &[
            ("1. Harbour, ", Style::Plain),
            ("ferries.md:3", Style::Code),
        ],
    );
    source.end_line();
    let note = vec![block(false, &[("a note", Style::Italic)])];
    let one = posts(vec![note, vec![quote, source]]);
    assert_eq!(one.len(), 1);
    assert_eq!(
        one[0].html,
        "<i>a note</i>\n\n<blockquote>The <b>ferry</b> sails.</blockquote>\n1. Harbour, <code>ferries.md:3</code>"
    );
    check(&one);
}

#[test]
fn text_cannot_leave_its_place() {
    let hostile = "</b></blockquote><a href=\"tg://user?id=1\">x</a> &lt; \u{0}\u{1b}[31m\u{202e}eno\u{2066}\u{feff} a\r\nb\u{2028}c\u{85}d";
    let one = posts(vec![vec![block(true, &[(hostile, Style::Bold)])]]);
    let wanted = "<blockquote><b>&lt;/b&gt;&lt;/blockquote&gt;&lt;a href=\"tg://user?id=1\"&gt;x&lt;/a&gt; &amp;lt; [31meno a  b c d</b></blockquote>";
    assert_eq!(one[0].html, wanted);
}

#[test]
fn nothing_to_show_is_no_message() {
    assert!(posts(vec![]).is_empty());
    assert!(posts(vec![quotation(" \u{0}\u{202e}\n"), vec![Block::default()]]).is_empty());
}

#[test]
fn a_message_of_exactly_the_limit_is_whole_and_one_more_is_split() {
    // It counts twice, and is never cut.
    let astral = "\u{1f6a2}".repeat(2048);
    for (text, wanted) in [
        ("a".repeat(4096), &[4096_usize][..]),
        ("a".repeat(4097), &[4096, 1]),
        (format!("a{astral}"), &[4095, 2]),
        (astral, &[4096]),
    ] {
        let split = shown(vec![quotation(&text)]);
        let lengths: Vec<usize> = split.iter().map(|part| units(part)).collect();
        assert_eq!(lengths, wanted);
    }
}

#[test]
fn a_split_prefers_the_end_of_a_sentence_then_of_a_word() {
    let sentences = format!("{}. {}", "a ".repeat(1500).trim_end(), "b ".repeat(1000));
    let split = shown(vec![quotation(&sentences)]);
    assert!(split[0].ends_with("a a.") && split[1].starts_with("b b"));
    let words = shown(vec![quotation(&"ferry ".repeat(1000))]);
    let words: Vec<&str> = words.iter().flat_map(|part| part.split(' ')).collect();
    assert_eq!(words, ["ferry"; 1000]);
}

#[test]
fn styles_go_on_across_a_split_and_long_quotations_fold() {
    let bold = posts(vec![vec![block(true, &[(&"a".repeat(5000), Style::Bold)])]]);
    let rest = "a".repeat(904);
    let wanted = format!("<blockquote expandable><b>{rest}</b></blockquote>");
    assert_eq!(bold[1].html, wanted);
}

#[test]
fn more_styled_parts_than_allowed_are_split() {
    let runs = [("ferry", Style::Bold), (" and ", Style::Plain)].repeat(250);
    let split = shown(vec![vec![block(true, &runs)]]);
    assert_eq!(split.len(), 3);
    assert_eq!(split.concat().matches("ferry").count(), 250);
}

#[test]
fn a_section_that_fits_one_message_is_not_torn() {
    let section = |letter: &str| {
        vec![
            block(true, &[(&letter.repeat(2000), Style::Plain)]),
            block(false, &[(&letter.repeat(500), Style::Plain)]),
        ]
    };
    let whole = |letter: &str| [letter.repeat(2000), letter.repeat(500)].join("\n");
    let split = shown(vec![section("a"), section("b")]);
    assert_eq!(split, ["a", "b"].map(whole));
    let short = vec![block(false, &[("c", Style::Plain)])];
    assert_eq!(shown(vec![section("a"), short]).len(), 1);
}
