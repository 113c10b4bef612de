//! The engine in this process, tantivy: what it holds of every document, and how
//! it is asked.
//!
//! A document is several texts to tantivy: each of its passages, and one for
//! the whole. Words come analysed, and stop words are left out, so that lengths
//! count words that say something. A document that changes is a new set of
//! texts; the old one is struck out, and tantivy merges what is struck out away
//! in its own time. So that this never shows in an answer, all statistics are of
//! the texts that stand: an index that has lived through changes answers as a
//! fresh one does.
//!
//! [`store`] takes documents in and out; [`writing`] is when it may, and
//! [`merging`] how that stays within its memory. A [`Snapshot`] is what stood at
//! one time: [`answering`] gives what is asked of it, and [`search`] finds its passages.

mod answering;
mod merging;
mod search;
mod store;
mod writing;

use std::sync::atomic::{AtomicU64, Ordering};

use tantivy::columnar::Column;
use tantivy::postings::SegmentPostings;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy::{DocAddress, DocSet as _, Searcher, SegmentReader, TERMINATED, Term};

use super::IndexError;
use super::engine::Totals;
use super::facts::SEPARATOR;
pub(crate) use store::EmbeddedStore;

/// What tantivy knows of a text.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    /// The stems of a passage.
    passage: Field,
    /// The words of a document as they are written.
    form: Field,
    /// What a document knows of names and acronyms.
    facts: Field,
    /// What is kept of a text, as bytes.
    record: Field,
    /// The document that a text is of, and for a passage its number in that.
    key: Field,
    part: Field,
    /// What a passage means: a [`Packed`](crate::language::vectors::Packed), number by number.
    meaning: Field,
    /// The document again, of the text for the whole alone.
    whole: Field,
    /// Of a whole: whether the file is a document.
    kind: Field,
    /// Of a whole: the file that it was read from, and what it adds to the totals.
    looks: Field,
    content: Field,
    passages: Field,
    sentences: Field,
    tokens: Field,
    stems: Field,
}

/// The kinds of texts for wholes: for a document, and for a file that is not one.
const DOCUMENT: u64 = 1;
const UNFIT: u64 = 2;
/// The name of the way in which a text of words is taken apart: at each separator.
const WORDS: &str = "words";

impl Fields {
    fn new() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let words = |option, has_norms| {
            let indexing = TextFieldIndexing::default().set_tokenizer(WORDS);
            let indexing = indexing.set_index_option(option).set_fieldnorms(has_norms);
            TextOptions::default().set_indexing_options(indexing)
        };
        let scored = words(IndexRecordOption::WithFreqs, true);
        let counted = words(IndexRecordOption::Basic, false);
        let fields = Self {
            passage: schema.add_text_field("passage", scored),
            form: schema.add_text_field("form", counted.clone()),
            facts: schema.add_text_field("facts", counted),
            record: schema.add_bytes_field("record", STORED),
            key: schema.add_u64_field("key", INDEXED | FAST),
            part: schema.add_u64_field("part", FAST),
            meaning: schema.add_u64_field("meaning", FAST),
            whole: schema.add_u64_field("whole", INDEXED),
            kind: schema.add_u64_field("kind", INDEXED),
            looks: schema.add_u64_field("looks", FAST),
            content: schema.add_u64_field("content", FAST),
            passages: schema.add_u64_field("passages", FAST),
            sentences: schema.add_u64_field("sentences", FAST),
            tokens: schema.add_u64_field("tokens", FAST),
            stems: schema.add_u64_field("stems", FAST),
        };
        (fields, schema.build())
    }
}

/// Snapshots that this process has taken.
static TAKEN: AtomicU64 = AtomicU64::new(0);

/// The texts as they stood at one time.
pub(super) struct Snapshot {
    searcher: Searcher,
    fields: Fields,
    totals: Totals,
    /// How many snapshots this process had taken before.
    number: u64,
    /// The keys and parts of the texts of each segment, and what they mean.
    places: Vec<[Column; 3]>,
}

impl Snapshot {
    fn new(searcher: Searcher, fields: Fields) -> Result<Self, IndexError> {
        let mut places = Vec::new();
        for segment in searcher.segment_readers() {
            let column = |name| segment.fast_fields().u64(name);
            places.push([column("key")?, column("part")?, column("meaning")?]);
        }
        let mut snapshot = Self {
            searcher,
            fields,
            totals: Totals::default(),
            number: TAKEN.fetch_add(1, Ordering::Relaxed),
            places,
        };
        let mut totals = Totals::default();
        for (segment, wholes) in snapshot.wholes(DOCUMENT)? {
            let sum = |name| -> Result<u64, IndexError> {
                let column = segment.fast_fields().u64(name)?;
                Ok(wholes.iter().map(|whole| first(&column, *whole)).sum())
            };
            totals.documents += wholes.len() as u64;
            totals.passages += sum("passages")?;
            totals.sentences += sum("sentences")?;
            totals.tokens += sum("tokens")?;
            totals.stems += sum("stems")?;
        }
        snapshot.totals = totals;
        Ok(snapshot)
    }

    /// The document of a passage, and the passage's number in it.
    fn place(&self, passage: DocAddress) -> (u64, u64) {
        let [keys, parts, _] = &self.places[passage.segment_ord as usize];
        (first(keys, passage.doc_id), first(parts, passage.doc_id))
    }

    /// The texts for wholes of a kind that stand in each segment.
    fn wholes(&self, kind: u64) -> Result<Vec<(&SegmentReader, Vec<u32>)>, IndexError> {
        let kind = Term::from_field_u64(self.fields.kind, kind);
        let segments = self.searcher.segment_readers().iter();
        let wholes = segments.map(|segment| Ok((segment, standing(segment, &kind)?)));
        wholes.collect()
    }

    /// The texts that stand and hold a term, in any segment.
    fn texts_with(&self, term: &Term) -> Result<Vec<DocAddress>, IndexError> {
        let mut found = Vec::new();
        for (number, segment) in (0..).zip(self.searcher.segment_readers()) {
            let texts = standing(segment, term)?.into_iter();
            found.extend(texts.map(|text| DocAddress::new(number, text)));
        }
        Ok(found)
    }
}

/// What a text has in a column.
fn first(column: &Column, text: u32) -> u64 {
    column.first(text).unwrap_or_default()
}

/// The texts of a segment that stand and hold a term.
fn standing(segment: &SegmentReader, term: &Term) -> Result<Vec<u32>, IndexError> {
    let inverted = segment.inverted_index(term.field())?;
    let postings = inverted.read_postings(term, IndexRecordOption::Basic)?;
    Ok(postings.map_or(Vec::new(), |postings| alive(segment, postings).collect()))
}

/// Those of some texts of a segment that are not struck out.
fn alive(segment: &SegmentReader, mut texts: SegmentPostings) -> impl Iterator<Item = u32> {
    let all = std::iter::from_fn(move || {
        let text = Some(texts.doc()).filter(|text| *text != TERMINATED)?;
        texts.advance();
        Some(text)
    });
    all.filter(|text| !segment.is_deleted(*text))
}

/// Takes a text of words apart at each separator.
#[derive(Clone, Default)]
struct Words {
    token: Token,
}

struct WordsOf<'a> {
    rest: std::str::Split<'a, char>,
    token: &'a mut Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordsOf<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordsOf<'a> {
        self.token = Token::default();
        WordsOf {
            rest: text.split(SEPARATOR),
            token: &mut self.token,
        }
    }
}

impl TokenStream for WordsOf<'_> {
    fn advance(&mut self) -> bool {
        let Some(word) = self.rest.find(|word| !word.is_empty()) else {
            return false;
        };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(word);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
