//! The first words with Telegram: whether it knows the token, and what the bot offers.

use serde::Deserialize as _;
use teloxide::payloads::{DeleteWebhook, GetMe, SetMyCommands};
use teloxide::types::BotCommand;
use teloxide::{ApiError, RequestError};

use super::api::Api;
use super::errors;

/// The bot, as far as it needs to know itself.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Me {
    pub id: i64,
    pub username: String,
}

/// Asks Telegram who the bot is, until there is an answer.
///
/// # Errors
///
/// A token that Telegram does not know; all else may pass.
pub(super) async fn introduce(api: &Api) -> anyhow::Result<Me> {
    let mut failures = 0;
    let me = loop {
        let error = match api.call(GetMe::new()).await {
            Ok(me) => break me,
            // Both "Unauthorized" and, for a token of no bot that ever was, "Not Found".
            Err(RequestError::Api(ApiError::InvalidToken)) => return Err(refused()),
            Err(error) => error,
        };
        if failures == 0 {
            log::warn!(
                "Telegram cannot be reached: {}; trying until it can",
                errors::describe(&error)
            );
        }
        tokio::time::sleep(errors::pause(&error, failures)).await;
        failures += 1;
    };
    Me::deserialize(&me).map_err(|_| {
        anyhow::anyhow!(
            "what answers as Telegram is no Bot API server\nhint: check TELOXIDE_API_URL; Telegram's own is https://api.telegram.org"
        )
    })
}

/// Why a bot ends whose token Telegram does not know, or no longer.
pub(super) fn refused() -> anyhow::Error {
    anyhow::anyhow!(
        "Telegram refused the token\nhint: check TELOXIDE_TOKEN, and TELOXIDE_API_URL if it is set; @BotFather shows the token of each bot"
    )
}

/// The commands of the bot, each with what it does.
#[derive(Clone, Debug)]
pub struct Menu {
    /// Those who use Telegram in this language see it, by its ISO 639-1 code; `None` for all for
    /// whom there is no other.
    pub language: Option<&'static str>,
    pub commands: Vec<(&'static str, String)>,
}

/// Offers the menus of commands, without which the bot works as well.
pub(super) async fn offer_menus(api: &Api, menus: Vec<Menu>) {
    for Menu { language, commands } in menus {
        let commands = commands.into_iter();
        let commands = commands.map(|(name, what)| BotCommand::new(name, what));
        let mut payload = SetMyCommands::new(commands);
        payload.language_code = language.map(str::to_owned);
        if let Err(error) = api.call(payload).await {
            // The others would fare no better.
            log::warn!(
                "the menu of commands is not set: {}",
                errors::describe(&error)
            );
            return;
        }
    }
}

/// Has updates wait for the bot to poll them.
pub(super) async fn expect_polls(api: &Api) {
    // Polling tells if an old webhook stays in its way.
    if let Err(error) = api.call(DeleteWebhook::new()).await {
        log::warn!(
            "a webhook that may be set stays: {}",
            errors::describe(&error)
        );
    }
}
