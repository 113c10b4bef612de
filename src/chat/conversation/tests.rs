//! Whole conversations about a small harbour town.

mod commands;
mod follow_ups;
mod odd;
mod referents;
mod talk;
mod unsure;

use std::time::Instant;

use super::answering::{gives_way, may_give_way};
use super::follow_up::Need;
use super::*;
use crate::Quoth;
use crate::answer::Settings;
use crate::ingest::Origin;

const HARBOUR: &str = "\
The harbour of Port Ellery was dug in 1804.

Anna Brandt, the harbour master, said that the harbour needs a second crane. The harbour master lives in Peru in winter.

The night ferry to Port Ellery sails at nine. A ticket for the night ferry costs 12 pounds. The night ferry has 40 cabins.

Captain Joris Vane of the Meridian told Ferrytimes that the sea is calm.

In 1990 the harbour company began a project called Long Quay, which costs 9 million pounds.

The day ferry sails at noon. A ticket for the day ferry costs 7 pounds.
";
const MUSEUM: &str = "\
The Clock Museum was founded in 1923 by Ines Marlow. It closed in 1971 because its roof had fallen in.

Ines Marlow, a painter, wrote that clocks are patient. Marlow died in Chile in 1950.

The Tide Museum was founded in 1931 by Rosa Quill. Tickets for the Tide Museum cost 5 pounds.

Rosa Quill led the Tide Museum for long. She retired in 1960. Her successor is Emil Roth. He learned his trade in Delft.

Forty visitors were counted in the Tide Museum in 1931.

Peru has sent 300 visitors to the Tide Museum. Chile has sent 20 visitors to the Tide Museum.
";

/// A corpus of invented facts.
pub(super) fn quoth() -> Quoth {
    quoth_of(&[("harbour.txt", HARBOUR), ("museum.txt", MUSEUM)])
}

/// A corpus of these files.
pub(super) fn quoth_of(files: &[(&str, &str)]) -> Quoth {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    for (name, text) in files {
        let written = std::fs::write(folder.path().join(name), text);
        assert!(written.is_ok());
    }
    Quoth::open(
        Origin::in_memory(&[folder.path().to_owned()]),
        Settings::default(),
        |_| {},
    )
    .unwrap_or_else(|error| unreachable!("{error}"))
}

/// What is said to each message of one conversation.
fn chat(messages: &[&str]) -> Vec<Reply> {
    let (quoth, chats, now) = (quoth(), Conversations::default(), Instant::now());
    let say = |message: &&str| chats.say(&quoth, Wording::ENGLISH, "1", message, None, now);
    messages
        .iter()
        .filter_map(|message| say(message).ok())
        .collect()
}

/// The question that the last message of a conversation is taken for; empty where it stands alone.
fn meant(messages: &[&str]) -> String {
    match chat(messages).pop().map(|reply| reply.said) {
        Some(Said::Answer { searched_for, .. }) => searched_for.unwrap_or_default(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_question_that_stands_alone_is_left_alone() {
    for message in [
        "When was the Tide Museum founded?",
        "Is it true that the Clock Museum closed?",
        "Does Anna Brandt say that she lives in Peru?",
        "Did the Clock Museum lose its roof?",
        "Is there a second crane in the harbour?",
        "Who said that the harbour needs a crane?",
        "What is a crane?",
        "And who founded the Clock Museum?",
        "Which clocks sold?",
        "Which crane fell?",
        "Will the visitors bring their clocks before they leave?",
        "Who will the painters meet?",
        "What was the trade of the painter who lost her hat?",
        "Who lost his hat?",
        "Which name did the clubs that merged in Peru take?",
        "How many boats did Joris Vane sell before he left?",
        "Where do they bake such good bread in Chile in winter?",
        "What does it mean when the sea is calm?",
        "Thanks!",
    ] {
        assert_eq!(
            meant(&["What does a ticket for the night ferry cost?", message]),
            "",
            "{message}"
        );
    }
    assert_eq!(meant(&["How much does it cost?"]), "");
}

#[test]
fn thanks_and_what_was_not_answered_end_no_topic() {
    let wanted = "How many visitors has Chile sent?";
    assert_eq!(
        meant(&["How many visitors has Peru sent?", "thanks", "And Chile?"]),
        wanted
    );
    let unanswered = "Which zeppelin did Peru crash?";
    assert_eq!(
        meant(&[unanswered, "And Chile?"]),
        "Which zeppelin did Chile crash?"
    );
}

#[test]
fn a_reply_continues_the_answer_that_it_replies_to() {
    let (quoth, chats, now) = (quoth(), Conversations::default(), Instant::now());
    let say = |message, to| {
        chats
            .say(&quoth, Wording::ENGLISH, "1", message, to, now)
            .unwrap_or_else(|error| unreachable!("{error}"))
    };
    let searched = |reply: Reply| match reply.said {
        Said::Answer { searched_for, .. } => searched_for,
        _ => None,
    };
    let first = say("When was the Clock Museum founded?", None).answer;
    say("What is the night ferry?", None);
    let reply = say("Who founded it?", first);
    assert_eq!(
        searched(reply.clone()).as_deref(),
        Some("Who founded the Clock Museum?")
    );
    // And the next message goes on from there.
    assert_eq!(
        searched(say("Why did it close?", None)).as_deref(),
        Some("Why did the Clock Museum close?")
    );
    for _ in 0..TURNS {
        say("What is the night ferry?", None);
    }
    assert_eq!(searched(say("Who founded it?", first)), None);
    assert!(matches!(
        say("more", first).said,
        Said::Nothing(Nothing::Forgotten)
    ));
}

#[test]
fn an_answer_gives_way_only_as_far_as_the_message_needs_another() {
    let found = |confidence| graded(Outcome::Found(Vec::new()), confidence);
    let (poor, fair, good) = (found(0.5), found(0.6), found(0.8));
    assert!(may_give_way(&good, Need::Sure) && gives_way(&good, &poor, Need::Sure));
    assert!(!may_give_way(&poor, Need::Unanswered));
    assert!(may_give_way(&poor, Need::Weak) && !may_give_way(&good, Need::Weak));
    assert!(gives_way(&poor, &good, Need::Weak) && !gives_way(&poor, &fair, Need::Weak));
}

/// An answer of that outcome.
fn graded(outcome: Outcome, confidence: f32) -> Answer {
    Answer {
        question: "When was the Clock Museum founded?".to_owned(),
        confidence,
        corrections: Vec::new(),
        outcome,
        disagreement: None,
    }
}
