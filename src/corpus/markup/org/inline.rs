//! Markup within the lines of Org.

use crate::corpus::markup::inline::{Content, Element, Mark, starts_word, until};

pub(super) const MARKS: &[Mark] = &[
    Mark::apart("*", Content::Text),
    Mark::apart("/", Content::Text),
    Mark::apart("_", Content::Text),
    Mark::apart("=", Content::Code),
    Mark::apart("~", Content::Code),
    Mark::apart("+", Content::Hidden),
];

/// The element at the byte `at` of `text`.
pub(super) fn element(text: &str, at: usize) -> Option<Element> {
    let rest = &text[at..];
    match rest.as_bytes().first()? {
        b'[' if rest.starts_with("[[") => link(text, at),
        b'[' if rest.starts_with("[fn:") => {
            let close = until(text, at, "]")?;
            // "[fn:1: text]" and "[fn:: text]" have their text in themselves.
            let label = text[at + 4..close].find(':');
            match label.map(|label| at + 4 + label + 1) {
                Some(start) => {
                    let start = close - text[start..close].trim_start().len();
                    Element::of(close + 1, start..close, Content::Note)
                }
                None => Element::hidden(at, close + 1),
            }
        }
        b'[' if rest.starts_with("[cite") => Element::hidden(at, until(text, at, "]")? + 1),
        b'[' => {
            let close = until(text, at, "]")?;
            let inside = &text[at + 1..close];
            if is_time(inside) {
                return Element::of(close + 1, at + 1..close, Content::Code);
            }
            // How much of a list is done: "[2/3]", "[66%]".
            let is_sign = |c: char| matches!(c, '/' | '%');
            let is_done = inside.contains(is_sign)
                && inside.chars().all(|c| c.is_ascii_digit() || is_sign(c));
            is_done.then(|| Element::hidden(at, close + 1))?
        }
        b'<' if rest.starts_with("<<<") => Element::between(text, at, "<<<", ">>>", Content::Text),
        b'<' if rest.starts_with("<<") => Element::hidden(at, until(text, at, ">>")? + 2),
        b'<' => {
            let close = until(text, at, ">")?;
            let inside = &text[at + 1..close];
            let is_shown = is_time(inside) || inside.contains("://") && !inside.contains(' ');
            is_shown.then(|| Element::of(close + 1, at + 1..close, Content::Code))?
        }
        b'@' if rest.starts_with("@@") => Element::hidden(at, until(text, at + 2, "@@")? + 2),
        b'{' if rest.starts_with("{{{") => Element::hidden(at, until(text, at, "}}}")? + 3),
        b'^' if rest[1..].starts_with('{') => {
            Element::between(text, at, "^{", "}", Content::Raised)
        }
        b'_' if rest[1..].starts_with('{') => Element::between(text, at, "_{", "}", Content::Text),
        b'\\' if rest == "\\\\" || rest.starts_with("\\\\\n") => Element::hidden(at, at + 2),
        b's' if rest.starts_with("src_") && starts_word(text, at) => {
            let open = until(text, at, "{")?;
            let close = until(text, open, "}")?;
            (!text[at..open].contains(char::is_whitespace))
                .then(|| Element::of(close + 1, open + 1..close, Content::Code))?
        }
        _ => None,
    }
}

/// "[[target][text]]" or "[[target]]"; what leads to a picture says nothing.
fn link(text: &str, at: usize) -> Option<Element> {
    let close = until(text, at, "]]")?;
    let inside = &text[at + 2..close];
    if let Some(apart) = inside.find("][") {
        return Element::of(close + 2, at + 2 + apart + 2..close, Content::Text);
    }
    let pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg"];
    let name = inside.to_ascii_lowercase();
    if pictures.iter().any(|ending| name.ends_with(ending)) {
        return Element::hidden(at, close + 2);
    }
    let kinds = ["file:", "mailto:", "id:", "#", "*"];
    let kind = kinds.iter().find(|kind| inside.starts_with(**kind));
    let target = at + 2 + kind.map_or(0, |kind| kind.len());
    Element::of(close + 2, target..close, Content::Code)
}

/// Whether a text begins as a time does: "2024-05-01 Wed".
fn is_time(text: &str) -> bool {
    let day = text.as_bytes().get(..10);
    day.is_some_and(|day| {
        day.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    })
}
