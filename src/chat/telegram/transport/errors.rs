//! What went wrong between Telegram and the bot, told without secrets and without anyone's words,
//! and seldom where anybody can make it happen without end.

use std::error::Error as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use teloxide::{ApiError, RequestError};

/// Why Telegram did not do what it was asked to, in words for the log.
#[derive(Debug, thiserror::Error)]
#[error("{}", describe(.0))]
pub struct Error(#[from] RequestError);

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

/// Tells the operator that a group became a supergroup, which has another id.
pub fn tell_moved(chat: i64, now: i64) {
    log::warn!("chat {chat} is now {now}: an allow-list needs that id");
}

/// What Telegram says of itself where it fails (HTTP 500 to 504).
const FAILURES: &[&str] = &[
    "Internal Server Error",
    "Bad Gateway",
    "Service Unavailable",
    "Gateway Timeout",
];

/// Whether the same call may do later: nothing is wrong with the call itself.
pub(super) fn may_pass(error: &RequestError) -> bool {
    match error {
        // A response that is no JSON is a gateway's page.
        RequestError::RetryAfter(_)
        | RequestError::Network(_)
        | RequestError::Io(_)
        | RequestError::InvalidJson { .. } => true,
        RequestError::Api(ApiError::Unknown(said)) => {
            FAILURES.iter().any(|failure| said.contains(failure))
        }
        RequestError::Api(_) | RequestError::MigrateToChatId(_) => false,
    }
}

/// How long to wait before the next attempt after `failures` earlier ones:
/// as long as Telegram says, else 1, 2, 4 and at last 64 seconds.
pub(super) fn pause(error: &RequestError, failures: u32) -> Duration {
    match error {
        RequestError::RetryAfter(seconds) => seconds.duration(),
        _ => backoff(failures),
    }
}

/// The pause after `failures` earlier ones where Telegram says nothing.
pub(super) fn backoff(failures: u32) -> Duration {
    Duration::from_secs(1 << failures.min(6))
}

/// How often something happened.
#[derive(Debug, Default)]
pub(super) struct Tally(AtomicU64);

impl Tally {
    /// Counts one more; how many there are by now if that is to be logged: the 1st, 2nd, 4th, 8th
    /// and so on.
    pub(super) fn count(&self) -> Option<u64> {
        let count = self.0.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        count.is_power_of_two().then_some(count)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::sync::Arc;

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
    fn limits_and_failures_of_telegram_pass_and_refusals_do_not() {
        let unknown = |said: &str| RequestError::Api(ApiError::Unknown(said.to_owned()));
        for (error, passes) in [
            (RequestError::RetryAfter(Seconds::from_seconds(3)), true),
            (unknown("Internal Server Error"), true),
            (unknown("Bad Gateway"), true),
            (RequestError::Api(ApiError::BotBlocked), false),
            (unknown("Bad Request: TOPIC_CLOSED"), false),
        ] {
            assert_eq!(may_pass(&error), passes, "{error}");
        }
    }

    #[test]
    fn what_happens_often_is_logged_ever_less() {
        let tally = Tally::default();
        let logged: Vec<u64> = (0..2300).filter_map(|_| tally.count()).collect();
        let wanted: Vec<u64> = (0..12).map(|power| 1 << power).collect();
        assert_eq!(logged, wanted);
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
