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

/// The endings of file names, which bars part, in the order in which people are told the first of
/// each line, and what they stand for.
const ENDINGS: [(&str, FileFormat); 26] = [
    ("txt|text", FileFormat::Text(Format::PlainText)),
    ("md|markdown|qmd|rmd", FileFormat::Text(Format::Markdown)),
    ("mdx", FileFormat::Text(Format::Mdx)),
    ("rst", FileFormat::Text(Format::Rst)),
    ("adoc|asciidoc", FileFormat::Text(Format::AsciiDoc)),
    ("org", FileFormat::Text(Format::Org)),
    ("log", FileFormat::Text(Format::Log)),
    ("pdf", FileFormat::Pdf),
    ("docx", FileFormat::Docx),
    ("odt", FileFormat::Odt),
    ("xlsx|xlsm", FileFormat::Xlsx),
    ("ods", FileFormat::Ods),
    ("pptx|ppsx", FileFormat::Pptx),
    ("odp", FileFormat::Odp),
    ("rtf", FileFormat::Rtf),
    ("html|htm|xhtml", FileFormat::Html),
    ("epub", FileFormat::Epub),
    ("fb2|fb2.zip", FileFormat::FictionBook),
    ("eml", FileFormat::Email),
    ("mbox", FileFormat::Mailbox),
    ("csv", FileFormat::CommaSeparated),
    ("tsv|tab", FileFormat::TabSeparated),
    ("json|jsonl|ndjson", FileFormat::Json),
    ("ipynb", FileFormat::Notebook),
    ("srt", FileFormat::Subtitles),
    // Files of both kinds of subtitles are as common.
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
        let ends_in = |ending: &str| {
            let before = name.strip_suffix(ending);
            let before = before.and_then(|rest| rest.strip_suffix('.'));
            before.is_some_and(|before| !before.is_empty())
        };
        let mut known = ENDINGS.into_iter();
        let (_, format) = known.find(|(endings, _)| endings.split('|').any(ends_in))?;
        Some(format)
    }

    /// The endings of files that Quoth reads, one for each format: ".txt, .md or .srt".
    pub(crate) fn endings() -> String {
        let first = ENDINGS
            .iter()
            .filter_map(|(endings, _)| endings.split('|').next());
        let mut endings: Vec<String> = first.map(|ending| format!(".{ending}")).collect();
        let last = endings.pop().unwrap_or_default();
        format!("{} or {last}", endings.join(", "))
    }
}
