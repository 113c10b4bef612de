//! What else a word of a question may be called in the documents.
//!
//! Stems lose typing errors, countries and their people, compounds written
//! apart or together, decades, and words made of one another. Each rule is
//! general; the corpus' own vocabulary decides.

use super::countries::countries;
use super::term::{Alternative, Target};
use crate::index::Statistics;
use crate::language::analyser::Token;
use crate::language::vectors::Vectors;
use crate::language::{Language, derivation, numbers};

/// A country for its people, or the other way round.
const COUNTRY: f32 = 0.9;
/// A compound written otherwise.
const COMPOUND: f32 = 1.0;
/// A word one or two slips away from one that the corpus has.
const TYPO: f32 = 0.8;
/// A word made of the one typed, which the corpus lacks, or it of that: "withdrawal", "withdraw".
const RELATIVE: f32 = 0.8;
/// The same where the corpus has the one typed too. More, and "defending" beats
/// the "defence" that was asked for: nearness in meaning counts it already.
const RELATIVE_BESIDE: f32 = 0.4;
/// A decade by another name.
const DECADE: f32 = 0.9;
/// Parts of a compound shorter than this mean nothing alone.
const SHORTEST_PART: usize = 3;
/// A longer word, in bytes, is no compound: all its parts would be looked up.
const LONGEST_COMPOUND: usize = 128;
/// A word shorter than this may be anything: it is not corrected.
const SHORTEST_TYPO: usize = 4;
/// What a word may be called, whatever the documents have of it.
pub(super) struct Wordings {
    word: String,
    /// The same written apart.
    apart: Vec<[String; 2]>,
    /// Other words for a country or its people, of one word or two.
    countries: &'static [String],
    decades: Vec<String>,
    /// Words made of it, or that it is made of.
    relatives: Vec<String>,
}

impl Wordings {
    /// What a word of a language may be called.
    pub(super) fn of(word: &str, language: Language) -> Self {
        let known = language.is_english();
        // Letters and figures stand for one thing only.
        let relatives = (known && !has_digit(word)).then(|| derivation::relatives(word));
        let decades = known.then(|| numbers::decade(word));
        Self {
            word: word.to_owned(),
            apart: apart(word, language),
            countries: if known { countries(word) } else { &[] },
            decades: decades.unwrap_or_default(),
            relatives: relatives.unwrap_or_default(),
        }
    }

    /// All the words that it may be called by.
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let countries = self.countries.iter().flat_map(|name| name.split(' '));
        let others = self.apart.iter().flatten().chain(&self.decades);
        let others = others.chain(&self.relatives).map(String::as_str);
        let own = std::iter::once(self.word.as_str());
        own.chain(countries).chain(others).map(str::to_owned)
    }
}

/// What two neighbouring words may be called together: "lifeboat" for "life boat", "US".
pub(super) fn together(first: &Token, second: &Token) -> Vec<String> {
    let joined = with_neighbours(first, [None, Some(second)], "");
    let names = with_neighbours(first, [None, Some(second)], " ");
    let names = names.flat_map(|name| countries(&name).iter().cloned());
    joined.chain(names).collect()
}

/// What a word of a question becomes.
pub(super) struct Expansion {
    /// What it is searched for as, the likeliest first.
    pub(super) alternatives: Vec<Alternative>,
    /// The word it was taken for, if the corpus does not have the one typed.
    pub(super) correction: Option<String>,
    /// In how many passages it stands, by whatever name but a relative's.
    pub(super) passages: u64,
}

impl Expansion {
    /// A word that stands for nothing but these.
    pub(super) fn of(alternatives: Vec<Alternative>, known: &Statistics) -> Self {
        Self {
            passages: passages(&alternatives, known),
            alternatives,
            correction: None,
        }
    }
}

/// What `token` may be called in the corpus. `neighbours` are the content words before and after it
/// in the question, `others` what it is called besides for what stands around it.
pub(super) fn expand(
    token: &Token,
    neighbours: [Option<&Token>; 2],
    others: Vec<Alternative>,
    known: &Statistics,
) -> Expansion {
    let language = known.language();
    let wordings = Wordings::of(&token.word, language);
    let mut found = of_word(&wordings, known);
    // "life" before "boat": "lifeboat", if the corpus has it.
    let joined = with_neighbours(token, neighbours, "");
    let joined = joined.flat_map(|whole| term(&whole, COMPOUND, known));
    let names = with_neighbours(token, neighbours, " ");
    let names = names.filter(|_| language.is_english());
    let names = names.flat_map(|name| countries(&name).iter());
    let names = names.flat_map(|other| term(other, COUNTRY, known));
    add(&mut found, joined.chain(names).chain(others));
    let mut passages = passages(&found, known);
    // A name is made of nothing: Mr Porter is not a port.
    let is_name = token.capital && token.span.start > 0;
    if !is_name {
        add(&mut found, relatives(&wordings, passages, known));
    }
    let correction = known.spellings.get(&token.word);
    let correction = correction.filter(|_| found.is_empty());
    if let Some(word) = correction {
        let meant = of_word(&Wordings::of(word, language), known).into_iter();
        found.extend(meant.map(|other| Alternative {
            weight: other.weight * TYPO,
            ..other
        }));
    }
    if passages == 0 {
        passages = self::passages(&found, known);
    }
    Expansion {
        alternatives: found,
        correction: correction.cloned(),
        passages,
    }
}

/// What a word may be called, whatever stands beside it.
fn of_word(wordings: &Wordings, known: &Statistics) -> Vec<Alternative> {
    let both = |first: &str, second: &str, weight| {
        let has_both = known.has(first) && known.has(second);
        let row = || vec![known.term(first), known.term(second)];
        has_both.then(|| Alternative::phrase(row(), weight))
    };
    let country = |name: &String| match name.split_once(' ') {
        None => term(name, COUNTRY, known),
        Some((first, second)) => both(first, second, COUNTRY).into_iter().collect(),
    };
    let own = term(&wordings.word, 1.0, known);
    let parts = wordings.apart.iter();
    let parts = parts.filter_map(|[first, second]| both(first, second, COMPOUND));
    let countries = wordings.countries.iter().flat_map(country);
    let decades = wordings.decades.iter();
    let decades = decades.flat_map(|name| term(name, DECADE, known));
    let mut found: Vec<Alternative> = Vec::new();
    let all = own.into_iter().chain(parts).chain(countries).chain(decades);
    add(&mut found, all);
    found
}

/// Words made of one, or that it is made of, which stands in so many passages itself.
fn relatives(wordings: &Wordings, passages: u64, known: &Statistics) -> Vec<Alternative> {
    let relative = |other: &String| {
        let of_other = known.counts(other)?.passages;
        // A common relative of a rare word tells no more than it does itself.
        let tells = known.idf(of_other) / known.idf(passages);
        let weight = if passages == 0 {
            RELATIVE
        } else {
            RELATIVE_BESIDE * tells.min(1.0)
        };
        Some(Alternative::term(known.term(other), weight))
    };
    let others = wordings.relatives.iter();
    let others = others.filter(|other| !known.language().is_stop_word(other));
    others.filter_map(relative).collect()
}

/// A word as an alternative, if the corpus has it; as several if it is in several languages.
fn term(word: &str, weight: f32, known: &Statistics) -> Vec<Alternative> {
    let terms = known.terms(word);
    terms.map(|term| Alternative::term(term, weight)).collect()
}

/// Adds alternatives that are not known yet.
fn add(found: &mut Vec<Alternative>, others: impl IntoIterator<Item = Alternative>) {
    for other in others {
        if !found.iter().any(|known| known.target == other.target) {
            found.push(other);
        }
    }
}

/// In how many passages one of the alternatives stands, at least; where there
/// are only phrases, at most: a phrase is no commoner than its rarest word.
fn passages(alternatives: &[Alternative], known: &Statistics) -> u64 {
    let terms = alternatives.iter().filter_map(|other| match &other.target {
        Target::Term(stem) => Some(known.passages(stem)),
        Target::Phrase(_) => None,
    });
    let phrases = alternatives.iter().filter_map(|other| match &other.target {
        Target::Term(_) => None,
        Target::Phrase(row) => row.iter().map(|stem| known.passages(stem)).min(),
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
    let pairs = pairs.into_iter().flatten().filter(adjacent);
    pairs.map(move |(a, b)| format!("{}{by}{}", a.word, b.word))
}

/// "lifeboat": "life boat".
fn apart(word: &str, language: Language) -> Vec<[String; 2]> {
    if word.len() > LONGEST_COMPOUND {
        return Vec::new();
    }
    let splits = word.char_indices().map(|(at, _)| word.split_at(at));
    let is_part = |part: &str| part.len() >= SHORTEST_PART && !language.is_stop_word(part);
    let parts = splits.filter(|(first, second)| is_part(first) && is_part(second));
    parts
        .map(|(first, second)| [first.to_owned(), second.to_owned()])
        .collect()
}

/// Codes and numbers are never taken for another, nor anything for one of them.
fn has_digit(word: &str) -> bool {
    word.contains(char::is_numeric)
}

/// Whether a word may be a slip of typing. One that English has is not: the documents just do not have it.
pub(super) fn may_be_slip(word: &str) -> bool {
    word.chars().count() >= SHORTEST_TYPO && !has_digit(word) && !Vectors::shipped().knows(word)
}
