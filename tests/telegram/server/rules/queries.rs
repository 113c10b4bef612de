//! Queries, each of which is answered once.

use serde_json::{Value, json};

use super::{Wire, with};
use crate::messages::private;
use crate::server::callbacks::TOO_OLD;

#[tokio::test]
async fn a_press_tells_of_the_message_as_it_is_now() {
    let wire = Wire::start().await;
    wire.server.deliver(&private(5, "When?"));
    let keyboard = json!({"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]});
    let text = json!({"chat_id": 5, "text": "Soon", "reply_markup": keyboard});
    let id = wire.granted("sendMessage", text).await["message_id"]
        .as_u64()
        .unwrap();
    let pressed = [
        wire.server.press_button(5, id, "More", 6),
        wire.server.press(5, id, "old", 6),
        wire.server.press_inaccessible(5, id, "m", 6),
    ];
    assert_eq!(wire.server.unanswered_callbacks(), pressed);

    let updates = wire.granted("getUpdates", json!({"offset": 2})).await;
    let queries: Vec<_> = updates
        .as_array()
        .unwrap()
        .iter()
        .map(|update| &update["callback_query"])
        .collect();
    for (query, (id, data)) in queries.iter().zip(pressed.iter().zip(["m", "old", "m"])) {
        assert_eq!((&query["id"], &query["data"]), (&json!(id), &json!(data)));
        assert_eq!(query["from"]["id"], 6);
        serde_json::from_value::<teloxide::types::CallbackQuery>((*query).clone()).unwrap();
    }
    assert_eq!(queries[0]["message"], wire.server.message(5, id).unwrap());
    let chat = private(5, "")["chat"].clone();
    assert_eq!(
        queries[2]["message"],
        json!({"chat": chat, "message_id": id, "date": 0})
    );
}

#[tokio::test]
async fn a_callback_query_is_answered_once_and_briefly() {
    let wire = Wire::start().await;
    let asked = wire.server.deliver(&private(5, "When?"));
    let [query, late] = [(); 2].map(|()| wire.server.press(5, asked, "m", 5));
    let inline = wire.server.inline(5, "ferry");
    wire.server.expire(&late);
    let answer = |id: &str| json!({"callback_query_id": id});
    let cases = [
        (json!({"text": "\u{1f6f3}".repeat(201)}), "MESSAGE_TOO_LONG"),
        (json!({"url": "https://example.org"}), "URL_INVALID"),
        (
            json!({"callback_query_id": null}),
            "a query's id must be a string",
        ),
    ];
    wire.refused("answerCallbackQuery", true, &answer(&query), &cases)
        .await;
    let brief = with(
        &answer(&query),
        &json!({"text": "\u{1f6f3}".repeat(200), "show_alert": true}),
    );
    wire.granted("answerCallbackQuery", brief).await;
    wire.server.answered(&query).await;
    assert!(wire.server.unanswered_callbacks().is_empty());
    let too_old = [query.as_str(), &late, &inline, "1"].map(|id| (answer(id), TOO_OLD));
    wire.refused("answerCallbackQuery", false, &json!({}), &too_old)
        .await;
}

fn article(id: &str) -> Value {
    let content = json!({"message_text": "<b>At nine</b>", "parse_mode": "HTML"});
    json!({"type": "article", "id": id, "title": "Ferry", "input_message_content": content})
}

#[tokio::test]
async fn an_inline_query_is_answered_once_by_articles() {
    let wire = Wire::start().await;
    let query = wire.server.inline(5, "ferry");
    let answer = |results: &[Value]| json!({"inline_query_id": query, "results": results});
    let one = |changed: Value| answer(&[with(&article("a"), &changed)]);
    let content = |changed: Value| {
        one(
            json!({"input_message_content": with(&article("a")["input_message_content"], &changed)}),
        )
    };
    let button = |parameter: &str| json!({"button": {"text": "Ask", "start_parameter": parameter}});
    let many: Vec<_> = (0..51).map(|id| article(&id.to_string())).collect();
    wire.refused(
        "answerInlineQuery",
        true,
        &answer(&[]),
        &[
            (
                json!({"results": null}),
                "parameter \"results\" is required",
            ),
            (answer(&many), "RESULTS_TOO_MUCH"),
            (answer(&[article("a"), article("a")]), "RESULT_ID_DUPLICATE"),
            (answer(&[article("")]), "RESULT_ID_INVALID"),
            (answer(&[article(&"a".repeat(65))]), "RESULT_ID_INVALID"),
            (one(json!({"type": "photo"})), "RESULT_TYPE_INVALID"),
            (one(json!({"title": ""})), "ARTICLE_TITLE_EMPTY"),
            (
                one(json!({"subtitle": "a"})),
                "InlineQueryResultArticle has no field subtitle",
            ),
            (
                content(json!({"message_text": ""})),
                "message text is empty",
            ),
            (
                content(json!({"message_text": "<b>"})),
                "can't parse entities",
            ),
            (
                content(json!({"text": "a"})),
                "InputTextMessageContent has no field text",
            ),
            (json!({"cache_time": -1}), "cache_time must be"),
            (
                json!({"next_offset": "a".repeat(65)}),
                "NEXT_OFFSET_INVALID",
            ),
            (button("a b"), "START_PARAM_INVALID"),
            (button(""), "START_PARAM_INVALID"),
            (button(&"a".repeat(65)), "START_PARAM_INVALID"),
        ],
    )
    .await;
    let all = with(
        &answer(&many[..50]),
        &json!({
            "cache_time": 0, "is_personal": true, "next_offset": "50",
            "button": {"text": "Ask", "start_parameter": "from-inline_1"},
        }),
    );
    wire.granted("answerInlineQuery", all).await;
    let again = (json!({}), TOO_OLD);
    let unknown = (json!({"inline_query_id": "1"}), TOO_OLD);
    wire.refused("answerInlineQuery", false, &answer(&[]), &[again, unknown])
        .await;
}
