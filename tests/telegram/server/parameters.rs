//! The parameters of a call: a JSON object, or a form of several parts, in
//! which all that is not text is JSON again.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use crate::methods::Refusal;

/// Parameters of setWebhook, which clients send as a form, that are no text.
const NO_TEXT: &[&str] = &["max_connections", "allowed_updates", "drop_pending_updates"];

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
    let body = std::str::from_utf8(body).ok()?;
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    let mut parameters = Map::new();
    for part in body.split(&delimiter).skip(1) {
        if part.starts_with("--") {
            return Some(parameters);
        }
        let (head, value) = part.split_once("\r\n\r\n")?;
        let (_, name) = head.split_once("name=\"")?;
        let (name, _) = name.split_once('"')?;
        let value = value.strip_suffix("\r\n")?;
        let value = if NO_TEXT.contains(&name) {
            serde_json::from_str(value).ok()?
        } else {
            Value::from(value)
        };
        parameters.insert(name.to_owned(), value);
    }
    // The last delimiter is missing.
    None
}

/// The only keys that an object may have.
pub fn only(what: &str, object: &Value, known: &[&str]) -> Result<(), Refusal> {
    match object {
        Value::Null => Ok(()),
        Value::Object(fields) => match fields.keys().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => Err(Refusal::fault(format!("{what} has no field {unknown}"))),
            None => Ok(()),
        },
        _ => Err(Refusal::fault(format!("{what} must be an object"))),
    }
}

/// Whether a text may be a secret token or a deep link's parameter.
pub fn is_token(text: &str, longest: usize) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    (1..=longest).contains(&text.len()) && text.bytes().all(allowed)
}
