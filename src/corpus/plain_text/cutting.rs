//! Where the lines of a plain text are cut into blocks.

use std::ops::Range;

use super::lines::{self, Line, is_parted, keeps_a_paragraph_on_a_line};
use super::lists::{self, Marker};
use super::tables::{self, Row};
use super::{hanging, headings, named};
use crate::corpus::document::BlockKind;

/// A stretch of text in which sentences are looked for: no sentence crosses its ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// What part the block plays.
    pub kind: BlockKind,
    /// Byte span in the text, without white space at its ends and without the bullet of an item.
    pub span: Range<usize>,
    /// The span line by line, without line ends, and without page numbers between them.
    pub lines: Vec<Range<usize>>,
    pub(super) marker: Option<Marker>,
    pub(super) is_one_line: bool,
    /// Blank lines, or nothing, above and below.
    pub(super) stands_alone: bool,
    /// A line of dashes or the like below, as long as the line itself.
    pub(super) is_underlined: bool,
    /// Characters of white space before it.
    pub(super) indent: usize,
    /// Its cells, where it is a row of a table.
    pub row: Option<Row>,
    /// How deep it stands below the lines that hang out over it, or above those below it.
    pub level: u8,
}

impl Block {
    /// Lines that belong together, without the marker of the first.
    fn of(lines: &[Line], marker: Option<Marker>) -> Self {
        let places = lines.iter().map(|line| line.start..line.end());
        let mut places: Vec<Range<usize>> = places.collect();
        places[0].start += marker.map_or(0, Marker::length);
        Self {
            span: places[0].start..places[places.len() - 1].end,
            lines: places,
            marker,
            is_one_line: lines.len() == 1,
            indent: lines[0].indent,
            ..Self::default()
        }
    }

    /// A row of a table, if it says anything.
    fn of_row(row: Row) -> Option<Self> {
        let mut said = row.cells.iter().filter(|cell| !cell.is_empty());
        let start = said.next()?.start;
        let end = row.cells.iter().map(|cell| cell.end).max()?;
        Some(Self {
            span: start..end,
            is_one_line: true,
            row: Some(row),
            ..Self::default()
        })
    }
}

/// The blocks of a plain text, ascending and apart. Every letter and digit of the text is inside
/// some block; lines that have none (rulers, rows of stars) part blocks as blank lines do.
pub(in crate::corpus) fn blocks(text: &str) -> Vec<Block> {
    let lines = without_page_numbers(lines::lines(text));
    let mut blocks = Vec::new();
    let mut above = 0;
    for (taken, rows) in tables::find(&lines) {
        cut(&lines[above..taken.start], &mut blocks);
        blocks.extend(rows.into_iter().filter_map(Block::of_row));
        above = taken.end;
    }
    cut(&lines[above..], &mut blocks);
    headings::name_kinds(text, &mut blocks);
    blocks
}

/// Cuts lines, blank ones among them, into blocks.
fn cut(lines: &[Line], blocks: &mut Vec<Block>) {
    let mut after = 0;
    for run in lines.split(Line::is_blank) {
        after += run.len();
        let first = blocks.len();
        // The title of a text names all of it.
        if first > 0 && named::is_named(run) {
            let (name, others) = run.split_at(1);
            blocks.push(Block::of(name, Some(Marker::Term)));
            cut_run(others, false, blocks);
            // Deeper than the name, though no space tells it.
            let below = blocks[first + 1..].iter_mut();
            below.for_each(|block| block.indent += 1);
        } else {
            for part in hanging::part(run) {
                if part.hangs {
                    blocks.push(Block::of(part.lines, Some(Marker::Term)));
                } else {
                    cut_run(part.lines, part.lines.len() == run.len(), blocks);
                }
            }
        }
        if let ([line], Some(below), [block]) = (run, lines.get(after), &mut blocks[first..]) {
            block.is_underlined = headings::is_underline(below, line);
        }
        after += 1;
    }
}

/// Cuts lines into blocks, which between two blank lines stand alone.
fn cut_run(run: &[Line], stand_alone: bool, blocks: &mut Vec<Block>) {
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
            blocks.push(Block {
                stands_alone: stand_alone && run.len() == 1,
                ..Block::of(&lines[first..next], marker)
            });
            first = next;
        }
    }
}

/// The lines without numbers of pages in the middle of sentences, as scanners and converters leave
/// them, and what parts them from these.
fn without_page_numbers(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut kept: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if !is_page_number(&line) || !kept.last().is_some_and(|above| above.text.is_empty()) {
            kept.push(line);
            continue;
        }
        let mut between = vec![line];
        while let Some(blank) = lines.next_if(|line| line.text.is_empty()) {
            between.push(blank);
        }
        let above = kept.iter().rposition(|line| !line.text.is_empty());
        let cut = above.filter(|&above| !kept[above].is_blank() && !kept[above].ends_sentence());
        let is_rest =
            |line: &Line<'_>| line.starts_in_lower_case() && Marker::of(line.text).is_none();
        match cut {
            Some(above) if between.len() > 1 && lines.peek().is_some_and(is_rest) => {
                kept.truncate(above + 1);
            }
            _ => kept.append(&mut between),
        }
    }
    kept
}

/// Whether a line is the number of a page and nothing else: "13", "- 13 -", "13/40", "Page 13 of 40".
/// Two numbers by themselves may be a time, an amount or a telephone number, and three a version.
fn is_page_number(line: &Line<'_>) -> bool {
    let words = line.text.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    let about = ["page", "p", "of", "seite", "von"];
    let is_about = |word: &str| about.iter().any(|own| own.eq_ignore_ascii_case(word));
    let numbers = words.clone().filter(|word| is_number(word)).count();
    let is_of_two = line.text.contains('/') || words.clone().any(is_about);
    (numbers == 1 || numbers == 2 && is_of_two)
        && words.all(|word| is_number(word) || is_about(word))
}
