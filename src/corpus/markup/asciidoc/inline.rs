//! Markup within the lines of `AsciiDoc`.

use std::collections::HashMap;

use crate::corpus::is_one_of;
use crate::corpus::markup::inline::{Content, Element, Mark, starts_word, until};

pub(super) const MARKS: &[Mark] = &[
    Mark::free("**", Content::Text),
    Mark::free("__", Content::Text),
    Mark::free("``", Content::Code),
    Mark::free("##", Content::Text),
    Mark::free("+++", Content::Code),
    Mark::free("++", Content::Code),
    Mark::free("^", Content::Raised),
    Mark::free("~", Content::Text),
    Mark::apart("*", Content::Text),
    Mark::apart("_", Content::Text),
    Mark::apart("`", Content::Code),
    Mark::apart("#", Content::Text),
    Mark::apart("+", Content::Code),
];

/// What names between braces stand for in every document.
const CHARACTERS: [(&str, &str); 14] = [
    ("empty", ""),
    ("sp", " "),
    ("nbsp", " "),
    ("zwsp", ""),
    ("apos", "'"),
    ("quot", "\""),
    ("plus", "+"),
    ("asterisk", "*"),
    ("backslash", "\\"),
    ("backtick", "`"),
    ("startsb", "["),
    ("endsb", "]"),
    ("vbar", "|"),
    ("cpp", "C++"),
];

/// Macros whose text is read, before a target.
const LINKS: &str = "link:|xref:|mailto:|https:|http:|ftp:|irc:|indexterm2:|file:";
/// Macros whose text is read as it is written.
const LITERAL: &str = "kbd:|btn:|pass:|stem:|latexmath:";
/// Macros of which nobody reads anything.
const HIDDEN: &str = "image:|icon:|indexterm:|anchor:|footnoteref:|footnote:";

/// The element at the byte `at` of `text`, where names between braces stand for `attributes`.
pub(super) fn element(
    text: &str,
    at: usize,
    attributes: &HashMap<String, String>,
) -> Option<Element> {
    let rest = &text[at..];
    match rest.as_bytes().first()? {
        b'\\' => {
            let is_mark =
                rest[1..].starts_with(['*', '_', '`', '#', '{', '<', '[', '^', '~', '+', '(']);
            is_mark.then(|| Element::of(at + 2, at + 1..at + 2, Content::Code))?
        }
        b'<' if rest.starts_with("<<") => {
            let close = until(text, at, ">>")?;
            let comma = text[at..close].find(',');
            let shown = comma.map_or(at + 2, |comma| at + comma + 1);
            Element::of(close + 2, shown..close, Content::Text)
        }
        b'{' => attribute(text, at, attributes),
        b'`' if rest.starts_with("`+") => Element::between(text, at, "`+", "+`", Content::Code),
        // The line ends here when it is shown.
        b' ' if rest.starts_with(" +\n") => Element::hidden(at, at + 2),
        b'[' if rest.starts_with("[[") => Element::hidden(at, until(text, at, "]]")? + 2),
        b'[' => styled(text, at),
        b'(' if rest.starts_with("(((") => Element::hidden(at, until(text, at, ")))")? + 3),
        b'(' if rest.starts_with("((") => Element::between(text, at, "((", "))", Content::Text),
        _ if starts_word(text, at) => named(text, at),
        _ => None,
    }
}

fn attribute(text: &str, at: usize, attributes: &HashMap<String, String>) -> Option<Element> {
    let close = until(text, at, "}")?;
    let name = &text[at + 1..close];
    let known = CHARACTERS.iter().find(|(own, _)| *own == name);
    let said = match known {
        Some((_, said)) => (*said).to_owned(),
        None => attributes.get(&name.to_ascii_lowercase())?.clone(),
    };
    let mut element = Element::of(close + 1, close..close, Content::Code)?;
    element.said = Some(said);
    Some(element)
}

/// A part in a style of its own: "[.line-through]#old#".
fn styled(text: &str, at: usize) -> Option<Element> {
    let close = until(text, at, "]")?;
    let mark = text[close + 1..].chars().next()?;
    if !matches!(mark, '#' | '*' | '_' | '`') || text[at..close].contains(char::is_whitespace) {
        return None;
    }
    let style = &text[at..close];
    if style.contains("line-through") || style.contains("strike") || style == "[.del" {
        let marked = &text[close + 1..];
        let marks = marked.len() - marked.trim_start_matches(mark).len();
        let mark = &marked[..marks.min(2)];
        let end = until(text, close + 1 + mark.len(), mark)?;
        return Element::hidden(at, end + mark.len());
    }
    Element::hidden(at, close + 1)
}

/// A macro: its name, a target, and a text between brackets.
fn named(text: &str, at: usize) -> Option<Element> {
    let rest = &text[at..];
    let mut letters = rest.bytes().take(14);
    let colon = letters.position(|b| !b.is_ascii_alphanumeric());
    let colon = colon.filter(|&end| rest.as_bytes()[end] == b':')?;
    let name = &rest[..=colon];
    let kinds = [LINKS, LITERAL, HIDDEN, "menu:"];
    if !kinds.iter().any(|names| is_one_of(names, name)) {
        return None;
    }
    let is_menu = name == "menu:";
    let target = at + colon + 1;
    let open = target
        + text[target..text.floor_char_boundary(target + 1000)]
            .find(|c: char| c == '[' || (c.is_whitespace() && !is_menu) || c == '\n')?;
    if !text[open..].starts_with('[') {
        return None;
    }
    let close = closing(text, open)?;
    let inside = &text[open + 1..close];
    match name {
        "menu:" => {
            let mut element = Element::of(close + 1, close..close, Content::Code)?;
            element.said = Some(format!("{} > {inside}", &text[target..open]));
            return Some(element);
        }
        // One without a text refers to another.
        "footnote:" if !inside.is_empty() => {
            return Element::of(close + 1, open + 1..close, Content::Note);
        }
        _ if is_one_of(LITERAL, name) => {
            return Element::of(close + 1, open + 1..close, Content::Code);
        }
        _ if is_one_of(HIDDEN, name) => return Element::hidden(at, close + 1),
        _ => {}
    }
    // What follows a comma may say how the link is shown: "text,window=_blank".
    let shown = match inside.find(',') {
        Some(comma) if inside[comma..].contains('=') => &inside[..comma],
        _ => inside,
    };
    let shown = shown.trim_end_matches('^').trim_end();
    let is_named = matches!(name, "link:" | "xref:" | "mailto:");
    let own = if is_named { target } else { at };
    if shown.is_empty() || (shown.contains('=') && !shown.contains(' ')) {
        return Element::of(close + 1, own..open, Content::Code);
    }
    let is_quoted = shown.len() > 2 && shown.starts_with('"') && shown.ends_with('"');
    let (start, end) = (open + 1, open + 1 + shown.len());
    let mark = usize::from(is_quoted);
    Element::of(close + 1, start + mark..end - mark, Content::Text)
}

/// Where the bracket that opens at `open` closes, over brackets within it.
fn closing(text: &str, open: usize) -> Option<usize> {
    let near = text.floor_char_boundary(open + 2000);
    let mut depth = 0_usize;
    for (at, byte) in text[open..near].bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(open + at);
                }
            }
            _ => {}
        }
    }
    None
}
