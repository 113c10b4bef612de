//! Updates by long polling.

use std::time::Duration;

use serde_json::{Value, json};

use super::state::Shared;
use crate::methods::{Outcome, Refusal};

const OTHER_POLL: &str =
    "terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK: &str = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

impl Shared {
    /// A new poll, or a webhook, ends the poll before, and says so with 409.
    pub async fn get_updates(&self, parameters: &Value) -> Outcome {
        let number = |name: &str, default: i64| match &parameters[name] {
            Value::Null => Ok(default),
            value => value
                .as_i64()
                .ok_or_else(|| Refusal::fault(format!("getUpdates: {name} must be a number"))),
        };
        let offset = number("offset", 0)?;
        let timeout = number("timeout", 0)?;
        let limit = number("limit", 100)?;
        let are_right = (1..=100).contains(&limit) && timeout >= 0;
        Refusal::unless(are_right, "limit must be 1 to 100, timeout no less than 0")?;
        let poll = self.change(|telegram| {
            if telegram.webhook.is_set() {
                return Err(Refusal::conflict(WEBHOOK));
            }
            let updates = &mut telegram.updates;
            updates.allow(&parameters["allowed_updates"])?;
            updates.forget(offset);
            updates.polls += 1;
            Ok(updates.polls)
        })?;
        let timeout = Duration::from_secs(timeout.unsigned_abs());
        self.until_or(timeout, |telegram| {
            let updates = &telegram.updates;
            let over = updates.polls != poll || telegram.webhook.is_set();
            (over || !updates.queue.is_empty()).then_some(())
        })
        .await;
        let telegram = self.state.lock().unwrap();
        if telegram.webhook.is_set() {
            return Err(Refusal::conflict("terminated by setWebhook request"));
        }
        if telegram.updates.polls != poll {
            return Err(Refusal::conflict(OTHER_POLL));
        }
        let queue = telegram.updates.queue.iter();
        let updates: Vec<_> = queue
            .take(limit as usize)
            .map(|(_, update)| update)
            .collect();
        Ok(json!(updates))
    }
}
