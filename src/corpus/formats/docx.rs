//! Word documents (Office Open XML): the paragraphs of the text, then its foot- and endnotes.
//!
//! Left out is what a reader does not see: deletions that are tracked, hidden text, the codes of
//! fields, and the second copy of text boxes that is kept for old programs.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::FormatError;
use super::extracted::{Extracted, Kind, LARGEST, Writer};

/// Elements nested more deeply are made to exhaust a reader.
const DEEPEST: usize = 1000;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    // What Word encrypts with a password is an OLE file around the archive.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(FormatError::Locked);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FormatError::Damaged)?;
    let text = part(&mut archive, "word/document.xml")?.ok_or(FormatError::Damaged)?;
    let styles = match part(&mut archive, "word/styles.xml")? {
        Some(xml) => styles(&xml)?,
        None => HashMap::new(),
    };
    let mut writer = Writer::default();
    paragraphs(&text, &styles, &mut writer)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = part(&mut archive, notes)? {
            paragraphs(&xml, &styles, &mut writer)?;
        }
    }
    Ok(writer.finish())
}

/// A part of the archive, unpacked up to a limit whatever size it claims to have.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
) -> Result<Option<String>, FormatError> {
    let Ok(file) = archive.by_name(name) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    let limit = LARGEST as u64 + 1;
    (file.take(limit).read_to_end(&mut bytes)).map_err(|_| FormatError::Damaged)?;
    if bytes.len() > LARGEST {
        return Err(FormatError::TooLarge);
    }
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|_| FormatError::Damaged)
}

/// What the style of a paragraph says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Heading(u8),
    Item,
    /// A line of a table of contents, which says each heading again.
    Contents,
}

/// The styles by their identifiers: names are the same in every language of Word, identifiers not.
fn styles(xml: &str) -> Result<HashMap<String, Style>, FormatError> {
    let mut styles = HashMap::new();
    let mut reader = Reader::from_str(xml);
    let mut id = None;
    loop {
        match reader.read_event().map_err(|_| FormatError::Damaged)? {
            Event::Start(e) if local(&e) == "style" => id = value(&e, "styleId"),
            Event::Empty(e) | Event::Start(e) if local(&e) == "name" => {
                let name = value(&e, "val").unwrap_or_default().to_ascii_lowercase();
                if let (Some(id), Some(style)) = (id.take(), named(&name)) {
                    styles.insert(id, style);
                }
            }
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

fn named(name: &str) -> Option<Style> {
    let level = |number: &str| number.trim().parse().ok().filter(|n| (1..=9).contains(n));
    match name {
        "title" => Some(Style::Heading(1)),
        _ if name.starts_with("toc ") => Some(Style::Contents),
        _ if name.starts_with("list") => Some(Style::Item),
        _ => name
            .strip_prefix("heading")
            .and_then(level)
            .map(Style::Heading),
    }
}

/// A paragraph that is open: text boxes open others within one.
#[derive(Default)]
struct Paragraph {
    style: Option<Style>,
    text: String,
}

/// A table that is open: its column names, and the row that is being read.
#[derive(Default)]
struct Table {
    headers: Option<Vec<String>>,
    row: Vec<String>,
    /// How many rows stand below the names.
    rows: usize,
}

fn paragraphs(
    xml: &str,
    styles: &HashMap<String, Style>,
    writer: &mut Writer,
) -> Result<(), FormatError> {
    let mut reader = Reader::from_str(xml);
    let (mut depth, mut hidden, mut in_text, mut vanishes) = (0_usize, 0_usize, false, false);
    let mut open: Vec<Paragraph> = Vec::new();
    let mut tables: Vec<Table> = Vec::new();
    loop {
        let event = reader.read_event().map_err(|_| FormatError::Damaged)?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(e) if hidden > 0 || is_hidden(local(&e)) => {
                hidden += 1;
                if hidden > DEEPEST {
                    return Err(FormatError::TooDeep);
                }
                let _ = e;
            }
            Event::End(_) if hidden > 0 => hidden -= 1,
            _ if hidden > 0 && !matches!(event, Event::Eof) => {}
            Event::Start(e) | Event::Empty(e) => {
                depth += usize::from(!is_empty);
                if depth > DEEPEST {
                    return Err(FormatError::TooDeep);
                }
                let paragraph = open.last_mut();
                match (local(&e), paragraph) {
                    ("p", _) if !is_empty => open.push(Paragraph::default()),
                    ("t", _) => in_text = !is_empty,
                    ("r", _) => vanishes = false,
                    ("vanish", _) => vanishes = is_on(&e),
                    ("pStyle", Some(paragraph)) => {
                        let style = value(&e, "val").and_then(|id| styles.get(&id).copied());
                        paragraph.style = style.or(paragraph.style);
                    }
                    ("numPr", Some(paragraph)) => {
                        paragraph.style = paragraph.style.or(Some(Style::Item));
                    }
                    ("tab" | "br" | "cr", Some(paragraph)) => paragraph.text.push(' '),
                    ("noBreakHyphen", Some(paragraph)) => paragraph.text.push('\u{2011}'),
                    ("tbl", _) if !is_empty => tables.push(Table::default()),
                    ("tc", _) => {
                        if let Some(table) = tables.last_mut() {
                            table.row.push(String::new());
                        }
                    }
                    _ => {}
                }
            }
            Event::End(e) => {
                depth = depth.saturating_sub(1);
                match e.local_name().as_ref() {
                    "t" => in_text = false,
                    "p" => {
                        if let Some(paragraph) = open.pop() {
                            match tables.last_mut().and_then(|table| table.row.last_mut()) {
                                Some(cell) => {
                                    cell.push(' ');
                                    cell.push_str(&paragraph.text);
                                }
                                None => write(&paragraph, writer)?,
                            }
                        }
                    }
                    "tr" => {
                        if let Some(table) = tables.last_mut() {
                            let row: Vec<String> = std::mem::take(&mut table.row)
                                .iter()
                                .map(|cell| cell.trim().to_owned())
                                .collect();
                            match &table.headers {
                                Some(headers) => {
                                    table.rows += 1;
                                    writer.row(
                                        Kind::Row,
                                        headers,
                                        row.iter().map(String::as_str),
                                    )?;
                                }
                                None => table.headers = Some(row),
                            }
                        }
                    }
                    "tbl" => {
                        // A table of one row has no names of columns: it is a frame around text.
                        if let Some(Table {
                            headers: Some(row),
                            rows: 0,
                            ..
                        }) = tables.pop()
                        {
                            writer.row(Kind::Row, &[], row.iter().map(String::as_str))?;
                        }
                    }
                    _ => {}
                }
            }
            Event::Text(text) if in_text && !vanishes => {
                if let Some(paragraph) = open.last_mut() {
                    paragraph.text.push_str(&text);
                }
            }
            Event::GeneralRef(name) if in_text && !vanishes => {
                if let Some(paragraph) = open.last_mut() {
                    let named = match &*name {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => name.resolve_char_ref().ok().flatten(),
                    };
                    paragraph.text.extend(named);
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn write(paragraph: &Paragraph, writer: &mut Writer) -> Result<(), FormatError> {
    let kind = match paragraph.style {
        Some(Style::Contents) => return Ok(()),
        Some(Style::Heading(level)) => Kind::Heading(level),
        Some(Style::Item) => Kind::Item,
        None => Kind::Paragraph,
    };
    writer.block(kind, &paragraph.text)
}

fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "instrText" | "delText" | "Fallback" | "rt"
    )
}

fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name: &str = element.name().into_inner();
    name.rsplit(':').next().unwrap_or(name)
}

/// Whether a property is not switched off by its value.
fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(
        value(element, "val").as_deref(),
        Some("0" | "false" | "off")
    )
}

fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.to_string())
}
