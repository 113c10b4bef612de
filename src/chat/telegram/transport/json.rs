//! JSON of Telegram's with half a character in it, which a strict parser
//! refuses as a whole: one such message must not make the bot deaf.
//!
//! JSON writes characters beyond the basic plane as two escapes, `\ud83d\udea2`.
//! Where one of the two is missing, a replacement character takes its place.

use serde_json::Value;

/// The value that a text holds; `None` where it is no JSON even so.
pub(super) fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&mended(text)))
        .ok()
}

/// What a response of the Bot API brings.
pub(super) fn result(mut response: Value) -> Option<Value> {
    Some(response.get_mut("result")?.take())
}

/// The text with a replacement character in the place of each half character.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        mended.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (unit(rest), rest.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                mended.push_str("\\ufffd");
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            // The backslash, and what it escapes.
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    mended.push_str(rest);
    mended
}

/// The UTF-16 unit of an escape at the start of a text.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn half_characters_are_replaced_and_whole_ones_kept() {
        let text = r#"["a\ud83d b","\udea2\ud83d\udea2","\\ud83d \"é\"","\ud83d\n"]"#;
        let wanted = json!([
            "a\u{fffd} b",
            "\u{fffd}\u{1f6a2}",
            "\\ud83d \"é\"",
            "\u{fffd}\n"
        ]);
        assert_eq!(parsed(text), Some(wanted));
    }

    #[test]
    fn what_is_no_json_stays_none() {
        for text in ["", "<html>", r#"{"result":"\"#, r#"{"result":"\u12"}"#] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }
}
