//! Question sets as the fit sees them: candidates with features, and which are right.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use quoth::Quoth;
use quoth::answer::{self, Examination, Model, Settings};
use quoth::eval;
use quoth::index::Index;
use quoth::ingest::Origin;

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
    pub confidence: f32,
    /// The place of the first right sentence, from 0.
    pub rank: Option<usize>,
}

impl Set {
    /// Reads a set whole.
    pub fn read(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let file = folder.join(name).join("questions.jsonl");
        Self::over(name, &[eval::corpus_beside(&file)], eval::read(&file)?)
    }

    /// Reads a set as small corpora of `size` documents each, and of each
    /// document only every other paragraph: a folder of a few documents is what
    /// most people have, and they ask what is near the subject and not in it. A
    /// document alone is shared out among [`FILES`], which then are about one
    /// subject. Each corpus is asked all questions that its documents answered
    /// as wholes, and half as many about others.
    pub fn read_in_parts(folder: &Path, name: &str, size: usize) -> anyhow::Result<Vec<Self>> {
        let file = folder.join(name).join("questions.jsonl");
        let mut items = eval::read(&file)?;
        // What was written to look answerable is asked of the whole set.
        items.retain(|item| item.answerable);
        let mut documents: Vec<PathBuf> = std::fs::read_dir(eval::corpus_beside(&file))?
            .map(|entry| Ok(entry?.path()))
            .collect::<anyhow::Result<_>>()?;
        documents.sort();
        let mut sets = Vec::new();
        for part in documents.chunks(size) {
            let inside: BTreeSet<String> = part
                .iter()
                .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
                .collect();
            let is_inside = |item: &&eval::Item| {
                item.about_doc
                    .as_ref()
                    .is_some_and(|document| inside.contains(document))
            };
            let near: Vec<&eval::Item> = items.iter().filter(is_inside).collect();
            let far: Vec<&eval::Item> = items
                .iter()
                .filter(|item| {
                    !is_inside(item) && !item.gold_docs.iter().any(|gold| inside.contains(gold))
                })
                .collect();
            for parity in 0..2 {
                let (corpus, kept) = every_other_paragraph(part, parity)?;
                let answerable = |item: &eval::Item| {
                    let mut gold = item.gold_sentences.iter();
                    gold.any(|gold| kept.contains(gold.trim()))
                };
                let mut asked: Vec<eval::Item> = near
                    .iter()
                    .map(|item| eval::Item {
                        answerable: answerable(item),
                        gold_docs: item.gold_docs.iter().flat_map(|doc| files(doc)).collect(),
                        ..(*item).clone()
                    })
                    .collect();
                let step = (2 * far.len() / asked.len().max(1)).max(1);
                asked.extend(
                    far.iter()
                        .skip(parity)
                        .step_by(step)
                        .take(asked.len() / 2)
                        .map(|item| eval::Item {
                            answerable: false,
                            ..(*item).clone()
                        }),
                );
                // An answer that stands in what was left out by chance elsewhere is no lesson.
                asked
                    .iter_mut()
                    .filter(|item| !item.answerable)
                    .for_each(|item| item.answers.clear());
                sets.push(Self::over(name, &[corpus.path().to_owned()], asked)?);
            }
        }
        Ok(sets)
    }

    fn over(name: &str, corpus: &[PathBuf], items: Vec<eval::Item>) -> anyhow::Result<Self> {
        let origin = Origin::in_memory(corpus);
        let index = Quoth::open(origin, Settings::default(), |_| {})?.index();
        // Examinations borrow the index; this program ends with them.
        let index: &'static Index = Box::leak(Box::new(index));
        let questions = items.into_iter().map(|item| {
            let examination = answer::examine(index, &item.question)?;
            let values =
                |features: &[f32]| features.iter().map(|value| f64::from(*value)).collect();
            let candidates = examination
                .sentences()
                .map(|(document, text, features)| (values(features), item.is_right(document, text)))
                .collect();
            let article = item
                .about_doc
                .or_else(|| item.gold_docs.first().cloned())
                .unwrap_or(item.question);
            Ok(Question {
                answerable: item.answerable,
                article,
                candidates,
                examination,
            })
        });
        let questions = questions
            .collect::<anyhow::Result<Vec<_>>>()
            .with_context(|| format!("the set {name}"))?;
        Ok(Self { questions })
    }
}

/// Files that a document which is a corpus of its own is shared out among.
const FILES: usize = 5;

/// The names of the files, without ending, that a document may stand in.
fn files(document: &str) -> impl Iterator<Item = String> {
    let shared = (0..FILES).map(move |file| format!("{document} {file}"));
    std::iter::once(document.to_owned()).chain(shared)
}

/// A folder with every other paragraph (a line each) of `documents` under their titles, and all of its text.
fn every_other_paragraph(
    documents: &[PathBuf],
    parity: usize,
) -> anyhow::Result<(tempfile::TempDir, String)> {
    let folder = tempfile::tempdir()?;
    let mut all = String::new();
    for path in documents {
        let text = std::fs::read_to_string(path)?;
        let (title, body) = text.split_once("\n\n").unwrap_or(("", &text));
        let mut kept: Vec<&str> = body
            .lines()
            .filter(|line| !line.trim().is_empty())
            .enumerate()
            .filter(|(number, _)| number % 2 == parity)
            .map(|(_, line)| line)
            .collect();
        if kept.is_empty() {
            // Its title then stands alone.
            kept.push("");
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let shares = if documents.len() == 1 { FILES } else { 1 };
        let names = files(&name).skip(usize::from(shares > 1));
        for (paragraphs, name) in kept.chunks(kept.len().div_ceil(shares).max(1)).zip(names) {
            let text = format!("{title}\n\n{}\n", paragraphs.join("\n"));
            std::fs::write(folder.path().join(format!("{name}.txt")), &text)?;
            all.push_str(&text);
        }
    }
    Ok((folder, all))
}

impl Question {
    /// Whether some of its candidates are right and some are not.
    pub fn can_teach_ranking(&self) -> bool {
        self.candidates.iter().any(|(_, right)| *right)
            && !self.candidates.iter().all(|(_, right)| *right)
    }

    /// The signals of the confidence under a model, and whether the first sentence is right.
    pub fn signals(&self, model: &Model) -> (Vec<f64>, bool) {
        let weighed = self.examination.weigh(model);
        let right = weighed
            .order
            .first()
            .is_some_and(|first| self.candidates[*first].1);
        (
            weighed
                .signals
                .iter()
                .map(|value| f64::from(*value))
                .collect(),
            right,
        )
    }

    pub fn judge(&self, model: &Model) -> Judged {
        let weighed = self.examination.weigh(model);
        let rank = weighed
            .order
            .iter()
            .position(|place| self.candidates[*place].1);
        let answered = weighed.confidence >= model.threshold();
        Judged {
            answerable: self.answerable,
            answered,
            confidence: weighed.confidence,
            rank,
        }
    }

    /// Which part of a cross-validation its article falls into (FNV-1a: stable across runs).
    pub fn fold(&self, folds: usize) -> usize {
        let hash = self
            .article
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        usize::try_from(hash % folds as u64).unwrap_or(0)
    }
}
