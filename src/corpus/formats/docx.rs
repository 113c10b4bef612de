//! Word documents (Office Open XML): the paragraphs of the text, then its foot- and endnotes.
//!
//! Left out is what a reader does not see, or sees struck out: deletions, hidden text, the codes of
//! fields, the look of a text before a tracked change, and the second copy of text boxes that is
//! kept for old programs.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::{Extracted, Kind};
use super::flow::Flow;
use super::openxml::{self, PROPERTIES, is_on};
use super::package::Package;
use super::xml::{Node, Nodes, elements, local, number, value};
use crate::corpus::is_one_of;

/// Headers and footers that are looked for, of each kind.
const MARGINS: usize = 9;
/// The elements that hold what is left out.
const HIDDEN: &str = "\
    del|moveFrom|instrText|delText|Fallback|rt|rPrChange|pPrChange|trPrChange|tcPrChange";

/// The kinds of paragraphs by their styles; none in a table of contents, which says headings again.
type Styles = HashMap<String, Option<Kind>>;

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let mut package = Package::open(bytes)?;
    let (text, relations) = openxml::main_part(&mut package, "word/document.xml")?;
    let mut part = |kind: &str| {
        let usual = format!("word/{kind}.xml");
        let path = relations.of_kind(kind).next().unwrap_or(&usual);
        package.text(path).map(Option::unwrap_or_default)
    };
    let styles = styles(&part("styles")?)?;
    let mut flow = Flow::default();
    write(&text, &styles, &mut flow)?;
    for notes in ["footnotes", "endnotes"] {
        write(&part(notes)?, &styles, &mut flow)?;
    }
    write_margins(&mut package, &styles, &mut flow)?;
    flow.finish()?.titled(|| package.title(PROPERTIES))
}

/// The styles of a file: names are the same in every language of Word, identifiers not.
fn styles(xml: &str) -> Result<Styles, FormatError> {
    let mut styles = Styles::new();
    let mut id = String::new();
    for element in elements(xml) {
        let element = element?;
        let said = || value(&element, "val").unwrap_or_default();
        match local(&element) {
            "style" => id = value(&element, "styleId").unwrap_or_default(),
            "name" => {
                let name = said().to_ascii_lowercase();
                let kind = kind(&name);
                if kind.is_some() || name.starts_with("toc ") {
                    styles.insert(id.clone(), kind);
                }
            }
            // A style that people made is of the kind of the one that they made it from.
            "basedOn" => {
                if let Some(kind) = styles.get(&said()).copied() {
                    styles.entry(id.clone()).or_insert(kind);
                }
            }
            "outlineLvl" => {
                let heading = heading(&element);
                styles.extend(heading.map(|heading| (id.clone(), Some(heading))));
            }
            _ => {}
        }
    }
    Ok(styles)
}

/// The kind of the paragraphs whose style is named so, in small letters.
fn kind(name: &str) -> Option<Kind> {
    match name {
        "title" => Some(Kind::Heading(1)),
        _ if name.starts_with("list") => Some(Kind::Item),
        _ => {
            let level: u8 = name.strip_prefix("heading")?.trim().parse().ok()?;
            (1..=9).contains(&level).then_some(Kind::Heading(level))
        }
    }
}

/// The heading whose level an element gives, from 0; that of other text is 9.
fn heading(element: &BytesStart<'_>) -> Option<Kind> {
    let level: u8 = number(element, "val")?;
    (level < 9).then(|| Kind::Heading(level + 1))
}

/// Writes what the headers and footers say, each line once; the number of a page says nothing.
fn write_margins(
    package: &mut Package<'_>,
    styles: &Styles,
    flow: &mut Flow,
) -> Result<(), FormatError> {
    let mut said = HashSet::new();
    // Of the first page, of even and of odd ones, in a few sections.
    for number in 1..=MARGINS {
        for name in ["header", "footer"] {
            let xml = package.text(&format!("word/{name}{number}.xml"))?;
            let mut margin = Flow::default();
            write(&xml.unwrap_or_default(), styles, &mut margin)?;
            for line in margin.finish()?.text.lines() {
                let is_word = |word: &&str| word.contains(char::is_alphabetic);
                let words = line.split_whitespace().filter(is_word).count();
                if words > 1 && said.insert(line.to_owned()) {
                    flow.writer.block(Kind::Paragraph, line)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the paragraphs and tables of a part.
fn write(xml: &str, styles: &Styles, flow: &mut Flow) -> Result<(), FormatError> {
    let mut nodes = Nodes::of(xml);
    let (mut in_text, mut vanishes, mut is_raised) = (false, false, false);
    while let Some(node) = nodes.next(|name, _| is_one_of(HIDDEN, name))? {
        match node {
            Node::Start(element) => match local(&element) {
                "p" => flow.open_paragraph(Some(Kind::Paragraph)),
                "t" => in_text = true,
                "r" => (vanishes, is_raised) = (false, false),
                "vanish" | "strike" | "dstrike" => vanishes |= is_on(&element),
                "vertAlign" => is_raised = value(&element, "val").as_deref() == Some("superscript"),
                "tblHeader" if is_on(&element) => flow.mark_head(),
                "tab" | "ptab" | "br" | "cr" => flow.push(" "),
                "noBreakHyphen" => flow.push("\u{2011}"),
                "tbl" => flow.open_table(),
                "tc" => flow.open_cell(),
                "vMerge" if value(&element, "val").as_deref() != Some("restart") => {
                    flow.continue_above();
                }
                "gridSpan" => flow.span(number(&element, "val").unwrap_or(1)),
                "pStyle" => {
                    if let Some(kind) = value(&element, "val").and_then(|id| styles.get(&id)) {
                        flow.turn(|_| *kind);
                    }
                }
                "outlineLvl" => {
                    if let Some(heading) = heading(&element) {
                        flow.turn(|_| Some(heading));
                    }
                }
                "numPr" => flow.turn(|kind| match kind {
                    Kind::Paragraph => Some(Kind::Item),
                    kind => Some(kind),
                }),
                // No list has this number: it takes away that of a style.
                "numId" if value(&element, "val").as_deref() == Some("0") => {
                    flow.turn(|kind| match kind {
                        Kind::Item => Some(Kind::Paragraph),
                        kind => Some(kind),
                    });
                }
                _ => {}
            },
            Node::End(name) => match name.as_str() {
                "t" => in_text = false,
                "p" => flow.close_paragraph()?,
                "tr" => flow.close_row(),
                "tbl" => flow.close_table()?,
                _ => {}
            },
            Node::Text(text) if in_text && !vanishes => flow.push_run(&text, is_raised),
            Node::Text(_) => {}
        }
    }
    Ok(())
}
