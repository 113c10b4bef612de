//! The parameters of a call: a JSON object, or a form of several parts, in
//! which all that is not text is JSON again, and files are parts of their own.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use crate::methods::Refusal;

/// Parameters that clients send in a form and that are no text.
const NO_TEXT: &[&str] = &[
    "max_connections",
    "allowed_updates",
    "drop_pending_updates",
    "chat_id",
    "message_thread_id",
    "reply_parameters",
    "reply_markup",
];
/// Names a file that comes in the same form.
const ATTACHED: &str = "attach://";

/// Reads the parameters of a request.
pub fn read(headers: &HeaderMap, body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    let kind = headers
        .get(CONTENT_TYPE)
        .map_or("", |kind| kind.to_str().unwrap_or_default());
    let read = match kind.split_once("boundary=") {
        Some((_, boundary)) => form(boundary, body),
        None => serde_json::from_slice(body).ok(),
    };
    read.ok_or_else(|| Refusal::fault("the parameters can't be read"))
}

fn form(boundary: &str, body: &[u8]) -> Option<Map<String, Value>> {
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    let (mut parameters, mut files) = (Map::new(), Map::new());
    let mut rest = after(body, delimiter.as_bytes())?.1;
    while !rest.starts_with(b"--") {
        let (part, following) = after(rest, delimiter.as_bytes())?;
        let (head, value) = after(part, b"\r\n\r\n")?;
        let head = std::str::from_utf8(head).ok()?;
        let value = value.strip_suffix(b"\r\n")?;
        let name = attribute(head, "name")?;
        if let Some(file) = attribute(head, "filename") {
            files.insert(name, attached(&file, value));
        } else {
            let text = std::str::from_utf8(value).ok()?;
            let value = if NO_TEXT.contains(&name.as_str()) {
                serde_json::from_str(text).ok()?
            } else {
                Value::from(text)
            };
            parameters.insert(name, value);
        }
        rest = following;
    }
    for value in parameters.values_mut() {
        let name = value.as_str().and_then(|text| text.strip_prefix(ATTACHED));
        if let Some(name) = name {
            *value = files.remove(name)?;
        }
    }
    // A file that nothing names is an unknown parameter.
    parameters.extend(files);
    Some(parameters)
}

/// What stands before and after the first `mark`.
fn after<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = place_of(bytes, mark)?;
    Some((&bytes[..at], &bytes[at + mark.len()..]))
}

/// Where `mark` stands first; files are large, and most of their bytes are no beginning of it.
fn place_of(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    let first = mark.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes[from..].iter().position(|byte| byte == first)?;
        if bytes[at..].starts_with(mark) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn attribute(head: &str, name: &str) -> Option<String> {
    let (_, value) = head.split_once(&format!("; {name}=\""))?;
    Some(value.split_once('"')?.0.to_owned())
}

/// A file that was uploaded, as calls and messages are told of it.
fn attached(name: &str, content: &[u8]) -> Value {
    json!({"file_name": name, "file_size": content.len(), "text": String::from_utf8_lossy(content)})
}

/// The first field that is none of those `known`, which stand one after the other.
pub fn unknown<'a>(fields: &'a Map<String, Value>, known: &str) -> Option<&'a String> {
    let is_known = |name: &str| known.split_whitespace().any(|known| known == name);
    fields.keys().find(|name| !is_known(name))
}

/// The only fields that an object may have.
pub fn only(what: &str, object: &Value, known: &str) -> Result<(), Refusal> {
    match object {
        Value::Null => Ok(()),
        Value::Object(fields) => match unknown(fields, known) {
            Some(unknown) => Err(Refusal::fault(format!("{what} has no field {unknown}"))),
            None => Ok(()),
        },
        _ => Err(Refusal::fault(format!("{what} must be an object"))),
    }
}

/// Whether this is a text, and not an empty one.
pub fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.is_empty())
}

/// Whether a text may be a secret token or a deep link's parameter.
pub fn is_token(text: &str, longest: usize) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    (1..=longest).contains(&text.len()) && text.bytes().all(allowed)
}
