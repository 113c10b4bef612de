//! Telegram's HTML as the Bot API documents it, as far as Quoth writes it:
//! anything else is refused. Where Telegram would only drop a tag (in `code`,
//! say) or keep a bare ampersand, this refuses as well: it is never meant.

use serde_json::{Value, json};

/// Text without its tags, and what these were.
#[derive(Debug)]
pub struct Formatted {
    pub text: String,
    /// As `MessageEntity`; offsets and lengths count UTF-16 units.
    pub entities: Vec<Value>,
}

/// Parses HTML, or says why Telegram would not.
pub fn parse(html: &str) -> Result<Formatted, String> {
    let mut parser = Parser::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&', '>']) {
        parser.text += &rest[..at];
        rest = &rest[at..];
        if rest.starts_with('&') {
            let (character, after) = character(rest)?;
            parser.text.push(character);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("</") {
            let (name, after) = after.split_once('>').ok_or("an end tag without end")?;
            parser.close(name)?;
            rest = after;
        } else if let Some(after) = rest.strip_prefix('<') {
            rest = parser.open(after)?;
        } else {
            return Err("a bracket that ends no tag".to_owned());
        }
    }
    parser.text += rest;
    match parser.open.pop() {
        Some(tag) => Err(format!(
            "can't find end tag corresponding to start tag {:?}",
            tag.name
        )),
        None => Ok(parser.formatted()),
    }
}

#[derive(Default)]
struct Parser {
    text: String,
    open: Vec<Tag>,
    /// Entities by the tag's place in the text, since outer tags close last.
    entities: Vec<(usize, Value)>,
    opened: usize,
}

struct Tag {
    name: &'static str,
    number: usize,
    offset: usize,
    entity: Value,
}

const NAMES: &[(&str, &str)] = &[
    ("b", "bold"),
    ("i", "italic"),
    ("code", "code"),
    ("pre", "pre"),
    ("blockquote", "blockquote"),
];

impl Parser {
    /// Opens a tag, and returns what comes after it.
    fn open<'a>(&mut self, tag: &'a str) -> Result<&'a str, String> {
        let end = tag.find([' ', '>']).ok_or("a bracket that begins no tag")?;
        let (name, rest) = tag.split_at(end);
        let Some((name, kind)) = NAMES.iter().find(|(known, _)| *known == name) else {
            return Err(format!("unsupported start tag {name:?}"));
        };
        let mut entity = json!({"type": kind});
        let expandable = rest.strip_prefix(" expandable");
        let expandable = expandable.filter(|_| *name == "blockquote");
        if expandable.is_some() {
            entity["type"] = json!("expandable_blockquote");
        }
        let rest = expandable
            .unwrap_or(rest)
            .strip_prefix('>')
            .ok_or_else(|| format!("an attribute that {name:?} has not"))?;
        self.may_stand(name)?;
        self.opened += 1;
        self.open.push(Tag {
            name,
            number: self.opened,
            offset: self.text.encode_utf16().count(),
            entity,
        });
        Ok(rest)
    }

    /// Whether a tag would mean anything in those that are open.
    fn may_stand(&self, name: &str) -> Result<(), String> {
        let open: Vec<_> = self.open.iter().map(|tag| tag.name).collect();
        let is_code = |name: &str| name == "code" || name == "pre";
        let lost = open.iter().any(|outer| is_code(outer))
            || open.contains(&name)
            || (is_code(name) && open.iter().any(|outer| *outer != "blockquote"))
            || (name == "blockquote" && !open.is_empty());
        if lost {
            return Err(format!("{name:?} must not stand in {open:?}"));
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), String> {
        let tag = self.open.pop().filter(|tag| tag.name == name);
        let mut tag = tag.ok_or_else(|| format!("unexpected end tag {name:?}"))?;
        let length = self.text.encode_utf16().count() - tag.offset;
        // Telegram drops what holds nothing.
        if length > 0 {
            tag.entity["offset"] = json!(tag.offset);
            tag.entity["length"] = json!(length);
            self.entities.push((tag.number, tag.entity));
        }
        Ok(())
    }

    fn formatted(mut self) -> Formatted {
        self.entities.sort_by_key(|(number, _)| *number);
        Formatted {
            text: self.text,
            entities: self
                .entities
                .into_iter()
                .map(|(_, entity)| entity)
                .collect(),
        }
    }
}

impl Formatted {
    /// Without white space around the text, as Telegram shows it.
    pub fn trimmed(mut self) -> Self {
        let before = self.text.len() - self.text.trim_start().len();
        let before = self.text[..before].encode_utf16().count() as u64;
        self.text = self.text.trim().to_owned();
        let length = self.text.encode_utf16().count() as u64;
        self.entities.retain_mut(|entity| {
            let offset = entity["offset"].as_u64().unwrap();
            let end = offset + entity["length"].as_u64().unwrap();
            let offset = offset.saturating_sub(before);
            let end = end.saturating_sub(before).min(length);
            entity["offset"] = json!(offset);
            entity["length"] = json!(end.saturating_sub(offset));
            end > offset
        });
        self
    }
}

/// The character at the start of the text that is written by its name.
fn character(text: &str) -> Result<(char, &str), String> {
    for (written, character) in [
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&amp;", '&'),
        ("&quot;", '"'),
    ] {
        if let Some(rest) = text.strip_prefix(written) {
            return Ok((character, rest));
        }
    }
    Err("an ampersand that begins no character".to_owned())
}

#[test]
fn what_telegram_refuses_is_refused() {
    for html in [
        "a < b",
        "a > b",
        "a & b",
        "<b>a",
        "a</b>",
        "<b><i>a</b></i>",
        "<p>a</p>",
        "a<br>b",
        "&nbsp;",
        "<code><b>a</b></code>",
        "<b><code>a</code></b>",
        "<b><blockquote>a</blockquote></b>",
        "<blockquote><blockquote>a</blockquote></blockquote>",
        "<a href=\"https://a.org\">a</a>",
        "<b class=\"x\">a</b>",
        "<b expandable>a</b>",
        "<",
    ] {
        assert!(parse(html).is_err(), "{html}");
    }
}

#[test]
fn what_telegram_takes_is_taken() {
    let html = "<blockquote expandable>\u{1f6f3} <b>&lt;b&gt;</b></blockquote> &amp; \
        <i>c</i><b></b> <pre>d</pre>";
    let parsed = parse(html).unwrap();
    assert_eq!(parsed.text, "\u{1f6f3} <b> & c d");
    let wanted = json!([
        {"type": "expandable_blockquote", "offset": 0, "length": 6},
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "italic", "offset": 9, "length": 1},
        {"type": "pre", "offset": 11, "length": 1},
    ]);
    assert_eq!(json!(parsed.entities), wanted);
}

#[test]
fn white_space_around_a_text_is_dropped() {
    let trimmed = parse("\n <b> a</b>b <i> </i>\n").unwrap().trimmed();
    assert_eq!(trimmed.text, "ab");
    let wanted = json!([{"type": "bold", "offset": 0, "length": 1}]);
    assert_eq!(json!(trimmed.entities), wanted);
}
