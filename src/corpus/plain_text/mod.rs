//! Plain text to blocks: the headings, paragraphs and list items of a text without mark-up.
//!
//! Blank lines part a text into runs of lines. A run is cut before every list item, and then
//! either at each line (files that keep a paragraph on one line) or only where a line stops well
//! short of the width at which the others are wrapped. All of it is one pass over the lines.

mod headings;
mod lines;
mod lists;

use std::ops::Range;

use lines::{Line, is_parted, keeps_a_paragraph_on_a_line};
use lists::Marker;

/// What part a block plays in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A title or the heading of a section.
    Heading,
    /// Running text.
    Paragraph,
    /// One item of a list.
    Item,
}

/// A stretch of text in which sentences are looked for: no sentence crosses its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What part the block plays.
    pub kind: BlockKind,
    /// Byte span in the text, without white space at its ends and without the bullet of an item.
    pub span: Range<usize>,
}

/// The blocks of a plain text, ascending and apart. Every letter and digit of the text is inside
/// some block; lines that have none (rulers, rows of stars) part blocks as blank lines do.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines::lines(text);
    let mut drafts = Vec::new();
    for run in lines.split(Line::is_blank) {
        cut_run(run, &mut drafts);
    }
    headings::name_kinds(text, &drafts)
}

/// A block before it is known whether it is a heading.
struct Draft {
    span: Range<usize>,
    marker: Option<Marker>,
    is_one_line: bool,
    /// Blank lines, or nothing, above and below.
    stands_alone: bool,
}

/// Cuts the lines between two blank lines into blocks.
fn cut_run(run: &[Line], drafts: &mut Vec<Draft>) {
    let width = run.iter().map(|line| line.width).max().unwrap_or(0);
    for (marker, lines) in lists::part_items(run) {
        let one_a_line = keeps_a_paragraph_on_a_line(lines, width);
        let mut first = 0;
        for next in 1..=lines.len() {
            let hangs =
                |line: &Line| first == 0 && marker.is_some() && line.indent > lines[0].indent;
            let goes_on = lines.get(next).is_some_and(|line| {
                hangs(line) || !is_parted(&lines[next - 1], line, width, one_a_line)
            });
            if goes_on {
                continue;
            }
            let marker = marker.filter(|_| first == 0);
            drafts.push(Draft {
                span: lines[first].start + marker.map_or(0, Marker::length)..lines[next - 1].end(),
                marker,
                is_one_line: next - first == 1,
                stands_alone: run.len() == 1,
            });
            first = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kind initial and text of every block: "H", "P" or "I", a space, the text.
    fn kinds_and_texts(text: &str) -> Vec<String> {
        blocks(text)
            .into_iter()
            .map(|block| format!("{:.1} {}", format!("{:?}", block.kind), &text[block.span]))
            .collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(
            kinds_and_texts("The ferry left.\n\n \t\nThe museum is shut.\n"),
            ["P The ferry left.", "P The museum is shut."]
        );
    }

    #[test]
    fn a_hard_wrapped_paragraph_stays_one_block() {
        let text = "The old ferry carries cars,\nbicycles and people over\nthe river. It was built in\nHarwich in 1962.";
        assert_eq!(kinds_and_texts(text), [format!("P {text}")]);
    }

    #[test]
    fn a_file_with_a_paragraph_on_each_line_is_cut_at_each_line() {
        assert_eq!(
            kinds_and_texts(
                "River museum wants a second boat as visitors crowd the only one it has\nThe museum asked the town for money on Friday, a councillor said in a letter.\nShared"
            ),
            [
                "P River museum wants a second boat as visitors crowd the only one it has",
                "P The museum asked the town for money on Friday, a councillor said in a letter.",
                "P Shared"
            ]
        );
        let long = "word ".repeat(50);
        let long = long.trim_end();
        assert_eq!(
            kinds_and_texts(&format!("{long}\n{}", long.replace('w', "W"))).len(),
            2
        );
    }

    #[test]
    fn wrapped_paragraphs_without_a_blank_line_are_parted_at_the_short_line() {
        assert_eq!(
            kinds_and_texts(
                "The club was founded by dockers who met in\nthe tavern next to the old rope works and\nplayed on Sundays.\nIts ground holds nine thousand people, most\nof them standing in the rain."
            )
            .len(),
            2
        );
    }

    #[test]
    fn a_wrapped_line_that_ends_in_an_abbreviation_does_not_part() {
        let text =
            "The goal that won the cup final was scored by St.\nMary's captain in the last minute.";
        assert_eq!(kinds_and_texts(text).len(), 1);
    }

    #[test]
    fn verse_and_addresses_are_cut_at_each_line() {
        assert_eq!(
            kinds_and_texts("Harbour Museum\n12 Quay Street\nWestport"),
            ["P Harbour Museum", "P 12 Quay Street", "P Westport"]
        );
    }

    #[test]
    fn bullets_are_items_without_their_marker() {
        assert_eq!(
            kinds_and_texts(
                "  • Ferries run daily.\n  • The museum is free\n\n- bring a coat\n* and boots"
            ),
            [
                "I Ferries run daily.",
                "I The museum is free",
                "I bring a coat",
                "I and boots"
            ]
        );
    }

    #[test]
    fn wrapped_items_stay_whole() {
        assert_eq!(
            kinds_and_texts(
                "• The ferry is free.\n  Bicycles cost a\n  coin.\n• Dogs travel\nfree too."
            ),
            [
                "I The ferry is free.\n  Bicycles cost a\n  coin.",
                "I Dogs travel\nfree too."
            ]
        );
    }

    #[test]
    fn numbered_items_keep_their_number() {
        assert_eq!(
            kinds_and_texts(
                "Before You Sail\n1. Close the hatch\n2. Cast off.\n(3) Wave. Then steer."
            ),
            [
                "H Before You Sail",
                "I 1. Close the hatch",
                "I 2. Cast off.",
                "I (3) Wave. Then steer."
            ]
        );
    }

    #[test]
    fn dashes_and_numbers_that_wrapping_brought_to_a_line_start_open_no_item() {
        let dash = "The ferry that crossed the river every day\n– even on holidays – was sold in the spring.";
        assert_eq!(kinds_and_texts(dash).len(), 1);
        let number = "The club lost its first game of the season by 2 to\n7. Nobody cheered on the way home that evening.";
        assert_eq!(kinds_and_texts(number).len(), 1);
    }

    #[test]
    fn short_lines_above_prose_are_headings() {
        assert_eq!(
            kinds_and_texts(
                "Town buys a second ferry\n\nMain Points\n\n• It is blue.\n\nWhat the Museum Lost\nThe flood took the whole collection of maps, the director said.\n\nToday"
            ),
            [
                "H Town buys a second ferry",
                "H Main Points",
                "I It is blue.",
                "H What the Museum Lost",
                "P The flood took the whole collection of maps, the director said.",
                "P Today"
            ]
        );
    }

    #[test]
    fn short_lines_above_short_lines_are_no_headings() {
        assert_eq!(
            kinds_and_texts("Bread\n\nButter\n\nJam"),
            ["P Bread", "P Butter", "P Jam"]
        );
    }

    #[test]
    fn numbered_headings_are_headings_only_above_prose() {
        assert_eq!(
            kinds_and_texts("2. The Harbour\n\nIt is deep.\n\n1. Apples\n\n2. Pears"),
            [
                "H 2. The Harbour",
                "P It is deep.",
                "I 1. Apples",
                "I 2. Pears"
            ]
        );
    }

    #[test]
    fn every_kind_of_line_end_is_one() {
        for end in [
            "\n\n",
            "\r\n\r\n",
            "\r\r",
            "\u{2028}\u{2028}",
            "\u{2029}",
            "\n\u{c}",
            "\u{c}",
            "\u{85}\u{85}",
        ] {
            assert_eq!(
                kinds_and_texts(&format!("It sank.{end}It rose.{end}")),
                ["P It sank.", "P It rose."],
                "{end:?}"
            );
        }
        assert_eq!(kinds_and_texts("It sank in\r\nthe bay.").len(), 1);
    }

    #[test]
    fn invisible_characters_are_outside_the_spans() {
        assert_eq!(kinds_and_texts("\u{feff}It sank.\0"), ["P It sank."]);
        assert_eq!(kinds_and_texts("\u{feff}\n\0\n---\n* * *\n"), [""; 0]);
    }

    #[test]
    fn a_million_one_character_lines_are_cut_in_linear_time() {
        let started = std::time::Instant::now();
        assert_eq!(blocks(&"A\n".repeat(1_000_000)).len(), 1_000_000);
        assert_eq!(blocks(&"a\n".repeat(1_000_000)).len(), 1);
        assert_eq!(blocks(&"- a\n".repeat(500_000)).len(), 500_000);
        // Generous: it takes a fraction of a second, where quadratic work would take hours.
        assert!(started.elapsed().as_secs() < 60);
    }
}
