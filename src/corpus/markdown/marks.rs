//! What stands in Markdown for programs alone, and is no text: comments, and what makes pages of it.
//!
//! Comments are Obsidian's (`%%`) and those of MDX. Pages are made by Jekyll and Hugo, whose tags
//! stand between `{%` and `%}` or `{{<` and `>}}`, and by those who write names of styles (`{#id}`,
//! `{: .wide}`), boxes (`:::note` until `:::`; `!!! note` with its text four spaces in) and the place
//! of a table of contents. The parser, which knows none of it, is given a source of the same length
//! without it, so that every place stays what it is.

mod boxes;
mod tags;

use std::borrow::Cow;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::span::Span;

/// A source without its marks.
pub(super) struct Marked<'a> {
    /// What is left to be parsed: a mark that may stand within a line is letters there.
    pub(super) source: Cow<'a, str>,
    /// Where these are, ascending.
    pub(super) unread: Vec<Span>,
}

/// Sets aside the marks of a source, whose code is told by `code`: marks within code are none.
pub(super) fn set_aside(
    source: &str,
    is_mdx: bool,
    code: impl Fn(&str) -> Vec<Span>,
) -> Marked<'_> {
    let mut source = Cow::Borrowed(source);
    if boxes::may_stand_in(&source) {
        source = Cow::Owned(boxes::without(&source, &Code(code(&source))));
    }
    let mut unread = Vec::new();
    if tags::may_stand_in(&source, is_mdx) {
        let found = tags::of(&source, is_mdx, &Code(code(&source)));
        source = Cow::Owned(covered(&source, &found));
        unread = found;
    }
    Marked { source, unread }
}

/// Where code stands, ascending.
struct Code(Vec<Span>);

impl Code {
    fn has(&self, at: usize) -> bool {
        let after = self.0.partition_point(|span| span.start <= at);
        self.0[..after].last().is_some_and(|span| at < span.end)
    }
}

/// Where code stands among the events of a parser.
pub(super) fn code_of<'e>(events: impl Iterator<Item = (Event<'e>, Span)>) -> Vec<Span> {
    let mut code = Vec::new();
    let mut is_open = false;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_open = true,
            Event::End(TagEnd::CodeBlock) => is_open = false,
            Event::Code(_) => code.push(span),
            Event::Text(_) if is_open => code.push(span),
            _ => {}
        }
    }
    code
}

/// A source with letters over some spans of it, or spaces over one that stands alone on its lines.
fn covered(source: &str, spans: &[Span]) -> String {
    let mut covered = String::with_capacity(source.len());
    for span in spans {
        covered.push_str(&source[covered.len()..span.start]);
        let blank = [' ', '\t', '\r'];
        let before = source[..span.start].trim_end_matches(blank);
        let after = source[span.end..].trim_start_matches(blank);
        let is_alone = (before.is_empty() || before.ends_with('\n'))
            && (after.is_empty() || after.starts_with('\n'));
        let cover = if is_alone { " " } else { "x" };
        cover_with(cover, &source[span.range()], &mut covered);
    }
    covered.push_str(&source[covered.len()..]);
    covered
}

/// Adds so many bytes as a text has, over the same lines.
fn cover_with(cover: &str, text: &str, covered: &mut String) {
    for line in text.split_inclusive('\n') {
        let inside = line.trim_end_matches(['\n', '\r']);
        covered.push_str(&cover.repeat(inside.len()));
        covered.push_str(&line[inside.len()..]);
    }
}

/// The parts of a place that none of the spans cover.
pub(super) fn outside(spans: &[Span], place: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = place.start;
    let first = spans.partition_point(|span| span.end <= place.start);
    let within = spans[first..].iter();
    for span in within.take_while(|span| span.start < place.end) {
        if span.start > start {
            parts.push(Span::from(start..span.start));
        }
        start = start.max(span.end);
    }
    if start < place.end {
        parts.push(Span::from(start..place.end));
    }
    parts
}
