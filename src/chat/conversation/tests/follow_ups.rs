//! What leaves something out asks about what was asked before.

use super::*;

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
            "How many visitors came?",
            "from which countries?",
            "from which countries did the visitors come?",
        ),
        (
            "How many visitors has Peru sent?",
            "Since when?",
            "Since when has Peru sent visitors?",
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

#[test]
fn another_thing_takes_the_place_of_its_like_turn_by_turn() {
    let cost = "How much is a Clock Museum ticket?";
    for (messages, wanted) in [
        (
            &[cost, "What about a tour?"][..],
            "How much is a Clock Museum tour?",
        ),
        (
            &[cost, "What about a tour?", "and for the Tide Museum?"],
            "How much is a Tide Museum tour?",
        ),
        (
            &[
                cost,
                "What about a tour?",
                "and for the Tide Museum?",
                "and the ticket?",
            ],
            "How much is a Tide Museum ticket?",
        ),
        (
            &[
                "When is the museum open?",
                "And on Sundays?",
                "and on Mondays?",
            ],
            "When is the museum open on Mondays?",
        ),
        (
            &[
                "What does a ticket for the night ferry cost?",
                "And an outing?",
            ],
            "What does an outing for the night ferry cost?",
        ),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
}

#[test]
fn what_the_document_quoted_last_says_in_other_words_may_be_the_answer() {
    let quoth = quoth_of(&[
        (
            "rowing.md",
            "# The Rowing Club of Aldermere\n\nThe club was founded in 1921. Members pay 80 euros a year.\n\n\
             The boathouse burned down in 1954 and was rebuilt within a year by the members themselves.\n\n\
             Training is on Tuesdays. In winter the members train in the gym of the school.\n",
        ),
        ("harbour.txt", HARBOUR),
    ]);
    let (chats, now) = (Conversations::default(), Instant::now());
    let quoted = |chat: &str, message: &str| {
        let reply = chats.say(&quoth, Wording::ENGLISH, chat, message, None, now);
        match reply.map(|reply| reply.said) {
            Ok(Said::Answer { answer, .. }) => {
                let first = answer.outcome.quotes().first();
                first.map_or(String::new(), |quote| quote.reading.clone())
            }
            other => format!("{other:?}"),
        }
    };
    for (follow_up, wanted) in [
        ("was there ever a fire?", "The boathouse burned down"),
        (
            "where do they go when it is cold?",
            "In winter the members train",
        ),
    ] {
        assert!(quoted(follow_up, "How much do members pay?").contains("80 euros"));
        // What is declined between them changes nothing.
        assert_eq!(quoted(follow_up, "Who won the chess cup in Oslo?"), "");
        let found = quoted(follow_up, follow_up);
        assert!(found.starts_with(wanted), "{follow_up} {found}");
    }
    // What is about another answers nothing.
    assert!(quoted("other", "When was the club founded?").contains("1921"));
    assert_eq!(quoted("other", "When was the Umbrella Club founded?"), "");
}
