//! Where the lines of a plain text are cut into blocks.

use super::block::Block;
use super::lines::{self, Line, is_parted, keeps_a_paragraph_on_a_line};
use super::lists::{self, Marker};
use super::{hanging, headings, named, page_numbers, tables};

/// The blocks of a plain text, ascending and apart. Every letter and digit of the text is inside
/// some block; lines that have none (rulers, rows of stars) part blocks as blank lines do.
pub(in crate::corpus) fn blocks(text: &str) -> Vec<Block> {
    let lines = page_numbers::left_out(lines::lines(text));
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
        if let Some((name, others)) = named::part(run).filter(|_| first > 0) {
            blocks.push(Block::of_term(std::slice::from_ref(name)));
            cut_run(others, false, blocks);
            // Deeper than the name, though no space tells it.
            let below = blocks[first + 1..].iter_mut();
            below.for_each(|block| block.indent += 1);
        } else {
            for part in hanging::part(run) {
                if part.hangs {
                    blocks.push(Block::of_term(part.lines));
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
            let start = lines[first].start + marker.map_or(0, Marker::length);
            let mut own: Vec<_> = lines[first..next]
                .iter()
                .map(|line| line.start..line.end())
                .collect();
            own[0].start = start;
            blocks.push(Block {
                span: start..lines[next - 1].end(),
                lines: own,
                marker,
                is_one_line: next - first == 1,
                stands_alone: stand_alone && run.len() == 1,
                indent: lines[first].indent,
                ..Block::default()
            });
            first = next;
        }
    }
}
