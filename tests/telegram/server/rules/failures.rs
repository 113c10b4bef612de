//! Failures that a test injects.

use std::time::Duration;

use serde_json::json;

use super::Wire;
use crate::messages::private;
use crate::server::Failure;

#[tokio::test]
async fn each_kind_of_failure_keeps_the_call_from_its_effect() {
    let mut wire = Wire::start().await;
    wire.server.deliver(&private(5, "When?"));
    wire.server.hold(Duration::from_millis(1));
    let text = json!({"chat_id": 5, "text": "Soon"});
    for failure in [Failure::Flood, Failure::Broken, Failure::Silence] {
        wire.server.script_failure("sendMessage", failure);
    }
    wire.server.script_cut("sendMessage");
    let (status, flood) = wire.call("sendMessage", &text).await.unwrap();
    assert_eq!(
        (status, &flood["parameters"]),
        (429, &json!({"retry_after": 1}))
    );
    assert_eq!(wire.response("sendMessage", &text).await.0, 500);
    for _ in 0..2 {
        assert!(wire.call("sendMessage", &text).await.is_err());
    }
    // Nothing was sent, and the test sees only the call that was.
    assert_eq!(
        wire.granted("sendMessage", text.clone()).await["message_id"],
        2
    );
    assert_eq!(wire.server.sent().await, text);
    let counts: Vec<_> = wire.server.failures().into_iter().collect();
    let wanted = [
        Failure::Flood,
        Failure::Broken,
        Failure::Silence,
        Failure::Cut,
    ];
    assert_eq!(counts, wanted.map(|failure| (failure, 1)));
    assert_eq!(wire.server.faults(), [""; 0]);
}

#[tokio::test]
async fn a_client_that_gives_up_ends_the_silence() {
    let wire = Wire::start().await;
    wire.server.script_failure("getMe", Failure::Silence);
    let request = wire.post("getMe").timeout(Duration::from_millis(50));
    let response = request.json(&json!({})).send().await;
    assert!(response.unwrap_err().is_timeout());
}

#[tokio::test]
async fn the_same_seed_fails_the_same_calls() {
    let mut runs = Vec::new();
    for seed in [7, 7, 8] {
        let wire = Wire::start().await;
        wire.server.hold(Duration::ZERO);
        wire.server.fail(0.3, seed);
        let mut failed = Vec::new();
        for call in 0..200 {
            let response = wire.call("getWebhookInfo", &json!({})).await;
            if response.is_ok_and(|(status, _)| status == 200) {
                continue;
            }
            failed.push(call);
            // getMe never fails by chance.
            wire.granted("getMe", json!({})).await;
        }
        let counts = wire.server.failures();
        assert_eq!(counts.values().sum::<usize>(), failed.len());
        assert_eq!(counts.len(), 4, "{counts:?}");
        assert!((40..80).contains(&failed.len()), "{}", failed.len());
        wire.server.fail(0.0, 0);
        for _ in 0..20 {
            wire.granted("getWebhookInfo", json!({})).await;
        }
        runs.push(failed);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}
