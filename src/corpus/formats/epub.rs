//! Books (EPUB): their chapters in reading order, each cited by its name.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::{Extracted, Writer};
use super::package::{Package, resolved};
use super::xml::{self, Node, Nodes, elements, local, value};
use super::{html, title};
use crate::corpus::date::Date;
use crate::corpus::folded;
use crate::corpus::locator::Locator;

/// Of a book in more parts, the rest is left out.
const MOST_CHAPTERS: usize = 10_000;
/// A name of a chapter longer than this many characters is cut.
const LONGEST: usize = 120;
/// Ways of garbling fonts that keep nobody from reading the text.
const FONTS: [&str; 2] = [
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let mut package = Package::open(bytes)?;
    let container = package.text("META-INF/container.xml")?.unwrap_or_default();
    let mut places = elements(&container).map_while(Result::ok);
    let root = places.find(|element| local(element) == "rootfile");
    let root = root.and_then(|element| value(&element, "full-path"));
    let root = root.ok_or(FormatError::Damaged)?;
    let description = package.text(&root)?.ok_or(FormatError::Damaged)?;
    let (spine, contents) = parts(&description, &root)?;
    let encryption = package.text("META-INF/encryption.xml")?;
    let protected = protected(&encryption.unwrap_or_default());
    if spine.iter().any(|part| protected.contains(part)) {
        return Err(FormatError::Protected);
    }
    let names = match &contents {
        Some(path) => names(&package.text(path)?.unwrap_or_default(), path),
        None => HashMap::new(),
    };
    let mut writer = Writer::default();
    for path in &spine {
        let Some(page) = package.bytes(path)?.and_then(html::decode) else {
            continue;
        };
        html::write_whole(&page, &mut writer, |heading, writer| {
            // A long chapter is kept in several files, of which the first is named.
            if let Some(name) = names.get(path).cloned().or(heading) {
                writer.locate(Locator::Chapter(name));
            }
        })?;
    }
    let mut extracted = writer.finish();
    extracted.title = title::of(&description, "title");
    extracted.date = xml::text_of(&description, "date").and_then(|date| Date::parse(&date));
    Ok(extracted)
}

/// The paths of the chapters of a book in reading order, and of its table of contents.
fn parts(description: &str, path: &str) -> Result<(Vec<String>, Option<String>), FormatError> {
    let mut items: HashMap<String, String> = HashMap::new();
    let (mut navigation, mut ncx) = (None, None);
    let mut spine = Vec::new();
    for element in elements(description) {
        let element = element?;
        match local(&element) {
            "item" => {
                let (Some(id), Some(link)) = (value(&element, "id"), value(&element, "href"))
                else {
                    continue;
                };
                let at = resolved(&link, path);
                let properties = value(&element, "properties").unwrap_or_default();
                if properties.split_whitespace().any(|word| word == "nav") {
                    navigation = Some(at.clone());
                }
                if value(&element, "media-type").is_some_and(|kind| kind.contains("dtbncx")) {
                    ncx = Some(at.clone());
                }
                items.insert(id, at);
            }
            "itemref" if spine.len() < MOST_CHAPTERS => {
                spine.extend(value(&element, "idref").and_then(|id| items.get(&id).cloned()));
            }
            _ => {}
        }
    }
    // What says the chapters' names is no chapter, and none is read twice.
    let mut known = HashSet::new();
    spine.retain(|part| Some(part) != navigation.as_ref() && known.insert(part.clone()));
    Ok((spine, navigation.or(ncx)))
}

/// The paths of the parts that are encrypted so that only some programs can read them.
fn protected(xml: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut is_font = false;
    for element in elements(xml).map_while(Result::ok) {
        match local(&element) {
            "EncryptedData" => is_font = false,
            "EncryptionMethod" => {
                let method = value(&element, "Algorithm").unwrap_or_default();
                is_font |= FONTS.contains(&method.as_str());
            }
            "CipherReference" if !is_font => {
                paths.extend(value(&element, "URI").map(|link| resolved(&link, "")));
            }
            _ => {}
        }
    }
    paths
}

/// The name of each part, by its path, in a table of contents of either form: the first of several.
/// As far as the table is sound: without it, headings name the chapters.
fn names(xml: &str, path: &str) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let mut insert = |link: Option<String>, text: &str| {
        let name = folded(text);
        if let Some(link) = link.filter(|_| name.contains(char::is_alphanumeric)) {
            let name: String = name.chars().take(LONGEST).collect();
            names.entry(resolved(&link, path)).or_insert(name);
        }
    };
    let mut nodes = Nodes::of(xml);
    // How deep in a navigation other than the table of contents: lists of pages and landmarks.
    let is_other = |name: &str, element: &BytesStart<'_>| {
        name == "pageList"
            || (name == "nav" && value(element, "type").is_some_and(|kind| kind != "toc"))
    };
    let mut text = String::new();
    let mut link: Option<String> = None;
    while let Ok(Some(node)) = nodes.next(is_other) {
        match node {
            Node::Start(element) => match local(&element) {
                // In the newer form the text stands in the link, in the older before it.
                "a" => {
                    text.clear();
                    link = value(&element, "href");
                }
                "navLabel" => text.clear(),
                "content" => insert(value(&element, "src"), &text),
                _ => {}
            },
            Node::End(name) if name == "a" => insert(link.take(), &text),
            Node::End(_) => {}
            Node::Text(part) => text.push_str(&part),
        }
    }
    names
}
