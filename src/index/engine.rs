//! The only module that names tantivy: which passages, or which documents, hold
//! the terms of a query, by BM25.
//!
//! Terms come analysed, and stop words are left out, so that lengths count
//! words that say something.

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, Searcher, TantivyDocument, Term};

use super::IndexError;

/// Memory that tantivy may fill before it writes a segment, in bytes.
const WRITER_MEMORY: usize = 64 * 1024 * 1024;
/// The fast field with the number of a text.
const NUMBER: &str = "number";

/// What one word of a question may be called: (term, weight), best first; none where the corpus has nothing like it.
pub type Alternatives<'a> = Vec<(&'a str, f32)>;

/// The number of a text with its score: its BM25 as a share of what the words
/// of the query weigh together, so that scores of different queries and
/// corpora can be compared.
pub(super) type Hit = (usize, f32);

/// Takes texts until [`Builder::finish`].
pub(super) struct Builder {
    writer: SingleSegmentIndexWriter,
    fields: Fields,
}

/// Searches the texts that were taken.
pub(super) struct Engine {
    searcher: Searcher,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    terms: Field,
    number: Field,
}

impl Builder {
    pub(super) fn new() -> Result<Self, IndexError> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let fields = Fields {
            terms: schema.add_text_field("terms", options),
            number: schema.add_u64_field(NUMBER, FAST),
        };
        let writer = Index::builder()
            .schema(schema.build())
            .single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY)?;
        Ok(Self { writer, fields })
    }

    /// Takes a text, given as its terms.
    pub(super) fn add<'a>(
        &mut self,
        number: usize,
        terms: impl Iterator<Item = &'a str>,
    ) -> Result<(), IndexError> {
        let token = |(position, term): (usize, &str)| Token {
            position,
            text: term.to_owned(),
            ..Token::default()
        };
        let tokens = terms.enumerate().map(token).collect();
        let mut document = TantivyDocument::default();
        document.add_pre_tokenized_text(
            self.fields.terms,
            PreTokenizedString {
                text: String::new(),
                tokens,
            },
        );
        document.add_u64(self.fields.number, number as u64);
        Ok(self.writer.add_document(document)?)
    }

    pub(super) fn finish(self) -> Result<Engine, IndexError> {
        let index = self.writer.finalize()?;
        Ok(Engine {
            searcher: index.reader()?.searcher(),
            fields: self.fields,
        })
    }
}

impl Engine {
    /// The best `limit` texts for the words of a query, best first.
    pub(super) fn search(
        &self,
        words: &[Alternatives<'_>],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let (mut asked, mut weight_of_all): (Vec<&str>, f32) = (Vec::new(), f32::MIN_POSITIVE);
        for alternatives in words {
            let mut heaviest = if alternatives.is_empty() {
                self.idf(0)
            } else {
                0.0
            };
            for &(text, weight) in alternatives {
                let term = Term::from_field_text(self.fields.terms, text);
                heaviest = f32::max(heaviest, weight * self.idf(self.searcher.doc_freq(&term)?));
                if !asked.contains(&text) {
                    asked.push(text);
                    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    clauses.push((
                        Occur::Should,
                        Box::new(BoostQuery::new(Box::new(query), weight)),
                    ));
                }
            }
            weight_of_all += heaviest;
        }
        let found = self.searcher.search(
            &BooleanQuery::new(clauses),
            &TopDocs::with_limit(limit.max(1)).order_by_score(),
        )?;
        let mut hits = Vec::with_capacity(found.len());
        for (score, address) in found {
            let numbers = self
                .searcher
                .segment_reader(address.segment_ord)
                .fast_fields()
                .u64(NUMBER)?;
            if let Some(number) = numbers.first(address.doc_id) {
                hits.push((
                    usize::try_from(number).unwrap_or(usize::MAX),
                    score / weight_of_all,
                ));
            }
        }
        // Equal scores come in the order of the corpus, whatever order tantivy found them in.
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Ok(hits)
    }

    /// The inverse document frequency as tantivy's BM25 has it.
    fn idf(&self, texts: u64) -> f32 {
        let (all, with) = (self.searcher.num_docs() as f32, texts as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }
}
