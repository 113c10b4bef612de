//! People look through the documents, and find one by its name.

use std::fs;
use std::sync::Arc;

use quoth::Quoth;
use quoth::chat::telegram::{Access, Service};
use serde_json::Value;
use tempfile::TempDir;

use crate::bot::{Bot, opened};
use crate::messages::{GROUP, begins, ends, group, id, private, says, text};

/// A folder of so many documents, and a service of them.
fn documents(number: usize) -> (TempDir, Arc<Quoth>) {
    let folder = TempDir::new().unwrap();
    for number in 0..number {
        let name = format!("ferry{number:02}.txt");
        fs::write(folder.path().join(name), format!("Ferry {number} sails.")).unwrap();
    }
    let quoth = opened(&folder);
    (folder, quoth)
}

fn service(quoth: &Arc<Quoth>) -> Service {
    Service::new(Arc::clone(quoth), Access::default())
}

async fn bot(number: usize) -> Bot {
    let (_, quoth) = documents(number);
    Bot::serving(service(&quoth)).await
}

/// The names that a page has.
fn names(page: &Value) -> Vec<&str> {
    let lines = text(page).lines();
    let entries = lines.filter(|line| line.starts_with('\u{2022}'));
    entries
        .map(|line| line.rsplit(", ").next().unwrap())
        .collect()
}

#[tokio::test]
async fn pages_are_turned_in_place() {
    let mut bot = bot(25).await;
    let list = bot.reply(&private(5, "/sources")).await;
    begins(&list, "25 documents, 25 passages\n");
    let hint = "Page 1 of 3. /sources and a word shows those that have it in their name or title.";
    ends(&list, hint);
    let (mut met, mut page) = (names(&list).len(), list.clone());
    assert_eq!(
        bot.labels(&page),
        ["\u{b7} 1 \u{b7}", "2 \u{203a}", "3 \u{bb}"]
    );
    for (label, last) in [("2 \u{203a}", "ferry19.txt"), ("3 \u{203a}", "ferry24.txt")] {
        let press = bot.press(&page, label, 5);
        page = bot.server.edited().await;
        assert_eq!(id(&page), id(&list));
        assert_eq!(bot.toast(&press).await, "");
        met += names(&page).len();
        assert_eq!(names(&page).last(), Some(&last));
    }
    assert_eq!(met, 25);
    assert_eq!(
        bot.labels(&page),
        ["\u{ab} 1", "\u{2039} 2", "\u{b7} 3 \u{b7}"]
    );
    let back = bot.edited_by(&page, "\u{ab} 1", 5).await;
    assert_eq!(text(&back), text(&list));
    bot.stop().await;
}

#[tokio::test]
async fn documents_are_found_by_their_names() {
    let mut bot = bot(25).await;
    let mut said = async |words: &str| {
        let message = private(5, &format!("/sources {words}"));
        bot.reply(&message).await
    };
    let one = said("FERRY07").await;
    begins(
        &one,
        "1 document has \u{201c}FERRY07\u{201d} in the name or title.",
    );
    assert_eq!(names(&one), ["ferry07.txt"]);
    let near = said("fery07").await;
    let none =
        "No document has \u{201c}fery07\u{201d} in its name or title. Did you mean one of these?\n";
    begins(&near, none);
    assert_eq!(names(&near)[0], "ferry07.txt");
    let nothing = said("zeppelin").await;
    assert_eq!(
        text(&nothing),
        "No document has \u{201c}zeppelin\u{201d} in its name or title."
    );
    // Pages are those of what was found.
    let some = said("ferry1").await;
    assert_eq!(names(&some).len(), 10);
    assert!(bot.labels(&some).is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn a_search_has_pages_too_which_outlive_a_restart() {
    let (_folder, quoth) = documents(25);
    let mut bot = Bot::serving(service(&quoth)).await;
    let list = bot.reply(&private(5, "/sources ferry txt")).await;
    says(&list, "Page 1 of 3.");
    let mut bot = Bot::with(bot.leave().await, service(&quoth));
    let end = bot.edited_by(&list, "3 \u{bb}", 5).await;
    begins(&end, "25 documents have \u{201c}ferry txt\u{201d}");
    assert_eq!(names(&end).len(), 5);
    bot.stop().await;
}

#[tokio::test]
async fn a_page_that_is_no_longer_there_is_the_last_one() {
    let (folder, quoth) = documents(12);
    let mut bot = Bot::serving(service(&quoth)).await;
    let list = bot.reply(&private(5, "/sources")).await;
    for number in 0..3 {
        fs::remove_file(folder.path().join(format!("ferry{number:02}.txt"))).unwrap();
    }
    quoth.refresh().unwrap();
    let press = bot.press(&list, "2 \u{203a}", 5);
    let left = bot.server.edited().await;
    assert_eq!(bot.toast(&press).await, "");
    assert_eq!(names(&left).len(), 9);
    assert!(bot.labels(&left).is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn nobody_turns_the_pages_of_another_in_a_group() {
    let mut bot = bot(12).await;
    let list = bot.reply(&group(GROUP, 5, "/sources")).await;
    let line = bot.told(&list, "2 \u{203a}", 6).await;
    assert_eq!(
        line,
        "That list is somebody else's. Send /sources for one of your own."
    );
    assert_eq!(bot.server.message(GROUP, id(&list)), Some(list.clone()));
    assert_eq!(names(&bot.edited_by(&list, "2 \u{203a}", 5).await).len(), 2);
    bot.stop().await;
}

#[tokio::test]
async fn who_writes_as_a_chat_leaves_the_pages_to_all() {
    let mut bot = bot(12).await;
    let mut message = group(GROUP, 1_087_968_824, "/sources");
    message["sender_chat"] = message["chat"].clone();
    let list = bot.reply(&message).await;
    assert_eq!(names(&bot.edited_by(&list, "2 \u{203a}", 6).await).len(), 2);
    bot.stop().await;
}

#[tokio::test]
async fn a_list_that_cannot_be_changed_any_more_says_so() {
    let mut bot = bot(12).await;
    let list = bot.reply(&private(5, "/sources")).await;
    let data = bot.server.buttons(5, id(&list))[1].1.clone();
    let press = bot.server.press_inaccessible(5, id(&list), &data, 5);
    assert_eq!(
        bot.toast(&press).await,
        "That list is too old. Send the command again."
    );
    let gone = crate::methods::error(400, "Bad Request: message to edit not found");
    bot.server.script("editMessageText", gone);
    assert_eq!(bot.told(&list, "2 \u{203a}", 5).await, "");
    assert_eq!(names(&bot.edited_by(&list, "2 \u{203a}", 5).await).len(), 2);
    bot.stop().await;
}
