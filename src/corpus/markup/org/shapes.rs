//! What a line of Org begins, as far as the line itself tells.

use crate::corpus::markup::lines::Line;

/// The depth and the text of a heading: "** Fares".
pub(super) fn heading<'t>(line: &Line<'t>) -> Option<(usize, Line<'t>)> {
    let depth = line.text.len() - line.text.trim_start_matches('*').len();
    let is_heading = line.indent == 0 && depth > 0 && line.text[depth..].starts_with(' ');
    is_heading.then(|| (depth, line.after(depth)))
}

/// A heading without its priority and its tags: "[#A] Fares :boats:winter:".
pub(super) fn bare<'t>(line: &Line<'t>) -> Line<'t> {
    let mut line = *line;
    if line.text.starts_with("[#") && line.text.as_bytes().get(3) == Some(&b']') {
        line = line.after(4);
    }
    let tags = line
        .text
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let is_tags = tags.len() > 2
        && tags.starts_with(':')
        && tags.ends_with(':')
        && tags
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ':' | '_' | '@' | '#' | '%'));
    if is_tags {
        line.before(line.text.len() - tags.len())
    } else {
        line
    }
}

/// The name, in lower case, and the value of a line such as "#+TITLE: The ferry".
pub(super) fn keyword<'t>(line: &Line<'t>) -> Option<(String, Line<'t>)> {
    let rest = line.text.strip_prefix("#+")?;
    let end = rest
        .find(|c: char| c == ':' || c.is_whitespace())
        .unwrap_or(rest.len());
    let value =
        line.after((2 + end + usize::from(rest[end..].starts_with(':'))).min(line.text.len()));
    (end > 0).then(|| (rest[..end].to_ascii_lowercase(), value))
}

/// Whether a line opens a drawer: ":PROPERTIES:".
pub(super) fn is_drawer(line: &str) -> bool {
    let name = line
        .strip_prefix(':')
        .and_then(|rest| rest.strip_suffix(':'));
    name.is_some_and(|name| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    })
}

/// Whether a line says when a task is due or was done.
pub(super) fn is_planning(line: &str) -> bool {
    let words = ["SCHEDULED: ", "DEADLINE: ", "CLOSED: ", "CLOCK: "];
    words.iter().any(|word| line.starts_with(word)) && line.contains(['<', '['])
}

/// Bytes of the mark of an item, of a count and of a box to tick.
pub(super) fn item(line: &Line<'_>) -> Option<usize> {
    let text = line.text;
    let mark = text.split(' ').next()?;
    let is_number = |mark: &str| {
        let inner = mark.strip_suffix(['.', ')']);
        inner.is_some_and(|inner| {
            (1..=4).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let is_mark = matches!(mark, "-" | "+") || (mark == "*" && line.indent > 0) || is_number(mark);
    let mut rest = text[mark.len()..].trim_start();
    if !is_mark || rest.is_empty() {
        return None;
    }
    if let Some(counted) = rest
        .strip_prefix("[@")
        .and_then(|rest| rest.split_once("] "))
    {
        rest = counted.1.trim_start();
    }
    let boxes = ["[ ] ", "[X] ", "[x] ", "[-] "];
    rest = boxes
        .iter()
        .find_map(|own| rest.strip_prefix(own))
        .unwrap_or(rest)
        .trim_start();
    Some(text.len() - rest.len())
}

/// A term and its meaning within an item: "Aft :: Towards the stern."
pub(super) fn term<'t>(item: &Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    let at = item.text.find(" ::")?;
    let after = &item.text[at + 3..];
    let is_apart = after.is_empty() || after.starts_with(char::is_whitespace);
    is_apart.then(|| (item.before(at), item.after(at + 3)))
}

/// Whether a line begins something other than running text.
pub(super) fn begins(line: &Line<'_>) -> bool {
    heading(line).is_some()
        || item(line).is_some()
        || line.text.starts_with(['|', '#'])
            && (line.text.starts_with(['|'])
                || line.text.starts_with("#+")
                || is_comment(line.text))
        || line.text.starts_with(": ")
        || is_drawer(line.text)
        || line.indent == 0 && note(line).is_some()
}

pub(super) fn is_comment(line: &str) -> bool {
    line == "#" || line.starts_with("# ")
}

/// The text of a note: "[fn:1] It sails at nine."
pub(super) fn note<'t>(line: &Line<'t>) -> Option<Line<'t>> {
    let rest = line.text.strip_prefix("[fn:")?;
    let close = rest.find(']')?;
    let is_label = !rest[..close].contains([':', ' ']);
    (line.indent == 0 && is_label).then(|| line.after(4 + close + 1))
}
