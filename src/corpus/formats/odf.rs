//! Text documents and slides of `OpenOffice` and its kin (Open Document): the text, then its notes.
//!
//! The title of each slide is a heading, and its notes follow it. Hidden slides are left out.

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::{DEEPEST_HEADING, Extracted, Kind};
use super::flow::Flow;
use super::opendocument::{self, Styles};
use super::xml::{Node, Nodes, local, number, value};
use crate::corpus::is_one_of;
use crate::corpus::locator::Locator;

/// The classes of frames that are written already, or stand on every slide.
const APART: &str = "title|footer|header|date-time|page-number";

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let (content, title) = opendocument::content(bytes)?;
    write(&content, &titles(&content)?)?.titled(|| Ok(title))
}

/// The titles of all slides, none in a text: a title may stand behind what it is above of.
fn titles(xml: &str) -> Result<Vec<String>, FormatError> {
    let mut titles = Vec::new();
    let mut nodes = Nodes::of(xml);
    let mut in_title = 0_usize;
    while let Some(node) = nodes.next(|name, _| name == "notes")? {
        match node {
            Node::Start(element) => {
                if local(&element) == "page" {
                    titles.push(String::new());
                }
                in_title += usize::from(in_title > 0 || is_frame(&element, "title"));
            }
            Node::End(_) => in_title = in_title.saturating_sub(1),
            Node::Text(text) => {
                if let Some(title) = titles.last_mut().filter(|_| in_title > 0) {
                    title.push_str(&text);
                    title.push(' ');
                }
            }
        }
    }
    Ok(titles)
}

fn write(xml: &str, titles: &[String]) -> Result<Extracted, FormatError> {
    let mut nodes = Nodes::of(xml);
    let mut flow = Flow::default();
    let mut styles = Styles::default();
    let (mut slides, mut lists) = (0_usize, 0_usize);
    // Of each span that is open, whether it is raised.
    let mut spans: Vec<bool> = Vec::new();
    // A slide that is hidden is counted.
    let mut is_hidden = false;
    while let Some(node) = nodes.next(|name, element| {
        is_frame(element, APART) || (name != "page" && styles.is_hidden(name, element))
    })? {
        match node {
            Node::Start(element) => match local(&element) {
                "style" | "text-properties" | "drawing-page-properties" => styles.learn(&element),
                "page" => {
                    is_hidden = styles.of(&element).is_hidden;
                    if let Some(title) = titles.get(slides).filter(|_| !is_hidden) {
                        flow.writer.locate(Locator::Slide(slides as u32 + 1));
                        // The first names all of them.
                        let level = if slides == 0 { 1 } else { 2 };
                        flow.writer.block(Kind::Heading(level), title)?;
                    }
                    slides += 1;
                }
                name @ ("h" | "p") => {
                    let kind = if name == "h" {
                        let level: u8 = number(&element, "outline-level").unwrap_or(1);
                        Kind::Heading(level.clamp(1, DEEPEST_HEADING))
                    } else if titles.is_empty() && styles.is_title(&element) {
                        Kind::Heading(1)
                    } else if lists > 0 {
                        Kind::Item
                    } else {
                        Kind::Paragraph
                    };
                    flow.open_paragraph((!is_hidden).then_some(kind));
                }
                "list" => lists += 1,
                "span" => spans.push(styles.of(&element).is_raised),
                "table-header-rows" => flow.mark_head(),
                "note-body" => flow.open_note(),
                "s" | "tab" | "line-break" => flow.push(" "),
                "table" => flow.open_table(),
                "table-cell" | "covered-table-cell" => {
                    flow.open_cell();
                    flow.span(number(&element, "number-columns-repeated").unwrap_or(1));
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
            Node::Text(text) => flow.push_run(&text, spans.last() == Some(&true)),
        }
    }
    flow.finish()
}

/// Whether an element is a frame of one of the classes, which bars part.
fn is_frame(element: &BytesStart<'_>, classes: &str) -> bool {
    let class = || value(element, "class");
    local(element) == "frame" && class().is_some_and(|class| is_one_of(classes, &class))
}
