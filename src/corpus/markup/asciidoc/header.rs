//! What an `AsciiDoc` document says of itself above its text: its title, who wrote it and when, and
//! what names stand for.

use std::collections::HashMap;

use super::shapes::{Delimiter, attribute, heading};
use crate::corpus::date::Date;
use crate::corpus::markup::lines::Line;
use crate::corpus::markup::reader::Reader;
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

/// Reads the title of the document with those who wrote it; gives its date.
pub(super) fn read<S>(reader: &mut Reader<'_, '_, S>) -> Option<Date> {
    let is_passed = |line: &Line<'_>| line.text.starts_with("//") || attribute(line.text).is_some();
    reader.take(|line| (line.is_blank() || is_passed(line)) && Delimiter::of(line.text).is_none());
    let title = reader.lines.get(reader.at).and_then(heading);
    let (_, title) = title.filter(|(depth, _)| *depth == 1)?;
    reader.at += 1;
    reader.blocks.heading(1, &Text::of([title]));
    let mut is_author = true;
    let mut date = None;
    // The value of an attribute may go on below it.
    let mut goes_on = false;
    for line in reader.take(|line| !line.is_blank()) {
        if goes_on || is_passed(line) {
            goes_on = line.text.ends_with(" \\");
            continue;
        }
        let revised = revision(line.text);
        let text = Text::code([*line]);
        if revised.is_some() {
            date = date.or(revised);
            reader.blocks.term("Revision: ", &[], &text);
        } else if is_author {
            reader.blocks.term("Author: ", &[], &text);
        }
        is_author = false;
    }
    date
}

/// The date of a line such as "v1.2, 2024-05-01: the third".
fn revision(line: &str) -> Option<Date> {
    let line = line.split(": ").next()?;
    let after = line.split_once(", ").filter(|(version, _)| {
        version.starts_with(['v', 'V']) || version.starts_with(|c: char| c.is_ascii_digit())
    });
    Date::parse(line).or_else(|| Date::parse(after?.1))
}
