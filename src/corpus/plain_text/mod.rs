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
mod tables;

use std::ops::Range;

use super::document::BlockKind;
use lines::{Line, is_parted, keeps_a_paragraph_on_a_line};
use lists::Marker;
pub(super) use lists::{BULLETS, opens_item};
pub(super) use reading::{read, read_lines};
pub(super) use tables::Row;

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
    /// Its cells, where it is a row of a table.
    pub row: Option<Row>,
}

/// The blocks of a plain text, ascending and apart. Every letter and digit of the text is inside
/// some block; lines that have none (rulers, rows of stars) part blocks as blank lines do.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = page_numbers::left_out(lines::lines(text));
    let mut drafts = Vec::new();
    let mut above = 0;
    for (taken, rows) in tables::find(&lines) {
        cut(&lines[above..taken.start], &mut drafts);
        drafts.extend(rows.into_iter().filter_map(Draft::of_row));
        above = taken.end;
    }
    cut(&lines[above..], &mut drafts);
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
    /// A line of dashes or the like below, as long as the line itself.
    is_underlined: bool,
    row: Option<Row>,
}

impl Draft {
    /// A row of a table, if it says anything.
    fn of_row(row: Row) -> Option<Self> {
        let mut said = row.cells.iter().filter(|cell| !cell.is_empty());
        let start = said.next()?.start;
        let end = row.cells.iter().map(|cell| cell.end).max()?;
        Some(Self {
            span: start..end,
            lines: Vec::new(),
            marker: None,
            is_one_line: true,
            stands_alone: false,
            is_underlined: false,
            row: Some(row),
        })
    }
}

/// Cuts lines, blank ones among them, into blocks.
fn cut(lines: &[Line], drafts: &mut Vec<Draft>) {
    let mut after = 0;
    for run in lines.split(Line::is_blank) {
        after += run.len();
        let first = drafts.len();
        cut_run(run, drafts);
        if let ([line], Some(below), [draft]) = (run, lines.get(after), &mut drafts[first..]) {
            draft.is_underlined = headings::is_underline(below, line);
        }
        after += 1;
    }
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
                is_underlined: false,
                row: None,
            });
            first = next;
        }
    }
}

#[cfg(test)]
mod tests;
