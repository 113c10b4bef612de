//! What a pronoun stands for where several things were spoken of, or none.

use super::*;

#[test]
fn what_was_said_is_no_thing() {
    check(
        "What did Anna Brandt say about the harbour? > When did she say it? -> When did Anna Brandt say it?
         What did Anna Brandt say about the harbour? > who decided that? ->
         What did Marlow write in Chile? > when did she write it? -> when did Ines Marlow write it?",
    );
}

#[test]
fn what_nobody_else_can_have_said_is_asked_of_what_was_asked_before() {
    check(
        "What did Anna Brandt say about the harbour? > When did she say it? > And Ines Marlow? -> What did Ines Marlow say about the harbour?
         What did Anna Brandt say about the harbour? > When does the night ferry sail? > and the curator? -> What did the curator say about the harbour?
         When does the night ferry sail? > and the curator? ->",
    );
}

#[test]
fn nothing_but_a_noun_or_a_name_is_spoken_of() {
    check(
        "What is the Tide Museum? > Who has not visited? > why not? -> why have they not visited the Tide Museum?
         What is the Tide Museum? > Who has not visited? > Which painters want to see it? -> Which painters want to see the Tide Museum?
         How many visitors came in 1931? > who counted that? ->
         How many visitors came in 1931? > Who counted? ->
         Who was the Clock Museum founded by? > When was it founded? -> When was the Clock Museum founded?",
    );
}

#[test]
fn what_the_answer_names_is_spoken_of() {
    check(
        "What did the harbour company begin in 1990? > how much will it cost -> how much will Long Quay cost?
         What did Anna Brandt say? > why did she leave it? -> why did Anna Brandt leave it?
         What is the night ferry? > how much will it cost -> how much will the night ferry cost?",
    );
}

#[test]
fn two_words_of_a_message_stand_for_two_things() {
    check(
        "What did the harbour company begin in 1990? > how much will it cost > when did they announce it? -> when did the harbour company announce Long Quay?",
    );
}

#[test]
fn they_are_those_that_were_counted() {
    check(
        "How many visitors were counted in the Tide Museum in 1931? > How many of them were painters? -> How many of the visitors counted in the Tide Museum in 1931 were painters?
         When did Peru join? > How many of them were painters? ->",
    );
}

#[test]
fn a_founder_is_that_of_what_was_spoken_of_only_where_it_helps() {
    check(
        "What is the Tide Museum? > Who is the owner of the ferry? ->
         What is the Tide Museum? > What is the price? -> What is the price of the Tide Museum?",
    );
}

#[test]
fn nobody_is_spoken_of_where_only_a_place_or_many_are_or_nothing_was_answered() {
    // A name that nothing tells more of may be a person's, but not with "on".
    check(
        "Where do the zeppelin masters meet? > when did he leave? ->
         When was it painted on Long Arm? > what did she say? ->
         Who was Zoltan Farkas? > When did he die? ->",
    );
}

#[test]
fn he_is_nobody_whom_the_documents_call_she() {
    check(
        "Who founded the Tide Museum? > When did she retire? -> When did Rosa Quill retire?
         Who founded the Tide Museum? > Who is her successor? > Where did he learn his trade? -> Where did Emil Roth learn his trade?",
    );
    let said = last(&["Who founded the Tide Museum?", "Where did he learn?"]);
    assert!(
        matches!(said, Said::Nothing(Nothing::Unclear("he"))),
        "{said:?}"
    );
}
