//! Markup within the lines of reStructuredText.

use std::collections::HashMap;

use crate::corpus::markup::inline::{Content, Element, Mark, starts_word, until};

pub(super) const MARKS: &[Mark] = &[
    Mark::apart("``", Content::Code),
    Mark::apart("**", Content::Text),
    Mark::apart("*", Content::Text),
];

/// Roles whose text is raised above the line.
const RAISED: [&str; 2] = ["sup", "superscript"];
/// Roles whose text nobody reads.
const HIDDEN: [&str; 4] = ["del", "strike", "raw-html", "index"];

/// Roles that write something before their text.
const NUMBERED: [(&str, &str); 2] = [("pep", "PEP "), ("rfc", "RFC ")];
/// Roles whose text may begin with a full stop; before names it says where these are looked up.
const DOTTED: [&str; 4] = ["file", "samp", "code", ""];

/// The element at the byte `at` of `text`, where names between bars stand for `substitutions`.
pub(super) fn element(
    text: &str,
    at: usize,
    substitutions: &HashMap<String, String>,
) -> Option<Element> {
    let rest = &text[at..];
    match rest.as_bytes().first()? {
        b'\\' => escaped(rest, at),
        b'`' if !rest.starts_with("``") && starts_word(text, at) => quoted(text, at, ""),
        b':' if starts_word(text, at) => {
            let end = role(&rest[1..])?;
            let name = &rest[1..=end];
            let content = at + end + 2;
            let name = name.rsplit(':').next().unwrap_or_default();
            text[content..]
                .starts_with('`')
                .then(|| quoted(text, content, name))?
        }
        b'[' if starts_word(text, at) => note(text, at),
        b'|' if starts_word(text, at) => substitution(text, at, substitutions),
        // "word_" refers to a place.
        b'_' => {
            let before = text[..at].chars().next_back();
            let marks = rest.bytes().take(3).take_while(|b| *b == b'_').count();
            let after = rest[marks..].chars().next();
            let refers = marks <= 2
                && before.is_some_and(char::is_alphanumeric)
                && after.is_none_or(|c| !c.is_alphanumeric())
                && !is_in_name(&text[..at]);
            refers.then(|| Element::hidden(at, at + marks))?
        }
        _ => None,
    }
}

/// Whether the word before ends a name of a program, in which underscores stand anyway.
fn is_in_name(before: &str) -> bool {
    let word = before.trim_end_matches(char::is_alphanumeric);
    word.ends_with('_')
}

/// A character after a backslash is that character; a space, nothing.
fn escaped(rest: &str, at: usize) -> Option<Element> {
    let next = rest[1..].chars().next()?;
    let end = at + 1 + next.len_utf8();
    if next.is_whitespace() {
        Element::hidden(at, end)
    } else {
        Element::of(end, at + 1..end, Content::Code)
    }
}

/// Bytes of the name of a role up to the colon that ends it: "ref", "py:func".
fn role(rest: &str) -> Option<usize> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | ':');
    let end = rest.find(|c| !is_name(c))?;
    let name = rest[..end].strip_suffix(':')?;
    (!name.is_empty() && !name.starts_with(':')).then_some(name.len())
}

/// What stands between backquotes at `at`, perhaps after a role.
fn quoted(text: &str, at: usize, role: &str) -> Option<Element> {
    let mut close = until(text, at + 1, "`")?;
    while text[..close].ends_with('\\') {
        close = until(text, close + 1, "`")?;
    }
    let inside = &text[at + 1..close];
    if inside.is_empty() || inside.starts_with(char::is_whitespace) {
        return None;
    }
    let after = &text[close + 1..];
    let end = close + 1 + (after.len() - after.trim_start_matches('_').len()).min(2);
    // "text <target>", of which the text is read.
    let titled = inside.ends_with('>').then(|| inside.rfind('<')).flatten();
    let shown = match titled {
        Some(0) => 1..inside.len() - 1,
        Some(target) => 0..inside[..target].trim_end().len(),
        // "!" and "~" say how a name is shown: as it is, or its last part.
        None if inside.starts_with('~') && !inside.contains('/') => {
            let last = inside.rfind('.').map_or(1, |dot| dot + 1);
            last..inside.len()
        }
        None => {
            let is_sign =
                inside.starts_with('!') || inside.starts_with('.') && !DOTTED.contains(&role);
            usize::from(is_sign)..inside.len()
        }
    };
    let shown = at + 1 + shown.start..at + 1 + shown.end;
    let content = match role {
        role if RAISED.contains(&role) => Content::Raised,
        role if HIDDEN.contains(&role) => Content::Hidden,
        _ => Content::Code,
    };
    let lead = NUMBERED
        .iter()
        .find(|(name, _)| *name == role && titled.is_none());
    let mut element = Element::of(end, shown, content)?;
    element.said = lead.map(|(_, lead)| (*lead).to_owned());
    Some(element)
}

/// The mark of a footnote or of a source: "[1]_", "[#]_", "[Lee24]_".
fn note(text: &str, at: usize) -> Option<Element> {
    let rest = &text[at + 1..];
    let length =
        rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '*' | '-' | '_' | '.'))?;
    let is_note = length > 0 && rest[length..].starts_with("]_");
    is_note.then(|| Element::hidden(at, at + 1 + length + 2))?
}

/// "|version|", which stands for a text, or is read as its name.
fn substitution(text: &str, at: usize, substitutions: &HashMap<String, String>) -> Option<Element> {
    let close = until(text, at + 1, "|")?;
    let name = &text[at + 1..close];
    if name.is_empty() || name.trim() != name || name.contains('\n') {
        return None;
    }
    let after = &text[close + 1..];
    let end = close + 1 + (after.len() - after.trim_start_matches('_').len()).min(2);
    let mut element = Element::of(end, at + 1..close, Content::Code)?;
    if let Some(said) = substitutions.get(name) {
        element.shown = close..close;
        element.said = Some(said.clone());
    }
    Some(element)
}
