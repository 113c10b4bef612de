//! How an answer came about: what was searched for, what met it, and how that was weighed.
//!
//! Nothing is judged anew: the query, the ranking and the weights are those that the answer was
//! made of, and each word is shown to the same matcher and the same word vectors once more, alone.

mod witness;

use serde::Serialize;

use super::model::{Model, Thresholds};
use super::query::{Alternative, Query, Target};
use super::{Answer, AnswerType, Doubt, Search, Settings, search, signals, unsearched};
use crate::index::{Index, IndexError};
use crate::language::lexicon::Lexicon;
use witness::Witness;

/// How an answer came about.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// The kind of answer that the question wants.
    pub wanted: AnswerType,
    /// The words of the question that say something, in its order.
    pub terms: Vec<Sought>,
    /// How many passages were looked at.
    pub passages: usize,
    /// How many of their sentences were ranked.
    pub sentences: usize,
    /// The best of these, the best first.
    pub best: Vec<Considered>,
    /// How sure the best of them makes Quoth.
    pub confidence: Judgement,
}

/// A word of the question and what it was searched for as.
#[derive(Clone, Debug, Serialize)]
pub struct Sought {
    /// As it was typed.
    pub typed: String,
    /// How much it tells: inverse passage frequency, at least 0; rare words have most.
    pub idf: f32,
    /// Whether it was taken for a name.
    pub is_name: bool,
    /// The word that it was taken for, where the corpus does not have it as typed.
    pub correction: Option<String>,
    /// What it may be called in the documents; empty where they have nothing like it.
    pub counterparts: Vec<Counterpart>,
}

/// Something that a word of the question may be called in the documents.
#[derive(Clone, Debug, Serialize)]
pub struct Counterpart {
    /// The words of the corpus that count as it: the forms of one word, or two words side by side.
    pub words: Vec<String>,
    /// How it is related to the word typed.
    pub kind: Kind,
    /// How well it stands for that word, above 0 and at most 1.
    pub weight: f32,
}

/// How a counterpart is related to the word typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The same word, in whatever form and spelling.
    Same,
    /// The same compound, written together or apart.
    Compound,
    /// What the word was taken for as a slip of typing.
    Correction,
    /// Another word for it, such as a country for its people.
    OtherWord,
}

/// A sentence that was considered, and what spoke for and against it.
#[derive(Clone, Debug, Serialize)]
pub struct Considered {
    /// Its document's path relative to the corpus folder.
    pub document: String,
    /// The line on which it starts, from 1; `None` in a format that has no lines.
    pub line: Option<usize>,
    /// Where it starts in the terms of the document's format, such as a page or a row.
    pub locator: Option<String>,
    /// The first of its bytes in the document's text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The sentence, verbatim.
    pub text: String,
    /// The sentence as a person reads it.
    #[serde(skip)]
    pub reading: String,
    /// The number of the quote that shows or cites it, from 1.
    pub quote: Option<usize>,
    /// How well it answers: the sum of what its features contribute.
    pub score: f32,
    /// Every feature of the ranking.
    pub features: Vec<Part>,
    /// What each word of the question met, in the order of [`Explanation::terms`].
    pub met: Vec<Meeting>,
    /// What a careful reader objects to in it; nothing where it was not looked at closely.
    pub doubts: Vec<Doubt>,
}

/// What a word of the question met in a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Meeting {
    /// The word of the question, as typed.
    pub term: String,
    /// The words of the sentence that are its counterpart, as written there.
    pub word: Option<String>,
    /// How well these stand for it, 0 to 1.
    pub weight: f32,
    /// Whether the sentence has the very form typed.
    pub exact: bool,
    /// The word of the sentence that is nearest to it in meaning, where any is near; never one for a name.
    pub like: Option<Like>,
    /// How well the passage with its headings and its document's title meets it, 0 to 1.
    pub around: f32,
}

/// A word that is like another in meaning.
#[derive(Clone, Debug, Serialize)]
pub struct Like {
    /// The word, as written in the sentence.
    pub word: String,
    /// How near it is by word vectors beyond chance, above 0 and at most 1.
    pub nearness: f32,
}

/// One number that was weighed: a feature of a sentence or a signal of the confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Its name in [`Model::features`] or [`Model::signals`].
    pub name: &'static str,
    /// What was seen, about 0 to 1.
    pub value: f32,
    /// How much the model makes of it.
    pub weight: f32,
    /// Their product: what it adds to the sum.
    pub contribution: f32,
}

/// How sure Quoth is, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Judgement {
    /// The signals, of whose sum the logistic function is the probability; none without a sentence.
    pub signals: Vec<Part>,
    /// The probability that the best sentence answers, 0 to 1.
    pub probability: f32,
    /// The probabilities from which on Quoth answers, or says that it may.
    pub thresholds: Thresholds,
}

/// Answers `question` as [`answer`](super::answer) does, and explains how that came about, with the
/// `most` best sentences. There is nothing to explain where nothing was searched for.
///
/// # Errors
///
/// Where the index itself fails; a strange question never is an error.
pub fn explain(
    index: &Index,
    question: &str,
    settings: Settings,
    most: usize,
) -> Result<(Answer, Option<Explanation>), IndexError> {
    Ok(match search(index, question, settings, None)? {
        Ok(search) => {
            let answer = search.answer(index, question, settings)?;
            let explanation = of_search(&search, &answer, most);
            (answer, Some(explanation))
        }
        Err(reason) => (unsearched(question, reason), None),
    })
}

fn of_search(search: &Search, answer: &Answer, most: usize) -> Explanation {
    let (query, found, judged) = (&search.query, &search.found, &search.judged);
    let (ranked, model) = (&judged.looked.ranked, judged.model);
    let signals = signals::of(query, ranked);
    let parts = signals.map(|values| parts(&Model::signals(), &values, &model.confidence));
    let best = ranked.iter().take(most);
    let mut witness = Witness::new(found, query, judged);
    let considered = |ranked| witness.considered(ranked, &answer.outcome);
    let sought = |number| sought(query, number, &found.lexicon);
    Explanation {
        wanted: query.wanted,
        terms: (0..query.terms.len()).map(sought).collect(),
        passages: found.passages.len(),
        sentences: ranked.len(),
        best: best.map(considered).collect(),
        confidence: Judgement {
            signals: parts.unwrap_or_default(),
            probability: judged.confidence,
            thresholds: model.thresholds(),
        },
    }
}

fn parts(names: &[&'static str], values: &[f32], weights: &[f32]) -> Vec<Part> {
    let weighed = values.iter().zip(weights);
    let part = |(&name, (&value, &weight))| Part {
        name,
        value,
        weight,
        contribution: value * weight,
    };
    names.iter().zip(weighed).map(part).collect()
}

fn sought(query: &Query, number: usize, lexicon: &Lexicon) -> Sought {
    let term = &query.terms[number];
    let counterpart = |alternative: &Alternative| Counterpart {
        words: words(&alternative.target, lexicon),
        kind: kind(query, number, &alternative.target),
        weight: alternative.weight,
    };
    Sought {
        typed: term.typed.clone(),
        idf: term.idf,
        is_name: term.is_name,
        correction: term.correction.clone(),
        counterparts: term.alternatives.iter().map(counterpart).collect(),
    }
}

/// The words found that are met by a target; its stems where none was found.
fn words(target: &Target, lexicon: &Lexicon) -> Vec<String> {
    let forms = |stem: &str| -> Vec<String> {
        let forms = lexicon.forms(stem).into_iter().map(str::to_owned);
        let mut forms: Vec<String> = forms.collect();
        if forms.is_empty() {
            forms.push(stem.to_owned());
        }
        forms
    };
    match target {
        Target::Term(stem) => forms(stem),
        Target::Phrase(row) => {
            let phrase: Vec<String> = row.iter().map(|stem| forms(stem).swap_remove(0)).collect();
            vec![phrase.join(" ")]
        }
    }
}

/// How a target is related to the query term that is searched for as it.
fn kind(query: &Query, number: usize, target: &Target) -> Kind {
    let word = &query.terms[number].analysed;
    let is = |word: &str, stem: &str| query.known.terms(word).any(|term| term == stem);
    let is_compound = match target {
        Target::Phrase(parts) => {
            let mut splits = word.char_indices().map(|(at, _)| word.split_at(at));
            splits.any(|(start, end)| {
                matches!(&parts[..], [first, second] if is(start, first) && is(end, second))
            })
        }
        Target::Term(stem) => {
            let beside = number.saturating_sub(1)..query.terms.len().min(number + 2);
            let mut pairs = query.terms[beside].windows(2);
            pairs.any(|pair| is(&format!("{}{}", pair[0].analysed, pair[1].analysed), stem))
        }
    };
    match target {
        _ if query.terms[number].correction.is_some() => Kind::Correction,
        Target::Term(stem) if is(word, stem) => Kind::Same,
        _ if is_compound => Kind::Compound,
        _ => Kind::OtherWord,
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
