//! The first words with Telegram: whether it knows the token, and what the bot offers.

use teloxide::prelude::Requester as _;
use teloxide::types::Me;
use teloxide::{ApiError, RequestError};

use super::sending::Sender;
use super::{trouble, wording};

/// Asks Telegram who the bot is, until there is an answer.
///
/// # Errors
///
/// A token that Telegram does not know; all else may pass.
pub(super) async fn introduce(bot: &Sender) -> anyhow::Result<Me> {
    let mut failures = 0;
    let me = loop {
        match bot.get_me().await {
            Ok(me) => break me,
            // Both "Unauthorized" and, for a token of no bot that ever was, "Not Found".
            Err(RequestError::Api(ApiError::InvalidToken)) => {
                anyhow::bail!(
                    "Telegram refused the token\nhint: check TELOXIDE_TOKEN, and TELOXIDE_API_URL if it is set; @BotFather shows the token of each bot"
                )
            }
            Err(error) => {
                if failures == 0 {
                    log::warn!(
                        "Telegram cannot be reached: {}; trying until it can",
                        trouble::describe(&error)
                    );
                }
                tokio::time::sleep(trouble::pause(&error, failures)).await;
                failures += 1;
            }
        }
    };
    // The bot works without a menu, and the listener tells if an old webhook is in its way.
    if let Err(error) = bot.delete_webhook().await {
        log::warn!(
            "a webhook that may be set stays: {}",
            trouble::describe(&error)
        );
    }
    if let Err(error) = bot.set_my_commands(wording::commands()).await {
        log::warn!(
            "the menu of commands is not set: {}",
            trouble::describe(&error)
        );
    }
    Ok(me)
}
