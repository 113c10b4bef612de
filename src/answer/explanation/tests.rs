//! What an explanation tells, and that it adds up.

use super::*;
use crate::answer::tests::index;

const HARBOUR: &str = "The harbour of Port Ellery was dug in 1804.\n\
    The pilot boat of the harbour is called Meridian.\n\
    Anna Brandt has been harbour master since 2011.\n\
    The Peruvian trawlers land their catch on Thursdays.\n\
    The shipyard builds one lifeboat a year.\n\
    Every ferry has a life boat on either side.\n\
    An automobile may not stop on the quay.\n";

fn harbour() -> Index {
    index(&[("harbour.txt", HARBOUR)])
}

fn explained(question: &str) -> (Answer, Explanation) {
    let told = explain(&harbour(), question, Settings::default(), 5);
    let (answer, explanation) = told.expect("the index answers");
    let explanation = explanation.expect("there is something to search for");
    (answer, explanation)
}

/// The term typed so.
fn term<'a>(explanation: &'a Explanation, typed: &str) -> &'a Sought {
    let mut terms = explanation.terms.iter();
    terms.find(|term| term.typed == typed).expect(typed)
}

/// What a term met in the first of the best sentences that reads so.
fn meeting<'a>(explanation: &'a Explanation, text: &str, typed: &str) -> &'a Meeting {
    let mut best = explanation.best.iter();
    let sentence = best.find(|sentence| sentence.reading.contains(text));
    let mut met = sentence.expect(text).met.iter();
    met.find(|met| met.term == typed).expect(typed)
}

fn kinds(term: &Sought) -> Vec<Kind> {
    term.counterparts.iter().map(|other| other.kind).collect()
}

#[test]
fn a_word_is_told_with_all_that_it_was_searched_for() {
    let (_, explanation) = explained("Which zeppelins from Peru left the harbuor in a lifeboat?");
    assert!(term(&explanation, "zeppelins").counterparts.is_empty());
    let peru = term(&explanation, "Peru");
    assert_eq!(kinds(peru), [Kind::OtherWord]);
    assert_eq!(peru.counterparts[0].words, ["peruvian"]);
    let slip = term(&explanation, "harbuor");
    assert_eq!(slip.correction.as_deref(), Some("harbour"));
    assert_eq!(kinds(slip), [Kind::Correction]);
    let compound = term(&explanation, "lifeboat");
    assert_eq!(kinds(compound), [Kind::Same, Kind::Compound]);
    assert_eq!(compound.counterparts[1].words, ["life boat"]);
    assert!(peru.idf < term(&explanation, "zeppelins").idf);
    // A compound written apart in the question.
    let (_, explanation) = explained("Who builds a life boat?");
    for part in ["life", "boat"] {
        assert!(kinds(term(&explanation, part)).contains(&Kind::Compound));
    }
}

#[test]
fn each_word_is_told_with_what_it_met_in_a_sentence() {
    let (_, explanation) = explained("When was the lifeboat of Peru built?");
    let word = |text, typed| meeting(&explanation, text, typed).word.as_deref();
    assert_eq!(word("one lifeboat", "lifeboat"), Some("lifeboat"));
    assert_eq!(word("one lifeboat", "built"), Some("builds"));
    assert_eq!(word("a life boat", "lifeboat"), Some("life boat"));
    assert_eq!(word("Peruvian", "Peru"), Some("Peruvian"));
    assert_eq!(word("one lifeboat", "Peru"), None);
    assert!(meeting(&explanation, "one lifeboat", "lifeboat").exact);
    assert!(!meeting(&explanation, "one lifeboat", "built").exact);
    assert!(meeting(&explanation, "one lifeboat", "Peru").around > 0.0);
}

#[test]
fn an_acronym_is_told_with_all_words_of_its_long_form() {
    let text = "The World Ferry Union (WFU) met.\nA chair leads the World Ferry Union.\n";
    let index = index(&[("union.txt", text)]);
    let told = explain(&index, "Which chair leads the WFU?", Settings::default(), 5);
    let (_, explanation) = told.expect("the index answers");
    let explanation = explanation.expect("there is something to search for");
    let union = meeting(&explanation, "A chair", "WFU");
    assert_eq!(union.word.as_deref(), Some("World Ferry Union"));
}

#[test]
fn a_word_that_is_met_in_meaning_alone_is_told_with_its_like() {
    let (_, explanation) = explained("Where may a car stop?");
    let car = meeting(&explanation, "automobile", "car");
    assert_eq!((car.word.as_deref(), car.weight), (None, 0.0));
    let like = car.like.as_ref().expect("a car is like an automobile");
    assert_eq!(like.word, "automobile");
    assert!(like.nearness > 0.2 && like.nearness <= 1.0, "{like:?}");
}

#[test]
fn contributions_add_up_to_the_score_and_to_the_confidence() {
    for question in [
        "Who is the harbour master?",
        "What is the pilot boat of the harbuor called?",
        "Which zeppelin left the harbour of Patagonia?",
    ] {
        let (answer, explanation) = explained(question);
        let sum = |parts: &[Part]| parts.iter().map(|part| part.contribution).sum::<f32>();
        assert!(!explanation.best.is_empty());
        for sentence in &explanation.best {
            assert!((sum(&sentence.features) - sentence.score).abs() < 1e-4);
            for part in &sentence.features {
                assert!((part.value * part.weight - part.contribution).abs() < 1e-6);
            }
        }
        let judged = &explanation.confidence;
        let logistic = 1.0 / (1.0 + (-sum(&judged.signals)).exp());
        assert!((logistic - judged.probability).abs() < 1e-5);
        assert!((answer.confidence - judged.probability).abs() < f32::EPSILON);
        let grade = judged.thresholds.grade(judged.probability);
        assert_eq!(answer.outcome.grade(), grade, "{question}");
    }
}

#[test]
fn the_answer_is_the_one_given_without_explaining() {
    let (index, settings) = (harbour(), Settings::default());
    for (question, is_explained) in [
        ("Who is the harbour master?", true),
        ("Which zeppelin?", true),
        // Nothing was searched for.
        ("who is it?", false),
        ("hello", false),
        ("", false),
    ] {
        let plain = super::super::answer(&index, question, settings).expect("the index answers");
        let told = explain(&index, question, settings, 3).expect("the index answers");
        assert_eq!(format!("{:?}", told.0), format!("{plain:?}"));
        assert_eq!(told.1.is_some(), is_explained, "{question}");
    }
}

#[test]
fn the_best_sentences_are_those_quoted_in_their_order() {
    let (_, explanation) = explained("Who is the harbour master?");
    let first = &explanation.best[0];
    assert_eq!(first.quote, Some(1));
    assert_eq!(first.text, HARBOUR[first.start..first.end]);
    assert!(explanation.best.is_sorted_by(|a, b| a.score >= b.score));
    assert_eq!(explanation.best.len(), 5);
    assert!(explanation.sentences >= 5 && explanation.passages >= 1);
}

#[test]
fn a_question_without_any_word_of_the_documents_has_terms_and_no_sentences() {
    let (_, explanation) = explained("Which zeppelin exploded?");
    assert_eq!(explanation.terms.len(), 2);
    assert!(explanation.best.is_empty() && explanation.confidence.signals.is_empty());
}

#[test]
fn what_speaks_against_a_sentence_is_told() {
    let (_, explanation) = explained("When do the Chilean trawlers land their catch?");
    let best = &explanation.best[0];
    assert!(best.reading.contains("Peruvian"), "{}", best.reading);
    let told: Vec<_> = (best.doubts.iter())
        .map(|doubt| (doubt.asked.as_str(), doubt.stated.as_deref()))
        .collect();
    assert_eq!(told, [("Chilean", Some("Peruvian"))]);
    let (_, explanation) = explained("When do the Peruvian trawlers land their catch?");
    assert!(explanation.best[0].doubts.is_empty());
}
