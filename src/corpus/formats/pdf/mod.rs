//! PDF: pages of lines, put together again to the paragraphs that were laid out in them.
//!
//! `pdfboss` tells lines, columns, headings, lists and tables. Here the [`edges`] of pages are left
//! out, the title is told from the rest of the [`front`] page, [`paragraphs`] that go on over a page are made whole, and their [`lines`] are joined.

mod edges;
mod front;
mod lines;
mod paragraphs;

use pdfboss_core::{Document, Error};
use pdfboss_output::{
    Block, LayoutOptions, Line, ListItem, Marker, PageLayout, Pitch, ReadingOrder, Role,
    TextOptions, extract_layout_opts,
};

use super::extracted::{Extracted, Kind, Writer};
use super::{FormatError, flow, title};
use crate::corpus::Locator;
use crate::corpus::plain_text::BULLETS;
use lines::Words;

/// More pages than this no document has that people read.
const MOST_PAGES: usize = 20_000;
/// Paragraphs are parted by so many times the distance of lines: the default runs them together.
const PARAGRAPH_GAP: f32 = 1.25;

/// A block of a page, or of several where it goes on.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Its lines, each with the page that it stands on.
    Text {
        kind: Kind,
        lines: Vec<(u32, String)>,
    },
    Table {
        page: u32,
        rows: Vec<Vec<String>>,
    },
}

/// Reads a document.
pub(super) fn read(bytes: Vec<u8>) -> Result<Extracted, FormatError> {
    let document = Document::load(bytes).map_err(|error| match error {
        Error::Encrypted => FormatError::Locked,
        _ => FormatError::Damaged,
    })?;
    if document.is_locked() {
        return Err(FormatError::Locked);
    }
    if document.page_count() > MOST_PAGES {
        return Err(FormatError::ManyPages(MOST_PAGES));
    }
    let options = LayoutOptions {
        paragraph_gap: PARAGRAPH_GAP,
        paragraph_pitch: Pitch::LowerHalfMedian,
        ..LayoutOptions::default()
    };
    let order = ReadingOrder::Content;
    let layouts = extract_layout_opts(&document, order, TextOptions::default(), &options)
        .map_err(|_| FormatError::Damaged)?;
    let pages = (1..)
        .zip(layouts)
        .map(|(page, layout)| pieces(page, layout));
    let mut pages: Vec<Vec<Piece>> = pages.collect();
    edges::leave_out(&mut pages);
    let named = front::name(&mut pages);
    let pieces = paragraphs::whole(pages);
    let mut extracted = write(&pieces)?;
    if extracted.text.is_empty() {
        return Err(FormatError::Scanned);
    }
    if !named {
        let properties = document.metadata();
        extracted.title = properties.title.as_deref().and_then(title::sensible);
    }
    Ok(extracted)
}

/// What stands on a page, in reading order.
fn pieces(page: u32, layout: PageLayout) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let of = |lines: &[Line]| lines.iter().map(|line| (page, text(line))).collect();
    for block in layout.blocks {
        match block {
            Block::Heading { level, lines, .. } => pieces.push(Piece::Text {
                kind: Kind::Heading(level.max(1)),
                lines: of(&lines),
            }),
            Block::Paragraph {
                lines,
                role: Role::Body | Role::Quote,
                ..
            } => {
                let mut lines: Vec<(u32, String)> = of(&lines);
                let is_item = lines
                    .first_mut()
                    .is_some_and(|(_, line)| without_bullet(line));
                let kind = if is_item { Kind::Item } else { Kind::Paragraph };
                pieces.push(Piece::Text { kind, lines });
            }
            Block::Paragraph { .. } => {}
            Block::List { items, .. } => {
                pieces.extend(items.iter().map(|item| Piece::Text {
                    kind: Kind::Item,
                    lines: item_lines(page, item),
                }));
            }
            Block::Table { rows, .. } => {
                let cell = |line: &Option<Line>| line.as_ref().map(text).unwrap_or_default();
                let row = |row: &Vec<_>| -> Vec<String> {
                    row.iter()
                        .map(|c: &pdfboss_output::Cell| cell(&c.line))
                        .collect()
                };
                let rows = rows.iter().map(row);
                let rows = rows.filter(|row| !lines::is_of_contents(&row.join(" ")));
                let rows = rows.collect();
                pieces.push(Piece::Table { page, rows });
            }
        }
    }
    for piece in &mut pieces {
        if let Piece::Text { lines, .. } = piece {
            lines.retain(|(_, line)| !lines::is_of_contents(line));
        }
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text { lines, .. } if lines.is_empty()));
    pieces
}

fn item_lines(page: u32, item: &ListItem) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> =
        (item.lines.iter()).map(|line| (page, text(line))).collect();
    // Numbers stay: others may refer to them, and a year may look like one.
    if let (Marker::Bullet, Some((_, first))) = (&item.marker, lines.first_mut()) {
        *first = first.chars().skip(item.marker_len).collect();
    }
    lines
}

/// Takes a bullet off the start of a line; whether there was one.
fn without_bullet(line: &mut String) -> bool {
    let Some(rest) = line.trim_start().strip_prefix(BULLETS) else {
        return false;
    };
    *line = rest.trim_start().to_owned();
    true
}

fn text(line: &Line) -> String {
    let text: String = line.inlines.iter().map(|run| run.text.as_str()).collect();
    lines::without_ligatures(text.trim())
}

fn write(pieces: &[Piece]) -> Result<Extracted, FormatError> {
    let words = Words::of(pieces.iter().flat_map(|piece| match piece {
        Piece::Text { lines, .. } => &lines[..],
        Piece::Table { .. } => &[],
    }));
    let mut writer = Writer::default();
    let mut located = 0;
    for piece in pieces {
        match piece {
            Piece::Text { kind, lines } => {
                writer.start(*kind);
                for (page, text) in words.joined(lines) {
                    locate(&mut writer, &mut located, page);
                    writer.push(&text)?;
                }
                writer.end();
            }
            Piece::Table { page, rows } => {
                locate(&mut writer, &mut located, *page);
                let (names, rows): (&[String], _) = match rows.split_first() {
                    Some((first, rest)) if !rest.is_empty() && flow::names_columns(first) => {
                        (first, rest)
                    }
                    _ => (&[], &rows[..]),
                };
                for row in rows {
                    writer.row(Kind::Row, names, row.iter().map(String::as_str))?;
                }
            }
        }
    }
    Ok(writer.finish())
}

fn locate(writer: &mut Writer, located: &mut u32, page: u32) {
    if *located != page {
        writer.locate(Locator::Page(page));
        *located = page;
    }
}
