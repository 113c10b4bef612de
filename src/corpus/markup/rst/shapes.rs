//! What a line of reStructuredText begins, as far as the line itself tells.

use crate::corpus::markup::lines::{Line, is_number};

/// The sign that a line consists of, as the lines above and below titles do.
pub(super) fn adornment(line: &str) -> Option<char> {
    let sign = line.chars().next()?;
    let is_one = sign.is_ascii_punctuation() && line.len() > 1 && line.chars().all(|c| c == sign);
    (is_one && line != "::" && line != "..").then_some(sign)
}

/// Bytes of the bullet and the space after it; a lone bullet is none.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['*', '+', '-', '•', '‣', '⁃'])?;
    let text = rest.trim_start();
    (text.len() < rest.len()).then_some(line.len() - text.len())
}

/// Bytes of the number of an item that are not read: "3. " and "#. ". A letter or a number in
/// brackets stays, as texts refer to it.
pub(super) fn number(line: &str) -> Option<usize> {
    let label = line.split(' ').next()?;
    if label.len() == line.len() {
        return None;
    }
    let in_brackets = label.strip_suffix(')');
    let inner = match in_brackets {
        Some(opened) => opened.strip_prefix('(').unwrap_or(opened),
        None => label.strip_suffix('.')?,
    };
    let is_number = inner == "#" || is_number(inner);
    let is_letter = matches!(inner.as_bytes(), [b'a'..=b'z'])
        || in_brackets.is_some() && matches!(inner.as_bytes(), [b'A'..=b'Z']);
    let is_roman = (2..=6).contains(&inner.len()) && inner.bytes().all(|b| b"ivxl".contains(&b));
    if is_number && !label.starts_with('(') {
        return Some(line.len() - line[label.len()..].trim_start().len());
    }
    (is_number || is_letter || is_roman).then_some(0)
}

/// The name and the value of a field: ":Date: 2024-05-01".
pub(super) fn field<'t>(line: &Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    let rest = line.text.strip_prefix(':')?;
    let close = rest.match_indices(':').find(|(at, _)| {
        let after = &rest[at + 1..];
        after.is_empty() || after.starts_with(' ')
    });
    let end = close?.0;
    let name = &rest[..end];
    let is_name = !name.is_empty() && !name.starts_with([' ', ':']) && !name.contains('`');
    is_name.then(|| (line.part(1, 1 + end), line.after(end + 2)))
}

/// Options of a program and what they do: "-v, --verbose  Say more."
pub(super) fn option<'t>(line: &Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    if !line.text.starts_with(['-', '/']) {
        return None;
    }
    let end = line.text.find("  ")?;
    let is_option = |option: &str| {
        let option = option.trim();
        let name = option.trim_start_matches(['-', '/']);
        name.len() < option.len()
            && name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '?')
            && option.split(' ').count() <= 2
    };
    let options = &line.text[..end];
    options
        .split(", ")
        .all(is_option)
        .then(|| (line.before(end), line.after(end)))
}

/// What a line that begins with two full stops is.
pub(super) enum Explicit<'t> {
    /// The text of a note, after its mark.
    Note(Line<'t>),
    /// The name of a directive, and what stands after it.
    Directive(&'t str, Line<'t>),
    /// The target of a link, or what stands for a text.
    Target,
    Comment,
}

impl<'t> Explicit<'t> {
    pub(super) fn of(line: &Line<'t>) -> Option<Self> {
        let rest = line.text.strip_prefix("..")?;
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            return None;
        }
        let after = line.after(2);
        let text = after.text;
        if text.starts_with(['_', '|']) {
            return Some(Self::Target);
        }
        if text.starts_with('[')
            && let Some(end) = text.find("] ")
        {
            return Some(Self::Note(after.after(end + 1)));
        }
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '+');
        let name = text
            .find("::")
            .filter(|&end| end > 0 && text[..end].chars().all(is_name));
        Some(match name {
            Some(end) => Self::Directive(&text[..end], after.after(end + 2)),
            None => Self::Comment,
        })
    }
}
