//! The pages of a PDF as blocks of lines. Only this module and [`super::forms`] name `pdfboss`.

use pdfboss_core::{Document, Error};
use pdfboss_output::{
    Block, Cell, LayoutOptions, Line, Marker, PageLayout, Pitch, ReadingOrder, Role, TextOptions,
    extract_layout_opts,
};

use super::forms::Form;
use super::{Piece, without_ligatures};
use crate::corpus::formats::FormatError;
use crate::corpus::formats::extracted::Kind;

/// Nobody reads a document of more pages.
const MOST_PAGES: usize = 20_000;
/// Paragraphs are parted by this many times the distance of lines: the default runs them together.
const PARAGRAPH_GAP: f32 = 1.25;

/// What stands on each page of a document, and the title that its properties give.
pub(super) fn read(bytes: Vec<u8>) -> Result<(Vec<Vec<Piece>>, Option<String>), FormatError> {
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
    let pages = layouts.into_iter().enumerate().map(|(page, mut layout)| {
        form.fill(page, &mut layout);
        pieces(page as u32 + 1, layout)
    });
    Ok((pages.collect(), document.metadata().title))
}

fn pieces(page: u32, layout: PageLayout) -> Vec<Piece> {
    let piece = |kind, lines: &[Line]| Piece::Text {
        kind,
        lines: lines.iter().map(|line| (page, text(line))).collect(),
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
                for item in &items {
                    let mut piece = piece(Kind::Item, &item.lines);
                    // Numbers stay: others may refer to them, and a year may look like one.
                    if let (Marker::Bullet, Piece::Text { lines, .. }) = (&item.marker, &mut piece)
                        && let Some((_, first)) = lines.first_mut()
                    {
                        *first = first.chars().skip(item.marker_len).collect();
                    }
                    pieces.push(piece);
                }
            }
            Block::Table { rows, .. } => {
                let cell = |cell: &Cell| cell.line.as_ref().map(text).unwrap_or_default();
                let rows = rows.iter().map(|row| row.iter().map(cell).collect());
                let rows = rows.collect();
                pieces.push(Piece::Table { page, rows });
            }
        }
    }
    pieces
}

fn text(line: &Line) -> String {
    let text: String = line.inlines.iter().map(|run| run.text.as_str()).collect();
    without_ligatures(text.trim())
}
