//! What is measured over the questions of a set.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use super::curve::Curve;
use super::{Item, Outcomes};
use crate::answer::Grade;

/// Bins of the expected calibration error, as is usual since Guo et al. (2017).
const BINS: usize = 10;

/// What was measured, over the questions of a set. Shares are 0 to 1.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Those that each kind of question has as well.
    #[serde(flatten)]
    pub all: Kind,
    /// What is called found.
    pub found: Shown,
    /// What is shown as an answer at all: found or perhaps.
    pub found_or_perhaps: Shown,
    /// Chance that an answerable question has the higher confidence of a pair; null where all or none are.
    pub auroc: Option<f64>,
    /// Mean gap between confidence and the share of right first quotes, over ten bins.
    pub calibration_error: f64,
    /// What answering more costs.
    pub curve: Curve,
    /// Those of `all` for each kind of question; empty where the set names none.
    pub kinds: BTreeMap<String, Kind>,
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

/// How much is shown from a grade on, and how much of it is right.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// The share of all questions that is shown an answer.
    pub coverage: f64,
    /// The share of these answers whose first quote is right; null where none is shown.
    pub precision: Option<f64>,
}

/// What people get. Shares are 0 to 1; an answer that is shown as unsure counts half.
#[derive(Debug, Serialize)]
pub struct Service {
    /// Of answerable questions, those answered with the right quote first.
    pub seen: f64,
    /// Of the others, those declined; null where there are none.
    pub declined: Option<f64>,
    /// The mean of both; null likewise, and where no question is answerable.
    pub balanced_accuracy: Option<f64>,
}

/// Figures of all questions, or of those of one kind.
#[derive(Debug, Serialize)]
pub struct Kind {
    /// How many questions.
    pub questions: usize,
    /// How many of them the documents answer.
    pub answerable: usize,
    /// How well sentences are ranked, whatever the grade of the answer.
    pub ranking: Hits,
    /// How well people are served; what is shown as unsure counts half.
    pub service: Service,
}

/// A question and how it went.
type Pair<'a> = (&'a Item, &'a Outcomes);

impl Figures {
    /// The figures of a set; `items` and `outcomes` go together.
    #[must_use]
    pub fn of(items: &[Item], outcomes: &[Outcomes]) -> Self {
        let pairs: Vec<Pair<'_>> = items.iter().zip(outcomes).collect();
        let mut kinds: BTreeMap<String, Vec<Pair<'_>>> = BTreeMap::new();
        for pair in &pairs {
            if let Some(kind) = &pair.0.kind {
                kinds.entry(kind.clone()).or_default().push(*pair);
            }
        }
        let all = Kind::of(&pairs);
        let is_mixed = 0 < all.answerable && all.answerable < all.questions;
        let certain = |label: fn(&Pair<'_>) -> bool| -> Vec<(f32, bool)> {
            let judged = pairs.iter().map(|pair| (pair.1.confidence, label(pair)));
            judged.collect()
        };
        let rights = certain(|(_, outcome)| outcome.rank == Some(1));
        let mut times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.time).collect();
        times.sort_unstable();
        let quantile = |percent: usize| {
            let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
            times.get(place).map_or(0.0, |t| t.as_secs_f64() * 1e3)
        };
        Self {
            all,
            found: Shown::of(&pairs, Grade::Found),
            found_or_perhaps: Shown::of(&pairs, Grade::Perhaps),
            auroc: is_mixed.then(|| auroc(&certain(|(item, _)| item.answerable))),
            calibration_error: calibration_error(&rights),
            curve: Curve::of(&rights),
            kinds: kinds
                .into_iter()
                .map(|(kind, pairs)| (kind, Kind::of(&pairs)))
                .collect(),
            p50_ms: quantile(50),
            p95_ms: quantile(95),
        }
    }
}

impl Hits {
    fn of(pairs: &[Pair<'_>]) -> Self {
        let of = |value: &dyn Fn(&Outcomes) -> f64| mean(answerable(pairs), value).unwrap_or(0.0);
        let within = |most: usize| of(&|o| f64::from(o.rank.is_some_and(|rank| rank <= most)));
        Self {
            hit_1: within(1),
            hit_3: within(3),
            mrr: of(&|o| o.rank.map_or(0.0, |rank| 1.0 / rank as f64)),
            in_sight: of(&|o| f64::from(o.in_sight)),
        }
    }
}

impl Shown {
    fn of(pairs: &[Pair<'_>], least: Grade) -> Self {
        let all = pairs.iter().map(|(_, outcome)| *outcome);
        let is_shown = |outcome: &Outcomes| outcome.grade >= least;
        let shown = all.clone().filter(|outcome| is_shown(outcome));
        Self {
            coverage: mean(all, |o| f64::from(is_shown(o))).unwrap_or(0.0),
            precision: mean(shown, |o| f64::from(o.rank == Some(1))),
        }
    }
}

impl Service {
    fn of(pairs: &[Pair<'_>]) -> Self {
        let shown = |outcome: &Outcomes| match outcome.grade {
            Grade::Found => 1.0,
            Grade::Perhaps => 0.5,
            Grade::Abstained => 0.0,
        };
        let others = pairs.iter().filter(|(item, _)| !item.answerable);
        let declined = mean(others.map(|(_, o)| *o), |o| 1.0 - shown(o));
        let right = |o: &Outcomes| if o.rank == Some(1) { shown(o) } else { 0.0 };
        let seen = mean(answerable(pairs), right);
        let both = seen.zip(declined);
        Self {
            seen: seen.unwrap_or(0.0),
            declined,
            balanced_accuracy: both.map(|(seen, declined)| f64::midpoint(seen, declined)),
        }
    }
}

impl Kind {
    fn of(pairs: &[Pair<'_>]) -> Self {
        Self {
            questions: pairs.len(),
            answerable: answerable(pairs).count(),
            ranking: Hits::of(pairs),
            service: Service::of(pairs),
        }
    }
}

fn answerable<'a>(pairs: &'a [Pair<'a>]) -> impl Iterator<Item = &'a Outcomes> {
    let answerable = pairs.iter().filter(|(item, _)| item.answerable);
    answerable.map(|(_, outcome)| *outcome)
}

/// The mean of a value; `None` of nothing.
fn mean<'a>(
    outcomes: impl Iterator<Item = &'a Outcomes>,
    value: impl Fn(&Outcomes) -> f64,
) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for outcome in outcomes {
        sum += value(outcome);
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// The chance that of an answerable question and another the first has the
/// higher confidence, 0 to 1; ties count half. `judged` holds (confidence, answerable).
/// This is the area under the receiver operating characteristic, by ranks.
fn auroc(judged: &[(f32, bool)]) -> f64 {
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
fn calibration_error(judged: &[(f32, bool)]) -> f64 {
    let mut bins = [0.0_f64; BINS];
    for (confidence, right) in judged {
        let bin = ((confidence * BINS as f32) as usize).min(BINS - 1);
        bins[bin] += f64::from(*confidence) - f64::from(u8::from(*right));
    }
    bins.iter().map(|gap| gap.abs()).sum::<f64>() / judged.len().max(1) as f64
}

#[cfg(test)]
mod tests;
