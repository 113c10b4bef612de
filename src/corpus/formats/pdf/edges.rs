//! What stands at the top and foot of pages again and again: running titles and page numbers.

use std::collections::HashMap;

use super::Piece;
use crate::corpus::folded;

/// A line that opens or ends this many pages runs through them.
const PAGES: usize = 3;
/// How many blocks at each end of a page are looked at.
const DEEPEST: usize = 2;
/// A line longer than this many bytes is no running title.
const LONGEST: usize = 120;
/// The number of a page has at most this many bytes, with the words around it.
const LONGEST_NUMBER: usize = 24;

/// Leaves them out of all pages.
pub(super) fn leave_out(pages: &mut [Vec<Piece>]) {
    let mut times: HashMap<(bool, String), usize> = HashMap::new();
    for (at_top, _, shape) in pages.iter().flat_map(|pieces| edges(pieces)) {
        *times.entry((at_top, shape)).or_default() += 1;
    }
    // Of two pages, both have to begin alike.
    let enough = if pages.len() == 2 { 2 } else { PAGES };
    for pieces in pages {
        let runs = |(at_top, at, shape): (bool, usize, String)| {
            let is_known = is_number(&shape) || times.get(&(at_top, shape)) >= Some(&enough);
            is_known.then_some(at)
        };
        let running: Vec<usize> = edges(pieces).into_iter().filter_map(runs).collect();
        let mut places = 0..;
        pieces.retain(|_| places.next().is_none_or(|at| !running.contains(&at)));
    }
}

/// The lines at the edges of a page: whether they stand at its top, their places and their shapes.
fn edges(pieces: &[Piece]) -> Vec<(bool, usize, String)> {
    let count = pieces.len();
    let top = (0..count.min(DEEPEST)).map(|at| (true, at));
    let foot = (count.saturating_sub(DEEPEST)..count).map(|at| (false, at));
    let edges = top.chain(foot);
    let shaped = |(at_top, at): (bool, usize)| Some((at_top, at, shape(&pieces[at])?));
    edges.filter_map(shaped).collect()
}

/// A single line without regard to case and figures.
fn shape(piece: &Piece) -> Option<String> {
    let (_, [(_, line)]) = piece.text()? else {
        return None;
    };
    (line.len() <= LONGEST).then(|| {
        let line = line.to_lowercase();
        folded(&line.replace(|c: char| c.is_ascii_digit(), "#"))
    })
}

/// Whether a shape is the number of a page: "#", "- # -", "page # of #", "xiv".
fn is_number(shape: &str) -> bool {
    let mut words = shape
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '/' | '.'))
        .filter(|word| !word.is_empty())
        .peekable();
    let is_roman = |word: &str| word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'));
    let is_figure = |word: &str| word.chars().all(|c| c == '#') && word.len() <= 4;
    words.peek().is_some()
        && shape.len() <= LONGEST_NUMBER
        && words.all(|word| matches!(word, "page" | "of") || is_figure(word) || is_roman(word))
}
