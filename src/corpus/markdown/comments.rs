//! Comments that nobody reads: as Obsidian has them, between two marks `%%`, and as MDX does,
//! between `{/*` and `*/}`.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::span::Span;

/// What opens a comment and what closes it, in Markdown and in MDX.
const MARKS: (&str, &str) = ("%%", "%%");
const MARKS_OF_MDX: (&str, &str) = ("{/*", "*/}");

/// Where comments stand in a source, ascending. Marks within code are none.
pub(super) fn of<'e, E: Iterator<Item = (Event<'e>, Span)>>(
    source: &str,
    is_mdx: bool,
    events: impl FnOnce() -> E,
) -> Vec<Span> {
    let (opening, closing) = if is_mdx { MARKS_OF_MDX } else { MARKS };
    if !source.contains(opening) {
        return Vec::new();
    }
    let mut code = Vec::new();
    let mut is_open = false;
    for (event, span) in events() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_open = true,
            Event::End(TagEnd::CodeBlock) => is_open = false,
            Event::Code(_) => code.push(span),
            Event::Text(_) if is_open => code.push(span),
            _ => {}
        }
    }
    let is_code = |at: usize| {
        let after = code.partition_point(|span| span.start <= at);
        code[..after].last().is_some_and(|span| at < span.end)
    };
    let next = |mark: &str, from: usize| {
        let found = source[from..].match_indices(mark);
        found.map(|(at, _)| from + at).find(|&at| !is_code(at))
    };
    let mut comments = Vec::new();
    let mut from = 0;
    while let Some(start) = next(opening, from) {
        let Some(close) = next(closing, start + opening.len()) else {
            break;
        };
        from = close + closing.len();
        comments.push(Span { start, end: from });
    }
    comments
}

/// The parts of a place that stand in no comment.
pub(super) fn outside(comments: &[Span], place: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = place.start;
    let first = comments.partition_point(|comment| comment.end <= place.start);
    for comment in comments[first..]
        .iter()
        .take_while(|comment| comment.start < place.end)
    {
        if comment.start > start {
            parts.push(Span {
                start,
                end: comment.start,
            });
        }
        start = start.max(comment.end);
    }
    if start < place.end {
        parts.push(Span {
            start,
            end: place.end,
        });
    }
    parts
}
