//! Books (`FictionBook`): their chapters, each cited by its name, and their notes.

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::{DEEPEST_HEADING, Extracted, Kind};
use super::flow::Flow;
use super::package::Package;
use super::xml::{self, Node, Nodes, local, value};
use super::{html, title};
use crate::corpus::date::Date;
use crate::corpus::folded;
use crate::corpus::locator::Locator;

/// Reads a book, or an archive with one.
pub(super) fn read(bytes: Vec<u8>) -> Result<Extracted, FormatError> {
    let bytes = if bytes.starts_with(b"PK") {
        let mut package = Package::open(&bytes)?;
        let book = package.name_ending(".fb2").ok_or(FormatError::Damaged)?;
        package.bytes(&book)?.ok_or(FormatError::Damaged)?
    } else {
        bytes
    };
    let xml = html::decode(bytes).ok_or(FormatError::NoText)?;
    if !xml.contains("<FictionBook") {
        return Err(FormatError::Misnamed);
    }
    let mut flow = Flow::default();
    if let Some(author) = author(&xml) {
        let author = format!("Author: {author}");
        flow.writer.block(Kind::Paragraph, &author)?;
    }
    write(&xml, &mut flow)?;
    let mut extracted = flow.finish()?;
    extracted.title = title::of(&xml, "book-title");
    extracted.date = xml::text_of(&xml, "date").and_then(|date| Date::parse(&date));
    Ok(extracted)
}

/// Who wrote a book: the first of those that its description names.
fn author(xml: &str) -> Option<String> {
    let mut nodes = Nodes::of(xml);
    let (mut name, mut in_author, mut in_name) = (String::new(), false, false);
    while let Ok(Some(node)) = nodes.next(|name, _| name == "body") {
        match node {
            Node::Start(element) => match local(&element) {
                "author" => in_author = true,
                "first-name" | "middle-name" | "last-name" | "nickname" => in_name = in_author,
                _ => {}
            },
            Node::End(ended) if ended == "author" => break,
            Node::End(_) => in_name = false,
            Node::Text(text) if in_name => {
                name.push_str(text.trim());
                name.push(' ');
            }
            Node::Text(_) => {}
        }
    }
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn write(xml: &str, flow: &mut Flow) -> Result<(), FormatError> {
    let mut nodes = Nodes::of(xml);
    let mut depth = 0_u8;
    let mut title: Option<String> = None;
    let (mut raised, mut in_notes) = (0_usize, false);
    while let Some(node) = nodes.next(is_hidden)? {
        match node {
            Node::Start(element) => match local(&element) {
                "body" => {
                    in_notes = value(&element, "name").is_some();
                    if in_notes {
                        flow.writer.locate(Locator::Chapter("Notes".to_owned()));
                    }
                }
                "section" => depth = depth.saturating_add(1),
                "title" | "subtitle" => title = Some(String::new()),
                "p" | "stanza" | "text-author" if title.is_none() => {
                    flow.open_paragraph(Some(Kind::Paragraph));
                }
                "table" => flow.open_table(),
                "td" | "th" => {
                    flow.open_cell();
                    flow.open_paragraph(Some(Kind::Paragraph));
                    if local(&element) == "th" {
                        flow.mark_head();
                    }
                }
                "sup" => raised += 1,
                _ => {}
            },
            Node::End(name) => match name.as_str() {
                "section" => depth = depth.saturating_sub(1),
                "title" | "subtitle" => {
                    let text = folded(&title.take().unwrap_or_default());
                    // That of a note is its number, and that of all notes their name in the book.
                    let is_number = in_notes && depth > 0;
                    if !is_number && text.contains(char::is_alphanumeric) {
                        flow.writer.locate(Locator::Chapter(text.clone()));
                        let level = depth.saturating_add(u8::from(name == "subtitle"));
                        let heading = Kind::Heading(level.clamp(1, DEEPEST_HEADING));
                        flow.writer.block(heading, &text)?;
                    }
                }
                "p" if title.is_some() => title.iter_mut().for_each(|title| title.push(' ')),
                "p" | "stanza" | "text-author" | "td" | "th" => flow.close_paragraph()?,
                "v" => flow.push(" "),
                "tr" => flow.close_row(),
                "table" => flow.close_table()?,
                "sup" => raised = raised.saturating_sub(1),
                _ => {}
            },
            Node::Text(text) => match &mut title {
                Some(title) => title.push_str(&text),
                None => flow.push_run(&text, raised > 0),
            },
        }
    }
    Ok(())
}

fn is_hidden(name: &str, element: &BytesStart<'_>) -> bool {
    match name {
        "description" | "binary" | "stylesheet" | "strikethrough" => true,
        // The mark of a note.
        "a" => value(element, "type").is_some_and(|kind| kind == "note"),
        _ => false,
    }
}
