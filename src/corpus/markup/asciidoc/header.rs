//! What an `AsciiDoc` document says of itself above its text: its title, who wrote it and when, and
//! what names stand for.

use std::collections::HashMap;

use super::shapes::{Delimiter, attribute, heading};
use crate::corpus::date::Date;
use crate::corpus::markup::blocks::Blocks;
use crate::corpus::markup::inline::Inline;
use crate::corpus::markup::lines::Line;
use crate::corpus::markup::text::Text;

/// A text that a name between braces stands for has up to this many bytes.
const LONGEST_VALUE: usize = 100;
/// What names between braces stand for.
pub(super) fn attributes(lines: &[Line<'_>]) -> HashMap<String, String> {
    let given = lines.iter().filter_map(|line| attribute(line.text));
    given
        .filter(|(_, value)| value.len() <= LONGEST_VALUE && !value.contains('{'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect()
}

/// The title of the document with those who wrote it; gives the line below, and its date.
pub(super) fn read(
    lines: &[Line<'_>],
    inline: &Inline<'_>,
    blocks: &mut Blocks,
) -> (usize, Option<Date>) {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let is_before =
            line.is_blank() || line.text.starts_with("//") || attribute(line.text).is_some();
        if !is_before || Delimiter::of(line.text).is_some() {
            break;
        }
        at += 1;
    }
    let title = lines.get(at).and_then(heading);
    let Some((_, title)) = title.filter(|(depth, _)| *depth == 1) else {
        return (at, None);
    };
    at += 1;
    blocks.heading(inline, 1, &Text::of([title]));
    let mut is_author = true;
    let mut date = None;
    while let Some(line) = lines.get(at) {
        if line.is_blank() {
            break;
        }
        at += 1;
        if line.text.starts_with("//") || attribute(line.text).is_some() {
            continue;
        }
        let revised = revision(line.text);
        if is_author && revised.is_none() {
            blocks.term(inline, "Author: ", &[], &Text::code([*line]));
        } else if revised.is_some() {
            date = date.or(revised);
            blocks.term(inline, "Revision: ", &[], &Text::code([*line]));
        }
        is_author = false;
    }
    (at, date)
}

/// The date of a line such as "v1.2, 2024-05-01: the third".
fn revision(line: &str) -> Option<Date> {
    let line = line.split(": ").next()?;
    let after = line.split_once(", ").filter(|(version, _)| {
        version.starts_with(['v', 'V']) || version.starts_with(|c: char| c.is_ascii_digit())
    });
    Date::parse(line).or_else(|| Date::parse(after?.1))
}
