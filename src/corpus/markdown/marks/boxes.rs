//! Boxes beside the text, as `Docusaurus`, Pandoc and `MkDocs` write them, become callouts, and the
//! place of a table of contents an empty line.

use super::{Code, cover_with};

/// What a program puts a table of contents in place of.
const CONTENTS: [&str; 4] = ["[toc]", "[[toc]]", "[[_toc_]]", "${toc}"];
/// So many spaces further in is the text of a box that has no end of its own.
const INDENT: usize = 4;

/// Whether there may be any: else the source need not be looked through.
pub(super) fn may_stand_in(source: &str) -> bool {
    ["!!! ", "???", ":::", "[TOC]", "[toc]", "_toc_", "_TOC_"]
        .iter()
        .any(|mark| source.contains(mark))
}

/// A source of the same length, whose boxes are callouts.
pub(super) fn without(source: &str, code: &Code) -> String {
    let mut read = String::with_capacity(source.len());
    // How far in the boxes begin that the line is in, outermost first.
    let mut boxes: Vec<usize> = Vec::new();
    for line in source.split_inclusive('\n') {
        let body = line.trim_start_matches(' ');
        let indent = line.len() - body.len();
        let said = body.trim();
        if said.is_empty() {
            read.push_str(line);
            continue;
        }
        while boxes.last().is_some_and(|start| indent < start + INDENT) {
            boxes.pop();
        }
        if boxes.is_empty() && code.has(read.len() + indent) {
            read.push_str(line);
            continue;
        }
        let mut lead = " ".repeat(indent);
        for start in &boxes {
            lead.replace_range(*start..=*start, ">");
        }
        read.push_str(&lead);
        if let Some(mark) = mark_with_indent(body) {
            boxes.push(indent);
            read.push_str("> ");
            callout(mark - "> ".len(), &mut read);
            read.push_str(&body[mark..]);
        } else if let Some(mark) = fence(body) {
            callout(mark, &mut read);
            let title = &body[mark..];
            // Docusaurus has the title in brackets, which would make a link of it.
            if title.starts_with('[') {
                read.push_str(&title.replace(['[', ']'], " "));
            } else {
                read.push_str(title);
            }
        } else if said.len() >= 3 && said.chars().all(|c| c == ':')
            || CONTENTS.contains(&said.to_ascii_lowercase().as_str())
        {
            cover_with(" ", body, &mut read);
        } else {
            read.push_str(body);
        }
    }
    read
}

/// Adds the mark of a callout of so many bytes, or as many spaces where it has no room.
fn callout(bytes: usize, read: &mut String) {
    match bytes.checked_sub("[!]".len()) {
        Some(name) => read.extend(["[!", &"x".repeat(name), "]"]),
        None => read.push_str(&" ".repeat(bytes)),
    }
}

/// Bytes of the mark of a box whose text is indented: `!!! note`, `???+ tip`.
fn mark_with_indent(body: &str) -> Option<usize> {
    let marks = ["!!!", "???+", "???"];
    let rest = marks.iter().find_map(|mark| body.strip_prefix(mark))?;
    let name = rest.strip_prefix(' ')?.trim_start();
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let length = length.unwrap_or(name.len());
    (length > 0).then_some(body.len() - name.len() + length)
}

/// Bytes of the mark of a box that ends with a line of its own: `:::tip`, `::: {.note}`.
fn fence(body: &str) -> Option<usize> {
    let rest = body.trim_start_matches(':');
    if body.len() - rest.len() < ":::".len() {
        return None;
    }
    let name = rest.trim_start_matches(' ');
    let length = if name.starts_with('{') {
        name.find('}').map_or(0, |end| end + 1)
    } else {
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        end.unwrap_or(name.len())
    };
    (length > 0).then_some(body.len() - name.len() + length)
}
