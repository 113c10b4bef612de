//! What a message may say, and what its buttons may do.

use serde_json::{Value, json};

use super::{Wire, with};
use crate::messages::private;

fn html(text: &str) -> Value {
    json!({"chat_id": 5, "text": text, "parse_mode": "HTML"})
}

fn plain(text: &str) -> Value {
    json!({"chat_id": 5, "text": text})
}

#[tokio::test]
async fn texts_keep_to_the_limits() {
    let wire = Wire::start().await;
    wire.server.deliver(&private(5, "When?"));
    let ships = "\u{1f6f3}".repeat(2048);
    let bold = "<b>a</b>\n";
    for fits in [
        plain(&ships),
        plain(&format!("{ships} \n")),
        plain("a < b & c"),
        html(&format!("<b>{}</b>", "&lt;".repeat(4096))),
        html(&bold.repeat(100)),
    ] {
        wire.granted("sendMessage", fits).await;
    }
    let too_long = format!("{}a", "<b></b>".repeat(4681));
    assert!(too_long.len() == 32_768);
    wire.granted("sendMessage", html(&too_long)).await;

    let inside = json!([{"type": "bold", "offset": 0, "length": 2}]);
    let outside = json!([{"type": "bold", "offset": 1, "length": 2}]);
    wire.granted(
        "sendMessage",
        with(&plain("ab"), &json!({"entities": inside})),
    )
    .await;
    let cases = [
        (json!({"chat_id": 5}), "message text is empty"),
        (plain(""), "message text is empty"),
        (html("<b> </b>\n"), "message text is empty"),
        (plain(&format!("{ships}a")), "message is too long"),
        (html(&format!("{too_long}b")), "message is too long"),
        (html(&bold.repeat(101)), "more entities than Telegram keeps"),
        (html("a < b"), "can't parse entities: "),
        (
            with(&html("a"), &json!({"parse_mode": "MarkdownV2"})),
            "unsupported parse_mode",
        ),
        (
            with(&plain("ab"), &json!({"entities": outside})),
            "an entity leaves the text",
        ),
        (
            with(
                &plain("a"),
                &json!({"link_preview_options": {"disabled": true}}),
            ),
            "LinkPreviewOptions has no field disabled",
        ),
    ];
    wire.refused("sendMessage", true, &json!({}), &cases).await;
}

#[tokio::test]
async fn each_button_does_one_thing() {
    let wire = Wire::start().await;
    wire.server.deliver(&private(5, "When?"));
    let keyboard = |rows: Value| {
        with(
            &plain("a"),
            &json!({"reply_markup": {"inline_keyboard": rows}}),
        )
    };
    let button = |action: &str, value: Value| keyboard(json!([[{"text": "More", action: value}]]));
    let data = |length: usize| button("callback_data", json!("a".repeat(length)));
    let of = |number: usize| vec![json!({"text": "More", "callback_data": "m"}); number];
    for fits in [
        keyboard(json!([])),
        data(1),
        data(64),
        button("url", json!("https://example.org")),
        keyboard(json!([of(8), of(92)])),
    ] {
        wire.granted("sendMessage", fits).await;
    }
    let nothing = keyboard(json!([[{"text": "More"}]]));
    let both = keyboard(json!([[{"text": "More", "callback_data": "a", "url": "https://a.org"}]]));
    let cases = [
        (data(0), "BUTTON_DATA_INVALID"),
        (data(65), "BUTTON_DATA_INVALID"),
        (button("callback_data", json!(5)), "BUTTON_DATA_INVALID"),
        (nothing, "Text buttons are unallowed"),
        (both, "Text buttons are unallowed"),
        (
            keyboard(json!([[{"text": "", "callback_data": "a"}]])),
            "a button without text",
        ),
        (
            keyboard(json!([{"text": "a", "callback_data": "a"}])),
            "an inline keyboard is rows",
        ),
        (
            keyboard(json!([of(50), of(51)])),
            "reply markup is too long",
        ),
        (button("url", json!("example.org")), "BUTTON_INVALID"),
        (
            button("pay", json!(true)),
            "InlineKeyboardButton has no field pay",
        ),
    ];
    wire.refused("sendMessage", true, &json!({}), &cases).await;
}
