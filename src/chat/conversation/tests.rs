//! Whole conversations about a small harbour town.

mod follow_ups;
mod talk;
mod unsure;

use std::sync::LazyLock;
use std::time::Instant;

use super::*;
use crate::Quoth;
use crate::chat::samples::quoth_of;

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
pub(super) static QUOTH: LazyLock<Quoth> =
    LazyLock::new(|| quoth_of(&[("harbour.txt", HARBOUR), ("museum.txt", MUSEUM)]));

/// What is said to a message in one of some chats.
pub(super) fn say(
    quoth: &Quoth,
    chats: &Conversations,
    chat: &str,
    message: &str,
    now: Instant,
) -> Reply {
    let reply = chats.say(quoth, Wording::ENGLISH, chat, message, None, now);
    reply.unwrap_or_else(|error| unreachable!("{error}"))
}

/// What is said to each message of one conversation.
fn chat(quoth: &Quoth, messages: &[&str]) -> Vec<Reply> {
    let (chats, now) = (Conversations::default(), Instant::now());
    let said = |message: &&str| say(quoth, &chats, "1", message, now);
    messages.iter().map(said).collect()
}

/// What is said to the last of them.
fn last(messages: &[&str]) -> Said {
    let reply = chat(&QUOTH, messages).pop();
    reply.map_or(Said::Nothing(Nothing::Forgotten), |reply| reply.said)
}

/// The question that the last message of a conversation is taken for; empty where it stands alone.
fn meant(messages: &[&str]) -> String {
    match last(messages) {
        Said::Answer { searched_for, .. } => searched_for.unwrap_or_default(),
        other => format!("{other:?}"),
    }
}

/// Looks whether the last message of conversations is taken for what it should, one a line:
/// `message > message -> question`, with nothing after the arrow where it stands alone.
fn check(table: &str) {
    for case in table.lines().map(str::trim) {
        let Some((messages, wanted)) = case.split_once("->") else {
            unreachable!("{case} has no arrow");
        };
        let messages: Vec<&str> = messages.split(" > ").map(str::trim).collect();
        assert_eq!(meant(&messages), wanted.trim(), "{case}");
    }
}

/// What is quoted first for the last message of a conversation; empty where it is not answered.
fn quoted(quoth: &Quoth, messages: &[&str]) -> String {
    match chat(quoth, messages).pop().map(|reply| reply.said) {
        Some(Said::Answer { answer, .. }) => {
            let first = answer.outcome.quotes().first();
            first.map_or(String::new(), |quote| quote.reading.clone())
        }
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
fn courtesies_and_what_was_not_answered_end_no_topic() {
    check(
        "How many visitors has Peru sent? > thanks > And Chile? -> How many visitors has Chile sent?
         Which zeppelin did Peru crash? > And Chile? -> Which zeppelin did Chile crash?
         Hi! How many visitors has Peru sent? Thanks > ok, and Chile please? -> How many visitors has Chile sent?",
    );
}

#[test]
fn a_reply_continues_the_answer_that_it_replies_to() {
    let (chats, now) = (Conversations::default(), Instant::now());
    let say = |message, to| {
        chats
            .say(&QUOTH, Wording::ENGLISH, "1", message, to, now)
            .unwrap_or_else(|error| unreachable!("{error}"))
    };
    let searched = |reply: Reply| match reply.said {
        Said::Answer { searched_for, .. } => searched_for.unwrap_or_default(),
        _ => String::new(),
    };
    let first = say("When was the Clock Museum founded?", None).answer;
    say("What is the night ferry?", None);
    let founded = searched(say("Who founded it?", first));
    assert_eq!(founded, "Who founded the Clock Museum?");
    // And the next message goes on from there.
    let closed = searched(say("Why did it close?", None));
    assert_eq!(closed, "Why did the Clock Museum close?");
    for _ in 0..TURNS {
        say("What is the night ferry?", None);
    }
    assert_eq!(searched(say("Who founded it?", first)), "");
    assert!(matches!(
        say("more", first).said,
        Said::Nothing(Nothing::Forgotten)
    ));
}

#[test]
fn no_message_is_any_trouble_after_any_other() {
    let odd = "|?|and|and the|the of|it|its|'s|it's|Peru's|the the museum?|what about|which|\
        how many|Why why?|and it's|of of of|ferry-ferry's|5% of $7|и Перу?|那么秘鲁呢？|🚢?|\
        e\u{301}|\u{0}|and\u{a0}Peru\u{a0}?|THE MUSEUM|İstanbul'S it's|\
        since when then there|source 99999999999999999999|context 0|«Peru» — and its?|“Peru's”?";
    let odd: Vec<&str> = odd.split('|').collect();
    let (chats, now) = (Conversations::default(), Instant::now());
    for first in &odd {
        for second in &odd {
            for message in [first, second] {
                say(&QUOTH, &chats, first, message, now);
            }
        }
    }
}
