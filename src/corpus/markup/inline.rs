//! Markup within the lines of a block: which marks a syntax has, and one scanner for all.
//!
//! The scanner goes through a text once. Where a part between marks begins, it notes where that
//! ends, and goes on inside: parts may stand in parts, and nothing calls itself.

use std::ops::Range;

use super::text::Text;
use crate::corpus::document::BlockKind;
use crate::corpus::read_block::ReadBlock;
use crate::span::Span;

/// No link, role or note is longer, in bytes: what is, is text.
pub(super) const LONGEST: usize = 1000;

/// The markup of a syntax.
pub(super) struct Inline<'a> {
    pub(super) marks: &'static [Mark],
    /// The element, other than a part between two equal marks, at a byte of a text.
    pub(super) element: &'a dyn Fn(&str, usize) -> Option<Element>,
}

/// A mark on both sides of a part.
pub(super) struct Mark {
    sign: &'static str,
    content: Content,
    /// Whether it may stand within a word.
    is_free: bool,
}

impl Mark {
    /// One that may stand anywhere.
    pub(super) const fn free(sign: &'static str, content: Content) -> Self {
        Self {
            sign,
            content,
            is_free: true,
        }
    }

    /// One that stands around words.
    pub(super) const fn apart(sign: &'static str, content: Content) -> Self {
        Self {
            sign,
            content,
            is_free: false,
        }
    }
}

/// What stands between two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Text, with markup of its own.
    Text,
    /// What is read as it is written.
    Code,
    /// What nobody reads, as it is struck out.
    Hidden,
    /// A power, if a number stands before it.
    Raised,
    /// A note, which is read between brackets.
    Note,
}

/// An element at a place of a text.
#[derive(Debug)]
pub(super) struct Element {
    /// Where it ends.
    pub(super) end: usize,
    /// What is read of it.
    pub(super) shown: Range<usize>,
    pub(super) content: Content,
    /// What is read before that, or in its stead.
    pub(super) said: Option<String>,
}

impl Element {
    pub(super) fn of(end: usize, shown: Range<usize>, content: Content) -> Option<Self> {
        (shown.start <= shown.end && shown.end <= end).then_some(Self {
            end,
            shown,
            content,
            said: None,
        })
    }

    /// One between two marks, of which the first stands at the byte `at`.
    pub(super) fn between(
        text: &str,
        at: usize,
        opening: &str,
        closing: &str,
        content: Content,
    ) -> Option<Self> {
        let start = at + opening.len();
        let close = until(text, start, closing)?;
        Self::of(close + closing.len(), start..close, content)
    }

    /// One of which nothing is read.
    pub(super) fn hidden(start: usize, end: usize) -> Option<Self> {
        Self::of(end, start..start, Content::Hidden)
    }
}

/// A part that the scanner is in.
struct Open {
    /// Where what is read of it ends, and where it ends itself.
    shown: usize,
    end: usize,
    is_note: bool,
}

/// Adds `text` to `block`, read by the markup of a syntax.
pub(super) fn read(inline: &Inline<'_>, text: &Text, block: &mut ReadBlock) {
    let flat = text.flat.as_str();
    let mut open: Vec<Open> = Vec::new();
    // Up to where each mark is known to close nothing.
    let mut closes_nothing = vec![0; inline.marks.len()];
    let (mut at, mut plain) = (0, 0);
    loop {
        let limit = open.last().map_or(flat.len(), |part| part.shown);
        if at >= limit {
            text.push(block, plain..limit);
            let Some(part) = open.pop() else { return };
            if part.is_note {
                block.push(")", Span::at(text.place(limit)));
            }
            block.close_mark(text.span(part.shown..part.end).end);
            (at, plain) = (part.end, part.end);
            continue;
        }
        let inside = &flat[..limit];
        let element = (inline.element)(inside, at)
            .or_else(|| marked(inline.marks, inside, at, &mut closes_nothing));
        let Some(element) = element.filter(|it| it.end > at && it.end <= limit) else {
            at += step(&inside[at..]);
            continue;
        };
        let is_hidden = element.content == Content::Hidden;
        let is_last = flat[element.end..].chars().next().is_none_or(|c| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')')
        });
        // The space before what is not read parts nothing then.
        let before = if is_hidden && is_last {
            flat[plain..at].trim_end()
        } else {
            &flat[plain..at]
        };
        text.push(block, plain..plain + before.len());
        let place = text.span(at..element.end);
        (at, plain) = (element.end, element.end);
        if is_hidden {
            continue;
        }
        block.open_mark(place.start);
        let lead = match element.content {
            Content::Raised if block.reading.ends_with(|c: char| c.is_ascii_digit()) => "^",
            Content::Note if block.reading.ends_with(char::is_whitespace) => "(",
            Content::Note => " (",
            _ => "",
        };
        block.push(lead, Span::at(text.place(element.shown.start)));
        if let Some(said) = &element.said {
            block.push(said, place);
        }
        if element.content == Content::Code {
            text.push(block, element.shown);
            block.close_mark(place.end);
        } else {
            (at, plain) = (element.shown.start, element.shown.start);
            open.push(Open {
                shown: element.shown.end,
                end: element.end,
                is_note: element.content == Content::Note,
            });
        }
    }
}

/// The reading of a text by itself.
pub(super) fn reading(inline: &Inline<'_>, text: &Text) -> String {
    let mut block = ReadBlock::new(BlockKind::Paragraph, 0, Span::at(0));
    read(inline, text, &mut block);
    block.reading
}

/// To where nothing can begin: letters and digits begin only what begins a word.
fn step(rest: &str) -> usize {
    let mut characters = rest.char_indices();
    let first = characters.next().is_some_and(|(_, c)| c.is_alphanumeric());
    let next = characters.find(|(_, c)| !first || !c.is_alphanumeric());
    next.map_or(rest.len(), |(at, _)| at)
}

/// The part between two equal marks that begins at a byte of a text.
fn marked(marks: &[Mark], text: &str, at: usize, closes_nothing: &mut [usize]) -> Option<Element> {
    let mut signs = marks.iter().map(|mark| mark.sign);
    let number = signs.position(|sign| text[at..].starts_with(sign))?;
    let (mark, length) = (&marks[number], marks[number].sign.len());
    let start = at + length;
    if !mark.is_free && !starts_word(text, at)
        || text[start..].starts_with(char::is_whitespace)
        || closes_nothing[number] >= text.len()
    {
        return None;
    }
    // Marks may overlap: of three backquotes the last two may close.
    let rest = &text[start..];
    let mut marked = rest
        .char_indices()
        .filter(|(found, _)| rest[*found..].starts_with(mark.sign));
    let closing = marked.find(|(found, _)| {
        let before = &text[start..start + found];
        let after = &text[start + found + length..];
        !before.is_empty()
            && !before.ends_with(char::is_whitespace)
            // Of a longer run of such marks the last close.
            && (mark.is_free || !after.starts_with(|c: char| c.is_alphanumeric() || mark.sign.starts_with(c)))
    });
    let Some((found, _)) = closing else {
        closes_nothing[number] = text.len();
        return None;
    };
    Element::of(start + found + length, start..start + found, mark.content)
}

/// Whether a word may start at a byte of a text.
pub(super) fn starts_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '_' | '\\'))
}

/// What stands from a byte of a text up to `mark`, if that is near: where it ends.
pub(super) fn until(text: &str, from: usize, mark: &str) -> Option<usize> {
    let near = text.floor_char_boundary(from + LONGEST);
    text[from..near].find(mark).map(|at| from + at)
}
