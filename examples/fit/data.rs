//! Question sets as the fit sees them: candidates with features, and which are right.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use quoth::Quoth;
use quoth::answer::{Examination, Model, Settings};
use quoth::eval;

/// A question set.
pub struct Set {
    pub questions: Vec<Question>,
}

/// One question with what there is to choose from.
pub struct Question {
    pub answerable: bool,
    /// The article that it was written about.
    pub article: String,
    /// Features of every candidate sentence, and whether it is right.
    pub candidates: Vec<(Vec<f64>, bool)>,
    examination: Examination<'static>,
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
    /// Reads a set whole.
    pub fn read(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let file = folder.join(name).join("questions.jsonl");
        Self::over(name, &[eval::corpus_beside(&file)], eval::read(&file)?)
    }

    /// Reads a set as small corpora of `size` documents each. Beside the
    /// questions about its documents, each is asked as many about others: a
    /// folder of a few documents on one subject is what most people have.
    pub fn read_in_parts(folder: &Path, name: &str, size: usize) -> anyhow::Result<Vec<Self>> {
        let file = folder.join(name).join("questions.jsonl");
        let items = eval::read(&file)?;
        let mut documents: Vec<PathBuf> = std::fs::read_dir(eval::corpus_beside(&file))?.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
        documents.sort();
        let stem = |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let parts = documents.chunks(size).map(|part| {
            let inside: BTreeSet<String> = part.iter().filter_map(stem).collect();
            let is_inside = |item: &&eval::Item| item.about_doc.as_ref().is_some_and(|document| inside.contains(document));
            let mut asked: Vec<eval::Item> = items.iter().filter(is_inside).cloned().collect();
            let others: Vec<&eval::Item> = items.iter().filter(|item| !is_inside(item) && !item.gold_docs.iter().any(|gold| inside.contains(gold))).collect();
            let step = (others.len() / asked.len().max(1)).max(1);
            let far = others.into_iter().step_by(step).take(asked.len()).cloned().map(|item| eval::Item { answerable: false, ..item });
            asked.extend(far.collect::<Vec<_>>());
            Self::over(name, part, asked)
        });
        parts.collect()
    }

    fn over(name: &str, corpus: &[PathBuf], items: Vec<eval::Item>) -> anyhow::Result<Self> {
        // Examinations borrow the index; this program ends with them.
        let quoth: &'static Quoth = Box::leak(Box::new(Quoth::open(corpus, Settings::default())?));
        let questions = items.into_iter().map(|item| {
            let examination = quoth.examine(&item.question)?;
            let values = |features: &[f32]| features.iter().map(|value| f64::from(*value)).collect();
            let candidates = examination.sentences().map(|(document, text, features)| (values(features), item.is_right(document, text))).collect();
            let article = item.about_doc.or_else(|| item.gold_docs.first().cloned()).unwrap_or(item.question);
            Ok(Question { answerable: item.answerable, article, candidates, examination })
        });
        let questions = questions.collect::<anyhow::Result<Vec<_>>>().with_context(|| format!("the set {name}"))?;
        Ok(Self { questions })
    }
}

impl Question {
    /// Whether some of its candidates are right and some are not.
    pub fn can_teach_ranking(&self) -> bool {
        self.candidates.iter().any(|(_, right)| *right) && !self.candidates.iter().all(|(_, right)| *right)
    }

    /// The signals of the confidence under a model, and whether the first sentence is right.
    pub fn signals(&self, model: &Model) -> (Vec<f64>, bool) {
        let weighed = self.examination.weigh(model);
        let right = weighed.order.first().is_some_and(|first| self.candidates[*first].1);
        (weighed.signals.iter().map(|value| f64::from(*value)).collect(), right)
    }

    pub fn judge(&self, model: &Model) -> Judged {
        let weighed = self.examination.weigh(model);
        let rank = weighed.order.iter().position(|place| self.candidates[*place].1);
        let answered = weighed.confidence >= model.threshold();
        Judged { answerable: self.answerable, answered, confidence: f64::from(weighed.confidence), rank }
    }

    /// Which part of a cross-validation its article falls into (FNV-1a: stable across runs).
    pub fn fold(&self, folds: usize) -> usize {
        let hash = self.article.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        usize::try_from(hash % folds as u64).unwrap_or(0)
    }
}
