//! Markdown becomes blocks whose sentences keep their exact place in the source.
//!
//! Segmentation and matching work on the text as it is read, without markup; a
//! quote is the source itself. So every block carries a map from one to the other.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document::{Block, Sentence, Span};
use super::front_matter::FrontMatter;
use super::plain_text::BlockKind;
use super::{Language, invisible, sentences};

/// Reads a Markdown document: its language, its blocks in order, and its front matter.
pub(super) fn read(source: &str) -> (Option<Language>, Vec<Block>, FrontMatter) {
    let mut reader = Reader {
        source,
        blocks: Vec::new(),
        open: None,
        hidden: 0,
        front_matter: None,
        in_front_matter: false,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    // A byte order mark would hide front matter and a first heading from the parser.
    let shift = source.len() - invisible::without_mark(source).len();
    for (event, range) in Parser::new_ext(&source[shift..], options).into_offset_iter() {
        reader.take(
            event,
            Span {
                start: range.start + shift,
                end: range.end + shift,
            },
        );
    }
    reader.close();
    let front_matter = reader
        .front_matter
        .map(|yaml| FrontMatter::read(&yaml))
        .unwrap_or_default();
    let language = Language::of(
        &reader
            .blocks
            .iter()
            .map(|block| block.reading.as_str())
            .collect::<Vec<_>>()
            .join("\n"),
    );
    (
        language,
        reader
            .blocks
            .iter()
            .map(|block| block.split(source, language))
            .collect(),
        front_matter,
    )
}

/// A block as it is read, with the place of each piece of it in the source.
struct ReadBlock {
    kind: BlockKind,
    level: u8,
    reading: String,
    /// Where pieces of the reading start, and where in the source each stands.
    pieces: Vec<(usize, Span)>,
    /// The block in the source, markup included.
    source: Span,
}

struct Reader<'a> {
    source: &'a str,
    blocks: Vec<ReadBlock>,
    open: Option<ReadBlock>,
    /// How many elements are open whose text is not the document's prose.
    hidden: usize,
    front_matter: Option<String>,
    /// Whether the text that comes is front matter.
    in_front_matter: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => {
                // Only what opens a document is its front matter; later it is text between rules.
                self.in_front_matter = self.blocks.is_empty() && self.front_matter.is_none();
            }
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock) => self.hidden += 1,
            Event::End(TagEnd::MetadataBlock(_)) => {
                self.in_front_matter = false;
                self.close();
            }
            Event::End(TagEnd::Image | TagEnd::HtmlBlock) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.start(BlockKind::Heading, depth(level), span);
            }
            Event::Start(Tag::Item | Tag::TableRow | Tag::TableHead) => {
                self.start(BlockKind::Item, 0, span);
            }
            Event::Start(Tag::Paragraph)
                if self
                    .open
                    .as_ref()
                    .is_some_and(|block| block.reading.is_empty()) => {}
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_)) => {
                self.start(BlockKind::Paragraph, 0, span);
            }
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::Paragraph
                | TagEnd::CodeBlock,
            ) => {
                self.close();
            }
            Event::End(TagEnd::TableCell) => self.push(
                " | ",
                Span {
                    start: span.end,
                    end: span.end,
                },
            ),
            Event::Text(text) if self.in_front_matter => {
                self.front_matter.get_or_insert_default().push_str(&text);
            }
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => {
                // Code has its backticks inside its range, and an entity is no slice of the source.
                // Code over a line break is none either: its backticks are taken off.
                let written = &self.source[span.range()];
                let inner = written.trim_start_matches('`');
                let place = match written.find(&*text) {
                    Some(at) => Span {
                        start: span.start + at,
                        end: span.start + at + text.len(),
                    },
                    None => Span {
                        start: span.end - inner.len(),
                        end: span.end - (written.len() - written.trim_end_matches('`').len()),
                    },
                };
                self.push(&text, place);
            }
            Event::SoftBreak | Event::HardBreak => self.push(" ", span),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.push(" ", span);
            }
            _ => {}
        }
    }

    fn start(&mut self, kind: BlockKind, level: u8, source: Span) {
        self.close();
        self.open = Some(ReadBlock {
            kind,
            level,
            reading: String::new(),
            pieces: Vec::new(),
            source,
        });
    }

    fn push(&mut self, text: &str, place: Span) {
        let block = self.open.get_or_insert_with(|| ReadBlock {
            kind: BlockKind::Paragraph,
            level: 0,
            reading: String::new(),
            pieces: Vec::new(),
            source: place,
        });
        block.source.end = block.source.end.max(place.end);
        block.pieces.push((block.reading.len(), place));
        block.reading.push_str(text);
    }

    fn close(&mut self) {
        if let Some(block) = self
            .open
            .take()
            .filter(|block| block.reading.chars().any(char::is_alphanumeric))
        {
            self.blocks.push(block);
        }
    }
}

impl ReadBlock {
    fn split(&self, source: &str, language: Option<Language>) -> Block {
        let reading = self.reading.trim_end_matches([' ', '|']);
        let ranges = sentences::sentences(reading, Language::code(language));
        let mut sentences = Vec::with_capacity(ranges.len());
        let mut after = self.source.start;
        for (position, range) in ranges.iter().enumerate() {
            let next = ranges
                .get(position + 1)
                .and_then(|next| self.place(next.start));
            let Some(last) = range
                .end
                .checked_sub(1)
                .and_then(|last| self.place_after(&self.reading, last))
            else {
                continue;
            };
            let first = self.place(range.start).unwrap_or(after);
            let start = before_markup(source, after, first);
            let end = after_markup(source, last, next.unwrap_or(self.source.end).max(last));
            after = end;
            let span = Span { start, end };
            let text = &self.reading[range.clone()];
            let sentence = match source.get(span.range()) {
                Some(verbatim) if verbatim == text => Sentence::plain(span, self.kind, position),
                Some(_) => Sentence::marked_up(span, self.kind, position, text),
                None => continue,
            };
            sentences.push(sentence);
        }
        Block {
            kind: self.kind,
            level: self.level,
            stands_alone: false,
            sentences,
        }
    }

    /// Where the byte `at` of the reading stands in the source.
    fn place(&self, at: usize) -> Option<usize> {
        let index = self
            .pieces
            .partition_point(|(start, _)| *start <= at)
            .checked_sub(1)?;
        let (start, place) = self.pieces[index];
        Some((place.start + (at - start)).min(place.end))
    }

    /// Where in the source the character that holds byte `at` of the reading ends.
    fn place_after(&self, reading: &str, at: usize) -> Option<usize> {
        let index = self
            .pieces
            .partition_point(|(start, _)| *start <= at)
            .checked_sub(1)?;
        let (start, place) = self.pieces[index];
        let end = reading.ceil_char_boundary(at + 1);
        Some((place.start + (end - start)).min(place.end))
    }
}

/// Opening markup that touches the text at `first` belongs to it: where it begins, not before `from`.
fn before_markup(source: &str, from: usize, first: usize) -> usize {
    let gap = source.get(from..first).unwrap_or_default();
    let touching = gap.rsplit(char::is_whitespace).next().unwrap_or_default();
    let markup =
        touching.trim_start_matches(|c: char| !matches!(c, '*' | '_' | '~' | '`' | '[' | '<'));
    first - markup.len()
}

/// Closing markup that touches the text at `last` belongs to it: where it ends, not after `to`.
fn after_markup(source: &str, last: usize, to: usize) -> usize {
    let gap = source.get(last..to).unwrap_or_default();
    let closes = gap.starts_with(['*', '_', '~', '`', ']', '>']);
    if !closes {
        return last;
    }
    // The destination of a link may have a title after a space: it ends with its parenthesis.
    let link = gap.trim_start_matches(['*', '_', '~', '`']);
    let end = if link.starts_with("](") {
        gap.find(')').map_or(0, |at| at + 1)
    } else {
        0
    };
    last + end
        + gap[end..]
            .find(char::is_whitespace)
            .unwrap_or(gap.len() - end)
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests;
