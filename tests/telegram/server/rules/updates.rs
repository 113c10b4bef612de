//! What happens to the bot, and how a poll tells of it.

use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::Wire;
use crate::messages::{GROUP, group, private};

impl Wire {
    /// A poll that waits for an update.
    pub fn polling(&self) -> JoinHandle<Value> {
        let request = self.post("getUpdates").json(&json!({"timeout": 50}));
        tokio::spawn(async move { request.send().await.unwrap().json().await.unwrap() })
    }

    async fn poll(&self, parameters: Value) -> Vec<Value> {
        let updates = self.granted("getUpdates", parameters).await;
        updates.as_array().unwrap().clone()
    }

    async fn numbers(&self, parameters: Value) -> Vec<u64> {
        let updates = self.poll(parameters).await;
        updates
            .iter()
            .map(|update| update["update_id"].as_u64().unwrap())
            .collect()
    }
}

#[tokio::test]
async fn updates_come_until_they_are_acknowledged() {
    let wire = Wire::start().await;
    for _ in 0..4 {
        wire.server.deliver(&private(5, "When?"));
    }
    assert_eq!(wire.numbers(json!({})).await, [1, 2, 3, 4]);
    assert_eq!(wire.numbers(json!({"limit": 2})).await, [1, 2]);
    assert_eq!(wire.numbers(json!({"offset": 2})).await, [2, 3, 4]);
    assert_eq!(wire.numbers(json!({"offset": 0})).await, [2, 3, 4]);
    assert_eq!(wire.numbers(json!({"offset": -1})).await, [4]);
    assert_eq!(wire.server.waiting(), 1);
    assert_eq!(wire.numbers(json!({"offset": 5})).await, [0; 0]);
    wire.server.taken().await;
    wire.refused(
        "getUpdates",
        true,
        &json!({}),
        &[
            (json!({"limit": 101}), "limit must be 1 to 100"),
            (json!({"limit": 0}), "limit must be 1 to 100"),
            (
                json!({"offset": "5"}),
                "getUpdates: offset must be a number",
            ),
            (
                json!({"allowed_updates": ["poll"]}),
                "poll is no kind of update here",
            ),
            (
                json!({"allowed_updates": "message"}),
                "allowed_updates must be a list",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_poll_waits_until_there_is_news_or_another_poll() {
    let mut wire = Wire::start().await;
    let first = wire.polling();
    wire.server.next(&["getUpdates"]).await;
    let second = wire.polling();
    let conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    assert_eq!(first.await.unwrap()["description"], conflict);
    wire.server.deliver(&private(5, "When?"));
    assert_eq!(
        second.await.unwrap()["result"][0]["message"]["text"],
        "When?"
    );
}

#[tokio::test]
async fn unwanted_kinds_are_kept_back_from_when_the_bot_says_so() {
    let wire = Wire::start().await;
    let asked = wire.server.deliver(&private(5, "When?"));
    wire.server.edit(5, asked, "Who?");
    let wanted = json!({"allowed_updates": ["message", "inline_query"]});
    assert_eq!(wire.numbers(wanted).await, [1, 2]);
    wire.server.edit(5, asked, "Where?");
    wire.server.inline(5, "ferry");
    // The list is remembered, and an empty one means everything again.
    assert_eq!(wire.numbers(json!({"offset": 3})).await, [3]);
    assert_eq!(
        wire.numbers(json!({"offset": 4, "allowed_updates": []}))
            .await,
        [0; 0]
    );
    wire.server.edit(5, asked, "Why?");
    assert_eq!(
        wire.poll(json!({})).await[0]["edited_message"]["text"],
        "Why?"
    );
}

#[tokio::test]
async fn each_kind_of_update_has_its_own_shape() {
    let wire = Wire::start().await;
    let asked = wire.server.deliver(&private(5, "When?"));
    wire.server.edit(5, asked, "/ask Who?");
    wire.server.edit_with(
        5,
        asked,
        &json!({"text": "Why?", "date": 100, "edit_date": 300}),
    );
    wire.server.inline(7, "ferry");
    let chat = group(GROUP, 5, "")["chat"].clone();
    for status in ["member", "left", "kicked"] {
        wire.server.membership(&chat, 5, status);
    }
    let updates = wire.poll(json!({})).await;
    for update in &updates {
        let parsed: teloxide::types::Update = serde_json::from_str(&update.to_string()).unwrap();
        let unknown = matches!(parsed.kind, teloxide::types::UpdateKind::Error(_));
        assert!(!unknown, "{update}");
    }
    let edited = &updates[1]["edited_message"];
    let fields = ["message_id", "date", "edit_date"].map(|name| edited[name].as_u64().unwrap());
    assert_eq!(fields, [asked, 1, 2]);
    assert_eq!(edited["entities"][0]["length"], 4);
    let edited = &updates[2]["edited_message"];
    assert_eq!(edited["date"], 100);
    assert_eq!(edited["edit_date"], 300);
    assert_eq!(updates[3]["inline_query"]["query"], "ferry");
    assert_eq!(
        updates[5]["my_chat_member"]["new_chat_member"]["status"],
        "left"
    );
    // Having been added, the bot may write.
    wire.granted("sendMessage", json!({"chat_id": GROUP, "text": "Hello"}))
        .await;
}

#[tokio::test]
async fn a_raw_update_goes_out_as_it_is() {
    let wire = Wire::start().await;
    for raw in [
        json!({"poll": {}}),
        json!({"update_id": 90, "x": 1}),
        json!({"y": 2}),
        json!("?"),
    ] {
        wire.server.deliver_raw(&raw);
    }
    let wanted = [
        json!({"update_id": 1, "poll": {}}),
        json!({"update_id": 90, "x": 1}),
        json!({"update_id": 91, "y": 2}),
        json!("?"),
    ];
    assert_eq!(wire.poll(json!({})).await, wanted);
}
