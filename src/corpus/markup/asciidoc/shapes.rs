//! What a line of `AsciiDoc` begins, as far as the line itself tells.

use crate::corpus::markup::lines::{Line, is_number};

/// The depth and the text of the title of a section: "== Fares" or "== Fares ==".
pub(super) fn heading<'t>(line: &Line<'t>) -> Option<(usize, Line<'t>)> {
    let sign = line.text.chars().next();
    let sign = sign.filter(|sign| matches!(sign, '=' | '#'))?;
    let text = line.text.trim_start_matches(sign);
    let depth = line.text.len() - text.len();
    if line.indent > 0 || depth > 6 || !text.starts_with(' ') {
        return None;
    }
    let text = line.after(depth);
    let bare = text.text.trim_end_matches(sign);
    let is_closed = bare.ends_with(' ') && text.text.len() - bare.len() == depth;
    let end = if is_closed {
        bare.len()
    } else {
        text.text.len()
    };
    Some((depth, text.before(end)))
}

/// The depth of a title above a line that underlines it, as older texts have it.
pub(super) fn underlined(line: &Line<'_>, below: &Line<'_>) -> Option<usize> {
    let sign = below.text.chars().next()?;
    let depth = "=-~^+".find(sign)? + 1;
    let is_line = below.text.len() > 2 && below.text.chars().all(|c| c == sign);
    let width = line.text.chars().count();
    let fits = width.abs_diff(below.text.len()) <= 1;
    (is_line && fits && line.text.starts_with(char::is_alphanumeric)).then_some(depth)
}

/// What a line that opens and closes a block says of what stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimiter {
    Code,
    Comment,
    /// For other programs.
    Passed,
    Table,
    /// Blocks like any other.
    Text,
}

impl Delimiter {
    pub(super) fn of(line: &str) -> Option<Self> {
        if line.starts_with("```") {
            return Some(Self::Code);
        }
        if matches!(line, "|===" | ",===" | ":===" | "!===") || line.starts_with("|====") {
            return Some(Self::Table);
        }
        if line == "--" {
            return Some(Self::Text);
        }
        let sign = line.chars().next()?;
        if line.len() < 4 || line.chars().any(|c| c != sign) {
            return None;
        }
        match sign {
            '-' | '.' => Some(Self::Code),
            '/' => Some(Self::Comment),
            '+' => Some(Self::Passed),
            '=' | '*' | '_' => Some(Self::Text),
            _ => None,
        }
    }
}

/// Whether a line gives a value to a name: ":toc: left".
pub(super) fn attribute(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix(':')?.split_once(':')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '!');
    let is_apart = value.is_empty() || value.starts_with(' ');
    (!name.is_empty() && name.chars().all(is_name) && is_apart).then(|| (name, value.trim()))
}

/// Whether a line says how the next block is read: "[source,rust]".
pub(super) fn is_style(line: &str) -> bool {
    line.starts_with('[') && line.ends_with(']') && !line.starts_with("[ ]") && !line.contains("](")
}

/// Whether a line is of no text: a macro such as `image::ship.png[]`, a rule, a break.
pub(super) fn is_hidden(line: &str) -> bool {
    let is_macro = line.ends_with(']')
        && line.split_once("::").is_some_and(|(name, rest)| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_alphanumeric())
                && !rest.starts_with(' ')
                && rest.contains('[')
        });
    is_macro
        || matches!(
            line,
            "'''" | "---" | "***" | "<<<" | "+" | "- - -" | "* * *"
        )
}

/// Bytes of the mark of an item, and of a box to tick.
pub(super) fn item(line: &str) -> Option<usize> {
    let word = line.split(' ').next()?;
    let text = line[word.len()..].trim_start();
    let one = |sign| word.len() <= 6 && word.chars().all(|c| c == sign);
    let is_numbered = || word.strip_suffix('.').is_some_and(is_number);
    let is_callout = || {
        let inner = word.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
        inner.is_some_and(|it| it == "." || is_number(it))
    };
    if text.is_empty()
        || word.is_empty()
        || !(one('*') || one('.') || word == "-" || word == "•" || is_numbered() || is_callout())
    {
        return None;
    }
    let boxes = ["[ ] ", "[x] ", "[*] ", "[X] "];
    let after_box = boxes.iter().find_map(|own| text.strip_prefix(own));
    Some(line.len() - after_box.unwrap_or(text).len())
}

/// A term and the start of its meaning: `Aft:: Towards the stern.`
pub(super) fn term<'t>(line: &Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    let marks = ["::::", ":::", "::", ";;"];
    let found = line.text.match_indices([':', ';']).find_map(|(at, _)| {
        let rest = &line.text[at..];
        let mark = marks.iter().find(|mark| rest.starts_with(**mark))?;
        let end = at + mark.len();
        let after = &line.text[end..];
        let before = &line.text[..at];
        let is_apart = after.is_empty() || after.starts_with(char::is_whitespace);
        let touches = !before.is_empty() && !before.ends_with([':', ';', ' ']);
        (is_apart && touches).then_some((at, end))
    });
    let (at, end) = found?;
    Some((line.before(at), line.after(end)))
}
