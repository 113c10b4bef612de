//! Updates that Telegram brings to the bot, instead of the bot asking for them.

mod strangers;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, Ordering};

use quoth::config::Webhook;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::bot::{Bot, no_answer, saying};
use crate::messages::{begins, private, says};
use crate::server::{SECRET, Server, client};

/// An address of this machine that nobody listens on, and that no other test gets.
/// Its port is below those that systems give out themselves (from 32,768 on Linux):
/// one of theirs may go to another connection before the bot listens on it.
async fn free() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(20_000);
    loop {
        let port = NEXT.fetch_add(1, Ordering::Relaxed);
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        if TcpListener::bind(address).await.is_ok() {
            return address;
        }
    }
}

fn at(listen: SocketAddr, path: &str) -> Webhook {
    let url = format!("http://{listen}{path}").parse().unwrap();
    Webhook { url, listen }
}

/// A bot with a webhook, where that is, and the secret that it told Telegram.
struct Hooked {
    bot: Bot,
    webhook: Webhook,
    secret: String,
}

impl Hooked {
    async fn at(path: &str) -> Self {
        let webhook = at(free().await, path);
        let server = Server::start().await;
        let mut bot = Bot::by_webhook(server, saying(no_answer), webhook.clone());
        let set = bot.server.next(&["setWebhook"]).await.parameters;
        assert_eq!(set["url"], webhook.url.as_str());
        assert_eq!(
            set["allowed_updates"],
            json!([
                "message",
                "edited_message",
                "callback_query",
                "inline_query"
            ])
        );
        let secret = set["secret_token"].as_str().unwrap().to_owned();
        bot.server.webhook().await;
        Self {
            bot,
            webhook,
            secret,
        }
    }

    /// Calls the webhook, and returns the HTTP status.
    async fn call(&self, secret: Option<&str>, body: impl Into<String>) -> u16 {
        let mut request = client().post(self.webhook.url.clone()).body(body.into());
        if let Some(secret) = secret {
            request = request.header(SECRET, secret);
        }
        request.send().await.unwrap().status().as_u16()
    }
}

/// A question of the person as an update.
fn update(id: u64, person: i64) -> Value {
    let mut message = private(person, "When?");
    message["message_id"] = json!(1);
    json!({"update_id": id, "message": message})
}

#[tokio::test]
async fn what_telegram_brings_is_answered_at_whatever_path() {
    for path in ["/quoth", "/", "/bots/:quoth/*a/%7Bb%7D"] {
        let mut hooked = Hooked::at(path).await;
        hooked.bot.ask(&private(5, "When?")).await;
        hooked.bot.ask(&private(5, "Who?")).await;
        hooked.bot.server.taken().await;
        let deliveries = hooked.bot.server.deliveries();
        let statuses: Vec<_> = deliveries.iter().map(|delivery| delivery.status).collect();
        assert_eq!(statuses, [Some(200), Some(200)], "{path}");
        hooked.bot.stop().await;
    }
}

#[tokio::test]
async fn who_does_not_know_the_secret_is_not_heard() {
    let mut hooked = Hooked::at("/quoth").await;
    let known = hooked.secret.clone();
    assert!(known.len() >= 32);
    let cut = &known[1..];
    for secret in [None, Some(""), Some("wrong"), Some(cut)] {
        let status = hooked.call(secret, update(100, 5).to_string()).await;
        assert_eq!(status, 401, "{secret:?}");
    }
    // Had one been taken, this one would have come before.
    hooked.bot.ask(&private(5, "When?")).await;
    hooked.bot.stop().await;
}

#[tokio::test]
async fn half_a_character_loses_no_message() {
    let mut hooked = Hooked::at("/quoth").await;
    // From now on there is this chat.
    hooked.bot.ask(&private(5, "When?")).await;
    let whole = update(9, 5).to_string();
    let broken = whole.replace("When?", "When? \\ud83d");
    assert_ne!(whole, broken);
    assert_eq!(hooked.call(Some(&hooked.secret), broken).await, 200);
    assert_eq!(hooked.bot.server.sent().await["chat_id"], 5);
    hooked.bot.stop().await;
}

#[tokio::test]
async fn each_run_has_a_secret_of_its_own() {
    let (first, second) = (Hooked::at("/").await, Hooked::at("/").await);
    assert_ne!(first.secret, second.secret);
    first.bot.stop().await;
    second.bot.stop().await;
}

#[tokio::test]
async fn what_is_no_json_is_refused_and_what_is_no_update_is_passed_over() {
    let mut hooked = Hooked::at("/quoth").await;
    let secret = Some(hooked.secret.as_str());
    for body in ["", "{", "\u{0}", "{\"update_id\": 1"] {
        assert_eq!(hooked.call(secret, body).await, 400, "{body:?}");
    }
    for body in [
        "[]",
        "{}",
        "7",
        "{\"update_id\": -1}",
        "{\"update_id\": 9, \"poll\": {}}",
    ] {
        assert_eq!(hooked.call(secret, body).await, 200, "{body:?}");
    }
    let huge = format!(
        "{{\"update_id\": 10, \"text\": \"{}\"}}",
        "a".repeat(1 << 20)
    );
    assert_eq!(hooked.call(secret, huge).await, 413);
    hooked.bot.ask(&private(5, "When?")).await;
    hooked.bot.stop().await;
}

#[tokio::test]
async fn what_telegram_brings_again_is_answered_once() {
    let mut hooked = Hooked::at("/quoth").await;
    hooked.bot.ask(&private(5, "When?")).await;
    hooked.bot.server.taken().await;
    let secret = Some(hooked.secret.as_str());
    assert_eq!(hooked.call(secret, update(1, 5).to_string()).await, 200);
    hooked.bot.ask(&private(5, "Who?")).await;
    hooked.bot.stop().await;
}

#[tokio::test]
async fn a_stop_leaves_the_webhook_and_polling_takes_it_away() {
    let mut hooked = Hooked::at("/quoth").await;
    hooked.bot.ask(&private(5, "When?")).await;
    let mut server = hooked.bot.leave().await;
    // Still set, for the next run.
    server.webhook().await;
    let listen = hooked.webhook.listen;
    let again = TcpListener::bind(listen).await;
    assert!(again.is_ok(), "the bot still listens on {listen}");
    while let Some(call) = server.called() {
        assert_ne!(call.method, "deleteWebhook");
    }
    let mut bot = Bot::with(server, saying(no_answer));
    bot.server.next(&["deleteWebhook"]).await;
    bot.ask(&private(5, "When?")).await;
    bot.stop().await;
}

#[tokio::test]
async fn an_address_in_use_ends_the_bot_with_a_hint_before_anything_is_said() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let webhook = at(taken.local_addr().unwrap(), "/quoth");
    let mut bot = Bot::by_webhook(Server::start().await, saying(no_answer), webhook);
    assert!(bot.server.called().is_none());
    let refused = bot.end().await.unwrap_err().to_string();
    let wanted = format!(
        "{} cannot be listened on\nhint: set QUOTH_WEBHOOK_LISTEN to an address and a port of this machine that are free",
        taken.local_addr().unwrap()
    );
    assert_eq!(refused, wanted);
}

#[tokio::test]
async fn an_address_that_telegram_refuses_ends_the_bot_with_a_hint() {
    let server = Server::start().await;
    let no = "Bad Request: bad webhook: Failed to resolve host: Name or service not known";
    server.script("setWebhook", crate::methods::error(400, no));
    let mut bot = Bot::by_webhook(server, saying(no_answer), at(free().await, "/quoth"));
    let refused = bot.end().await.unwrap_err().to_string();
    begins(&refused, "Telegram does not take QUOTH_WEBHOOK_URL: ");
    says(&refused, "Failed to resolve host");
    says(&refused, "\nhint: ");
}
