//! What else a word of a question may be called in the documents.
//!
//! Stems lose typing errors, countries and their people, compounds written
//! apart or together, decades, and words made of one another. Each rule is
//! general; the corpus' own vocabulary decides.

use super::countries::countries;
use super::{Alternative, Target};
use crate::index::analyser::Token;
use crate::index::vectors::Vectors;
use crate::index::vocabulary::{TermId, Vocabulary, WordClass};
use crate::index::{derivation, english, numbers};

/// A country for its people, or the other way round.
const COUNTRY: f32 = 0.9;
/// A compound written otherwise.
const COMPOUND: f32 = 1.0;
/// A word one or two slips away from one that the corpus has.
const TYPO: f32 = 0.8;
/// A word made of the one typed, which the corpus does not have, or the other
/// way round: "withdrawal" for "withdraw".
const RELATIVE: f32 = 0.8;
/// The same where the corpus has the one typed too. More, and "defending" beats
/// the "defence" that was asked for: nearness in meaning counts it already.
const RELATIVE_BESIDE: f32 = 0.4;
/// A decade by another name.
const DECADE: f32 = 0.9;
/// Parts of a compound shorter than this mean nothing alone.
const SHORTEST_PART: usize = 3;
/// A word shorter than this may be anything: it is not corrected.
const SHORTEST_TYPO: usize = 4;
/// From this length on, two slips are forgiven.
const TWO_SLIPS: usize = 8;

/// What a word of a question becomes.
pub(super) struct Expansion {
    /// What it is searched for as, the likeliest first.
    pub(super) alternatives: Vec<Alternative>,
    /// The word it was taken for, if the corpus does not have the one typed.
    pub(super) correction: Option<String>,
    /// In how many sentences it stands, by whatever name but a relative's.
    pub(super) sentences: u32,
}

impl Expansion {
    /// A word that stands for nothing but these.
    pub(super) fn of(alternatives: Vec<Alternative>, vocabulary: &Vocabulary) -> Self {
        Self {
            sentences: sentences(&alternatives, vocabulary),
            alternatives,
            correction: None,
        }
    }
}

/// What `token` may be called in the corpus. `neighbours` are the content words
/// before and after it in the question, `others` what it is called besides for
/// what stands around it; slips are mended only if `mend`.
pub(super) fn expand(
    token: &Token,
    neighbours: [Option<&Token>; 2],
    others: Vec<Alternative>,
    mend: bool,
    vocabulary: &Vocabulary,
) -> Expansion {
    let mut found = of_word(&token.word, vocabulary);
    // "life" before "boat": "lifeboat", if the corpus has it.
    let joined = with_neighbours(token, neighbours, "");
    let joined = joined.filter_map(|whole| term(&whole, COMPOUND, vocabulary));
    let names = with_neighbours(token, neighbours, " ");
    let names = names.flat_map(|name| countries(&name).iter());
    let names = names.filter_map(|other| term(other, COUNTRY, vocabulary));
    for other in joined.chain(names).chain(others) {
        push(&mut found, other);
    }
    let mut sentences = sentences(&found, vocabulary);
    // A name is made of nothing: Mr Porter is not a port.
    let is_name = token.capital && token.span.start > 0;
    // Nor is a code: letters and figures stand for one thing only.
    if !is_name && !has_digit(&token.word) {
        for other in relatives(&token.word, sentences, vocabulary) {
            push(&mut found, other);
        }
    }
    let correction = if mend && found.is_empty() {
        corrected(&token.word, vocabulary)
    } else {
        None
    };
    if let Some(word) = &correction {
        let meant = of_word(word, vocabulary).into_iter();
        found.extend(meant.map(|other| Alternative {
            weight: other.weight * TYPO,
            ..other
        }));
    }
    if sentences == 0 {
        sentences = self::sentences(&found, vocabulary);
    }
    Expansion {
        alternatives: found,
        correction,
        sentences,
    }
}

/// What a word may be called, whatever stands beside it.
fn of_word(word: &str, vocabulary: &Vocabulary) -> Vec<Alternative> {
    let country = |name: &String| match name.split_once(' ') {
        None => term(name, COUNTRY, vocabulary),
        Some((first, second)) => Some(Alternative {
            target: Target::Phrase(vec![
                vocabulary.term_id(first)?,
                vocabulary.term_id(second)?,
            ]),
            weight: COUNTRY,
        }),
    };
    let own = term(word, 1.0, vocabulary);
    let parts = apart(word, vocabulary)
        .into_iter()
        .map(|parts| Alternative {
            target: Target::Phrase(parts),
            weight: COMPOUND,
        });
    let countries = countries(word).iter().filter_map(country);
    let decades = numbers::decade(word);
    let decades = decades
        .iter()
        .filter_map(|name| term(name, DECADE, vocabulary));
    let mut found: Vec<Alternative> = Vec::new();
    for other in own.into_iter().chain(parts).chain(countries).chain(decades) {
        push(&mut found, other);
    }
    found
}

/// Words made of `word`, or that it is made of, which stands in so many sentences itself.
fn relatives(word: &str, sentences: u32, vocabulary: &Vocabulary) -> Vec<Alternative> {
    let is_known =
        |other: &str| !english::is_stop_word(other) && vocabulary.term_id(other).is_some();
    let found = derivation::relatives(word, is_known);
    let found = found.iter().filter_map(|other| vocabulary.term_id(other));
    let relative = |id: TermId| {
        // A common relative of a rare word tells no more than it does itself.
        let tells = vocabulary.idf(vocabulary.term(id).sentences) / vocabulary.idf(sentences);
        let weight = if sentences == 0 {
            RELATIVE
        } else {
            RELATIVE_BESIDE * tells.min(1.0)
        };
        Alternative {
            target: Target::Term(id),
            weight,
        }
    };
    found.map(relative).collect()
}

/// A word as an alternative, if the corpus has it.
fn term(word: &str, weight: f32, vocabulary: &Vocabulary) -> Option<Alternative> {
    let target = Target::Term(vocabulary.term_id(word)?);
    Some(Alternative { target, weight })
}

/// Adds an alternative that is not known yet.
fn push(found: &mut Vec<Alternative>, other: Alternative) {
    if !found.iter().any(|known| known.target == other.target) {
        found.push(other);
    }
}

/// In how many sentences one of the alternatives stands, at least; where there
/// are only phrases, at most: a phrase is no commoner than its rarest word.
fn sentences(alternatives: &[Alternative], vocabulary: &Vocabulary) -> u32 {
    let of = |id: &TermId| vocabulary.term(*id).sentences;
    let terms = alternatives.iter().filter_map(|other| match &other.target {
        Target::Term(id) => Some(of(id)),
        Target::Phrase(_) => None,
    });
    let phrases = alternatives.iter().filter_map(|other| match &other.target {
        Target::Term(_) => None,
        Target::Phrase(row) => row.iter().map(of).min(),
    });
    terms.max().or_else(|| phrases.max()).unwrap_or(0)
}

/// The word joined with the one before, and with the one after, where nothing stands between.
fn with_neighbours<'a>(
    token: &'a Token,
    [previous, next]: [Option<&'a Token>; 2],
    by: &'a str,
) -> impl Iterator<Item = String> {
    let pairs = [
        previous.map(|word| (word, token)),
        next.map(|word| (token, word)),
    ];
    let adjacent = |(a, b): &(&Token, &Token)| b.span.start.saturating_sub(a.span.end) <= 1;
    pairs
        .into_iter()
        .flatten()
        .filter(adjacent)
        .map(move |(a, b)| format!("{}{by}{}", a.word, b.word))
}

/// "lifeboat": "life boat", if the corpus has both words.
fn apart(word: &str, vocabulary: &Vocabulary) -> Vec<Vec<TermId>> {
    let splits = word
        .char_indices()
        .map(|(at, _)| at)
        .filter(|&at| at >= SHORTEST_PART && word.len() - at >= SHORTEST_PART);
    let known = |part: &str| {
        vocabulary
            .term_id(part)
            .filter(|_| !english::is_stop_word(part))
    };
    splits
        .filter_map(|at| Some(vec![known(&word[..at])?, known(&word[at..])?]))
        .collect()
}

/// Codes and numbers are never taken for another, nor anything for one of them.
fn has_digit(word: &str) -> bool {
    word.contains(char::is_numeric)
}

/// The word of the corpus that `word` is a slip away from, the commonest such.
fn corrected(word: &str, vocabulary: &Vocabulary) -> Option<String> {
    let length = word.chars().count();
    // A word that English has is no slip: the documents just do not have it.
    if length < SHORTEST_TYPO || has_digit(word) || Vectors::shipped().knows(word) {
        return None;
    }
    let most = if length >= TWO_SLIPS { 2 } else { 1 };
    let candidates = vocabulary.words().filter(|other| {
        other.class == WordClass::Content
            && other.text.len().abs_diff(word.len()) <= most
            && other.text.len() >= SHORTEST_TYPO
            && !has_digit(&other.text)
    });
    // A slip in the first letter is rare, and another first letter is mostly another word: born, torn.
    let same_start = |other: &str| other.chars().next() == word.chars().next();
    let close = candidates
        .filter(|other| same_start(&other.text))
        .filter_map(|other| {
            let slips = strsim::osa_distance(word, &other.text);
            (slips <= most).then_some((
                slips,
                std::cmp::Reverse(vocabulary.term(other.term).sentences),
                other,
            ))
        });
    let (.., best) = close.min_by(|a, b| (a.0, a.1, &a.2.text).cmp(&(b.0, b.1, &b.2.text)))?;
    Some(best.text.to_string())
}
