//! What the words of a question are called for what stands around them.

use super::expansion::Expansion;
use super::term::Alternative;
use super::{acronyms, dates};
use crate::corpus::Span;
use crate::index::Statistics;
use crate::index::acronyms::is_acronym;
use crate::language::analyser::Token;
use crate::language::english::asking::{Frame, listed};
use crate::language::{Language, english};

/// One word says nearly as well what a verb and a small word do.
const PHRASAL: f32 = 0.9;
/// Verbs in their base form with the word after them, and what that is called.
const VERBS: &[(&str, &str, &str)] = &[
    ("come", "after", "successor succeed follow replace"),
    ("come", "before", "predecessor precede"),
    ("take", "over", "successor succeed replace"),
    ("step", "down", "resign retire"),
    ("set", "up", "found establish"),
    ("pull", "out", "withdraw leave"),
    ("put", "off", "postpone delay"),
    ("call", "off", "cancel"),
    ("turn", "down", "reject refuse"),
    ("find", "out", "discover"),
    ("blow", "up", "explode destroy"),
];

/// What parts of a text are called that have a number.
const PARTS: &str = "clause section subsection article paragraph point rule item chapter";
/// What they do: "What does clause 3.2 say?"
const SAYS: &str = "say says state states contain cover regulate";

/// What stands around the words of a question, as far as it tells what else they are called.
pub(super) struct Around<'a> {
    tokens: &'a [Token],
    /// The words of those that are no compounds.
    words: Vec<&'a str>,
    /// Acronyms of long forms, with where these stand.
    short_forms: Vec<(Span, Alternative)>,
    /// A word that only asks for a definition, where it stands, and what it asks for.
    frame: Option<(Frame, Span, Vec<Alternative>)>,
}

impl<'a> Around<'a> {
    pub(super) fn new(
        question: &str,
        tokens: &'a [Token],
        content: &[&Token],
        known: &Statistics,
    ) -> Self {
        let short_forms = acronyms::short_forms(tokens, known);
        let frame = Frame::of(tokens).and_then(|(frame, place)| {
            let span = tokens[place].span;
            let asked = || content.iter().filter(|token| token.span != span);
            let typed = |token: &Token| &question[token.span.range()];
            let wanted: Vec<Alternative> = match frame {
                Frame::ShortForm => short_forms.iter().map(|(_, short)| short.clone()).collect(),
                Frame::LongForm | Frame::Meaning => asked()
                    .flat_map(|token| acronyms::long_forms(token, typed(token), known))
                    .collect(),
                Frame::Purpose => Vec::new(),
            };
            let frames = match frame {
                Frame::Meaning | Frame::Purpose => true,
                // A party stands for something without being an acronym.
                Frame::LongForm => {
                    !wanted.is_empty() || asked().any(|token| is_acronym(typed(token)))
                }
                Frame::ShortForm => !wanted.is_empty(),
            };
            frames.then_some((frame, span, wanted))
        });
        let plain = tokens.iter().filter(|token| !token.compound);
        Self {
            tokens,
            words: plain.map(|token| token.word.as_str()).collect(),
            short_forms,
            frame,
        }
    }

    /// Whether a word says nothing but that a definition is wanted, "mean" of "what does it mean", or
    /// what a number counts: "clause" of "clause 3.2".
    pub(super) fn only_frames(&self, token: &Token) -> bool {
        if self.cites(token) {
            return true;
        }
        self.frame.as_ref().is_some_and(|(frame, span, wanted)| {
            matches!(frame, Frame::Meaning | Frame::Purpose)
                && *span == token.span
                && wanted.is_empty()
        })
    }

    /// The number of the part of a text that is asked about: "3.2" of "clause 3.2".
    pub(super) fn cited(&self) -> Option<&'a str> {
        let part = (0..self.words.len()).find(|&place| self.is_part(place))?;
        Some(self.words[part + 1])
    }

    /// Whether a word is of nothing but what a part of a text says that has a number.
    fn cites(&self, token: &Token) -> bool {
        let mut plain = self.tokens.iter().filter(|token| !token.compound);
        let Some(place) = plain.position(|other| other.span == token.span) else {
            return false;
        };
        let is_said = || place + 1 == self.words.len() && listed(SAYS, self.words[place]);
        let follows = || place.checked_sub(2).is_some_and(|part| self.is_part(part));
        self.is_part(place) || follows() && is_said()
    }

    /// Whether the word at a place is of a part of a text, and its number follows.
    fn is_part(&self, place: usize) -> bool {
        let number = self.words.get(place + 1);
        listed(PARTS, self.words[place])
            && number.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// "stand" of "what does WFU stand for" asks for the long form itself, known or not.
    pub(super) fn framed(&self, token: &Token, known: &Statistics) -> Option<Expansion> {
        let (_, span, wanted) = self.frame.as_ref()?;
        (*span == token.span).then(|| Expansion::of(wanted.clone(), known))
    }

    /// What else a word is called: its long form, the acronym of the long form that it is in, its own parts.
    pub(super) fn others(
        &self,
        question: &str,
        token: &Token,
        known: &Statistics,
    ) -> Vec<Alternative> {
        let mut others = acronyms::long_forms(token, &question[token.span.range()], known);
        let short = self.short_forms.iter();
        let short = short.filter(|(span, _)| span.covers(token.span));
        others.extend(short.map(|(_, short)| short.clone()));
        others.extend(dates::in_figures(token, self.tokens));
        let mut plain = self.tokens.iter().filter(|token| !token.compound);
        let next = plain.find(|next| next.span.start >= token.span.end);
        let words = next.map_or("", |next| phrasal(token, next, known.language()));
        let words = words.split_whitespace().filter(|word| known.has(word));
        others.extend(words.map(|word| Alternative::term(english::term(word), PHRASAL)));
        if token.compound {
            let inside = |part: &&Token| !part.compound && token.span.covers(part.span);
            let parts = self.tokens.iter().filter(inside);
            let stem = |part: &Token| known.terms(&part.word).next();
            let parts: Option<Vec<String>> = parts.map(stem).collect();
            others.extend(parts.map(|parts| Alternative::phrase(parts, 1.0)));
        }
        others
    }
}

/// What a verb is called together with the small word after it, word by word: who "came after"
/// somebody is their successor. The small word alone finds nothing, and the verb alone too much.
pub(super) fn phrasal(verb: &Token, after: &Token, language: Language) -> &'static str {
    if !language.is_english() {
        return "";
    }
    let base = english::irregular_base(&verb.word).unwrap_or(&verb.word);
    let stem = english::term(base);
    let mut verbs = VERBS.iter();
    let found = verbs.find(|(verb, next, _)| *next == after.word && english::term(verb) == stem);
    found.map_or("", |(_, _, words)| *words)
}
