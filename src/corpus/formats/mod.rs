//! Files whose bytes are not their text: what they say is taken from them.
//!
//! Each format has a module that writes blocks (headings, paragraphs, items,
//! rows) and their places to an [`extracted::Writer`]; [`Extracted::blocks`] is
//! the one step that makes sentences of them all. Each is bounded: none
//! recurses with the depth of its input, none writes more than
//! [`LARGEST`] bytes, and damage is an error in words.

mod cues;
mod docx;
mod eml;
mod epub;
mod extracted;
mod fb2;
mod flow;
mod html;
mod json;
mod mbox;
mod notebook;
mod odf;
mod ods;
mod opendocument;
mod openxml;
mod package;
mod pdf;
mod pptx;
mod rtf;
mod sheet;
mod table;
mod title;
mod xlsx;
mod xml;

use std::path::Path;

use super::document::Format;
use super::encoding;
pub(super) use extracted::Extracted;

/// No file says more than this many bytes, whatever it unpacks to.
const LARGEST: usize = 64 * 1024 * 1024;
/// XML elements or RTF groups that are nested more deeply are there to exhaust a parser.
const DEEPEST: usize = 1000;

/// What a file holds.
pub(super) enum Content {
    /// A text that is quoted as it stands.
    Text(String, Format),
    /// A text that was taken from it.
    Extracted(Extracted),
}

/// What a file is, by its ending.
#[derive(Clone, Copy)]
pub(crate) struct FileFormat(Reading);

/// How a file is read.
#[derive(Clone, Copy)]
enum Reading {
    /// It is a text that is quoted as it stands.
    Text(Format),
    /// It is a text, from which what it says is taken.
    Data(fn(&str) -> Result<Extracted, FormatError>),
    /// What it says is taken from its bytes.
    Bytes(fn(&[u8]) -> Result<Extracted, FormatError>),
    /// The same, by a reader that keeps them.
    Owned(fn(Vec<u8>) -> Result<Extracted, FormatError>),
}

/// The endings of names, which bars part, and how such files are read: people are told the first.
const ENDINGS: [(&str, Reading); 26] = [
    ("txt|text", Reading::Text(Format::PlainText)),
    ("md|markdown|qmd|rmd", Reading::Text(Format::Markdown)),
    ("mdx", Reading::Text(Format::Mdx)),
    ("rst", Reading::Text(Format::Rst)),
    ("adoc|asciidoc", Reading::Text(Format::AsciiDoc)),
    ("org", Reading::Text(Format::Org)),
    ("log", Reading::Text(Format::Log)),
    ("pdf", Reading::Owned(pdf::read)),
    ("docx", Reading::Bytes(docx::read)),
    ("odt", Reading::Bytes(odf::read)),
    ("xlsx|xlsm", Reading::Bytes(xlsx::read)),
    ("ods", Reading::Bytes(ods::read)),
    ("pptx|ppsx", Reading::Bytes(pptx::read)),
    ("odp", Reading::Bytes(odf::read)),
    ("rtf", Reading::Bytes(rtf::read)),
    ("html|htm|xhtml", Reading::Owned(html::read)),
    ("epub", Reading::Bytes(epub::read)),
    ("fb2|fb2.zip", Reading::Owned(fb2::read)),
    ("eml", Reading::Bytes(eml::read)),
    ("mbox", Reading::Bytes(mbox::read)),
    ("csv", Reading::Data(|text| table::read(text, None))),
    (
        "tsv|tab",
        Reading::Data(|text| table::read(text, Some(b'\t'))),
    ),
    ("json|jsonl|ndjson", Reading::Data(json::read)),
    ("ipynb", Reading::Data(notebook::read)),
    ("srt", Reading::Data(cues::read)),
    // Files of both kinds of subtitles are as common.
    ("vtt", Reading::Data(cues::read)),
];

impl FileFormat {
    /// The format that a file named so is in; `None` where Quoth does not read it.
    ///
    /// A name without an ending is that of a text, such as "README" or "minutes of May", unless it is
    /// one that tools look for, such as "Makefile" or "Dockerfile".
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        if path.extension().is_none() {
            return (!name.ends_with("file")).then_some(Self(Reading::Text(Format::PlainText)));
        }
        let ends_in = |ending: &str| {
            let before = name.strip_suffix(ending);
            let before = before.and_then(|rest| rest.strip_suffix('.'));
            before.is_some_and(|before| !before.is_empty())
        };
        let mut known = ENDINGS.into_iter();
        let (_, reading) = known.find(|(endings, _)| endings.split('|').any(ends_in))?;
        Some(Self(reading))
    }

    /// The endings of files that Quoth reads, one for each format: ".txt, .md or .srt".
    pub(crate) fn endings() -> String {
        let first = |endings: &'static str| endings.split('|').next().unwrap_or_default();
        let [others @ .., last] = ENDINGS.map(|(endings, _)| format!(".{}", first(endings)));
        format!("{} or {last}", others.join(", "))
    }
}

/// Why nothing can be taken from a file, in words for whoever owns it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(super) enum FormatError {
    #[error("its bytes are no text in any encoding")]
    NoText,
    #[error("its text is larger than {} MB", LARGEST / 1024 / 1024)]
    TooLarge,
    #[error("it has no subtitle with a time such as 00:01:05,000 --> 00:01:08,000")]
    NoCue,
    #[error("its rows cannot be read: {0}")]
    Rows(String),
    #[error("it is a page larger than {0} MB")]
    LargePage(usize),
    #[error("its elements are nested too deeply to be read")]
    TooDeep,
    #[error("it is damaged in a way that Quoth cannot read")]
    Damaged,
    #[error("it is locked by a password")]
    Locked,
    #[error("it has no text: perhaps its pages are scanned")]
    Scanned,
    #[error("it is protected against being read by other programs (DRM)")]
    Protected,
    #[error("it has no sender, subject or date, as an e-mail has")]
    NoMessage,
    #[error("it has more than {0} pages")]
    ManyPages(usize),
    #[error(
        "it is locked by a password, or is in an old format: save it again without one, in the format of its ending"
    )]
    OldOrLocked,
    #[error("it is not what its ending says: save it again in the format of its ending")]
    Misnamed,
    #[error("it is not valid JSON: {0}")]
    Json(String),
    #[error("it holds the settings of a program, and no text")]
    Settings,
    #[error("it is not a notebook, or is damaged: {0}")]
    Notebook(String),
    #[error("it has more than {0} cells in a sheet")]
    ManyCells(usize),
}

/// What `bytes` hold, of which a parser may panic.
pub(super) fn read(bytes: Vec<u8>, format: FileFormat) -> Result<Content, FormatError> {
    let text = |bytes| encoding::decode(bytes).ok_or(FormatError::NoText);
    Ok(match format.0 {
        Reading::Text(format) => Content::Text(text(bytes)?, format),
        Reading::Data(read) => Content::Extracted(read(&text(bytes)?)?),
        Reading::Bytes(read) => Content::Extracted(read(&bytes)?),
        Reading::Owned(read) => Content::Extracted(read(bytes)?),
    })
}

#[cfg(test)]
mod tests;
