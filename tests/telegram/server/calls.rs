//! A call from HTTP request to HTTP response.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;

use super::TOKEN;
use super::connection::Scissors;
use super::failures::Scripted;
use super::state::{Shared, Telegram};
use super::{parameters, settings};
use crate::methods::{METHODS, Outcome, Refusal, granted, refusal};

/// A call as the server got it, whether or not it was granted. One that an
/// injected failure kept from Telegram is only counted.
#[derive(Debug)]
pub struct Call {
    pub method: String,
    pub parameters: Value,
}

pub async fn serve(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    Path((bot, method)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if bot != format!("bot{TOKEN}") {
        return refusal(401, "Unauthorized");
    }
    let (method, parameters) = match understand(&method, &headers, &body) {
        Ok(call) => call,
        Err(refused) => return shared.refuse(&method, &refused),
    };
    let scripted = shared.change(|telegram| telegram.scripted(method, &parameters));
    if let Some(Scripted::Failure(failure)) = scripted {
        return shared.fail(failure, &scissors).await;
    }
    // A test that is over no longer counts calls.
    let _ = shared.calls.send(Call {
        method: method.to_owned(),
        parameters: parameters.clone(),
    });
    if let Some(Scripted::Response(response)) = scripted {
        return Json(response).into_response();
    }
    let outcome = match method {
        "getUpdates" => shared.get_updates(&parameters).await,
        _ => shared.change(|telegram| telegram.call(method, &parameters)),
    };
    match outcome {
        Ok(result) => {
            let response = granted(&result);
            let _ = shared.granted.send((method, result));
            response
        }
        Err(refused) => shared.refuse(method, &refused),
    }
}

/// The method by its proper name, and its parameters.
fn understand(
    method: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(&'static str, Value), Refusal> {
    // Method names are case-insensitive, and teloxide begins them in upper case.
    let Some((method, known)) = METHODS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(method))
    else {
        return Err(Refusal {
            code: 404,
            description: "Not Found: method not found".to_owned(),
            fault: true,
        });
    };
    let parameters = parameters::read(headers, body)?;
    match parameters::unknown(&parameters, known) {
        Some(unknown) => Err(Refusal::fault(format!("there is no parameter {unknown}"))),
        None => Ok((method, Value::Object(parameters))),
    }
}

impl Telegram {
    /// Everything but getUpdates, which may wait.
    fn call(&mut self, method: &str, parameters: &Value) -> Outcome {
        match method {
            "getMe" => Ok(settings::me()),
            "setWebhook" => self.set_webhook(parameters),
            "deleteWebhook" => Ok(self.delete_webhook(parameters)),
            "getFile" => self.get_file(parameters),
            "getWebhookInfo" => Ok(self.webhook_info()),
            "setMyCommands" => settings::set_my_commands(parameters),
            "sendMessage" => self.send_message(parameters),
            "sendDocument" => self.send_document(parameters),
            "sendChatAction" => self.send_chat_action(parameters),
            "editMessageText" => self.edit_message_text(parameters),
            "editMessageReplyMarkup" => self.edit_message_reply_markup(parameters),
            "deleteMessage" => self.delete_message(parameters),
            "answerCallbackQuery" => self.answer_callback_query(parameters),
            "answerInlineQuery" => self.answer_inline_query(parameters),
            other => panic!("{other} is known, and yet nothing comes of it"),
        }
    }
}

impl Shared {
    fn refuse(&self, method: &str, refused: &Refusal) -> Response {
        let note = format!("{method}: {}", refused.description);
        self.change(|telegram| {
            if refused.fault {
                telegram.faults.push(note);
            } else {
                telegram.refusals.push(note);
            }
        });
        refusal(refused.code, &refused.description)
    }
}
