//! What a language's own file says of turns that follow others, under `[follows]`.
//!
//! `opens` are words before what is asked about next ("and", "what about"), `closes` words behind it;
//! one that ends in a hyphen is written together with the word after it. `articles` and `joins`
//! (prepositions and particles) stand beside a noun and belong to it. `more`, `context` and `source`
//! ask for more of an answer, `beside` are words that may stand beside these. With `name_last` a name
//! stands behind what it is a name of, where no capitals tell it.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::Language;
use crate::language::AnswerType;

/// No opening has more words.
const LONGEST: usize = 6;

/// What is wanted of an answer that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Further {
    /// More quotes.
    More,
    /// What stands around a quote.
    Context,
    /// Its whole passage.
    Source,
}

/// The section as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    opens: Vec<String>,
    closes: Vec<String>,
    articles: String,
    joins: String,
    more: Vec<String>,
    context: Vec<String>,
    source: Vec<String>,
    beside: String,
    #[serde(default)]
    name_last: bool,
}

/// The section; phrases without their spaces, since not every language has them.
#[derive(Debug, Default)]
pub(super) struct Follows {
    pub(super) opens: FxHashSet<String>,
    pub(super) attached: Vec<String>,
    closes: FxHashSet<String>,
    articles: FxHashSet<String>,
    joins: FxHashSet<String>,
    pub(super) further: [FxHashSet<String>; 3],
    beside: FxHashSet<String>,
    name_last: bool,
}

impl Follows {
    /// Reads the section; `fold` leaves a word as analysis does.
    pub(super) fn of(written: &Written, fold: impl Fn(&str) -> String) -> Self {
        let words = |phrase: &str| -> Vec<String> {
            let words = phrase.split([' ', '-']).filter(|word| !word.is_empty());
            words.map(&fold).collect()
        };
        let set = |list: &str| words(list).into_iter().collect();
        let joined = |phrases: &[String]| phrases.iter().map(|it| words(it).concat()).collect();
        let (attached, opens): (Vec<String>, Vec<String>) =
            (written.opens.iter().cloned()).partition(|opener| opener.ends_with('-'));
        let mut read = Self {
            opens: joined(&opens),
            attached: attached.iter().map(|it| words(it).concat()).collect(),
            closes: joined(&written.closes),
            articles: set(&written.articles),
            joins: set(&written.joins),
            beside: set(&written.beside),
            name_last: written.name_last,
            further: Default::default(),
        };
        let lists = [&written.more, &written.context, &written.source];
        read.further = lists.map(|phrases| {
            let rows = phrases.iter().map(|phrase| words(phrase));
            let short = |row: &Vec<String>| {
                let row: Vec<&str> = row.iter().map(String::as_str).collect();
                [row.concat(), read.without_beside(&row)]
            };
            let phrases = rows.flat_map(|row| short(&row));
            phrases.filter(|phrase| !phrase.is_empty()).collect()
        });
        read
    }

    fn without_beside(&self, words: &[&str]) -> String {
        let small = [&self.beside, &self.articles, &self.joins];
        let says = |word: &&str| !small.iter().any(|list| list.contains(*word));
        words.iter().copied().filter(says).collect()
    }
}

/// English has rules of its own, and nothing here.
impl Language {
    /// Of how many words the opening is that a question about something else begins with; several
    /// may stand in a row: "and", "what about".
    pub fn opening(self, words: &[&str]) -> usize {
        let opens = &self.words().follows.opens;
        let mut rest = words;
        loop {
            let opens = |length: &usize| opens.contains(&rest[..*length].concat());
            match (1..=rest.len().min(LONGEST)).rev().find(opens) {
                Some(length) => rest = &rest[length..],
                None => return words.len() - rest.len(),
            }
        }
    }

    /// Of how many words that is which it ends with.
    pub fn closing(self, words: &[&str]) -> usize {
        let closes = &self.words().follows.closes;
        let closes = |length: &usize| closes.contains(&words[words.len() - length..].concat());
        let mut lengths = (1..=words.len().min(LONGEST)).rev();
        lengths.find(closes).unwrap_or(0)
    }

    /// A message without an opening that is written together with the word after it: "بولندا" of
    /// "وبولندا". It may as well be a part of that word.
    pub fn without_opening(self, message: &str) -> Option<&str> {
        let rest = |opening: &String| message.strip_prefix(opening.as_str());
        self.words().follows.attached.iter().find_map(rest)
    }

    /// Whether a word is an article.
    pub fn is_article(self, word: &str) -> bool {
        self.words().follows.articles.contains(word)
    }

    /// Whether a word joins a noun to the rest: a preposition, a particle.
    pub fn is_join(self, word: &str) -> bool {
        self.words().follows.joins.contains(word)
    }

    /// Whether a name stands behind what it is a name of, where no capitals tell it.
    pub fn has_names_last(self) -> bool {
        self.words().follows.name_last
    }

    /// Whether some of the words ask.
    pub fn asks(self, words: &[&str]) -> bool {
        self.words().asked(words).is_some()
    }

    /// Whether a word says what sort of time a number is: "year".
    pub fn is_sort_of_time(self, word: &str) -> bool {
        self.words().nouns.get(word) == Some(&AnswerType::Date)
    }

    /// What the words of a message want of an answer, if they want nothing else.
    pub fn further(self, words: &[&str]) -> Option<Further> {
        let follows = &self.words().follows;
        let (whole, short) = (words.concat(), follows.without_beside(words));
        let is_of = |list: &FxHashSet<String>| list.contains(&whole) || list.contains(&short);
        let kinds = [Further::More, Further::Context, Further::Source];
        let place = follows.further.iter().position(is_of)?;
        Some(kinds[place])
    }
}
