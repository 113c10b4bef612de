//! How long a question takes: with the reader, when it is asked again, without
//! the reader, and next to them the bare passage search for its words.
//!
//! `cargo bench --bench question -- FILE` asks the questions of a set (the format
//! of `quoth eval`); without a file, every sentence of the shipped corpus is a
//! question. Each is put to all four in turn, so that a busy machine slows them
//! alike. What counts are the ratios.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use quoth::Quoth;
use quoth::answer::{Settings, answer};
use quoth::corpus::Document;
use quoth::eval;
use quoth::ingest::Origin;
use quoth::language::{analyser, english};

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
    let mut documents = Vec::new();
    for source in index.sources()? {
        documents.extend(index.document(&source.name)?);
    }
    let questions: Vec<String> = match &file {
        Some(file) => {
            let items = eval::read(Path::new(file))?.into_iter();
            items.map(|item| item.question).collect()
        }
        None => documents.iter().flat_map(sentences).collect(),
    };
    let ways = ["with the reader", "asked again", "without the reader"];
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); ways.len() + 1];
    let settings = |reader| Settings {
        reader,
        ..Settings::default()
    };
    // Loads the network.
    answer(&index, "What is this about?", settings(true))?;
    for question in &questions {
        for (way, reader) in [true, true, false].into_iter().enumerate() {
            let start = Instant::now();
            answer(&index, question, settings(reader))?;
            times[way].push(start.elapsed());
        }
        let terms: Vec<String> = content(question);
        let words: Vec<_> = terms
            .iter()
            .map(|term| vec![(term.as_str(), 1.0)])
            .collect();
        let start = Instant::now();
        index.find(&words, None, PASSAGES)?;
        times[ways.len()].push(start.elapsed());
    }
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    println!("reading and indexing {bytes} bytes: {opening:.1?}");
    println!(
        "{} questions     median    95 %   ratio of medians",
        questions.len()
    );
    let bare = quantile(&mut times[ways.len()], 0.5);
    for (way, times) in ways.iter().chain(&["search alone"]).zip(&mut times) {
        let [median, slow] = [0.5, 0.95].map(|share| quantile(times, share));
        let ratio = median.as_secs_f64() / bare.as_secs_f64();
        println!("{way:<20} {median:>8.1?} {slow:>8.1?} {ratio:>8.1}");
    }
    Ok(())
}

/// The sentences of a document as a person reads them.
fn sentences(document: &Document) -> Vec<String> {
    let sentences = document.sentences();
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

/// The time within which such a share of the questions is answered.
fn quantile(times: &mut [Duration], share: f64) -> Duration {
    times.sort_unstable();
    let place = (times.len() as f64 * share) as usize;
    times.get(place).copied().unwrap_or_default()
}
