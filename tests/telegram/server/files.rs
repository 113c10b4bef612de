//! Files that people send, and how the bot gets them: a path by getFile, what
//! is in them from an address of their own.

use std::sync::Arc;

use axum::extract::{ConnectInfo, Path, State};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::calls::Call;
use super::connection::Scissors;
use super::failures::Scripted;
use super::state::{Shared, Telegram};
use super::{Server, TOKEN};
use crate::messages::{private, showing};
use crate::methods::{Outcome, Refusal, refusal};

/// What failures and calls name the fetching of a file by, which is no method.
pub const FETCH: &str = "file";
/// Bytes of a file that a bot can get.
const LARGEST: usize = 20 * 1024 * 1024;

/// A file that was sent.
pub struct Stored {
    path: String,
    content: Vec<u8>,
    /// Whether the bot was given its path.
    is_told: bool,
}

impl Telegram {
    pub fn get_file(&mut self, parameters: &Value) -> Outcome {
        let id = parameters["file_id"].as_str().unwrap_or_default();
        let Some(file) = self.files.get_mut(id) else {
            return Err(Refusal::fault("invalid file_id"));
        };
        if file.content.len() > LARGEST {
            return Err(Refusal::fate("file is too big"));
        }
        file.is_told = true;
        Ok(json!({
            "file_id": id,
            "file_unique_id": format!("{id}u"),
            "file_size": file.content.len(),
            "file_path": file.path,
        }))
    }
}

/// Gives a file to the bot that was told its path.
pub async fn serve(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    Path((bot, path)): Path<(String, String)>,
) -> Response {
    if bot != format!("bot{TOKEN}") {
        return refusal(401, "Unauthorized");
    }
    let scripted = shared.change(|telegram| telegram.scripted(FETCH, &Value::Null));
    match scripted {
        Some(Scripted::Failure(failure)) => return shared.fail(failure, &scissors).await,
        Some(Scripted::Response(error)) => {
            return refusal(
                error["error_code"].as_u64().unwrap() as u16,
                "as the test wants",
            );
        }
        None => {}
    }
    let content = shared.change(|telegram| {
        let mut files = telegram.files.values();
        let file = files.find(|file| file.is_told && file.path == path);
        let content = file.map(|file| file.content.clone());
        if content.is_none() {
            telegram.faults.push(format!("there is no file at {path}"));
        }
        content
    });
    let _ = shared.calls.send(Call {
        method: FETCH.to_owned(),
        parameters: json!({ "path": path }),
    });
    match content {
        Some(content) => content.into_response(),
        None => refusal(404, "Not Found"),
    }
}

impl Server {
    /// A message in the private chat with `person` by which they send a file.
    pub fn file(&self, person: i64, name: &str, content: &[u8]) -> Value {
        let mut state = self.state();
        let number = state.files.len();
        let id = format!("file-{number}");
        let stored = Stored {
            // With what an address has to write otherwise.
            path: format!("documents/file {number}.bin"),
            content: content.to_owned(),
            is_told: false,
        };
        state.files.insert(id.clone(), stored);
        let mut message = showing(private(person, ""), "document");
        message["document"] = json!({
            "file_id": id,
            "file_unique_id": format!("{id}u"),
            "file_name": name,
            "mime_type": "application/octet-stream",
            "file_size": content.len(),
        });
        message
    }
}
