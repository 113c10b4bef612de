//! What files of `OpenOffice` and its kin (Open Document) have in common: where their text is, and
//! what styles say of it.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::error::FormatError;
use super::package::Package;
use super::xml::{local, value};

/// The style of titles, in every language of the program.
const TITLE: &str = "Title";

/// The part of a file that has its text, and the title among its properties.
pub(super) fn content(bytes: &[u8]) -> Result<(String, Option<String>), FormatError> {
    let mut package = Package::open(bytes)?;
    if let Some(manifest) = package.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(FormatError::Locked);
    }
    let content = package.text("content.xml")?.ok_or(FormatError::Damaged)?;
    Ok((content, package.title("meta.xml")?))
}

/// What the styles of a text, which stand before it, say that matters here.
#[derive(Default)]
pub(super) struct Styles {
    /// The style that is being told.
    open: Option<String>,
    /// From the styles made for single paragraphs to those that people name.
    parents: HashMap<String, String>,
    hidden: HashSet<String>,
    raised: HashSet<String>,
    bold: HashSet<String>,
}

impl Styles {
    /// Takes in a style, or a property of the last one.
    pub(super) fn learn(&mut self, element: &BytesStart<'_>) {
        let is_property = local(element).ends_with("-properties");
        if local(element) == "style" {
            self.open = value(element, "name");
            if let (Some(name), Some(parent)) = (&self.open, value(element, "parent-style-name")) {
                self.parents.insert(name.clone(), parent);
            }
        } else if let Some(name) = self.open.as_ref().filter(|_| is_property) {
            let is = |property: &str, wanted: fn(&str) -> bool| {
                value(element, property).is_some_and(|value| wanted(&value))
            };
            let is_struck = is("text-line-through-style", |style| style != "none");
            // Of text, of a sheet, and of a slide.
            let is_hidden = is("display", |display| matches!(display, "none" | "false"))
                || is("visibility", |visibility| visibility == "hidden");
            if is_struck || is_hidden {
                self.hidden.insert(name.clone());
            }
            if is("text-position", |position| position.starts_with("super")) {
                self.raised.insert(name.clone());
            }
            if is("font-weight", |weight| weight == "bold") {
                self.bold.insert(name.clone());
            }
        }
    }

    pub(super) fn is_title(&self, paragraph: &BytesStart<'_>) -> bool {
        let style = value(paragraph, "style-name").unwrap_or_default();
        let parent = self.parents.get(&style);
        style == TITLE || parent.is_some_and(|parent| parent == TITLE)
    }

    pub(super) fn is_raised(&self, span: &BytesStart<'_>) -> bool {
        value(span, "style-name").is_some_and(|name| self.raised.contains(&name))
    }

    pub(super) fn is_bold(&self, cell: &BytesStart<'_>) -> bool {
        value(cell, "style-name").is_some_and(|name| self.bold.contains(&name))
    }

    /// Whether a reader does not see an element: deletions that are tracked, comments, hidden and
    /// struck-out text, and indexes, which say again what stands elsewhere.
    pub(super) fn is_hidden(&self, name: &str, element: &BytesStart<'_>) -> bool {
        match name {
            // "title" and "desc" describe pictures.
            "tracked-changes" | "annotation" | "note-citation" | "hidden-text"
            | "hidden-paragraph" | "table-of-content" | "alphabetical-index"
            | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "ruby-text" | "binary-data" | "title" | "desc" | "forms" => true,
            "section" => matches!(value(element, "display").as_deref(), Some("none")),
            "p" | "h" | "span" | "table" | "page" => self.hides(element),
            _ => false,
        }
    }

    /// Whether the style of an element hides it.
    pub(super) fn hides(&self, element: &BytesStart<'_>) -> bool {
        !self.hidden.is_empty()
            && value(element, "style-name").is_some_and(|name| self.hidden.contains(&name))
    }
}
