//! Inline keyboards.

use serde_json::Value;
use url::Url;

use super::Server;
use super::parameters::{is_text, is_token, only};
use crate::methods::Refusal;

/// What a button of Quoth's may do; it does exactly one of these.
const ACTIONS: &[&str] = &["callback_data", "url"];

/// Checks the inline keyboard of a message, if it has one.
pub fn check(markup: &Value) -> Result<(), Refusal> {
    if markup.is_null() {
        return Ok(());
    }
    only("InlineKeyboardMarkup", markup, "inline_keyboard")?;
    let rows: Option<Vec<&Vec<Value>>> = markup["inline_keyboard"]
        .as_array()
        .and_then(|rows| rows.iter().map(Value::as_array).collect());
    let Some(rows) = rows else {
        return Err(Refusal::fault("an inline keyboard is rows of buttons"));
    };
    let mut buttons = rows.into_iter().flatten();
    Refusal::unless(buttons.clone().count() <= 100, "reply markup is too long")?;
    buttons.try_for_each(check_button)
}

fn check_button(button: &Value) -> Result<(), Refusal> {
    let known = format!("text {}", ACTIONS.join(" "));
    only("InlineKeyboardButton", button, &known)?;
    Refusal::unless(is_text(&button["text"]), "a button without text")?;
    let mut actions = ACTIONS.iter().filter(|action| !button[**action].is_null());
    let (Some(action), None) = (actions.next(), actions.next()) else {
        return Err(Refusal::fault(
            "Text buttons are unallowed in the inline keyboard: each does exactly one thing",
        ));
    };
    let value = button[*action].as_str().unwrap_or_default();
    if *action == "url" {
        Refusal::unless(is_address(value), &format!("BUTTON_INVALID: {button}"))
    } else {
        let fits = (1..=64).contains(&value.len());
        Refusal::unless(fits, "BUTTON_DATA_INVALID")
    }
}

/// An address that Telegram lets people open.
fn is_address(text: &str) -> bool {
    let is_known = |kind: &str| matches!(kind, "https" | "http" | "tg");
    Url::parse(text).is_ok_and(|url| is_known(url.scheme()) && url.has_host())
}

/// What follows `/start` where a link to the bot is followed.
fn payload(link: &str) -> Option<String> {
    let link = Url::parse(link).ok()?;
    let (name, payload) = link.query_pairs().next()?;
    let is_ours = link.as_str().starts_with("https://t.me/quoth_test_bot?") && name == "start";
    (is_ours && is_token(&payload, 64)).then(|| payload.into_owned())
}

/// The buttons of a message, row by row: the text of each, and its callback data or address.
pub fn buttons(message: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = message["reply_markup"]["inline_keyboard"].as_array();
    rows.into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten()
        .map(|button| {
            let action = ACTIONS.iter().find(|action| !button[**action].is_null());
            let action = action.map(|action| text(&button[*action]));
            (text(&button["text"]), action.unwrap_or_default())
        })
        .collect()
}

impl Server {
    /// The buttons under a message now, as (text, callback data).
    pub fn buttons(&self, chat: i64, message: u64) -> Vec<(String, String)> {
        let message = self.message(chat, message);
        buttons(&message.unwrap_or_default())
    }

    /// What a person to whom a message's link was shared sends the bot, if the
    /// message has a button that shares one.
    pub fn follow_shared(&self, chat: i64, message: u64) -> Option<String> {
        let buttons = self.buttons(chat, message).into_iter();
        let (_, address) = buttons.into_iter().find(|(label, _)| label == "Share")?;
        let address = Url::parse(&address).unwrap();
        assert!(address.as_str().starts_with("https://t.me/share/url?"));
        let shared = address.query_pairs().find(|(name, _)| name == "url");
        let (_, link) = shared.expect("nothing is shared");
        let payload = payload(&link).unwrap_or_else(|| panic!("no link to the bot: {link}"));
        Some(format!("/start {payload}"))
    }
}
