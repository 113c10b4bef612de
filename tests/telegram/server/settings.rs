//! What the bot is, and what it says of itself.

use serde_json::{Value, json};

use super::parameters::only;
use crate::methods::{Outcome, Refusal};

/// The user that the bot is, as its messages name it.
pub fn bot() -> Value {
    json!({"id": 42, "is_bot": true, "first_name": "Quoth", "username": "quoth_test_bot"})
}

/// What the bot is told of itself.
pub fn me() -> Value {
    let mut me = bot();
    me["can_join_groups"] = json!(true);
    me["can_read_all_group_messages"] = json!(false);
    me["supports_inline_queries"] = json!(true);
    me["can_connect_to_business"] = json!(false);
    me["has_main_web_app"] = json!(false);
    me
}

/// At most 100 commands of at most 32 lower-case letters, digits and
/// underscores, each with a description of at most 256 characters.
pub fn set_my_commands(parameters: &Value) -> Outcome {
    let Some(commands) = parameters["commands"].as_array() else {
        return Err(Refusal::fault("parameter \"commands\" is required"));
    };
    Refusal::unless(commands.len() <= 100, "BOT_COMMANDS_TOO_MUCH")?;
    for entry in commands {
        only("BotCommand", entry, "command description")?;
        let command = entry["command"].as_str().unwrap_or_default();
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let is_name = (1..=32).contains(&command.len()) && command.bytes().all(allowed);
        Refusal::unless(is_name, "BOT_COMMAND_INVALID")?;
        let description = entry["description"].as_str().unwrap_or_default();
        let fits = (1..=256).contains(&description.chars().count());
        Refusal::unless(fits, "BOT_COMMAND_DESCRIPTION_INVALID")?;
    }
    only(
        "BotCommandScope",
        &parameters["scope"],
        "type chat_id user_id",
    )?;
    let language = &parameters["language_code"];
    let is_code = language.as_str().is_some_and(|code| code.len() <= 2);
    Refusal::unless(
        language.is_null() || is_code,
        "BOT_COMMAND_LANG_CODE_INVALID",
    )?;
    Ok(json!(true))
}
