//! The table of contents of a book, in either form that there is: the names of its chapters.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::corpus::folded;
use crate::corpus::formats::package::resolved;
use crate::corpus::formats::xml::{Node, Nodes, local, value};

/// A name longer than this many characters is cut.
const LONGEST: usize = 120;

/// The name of each part, by its path: of several entries for one part the first. As far as the
/// table is sound: without it, headings name the chapters.
pub(super) fn names(xml: &str, path: &str) -> HashMap<String, String> {
    let mut names = HashMap::new();
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
                "content" => {
                    if let Some(source) = value(&element, "src") {
                        insert(&mut names, resolved(&source, path), &text);
                    }
                }
                _ => {}
            },
            Node::End(name) if name == "a" => {
                if let Some(link) = link.take() {
                    insert(&mut names, resolved(&link, path), &text);
                }
            }
            Node::End(_) => {}
            Node::Text(part) => text.push_str(&part),
        }
    }
    names
}

fn insert(names: &mut HashMap<String, String>, path: String, text: &str) {
    let folded = folded(text);
    if folded.contains(char::is_alphanumeric) {
        let name = folded.chars().take(LONGEST).collect();
        names.entry(path).or_insert(name);
    }
}
