//! The reader against figures of the tools that it was trained and converted with.

use super::network::{GRAPH, Network, WEIGHTS};
use super::pieces::{Input, Pieces, VOCABULARY};
use super::{Asked, Passage, Reader};

const TITLE: &str = "The lighthouse of Skarholm";

fn reader() -> &'static Reader {
    Reader::shipped().expect("the shipped weights load")
}

fn scores(reader: &Reader, question: &str, passages: &[(&str, &str)]) -> Vec<f32> {
    let passages = passages.iter();
    let passages = passages.map(|(title, sentence)| Passage { title, sentence });
    let passages: Vec<Passage<'_>> = passages.collect();
    let asked = Asked {
        question,
        before: None,
    };
    reader.read(asked, &passages).expect("the network runs")
}

#[test]
fn a_damaged_network_or_vocabulary_is_refused() {
    let network = |graph, weights| Network::parse(graph, weights).map(|_| ());
    assert!(network(GRAPH, WEIGHTS).is_ok());
    assert!(network(&GRAPH[..GRAPH.len() / 2], WEIGHTS).is_err());
    assert!(network(&GRAPH[100..], WEIGHTS).is_err());
    assert!(network(GRAPH, &WEIGHTS[..WEIGHTS.len() / 2]).is_err());
    for damaged in [
        "",
        &VOCABULARY[..VOCABULARY.len() / 2],
        &VOCABULARY[VOCABULARY.len() / 2..],
    ] {
        assert!(Pieces::parse(damaged).is_err(), "{} bytes", damaged.len());
    }
    let moved = VOCABULARY.split_once('\n').expect("lines").1;
    let moved = format!("{moved}one more\n").leak();
    assert!(Pieces::parse(moved).is_err());
}

#[test]
fn pieces_are_those_that_the_network_was_trained_on() {
    // From Hugging Face's tokenizers 0.22, BertNormalizer and BertPreTokenizer, with the same vocabulary.
    let pieces = Pieces::parse(VOCABULARY).expect("the shipped vocabulary is whole");
    let long = format!("{} end", "x".repeat(120));
    let cases: [(&str, &[i32]); 6] = [
        (
            "Who built the lighthouse?",
            &[2040, 2328, 1996, 10171, 1029],
        ),
        (
            "Zoë's café — naïve façade, №5",
            &[11199, 1005, 1055, 7668, 1517, 15743, 8508, 1010, 1578, 2629],
        ),
        (
            "1,100 rpm at E-410 (v2.1)",
            &[
                1015, 1010, 2531, 11575, 2012, 1041, 1011, 19151, 1006, 1058, 2475, 1012, 1015,
                1007,
            ],
        ),
        (
            "snow\u{ad}plough\u{200b}s\tand\nlines",
            &[4586, 24759, 10593, 2015, 1998, 3210],
        ),
        (&long, &[100, 2203]),
        (
            "US$24 billion; 3.5% ∑ → ﬁne",
            &[
                2149, 1002, 2484, 4551, 1025, 1017, 1012, 1019, 1003, 100, 1585, 1984, 2638,
            ],
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(pieces.of(text), wanted, "{text:?}");
    }
}

#[test]
fn what_is_too_long_loses_its_end_and_a_missing_title_its_colon() {
    let [long, one] = [vec![7; 100], vec![8]];
    let input = Input::new(&long, None, &long, &long);
    assert_eq!((input.pieces.len(), input.second), (76, 30));
    assert_eq!(input.pieces[30..51], [[7; 20].as_slice(), &[1024]].concat());
    assert_eq!(input.pieces.last(), Some(&102));
    let short = Input::new(&one, None, &[], &one);
    assert_eq!((short.pieces, short.second), (vec![101, 8, 102, 8, 102], 3));
}

#[test]
fn a_question_before_it_takes_nothing_from_the_sentence() {
    let [long, one] = [vec![7; 100], vec![8]];
    let input = Input::new(&long, Some(&long), &long, &long);
    assert_eq!((input.pieces.len(), input.second), (76 + 21, 30 + 21));
    assert_eq!(input.pieces[30..51], [[7; 20].as_slice(), &[102]].concat());
    let short = Input::new(&one, Some(&[9]), &[], &one);
    assert_eq!(
        (short.pieces, short.second),
        (vec![101, 8, 102, 9, 102, 8, 102], 5)
    );
}

#[test]
fn a_sentence_that_answers_scores_above_one_that_does_not() {
    let question = "Who built the lighthouse?";
    let answer = "The tower was built by the engineer Ada Brandt in 1887.";
    let scores = scores(
        reader(),
        question,
        &[
            (TITLE, answer),
            (TITLE, "The tower is open to visitors in summer."),
            ("", "Bread rises faster in a warm kitchen."),
        ],
    );
    assert!(
        scores[0] > 0.0 && scores[1] < 0.0 && scores[2] < 0.0,
        "{scores:?}"
    );
}

#[test]
fn a_score_depends_on_nothing_else_that_is_read() {
    let question = "Who built the lighthouse?";
    let sentence = (TITLE, "It was the engineer Ada Brandt who had it built.");
    let alone = scores(reader(), question, &[sentence]);
    let fresh = Reader::load().expect("the shipped weights load");
    let other = "A longer sentence about bread, which has nothing to do with lights at sea.";
    let among = scores(&fresh, question, &[("", other), sentence]);
    assert_eq!(alone[0].to_bits(), among[1].to_bits());
}

#[test]
fn odd_texts_are_read() {
    for odd in [
        "",
        " ",
        "\u{0}",
        "🦀🦀🦀",
        "ﷺ",
        "e\u{301}\u{301}\u{301}",
        &"wörd ".repeat(5000),
    ] {
        let read = scores(reader(), odd, &[(odd, odd)]);
        assert!(read[0].is_finite(), "{odd:?}");
    }
}
