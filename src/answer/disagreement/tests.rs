//! Two documents that each hold one sentence: when they differ, and when they only seem to.

use super::About;
use crate::answer::{Answer, Outcome, tests};

const FERRY: &str = "How many passengers does the night ferry carry?";
const BRIDGE: &str = "When was the Arn bridge opened?";
const MASTER: &str = "Who is the harbour master of Port Ellery?";

fn ask(question: &str, texts: &[&str]) -> Answer {
    let name = |number: usize| format!("{}.txt", char::from(b'a' + number as u8));
    // Sentences that are about something else make a corpus of it.
    let about_other = "The museum shows old clocks. Valley United wear green shirts.\n";
    let texts = texts.iter().enumerate();
    let texts = texts.map(|(number, text)| (name(number), format!("{text}\n\n{about_other}")));
    let texts: Vec<(String, String)> = texts.collect();
    let documents = texts.iter().map(|(name, text)| (&**name, &**text));
    let documents: Vec<(&str, &str)> = documents.collect();
    tests::ask(&tests::index(&documents), question)
}

/// The values in which the answer says that the texts differ, the smallest first; empty where it does not.
fn values(question: &str, texts: &[&str]) -> Vec<String> {
    let differing = ask(question, texts).disagreement.into_iter();
    let stated = differing.flat_map(|differing| differing.values);
    let mut values: Vec<String> = stated.map(|stated| stated.value).collect();
    values.sort();
    values
}

#[track_caller]
fn differ(question: &str, texts: [&str; 2], wanted: [&str; 2]) {
    assert_eq!(values(question, &texts), wanted, "{question} {texts:?}");
}

#[track_caller]
fn agree(question: &str, texts: [&str; 2]) {
    assert_eq!(values(question, &texts), [""; 0], "{question} {texts:?}");
}

#[test]
fn two_counts_of_the_same_differ() {
    let carries = |count: &str| format!("The night ferry carries {count} passengers.");
    for (a, b) in [
        ("240", "260"),
        ("2,400", "2600"),
        ("twenty-four", "26"),
        ("more than 150", "more than 160"),
        ("fewer than 150", "164"),
        ("about 120", "164"),
        ("2.4 million", "3 million"),
    ] {
        let mut wanted = [a, b];
        wanted.sort_unstable();
        differ(FERRY, [&carries(a), &carries(b)], wanted);
    }
}

#[test]
fn the_same_count_in_other_words_does_not_differ() {
    let carries = |count: &str| format!("The night ferry carries {count} passengers on its way.");
    for (a, b) in [
        ("5,000", "5000"),
        ("5,000", "five thousand"),
        ("164", "one hundred and sixty-four"),
        ("about 160", "164"),
        ("more than 160", "164"),
        ("at least 100", "more than 164"),
        ("up to 200", "164"),
        ("150+", "164"),
        ("nearly 170", "more than 160"),
        ("5.7 million", "5,683,000"),
        ("24", "2,400"),
        ("24", "two dozen"),
        ("24", "twenty-fourth"),
        ("1990", "1980"),
        ("nineteen ninety", "nineteen eighty"),
    ] {
        agree(FERRY, [&carries(a), &carries(b)]);
    }
}

#[test]
fn four_digits_with_a_unit_are_no_year() {
    let long = |length: &str| format!("The Arn bridge is {length} metres long.");
    let question = "How long is the Arn bridge?";
    differ(question, [&long("1100"), &long("1200")], ["1100", "1200"]);
}

#[test]
fn measures_differ_in_their_unit_alone() {
    let question = "How long is the Arn bridge?";
    let metres = "The Arn bridge is 120 metres long.";
    let other = "The Arn bridge is 130 metres long and has 4 arches.";
    differ(question, [metres, other], ["120", "130"]);
    agree(question, [metres, "The Arn bridge is 394 feet long."]);
    differ(
        "How much does a ticket for the ferry cost?",
        [
            "A ticket for the ferry costs $48.",
            "A ticket for the ferry costs $52 in summer and winter alike.",
        ],
        ["$48", "$52"],
    );
}

#[test]
fn figures_of_other_things_do_not_differ() {
    let one = "The night ferry carries 240 passengers.";
    for other in [
        // Another thing, a part, a range, more on top, a group spoken of before, the opposite.
        "The night ferry carries 35 cars.",
        "The night ferry carries 180 of 240 passengers below deck.",
        "The night ferry carries 180 to 200 passengers.",
        "The night ferry carries another 180 passengers.",
        "The night ferry carries the 180 passengers.",
        "The night ferry does not carry 180 passengers.",
        // Another time, another ship.
        "The night ferry carried 180 passengers in 1987.",
        "The night ferry carried 180 passengers last year.",
        "The night ferry Meridian carries 180 passengers.",
    ] {
        agree(FERRY, [one, other]);
    }
    let one = "In 2023 the night ferry carried 240 passengers.";
    let other = "In 2024 the night ferry carried 260 passengers.";
    agree(FERRY, [one, other]);
    let one = "The night ferry Aurora carries 240 passengers.";
    let other = "The night ferry Meridian carries 260 passengers.";
    agree(FERRY, [one, other]);
}

#[test]
fn the_same_sentence_with_another_figure_differs_whatever_is_asked() {
    let fee = ["30", "60"].map(|sum| format!("The mooring fee is {sum} pounds."));
    let question = "What is the mooring fee?";
    differ(question, [&fee[0], &fee[1]], ["30", "60"]);
    let rule =
        ["5", "7"].map(|days| format!("The harbour master must be told {days} days before."));
    let question = "What must the harbour master be told?";
    differ(question, [&rule[0], &rule[1]], ["5", "7"]);
    let branch = ["38", "250"].map(|it| format!("Branch {it} of the ferry bank opens at nine."));
    for question in ["What is the ferry bank?", "When does the ferry bank open?"] {
        agree(question, [&branch[0], &branch[1]]);
    }
}

#[test]
fn figures_beyond_all_measure_do_not_differ() {
    let [a, b] = [400, 401].map(|digits| {
        let count = "9".repeat(digits);
        format!("The night ferry carries {count} passengers.")
    });
    agree(FERRY, [&a, &b]);
}

#[test]
fn one_document_does_not_contradict_itself() {
    let text =
        "The night ferry carries 240 passengers. In truth the night ferry carries 260 passengers.";
    assert_eq!(values(FERRY, &[text]), [""; 0]);
}

#[test]
fn dates_of_the_same_event_differ() {
    let opened = |date: &str| format!("The Arn bridge was opened by the mayor {date}.");
    for (a, b, wanted) in [
        ("in 1931", "in 1932", ["1931", "1932"]),
        (
            "on 1 May 1931",
            "on May 2, 1931",
            ["1 May 1931", "May 2, 1931"],
        ),
        ("in March 1931", "in 1932", ["1932", "March 1931"]),
    ] {
        differ(BRIDGE, [&opened(a), &opened(b)], wanted);
    }
    let first = "In 1932, the Arn bridge was opened.";
    differ(BRIDGE, [&opened("in 1931"), first], ["1931", "1932"]);
}

#[test]
fn coarser_dates_and_dates_of_other_events_do_not_differ() {
    let opened = |date: &str| format!("The Arn bridge was opened {date}.");
    for (a, b) in [
        ("in 1931", "in March 1931"),
        ("on 1 May 1931", "in May 1931"),
        ("on 1 May", "in 1931"),
        ("in 1931", "by 1935"),
        ("in 1931", "after the flood of 1927"),
        ("in 1931", "when the mill burnt down in 1932"),
        ("in 1931", "in 1931 and repaired in 1950"),
    ] {
        agree(BRIDGE, [&opened(a), &opened(b)]);
    }
    let painted = "The Arn bridge, painted in 1960, was opened by the mayor.";
    agree(BRIDGE, [&opened("in 1931"), painted]);
}

#[test]
fn holders_of_the_same_role_differ() {
    let brandt = "The harbour master of Port Ellery is Anna Brandt.";
    for other in [
        "Boris Quill, the harbour master of Port Ellery, keeps bees.",
        "Bees are kept by the Port Ellery harbour master Boris Quill.",
        "The harbour master of Port Ellery is Boris Quill.",
        "Boris Quill has been harbour master of Port Ellery for long.",
        "In Port Ellery the bees of the harbour master, Boris Quill, swarmed.",
    ] {
        differ(MASTER, [brandt, other], ["Anna Brandt", "Boris Quill"]);
    }
}

#[test]
fn the_same_person_and_other_roles_do_not_differ() {
    let brandt = "The harbour master of Port Ellery is Anna Brandt.";
    for other in [
        // A part of the name, its title, another spelling.
        "Brandt is harbour master of Port Ellery.",
        "Harbour master Dr Anna Brandt came to Port Ellery.",
        "Anna Brand is the harbour master of Port Ellery.",
        // Former, deputy, another place's, somebody else's, both.
        "The former harbour master of Port Ellery is Boris Quill.",
        "Port Ellery greeted its deputy harbour master Boris Quill.",
        "Port Ellery greeted the Norland harbour master Boris Quill.",
        "Boris Quill is the harbour master's cook in Port Ellery.",
        "The harbour master of Port Ellery is Boris Quill, who came after Anna Brandt.",
        "In 1950 the harbour master of Port Ellery is Boris Quill.",
    ] {
        agree(MASTER, [brandt, other]);
    }
}

#[test]
fn those_who_did_the_same_differ_and_its_objects_do_not() {
    let question = "Who founded the clock museum?";
    let penn = "Aldous Penn founded the clock museum.";
    let brandt = "The clock museum was founded by Hester Brandt.";
    differ(question, [brandt, penn], ["Aldous Penn", "Hester Brandt"]);
    let both = "Hester Brandt and Aldous Penn founded the clock museum.";
    agree(question, [both, penn]);
    let beat = ["Anna Brandt", "Aldous Penn"].map(|name| format!("Boris Quill beat {name}."));
    agree("Who beat Boris Quill?", [&beat[0], &beat[1]]);
}

#[test]
fn long_sentences_that_differ_in_a_name_alone_are_not_merged() {
    let museum = "The clock museum beside the old mill near the river harbour was founded by";
    let founded = ["Brandt", "Penn"].map(|name| format!("{museum} {name}."));
    let question = "Who was the clock museum founded by?";
    differ(question, [&founded[0], &founded[1]], ["Brandt", "Penn"]);
}

#[test]
fn a_third_document_is_a_side_of_its_own_only_if_it_says_something_else() {
    let texts = [
        "The night ferry carries 240 passengers.",
        "The night ferry carries 260 passengers.",
        "Up to 260 passengers the night ferry carries, each with a coat.",
        "The night ferry carries 280 passengers.",
    ];
    assert_eq!(values(FERRY, &texts), ["240", "260", "280"]);
    assert_eq!(values(FERRY, &texts[..3]), ["240", "260"]);
}

#[test]
fn the_sides_open_the_answer_in_the_order_of_their_values() {
    let undated = "The night ferry carries 240 passengers.";
    let dated = "1 May 2024\n\nThe night ferry carries 260 passengers.";
    let answer = ask(FERRY, &[undated, dated]);
    let Outcome::Found(quotes) = &answer.outcome else {
        panic!("{answer:?}")
    };
    let disagreement = answer.disagreement.as_ref().expect("they differ");
    assert_eq!(disagreement.about, About::Figure);
    for (place, stated) in disagreement.values.iter().enumerate() {
        assert_eq!(stated.quote, place);
        assert!(quotes[place].reading.contains(&stated.value));
    }
    // One date is not known: the ranking decides.
    assert!(quotes[0].score >= quotes[1].score);
}

#[test]
fn of_two_dated_documents_the_newer_comes_first() {
    for (old, new) in [("1 May 2023", "2 May 2024"), ("May 2024", "2 May 2024")] {
        let dated = |date: &str, count: u32| {
            format!("{date}\n\nThe night ferry carries {count} passengers.")
        };
        for texts in [
            [dated(old, 240), dated(new, 260)],
            [dated(new, 260), dated(old, 240)],
        ] {
            let answer = ask(FERRY, &[&texts[0], &texts[1]]);
            let disagreement = answer.disagreement.expect("they differ");
            let values = disagreement.values.into_iter().map(|side| side.value);
            assert_eq!(values.collect::<Vec<_>>(), ["260", "240"]);
        }
    }
}
