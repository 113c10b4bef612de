//! Whatever the text, it stays in its place and within every limit.

mod properties;

use super::*;
use crate::chat::telegram::bot::fuzzing::check;

fn block(quoted: bool, runs: &[(impl AsRef<str>, Style)]) -> Block {
    let mut block = if quoted {
        Block::quotation()
    } else {
        Block::default()
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
    assert_eq!(
        one[0].plain,
        "a note\n\nThe ferry sails.\n1. Harbour, ferries.md:3"
    );
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
fn a_long_quotation_folds() {
    let folded = posts(vec![quotation(&"river ".repeat(80))]);
    assert!(folded[0].html.starts_with("<blockquote expandable>river"));
}

#[test]
fn a_message_of_exactly_the_limit_is_whole_and_one_more_is_split() {
    assert_eq!(shown(vec![quotation(&"a".repeat(4096))]).len(), 1);
    let two = shown(vec![quotation(&"a".repeat(4097))]);
    assert_eq!(two.iter().map(String::len).collect::<Vec<_>>(), [4096, 1]);
}

#[test]
fn an_astral_character_counts_twice_and_is_never_cut() {
    assert_eq!(shown(vec![quotation(&"\u{1f6a2}".repeat(2048))]).len(), 1);
    let split = shown(vec![quotation(&format!("a{}", "\u{1f6a2}".repeat(2048)))]);
    assert_eq!(
        split.iter().map(|text| units(text)).collect::<Vec<_>>(),
        [4095, 2]
    );
}

#[test]
fn a_split_prefers_the_end_of_a_sentence_then_of_a_word() {
    let sentences = format!("{}. {}", "a ".repeat(1500).trim_end(), "b ".repeat(1000));
    let split = shown(vec![quotation(&sentences)]);
    assert!(split[0].ends_with("a a.") && split[1].starts_with("b b"));
    let words = shown(vec![quotation(&"ferry ".repeat(1000))]);
    assert!(
        words
            .iter()
            .all(|part| part.starts_with("ferry") && part.ends_with("ferry"))
    );
    assert_eq!(
        words
            .iter()
            .map(|part| part.split(' ').count())
            .sum::<usize>(),
        1000
    );
}

#[test]
fn styles_go_on_across_a_split() {
    let bold = posts(vec![vec![block(true, &[(&"a".repeat(5000), Style::Bold)])]]);
    assert_eq!(
        bold[1].html,
        format!(
            "<blockquote expandable><b>{}</b></blockquote>",
            "a".repeat(904)
        )
    );
}

#[test]
fn more_styled_parts_than_allowed_are_split() {
    let runs: Vec<_> = (0..250)
        .flat_map(|_| [("ferry", Style::Bold), (" and ", Style::Plain)])
        .collect();
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
    let split = shown(vec![section("a"), section("b")]);
    assert_eq!(
        split,
        [
            format!("{0}\n{1}", "a".repeat(2000), "a".repeat(500)),
            format!("{0}\n{1}", "b".repeat(2000), "b".repeat(500))
        ]
    );
    let both = shown(vec![
        section("a"),
        vec![block(false, &[("c", Style::Plain)])],
    ]);
    assert_eq!(both.len(), 1);
}
