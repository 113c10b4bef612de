//! Who is answered.

use std::collections::BTreeSet;

use quoth::chat::telegram::Access;

use crate::bot::{Bot, service};
use crate::messages::{GROUP, group, private, says};

const MEMBER: i64 = 5;
const ADMIN: i64 = 9;
const STRANGER: i64 = 77;

fn only_members() -> Access {
    Access {
        chats: Some(BTreeSet::from([MEMBER, GROUP])),
        admins: BTreeSet::from([ADMIN]),
    }
}

#[tokio::test]
async fn a_stranger_is_told_their_id() {
    let mut bot = Bot::serving(service(only_members())).await;
    let sent = bot
        .ask(&private(STRANGER, "When does the night ferry sail?"))
        .await;
    assert_eq!(
        sent["text"],
        "I answer only people whom my operator has let in. Your id is <code>77</code>: send it to them to ask for access."
    );
    bot.stop().await;
}

#[tokio::test]
async fn members_and_admins_are_answered() {
    let mut bot = Bot::serving(service(only_members())).await;
    let question = "/ask When does the night ferry sail?";
    for message in [
        private(MEMBER, question),
        private(ADMIN, question),
        group(GROUP, STRANGER, question),
        group(GROUP - 1, ADMIN, question),
    ] {
        let sent = bot.ask(&message).await;
        says(&sent, "at nine o'clock");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_group_that_is_not_on_the_list_is_ignored_in_silence() {
    let mut bot = Bot::serving(service(only_members())).await;
    bot.server.deliver(&group(
        GROUP - 1,
        STRANGER,
        "/ask When does the night ferry sail?",
    ));
    bot.server.deliver(&group(GROUP - 1, STRANGER, "/start"));
    // In the same chat, so it is read after them.
    bot.ask(&group(
        GROUP - 1,
        ADMIN,
        "/ask When does the night ferry sail?",
    ))
    .await;
    bot.stop().await;
}
