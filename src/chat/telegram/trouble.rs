//! What went wrong between Telegram and the bot, told without secrets and without anyone's words.

use std::error::Error;
use std::time::Duration;

use teloxide::RequestError;

/// An error for the log and the operator.
///
/// Not the error's own display: that of a network error holds the URL and
/// leaves out the cause, and that of an unreadable response holds the
/// response, which may be people's messages.
pub(super) fn describe(error: &RequestError) -> String {
    match error {
        RequestError::Network(error) if error.is_timeout() => {
            "there was no response in time".to_owned()
        }
        RequestError::Network(error) => {
            let causes = std::iter::successors(error.source(), |&error| error.source());
            let told = causes
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(": ");
            if told.is_empty() {
                "the network failed".to_owned()
            } else {
                told
            }
        }
        RequestError::InvalidJson { .. } => "the response is not one of the Bot API".to_owned(),
        other => other.to_string(),
    }
}

/// How long to wait before the next attempt after `failures` earlier ones:
/// as long as Telegram says, else 1, 2, 4 and at last 64 seconds.
pub(super) fn pause(error: &RequestError, failures: u32) -> Duration {
    match error {
        RequestError::RetryAfter(seconds) => seconds.duration(),
        _ => Duration::from_secs(1 << failures.min(6)),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::sync::Arc;

    use teloxide::ApiError;
    use teloxide::prelude::Requester as _;
    use teloxide::types::Seconds;

    use super::*;

    #[tokio::test]
    async fn a_network_error_is_told_by_its_cause_and_without_the_token() {
        // Nothing listens on port 1.
        let bot =
            teloxide::Bot::new("12:secret").set_api_url("http://127.0.0.1:1/api".parse().unwrap());
        let told = describe(&bot.get_me().await.unwrap_err());
        assert!(
            !told.contains("secret") && told.contains("connect"),
            "{told}"
        );
    }

    #[test]
    fn a_response_is_not_repeated() {
        let source = Arc::new(serde_json::from_str::<u8>("x").unwrap_err());
        let error = RequestError::InvalidJson {
            source,
            raw: "words of a person".into(),
        };
        assert_eq!(describe(&error), "the response is not one of the Bot API");
    }

    #[test]
    fn pauses_double_up_to_a_minute_unless_telegram_says() {
        let error = RequestError::Api(ApiError::Unknown("Bad Gateway".to_owned()));
        let pauses = [0, 1, 2, 6, 7, u32::MAX].map(|failures| pause(&error, failures).as_secs());
        assert_eq!(pauses, [1, 2, 4, 64, 64, 64]);
        assert_eq!(
            pause(&RequestError::RetryAfter(Seconds::from_seconds(300)), 0).as_secs(),
            300
        );
    }
}
