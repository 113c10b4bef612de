//! Order within a lane, and none of them in the way of another.

use serde_json::json;
use tokio::sync::Semaphore;

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
    lanes.take(written(0, 5));
    // On its way, and no longer waiting.
    while lanes.state().waiting(Lane::Messages(5)) > 0 {
        tokio::task::yield_now().await;
    }
    for number in 1..1000 {
        lanes.take(written(number, 5));
    }
    assert_eq!(lanes.room(), MOST - 1 - LONGEST_LANE);
    lanes.take(written(1000, 6));
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
