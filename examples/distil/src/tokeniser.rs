//! Texts become word pieces, as the network reads them (`WordPiece`, Wu et al. 2016).

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a piece starts with that continues a word.
const CONTINUES: &str = "##";

/// The word pieces with their numbers in the network, sorted by their text.
pub type Pieces = BTreeMap<String, u32>;

/// Splits texts into pieces.
pub struct Tokeniser {
    pieces: Pieces,
    /// Bytes of the longest piece.
    longest: usize,
    start: u32,
    end: u32,
    unknown: u32,
}

impl Tokeniser {
    /// A tokeniser for these pieces.
    ///
    /// # Errors
    ///
    /// Where a special piece is missing.
    pub fn new(pieces: Pieces) -> Result<Self> {
        let special = |piece: &str| {
            let number = pieces.get(piece).copied();
            number.with_context(|| format!("there is no piece {piece}"))
        };
        Ok(Self {
            longest: pieces.keys().map(String::len).max().unwrap_or(0),
            start: special("[CLS]")?,
            end: special("[SEP]")?,
            unknown: special("[UNK]")?,
            pieces,
        })
    }

    /// The pieces.
    pub fn pieces(&self) -> &Pieces {
        &self.pieces
    }

    /// What the network is given: the pieces of the words and of the signs
    /// between them, in their order.
    pub fn tokens(&self, text: &str) -> Vec<u32> {
        let text = folded(text);
        let mut tokens = Vec::with_capacity(text.len() / 3);
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let is_word = first.is_alphanumeric();
            let end = if is_word {
                rest.find(|c: char| !c.is_alphanumeric())
            } else {
                Some(first.len_utf8())
            };
            let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after;
            if !first.is_whitespace() {
                let pieces = self.split(part);
                tokens.extend(pieces.unwrap_or_else(|| vec![self.unknown]));
            }
        }
        self.framed(tokens)
    }

    /// The pieces between the marks of start and end.
    pub fn framed(&self, pieces: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let mut tokens = vec![self.start];
        tokens.extend(pieces);
        tokens.push(self.end);
        tokens
    }

    /// What a text is the sum of when Quoth adds its pieces' vectors: the pieces
    /// of its words, without the possessive 's, and without words of which a
    /// piece is not `kept`.
    pub fn bag(&self, text: &str, kept: impl Fn(u32) -> bool) -> Vec<u32> {
        let text = folded(text);
        let mut bag = Vec::new();
        let mut apostrophe = false;
        for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            let possessive = apostrophe && word == "s";
            apostrophe = part.ends_with(['\'', '’']);
            if let Some(pieces) = self.split(word).filter(|_| !possessive)
                && pieces.iter().all(|&piece| kept(piece))
            {
                bag.extend(pieces);
            }
        }
        bag
    }

    /// The pieces of a folded word, the longest first; `None` where it has a letter that is none.
    fn split(&self, word: &str) -> Option<Vec<u32>> {
        let mut pieces = Vec::new();
        let mut rest = word;
        while !rest.is_empty() {
            let prefix = if pieces.is_empty() { "" } else { CONTINUES };
            let lengths = (1..=rest.len().min(self.longest)).rev();
            let (piece, after) = lengths
                .filter_map(|length| rest.split_at_checked(length))
                .find_map(|(start, after)| {
                    let piece = self.pieces.get(&format!("{prefix}{start}"))?;
                    Some((*piece, after))
                })?;
            pieces.push(piece);
            rest = after;
        }
        Some(pieces)
    }
}

/// The text in lower case and without accents, as the pieces are.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.nfd().filter(|&c| !is_combining_mark(c)).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests {
    use super::*;

    /// Pieces numbered as they stand here.
    fn tokeniser() -> Tokeniser {
        let pieces = [
            "[CLS]", "[SEP]", "[UNK]", "ferry", "##boat", "##s", "cafe", "s", "-", "##1", "'",
        ];
        let numbered = pieces.iter().zip(0..);
        Tokeniser::new(
            numbered
                .map(|(piece, number)| ((*piece).to_owned(), number))
                .collect(),
        )
        .unwrap()
    }

    #[test]
    fn words_are_split_into_the_longest_pieces_without_case_and_accents() {
        assert_eq!(
            tokeniser().tokens("Ferryboats - CAFÉ"),
            [0, 3, 4, 5, 8, 6, 1]
        );
    }

    #[test]
    fn a_word_with_a_letter_that_is_no_piece_is_unknown_as_a_whole() {
        assert_eq!(tokeniser().tokens("ferryx cafe"), [0, 2, 6, 1]);
        assert_eq!(tokeniser().tokens(""), [0, 1]);
    }

    #[test]
    fn a_bag_has_whole_words_of_kept_pieces_only() {
        let bag = |text| tokeniser().bag(text, |piece| piece != 9);
        assert_eq!(bag("Ferryboat-cafes, ferry1 ferryx"), [3, 4, 6, 5]);
        assert_eq!(bag("the café's s, a cafe’s"), [6, 7, 6]);
    }

    #[test]
    fn without_its_marks_there_is_no_tokeniser() {
        assert!(Tokeniser::new(Pieces::new()).is_err());
    }
}
