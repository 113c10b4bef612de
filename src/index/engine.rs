//! The only module that names tantivy: which passages and documents hold the
//! terms of a query, by BM25.
//!
//! Both are documents in tantivy's sense, told apart by their field. Terms come
//! analysed, and stop words are left out, so that lengths count words that say something.

use tantivy::collector::TopDocs;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, Searcher, TantivyDocument, Term};

use super::IndexError;

/// Memory that tantivy may fill before it writes a segment, in bytes.
const WRITER_MEMORY: usize = 64 * 1024 * 1024;
/// The fast field with the number of the passage or document.
const NUMBER: &str = "number";

/// A number with its BM25 score.
pub(super) type Hit = (usize, f32);

/// Takes passages and documents until [`Builder::finish`].
pub(super) struct Builder {
    writer: SingleSegmentIndexWriter,
    fields: Fields,
}

/// Searches what was built.
pub(super) struct Engine {
    searcher: Searcher,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    passage: Field,
    document: Field,
    number: Field,
}

impl Builder {
    pub(super) fn new() -> Result<Self, IndexError> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
        let terms = TextOptions::default().set_indexing_options(indexing);
        let fields = Fields {
            passage: schema.add_text_field("passage", terms.clone()),
            document: schema.add_text_field("document", terms),
            number: schema.add_u64_field(NUMBER, FAST),
        };
        let writer = Index::builder().schema(schema.build()).single_segment_index_writer(tantivy::directory::RamDirectory::create(), WRITER_MEMORY)?;
        Ok(Self { writer, fields })
    }

    pub(super) fn add_passage<'a>(&mut self, number: usize, terms: impl Iterator<Item = &'a str>) -> Result<(), IndexError> {
        self.add(self.fields.passage, number, terms)
    }

    pub(super) fn add_document<'a>(&mut self, number: usize, terms: impl Iterator<Item = &'a str>) -> Result<(), IndexError> {
        self.add(self.fields.document, number, terms)
    }

    pub(super) fn finish(self) -> Result<Engine, IndexError> {
        let index = self.writer.finalize()?;
        Ok(Engine { searcher: index.reader()?.searcher(), fields: self.fields })
    }

    fn add<'a>(&mut self, field: Field, number: usize, terms: impl Iterator<Item = &'a str>) -> Result<(), IndexError> {
        let token = |(position, term): (usize, &str)| Token { position, text: term.to_owned(), ..Token::default() };
        let tokens = terms.enumerate().map(token).collect();
        let mut document = TantivyDocument::default();
        document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
        document.add_u64(self.fields.number, number as u64);
        Ok(self.writer.add_document(document)?)
    }
}

impl Engine {
    /// The best `limit` passages for weighted terms, best first.
    pub(super) fn passages(&self, terms: &[(&str, f32)], limit: usize) -> Result<Vec<Hit>, IndexError> {
        self.search(self.fields.passage, terms, limit)
    }

    /// The best `limit` documents for weighted terms, best first.
    pub(super) fn documents(&self, terms: &[(&str, f32)], limit: usize) -> Result<Vec<Hit>, IndexError> {
        self.search(self.fields.document, terms, limit)
    }

    fn search(&self, field: Field, terms: &[(&str, f32)], limit: usize) -> Result<Vec<Hit>, IndexError> {
        let clause = |&(text, weight): &(&str, f32)| -> (Occur, Box<dyn Query>) {
            let term = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs);
            (Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight)))
        };
        let query = BooleanQuery::new(terms.iter().map(clause).collect());
        let found = self.searcher.search(&query, &TopDocs::with_limit(limit.max(1)).order_by_score())?;
        let mut hits = Vec::with_capacity(found.len());
        for (score, address) in found {
            let numbers = self.searcher.segment_reader(address.segment_ord).fast_fields().u64(NUMBER)?;
            if let Some(number) = numbers.first(address.doc_id) {
                hits.push((usize::try_from(number).unwrap_or(usize::MAX), score));
            }
        }
        // Equal scores come in the order of the corpus, whatever order tantivy found them in.
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Ok(hits)
    }
}
