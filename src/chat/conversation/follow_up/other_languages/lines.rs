//! A line in another language than English, word by word, and the parts of it that can be exchanged.

use std::ops::Range;

use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::{Capitals, Language};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Too common to say something.
    Small,
    Year,
    Number,
    /// A month or a day.
    Time,
    /// In German any noun.
    Name,
    /// Any other word; where there are no capitals, any word that says something.
    Plain,
}

/// Words in a row, with the prepositions and articles before them.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Where the prepositions begin.
    pub(super) joins: usize,
    /// Where the articles begin.
    pub(super) articles: usize,
    pub(super) words: Range<usize>,
    pub(super) joined: String,
}

/// A line that was read.
pub(super) struct Read<'a> {
    pub(super) line: Line,
    pub(super) language: Language,
    pub(super) kinds: Vec<Kind>,
    known: &'a Statistics,
}

impl Kind {
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Year | Self::Number)
    }
}

impl Part {
    pub(super) fn has_join(&self) -> bool {
        self.joins < self.articles
    }

    pub(super) fn has_article(&self) -> bool {
        self.articles < self.words.start
    }
}

impl<'a> Read<'a> {
    pub(super) fn of(line: Line, language: Language, known: &'a Statistics) -> Self {
        let kinds = (0..line.len()).map(|at| kind(&line, at, language, known));
        Self {
            kinds: kinds.collect(),
            line,
            language,
            known,
        }
    }

    /// Whether a word is an article, a preposition or the like.
    pub(super) fn is_light(&self, at: usize) -> bool {
        self.is_article(at) || self.is_join(at)
    }

    pub(super) fn is_content(&self, at: usize) -> bool {
        self.kinds[at] != Kind::Small
    }

    /// Whether words tell by themselves what they are: numbers, times, names of the documents.
    pub(super) fn is_told(&self, words: Range<usize>) -> bool {
        let has_none = self.language.capitals() == Capitals::Nothing;
        let is_told = |at: usize| match self.kinds[at] {
            Kind::Plain => has_none && self.known.has_form(self.line.word(at)),
            Kind::Name => self.known.has(self.line.word(at)),
            _ => true,
        };
        words.into_iter().all(is_told)
    }

    /// Words as they were written; an article or preposition that began the line in small letters.
    pub(super) fn lowered(&self, words: Range<usize>) -> String {
        let written = self.line.whole(words.clone());
        let first = written.chars().next().filter(|_| words.start == 0);
        match first.filter(|_| self.is_light(0)) {
            Some(first) => first.to_lowercase().collect::<String>() + &written[first.len_utf8()..],
            None => written.to_owned(),
        }
    }

    /// The parts of a kind, in order.
    pub(super) fn parts(&self, of: Kind) -> Vec<Part> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.line.len() {
            let end = self.end(at, of);
            let is_of = (at..end).any(|at| self.kinds[at] == of);
            if is_of {
                found.push(self.part(at..end, 0));
            }
            at = end.max(at + 1);
        }
        found
    }

    /// The words with what belongs to them, from a place on.
    pub(super) fn part(&self, words: Range<usize>, from: usize) -> Part {
        let start = self.with_adjectives(words.start, from);
        let before = |end: usize, is: &dyn Fn(usize) -> bool| {
            (from..end)
                .rev()
                .take_while(|&at| is(at))
                .last()
                .unwrap_or(end)
        };
        let articles = before(start, &|at| self.is_article(at));
        let joins = before(articles, &|at| self.is_join(at));
        Part {
            joins,
            articles,
            joined: self.line.row(joins..articles).join(" "),
            words: start..words.end,
        }
    }

    /// A noun with what follows it after prepositions: "la torre del reloj".
    pub(super) fn extended(&self, mut noun: Part) -> Part {
        while let Some(next) = self.next_noun(noun.words.end) {
            noun.words.end = next + 1;
        }
        noun
    }

    fn next_noun(&self, from: usize) -> Option<usize> {
        let noun = (from..self.line.len()).find(|&at| !self.is_light(at))?;
        let is_joined = noun > from && self.is_join(from);
        (is_joined && self.kinds[noun] == Kind::Plain).then_some(noun)
    }

    /// Where a part of a kind ends that begins at a word.
    fn end(&self, at: usize, of: Kind) -> usize {
        let is_in = |at: &usize| {
            let kind = self.kinds[*at];
            kind == of || of == Kind::Time && kind.is_number()
        };
        let is_beside = |at: usize| matches!(self.line.gap(at).trim(), "" | "-" | "." | "·");
        let more = (at..self.line.len())
            .take_while(|next| is_in(next) && (*next == at || is_beside(*next)));
        let end = at + more.count();
        // Two names stand side by side where the documents know the first by itself.
        let row = self.line.row(at..end);
        let known = self.known.name_at_start(&row).filter(|_| of == Kind::Name);
        known.map_or(end, |(length, _)| at + length)
    }

    /// Where a German noun begins with the adjectives between it and its article.
    fn with_adjectives(&self, noun: usize, from: usize) -> usize {
        let is_adjective = |at: &usize| self.kinds[*at] == Kind::Plain;
        let first = (from..noun).rev().take_while(is_adjective).last();
        let first = first.filter(|_| self.language.capitals() == Capitals::Nouns);
        let has_article = |first: &usize| *first > from && self.is_light(first - 1);
        first.filter(has_article).unwrap_or(noun)
    }

    fn is_article(&self, at: usize) -> bool {
        self.language.is_article(self.line.word(at))
    }

    fn is_join(&self, at: usize) -> bool {
        self.language.is_join(self.line.word(at))
    }
}

fn kind(line: &Line, at: usize, language: Language, known: &Statistics) -> Kind {
    let (word, token) = (line.word(at), &line.words[at]);
    if language.is_month_or_day(word) {
        Kind::Time
    } else if token.is_stop_word() || language.is_article(word) || language.is_join(word) {
        Kind::Small
    } else if language.is_number(word) {
        let is_long = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = is_long && word.starts_with(['1', '2']) && !token.amount;
        if is_year { Kind::Year } else { Kind::Number }
    } else if language.capitals() == Capitals::Nothing {
        Kind::Plain
    } else if at > 0 && token.capital
        || known.is_name(word) == Some(true)
        || language.capitals() == Capitals::Nouns && is_noun_in_small(line, at, language)
    {
        Kind::Name
    } else {
        Kind::Plain
    }
}

/// Whether a word stands behind an article in a line without capitals, as people type in a hurry.
fn is_noun_in_small(line: &Line, at: usize, language: Language) -> bool {
    let is_behind_article = at > 0 && language.is_article(line.word(at - 1));
    is_behind_article && line.words[1..].iter().all(|word| !word.capital)
}
