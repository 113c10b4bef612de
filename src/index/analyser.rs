//! Text becomes tokens: the one definition of a word that documents and questions share.
//!
//! Words are found by Unicode's rules (UAX #29, with dictionaries for scripts
//! without spaces). What stock analysers lose is kept: "U.S." and "US" are not
//! the pronoun "us", "Riga's" is "Riga", "anti-slip" is also "antislip", and
//! accents do not matter.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::english;
use crate::corpus::Span;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text that was analysed.
    pub span: Span,
    /// The word without its possessive, accents and case; an acronym that
    /// would be a stop word in lower case keeps its capitals.
    pub word: String,
    /// Whether it starts with a capital letter.
    pub capital: bool,
    /// Whether it is a whole compound ("anti-slip" as "antislip"), given after its parts.
    pub compound: bool,
}

impl Token {
    /// Whether it is too common to find anything by.
    #[must_use]
    pub fn is_stop_word(&self) -> bool {
        english::is_stop_word(&self.word)
    }
}

/// The tokens of `text`, in order.
#[must_use]
pub fn analyse(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut start = 0;
    // Parts of a hyphenated compound, while it lasts.
    let mut parts: Vec<usize> = Vec::new();
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    for end in segmenter.segment_str(text).skip(1) {
        let piece = &text[start..end];
        let span = Span { start, end };
        start = end;
        if !piece.contains(char::is_alphanumeric) {
            continue;
        }
        let hyphenated = parts
            .last()
            .is_some_and(|&part: &usize| is_hyphen(&text[tokens[part].span.end..span.start]));
        if !hyphenated {
            close_compound(text, &mut parts, &mut tokens);
        }
        parts.push(tokens.len());
        tokens.push(token(piece, span));
    }
    close_compound(text, &mut parts, &mut tokens);
    tokens
}

/// Adds the whole of a compound after its parts, if it has several.
fn close_compound(text: &str, parts: &mut Vec<usize>, tokens: &mut Vec<Token>) {
    if let [first, .., last] = parts[..] {
        let span = Span {
            start: tokens[first].span.start,
            end: tokens[last].span.end,
        };
        if text[span.range()].contains(char::is_alphabetic) {
            let word = tokens[first..=last]
                .iter()
                .map(|part| part.word.to_lowercase())
                .collect();
            tokens.push(Token {
                span,
                word,
                capital: tokens[first].capital,
                compound: true,
            });
        }
    }
    parts.clear();
}

fn is_hyphen(gap: &str) -> bool {
    matches!(gap, "-" | "\u{2010}" | "\u{2011}")
}

fn token(piece: &str, span: Span) -> Token {
    let capital = piece.starts_with(char::is_uppercase);
    let bare = without_possessive(piece);
    let letters: String = if is_dotted_acronym(bare) {
        bare.replace('.', "")
    } else {
        bare.to_owned()
    };
    let lower = fold(&letters);
    let is_acronym = letters.len() > 1 && letters.chars().all(char::is_uppercase);
    // "WHO", "IT" and "US" are names; in lower case they would be dropped.
    let word = if is_acronym && english::is_stop_word(&lower) {
        letters
    } else {
        lower
    };
    Token {
        span,
        word,
        capital,
        compound: false,
    }
}

/// "Riga's" and "ministers'" belong to Riga and ministers.
fn without_possessive(word: &str) -> &str {
    let bare = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .or_else(|| word.strip_suffix("'S"))
        .unwrap_or(word);
    // "it's" and "let's" are no possessives.
    if bare.len() < word.len() && english::is_stop_word(&word.to_lowercase().replace('’', "'")) {
        word
    } else {
        bare
    }
}

/// "U.S" (its last dot is a segment of its own) or "N.A.T.O".
fn is_dotted_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|letter| letter.chars().count() <= 1)
        && word.chars().any(char::is_alphabetic)
}

/// Lower case, without accents, typographic apostrophes and digit grouping.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        let mut folded = word.to_ascii_lowercase();
        let grouped = folded
            .split(',')
            .skip(1)
            .all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
        if folded.contains(',') && grouped {
            folded.retain(|c| c != ',');
        }
        return folded;
    }
    let latin = |c: char| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '’' => folded.push('\''),
            c if latin(c) => {
                folded.extend(std::iter::once(c).nfkd().filter(|&c| !is_combining_mark(c)));
            }
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        analyse(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn acronyms_are_told_from_pronouns() {
        assert_eq!(
            words("The U.S. told us that the WHO and IT differ, said US aides."),
            [
                "the", "US", "told", "us", "that", "the", "WHO", "and", "IT", "differ", "said",
                "US", "aides"
            ]
        );
        assert_eq!(words("N.A.T.O. and NATO"), ["nato", "and", "nato"]);
    }

    #[test]
    fn possessives_fall_away() {
        assert_eq!(
            words("Riga's harbour and the ministers’ plan; it's Zoë’s"),
            [
                "riga",
                "harbour",
                "and",
                "the",
                "ministers",
                "plan",
                "it's",
                "zoe"
            ]
        );
    }

    #[test]
    fn a_hyphenated_compound_is_its_parts_and_the_whole() {
        assert_eq!(
            words("anti-slip mats - two-year-old"),
            [
                "anti",
                "slip",
                "antislip",
                "mats",
                "two",
                "year",
                "old",
                "twoyearold"
            ]
        );
        assert_eq!(words("in 1990-1995"), ["in", "1990", "1995"]);
    }

    #[test]
    fn numbers_lose_their_grouping_and_keep_their_point() {
        assert_eq!(
            words("5,757 people, 2.5% of 1,23"),
            ["5757", "people", "2.5", "of", "1,23"]
        );
    }

    #[test]
    fn spans_cover_the_word_as_written() {
        let text = "Zoë’s anti-slip mats";
        let spans: Vec<_> = analyse(text)
            .into_iter()
            .map(|token| &text[token.span.range()])
            .collect();
        assert_eq!(spans, ["Zoë’s", "anti", "slip", "anti-slip", "mats"]);
    }

    #[test]
    fn scripts_without_spaces_have_words() {
        assert!(words("中国没有签署该条约。").len() >= 4);
    }
}
