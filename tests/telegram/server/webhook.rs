//! Updates by webhook: each is posted in turn, and again if the bot does not
//! take it, a bounded number of times.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::Server;
use super::parameters::is_token;
use super::state::{Shared, Telegram, patiently};
use crate::methods::{Outcome, Refusal};

/// The header in which the secret stands.
pub const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";
/// How often an update is posted that the bot does not take.
const ATTEMPTS: u32 = 5;
/// The pause after the first attempt that failed; it doubles with each.
const PAUSE: Duration = Duration::from_millis(20);

/// Where updates go, if the bot does not poll.
#[derive(Default)]
pub struct Webhook {
    url: String,
    secret: Option<String>,
    max_connections: u64,
    /// Attempts to deliver the first update in the queue.
    attempts: u32,
    last_error: Option<String>,
    deliveries: Vec<Delivery>,
}

/// One attempt to deliver an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub update: u64,
    /// The HTTP status, if there was a response.
    pub status: Option<u16>,
}

impl Webhook {
    pub fn is_set(&self) -> bool {
        !self.url.is_empty()
    }
}

impl Telegram {
    /// HTTPS on one of four ports, as Telegram demands, or anything on the loopback.
    pub fn set_webhook(&mut self, parameters: &Value) -> Outcome {
        let Some(url) = parameters["url"].as_str() else {
            return Err(Refusal::fault("parameter \"url\" is required"));
        };
        if url.is_empty() {
            return Ok(self.delete_webhook(parameters));
        }
        let parsed = url.parse::<url::Url>();
        let parsed = parsed.map_err(|_| Refusal::fault("invalid webhook URL specified"))?;
        if parsed.host_str() != Some("127.0.0.1") {
            let no_https = "bad webhook: An HTTPS URL must be provided for webhook";
            Refusal::unless(parsed.scheme() == "https", no_https)?;
            let is_open = [443, 80, 88, 8443].contains(&parsed.port_or_known_default().unwrap());
            let no_port = "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443";
            Refusal::unless(is_open, no_port)?;
        }
        let secret = parameters["secret_token"].as_str();
        let is_allowed = secret.is_none_or(|secret| is_token(secret, 256));
        Refusal::unless(is_allowed, "secret token contains unallowed characters")?;
        let max_connections = parameters["max_connections"].as_u64().unwrap_or(40);
        let is_right = (1..=100).contains(&max_connections);
        Refusal::unless(is_right, "max_connections must be 1 to 100")?;
        self.updates.allow(&parameters["allowed_updates"])?;
        self.drop_pending(parameters);
        url.clone_into(&mut self.webhook.url);
        self.webhook.secret = secret.map(str::to_owned);
        self.webhook.max_connections = max_connections;
        Ok(json!(true))
    }

    pub fn delete_webhook(&mut self, parameters: &Value) -> Value {
        self.webhook.url.clear();
        self.webhook.secret = None;
        self.drop_pending(parameters);
        json!(true)
    }

    fn drop_pending(&mut self, parameters: &Value) {
        if parameters["drop_pending_updates"] == true {
            self.updates.queue.clear();
        }
    }

    pub fn webhook_info(&self) -> Value {
        let mut info = json!({
            "url": self.webhook.url,
            "has_custom_certificate": false,
            "pending_update_count": self.updates.queue.len(),
        });
        if self.webhook.is_set() {
            info["max_connections"] = json!(self.webhook.max_connections);
        }
        if let Some(message) = &self.webhook.last_error {
            info["last_error_date"] = json!(1);
            info["last_error_message"] = json!(message);
        }
        if let Some(kinds) = &self.updates.allowed {
            info["allowed_updates"] = json!(kinds);
        }
        info
    }

    /// Notes what came of an attempt, and returns how many failed in a row.
    fn note(&mut self, update: u64, status: Option<u16>) -> u32 {
        let webhook = &mut self.webhook;
        webhook.deliveries.push(Delivery { update, status });
        webhook.attempts += 1;
        let taken = status.is_some_and(|status| (200..300).contains(&status));
        if !taken {
            webhook.last_error = Some(match status {
                Some(status) => format!("Wrong response from the webhook: {status}"),
                None => "Connection refused".to_owned(),
            });
        }
        if taken || webhook.attempts >= ATTEMPTS {
            webhook.attempts = 0;
            self.updates.queue.retain(|(id, _)| *id != update);
        }
        self.webhook.attempts
    }
}

/// Delivers updates, for as long as the server runs.
pub async fn deliver(shared: Arc<Shared>) {
    let client = super::client();
    loop {
        let (url, secret, (id, update)) = shared
            .until(|telegram| {
                let webhook = &telegram.webhook;
                let next = telegram.updates.queue.front().filter(|_| webhook.is_set());
                next.map(|next| (webhook.url.clone(), webhook.secret.clone(), next.clone()))
            })
            .await;
        let mut request = client.post(url).json(&update);
        if let Some(secret) = secret {
            request = request.header(SECRET, secret);
        }
        let status = request.send().await.ok().map(|sent| sent.status().as_u16());
        let failed = shared.change(|telegram| telegram.note(id, status));
        if failed > 0 {
            tokio::time::sleep(PAUSE * 2_u32.pow(failed)).await;
        }
    }
}

impl Server {
    /// Every attempt to deliver an update by webhook, in order.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.state().webhook.deliveries.clone()
    }

    /// Waits until the bot has set a webhook.
    pub async fn webhook(&self) {
        let set = self
            .shared
            .until(|telegram| telegram.webhook.is_set().then_some(()));
        patiently(set, "a webhook").await;
    }
}
