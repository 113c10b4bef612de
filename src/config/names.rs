//! Which settings there are: nothing else may be set, and no other name of a file is repeated.

/// The names of all settings.
pub(super) const SETTINGS: &[&str] = &[
    "QUOTH_CORPUS",
    "QUOTH_DATA",
    "QUOTH_ALLOWED_CHATS",
    "QUOTH_ADMINS",
    "QUOTH_WEBHOOK_URL",
    "QUOTH_WEBHOOK_LISTEN",
    "QUOTH_LOG_QUESTIONS",
    "QUOTH_READER",
    "QUOTH_MEMORY",
    "QUOTH_LANGUAGE",
    "QUOTH_ENGINE",
    "QUOTH_ENGINE_PASSWORD",
    "QUOTH_ENGINE_CA",
    "QUOTH_ENGINE_INDEX",
    "TELOXIDE_TOKEN",
    "TELOXIDE_API_URL",
];
