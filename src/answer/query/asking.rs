//! What is asked of the index first: what the documents have of a question's words, by any name.

use super::expansion::{self, Wordings};
use super::{acronyms, around};
use crate::index::acronyms::is_acronym;
use crate::index::{Asked, Index, IndexError, Statistics};
use crate::language::analyser::{self, Token};
use crate::language::{Capitals, Language, english};

/// Words of a question that are looked up at all.
pub(super) const MOST_LOOKED_UP: usize = 64;
/// Words of a question that the index is asked to mend a slip in.
const MOST_CORRECTIONS: usize = 8;

/// What the documents have of the words of a question, by whatever name.
pub(super) fn statistics(
    question: &str,
    tokens: &[Token],
    languages: Vec<Language>,
    mends: bool,
    index: &Index,
) -> Result<Statistics, IndexError> {
    let language = languages[0];
    let typed = |token: &Token| &question[token.span.range()];
    let plain = tokens.iter().filter(|token| !token.compound);
    let plain: Vec<&Token> = plain.take(MOST_LOOKED_UP).collect();
    let words: Vec<String> = plain.iter().map(|token| token.word.clone()).collect();
    let mut asked = Asked {
        texts: vec![words.clone()],
        spelt_out: words,
        languages: languages.clone(),
        ..Asked::default()
    };
    let says = |token: &&Token| !token.is_stop_word() || may_be_name(&token.word);
    for token in tokens.iter().filter(says).take(MOST_LOOKED_UP) {
        let wordings = Wordings::of(&token.word, language);
        asked.words.extend(wordings.words());
        if mends && asked.slips.len() < MOST_CORRECTIONS && expansion::may_be_slip(&token.word) {
            asked.slips.push(token.word.clone());
        }
        if acronyms::may_be_acronym(token, typed(token)) {
            let in_capitals = is_acronym(typed(token));
            asked.acronyms.push((token.word.clone(), in_capitals));
        }
    }
    for pair in plain.windows(2) {
        asked.words.extend(expansion::together(pair[0], pair[1]));
        let phrasal = around::phrasal(pair[0], pair[1], language);
        let phrasal = phrasal.split_whitespace().map(str::to_owned);
        asked.words.extend(phrasal);
    }
    let mut known = index.statistics(&asked)?;
    let mut meant = Asked {
        languages,
        ..Asked::default()
    };
    let slips = asked.slips.iter();
    for word in slips.filter_map(|word| known.spellings.get(word)) {
        meant.words.extend(Wordings::of(word, language).words());
    }
    if !meant.words.is_empty() {
        known.extend(index.statistics(&meant)?);
    }
    Ok(known)
}

/// A question of another language in English, word for word, in such words as the documents have.
pub(super) fn in_english(
    question: &str,
    language: Language,
    index: &Index,
) -> Result<String, IndexError> {
    let words = |text: &str| analyser::words(text).collect::<Vec<_>>();
    let meant = language.ambiguous(question).into_iter();
    let meant: Vec<String> = meant.flat_map(|text| words(&text)).collect();
    let known = if meant.is_empty() {
        Statistics::default()
    } else {
        index.statistics(&Asked {
            words: meant.into_iter().take(MOST_LOOKED_UP).collect(),
            languages: vec![Language::ENGLISH],
            ..Asked::default()
        })?
    };
    // Stop words are in no index, and all documents have them.
    let has = |word: &String| english::is_stop_word(word) || known.has(word);
    let have = |text: &str| words(text).iter().all(has);
    Ok(language.glossed_question_for(question, have))
}

/// The names in a question of another language, in Latin letters, as far as capitals tell: in German, of
/// which every noun has one, two of them in a row.
pub(super) fn names(question: &str, language: Language) -> Vec<&str> {
    let words: Vec<&str> = question.split(|c: char| !analyser::is_of_word(c)).collect();
    let is_capital = |at: usize| words[at].starts_with(|c: char| c.is_uppercase() && c < '\u{250}');
    let is_beside =
        |at: usize| at > 1 && is_capital(at - 1) || at + 1 < words.len() && is_capital(at + 1);
    let are_nouns = language.capitals() == Capitals::Nouns;
    let is_name = |at: &usize| is_capital(*at) && (!are_nouns || is_beside(*at));
    let places = (1..words.len()).filter(is_name);
    places.map(|at| words[at]).collect()
}

/// Whether a stop word is a name where "the" stands before it: "the us", "the who".
pub(super) fn may_be_name(stop_word: &str) -> bool {
    matches!(stop_word, "us" | "who" | "it")
}
