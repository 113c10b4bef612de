//! Question sets as the fit sees them: candidates with features, and which are right.

use std::path::Path;

use anyhow::Context as _;
use quoth::Quoth;
use quoth::answer::{Examined, Model, Settings};
use quoth::eval;

/// A question set with its indexed documents.
pub struct Set {
    pub name: String,
    pub questions: Vec<Question>,
    quoth: Quoth,
}

/// One question with what there is to choose from.
pub struct Question {
    pub answerable: bool,
    /// The article that it was written about.
    pub article: String,
    /// Features of every candidate sentence, and whether it is right.
    pub candidates: Vec<(Vec<f64>, bool)>,
    item: eval::Item,
}

/// How a question went under a model.
pub struct Judged {
    pub answerable: bool,
    pub answered: bool,
    pub confidence: f64,
    /// The place of the first right sentence, from 0.
    pub rank: Option<usize>,
}

impl Set {
    pub fn read(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let file = folder.join(name).join("questions.jsonl");
        let quoth = Quoth::open(&[eval::corpus_beside(&file)], Settings::default())?;
        let unfitted = Model::new(&[], &[], 0.0);
        let questions = eval::read(&file)?.into_iter().map(|item| {
            let candidates = quoth.examine(&item.question, &unfitted)?.sentences;
            let candidates = candidates.iter().map(|sentence| (sentence.features.iter().map(|value| f64::from(*value)).collect(), is_right(&item, sentence)));
            let article = item.about_doc.clone().or_else(|| item.gold_docs.first().cloned()).unwrap_or_else(|| item.question.clone());
            Ok(Question { answerable: item.answerable, article, candidates: candidates.collect(), item })
        });
        let questions = questions.collect::<anyhow::Result<Vec<_>>>().with_context(|| format!("the set {name}"))?;
        Ok(Self { name: name.to_owned(), questions, quoth })
    }

    /// The signals of the confidence under a model, and whether the first sentence is right.
    pub fn signals(&self, question: &Question, model: &Model) -> anyhow::Result<(Vec<f64>, bool)> {
        let examined = self.quoth.examine(&question.item.question, model)?;
        let right = examined.sentences.first().is_some_and(|first| is_right(&question.item, first));
        Ok((examined.signals.iter().map(|value| f64::from(*value)).collect(), right))
    }

    pub fn judge(&self, question: &Question, model: &Model) -> anyhow::Result<Judged> {
        let examined = self.quoth.examine(&question.item.question, model)?;
        let rank = examined.sentences.iter().position(|sentence| is_right(&question.item, sentence));
        let answered = examined.confidence >= model.threshold();
        Ok(Judged { answerable: question.answerable, answered, confidence: f64::from(examined.confidence), rank })
    }
}

impl Question {
    /// Whether some of its candidates are right and some are not.
    pub fn can_teach_ranking(&self) -> bool {
        self.candidates.iter().any(|(_, right)| *right) && !self.candidates.iter().all(|(_, right)| *right)
    }

    /// Which part of a cross-validation its article falls into (FNV-1a: stable across runs).
    pub fn fold(&self, folds: usize) -> usize {
        let hash = self.article.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        usize::try_from(hash % folds as u64).unwrap_or(0)
    }
}

fn is_right(item: &eval::Item, sentence: &Examined) -> bool {
    item.is_right(&sentence.document, &sentence.text)
}
