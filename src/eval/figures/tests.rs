//! The figures of small made-up outcomes, and their table.

use super::*;

fn item(answerable: bool) -> Item {
    Item {
        question: "Who?".to_owned(),
        answerable,
        answers: Vec::new(),
        gold_docs: Vec::new(),
        gold_sentences: Vec::new(),
        about_doc: None,
    }
}

fn outcome(rank: Option<usize>, answered: bool) -> Outcomes {
    Outcomes {
        confidence: if answered { 0.8 } else { 0.1 },
        answered,
        rank,
        in_sight: rank == Some(1),
        first: None,
        time: Duration::from_millis(2),
    }
}

/// Four answerable questions, one of them right and declined, and two others, one of them answered.
fn figures() -> Figures {
    let items = [true, true, true, true, false, false].map(item);
    let outcomes = [
        outcome(Some(1), true),
        outcome(Some(1), false),
        outcome(Some(2), true),
        outcome(None, true),
        outcome(None, true),
        outcome(None, false),
    ];
    Figures::of(&items, &outcomes)
}

fn is(figure: f64, wanted: f64) -> bool {
    (figure - wanted).abs() < 1e-9
}

#[test]
fn declining_an_answerable_question_is_a_miss_with_abstaining_only() {
    let Figures {
        ranking_alone,
        with_abstaining,
        ..
    } = figures();
    assert!(is(ranking_alone.hit_1, 0.5) && is(with_abstaining.hit_1, 0.25));
    assert!(is(ranking_alone.hit_3, 0.75) && is(with_abstaining.hit_3, 0.5));
    assert!(is(ranking_alone.mrr, 2.5 / 4.0) && is(with_abstaining.mrr, 1.5 / 4.0));
    assert!(is(ranking_alone.in_sight, 0.5) && is(with_abstaining.in_sight, 0.25));
}

#[test]
fn questions_declined_and_answered_wrongly_are_counted() {
    let figures = figures();
    assert_eq!((figures.questions, figures.answerable), (6, 4));
    assert_eq!(
        (figures.answerable_declined, figures.unanswerable_answered),
        (1, 1)
    );
    assert!(
        figures
            .balanced_accuracy
            .is_some_and(|share| is(share, 0.625))
    );
}

#[test]
fn a_set_without_unanswerable_questions_has_no_figures_of_telling_them_apart() {
    let figures = Figures::of(&[item(true)], &[outcome(Some(1), true)]);
    assert_eq!((figures.auroc, figures.balanced_accuracy), (None, None));
    assert!(
        figures
            .to_string()
            .contains("AUROC                               -\n")
    );
}

#[test]
fn the_table_is_aligned() {
    let wanted = "\
questions                           6
  answerable                        4
    of these declined        1 (25 %)
  unanswerable                      2
    of these answered        1 (50 %)

                        ranking alone  with abstaining
hit@1                           0.500            0.250
hit@3                           0.750            0.500
MRR                             0.625            0.375
in sight                        0.500            0.250

AUROC                           0.625
balanced accuracy               0.625
calibration error               0.500
time, median                   2.0 ms
time, 95 % below               2.0 ms";
    assert_eq!(figures().to_string(), wanted);
}
