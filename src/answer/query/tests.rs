//! Which words of a question meet which words of a document.

use super::*;
use crate::answer::matching::{Matcher, Matches};
use crate::index::found::Sentence;

fn index(text: &str) -> Index {
    crate::answer::tests::index(&[("a.txt", text)])
}

fn query(question: &str, index: &Index) -> Query {
    Query::new(question, index).expect("the index answers")
}

/// How well each sentence of a text meets a question, in the order of the text.
fn meetings(question: &str, text: &str) -> (Query, Vec<Matches>) {
    let index = index(text);
    let query = query(question, &index);
    // The passages with any word of the question, and those with any other.
    let all = vec![vec![("quay", 1.0), ("met", 1.0), ("union", 1.0)]];
    let words = query.words().into_iter().chain(all).collect::<Vec<_>>();
    let found = index.find(&words, None, 40).expect("the index answers");
    let matcher = Matcher::new(&query, &found.lexicon);
    let met = |sentence: &Sentence| matcher.meet(&sentence.tokens, &found.lexicon);
    let met = found.sentences.iter().map(met).collect();
    (query, met)
}

/// The share of the question that the best sentence meets, 0 to 1.
fn met(question: &str, text: &str) -> f32 {
    let (query, met) = meetings(question, text);
    let covered = met.iter().map(|met| met.coverage(&query));
    covered.fold(0.0, f32::max)
}

#[test]
fn a_day_in_words_meets_the_same_in_figures() {
    for (question, text) in [
        ("Who sailed on 16 March 2024?", "2024-03-16: Ann Lee sailed"),
        (
            "Who sailed on March 5th, 2024?",
            "2024-03-05: Ann Lee sailed",
        ),
        ("Who sailed on 5 March 2024?", "Ann Lee sailed, 05.03.2024"),
        ("Who sailed on 5 March?", "Ann Lee sailed, 5/3"),
        ("Who sailed in March 2024?", "03/2024 Ann Lee sailed"),
    ] {
        assert!(met(question, text) > 0.95, "{question} {text}");
        let other = met(question, "2024-02-06: Ann Lee sailed");
        assert!(other < 0.8, "{question} {other}");
    }
}

#[test]
fn the_name_of_a_part_of_a_text_is_not_searched_for_before_its_number() {
    let index = index("3.2 The rent is ten crowns.\nThe clause is old.\n");
    let typed = |question: &str| -> Vec<String> {
        let terms = query(question, &index).terms;
        terms.into_iter().map(|term| term.typed).collect()
    };
    assert_eq!(typed("What does clause 3.2 say?"), ["3.2"]);
    assert_eq!(typed("Which clause is old?"), ["clause", "old"]);
}

#[test]
fn a_letter_too_few_or_too_many_is_mended_in_every_script() {
    let russian = index("Паром отходит от причала в девять часов утра.");
    let english = index("The ferry leaves the quay at nine in the morning.");
    for (documents, question, wanted) in [
        (&russian, "Когда отходит парм?", ("парм", "паром")),
        (&russian, "Когда отходит парром?", ("парром", "паром")),
        (&english, "When does the fery leave?", ("fery", "ferry")),
    ] {
        let (typed, meant) = wanted;
        let wanted = vec![(typed.to_owned(), meant.to_owned())];
        assert_eq!(
            query(question, documents).corrections(),
            wanted,
            "{question}"
        );
    }
}

#[test]
fn a_defined_acronym_meets_its_long_form_and_the_other_way_round() {
    let corpus = |sentence: &str| {
        format!("The World Ferry Union (WFU) met.\nThe union of the world is near.\n{sentence}\n")
    };
    let by_long_form = corpus("A chair leads the World Ferry Union.");
    let by_acronym = corpus("A chair leads the WFU.");
    for question in [
        "Which chair leads the WFU?",
        "which chair leads the wfu",
        "Which chair leads the W.F.U.?",
        "Who leads, as the WFU's chair?",
    ] {
        assert!(met(question, &by_long_form) > 0.7, "{question}");
    }
    for question in [
        "Which chair leads the World Ferry Union?",
        "which chair leads the world ferry union",
    ] {
        assert!(met(question, &by_acronym) > 0.99, "{question}");
    }
}

#[test]
fn an_acronym_among_letters_without_case_is_one() {
    let index = index("The WFU met in Port Ellery.\n");
    for question in ["WFU 是 什么?", "Who leads the WFU?"] {
        let terms = query(question, &index).terms;
        let is_acronym = |term: &QueryTerm| term.typed == "WFU" && term.is_name;
        assert!(terms.iter().any(is_acronym), "{question}");
    }
}

#[test]
fn initials_count_less_than_a_definition() {
    let by_long_form = "A chair leads the World Ferry Union.\n";
    let by_acronym = "A chair leads the WFU.\n";
    for (question, text, share) in [
        ("Which chair leads the WFU?", by_long_form, 0.5_f32..0.95),
        (
            "Which chair leads the World Ferry Union?",
            by_acronym,
            0.5..0.95,
        ),
        // Other words with these initials, not in capitals, are not meant.
        ("Which waters fled under a chair?", by_acronym, 0.0..0.5),
    ] {
        let guessed = met(question, text);
        assert!(share.contains(&guessed), "{question}: {guessed}");
    }
}

#[test]
fn a_long_form_counts_only_where_it_stands_whole() {
    let text = "The World Ferry Union (WFU) met.\nThe union of the world owns one ferry.\n";
    let (_, met) = meetings("WFU", text);
    let met = |sentence: usize| met[sentence].best[0];
    assert!(met(0) > 0.99 && met(1) < 0.01);
}

#[test]
fn a_compound_stands_where_its_last_part_does() {
    let (_, met) = meetings("an antislip mat", "An anti-slip mat lies on the quay.\n");
    let places = |number: usize| -> Vec<usize> {
        let met = met[0].positions.iter().filter(|met| met.1 == number);
        met.map(|(place, _)| *place).collect()
    };
    assert!(!places(0).is_empty() && places(0).iter().all(|place| *place == 2));
    assert_eq!(places(1), [3]);
}

#[test]
fn what_an_acronym_stands_for_is_asked_of_its_definition() {
    let text = "The WFU is closed on Mondays.\nThe World Ferry Union (WFU) met.\nThe party stands for ferries.\n";
    let index = index(text);
    let terms = |question: &str| query(question, &index).terms.len();
    assert_eq!(terms("What does WFU stand for?"), 2);
    assert!(met("What does WFU stand for?", text) > 0.99);
    assert!(met("What is the acronym of the World Ferry Union?", text) > 0.99);
    assert_eq!(terms("What is the meaning of ferries?"), 1);
    // An acronym that nothing is known of stands for nothing else in the documents.
    assert!(met("What does RQM stand for?", text) < 0.1);
    // Without an acronym the word is a word.
    assert!(met("What does the party stand for?", text) > 0.99);
}

#[test]
fn words_meet_whatever_their_form_and_spelling() {
    for (one, other, least) in [
        // Forms that stems keep apart.
        ("the withdrawal", "they withdrew", 0.3),
        ("a signature", "they signed", 0.3),
        ("the decision", "they decided", 0.3),
        ("the height", "it is high", 0.3),
        ("her death", "she died", 0.3),
        ("the founder", "he founded", 0.3),
        ("the growth", "it grew", 0.3),
        // Numbers, however they are written.
        ("twenty-five boats", "25 boats", 0.99),
        ("two thousand boats", "2,000 boats", 0.99),
        ("1.5 million boats", "1,500,000 boats", 0.99),
        ("a hundred boats", "100 boats", 0.99),
        ("the nineteenth boat", "the 19th boat", 0.99),
        ("the third boat", "the 3rd boat", 0.99),
        ("the twenty-first boat", "the 21st boat", 0.99),
        ("5 percent", "5%", 0.99),
        ("5 per cent", "5%", 0.99),
        ("5 per cent", "5 percent", 0.99),
        ("$7", "seven dollars", 0.99),
        ("€7", "7 euros", 0.99),
        ("£7 million", "seven million pounds", 0.99),
        ("boats of the nineties", "boats of the 1990s", 0.85),
        ("boats of the nineties", "boats of the '90s", 0.85),
        // Spellings, compounds, possessives and nations.
        ("the grey harbour", "the gray harbor", 0.99),
        ("an antislip mat", "an anti-slip mat", 0.99),
        ("an anti slip mat", "an anti-slip mat", 0.99),
        ("an antislip mat", "an anti slip mat", 0.99),
        ("a two-year-old boat", "a two year old boat", 0.99),
        ("a lifeboat", "a life boat", 0.99),
        ("a lifeboat", "a life-boat", 0.99),
        ("Riga's boats", "boats of Riga", 0.99),
        ("the U.S. boats", "the US boats", 0.99),
        ("boats of Peru", "Peruvian boats", 0.85),
        ("boats of the United States", "US boats", 0.6),
    ] {
        // Each of the two, as a question, meets the other.
        for (question, text) in [(one, other), (other, one)] {
            let text = format!("{text} on the quay.\nNothing else is said.\n");
            let share = met(question, &text);
            assert!(share >= least, "{question:?} and {text:?}: {share}");
        }
    }
    assert!(met("boats of the US", "They told us nothing.\n") < 0.01);
}

#[test]
fn a_word_of_a_thousand_letters_is_not_taken_apart() {
    let words = |word: &str| {
        expansion::Wordings::of(word, Language::ENGLISH)
            .words()
            .count()
    };
    assert!(words("lifeboat") > 5 && words(&"ab".repeat(500)) < 20);
}

#[test]
fn slips_are_mended_as_whole_words_for_whoever_reads_the_question() {
    let index = index("The harbour has a lighthouse.\nNothing else is said.\n");
    let mended = |question: &str| query(question, &index).mended(question);
    assert_eq!(
        mended("Has the harbuor a lihgthouse?"),
        "Has the harbour a lighthouse?"
    );
    assert_eq!(mended("Has it a lighthouse?"), "Has it a lighthouse?");
}

#[test]
fn codes_and_numbers_are_taken_for_nothing_else() {
    let index = index("E-401: the lid is open on the Tarno5 of 1854.\n");
    for word in ["e410", "tarno6", "tarnos", "1845", "401st"] {
        let query = query(&format!("Why {word}?"), &index);
        let sought: Vec<_> = query.terms.iter().map(|term| &term.alternatives).collect();
        assert!(query.corrections().is_empty(), "{word}");
        assert!(
            sought.iter().all(|others| others.is_empty()),
            "{word}: {sought:?}"
        );
    }
}

#[test]
fn a_verb_with_its_small_word_is_met_by_one_word_for_both() {
    let successor = "The successor of Vane is known.";
    assert!(met("Who came after Vane?", successor) > 0.8);
    assert!(met("Who came with Vane?", successor) < 0.8);
}

#[test]
fn a_word_that_says_little_keeps_its_likeliest_meaning() {
    let menu = "The menu\n\nSour cream is served with soup. The terrace looks at the sea.\n";
    let query = query("Qu'est-ce qu'il y a sur la terrasse ?", &index(menu));
    // "Sur" is "sour", too.
    let typed: Vec<&str> = query.terms.iter().map(|term| term.typed.as_str()).collect();
    assert_eq!(typed, ["terrace"]);
}
