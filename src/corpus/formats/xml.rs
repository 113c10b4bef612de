//! XML of office documents and e-books: elements, by their local names, and text in their order.

use std::borrow::Cow;
use std::str::FromStr;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{DEEPEST, FormatError};

/// A step through a part.
pub(super) enum Node<'x> {
    Start(BytesStart<'x>),
    /// The end of the element that is named so.
    End(String),
    Text(Cow<'x, str>),
}

/// The steps through a part; an empty element starts and ends.
pub(super) struct Nodes<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    /// How many elements are open of which the outermost is left out.
    hidden: usize,
}

impl<'x> Nodes<'x> {
    pub(super) fn of(xml: &'x str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            depth: 0,
            hidden: 0,
        }
    }

    /// The next step, past every element that `is_hidden`; `None` at the end.
    pub(super) fn next(
        &mut self,
        is_hidden: impl Fn(&str, &BytesStart<'_>) -> bool,
    ) -> Result<Option<Node<'x>>, FormatError> {
        loop {
            let event = self.reader.read_event();
            match event.map_err(|_| FormatError::Damaged)? {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(FormatError::TooDeep);
                    }
                    if self.hidden > 0 || is_hidden(local(&element), &element) {
                        self.hidden += 1;
                    } else {
                        return Ok(Some(Node::Start(element)));
                    }
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.hidden == 0 {
                        let name = element.local_name().as_ref().to_owned();
                        return Ok(Some(Node::End(name)));
                    }
                    self.hidden -= 1;
                }
                Event::Text(text) if self.hidden == 0 => {
                    return Ok(Some(Node::Text(text.into_inner())));
                }
                Event::CData(text) if self.hidden == 0 => {
                    return Ok(Some(Node::Text(text.into_inner())));
                }
                Event::GeneralRef(name) if self.hidden == 0 => {
                    return Ok(Some(Node::Text(plain(&name).into())));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

/// All elements of a part, in the order in which they start, up to where it is damaged.
pub(super) fn elements(xml: &str) -> impl Iterator<Item = Result<BytesStart<'_>, FormatError>> {
    let mut nodes = Nodes::of(xml);
    let steps = std::iter::from_fn(move || nodes.next(|_, _| false).transpose());
    steps.filter_map(|node| match node {
        Ok(Node::Start(element)) => Some(Ok(element)),
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    })
}

/// What a character reference stands for; nothing where it has no meaning.
fn plain(name: &BytesRef<'_>) -> String {
    let character = || name.resolve_char_ref().ok().flatten().map(String::from);
    let named = resolve_predefined_entity(name).map(str::to_owned);
    named.or_else(character).unwrap_or_default()
}

/// The name of an element without its namespace.
pub(super) fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name: &str = element.name().into_inner();
    name.rsplit(':').next().unwrap_or(name)
}

/// What the attribute with the local name `name` says.
pub(super) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned))
}

/// The number that the attribute with the local name `name` says.
pub(super) fn number<N: FromStr>(element: &BytesStart<'_>, name: &str) -> Option<N> {
    value(element, name)?.parse().ok()
}

/// The text of the first element named so that has any, as far as the part is sound.
pub(super) fn text_of(xml: &str, name: &str) -> Option<String> {
    let mut nodes = Nodes::of(xml);
    let (mut depth, mut text) = (0_usize, String::new());
    while let Ok(Some(node)) = nodes.next(|_, _| false) {
        match node {
            Node::Start(element) => depth += usize::from(depth > 0 || local(&element) == name),
            Node::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !text.trim().is_empty() {
                    return Some(text);
                }
            }
            Node::Text(part) if depth > 0 => text.push_str(&part),
            Node::Text(_) => {}
        }
    }
    None
}
