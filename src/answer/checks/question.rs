//! A question word by word, and the names in it.

use std::ops::Range;

use super::evidence::{Text, Word, is_possessive};
use crate::answer::query::{Query, countries};
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::{AnswerType, english};

/// In a question of so many telling words, all with a capital, capitals tell nothing: a headline.
const HEADLINE: usize = 4;

/// A name of fewer letters is an acronym.
const SHORTEST: usize = 3;

/// A question and what it is about.
pub(super) struct Question<'a> {
    /// What the documents know of the names in it, and in the sentences found.
    pub(super) known: &'a Statistics,
    pub(super) wanted: AnswerType,
    pub(super) text: Text,
    pub(super) names: Vec<Name>,
}

/// A name in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Its words.
    pub(super) places: Range<usize>,
    /// Those of its words that tell it from others: not "hotel" in "Hotel Eiche".
    pub(super) core: Vec<usize>,
}

impl<'a> Question<'a> {
    pub(super) fn of(query: &Query, text: &str, known: &'a Statistics) -> Self {
        let term = |word: &str| query.terms.iter().position(|term| term.analysed == word);
        let text = Text::of(text, query.known.language(), |tokens| {
            let plain = tokens.iter().filter(|token| !token.compound);
            let places = plain.enumerate();
            places
                .filter_map(|(place, token)| Some((place, term(&token.word)?)))
                .collect()
        });
        let mut question = Self {
            known,
            wanted: query.wanted,
            names: Vec::new(),
            text,
        };
        question.names = question.find_names(&query.known);
        question
    }

    /// Whether a word of a text is one of its words.
    pub(super) fn has(&self, word: &Word) -> bool {
        !word.meets.is_empty() || self.text.words.iter().any(|asked| asked.is(word))
    }

    /// Whether the word at a place ends in a possessive.
    pub(super) fn is_possessive(&self, place: usize) -> bool {
        is_possessive(&self.text.reading[self.text.words[place].span.range()])
    }

    fn find_names(&self, known: &Statistics) -> Vec<Name> {
        let says = |word: &&Word| !english::is_stop_word(&word.text);
        let content = || self.text.words.iter().filter(says);
        let is_headline = content().count() >= HEADLINE && content().all(|word| word.capital);
        let mut names = Vec::new();
        let mut place = 0;
        while place < self.text.words.len() {
            let length = self.name_at(known, place, is_headline);
            if length > 0 {
                names.extend(self.name(known, place..place + length));
            }
            place += length.max(1);
        }
        names
    }

    /// Of how many words the name is that starts at a place; 0 where none does.
    fn name_at(&self, known: &Statistics, start: usize, is_headline: bool) -> usize {
        let words = &self.text.words;
        let is_part = |place: usize| {
            let asked = &words[place];
            let trusts = asked.capital && !is_headline && place > 0;
            !english::is_stop_word(&asked.text)
                && !english::is_month_or_day(&asked.text)
                && !asked.text.starts_with(|c: char| c.is_ascii_digit())
                && !is_role(&asked.text)
                && (trusts || is_known(known, &asked.text, asked.capital))
        };
        let joined = |place: usize| {
            matches!(self.text.gap(place), " " | "-" | ". ") && !self.is_possessive(place - 1)
        };
        let mut end = start;
        while end < words.len() && is_part(end) && (end == start || joined(end)) {
            end += 1;
        }
        let rest = self.text.words_at(start..words.len());
        let written = known.name_at_start(&rest).filter(|(length, _)| {
            let inside = start + 1..start + length;
            *length > 1 && inside.clone().all(joined) && !english::is_stop_word(rest[0])
        });
        written.map_or(0, |(length, _)| length).max(end - start)
    }

    /// The name that these words are, if one of them tells it from others.
    fn name(&self, known: &Statistics, places: Range<usize>) -> Option<Name> {
        let tells = |place: &usize| !is_common(known, &self.text.words[*place].text);
        let core: Vec<usize> = places.clone().filter(tells).collect();
        // "Jr" and "St" are parts of names.
        let is_short = |place: &usize| {
            let word = &self.text.reading[self.text.words[*place].span.range()];
            word.len() < SHORTEST && word.contains(char::is_lowercase)
        };
        (!core.iter().all(is_short)).then_some(Name { places, core })
    }
}

/// Whether a word is a name wherever it stands: the corpus never has it otherwise.
fn is_known(known: &Statistics, word: &str, capital: bool) -> bool {
    let is_name = known.is_name(word) == Some(true) && known.name_at_start(&[word]).is_some();
    is_name || capital && countries::is_country(word)
}

/// Whether a word is one that the corpus has without a capital, too, a role, or too common to tell anything.
pub(super) fn is_common(known: &Statistics, word: &str) -> bool {
    english::is_stop_word(word)
        || english::is_number(word)
        || matches!(
            word,
            "first" | "second" | "third" | "i" | "ii" | "iii" | "iv"
        )
        || is_role(word)
        || known.is_name(word) == Some(false)
}
