//! What depends on a language and on no documents: how a text comes apart into
//! words, what the words are, and what they may mean.
//!
//! [`analyser`] cuts a text into words, [`word`] says what each is, and a
//! [`lexicon`] numbers those of some texts. [`languages`] has each language as a
//! value: its stems, its small words, and how it asks. Of English more is known:
//! [`english`] its spellings, [`numbers`] figures and years in words, [`derivation`]
//! words made of words, [`countries`] their names, [`phrases`] many wordings of
//! one thing, and [`vectors`] what words mean, roughly.

pub mod analyser;
mod asking;
pub mod countries;
pub mod derivation;
pub mod english;
pub mod languages;
pub mod lexicon;
pub mod numbers;
pub mod phrases;
mod token;
pub mod vectors;
pub mod word;

pub use asking::{AnswerType, Asking};
pub use languages::{Capitals, Further, Language};
