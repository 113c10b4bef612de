//! Which kinds of files are read, and by which endings of their names they are known.

use std::path::Path;

use crate::corpus::document::Format;

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
