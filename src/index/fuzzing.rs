//! What is kept of a passage, damaged.

#![expect(
    clippy::expect_used,
    reason = "a target that cannot go on has found something"
)]

use super::analysis::Analysis;
use super::kept::KeptPassage;
use super::{EmbeddedStore, Index, KnownFile, Store as _, key};
use crate::answer::{self, Settings};
use crate::corpus;

/// Whatever a record says, questions are answered, and its document is read.
pub(crate) fn kept_record(data: &[u8]) {
    const NAME: &str = "a.txt";
    if postcard::from_bytes::<KeptPassage>(data).is_err() {
        return;
    }
    let text = b"The Heron sails at nine.".to_vec();
    let document = corpus::parse(NAME, text).expect("it is a document");
    let mut analysis = Analysis::of(&document);
    for passage in &mut analysis.passages {
        passage.kept = data.to_vec();
    }
    let file = KnownFile {
        key: key(NAME),
        ..KnownFile::default()
    };
    let mut store = EmbeddedStore::in_memory(0).expect("there is memory");
    store.put(file, analysis).expect("there is memory");
    store.commit().expect("there is memory");
    let index = Index::new(&store, Vec::new());
    let settings = Settings {
        reader: false,
        ..Settings::default()
    };
    let answer = answer::explain(&index, "When does the Heron sail?", settings, 3);
    let (answer, _) = answer.expect("it can be searched");
    let document = index.document(NAME).expect("it can be read");
    let document = document.expect("it is there");
    for quote in answer.outcome.shown() {
        for citation in &quote.citations {
            let _ = answer::excerpt(&document, &citation.place(), answer::Extent::Passage);
        }
    }
    for sentence in document.sentences() {
        let start = sentence.span.start;
        let _ = (
            document.reading(sentence),
            document.line(start),
            document.locator(start),
        );
    }
}
