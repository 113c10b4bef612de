//! What an admin forwards was written by somebody else, and is no wish of the admin's.

use super::*;
use crate::messages::{forwarded, replying_to};

const NO_QUESTION: &str = "What is the question?";

#[tokio::test]
async fn a_forwarded_caption_asks_for_no_file() {
    let mut place = Place::new().await;
    for said in [
        mentioning(group(GROUP, ADMIN, "look")),
        group(GROUP, ADMIN, "/add"),
        group(GROUP, ADMIN, "/add@quoth_test_bot"),
    ] {
        let file = place.in_group(ADMIN, "tram.md", Some(said));
        place.bot.server.deliver(&forwarded(file));
    }
    // In the same chat, so it is read after those; of them none gets a reply.
    let asked = mentioning(group(GROUP, 5, QUESTION));
    place.bot.reply(&asked).await;
    assert_eq!(place.count(), 1);

    // What an admin asks for in their own words is done, whoever sent the file.
    let said = mentioning(group(GROUP, ADMIN, "look"));
    let file = forwarded(place.in_group(ADMIN, "tram.md", Some(said)));
    let sent = place.bot.server.deliver(&file);
    let sent = place.bot.server.message(GROUP, sent).unwrap();
    let add = replying_to(group(GROUP, ADMIN, "/add"), &sent);
    assert_eq!(text(&place.bot.reply(&add).await), ADDED);
    place.bot.stop().await;
}

#[tokio::test]
async fn a_forwarded_command_changes_nothing() {
    let mut place = Place::new().await;
    place.send("tram.md", TRAM.as_bytes()).await;
    for said in ["/forget ferry.txt", "/forget", "/add", "/language de"] {
        let message = forwarded(private(ADMIN, said));
        let reply = place.bot.reply(&message).await;
        assert!(text(&reply).starts_with(NO_QUESTION), "{said}: {reply}");
        assert_eq!(labels(&reply), [""; 0]);
    }
    assert!(place.document("ferry.txt").exists());
    for said in ["/language de", "/sources", "/ask When?"] {
        let message = forwarded(group(GROUP, ADMIN, said));
        place.bot.server.deliver(&message);
    }
    let asked = mentioning(group(GROUP, ADMIN, QUESTION));
    let answer = place.bot.reply(&asked).await;
    says(&answer, "ninety passengers");
    place.bot.stop().await;
}

#[tokio::test]
async fn in_private_a_forwarded_file_is_taken_and_a_forwarded_question_answered() {
    let mut place = Place::new().await;
    let mut file = place.bot.server.file(ADMIN, "tram.md", TRAM.as_bytes());
    file["caption"] = json!("@quoth_test_bot look");
    assert_eq!(text(&place.bot.reply(&forwarded(file)).await), ADDED);
    for message in [
        private(5, QUESTION),
        mentioning(private(5, QUESTION)),
        private(5, &format!("/ask {QUESTION}")),
    ] {
        let answer = place.bot.reply(&forwarded(message)).await;
        says(&answer, "ninety passengers");
    }
    place.bot.stop().await;
}
