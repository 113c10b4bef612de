//! A text on its way into a message: parsed, within Telegram's limits, and
//! written down for an outside judge of the HTML.

use std::fs::OpenOptions;
use std::io::Write as _;

use serde_json::{Value, json};

use super::grammar::{self, Formatted};
use super::parameters::only;
use crate::methods::Refusal;

/// Names the file to which every HTML text goes that the bot sends, as one JSON string a line.
const RECORD: &str = "QUOTH_RECORD_HTML";

/// Checks and parses the text of a message: that of `object`, under the name `text`.
pub fn formatted(object: &Value, text: &str) -> Result<Formatted, Refusal> {
    let text = object[text].as_str().unwrap_or_default();
    Refusal::unless(!text.is_empty(), "message text is empty")?;
    Refusal::unless(text.len() <= 32_768, "message is too long")?;
    let mode = &object["parse_mode"];
    let parsed = match mode.as_str() {
        None if mode.is_null() => with_entities(text, &object["entities"])?,
        Some("HTML") => grammar::parse(text)
            .map_err(|problem| Refusal::fault(format!("can't parse entities: {problem}")))?,
        _ => return Err(Refusal::fault(format!("unsupported parse_mode {mode}"))),
    };
    let parsed = parsed.trimmed();
    Refusal::unless(!parsed.text.is_empty(), "message text is empty")?;
    let length = parsed.text.encode_utf16().count();
    Refusal::unless(length <= 4096, "message is too long")?;
    let are_kept = parsed.entities.len() <= 100;
    Refusal::unless(are_kept, "more entities than Telegram keeps")?;
    let preview = &object["link_preview_options"];
    let known = "is_disabled url prefer_small_media prefer_large_media show_above_text";
    only("LinkPreviewOptions", preview, known)?;
    if mode == "HTML" {
        record(text);
    }
    Ok(parsed)
}

/// A text that comes with its entities, which must lie within it.
fn with_entities(text: &str, entities: &Value) -> Result<Formatted, Refusal> {
    let entities = entities.as_array().cloned().unwrap_or_default();
    let length = text.encode_utf16().count() as u64;
    let end = |entity: &Value| Some(entity["offset"].as_u64()? + entity["length"].as_u64()?);
    let is_inside = |entity: &Value| end(entity).is_some_and(|end| end <= length);
    Refusal::unless(entities.iter().all(is_inside), "an entity leaves the text")?;
    let text = text.to_owned();
    Ok(Formatted { text, entities })
}

fn record(html: &str) {
    if let Some(path) = std::env::var_os(RECORD).filter(|path| !path.is_empty()) {
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .unwrap();
        // In one piece, since tests run side by side.
        file.write_all(format!("{}\n", json!(html)).as_bytes())
            .unwrap();
    }
}
