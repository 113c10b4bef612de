//! Fits the weights of `src/answer/weights.toml` from question sets.
//!
//! ```text
//! cargo run --release --example fit -- FOLDER > weights.toml
//! cargo run --release --example fit -- FOLDER other-languages > weights.toml
//! cargo run --release --example fit -- FOLDER across > weights.toml
//! cargo run --release --example fit -- FOLDER conversations > weights.toml
//! ```
//!
//! FOLDER holds the sets that [`groups`] names, each a folder with
//! `questions.jsonl` and `docs`; `examples/train_reader` makes those that are no public set as it is
//! (`written.py`, `talkset.py`, `across.py`). Models are fitted for the ranking alone, for sentences
//! that the reader has read, and for other languages than English; the second command fits those
//! for documents in other languages alone, the third the one for questions in other languages about
//! documents in English, and the last the one for turns of a conversation. Which
//! are read, the shipped model for the ranking alone decides: after a change of features
//! the fit is run twice.
//! Articles that the reader was trained on are left out. The report on standard
//! error gives each group cross-validated by article, and each set held out:
//! fitted on the others, without the articles that it shares with them. The fit is
//! deterministic: the same sets give the same file.

mod data;
mod groups;
mod regression;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use quoth::answer::{Model, Models, Thresholds};
use quoth::eval::{Figures, Item, Outcomes};

use data::Question;
use groups::Group;
use regression::{Choice, Outcome};

/// Strength of the pull of weights towards 0 (L2), against the mean loss of a question.
const RIDGE: f64 = 3e-4;
/// Parts of the cross-validation.
const FOLDS: usize = 5;
/// Of what is called found, so much is right.
const PRECISION: f64 = 0.9;
/// The same in other languages, of which less is known: with more, hardly half of what is right would
/// be called found.
const PRECISION_ELSEWHERE: f64 = 0.83;
/// An answer is shown as unsure from this chance of being right on: a person who is
/// warned rather reads three sentences, one of them right, than none.
const PERHAPS: f32 = 0.3;
/// The groups whose unanswerable questions were written to look answerable. They
/// teach the confidence, but not what is called found: people do not ask so.
const ADVERSARIAL: &[&str] = &["squad2-half", groups::WRITTEN, groups::FOREIGN];

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(
        arguments
            .next()
            .context("name the folder of the question sets")?,
    );
    let mut models = Models::shipped().map_err(anyhow::Error::msg)?.clone();
    match arguments.next().as_deref() {
        Some("conversations") => {
            let groups = groups::read_conversations(&folder)?;
            models.in_conversation = reported("in conversation", &groups, true)?;
        }
        Some("other-languages") => fit_other_languages(&folder, &mut models)?,
        Some("across") => fit_across(&folder, &mut models)?,
        _ => {
            let groups = groups::read(&folder)?;
            models.alone = reported("alone", &groups, false)?;
            models.with_reader = reported("with the reader", &groups, true)?;
            fit_other_languages(&folder, &mut models)?;
            fit_across(&folder, &mut models)?;
        }
    }
    println!(
        "# Fitted by `cargo run --release --example fit`: these numbers are all that is taken from the question sets."
    );
    print!("{}", models.write());
    Ok(())
}

/// The model for all of `groups`; reports how it does on each where it has not seen the articles, or
/// not the set.
fn reported(head: &str, groups: &[Group], reads: bool) -> anyhow::Result<Model> {
    print_head(head);
    let every: Vec<&Group> = groups.iter().collect();
    report_unseen(&every, &every, reads, PRECISION)?;
    for group in groups.iter().filter(|group| group.is_whole()) {
        let model = held_out(group, groups, reads)?;
        let name = format!("{}, held out", group.name);
        print_row(&name, &group.questions, |_| &model);
    }
    fit(&every, reads, PRECISION, &|_| true)
}

/// Fits the models for other languages.
fn fit_other_languages(folder: &Path, models: &mut Models) -> anyhow::Result<()> {
    let groups = groups::read_other_languages(folder)?;
    models.other_languages =
        fit_languages("other languages, each held out, not read", &groups, false)?;
    models.glossed = fit_languages(
        "other languages, each held out, read word for word",
        &groups,
        true,
    )?;
    Ok(())
}

/// Fits the model for questions in other languages about documents in English.
fn fit_across(folder: &Path, models: &mut Models) -> anyhow::Result<()> {
    let groups = groups::read_in_languages(folder, data::ACROSS)?;
    models.across = fit_languages(
        "English asked in other languages, each held out",
        &groups,
        true,
    )?;
    Ok(())
}

/// The model for `groups` in several languages. Each language is reported by models that have seen neither
/// it nor the articles that they are judged on, of which the others have translations.
fn fit_languages(head: &str, groups: &[Group], reads: bool) -> anyhow::Result<Model> {
    print_head(head);
    let mut sets: Vec<&str> = groups.iter().map(|group| group.set).collect();
    sets.dedup();
    for set in sets {
        let (own, others): (Vec<&Group>, Vec<&Group>) =
            groups.iter().partition(|group| group.set == set);
        report_unseen(&own, &others, reads, PRECISION_ELSEWHERE)?;
    }
    let every: Vec<&Group> = groups.iter().collect();
    fit(&every, reads, PRECISION_ELSEWHERE, &|_| true)
}

/// Reports each of `groups` by models fitted on `taught` that have not seen the articles that they
/// are judged on, nor a document of their language.
fn report_unseen(
    groups: &[&Group],
    taught: &[&Group],
    reads: bool,
    precision: f64,
) -> anyhow::Result<()> {
    let set = groups.first().map_or("", |group| group.set);
    // Of the documents in many languages, each is named by its own: "zh-68ac172e".
    let own = set.strip_prefix("xquad-").map(|code| format!("{code}-"));
    let is_own = |question: &Question| {
        let own = own.as_ref();
        own.is_some_and(|own| question.article.starts_with(own))
    };
    let folds = (0..FOLDS)
        .map(|fold| {
            fit(taught, reads, precision, &|question| {
                question.fold(FOLDS) != fold && !is_own(question)
            })
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    for group in groups {
        let model = |question: &Question| &folds[question.fold(FOLDS)];
        print_row(&group.name, &group.questions, model);
    }
    Ok(())
}

/// Prints what the columns are.
fn print_head(label: &str) {
    let columns = [
        "hit@1", "hit@3", "AUROC", "ECE", "seen", "decl.", "found", "right",
    ];
    let columns = columns.map(|column| format!("{column:>6}")).join(" ");
    eprintln!("{label:<44} {columns}");
}

/// Prints how questions go, each under its model: hits of the ranking, AUROC and calibration error of
/// the confidence, the share of answerable questions seen right and of others declined (what is
/// shown as unsure counts half), the share that is called found, and how much of that is right.
fn print_row<'m>(label: &str, questions: &[Question], model: impl Fn(&Question) -> &'m Model) {
    let item = |question: &Question| Item {
        answerable: question.answerable,
        ..Item::default()
    };
    let items: Vec<Item> = questions.iter().map(item).collect();
    let outcomes = questions.iter().map(|it| it.judge(model(it)));
    let figures = Figures::of(&items, &outcomes.collect::<Vec<Outcomes>>());
    let columns = [
        figures.all.ranking.hit_1,
        figures.all.ranking.hit_3,
        figures.auroc.unwrap_or(f64::NAN),
        figures.calibration_error,
        figures.all.service.seen,
        figures.all.service.declined.unwrap_or(0.0),
        figures.found.coverage,
        figures.found.precision.unwrap_or(0.0),
    ];
    let columns = columns.map(|figure| format!("{figure:6.3}")).join(" ");
    eprintln!("{label:<44} {columns}");
}

/// A model that has seen neither the set of a group nor any of its articles.
fn held_out(group: &Group, groups: &[Group], reads: bool) -> anyhow::Result<Model> {
    let articles: BTreeSet<&str> = group.questions.iter().map(|q| &*q.article).collect();
    let others = groups.iter().filter(|other| other.set != group.set);
    let others: Vec<&Group> = others.collect();
    fit(&others, reads, PRECISION, &|question| {
        !articles.contains(question.article.as_str())
    })
}

/// Fits a model on the questions of `groups` that `take` lets through; every group counts the same.
fn fit(
    groups: &[&Group],
    reads: bool,
    precision: f64,
    take: &dyn Fn(&Question) -> bool,
) -> anyhow::Result<Model> {
    let mut choices = Vec::new();
    for group in groups {
        let taken = group.questions.iter().filter(|question| take(question));
        let taken: Vec<_> = taken
            .filter_map(|question| question.choice(reads))
            .collect();
        let weight = 1.0 / (taken.len() * groups.len()).max(1) as f64;
        choices.extend(
            taken
                .into_iter()
                .map(|candidates| Choice { weight, candidates }),
        );
    }
    let ranking = regression::fit_choices(&choices, Model::features().len(), RIDGE)?;
    let unsure = Model::new(&ranking, &[], Thresholds::default());
    let mut outcomes = Vec::new();
    for group in groups {
        let taken = group.questions.iter().filter(|question| take(question));
        let taken: Vec<&Question> = taken.collect();
        let weight = 1.0 / (taken.len() * groups.len()).max(1) as f64;
        let is_usual = !ADVERSARIAL.contains(&group.name.as_str());
        outcomes.extend(taken.iter().map(|question| {
            let (signals, right) = question.signals(&unsure, reads);
            Outcome {
                weight,
                signals,
                right,
                is_usual,
            }
        }));
    }
    let confidence = regression::fit_outcomes(&outcomes, Model::signals().len(), RIDGE)?;
    let usual = outcomes.iter().filter(|outcome| outcome.is_usual);
    let judged = usual.map(|outcome| {
        let probability = regression::probability(&confidence, &outcome.signals);
        (probability, outcome.weight, outcome.right)
    });
    let found = regression::precise(judged.collect(), precision);
    let perhaps = PERHAPS.min(found);
    Ok(Model::new(
        &ranking,
        &confidence,
        Thresholds { found, perhaps },
    ))
}
