//! The rules of the server, each tried by plain HTTP.

mod failures;
mod messages;
mod queries;
mod texts;
mod updates;
mod webhooks;

use serde_json::{Value, json};

use super::{Server, TOKEN, client};

/// A server, and the HTTP client of a bot that knows no rule.
struct Wire {
    server: Server,
    url: String,
    client: reqwest::Client,
}

/// The status of a response and its description, which is empty if the call is granted.
type Response = (u16, String);

impl Wire {
    async fn start() -> Self {
        let server = Server::start().await;
        Self {
            url: format!("{}/bot{TOKEN}", server.url),
            client: client(),
            server,
        }
    }

    fn post(&self, method: &str) -> reqwest::RequestBuilder {
        self.client.post(format!("{}/{method}", self.url))
    }

    /// Calls a method; an error if there is no response.
    async fn call(&self, method: &str, parameters: &Value) -> Result<(u16, Value), String> {
        let response = self.post(method).json(parameters).send().await;
        let response = response.map_err(|error| error.to_string())?;
        Ok((response.status().as_u16(), response.json().await.unwrap()))
    }

    /// What is granted.
    async fn granted(&self, method: &str, parameters: Value) -> Value {
        let (status, mut response) = self.call(method, &parameters).await.unwrap();
        assert_eq!(status, 200, "{method} {parameters}: {response}");
        response["result"].take()
    }

    async fn response(&self, method: &str, parameters: &Value) -> Response {
        let (status, response) = self.call(method, parameters).await.unwrap();
        let description = response["description"].as_str().unwrap_or_default();
        (status, description.to_owned())
    }

    /// Makes calls that Telegram refuses as bad requests, each with some parameters of a `usual`
    /// one changed, for a reason that begins so; the server must note all as faults, or none.
    async fn refused(&self, method: &str, faults: bool, usual: &Value, cases: &[(Value, &str)]) {
        for (changed, wanted) in cases {
            let parameters = &with(usual, changed);
            let before = (self.server.faults().len(), self.server.refusals().len());
            let (status, description) = self.response(method, parameters).await;
            assert_eq!(status, 400, "{method} {parameters}");
            let wanted = format!("Bad Request: {wanted}");
            assert!(description.starts_with(&wanted), "{wanted}: {description}");
            let after = (self.server.faults().len(), self.server.refusals().len());
            let noted = if faults { (1, 0) } else { (0, 1) };
            assert_eq!(after, (before.0 + noted.0, before.1 + noted.1), "{wanted}");
        }
    }
}

/// An object with some fields changed.
fn with(object: &Value, changed: &Value) -> Value {
    let mut object = object.clone();
    for (name, value) in changed.as_object().unwrap() {
        object[name] = value.clone();
    }
    object
}

#[tokio::test]
async fn tokens_methods_and_parameters_must_be_known() {
    let wire = Wire::start().await;
    let cases = [
        ("getMe", json!({}), (200, "")),
        ("GetMe", json!({}), (200, "")),
        (
            "getme",
            json!({"id": 1}),
            (400, "Bad Request: there is no parameter id"),
        ),
        (
            "getMe",
            json!([]),
            (400, "Bad Request: the parameters can't be read"),
        ),
        (
            "sendPigeon",
            json!({}),
            (404, "Not Found: method not found"),
        ),
    ];
    for (method, parameters, (status, description)) in cases {
        let response = wire.response(method, &parameters).await;
        assert_eq!(response, (status, description.to_owned()), "{method}");
    }
    assert_eq!(wire.server.faults().len(), 3);

    let other = Wire {
        url: wire.url.replace("42:", "43:"),
        ..Wire::start().await
    };
    let unknown = other.response("getMe", &json!({})).await;
    assert_eq!(unknown, (401, "Unauthorized".to_owned()));
}

#[tokio::test]
async fn commands_have_short_lower_case_names() {
    let wire = Wire::start().await;
    let commands = |command: &str, description: &str| json!({"commands": [{"command": command, "description": description}]});
    wire.granted("setMyCommands", commands("ask_2", "Ask a question"))
        .await;
    let long = "a".repeat(33);
    let many = vec![json!({"command": "a", "description": "b"}); 101];
    let cases = [
        (json!({}), "parameter \"commands\" is required"),
        (json!({"commands": many}), "BOT_COMMANDS_TOO_MUCH"),
        (commands("", "Ask"), "BOT_COMMAND_INVALID"),
        (commands("Ask", "Ask"), "BOT_COMMAND_INVALID"),
        (commands(&long, "Ask"), "BOT_COMMAND_INVALID"),
        (commands("ask", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (
            commands("ask", &"a".repeat(257)),
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            json!({"commands": [], "language_code": "eng"}),
            "BOT_COMMAND_LANG_CODE_INVALID",
        ),
        (
            json!({"commands": [], "scope": {"kind": "all"}}),
            "BotCommandScope has no field kind",
        ),
    ];
    wire.refused("setMyCommands", true, &json!({}), &cases)
        .await;
}
