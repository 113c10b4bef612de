//! Text documents of `OpenOffice` and its kin (Open Document): the text, then its notes.
//!
//! Left out is what a reader does not see: deletions that are tracked, comments, hidden text, and
//! indexes, which say again what stands elsewhere.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::extracted::{Extracted, Kind};
use super::flow::Flow;
use super::package::Package;
use super::xml::{self, Node, Nodes, local, value};
use super::{FormatError, title};

/// The deepest heading that there is.
const DEEPEST_HEADING: u8 = 10;
/// The style of titles, in every language of the program.
const TITLE: &str = "Title";

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let mut package = Package::open(bytes)?;
    if let Some(manifest) = package.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(FormatError::Locked);
    }
    let content = package.text("content.xml")?.ok_or(FormatError::Damaged)?;
    let mut extracted = write(&content)?;
    if !extracted.opens_with_heading()
        && let Some(properties) = package.text("meta.xml")?
    {
        let title = xml::text_of(&properties, "title");
        extracted.title = title.as_deref().and_then(title::sensible);
    }
    Ok(extracted)
}

/// What the styles of the text, which stand before it, say that matters here.
#[derive(Default)]
struct Styles {
    /// The style that is being told.
    open: Option<String>,
    /// From the styles made for single paragraphs to those that people name.
    parents: HashMap<String, String>,
    hidden: HashSet<String>,
    raised: HashSet<String>,
}

fn write(xml: &str) -> Result<Extracted, FormatError> {
    let mut nodes = Nodes::of(xml);
    let mut flow = Flow::default();
    let mut styles = Styles::default();
    let mut lists = 0_usize;
    // Of each span that is open, whether it is raised.
    let mut spans: Vec<bool> = Vec::new();
    while let Some(node) = nodes.next(|name, element| styles.is_hidden(name, element))? {
        match node {
            Node::Start(element) => match local(&element) {
                "style" | "text-properties" => styles.learn(&element),
                "h" => {
                    let level = value(&element, "outline-level");
                    let level = level.and_then(|level| level.parse().ok()).unwrap_or(1);
                    let kind = Kind::Heading(level.clamp(1, DEEPEST_HEADING));
                    flow.open_paragraph(Some(kind));
                }
                "p" if styles.is_title(&element) => flow.open_paragraph(Some(Kind::Heading(1))),
                "p" => flow.open_paragraph((lists > 0).then_some(Kind::Item)),
                "list" => lists += 1,
                "span" => spans.push(styles.is_raised(&element)),
                "table-header-rows" => flow.mark_head(),
                "note-body" => flow.open_note(),
                "s" | "tab" | "line-break" => flow.push(" "),
                "table" => flow.open_table(),
                "table-cell" | "covered-table-cell" => {
                    flow.open_cell();
                    let repeated = value(&element, "number-columns-repeated");
                    flow.span(repeated.and_then(|times| times.parse().ok()).unwrap_or(1));
                }
                _ => {}
            },
            Node::End(name) => match name.as_str() {
                "h" | "p" => flow.close_paragraph()?,
                "list" => lists = lists.saturating_sub(1),
                "span" => drop(spans.pop()),
                "note-body" => flow.close_note(),
                "table-row" => flow.close_row(),
                "table" => flow.close_table()?,
                _ => {}
            },
            Node::Text(text) if spans.last() == Some(&true) => flow.push_raised(&text),
            Node::Text(text) => flow.push(&text),
        }
    }
    flow.finish()
}

impl Styles {
    /// Takes in a style, or a property of the last one.
    fn learn(&mut self, element: &BytesStart<'_>) {
        if local(element) == "style" {
            self.open = value(element, "name");
            if let (Some(name), Some(parent)) = (&self.open, value(element, "parent-style-name")) {
                self.parents.insert(name.clone(), parent);
            }
        } else if let Some(name) = &self.open {
            let is = |property: &str, wanted: fn(&str) -> bool| {
                value(element, property).is_some_and(|value| wanted(&value))
            };
            let is_struck = is("text-line-through-style", |style| style != "none");
            if is_struck || is("display", |display| display == "none") {
                self.hidden.insert(name.clone());
            }
            if is("text-position", |position| position.starts_with("super")) {
                self.raised.insert(name.clone());
            }
        }
    }

    fn is_title(&self, paragraph: &BytesStart<'_>) -> bool {
        let style = value(paragraph, "style-name").unwrap_or_default();
        style == TITLE
            || self
                .parents
                .get(&style)
                .is_some_and(|parent| parent == TITLE)
    }

    fn is_raised(&self, span: &BytesStart<'_>) -> bool {
        value(span, "style-name").is_some_and(|name| self.raised.contains(&name))
    }

    fn is_hidden(&self, name: &str, element: &BytesStart<'_>) -> bool {
        match name {
            // "title" and "desc" describe pictures.
            "tracked-changes" | "annotation" | "note-citation" | "hidden-text"
            | "hidden-paragraph" | "table-of-content" | "alphabetical-index"
            | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "ruby-text" | "binary-data" | "title" | "desc" | "forms" => true,
            "section" => matches!(value(element, "display").as_deref(), Some("none")),
            "p" | "h" | "span" => {
                !self.hidden.is_empty()
                    && value(element, "style-name").is_some_and(|name| self.hidden.contains(&name))
            }
            _ => false,
        }
    }
}
