//! Web pages: the article of a page, or all of its text where it has no article.
//!
//! What is menu, advertisement or comment is told by `dom_smoothie`, after Mozilla's Readability;
//! where that keeps less than half of the words, as on reference pages and in tables, the whole
//! page is read instead. Pages are looked over by their [`tags`] before they are parsed.

mod tables;
mod tags;
mod text;
mod walk;

use std::borrow::Cow;

use dom_query::Document as Page;
use dom_smoothie::{Config, Readability};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::FormatError;
use super::extracted::{Extracted, Writer};
use crate::corpus::date::Date;
use crate::corpus::{encoding, folded, invisible};

/// Nobody reads a page larger than this many bytes.
const LARGEST: usize = 16 * 1024 * 1024;
/// With more elements than this, finding the article takes too long.
const MOST_ELEMENTS: usize = 50_000;
/// Within this many bytes a page names its encoding (1024 by the standard, more in practice), and says
/// that it is XHTML.
const HEAD: usize = 4096;

/// How a page says that it is XHTML; an XML declaration may be missing.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

pub(super) fn read(bytes: Vec<u8>) -> Result<Extracted, FormatError> {
    let page = parse(&decode(bytes).ok_or(FormatError::NoText)?)?;
    let mut whole = walked(&page)?;
    let config = Config {
        max_elements_to_parse: MOST_ELEMENTS,
        // They tell notes from other parts of a page.
        keep_classes: true,
        ..Config::default()
    };
    let Ok(mut reader) = Readability::with_document(page, None, Some(config)) else {
        return Ok(whole);
    };
    let title = named(&reader.get_article_title());
    let Ok(article) = reader.parse() else {
        whole.title = title;
        return Ok(whole);
    };
    let main = walked(&Page::from(&*article.content))?;
    let words = |extracted: &Extracted| extracted.text.split_whitespace().count();
    let mut kept = if words(&main) * 2 < words(&whole) {
        whole
    } else {
        main
    };
    kept.title = named(&article.title).or(title);
    kept.date = article.published_time.as_deref().and_then(Date::parse);
    Ok(kept)
}

/// Writes all of a page that has nothing beside its article; `opening` is given its first heading.
pub(super) fn write_whole(
    html: &str,
    writer: &mut Writer,
    opening: impl FnOnce(Option<String>, &mut Writer),
) -> Result<(), FormatError> {
    let page = parse(html)?;
    let headings = page.select("h1, h2, h3");
    let heading = headings.nodes().first().map(|it| text::text(it, false));
    opening(heading.transpose()?.as_deref().and_then(named), writer);
    walk::write(&page.root(), writer)
}

fn parse(html: &str) -> Result<Page, FormatError> {
    if html.len() > LARGEST {
        return Err(FormatError::LargePage(LARGEST / 1024 / 1024));
    }
    let head = &html[..html.floor_char_boundary(HEAD)];
    let is_xml = invisible::without_mark(head).starts_with("<?xml") || head.contains(XHTML);
    let html = if is_xml {
        Cow::Owned(tags::as_html(html))
    } else {
        Cow::Borrowed(html)
    };
    tags::refuse(&html)?;
    Ok(Page::from(&*html))
}

fn walked(page: &Page) -> Result<Extracted, FormatError> {
    let mut writer = Writer::default();
    walk::write(&page.root(), &mut writer)?;
    Ok(writer.finish())
}

fn named(title: &str) -> Option<String> {
    Some(folded(title)).filter(|title| !title.is_empty())
}

/// The text of a page: UTF-8 where it is valid, else in the encoding that it names, else as any text.
pub(super) fn decode(bytes: Vec<u8>) -> Option<String> {
    let is_plain = Encoding::for_bom(&bytes).is_some() || std::str::from_utf8(&bytes).is_ok();
    match named_encoding(&bytes).filter(|_| !is_plain) {
        Some(encoding) => Some(encoding.decode_without_bom_handling(&bytes).0.into_owned()),
        None => encoding::decode(bytes),
    }
}

/// The encoding in `<meta charset="…">`, in its longer form, or in an XML declaration.
fn named_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let after = ["charset", "encoding"].into_iter().find_map(|name| {
        let (_, after) = head.split_once(name)?;
        after.trim_start().strip_prefix('=')
    })?;
    let label = after
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
        .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/' | '?'))
        .next()?;
    // A name that can be read is not in UTF-16; what is not valid UTF-8 is better guessed.
    Encoding::for_label(label.as_bytes())
        .filter(|named| ![UTF_8, UTF_16LE, UTF_16BE].contains(named))
}
