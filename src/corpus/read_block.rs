//! A block of a text as it is read, with the place of each piece of it in the
//! source: what segmentation and matching work on, where a quote is the source itself.

use super::document::{Block, BlockKind, Sentence};
use super::{code, invisible, sentences};
use crate::language::Language;
use crate::span::Span;

/// A term and its meaning up to this many bytes are quoted whole.
const LONGEST_ENTRY: usize = 400;

/// The language of a text of those blocks, and their sentences by its rules.
pub(super) fn split(source: &str, blocks: &[ReadBlock]) -> (Option<Language>, Vec<Block>) {
    let readings: Vec<&str> = blocks.iter().map(|block| block.reading.as_str()).collect();
    let language = Language::of(&readings.join("\n"));
    let code = Language::code(language);
    let blocks = blocks.iter().map(|block| block.split(source, code));
    let mut blocks: Vec<Block> = blocks.collect();
    // In a damaged source markup may go back: what was read is not read again.
    let mut end = 0;
    for block in &mut blocks {
        block.sentences.retain(|sentence| {
            let is_new = sentence.span.start >= end;
            end = end.max(sentence.span.end);
            is_new
        });
    }
    blocks.retain(|block| !block.sentences.is_empty());
    (language, blocks)
}

/// A block, and where in the source each piece of its reading stands.
pub(super) struct ReadBlock {
    pub(super) kind: BlockKind,
    /// See [`Block::level`].
    pub(super) level: u8,
    /// Whether it is one sentence, whatever marks it has.
    pub(super) is_whole: bool,
    /// Whether it is a term and its meaning, which are one sentence where they are short.
    pub(super) is_entry: bool,
    /// Where the row stands that names the columns of this one.
    pub(super) names: Option<Span>,
    pub(super) reading: String,
    /// Where pieces of the reading start, and where in the source each stands.
    pieces: Vec<(usize, Span)>,
    /// Where in the reading a part between marks begins, and where in the source its mark does.
    openings: Vec<(usize, usize)>,
    /// Where in the reading such a part ends, and where in the source its mark does.
    closings: Vec<(usize, usize)>,
    /// The block in the source, markup included.
    pub(super) source: Span,
}

impl ReadBlock {
    pub(super) fn new(kind: BlockKind, level: u8, source: Span) -> Self {
        Self {
            kind,
            level,
            is_whole: false,
            is_entry: false,
            names: None,
            reading: String::new(),
            pieces: Vec::new(),
            openings: Vec::new(),
            closings: Vec::new(),
            source,
        }
    }

    /// Adds what stands at `place`, without what nobody sees of it.
    pub(super) fn push(&mut self, text: &str, place: Span) {
        self.source.end = self.source.end.max(place.end);
        if place.end - place.start != text.len() {
            // Not letter for letter what the source has there.
            return self.add(&text.replace(is_invisible, ""), place);
        }
        let mut start = 0;
        while start < text.len() {
            let visible = &text[start..];
            let end = visible.find(is_invisible).unwrap_or(visible.len());
            let from = place.start + start;
            self.add(&visible[..end], Span::from(from..from + end));
            start += end + hidden_at(&visible[end..]);
        }
    }

    /// What comes next stands after a mark, which begins at `place` of the source.
    pub(super) fn open_mark(&mut self, place: usize) {
        self.openings.push((self.reading.len(), place));
    }

    /// What came last stands before a mark, which ends at `place` of the source.
    pub(super) fn close_mark(&mut self, place: usize) {
        self.source.end = self.source.end.max(place);
        self.closings.push((self.reading.len(), place));
    }

    fn add(&mut self, text: &str, place: Span) {
        if !text.is_empty() {
            self.pieces.push((self.reading.len(), place));
            self.reading.push_str(text);
        }
    }

    /// Leaves out the first bytes of the reading.
    pub(super) fn drop_front(&mut self, bytes: usize) {
        self.reading.drain(..bytes);
        let first = self.pieces.partition_point(|(start, _)| *start <= bytes);
        self.pieces.drain(..first.saturating_sub(1));
        for (start, place) in &mut self.pieces {
            place.start = (place.start + bytes.saturating_sub(*start)).min(place.end);
            *start = start.saturating_sub(bytes);
        }
    }

    /// Leaves out what follows the first bytes of the reading.
    pub(super) fn truncate(&mut self, bytes: usize) {
        self.reading.truncate(bytes);
        let kept = self.pieces.partition_point(|(start, _)| *start < bytes);
        self.pieces.truncate(kept);
    }

    /// Where all that it reads stands.
    pub(super) fn whole_place(&self) -> Option<Span> {
        let (_, first) = self.pieces.first()?;
        let end = self.place_before(self.reading.trim_end().len())?;
        Some(Span::from(first.start..end.max(first.start)))
    }

    /// The block with its sentences.
    pub(super) fn split(&self, source: &str, language: &str) -> Block {
        let reading = self.reading.trim_end();
        let ranges = if self.kind == BlockKind::Code {
            code::pieces(reading)
        } else if self.is_whole || self.is_entry && reading.len() <= LONGEST_ENTRY {
            let start = reading.len() - reading.trim_start().len();
            std::iter::once(start..reading.len()).collect()
        } else {
            sentences::sentences(reading, language)
        };
        let mut sentences = Vec::with_capacity(ranges.len());
        let mut after = self.source.start;
        for (position, range) in ranges.iter().enumerate() {
            let next = ranges.get(position + 1);
            let next = next.and_then(|next| self.place(next.start));
            let Some(last) = self.place_before(range.end) else {
                continue;
            };
            let first = self.place(range.start).unwrap_or(after);
            // The lines of a cell may stand below those of the next.
            let (first, last) = if self.is_whole {
                self.extent(first, last)
            } else {
                (first, last)
            };
            let first = self.opening(range.start, first).max(after);
            let last = self.closing(range.end, last);
            let start = before_markup(source, after, first);
            let end = after_markup(source, last, next.unwrap_or(self.source.end).max(last));
            after = end;
            let span = Span { start, end };
            let text = &self.reading[range.clone()];
            // The names of columns are read before cells that say nothing.
            let says = |verbatim: &&str| verbatim.contains(char::is_alphanumeric);
            if let Some(verbatim) = source.get(span.range()).filter(says) {
                sentences.push(Sentence {
                    names: self.names,
                    reading: (verbatim != text).then(|| text.into()),
                    ..Sentence::plain(span, self.kind, position)
                });
            }
        }
        Block {
            kind: self.kind,
            level: self.level,
            stands_alone: false,
            sentences,
        }
    }

    /// Where the piece with the byte `at` of the reading starts, and where it stands in the source.
    fn piece(&self, at: usize) -> Option<(usize, Span)> {
        let after = self.pieces.partition_point(|(start, _)| *start <= at);
        self.pieces[..after].last().copied()
    }

    /// Where the byte `at` of the reading stands in the source.
    fn place(&self, at: usize) -> Option<usize> {
        let (start, place) = self.piece(at)?;
        Some((place.start + (at - start)).min(place.end))
    }

    /// The same of a mark that stands before the byte `at` of the reading, whose place is `first`.
    fn opening(&self, at: usize, first: usize) -> usize {
        let from = self.openings.partition_point(|(start, _)| *start < at);
        let mark = self.openings.get(from).filter(|(start, _)| *start == at);
        mark.map_or(first, |(_, place)| first.min(*place))
    }

    /// Where in the source the marks after the byte `at` of the reading end, whose place is `last`.
    fn closing(&self, at: usize, last: usize) -> usize {
        let to = self.closings.partition_point(|(end, _)| *end <= at);
        let mark = self.closings[..to].last().filter(|(end, _)| *end == at);
        mark.map_or(last, |(_, place)| last.max(*place))
    }

    /// From where to where in the source all of the block stands, at least from `first` to `last`.
    fn extent(&self, first: usize, last: usize) -> (usize, usize) {
        let written = self.pieces.iter().map(|(_, place)| place);
        let written = written.filter(|place| place.start < place.end);
        written.fold((first, last), |(first, last), place| {
            (first.min(place.start), last.max(place.end))
        })
    }

    /// Where in the source what stands before the byte `end` of the reading ends.
    fn place_before(&self, end: usize) -> Option<usize> {
        let (start, place) = self.piece(end.checked_sub(1)?)?;
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
    if !gap.starts_with(['*', '_', '~', '`', ']', '>']) {
        return last;
    }
    // The destination of a link may have a title after a space: it ends with its parenthesis.
    let link = gap.trim_start_matches(['*', '_', '~', '`']);
    let closing = gap.find(')').filter(|_| link.starts_with("]("));
    let end = closing.map_or(0, |at| at + 1);
    let space = gap[end..].find(char::is_whitespace);
    last + space.map_or(gap.len(), |at| end + at)
}

/// Whether a character parts no word and is not seen.
fn is_invisible(c: char) -> bool {
    invisible::has_no_width(c) || c.is_control() && !c.is_whitespace()
}

/// Bytes of what is not seen at the start of a text that starts with such a mark: a
/// command to a terminal goes as a whole.
fn hidden_at(text: &str) -> usize {
    let Some(mark) = text.chars().next() else {
        return 0;
    };
    let command = text.strip_prefix('\u{1b}').map(|rest| 1 + command(rest));
    let bytes = command.unwrap_or(mark.len_utf8());
    text.ceil_char_boundary(bytes)
}

/// Bytes of the command (ECMA-35 and 48) that follows an escape; 0 where none does.
fn command(text: &str) -> usize {
    let Some((first, rest)) = text.split_at_checked(1) else {
        return 0;
    };
    match first.as_bytes() {
        // "[1m": parameters, and the letter that ends them.
        b"[" => {
            let parameters = rest.find(|c: char| !matches!(c, '0'..='?' | ' '..='/'));
            1 + parameters.map_or(rest.len(), |at| at + 1)
        }
        // "]0;title", up to a bell or to an escape and a backslash.
        b"]" | b"P" | b"X" | b"^" | b"_" => {
            let end = rest.find(|c: char| c.is_control() && c != '\t');
            let ended = end.and_then(|end| {
                let marks = ["\u{7}", "\u{9c}", "\u{1b}\\"];
                let mark = marks.iter().find(|mark| rest[end..].starts_with(**mark));
                mark.map(|mark| end + mark.len())
            });
            1 + ended.unwrap_or(0)
        }
        // "(B" names a set of characters.
        b"(" | b")" | b"*" | b"+" | b"#" | b"%" | b"$" => {
            1 + usize::from(rest.starts_with(|c: char| c.is_ascii_graphic()))
        }
        // "7", "=" and "c" are whole commands.
        [b'0'..=b'~'] => 1,
        _ => 0,
    }
}
