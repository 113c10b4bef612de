//! The text of a page in reading order, block by block. Nothing recurses.

use dom_query::NodeRef;

use super::tables;
use crate::corpus::formats::error::FormatError;
use crate::corpus::formats::extracted::{Kind, Writer};

/// What nobody reads on a page, or reads as part of what it says.
const UNREAD: [&str; 26] = [
    "script", "style", "noscript", "template", "head", "nav", "footer", "svg", "iframe", "object",
    "audio", "video", "canvas", "button", "select", "textarea", "dialog", "rt", "rp", "math",
    "datalist", "map", "title", // What is struck out is no longer said.
    "del", "s", "strike",
];
/// What stands within a line; all else parts blocks.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "samp", "small",
    "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "meta", "link", "picture",
    "source", "base", "o:p",
];

/// Terms of one meaning that have more bytes are a list.
const LONGEST_TERMS: usize = 200;

/// Writes all below `root`.
pub(super) fn write(root: &NodeRef, writer: &mut Writer) -> Result<(), FormatError> {
    each(root, |node, step| {
        if node.is_text() {
            if step == Step::Enter {
                writer.push(&node.text())?;
            }
            return Ok(Descend::Yes);
        }
        let Some(name) = node.node_name() else {
            return Ok(Descend::Yes);
        };
        if step == Step::Leave {
            if &*name == "dt" {
                writer.end_term();
            } else if is_label(node, &name) {
                writer.open_meaning()?;
            } else if is_in_item(node, &name) && writer.opens_term() && writer.ends_sentence() {
                // An item may have several paragraphs.
                writer.push(" ")?;
            } else if !INLINE.contains(&&*name) && &*name != "br" {
                writer.end();
            }
            return Ok(Descend::Yes);
        }
        match &*name {
            _ if is_unread(node, &name) || is_note_mark(node, &name) => return Ok(Descend::No),
            "sup" if writer.ends_in_digit() && starts_with_digit(node) => writer.push("^")?,
            "br" => writer.push(" ")?,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                writer.start(Kind::Heading(level));
            }
            "li" if leads_elsewhere(node) => return Ok(Descend::No),
            // A term and what it means are one, unless the term is a question.
            "dd" if writer.opens_term() => writer.open_meaning()?,
            "dt" if writer.opens_term() && writer.open_length() < LONGEST_TERMS => {
                writer.push(", ")?;
            }
            "li" | "dt" | "dd" => writer.start(Kind::Item),
            "pre" => {
                write_lines(&lines(node)?, writer)?;
                return Ok(Descend::No);
            }
            "table" if tables::is_data(node) => {
                tables::write(node, writer)?;
                return Ok(Descend::No);
            }
            "p" | "div" if writer.opens_item() || writer.ends_in_colon() => {}
            "p" if is_in_item(node, &name) => {
                if !(writer.opens_term() && writer.ends_sentence()) {
                    writer.start(Kind::Item);
                }
            }
            inline if INLINE.contains(&inline) => {}
            _ => writer.end(),
        }
        Ok(Descend::Yes)
    })?;
    writer.end();
    Ok(())
}

/// The text below `node` with its line ends, as it is set out.
fn lines(node: &NodeRef) -> Result<String, FormatError> {
    let mut text = String::new();
    each(node, |node, step| {
        if node.is_text() {
            if step == Step::Enter {
                text.push_str(&node.text());
            }
        } else if let Some(name) = node.node_name() {
            if step == Step::Enter && is_unread(node, &name) {
                return Ok(Descend::No);
            }
            let parts = &*name == "br" || !INLINE.contains(&&*name);
            if parts && step == Step::Enter && !text.ends_with('\n') {
                text.push('\n');
            }
        }
        Ok(Descend::Yes)
    })?;
    Ok(text)
}

/// Writes what is set out line by line: code, or prose that was written for a terminal.
fn write_lines(text: &str, writer: &mut Writer) -> Result<(), FormatError> {
    if !is_prose(text) {
        return writer.code(text);
    }
    writer.lines(text, Kind::Heading(6))
}

/// Whether lines are sentences rather than code: mostly plain words, and some of them end in a
/// full stop before another begins.
fn is_prose(text: &str) -> bool {
    let plain = |word: &&str| {
        let bare = word.trim_matches(|c: char| {
            matches!(
                c,
                '.' | ',' | ';' | ':' | '?' | '!' | '(' | ')' | '"' | '\''
            )
        });
        !bare.is_empty()
            && bare
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut pairs = words.windows(2);
    let has_sentences = pairs.any(|pair| {
        pair[0].len() > 2
            && pair[0].ends_with('.')
            && plain(&pair[0])
            && pair[1].starts_with(char::is_uppercase)
    });
    has_sentences && words.iter().filter(|word| plain(word)).count() * 4 >= words.len() * 3
}

/// The text below `node` on one line, as in a cell of a table.
pub(super) fn text(node: &NodeRef) -> Result<String, FormatError> {
    let mut text = String::new();
    each(node, |node, step| {
        if node.is_text() {
            if step == Step::Enter {
                text.push_str(&node.text());
            }
        } else if let Some(name) = node.node_name() {
            if step == Step::Enter && (is_unread(node, &name) || is_note_mark(node, &name)) {
                return Ok(Descend::No);
            }
            if step == Step::Enter && &*name == "sup" && starts_with_digit(node) {
                let is_exponent = text.ends_with(|c: char| c.is_ascii_digit());
                text.push_str(if is_exponent { "^" } else { "" });
            }
            if !INLINE.contains(&&*name) {
                text.push(' ');
            }
        }
        Ok(Descend::Yes)
    })?;
    Ok(text)
}

/// Whether a heading says only that a note, a tip or a warning follows, as the class of its box does.
fn is_heading_of_note(node: &NodeRef, name: &str) -> bool {
    const BOXES: [&str; 8] = [
        "note",
        "tip",
        "important",
        "warning",
        "caution",
        "admonition",
        "hint",
        "danger",
    ];
    let is_box = |class: &str| class.split_whitespace().any(|class| BOXES.contains(&class));
    let heads = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        || name == "p" && node.has_class("admonition-title")
        || name == "p" && node.has_class("title");
    let parent = node.parent();
    heads
        && parent
            .and_then(|parent| parent.attr("class"))
            .is_some_and(|class| is_box(&class))
}

/// Whether a raised sign leads to a note: "Odda.<sup><a href="#n1">1</a></sup>".
fn is_note_mark(node: &NodeRef, name: &str) -> bool {
    /// Signs of a mark, at most: "[12]".
    const LONGEST: usize = 6;
    name == "sup"
        && node.text().trim().len() <= LONGEST
        && node.descendants_it().any(|below| {
            below.has_name("a") && below.attr("href").is_some_and(|link| link.starts_with('#'))
        })
}

/// Whether a paragraph names the item that it opens: "<li><p><b>Fare</b></p><p>Two crowns."
fn is_label(node: &NodeRef, name: &str) -> bool {
    let text = || node.text().trim().to_owned();
    let bold = || {
        let below = node.descendants_it();
        let bold = below.filter(|below| below.has_name("b") || below.has_name("strong"));
        bold.map(|bold| bold.text().trim().len()).max()
    };
    is_in_item(node, name)
        && node.prev_element_sibling().is_none()
        && node
            .next_element_sibling()
            .is_some_and(|next| next.has_name("p"))
        && text().len() <= LONGEST_TERMS
        && text().ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && bold() == Some(text().len())
}

/// Whether a paragraph is part of an item.
fn is_in_item(node: &NodeRef, name: &str) -> bool {
    let parent = node.parent();
    name == "p" && parent.is_some_and(|parent| parent.has_name("li") || parent.has_name("dd"))
}

fn starts_with_digit(node: &NodeRef) -> bool {
    let text = node.text();
    text.trim()
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+'))
}

/// Whether an item says nothing but where else on the page something is said.
fn leads_elsewhere(item: &NodeRef) -> bool {
    let mut linked = 0;
    for below in item.descendants_it() {
        if below.has_name("a") && below.attr("href").is_some_and(|link| link.starts_with('#')) {
            linked += below.text().trim().len();
        }
    }
    linked > 0 && linked >= item.text().trim().len()
}

fn is_unread(node: &NodeRef, name: &str) -> bool {
    UNREAD.contains(&name)
        || node.has_attr("hidden")
        // What leads to the heading that it stands in.
        || name == "a" && matches!(node.text().trim(), "¶" | "#" | "§" | "🔗")
        || is_heading_of_note(node, name)
        || node
            .attr("aria-hidden")
            .is_some_and(|value| &*value == "true")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.to_ascii_lowercase().contains("display:none")
        })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Enter,
    Leave,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Descend {
    Yes,
    No,
}

/// Visits all below `root` in order: each node as it is entered and, unless its inside was left
/// out, as it is left.
fn each<'a>(
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
