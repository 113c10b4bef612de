//! Order within a lane, and none of them in the way of another.

use serde_json::json;
use tokio::sync::Semaphore;

use super::state::{LONGEST_LANE, MOST};
use super::*;

fn written(number: u64, chat: i64) -> Value {
    let message = json!({"message_id": number, "chat": {"id": chat, "type": "private"}});
    json!({"update_id": number, "message": message})
}

#[tokio::test]
async fn a_chat_that_is_stuck_takes_no_room_from_others() {
    let told_of = Arc::new(Mutex::new(Vec::new()));
    let free = Arc::new(Semaphore::new(0));
    let handler = {
        let (told_of, free) = (Arc::clone(&told_of), Arc::clone(&free));
        move |delivery: Delivery| {
            let (told_of, free) = (Arc::clone(&told_of), Arc::clone(&free));
            let Event::Written(message) = delivery.event else {
                return None;
            };
            let handling = async move {
                if message.chat.id == 5 {
                    free.acquire().await.unwrap().forget();
                }
                let told = (message.chat.id, delivery.is_last);
                told_of.lock().unwrap().push(told);
            };
            Some(handling.boxed())
        }
    };
    let lanes = Lanes::new(Box::new(handler), []);
    lanes.take(written(0, 5), Origin::Telegram);
    // On its way, and no longer waiting.
    while lanes.state().waiting(Lane::Messages(5)) > 0 {
        tokio::task::yield_now().await;
    }
    for number in 1..1000 {
        lanes.take(written(number, 5), Origin::Telegram);
    }
    assert_eq!(lanes.room(), MOST - 1 - LONGEST_LANE);
    lanes.take(written(1000, 6), Origin::Telegram);
    let other = UpdateId::of(&written(1000, 6)).unwrap();
    lanes.are_done(&[other]).await;
    free.add_permits(1000);
    lanes.all_done().await;
    let told_of = told_of.lock().unwrap();
    assert_eq!(told_of[0], (6, false));
    assert_eq!(told_of.len(), 2 + LONGEST_LANE);
    let last: Vec<usize> = (0..told_of.len()).filter(|&at| told_of[at].1).collect();
    assert_eq!(last, [told_of.len() - 1], "the last one knows");
}

#[tokio::test]
async fn who_floods_many_chats_leaves_room_for_all_others() {
    let told_of = Arc::new(Mutex::new(Vec::new()));
    let handler = {
        let told_of = Arc::clone(&told_of);
        move |delivery: Delivery| {
            let told_of = Arc::clone(&told_of);
            let Event::Written(message) = delivery.event else {
                return None;
            };
            let handling = async move {
                if message.chat.id < 0 {
                    // As where Telegram holds a chat back.
                    std::future::pending::<()>().await;
                }
                told_of
                    .lock()
                    .unwrap()
                    .push((message.chat.id, delivery.is_last));
            };
            Some(handling.boxed())
        }
    };
    let lanes = Lanes::new(Box::new(handler), []);
    let mut numbers = 0_u64..;
    let mut take = |chat: i64| {
        let update = written(numbers.next().unwrap(), chat);
        lanes.take(update.clone(), Origin::Telegram);
        UpdateId::of(&update).unwrap()
    };
    for chat in (-400..0).cycle().take(400 * 40) {
        take(chat);
    }
    assert!(lanes.room() > 50, "{}", lanes.room());
    // Each of so many others gets an answer, at once, and so does each in a row.
    for chat in (1..200).chain([1, 1, 1]) {
        let update = take(chat);
        lanes.are_done(&[update]).await;
    }
    let told_of = told_of.lock().unwrap();
    assert_eq!(told_of.len(), 202);
    assert!(told_of.iter().all(|&(_, is_last)| !is_last));
}

#[tokio::test]
async fn a_lane_that_is_full_says_so_once_and_then_drops_until_it_has_a_place_again() {
    let free = Arc::new(Semaphore::new(0));
    let last = Arc::new(Mutex::new(Vec::new()));
    let handler = {
        let (free, last) = (Arc::clone(&free), Arc::clone(&last));
        move |delivery: Delivery| {
            last.lock().unwrap().push(delivery.is_last);
            let free = Arc::clone(&free);
            Some(async move { free.acquire().await.unwrap().forget() }.boxed())
        }
    };
    let lanes = Lanes::new(Box::new(handler), []);
    for number in 0..100 {
        lanes.take(written(number, 5), Origin::Telegram);
    }
    let firsts = [vec![false; LONGEST_LANE], vec![true]].concat();
    assert_eq!(*last.lock().unwrap(), firsts);
    free.add_permits(LONGEST_LANE);
    let left = |state: &State| state.undone.len() == 1;
    lanes.until(left).await;
    lanes.take(written(100, 5), Origin::Telegram);
    assert_eq!(last.lock().unwrap().last(), Some(&false));
}

#[tokio::test]
async fn what_an_earlier_run_took_is_taken_up_however_much_it_is() {
    let handler = |_| Some(std::future::pending().boxed());
    let lanes = Lanes::new(Box::new(handler), []);
    for number in 0..100 {
        lanes.take(written(number, 5), Origin::Journal);
    }
    assert_eq!(lanes.room(), MOST - 100);
}
