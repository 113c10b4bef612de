//! Every method of the Bot API (9.1) that Quoth may call, with every parameter
//! that the official documentation gives it, and how Telegram words its
//! responses.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

/// Methods and their parameters, of which a call may give no other.
pub const METHODS: &[(&str, &str)] = &[
    ("getMe", ""),
    ("getUpdates", "offset limit timeout allowed_updates"),
    (
        "setWebhook",
        "url certificate ip_address max_connections allowed_updates drop_pending_updates \
         secret_token",
    ),
    ("deleteWebhook", "drop_pending_updates"),
    ("getWebhookInfo", ""),
    ("getFile", "file_id"),
    ("setMyCommands", "commands scope language_code"),
    (
        "sendMessage",
        "business_connection_id chat_id message_thread_id text parse_mode entities \
         link_preview_options disable_notification protect_content allow_paid_broadcast \
         message_effect_id reply_parameters reply_markup",
    ),
    (
        "sendDocument",
        "business_connection_id chat_id message_thread_id document thumbnail caption parse_mode \
         caption_entities disable_content_type_detection disable_notification protect_content \
         allow_paid_broadcast message_effect_id reply_parameters reply_markup",
    ),
    (
        "sendChatAction",
        "business_connection_id chat_id message_thread_id action",
    ),
    (
        "editMessageText",
        "business_connection_id chat_id message_id inline_message_id text parse_mode entities \
         link_preview_options reply_markup",
    ),
    (
        "editMessageReplyMarkup",
        "business_connection_id chat_id message_id inline_message_id reply_markup",
    ),
    ("deleteMessage", "chat_id message_id"),
    (
        "answerCallbackQuery",
        "callback_query_id text show_alert url cache_time",
    ),
    (
        "answerInlineQuery",
        "inline_query_id results cache_time is_personal next_offset button",
    ),
];

/// What became of a call.
pub type Outcome = Result<Value, Refusal>;

/// Why Telegram does not do as it is told.
#[derive(Debug)]
pub struct Refusal {
    pub code: u16,
    pub description: String,
    /// Whether the bot could have known better, so that the test fails; what
    /// people do at the same time, such as deleting a message, it cannot know.
    pub fault: bool,
}

impl Refusal {
    /// What even a bot without fault meets.
    pub fn fate(description: &str) -> Self {
        Self {
            code: 400,
            description: format!("Bad Request: {description}"),
            fault: false,
        }
    }

    /// What a bot without fault never meets.
    pub fn fault(description: impl AsRef<str>) -> Self {
        Self {
            fault: true,
            ..Self::fate(description.as_ref())
        }
    }

    /// A fault unless it is as a bot without fault has it.
    pub fn unless(is_so: bool, description: &str) -> Result<(), Self> {
        if is_so {
            Ok(())
        } else {
            Err(Self::fault(description))
        }
    }

    pub fn conflict(description: &str) -> Self {
        Self {
            code: 409,
            description: format!("Conflict: {description}"),
            fault: false,
        }
    }
}

pub fn granted(result: &Value) -> Response {
    Json(json!({"ok": true, "result": result})).into_response()
}

/// An error as Telegram words it.
pub fn error(code: u16, description: &str) -> Value {
    json!({"ok": false, "error_code": code, "description": description})
}

/// What Telegram says to a bot that writes too much.
pub fn flood(seconds: u64) -> Value {
    let mut flood = error(429, &format!("Too Many Requests: retry after {seconds}"));
    flood["parameters"] = json!({"retry_after": seconds});
    flood
}

/// What Telegram says of a group that became the supergroup `chat`.
pub fn moved(chat: i64) -> Value {
    let mut moved = error(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    );
    moved["parameters"] = json!({"migrate_to_chat_id": chat});
    moved
}

pub fn refusal(code: u16, description: &str) -> Response {
    let status = StatusCode::from_u16(code).unwrap();
    (status, Json(error(code, description))).into_response()
}
