//! Whole conversations about a small harbour town.

mod commands;
mod odd;

use std::time::Instant;

use super::*;
use crate::Quoth;
use crate::answer::Settings;

const HARBOUR: &str = "\
The harbour of Port Ellery was dug in 1804.

Anna Brandt, the harbour master, said that the harbour needs a second crane. The harbour master lives in Peru in winter.

The night ferry to Port Ellery sails at nine. A ticket for the night ferry costs 12 pounds. The night ferry has 40 cabins.

Captain Joris Vane of the Meridian told Ferrytimes that the sea is calm.

The day ferry sails at noon. A ticket for the day ferry costs 7 pounds.
";
const MUSEUM: &str = "\
The Clock Museum was founded in 1923 by Ines Marlow. It closed in 1971 because its roof had fallen in.

Ines Marlow, a painter, wrote that clocks are patient. Marlow died in Chile in 1950.

The Tide Museum was founded in 1931 by Rosa Quill. Tickets for the Tide Museum cost 5 pounds.

Peru has sent 300 visitors to the Tide Museum. Chile has sent 20 visitors to the Tide Museum.
";

/// A corpus of invented facts.
pub(super) fn quoth() -> Quoth {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    for (name, text) in [("harbour.txt", HARBOUR), ("museum.txt", MUSEUM)] {
        let written = std::fs::write(folder.path().join(name), text);
        assert!(written.is_ok());
    }
    Quoth::open(&[folder.path().to_owned()], Settings::default())
        .unwrap_or_else(|error| unreachable!("{error}"))
}

/// What is said to each message of one conversation.
fn chat(messages: &[&str]) -> Vec<Reply> {
    let (quoth, chats, now) = (quoth(), Conversations::default(), Instant::now());
    let say = |message: &&str| chats.say(&quoth, "1", message, None, now);
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
fn another_name_asks_the_same_of_it() {
    for (before, message, wanted) in [
        (
            "How many visitors has Peru sent?",
            "And Chile?",
            "How many visitors has Chile sent?",
        ),
        (
            "how many visitors has peru sent",
            "what about chile",
            "how many visitors has chile sent",
        ),
        (
            "What did Anna Brandt say?",
            "And Ines Marlow?",
            "What did Ines Marlow say?",
        ),
        (
            "What happened in 1923?",
            "and in 1931?",
            "What happened in 1931?",
        ),
        (
            "When was the Clock Museum founded?",
            "and the Tide Museum",
            "When was the Tide Museum founded?",
        ),
        (
            "Who is Peru's harbour master?",
            "And Chile's?",
            "Who is Chile's harbour master?",
        ),
        (
            "Who is Peru's harbour master?",
            "And the curator?",
            "Who is Peru's curator?",
        ),
        (
            "How many cabins are there?",
            "And ferries?",
            "How many ferries are there?",
        ),
        (
            "Has the UK sent visitors?",
            "And France?",
            "Has France sent visitors?",
        ),
    ] {
        assert_eq!(meant(&[before, message]), wanted, "{before} {message}");
    }
}

#[test]
fn a_lone_question_word_asks_more_of_the_last_question() {
    for (before, message, wanted) in [
        (
            "Is the Clock Museum closed?",
            "Why?",
            "Why is the Clock Museum closed?",
        ),
        (
            "Was the Clock Museum founded in 1923?",
            "by whom",
            "by whom was the Clock Museum founded in 1923?",
        ),
        (
            "Where does the night ferry sail?",
            "And when?",
            "when does the night ferry sail?",
        ),
        (
            "How many visitors has Peru sent?",
            "Since when?",
            "Since when has Peru sent?",
        ),
        (
            "How many cabins have been booked?",
            "Which cabins?",
            "Which cabins have been booked?",
        ),
    ] {
        assert_eq!(meant(&[before, message]), wanted, "{before} {message}");
    }
}

#[test]
fn a_pronoun_stands_for_what_was_spoken_of() {
    for (before, message, wanted) in [
        (
            "What is the night ferry?",
            "How much does it cost?",
            "How much does the night ferry cost?",
        ),
        (
            "Who founded the Clock Museum?",
            "What did she write?",
            "What did Ines Marlow write?",
        ),
        (
            "Who founded the Clock Museum?",
            "When did it close?",
            "When did the Clock Museum close?",
        ),
        (
            "Who founded the clock museum?",
            "why was it closed",
            "why was the clock museum closed?",
        ),
        (
            "When did Marlow die?",
            "What was her trade?",
            "What was Ines Marlow's trade?",
        ),
        (
            "When was the Tide Museum founded?",
            "Who founded the museum?",
            "Who founded the Tide Museum?",
        ),
        (
            "How many visitors came from Peru?",
            "Who lives there in winter?",
            "Who lives in Peru in winter?",
        ),
    ] {
        assert_eq!(meant(&[before, message]), wanted, "{before} {message}");
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
            .say(&quoth, "1", message, to, now)
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
fn what_hardly_says_anything_asks_about_the_question_before() {
    for (before, message, wanted) in [
        (
            "What did the Peruvian harbour master say?",
            "what about the Chilean one?",
            "What did the Chilean harbour master say?",
        ),
        (
            "Is the Tide Museum closed?",
            "why not?",
            "why isn't the Tide Museum closed?",
        ),
        (
            "Why is the Tide Museum not closed?",
            "why not?",
            "why is the Tide Museum not closed?",
        ),
        (
            "What is the Tide Museum?",
            "how much is that in pounds?",
            "how much is the Tide Museum in pounds?",
        ),
        (
            "Which country has sent 300 visitors?",
            "Who lives there?",
            "Who lives in Peru?",
        ),
        (
            "Does the sea sleep?",
            "who said that?",
            "who said that the sea does sleep?",
        ),
    ] {
        assert_eq!(meant(&[before, message]), wanted, "{before} {message}");
    }
}
