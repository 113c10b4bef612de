//! The fitted weights: how much each feature and each signal counts.
//!
//! They stand in `weights.toml`, which `cargo run --release --example fit`
//! writes from question sets. Nothing in them is about any one corpus.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::features;
use super::signals;

const SHIPPED: &str = include_str!("weights.toml");

/// The weights of the ranking and of the confidence.
#[derive(Clone, Debug)]
pub struct Model {
    /// One weight for each of [`features::RANKING`].
    pub(super) ranking: [f32; features::RANKING.len()],
    /// One weight for each of [`signals::names`].
    pub(super) confidence: signals::Values,
    threshold: f32,
}

/// The model as it is written to a file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    threshold: f32,
    ranking: BTreeMap<String, f32>,
    confidence: BTreeMap<String, f32>,
}

impl Default for Model {
    /// Nothing counts.
    fn default() -> Self {
        Self {
            ranking: [0.0; features::RANKING.len()],
            confidence: [0.0; signals::COUNT],
            threshold: 0.0,
        }
    }
}

impl Model {
    /// The model that Quoth ships with.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(SHIPPED).unwrap_or_default());
        &MODEL
    }

    /// A model with the given weights, in the order of [`Self::features`] and [`Self::signals`].
    #[must_use]
    pub fn new(ranking: &[f32], confidence: &[f32], threshold: f32) -> Self {
        let mut model = Self {
            threshold,
            ..Self::default()
        };
        model
            .ranking
            .iter_mut()
            .zip(ranking)
            .for_each(|(to, from)| *to = *from);
        model
            .confidence
            .iter_mut()
            .zip(confidence)
            .for_each(|(to, from)| *to = *from);
        model
    }

    /// Reads a model as [`Self::write`] gives it; a weight that is left out is 0.
    ///
    /// # Errors
    ///
    /// Where `text` is not such a model, or weighs something that does not exist.
    pub fn parse(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut model = Self {
            threshold: written.threshold,
            ..Self::default()
        };
        let fill = |weights: &BTreeMap<String, f32>, names: Vec<&str>, to: &mut [f32]| {
            for (name, weight) in weights {
                let place = names
                    .iter()
                    .position(|known| known == name)
                    .ok_or_else(|| format!("there is no feature {name:?}"))?;
                to[place] = *weight;
            }
            Ok::<(), String>(())
        };
        fill(&written.ranking, Self::features(), &mut model.ranking)?;
        fill(&written.confidence, Self::signals(), &mut model.confidence)?;
        Ok(model)
    }

    /// The model as text, for `weights.toml`.
    #[must_use]
    pub fn write(&self) -> String {
        let named = |names: Vec<&str>, weights: &[f32]| {
            names
                .into_iter()
                .map(str::to_owned)
                .zip(weights.iter().copied())
                .collect()
        };
        let written = Written {
            threshold: self.threshold,
            ranking: named(Self::features(), &self.ranking),
            confidence: named(Self::signals(), &self.confidence),
        };
        toml::to_string(&written).unwrap_or_default()
    }

    /// The names of the features that order sentences.
    #[must_use]
    pub fn features() -> Vec<&'static str> {
        features::RANKING
            .iter()
            .map(|feature| feature.name)
            .collect()
    }

    /// The names of the signals that tell the confidence.
    #[must_use]
    pub fn signals() -> Vec<&'static str> {
        signals::names()
    }

    /// The confidence below which Quoth abstains, 0 to 1.
    #[must_use]
    pub fn threshold(&self) -> f32 {
        self.threshold
    }

    /// How well a sentence answers: higher is better.
    pub(super) fn score(&self, values: &features::Values) -> f32 {
        contributions(values, &self.ranking).sum()
    }

    /// The probability that signals make of themselves (logistic regression).
    pub(super) fn probability(&self, values: &signals::Values) -> f32 {
        let sum: f32 = contributions(values, &self.confidence).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

/// What each value adds to the sum that it is weighed in.
pub(super) fn contributions(values: &[f32], weights: &[f32]) -> impl Iterator<Item = f32> {
    values
        .iter()
        .zip(weights)
        .map(|(value, weight)| value * weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_fit_the_features() {
        assert_eq!(
            Model::parse(SHIPPED).map(|model| model.threshold),
            Ok(Model::shipped().threshold)
        );
        assert!(Model::shipped().threshold > 0.0);
    }

    #[test]
    fn a_weight_for_nothing_is_refused_by_name() {
        let text = "threshold = 0.5\n[ranking]\nluck = 1.0\n[confidence]\n";
        assert_eq!(
            Model::parse(text).map(|_| ()),
            Err("there is no feature \"luck\"".to_owned())
        );
    }

    #[test]
    fn a_written_model_reads_back() {
        let model = Model::shipped();
        assert_eq!(
            Model::parse(&model.write()).map(|m| (m.ranking, m.confidence)),
            Ok((model.ranking, model.confidence))
        );
    }
}
