//! Citation marks: "\[3\]", or ":12-14" for pages. They stand after the full stop of the sentence they
//! belong to.

use super::marks::{is_closing, is_terminator};

/// Most bytes of a citation mark, without its brackets or colon.
const LONGEST: usize = 20;

/// The text without the citation mark at its start.
pub(super) fn skip(text: &str) -> Option<&str> {
    skip_bracket(text).or_else(|| skip_pages(text))
}

/// The text without the citation mark, and the white space before it, at its end.
pub(super) fn strip(text: &str) -> Option<&str> {
    strip_bracket(text).or_else(|| strip_pages(text))
}

fn skip_bracket(text: &str) -> Option<&str> {
    let inside = text.trim_start().strip_prefix('[')?;
    let near = &inside[..inside.floor_char_boundary(LONGEST + 1)];
    let (label, _) = near.split_once(']')?;
    is_label(label).then(|| &inside[label.len() + 1..])
}

fn strip_bracket(text: &str) -> Option<&str> {
    let inside = text.strip_suffix(']')?;
    let near = &inside[inside.ceil_char_boundary(inside.len().saturating_sub(LONGEST + 1))..];
    let (_, label) = near.rsplit_once('[')?;
    is_label(label).then(|| inside[..inside.len() - label.len() - 1].trim_end())
}

/// "3", "3, 4", "note 2", "b", "citation needed".
fn is_label(label: &str) -> bool {
    let is_letter = label.len() == 1 && label.as_bytes()[0].is_ascii_alphabetic();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '–');
    let is_number = label.contains(|c: char| c.is_ascii_digit()) && label.chars().all(is_plain);
    is_letter || is_number || label == "citation needed"
}

fn skip_pages(text: &str) -> Option<&str> {
    let pages = text.strip_prefix([':', '：'])?;
    let rest = pages.trim_start_matches(is_of_pages);
    let length = pages.len() - rest.len();
    (pages.starts_with(|c: char| c.is_ascii_digit()) && length <= LONGEST).then_some(rest)
}

fn strip_pages(text: &str) -> Option<&str> {
    let pages = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    let colon = pages.len() - pages.trim_start_matches(|c| !matches!(c, ':' | '：')).len();
    let cited = &text[..text.len() - pages.len() + colon];
    let is_mark = skip_pages(&pages[colon..]) == Some("");
    (is_mark && cited.ends_with(|c| is_terminator(c) || is_closing(c))).then_some(cited)
}

/// Page numbers, ranges and volumes: "2–10:79".
fn is_of_pages(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | ':' | '-' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citation_marks_are_told_from_other_brackets() {
        let marks = "[3]| [12, 13]|[note 2]|[b]|[citation needed]|:12-14|:2–10:79";
        for mark in marks.split('|') {
            assert_eq!(skip(&format!("{mark} Then")), Some(" Then"), "{mark}");
            let cited = format!("It sank.{mark}");
            assert_eq!(strip(&cited), Some("It sank."), "{mark}");
        }
        let others = "[…] Then|[the ferry] Then|[3.] Then|[3|(3) Then|: 3|3|[|";
        for other in others.split('|') {
            assert_eq!(skip(other), None, "{other}");
        }
        let others = "[…]|a ferry [the old one]|the [3.]|3]|(3)|at 5:30|]|:|";
        for other in others.split('|') {
            assert_eq!(strip(other), None, "{other}");
        }
    }
}
