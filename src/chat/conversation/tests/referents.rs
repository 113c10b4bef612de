//! What a pronoun stands for where several things were spoken of, or none.

use super::{Nothing, Said, chat, meant};

#[test]
fn what_was_said_is_no_thing() {
    let said = "What did Anna Brandt say about the harbour?";
    for (messages, wanted) in [
        (
            &[said, "When did she say it?"][..],
            "When did Anna Brandt say it?",
        ),
        (&[said, "who decided that?"], ""),
        (
            &["What did Marlow write in Chile?", "when did she write it?"],
            "when did Ines Marlow write it?",
        ),
        // Nobody else can have said "it".
        (
            &[said, "When did she say it?", "And Ines Marlow?"],
            "What did Ines Marlow say about the harbour?",
        ),
        (
            &[said, "When does the night ferry sail?", "and the curator?"],
            "What did the curator say about the harbour?",
        ),
        (&["When does the night ferry sail?", "and the curator?"], ""),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
}

#[test]
fn nothing_but_a_noun_or_a_name_is_spoken_of() {
    let museum = "What is the Tide Museum?";
    let visited = "Who has not visited?";
    for (messages, wanted) in [
        (
            &[museum, visited, "why not?"][..],
            "why have they not visited the Tide Museum?",
        ),
        (
            &[museum, visited, "Which painters want to see it?"],
            "Which painters want to see the Tide Museum?",
        ),
        (
            &["How many visitors came in 1931?", "who counted that?"],
            "",
        ),
        (&["How many visitors came in 1931?", "Who counted?"], ""),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
}

#[test]
fn what_somebody_did_something_to_is_no_person() {
    let messages = [
        "Who was the Clock Museum founded by?",
        "When was it founded?",
    ];
    assert_eq!(meant(&messages), "When was the Clock Museum founded?");
}

#[test]
fn what_the_answer_names_is_spoken_of() {
    let begun = "What did the harbour company begin in 1990?";
    let cost = "how much will it cost";
    for (messages, wanted) in [
        (&[begun, cost][..], "how much will Long Quay cost?"),
        (
            &["What did Anna Brandt say?", "why did she leave it?"],
            "why did Anna Brandt leave it?",
        ),
        // Two words of a message stand for two things.
        (
            &[begun, cost, "when did they announce it?"],
            "when did the harbour company announce Long Quay?",
        ),
        (
            &["What is the night ferry?", cost],
            "how much will the night ferry cost?",
        ),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
}

#[test]
fn they_are_those_that_were_counted() {
    let counted = "How many visitors were counted in the Tide Museum in 1931?";
    let among = "How many of them were painters?";
    for (messages, wanted) in [
        (
            &[counted, among][..],
            "How many of the visitors counted in the Tide Museum in 1931 were painters?",
        ),
        (
            &["When did Peru join?", "How many of them were painters?"],
            "",
        ),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
}

#[test]
fn a_founder_is_that_of_what_was_spoken_of_only_where_it_helps() {
    let museum = "What is the Tide Museum?";
    for (message, wanted) in [
        ("Who is the owner of the ferry?", ""),
        (
            "What is the price?",
            "What is the price of the Tide Museum?",
        ),
    ] {
        assert_eq!(meant(&[museum, message]), wanted, "{message}");
    }
}

#[test]
fn nobody_is_spoken_of_where_only_a_place_or_many_are() {
    for (messages, wanted) in [
        (
            &["Where do the zeppelin masters meet?", "when did he leave?"],
            "",
        ),
        // A name that nothing tells more of may be a person's, but not with "on".
        (
            &["When was it painted on Long Arm?", "what did she say?"],
            "",
        ),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
}

#[test]
fn where_somebody_went_gives_way_to_another_place() {
    assert_eq!(
        meant(&[
            "When did Ines Marlow move to Port Ellery?",
            "and the Tide Museum?"
        ]),
        "When did Ines Marlow move to the Tide Museum?"
    );
}

#[test]
fn he_is_nobody_whom_the_documents_call_she() {
    let founder = "Who founded the Tide Museum?";
    for (messages, wanted) in [
        (
            &[founder, "When did she retire?"][..],
            "When did Rosa Quill retire?",
        ),
        (
            &[
                founder,
                "Who is her successor?",
                "Where did he learn his trade?",
            ],
            "Where did Emil Roth learn his trade?",
        ),
    ] {
        assert_eq!(meant(messages), wanted, "{messages:?}");
    }
    let said = chat(&[founder, "Where did he learn?"])
        .pop()
        .map(|reply| reply.said);
    assert!(
        matches!(said, Some(Said::Nothing(Nothing::Unclear("he")))),
        "{said:?}"
    );
}

#[test]
fn what_was_declined_leaves_nobody_to_speak_of() {
    assert_eq!(meant(&["Who was Zoltan Farkas?", "When did he die?"]), "");
}

#[test]
fn a_question_without_its_subject_is_asked_of_the_document_quoted_last() {
    let replies = chat(&[
        "What does the night ferry cost?",
        "How deep is the mooring basin?",
    ]);
    assert_eq!(replies.len(), 2);
}
