//! What words mean, roughly: a vector for every English word, shipped with the program. For words
//! of other languages, how they are spelt ([`letters`]).
//!
//! Words of one meaning point one way, so that "purchase" is found near "buy"
//! though no letter agrees. The more a word says about what a text means, the
//! longer its vector: the sum over a text's words points where a sentence
//! encoder would put the whole text. The vectors belong to the word pieces of
//! that encoder; where they come from is told in `PROVENANCE.md`, and the program
//! of `examples/distil` makes the file again and describes its layout.

mod direction;
mod letters;

use std::cell::RefCell;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::recent::Recent;
pub use direction::{Direction, Packed};

/// Numbers in a vector.
pub const DIMENSIONS: usize = 128;

static FILE: &[u8] = include_bytes!("pieces.bin");
static SHIPPED: LazyLock<Vectors> = LazyLock::new(|| Vectors::parse(FILE).unwrap_or_default());

/// What a piece starts with that continues a word.
const CONTINUES: &str = "##";
/// Bytes of the longest piece, at most.
const LONGEST: usize = 31;
/// Bytes that pieces begin with alike, and bits of each that tell letters apart.
const BEGINNING: usize = 3;
const BITS: usize = 5;

/// Word pieces and their vectors.
#[derive(Debug, Default)]
pub struct Vectors {
    /// The row of each piece that starts a word.
    starts: FxHashMap<&'static str, usize>,
    /// The row of each piece that continues one.
    continuations: FxHashMap<&'static str, usize>,
    /// Vectors as signed bytes, each to be multiplied by its scale: only the few
    /// that are asked for become floats.
    rows: &'static [[u8; DIMENSIONS]],
    /// The scale of each row, a little-endian float.
    scales: &'static [[u8; 4]],
    /// Which lengths the pieces have that begin alike, a bit for each: most need no look.
    lengths: Vec<u32>,
}

impl Vectors {
    /// The vectors that the program carries; none where [`Self::check`] fails.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Looks whether the vectors in the program can be used.
    ///
    /// # Errors
    ///
    /// What is wrong with them.
    pub fn check() -> Result<(), &'static str> {
        if Self::shipped().rows.is_empty() {
            return Err("their file is damaged");
        }
        Ok(())
    }

    /// The vector of a lower-case word without accents: the sum of the vectors of its pieces.
    ///
    /// A word that is no piece is split into pieces, the longest first, as BERT
    /// does (`WordPiece`, Wu et al. 2016); punctuation inside it only separates.
    /// Its length is what the word weighs in a text, whose vector is the sum over
    /// all its words, stop words too. There is no vector for a word with a digit,
    /// which would make one number a synonym of another, or with a letter of
    /// another script than Latin.
    pub fn sum(&self, word: &str) -> Option<[f32; DIMENSIONS]> {
        let mut sum = None;
        for part in word.split(|c: char| !c.is_alphanumeric()) {
            let (mut rest, mut pieces) = (part, &self.starts);
            while !rest.is_empty() {
                let (row, length) = self.longest_start(rest, pieces)?;
                self.add(sum.get_or_insert([0.0; DIMENSIONS]), row)?;
                (rest, pieces) = (&rest[length..], &self.continuations);
            }
        }
        sum
    }

    /// What a lower-case word without accents means, whatever it weighs: the
    /// direction of its [`sum`](Self::sum), of length 1.
    pub fn of(&self, word: &str) -> Option<[f32; DIMENSIONS]> {
        unit(&self.sum(word)?)
    }

    /// Whether the word is a piece of its own, as common English words are.
    pub fn knows(&self, word: &str) -> bool {
        self.starts.contains_key(word)
    }

    /// The words that are near another in meaning: their cosine is at least `least`.
    /// Goes through all words that are shipped, which takes about a millisecond.
    pub fn like(&self, word: &str, least: f32) -> Vec<&'static str> {
        let Some(own) = self.of(word) else {
            return Vec::new();
        };
        let is_near = |row: usize| {
            let bytes = self.rows.get(row);
            let other = bytes.map(|bytes| bytes.map(|byte| f32::from(byte.cast_signed())));
            other.is_some_and(|other| cosine(&own, &other) >= least)
        };
        let near = self.starts.iter().filter(|(_, row)| is_near(**row));
        let mut near: Vec<&str> = near.map(|(word, _)| *word).collect();
        near.sort_unstable();
        near
    }

    /// The row and the bytes of the longest of the pieces that the text starts with.
    fn longest_start(&self, text: &str, pieces: &FxHashMap<&str, usize>) -> Option<(usize, usize)> {
        let lengths = *self.lengths.get(beginning(text))?;
        let has = |length: &usize| lengths >> length & 1 == 1;
        let likely = (1..=text.len().min(LONGEST)).rev().filter(has);
        let mut starts = likely.filter_map(|length| text.get(..length));
        let (piece, &row) = starts.find_map(|start| pieces.get_key_value(start))?;
        Some((row, piece.len()))
    }

    /// Adds the vector of a row; `None` where there is no such row.
    fn add(&self, sum: &mut [f32; DIMENSIONS], row: usize) -> Option<()> {
        let scale = f32::from_le_bytes(*self.scales.get(row)?);
        for (sum, byte) in sum.iter_mut().zip(self.rows.get(row)?) {
            *sum += scale * f32::from(byte.cast_signed());
        }
        Some(())
    }

    /// Reads a file of `examples/distil`; `None` where it is not one with vectors of [`DIMENSIONS`].
    fn parse(file: &'static [u8]) -> Option<Self> {
        let (count, file) = number(file)?;
        let (dimensions, file) = number(file)?;
        let (lengths, mut file) = file.split_at_checked(count)?;
        let mut vectors = Self::default();
        vectors.starts.reserve(count);
        // Shorter ones than a beginning may begin anything.
        vectors.lengths = vec![(1 << BEGINNING) - 1; 1 << (BITS * BEGINNING)];
        for (row, &length) in lengths.iter().enumerate() {
            let (piece, rest) = file.split_at_checked(usize::from(length))?;
            file = rest;
            let piece = str::from_utf8(piece).ok()?;
            let bare = piece.strip_prefix(CONTINUES);
            let letters = bare.unwrap_or(piece);
            if letters.len() > LONGEST {
                return None;
            }
            vectors.lengths[beginning(letters)] |= 1 << letters.len();
            match bare {
                Some(piece) => vectors.continuations.insert(piece, row),
                None => vectors.starts.insert(piece, row),
            };
        }
        let (scales, file) = file.split_at_checked(count.checked_mul(4)?)?;
        vectors.scales = scales.as_chunks().0;
        let (rows, rest) = file.as_chunks();
        vectors.rows = rows;
        (dimensions == DIMENSIONS && rows.len() == count && rest.is_empty()).then_some(vectors)
    }
}

/// A number for how a text begins; texts that begin otherwise may have the same.
fn beginning(text: &str) -> usize {
    let bytes = text.bytes().take(BEGINNING);
    bytes.fold(0, |number, byte| {
        number << BITS | usize::from(byte) & ((1 << BITS) - 1)
    })
}

/// A small word of another language than English weighs so much against the others.
const SMALL_WORD: f32 = 0.2;

/// The vector of a word as analysis leaves it in a text of `language`: the longer the more it weighs.
/// Of another language than English it is how the word is spelt, and what its gloss means.
pub fn sum(word: &str, language: Language) -> Option<[f32; DIMENSIONS]> {
    let meant = meaning(word, language);
    if language.of_word(word).is_english() {
        return meant;
    }
    let weight = if language.is_stop_word(word) {
        SMALL_WORD
    } else {
        1.0
    };
    let spelt = letters::of(word)?;
    let both = match meant.and_then(|meant| unit(&meant)) {
        Some(meant) => unit(&std::array::from_fn(|at| spelt[at] + meant[at]))?,
        None => spelt,
    };
    Some(both.map(|number| number * weight))
}

/// The vector of what a word means in a text of `language`, in English or by its gloss.
fn meaning(word: &str, language: Language) -> Option<[f32; DIMENSIONS]> {
    let own = language.of_word(word);
    if own.is_english() {
        return Vectors::shipped().sum(&word.to_lowercase());
    }
    // A word in the letters of a third language says too little to read its glosses for.
    let gloss = (own == language).then(|| own.in_english(word)).flatten()?;
    Vectors::shipped().sum(&gloss)
}

/// Adds the vectors of words of a text of `language` to a sum, in their order.
pub fn add<'a>(
    sum: &mut [f32; DIMENSIONS],
    words: impl IntoIterator<Item = &'a str>,
    language: Language,
) {
    let words = words.into_iter();
    add_each(sum, words.filter_map(|word| self::sum(word, language)));
}

/// Words of a language whose meanings a thread keeps, and once more as many: they take some 5 MB.
const KEPT: usize = 4096;

thread_local! {
    static MEANINGS: RefCell<Recent<Option<Box<[f32; DIMENSIONS]>>>> = RefCell::new(Recent::new(KEPT));
}

/// Adds what words of a text of `language` mean to a sum, in English or by their glosses.
pub fn add_meaning<'a>(
    sum: &mut [f32; DIMENSIONS],
    words: impl IntoIterator<Item = &'a str>,
    language: Language,
) {
    MEANINGS.with_borrow_mut(|meanings| {
        for word in words {
            let make = || meaning(word, language).map(Box::new);
            meanings.with(language, word, make, |vector| {
                add_some(sum, vector.as_deref());
            });
        }
    });
}

fn add_each(sum: &mut [f32; DIMENSIONS], vectors: impl Iterator<Item = [f32; DIMENSIONS]>) {
    for vector in vectors {
        add_some(sum, Some(&vector));
    }
}

/// Adds a vector, if there is one.
fn add_some(sum: &mut [f32; DIMENSIONS], vector: Option<&[f32; DIMENSIONS]>) {
    let Some(vector) = vector else {
        return;
    };
    for (sum, number) in sum.iter_mut().zip(vector) {
        *sum += number;
    }
}

/// How near two vectors are in meaning: their cosine, -1 to 1. Unrelated words
/// are near 0; so is a vector without direction to any other.
pub fn cosine(a: &[f32; DIMENSIONS], b: &[f32; DIMENSIONS]) -> f32 {
    let lengths = (dot(a, a) * dot(b, b)).sqrt();
    if lengths > 0.0 {
        dot(a, b) / lengths
    } else {
        0.0
    }
}

/// The scalar product of two vectors: for those of length 1 their cosine.
pub fn dot(a: &[f32; DIMENSIONS], b: &[f32; DIMENSIONS]) -> f32 {
    // Sums of their own for each lane: a compiler may not reorder one float sum, so it would add one by one.
    let mut lanes = [0.0; 16];
    for (a, b) in a.as_chunks::<16>().0.iter().zip(b.as_chunks::<16>().0) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}

/// The vector made 1 long; `None` where it has no direction.
pub fn unit(vector: &[f32; DIMENSIONS]) -> Option<[f32; DIMENSIONS]> {
    let length = dot(vector, vector).sqrt();
    (length > 0.0).then(|| vector.map(|number| number / length))
}

/// The number at the start of the bytes, and the bytes after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number) as usize, rest))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests;
