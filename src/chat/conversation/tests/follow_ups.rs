//! What a message means that says less than a question.

use super::*;

#[test]
fn another_name_thing_or_question_word_takes_the_place_of_its_like() {
    check(
        "How many visitors has Peru sent? > And Chile? -> How many visitors has Chile sent?
         how many visitors has peru sent > what about chile -> how many visitors has chile sent
         What happened in 1923? > and in 1931? -> What happened in 1931?
         When was the Clock Museum founded? > and the Tide Museum -> When was the Tide Museum founded?
         How much is a Clock Museum ticket? > What about a tour? -> How much is a Clock Museum tour?
         How much does the Clock Museum cost for a full day? > And the cheapest? -> How much does the cheapest cost for a full day?
         How much does the Clock Museum cost for a full day? > And the most expensive? -> How much does the most expensive cost for a full day?
         Which ferry is the cheapest? > And the oldest? -> Which ferry is the oldest?
         Which ferry is the oldest? > And the most expensive? > And the cheapest? -> Which ferry is the cheapest?
         How much is a Clock Museum ticket? > What about a tour? > and for the Tide Museum? -> How much is a Tide Museum tour?
         How much is a Clock Museum ticket? > What about a tour? > and for the Tide Museum? > and the ticket? -> How much is a Tide Museum ticket?
         When is the museum open? > And on Sundays? > and on Mondays? -> When is the museum open on Mondays?
         What does a ticket for the night ferry cost? > And an outing? -> What does an outing for the night ferry cost?
         Is the Clock Museum closed? > Why? -> Why is the Clock Museum closed?
         Is the Tide Museum closed? > why not? -> why isn't the Tide Museum closed?
         How many visitors came? > from which countries? -> from which countries did the visitors come?",
    );
}

#[test]
fn a_word_stands_for_what_was_spoken_of() {
    check(
        "What is the night ferry? > How much does it cost? -> How much does the night ferry cost?
         Who founded the Clock Museum? > What did she write? -> What did Ines Marlow write?
         Who founded the Clock Museum? > When did it close? -> When did the Clock Museum close?
         Who founded the clock museum? > why was it closed -> why was the clock museum closed?
         When did Marlow die? > What was her trade? -> What was Ines Marlow's trade?
         When was the Tide Museum founded? > Who founded the museum? -> Who founded the Tide Museum?
         How many visitors came from Peru? > Who lives there in winter? -> Who lives in Peru in winter?
         What is the Tide Museum? > how much is that in pounds? -> how much is the Tide Museum in pounds?
         Which country has sent 300 visitors? > Who lives there? -> Who lives in Peru?
         What did the harbour company begin in 1990? > how much will it cost -> how much will Long Quay cost?
         What did Anna Brandt say? > why did she leave it? -> why did Anna Brandt leave it?
         What is the night ferry? > how much will it cost -> how much will the night ferry cost?
         What did the harbour company begin in 1990? > how much will it cost > when did they announce it? -> when did the harbour company announce Long Quay?
         How many visitors were counted in the Tide Museum in 1931? > How many of them were painters? -> How many of the visitors counted in the Tide Museum in 1931 were painters?
         When did Peru join? > How many of them were painters? ->
         What is the Tide Museum? > Who is the owner of the ferry? ->
         What is the Tide Museum? > What is the price? -> What is the price of the Tide Museum?",
    );
}

#[test]
fn nothing_but_a_noun_or_a_name_of_its_kind_in_what_was_answered_is_spoken_of() {
    // A name that nothing tells more of may be a person's, but not with "on".
    check(
        "What is the Tide Museum? > Who has not visited? > why not? -> why have they not visited the Tide Museum?
         What is the Tide Museum? > Who has not visited? > Which painters want to see it? -> Which painters want to see the Tide Museum?
         How many visitors came in 1931? > who counted that? ->
         How many visitors came in 1931? > Who counted? ->
         Who was the Clock Museum founded by? > When was it founded? -> When was the Clock Museum founded?
         Where do the zeppelin masters meet? > when did he leave? ->
         When was it painted on Long Arm? > what did she say? ->
         Who was Zoltan Farkas? > When did he die? ->",
    );
}

#[test]
fn what_was_said_is_no_thing_and_is_asked_of_another_as_it_was_before() {
    check(
        "What did Anna Brandt say about the harbour? > When did she say it? -> When did Anna Brandt say it?
         What did Anna Brandt say about the harbour? > who decided that? ->
         What did Marlow write in Chile? > when did she write it? -> when did Ines Marlow write it?
         What did Anna Brandt say about the harbour? > When did she say it? > And Ines Marlow? -> What did Ines Marlow say about the harbour?
         What did Anna Brandt say about the harbour? > When does the night ferry sail? > and the curator? -> What did the curator say about the harbour?
         When does the night ferry sail? > and the curator? ->",
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
    let paid = "How much do members pay?";
    assert!(quoted(&quoth, &[paid]).contains("80 euros"));
    // What is declined between them changes nothing.
    let declined = "Who won the chess cup in Oslo?";
    assert_eq!(quoted(&quoth, &[paid, declined]), "");
    for (follow_up, wanted) in [
        ("was there ever a fire?", "The boathouse burned down"),
        (
            "where do they go when it is cold?",
            "In winter the members train",
        ),
    ] {
        let found = quoted(&quoth, &[paid, declined, follow_up]);
        assert!(found.starts_with(wanted), "{follow_up} {found}");
    }
    // What is about another answers nothing.
    let founded = "When was the club founded?";
    assert!(quoted(&quoth, &[founded]).contains("1921"));
    let other = "When was the Umbrella Club founded?";
    assert_eq!(quoted(&quoth, &[founded, other]), "");
}
