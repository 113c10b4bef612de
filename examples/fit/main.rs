//! Fits the weights of `src/answer/weights.toml` from question sets.
//!
//! ```text
//! cargo run --release --example fit -- FOLDER > src/answer/weights.toml
//! ```
//!
//! FOLDER holds the sets of [`GROUPS`] by name, each a folder with
//! `questions.jsonl` and `docs`. The report on standard error gives each group
//! held out (fitted on the others, without the articles it shares with them)
//! and cross-validated by article. The fit is deterministic: the same sets give
//! the same file.

mod data;
mod regression;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use quoth::answer::Model;
use quoth::eval;

use data::{Judged, Question, Set};
use regression::{Choice, Outcome};

/// Strength of the pull of weights towards 0 (L2), against the mean loss of a question.
const RIDGE: f64 = 3e-4;
/// Parts of the cross-validation.
const FOLDS: usize = 5;
/// What is fitted on, every group with the same weight: a set, and in how
/// large parts it is asked (0: whole). Small parts teach the confidence what a
/// folder of a few documents on one subject looks like (see [`Set::read_in_parts`]).
const GROUPS: &[(&str, usize)] = &[
    ("xquad-en", 0),
    ("xquad-en-absent", 0),
    ("squad2-half", 0),
    ("clapnq", 0),
    ("xquad-en", 4),
    ("squad2-half", 1),
    ("clapnq", 5),
];

/// The group whose unanswerable questions were written to look answerable. They
/// teach the confidence, but no threshold can part them, and people do not ask so.
const ADVERSARIAL: &str = "squad2-half";

/// Sets that count together.
struct Group {
    name: String,
    sets: Vec<Set>,
}

impl Group {
    fn read(folder: &Path, name: &str, size: usize) -> anyhow::Result<Self> {
        Ok(match size {
            0 => Self {
                name: name.to_owned(),
                sets: vec![Set::read(folder, name)?],
            },
            size => Self {
                name: format!("{name} by {size}"),
                sets: Set::read_in_parts(folder, name, size)?,
            },
        })
    }

    fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sets.iter().flat_map(|set| &set.questions)
    }
}

fn main() -> anyhow::Result<()> {
    let folder = PathBuf::from(
        std::env::args()
            .nth(1)
            .context("name the folder of the question sets")?,
    );
    let groups = GROUPS
        .iter()
        .map(|(name, size)| Group::read(&folder, name, *size))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let every: Vec<&Group> = groups.iter().collect();
    eprintln!(
        "{:<36} {:>6} {:>6} {:>6} {:>6} {:>6}",
        "", "hit@1", "hit@3", "AUROC", "bal.", "ECE"
    );
    let folds = (0..FOLDS)
        .map(|fold| fit(&every, &|question| question.fold(FOLDS) != fold))
        .collect::<anyhow::Result<Vec<_>>>()?;
    for group in &groups {
        let judged = group
            .questions()
            .map(|question| question.judge(&folds[question.fold(FOLDS)]));
        report(
            &format!("{}, cross-validated", group.name),
            &judged.collect::<Vec<_>>(),
        );
    }
    for (group, (name, _)) in groups
        .iter()
        .zip(GROUPS)
        .filter(|(_, (_, size))| *size == 0)
    {
        let articles: BTreeSet<&str> = group
            .questions()
            .map(|question| question.article.as_str())
            .collect();
        let others: Vec<&Group> = groups
            .iter()
            .zip(GROUPS)
            .filter(|(_, (other, _))| other != name)
            .map(|(group, _)| group)
            .collect();
        let model = fit(&others, &|question| {
            !articles.contains(question.article.as_str())
        })?;
        let judged = group.questions().map(|question| question.judge(&model));
        report(&format!("{name}, held out"), &judged.collect::<Vec<_>>());
    }
    let model = fit(&every, &|_| true)?;
    println!(
        "# Fitted by `cargo run --release --example fit`: these numbers are all that is taken from the question sets."
    );
    print!("{}", model.write());
    Ok(())
}

/// Fits a model on the questions of `groups` that `take` lets through; every group counts the same.
fn fit(groups: &[&Group], take: &dyn Fn(&Question) -> bool) -> anyhow::Result<Model> {
    let mut choices = Vec::new();
    for group in groups {
        let taken: Vec<&Question> = group
            .questions()
            .filter(|question| take(question) && question.can_teach_ranking())
            .collect();
        let weight = 1.0 / (taken.len() * groups.len()).max(1) as f64;
        choices.extend(taken.into_iter().map(|question| Choice {
            weight,
            candidates: &question.candidates,
        }));
    }
    let ranking = regression::fit_choices(&choices, Model::features().len(), RIDGE)?;
    let unsure = Model::new(&ranking, &[], 0.0);
    let (mut outcomes, mut judged) = (Vec::new(), Vec::new());
    for group in groups {
        let taken: Vec<&Question> = group
            .questions()
            .filter(|question| take(question))
            .collect();
        let answerable = taken.iter().filter(|question| question.answerable).count();
        let weight = 1.0 / (taken.len() * groups.len()).max(1) as f64;
        for question in &taken {
            let (signals, right) = question.signals(&unsure);
            outcomes.push(Outcome {
                weight,
                signals,
                right,
            });
            // The threshold serves both kinds of question alike, however many of each a group has.
            let alike = if question.answerable {
                answerable
            } else {
                taken.len() - answerable
            };
            let counts = f64::from(u8::from(group.name != ADVERSARIAL));
            judged.push((counts / alike as f64, question.answerable));
        }
    }
    let confidence = regression::fit_outcomes(&outcomes, Model::signals().len(), RIDGE)?;
    let probability = |outcome: &Outcome| regression::probability(&confidence, &outcome.signals);
    let judged = outcomes
        .iter()
        .zip(judged)
        .map(|(outcome, (weight, answerable))| (probability(outcome), weight, answerable));
    Ok(Model::new(
        &ranking,
        &confidence,
        regression::threshold(judged.collect()),
    ))
}

/// Prints the figures of some questions.
fn report(label: &str, judged: &[Judged]) {
    let (yes, no): (Vec<&Judged>, Vec<&Judged>) =
        judged.iter().partition(|judged| judged.answerable);
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let hits = |most| {
        share(
            yes.iter()
                .filter(|judged| judged.rank.is_some_and(|rank| rank < most))
                .count(),
            yes.len(),
        )
    };
    let labels: Vec<(f32, bool)> = judged
        .iter()
        .map(|judged| (judged.confidence, judged.answerable))
        .collect();
    let answered = share(
        yes.iter().filter(|judged| judged.answered).count(),
        yes.len(),
    );
    let declined = share(
        no.iter().filter(|judged| !judged.answered).count(),
        no.len(),
    );
    let first: Vec<(f32, bool)> = judged
        .iter()
        .map(|judged| (judged.confidence, judged.rank == Some(0)))
        .collect();
    let (auroc, error) = (eval::auroc(&labels), eval::calibration_error(&first));
    eprintln!(
        "{label:<36} {:6.3} {:6.3} {auroc:6.3} {:6.3} {error:6.3}  answered {answered:.3} declined {declined:.3}",
        hits(1),
        hits(3),
        f64::midpoint(answered, declined)
    );
}
