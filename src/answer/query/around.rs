//! What the words of a question are called for what stands around them.

use super::expansion::Expansion;
use super::term::Alternative;
use super::{acronyms, phrasal};
use crate::corpus::Span;
use crate::index::Statistics;
use crate::index::acronyms::is_acronym;
use crate::language::analyser::Token;
use crate::language::english::asking::Frame;

/// What stands around the words of a question, as far as it tells what else they are called.
pub(super) struct Around<'a> {
    tokens: &'a [Token],
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
        Self {
            tokens,
            short_forms,
            frame,
        }
    }

    /// Whether a word says nothing but that a definition is wanted: "mean" of "what does it mean".
    pub(super) fn only_frames(&self, token: &Token) -> bool {
        self.frame.as_ref().is_some_and(|(frame, span, wanted)| {
            matches!(frame, Frame::Meaning | Frame::Purpose)
                && *span == token.span
                && wanted.is_empty()
        })
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
        others.extend(phrasal::others(self.tokens, token, known));
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
