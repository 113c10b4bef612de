//! Features of what the sentence is and has to give, apart from the words of the question.

use super::Sight;
use crate::index::defining;
use crate::index::found::Opens;
use crate::language::english::asking::listed;
use crate::language::{AnswerType, Language, analyser};

/// A number, date or name is asked for, and the sentence has none.
pub(super) fn type_missing(sight: &Sight<'_>) -> f32 {
    let wanted = sight.query.wanted;
    let plain = matches!(
        wanted,
        AnswerType::Thing | AnswerType::Reason | AnswerType::Definition
    );
    f32::from(!plain && sight.supply.fits(wanted) == 0.0)
}

/// A definition is asked for, and the sentence gives one: "The ferry is a ship that", "Ferry: a ship
/// that", or, a little less surely, the first words below that heading. Half of it where what is to be
/// defined only stands right before "is", or before an article: "the ferry, a ship that".
pub(super) fn defines(sight: &Sight<'_>) -> f32 {
    const TOLD: f32 = 1.01;
    const HALF: f32 = 0.5;
    if sight.query.wanted != AnswerType::Definition {
        return 0.0;
    }
    let coverage = sight.own.coverage(sight.query);
    let language = sight.passage.language;
    if let Some(subject) = &sight.query.subject {
        let reading = &sight.sentence.text.reading;
        let is_told = || {
            let tokens = analyser::analyse_in(reading, language);
            defining::of_sentence(reading, &tokens, language).contains(subject)
        };
        let names = |(heading, language): (&String, Language)| {
            defining::of_heading(heading, language).contains(subject)
        };
        let opens = || {
            let Opens { document, section } = sight.passage.opens;
            let above = &sight.found.documents[sight.passage.document];
            let title = Some((&above.title, above.language)).filter(|_| document);
            let heading = sight.passage.headings.last().filter(|_| section);
            let heading = heading.map(|heading| (heading, language));
            let mut above = title.into_iter().chain(heading);
            sight.found.tells_first(sight.number) && above.any(names)
        };
        if coverage > 0.0 && is_told() {
            return TOLD;
        }
        if opens() {
            return 1.0;
        }
    }
    if stands_before_meaning(sight) {
        HALF * coverage
    } else {
        0.0
    }
}

/// The last term of the question stands right before "is", or before an article.
fn stands_before_meaning(sight: &Sight<'_>) -> bool {
    const DEFINING: &str = "is are was were means refers a an the which also known";
    // In the places that the matches are in.
    let plain = sight.sentence.tokens.iter().filter(|token| !token.compound);
    let words = plain.map(|token| &*sight.found.lexicon.word(token.word).text);
    let defines: Vec<bool> = words.map(|word| listed(DEFINING, word)).collect();
    let mut met = sight.own.positions.iter();
    met.any(|&(at, number)| {
        number + 1 == sight.query.terms.len() && defines.get(at + 1) == Some(&true)
    })
}

/// The sentence opens with what the question is about: it is its subject.
pub(super) fn opens_with_match(sight: &Sight<'_>) -> f32 {
    const OPENING: usize = 4;
    let met = &sight.own.positions;
    let opens = |number: usize| met.iter().any(|met| met.0 < OPENING && met.1 == number);
    sight.query.share(|number| f32::from(opens(number)))
}

/// Words that the question does not have: without any, nothing is answered.
pub(super) fn new_words(sight: &Sight<'_>) -> f32 {
    (1.0 + sight.supply.words as f32).ln() / 4.0
}

/// It speaks of what was said before.
pub(super) fn opens_with_pronoun(sight: &Sight<'_>) -> f32 {
    let first = sight.sentence.tokens.first();
    let word = first.map(|token| sight.found.lexicon.word(token.word));
    f32::from(word.is_some_and(|word| word.pronoun))
}

/// A question answers nothing.
pub(super) fn is_question(sight: &Sight<'_>) -> f32 {
    let text = &sight.sentence.text.verbatim;
    let said = text.trim_end_matches(['"', '”', '\'', '’', ')']);
    f32::from(said.ends_with('?'))
}
