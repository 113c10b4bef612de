//! The two regressions, minimised with L-BFGS, and the threshold of what is surely right.

use argmin::core::{CostFunction, Error, Executor, Gradient, State as _};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;

/// Pairs of changes that L-BFGS remembers; 5 to 20 are usual (Nocedal and Wright, 2006).
const MEMORY: usize = 10;
const MOST_STEPS: u64 = 300;

/// A question's candidates: one of the right ones should be chosen.
pub struct Choice {
    pub weight: f64,
    pub candidates: Vec<(Vec<f64>, bool)>,
}

/// The signals of a question, and whether its first sentence is right.
pub struct Outcome {
    pub weight: f64,
    pub signals: Vec<f64>,
    pub right: bool,
    /// Whether people ask so.
    pub is_usual: bool,
}

/// Weights under which right candidates are likeliest to be chosen, where a
/// candidate is chosen with the softmax of its score (conditional logit, `McFadden` 1974).
pub fn fit_choices(choices: &[Choice], features: usize, ridge: f64) -> Result<Vec<f32>, Error> {
    let loss = |weights: &[f64], gradient: &mut [f64]| {
        let mut total = 0.0;
        for choice in choices {
            let scores: Vec<f64> = choice
                .candidates
                .iter()
                .map(|(values, _)| dot(weights, values))
                .collect();
            let top = scores.iter().copied().fold(f64::MIN, f64::max);
            let exponents: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
            let all: f64 = exponents.iter().sum();
            let right: f64 = exponents
                .iter()
                .zip(&choice.candidates)
                .filter(|(_, (_, right))| *right)
                .map(|(e, _)| e)
                .sum();
            let right = right.max(f64::MIN_POSITIVE);
            total += choice.weight * (all.ln() - right.ln());
            for (exponent, (values, is_right)) in exponents.iter().zip(&choice.candidates) {
                let push = choice.weight
                    * (exponent / all - if *is_right { exponent / right } else { 0.0 });
                values
                    .iter()
                    .zip(gradient.iter_mut())
                    .for_each(|(value, slot)| *slot += push * value);
            }
        }
        total
    };
    minimise(&loss, features, ridge)
}

/// Weights of a logistic regression of "the first sentence is right" on the signals.
pub fn fit_outcomes(outcomes: &[Outcome], signals: usize, ridge: f64) -> Result<Vec<f32>, Error> {
    let loss = |weights: &[f64], gradient: &mut [f64]| {
        let mut total = 0.0;
        for outcome in outcomes
            .iter()
            .filter(|outcome| !outcome.signals.is_empty())
        {
            let sum = dot(weights, &outcome.signals);
            let label = f64::from(u8::from(outcome.right));
            total +=
                outcome.weight * ((1.0 + (-sum.abs()).exp()).ln() + sum.max(0.0) - label * sum);
            let push = outcome.weight * (sigmoid(sum) - label);
            outcome
                .signals
                .iter()
                .zip(gradient.iter_mut())
                .for_each(|(value, slot)| *slot += push * value);
        }
        total
    };
    minimise(&loss, signals, ridge)
}

/// The probability of [`fit_outcomes`]; 0 where there are no signals, since nothing was found.
pub fn probability(weights: &[f32], signals: &[f64]) -> f64 {
    if signals.is_empty() {
        return 0.0;
    }
    let weights: Vec<f64> = weights.iter().map(|weight| f64::from(*weight)).collect();
    sigmoid(dot(&weights, signals))
}

/// The lowest confidence from which on so much is right. `judged` holds (confidence, weight, right).
pub fn precise(mut judged: Vec<(f64, f64, bool)>, precision: f64) -> f32 {
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut all, mut right, mut at) = (0.0, 0.0, 1.0);
    for (confidence, weight, is_right) in judged {
        all += weight;
        right += if is_right { weight } else { 0.0 };
        if right >= precision * all {
            at = confidence;
        }
    }
    round(at, 1e3)
}

type Loss<'a> = dyn Fn(&[f64], &mut [f64]) -> f64 + 'a;

struct Problem<'a> {
    loss: &'a Loss<'a>,
    ridge: f64,
}

impl Problem<'_> {
    fn evaluate(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let mut gradient: Vec<f64> = weights
            .iter()
            .map(|weight| 2.0 * self.ridge * weight)
            .collect();
        let penalty = self.ridge * dot(weights, weights);
        ((self.loss)(weights, &mut gradient) + penalty, gradient)
    }
}

impl CostFunction for Problem<'_> {
    type Param = Vec<f64>;
    type Output = f64;
    fn cost(&self, weights: &Self::Param) -> Result<f64, Error> {
        Ok(self.evaluate(weights).0)
    }
}

impl Gradient for Problem<'_> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;
    fn gradient(&self, weights: &Self::Param) -> Result<Vec<f64>, Error> {
        Ok(self.evaluate(weights).1)
    }
}

fn minimise(loss: &Loss<'_>, size: usize, ridge: f64) -> Result<Vec<f32>, Error> {
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), MEMORY)
        .with_tolerance_grad(1e-6)?
        .with_tolerance_cost(1e-10)?;
    let run = Executor::new(Problem { loss, ridge }, solver)
        .configure(|state| state.param(vec![0.0; size]).max_iters(MOST_STEPS))
        .run()?;
    let best = run
        .state()
        .get_best_param()
        .ok_or_else(|| Error::msg("the fit found no weights"))?;
    // So few digits that the last step of the search does not show.
    Ok(best.iter().map(|weight| round(*weight, 1e3)).collect())
}

fn round(value: f64, places: f64) -> f32 {
    ((value * places).round() / places) as f32
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn sigmoid(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}
