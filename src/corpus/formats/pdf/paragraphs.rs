//! Paragraphs that go on in the next column or on the next page.

use super::Piece;
use crate::corpus::formats::extracted::Kind;

/// How many blocks around the break are looked at: a footnote or a figure may stand between.
const REACH: usize = 3;

/// All blocks in order; what goes on is one with what it goes on from.
pub(super) fn whole(pages: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    for mut pieces in pages {
        let reach = pieces.len().min(REACH);
        let resumes = pieces[..reach].iter().position(goes_on);
        let from = if let Some(at) = resumes {
            let recent = all.len().saturating_sub(REACH)..all.len();
            recent
                .rev()
                .find(|&before| breaks_off(&all[before]))
                .map(|before| (at, before))
        } else {
            // A name may come first on a page: then the text above has to look cut.
            let opens = pieces.first().is_some_and(|it| it.paragraph().is_some());
            let has_lines = |it: &Piece| it.text().is_some_and(|(_, lines)| lines.len() > 1);
            let is_cut = all.last().is_some_and(|it| breaks_off(it) && has_lines(it));
            (opens && is_cut).then(|| (0, all.len() - 1))
        };
        if let Some((at, before)) = from {
            let piece = pieces.remove(at);
            append(&mut all[before], piece);
        }
        for piece in pieces {
            match all.last_mut() {
                Some(last) if goes_on(&piece) && breaks_off(last) => append(last, piece),
                _ => all.push(piece),
            }
        }
    }
    all
}

fn append(piece: &mut Piece, rest: Piece) {
    if let (Piece::Text { lines, .. }, Piece::Text { lines: rest, .. }) = (piece, rest) {
        lines.extend(rest);
    }
}

/// Whether a block starts in the middle of a sentence.
fn goes_on(piece: &Piece) -> bool {
    let lines = piece.paragraph().unwrap_or_default();
    let start = lines.first().map_or("", |(_, line)| line.trim_start());
    let word = start.split_whitespace().next().unwrap_or_default();
    // "a)" and "i." number paragraphs.
    start.starts_with(char::is_lowercase) && !(word.len() <= 4 && word.ends_with([')', '.']))
}

/// Whether a block ends before a sentence does.
fn breaks_off(piece: &Piece) -> bool {
    let Some((Kind::Paragraph | Kind::Item, lines)) = piece.text() else {
        return false;
    };
    let end = lines.last().map_or("", |(_, line)| line.trim_end());
    let end = end.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    !end.is_empty() && !end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(page: u32, lines: &[&str]) -> Piece {
        Piece::of(Kind::Paragraph, page, lines)
    }

    #[test]
    fn a_paragraph_goes_on_past_a_footnote_and_a_caption() {
        let heading = Piece::of(Kind::Heading(1), 2, &["Map of Lorne"]);
        let pages = vec![
            vec![
                paragraph(1, &["The ferry sails", "past the old"]),
                paragraph(1, &["1 It was built in 1931."]),
            ],
            vec![heading, paragraph(2, &["harbour wall."])],
        ];
        let whole = whole(pages);
        let line = |page, line: &str| (page, line.to_owned());
        let wanted = [
            line(1, "The ferry sails"),
            line(1, "past the old"),
            line(2, "harbour wall."),
        ];
        assert_eq!(whole[0].paragraph(), Some(&wanted[..]));
        assert_eq!(whole.len(), 3);
    }

    #[test]
    fn what_ends_and_what_is_numbered_stays_apart() {
        let pages = vec![
            vec![paragraph(1, &["The ferry sails."])],
            vec![paragraph(2, &["Lorne is a harbour", "without:"])],
            vec![paragraph(3, &["a) a wall"]), paragraph(3, &["b) a pier"])],
        ];
        assert_eq!(whole(pages).len(), 4);
    }
}
