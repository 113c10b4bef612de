//! Markdown becomes blocks whose sentences keep their exact place in the source:
//! `CommonMark` with tables, footnotes and front matter, and what Obsidian adds
//! (links to notes, callouts, comments, ids of blocks). What is for programs that make pages of
//! it is left out.

mod html;
mod marks;
mod reader;
mod tables;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::document::{Block, BlockKind};
use super::front_matter::{self, FrontMatter};
use super::invisible;
use super::read_block::{self, ReadBlock};
use crate::language::Language;
use crate::span::Span;
use reader::Reader;

/// Reads a Markdown document: its language, its blocks in order, and its front matter. Of MDX, the
/// code of a page is left out, and the text of its components is read.
pub(super) fn read(source: &str, is_mdx: bool) -> (Option<Language>, Vec<Block>, FrontMatter) {
    // A byte order mark would hide front matter and a first heading from the parser.
    let shift = source.len() - invisible::without_mark(source).len();
    let code = |source: &str| marks::code_of(events(source, shift));
    let marked = marks::set_aside(source, is_mdx, code);
    let mut reader = Reader {
        source: &marked.source,
        unread: marked.unread,
        is_mdx,
        ..Reader::default()
    };
    for (event, span) in events(&marked.source, shift) {
        reader.take(event, span);
    }
    reader.close();
    let mut blocks = reader.blocks;
    let front_matter = reader.front_matter.map(|(start, text)| {
        blocks.splice(0..0, author(source, &text, start));
        FrontMatter::read(&text)
    });
    let (language, blocks) = read_block::split(source, &blocks);
    (language, blocks, front_matter.unwrap_or_default())
}

/// Who wrote the document, as its front matter says, which begins at a place of the source.
fn author(source: &str, front_matter: &str, start: usize) -> Option<ReadBlock> {
    let names = front_matter::authors(front_matter)?;
    let place = Span::from(start + names.start..start + names.end);
    let written = source
        .get(place.range())
        .filter(|it| *it == &front_matter[names])?;
    let mut block = ReadBlock::new(BlockKind::Item, 0, Span::at(place.start));
    block.push("Author: ", Span::at(place.start));
    block.push(written, place);
    block.is_entry = true;
    Some(block)
}

/// What a source consists of after its first bytes, each with its place.
fn events(source: &str, shift: usize) -> impl Iterator<Item = (Event<'_>, Span)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let parsed = Parser::new_ext(&source[shift..], options).into_offset_iter();
    parsed.map(move |(event, range)| {
        let span = Span::from(range.start + shift..range.end + shift);
        (event, span)
    })
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start_of(&tag, span),
            Event::End(tag) => self.end_of(tag),
            Event::Text(text) if self.in_front_matter => {
                let begin = || (span.start, String::new());
                self.front_matter.get_or_insert_with(begin).1 += &text;
            }
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => {
                self.push_text(&text, span);
            }
            Event::SoftBreak if self.opens_callout() => {
                // The mark and the title of a callout stand above its text.
                self.start(BlockKind::Paragraph, 0, span);
            }
            Event::HardBreak if self.asks() => self.start(BlockKind::Paragraph, 0, span),
            // Letters and numbers in brackets open items that CommonMark has no lists for.
            Event::SoftBreak | Event::HardBreak if self.opens_item(span.end) => {
                self.start(BlockKind::Item, 0, Span::at(span.end));
            }
            Event::SoftBreak | Event::HardBreak => self.push(" ", span),
            Event::InlineHtml(tag) => self.inline(&tag.to_ascii_lowercase(), span),
            _ => {}
        }
    }

    fn start_of(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::MetadataBlock(_) => {
                // Only what opens a document is its front matter; later it is text between rules.
                self.in_front_matter = self.blocks.is_empty() && self.front_matter.is_none();
            }
            Tag::Image { .. } | Tag::Strikethrough => self.hidden += 1,
            Tag::HtmlBlock => {
                self.close();
                self.hidden += 1;
                html::read(self, span);
            }
            Tag::Heading { level, .. } => self.start(BlockKind::Heading, *level as u8, span),
            Tag::Table(_) => self.start_table(),
            Tag::TableHead | Tag::TableRow => self.start_row(span),
            Tag::TableCell => self.start_cell(),
            Tag::Item => {
                self.items += 1;
                self.start(BlockKind::Item, 0, span);
            }
            Tag::DefinitionListTitle => self.start(BlockKind::Item, 0, span),
            Tag::DefinitionListDefinition if self.open.is_some() => {
                self.open_meaning(Span::at(span.start));
            }
            Tag::Paragraph if self.is_at_start() => {}
            Tag::Paragraph => {
                // Further paragraphs of an item are parts of its list.
                let kind = if self.items > 0 || self.opens_item(span.start) {
                    BlockKind::Item
                } else {
                    BlockKind::Paragraph
                };
                self.start(kind, 0, span);
            }
            Tag::CodeBlock(_) => self.start(BlockKind::Code, 0, span),
            Tag::Link {
                link_type: LinkType::Inline | LinkType::Reference,
                dest_url,
                ..
            } => self.in_link = dest_url.starts_with('#'),
            _ => {}
        }
    }

    fn end_of(&mut self, tag: TagEnd) {
        self.hidden = match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.hidden,
            TagEnd::Image | TagEnd::Strikethrough => self.hidden.saturating_sub(1),
            // An element that nothing ends hides no more than its block.
            _ => 0,
        };
        match tag {
            TagEnd::MetadataBlock(_) => {
                self.in_front_matter = false;
                self.close();
            }
            TagEnd::Link => self.in_link = false,
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => self.end_head(),
            TagEnd::TableRow => self.end_row(),
            TagEnd::Table => self.end_table(),
            TagEnd::Item => {
                self.items = self.items.saturating_sub(1);
                self.close();
            }
            TagEnd::Heading(_)
            | TagEnd::DefinitionListDefinition
            | TagEnd::Paragraph
            | TagEnd::CodeBlock => self.close(),
            _ => {}
        }
    }

    /// Text as it is written, or code, or what an entity stands for.
    fn push_text(&mut self, text: &str, span: Span) {
        // Code has its backticks inside its range, and an entity is no slice of the source.
        // Code over a line break is none either: its backticks are taken off.
        let written = &self.source[span.range()];
        let place = if let Some(at) = written.find(text) {
            Span::from(span.start + at..span.start + at + text.len())
        } else {
            let start = span.end - written.trim_start_matches('`').len();
            Span::from(start..span.start + written.trim_end_matches('`').len())
        };
        if self.in_link {
            self.linked += text.len();
        }
        for shown in marks::outside(&self.unread, place) {
            if shown == place {
                self.push(text, place);
            } else {
                let text = &self.source[shown.range()];
                self.push(text, shown);
            }
        }
    }

    /// An HTML tag within a line.
    fn inline(&mut self, tag: &str, span: Span) {
        match html::tag_name(tag.trim_start_matches(['<', '/'])) {
            "br" => self.push(" ", span),
            "del" | "s" | "strike" if tag.starts_with("</") => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "del" | "s" | "strike" => self.hidden += 1,
            // 10<sup>6</sup> is not 106.
            "sup" if !tag.starts_with("</") && self.ends_in_digit() => {
                self.push("^", Span::at(span.end));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
