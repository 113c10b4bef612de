//! A question word by word, and the names in it.

use std::ops::Range;

use super::evidence::Word;
use crate::answer::query::Query;
use crate::answer::query::countries;
use crate::corpus::Span;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::numbers::{self, Number};
use crate::language::word::is_year;
use crate::language::{analyser, english};

/// A question in which so many words or more have a capital, of those that say
/// something, is written like a headline: capitals tell nothing then.
const HEADLINE: usize = 4;

/// A name of fewer letters is an acronym.
const SHORTEST: usize = 3;

/// A question, word by word.
pub(super) struct Question {
    pub(super) text: String,
    pub(super) words: Vec<Asked>,
    pub(super) names: Vec<Name>,
    /// Its numbers, by their words.
    pub(super) numbers: Vec<(Range<usize>, Number)>,
}

/// A word of a question.
pub(super) struct Asked {
    pub(super) span: Span,
    /// As analysis leaves it.
    pub(super) text: String,
    /// The query term that it became.
    pub(super) number: Option<usize>,
    /// The stem that it shares with its other forms.
    pub(super) stem: String,
    pub(super) capital: bool,
    /// Whether it is four digits that say when.
    pub(super) is_year: bool,
}

/// A name in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Its words.
    pub(super) places: Range<usize>,
    /// Those of its words that tell it from others: not "hotel" in "Hotel Eiche".
    pub(super) core: Vec<usize>,
}

impl Asked {
    /// Whether it is what a word of a text is, by whatever name it is searched for.
    pub(super) fn is(&self, word: &Word) -> bool {
        self.number
            .is_some_and(|number| word.meets.contains(&number))
            || self.stem == word.stem
    }
}

impl Question {
    pub(super) fn of(query: &Query, text: &str) -> Self {
        let tokens = analyser::analyse_in(text, query.known.language());
        let numbers = numbers::by_words(text, &tokens);
        let plain = tokens.into_iter().filter(|token| !token.compound);
        let words: Vec<Asked> = plain
            .map(|token| Asked {
                number: query
                    .terms
                    .iter()
                    .position(|term| term.analysed == token.word),
                stem: query.known.term(&token.word),
                is_year: is_year(&token.word) && !token.amount,
                span: token.span,
                text: token.word,
                capital: token.capital,
            })
            .collect();
        let mut question = Self {
            names: Vec::new(),
            numbers,
            text: text.to_owned(),
            words,
        };
        question.names = question.find_names(&query.known);
        question
    }

    /// Whether a word of a text is one of its words.
    pub(super) fn has(&self, word: &Word) -> bool {
        !word.meets.is_empty() || self.words.iter().any(|asked| asked.is(word))
    }

    /// The words at these places as analysis leaves them.
    pub(super) fn words_at(&self, places: Range<usize>) -> Vec<&str> {
        self.words[places]
            .iter()
            .map(|word| word.text.as_str())
            .collect()
    }

    /// The words at these places as they were typed, without a possessive.
    pub(super) fn written(&self, places: Range<usize>) -> &str {
        let words = self.words.get(places).unwrap_or_default();
        super::evidence::written(&self.text, words, |word| word.span)
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap(&self, place: usize) -> &str {
        analyser::gap(&self.text, &self.words, place, |word| word.span)
    }

    /// Whether the word at a place ends in a possessive.
    pub(super) fn is_possessive(&self, place: usize) -> bool {
        super::evidence::is_possessive(&self.text[self.words[place].span.range()])
    }

    fn find_names(&self, known: &Statistics) -> Vec<Name> {
        let says = |word: &&Asked| !english::is_stop_word(&word.text);
        let content = self.words.iter().filter(says).count();
        let capitals = self
            .words
            .iter()
            .filter(says)
            .filter(|word| word.capital)
            .count();
        let is_headline = content >= HEADLINE && capitals == content;
        let mut names = Vec::new();
        let mut place = 0;
        while place < self.words.len() {
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
        let word = |place: usize| self.words[place].text.as_str();
        let is_part = |place: usize| {
            let asked = &self.words[place];
            let trusts = asked.capital && !is_headline && place > 0;
            !english::is_stop_word(&asked.text)
                && !english::is_month_or_day(&asked.text)
                && !asked.text.starts_with(|c: char| c.is_ascii_digit())
                && !is_role(&asked.text)
                && (trusts || is_known(known, &asked.text, asked.capital))
        };
        let joined = |place: usize| {
            matches!(self.gap(place), " " | "-" | ". ") && !self.is_possessive(place - 1)
        };
        let mut end = start;
        while end < self.words.len() && is_part(end) && (end == start || joined(end)) {
            end += 1;
        }
        let rest: Vec<&str> = (start..self.words.len()).map(word).collect();
        let written = known.name_at_start(&rest).filter(|(length, _)| {
            let inside = start + 1..start + length;
            *length > 1 && inside.clone().all(joined) && !english::is_stop_word(rest[0])
        });
        written.map_or(0, |(length, _)| length).max(end - start)
    }

    /// The name that these words are, if one of them tells it from others.
    fn name(&self, known: &Statistics, places: Range<usize>) -> Option<Name> {
        let core: Vec<usize> = places
            .clone()
            .filter(|&place| !is_common(known, &self.words[place].text))
            .collect();
        // "Jr" and "St" are parts of names.
        let is_short = |place: &usize| {
            let word = self.words[*place].span;
            word.end - word.start < SHORTEST && self.text[word.range()].contains(char::is_lowercase)
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
