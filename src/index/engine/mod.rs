//! The only module that names tantivy: which passages, or which documents, hold
//! the terms of a query, by BM25, and what is kept of every document.
//!
//! Terms come analysed, and stop words are left out, so that lengths count
//! words that say something. A document that changes is a new text; the old one
//! is struck out, and tantivy merges what is struck out away in its own time.
//! So that this never shows in an answer, all statistics are of the texts that
//! stand: an index that has lived through changes scores as a fresh one does.

mod search;
mod store;

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};

pub use search::Alternatives;
pub(super) use search::{Engine, Lengths};
pub(crate) use store::{Store, Stored};

/// The key of the document that a text is of or belongs to.
const KEY: &str = "key";
/// The number of a passage in its document; [`WHOLE`] for the document itself.
const PART: &str = "part";
/// The part that is the document as a whole.
const WHOLE: u64 = u64::MAX;

/// What tantivy knows of a text.
#[derive(Clone, Copy)]
struct Fields {
    /// The terms of a passage.
    passage: Field,
    /// The terms of a document with its title.
    document: Field,
    key: Field,
    part: Field,
    /// What is kept of a document, as bytes.
    record: Field,
}

impl Fields {
    fn new() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
        let terms = TextOptions::default().set_indexing_options(indexing);
        let fields = Self {
            passage: schema.add_text_field("passage", terms.clone()),
            document: schema.add_text_field("document", terms),
            key: schema.add_u64_field(KEY, INDEXED | FAST),
            part: schema.add_u64_field(PART, FAST),
            record: schema.add_bytes_field("record", STORED),
        };
        (fields, schema.build())
    }
}
