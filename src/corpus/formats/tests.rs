#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "samples are small, and read as they are written"
)]

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

use super::*;
use crate::corpus::assembling::read;
use crate::corpus::document::Document;

mod books;
mod data;
mod mail;
mod office;
mod pages;
mod pdf;
mod rich_text;
mod sheets;
mod slides;
mod subtitles;
mod tables;

fn document(name: &str, content: impl AsRef<[u8]>) -> Result<Document, FormatError> {
    let format = FileFormat::of(Path::new(name)).unwrap();
    let document = read(name, content.as_ref().to_vec(), format)?;
    let is_slice = |sentence| !document.verbatim(sentence).is_empty();
    assert!(document.sentences().all(is_slice), "a span is no slice");
    Ok(document)
}

/// Why a file is not read.
fn refused(name: &str, content: impl AsRef<[u8]>) -> FormatError {
    document(name, content).unwrap_err()
}

/// What a document is called.
fn titled(name: &str, content: impl AsRef<[u8]>) -> String {
    document(name, content).unwrap().title
}

/// Every sentence with its place, a line each, and passages parted by empty lines.
fn shown(name: &str, content: impl AsRef<[u8]>) -> String {
    let document = document(name, content).unwrap();
    let sentence = |sentence: &crate::corpus::Sentence| {
        let place = document.locator(sentence.span.start);
        let place = place.map_or(String::new(), |place| format!("{place} | "));
        format!("{place}{}\n", document.verbatim(sentence))
    };
    let passages = document.passages.iter();
    passages
        .map(|passage| passage.sentences.iter().map(sentence).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Asserts that of such a file is shown what stands behind its arrow.
#[track_caller]
fn check(name: &str, cases: &[&str]) {
    for case in cases {
        let (content, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(shown(name, content), wanted, "{content}");
    }
}

/// An archive of parts.
fn archive(parts: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default();
        archive.start_file(name.as_ref(), options).unwrap();
        archive.write_all(content.as_ref()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
