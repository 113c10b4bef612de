//! Plain text to blocks: the headings, paragraphs and list items of a text without mark-up.
//!
//! Blank lines part a text into runs of lines. A run is cut before every list item, and then
//! either at each line (files that keep a paragraph on one line) or only where a line stops well
//! short of the width at which the others are wrapped. All of it is one pass over the lines.

mod headings;
mod lines;
mod lists;
mod messages;
mod page_numbers;
mod reading;

use std::ops::Range;

use lines::{Line, is_parted, keeps_a_paragraph_on_a_line};
pub(super) use lists::BULLETS;
use lists::Marker;
pub(super) use reading::{read, read_lines};

/// What part a block plays in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A title or the heading of a section.
    Heading,
    /// Running text.
    Paragraph,
    /// One item of a list.
    Item,
}

/// A stretch of text in which sentences are looked for: no sentence crosses its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What part the block plays.
    pub kind: BlockKind,
    /// Byte span in the text, without white space at its ends and without the bullet of an item.
    pub span: Range<usize>,
    /// The span line by line, without line ends, and without page numbers between them.
    pub lines: Vec<Range<usize>>,
    /// Whether it is a message of a chat, which is quoted whole.
    pub is_message: bool,
}

/// The blocks of a plain text, ascending and apart. Every letter and digit of the text is inside
/// some block; lines that have none (rulers, rows of stars) part blocks as blank lines do.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = page_numbers::left_out(lines::lines(text));
    let mut drafts = Vec::new();
    for run in lines.split(Line::is_blank) {
        cut_run(run, &mut drafts);
    }
    headings::name_kinds(text, &drafts)
}

/// A block before it is known whether it is a heading.
struct Draft {
    span: Range<usize>,
    lines: Vec<Range<usize>>,
    marker: Option<Marker>,
    is_one_line: bool,
    /// Blank lines, or nothing, above and below.
    stands_alone: bool,
}

/// Cuts the lines between two blank lines into blocks.
fn cut_run(run: &[Line], drafts: &mut Vec<Draft>) {
    let width = run.iter().map(|line| line.width).max().unwrap_or(0);
    for (marker, lines) in lists::part_items(run) {
        let one_a_line = keeps_a_paragraph_on_a_line(lines, width);
        let mut first = 0;
        for next in 1..=lines.len() {
            // All of a message belongs together.
            let hangs = |line: &Line| {
                marker == Some(Marker::Message) || marker.is_some() && line.indent > lines[0].indent
            };
            let goes_on = lines.get(next).is_some_and(|line| {
                hangs(line) || !is_parted(&lines[next - 1], line, width, one_a_line)
            });
            if goes_on {
                continue;
            }
            let marker = marker.filter(|_| first == 0);
            let start = lines[first].start + marker.map_or(0, Marker::length);
            let mut own: Vec<_> = lines[first..next]
                .iter()
                .map(|line| line.start..line.end())
                .collect();
            own[0].start = start;
            drafts.push(Draft {
                span: start..lines[next - 1].end(),
                lines: own,
                marker,
                is_one_line: next - first == 1,
                stands_alone: run.len() == 1,
            });
            first = next;
        }
    }
}

#[cfg(test)]
mod tests;
