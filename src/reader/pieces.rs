//! Texts become word pieces, and a question with a sentence the row of pieces that the network reads.
//!
//! The same steps as in training: BERT's, uncased (Devlin et al. 2019). Words are
//! folded to lower case without accents, punctuation stands by itself, and each
//! word is split into the longest pieces that there are (`WordPiece`, Wu et al. 2016).

use std::collections::HashMap;

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use unicode_normalization::UnicodeNormalization as _;

use super::ReaderError;

/// The pieces, one a line; the number of a line, from 0, is the piece's number in the network.
pub(super) static VOCABULARY: &str = include_str!("pieces.txt");
/// What a piece starts with that continues a word.
const CONTINUES: &str = "##";

/// So many pieces the network knows.
const PIECES: usize = 30_522;
/// Pieces with a meaning of their own, by their number in the vocabulary.
const UNKNOWN: i32 = 100;
const START: i32 = 101;
const END: i32 = 102;
const COLON: i32 = 1024;

/// The longest row that the network was trained on, and what a question and a title may take of it. A
/// question before it comes on top.
const LONGEST: usize = 76;
const LONGEST_QUESTION: usize = 28;
const LONGEST_BEFORE: usize = 20;
const LONGEST_TITLE: usize = 20;
/// A longer word is no word.
const LONGEST_WORD: usize = 100;
/// So many characters of a text are looked at: more than fill a row.
const MOST_CHARACTERS: usize = 1000;

/// Splits texts into pieces.
pub(super) struct Pieces {
    /// The numbers of the pieces that start a word.
    starts: HashMap<&'static str, i32>,
    /// The numbers of those that continue one.
    continuations: HashMap<&'static str, i32>,
    /// Bytes of the longest piece.
    longest: usize,
    categories: CodePointMapDataBorrowed<'static, GeneralCategory>,
}

impl Pieces {
    /// Reads a vocabulary, of pieces that are all different.
    pub(super) fn parse(vocabulary: &'static str) -> Result<Self, ReaderError> {
        let (mut starts, mut continuations) = (HashMap::new(), HashMap::new());
        for (piece, number) in vocabulary.lines().zip(0..) {
            match piece
                .strip_prefix(CONTINUES)
                .filter(|rest| !rest.is_empty())
            {
                Some(rest) => continuations.insert(rest, number),
                None => starts.insert(piece, number),
            };
        }
        let special = [
            ("[UNK]", UNKNOWN),
            ("[CLS]", START),
            ("[SEP]", END),
            (":", COLON),
        ];
        let is_in_place = |(piece, number): &(&str, i32)| starts.get(piece) == Some(number);
        if starts.len() + continuations.len() != PIECES || !special.iter().all(is_in_place) {
            let problem = "its vocabulary is not the one that the network knows";
            return Err(ReaderError(problem.to_owned()));
        }
        Ok(Self {
            starts,
            continuations,
            longest: vocabulary.lines().map(str::len).max().unwrap_or(0),
            categories: CodePointMapData::<GeneralCategory>::new(),
        })
    }

    /// The pieces of a text's beginning, as many as the network can read.
    pub(super) fn of(&self, text: &str) -> Vec<i32> {
        let mut pieces = Vec::new();
        for part in self.folded(text).split_whitespace() {
            let mut rest = part;
            while let Some(first) = rest.chars().next() {
                let end = if self.stands_alone(first) {
                    first.len_utf8()
                } else {
                    let next = rest.find(|c| self.stands_alone(c));
                    next.unwrap_or(rest.len())
                };
                let (word, after) = rest.split_at(end);
                self.split(word, &mut pieces);
                rest = after;
            }
            if pieces.len() >= LONGEST {
                break;
            }
        }
        pieces.truncate(LONGEST);
        pieces
    }

    /// Lower case, without accents, control characters and characters that do not show.
    fn folded(&self, text: &str) -> String {
        let is = |group: GeneralCategoryGroup, c: char| group.contains(self.categories.get(c));
        let spaced = |c: char| if c.is_whitespace() { ' ' } else { c };
        let shown = |c: &char| !is(GeneralCategoryGroup::Other, *c);
        let accent = |c: &char| is(GeneralCategoryGroup::NonspacingMark, *c);
        text.chars()
            .map(spaced)
            .filter(shown)
            .take(MOST_CHARACTERS)
            .nfd()
            .filter(|c| !accent(c))
            .flat_map(char::to_lowercase)
            .collect()
    }

    /// Whether a character is a word by itself: punctuation, and all of ASCII that is
    /// neither letter nor figure.
    fn stands_alone(&self, c: char) -> bool {
        c.is_ascii_punctuation()
            || GeneralCategoryGroup::Punctuation.contains(self.categories.get(c))
    }

    /// Adds the pieces of a folded word, the longest first; one that is unknown as a
    /// whole where it has a letter that is no piece.
    fn split(&self, word: &str, pieces: &mut Vec<i32>) {
        let before = pieces.len();
        let (mut rest, mut known) = (word, &self.starts);
        while !rest.is_empty() && word.len() <= 4 * LONGEST_WORD {
            let lengths = (1..=rest.len().min(self.longest)).rev();
            let mut splits = lengths.filter_map(|length| rest.split_at_checked(length));
            let Some((number, after)) =
                splits.find_map(|(start, after)| Some((*known.get(start)?, after)))
            else {
                break;
            };
            pieces.push(number);
            (rest, known) = (after, &self.continuations);
        }
        if !rest.is_empty() || word.chars().nth(LONGEST_WORD).is_some() {
            pieces.truncate(before);
            pieces.push(UNKNOWN);
        }
    }
}

/// A question and a sentence as one row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// The pieces: start, question, end, title, colon, sentence, end; where there is a question
    /// before it, that and another end stand behind it.
    pub(super) pieces: Vec<i32>,
    /// Where the second part, title and sentence, begins.
    pub(super) second: usize,
}

impl Input {
    /// What is too long loses its end.
    pub(super) fn new(
        question: &[i32],
        before: Option<&[i32]>,
        title: &[i32],
        sentence: &[i32],
    ) -> Self {
        let first = |pieces: &[i32], most: usize| pieces[..pieces.len().min(most)].to_vec();
        let mut pieces = vec![START];
        pieces.extend(first(question, LONGEST_QUESTION));
        pieces.push(END);
        let alone = pieces.len();
        if let Some(before) = before {
            pieces.extend(first(before, LONGEST_BEFORE));
            pieces.push(END);
        }
        let second = pieces.len();
        if !title.is_empty() {
            pieces.extend(first(title, LONGEST_TITLE));
            pieces.push(COLON);
        }
        pieces.extend(sentence);
        pieces.truncate(LONGEST - 1 + second - alone);
        pieces.push(END);
        Self { pieces, second }
    }
}
