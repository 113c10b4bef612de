//! Text documents of `OpenOffice` and its kin (Open Document): the text, then its notes.

use super::error::FormatError;
use super::extracted::{Extracted, Kind};
use super::flow::Flow;
use super::opendocument::{self, Styles};
use super::xml::{Node, Nodes, local, value};

/// The deepest heading that there is.
const DEEPEST_HEADING: u8 = 10;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let (content, title) = opendocument::content(bytes)?;
    let mut extracted = write(&content)?;
    if !extracted.opens_with_heading() {
        extracted.title = title;
    }
    Ok(extracted)
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
