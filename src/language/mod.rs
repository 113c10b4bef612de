//! What depends on a language and on no documents: how a text comes apart into
//! words, what the words are, and what they may mean.
//!
//! [`analyser`] cuts a text into words, [`word`] says what each is, and a
//! [`lexicon`] numbers those of some texts. [`english`] knows stems and small
//! words, [`numbers`] figures and years, [`derivation`] words made of words,
//! [`countries`] their names, [`phrases`] many wordings of one thing, and
//! [`vectors`] what words mean, roughly.

pub mod analyser;
pub mod countries;
pub mod derivation;
pub mod english;
pub mod lexicon;
pub mod numbers;
pub mod phrases;
mod token;
pub mod vectors;
pub mod word;
