//! Updates that the server brings.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::Wire;
use crate::messages::private;
use crate::server::webhook::{self, Delivery};

const SECRET: &str = "AZaz09_-";

/// Receives updates, and answers by a status that can be changed.
#[derive(Clone)]
struct Receiver {
    received: mpsc::UnboundedSender<(Option<String>, Value)>,
    status: Arc<AtomicU16>,
}

#[allow(
    clippy::unused_async,
    reason = "handlers of axum are asynchronous; the benchmark, which takes this file in, calls none"
)]
async fn receive(
    State(receiver): State<Receiver>,
    headers: HeaderMap,
    Json(update): Json<Value>,
) -> StatusCode {
    let secret = headers.get(webhook::SECRET);
    let secret = secret.map(|secret| secret.to_str().unwrap().to_owned());
    receiver.received.send((secret, update)).unwrap();
    StatusCode::from_u16(receiver.status.load(Ordering::SeqCst)).unwrap()
}

#[tokio::test]
async fn a_webhook_gets_each_update_until_it_takes_it() {
    let wire = Wire::start().await;
    let (inbox, mut updates) = mpsc::unbounded_channel();
    let status = Arc::new(AtomicU16::new(200));
    let receiver = Receiver {
        received: inbox,
        status: Arc::clone(&status),
    };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let url = format!("http://{}/telegram", listener.local_addr().unwrap());
    let routes = Router::new()
        .route("/telegram", post(receive))
        .with_state(receiver);
    tokio::spawn(async move { axum::serve(listener, routes).await });

    wire.server.deliver(&private(5, "When?"));
    let set = json!({"url": url, "secret_token": SECRET, "allowed_updates": ["message"], "max_connections": 1});
    wire.granted("setWebhook", set).await;
    wire.server.webhook().await;
    let (secret, update) = updates.recv().await.unwrap();
    assert_eq!(
        (secret.as_deref(), &update["message"]["text"]),
        (Some(SECRET), &json!("When?"))
    );
    wire.server.taken().await;
    let conflict = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    assert_eq!(
        wire.response("getUpdates", &json!({})).await,
        (409, conflict.to_owned())
    );

    // Not taken: brought again and again, and then no more.
    status.store(503, Ordering::SeqCst);
    wire.server.deliver(&private(5, "Who?"));
    wire.server.taken().await;
    status.store(204, Ordering::SeqCst);
    wire.server.deliver(&private(5, "Why?"));
    wire.server.taken().await;
    let delivered: Vec<_> = wire.server.deliveries();
    let attempt = |update: u64, status: u16| Delivery {
        update,
        status: Some(status),
    };
    let mut wanted = vec![attempt(1, 200)];
    wanted.extend(vec![attempt(2, 503); 5]);
    wanted.push(attempt(3, 204));
    assert_eq!(delivered, wanted);
    let info = wire.granted("getWebhookInfo", json!({})).await;
    assert_eq!(info["url"], url);
    assert_eq!(info["max_connections"], 1);
    assert_eq!(
        info["last_error_message"],
        "Wrong response from the webhook: 503"
    );

    wire.granted("deleteWebhook", json!({"drop_pending_updates": true}))
        .await;
    let info = wire.granted("getWebhookInfo", json!({})).await;
    assert_eq!(info["url"], "");
    assert_eq!(info["pending_update_count"], 0);
    wire.granted("getUpdates", json!({})).await;
}

#[tokio::test]
async fn a_webhook_is_set_by_a_form_too_and_ends_a_poll() {
    let mut wire = Wire::start().await;
    let poll = wire.polling();
    wire.server.next(&["getUpdates"]).await;
    let part = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let form = part("url", "https://example.org:8443/")
        + &part("max_connections", "7")
        + &part("allowed_updates", "[\"inline_query\"]")
        + &part("secret_token", "7")
        + "--x--\r\n";
    let request = wire.post("SetWebhook");
    let request = request.header("Content-Type", "multipart/form-data; boundary=x");
    let response = request.body(form).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    let info = wire.granted("getWebhookInfo", json!({})).await;
    assert_eq!(info["max_connections"], 7);
    assert_eq!(info["allowed_updates"], json!(["inline_query"]));
    assert_eq!(
        poll.await.unwrap()["description"],
        "Conflict: terminated by setWebhook request"
    );
}

#[tokio::test]
async fn a_webhook_has_an_address_that_telegram_can_reach() {
    let wire = Wire::start().await;
    wire.refused(
        "setWebhook",
        true,
        &json!({"url": "https://example.org"}),
        &[
            (json!({"url": null}), "parameter \"url\" is required"),
            (json!({"url": "example"}), "invalid webhook URL specified"),
            (
                json!({"url": "http://example.org"}),
                "bad webhook: An HTTPS URL must be provided",
            ),
            (
                json!({"url": "https://example.org:8080"}),
                "bad webhook: Webhook can be set up only on ports",
            ),
            (
                json!({"max_connections": 101}),
                "max_connections must be 1 to 100",
            ),
            (
                json!({"secret_token": "a b"}),
                "secret token contains unallowed characters",
            ),
            (
                json!({"secret_token": "a".repeat(257)}),
                "secret token contains unallowed characters",
            ),
        ],
    )
    .await;
    wire.granted("setWebhook", json!({"url": ""})).await;
}
