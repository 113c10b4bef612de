//! The pages of a PDF as blocks of lines, in reading order. Only this module
//! and [`forms`](super::forms) name `pdfboss`, which tells lines, columns, headings, lists and tables.

use pdfboss_core::{Document, Error};
use pdfboss_output::{
    Block, Cell, LayoutOptions, Line, ListItem, Marker, PageLayout, Pitch, ReadingOrder, Role,
    TextOptions, extract_layout_opts,
};

use super::forms::Form;
use super::piece::Piece;
use crate::corpus::formats::error::FormatError;
use crate::corpus::formats::extracted::Kind;

/// More pages than this no document has that people read.
const MOST_PAGES: usize = 20_000;
/// Paragraphs are parted by so many times the distance of lines: the default runs them together.
const PARAGRAPH_GAP: f32 = 1.25;

/// What a PDF holds.
#[derive(Debug)]
pub(super) struct Pages {
    /// What stands on each page.
    pub(super) pieces: Vec<Vec<Piece>>,
    /// The title that its properties give.
    pub(super) title: Option<String>,
}

/// Reads a document.
pub(super) fn read(bytes: Vec<u8>) -> Result<Pages, FormatError> {
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
    let form = Form::of(&document);
    let filled = layouts.into_iter().enumerate().map(|(page, mut layout)| {
        form.fill(page, &mut layout);
        layout
    });
    let pages = (1..).zip(filled);
    Ok(Pages {
        pieces: pages.map(|(page, layout)| pieces(page, layout)).collect(),
        title: document.metadata().title,
    })
}

fn pieces(page: u32, layout: PageLayout) -> Vec<Piece> {
    let of = |lines: &[Line]| lines.iter().map(|line| (page, text(line))).collect();
    let piece = |kind, lines: &[Line]| Piece::Text {
        kind,
        lines: of(lines),
    };
    let mut pieces = Vec::new();
    for block in layout.blocks {
        match block {
            Block::Heading { level, lines, .. } => {
                pieces.push(piece(Kind::Heading(level.max(1)), &lines));
            }
            Block::Paragraph {
                lines,
                role: Role::Body | Role::Quote,
                ..
            } => pieces.push(piece(Kind::Paragraph, &lines)),
            // What runs along the edges of pages.
            Block::Paragraph { .. } => {}
            Block::List { items, .. } => {
                pieces.extend(items.iter().map(|item| Piece::Text {
                    kind: Kind::Item,
                    lines: item_lines(page, item),
                }));
            }
            Block::Table { rows, .. } => {
                let cell = |cell: &Cell| cell.line.as_ref().map(text).unwrap_or_default();
                let rows = rows.iter().map(|row| row.iter().map(cell).collect());
                pieces.push(Piece::Table {
                    page,
                    rows: rows.collect(),
                });
            }
        }
    }
    pieces
}

fn item_lines(page: u32, item: &ListItem) -> Vec<(u32, String)> {
    let lines = item.lines.iter().map(|line| (page, text(line)));
    let mut lines: Vec<(u32, String)> = lines.collect();
    // Numbers stay: others may refer to them, and a year may look like one.
    if let (Marker::Bullet, Some((_, first))) = (&item.marker, lines.first_mut()) {
        *first = first.chars().skip(item.marker_len).collect();
    }
    lines
}

fn text(line: &Line) -> String {
    let text: String = line.inlines.iter().map(|run| run.text.as_str()).collect();
    text.trim().to_owned()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::corpus::formats::tests::pdf::pdf;

    #[test]
    fn headings_paragraphs_and_items_stand_on_their_pages() {
        let first = vec![
            (72, 760, 18, "The ferries of Lorne"),
            (72, 700, 11, "It was built in 1931 by the guild."),
        ];
        let second = vec![
            (72, 700, 11, "- The Heron sails at ten."),
            (72, 686, 11, "- The Gull sails at eleven."),
        ];
        let pages = read(pdf(&[first, second], "", "/Title (Ferries)")).unwrap();
        assert_eq!(pages.title.as_deref(), Some("Ferries"));
        let text = |kind, page, line: &str| Piece::Text {
            kind,
            lines: vec![(page, line.to_owned())],
        };
        let first = [
            text(Kind::Heading(1), 1, "The ferries of Lorne"),
            text(Kind::Paragraph, 1, "It was built in 1931 by the guild."),
        ];
        let second = [
            text(Kind::Item, 2, "The Heron sails at ten."),
            text(Kind::Item, 2, "The Gull sails at eleven."),
        ];
        assert_eq!(pages.pieces, [first, second]);
    }

    #[test]
    fn a_locked_and_a_damaged_document_are_told_apart() {
        let locked = "/Encrypt << /Filter /Standard /V 9 /R 9 >>";
        let page = vec![(72, 700, 11, "The ferry sails at ten.")];
        let refused = read(pdf(&[page], locked, "")).unwrap_err();
        assert_eq!(refused, FormatError::Locked);
        let damaged = read(b"no document".to_vec()).unwrap_err();
        assert_eq!(damaged, FormatError::Damaged);
    }
}
