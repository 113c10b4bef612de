//! Under a decline stand questions that the documents do answer, and a press asks one.

use quoth::chat::telegram::Access;
use serde_json::Value;

use crate::bot::{Bot, documents};
use crate::messages::{GROUP, begins, ends, group, id, mentioning, private, replying_to, says};

const HARBOUR: &str = "The Harbour Act was signed in 1923. The Mole was built in 1804.\n";
const UNANSWERED: &str = "How many pages does the Harbour Act have?";
const OFFERED: &str = "When was the Harbour Act signed?";

async fn bot() -> Bot {
    let service = documents(&[("harbour.txt", HARBOUR)], Access::default());
    Bot::serving(service).await
}

async fn declined(bot: &mut Bot, question: &Value) -> Value {
    let decline = bot.reply(question).await;
    ends(&decline, "You can ask, for example:");
    assert_eq!(bot.labels(&decline)[0], OFFERED);
    decline
}

#[tokio::test]
async fn an_offered_question_is_shown_and_answered_below_the_decline() {
    let mut bot = bot().await;
    let decline = declined(&mut bot, &private(5, UNANSWERED)).await;
    assert_eq!(bot.told(&decline, OFFERED, 5).await, "");
    let answer = bot.server.posted().await;
    begins(&answer, OFFERED);
    says(&answer, "signed in 1923");
    assert_eq!(answer["reply_to_message"]["message_id"], id(&decline));
    // The conversation goes on from it.
    let next = bot
        .reply(&replying_to(private(5, "And the Mole?"), &answer))
        .await;
    says(&next, "When was the Mole signed?");
    bot.stop().await;
}

#[tokio::test]
async fn in_a_group_an_offered_question_is_answered_once() {
    let mut bot = bot().await;
    let question = mentioning(group(GROUP, 5, UNANSWERED));
    let decline = declined(&mut bot, &question).await;
    let presses = [5, 6].map(|person| bot.press(&decline, OFFERED, person));
    begins(&bot.server.posted().await, OFFERED);
    let lines = bot.toasts(&presses).await;
    assert_eq!(lines, ["", "It stands below already."]);
    bot.stop().await;
}
