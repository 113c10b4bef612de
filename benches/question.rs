//! How long a question takes, next to the bare passage search for its words.
//!
//! `cargo bench -- FILE` asks the questions of a set (the format of `quoth
//! eval`); without a file, every sentence of the shipped corpus is a question.
//! Each is answered and its words are searched for, in turns in one run, so
//! that a busy machine slows both. What counts is the ratio of the medians.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use quoth::Quoth;
use quoth::answer::{Settings, answer};
use quoth::corpus::Document;
use quoth::eval;
use quoth::index::{analyser, english};
use quoth::ingest::Origin;

/// Rounds over all questions; the first warms up and is not counted.
const ROUNDS: usize = 6;
/// Passages that the bare search asks for: as many as answering does.
const PASSAGES: usize = 40;

fn main() -> anyhow::Result<()> {
    // Cargo adds options of its own.
    let file = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let shipped = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let root = file
        .as_ref()
        .map_or_else(shipped, |file| eval::corpus_beside(Path::new(file)));
    let start = Instant::now();
    let index = Quoth::open(Origin::in_memory(&[root]), Settings::default(), |_| {})?.index();
    let opening = start.elapsed();
    let documents = &index.corpus().documents;
    let questions: Vec<String> = match &file {
        Some(file) => {
            let items = eval::read(Path::new(file))?.into_iter();
            items.map(|item| item.question).collect()
        }
        None => documents
            .iter()
            .flat_map(|document| sentences(document))
            .collect(),
    };
    let (mut answering, mut searching) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        for question in &questions {
            let start = Instant::now();
            answer(&index, question, Settings::default())?;
            let answered = start.elapsed();
            let terms: Vec<String> = content(question);
            let words: Vec<_> = terms
                .iter()
                .map(|term| vec![(term.as_str(), 1.0)])
                .collect();
            let start = Instant::now();
            index.retrieve(&words, PASSAGES)?;
            if round > 0 {
                answering.push(answered);
                searching.push(start.elapsed());
            }
        }
    }
    let (answered, searched) = (median(&mut answering), median(&mut searching));
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    println!("reading and indexing {bytes} bytes: {opening:.1?}");
    println!(
        "{} questions, median: answered in {answered:.1?}, searched in {searched:.1?}",
        questions.len()
    );
    println!(
        "ratio: {:.1}",
        answered.as_secs_f64() / searched.as_secs_f64()
    );
    Ok(())
}

/// The sentences of a document as a person reads them.
fn sentences(document: &Document) -> Vec<String> {
    let sentences = document.passages.iter().flat_map(|p| &p.sentences);
    let readings = sentences.map(|sentence| document.reading(sentence).into_owned());
    readings.collect()
}

/// The terms of a question that say something.
fn content(question: &str) -> Vec<String> {
    let tokens = analyser::analyse(question).into_iter();
    tokens
        .filter(|token| !token.is_stop_word())
        .map(|token| english::term(&token.word))
        .collect()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
