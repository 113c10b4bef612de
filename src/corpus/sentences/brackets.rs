//! Brackets: no sentence ends inside a pair that closes again before long.

use super::marks::{is_closing_bracket, is_opening_bracket};

/// A closing bracket further off than this many bytes belongs to something else, or the bracket
/// holds whole paragraphs; sentences may then end inside.
const LONGEST_PAIR: usize = 300;

/// The brackets open at some place of a text that is read from its start to its end.
#[derive(Default)]
pub(super) struct Brackets {
    depth: usize,
    read: usize,
}

impl Brackets {
    /// Whether a bracket is open at a place, and closes after it. Places must ascend.
    pub fn are_open_at(&mut self, text: &str, at: usize) -> bool {
        let new = &text[self.read..at];
        // Most text has none, and is soon told to.
        let is_bracket = |c| is_opening_bracket(c) || is_closing_bracket(c);
        let may_be_bracket = |byte: u8| !byte.is_ascii() || is_bracket(char::from(byte));
        if new.bytes().any(may_be_bracket) {
            for (offset, c) in new.char_indices() {
                if is_opening_bracket(c) && !self.is_emoticon(text, offset) {
                    self.depth += 1;
                } else if is_closing_bracket(c) {
                    self.depth = self.depth.saturating_sub(1);
                }
            }
        }
        self.read = at;
        let ahead = &text[at..text.floor_char_boundary(at + LONGEST_PAIR)];
        self.depth > 0 && ahead.contains(is_closing_bracket)
    }

    /// ":(" opens nothing.
    fn is_emoticon(&self, text: &str, offset: usize) -> bool {
        text[..self.read + offset].ends_with([':', ';'])
    }

    /// A sentence has ended: what it left open stays so.
    pub fn close_all(&mut self) {
        self.depth = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_open(text: &str, at: usize) -> bool {
        Brackets::default().are_open_at(text, at)
    }

    #[test]
    fn a_bracket_is_open_until_it_closes_soon() {
        assert!(are_open("It (a ferry. Old) sank.", 12));
        assert!(!are_open("It (a ferry) sank. It", 18));
        assert!(are_open("It (a [small] ferry. Old) sank.", 20));
        assert!(!are_open("It (a ferry. Old", 12));
        let text = format!("It (a ferry. {} Old) sank.", "ferry ".repeat(100));
        assert!(!are_open(&text, 12));
        // A sad face opens nothing.
        assert!(!are_open("It sank :( Ann. (Old)", 15));
    }

    #[test]
    fn the_end_of_a_sentence_closes_all() {
        let text = "It (sank. It) rose.";
        let mut brackets = Brackets::default();
        assert!(brackets.are_open_at(text, 4));
        brackets.close_all();
        assert!(!brackets.are_open_at(text, 9));
    }
}
