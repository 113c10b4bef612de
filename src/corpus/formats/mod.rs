//! Files whose bytes are not their text: what they say is taken from them.
//!
//! Each format has a module that writes blocks (headings, paragraphs, items,
//! rows) and their places to an [`extracted::Writer`]; [`Extracted::blocks`] is
//! the one step that makes sentences of them all. Each is bounded: none
//! recurses with the depth of its input, none writes more than
//! [`error::LARGEST`] bytes, and damage is an error in words.

mod cues;
mod docx;
mod eml;
mod endings;
mod epub;
mod error;
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
mod rows;
mod rtf;
mod sheet;
mod table;
mod title;
mod xlsx;
mod xml;

use super::document::Format;
use super::encoding;
pub(crate) use endings::FileFormat;
use endings::Reading;
pub(super) use error::FormatError;
pub(super) use extracted::Extracted;

/// What a file holds.
pub(super) enum Content {
    /// A text that is quoted as it stands.
    Text(String, Format),
    /// A text that was taken from it.
    Extracted(Extracted),
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
