//! In a group files are taken only where an admin asks for that.

use super::*;
use crate::messages::replying_to;

/// Sends a message and returns it as Telegram has it.
fn delivered(place: &Place, message: &Value) -> Value {
    let id = place.bot.server.deliver(message);
    place.bot.server.message(GROUP, id).unwrap()
}

#[tokio::test]
async fn a_caption_asks_for_it() {
    for (said, is_asked) in [
        (group(GROUP, ADMIN, "/add"), true),
        (group(GROUP, ADMIN, "/Add@quoth_test_bot please"), true),
        (mentioning(group(GROUP, ADMIN, "")), true),
        (mentioning(group(GROUP, ADMIN, "the timetable")), true),
        (group(GROUP, ADMIN, "/add@other_bot"), false),
        (group(GROUP, ADMIN, "add this"), false),
    ] {
        let mut place = Place::new().await;
        let file = place.in_group(ADMIN, "tram.md", Some(said.clone()));
        if is_asked {
            let added = place.bot.reply(&file).await;
            assert_eq!((text(&added), labels(&added)), (ADDED, vec!["Undo"]));
            assert!(place.document("tram.md").exists());
        } else {
            place.bot.server.deliver(&file);
            // In the same chat, so it is read after that.
            let asked = mentioning(group(GROUP, 5, QUESTION));
            place.bot.reply(&asked).await;
            assert_eq!(place.count(), 1, "{said}");
        }
        place.bot.stop().await;
    }
}

#[tokio::test]
async fn a_reply_asks_for_it_whoever_sent_the_file() {
    for words in [
        "/add",
        "add this, please",
        "Take it!",
        "Can you take this file too?",
    ] {
        let mut place = Place::new().await;
        let sent = delivered(&place, &place.in_group(5, "tram.md", None));
        let mut said = group(GROUP, ADMIN, words);
        if !words.starts_with('/') {
            said = mentioning(said);
        }
        let added = place.bot.reply(&replying_to(said, &sent)).await;
        assert_eq!(
            (text(&added), labels(&added)),
            (ADDED, vec!["Undo"]),
            "{words}"
        );
        place.bot.stop().await;
    }
}

#[tokio::test]
async fn other_words_below_a_file_are_a_question() {
    let mut place = Place::new().await;
    let sent = delivered(&place, &place.in_group(5, "tram.md", None));
    for words in ["When does the ferry sail?", "Take the ferry?"] {
        let said = mentioning(group(GROUP, ADMIN, words));
        place.bot.reply(&replying_to(said, &sent)).await;
    }
    assert_eq!(place.count(), 1);
    place.bot.stop().await;
}

#[tokio::test]
async fn nobody_but_an_admin_asks_for_it() {
    let mut place = Place::new().await;
    let sent = delivered(&place, &place.in_group(ADMIN, "tram.md", None));
    place
        .bot
        .server
        .deliver(&place.in_group(5, "bus.md", Some(group(GROUP, 5, "/add"))));
    let bare = replying_to(group(GROUP, 5, "/add"), &sent);
    place.bot.server.deliver(&bare);
    // An admin who writes as the group is not known to be one.
    let mut nameless = replying_to(group(GROUP, ADMIN, "/add"), &sent);
    nameless["sender_chat"] = nameless["chat"].clone();
    place.bot.server.deliver(&nameless);
    let named = replying_to(group(GROUP, 5, "/add@quoth_test_bot"), &sent);
    let unknown = place.bot.reply(&named).await;
    begins(&unknown, "I do not know that command.");
    let asked = replying_to(mentioning(group(GROUP, 5, "add this")), &sent);
    let asked = place.bot.reply(&asked).await;
    assert!(!text(&asked).contains("Added"), "{asked}");
    assert_eq!(place.count(), 1);

    let added = replying_to(group(GROUP, ADMIN, "/add"), &sent);
    let added = place.bot.reply(&added).await;
    assert_eq!(text(&added), ADDED);
    assert_eq!(place.bot.told(&added, "Undo", 5).await, NO_ADMIN);
    assert_eq!(place.bot.told(&added, "Undo", ADMIN).await, "");
    assert_eq!(text(&place.bot.server.edited().await), TAKEN_OUT);
    place.bot.stop().await;
}

#[tokio::test]
async fn where_there_is_no_file_that_is_said() {
    let mut place = Place::new().await;
    let photo = crate::messages::showing(group(GROUP, 5, ""), "photo");
    let photo = delivered(&place, &photo);
    let add = group(GROUP, ADMIN, "/add");
    for bare in [
        add.clone(),
        replying_to(add, &photo),
        private(ADMIN, "/add"),
    ] {
        begins(&place.bot.reply(&bare).await, "There is no file to add.");
    }
    place.bot.stop().await;
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_refused_as_in_private() {
    let mut place = Place::new().await;
    let film = delivered(&place, &place.in_group(5, "film.mp4", None));
    let refused = replying_to(group(GROUP, ADMIN, "/add"), &film);
    let refused = place.bot.reply(&refused).await;
    begins(&refused, "I did not add film.mp4: Quoth reads");
    place.bot.stop().await;
}
