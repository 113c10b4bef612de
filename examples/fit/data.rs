//! Question sets as the fit sees them: candidates with features, and which are right.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use quoth::Quoth;
use quoth::answer::{self, Before, Examination, Model, Place, Settings};
use quoth::eval::{self, Outcomes};
use quoth::ingest::Origin;

/// Candidates of a question that the reader's weight is learned from: those that
/// it read, and the next.
const MOST_CANDIDATES: usize = 24;
/// What is asked at most, so that the fit takes minutes: questions and turns of one corpus, small
/// corpora of one group, and questions about the documents of a small one.
const MOST_QUESTIONS: usize = 600;
const MOST_CORPORA: usize = 12;
const MOST_NEAR: usize = 40;
/// The same of turns, and of questions in other languages where not all of their documents are asked.
const MOST_OTHERS: usize = 300;
/// The same of other languages, where all of their documents are asked: as many as there are, since
/// the bars of the languages lie closer together than what 300 questions tell apart.
const MOST_ELSEWHERE: usize = 1_200;
/// Sets in other languages than English, each asked of all its documents, of half of them, and of a
/// few at a time.
pub const OTHER_LANGUAGES: &[&str] = &[
    "xquad-de", "xquad-es", "xquad-ru", "xquad-zh", "xquad-ar", "xquad-el", "xquad-vi",
];
/// Sets in these languages about documents in English, asked of the same: `across.py` makes them.
pub const ACROSS: &[&str] = &[
    "across-de",
    "across-es",
    "across-ru",
    "across-zh",
    "across-ar",
    "across-el",
    "across-vi",
];
/// Articles that the reader was trained on, one a line.
const TAUGHT: &str = include_str!("../train_reader/taught.txt");

/// One question with what there is to choose from.
pub struct Question {
    pub answerable: bool,
    /// The article that it was written about.
    pub article: String,
    /// Features of every candidate sentence, and whether it is right, in the order of the shipped ranking.
    candidates: Vec<(Vec<f64>, bool)>,
    examination: Examination,
}

/// Reads a set whole.
pub fn read(folder: &Path, name: &str) -> anyhow::Result<Vec<Question>> {
    let file = folder.join(name).join("questions.jsonl");
    let items = eval::read(&file)?;
    let is_turn = items.iter().any(|item| item.before.is_some());
    let most = match name {
        name if OTHER_LANGUAGES.contains(&name) => MOST_ELSEWHERE,
        name if is_turn || ACROSS.contains(&name) => MOST_OTHERS,
        _ => MOST_QUESTIONS,
    };
    over(name, &[eval::corpus_beside(&file)], items, most)
}

/// Reads a set with every other of its documents, and asks all of its questions.
pub fn read_half(folder: &Path, name: &str) -> anyhow::Result<Vec<Question>> {
    let file = folder.join(name).join("questions.jsonl");
    let half = tempfile::tempdir()?;
    let mut inside = BTreeSet::new();
    for path in documents(&file)?.iter().step_by(2) {
        let name = path.file_name().unwrap_or_default();
        std::fs::copy(path, half.path().join(name))?;
        inside.insert(stem(path).into_owned());
    }
    let mut items = eval::read(&file)?;
    for item in &mut items {
        item.answerable = item.gold_docs.iter().any(|gold| inside.contains(gold));
    }
    over(name, &[half.path().to_owned()], items, MOST_OTHERS)
}

/// Reads a set of short documents as corpora of one whole document each, asked all questions about
/// it.
pub fn read_each(folder: &Path, name: &str) -> anyhow::Result<Vec<Question>> {
    let file = folder.join(name).join("questions.jsonl");
    let items = eval::read(&file)?;
    let mut questions = Vec::new();
    for path in documents(&file)? {
        let asked = items.iter().filter(|item| article(item) == stem(&path));
        let asked = asked.cloned().collect();
        let corpus = std::slice::from_ref(&path);
        questions.extend(over(name, corpus, asked, MOST_QUESTIONS)?);
    }
    Ok(questions)
}

/// Reads a set as small corpora of `size` documents each, and of each
/// document only every other paragraph: a folder of a few documents is what
/// most people have, and they ask what is near the subject and not in it. A
/// document alone is shared out among [`FILES`], which then are about one
/// subject. Each corpus is asked questions that its documents answered as
/// wholes, and half as many about others. To each come `most` of the
/// `unrelated` documents, others each time.
pub fn read_in_parts(
    folder: &Path,
    name: &str,
    size: usize,
    unrelated: &[PathBuf],
    most: usize,
) -> anyhow::Result<Vec<Question>> {
    let file = folder.join(name).join("questions.jsonl");
    let mut items = eval::read(&file)?;
    // What was written to look answerable is asked of the whole set.
    items.retain(|item| item.answerable);
    let mut documents = documents(&file)?;
    documents.retain(|path| !is_taught(&stem(path)));
    let step = documents.len().div_ceil(size * MOST_CORPORA);
    let mut questions = Vec::new();
    let mut strangers = unrelated.chunks(most.max(1)).cycle();
    for (number, part) in documents.chunks(size).step_by(step).enumerate() {
        let inside: BTreeSet<_> = part.iter().map(|path| stem(path)).collect();
        let is_inside = |document: &String| inside.contains(document.as_str());
        let (near, mut far): (Vec<&eval::Item>, Vec<&eval::Item>) = items
            .iter()
            .partition(|item| item.about_doc.as_ref().is_some_and(is_inside));
        far.retain(|item| !item.gold_docs.iter().any(is_inside));
        let (corpus, kept) = every_other_paragraph(part, number % 2)?;
        let near = spread(near, MOST_NEAR).into_iter().map(|item| eval::Item {
            answerable: (item.gold_sentences.iter()).any(|gold| kept.contains(gold.trim())),
            gold_docs: item.gold_docs.iter().flat_map(|doc| files(doc)).collect(),
            ..item.clone()
        });
        let mut asked: Vec<eval::Item> = near.collect();
        let others = far.len().min(asked.len() / 2);
        asked.extend(spread(far, others).into_iter().map(|item| eval::Item {
            answerable: false,
            ..item.clone()
        }));
        let mut roots = vec![corpus.path().to_owned()];
        if most > 0 {
            roots.extend(strangers.next().into_iter().flatten().cloned());
        }
        questions.extend(over(name, &roots, asked, MOST_QUESTIONS)?);
    }
    Ok(questions)
}

fn over(
    name: &str,
    corpus: &[PathBuf],
    mut items: Vec<eval::Item>,
    most: usize,
) -> anyhow::Result<Vec<Question>> {
    items.retain(|item| !is_taught(article(item)));
    let items = spread(items, most).into_iter();
    let origin = Origin::in_memory(corpus);
    let index = Quoth::open(origin, Settings::default(), |_| {})?.index();
    let names = names(corpus)?;
    let questions = items.map(|item| {
        // A turn of a conversation is asked of the document that it is about.
        let about = Place {
            document: names.get(article(&item)).cloned().unwrap_or_default(),
            span: (0..0).into(),
        };
        let before = item.before.as_deref().map(|question| Before::Beside {
            question,
            place: &about,
        });
        let examination = answer::examine(&index, &item.question, before)?;
        let values = |features: &[f32]| features.iter().map(|value| f64::from(*value)).collect();
        let candidates = examination
            .sentences()
            .map(|(document, text, features)| (values(features), item.is_right(document, text)))
            .collect();
        Ok(Question {
            answerable: item.answerable,
            article: article(&item).to_owned(),
            candidates,
            examination,
        })
    });
    let questions = questions.collect::<anyhow::Result<Vec<_>>>();
    questions.with_context(|| format!("the set {name}"))
}

/// The documents beside the questions in `file`, in the order of their names.
pub fn documents(file: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut documents = std::fs::read_dir(eval::corpus_beside(file))?
        .map(|entry| Ok(entry?.path()))
        .collect::<anyhow::Result<Vec<PathBuf>>>()?;
    documents.sort();
    Ok(documents)
}

/// The name of a document without its ending.
fn stem(path: &Path) -> Cow<'_, str> {
    path.file_stem().unwrap_or_default().to_string_lossy()
}

/// The files in `folders` by their name without ending.
fn names(folders: &[PathBuf]) -> anyhow::Result<HashMap<String, String>> {
    let mut names = HashMap::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for entry in std::fs::read_dir(folder)? {
            let file = PathBuf::from(entry?.file_name());
            let name = file.to_string_lossy().into_owned();
            names.insert(stem(&file).into_owned(), name);
        }
    }
    Ok(names)
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
            .skip(parity)
            .step_by(2)
            .collect();
        if kept.is_empty() {
            // Its title then stands alone.
            kept.push("");
        }
        let name = stem(path);
        let shares = if documents.len() == 1 { FILES } else { 1 };
        let names = files(&name).skip(usize::from(shares > 1));
        for (paragraphs, name) in kept.chunks(kept.len().div_ceil(shares)).zip(names) {
            let text = format!("{title}\n\n{}\n", paragraphs.join("\n"));
            std::fs::write(folder.path().join(format!("{name}.txt")), &text)?;
            all.push_str(&text);
        }
    }
    Ok((folder, all))
}

impl Question {
    /// Features of the candidates that a model can learn to order, and whether each is right;
    /// `None` where that teaches nothing, since all are right or none is.
    pub fn choice(&self, reads: bool) -> Option<Vec<(Vec<f64>, bool)>> {
        let most = if reads { MOST_CANDIDATES } else { usize::MAX };
        let known = self.candidates.iter().take(most);
        let choice: Vec<(Vec<f64>, bool)> = known
            .map(|(features, right)| (without_reader(features, &Model::features(), reads), *right))
            .collect();
        let right = choice.iter().filter(|(_, right)| *right).count();
        (0 < right && right < choice.len()).then_some(choice)
    }

    /// The signals of the confidence under a model, and whether the first sentence is right.
    pub fn signals(&self, model: &Model, reads: bool) -> (Vec<f64>, bool) {
        let weighed = self.examination.weigh(model);
        let first = weighed.order.first();
        let right = first.is_some_and(|first| self.candidates[*first].1);
        let signals: Vec<f64> = weighed.signals.iter().copied().map(f64::from).collect();
        (without_reader(&signals, &Model::signals(), reads), right)
    }

    pub fn judge(&self, model: &Model) -> Outcomes {
        let weighed = self.examination.weigh(model);
        let mut right = weighed.order.iter().map(|place| self.candidates[*place].1);
        let rank = right.position(|right| right).map(|place| place + 1);
        let grade = model.thresholds().grade(weighed.confidence);
        Outcomes::new(weighed.confidence, grade, rank)
    }

    /// Which part of a cross-validation its article falls into.
    pub fn fold(&self, folds: usize) -> usize {
        usize::try_from(hash(&self.article) % folds as u64).unwrap_or(0)
    }
}

/// The values, without those that only the reader gives unless it `reads`: a
/// value that is always 0 gets no weight.
fn without_reader(values: &[f64], names: &[&str], reads: bool) -> Vec<f64> {
    let hidden = |name: &&str| !reads && name.starts_with("reader");
    let pairs = values.iter().zip(names);
    pairs
        .map(|(value, name)| if hidden(name) { 0.0 } else { *value })
        .collect()
}

/// The article that a question was written about, or the question itself where that is not known.
fn article(item: &eval::Item) -> &str {
    let known = item.about_doc.as_ref().or(item.gold_docs.first());
    known.unwrap_or(&item.question)
}

/// Whether the reader was trained on an article: what it says there is surer than
/// it will ever be again, and teaches nothing.
fn is_taught(article: &str) -> bool {
    let (whole, _) = article.rsplit_once(' ').unwrap_or((article, ""));
    let mut taught = TAUGHT.lines();
    taught.any(|taught| taught == article || taught == whole)
}

/// At most so many, evenly spread over all.
fn spread<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let length = all.len();
    let is_taken = |place: usize| place * most / length != (place + 1) * most / length;
    let places = all.into_iter().enumerate();
    let taken = places.filter(|(place, _)| length <= most || is_taken(*place));
    taken.map(|(_, item)| item).collect()
}

/// A number that is the same in every run (FNV-1a).
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
