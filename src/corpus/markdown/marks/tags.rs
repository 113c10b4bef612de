//! Tags, names of styles and comments. Of a tag, what it says in words stays: `{% channel "harbour" %}`
//! is "harbour".

use super::{Code, outside};
use crate::span::Span;

/// Comments: Obsidian's, and those of MDX.
const COMMENT: (&str, &str) = ("%%", "%%");
const COMMENT_OF_MDX: (&str, &str) = ("{/*", "*/}");
/// Tags of Jekyll, and of Hugo.
const TAGS: [(&str, &str); 3] = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")];
/// What names styles begins so, by Pandoc, Hugo and kramdown.
const STYLES: [&str; 3] = ["{#", "{.", "{:"];
/// No tag, and no list of styles, is longer, in bytes.
const LONGEST_TAG: usize = 2000;
const LONGEST_STYLE: usize = 200;
/// Arguments of a tag that are read, where they are named.
const SAID: [&str; 5] = ["text", "title", "caption", "alt", "label"];

/// Whether there may be any: else the source need not be looked through.
pub(super) fn may_stand_in(source: &str, is_mdx: bool) -> bool {
    source.contains(comment(is_mdx).0)
        || TAGS.iter().any(|(opening, _)| source.contains(opening))
        || STYLES.iter().any(|opening| source.contains(opening))
}

/// Where they stand, ascending, but for what tags say.
pub(super) fn of(source: &str, is_mdx: bool, code: &Code) -> Vec<Span> {
    let (opening, closing) = comment(is_mdx);
    let mut found = Vec::new();
    let mut from = 0;
    // A comment that does not end is none, and then no later one ends either.
    let mut has_comments = true;
    while let Some(at) = source[from..].find(['{', '%']).map(|at| from + at) {
        from = at + 1;
        if code.has(at) {
            continue;
        }
        let rest = &source[at..];
        let next = |rest: &str, opening: &str, closing: &str| {
            let ends = rest.get(opening.len()..)?.match_indices(closing);
            ends.map(|(end, _)| at + opening.len() + end)
                .find(|&end| !code.has(end))
                .map(|end| end + closing.len())
        };
        let tag = TAGS.iter().find(|(opening, _)| rest.starts_with(opening));
        let end = if rest.starts_with(opening) {
            let end = has_comments.then(|| next(rest, opening, closing)).flatten();
            has_comments = end.is_some();
            end
        } else if let Some((opening, closing)) = tag {
            next(up_to(rest, LONGEST_TAG), opening, closing)
        } else {
            style(up_to(rest, LONGEST_STYLE)).map(|length| at + length)
        };
        let Some(end) = end else { continue };
        let tag = tag.filter(|_| !source[..at].ends_with("]("));
        let said = tag.and_then(|_| said(source, at, end));
        found.extend(outside(said.as_slice(), Span { start: at, end }));
        from = end;
    }
    found
}

/// A text, or as much of it as so many bytes hold.
fn up_to(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

fn comment(is_mdx: bool) -> (&'static str, &'static str) {
    if is_mdx { COMMENT_OF_MDX } else { COMMENT }
}

/// What the tag from one byte of a source to another says: the argument that names itself a text,
/// or the last that has no name and is words, no path.
fn said(source: &str, tag: usize, end: usize) -> Option<Span> {
    let mut last = None;
    let quotes = source[tag..end].match_indices('"');
    let mut quotes = quotes.map(|(quote, _)| tag + quote);
    while let Some((start, end)) = quotes.next().zip(quotes.next()) {
        let argument = Span::from(start + 1..end);
        let before = source[tag..start].strip_suffix('=');
        let name =
            before.and_then(|before| before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next());
        match name {
            Some(name) if SAID.contains(&name) => return Some(argument),
            None if is_words(&source[argument.range()]) => last = Some(argument),
            _ => {}
        }
    }
    last
}

fn is_words(text: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '\'' | '’' | ',');
    text.contains(char::is_alphanumeric) && text.chars().all(is_part)
}

/// Bytes of the names of styles at the start of a text: `{#setup}`, `{: .wide target="_blank"}`.
fn style(rest: &str) -> Option<usize> {
    let opening = STYLES.iter().find(|opening| rest.starts_with(*opening))?;
    let end = rest.find('}')?;
    let names = &rest[opening.len()..end];
    let is_name = |c: char| c.is_ascii_alphanumeric() || " .#:=\"'/_-%".contains(c);
    let is_first = |c: char| c.is_ascii_alphanumeric() || (*opening == "{:" && " .#".contains(c));
    (names.starts_with(is_first) && names.chars().all(is_name)).then_some(end + 1)
}
