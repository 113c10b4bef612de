//! From the bytes of a file to a document: what was read of them is grouped into passages below a title.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::date;
use super::document::{Block, BlockKind, Document, Format};
use super::formats::{self, Content, Extracted, FileFormat, FormatError};
use super::front_matter::FrontMatter;
use super::locator::Locator;
use super::markup::{self, Syntax};
use super::{markdown, passages, plain_text, questions};
use crate::language::Language;

/// The document in `bytes`, the content of the file `name`. It has no passage where it says nothing.
pub(super) fn read(
    name: &str,
    bytes: Vec<u8>,
    format: FileFormat,
) -> Result<Document, FormatError> {
    // A parser may panic. What is read is dropped, so nothing half-done is seen after that.
    let read = AssertUnwindSafe(|| {
        let name = name.to_owned();
        formats::read(bytes, format).map(|content| match content {
            Content::Text(text, format) => Document::parse(name, text, format),
            Content::Extracted(extracted) => of_extracted(name, extracted),
        })
    });
    catch_unwind(read).unwrap_or(Err(FormatError::Damaged))
}

impl Document {
    /// Reads `text` as a document of the given name and format.
    #[must_use]
    pub fn parse(name: String, text: String, format: Format) -> Self {
        let (language, blocks, front_matter) = match format {
            Format::PlainText => {
                let date = date::of_plain_text(&text);
                let front_matter = FrontMatter { title: None, date };
                let language = Language::of(&text);
                (language, plain_text::read(&text, language), front_matter)
            }
            Format::Markdown => markdown::read(&text, false),
            Format::Mdx => markdown::read(&text, true),
            Format::Rst => markup::read(&text, Syntax::Rst),
            Format::AsciiDoc => markup::read(&text, Syntax::AsciiDoc),
            Format::Org => markup::read(&text, Syntax::Org),
            Format::Log => {
                let language = Language::of(&text);
                let blocks = plain_text::read_lines(&text, language);
                (language, blocks, FrontMatter::default())
            }
        };
        assemble(name, language, text, blocks, front_matter, Vec::new()).with_lines()
    }
}

/// The document that `extracted` is the text of; `name` is that of the original. The lines of a text
/// that was taken from something else are nobody's.
fn of_extracted(name: String, extracted: Extracted) -> Document {
    let language = Language::of(&extracted.text);
    let blocks = extracted.blocks(language);
    let front_matter = FrontMatter {
        title: extracted.title,
        date: extracted.date,
    };
    let (text, locators) = (extracted.text, extracted.locators);
    assemble(name, language, text, blocks, front_matter, locators)
}

/// The document of all that was read, without lines.
fn assemble(
    name: String,
    language: Option<Language>,
    text: String,
    blocks: Vec<Block>,
    front_matter: FrontMatter,
    locators: Vec<(usize, Locator)>,
) -> Document {
    let mut document = Document {
        name,
        title: String::new(),
        date: front_matter.date,
        language,
        text,
        passages: Vec::new(),
        line_starts: Vec::new(),
        locators,
    };
    let said = |block: &Block| {
        let sentence = block.sentences.first()?;
        Some(document.reading(sentence).into_owned())
    };
    let is_heading = |block: &&Block| block.kind == BlockKind::Heading;
    let opening = blocks.first().filter(is_heading);
    // Of different headings of the first level none is the title of all.
    let is_outermost = |block: &&Block| is_heading(block) && block.level == 1;
    let outermost = || blocks.iter().filter(is_outermost);
    let is_title = |opening: &&Block| {
        opening.level > 1 || outermost().all(|other| said(other) == said(opening))
    };
    let heading = opening.filter(is_title).and_then(said);
    document.title = front_matter.title.or(heading).unwrap_or_else(|| {
        let stem = Path::new(&document.name).file_stem();
        stem.unwrap_or_default().to_string_lossy().into_owned()
    });
    let blocks = questions::head(blocks, |sentence| document.reading(sentence));
    document.passages = passages::group(blocks, &document);
    document
}
