//! The strings of a workbook, which its cells refer to by number.

use quick_xml::events::BytesStart;

use crate::corpus::formats::FormatError;
use crate::corpus::formats::flow::push_run;
use crate::corpus::formats::xml::{Node, Nodes, local, value};

/// Reads the strings in their order.
pub(super) fn read(xml: &str) -> Result<Vec<String>, FormatError> {
    let mut strings = Vec::new();
    let mut nodes = Nodes::of(xml);
    let mut open = RichText::default();
    // "rPh" is how a word is spoken.
    while let Some(node) = nodes.next(|name, _| name == "rPh")? {
        match node {
            Node::Start(element) => open.start(&element),
            Node::End(name) if name == "si" => strings.push(std::mem::take(&mut open).finish()),
            Node::End(name) => open.end(&name),
            Node::Text(text) => open.push(&text),
        }
    }
    Ok(strings)
}

/// A string in runs of which some are struck out or raised.
#[derive(Default)]
pub(super) struct RichText {
    text: String,
    in_text: bool,
    is_struck: bool,
    is_raised: bool,
}

impl RichText {
    pub(super) fn start(&mut self, element: &BytesStart<'_>) {
        let says = |other: &str| value(element, "val").as_deref() == Some(other);
        match local(element) {
            "r" => (self.is_struck, self.is_raised) = (false, false),
            "strike" => self.is_struck = !says("0") && !says("false"),
            "vertAlign" => self.is_raised = says("superscript"),
            "t" => self.in_text = true,
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        self.in_text &= name != "t";
    }

    pub(super) fn push(&mut self, text: &str) {
        if self.in_text && !self.is_struck {
            push_run(&mut self.text, text, self.is_raised);
        }
    }

    pub(super) fn finish(self) -> String {
        plain(&self.text)
    }
}

/// A string without the codes that stand for ends of lines.
pub(super) fn plain(text: &str) -> String {
    text.replace("_x000D_", " ").replace("_x000A_", " ")
}
