//! The figures of some questions, a row for each group.

use quoth::answer::Grade;
use quoth::eval;

use crate::data::Judged;

/// Prints what the columns are.
pub fn head(label: &str) {
    let columns = [
        "hit@1", "hit@3", "AUROC", "ECE", "seen", "decl.", "found", "right",
    ];
    let columns = columns.map(|column| format!("{column:>6}")).join(" ");
    eprintln!("{label:<44} {columns}");
}

/// Prints a row: hits of the ranking, AUROC and calibration error of the
/// confidence, the share of answerable questions seen right and of others
/// declined (what is shown as unsure counts half), the share that is called found,
/// and how much of that is right.
pub fn row(label: &str, judged: &[Judged]) {
    let (yes, no): (Vec<&Judged>, Vec<&Judged>) =
        judged.iter().partition(|judged| judged.answerable);
    let hits = |most| mean(&yes, |j| yes_or_no(j.rank.is_some_and(|rank| rank < most)));
    let is_right = |judged: &Judged| judged.rank == Some(0);
    let found: Vec<&Judged> = judged.iter().filter(|j| j.grade == Grade::Found).collect();
    let labels: Vec<_> = judged
        .iter()
        .map(|j| (j.confidence, j.answerable))
        .collect();
    let rights: Vec<_> = judged.iter().map(|j| (j.confidence, is_right(j))).collect();
    let figures = [
        hits(1),
        hits(3),
        eval::auroc(&labels),
        eval::calibration_error(&rights),
        mean(&yes, |j| if is_right(j) { shown(j) } else { 0.0 }),
        mean(&no, |j| 1.0 - shown(j)),
        found.len() as f64 / judged.len().max(1) as f64,
        mean(&found, |j| yes_or_no(is_right(j))),
    ];
    let figures = figures.map(|figure| format!("{figure:6.3}")).join(" ");
    eprintln!("{label:<44} {figures}");
}

fn shown(judged: &Judged) -> f64 {
    match judged.grade {
        Grade::Found => 1.0,
        Grade::Perhaps => 0.5,
        Grade::Abstained => 0.0,
    }
}

fn yes_or_no(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

fn mean(judged: &[&Judged], value: impl Fn(&Judged) -> f64) -> f64 {
    let sum: f64 = judged.iter().map(|judged| value(judged)).sum();
    sum / judged.len().max(1) as f64
}
