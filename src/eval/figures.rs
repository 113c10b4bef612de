//! What is measured over the questions of a set, and how.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

use super::{Item, Outcomes};

/// Bins of the expected calibration error, as is usual since Guo et al. (2017).
const BINS: usize = 10;

/// What was measured, over the questions of a set. Shares are 0 to 1.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// How many questions.
    pub questions: usize,
    /// How many of them the documents answer.
    pub answerable: usize,
    /// How well sentences are ranked: with abstaining off.
    pub ranking_alone: Hits,
    /// What a person gets: declining an answerable question counts as a miss.
    pub with_abstaining: Hits,
    /// How many of the answerable questions were declined.
    pub answerable_declined: usize,
    /// How many of the others were answered.
    pub unanswerable_answered: usize,
    /// Chance that an answerable question has the higher confidence of a pair; null where all or none are.
    pub auroc: Option<f64>,
    /// Mean of the shares of answerable questions answered and of others declined; null likewise.
    pub balanced_accuracy: Option<f64>,
    /// Mean gap between confidence and the share of right first quotes, over ten bins.
    pub calibration_error: f64,
    /// Median time of a question, in milliseconds.
    pub p50_ms: f64,
    /// The time that 95 % of questions stay below, in milliseconds.
    pub p95_ms: f64,
}

/// How often the answer is found, over answerable questions. Shares are 0 to 1.
#[derive(Debug, Serialize)]
pub struct Hits {
    /// First quote right.
    pub hit_1: f64,
    /// One of the first three right.
    pub hit_3: f64,
    /// Mean of one over the rank of the first right quote, 0 where none of the first three is.
    pub mrr: f64,
    /// The answer in the first quote or in the context shown with it.
    pub in_sight: f64,
}

impl Hits {
    fn of(answerable: &[&Outcomes], counts: impl Fn(&Outcomes) -> bool) -> Self {
        let mean = |of: &dyn Fn(&Outcomes) -> f64| {
            let counted = answerable.iter().filter(|outcome| counts(outcome));
            counted.map(|outcome| of(outcome)).sum::<f64>() / answerable.len().max(1) as f64
        };
        let within = |most: usize| {
            mean(&|outcome| f64::from(u8::from(outcome.rank.is_some_and(|rank| rank <= most))))
        };
        Self {
            hit_1: within(1),
            hit_3: within(3),
            mrr: mean(&|outcome| outcome.rank.map_or(0.0, |rank| 1.0 / rank as f64)),
            in_sight: mean(&|outcome| f64::from(u8::from(outcome.in_sight))),
        }
    }
}

impl Figures {
    /// The figures of a set; `items` and `outcomes` go together.
    #[must_use]
    pub fn of(items: &[Item], outcomes: &[Outcomes]) -> Self {
        let pairs = || items.iter().zip(outcomes);
        let of_kind = |answerable: bool| -> Vec<&Outcomes> {
            let chosen = pairs().filter(|(item, _)| item.answerable == answerable);
            chosen.map(|(_, outcome)| outcome).collect()
        };
        let (answerable, others) = (of_kind(true), of_kind(false));
        let answered = |of: &[&Outcomes]| of.iter().filter(|outcome| outcome.answered).count();
        let (rightly, wrongly) = (answered(&answerable), answered(&others));
        let mixed = !others.is_empty() && !answerable.is_empty();
        let balanced = f64::midpoint(
            share(rightly, answerable.len()),
            1.0 - share(wrongly, others.len()),
        );
        let certain = |label: fn(&Item, &Outcomes) -> bool| -> Vec<(f32, bool)> {
            let judged =
                |(item, outcome): (&Item, &Outcomes)| (outcome.confidence, label(item, outcome));
            pairs().map(judged).collect()
        };
        let mut times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.time).collect();
        times.sort_unstable();
        let quantile = |percent: usize| {
            times
                .get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
                .map_or(0.0, |t| t.as_secs_f64() * 1e3)
        };
        Self {
            questions: outcomes.len(),
            answerable: answerable.len(),
            ranking_alone: Hits::of(&answerable, |_| true),
            with_abstaining: Hits::of(&answerable, |outcome| outcome.answered),
            answerable_declined: answerable.len() - rightly,
            unanswerable_answered: wrongly,
            auroc: mixed.then(|| auroc(&certain(|item, _| item.answerable))),
            balanced_accuracy: mixed.then_some(balanced),
            calibration_error: calibration_error(&certain(|_, outcome| outcome.rank == Some(1))),
            p50_ms: quantile(50),
            p95_ms: quantile(95),
        }
    }
}

/// A table for people: names to the left, figures under each other to the right.
impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let optional = |share: Option<f64>| share.map_or("-".to_owned(), |s| format!("{s:.3}"));
        let row = |f: &mut fmt::Formatter<'_>, name: &str, cell: &str| {
            writeln!(f, "{name:<24}{cell:>13}")
        };
        let unanswerable = self.questions - self.answerable;
        row(f, "questions", &self.questions.to_string())?;
        row(f, "  answerable", &self.answerable.to_string())?;
        row(
            f,
            "    of these declined",
            &part(self.answerable_declined, self.answerable),
        )?;
        row(f, "  unanswerable", &unanswerable.to_string())?;
        row(
            f,
            "    of these answered",
            &part(self.unanswerable_answered, unanswerable),
        )?;
        writeln!(
            f,
            "\n{:<24}{:>13}{:>17}",
            "", "ranking alone", "with abstaining"
        )?;
        let (alone, all) = (&self.ranking_alone, &self.with_abstaining);
        for (name, alone, all) in [
            ("hit@1", alone.hit_1, all.hit_1),
            ("hit@3", alone.hit_3, all.hit_3),
            ("MRR", alone.mrr, all.mrr),
            ("in sight", alone.in_sight, all.in_sight),
        ] {
            writeln!(f, "{name:<24}{alone:>13.3}{all:>17.3}")?;
        }
        writeln!(f)?;
        row(f, "AUROC", &optional(self.auroc))?;
        row(f, "balanced accuracy", &optional(self.balanced_accuracy))?;
        row(
            f,
            "calibration error",
            &format!("{:.3}", self.calibration_error),
        )?;
        row(f, "time, median", &format!("{:.1} ms", self.p50_ms))?;
        write!(
            f,
            "{:<24}{:>13}",
            "time, 95 % below",
            format!("{:.1} ms", self.p95_ms)
        )
    }
}

/// A count with its share: "3 (25 %)".
fn part(count: usize, whole: usize) -> String {
    format!("{count} ({:.0} %)", share(count, whole) * 100.0)
}

/// The chance that of an answerable question and another the first has the
/// higher confidence, 0 to 1; ties count half. `judged` holds (confidence, answerable).
/// This is the area under the receiver operating characteristic, by ranks.
#[must_use]
pub fn auroc(judged: &[(f32, bool)]) -> f64 {
    let mut sorted = judged.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = sorted.iter().filter(|(_, answerable)| *answerable).count() as f64;
    let negatives = sorted.len() as f64 - positives;
    let (mut below, mut wins) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let ups = tied.iter().filter(|(_, answerable)| *answerable).count() as f64;
        let downs = tied.len() as f64 - ups;
        wins += ups * (below + downs / 2.0);
        below += downs;
    }
    wins / (positives * negatives)
}

/// The expected calibration error, 0 to 1: the mean gap between confidence and
/// the share of right first quotes over ten bins. `judged` holds (confidence, right).
#[must_use]
pub fn calibration_error(judged: &[(f32, bool)]) -> f64 {
    let mut bins = [0.0_f64; BINS];
    for (confidence, right) in judged {
        let bin = ((confidence * BINS as f32) as usize).min(BINS - 1);
        bins[bin] += f64::from(*confidence) - f64::from(u8::from(*right));
    }
    bins.iter().map(|gap| gap.abs()).sum::<f64>() / judged.len().max(1) as f64
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests;
