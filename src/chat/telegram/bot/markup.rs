//! Styled text as Telegram messages: escaped, and split where Telegram's limits demand it.
//!
//! Nothing that is put in can get out of its place: text reaches a message
//! only through [`Block::push`], which removes what would disturb, and through
//! the escaping at the end. Pure.

use std::mem;

use quick_xml::escape::partial_escape;

use super::super::transport::Post;
use super::characters::{break_before, harmless, shown, units};
use crate::wording::is_isolate;

/// The longest message, in UTF-16 units after parsing (Bot API, sendMessage).
const MOST_UNITS: usize = 4096;
/// The most entities, which are styled parts, in a message (Bot API, formatting options).
const MOST_ENTITIES: usize = 100;
/// A quotation of more UTF-16 units than this is folded until it is tapped.
const FOLDED: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Italic,
    /// Also keeps Telegram from making a link of a file name.
    Code,
    /// Lines of code, which Telegram lets people copy at a touch.
    Lines,
}

/// Lines that stand together: a quotation, or what Quoth itself says.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// Texts of one style each.
    runs: Vec<(String, Style)>,
    quoted: bool,
}

impl Block {
    pub(super) fn quotation() -> Self {
        Self {
            quoted: true,
            ..Self::default()
        }
    }

    /// Words of Quoth's own, as [`Self::say`] adds them.
    pub(super) fn said(words: &str, style: Style) -> Self {
        let mut block = Self::default();
        block.say(words, style);
        block
    }

    /// Adds text from anywhere, on the same line.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        self.add(shown(text), style);
    }

    /// Adds words of Quoth's own, which may set apart what runs from left to right in them.
    pub(super) fn say(&mut self, words: &str, style: Style) {
        // A line does not break at the blanks before a colon or a percent sign.
        let stays = |c: char| is_isolate(c) || matches!(c, '\u{a0}' | '\u{202f}');
        let kept = |c: char| if stays(c) { Some(c) } else { harmless(c) };
        self.add(words.chars().filter_map(kept).collect(), style);
    }

    /// Adds text with its line ends.
    pub(super) fn push_lines(&mut self, text: &str, style: Style) {
        let lines: Vec<String> = text.lines().map(shown).collect();
        self.add(lines.join("\n"), style);
    }

    fn add(&mut self, text: String, style: Style) {
        if !text.is_empty() {
            self.runs.push((text, style));
        }
    }

    pub(super) fn end_line(&mut self) {
        self.add("\n".to_owned(), Style::Plain);
    }

    /// The block without white space at both ends.
    fn trimmed(self) -> Self {
        let text = self.text();
        let blank = text.len() - text.trim_start().len();
        let [front, _] = self.split_at(text.trim_end().len());
        let [_, trimmed] = front.split_at(blank);
        trimmed
    }

    fn text(&self) -> String {
        self.runs.iter().map(|(text, _)| text.as_str()).collect()
    }

    fn units(&self) -> usize {
        self.runs.iter().map(|(text, _)| units(text)).sum()
    }

    fn entities(&self) -> usize {
        let runs = self.runs.iter();
        let styled = runs.filter(|(_, style)| *style != Style::Plain);
        usize::from(self.quoted) + styled.count()
    }

    /// The block in parts that each fit a message of their own.
    fn parts(self) -> Vec<Self> {
        let mut rest = self.trimmed();
        let mut parts = Vec::new();
        while rest.units() > MOST_UNITS || rest.entities() > MOST_ENTITIES {
            let text = rest.text();
            let hard = rest.bytes_that_fit(&text);
            let [part, after] = rest.split_at(break_before(&text, hard));
            parts.push(part.trimmed());
            rest = after.trimmed();
        }
        parts.push(rest);
        parts.retain(|part| !part.runs.is_empty());
        parts
    }

    /// How many bytes of the block's text a message holds, at least one character.
    fn bytes_that_fit(&self, text: &str) -> usize {
        let mut styled = usize::from(self.quoted);
        let fits = |(_, style): &&(String, Style)| {
            styled += usize::from(*style != Style::Plain);
            styled <= MOST_ENTITIES
        };
        let fitting = self.runs.iter().take_while(fits);
        let by_entities: usize = fitting.map(|(text, _)| text.len()).sum();
        let mut passed = 0;
        let too_far = |character: char| {
            passed += character.len_utf16();
            passed > MOST_UNITS
        };
        let by_units = text.find(too_far).unwrap_or(text.len());
        by_units.min(by_entities)
    }

    /// The first `bytes` of the text, and what follows them: neither has runs of nothing.
    fn split_at(self, mut bytes: usize) -> [Self; 2] {
        let quoted = self.quoted;
        let (mut front, mut back) = (Vec::new(), Vec::new());
        for (mut text, style) in self.runs {
            let tail = text.split_off(bytes.min(text.len()));
            bytes -= text.len();
            front.push((text, style));
            back.push((tail, style));
        }
        [front, back].map(|mut runs: Vec<(String, Style)>| {
            runs.retain(|(text, _)| !text.is_empty());
            Self { runs, quoted }
        })
    }

    fn write(&self, post: &mut Post) {
        let (open, close) = match (self.quoted, self.units() > FOLDED) {
            (false, _) => ("", ""),
            (true, false) => ("<blockquote>", "</blockquote>"),
            (true, true) => ("<blockquote expandable>", "</blockquote>"),
        };
        post.html += open;
        for (text, style) in &self.runs {
            let (open, close) = match style {
                Style::Plain => ("", ""),
                Style::Bold => ("<b>", "</b>"),
                Style::Italic => ("<i>", "</i>"),
                Style::Code => ("<code>", "</code>"),
                Style::Lines => ("<pre>", "</pre>"),
            };
            post.html += open;
            post.html += &partial_escape(text);
            post.html += close;
            post.plain += text;
        }
        post.html += close;
    }
}

/// Blocks that belong together, such as a quotation and its sources.
pub(super) type Section = Vec<Block>;

/// The sections as messages: as few as hold them, a section in one message if
/// it fits, and a long block split between sentences, else between words.
pub(super) fn posts(sections: Vec<Section>) -> Vec<Post> {
    let mut posts = Vec::new();
    let mut draft = Draft::default();
    for section in sections {
        let parts: Vec<Block> = section.into_iter().flat_map(Block::parts).collect();
        let units = parts.iter().map(|part| part.units() + 1).sum::<usize>();
        let entities = parts.iter().map(Block::entities).sum::<usize>();
        if !draft.holds(units + 1, entities) && Draft::default().holds(units, entities) {
            posts.extend(draft.finish());
        }
        for (place, part) in parts.iter().enumerate() {
            if !draft.holds(part.units() + 2, part.entities()) {
                posts.extend(draft.finish());
            }
            draft.add(part, if place == 0 { "\n\n" } else { "\n" });
        }
    }
    posts.extend(draft.finish());
    posts
}

/// A message that is being written.
#[derive(Default)]
struct Draft {
    post: Post,
    units: usize,
    entities: usize,
}

impl Draft {
    fn holds(&self, units: usize, entities: usize) -> bool {
        self.units + units <= MOST_UNITS && self.entities + entities <= MOST_ENTITIES
    }

    fn add(&mut self, block: &Block, separator: &str) {
        if !self.post.plain.is_empty() {
            self.post.html += separator;
            self.post.plain += separator;
            self.units += units(separator);
        }
        block.write(&mut self.post);
        self.units += block.units();
        self.entities += block.entities();
    }

    /// The message, unless there is nothing in it, and a new draft in its place.
    fn finish(&mut self) -> Option<Post> {
        let done = mem::take(self).post;
        (!done.plain.is_empty()).then_some(done)
    }
}

#[cfg(test)]
mod tests;
