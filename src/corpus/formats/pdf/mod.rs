//! PDF: pages of lines, put together again to the paragraphs that were laid out in them.
//!
//! The [`pages`] are read by another's crate. Here their [`edges`] are left out, the title is told
//! from the rest of the [`front`] page, [`paragraphs`] that go on over a page are made whole, and
//! their lines are joined.

mod clauses;
mod edges;
mod forms;
mod front;
mod pages;
mod paragraphs;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use super::title;
use crate::corpus::columns::{self, Form};
use crate::corpus::hyphens::Words;
use crate::corpus::locator::Locator;
use crate::corpus::plain_text::BULLETS;

/// A line, and the page that it stands on.
type Line = (u32, String);

/// A block of a page, or of several where it goes on.
enum Piece {
    Text { kind: Kind, lines: Vec<Line> },
    Table { page: u32, rows: Vec<Vec<String>> },
}

impl Piece {
    /// The kind and the lines of a text.
    fn text(&self) -> Option<(Kind, &[Line])> {
        match self {
            Self::Text { kind, lines } => Some((*kind, lines.as_slice())),
            Self::Table { .. } => None,
        }
    }

    /// The lines of a paragraph.
    fn paragraph(&self) -> Option<&[Line]> {
        let (_, lines) = self.text().filter(|(kind, _)| *kind == Kind::Paragraph)?;
        Some(lines)
    }

    #[cfg(test)]
    fn of(kind: Kind, page: u32, lines: &[&str]) -> Self {
        let lines = lines.iter().map(|line| (page, (*line).to_owned()));
        let lines = lines.collect();
        Self::Text { kind, lines }
    }
}

pub(super) fn read(bytes: Vec<u8>) -> Result<Extracted, FormatError> {
    let (pages, title) = pages::read(bytes)?;
    let parted = |pieces: Vec<Piece>| {
        let tidied = pieces.into_iter().filter_map(tidied);
        tidied.flat_map(clauses::parted).collect()
    };
    let mut pages: Vec<Vec<Piece>> = pages.into_iter().map(parted).collect();
    edges::leave_out(&mut pages);
    let named = front::name(&mut pages);
    let pieces = paragraphs::whole(pages);
    let mut extracted = write(&pieces)?;
    if extracted.text.is_empty() {
        return Err(FormatError::Scanned);
    }
    if !named {
        extracted.title = title.as_deref().and_then(title::sensible);
    }
    Ok(extracted)
}

/// A block, if anything is left of it without a bullet and lines of a table of contents.
fn tidied(piece: Piece) -> Option<Piece> {
    match piece {
        Piece::Text {
            mut kind,
            mut lines,
        } => {
            if let (Kind::Paragraph, Some((_, line))) = (kind, lines.first_mut())
                && let Some(rest) = line.trim_start().strip_prefix(BULLETS)
            {
                *line = rest.trim_start().to_owned();
                kind = Kind::Item;
            }
            lines.retain(|(_, line)| !is_of_contents(line));
            (!lines.is_empty()).then_some(Piece::Text { kind, lines })
        }
        Piece::Table { page, mut rows } => {
            rows.retain(|row| !is_of_contents(&row.join(" ")));
            Some(Piece::Table { page, rows })
        }
    }
}

fn write(pieces: &[Piece]) -> Result<Extracted, FormatError> {
    let texts = pieces.iter().filter_map(Piece::text);
    let lines = texts.flat_map(|(_, lines)| lines);
    let words = Words::of(lines.map(|(_, line)| line.as_str()));
    let mut writer = Writer::default();
    for piece in pieces {
        match piece {
            Piece::Text { kind, lines } => {
                writer.start(*kind);
                for (page, text) in words.joined(lines) {
                    writer.locate(Locator::Page(page));
                    writer.push(&text)?;
                }
                writer.end();
            }
            Piece::Table { page, rows } => {
                writer.locate(Locator::Page(*page));
                let form = match &rows[..] {
                    [first, _, ..] if columns::are_named(first) => Form::named(first),
                    _ => Form::Plain,
                };
                for row in &rows[form.heads()..] {
                    form.write(Kind::Row, row, &mut writer)?;
                }
            }
        }
    }
    Ok(writer.finish())
}

/// Whether a line is of a table of contents: "Boats . . . . . . 12".
fn is_of_contents(line: &str) -> bool {
    /// At least this many points in a row lead to a number.
    const LEADING: usize = 4;
    let end = line.trim_end_matches(|c: char| c.is_alphanumeric() || c == ' ');
    let number = line[end.len()..].trim();
    let leads = |c: &char| matches!(c, '.' | ' ' | '…' | '·');
    let points = end.chars().rev().take_while(leads);
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'l');
    points.filter(|c| *c != ' ').count() >= LEADING
        && !number.is_empty()
        && number.chars().all(is_figure)
}

/// The letters that ligatures of print stand for.
fn without_ligatures(text: &str) -> String {
    text.replace('ﬀ', "ff")
        .replace('ﬁ', "fi")
        .replace('ﬂ', "fl")
        .replace('ﬃ', "ffi")
        .replace('ﬄ', "ffl")
        .replace(['ﬅ', 'ﬆ'], "st")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_table_of_contents_are_known() {
        for line in ["Boats . . . . . . 12", "3.1 The Heron ........ iv"] {
            assert!(is_of_contents(line), "{line}");
        }
        for line in ["It sails in 2024", "Nobody knows ....", "And then ... 12"] {
            assert!(!is_of_contents(line), "{line}");
        }
    }

    #[test]
    fn ligatures_are_letters() {
        assert_eq!(without_ligatures("ofﬁce ﬂoor eﬀort"), "office floor effort");
    }
}
