//! What the blocks of a text taken from a file are: items, and sentences.

use std::ops::Range;

use super::{Extracted, ExtractedBlock, Kind};
use crate::corpus::document::{Block, BlockKind, Sentence};
use crate::corpus::plain_text::BULLETS;
use crate::corpus::{code, sentences};
use crate::language::Language;

/// A row up to this many bytes is quoted whole: a value means little without those beside it.
const WHOLE_ROW: usize = 400;

impl Extracted {
    /// Its blocks in order, split into sentences by the rules of a language.
    pub(in crate::corpus) fn blocks(&self, language: Option<Language>) -> Vec<Block> {
        let blocks = self.blocks.iter();
        blocks.map(|block| self.block(block, language)).collect()
    }

    fn block(&self, block: &ExtractedBlock, language: Option<Language>) -> Block {
        let (kind, level) = match block.kind {
            Kind::Heading(level) => (BlockKind::Heading, level),
            Kind::Paragraph => (BlockKind::Paragraph, 0),
            Kind::Item => (BlockKind::Item, 0),
            Kind::Row | Kind::Record => (BlockKind::Row, 0),
            Kind::Code => (BlockKind::Code, 0),
        };
        let mut spans = Vec::new();
        for piece in block.pieces() {
            // A heading is quoted whole, and so is what stands in a row of few words.
            if level > 0 || (!block.cells.is_empty() && piece.len() <= WHOLE_ROW) {
                spans.push(piece);
                continue;
            }
            let text = &self.text[piece.clone()];
            let found = if kind == BlockKind::Code {
                code::pieces(text)
            } else {
                sentences::sentences(text, Language::code(language))
            };
            let placed = |range: Range<usize>| piece.start + range.start..piece.start + range.end;
            spans.extend(found.into_iter().map(placed));
        }
        let sentences = spans.into_iter().enumerate();
        Block {
            kind,
            level,
            stands_alone: block.kind == Kind::Record,
            sentences: sentences
                .map(|(position, span)| Sentence::plain(span.into(), kind, position))
                .collect(),
        }
    }
}

impl ExtractedBlock {
    /// Makes an item of a paragraph that a sign for items stands before; the sign is not quoted.
    pub(super) fn take_off_bullet(&mut self, text: &str) {
        let item = text[self.span.clone()].strip_prefix(BULLETS);
        if let (Kind::Paragraph, Some(item)) = (self.kind, item) {
            self.kind = Kind::Item;
            self.span.start = self.span.end - item.trim_start().len();
        }
    }

    /// What sentences are looked for in: the whole, or cells of a long row, short ones together.
    fn pieces(&self) -> Vec<Range<usize>> {
        if self.span.len() <= WHOLE_ROW || self.cells.is_empty() {
            return vec![self.span.clone()];
        }
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for (place, &start) in self.cells.iter().enumerate() {
            // The space between two cells belongs to neither.
            let end = (self.cells.get(place + 1)).map_or(self.span.end, |next| next - 1);
            match pieces.last_mut() {
                Some(last) if end - last.start <= WHOLE_ROW => last.end = end,
                _ => pieces.push(start..end),
            }
        }
        pieces
    }
}
