//! What a sentence has to give as an answer, and whether that is of the kind wanted.

use super::matching::Matcher;
use crate::language::lexicon::{Lexicon, Occurrence};
use crate::language::word::WordClass;
use crate::language::{AnswerType, Capitals, Language};

/// How well a sentence fits a kind of answer where that cannot be told.
const UNTOLD: f32 = 0.5;

/// What a sentence has to give that the question did not say already.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Supply {
    numbers: usize,
    frequencies: usize,
    dates: usize,
    names: usize,
    full_names: usize,
    places: usize,
    reasons: usize,
    /// Content words that are not the question's.
    pub(super) words: usize,
    /// What a capital tells of a word of the sentence.
    capitals: Capitals,
}

impl Supply {
    /// Looks through a sentence; `matcher` tells the terms of the question.
    pub(super) fn of(
        tokens: &[Occurrence],
        lexicon: &Lexicon,
        language: Language,
        matcher: &Matcher,
    ) -> Self {
        let mut supply = Self {
            capitals: language.capitals(),
            ..Self::default()
        };
        let (mut after_place_cue, mut after_name) = (false, false);
        for (position, token) in tokens.iter().filter(|token| !token.compound).enumerate() {
            let word = lexicon.word(token.word);
            let is_asked = matcher.asks_for(lexicon.term(token.word));
            let mut is_name = false;
            match lexicon.class(*token) {
                WordClass::Year | WordClass::Month if !is_asked => supply.dates += 1,
                WordClass::Number if !is_asked => supply.numbers += 1,
                WordClass::Content => {
                    supply.words += usize::from(!is_asked);
                    // The first word of a sentence has a capital in any case.
                    is_name = token.capital && (position > 0 || lexicon.is_name(token.word));
                    if is_name && !is_asked {
                        supply.names += 1;
                        supply.full_names += usize::from(after_name);
                        supply.places += usize::from(after_place_cue);
                    }
                }
                _ => {}
            }
            supply.reasons += usize::from(word.reason_cue);
            supply.frequencies += usize::from(!is_asked && word.frequency);
            (after_place_cue, after_name) = (word.place_cue, is_name);
        }
        supply
    }

    /// How well that fits the kind of answer wanted: 1 fits, 0 does not, 0.5 where it cannot be told.
    pub(super) fn fits(&self, wanted: AnswerType) -> f32 {
        let fit = |count: usize| f32::from(count > 0);
        match (wanted, self.capitals) {
            (AnswerType::Thing | AnswerType::Definition, _)
            | (AnswerType::Person | AnswerType::Place, Capitals::Nothing) => UNTOLD,
            (AnswerType::Person | AnswerType::Place, Capitals::Nouns) => {
                f32::midpoint(fit(self.full_names), UNTOLD)
            }
            (AnswerType::Person, _) => f32::midpoint(fit(self.names), fit(self.full_names)),
            (AnswerType::Place, _) => f32::midpoint(fit(self.names), fit(self.places)),
            (AnswerType::Date, _) => fit(self.dates),
            (AnswerType::Number, _) => fit(self.numbers),
            // "three times" may be how often.
            (AnswerType::Frequency, _) => fit(self.frequencies).max(fit(self.numbers) / 2.0),
            (AnswerType::Reason, _) => fit(self.reasons),
        }
    }
}
