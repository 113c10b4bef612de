//! What speaks for and against every candidate sentence of a question, to be weighed by any model.

use std::collections::HashMap;

use super::features;
use super::looking::Looked;
use super::model::Model;
use super::query::Query;
use super::ranking::Ranked;
use super::{Before, look, signals};
use crate::index::{Index, IndexError};

/// The candidate sentences of a question with what was seen of them.
pub struct Examination {
    /// The document's name and the words of each sentence.
    texts: Vec<(String, String)>,
    query: Query,
    looked: Looked,
}

/// What a model makes of an examination.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The candidates, by their place in [`Examination::sentences`], the best first.
    pub order: Vec<usize>,
    /// The signals of the confidence, in the order of [`Model::signals`]; empty where there is no candidate.
    pub signals: Vec<f32>,
    /// The probability that the first sentence answers, 0 to 1.
    pub confidence: f32,
}

/// Gathers the candidate sentences of `question`, or of a turn of a conversation, in the order of
/// the shipped ranking, of which the reader reads the best.
///
/// # Errors
///
/// Where the index fails.
pub fn examine(
    index: &Index,
    question: &str,
    before: Option<Before<'_>>,
) -> Result<Examination, IndexError> {
    let query = Query::new(question, index)?;
    let (found, looked) = look(index, &query, question, before, true)?;
    let text = |ranked: &Ranked| {
        let document = &found.documents[ranked.document];
        let sentence = &found.sentences[ranked.sentence];
        (document.name.clone(), sentence.text.verbatim.clone())
    };
    Ok(Examination {
        texts: looked.ranked.iter().map(text).collect(),
        query,
        looked,
    })
}

impl Examination {
    /// Each candidate's document and text, and its features in the order of [`Model::features`].
    pub fn sentences(&self) -> impl Iterator<Item = (&str, &str, &[f32])> {
        let sentences = self.looked.ranked.iter().zip(&self.texts);
        sentences.map(|(ranked, (document, text))| {
            let values = &ranked.values[..features::RANKING.len()];
            (document.as_str(), text.as_str(), values)
        })
    }

    /// Orders the candidates by `model`, and says how sure it is of the first.
    #[must_use]
    pub fn weigh(&self, model: &Model) -> Weighed {
        let mut looked = self.looked.clone();
        looked.order(model);
        let places = self.looked.ranked.iter().map(|ranked| ranked.sentence);
        let places: HashMap<usize, usize> = places.zip(0..).collect();
        let place = |ranked: &Ranked| places[&ranked.sentence];
        let order = looked.ranked.iter().map(place).collect();
        let signals = signals::of(&self.query, &looked.ranked);
        let confidence = signals.map_or(0.0, |values| model.probability(&values));
        Weighed {
            order,
            signals: signals.map_or(Vec::new(), |values| values.to_vec()),
            confidence,
        }
    }
}
