//! What follows an answer that Quoth is not sure of.

use super::*;
use crate::answer::Extent;
use crate::chat::conversation::answering::{gives_way, may_give_way};
use crate::chat::conversation::follow_up::Need;
use crate::chat::samples::{declined, given, perhaps};

const FOUNDED: &str = "When was the Clock Museum founded?";

/// An answer of that outcome.
fn graded(outcome: Outcome, confidence: f32) -> Answer {
    Answer {
        confidence,
        ..given(outcome)
    }
}

/// A conversation whose only answer so far was an unsure one, with that answer.
fn conversation() -> (Conversation, Answer) {
    let answer = QUOTH.answer(FOUNDED);
    let answer = answer.unwrap_or_else(|error| unreachable!("{error}"));
    let quotes = answer.outcome.shown().to_vec();
    assert!(!quotes.is_empty());
    let unsure = graded(perhaps(quotes, Vec::new()), 0.4);
    let mut conversation = Conversation::default();
    conversation.remember(AnswerId(1), None, FOUNDED, None, &unsure);
    (conversation, unsure)
}

#[test]
fn an_unsure_answer_can_be_followed_up() {
    let (mut conversation, unsure) = conversation();
    let turns: Vec<&Turn> = conversation.before(Some(AnswerId(1))).collect();
    let first = unsure.outcome.quotes().first();
    assert_eq!(turns[0].quote, first.map(|quote| quote.reading.clone()));
    let message = "Why did it close?";
    let reply = conversation.say(&QUOTH, Wording::ENGLISH, message, None, AnswerId(2));
    let searched_for = match reply.map(|reply| reply.said) {
        Ok(Said::Answer { searched_for, .. }) => searched_for,
        _ => None,
    };
    let wanted = "Why did the Clock Museum close?";
    assert_eq!(searched_for.as_deref(), Some(wanted));
}

#[test]
fn more_context_and_source_go_on_from_an_unsure_answer() {
    let (mut conversation, unsure) = conversation();
    let mut show = |command| conversation.show(&QUOTH, command, AnswerId(1));
    for extent in [Extent::Context, Extent::Passage] {
        let said = show(Command::Around(extent, 1));
        assert!(
            matches!(said, Ok(Said::Excerpt { number: 1, .. })),
            "{extent:?}"
        );
    }
    let Ok(Said::More { first, grade, .. }) = show(Command::More) else {
        unreachable!("there is more about museums");
    };
    let shown = unsure.outcome.quotes().len();
    assert_eq!((first, grade), (shown + 1, Grade::Perhaps));
}

#[test]
fn an_answer_gives_way_to_a_surer_one_as_far_as_the_message_needs_another() {
    let found = |confidence| graded(Outcome::Found(Vec::new()), confidence);
    let (poor, fair, good) = (found(0.5), found(0.6), found(0.8));
    let unsure = graded(perhaps(Vec::new(), Vec::new()), 0.4);
    let none = graded(declined(Vec::new()), 0.1);
    for need in [Need::Unanswered, Need::Weak] {
        assert!(may_give_way(&unsure, need) && gives_way(&unsure, &good, need));
        assert!(gives_way(&none, &unsure, need));
        assert!(!gives_way(&unsure, &none, need));
    }
    assert!(!gives_way(&unsure, &unsure, Need::Unanswered));
    assert!(!gives_way(&good, &unsure, Need::Weak));
    assert!(!may_give_way(&poor, Need::Unanswered));
    assert!(may_give_way(&poor, Need::Weak) && !may_give_way(&good, Need::Weak));
    assert!(gives_way(&poor, &good, Need::Weak) && !gives_way(&poor, &fair, Need::Weak));
}

const PERMITS: &str = "\
Boat permits

Whoever keeps a boat on Lake Ebern needs a boat permit.

Applications are taken from 1 March until 15 April.

A rowing boat costs 20 crowns a year, and a sailing boat 60.

Boats that burn petrol are only let in for rescue.
";

const PERMIT: &str = "Who needs a boat permit?";
const DEADLINE: &str = "Applications are taken from 1 March until 15 April.";

fn permits() -> Quoth {
    quoth_of(&[("permits.txt", PERMITS), ("museum.txt", MUSEUM)])
}

/// What is quoted first for a message after a question about permits.
fn after_permit(message: &str) -> String {
    quoted(&permits(), &[PERMIT, message])
}

#[test]
fn a_turn_is_read_with_the_question_before_it_where_it_is_not_answered_alone() {
    for (turn, wanted) in [
        ("the deadline?", DEADLINE),
        (
            "mine has a petrol engine",
            "Boats that burn petrol are only let in for rescue.",
        ),
    ] {
        assert_eq!(after_permit(turn), wanted);
    }
}

#[test]
fn whoever_doubts_what_was_read_beside_another_question_gets_the_same_evidence() {
    let replies = chat(&permits(), &[PERMIT, "the deadline?", "are you sure?"]);
    let seen = |reply: &Reply| match &reply.said {
        Said::Answer { answer, .. } | Said::Evidence(answer) => {
            let first = answer.outcome.quotes().first();
            let reading = first.map(|quote| quote.reading.clone());
            (reading, answer.confidence.to_bits())
        }
        other => unreachable!("{other:?}"),
    };
    assert!(matches!(replies[2].said, Said::Evidence(_)));
    assert_eq!(seen(&replies[2]), seen(&replies[1]));
    assert_eq!(seen(&replies[2]).0.as_deref(), Some(DEADLINE));
}

#[test]
fn more_of_what_was_read_beside_another_question_is_read_beside_it_too() {
    let (quoth, mut conversation) = (permits(), Conversation::default());
    for (message, id) in [(PERMIT, AnswerId(1)), ("the deadline?", AnswerId(2))] {
        let reply = conversation.say(&quoth, Wording::ENGLISH, message, None, id);
        assert!(reply.is_ok(), "{message}");
    }
    // As if nothing had been shown: more of it begins with what was.
    if let Some(turn) = conversation.turns.back_mut() {
        turn.shown.clear();
    }
    let more = conversation.show(&quoth, Command::More, AnswerId(2));
    let Ok(Said::More { quotes, .. }) = more else {
        unreachable!("there is more about permits");
    };
    assert_eq!(quotes[0].reading, DEADLINE);
}

#[test]
fn a_turn_of_which_no_document_has_a_word_goes_on_from_nothing() {
    assert_eq!(after_permit("Which zeppelin exploded?"), "");
}
