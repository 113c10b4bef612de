//! What files of `OpenOffice` and its kin (Open Document) have in common: a text, and its styles.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::FormatError;
use super::package::Package;
use super::xml::{local, value};

/// The style of titles, in every language of the program.
const TITLE: &str = "Title";

/// The part of a file that has its text, and the title among its properties.
pub(super) fn content(bytes: &[u8]) -> Result<(String, Option<String>), FormatError> {
    let mut package = Package::open(bytes)?;
    let manifest = package.text("META-INF/manifest.xml")?;
    if manifest.is_some_and(|xml| xml.contains("encryption-data")) {
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
    by_name: HashMap<String, Style>,
    /// That of what has none of its own.
    plain: Style,
}

#[derive(Default)]
pub(super) struct Style {
    /// The style that people name, of which it is made for single paragraphs.
    parent: Option<String>,
    pub(super) is_hidden: bool,
    pub(super) is_raised: bool,
    pub(super) is_bold: bool,
}

impl Styles {
    /// Takes in a style, or a property of the last one.
    pub(super) fn learn(&mut self, element: &BytesStart<'_>) {
        let is_style = local(element) == "style";
        if is_style {
            self.open = value(element, "name");
        }
        let Some(name) = &self.open else {
            return;
        };
        let style = self.by_name.entry(name.clone()).or_default();
        if is_style {
            style.parent = value(element, "parent-style-name").or(style.parent.take());
        } else if local(element).ends_with("-properties") {
            let is = |property: &str, wanted: fn(&str) -> bool| {
                value(element, property).is_some_and(|value| wanted(&value))
            };
            // Of text, which may be struck out, of a sheet, and of a slide.
            style.is_hidden |= is("text-line-through-style", |style| style != "none")
                || is("display", |display| matches!(display, "none" | "false"))
                || is("visibility", |visibility| visibility == "hidden");
            style.is_raised |= is("text-position", |position| position.starts_with("super"));
            style.is_bold |= is("font-weight", |weight| weight == "bold");
        }
    }

    /// The style of an element.
    pub(super) fn of(&self, element: &BytesStart<'_>) -> &Style {
        let name = value(element, "style-name");
        let own = name.and_then(|name| self.by_name.get(&name));
        own.unwrap_or(&self.plain)
    }

    pub(super) fn is_title(&self, paragraph: &BytesStart<'_>) -> bool {
        self.of(paragraph).parent.as_deref() == Some(TITLE)
            || value(paragraph, "style-name").as_deref() == Some(TITLE)
    }

    /// Whether a reader does not see an element, or sees elsewhere what it says.
    pub(super) fn is_hidden(&self, name: &str, element: &BytesStart<'_>) -> bool {
        match name {
            // "title" and "desc" describe pictures.
            "tracked-changes" | "annotation" | "note-citation" | "hidden-text"
            | "hidden-paragraph" | "table-of-content" | "alphabetical-index"
            | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "ruby-text" | "binary-data" | "title" | "desc" | "forms" => true,
            "section" => value(element, "display").is_some_and(|it| it == "none"),
            "p" | "h" | "span" | "table" | "page" => self.of(element).is_hidden,
            _ => false,
        }
    }
}
