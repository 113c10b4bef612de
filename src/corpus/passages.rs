//! Blocks are grouped into passages: about a paragraph each, never across a heading.

use super::document::{Block, BlockKind, Document, Passage, Sentence};
use super::questions;

/// Neighbouring paragraphs and list items share a passage up to this many
/// bytes: a news line or a bullet alone says too little to be found by.
const JOINED: usize = 600;
/// A paragraph above this many bytes is divided, at the ends of sentences.
const LONGEST: usize = 1600;

/// Items of a list that stay with the sentence that announces them.
const ITEMS: usize = 10;

/// A heading above this many bytes is none, and stands above nothing: it would be
/// repeated with every passage.
const LONGEST_HEADING: usize = 1000;
/// Bytes of the headings that are kept with passages, at most: beyond it, passages have none. A
/// book is far from it, but a few deep headings could be repeated with every line of a file.
const MOST_HEADINGS: usize = 32 * 1024 * 1024;

/// Groups the blocks of `document` into passages. A heading opens the passage
/// below it and stands in the heading path of all that follow under it.
pub(super) fn group(blocks: Vec<Block>, document: &Document) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut headings_left = MOST_HEADINGS;
    let mut close = |open: &mut Vec<Sentence>, path: &[(u8, String)]| {
        if !open.is_empty() {
            passages.push(Passage {
                headings: headings(path, &mut headings_left),
                sentences: std::mem::take(open),
            });
        }
    };
    let mut path: Vec<(u8, String)> = Vec::new();
    // Headings stand before all else in a passage.
    let has_prose = |open: &[Sentence]| open.last().is_some_and(|it| !it.is_heading());
    // The sentences of a passage that is not closed yet.
    let mut open: Vec<Sentence> = Vec::new();
    // Items since the sentence that announces them; `None` where none does.
    let mut announced: Option<usize> = None;
    for block in blocks {
        announced = match (block.kind, announced) {
            (BlockKind::Item | BlockKind::Row | BlockKind::Code, Some(items)) => Some(items + 1),
            _ => announces(&block, document).then_some(0),
        };
        if block.kind == BlockKind::Heading {
            if has_prose(&open) {
                close(&mut open, &path);
            }
            let said = block.sentences.iter().map(|it| document.reading(it));
            let text = said.collect::<Vec<_>>().join(" ");
            // Levels ascend along the path.
            path.truncate(path.partition_point(|(level, _)| *level < block.level));
            // The title heads everything: repeating it in every path would say nothing.
            if text != document.title && text.len() <= LONGEST_HEADING {
                path.push((block.level, text));
            }
            open.extend(block.sentences);
            continue;
        }
        // What is no deeper than a line that hangs out is not below it.
        let above = path.partition_point(|(level, _)| block.level == 0 || *level <= block.level);
        if above < path.len() {
            close(&mut open, &path);
            path.truncate(above);
        }
        for part in divide(block.sentences) {
            // A list that a person takes in at once stays with what announces it.
            let most = match announced {
                Some(1..=ITEMS) => LONGEST,
                _ => JOINED,
            };
            if has_prose(&open) && (block.stands_alone || length(&open) + length(&part) > most) {
                close(&mut open, &path);
            }
            open.extend(part);
        }
    }
    close(&mut open, &path);
    passages
}

/// The headings of a path, if their bytes are still `left`.
fn headings(path: &[(u8, String)], left: &mut usize) -> Vec<String> {
    let path = path.iter().map(|(_, heading)| heading);
    let bytes = path.clone().map(|it| it.len() + size_of::<String>());
    let Some(rest) = left.checked_sub(bytes.sum()) else {
        return Vec::new();
    };
    *left = rest;
    path.cloned().collect()
}

/// Whether a block announces what stands below it.
fn announces(block: &Block, document: &Document) -> bool {
    let last = block.sentences.last();
    last.is_some_and(|last| questions::announces(&document.reading(last)))
}

/// Divides an over-long paragraph into parts of about equal length.
fn divide(sentences: Vec<Sentence>) -> Vec<Vec<Sentence>> {
    let total = length(&sentences);
    if total <= LONGEST {
        return vec![sentences];
    }
    let wanted = total / total.div_ceil(LONGEST);
    let mut parts: Vec<Vec<Sentence>> = vec![Vec::new()];
    for sentence in sentences {
        if parts.last().is_some_and(|part| length(part) >= wanted) {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(sentence);
        }
    }
    parts
}

/// Bytes from the start of the first sentence to the end of the last.
fn length(sentences: &[Sentence]) -> usize {
    match (sentences.first(), sentences.last()) {
        (Some(first), Some(last)) => last.span.end.saturating_sub(first.span.start),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format};

    fn passages(text: &str) -> Vec<(Vec<String>, Vec<String>)> {
        let document = Document::parse("a.md".to_owned(), text.to_owned(), Format::Markdown);
        let read = |s| document.reading(s).into_owned();
        let passages = document.passages.iter();
        passages
            .map(|p| (p.headings.clone(), p.sentences.iter().map(read).collect()))
            .collect()
    }

    /// The headings of each passage.
    fn paths(text: &str) -> Vec<String> {
        let found = passages(text).into_iter();
        found.map(|(path, _)| path.join(" > ")).collect()
    }

    #[test]
    fn headings_nest_and_open_the_passage_below_them() {
        let text = "# Museum\n\nIt is old.\n\n## Hours\n\n### Winter\n\nOpen at ten.\n\n## Prices\n\nEntry is free.\n";
        assert_eq!(paths(text), ["", "Hours > Winter", "Prices"]);
        assert_eq!(passages(text)[1].1, ["Hours", "Winter", "Open at ten."]);
    }

    #[test]
    fn the_title_stands_in_no_path_however_often_it_is_repeated() {
        let text = "# Museum\n\n# Museum\n\nIt is old.\n\n## Hours\n\nAt ten.\n";
        assert_eq!(paths(text), ["", "Hours"]);
    }

    #[test]
    fn a_heading_that_nobody_reads_is_not_repeated() {
        let long = "night ferry ".repeat(100);
        let text = format!("# Museum\n\n## {long}\n\nIt is old.\n");
        assert_eq!(passages(&text)[0].0, [""; 0]);
    }

    #[test]
    fn deep_headings_are_not_repeated_until_the_memory_is_full() {
        let (name, below) = ("night ferry ".repeat(80), "###### x\n\nb\n\n".repeat(9_000));
        let heading = |level: usize| format!("{} {name}", "#".repeat(level));
        let deep: Vec<String> = (1..=5).map(heading).collect();
        let text = format!("# Boats\n\nThree.\n\n{}\n\n{below}", deep.join("\n\n"));
        let found = passages(&text);
        assert_eq!(found[1].0.len(), 6);
        assert_eq!(found.len(), 9_001);
        assert!(found.last().is_some_and(|(path, _)| path.is_empty()));
        let headings = found.iter().flat_map(|(path, _)| path);
        assert!(headings.map(String::len).sum::<usize>() <= super::MOST_HEADINGS);
    }

    #[test]
    fn short_neighbours_share_a_passage_and_long_paragraphs_do_not() {
        let long = "The tower was built by the guild of masons. ".repeat(15);
        let found = passages(&format!("Short one.\n\nShort two.\n\n{long}\n\n{long}\n"));
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].1, ["Short one.", "Short two."]);
    }

    #[test]
    fn headings_without_text_are_one_passage() {
        let text = "# Museum\n\n## Hours\n\n## Prices\n";
        assert_eq!(paths(text), ["Prices"]);
    }

    #[test]
    fn a_list_stays_with_what_announces_it() {
        let item = "- The boat sails to the islands of the north and back again in a day.\n";
        let lead = "It is a boat of the line, as all of them are, and of some age, and sails:";
        let items = item.repeat(9);
        let found = passages(&format!("Short one.\n\n{lead}\n\n{items}\nShort two.\n"));
        assert_eq!(found[0].1.len(), 11);
        assert_eq!(found[1].1, ["Short two."]);
    }

    #[test]
    fn an_over_long_paragraph_is_divided_at_the_ends_of_sentences() {
        let found = passages(&"The tower was built by the guild of masons. ".repeat(80));
        assert!(found.len() >= 2);
        let all = found.iter().flat_map(|(_, sentences)| sentences);
        assert_eq!(all.count(), 80);
    }
}
