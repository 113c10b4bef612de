//! Measures answers on a question set.
//!
//! A set is a file of JSON lines, one question each, beside a `docs` folder of
//! the documents it is about. A quote is right when it stands in a gold
//! document and contains one of the answers.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Quoth;
use crate::answer::{Outcome, Quote};

/// Bins of the expected calibration error, as is usual since Guo et al. (2017).
const BINS: usize = 10;

/// One question of a set.
#[derive(Clone, Debug, Deserialize)]
pub struct Item {
    /// As asked.
    pub question: String,
    /// Whether the documents answer it.
    pub answerable: bool,
    /// Strings of which a right sentence contains at least one.
    #[serde(default)]
    pub answers: Vec<String>,
    /// File names, without their ending, in which a right sentence stands.
    #[serde(default)]
    pub gold_docs: Vec<String>,
    /// Sentences that hold the answer, to show beside a miss.
    #[serde(default)]
    pub gold_sentences: Vec<String>,
    /// The document that the question was written about.
    #[serde(default)]
    pub about_doc: Option<String>,
}

impl Item {
    /// Nothing could be right for an answerable question without answers or documents.
    fn checked(self) -> serde_json::Result<Self> {
        let complete = !self.answerable || !(self.answers.is_empty() || self.gold_docs.is_empty());
        if complete { Ok(self) } else { Err(serde::de::Error::custom("an answerable question needs answers and gold_docs")) }
    }

    /// Whether a sentence answers: it stands in a gold document and contains
    /// one of the answers, white space folded and case ignored.
    #[must_use]
    pub fn is_right(&self, document: &str, sentence: &str) -> bool {
        let name = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
        let sentence = fold(sentence);
        self.gold_docs.iter().any(|gold| gold == name) && self.answers.iter().any(|answer| sentence.contains(&fold(answer)))
    }
}

/// Why a set cannot be measured on.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    /// The file cannot be read.
    #[error("cannot read the question set {}: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        error: std::io::Error,
    },
    /// A line is no question.
    #[error("{}:{line}: {}\nhint: quoth eval --help shows the format", path.display(), error.to_string().replace(" at line 1 column", " at column"))]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        error: serde_json::Error,
    },
    /// It has no question.
    #[error("{} holds no question", .0.display())]
    Empty(PathBuf),
    /// The index failed.
    #[error(transparent)]
    Index(#[from] crate::index::IndexError),
}

/// How one question went.
#[derive(Debug)]
pub struct Outcomes {
    confidence: f32,
    answered: bool,
    /// The rank of the first right quote, from 1, with abstaining off.
    rank: Option<usize>,
    /// The first quote with its document and line, where there is any.
    first: Option<String>,
    time: Duration,
}

/// An answerable question whose first quote is not right.
#[derive(Debug, Serialize)]
pub struct Miss<'a> {
    /// The question.
    pub question: &'a str,
    /// How sure Quoth was of the wrong quote.
    pub confidence: f32,
    /// The sentences that hold the answer; where the set does not name them, the answers.
    pub wanted: &'a [String],
    /// The first quote with its document and line, where there was any.
    pub got: Option<&'a str>,
}

/// What was measured, over the questions of a set. Shares are 0 to 1.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// How many questions, and how many of them the documents answer.
    pub questions: usize,
    /// See `questions`.
    pub answerable: usize,
    /// First quote right, over answerable questions, with abstaining off.
    pub hit_1: f64,
    /// One of the first three right.
    pub hit_3: f64,
    /// Mean of one over the rank of the first right quote.
    pub mrr: f64,
    /// First quote right with abstaining on: declining counts as a miss.
    pub hit_1_answered: f64,
    /// One of the first three right with abstaining on.
    pub hit_3_answered: f64,
    /// Chance that an answerable question has the higher confidence of a pair; null where all or none are.
    pub auroc: Option<f64>,
    /// Mean of the shares of answerable questions answered and of others declined.
    pub balanced_accuracy: Option<f64>,
    /// Mean gap between confidence and the share of right first quotes, over ten bins.
    pub calibration_error: f64,
    /// Median time of a question, in milliseconds.
    pub p50_ms: f64,
    /// The time that 95 % of questions stay below, in milliseconds.
    pub p95_ms: f64,
}

/// Reads a question set.
///
/// # Errors
///
/// Where the file cannot be read, is empty, or a line is no question.
pub fn read(path: &Path) -> Result<Vec<Item>, EvalError> {
    let text = std::fs::read_to_string(path).map_err(|error| EvalError::Unreadable { path: path.to_owned(), error })?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let item = |(number, line)| {
        let item = serde_json::from_str(line).and_then(Item::checked);
        item.map_err(|error| EvalError::Malformed { path: path.to_owned(), line: number + 1, error })
    };
    let items: Vec<Item> = lines.map(item).collect::<Result<_, _>>()?;
    if items.is_empty() { Err(EvalError::Empty(path.to_owned())) } else { Ok(items) }
}

/// The corpus that belongs to a question set: the folder `docs` beside it.
#[must_use]
pub fn corpus_beside(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join("docs")
}

/// Asks one question of a set.
///
/// # Errors
///
/// Where the index fails.
pub fn ask(quoth: &Quoth, item: &Item) -> Result<Outcomes, EvalError> {
    let start = Instant::now();
    let answer = quoth.answer(&item.question)?;
    let time = start.elapsed();
    let (answered, quotes) = match &answer.outcome {
        Outcome::Found(quotes) => (true, quotes),
        Outcome::Abstained { closest, .. } => (false, closest),
    };
    let right = |quote: &Quote| quote.citations.iter().any(|citation| item.is_right(&citation.document, &citation.text));
    let rank = quotes.iter().position(right).map(|place| place + 1);
    let first = quotes.first().map(|quote| quote.citations.first().map_or(String::new(), |c| format!("{}:{}: ", c.document, c.line)) + &quote.reading);
    Ok(Outcomes { confidence: answer.confidence, answered, rank, first, time })
}

/// The `most` worst misses, the surest first.
#[must_use]
pub fn misses<'a>(items: &'a [Item], outcomes: &'a [Outcomes], most: usize) -> Vec<Miss<'a>> {
    let wrong = items.iter().zip(outcomes).filter(|(item, outcome)| item.answerable && outcome.rank != Some(1));
    let mut misses: Vec<Miss<'_>> = wrong
        .map(|(item, outcome)| Miss {
            question: &item.question,
            confidence: outcome.confidence,
            wanted: if item.gold_sentences.is_empty() { &item.answers } else { &item.gold_sentences },
            got: outcome.first.as_deref(),
        })
        .collect();
    misses.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    misses.truncate(most);
    misses
}

impl fmt::Display for Miss<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (wanted, got) = (self.wanted.join(" / "), self.got.unwrap_or("nothing"));
        write!(f, "MISSED {} (confidence {:.2})\n  wanted: {wanted}\n  got: {got}", self.question, self.confidence)
    }
}

impl Figures {
    /// The figures of a set; `items` and `outcomes` go together.
    #[must_use]
    pub fn of(items: &[Item], outcomes: &[Outcomes]) -> Self {
        let pairs: Vec<(&Item, &Outcomes)> = items.iter().zip(outcomes).collect();
        let answerable: Vec<&Outcomes> = pairs.iter().filter(|(item, _)| item.answerable).map(|(_, outcome)| *outcome).collect();
        let hits = |most: usize, answered: bool| {
            share(answerable.iter().filter(|o| o.rank.is_some_and(|rank| rank <= most) && (!answered || o.answered)).count(), answerable.len())
        };
        let answered = share(answerable.iter().filter(|o| o.answered).count(), answerable.len());
        let others = pairs.len() - answerable.len();
        let declined = share(pairs.iter().filter(|(item, o)| !item.answerable && !o.answered).count(), others);
        let mixed = others > 0 && !answerable.is_empty();
        let mut times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.time).collect();
        times.sort_unstable();
        let quantile = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).map_or(0.0, |t| t.as_secs_f64() * 1e3);
        Self {
            questions: pairs.len(),
            answerable: answerable.len(),
            hit_1: hits(1, false),
            hit_3: hits(3, false),
            mrr: answerable.iter().filter_map(|o| o.rank).map(|rank| 1.0 / rank as f64).sum::<f64>() / answerable.len().max(1) as f64,
            hit_1_answered: hits(1, true),
            hit_3_answered: hits(3, true),
            auroc: mixed.then(|| auroc(&pairs)),
            balanced_accuracy: mixed.then_some(f64::midpoint(answered, declined)),
            calibration_error: calibration_error(&pairs),
            p50_ms: quantile(50),
            p95_ms: quantile(95),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let optional = |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{share:.3}"));
        writeln!(f, "questions          {}, of which answerable {}", self.questions, self.answerable)?;
        writeln!(f, "hit@1              {:.3}, with abstaining {:.3}", self.hit_1, self.hit_1_answered)?;
        writeln!(f, "hit@3              {:.3}, with abstaining {:.3}", self.hit_3, self.hit_3_answered)?;
        writeln!(f, "MRR                {:.3}", self.mrr)?;
        writeln!(f, "AUROC              {}", optional(self.auroc))?;
        writeln!(f, "balanced accuracy  {}", optional(self.balanced_accuracy))?;
        writeln!(f, "calibration error  {:.3}", self.calibration_error)?;
        write!(f, "time               p50 {:.1} ms, p95 {:.1} ms", self.p50_ms, self.p95_ms)
    }
}

/// The area under the receiver operating characteristic of the confidence, by ranks; ties count half.
fn auroc(pairs: &[(&Item, &Outcomes)]) -> f64 {
    let mut sorted: Vec<(f32, bool)> = pairs.iter().map(|(item, outcome)| (outcome.confidence, item.answerable)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = sorted.iter().filter(|(_, answerable)| *answerable).count() as f64;
    let negatives = sorted.len() as f64 - positives;
    let (mut below, mut wins) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0 == b.0) {
        let ups = tied.iter().filter(|(_, answerable)| *answerable).count() as f64;
        let downs = tied.len() as f64 - ups;
        wins += ups * (below + downs / 2.0);
        below += downs;
    }
    wins / (positives * negatives)
}

/// Expected calibration error of the confidence against "the first quote is right".
fn calibration_error(pairs: &[(&Item, &Outcomes)]) -> f64 {
    let mut bins = [(0.0_f64, 0.0_f64); BINS];
    for (_, outcome) in pairs {
        let bin = ((outcome.confidence * BINS as f32) as usize).min(BINS - 1);
        bins[bin].0 += f64::from(outcome.confidence);
        bins[bin].1 += f64::from(u8::from(outcome.rank == Some(1)));
    }
    bins.iter().map(|(confidence, right)| (confidence - right).abs()).sum::<f64>() / pairs.len().max(1) as f64
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// White space folded, case ignored.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
