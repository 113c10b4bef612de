//! What else a word of a question may be called in the documents.
//!
//! Stems lose typing errors, countries and their people, and compounds written
//! apart or together. Each rule is general; the corpus' own vocabulary decides.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Alternative, Target};
use crate::index::analyser::{self, Token};
use crate::index::english;
use crate::index::vectors::Vectors;
use crate::index::vocabulary::{TermId, Vocabulary, WordClass};

/// A country for its people, or the other way round.
const COUNTRY: f32 = 0.9;
/// Words for one of a people that its nationality does not lead to.
const PEOPLE: &str = "briton:british croat:croatian dane:danish finn:finnish pole:polish scot:scottish serb:serbian \
    spaniard:spanish swede:swedish turk:turkish";
/// A compound written otherwise.
const COMPOUND: f32 = 1.0;
/// A word one or two slips away from one that the corpus has.
const TYPO: f32 = 0.8;
/// Parts of a compound shorter than this mean nothing alone.
const SHORTEST_PART: usize = 3;
/// A word shorter than this may be anything: it is not corrected.
const SHORTEST_TYPO: usize = 4;
/// From this length on, two slips are forgiven.
const TWO_SLIPS: usize = 8;

/// What `token` may be called in the corpus, the likeliest first, and the word
/// it was taken for if the corpus does not have the one typed.
/// `neighbours` are the content words before and after it in the question;
/// slips are mended only if `mend`.
pub(super) fn alternatives(
    token: &Token,
    neighbours: [Option<&Token>; 2],
    mend: bool,
    vocabulary: &Vocabulary,
) -> (Vec<Alternative>, Option<String>) {
    let mut found = of_word(&token.word, vocabulary);
    // "life" before "boat": "lifeboat", if the corpus has it.
    for whole in with_neighbours(token, neighbours, "") {
        let joined = vocabulary.term_id(&whole);
        found.extend(joined.map(|id| Alternative {
            target: Target::Term(id),
            weight: COMPOUND,
        }));
    }
    for name in with_neighbours(token, neighbours, " ") {
        let others = countries(&name)
            .iter()
            .filter_map(|other| vocabulary.term_id(other));
        found.extend(others.map(|id| Alternative {
            target: Target::Term(id),
            weight: COUNTRY,
        }));
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
    (found, correction)
}

/// What a word may be called, whatever stands beside it.
fn of_word(word: &str, vocabulary: &Vocabulary) -> Vec<Alternative> {
    let term = |word: &str| Some(Target::Term(vocabulary.term_id(word)?));
    let pair = |(first, second): (&str, &str)| {
        Some(Target::Pair(
            vocabulary.term_id(first)?,
            vocabulary.term_id(second)?,
        ))
    };
    let country = |name: &String| name.split_once(' ').map_or_else(|| term(name), pair);
    let own = term(word).map(|target| (target, 1.0));
    let parts = apart(word, vocabulary)
        .into_iter()
        .map(|(first, second)| (Target::Pair(first, second), COMPOUND));
    let countries = countries(word)
        .iter()
        .filter_map(country)
        .map(|target| (target, COUNTRY));
    let mut found: Vec<Alternative> = Vec::new();
    for (target, weight) in own.into_iter().chain(parts).chain(countries) {
        if !found.iter().any(|known| known.target == target) {
            found.push(Alternative { target, weight });
        }
    }
    found
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
fn apart(word: &str, vocabulary: &Vocabulary) -> Vec<(TermId, TermId)> {
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
        .filter_map(|at| Some((known(&word[..at])?, known(&word[at..])?)))
        .collect()
}

/// The word of the corpus that `word` is a slip away from, the commonest such.
fn corrected(word: &str, vocabulary: &Vocabulary) -> Option<String> {
    let length = word.chars().count();
    // A word that English has is no slip: the documents just do not have it.
    if length < SHORTEST_TYPO
        || word.contains(|c: char| c.is_ascii_digit())
        || Vectors::shipped().knows(word)
    {
        return None;
    }
    let most = if length >= TWO_SLIPS { 2 } else { 1 };
    let candidates = vocabulary.words().filter(|other| {
        other.class == WordClass::Content
            && other.text.len().abs_diff(word.len()) <= most
            && other.text.len() >= SHORTEST_TYPO
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
    Some(best.text.clone())
}

/// Other words for a country or its people: "Peru" and "Peruvian", "United
/// States" and "US". From the country data of the crate `keshvar` (ISO 3166,
/// with nationalities and names in use).
fn countries(name: &str) -> &'static [String] {
    static NAMES: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(country_names);
    let one = || NAMES.get(name.strip_suffix('s')?);
    NAMES.get(name).or_else(one).map_or(&[], Vec::as_slice)
}

fn country_names() -> HashMap<String, Vec<String>> {
    let mut names: HashMap<String, Vec<String>> = HashMap::new();
    for country in keshvar::CountryIterator::new() {
        let common = country.iso_short_name().split([',', '(']).next();
        let in_use = country
            .unofficial_name_list()
            .iter()
            .copied()
            .filter(|name| name.is_ascii());
        let written = common
            .into_iter()
            .chain(country.maybe_nationality())
            .chain(in_use);
        let mut group: Vec<String> = written.map(normal).collect();
        // "America" is the land of the Americans, though no list has it.
        let lands: Vec<String> = group
            .iter()
            .filter_map(|name| {
                Some(
                    name.strip_suffix('n')
                        .filter(|land| land.ends_with('a'))?
                        .to_owned(),
                )
            })
            .collect();
        let people = PEOPLE
            .split_whitespace()
            .filter_map(|pair| pair.split_once(':'));
        let people: Vec<String> = people
            .filter(|(_, nation)| group.iter().any(|name| name == nation))
            .map(|(one, _)| one.to_owned())
            .collect();
        group.extend(lands);
        group.extend(people);
        // Only names that analysis leaves as one word or two can be met in a text; a stop word is none.
        group.retain(|name| {
            !name.is_empty() && name.split(' ').count() <= 2 && !english::is_stop_word(name)
        });
        group.sort();
        group.dedup();
        for name in &group {
            let others = group.iter().filter(|other| *other != name).cloned();
            names.entry(name.clone()).or_default().extend(others);
        }
    }
    names
}

/// A name as analysis leaves it, its words joined by single spaces.
fn normal(name: &str) -> String {
    let words = analyser::analyse(name)
        .into_iter()
        .filter(|token| !token.compound);
    words.map(|token| token.word).collect::<Vec<_>>().join(" ")
}
