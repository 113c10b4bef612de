//! Blocks of HTML in Markdown, as converters write tables and people centre lines: their text is
//! read, tag by tag, with its place in the source.

use quick_xml::escape::unescape;

use super::marks;
use super::reader::Reader;
use crate::corpus::document::BlockKind;
use crate::span::Span;

/// Elements whose content nobody reads, or reads as part of the text.
const UNREAD: [&str; 9] = [
    "script", "style", "template", "svg", "math", "iframe", "del", "s", "strike",
];
/// Elements that stand within a line.
const INLINE: [&str; 25] = [
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "u", "var",
];

/// No reference to a character is longer, in bytes.
const LONGEST_REFERENCE: usize = 40;

/// Reads the block of HTML at `block`.
pub(super) fn read(reader: &mut Reader<'_>, block: Span) {
    let source = reader.source;
    let html = &source[block.range()];
    let mut rest = 0;
    while rest < html.len() {
        let mut signs = html[rest..].match_indices('<').map(|(at, _)| rest + at);
        let tag = signs.find(|&at| opens_tag(&html[at + 1..]));
        let tag = tag.unwrap_or(html.len());
        let written = Span::from(block.start + rest..block.start + tag);
        for shown in marks::outside(&reader.unread, written) {
            text(reader, shown);
        }
        let Some(end) = end_of_tag(&html[tag..]) else {
            return;
        };
        rest = tag + end;
        let inside = html[tag..rest].trim_start_matches('<').to_ascii_lowercase();
        let name = tag_name(inside.trim_start_matches('/'));
        let is_end = inside.starts_with('/');
        if !is_end && UNREAD.contains(&name) {
            rest = end_tag(html, rest, name);
            continue;
        }
        step(reader, name, is_end, Span::at(block.start + tag));
    }
    reader.close();
}

/// Whether a tag or a comment goes on so after its first sign: "2 < 3" has none.
fn opens_tag(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The name of the element that a tag begins with.
pub(super) fn tag_name(tag: &str) -> &str {
    let mut words = tag.split(|c: char| !c.is_ascii_alphanumeric());
    words.next().unwrap_or_default()
}

/// What a tag does to the block that is being read.
fn step(reader: &mut Reader<'_>, name: &str, is_end: bool, place: Span) {
    match (name, is_end) {
        ("br", _) => reader.push(" ", place),
        ("sup", false) if reader.ends_in_digit() => reader.push("^", place),
        ("", _) => {}
        (inline, _) if INLINE.contains(&inline) => {}
        ("table", false) => reader.start_table(),
        ("table", true) => reader.end_table(),
        ("tr", false) => reader.start_row(place),
        ("tr", true) => reader.end_html_row(),
        ("td" | "th", false) => reader.start_cell(),
        ("td" | "th", true) => reader.end_cell(),
        ("thead" | "tbody" | "tfoot" | "colgroup" | "col", _) | ("dt", true) => {}
        ("li" | "dt", false) => reader.start(BlockKind::Item, 0, place),
        ("pre", false) => reader.start(BlockKind::Code, 0, place),
        ("dd", false) if reader.open.is_some() && !reader.is_at_start() => {
            reader.open_meaning(place);
        }
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", false) => {
            let level = name.as_bytes()[1] - b'0';
            reader.start(BlockKind::Heading, level, place);
        }
        // Lines within a cell or an item are parts of it.
        ("p" | "div", _) if reader.is_in_row() || (!is_end && reader.is_at_start()) => {
            reader.space(place);
        }
        (_, true) => reader.close(),
        (_, false) => reader.start(BlockKind::Paragraph, 0, place),
    }
}

/// Reads the text at a place of a block.
fn text(reader: &mut Reader<'_>, written_at: Span) {
    let source = reader.source;
    let written = &source[written_at.range()];
    let open = reader.open.as_ref();
    let is_code = open.is_some_and(|open| open.kind == BlockKind::Code);
    let text = if is_code { written } else { written.trim() };
    let place = |from: usize, to: usize| Span::from(written_at.start + from..written_at.start + to);
    let from = if is_code {
        0
    } else {
        written.len() - written.trim_start().len()
    };
    if from > 0 {
        reader.space(place(0, 0));
    }
    // References stand for a character; one that nobody knows stays as it is written.
    let mut done = 0;
    while done < text.len() {
        let rest = &text[done..];
        let length = match rest.find('&') {
            Some(0) => {
                let near = &rest[..rest.floor_char_boundary(LONGEST_REFERENCE)];
                near.find(';').map_or(1, |end| end + 1)
            }
            Some(plain) => plain,
            None => rest.len(),
        };
        let span = place(from + done, from + done + length);
        let plain = unescape(&rest[..length]);
        reader.begin_at(span.start);
        reader.push(plain.as_deref().unwrap_or(&rest[..length]), span);
        done += length;
    }
    if from + text.len() < written.len() {
        reader.space(place(from, from + text.len()));
    }
}

/// Where the end tag of the element `name` stands, from `from` on.
fn end_tag(html: &str, from: usize, name: &str) -> usize {
    let mut ends = html[from..].match_indices("</").map(|(at, _)| from + at);
    let end = ends.find(|&at| tag_name(&html[at + 2..]).eq_ignore_ascii_case(name));
    end.unwrap_or(html.len())
}

/// Bytes of the tag or comment at the start of `html`; `None` where it does not end.
fn end_of_tag(html: &str) -> Option<usize> {
    let is_comment = html.starts_with("<!--");
    let (from, mark) = if is_comment { (4, "-->") } else { (0, ">") };
    html[from..].find(mark).map(|at| from + at + mark.len())
}
