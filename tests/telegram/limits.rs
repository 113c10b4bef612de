//! Nobody keeps the bot from others: neither by asking too much nor by being slow to reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use crate::bot::{Bot, gate, no_answer, saying};
use crate::messages::{GROUP, group, mentioning, private};

fn asked_in(chat: i64, person: i64) -> Value {
    mentioning(group(chat, person, "When?"))
}

fn is_too_many(sent: &Value) -> bool {
    let text = sent["text"].as_str().unwrap();
    text.starts_with("I answer ") && text.contains("questions a minute")
}

#[tokio::test]
async fn one_who_floods_is_told_once_and_others_are_answered() {
    let mut bot = Bot::answering(no_answer).await;
    // In several groups, in each of which three messages may be sent at once.
    for number in 0..11 {
        bot.server.deliver(&asked_in(GROUP - number / 3, 5));
    }
    let mut told = 0;
    for _ in 0..11 {
        told += usize::from(is_too_many(&bot.server.sent().await));
    }
    assert_eq!(told, 1);
    for chat in [GROUP - 7, GROUP - 8] {
        bot.server.deliver(&asked_in(chat, 5));
        // In the same chat, so this is read after that, which gets no word.
        let other = bot.ask(&asked_in(chat, 6)).await;
        assert!(!is_too_many(&other), "{other}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_group_that_floods_is_told_once_and_others_are_answered() {
    let mut bot = Bot::answering(no_answer).await;
    for person in 1..=20 {
        bot.server.deliver(&asked_in(GROUP, person));
    }
    bot.server.deliver(&asked_in(GROUP, 21));
    bot.server.deliver(&asked_in(GROUP, 22));
    // Its people are answered elsewhere, while it gets one answer a second.
    bot.server.deliver(&asked_in(GROUP - 1, 22));
    let (mut here, mut elsewhere) = (Vec::new(), 0);
    while here.len() < 21 {
        let sent = bot.server.sent().await;
        assert_eq!(is_too_many(&sent), here.len() == 20, "{sent}");
        if sent["chat_id"] == GROUP {
            here.push(sent["reply_parameters"]["message_id"].as_u64().unwrap());
        } else {
            elsewhere += 1;
            assert!(here.len() < 10, "one group waited for another");
        }
    }
    assert!(here.is_sorted(), "{here:?}");
    assert_eq!(elsewhere, 1);
    bot.stop().await;
}

#[tokio::test]
async fn a_chat_to_which_nothing_can_be_sent_holds_up_no_other() {
    let mut bot = Bot::answering(no_answer).await;
    bot.server.hold_back(5);
    for question in ["When?", "Again?"] {
        bot.server.deliver(&private(5, question));
    }
    for chat in 6..9 {
        bot.ask(&private(chat, "When?")).await;
    }
    bot.server.taken().await;
    // Its answers still wait; a stop would wait for them.
    assert_eq!(bot.server.faults(), [""; 0]);
}

#[tokio::test]
async fn as_many_questions_are_answered_at_once_as_there_are_cores() {
    let (go, wait) = gate();
    let (running, most) = (AtomicUsize::new(0), Arc::new(AtomicUsize::new(0)));
    let service = saying({
        let most = Arc::clone(&most);
        move |question| {
            let now = running.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
            wait();
            running.fetch_sub(1, Ordering::SeqCst);
            no_answer(question)
        }
    });
    let mut bot = Bot::serving(service).await;
    let chats = 5..105;
    for chat in chats.clone() {
        bot.server.deliver(&private(chat, "When?"));
    }
    bot.server.taken().await;
    for _ in chats.clone() {
        go.send(()).unwrap();
    }
    for _ in chats {
        bot.server.sent().await;
    }
    let cores = std::thread::available_parallelism().unwrap().get();
    assert!(most.load(Ordering::SeqCst) <= cores, "{most:?}");
    bot.stop().await;
}

#[tokio::test]
async fn answers_come_in_the_order_of_the_questions() {
    let (go, wait) = gate();
    let service = saying(move |question| {
        if question == "First?" {
            wait();
        }
        no_answer(question)
    });
    let mut bot = Bot::serving(service).await;
    let questions =
        ["First?", "Second?", "Third?"].map(|text| bot.server.deliver(&private(5, text)));
    // Another chat does not wait for the first question, which takes its time.
    bot.ask(&private(6, "When?")).await;
    go.send(()).unwrap();
    for question in questions {
        let sent = bot.server.sent().await;
        assert_eq!(sent["reply_parameters"]["message_id"], question);
    }
    bot.stop().await;
}
