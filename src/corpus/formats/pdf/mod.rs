//! PDF: pages of lines, put together again to the paragraphs that were laid out in them.
//!
//! The [`pages`] are read by another's crate. Here their [`edges`] are left out, the title is told
//! from the rest of the [`front`] page, [`paragraphs`] that go on over a page are made whole, and
//! their [`lines`] are joined.

mod clauses;
mod edges;
mod forms;
mod front;
mod lines;
mod pages;
mod paragraphs;
mod piece;

use super::error::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use super::title;
use crate::corpus::columns;
use crate::corpus::hyphens::Words;
use crate::corpus::locator::Locator;
use crate::corpus::plain_text::BULLETS;
use piece::{Line, Piece};

/// Reads a document.
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

/// A block without lines of a table of contents and without ligatures; `None` where nothing is
/// left. A paragraph after a bullet is an item.
fn tidied(piece: Piece) -> Option<Piece> {
    match piece {
        Piece::Text { mut kind, lines } => {
            let plain = |(page, line): Line| (page, lines::without_ligatures(&line));
            let mut lines: Vec<Line> = lines.into_iter().map(plain).collect();
            if let (Kind::Paragraph, Some((_, line))) = (kind, lines.first_mut())
                && let Some(rest) = line.trim_start().strip_prefix(BULLETS)
            {
                *line = rest.trim_start().to_owned();
                kind = Kind::Item;
            }
            lines.retain(|(_, line)| !lines::is_of_contents(line));
            (!lines.is_empty()).then_some(Piece::Text { kind, lines })
        }
        Piece::Table { page, rows } => {
            let plain = |cell: &String| lines::without_ligatures(cell);
            let rows = rows
                .iter()
                .map(|row| row.iter().map(plain).collect::<Vec<_>>());
            let is_read = |row: &Vec<String>| !lines::is_of_contents(&row.join(" "));
            let rows = rows.filter(is_read).collect();
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
                let (names, rows): (&[String], _) = match rows.split_first() {
                    Some((first, rest)) if !rest.is_empty() && columns::are_named(first) => {
                        (first, rest)
                    }
                    _ => (&[], &rows[..]),
                };
                for row in rows {
                    writer.row(Kind::Row, names, row)?;
                }
            }
        }
    }
    Ok(writer.finish())
}
