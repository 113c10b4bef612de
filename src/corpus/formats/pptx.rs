//! Slides of `PowerPoint` (Office Open XML), in the order in which they are shown: the title of each
//! is a heading, and its notes follow it.
//!
//! Left out are hidden slides, struck-out text, and what stands on every slide.

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::{Extracted, Kind};
use super::flow::Flow;
use super::openxml::{self, PROPERTIES, Relations, flag};
use super::package::Package;
use super::xml::{Node, Nodes, elements, local, number, value};
use crate::corpus::locator::Locator;

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let mut package = Package::open(bytes)?;
    let (presentation, relations) = openxml::main_part(&mut package, "ppt/presentation.xml")?;
    let mut flow = Flow::default();
    let mut slides = 0;
    for element in elements(&presentation) {
        let element = element?;
        if local(&element) == "sldId" {
            slides += 1;
            if let Some(slide) = relations.named_by(&element) {
                write_slide(slide, slides, &mut package, &mut flow)?;
            }
        }
    }
    flow.finish()?.titled(|| package.title(PROPERTIES))
}

/// Writes the slide `path`, the texts of its diagrams, and its notes.
fn write_slide(
    path: &str,
    number: u32,
    package: &mut Package<'_>,
    flow: &mut Flow,
) -> Result<(), FormatError> {
    let Some(slide) = package.text(path)?.filter(|xml| !is_hidden(xml)) else {
        return Ok(());
    };
    flow.writer.locate(Locator::Slide(number));
    // The first names all of them.
    let level = if number == 1 { 1 } else { 2 };
    // A title may stand behind what it is above of.
    let mut titles = Flow::default();
    write(&slide, &mut titles, |role| {
        (role == Role::Title).then_some(Kind::Paragraph)
    })?;
    let title = titles.finish()?.text.replace('\n', " ");
    flow.writer.block(Kind::Heading(level), &title)?;
    write(&slide, flow, |role| match role {
        Role::Text => Some(Kind::Paragraph),
        Role::Points => Some(Kind::Item),
        Role::Title | Role::Margin => None,
    })?;
    let relations = Relations::of(package, path)?;
    let all = |role: Role| (role != Role::Margin).then_some(Kind::Item);
    for diagram in relations.of_kind("diagramData") {
        write(&package.text(diagram)?.unwrap_or_default(), flow, all)?;
    }
    let said = |role: Role| (role == Role::Points).then_some(Kind::Paragraph);
    for notes in relations.of_kind("notesSlide") {
        write(&package.text(notes)?.unwrap_or_default(), flow, said)?;
    }
    Ok(())
}

/// Whether a slide is left out when the others are shown.
fn is_hidden(slide: &str) -> bool {
    let first = elements(slide).next().and_then(Result::ok);
    first.is_some_and(|element| flag(&element, "show") == Some(false))
}

/// What a shape is there for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Title,
    /// What is said of it, point by point.
    Points,
    /// A text that was put on this slide.
    Text,
    /// What stands on every slide: dates, numbers, footers.
    Margin,
}

impl Role {
    /// The role of the shape that takes the place of a layout.
    fn of(place: &BytesStart<'_>) -> Self {
        match value(place, "type").as_deref() {
            Some("title" | "ctrTitle") => Self::Title,
            Some("dt" | "ftr" | "hdr" | "sldNum" | "sldImg") => Self::Margin,
            // The line below the title of all is no list.
            Some("subTitle") => Self::Text,
            _ => Self::Points,
        }
    }
}

/// Writes the texts of the shapes for which there is a kind, and tables as texts.
fn write(
    xml: &str,
    flow: &mut Flow,
    kind: impl Fn(Role) -> Option<Kind>,
) -> Result<(), FormatError> {
    let mut nodes = Nodes::of(xml);
    let mut role = Role::Text;
    let (mut in_text, mut is_struck, mut is_raised) = (false, false, false);
    // Fields are numbers of slides and dates.
    while let Some(node) = nodes.next(|name, _| matches!(name, "fld" | "Fallback" | "extLst"))? {
        match node {
            Node::Start(element) => match local(&element) {
                "sp" | "graphicFrame" | "pt" => role = Role::Text,
                "ph" => role = Role::of(&element),
                "p" => flow.open_paragraph(kind(role)),
                "buNone" => flow.turn(|_| Some(Kind::Paragraph)),
                "r" => (is_struck, is_raised) = (false, false),
                "rPr" => {
                    let struck = value(&element, "strike");
                    is_struck = struck.is_some_and(|strike| strike != "noStrike");
                    is_raised = number(&element, "baseline").is_some_and(|it: i32| it > 0);
                }
                "t" => in_text = true,
                "br" => flow.push(" "),
                "tbl" if kind(Role::Text).is_some() => flow.open_table(),
                "tc" => {
                    flow.open_cell();
                    if flag(&element, "vMerge") == Some(true) {
                        flow.continue_above();
                    }
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
            Node::Text(text) if in_text && !is_struck => flow.push_run(&text, is_raised),
            Node::Text(_) => {}
        }
    }
    Ok(())
}
