//! Rich text (RTF): what its reader sees. Groups are kept on a list: nothing recurses.

mod characters;
mod tokens;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::extracted::{Extracted, Kind};
use super::flow::Flow;
use super::title;
use super::{DEEPEST, FormatError};
use crate::corpus::is_one_of;
use characters::{Fonts, Pending, of_code_page};
use tokens::{READ, Token, Tokens, UNREAD, written};

/// Where the text of a group goes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    /// Nowhere.
    Unread,
    Fonts,
    /// Properties other than the title.
    Properties,
    Title,
}

/// What holds until the end of a group.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property that RTF switches by itself"
)]
struct State {
    place: Place,
    is_hidden: bool,
    is_deleted: bool,
    is_raised: bool,
    /// How many characters stand in for one of Unicode, where it is said.
    substitutes: Option<usize>,
    encoding: Option<&'static Encoding>,
    in_table: bool,
    /// The level of a heading, from 1.
    heading: Option<u8>,
}

#[derive(Default)]
struct Reader {
    state: State,
    outer: Vec<State>,
    flow: Flow,
    title: String,
    /// That of the document, where it says it.
    encoding: Option<&'static Encoding>,
    fonts: Fonts,
    pending: Pending,
    /// How many characters are yet to be passed over.
    passed: usize,
    /// Whether the next word names a group that may be passed over.
    is_optional: bool,
    /// How deep the groups are that are notes.
    notes: Vec<usize>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    if !bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Err(FormatError::Damaged);
    }
    let mut reader = Reader::default();
    reader.flow.open_paragraph(Some(Kind::Paragraph));
    for token in (Tokens { rest: bytes }) {
        reader.take(token)?;
    }
    // What is cut off ends here, with its notes.
    while !reader.outer.is_empty() {
        reader.take(Token::Close)?;
    }
    reader.flush();
    reader.end_paragraph()?;
    reader.flow.close_table()?;
    let extracted = reader.flow.finish()?;
    extracted.titled(|| Ok(title::sensible(&reader.title)))
}

impl Reader {
    fn take(&mut self, token: Token<'_>) -> Result<(), FormatError> {
        // What stands in for a character of Unicode ends with its group.
        let is_brace = matches!(token, Token::Open | Token::Close);
        if self.passed > 0 && !is_brace && !matches!(token, Token::Word("u", Some(_))) {
            self.passed -= 1;
            return Ok(());
        }
        if !matches!(token, Token::Byte(_)) {
            self.flush();
        }
        match token {
            Token::Open => {
                self.passed = 0;
                if self.outer.len() >= DEEPEST {
                    return Err(FormatError::TooDeep);
                }
                self.outer.push(self.state);
            }
            Token::Close => {
                self.passed = 0;
                let depth = self.outer.len();
                if self.notes.pop_if(|note| *note == depth).is_some() {
                    self.flow.close_paragraph()?;
                    self.flow.close_note();
                }
                self.state = self.outer.pop().unwrap_or(self.state);
            }
            Token::Word(name, number) => self.word(name, number)?,
            Token::Symbol(symbol) => match symbol {
                b'*' => self.is_optional = true,
                b'~' => self.text(" "),
                b'_' => self.text("\u{2011}"),
                b'\\' | b'{' | b'}' => self.text(char::from(symbol).encode_utf8(&mut [0; 4])),
                b'\r' | b'\n' => self.end_paragraph()?,
                _ => {}
            },
            Token::Byte(byte) => self.pending.bytes.push(byte),
        }
        Ok(())
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), FormatError> {
        let is_optional = std::mem::take(&mut self.is_optional);
        if self.state.place == Place::Fonts {
            self.fonts.learn(name, number);
            return Ok(());
        }
        if (is_optional && !READ.contains(&name)) || is_one_of(UNREAD, name) {
            self.state.place = Place::Unread;
            return Ok(());
        }
        let is_on = number != Some(0);
        match name {
            "fonttbl" => self.state.place = Place::Fonts,
            "info" => self.state.place = Place::Properties,
            "title" if self.state.place == Place::Properties => self.state.place = Place::Title,
            "ansicpg" => self.encoding = Some(of_code_page(number.unwrap_or_default())),
            "mac" => self.encoding = Some(MACINTOSH),
            "f" => {
                let font = number.unwrap_or_default();
                self.state.encoding = self.fonts.encodings.get(&font).copied();
            }
            "uc" => self.state.substitutes = number.and_then(|n| usize::try_from(n).ok()),
            "u" => {
                if let Some(c) = self.pending.unicode(number.unwrap_or_default()) {
                    self.text(c.encode_utf8(&mut [0; 4]));
                }
                self.passed = self.state.substitutes.unwrap_or(1);
            }
            "v" => self.state.is_hidden = is_on,
            "deleted" | "strike" | "striked" => self.state.is_deleted = is_on,
            "super" => self.state.is_raised = is_on,
            "nosupersub" | "sub" => self.state.is_raised = false,
            "plain" => {
                self.state.is_hidden = false;
                self.state.is_deleted = false;
                self.state.is_raised = false;
                self.state.encoding = None;
            }
            "pard" => {
                self.state.in_table = false;
                self.state.heading = None;
            }
            _ if self.state.place != Place::Text => {}
            "intbl" => self.state.in_table = true,
            // It stands before the first cell.
            "trhdr" => {
                self.open_table();
                self.flow.mark_head();
            }
            "outlinelevel" => {
                let level = number.and_then(|level| u8::try_from(level).ok());
                self.state.heading = level.filter(|level| *level < 9).map(|level| level + 1);
            }
            "listtext" | "pntext" => {
                self.state.place = Place::Unread;
                self.flow.turn(|_| Some(Kind::Item));
            }
            "footnote" => {
                self.notes.push(self.outer.len());
                self.state.in_table = false;
                // Some programs put a note into its raised number.
                self.state.is_raised = false;
                self.flow.open_note();
                self.flow.open_paragraph(Some(Kind::Paragraph));
            }
            "par" | "sect" | "page" | "column" => self.end_paragraph()?,
            "cell" => self.end_cell()?,
            "row" => self.flow.close_row(),
            _ => {
                if let Some(text) = written(name) {
                    self.text(text);
                }
            }
        }
        Ok(())
    }

    /// Adds to where the text of the group goes.
    fn text(&mut self, text: &str) {
        match self.state.place {
            Place::Text if self.state.is_hidden || self.state.is_deleted => {}
            Place::Text => self.flow.push_run(text, self.state.is_raised),
            Place::Title => self.title.push_str(text),
            _ => {}
        }
    }

    /// Adds the bytes that wait, which now are followed by something else.
    fn flush(&mut self) {
        let encoding = self.state.encoding.or(self.encoding);
        if let Some(text) = self.pending.take(encoding.unwrap_or(WINDOWS_1252)) {
            self.text(&text);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), FormatError> {
        if self.state.place != Place::Text {
            return Ok(());
        }
        if self.state.in_table {
            self.flow.push(" ");
            return Ok(());
        }
        // A note may stand in a table.
        if self.notes.is_empty() {
            self.flow.close_table()?;
        }
        if let Some(level) = self.state.heading {
            self.flow.turn(|_| Some(Kind::Heading(level)));
        }
        self.flow.close_paragraph()?;
        self.flow.open_paragraph(Some(Kind::Paragraph));
        Ok(())
    }

    /// Opens a table, unless one is open.
    fn open_table(&mut self) {
        if !self.flow.in_table() {
            self.flow.open_table();
        }
    }

    fn end_cell(&mut self) -> Result<(), FormatError> {
        self.open_table();
        self.flow.open_cell();
        self.flow.close_paragraph()?;
        self.flow.open_paragraph(Some(Kind::Paragraph));
        Ok(())
    }
}
