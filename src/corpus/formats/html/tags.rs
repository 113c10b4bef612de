//! The tags of a page, looked over before it is parsed.
//!
//! Pages that would take a parser minutes or gigabytes are known by them: parsers take time that
//! grows with the square of the depth of a page, and repeat formatting that nothing closes (`<b>`)
//! in every block below. And XHTML becomes HTML.

use crate::corpus::formats::FormatError;

/// No page that people read is deeper (browsers stop at 512).
const DEEPEST: usize = 500;
/// At most this many elements may come of open formatting being repeated.
const MOST_REPEATED: usize = 1_000_000;

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements that the next of their kind ends: their end tags are left out by many.
const ENDED: [&str; 13] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "rt", "rp",
];
/// Elements that go on in the blocks after the one they were opened in.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements whose content is no markup.
const RAW: [&str; 7] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noframes",
];

/// Refuses what is nested too deeply.
pub(super) fn refuse(html: &str) -> Result<(), FormatError> {
    let mut open: Vec<String> = Vec::new();
    let mut formatting: Vec<String> = Vec::new();
    let mut repeated = 0;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let is_end = rest.starts_with('/');
        let named = rest.strip_prefix('/').unwrap_or(rest);
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name = name(named).to_ascii_lowercase();
        rest = after_tag(&named[name.len()..]);
        let kind = name.as_str();
        let stack = if FORMATTING.contains(&kind) {
            &mut formatting
        } else {
            &mut open
        };
        if is_end {
            if let Some(opened) = stack.iter().rposition(|open| *open == name) {
                stack.truncate(opened);
            }
            continue;
        }
        if RAW.contains(&kind) {
            rest = after_raw(rest, kind);
            continue;
        }
        if !VOID.contains(&kind) && !ENDED.contains(&kind) {
            stack.push(name);
        }
        repeated += formatting.len();
        if open.len() + formatting.len() > DEEPEST || repeated > MOST_REPEATED {
            return Err(FormatError::TooDeep);
        }
    }
    Ok(())
}

/// The name that a tag opens with.
fn name(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    &tag[..end.unwrap_or(tag.len())]
}

/// What follows the tag whose attributes `text` starts with; a ">" in quotation marks ends none.
fn after_tag(text: &str) -> &str {
    let mut quote = None;
    let mut before = '=';
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '>' => return &text[at + 1..],
            None if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    ""
}

/// What follows the end tag of the raw element `name`.
fn after_raw<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        let start = rest.get(..name.len());
        if start.is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return after_tag(&rest[name.len()..]);
        }
    }
    ""
}

/// The same page, to be parsed as HTML, which takes `<a id="p7"/>` for a link that goes on, and
/// `<title/>` for a title that is the rest of the page.
pub(super) fn as_html(xhtml: &str) -> String {
    let mut html = String::with_capacity(xhtml.len() + xhtml.len() / 16);
    let mut rest = xhtml;
    while let Some(at) = rest.find('<') {
        html.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else {
            rest.len() - after_tag(&rest[1..]).len()
        };
        let (tag, after) = rest.split_at(length);
        rest = after;
        let name = name(&tag[1..]);
        let is_void = VOID.iter().any(|void| void.eq_ignore_ascii_case(name));
        let has_end = is_void || !name.starts_with(|c: char| c.is_ascii_alphabetic());
        match tag.strip_suffix("/>").filter(|_| !has_end) {
            Some(open) => html.extend([open, "></", name, ">"]),
            None => html.push_str(tag),
        }
    }
    html.push_str(rest);
    html
}

#[cfg(test)]
mod tests {
    use super::as_html;

    #[test]
    fn elements_closed_in_their_tag_are_closed_for_html() {
        assert_eq!(
            as_html("<title/><p>a<br/><BR /><a id='/>'/>b</p><!-- <a/> --> 1 < 2"),
            "<title></title><p>a<br/><BR /><a id='/>'></a>b</p><!-- <a/> --> 1 < 2"
        );
    }
}
