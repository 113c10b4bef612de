//! XHTML as HTML: an element that is closed in its own tag is closed by another one.
//!
//! HTML takes `<a id="p7"/>` for a link that goes on, and `<title/>` for a title that is the rest
//! of the page.

use super::bombs::{VOID, after_tag};

/// The same page, to be parsed as HTML.
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
        let name = tag[1..]
            .split(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))
            .next()
            .unwrap_or_default();
        match tag.strip_suffix("/>") {
            Some(open)
                if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !VOID.contains(&name) =>
            {
                html.push_str(open);
                html.push_str("></");
                html.push_str(name);
                html.push('>');
            }
            _ => html.push_str(tag),
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
            as_html("<title/><p>a<br/><a id='/>'/>b</p><!-- <a/> --> 1 < 2"),
            "<title></title><p>a<br/><a id='/>'></a>b</p><!-- <a/> --> 1 < 2"
        );
    }
}
