//! Clauses, items and labelled lines that no space parts: "1.1 ...", "(a) ...", "Date: 3 May".

use super::{Line, Piece};
use crate::corpus::formats::extracted::Kind;
use crate::corpus::plain_text;

/// A numbered line of at most this many bytes that ends no sentence heads the clauses below it.
const LONGEST_HEADING: usize = 80;
/// A label of more bytes is a sentence with a colon.
const LONGEST_LABEL: usize = 32;

/// A paragraph or an item, part by part where its lines open clauses or give labels and values.
pub(super) fn parted(piece: Piece) -> Vec<Piece> {
    let Piece::Text { kind, lines } = piece else {
        return vec![piece];
    };
    if !matches!(kind, Kind::Paragraph | Kind::Item) {
        return vec![Piece::Text { kind, lines }];
    }
    let labelled = |line: &Line| is_labelled(&line.1);
    let numbered = numbered(&lines);
    let gives_labels = lines.len() > 1 && lines.iter().all(labelled);
    let mut parts: Vec<(Kind, Vec<Line>)> = Vec::new();
    let mut in_list = kind == Kind::Item;
    for (place, line) in lines.into_iter().enumerate() {
        let opens =
            gives_labels || numbered.contains(&place) || plain_text::opens_item(&line.1, in_list);
        in_list |= opens;
        if let Some((_, open)) = parts.last_mut().filter(|_| !opens) {
            open.push(line);
        } else {
            let is_item = opens && (place > 0 || gives_labels);
            parts.push((if is_item { Kind::Item } else { kind }, vec![line]));
        }
    }
    for place in 1..parts.len() {
        if let [(kind, lines), (_, below)] = &mut parts[place - 1..=place]
            && let [(_, line)] = &lines[..]
            && !gives_labels
            && is_heading(line, &below[0].1)
        {
            *kind = Kind::Heading(2);
        }
    }
    let text = |(kind, lines)| Piece::Text { kind, lines };
    parts.into_iter().map(text).collect()
}

/// The lines that open with 1, 2, 3 and so on, if two or more do: numbers of items without a mark.
fn numbered(lines: &[Line]) -> Vec<usize> {
    let mut places = Vec::new();
    for (place, (_, line)) in lines.iter().enumerate() {
        let next = format!("{} ", places.len() + 1);
        let item = line.strip_prefix(&next);
        if item.is_some_and(|item| item.starts_with(char::is_uppercase)) {
            places.push(place);
        }
    }
    if places.len() < 2 { Vec::new() } else { places }
}

/// Whether a numbered line heads the line below it: "2. Term" above "2.1 This agreement".
fn is_heading(line: &str, below: &str) -> bool {
    let number = |line: &str| -> Option<String> {
        let word = line.split_whitespace().next()?;
        let number = word.trim_end_matches('.');
        let is_number = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        (is_number && number.starts_with(|c: char| c.is_ascii_digit()))
            .then(|| format!("{number}."))
    };
    line.len() <= LONGEST_HEADING
        && line.ends_with(char::is_alphanumeric)
        && number(line)
            .zip(number(below))
            .is_some_and(|(above, below)| below.len() > above.len() && below.starts_with(&above))
}

/// Whether a line is a label and its value: "Invoice no.: 2024-0117".
fn is_labelled(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(label, value)| {
        label.len() <= LONGEST_LABEL
            && label.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && !value.trim().is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> Vec<(Kind, String)> {
        let parts = parted(Piece::of(Kind::Paragraph, 1, lines));
        let texts = parts.iter().filter_map(Piece::text);
        let joined = |lines: &[Line]| {
            let lines: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
            lines.join(" ")
        };
        texts.map(|(kind, lines)| (kind, joined(lines))).collect()
    }

    #[test]
    fn clauses_stand_apart_under_their_headings() {
        let parts = told(&[
            "1. Mooring",
            "1.1 “Berth” means a place at the",
            "northern pier.",
            "1.2 The dues are 40 crowns.",
            "2. Leaving",
            "2.1 Either side may leave:",
            "(a) after notice of ten days;",
            "(b) at once, if the pier is closed.",
        ]);
        let wanted = [
            (Kind::Heading(2), "1. Mooring"),
            (
                Kind::Item,
                "1.1 “Berth” means a place at the northern pier.",
            ),
            (Kind::Item, "1.2 The dues are 40 crowns."),
            (Kind::Heading(2), "2. Leaving"),
            (Kind::Item, "2.1 Either side may leave:"),
            (Kind::Item, "(a) after notice of ten days;"),
            (Kind::Item, "(b) at once, if the pier is closed."),
        ];
        assert_eq!(parts, wanted.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn numbers_without_a_mark_open_items_in_their_order() {
        let parts = told(&[
            "To sail, do this:",
            "1 Untie the boat.",
            "2 Hoist",
            "the sail.",
        ]);
        let texts: Vec<_> = parts.into_iter().map(|(_, text)| text).collect();
        let wanted = [
            "To sail, do this:",
            "1 Untie the boat.",
            "2 Hoist the sail.",
        ];
        assert_eq!(texts, wanted);
        assert_eq!(told(&["It had", "1 Mast and", "4 Sails."]).len(), 1);
    }

    #[test]
    fn labels_and_values_are_a_line_each_and_prose_is_one_paragraph() {
        let parts = told(&["Berth: 14", "Harbour: Lorne", "Dues: 40 crowns"]);
        assert_eq!(parts.len(), 3);
        let prose = [
            "The ferry sails at",
            "2.5 knots, as it did in",
            "5. May: nobody knows why.",
        ];
        assert_eq!(told(&prose).len(), 1);
    }
}
