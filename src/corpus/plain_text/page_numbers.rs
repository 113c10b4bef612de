//! Numbers of pages that stand in the middle of sentences, as scanners and converters leave them.

use super::lines::Line;
use super::lists::Marker;

/// The lines without page numbers in the middle of sentences, and what parts them from these.
pub(super) fn left_out(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut kept: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if !is_page_number(&line) || !kept.last().is_some_and(|above| above.text.is_empty()) {
            kept.push(line);
            continue;
        }
        let mut between = vec![line];
        while let Some(blank) = lines.next_if(|line| line.text.is_empty()) {
            between.push(blank);
        }
        let above = kept.iter().rposition(|line| !line.text.is_empty());
        let cut = above.filter(|&above| !kept[above].is_blank() && !kept[above].ends_sentence());
        let is_rest =
            |line: &Line<'_>| line.starts_in_lower_case() && Marker::of(line.text).is_none();
        match cut {
            Some(above) if between.len() > 1 && lines.peek().is_some_and(is_rest) => {
                kept.truncate(above + 1);
            }
            _ => kept.append(&mut between),
        }
    }
    kept
}

/// Whether a line is the number of a page and nothing else: "13", "- 13 -", "Page 13 of 40".
fn is_page_number(line: &Line<'_>) -> bool {
    let mut words = line
        .text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    let is_about = |word: &str| {
        matches!(
            word.to_ascii_lowercase().as_str(),
            "page" | "p" | "of" | "seite" | "von"
        )
    };
    let mut numbers = words.clone().filter(|word| is_number(word));
    numbers.next().is_some() && words.all(|word| is_number(word) || is_about(word))
}
