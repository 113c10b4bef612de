//! Order within a lane, and none of them in the way of another.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use tokio::sync::Semaphore;

use super::state::{LONGEST_LANE, MOST};
use super::*;

/// The chats whose messages were handled, each with whether it was told to be the last.
type Handled = Arc<Mutex<Vec<(i64, bool)>>>;

/// Lanes whose messages of the chats that are `held` take a permit of a semaphore to be handled.
fn lanes(held: fn(i64) -> bool) -> (Arc<Lanes>, Arc<Semaphore>, Handled) {
    let (permits, handled) = (Arc::new(Semaphore::new(0)), Handled::default());
    let answering = {
        let (permits, handled) = (Arc::clone(&permits), Arc::clone(&handled));
        move |delivery: Delivery| {
            let (permits, handled) = (Arc::clone(&permits), Arc::clone(&handled));
            let Event::Written(message) = delivery.event else {
                return None;
            };
            let handling = async move {
                if held(message.chat.id) {
                    permits.acquire().await.unwrap().forget();
                }
                let entry = (message.chat.id, delivery.is_last);
                handled.lock().unwrap().push(entry);
            };
            Some(handling.boxed())
        }
    };
    (Lanes::new(Box::new(answering), []), permits, handled)
}

fn written(number: u64, chat: i64) -> Value {
    let message = json!({"message_id": number, "chat": {"id": chat, "type": "private"}});
    json!({"update_id": number, "message": message})
}

#[tokio::test]
async fn a_chat_that_is_stuck_takes_no_room_from_others() {
    let (lanes, permits, handled) = lanes(|chat| chat == 5);
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
    permits.add_permits(1000);
    lanes.all_done().await;
    let handled = handled.lock().unwrap();
    assert_eq!(handled[0], (6, false));
    assert_eq!(handled.len(), 2 + LONGEST_LANE);
    let last: Vec<usize> = (0..handled.len()).filter(|&at| handled[at].1).collect();
    assert_eq!(last, [handled.len() - 1], "the last one knows");
}

#[tokio::test]
async fn who_floods_many_chats_leaves_room_for_all_others() {
    // As where Telegram holds chats back.
    let (lanes, _, handled) = lanes(|chat| chat < 0);
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
    let handled = handled.lock().unwrap();
    assert_eq!(handled.len(), 202);
    assert!(handled.iter().all(|&(_, is_last)| !is_last));
}

#[tokio::test]
async fn a_lane_that_is_full_says_so_once_and_then_drops_until_it_has_a_place_again() {
    let (lanes, permits, handled) = lanes(|_| true);
    for number in 0..100 {
        lanes.take(written(number, 5), Origin::Telegram);
    }
    permits.add_permits(LONGEST_LANE);
    lanes.until(|state| state.undone.len() == 1).await;
    lanes.take(written(100, 5), Origin::Telegram);
    permits.add_permits(2);
    lanes.all_done().await;
    let last: Vec<bool> = handled.lock().unwrap().iter().map(|one| one.1).collect();
    let firsts = vec![false; LONGEST_LANE];
    assert_eq!(last, [firsts, vec![true, false]].concat());
}

#[tokio::test]
async fn what_an_earlier_run_took_is_taken_up_however_much_it_is() {
    let (lanes, ..) = lanes(|_| true);
    for number in 0..100 {
        lanes.take(written(number, 5), Origin::Journal);
    }
    assert_eq!(lanes.room(), MOST - 100);
}

#[tokio::test]
async fn an_update_that_comes_twice_at_once_is_handled_once() {
    let handled = Arc::new(AtomicUsize::new(0));
    let counting = {
        let handled = Arc::clone(&handled);
        move |_: Delivery| {
            handled.fetch_add(1, Ordering::Relaxed);
            // So long that the other comes meanwhile.
            std::thread::sleep(Duration::from_millis(50));
            Some(async {}.boxed())
        }
    };
    let lanes = Lanes::new(Box::new(counting), []);
    let takes = [(); 2].map(|()| {
        let lanes = Arc::clone(&lanes);
        tokio::task::spawn_blocking(move || lanes.take(written(1, 5), Origin::Telegram))
    });
    for take in takes {
        take.await.unwrap();
    }
    assert_eq!(handled.load(Ordering::Relaxed), 1);
}
