//! Admins pick the document to forget from a list.

use super::*;
use crate::messages::id;

/// A place with so many documents beside the ferry's.
async fn place_of(number: usize) -> Place {
    let documents = TempDir::new().unwrap();
    for number in 0..number {
        let path = documents.path().join(format!("ferry{number:03}.txt"));
        fs::write(path, format!("Ferry {number} sails.")).unwrap();
    }
    Place::over(documents).await
}

async fn listed(place: &mut Place, command: &str) -> Value {
    let message = private(ADMIN, command);
    place.bot.reply(&message).await
}

#[tokio::test]
async fn every_one_of_500_documents_can_be_forgotten() {
    let mut place = place_of(500).await;
    let list = listed(&mut place, "/forget").await;
    begins(&list, "Which document? Press its number");
    assert_eq!(
        place.bot.labels(&list)[9..],
        ["10", "\u{b7} 1 \u{b7}", "2 \u{203a}", "50 \u{bb}"]
    );
    let press = place.bot.press(&list, "50 \u{bb}", ADMIN);
    let end = place.bot.server.edited().await;
    assert_eq!(place.bot.toast(&press).await, "");
    says(&end, "500. ");
    ends(&end, "Page 50 of 50.");
    let press = place.bot.press(&end, "500", ADMIN);
    let forgotten = place.bot.server.posted().await;
    begins(&forgotten, "Forgot ferry499.txt.");
    assert_eq!(labels(&forgotten), ["Undo"]);
    assert_eq!(place.bot.toast(&press).await, "");
    assert!(!place.document("ferry499.txt").exists());
    let left = place.bot.server.edited().await;
    assert_eq!(id(&left), id(&list));
    assert!(
        text(&left).contains("499. ") && !text(&left).contains("500. "),
        "{left}"
    );
    assert_eq!(place.undo(&forgotten).await, "");
    begins(&place.bot.server.edited().await, "Put ferry499.txt back.");
    place.bot.stop().await;
}

#[tokio::test]
async fn a_button_takes_out_the_document_that_it_stood_for_or_none() {
    let mut place = place_of(12).await;
    let list = listed(&mut place, "/forget").await;
    let older = listed(&mut place, "/forget").await;
    // The lists are older than the documents.
    listed(&mut place, "/forget ferry000.txt").await;
    let press = place.bot.press(&list, "3", ADMIN);
    let forgotten = place.bot.server.posted().await;
    begins(&forgotten, "Forgot ferry002.txt.");
    assert_eq!(place.bot.toast(&press).await, "");
    let left = place.bot.server.edited().await;
    assert!(
        text(&left).contains("10. ") && !text(&left).contains("Page"),
        "{left}"
    );
    assert_eq!(
        place.bot.told(&older, "3", ADMIN).await,
        "That document is not there any more."
    );
    assert_eq!(place.count(), 10);
    place.bot.stop().await;
}

#[tokio::test]
async fn a_name_that_is_no_documents_finds_those_that_are_like_it() {
    let mut place = place_of(3).await;
    let found = listed(&mut place, "/forget ferry").await;
    let heading = "3 documents have \u{201c}ferry\u{201d} in the name or title. Press the number of the one to forget.\n1. ";
    begins(&found, heading);
    let near = listed(&mut place, "/forget fery001.txt").await;
    let heading = "No document has \u{201c}fery001.txt\u{201d} in its name or title. Did you mean one of these? Press the number of the one to forget.\n1. ";
    begins(&near, heading);
    let forgotten = place.bot.posted_by(&near, "1", ADMIN).await;
    begins(&forgotten, "Forgot ferry001.txt.");
    let nothing = listed(&mut place, "/forget zeppelin.txt").await;
    let none = "I did not forget zeppelin.txt: no document has that name.";
    assert_eq!(text(&nothing), none);
    place.bot.stop().await;
}

#[tokio::test]
async fn what_cannot_be_forgotten_says_why() {
    let mut place = place_of(1).await;
    let list = listed(&mut place, "/forget").await;
    let refused = place.bot.posted_by(&list, "1", ADMIN).await;
    let only = "I did not forget ferry000.txt: it is the only document";
    begins(&refused, only);
    assert_eq!(place.count(), 1);
    place.bot.stop().await;
}

#[tokio::test]
async fn nobody_else_picks_and_an_old_list_works_on() {
    let mut place = place_of(12).await;
    let list = listed(&mut place, "/forget").await;
    for label in ["1", "2 \u{203a}"] {
        assert_eq!(place.bot.told(&list, label, 5).await, NO_ADMIN);
    }
    let mut place = place.restart().await;
    let forgotten = place.bot.posted_by(&list, "2", ADMIN).await;
    begins(&forgotten, "Forgot ferry001.txt.");
    assert_eq!(place.count(), 11);
    place.bot.stop().await;
}

#[tokio::test]
async fn of_several_of_one_name_one_is_picked() {
    let documents = TempDir::new().unwrap();
    for folder in ["north", "south"] {
        fs::create_dir(documents.path().join(folder)).unwrap();
        let text = format!("The {folder} ferry sails.");
        fs::write(documents.path().join(folder).join("ferry.txt"), text).unwrap();
    }
    let mut place = Place::over(documents).await;
    let list = listed(&mut place, "/forget ferry.txt").await;
    begins(&list, "2 documents have");
    let forgotten = place.bot.posted_by(&list, "2", ADMIN).await;
    begins(&forgotten, "Forgot south/ferry.txt.");
    place.bot.stop().await;
}
