//! Comments as Obsidian has them, between two marks `%%`, which nobody reads.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::corpus::Span;

const MARK: &str = "%%";

/// Where comments stand in a source, ascending. Marks within code are none.
pub(super) fn of<'e, E: Iterator<Item = (Event<'e>, Span)>>(
    source: &str,
    events: impl FnOnce() -> E,
) -> Vec<Span> {
    if !source.contains(MARK) {
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
    let marks: Vec<usize> = source
        .match_indices(MARK)
        .map(|(at, _)| at)
        .filter(|&at| !is_code(at))
        .collect();
    let pairs = marks.chunks_exact(2);
    let comment = |pair: &[usize]| Span {
        start: pair[0],
        end: pair[1] + MARK.len(),
    };
    pairs.map(comment).collect()
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
