//! The figures of small made-up outcomes, and their table.

use super::*;

fn item(answerable: bool) -> Item {
    let kind = if answerable { "plain" } else { "near" };
    Item {
        question: "Who?".to_owned(),
        answerable,
        kind: Some(kind.to_owned()),
        ..Item::default()
    }
}

fn outcome(rank: Option<usize>, grade: Grade) -> Outcomes {
    Outcomes {
        confidence: match grade {
            Grade::Found => 0.9,
            Grade::Perhaps => 0.4,
            Grade::Abstained => 0.1,
        },
        grade,
        rank,
        in_sight: rank == Some(1),
        first: None,
        time: Duration::from_millis(2),
    }
}

/// Five answerable questions, two of them right and not surely shown, and three others.
fn figures() -> Figures {
    let items = [true, true, true, true, true, false, false, false].map(item);
    let outcomes = [
        outcome(Some(1), Grade::Found),
        outcome(Some(1), Grade::Perhaps),
        outcome(Some(1), Grade::Abstained),
        outcome(Some(2), Grade::Found),
        outcome(None, Grade::Abstained),
        outcome(None, Grade::Found),
        outcome(None, Grade::Perhaps),
        outcome(None, Grade::Abstained),
    ];
    Figures::of(&items, &outcomes)
}

fn is(figure: impl Into<Option<f64>>, wanted: f64) -> bool {
    let figure: Option<f64> = figure.into();
    figure.is_some_and(|figure| (figure - wanted).abs() < 1e-9)
}

#[test]
fn the_ranking_counts_whatever_the_grade() {
    let Hits {
        hit_1,
        hit_3,
        mrr,
        in_sight,
    } = figures().all.ranking;
    assert!(is(hit_1, 0.6) && is(hit_3, 0.8) && is(mrr, 3.5 / 5.0) && is(in_sight, 0.6));
}

#[test]
fn what_is_shown_as_unsure_counts_half() {
    let service = figures().all.service;
    assert!(is(service.seen, 1.5 / 5.0) && is(service.declined, 0.5));
    assert!(is(service.balanced_accuracy, 0.4));
}

#[test]
fn each_threshold_has_its_coverage_and_precision() {
    let Figures {
        found,
        found_or_perhaps,
        ..
    } = figures();
    assert!(is(found.coverage, 3.0 / 8.0) && is(found_or_perhaps.coverage, 5.0 / 8.0));
    assert!(is(found.precision, 1.0 / 3.0) && is(found_or_perhaps.precision, 0.4));
}

#[test]
fn each_kind_has_figures_of_its_own() {
    let kinds = figures().kinds;
    let names: Vec<&str> = kinds.keys().map(String::as_str).collect();
    assert_eq!(names, ["near", "plain"]);
    assert_eq!(
        (kinds["plain"].questions, kinds["plain"].answerable),
        (5, 5)
    );
    assert!(is(kinds["plain"].service.seen, 0.3) && kinds["plain"].service.declined.is_none());
    assert!(is(kinds["near"].service.declined, 0.5));
}

#[test]
fn a_set_without_unanswerable_questions_has_no_figures_of_telling_them_apart() {
    let figures = Figures::of(&[item(true)], &[outcome(Some(1), Grade::Found)]);
    assert_eq!(
        (figures.auroc, figures.all.service.balanced_accuracy),
        (None, None)
    );
    let table = figures.to_string();
    assert!(
        table.contains("AUROC                               -\n"),
        "{table}"
    );
}

#[test]
fn the_table_is_aligned() {
    let table = figures().to_string();
    let (before, rest) = table.split_once("wrong\n").unwrap_or((&table, ""));
    let wanted = "\
questions                           8
  answerable                        5

hit@1                           0.600
hit@3                           0.800
MRR                             0.700
in sight                        0.600

seen                            0.300
declined                        0.500
balanced accuracy               0.400
AUROC                           0.500
calibration error               0.325

                             coverage   precision
found                           0.375       0.333
found or perhaps                0.625       0.400

Were only the surest answered (area 0.753):

";
    assert_eq!(before, wanted);
    let after = rest.split_once("answered\n\n").map(|(_, after)| after);
    let wanted = "\
kind               questions    hit@1    hit@3     seen declined
near                       3        -        -        -    0.500
plain                      5    0.600    0.800    0.300        -

time, median                   2.0 ms
time, 95 % below               2.0 ms";
    assert_eq!(after, Some(wanted));
}
