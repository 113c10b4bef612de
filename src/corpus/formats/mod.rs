//! Files whose bytes are not their text: what they say is taken from them.
//!
//! Each format has a module that writes blocks (headings, paragraphs, items,
//! rows) and their places to an [`extracted::Writer`]; [`Extracted::blocks`] is
//! the one step that makes sentences of them all. Each is bounded: none
//! recurses with the depth of its input, none writes more than
//! [`extracted::LARGEST`] bytes, and damage is an error in words.

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
mod odp;
mod ods;
mod odt;
mod opendocument;
mod openxml;
mod package;
mod pdf;
mod pptx;
mod rows;
mod rtf;
mod sheet;
mod table;
mod title;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

pub(super) use extracted::Extracted;

use super::{Document, Format, encoding};

/// What a file is, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileFormat {
    /// A text that is quoted as it stands.
    Text(Format),
    /// Rows of values between commas or semicolons.
    CommaSeparated,
    /// Rows of values between tabs.
    TabSeparated,
    /// Subtitles, as `SubRip` or `WebVTT` have them.
    Subtitles,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of `OpenOffice` or `LibreOffice`.
    Ods,
    /// Slides of `PowerPoint`.
    Pptx,
    /// Slides of `OpenOffice` or `LibreOffice`.
    Odp,
    /// Pages as they are printed.
    Pdf,
    /// A text document of `OpenOffice` or `LibreOffice`.
    Odt,
    /// Rich text.
    Rtf,
    /// A book.
    Epub,
    /// A book of one file.
    FictionBook,
    /// A message of e-mail.
    Email,
    /// Messages of e-mail.
    Mailbox,
    /// Records of data, or an exported chat.
    Json,
    /// Notes and code.
    Notebook,
}

/// Why nothing can be taken from a file, in words for whoever owns it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(super) enum FormatError {
    #[error("its bytes are no text in any encoding")]
    NoText,
    #[error("its text is larger than {} MB", extracted::LARGEST / 1024 / 1024)]
    TooLarge,
    #[error("it has no subtitle with a time such as 00:01:05,000 --> 00:01:08,000")]
    NoCue,
    #[error("its rows cannot be read: {0}")]
    Rows(String),
    #[error("a page larger than {0} MB")]
    LargePage(usize),
    #[error("its elements are nested deeper than any that people read")]
    TooDeep,
    #[error("it is damaged in a way that Quoth cannot read")]
    Damaged,
    #[error("it is locked by a password")]
    Locked,
    #[error("it has no text: perhaps its pages are scanned")]
    Scanned,
    #[error("it is protected against being read by other programs (DRM)")]
    Protected,
    #[error("it has no sender, subject or date as messages of e-mail have")]
    NoMessage,
    #[error("it has more than {0} pages")]
    ManyPages(usize),
    #[error(
        "it is locked by a password, or is in an old format: save it again without one, in the format of its ending"
    )]
    OldOrLocked,
    #[error("it is not what its ending says: save it again in the format of its ending")]
    Misnamed,
    #[error("it is no sound JSON: {0}")]
    Json(String),
    #[error("it holds the settings of a program, and no text")]
    Settings,
    #[error("it is no notebook, or is damaged: {0}")]
    Notebook(String),
    #[error("it has more than {0} cells in a sheet")]
    ManyCells(usize),
}

/// The endings of file names, in the order in which people are told them, and what they stand for.
const ENDINGS: [(&str, FileFormat); 39] = [
    ("txt", FileFormat::Text(Format::PlainText)),
    ("text", FileFormat::Text(Format::PlainText)),
    ("md", FileFormat::Text(Format::Markdown)),
    ("markdown", FileFormat::Text(Format::Markdown)),
    ("qmd", FileFormat::Text(Format::Markdown)),
    ("rmd", FileFormat::Text(Format::Markdown)),
    ("mdx", FileFormat::Text(Format::Mdx)),
    ("rst", FileFormat::Text(Format::Rst)),
    ("adoc", FileFormat::Text(Format::AsciiDoc)),
    ("asciidoc", FileFormat::Text(Format::AsciiDoc)),
    ("org", FileFormat::Text(Format::Org)),
    ("log", FileFormat::Text(Format::Log)),
    ("pdf", FileFormat::Pdf),
    ("docx", FileFormat::Docx),
    ("odt", FileFormat::Odt),
    ("xlsx", FileFormat::Xlsx),
    ("xlsm", FileFormat::Xlsx),
    ("ods", FileFormat::Ods),
    ("pptx", FileFormat::Pptx),
    ("ppsx", FileFormat::Pptx),
    ("odp", FileFormat::Odp),
    ("rtf", FileFormat::Rtf),
    ("html", FileFormat::Html),
    ("htm", FileFormat::Html),
    ("xhtml", FileFormat::Html),
    ("epub", FileFormat::Epub),
    ("fb2", FileFormat::FictionBook),
    ("fb2.zip", FileFormat::FictionBook),
    ("eml", FileFormat::Email),
    ("mbox", FileFormat::Mailbox),
    ("csv", FileFormat::CommaSeparated),
    ("tsv", FileFormat::TabSeparated),
    ("tab", FileFormat::TabSeparated),
    ("json", FileFormat::Json),
    ("jsonl", FileFormat::Json),
    ("ndjson", FileFormat::Json),
    ("ipynb", FileFormat::Notebook),
    ("srt", FileFormat::Subtitles),
    ("vtt", FileFormat::Subtitles),
];

impl FileFormat {
    /// The format that a file named so is in; `None` where Quoth does not read it.
    ///
    /// A name without an ending is that of a text, such as "README" or "minutes of May", unless it is
    /// one that tools look for, such as "Makefile" or "Dockerfile".
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        if path.extension().is_none() {
            return (!name.ends_with("file")).then_some(Self::Text(Format::PlainText));
        }
        let known = ENDINGS.iter().find(|(ending, _)| {
            let before = name
                .strip_suffix(ending)
                .and_then(|rest| rest.strip_suffix('.'));
            before.is_some_and(|before| !before.is_empty())
        });
        known.map(|(_, format)| *format)
    }

    /// The endings of files that Quoth reads, one for each format: ".txt, .md or .srt".
    pub(crate) fn endings() -> String {
        let mut said: Vec<Self> = Vec::new();
        let mut endings: Vec<String> = Vec::new();
        for (ending, format) in ENDINGS {
            // Files of both kinds of subtitles are as common.
            if !said.contains(&format) || ending == "vtt" {
                said.push(format);
                endings.push(format!(".{ending}"));
            }
        }
        let last = endings.pop().unwrap_or_default();
        format!("{} or {last}", endings.join(", "))
    }
}

/// The document in `bytes`, the content of the file `name`. It has no passage where it says nothing.
pub(super) fn read(
    name: &str,
    bytes: Vec<u8>,
    format: FileFormat,
) -> Result<Document, FormatError> {
    // What is read is dropped, so nothing half-done is seen after a panic.
    let read = AssertUnwindSafe(|| document(name, bytes, format));
    catch_unwind(read).unwrap_or(Err(FormatError::Damaged))
}

/// The same, but that a parser may panic.
fn document(name: &str, bytes: Vec<u8>, format: FileFormat) -> Result<Document, FormatError> {
    let extracted = match format {
        FileFormat::Text(format) => {
            return Ok(Document::parse(name.to_owned(), text_of(bytes)?, format));
        }
        FileFormat::CommaSeparated => table::read(&text_of(bytes)?, None)?,
        FileFormat::TabSeparated => table::read(&text_of(bytes)?, Some(b'\t'))?,
        FileFormat::Subtitles => cues::read(&text_of(bytes)?)?,
        FileFormat::Docx => docx::read(&bytes)?,
        FileFormat::Odt => odt::read(&bytes)?,
        FileFormat::Xlsx => xlsx::read(&bytes)?,
        FileFormat::Ods => ods::read(&bytes)?,
        FileFormat::Pptx => pptx::read(&bytes)?,
        FileFormat::Odp => odp::read(&bytes)?,
        FileFormat::Pdf => pdf::read(bytes)?,
        FileFormat::Rtf => rtf::read(&bytes)?,
        FileFormat::Epub => epub::read(&bytes)?,
        FileFormat::FictionBook => fb2::read(bytes)?,
        FileFormat::Email => eml::read(&bytes)?,
        FileFormat::Mailbox => mbox::read(&bytes)?,
        FileFormat::Json => json::read(&text_of(bytes)?)?,
        FileFormat::Notebook => notebook::read(&text_of(bytes)?)?,
        FileFormat::Html => html::read(bytes)?,
    };
    Ok(Document::of_extracted(name.to_owned(), extracted))
}

fn text_of(bytes: Vec<u8>) -> Result<String, FormatError> {
    encoding::decode(bytes).ok_or(FormatError::NoText)
}

#[cfg(test)]
mod tests;
