//! Files become documents, documents passages, passages sentences.
//!
//! A corpus > document > passage (what is retrieved) > sentence (what is
//! quoted). Every sentence keeps the exact byte span it has in its document's
//! text, so that a quote can always be checked against its source. This module
//! reads files; it knows nothing of questions, scores or front ends.
//!
//! Each layer knows only those below: [`assembling`] makes a document of what [`formats`], [`markdown`],
//! [`markup`] and [`plain_text`] read, block by block; these part their blocks by [`read_block`] and
//! [`sentences`]; and what a [`document`] is knows nothing of how it was read.

mod assembling;
mod code;
mod columns;
pub(crate) mod date;
mod document;
mod encoding;
pub(crate) mod files;
mod formats;
mod front_matter;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod hyphens;
mod ignoring;
pub(crate) mod invisible;
mod locator;
mod markdown;
mod markup;
pub(crate) mod opening;
mod passages;
mod plain_text;
mod questions;
mod read_block;
mod sentences;
mod unread;

pub use date::Date;
pub(crate) use document::line_ends;
pub use document::{BlockKind, Document, Format, Passage, Sentence};
pub use files::{CorpusError, Skipped};
pub use locator::{Locator, located};
pub(crate) use questions::{announces, asks};

pub use crate::span::Span;

use std::path::Path;

pub(crate) use formats::FileFormat;

/// Sentences of a document, at most: a long novel has 30,000.
const MOST_SENTENCES: usize = 500_000;

/// Whether `word` is one of `words`, which bars part.
fn is_one_of(words: &str, word: &str) -> bool {
    words.split('|').any(|own| own == word)
}

/// A text on one line, with single spaces between its words.
pub(crate) fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The document in `content`, that of the file `name`, or why there is none.
pub(crate) fn parse(name: &str, content: Vec<u8>) -> Result<Document, String> {
    let format = FileFormat::of(Path::new(name)).ok_or("not a file that Quoth reads")?;
    let document = assembling::read(name, content, format).map_err(|error| error.to_string())?;
    if document.passages.is_empty() {
        return Err("it is empty".to_owned());
    }
    if document.sentences().count() > MOST_SENTENCES {
        return Err(format!(
            "more than {MOST_SENTENCES} sentences: no text that people read"
        ));
    }
    Ok(document)
}
