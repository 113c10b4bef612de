//! What leaves something out asks about what was asked before.

use super::*;

#[test]
fn another_name_asks_the_same_of_it() {
    check(
        "How many visitors has Peru sent? > And Chile? -> How many visitors has Chile sent?
         how many visitors has peru sent > what about chile -> how many visitors has chile sent
         What happened in 1923? > and in 1931? -> What happened in 1931?
         When was the Clock Museum founded? > and the Tide Museum -> When was the Tide Museum founded?",
    );
}

#[test]
fn a_lone_question_word_asks_more_of_the_last_question() {
    check(
        "Is the Clock Museum closed? > Why? -> Why is the Clock Museum closed?
         Is the Tide Museum closed? > why not? -> why isn't the Tide Museum closed?
         How many visitors came? > from which countries? -> from which countries did the visitors come?",
    );
}

#[test]
fn a_pronoun_stands_for_what_was_spoken_of() {
    check(
        "What is the night ferry? > How much does it cost? -> How much does the night ferry cost?
         Who founded the Clock Museum? > What did she write? -> What did Ines Marlow write?
         Who founded the Clock Museum? > When did it close? -> When did the Clock Museum close?
         Who founded the clock museum? > why was it closed -> why was the clock museum closed?
         When did Marlow die? > What was her trade? -> What was Ines Marlow's trade?
         When was the Tide Museum founded? > Who founded the museum? -> Who founded the Tide Museum?
         How many visitors came from Peru? > Who lives there in winter? -> Who lives in Peru in winter?
         What is the Tide Museum? > how much is that in pounds? -> how much is the Tide Museum in pounds?
         Which country has sent 300 visitors? > Who lives there? -> Who lives in Peru?",
    );
}

#[test]
fn another_thing_takes_the_place_of_its_like_turn_by_turn() {
    check(
        "How much is a Clock Museum ticket? > What about a tour? -> How much is a Clock Museum tour?
         How much is a Clock Museum ticket? > What about a tour? > and for the Tide Museum? -> How much is a Tide Museum tour?
         How much is a Clock Museum ticket? > What about a tour? > and for the Tide Museum? > and the ticket? -> How much is a Tide Museum ticket?
         When is the museum open? > And on Sundays? > and on Mondays? -> When is the museum open on Mondays?
         What does a ticket for the night ferry cost? > And an outing? -> What does an outing for the night ferry cost?",
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
