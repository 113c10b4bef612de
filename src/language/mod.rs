//! What depends on a language and on no documents: how a text comes apart into
//! words, what the words are, and what they may mean.
//!
//! [`analyser`] cuts a text into words, [`word`] says what each is, and a
//! [`lexicon`] numbers those of some texts. [`languages`] has each language as a
//! value: its stems, its small words, and how it asks, and [`glosses`] its words in
//! English. Of English more is known: [`english`] its spellings, [`numbers`] figures
//! and years in words, [`derivation`] words made of words, [`countries`] their
//! names, [`phrases`] many wordings of one thing, and [`vectors`] what words mean,
//! roughly.

pub mod analyser;
mod asking;
pub(crate) mod countries;
pub(crate) mod derivation;
pub mod english;
mod glosses;
mod languages;
pub(crate) mod lexicon;
pub(crate) mod numbers;
pub(crate) mod phrases;
mod recent;
mod token;
pub(crate) mod vectors;
pub(crate) mod word;

pub use asking::AnswerType;
pub(crate) use asking::Asking;
pub(crate) use languages::{Capitals, Further, Language};

/// A text in English, word for word, as the reader reads it; `None` where there is no language of
/// this code (ISO 639-1), or no glosses for it.
#[must_use]
pub fn glossed(text: &str, code: &str) -> Option<String> {
    Some(with_glosses(code)?.glossed(text.into()).into_owned())
}

/// The same of a question.
#[must_use]
pub fn glossed_question(text: &str, code: &str) -> Option<String> {
    let question = with_glosses(code)?.glossed_question(text.into());
    Some(question.into_owned())
}

fn with_glosses(code: &str) -> Option<Language> {
    Language::of_code(code).filter(|language| language.can_be_glossed())
}
