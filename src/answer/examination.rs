//! How an answer came about: every candidate sentence with its features, and the signals of the confidence.

use super::model::Model;
use super::query::Query;
use super::{PASSAGES, ranking, signals};
use crate::index::{Index, IndexError};

/// What was weighed for one question.
#[derive(Clone, Debug)]
pub struct Examination {
    /// Every candidate sentence, the best first.
    pub sentences: Vec<Examined>,
    /// The signals of the confidence, in the order of [`Model::signals`]; empty where nothing was found.
    pub signals: Vec<f32>,
    /// The probability that the first sentence answers, 0 to 1.
    pub confidence: f32,
}

/// A candidate sentence.
#[derive(Clone, Debug)]
pub struct Examined {
    /// Its document's name.
    pub document: String,
    /// The sentence verbatim.
    pub text: String,
    /// Its features, in the order of [`Model::features`].
    pub features: Vec<f32>,
    /// Its score by the model.
    pub score: f32,
}

/// Weighs a question by `model` without composing an answer.
///
/// # Errors
///
/// Where the index fails.
pub fn examine(index: &Index, question: &str, model: &Model) -> Result<Examination, IndexError> {
    let query = Query::new(question, index);
    let candidates = index.retrieve(&query.weighted_terms(index), PASSAGES)?;
    let ranked = ranking::rank(index, &query, &candidates, model);
    let signals = signals::of(&query, &ranked).map_or(Vec::new(), |values| values.to_vec());
    let confidence = ranking::confidence(&query, &ranked, model);
    let sentences = ranked.into_iter().map(|ranked| {
        let document = index.document(index.document_of(ranked.passage));
        let text = document.verbatim(index.sentence(ranked.passage, ranked.sentence)).to_owned();
        Examined { document: document.name.clone(), text, features: ranked.values.to_vec(), score: ranked.score }
    });
    Ok(Examination { sentences: sentences.collect(), signals, confidence })
}
