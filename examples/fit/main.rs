//! Fits the weights of `src/answer/weights.toml` from question sets.
//!
//! ```text
//! cargo run --release --example fit -- FOLDER [SET..] > src/answer/weights.toml
//! ```
//!
//! FOLDER holds the sets by name, each a folder with `questions.jsonl` and
//! `docs`. The report on standard error gives each set held out (fitted on the
//! others, without the articles it shares with them) and cross-validated by
//! article. The fit is deterministic: the same sets give the same file.

mod data;
mod regression;

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Context as _;
use quoth::answer::Model;

use data::{Question, Set};
use regression::{Choice, Outcome};

/// Strength of the pull of weights towards 0 (L2), against the mean loss of a question.
const RIDGE: f64 = 1e-3;
/// Parts of the cross-validation.
const FOLDS: usize = 5;
/// The sets that are used where none is named.
const SETS: &[&str] = &["xquad-en", "xquad-en-absent", "squad2-half", "clapnq"];

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().context("name the folder of the question sets")?);
    let mut names: Vec<String> = arguments.collect();
    if names.is_empty() {
        names = SETS.iter().map(|name| (*name).to_owned()).collect();
    }
    let sets = names.iter().map(|name| Set::read(&folder, name)).collect::<anyhow::Result<Vec<_>>>()?;
    eprintln!("{:<34} {:>6} {:>6} {:>6} {:>6} {:>6}", "", "hit@1", "hit@3", "AUROC", "bal.", "ECE");
    for set in &sets {
        let articles: BTreeSet<&str> = set.questions.iter().map(|question| question.article.as_str()).collect();
        let others: Vec<&Set> = sets.iter().filter(|other| other.name != set.name).collect();
        let held_out = fit(&others, &|question| !articles.contains(question.article.as_str()))?;
        report(&format!("{}, held out", set.name), &[(&held_out, set.questions.iter().collect())], set)?;
        let mut parts = Vec::new();
        for fold in 0..FOLDS {
            let model = fit(&sets.iter().collect::<Vec<_>>(), &|question| question.fold(FOLDS) != fold)?;
            parts.push((model, set.questions.iter().filter(|question| question.fold(FOLDS) == fold).collect::<Vec<_>>()));
        }
        let parts: Vec<(&Model, Vec<&Question>)> = parts.iter().map(|(model, questions)| (model, questions.clone())).collect();
        report(&format!("{}, cross-validated", set.name), &parts, set)?;
    }
    let all: Vec<&Set> = sets.iter().collect();
    let model = fit(&all, &|_| true)?;
    for set in &sets {
        report(&format!("{}, fitted on all", set.name), &[(&model, set.questions.iter().collect())], set)?;
    }
    println!("# Fitted by `cargo run --release --example fit` on {}.", names.join(", "));
    println!("# CC BY-SA 4.0 and Apache-2.0 question sets; only these numbers come from them.");
    print!("{}", model.write());
    Ok(())
}

/// Fits a model on the questions of `sets` that `take` lets through; every set counts the same.
fn fit(sets: &[&Set], take: &dyn Fn(&Question) -> bool) -> anyhow::Result<Model> {
    let mut choices = Vec::new();
    for set in sets {
        let taken: Vec<&Question> = set.questions.iter().filter(|question| take(question) && question.can_teach_ranking()).collect();
        let weight = 1.0 / taken.len().max(1) as f64;
        choices.extend(taken.into_iter().map(|question| Choice { weight, candidates: &question.candidates }));
    }
    let ranking = regression::fit_choices(&choices, Model::features().len(), RIDGE)?;
    let unsure = Model::new(&ranking, &[], 0.0);
    let mut outcomes = Vec::new();
    let mut answerable = Vec::new();
    for set in sets {
        let taken: Vec<&Question> = set.questions.iter().filter(|question| take(question)).collect();
        let weight = 1.0 / taken.len().max(1) as f64;
        for question in taken {
            let (signals, right) = set.signals(question, &unsure)?;
            outcomes.push(Outcome { weight, signals, right });
            answerable.push(question.answerable);
        }
    }
    let confidence = regression::fit_outcomes(&outcomes, Model::signals().len(), RIDGE)?;
    let certain: Vec<(f64, f64, bool)> = outcomes.iter().zip(answerable).map(|(o, a)| (regression::probability(&confidence, &o.signals), o.weight, a)).collect();
    Ok(Model::new(&ranking, &confidence, regression::threshold(certain)))
}

/// Prints the figures of one set for questions that each have their model.
fn report(label: &str, parts: &[(&Model, Vec<&Question>)], set: &Set) -> anyhow::Result<()> {
    let mut seen = Vec::new();
    for (model, questions) in parts {
        for question in questions {
            seen.push(set.judge(question, model)?);
        }
    }
    let answerable = seen.iter().filter(|judged| judged.answerable).count().max(1) as f64;
    let hits = |most| seen.iter().filter(|judged| judged.answerable && judged.rank.is_some_and(|rank| rank < most)).count() as f64 / answerable;
    let labels: Vec<(f64, bool)> = seen.iter().map(|judged| (judged.confidence, judged.answerable)).collect();
    let (auroc, balanced) = (regression::auroc(&labels), {
        let share = |wanted: bool| {
            let of: Vec<_> = seen.iter().filter(|judged| judged.answerable == wanted).collect();
            of.iter().filter(|judged| judged.answered == wanted).count() as f64 / of.len().max(1) as f64
        };
        f64::midpoint(share(true), share(false))
    });
    let error = regression::calibration_error(&seen.iter().map(|judged| (judged.confidence, judged.rank == Some(0))).collect::<Vec<_>>());
    eprintln!("{label:<34} {:6.3} {:6.3} {auroc:6.3} {balanced:6.3} {error:6.3}", hits(1), hits(3));
    Ok(())
}
