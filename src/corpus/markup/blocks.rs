//! What a syntax makes of a source: blocks, each read by the syntax's markup.

use super::inline::{self, Inline};
use super::lines::Line;
use super::text::Text;
use crate::corpus::document::BlockKind;
use crate::corpus::questions;
use crate::corpus::read_block::ReadBlock;
use crate::span::Span;

/// No markup: what is read as it is written.
const PLAIN: Inline<'_> = Inline {
    marks: &[],
    element: &|_, _| None,
};

/// The blocks of a source, as they come.
pub(super) struct Blocks<'i> {
    /// How their texts are read.
    pub(super) inline: Inline<'i>,
    pub(super) read: Vec<ReadBlock>,
}

impl Blocks<'_> {
    pub(super) fn heading(&mut self, level: usize, text: &Text) {
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        self.add(BlockKind::Heading, level, text);
    }

    pub(super) fn paragraph(&mut self, text: &Text) {
        self.add(BlockKind::Paragraph, 0, text);
    }

    pub(super) fn item(&mut self, text: &Text) {
        self.add(BlockKind::Item, 0, text);
    }

    /// Terms and what they mean: "Aft: Towards the stern." A question stands by itself, above its
    /// answer. `lead` is read before them.
    pub(super) fn term(&mut self, lead: &str, terms: &[Text], meaning: &Text) {
        let first = terms.first().unwrap_or(meaning);
        let place = Span::at(first.place(0));
        let mut block = ReadBlock::new(BlockKind::Item, 0, place);
        block.push(lead, place);
        for (number, term) in terms.iter().enumerate() {
            if number > 0 {
                block.push(", ", Span::at(term.place(0)));
            }
            let inline = if term.is_code { &PLAIN } else { &self.inline };
            inline::read(inline, term, &mut block);
        }
        if questions::asks(block.reading.trim_end()) {
            block.kind = BlockKind::Paragraph;
            self.push(block);
            return self.paragraph(meaning);
        }
        if !meaning.is_empty() {
            if !terms.is_empty() {
                let has_colon = block.reading.ends_with(':');
                let between = if has_colon { " " } else { ": " };
                block.push(between, Span::at(meaning.place(0)));
            }
            inline::read(&self.inline, meaning, &mut block);
            block.is_entry = true;
        }
        self.push(block);
    }

    /// Code, as it is written.
    pub(super) fn code(&mut self, lines: &[Line<'_>]) {
        let Some(first) = lines.first() else {
            return;
        };
        let mut block = ReadBlock::new(BlockKind::Code, 0, Span::at(first.start));
        for line in lines {
            let end = line.start + line.text.len();
            block.push(&" ".repeat(line.indent), Span::at(line.start));
            block.push(line.text, Span::from(line.start..end));
            block.push("\n", Span::at(end));
        }
        self.push(block);
    }

    pub(super) fn push(&mut self, block: ReadBlock) {
        if block.reading.contains(char::is_alphanumeric) {
            self.read.push(block);
        }
    }

    fn add(&mut self, kind: BlockKind, level: u8, text: &Text) {
        let mut block = ReadBlock::new(kind, level, Span::at(text.place(0)));
        block.is_whole = kind == BlockKind::Heading;
        inline::read(&self.inline, text, &mut block);
        self.push(block);
    }
}
