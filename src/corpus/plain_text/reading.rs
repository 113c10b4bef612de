//! The blocks of a plain text as they are read: words that lines broke are whole again, and
//! numbers of pages are left out.

use std::ops::Range;

use super::cutting::{Block, blocks};
use super::lines;
use super::lists::Marker;
use super::tables::Row;
use crate::corpus::document::{self, BlockKind};
use crate::corpus::hyphens::{Joint, Words};
use crate::corpus::read_block::ReadBlock;
use crate::language::Language;
use crate::span::Span;

/// A message of a chat, or a line of a log, up to this many bytes is quoted whole.
const WHOLE: usize = 400;

/// The blocks of a plain text, split into sentences in the document's own language.
pub(in crate::corpus) fn read(text: &str, language: Option<Language>) -> Vec<document::Block> {
    let words = Words::of_text(text);
    let blocks = blocks(text).into_iter();
    blocks
        .map(|block| read_block(text, &block, &words).split(text, Language::code(language)))
        .collect()
}

/// A row with the names of its columns; without names, what leads it names its values.
fn read_row(text: &str, row: &Row, read: &mut ReadBlock) {
    read.is_whole = true;
    read.names = row.head.clone().map(Span::from);
    let says = |cell: &&Range<usize>| text[(*cell).clone()].contains(char::is_alphanumeric);
    let mut before = "";
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| says(cell)) {
        let written = &text[cell.clone()];
        let at = Span::at(cell.start);
        read.push(before, at);
        if let Some(name) = row.names.get(column).filter(|name| !name.is_empty()) {
            read.push(&format!("{name}: "), at);
        }
        read.push(written, cell.clone().into());
        let leads = row.names.is_empty() && column == 0;
        before = match leads {
            true if written.ends_with(':') => " ",
            true => ": ",
            false => "; ",
        };
    }
}

/// The lines of a log, each a block of its own with its stamp and its level, in the same way.
pub(in crate::corpus) fn read_lines(
    text: &str,
    language: Option<Language>,
) -> Vec<document::Block> {
    let lines = lines::lines(text).into_iter();
    lines
        .filter(|line| !line.is_blank())
        .map(|line| {
            let place = line.start..line.end();
            let mut read = ReadBlock::new(BlockKind::Item, 0, place.clone().into());
            read.push(line.text, place.into());
            read.is_whole = line.text.len() <= WHOLE;
            read.split(text, Language::code(language))
        })
        .collect()
}

/// A block of a plain text as it is read: line by line, words that were broken whole again.
fn read_block(text: &str, block: &Block, words: &Words) -> ReadBlock {
    let mut read = ReadBlock::new(block.kind, block.level, block.span.clone().into());
    if let Some(row) = &block.row {
        read_row(text, row, &mut read);
        return read;
    }
    read.is_whole = block.marker == Some(Marker::Message) && block.span.len() <= WHOLE;
    for (place, line) in block.lines.iter().enumerate() {
        let next = block.lines.get(place + 1);
        let joint = next.map(|next| words.joint(&text[line.clone()], &text[next.clone()]));
        let mut written = line.clone();
        if let (Some(Joint::WithoutHyphen), Some(hyphen)) =
            (joint, text[line.clone()].chars().next_back())
        {
            written.end -= hyphen.len_utf8();
        }
        read.push(&text[written.clone()], written.into());
        if let (Some(Joint::Space), Some(next)) = (joint, next) {
            let between = line.end..next.start;
            // A page number may stand there.
            let is_room = text[between.clone()].chars().all(char::is_whitespace);
            let said = if is_room { &text[between.clone()] } else { " " };
            read.push(said, between.into());
        }
    }
    read
}
