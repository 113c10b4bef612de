//! Which blocks are headings. Plain text marks none, so they are known by their shape and by what
//! they stand above.

use super::cutting::Block;
use super::lines::{Line, is_closing};
use super::lists::Marker;
use super::versions::is_version;
use crate::corpus::date;
use crate::corpus::document::BlockKind;

/// Most characters of a heading: longer lines are prose, even without a full stop.
const LONGEST_HEADING: usize = 120;

/// What a block stands above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Below {
    /// Nothing that could be headed: the end of the text, or a mere short line.
    Nothing,
    Prose,
    HeadingOrItem,
    /// A line that hangs out over what is about it: the last item of a list may stand above that.
    Term,
}

/// Says of each block its kind and its level.
pub(super) fn name_kinds(text: &str, blocks: &mut [Block]) {
    let mut below = Below::Nothing;
    // From the last to the first, as each kind depends on the block below.
    for block in blocks.iter_mut().rev() {
        let line = &text[block.span.clone()];
        let is_shaped = block.is_one_line && (is_shaped_like_heading(line) || is_version(line));
        block.kind = match block.row {
            Some(_) => BlockKind::Row,
            None => kind(block, line, is_shaped, below),
        };
        below = match block.kind {
            BlockKind::Paragraph if is_shaped => Below::Nothing,
            BlockKind::Paragraph => Below::Prose,
            _ if block.marker == Some(Marker::Term) => Below::Term,
            _ => Below::HeadingOrItem,
        };
        block.level = level(block);
    }
}

/// A heading stands above all; what hangs out, above what is deeper than it.
fn level(block: &Block) -> u8 {
    /// Deeper than any heading and question.
    const HANGING: usize = 100;
    let depth = HANGING + 2 * block.indent;
    let level = match block.kind {
        BlockKind::Heading if block.marker == Some(Marker::Term) => depth + 1,
        BlockKind::Heading => 1,
        _ => depth,
    };
    u8::try_from(level).unwrap_or(u8::MAX)
}

fn kind(block: &Block, line: &str, is_shaped: bool, below: Below) -> BlockKind {
    let is_heading = block.is_underlined && below != Below::Nothing
        || is_shaped
            && match block.marker {
                None => {
                    below != Below::Nothing
                        && (block.stands_alone
                            || below != Below::Term && (is_title_case(line) || is_version(line)))
                }
                // "2. The Harbour" above prose; above another such line it is one of a list.
                Some(Marker::Number { .. }) => {
                    below == Below::Prose
                        && (block.stands_alone && is_title_case(line) || is_in_capitals(line))
                }
                Some(_) => false,
            };
    match block.marker {
        Some(Marker::Term) => BlockKind::Heading,
        _ if is_heading => BlockKind::Heading,
        None => BlockKind::Paragraph,
        Some(_) => BlockKind::Item,
    }
}

/// Whether a line underlines the one above it: one mark all along, about as long.
pub(super) fn is_underline(line: &Line, above: &Line) -> bool {
    /// So much longer or shorter at most, in columns.
    const ABOUT: usize = 2;
    let marks = line.text.trim();
    let mut each = marks.chars();
    let is_row = each
        .next()
        .is_some_and(|mark| "=-~^_*#".contains(mark) && each.all(|c| c == mark));
    let length = |text: &str| text.trim().chars().count();
    is_row && length(marks).abs_diff(length(above.text)) <= ABOUT
}

/// A short line that ends without punctuation and does not begin in lower case.
fn is_shaped_like_heading(line: &str) -> bool {
    let said = line.trim_end_matches(is_closing);
    line.chars().nth(LONGEST_HEADING).is_none()
        && said.ends_with(char::is_alphanumeric)
        && line.contains(char::is_alphabetic)
        && !line.starts_with(char::is_lowercase)
        // "$ moor --tide" is a command, and "|___" a drawing.
        && !line.starts_with(['$', '%', '>', '|', '<', '{', '}', '~', '/', '\\', '`', '+', '='])
        // "Published: 1 May 2024" is about the text, and heads none of it.
        && !date::is_dateline(line)
}

/// Whether all letters are capitals, and they are more than a mark or an abbreviation.
fn is_in_capitals(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(3).is_some() && letters.all(char::is_uppercase)
}

/// Whether the first word, at least half of the words, and all of more than four letters begin
/// with a capital or a digit.
fn is_title_case(line: &str) -> bool {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let is_capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let capitals = words.iter().copied().filter(is_capital).count();
    words.first().is_some_and(is_capital)
        && capitals * 2 >= words.len()
        && words
            .iter()
            .all(|word| is_capital(word) || word.chars().count() <= 4)
}
