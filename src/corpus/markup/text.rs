//! The lines of one block as one text, in which markup may go on from line to line, with the place
//! of each line in the source.

use std::ops::Range;

use super::lines::Line;
use crate::corpus::read_block::ReadBlock;
use crate::span::Span;

/// The lines of a block, parted by line ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub(super) flat: String,
    /// Whether it is read as it is written.
    pub(super) is_code: bool,
    /// Where each line, or piece of one, starts in the text, and in the source.
    pieces: Vec<(usize, usize)>,
}

impl Text {
    pub(super) fn of<'t>(lines: impl IntoIterator<Item = Line<'t>>) -> Self {
        let mut text = Self::default();
        for line in lines {
            text.add(line);
        }
        text
    }

    /// Of a line and those below it.
    pub(super) fn opened<'t>(first: Line<'t>, below: &[Line<'t>]) -> Self {
        Self::of(std::iter::once(first).chain(below.iter().copied()))
    }

    /// Of lines that are read as they are written.
    pub(super) fn code<'t>(lines: impl IntoIterator<Item = Line<'t>>) -> Self {
        Self {
            is_code: true,
            ..Self::of(lines)
        }
    }

    pub(super) fn add(&mut self, line: Line<'_>) {
        if line.is_blank() {
            return;
        }
        if !self.flat.is_empty() {
            self.flat.push('\n');
        }
        self.go_on(line.text, line.start);
    }

    /// Goes on in the same line with what stands at a place of the source.
    pub(super) fn go_on(&mut self, text: &str, place: usize) {
        self.pieces.push((self.flat.len(), place));
        self.flat.push_str(text);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.flat.is_empty()
    }

    /// Leaves out what follows the first bytes.
    pub(super) fn truncate(&mut self, bytes: usize) {
        self.flat.truncate(bytes);
    }

    /// Where in the source a byte of the text stands.
    pub(super) fn place(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= at);
        let piece = self.pieces[..after].last();
        piece.map_or(0, |(start, place)| place + (at - start))
    }

    /// The bytes of the source that a range of the text covers.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start);
        let end = if range.is_empty() {
            start
        } else {
            self.place(range.end - 1) + 1
        };
        Span { start, end }
    }

    /// Adds a range of the text to a block, letter for letter.
    pub(super) fn push(&self, block: &mut ReadBlock, range: Range<usize>) {
        let mut from = range.start;
        let first = self.pieces.partition_point(|(start, _)| *start <= from);
        for (next, place) in &self.pieces[first..] {
            if *next > range.end {
                break;
            }
            // The line end before the next line.
            let is_line = self.flat[..*next].ends_with('\n');
            let end = next - usize::from(is_line);
            if from < end {
                block.push(&self.flat[from..end], self.span(from..end));
            }
            if is_line && end < range.end {
                let start = self.place(end.max(1) - 1) + 1;
                block.push(" ", Span::from(start..(*place).max(start)));
            }
            from = *next;
        }
        if from < range.end {
            block.push(&self.flat[from..range.end], self.span(from..range.end));
        }
    }
}
