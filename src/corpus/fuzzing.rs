//! Files of every format, and what is made of them.

#![expect(
    clippy::expect_used,
    reason = "a target that cannot go on has found something"
)]

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::corpus::{self, BlockKind, Document};
use crate::index::Analysis;

/// The file of that name is a document that can be indexed, or is refused.
pub(crate) fn document(name: &str, data: &[u8]) {
    if let Ok(document) = corpus::parse(name, data.to_vec()) {
        check(&document);
        let _ = Analysis::of(&document);
    }
}

/// The same of an archive with `parts`, whose names have spaces between them, and the contents that
/// have NULs between them in `data`; bytes that begin as an archive does are one already.
pub(crate) fn packaged(name: &str, parts: &str, data: &[u8]) {
    if data.starts_with(b"PK") {
        return document(name, data);
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let contents = data.split(|byte| *byte == 0);
    for (part, content) in parts.split_whitespace().zip(contents) {
        archive.start_file(part, stored).expect("it is in memory");
        archive.write_all(content).expect("it is in memory");
    }
    let archive = archive.finish().expect("it is in memory");
    document(name, archive.get_ref());
}

/// What every document promises: sentences that are slices of its text, one
/// after the other, each with a place.
fn check(document: &Document) {
    let mut end = 0;
    for passage in &document.passages {
        assert!(!passage.sentences.is_empty(), "an empty passage");
        for sentence in &passage.sentences {
            assert!(sentence.span.start >= end, "sentences overlap");
            end = sentence.span.end;
            let verbatim = document.verbatim(sentence);
            assert!(verbatim.contains(char::is_alphanumeric), "{verbatim:?}");
            let reading = document.reading(sentence);
            let drives =
                |c: char| c.is_control() && (c != '\n' || sentence.kind != BlockKind::Code);
            assert!(!reading.is_empty() && !reading.contains(drives));
            let _ = document.line(sentence.span.start);
            let _ = document.locator(sentence.span.start);
        }
    }
}

/// The first byte chooses a language, the rest is a block of text: every letter
/// and digit of it stands in one sentence.
pub(crate) fn sentences(data: &[u8]) {
    const LANGUAGES: [&str; 8] = ["en", "de", "fr", "ru", "ar", "hi", "ja", "th"];
    let Some((first, text)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    check_sentences(&text, LANGUAGES[usize::from(*first) % LANGUAGES.len()]);
}

/// What the sentences of every text promise: one stands after the other, each says something, and
/// between them stands nothing that does.
pub(crate) fn check_sentences(text: &str, language: &str) {
    let says = |from: usize, to: usize| text[from..to].contains(char::is_alphanumeric);
    let mut end = 0;
    for range in super::sentences::sentences(text, language) {
        assert!(!says(end, range.start), "left out in {language}: {text:?}");
        let sentence = &text[range.clone()];
        assert!(says(range.start, range.end), "{sentence:?}");
        assert_eq!(sentence, sentence.trim());
        end = range.end;
    }
    assert!(!says(end, text.len()), "left out in {language}: {text:?}");
}
