//! Parts of an update: one that has an unheard-of shape is left out instead of the whole.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Entity;
use crate::wording::Wording;

/// What cannot be read counts as not there.
pub(super) fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(T::deserialize(Value::deserialize(deserializer)?).ok())
}

/// The language of a tag, where it is one that Quoth speaks.
pub(super) fn spoken<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Wording>, D::Error> {
    let tag: Option<String> = lenient(deserializer)?;
    Ok(tag.as_deref().and_then(Wording::of))
}

/// The entities that can be read.
pub(super) fn those_known<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Entity>, D::Error> {
    let Value::Array(all) = Value::deserialize(deserializer)? else {
        return Ok(Vec::new());
    };
    Ok(all
        .into_iter()
        .filter_map(|entity| Entity::deserialize(entity).ok())
        .collect())
}

/// What those buttons of a keyboard tell the bot that can be read.
pub(super) fn told<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let keyboard = Value::deserialize(deserializer)?;
    let rows = keyboard.get("inline_keyboard").and_then(Value::as_array);
    let buttons = rows.into_iter().flatten().filter_map(Value::as_array);
    let data = buttons.flatten().filter_map(|button| {
        let data = button.get("callback_data")?;
        data.as_str().map(str::to_owned)
    });
    Ok(data.collect())
}

/// Whether a field is there, and neither null nor false.
pub(super) fn is_there<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let field = Value::deserialize(deserializer)?;
    Ok(!matches!(field, Value::Null | Value::Bool(false)))
}
