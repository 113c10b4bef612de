//! The text of a page in reading order, block by block. Nothing recurses.

use dom_query::NodeRef;

use super::tables;
use super::text::{
    Descend, INLINE, Step, each, is_note_mark, is_unread, leads_within_page, starts_with_digit,
    text,
};
use crate::corpus::formats::FormatError;
use crate::corpus::formats::extracted::{Kind, Writer};

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
            "br" => writer.end_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                writer.start(Kind::Heading(level));
            }
            "li" if leads_elsewhere(node) => return Ok(Descend::No),
            "p" | "div" if is_link_within_page(node) => return Ok(Descend::No),
            // A term and what it means are one, unless the term is a question.
            "dd" if writer.opens_term() => writer.open_meaning()?,
            "dt" if writer.opens_term() && writer.open_length() < LONGEST_TERMS => {
                writer.push(", ")?;
            }
            "li" | "dt" | "dd" => writer.start(Kind::Item),
            "pre" => {
                // Code, or prose that was written for a terminal.
                let text = text(node, true)?;
                if is_prose(&text) {
                    writer.lines(&text, Kind::Heading(6))?;
                } else {
                    writer.code(&text)?;
                }
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

/// Whether lines are prose rather than code: mostly plain words, some with a full stop between.
fn is_prose(text: &str) -> bool {
    let plain = |word: &&str| {
        let bare = word.trim_matches(['.', ',', ';', ':', '?', '!', '(', ')', '"', '\'']);
        let is_letter = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
        !bare.is_empty() && bare.chars().all(is_letter)
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
        && (node.next_element_sibling()).is_some_and(|next| next.has_name("p"))
        && text().len() <= LONGEST_TERMS
        && text().ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && bold() == Some(text().len())
}

/// Whether a paragraph is part of an item.
fn is_in_item(node: &NodeRef, name: &str) -> bool {
    let parent = node.parent();
    name == "p" && parent.is_some_and(|parent| parent.has_name("li") || parent.has_name("dd"))
}

/// Whether an item says nothing but where else on the page something is said.
fn leads_elsewhere(item: &NodeRef) -> bool {
    let links = item.descendants_it().filter(leads_within_page);
    let linked: usize = links.map(|link| link.text().trim().len()).sum();
    linked > 0 && linked >= item.text().trim().len()
}

/// Whether a paragraph is such a link and nothing else, as the name of a rule is that leads to itself.
fn is_link_within_page(paragraph: &NodeRef) -> bool {
    let is_blank = |child: &NodeRef| child.is_text() && child.text().trim().is_empty();
    let children = paragraph.children_it(false);
    let mut said = children.filter(|child| !is_blank(child)).peekable();
    said.peek().is_some() && said.all(|child| leads_within_page(&child))
}
