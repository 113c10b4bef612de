//! The turns before a message, each read once, and what they leave to speak of.

use super::genders::Genders;
use super::names::{Kind, Name};
use super::parsed::Parsed;
use super::phrases::Phrase;
use super::words::Class;
use crate::answer::Grade;
use crate::chat::conversation;
use crate::chat::line::Line;
use crate::index::{Asked, Index, IndexError, Statistics};

pub(super) struct Turn {
    pub(super) question: Parsed,
    pub(super) quote: Option<Parsed>,
    /// Whether it was answered, by documents that are still there: else it leaves nothing.
    pub(super) is_live: bool,
}

impl Turn {
    /// Its question, and the first quote of its answer.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Parsed> {
        std::iter::once(&self.question).chain(&self.quote)
    }

    /// The names in the answer.
    pub(super) fn told(&self) -> &[Name] {
        self.quote.as_ref().map_or(&[], |quote| &quote.names)
    }

    /// Names in the answer of the kind that was asked for; owners last: "Peru's neighbour Chile".
    pub(super) fn answering(&self, asked: &Phrase) -> Vec<String> {
        let kind = if asked.kind == Kind::Country {
            Kind::Country
        } else {
            Kind::Named
        };
        let mut found: Vec<&Name> = self.told().iter().collect();
        found.retain(|name| name.kind == kind && !self.was_asked_with(name));
        found.sort_by_key(|name| name.owns);
        found.iter().map(|name| name.text.clone()).collect()
    }

    /// Whether a name in an answer to "who" may well be a person's, though nothing else tells.
    pub(super) fn tells_of_person(&self, name: &Name) -> bool {
        let is_bare = |quote: &Parsed| {
            let before = quote.line.before(name.words.start);
            !Class::Determiner.has(before) && !quote.names_body(name)
        };
        let is_full = matches!(name.words.len(), 2..=3);
        let may_be_person = is_full && name.kind == Kind::Named && name.may_be_person;
        may_be_person && self.quote.as_ref().is_some_and(is_bare)
    }

    /// Whether a name in the answer begins as something in the question does.
    pub(super) fn was_asked_with(&self, name: &Name) -> bool {
        let quote = self.quote.as_ref();
        let first = quote.map_or("", |quote| quote.word(name.words.start));
        (0..self.question.len()).any(|at| self.question.word(at) == first)
    }

    /// Names of these kinds in the question, else in the answer.
    pub(super) fn names_of(&self, kinds: &[Kind]) -> Vec<String> {
        let found = self.question.names_of(kinds);
        match &self.quote {
            Some(quote) if found.is_empty() => quote.names_of(kinds),
            _ => found,
        }
    }
}

/// The turns before, the last first; never empty.
pub(super) struct Past<'a> {
    pub(super) turns: Vec<Turn>,
    pub(super) genders: Genders,
    pub(super) known: &'a Statistics,
}

/// What the documents know of the words of some lines.
pub(super) fn known<'a>(
    lines: impl Iterator<Item = &'a str>,
    index: &Index,
) -> Result<Statistics, IndexError> {
    index.statistics(&Asked {
        texts: lines.map(|line| Line::of(line).to_words()).collect(),
        ..Asked::default()
    })
}

impl<'a> Past<'a> {
    /// The turns before a message, the last first.
    pub(super) fn of(
        message: &Line,
        spoken: &[&conversation::Turn],
        known: &'a Statistics,
        index: &Index,
    ) -> Result<Self, IndexError> {
        let mut turns = Vec::with_capacity(spoken.len());
        for turn in spoken {
            let mut is_there = turn.shown.is_empty();
            for place in &turn.shown {
                is_there |= index.has(crate::index::key(&place.document))?;
            }
            let quote = turn.quote.as_deref();
            turns.push(Turn {
                question: Parsed::question(&turn.question, known),
                quote: quote.map(|quote| Parsed::quote(quote, known)),
                is_live: is_there && turn.grade > Grade::Abstained,
            });
        }
        let genders = Genders::of(message, turns.iter().flat_map(Turn::lines), index)?;
        Ok(Self {
            turns,
            genders,
            known,
        })
    }

    pub(super) fn last(&self) -> &Turn {
        &self.turns[0]
    }

    /// The turns that leave something to speak of.
    pub(super) fn live(&self) -> impl Iterator<Item = &Turn> {
        self.turns.iter().filter(|turn| turn.is_live)
    }

    /// What was asked about last: by its name if it has one, since "members" of "How many states
    /// are members?" tells less than "the union" before it.
    pub(super) fn topic(&self) -> Option<&Phrase> {
        self.named_topic()
            .or_else(|| self.asked_about(|phrase| phrase.bare > phrase.words.start))
            .or_else(|| self.asked_about(|_| true))
    }

    pub(super) fn named_topic(&self) -> Option<&Phrase> {
        self.asked_about(|phrase| phrase.name.is_some())
    }

    fn asked_about(&self, fits: impl Fn(&Phrase) -> bool) -> Option<&Phrase> {
        let mut phrases = self.live().flat_map(|turn| &turn.question.phrases);
        phrases.find(|phrase| !phrase.asked && fits(phrase))
    }
}
