//! The fit: vectors of pieces whose mean over a text comes near the text's own vector.
//!
//! Minimised is, summed over the texts, the squared distance between a text's
//! target and the mean of its pieces' vectors, plus `ridge` times the squared
//! distance of every vector from where it starts: linear least squares with a
//! ridge, solved by conjugate gradients on the normal equations (Hestenes and
//! Stiefel 1952), without forming them. A piece that no text contains stays
//! where it starts; common ones move most.

use anyhow::{Result, ensure};
use rayon::prelude::*;

/// Dimensions that are solved together; blocks of them run side by side.
const LANES: usize = 16;

/// Rounds after which the solution is taken as it is.
const ROUNDS: usize = 200;

/// A solution is good when its residual is this small a part of the first one, squared.
const TOLERANCE: f64 = 1e-14;

/// Some dimensions of one vector.
type Lanes = [f64; LANES];

/// For each text its pieces, as numbers of vectors; one that occurs twice stands twice.
pub type Bags = [Vec<usize>];

/// The vectors that fit best.
///
/// # Errors
///
/// Where the targets or starts are not of one length that is a multiple of
/// [`LANES`], or a text is without pieces, or has one without a start.
pub fn fit(
    bags: &Bags,
    targets: &[Vec<f64>],
    starts: &[Vec<f64>],
    ridge: f64,
) -> Result<Vec<Vec<f64>>> {
    let width = starts.first().map_or(0, Vec::len);
    let mut vectors = starts.iter().chain(targets);
    ensure!(
        width.is_multiple_of(LANES) && vectors.all(|vector| vector.len() == width),
        "vectors of one length are needed, a multiple of {LANES}"
    );
    ensure!(
        bags.len() == targets.len()
            && bags
                .iter()
                .all(|bag| !bag.is_empty() && bag.iter().all(|&piece| piece < starts.len())),
        "each target needs pieces with starts"
    );
    let blocks: Vec<Vec<Lanes>> = (0..width / LANES)
        .into_par_iter()
        .map(|block| solve(bags, &lanes(targets, block), lanes(starts, block), ridge))
        .collect();
    let whole = |piece: usize| blocks.iter().flat_map(|block| block[piece]).collect();
    Ok((0..starts.len()).map(whole).collect())
}

/// The factor by which the vectors' means fit the targets best.
pub fn best_factor(bags: &Bags, vectors: &[Vec<f64>], targets: &[Vec<f64>]) -> f64 {
    let (mut along, mut own) = (0.0, 0.0);
    for (bag, target) in bags.iter().zip(targets) {
        let mean = mean_of(bag, vectors);
        along += dot(&mean, target);
        own += dot(&mean, &mean);
    }
    if own > 0.0 { along / own } else { 1.0 }
}

/// The share of the targets' squared length that the vectors' means explain: R², at most 1.
pub fn explained(bags: &Bags, vectors: &[Vec<f64>], targets: &[Vec<f64>]) -> f64 {
    let (mut missed, mut all) = (0.0, 0.0);
    for (bag, target) in bags.iter().zip(targets) {
        let mean = mean_of(bag, vectors);
        let gap: Vec<f64> = mean.iter().zip(target).map(|(a, b)| a - b).collect();
        missed += dot(&gap, &gap);
        all += dot(target, target);
    }
    1.0 - missed / all
}

/// One block of dimensions: conjugate gradients for the way from the start to the solution.
fn solve(bags: &Bags, targets: &[Lanes], start: Vec<Lanes>, ridge: f64) -> Vec<Lanes> {
    let mut misses = means(bags, &start);
    for (miss, target) in misses.iter_mut().zip(targets) {
        *miss = std::array::from_fn(|lane| target[lane] - miss[lane]);
    }
    let mut solution = start;
    let mut residual = spread(bags, &misses, solution.len());
    let mut direction = residual.clone();
    let first = products(&residual, &residual);
    let mut square = first;
    for _ in 0..ROUNDS {
        if (0..LANES).all(|lane| square[lane] <= TOLERANCE * first[lane]) {
            break;
        }
        let mut curved = spread(bags, &means(bags, &direction), solution.len());
        add(&mut curved, &direction, &[ridge; LANES]);
        let curvature = products(&direction, &curved);
        let step = ratios(&square, &curvature);
        add(&mut solution, &direction, &step);
        add(&mut residual, &curved, &step.map(|step| -step));
        let after = products(&residual, &residual);
        let keep = ratios(&after, &square);
        for (direction, residual) in direction.iter_mut().zip(&residual) {
            *direction = std::array::from_fn(|lane| residual[lane] + keep[lane] * direction[lane]);
        }
        square = after;
    }
    solution
}

/// The mean of each text's vectors.
fn means(bags: &Bags, vectors: &[Lanes]) -> Vec<Lanes> {
    let mean = |bag: &Vec<usize>| {
        let mut sum = [0.0; LANES];
        for &piece in bag {
            for (sum, number) in sum.iter_mut().zip(&vectors[piece]) {
                *sum += number;
            }
        }
        sum.map(|sum| sum * share(bag))
    };
    bags.iter().map(mean).collect()
}

/// The transpose of [`means`]: each text's vector handed to its pieces in equal parts.
fn spread(bags: &Bags, texts: &[Lanes], pieces: usize) -> Vec<Lanes> {
    let mut sums = vec![[0.0; LANES]; pieces];
    for (bag, text) in bags.iter().zip(texts) {
        let part = text.map(|number| number * share(bag));
        for &piece in bag {
            for (sum, number) in sums[piece].iter_mut().zip(&part) {
                *sum += number;
            }
        }
    }
    sums
}

/// The part that one piece has in a text.
#[expect(clippy::cast_precision_loss, reason = "no text has that many pieces")]
fn share(bag: &[usize]) -> f64 {
    1.0 / bag.len() as f64
}

/// The inner product in each lane.
fn products(a: &[Lanes], b: &[Lanes]) -> Lanes {
    let mut sums = [0.0; LANES];
    for (a, b) in a.iter().zip(b) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums
}

/// Lane by lane; 0 where a lane is solved already and both are 0.
fn ratios(a: &Lanes, b: &Lanes) -> Lanes {
    std::array::from_fn(|lane| {
        if b[lane] > 0.0 {
            a[lane] / b[lane]
        } else {
            0.0
        }
    })
}

/// Adds the others, each lane by its factor.
fn add(to: &mut [Lanes], others: &[Lanes], factors: &Lanes) {
    for (to, other) in to.iter_mut().zip(others) {
        for lane in 0..LANES {
            to[lane] += factors[lane] * other[lane];
        }
    }
}

/// One block of the dimensions of each vector.
fn lanes(vectors: &[Vec<f64>], block: usize) -> Vec<Lanes> {
    let lanes = |vector: &Vec<f64>| std::array::from_fn(|lane| vector[block * LANES + lane]);
    vectors.iter().map(lanes).collect()
}

fn mean_of(bag: &[usize], vectors: &[Vec<f64>]) -> Vec<f64> {
    let mut mean = vec![0.0; vectors.first().map_or(0, Vec::len)];
    for &piece in bag {
        for (mean, number) in mean.iter_mut().zip(&vectors[piece]) {
            *mean += number * share(bag);
        }
    }
    mean
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests {
    use super::*;

    /// A vector with the number in every dimension, twice as large in the second block.
    fn flat(number: f64) -> Vec<f64> {
        [vec![number; LANES], vec![2.0 * number; LANES]].concat()
    }

    /// Whether the vectors are flat and of these numbers.
    fn are(vectors: &[Vec<f64>], numbers: &[f64]) -> bool {
        vectors.iter().zip(numbers).all(|(vector, &number)| {
            let wanted = flat(number);
            vector
                .iter()
                .zip(wanted)
                .all(|(found, wanted)| (found - wanted).abs() < 1e-6)
        })
    }

    #[test]
    fn a_small_system_is_solved() {
        // By hand, from 0 with ridge 1/2: (1 + 1/4 + 1/2) a + b/4 = 1 + 3/2 and
        // a/4 + (1/4 + 1/2) b = 3/2, so a = 6/5 and b = 8/5.
        let (bags, targets) = (vec![vec![0], vec![1, 0]], [flat(1.0), flat(3.0)]);
        let fitted = fit(&bags, &targets, &[flat(0.0), flat(0.0)], 0.5).unwrap();
        assert!(are(&fitted, &[1.2, 1.6]), "{fitted:?}");
    }

    #[test]
    fn without_a_ridge_to_speak_of_targets_are_met_and_the_rest_stays() {
        let bags = vec![vec![0], vec![0, 0, 1, 1]];
        let (targets, starts) = ([flat(1.0), flat(3.0)], [flat(7.0), flat(-2.0), flat(4.0)]);
        let fitted = fit(&bags, &targets, &starts, 1e-9).unwrap();
        assert!(are(&fitted, &[1.0, 5.0, 4.0]), "{fitted:?}");
        assert!((explained(&bags, &fitted, &targets) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_strong_ridge_holds_vectors_at_their_starts() {
        let starts = [flat(7.0), flat(-2.0)];
        let fitted = fit(&[vec![0, 1]], &[flat(0.0)], &starts, 1e9).unwrap();
        assert!(are(&fitted, &[7.0, -2.0]), "{fitted:?}");
    }

    #[test]
    fn the_best_factor_brings_means_to_their_targets() {
        let (bags, vectors) = (vec![vec![0, 1], vec![1]], [flat(1.0), flat(3.0)]);
        let factor = best_factor(&bags, &vectors, &[flat(1.0), flat(1.5)]);
        assert!((factor - 0.5).abs() < 1e-9, "{factor}");
    }

    #[test]
    fn what_does_not_fit_together_is_an_error() {
        let one = [flat(1.0)];
        assert!(fit(&[vec![0]], &one, &[vec![1.0]], 1.0).is_err());
        assert!(fit(&[vec![1]], &one, &one, 1.0).is_err());
        assert!(fit(&[vec![]], &one, &one, 1.0).is_err());
        assert!(fit(&[], &one, &one, 1.0).is_err());
    }
}
