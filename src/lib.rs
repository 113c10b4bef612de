//! Quoth answers questions about a folder of documents in the documents' own words.
//!
//! One question's journey, in the order in which to read the modules:
//!
//! 1. [`corpus`]: files become documents, documents passages, passages
//!    sentences. Every sentence knows its exact bytes in its document.
//! 2. [`language`]: texts and questions come apart into words in one way.
//! 3. [`index`]: words become terms; an engine finds the passages that a query
//!    is about, tantivy in this process or an `OpenSearch` cluster. Only this
//!    module knows either.
//! 4. [`answer`]: the question becomes a query; every sentence of the passages
//!    found is judged by its features and ranked, the best of them closely; they
//!    become quotes with citations, if need be with a word that Quoth is not
//!    sure, or Quoth says that the documents do not answer. Pure: no input or
//!    output, the same answer every time.
//! 5. [`reader`]: the small network that helps to judge the best sentences.
//!    Only this module knows its runtime.
//! 6. [`chat`]: the same answer for a terminal, a pipe, a program (JSON) or a
//!    Telegram chat, which differ only in rendering. Only `chat::telegram`
//!    knows teloxide.
//!
//! Beside the journey: [`wording`] is all that Quoth says in its own words, in
//! every language that people use it in; [`config`] is the only reader of the environment and the
//! command line, [`ingest`] keeps the index equal to its folders while they
//! change, and takes in a file or lets go of it where it is told to, [`script`]
//! runs scripted answer tests, [`eval`] measures answers on a question set, and
//! [`verify`] looks whether quotes still stand. `fuzzing`, which tests alone
//! have, says what must hold for every input.
//!
//! What always holds: a quote is a byte-exact slice of its document's text. No
//! question makes answering unavailable; a document that cannot be read is
//! skipped with its reason. The Telegram token is never printed.

mod address;
pub mod answer;
pub mod chat;
pub mod config;
pub mod corpus;
pub mod eval;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod hidden;
pub mod index;
pub mod ingest;
pub mod language;
mod private;
mod quoth;
pub mod reader;
pub mod script;
pub mod secret;
mod span;
pub mod stopping;
pub mod verify;
pub mod wording;

pub use quoth::Quoth;
