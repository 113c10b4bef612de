//! What a line of Org begins, as far as the line itself tells.

use crate::corpus::markup::lines::{Line, is_number};

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
    let mut words = line.text.rsplit(char::is_whitespace);
    let tags = words.next().unwrap_or_default();
    let is_of_tags = |c: char| c.is_alphanumeric() || matches!(c, ':' | '_' | '@' | '#' | '%');
    let is_tags = tags.len() > 2 && tags.starts_with(':') && tags.ends_with(':');
    if is_tags && tags.chars().all(is_of_tags) {
        line.before(line.text.len() - tags.len())
    } else {
        line
    }
}

/// The name, in lower case, and the value of a line such as "#+TITLE: The ferry".
pub(super) fn keyword<'t>(line: &Line<'t>) -> Option<(String, Line<'t>)> {
    let rest = line.text.strip_prefix("#+")?;
    let end = rest.find(|c: char| c == ':' || c.is_whitespace());
    let (name, value) = rest.split_at(end.unwrap_or(rest.len()));
    let value = value.strip_prefix(':').unwrap_or(value);
    let value = line.after(line.text.len() - value.len());
    (!name.is_empty()).then(|| (name.to_ascii_lowercase(), value))
}

/// Whether a line opens a drawer: ":PROPERTIES:".
pub(super) fn is_drawer(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|it| it.strip_suffix(':'));
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    name.is_some_and(|name| !name.is_empty() && name.chars().all(is_of_name))
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
    let is_mark = matches!(mark, "-" | "+")
        || (mark == "*" && line.indent > 0)
        || mark.strip_suffix(['.', ')']).is_some_and(is_number);
    let rest = text[mark.len()..].trim_start();
    if !is_mark || rest.is_empty() {
        return None;
    }
    let counted = rest.strip_prefix("[@").and_then(|it| it.split_once("] "));
    let rest = counted.map_or(rest, |(_, rest)| rest.trim_start());
    let boxes = ["[ ] ", "[X] ", "[x] ", "[-] "];
    let after_box = boxes.iter().find_map(|own| rest.strip_prefix(own));
    Some(text.len() - after_box.unwrap_or(rest).trim_start().len())
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
        || ["|", "#+", ": "].iter().any(|it| line.text.starts_with(it))
        || is_comment(line.text)
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
