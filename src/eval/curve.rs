//! What answering more costs: the risk-coverage curve (El-Yaniv and Wiener 2010).
//!
//! Were only the surest questions answered, how many of the answers would be
//! wrong? The curve tells it for every share of them.

use std::fmt;

use serde::Serialize;

/// Points of the curve: enough to draw it.
const POINTS: usize = 20;
/// Characters to a side of the plot.
const WIDTH: usize = 60;
const HEIGHT: usize = 10;

/// The share of wrong first quotes against the share of questions that are answered, the surest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// The mean of the risk over all coverages, 0 best (AURC).
    pub area: f64,
    /// Coverage and risk, 0 to 1, in order of coverage.
    pub points: Vec<(f64, f64)>,
}

impl Curve {
    /// The curve of questions, each with the confidence and whether its first quote is right.
    pub(super) fn of(judged: &[(f32, bool)]) -> Self {
        let mut surest = judged.to_vec();
        surest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut wrong = 0;
        let risks: Vec<f64> = surest
            .iter()
            .zip(1..)
            .map(|((_, right), answered)| {
                wrong += usize::from(!right);
                wrong as f64 / f64::from(answered)
            })
            .collect();
        let questions = risks.len();
        let at = |point: usize| {
            let answered = (questions * point).div_ceil(POINTS);
            let risk = risks.get(answered.checked_sub(1)?)?;
            Some((answered as f64 / questions as f64, *risk))
        };
        let mut points: Vec<(f64, f64)> = (1..=POINTS).filter_map(at).collect();
        points.dedup();
        Self {
            area: risks.iter().sum::<f64>() / questions.max(1) as f64,
            points,
        }
    }

    /// The risk where so many are answered.
    fn risk(&self, coverage: f64) -> f64 {
        let mut points = self.points.iter();
        let next = points.find(|(answered, _)| *answered >= coverage);
        next.or(self.points.last()).map_or(0.0, |(_, risk)| *risk)
    }
}

/// A plot in plain text, with the highest risk at the top.
impl fmt::Display for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let highest = self.points.iter().map(|(_, risk)| *risk);
        let top = (highest.fold(0.05, f64::max) * 20.0).ceil() / 20.0;
        let heights: Vec<usize> = (0..WIDTH)
            .map(|column| self.risk((column + 1) as f64 / WIDTH as f64))
            .map(|risk| (risk / top * HEIGHT as f64).round() as usize)
            .collect();
        writeln!(f, "wrong")?;
        for row in (1..=HEIGHT).rev() {
            let label = (row == HEIGHT).then(|| format!("{:>3.0} %", top * 100.0));
            let label = label.unwrap_or_default();
            let drawn = heights.iter().map(|&height| match height {
                height if height == row => '*',
                height if height > row => '.',
                _ => ' ',
            });
            let line: String = drawn.collect();
            writeln!(f, "{}", format!("{label:>5} |{line}").trim_end())?;
        }
        writeln!(f, "  0 % +{}", "-".repeat(WIDTH))?;
        let width = WIDTH - 3;
        write!(f, "      0 %{:>width$}", "100 % answered")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surest_are_answered_first() {
        let curve = Curve::of(&[(0.2, false), (0.9, true), (0.6, true), (0.4, false)]);
        let wanted = [(0.25, 0.0), (0.5, 0.0), (0.75, 1.0 / 3.0), (1.0, 0.5)];
        assert_eq!(curve.points, wanted);
        assert!((curve.area - (1.0 / 3.0 + 0.5) / 4.0).abs() < 1e-9);
    }

    #[test]
    fn of_equal_confidences_the_wrong_count_first() {
        let curve = Curve::of(&[(0.5, true), (0.5, false)]);
        assert_eq!(curve.points, [(0.5, 1.0), (1.0, 0.5)]);
    }

    #[test]
    fn it_is_drawn_between_its_axes() {
        let plot = Curve::of(&[(0.9, true), (0.8, true), (0.2, false), (0.1, true)]).to_string();
        let lines: Vec<&str> = plot.lines().collect();
        assert_eq!(lines.len(), HEIGHT + 3);
        assert!(lines[1].starts_with(" 35 % |") && lines[11].starts_with("  0 % +---"));
        let column = |line: &str| line.find('*').map(|at| at - 7);
        let first = lines.iter().find_map(|line| column(line));
        assert_eq!(first, Some(WIDTH / 2), "{plot}");
        assert!(lines.iter().all(|line| line.len() <= WIDTH + 7));
    }

    #[test]
    fn without_questions_it_is_empty() {
        let curve = Curve::of(&[]);
        assert_eq!((curve.area, curve.points.len()), (0.0, 0));
    }
}
