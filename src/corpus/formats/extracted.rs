//! The text taken from a file, and how it is written.

mod blocks;

use std::ops::Range;

use super::{FormatError, LARGEST};
use crate::corpus::date::Date;
use crate::corpus::document::BlockKind;
use crate::corpus::locator::Locator;
use crate::corpus::questions::asks;
use crate::corpus::{code, invisible, plain_text};

/// The deepest heading that there is.
pub(super) const DEEPEST_HEADING: u8 = 10;

/// The text of a file, with the blocks it consists of and their places in the original.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Extracted {
    pub(in crate::corpus) text: String,
    pub(in crate::corpus) title: Option<String>,
    pub(in crate::corpus) date: Option<Date>,
    /// From which byte on text stands where, ascending.
    pub(in crate::corpus) locators: Vec<(usize, Locator)>,
    blocks: Vec<ExtractedBlock>,
}

/// What part a block plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading, and its depth: 1 for the outermost.
    Heading(u8),
    Paragraph,
    Item,
    /// A row of a table within a document.
    Row,
    /// A row of a file that is a table: a passage of its own.
    Record,
    /// Lines of a program, a command or its output.
    Code,
}

#[derive(Debug)]
struct ExtractedBlock {
    kind: Kind,
    span: Range<usize>,
    /// Where in the text the cells of a row start.
    cells: Vec<usize>,
}

/// Writes an [`Extracted`] from its start to its end: white space is folded,
/// invisible characters and blocks without a word are left out.
#[derive(Debug, Default)]
pub(super) struct Writer {
    extracted: Extracted,
    open: Option<ExtractedBlock>,
    /// Whether white space comes before the next character.
    is_spaced: bool,
    /// Where in the text the last line of the open block ended.
    line_end: Option<usize>,
    /// Where the next character stands.
    locator: Option<Locator>,
}

impl Writer {
    /// Ends the open block, and opens one at the first character that follows.
    pub(super) fn start(&mut self, kind: Kind) {
        self.end();
        let start = self.extracted.text.len();
        self.open = Some(ExtractedBlock {
            kind,
            span: start..start,
            cells: Vec::new(),
        });
    }

    /// Adds to the open block, or to a new paragraph.
    pub(super) fn push(&mut self, text: &str) -> Result<(), FormatError> {
        for c in text.chars() {
            if c.is_whitespace() {
                self.is_spaced = true;
                continue;
            }
            if !is_written(c) {
                continue;
            }
            if self.open.is_none() {
                self.start(Kind::Paragraph);
            }
            if self.is_spaced && self.open_length() > 0 {
                self.extracted.text.push(' ');
            }
            self.is_spaced = false;
            let written = &mut self.extracted.text;
            if let Some(locator) = self.locator.take() {
                self.extracted.locators.push((written.len(), locator));
            }
            written.push(c);
        }
        if self.extracted.text.len() > LARGEST {
            return Err(FormatError::TooLarge);
        }
        Ok(())
    }

    /// Ends a line within the open block. An empty line ends a paragraph, but not a heading; it
    /// ends an item that does not end as a sentence does, and what follows is another item.
    pub(super) fn end_line(&mut self) {
        let at = self.extracted.text.len();
        let is_empty = self.line_end.replace(at) == Some(at);
        self.is_spaced = true;
        match self.open.as_ref().map(|open| open.kind) {
            Some(Kind::Paragraph) if is_empty => self.end(),
            Some(Kind::Item) if is_empty && self.opens_term() && !self.ends_sentence() => {
                self.start(Kind::Item);
            }
            _ => {}
        }
    }

    /// What is written from here on stands at `locator`.
    pub(super) fn locate(&mut self, locator: Locator) {
        let last = self.extracted.locators.last().map(|(_, last)| last);
        if self.locator.as_ref().or(last) != Some(&locator) {
            self.locator = Some(locator);
        }
    }

    /// Ends the open block, if there is one.
    pub(super) fn end(&mut self) {
        self.is_spaced = false;
        self.line_end = None;
        let Some(mut open) = self.open.take() else {
            return;
        };
        let text = &mut self.extracted.text;
        open.span.end = text.len();
        if text[open.span.clone()].contains(char::is_alphanumeric) {
            open.take_off_bullet(text);
            self.extracted.blocks.push(open);
            text.push('\n');
        } else {
            text.truncate(open.span.start);
            while (self.extracted.locators.last()).is_some_and(|(from, _)| *from >= text.len()) {
                let left = self.extracted.locators.pop().map(|(_, locator)| locator);
                // What follows stands at the last place that was told.
                self.locator = self.locator.take().or(left);
            }
        }
    }

    /// Whether what is open ends in a digit, so that another would be part of the number.
    pub(super) fn ends_in_digit(&self) -> bool {
        !self.is_spaced && self.open_text().ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether what is open is a term before its meaning.
    pub(super) fn ends_in_colon(&self) -> bool {
        self.opens_term() && self.open_text().ends_with(':')
    }

    /// Ends the term of a definition, which waits for its meaning unless it is a question.
    pub(super) fn end_term(&mut self) {
        let asks = asks(&self.extracted.text);
        if let Some(open) = self.open.as_mut().filter(|_| asks) {
            open.kind = Kind::Paragraph;
            self.end();
        }
    }

    /// Goes on from a term to its meaning; both are quoted together, and a label between them too.
    pub(super) fn open_meaning(&mut self) -> Result<(), FormatError> {
        if let Some(open) = self.open.as_mut().filter(|open| open.cells.is_empty()) {
            open.cells.push(open.span.start);
        }
        self.push(": ")
    }

    /// Whether a term is open that waits for its meaning.
    pub(super) fn opens_term(&self) -> bool {
        self.in_item() && self.open_length() > 0
    }

    /// A block of `text`.
    pub(super) fn block(&mut self, kind: Kind, text: &str) -> Result<(), FormatError> {
        self.start(kind);
        self.push(text)?;
        self.end();
        Ok(())
    }

    /// The blocks of a plain text; what looks like a heading there is of the kind `heading`.
    pub(super) fn lines(&mut self, text: &str, heading: Kind) -> Result<(), FormatError> {
        for block in plain_text::blocks(text) {
            let said = |place: &Range<usize>| &text[place.clone()];
            match block.kind {
                BlockKind::Heading => self.block(heading, said(&block.span))?,
                BlockKind::Item => self.block(Kind::Item, said(&block.span))?,
                _ => match &block.row {
                    Some(row) => self.row(Kind::Row, &row.names, row.cells.iter().map(said))?,
                    None => self.block(Kind::Paragraph, said(&block.span))?,
                },
            }
        }
        Ok(())
    }

    /// A block of code, which keeps its line ends.
    pub(super) fn code(&mut self, text: &str) -> Result<(), FormatError> {
        self.start(Kind::Code);
        if let Some(locator) = self.locator.take() {
            let at = self.extracted.text.len();
            self.extracted.locators.push((at, locator));
        }
        self.extracted.text.push_str(&code::reading(text));
        if self.extracted.text.len() > LARGEST {
            return Err(FormatError::TooLarge);
        }
        self.end();
        Ok(())
    }

    /// A row as "Header: value; Header: value": empty cells are left out, and a
    /// cell beyond the headers has its value alone.
    pub(super) fn row(
        &mut self,
        kind: Kind,
        headers: &[String],
        cells: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<(), FormatError> {
        self.start(kind);
        let mut headers = headers.iter();
        for cell in cells {
            let cell = cell.as_ref();
            let header = headers.next().filter(|header| !header.is_empty());
            if !cell.contains(|c: char| !c.is_whitespace() && is_written(c)) {
                continue;
            }
            let mut at = self.extracted.text.len();
            if self.open_length() > 0 {
                self.extracted.text.push(';');
                self.is_spaced = true;
                at += 2;
            }
            if let Some(open) = &mut self.open {
                open.cells.push(at);
            }
            if let Some(header) = header {
                self.push(header)?;
                // A question needs no other mark before its answer.
                self.push(if asks(header) { " " } else { ": " })?;
            }
            self.push(cell)?;
        }
        self.end();
        Ok(())
    }

    /// What the open block says so far.
    fn open_text(&self) -> &str {
        let open = self.open.as_ref();
        open.map_or("", |open| &self.extracted.text[open.span.start..])
    }

    /// How many bytes the open block has so far.
    pub(super) fn open_length(&self) -> usize {
        self.open_text().len()
    }

    fn in_item(&self) -> bool {
        (self.open.as_ref()).is_some_and(|open| open.kind == Kind::Item)
    }

    /// Whether an item was opened and says nothing yet.
    pub(super) fn opens_item(&self) -> bool {
        self.in_item() && self.open_length() == 0
    }

    /// Whether the open block ends as a sentence does.
    pub(super) fn ends_sentence(&self) -> bool {
        let text = &self.extracted.text;
        let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
        end.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '\n']) || end.is_empty()
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> Extracted {
        self.end();
        self.extracted
    }
}

/// Whether a character is written, if it is no white space; the last here replaces broken bytes.
fn is_written(c: char) -> bool {
    !c.is_control() && !invisible::has_no_width(c) && c != char::REPLACEMENT_CHARACTER
}

impl Extracted {
    /// The same with the title that is found, unless it opens with a heading, which names it.
    pub(super) fn titled(
        mut self,
        find: impl FnOnce() -> Result<Option<String>, FormatError>,
    ) -> Result<Self, FormatError> {
        let first = self.blocks.first();
        if !first.is_some_and(|block| matches!(block.kind, Kind::Heading(_))) {
            self.title = find()?;
        }
        Ok(self)
    }
}
