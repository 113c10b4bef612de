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
    /// How many questions, and how many of them the documents answer.
    pub questions: usize,
    /// See `questions`.
    pub answerable: usize,
    /// First quote right, over answerable questions, with abstaining off.
    pub hit_1: f64,
    /// One of the first three right.
    pub hit_3: f64,
    /// Mean of one over the rank of the first right quote.
    pub mrr: f64,
    /// First quote right with abstaining on: declining counts as a miss.
    pub hit_1_answered: f64,
    /// One of the first three right with abstaining on.
    pub hit_3_answered: f64,
    /// The answer in the first quote or in the context shown with it, with abstaining off.
    pub in_sight: f64,
    /// Chance that an answerable question has the higher confidence of a pair; null where all or none are.
    pub auroc: Option<f64>,
    /// Mean of the shares of answerable questions answered and of others declined.
    pub balanced_accuracy: Option<f64>,
    /// Mean gap between confidence and the share of right first quotes, over ten bins.
    pub calibration_error: f64,
    /// Median time of a question, in milliseconds.
    pub p50_ms: f64,
    /// The time that 95 % of questions stay below, in milliseconds.
    pub p95_ms: f64,
}

impl Figures {
    /// The figures of a set; `items` and `outcomes` go together.
    #[must_use]
    pub fn of(items: &[Item], outcomes: &[Outcomes]) -> Self {
        let pairs: Vec<(&Item, &Outcomes)> = items.iter().zip(outcomes).collect();
        let answerable: Vec<&Outcomes> = pairs
            .iter()
            .filter(|(item, _)| item.answerable)
            .map(|(_, outcome)| *outcome)
            .collect();
        let hits = |most: usize, answered: bool| {
            share(
                answerable
                    .iter()
                    .filter(|o| {
                        o.rank.is_some_and(|rank| rank <= most) && (!answered || o.answered)
                    })
                    .count(),
                answerable.len(),
            )
        };
        let answered = share(
            answerable.iter().filter(|o| o.answered).count(),
            answerable.len(),
        );
        let others = pairs.len() - answerable.len();
        let declined = share(
            pairs
                .iter()
                .filter(|(item, o)| !item.answerable && !o.answered)
                .count(),
            others,
        );
        let mixed = others > 0 && !answerable.is_empty();
        let certain = |label: fn(&Item, &Outcomes) -> bool| -> Vec<(f32, bool)> {
            let pair =
                |(item, outcome): &(&Item, &Outcomes)| (outcome.confidence, label(item, outcome));
            pairs.iter().map(pair).collect()
        };
        let mut times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.time).collect();
        times.sort_unstable();
        let quantile = |percent: usize| {
            times
                .get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
                .map_or(0.0, |t| t.as_secs_f64() * 1e3)
        };
        Self {
            questions: pairs.len(),
            answerable: answerable.len(),
            hit_1: hits(1, false),
            hit_3: hits(3, false),
            mrr: answerable
                .iter()
                .filter_map(|o| o.rank)
                .map(|rank| 1.0 / rank as f64)
                .sum::<f64>()
                / answerable.len().max(1) as f64,
            hit_1_answered: hits(1, true),
            hit_3_answered: hits(3, true),
            in_sight: share(
                answerable.iter().filter(|o| o.in_sight).count(),
                answerable.len(),
            ),
            auroc: mixed.then(|| auroc(&certain(|item, _| item.answerable))),
            balanced_accuracy: mixed.then_some(f64::midpoint(answered, declined)),
            calibration_error: calibration_error(&certain(|_, outcome| outcome.rank == Some(1))),
            p50_ms: quantile(50),
            p95_ms: quantile(95),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let optional =
            |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{share:.3}"));
        writeln!(
            f,
            "questions          {}, of which answerable {}",
            self.questions, self.answerable
        )?;
        writeln!(
            f,
            "hit@1              {:.3}, with abstaining {:.3}",
            self.hit_1, self.hit_1_answered
        )?;
        writeln!(
            f,
            "hit@3              {:.3}, with abstaining {:.3}",
            self.hit_3, self.hit_3_answered
        )?;
        writeln!(f, "in sight           {:.3}", self.in_sight)?;
        writeln!(f, "MRR                {:.3}", self.mrr)?;
        writeln!(f, "AUROC              {}", optional(self.auroc))?;
        writeln!(f, "balanced accuracy  {}", optional(self.balanced_accuracy))?;
        writeln!(f, "calibration error  {:.3}", self.calibration_error)?;
        write!(
            f,
            "time               p50 {:.1} ms, p95 {:.1} ms",
            self.p50_ms, self.p95_ms
        )
    }
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
