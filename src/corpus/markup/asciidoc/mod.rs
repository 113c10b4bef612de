//! `AsciiDoc`: which lines begin what.

mod header;
mod inline;
mod shapes;
mod tables;

use std::collections::HashMap;

use super::inline::Inline;
use super::lines::Line;
use super::reader::Reader;
use super::text::Text;
use crate::corpus::date::Date;
use crate::corpus::front_matter::FrontMatter;
use crate::corpus::is_one_of;
use crate::corpus::read_block::ReadBlock;
use shapes::{Delimiter, attribute, heading, is_hidden, is_style, item, term, underlined};

/// Styles of blocks that are drawn by other programs, or that nobody reads.
const UNREAD: &str = "comment|stem|latexmath|asciimath|plantuml|ditaa|graphviz|mermaid|pass";
/// Styles of blocks that are code.
const CODE: &str = "source|listing|literal";

/// Reads the lines of a source.
pub(super) fn read(lines: &[Line<'_>]) -> (Vec<ReadBlock>, FrontMatter) {
    let attributes = header::attributes(lines);
    let delimiters = lines.iter().enumerate();
    let delimiters = delimiters.filter(|(_, line)| Delimiter::of(line.text).is_some());
    let inline = Inline {
        marks: inline::MARKS,
        element: &|text, at| inline::element(text, at, &attributes),
    };
    let around = Around {
        last: delimiters.map(|(place, line)| (line.text, place)).collect(),
        ..Around::default()
    };
    let mut reader = Reader::of(lines, inline, around);
    let names = ["revdate", "date", "docdate"];
    let mut told = names.iter().filter_map(|name| attributes.get(*name));
    let date = header::read(&mut reader);
    reader.front_matter.date = date.or_else(|| told.find_map(|date| Date::parse(date)));
    while reader.at < lines.len() {
        reader.step();
    }
    reader.finish()
}

/// What stands around the line that comes next.
#[derive(Default)]
struct Around<'a> {
    /// The lines above that say how the block that comes is read.
    styles: Vec<&'a str>,
    /// The delimiters of the blocks that the line stands in.
    inside: Vec<&'a str>,
    /// The last line on which each delimiter stands.
    last: HashMap<&'a str, usize>,
}

impl<'a> Reader<'_, 'a, Around<'a>> {
    /// Reads what begins with the next line.
    fn step(&mut self) {
        let line = self.lines[self.at];
        if line.is_blank() || is_hidden(line.text) {
            self.at += 1;
        } else if let Some(delimiter) = Delimiter::of(line.text) {
            self.delimited(&line, delimiter);
        } else if line.text.starts_with("//") {
            self.at += 1;
        } else if attribute(line.text).is_some() {
            // Its value may go on.
            self.take(|line| line.text.ends_with(" \\"));
            self.at += 1;
        } else if is_style(line.text) {
            self.state.styles.push(line.text);
            self.at += 1;
        } else if let Some((depth, text)) = heading(&line) {
            self.at += 1;
            self.state.styles.clear();
            self.blocks.heading(depth, &Text::of([text]));
        } else if is_caption(&line) {
            self.at += 1;
            self.blocks.paragraph(&Text::of([line.after(1)]));
        } else if let Some(length) = item(line.text) {
            self.state.styles.clear();
            let text = self.block(line.after(length), true);
            self.blocks.item(&text);
        } else if let Some((own, meaning)) = term(&line) {
            self.state.styles.clear();
            self.terms(own, meaning);
        } else {
            self.running(line);
        }
    }

    /// A paragraph, or code that is known by its indentation or its style.
    fn running(&mut self, line: Line<'a>) {
        let below = self.lines.get(self.at + 1);
        let below = below.filter(|below| self.state.inside.last() != Some(&below.text));
        if let Some(depth) = below.and_then(|below| underlined(&line, below)) {
            self.at += 2;
            return self.blocks.heading(depth, &Text::of([line]));
        }
        let start = self.at;
        let text = self.block(line, false);
        let is_unread = self.has_style(UNREAD);
        let is_code = self.has_style(CODE) || line.indent > 0;
        self.state.styles.clear();
        if is_unread {
        } else if is_code {
            self.blocks.code(&self.lines[start..self.at]);
        } else {
            self.blocks.paragraph(&text);
        }
    }

    /// A block between delimiters, or its end.
    fn delimited(&mut self, line: &Line<'a>, delimiter: Delimiter) {
        self.at += 1;
        let is_code = self.has_style(CODE);
        let is_unread = self.has_style(UNREAD);
        if delimiter == Delimiter::Text && !is_code && !is_unread {
            self.state.styles.clear();
            let inside = &mut self.state.inside;
            if inside.pop_if(|open| *open == line.text).is_none() {
                inside.push(line.text);
            }
            return;
        }
        let attributes = std::mem::take(&mut self.state.styles).concat();
        let is_fenced = line.text.starts_with("```");
        let fence = if is_fenced { "```" } else { line.text };
        let rest = &self.lines[self.at..];
        // What is never closed is text like any other.
        let last = self.state.last.get(fence);
        if last.is_none_or(|last| *last < self.at) {
            return;
        }
        let Some(length) = rest.iter().position(|line| line.text == fence) else {
            return;
        };
        let inside = &rest[..length];
        self.at += length + 1;
        match delimiter {
            Delimiter::Comment | Delimiter::Passed => {}
            _ if is_unread => {}
            Delimiter::Table => {
                let table = tables::read(inside, &attributes, fence);
                self.blocks.table(table);
            }
            Delimiter::Code | Delimiter::Text => {
                // What other files say is not here.
                let is_own = |line: &&Line<'_>| !line.text.starts_with("include::");
                let own: Vec<Line<'_>> = inside.iter().filter(is_own).copied().collect();
                self.blocks.code(&own);
            }
        }
    }

    /// Terms, one a line, and the meaning that they share.
    fn terms(&mut self, own: Line<'a>, meaning: Line<'a>) {
        let mut terms = vec![Text::of([own])];
        let mut first = meaning;
        while first.is_blank() {
            let below = self.lines[self.at + 1..].iter();
            let blank = below.take_while(|line| line.is_blank()).count();
            let Some(next) = self.lines.get(self.at + 1 + blank) else {
                break;
            };
            // Another term shares the meaning where nothing stands between.
            match term(next).filter(|_| blank == 0 && item(next.text).is_none()) {
                Some((own, meaning)) => {
                    terms.push(Text::of([own]));
                    first = meaning;
                    self.at += 1;
                }
                None if begins(next) || term(next).is_some() => break,
                None => {
                    self.at += 1 + blank;
                    first = *next;
                }
            }
        }
        let meaning = if first.is_blank() {
            self.at += 1;
            Text::default()
        } else {
            self.block(first, true)
        };
        self.blocks.term("", &terms, &meaning);
    }

    /// The text that `first` begins, with the lines below up to where a block begins.
    fn block(&mut self, first: Line<'a>, is_item: bool) -> Text {
        self.at += 1;
        let below = self.take(|line| {
            !line.is_blank()
                && !ends_text(line)
                && !(is_item && (item(line.text).is_some() || term(line).is_some()))
        });
        let own = below.iter().filter(|line| !line.text.starts_with("//"));
        Text::of(std::iter::once(first).chain(own.copied()))
    }

    /// Whether the block that comes is in one of those styles: "[source,rust]".
    fn has_style(&self, styles: &str) -> bool {
        self.state.styles.iter().any(|line| {
            let mut names = line[1..].split(|c: char| !c.is_alphanumeric());
            names.next().is_some_and(|name| is_one_of(styles, name))
        })
    }
}

/// Whether a line is the title of a block: ".Fares in winter".
fn is_caption(line: &Line<'_>) -> bool {
    let rest = line.text.strip_prefix('.');
    line.indent == 0 && rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Whether a line ends the text above it without an empty line.
fn ends_text(line: &Line<'_>) -> bool {
    Delimiter::of(line.text).is_some() || line.text == "+" || is_style(line.text)
}

/// Whether a line begins a block other than running text.
fn begins(line: &Line<'_>) -> bool {
    ends_text(line)
        || heading(line).is_some()
        || item(line.text).is_some()
        || is_hidden(line.text)
        || is_caption(line)
        || attribute(line.text).is_some()
}
