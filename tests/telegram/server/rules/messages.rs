//! Messages from being sent to being deleted.

use serde_json::{Value, json};

use super::{Wire, with};
use crate::messages::{GROUP, group, in_topic, private};

fn more(data: &str) -> Value {
    json!({"inline_keyboard": [[{"text": "More", "callback_data": data}]]})
}

#[tokio::test]
async fn a_message_is_remembered_as_it_was_sent() {
    let wire = Wire::start().await;
    let asked = wire.server.deliver(&in_topic(group(GROUP, 5, "When?"), 77));
    let sending = json!({
        "chat_id": GROUP, "message_thread_id": 77, "text": " <b>At nine</b> ", "parse_mode": "HTML",
        "reply_markup": more("m"), "reply_parameters": {"message_id": asked},
    });
    let sent = wire.granted("sendMessage", sending).await;
    let id = sent["message_id"].as_u64().unwrap();
    assert_eq!(wire.server.message(GROUP, id).as_ref(), Some(&sent));
    assert_eq!(sent["text"], "At nine");
    assert_eq!(
        sent["entities"],
        json!([{"type": "bold", "offset": 0, "length": 7}])
    );
    assert_eq!(sent["chat"]["title"], "Ferries");
    assert_eq!(sent["message_thread_id"], 77);
    assert_eq!(sent["is_topic_message"], true);
    assert_eq!(sent["reply_to_message"]["text"], "When?");
    assert_eq!(
        wire.server.buttons(GROUP, id),
        [("More".to_owned(), "m".to_owned())]
    );
    assert_eq!(wire.server.message(5, id), None);
}

#[tokio::test]
async fn supergroups_count_their_own_messages() {
    let wire = Wire::start().await;
    let ids = [
        private(5, "a"),
        group(GROUP, 5, "a"),
        private(6, "a"),
        group(GROUP - 1, 5, "a"),
    ]
    .map(|message| wire.server.deliver(&message));
    assert_eq!(ids, [1, 1, 2, 1]);
}

#[tokio::test]
async fn chats_topics_and_replies_must_exist() {
    let wire = Wire::start().await;
    let asked = wire.server.deliver(&in_topic(group(GROUP, 5, "When?"), 77));
    let mut thread = group(GROUP, 5, "When?");
    thread["message_thread_id"] = json!(78);
    wire.server.deliver(&thread);
    wire.server.deliver(&private(5, "When?"));
    let text = json!({"chat_id": GROUP, "text": "At nine"});

    let fates = [
        (json!({"message_thread_id": 78}), "message thread not found"),
        (
            json!({"chat_id": 5, "message_thread_id": 77}),
            "message thread not found",
        ),
        (
            json!({"reply_parameters": {"message_id": 99}}),
            "message to be replied not found",
        ),
    ];
    wire.refused("sendMessage", false, &text, &fates).await;
    let faults = [
        (json!({"chat_id": 99}), "chat not found"),
        (json!({"chat_id": null}), "chat_id is empty"),
        (
            json!({"reply_parameters": {"id": 1}}),
            "ReplyParameters has no field id",
        ),
    ];
    wire.refused("sendMessage", true, &text, &faults).await;
    for reply in [
        json!({"message_id": 99, "allow_sending_without_reply": true}),
        json!({"message_id": asked}),
    ] {
        wire.granted(
            "sendMessage",
            with(&text, &json!({"reply_parameters": reply})),
        )
        .await;
    }

    let typing = json!({"chat_id": GROUP, "action": "typing", "message_thread_id": 77});
    wire.granted("sendChatAction", typing.clone()).await;
    let fate = (json!({"message_thread_id": 78}), "message thread not found");
    wire.refused("sendChatAction", false, &typing, &[fate])
        .await;
    let fault = (json!({"action": "dance"}), "wrong parameter action");
    wire.refused("sendChatAction", true, &typing, &[fault])
        .await;
}

#[tokio::test]
async fn an_edit_must_change_a_message_of_the_bot() {
    let mut wire = Wire::start().await;
    let asked = wire.server.deliver(&private(5, "When?"));
    let text = json!({"chat_id": 5, "text": "<i>Soon</i>", "parse_mode": "HTML", "reply_markup": more("m")});
    let id = wire.granted("sendMessage", text.clone()).await["message_id"].clone();
    let edit = with(&text, &json!({"message_id": id}));

    let same = "message is not modified: specified new message content and reply markup are exactly the same";
    let gone = "message to edit not found";
    wire.refused(
        "editMessageText",
        false,
        &edit,
        &[
            (json!({}), same),
            (json!({"text": "<i>Soon</i>\n"}), same),
            (json!({"message_id": 99}), gone),
        ],
    )
    .await;
    let markup = json!({"chat_id": 5, "message_id": id, "reply_markup": more("m")});
    wire.refused(
        "editMessageReplyMarkup",
        false,
        &markup,
        &[(json!({}), same), (json!({"message_id": 99}), gone)],
    )
    .await;
    wire.refused(
        "editMessageText",
        true,
        &edit,
        &[
            (json!({"message_id": asked}), "message can't be edited"),
            (
                json!({"message_id": null}),
                "message identifier is not specified",
            ),
            (json!({"text": ""}), "message text is empty"),
            (json!({"text": "<i>"}), "can't parse entities"),
            (json!({"reply_markup": more("")}), "BUTTON_DATA_INVALID"),
        ],
    )
    .await;

    let id = id.as_u64().unwrap();
    // The same text in other letters is a change, and so is the loss of the buttons.
    let edited = wire
        .granted("editMessageText", with(&edit, &json!({"text": "Soon"})))
        .await;
    assert_eq!(edited["text"], "Soon");
    assert_eq!(edited["entities"], Value::Null);
    assert_eq!(wire.server.posted().await["message_id"], id);
    assert_eq!(wire.server.edited().await, edited);
    assert_eq!(wire.server.message(5, id), Some(edited));
    wire.granted(
        "editMessageReplyMarkup",
        with(&markup, &json!({"reply_markup": more("n")})),
    )
    .await;
    assert_eq!(wire.server.buttons(5, id)[0].1, "n");
    let bare = json!({"chat_id": 5, "message_id": id, "text": "Soon"});
    wire.granted("editMessageText", bare).await;
    assert!(wire.server.buttons(5, id).is_empty());
}

#[tokio::test]
async fn a_bot_deletes_its_own_and_what_stands_in_private() {
    let wire = Wire::start().await;
    let private = wire.server.deliver(&private(5, "When?"));
    let group = wire.server.deliver(&group(GROUP, 5, "When?"));
    let text = json!({"chat_id": GROUP, "text": "Soon"});
    let own = wire.granted("sendMessage", text).await["message_id"].clone();
    let delete = |chat: i64, id: &Value| json!({"chat_id": chat, "message_id": id});
    wire.granted("deleteMessage", delete(5, &json!(private)))
        .await;
    wire.granted("deleteMessage", delete(GROUP, &own)).await;
    assert_eq!(wire.server.message(5, private), None);
    wire.refused(
        "deleteMessage",
        false,
        &json!({}),
        &[
            (delete(5, &json!(private)), "message to delete not found"),
            (delete(GROUP, &json!(group)), "message can't be deleted"),
        ],
    )
    .await;
}

/// The body of a form with the file and these parameters.
fn form(file: Option<(&str, usize)>, parameters: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in parameters {
        let part =
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    if let Some((name, size)) = file {
        let head = format!(
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(vec![0xff; size]);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    body
}

#[tokio::test]
async fn a_file_comes_with_its_name_and_within_the_limit() {
    let wire = Wire::start().await;
    let asked = wire.server.deliver(&private(5, "When?"));
    let upload = async |file, parameters: &[(&str, &str)]| {
        let request = wire.post("sendDocument");
        let request = request.header("content-type", "multipart/form-data; boundary=b");
        let response = request.body(form(file, parameters)).send().await.unwrap();
        let (status, response): (_, Value) = (response.status(), response.json().await.unwrap());
        (status.as_u16(), response)
    };
    let reply = json!({"message_id": asked}).to_string();
    let to = [
        ("chat_id", "5"),
        ("document", "attach://f"),
        ("reply_parameters", reply.as_str()),
    ];
    let (_, sent) = upload(Some(("a b.txt", 3)), &to).await;
    let document = &sent["result"]["document"];
    assert_eq!(document["file_name"], "a b.txt");
    assert_eq!(document["file_size"], 3);
    assert_eq!(sent["result"]["reply_to_message"]["message_id"], asked);
    serde_json::from_value::<teloxide::types::Message>(sent["result"].clone()).unwrap();

    for (file, parameters, code, wanted) in [
        (None, &to[..], 400, "the parameters can't be read"),
        (None, &to[..1], 400, "there is no document"),
        (Some(("a", 3)), &to[..1], 400, "there is no parameter f"),
        (Some(("a", 0)), &to[..], 400, "file must be non-empty"),
        (
            Some(("a", 50 * 1024 * 1024 + 1)),
            &to[..],
            413,
            "Request Entity Too Large",
        ),
        (
            Some(("a", 3)),
            &[("chat_id", "99"), to[1]][..],
            400,
            "chat not found",
        ),
    ] {
        let (status, refused) = upload(file, parameters).await;
        let description = refused["description"].as_str().unwrap();
        assert_eq!(status, code, "{description}");
        assert!(description.contains(wanted), "{wanted}: {description}");
    }
    assert_eq!(wire.server.faults().len(), 6);
    let id = sent["result"]["message_id"].clone();
    let edit = json!({"chat_id": 5, "message_id": id, "text": "Soon"});
    let fault = (edit, "there is no text in the message to edit");
    wire.refused("editMessageText", true, &json!({}), &[fault])
        .await;
}
