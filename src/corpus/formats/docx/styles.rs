//! What the styles of a Word document say of its paragraphs.

use std::collections::HashMap;

use crate::corpus::formats::error::FormatError;
use crate::corpus::formats::extracted::Kind;
use crate::corpus::formats::xml::{elements, local, value};

/// What the style of a paragraph says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Of(Kind),
    /// A line of a table of contents, which says each heading again.
    Contents,
}

/// The styles by their identifiers: names are the same in every language of Word, identifiers not.
pub(super) fn read(xml: &str) -> Result<HashMap<String, Style>, FormatError> {
    let mut styles = HashMap::new();
    let mut id = None;
    for element in elements(xml) {
        let element = element?;
        match local(&element) {
            "style" => id = value(&element, "styleId"),
            "name" => {
                let name = value(&element, "val").unwrap_or_default();
                if let (Some(id), Some(style)) = (id.take(), named(&name.to_ascii_lowercase())) {
                    styles.insert(id, style);
                }
            }
            _ => {}
        }
    }
    Ok(styles)
}

fn named(name: &str) -> Option<Style> {
    let level = |number: &str| number.trim().parse().ok().filter(|n| (1..=9).contains(n));
    match name {
        "title" => Some(Style::Of(Kind::Heading(1))),
        _ if name.starts_with("toc ") => Some(Style::Contents),
        _ if name.starts_with("list") => Some(Style::Of(Kind::Item)),
        _ => {
            let level = name.strip_prefix("heading").and_then(level)?;
            Some(Style::Of(Kind::Heading(level)))
        }
    }
}
