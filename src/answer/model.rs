//! The fitted weights: how much each feature and each signal counts.
//!
//! They stand in `weights.toml`, which `cargo run --release --example fit`
//! writes from question sets. Nothing in them is about any one corpus.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::features;
use super::signals;
use crate::language::Language;

const WEIGHTS: &str = include_str!("weights.toml");
/// The models that Quoth ships with. [`Models::shipped`] tells why there are none.
static SHIPPED: LazyLock<Result<Models, String>> = LazyLock::new(|| Models::parse(WEIGHTS));
/// With this one nothing counts, and nothing is answered.
const NOTHING: Model = Model {
    ranking: [0.0; features::RANKING.len()],
    confidence: [0.0; signals::COUNT],
    thresholds: Thresholds {
        found: f32::INFINITY,
        perhaps: f32::INFINITY,
    },
};
/// What is judged by where there are no others.
static NONE: Models = Models {
    alone: NOTHING,
    with_reader: NOTHING,
    in_conversation: NOTHING,
    other_languages: NOTHING,
    glossed: NOTHING,
    across: NOTHING,
};

/// The weights of the ranking and of the confidence, and the grades that it is divided into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Weights", into = "Weights")]
pub struct Model {
    /// One weight for each of [`features::RANKING`].
    pub(super) ranking: [f32; features::RANKING.len()],
    /// One weight for each of [`signals::names`].
    pub(super) confidence: signals::Values,
    thresholds: Thresholds,
}

/// The confidence from which on an answer has a grade, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// From here on the documents answer.
    pub found: f32,
    /// From here on they may; below, Quoth abstains.
    pub perhaps: f32,
}

/// A model for each way in which sentences are judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Models {
    /// For sentences in English that the reader has not read. It also says which are worth reading.
    pub alone: Model,
    /// For those that the reader has read.
    pub with_reader: Model,
    /// For turns of a conversation, which the reader has read together with the question before.
    pub in_conversation: Model,
    /// For questions in other languages than English, of which less is known.
    pub other_languages: Model,
    /// For those whose sentences the reader has read word for word in English.
    pub glossed: Model,
    /// For questions in other languages about documents in English: the reader has read the question
    /// alone word for word.
    pub across: Model,
}

/// How sure Quoth is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Too unsure to show it as an answer.
    Abstained,
    /// Shown, and said to be unsure.
    Perhaps,
    /// Shown as the answer.
    Found,
}

impl Thresholds {
    /// The grade of an answer of that confidence.
    #[must_use]
    pub fn grade(&self, confidence: f32) -> Grade {
        match confidence {
            sure if sure >= self.found => Grade::Found,
            unsure if unsure >= self.perhaps => Grade::Perhaps,
            _ => Grade::Abstained,
        }
    }
}

/// One model as it is written to a file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Weights {
    thresholds: Thresholds,
    ranking: BTreeMap<String, f32>,
    confidence: BTreeMap<String, f32>,
}

impl TryFrom<Weights> for Model {
    type Error = String;

    fn try_from(written: Weights) -> Result<Self, String> {
        let mut model = Self {
            thresholds: written.thresholds,
            ..NOTHING
        };
        let fill = |weights: &BTreeMap<String, f32>, names: Vec<&str>, to: &mut [f32]| {
            if let Some(name) = weights.keys().find(|name| !names.contains(&name.as_str())) {
                return Err(format!("there is no feature {name:?}"));
            }
            for (name, to) in names.into_iter().zip(to) {
                let weight = weights.get(name).filter(|weight| weight.is_finite());
                *to = *weight.ok_or_else(|| format!("feature {name:?} has no weight"))?;
            }
            Ok(())
        };
        fill(&written.ranking, Self::features(), &mut model.ranking)?;
        fill(&written.confidence, Self::signals(), &mut model.confidence)?;
        Ok(model)
    }
}

impl From<Model> for Weights {
    fn from(model: Model) -> Self {
        let named = |names: Vec<&str>, weights: &[f32]| {
            let names = names.into_iter().map(str::to_owned);
            names.zip(weights.iter().copied()).collect()
        };
        Self {
            thresholds: model.thresholds,
            ranking: named(Model::features(), &model.ranking),
            confidence: named(Model::signals(), &model.confidence),
        }
    }
}

impl Model {
    /// A model with the given weights, in the order of [`Self::features`] and [`Self::signals`].
    #[must_use]
    pub fn new(ranking: &[f32], confidence: &[f32], thresholds: Thresholds) -> Self {
        fn filled<const N: usize>(weights: &[f32]) -> [f32; N] {
            std::array::from_fn(|place| weights.get(place).copied().unwrap_or_default())
        }
        Self {
            ranking: filled(ranking),
            confidence: filled(confidence),
            thresholds,
        }
    }

    /// The names of the features that order sentences.
    #[must_use]
    pub fn features() -> Vec<&'static str> {
        features::RANKING.iter().map(|(name, _)| *name).collect()
    }

    /// The names of the signals that tell the confidence.
    #[must_use]
    pub fn signals() -> Vec<&'static str> {
        signals::names().collect()
    }

    /// The grades that its confidence is divided into.
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// The probability that signals make of themselves (logistic regression).
    pub(super) fn probability(&self, values: &signals::Values) -> f32 {
        let sum = features::score(values, &self.confidence);
        1.0 / (1.0 + (-sum).exp())
    }
}

impl Models {
    /// Those that Quoth ships with.
    ///
    /// # Errors
    ///
    /// What is wrong with them.
    pub fn shipped() -> Result<&'static Self, &'static str> {
        SHIPPED.as_ref().map_err(String::as_str)
    }

    /// The same; where something is wrong with them, such as answer nothing.
    #[must_use]
    pub fn usable() -> &'static Self {
        SHIPPED.as_ref().unwrap_or(&NONE)
    }

    /// The model for sentences that the reader has not read, of a question in `language`.
    #[must_use]
    pub fn without_reader(&self, language: Language) -> &Model {
        if language.is_english() {
            &self.alone
        } else {
            &self.other_languages
        }
    }

    /// Reads the models as [`Self::write`] gives them, unless a weight is missing, is no finite
    /// number, or weighs something that does not exist.
    fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    /// The models as text, for `weights.toml`.
    #[must_use]
    pub fn write(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::Grade::{Abstained, Found, Perhaps};
    use super::*;

    #[test]
    fn the_shipped_weights_fit_the_features_and_read_back() {
        let shipped = Models::shipped().unwrap();
        assert_eq!(Models::parse(&shipped.write()).as_ref(), Ok(shipped));
        for model in [
            &shipped.alone,
            &shipped.with_reader,
            &shipped.in_conversation,
            &shipped.other_languages,
            &shipped.glossed,
            &shipped.across,
        ] {
            let Thresholds { found, perhaps } = model.thresholds;
            assert!(
                0.0 < perhaps && perhaps < found && found < 1.0,
                "{perhaps} {found}"
            );
        }
    }

    #[test]
    fn the_reader_counts_only_where_it_has_read() {
        let weight = |model: &Model| model.ranking[features::READER];
        let models = Models::usable();
        assert!(weight(models.without_reader(Language::ENGLISH)) == 0.0);
        assert!(weight(&models.other_languages) == 0.0);
        assert!(weight(&models.with_reader) > 0.0);
    }

    #[test]
    fn a_weight_for_nothing_is_refused_by_name() {
        let weights = "thresholds = { found = 0.5, perhaps = 0.3 }\nranking = { luck = 1.0 }\nconfidence = {}\n";
        let groups = ["alone", "with_reader", "in_conversation", "other_languages"];
        let text = groups.map(|group| format!("[{group}]\n{weights}")).concat();
        assert_eq!(
            Models::parse(&text).map(|_| ()),
            Err("there is no feature \"luck\"".to_owned())
        );
    }

    #[test]
    fn damaged_weights_are_refused_and_do_not_become_zeros() {
        let refused = |text: &str| Models::parse(text).err();
        for (line, _) in WEIGHTS.match_indices('\n') {
            let is_whole = WEIGHTS[line..].trim().is_empty();
            assert_eq!(refused(&WEIGHTS[..line]).is_none(), is_whole, "{line}");
        }
        assert!(refused(&WEIGHTS.replacen("0.", "O.", 1)).is_some());
        let defines = WEIGHTS.lines().find(|line| line.starts_with("defines"));
        let without = WEIGHTS.replacen(defines.unwrap_or_default(), "", 1);
        assert_eq!(
            refused(&without).as_deref(),
            Some("feature \"defines\" has no weight")
        );
        let infinite = WEIGHTS.replacen(defines.unwrap_or_default(), "defines = nan", 1);
        assert_eq!(refused(&infinite), refused(&without));
        assert_eq!(NOTHING.thresholds.grade(1.0), Abstained);
    }

    #[test]
    fn a_confidence_has_the_grade_of_the_highest_threshold_that_it_reaches() {
        let thresholds = Thresholds {
            found: 0.6,
            perhaps: 0.3,
        };
        let grades = [0.0, 0.3, 0.59, 0.6].map(|confidence| thresholds.grade(confidence));
        assert_eq!(grades, [Abstained, Perhaps, Perhaps, Found]);
    }
}
