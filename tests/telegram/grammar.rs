//! Telegram's HTML as the Bot API documents it, as far as Quoth writes it:
//! anything else is refused, as Telegram refuses it.

/// Text without its tags, and how many entities it has.
pub struct Parsed {
    pub text: String,
    pub entities: usize,
}

/// Parses HTML, or says why Telegram would not.
pub fn parse(html: &str) -> Result<Parsed, String> {
    let (mut text, mut entities, mut open) = (String::new(), 0, Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text += &rest[..at];
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('&') {
            let (name, after) = after
                .split_once(';')
                .ok_or("an ampersand that is no entity")?;
            text.push(match name {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                other => return Err(format!("unknown entity {other:?}")),
            });
            rest = after;
        } else {
            let (tag, after) = rest[1..]
                .split_once('>')
                .ok_or("a bracket that is no tag")?;
            rest = after;
            match tag.strip_prefix('/') {
                Some(closed) if open.pop() == Some(closed) => {}
                Some(closed) => return Err(format!("unexpected end tag {closed:?}")),
                None => {
                    let name = match tag {
                        "b" | "i" | "code" | "blockquote" => tag,
                        "blockquote expandable" => "blockquote",
                        other => return Err(format!("unsupported start tag {other:?}")),
                    };
                    if open.contains(&"code") || (name == "blockquote" && !open.is_empty()) {
                        return Err(format!("{name:?} must not stand in {open:?}"));
                    }
                    open.push(name);
                    entities += 1;
                }
            }
        }
    }
    text += rest;
    match open.pop() {
        Some(tag) => Err(format!("no end tag for {tag:?}")),
        None => Ok(Parsed { text, entities }),
    }
}

#[test]
fn what_telegram_refuses_is_refused() {
    for html in [
        "a < b",
        "a & b",
        "<b>a",
        "a</b>",
        "<b><i>a</b></i>",
        "<p>a</p>",
        "a<br>b",
        "&nbsp;",
        "<code><b>a</b></code>",
    ] {
        assert!(parse(html).is_err(), "{html}");
    }
}

#[test]
fn what_telegram_takes_is_taken() {
    let parsed = parse("<blockquote expandable>a <b>&lt;b&gt;</b></blockquote> &amp; c").unwrap();
    assert_eq!((parsed.text.as_str(), parsed.entities), ("a <b> & c", 2));
}
