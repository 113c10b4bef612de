//! The first page, on which large print is no heading of a section: the title, authors, places.

use super::{Line, Piece};
use crate::corpus::formats::extracted::Kind;

/// A paragraph of this many bytes, or of two lines, is running text.
const RUNNING: usize = 100;

/// Leaves as headings on the first page only the title and what heads running text there. Whether
/// the first of all is the title: alone the largest of the document, and its opening.
pub(super) fn name(pages: &mut [Vec<Piece>]) -> bool {
    let Some(front) = pages.first_mut() else {
        return false;
    };
    let mut heads_text = false;
    for place in (0..front.len()).rev() {
        if level(&front[place]).is_none() {
            let is_long = |(_, line): &Line| line.len() >= RUNNING;
            let paragraph = front[place].paragraph();
            heads_text |=
                paragraph.is_none_or(|lines| lines.len() > 1 || lines.iter().any(is_long));
            continue;
        }
        if let Piece::Text { kind, .. } = &mut front[place]
            && place > 0
            && !heads_text
        {
            *kind = Kind::Paragraph;
        }
        heads_text = false;
    }
    let mut levels = pages.iter().flatten().filter_map(level);
    let opens = pages[0].first().and_then(level);
    let first = levels.next();
    first.is_some() && first == opens && levels.all(|level| Some(level) > first)
}

fn level(piece: &Piece) -> Option<u8> {
    match piece.text() {
        Some((Kind::Heading(level), _)) => Some(level),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(kind: Kind, line: &str) -> Piece {
        Piece::of(kind, 1, &[line])
    }

    #[test]
    fn large_print_on_the_first_page_is_no_section_and_the_largest_is_the_title() {
        let long = "The ferry sails. ".repeat(9);
        let mut pages = vec![
            vec![
                text(Kind::Heading(1), "The ferries of Lorne"),
                text(Kind::Heading(2), "The Harbour Board"),
                text(Kind::Paragraph, "May 2024"),
                text(Kind::Heading(2), "Summary"),
                text(Kind::Paragraph, &long),
            ],
            vec![text(Kind::Heading(2), "Boats")],
        ];
        assert!(name(&mut pages));
        let levels: Vec<_> = pages[0].iter().map(level).collect();
        assert_eq!(levels, [Some(1), None, None, Some(2), None]);
    }

    #[test]
    fn one_of_several_equal_headings_is_no_title() {
        let mut pages = vec![vec![
            text(Kind::Heading(1), "Boats"),
            text(Kind::Heading(1), "Fares"),
        ]];
        pages.push(vec![text(Kind::Heading(1), "Crews")]);
        assert!(!name(&mut pages));
        assert!(!name(&mut []));
    }
}
