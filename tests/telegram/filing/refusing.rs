//! What is not done, and what is said instead.

use super::*;

#[tokio::test]
async fn what_cannot_be_a_document_is_not_fetched_or_not_kept_and_the_reason_is_said() {
    let mut place = Place::new().await;
    let large = vec![b'a'; 20 * 1024 * 1024 + 1];
    let too_large =
        "Telegram gives bots files of up to 20 MB; put it into the folder of documents itself.";
    for (name, content, reason) in [
        ("film.mp4", &b"film"[..], "Quoth reads .txt, .md, .mdx"),
        ("large.txt", &large, too_large),
        ("", b"text", "Quoth reads"),
    ] {
        let refused = place.send(name, content).await;
        let start = format!(
            "I did not add {}: {reason}",
            if name.is_empty() { "it" } else { name }
        );
        begins(&refused, &start);
        assert_eq!(labels(&refused), [""; 0]);
    }
    while let Some(call) = place.bot.server.called() {
        assert!(
            !["getFile", FETCH].contains(&call.method.as_str()),
            "{call:?}"
        );
    }
    // One whose size is not told is asked for.
    let mut large = place.bot.server.file(ADMIN, "large.txt", &large);
    large["document"]
        .as_object_mut()
        .unwrap()
        .remove("file_size");
    let refused = place.bot.reply(&large).await;
    ends(&refused, too_large);
    for (name, reason) in [
        ("empty.txt", "it is empty."),
        ("page.pdf", "it is damaged in a way that Quoth cannot read."),
    ] {
        let refused = place.send(name, b" ").await;
        assert_eq!(text(&refused), format!("I did not add {name}: {reason}"));
        assert_eq!(labels(&refused), [""; 0]);
    }
    assert_eq!(place.count(), 1);
    place.bot.stop().await;
}

#[tokio::test]
async fn nobody_else_changes_the_documents() {
    let mut place = Place::new().await;
    let sent = place.bot.server.file(5, "tram.md", TRAM.as_bytes());
    let in_group = place.in_group(ADMIN, "tram.md", None);
    let reply = place.bot.reply(&sent).await;
    assert_eq!(text(&reply), "I read text only. Write the question.");
    let reply = place.bot.reply(&private(5, "/forget ferry.txt")).await;
    let unknown = "I do not know that command. Write a question, or /help.";
    assert_eq!(text(&reply), unknown);
    place.bot.server.deliver(&in_group);
    place
        .bot
        .server
        .deliver(&group(GROUP, ADMIN, "/forget ferry.txt"));
    // In the same chat, so it is read after them.
    place
        .bot
        .reply(&mentioning(group(
            GROUP,
            ADMIN,
            "When does the ferry sail?",
        )))
        .await;
    let admin = place.bot.reply(&private(ADMIN, "/help")).await;
    let other = place.bot.reply(&private(5, "/help")).await;
    assert!(text(&admin).contains("/forget") && !text(&other).contains("/forget"));
    assert_eq!(place.count(), 1);
    assert!(place.document("ferry.txt").exists());

    // A button is nobody else's either.
    let added = place.send("tram.md", TRAM.as_bytes()).await;
    assert_eq!(place.bot.told(&added, "Undo", 5).await, NO_ADMIN);
    assert_eq!(place.count(), 2);
    place.bot.stop().await;
}

#[tokio::test]
async fn fetching_is_tried_again_where_that_may_help() {
    let mut place = Place::new().await;
    for (method, failure) in [
        ("getFile", Failure::Flood),
        ("getFile", Failure::Cut),
        (FETCH, Failure::Flood),
        (FETCH, Failure::Broken),
        (FETCH, Failure::Cut),
    ] {
        place.bot.server.script_failure(method, failure);
    }
    let added = place.send("tram.md", TRAM.as_bytes()).await;
    assert_eq!(text(&added), ADDED);
    assert_eq!(place.bot.server.failures().values().sum::<usize>(), 5);
    place.bot.server.script(FETCH, error(404, "Not Found"));
    let refused = place.send("bus.txt", b"The bus leaves at ten.").await;
    assert_eq!(
        text(&refused),
        "I did not add bus.txt: I could not fetch it from Telegram, and my operator's log says why. Send it again."
    );
    assert!(!refused.to_string().contains(TOKEN));
    assert_eq!(place.count(), 2);
    place.bot.stop().await;
}

#[tokio::test]
async fn without_a_place_to_keep_it_nothing_is_undone() {
    let documents = ferry();
    let service = Place::service(&documents, None);
    let mut bot = Bot::serving(service).await;
    let message = bot.server.file(ADMIN, "tram.md", TRAM.as_bytes());
    let added = bot.reply(&message).await;
    assert_eq!((text(&added), labels(&added)), (ADDED, vec![]));
    let kept = bot.reply(&private(ADMIN, "/forget tram.md")).await;
    assert_eq!(
        text(&kept),
        "I did not forget tram.md: there is no folder to keep it in: set QUOTH_DATA."
    );
    bot.stop().await;
}
