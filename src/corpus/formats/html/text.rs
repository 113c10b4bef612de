//! The way through a part of a page: what is text of it, and what nobody reads.

use dom_query::NodeRef;

use crate::corpus::formats::FormatError;
use crate::corpus::is_one_of;

/// What nobody reads on a page, or reads as part of what it says.
const UNREAD: [&str; 26] = [
    "script", "style", "noscript", "template", "head", "nav", "footer", "svg", "iframe", "object",
    "audio", "video", "canvas", "button", "select", "textarea", "dialog", "rt", "rp", "math",
    "datalist", "map", "title", // What is struck out is no longer said.
    "del", "s", "strike",
];
/// What stands within a line; all else parts blocks.
pub(super) const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "samp", "small",
    "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "meta", "link", "picture",
    "source", "base", "o:p",
];

/// The text below `node`: on one line, or with its line ends where it `is_set_out`.
pub(super) fn text(node: &NodeRef, is_set_out: bool) -> Result<String, FormatError> {
    let mut text = String::new();
    each(node, |node, step| {
        let enters = step == Step::Enter;
        if node.is_text() {
            if enters {
                text.push_str(&node.text());
            }
        } else if let Some(name) = node.node_name() {
            let is_mark = || !is_set_out && is_note_mark(node, &name);
            if enters && (is_unread(node, &name) || is_mark()) {
                return Ok(Descend::No);
            }
            let parts = !INLINE.contains(&&*name);
            let is_raised = enters && !is_set_out && &*name == "sup" && starts_with_digit(node);
            if is_raised && text.ends_with(|c: char| c.is_ascii_digit()) {
                text.push('^');
            }
            if parts && !is_set_out {
                text.push(' ');
            } else if parts && enters && !text.ends_with('\n') {
                text.push('\n');
            }
        }
        Ok(Descend::Yes)
    })?;
    Ok(text)
}

/// Whether a heading says only that a note, a tip or a warning follows, as the class of its box does.
fn is_heading_of_note(node: &NodeRef, name: &str) -> bool {
    const BOXES: &str = "note|tip|important|warning|caution|admonition|hint|danger";
    let heads = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        || name == "p" && (node.has_class("admonition-title") || node.has_class("title"));
    let is_box = |parent: NodeRef| {
        let class = parent.attr("class").unwrap_or_default();
        class.split_whitespace().any(|it| is_one_of(BOXES, it))
    };
    heads && node.parent().is_some_and(is_box)
}

/// Whether a raised sign leads to a note: by a link, or as "Odda.<sup>1</sup>", which is no power.
pub(super) fn is_note_mark(node: &NodeRef, name: &str) -> bool {
    /// Signs of a mark, at most: "[12]".
    const LONGEST: usize = 6;
    name == "sup"
        && node.text().trim().len() <= LONGEST
        && (node.descendants_it().any(|below| leads_within_page(&below)) || follows_sentence(node))
}

/// Whether an element stands right behind the mark that ends a sentence.
fn follows_sentence(node: &NodeRef) -> bool {
    let before = node.prev_sibling().filter(NodeRef::is_text);
    let ends = ['.', '!', '?', '”', '"', '’', ')', ';'];
    before.is_some_and(|before| before.text().ends_with(ends))
}

/// Whether it is a link to another place of the page.
pub(super) fn leads_within_page(node: &NodeRef) -> bool {
    node.has_name("a") && node.attr("href").is_some_and(|link| link.starts_with('#'))
}

pub(super) fn starts_with_digit(node: &NodeRef) -> bool {
    let text = node.text();
    text.trim()
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+'))
}

pub(super) fn is_unread(node: &NodeRef, name: &str) -> bool {
    UNREAD.contains(&name)
        || node.has_attr("hidden")
        // What leads to the heading that it stands in.
        || name == "a" && matches!(node.text().trim(), "¶" | "#" | "§" | "🔗")
        || is_heading_of_note(node, name)
        || (node.attr("aria-hidden")).is_some_and(|value| &*value == "true")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.to_ascii_lowercase().contains("display:none")
        })
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Enter,
    Leave,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Descend {
    Yes,
    No,
}

/// Visits all below `root` as it is entered and, unless its inside was left out, as it is left.
pub(super) fn each<'a>(
    root: &NodeRef<'a>,
    mut visit: impl FnMut(&NodeRef<'a>, Step) -> Result<Descend, FormatError>,
) -> Result<(), FormatError> {
    let mut node = root.first_child();
    let mut depth = 0_usize;
    while let Some(current) = node {
        if visit(&current, Step::Enter)? == Descend::Yes {
            if let Some(child) = current.first_child() {
                depth += 1;
                node = Some(child);
                continue;
            }
            visit(&current, Step::Leave)?;
        }
        let mut left = current;
        node = loop {
            if let Some(next) = left.next_sibling() {
                break Some(next);
            }
            match left.parent() {
                Some(parent) if depth > 0 => {
                    depth -= 1;
                    visit(&parent, Step::Leave)?;
                    left = parent;
                }
                _ => break None,
            }
        };
    }
    Ok(())
}
