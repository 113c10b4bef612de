//! The order of the candidate sentences.

use std::collections::HashMap;

use super::features::{self, RANKING, Values};
use super::matching::Matcher;
use super::query::Query;
use super::reading;
use super::similarity::Meaning;
use crate::corpus;
use crate::index::Found;
use crate::language::lexicon::WordId;

/// From this on the reader is sure: odds of twelve to one against none.
const SURE: f32 = 2.5 / reading::SCALE;

/// A sentence with its score.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    /// Its place among the sentences found.
    pub(super) sentence: usize,
    /// The place of its document among those found.
    pub(super) document: usize,
    /// Higher is better; comparable within one question.
    pub(super) score: f32,
    pub(super) values: Values,
    /// Whether the reader read it.
    pub(super) is_read: bool,
    /// Whether a better one says the same word for word in another document.
    pub(super) is_copy: bool,
    /// For each query term, how well the sentence meets it, 0 to 1.
    pub(super) met: Vec<f32>,
    /// The same for sentence, passage and title together.
    pub(super) around: Vec<f32>,
    /// The same for the nearest word in meaning.
    pub(super) near_around: Vec<f32>,
}

impl Ranked {
    /// How likely it is the right one against another, as far as the ranker tells: the softmax of
    /// the scores, which is the model that its weights were fitted as.
    pub(super) fn odds(&self, other: &Self) -> f32 {
        (self.score - other.score).exp()
    }

    /// Whether the reader takes it rather for the answer than for none.
    pub(super) fn is_believed(&self) -> bool {
        self.is_read && self.values[features::READER] > 0.0
    }

    /// Whether the reader is sure that it is the answer.
    pub(super) fn is_sure(&self) -> bool {
        self.is_read && self.values[features::READER] >= SURE
    }

    /// Whether it has a word of the question itself, by whatever name, or the reader takes it for the
    /// answer: the caption of a picture has only those of the title above it.
    pub(super) fn speaks_of_it(&self) -> bool {
        self.is_believed() || self.met.iter().any(|met| *met > 0.0)
    }

    /// Whether it has all the question's words that another has.
    pub(super) fn meets_as_much_as(&self, other: &Self) -> bool {
        self.met.iter().zip(&other.met).all(|(own, met)| own >= met)
    }
}

/// Every sentence of the passages found, the best first and copies last; ties in the order of the
/// corpus. Headings, titles and questions that are left open only where there is nothing else.
pub(super) fn rank(found: &Found, query: &Query, weights: &[f32; RANKING.len()]) -> Vec<Ranked> {
    let matcher = Matcher::new(query, &found.lexicon);
    let mut meaning = Meaning::new(query, &found.lexicon);
    let (mut ranked, mut announcing) = (Vec::new(), Vec::new());
    for passage in &found.passages {
        let seen = features::of_passage(found, query, &matcher, &mut meaning, passage);
        for (number, values, met) in seen.sentences {
            let sentence = &found.sentences[number];
            let document = &found.documents[passage.document];
            let announces = features::announces(sentence, document, &found.lexicon);
            let kind = if announces || only_asks(found, number) {
                &mut announcing
            } else {
                &mut ranked
            };
            kind.push(Ranked {
                sentence: number,
                document: passage.document,
                score: features::score(&values, weights),
                values,
                is_read: false,
                is_copy: false,
                met,
                around: seen.around.clone(),
                near_around: seen.near_around.clone(),
            });
        }
    }
    if ranked.is_empty() {
        ranked = announcing;
    }
    sort(&mut ranked);
    mark_copies(found, &mut ranked);
    sort(&mut ranked);
    ranked
}

/// Whether a sentence asks, and nothing below it can answer: the last of a message or a section.
fn only_asks(found: &Found, sentence: usize) -> bool {
    let is_last = found.passage_of(sentence).sentences.end == sentence + 1;
    is_last && corpus::asks(&found.sentences[sentence].text.reading)
}

/// Marks what another document says again word for word: the same document in two formats, or a
/// copy of it, is one source, and must not seem to be two that compete.
fn mark_copies(found: &Found, ranked: &mut [Ranked]) {
    let mut said: HashMap<Vec<WordId>, usize> = HashMap::new();
    for sentence in ranked {
        let plain = found.tokens(sentence.sentence).iter();
        let plain = plain.filter(|token| !token.compound);
        let words = plain.map(|token| found.lexicon.letters(token.word));
        let words: Vec<WordId> = words.collect();
        let first = said.entry(words).or_insert(sentence.document);
        sentence.is_copy = *first != sentence.document;
    }
}

/// The sentences that are no copies, which stand first.
pub(super) fn originals(ranked: &[Ranked]) -> &[Ranked] {
    &ranked[..ranked.partition_point(|ranked| !ranked.is_copy)]
}

/// Scores and orders sentences anew.
pub(super) fn order(ranked: &mut [Ranked], weights: &[f32; RANKING.len()]) {
    for sentence in &mut *ranked {
        sentence.score = features::score(&sentence.values, weights);
    }
    sort(ranked);
}

fn sort(ranked: &mut [Ranked]) {
    ranked.sort_by(|a, b| {
        (a.is_copy.cmp(&b.is_copy))
            .then(b.score.total_cmp(&a.score))
            .then(a.sentence.cmp(&b.sentence))
    });
}
