//! A Bot API server on the loopback: strict where Telegram is strict, and
//! otherwise as a test scripts it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use tokio::sync::{Notify, mpsc};

use crate::methods::{METHODS, Shared, granted, me, refusal};

/// The token of the one bot that this server knows; as long as real ones.
pub const TOKEN: &str = "42:AAtheSecretOfThisBotIsNotForAnyLog_123";

/// A test that waits longer than this for an event has failed.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A running server; it ends with the test's runtime.
pub struct Server {
    pub url: String,
    shared: Arc<Shared>,
    calls: mpsc::UnboundedReceiver<Call>,
}

/// A call as the server got it, whether or not it was granted.
#[derive(Debug)]
pub struct Call {
    pub method: String,
    pub parameters: Value,
}

impl Server {
    pub async fn start() -> Self {
        let (sender, calls) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            changed: Notify::new(),
            calls: sender,
        });
        let routes = Router::new()
            .route("/{bot}/{method}", post(serve))
            .with_state(Arc::clone(&shared));
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
            .await
            .unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { url, shared, calls }
    }

    /// Answers the next call of `method` with this response instead.
    pub fn script(&self, method: &str, response: Value) {
        let mut state = self.shared.state.lock().unwrap();
        let responses = state.scripted.entry(method.to_owned()).or_default();
        responses.push_back(response);
    }

    /// Someone sends the bot a message, of which this returns the id.
    pub fn deliver(&self, message: &Value) -> u64 {
        let mut state = self.shared.state.lock().unwrap();
        state.last_update += 1;
        state.last_message += 1;
        let id = state.last_message;
        let mut message = message.clone();
        message["message_id"] = json!(id);
        let update = json!({"update_id": state.last_update, "message": message});
        state.updates.push_back(update);
        drop(state);
        self.shared.changed.notify_waiters();
        id
    }

    /// The next call of one of these methods; others in between are dropped.
    pub async fn next(&mut self, methods: &[&str]) -> Call {
        let next = async {
            loop {
                let call = self.calls.recv().await.unwrap();
                if methods.contains(&call.method.as_str()) {
                    return call;
                }
            }
        };
        tokio::time::timeout(PATIENCE, next)
            .await
            .unwrap_or_else(|_| panic!("nobody calls {methods:?}; {:?}", self.faults()))
    }

    /// What the bot sends next.
    pub async fn sent(&mut self) -> Value {
        self.next(&["sendMessage"]).await.parameters
    }

    /// How many messages the bot has not yet said that it has.
    pub fn waiting(&self) -> usize {
        self.shared.state.lock().unwrap().updates.len()
    }

    /// What the bot did that Telegram would refuse.
    pub fn faults(&self) -> Vec<String> {
        self.shared.state.lock().unwrap().faults.clone()
    }
}

async fn serve(
    State(shared): State<Arc<Shared>>,
    Path((bot, method)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    if bot != format!("bot{TOKEN}") {
        return refusal(401, "Unauthorized");
    }
    let Some((method, known)) = METHODS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(&method))
    else {
        return shared.fault(&format!("{method} is no method"));
    };
    let Ok(parameters) = serde_json::from_slice::<Map<String, Value>>(&body) else {
        return shared.fault(&format!("{method}: the parameters are no JSON object"));
    };
    if let Some(name) = parameters
        .keys()
        .find(|name| !known.contains(&name.as_str()))
    {
        return shared.fault(&format!("{method} has no parameter {name}"));
    }
    let parameters = Value::Object(parameters);
    let scripted = shared.take_scripted(method);
    // A test that is over no longer counts calls.
    let _ = shared.calls.send(Call {
        method: (*method).to_owned(),
        parameters: parameters.clone(),
    });
    if let Some(response) = scripted {
        return Json(response).into_response();
    }
    match *method {
        "getMe" => granted(&me()),
        "getUpdates" => shared.get_updates(&parameters).await,
        "sendMessage" => shared.send_message(&parameters),
        "sendChatAction" if parameters["action"] != "typing" => shared.fault("unknown action"),
        _ => granted(&json!(true)),
    }
}
