//! How cost grows with the documents: Quoth beside bare tantivy over the same passages.
//!
//! `cargo bench --bench scale -- [PASSAGES...]` (1000, 10000 and 100000 without
//! any) makes a corpus of each size, and measures in one run, in processes of
//! their own: indexing, questions, memory, disk, and the second start. Questions
//! are answered without the reader, whose cost does not depend on the corpus.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use quoth::Quoth;
use quoth::answer::Settings;
use quoth::ingest::Origin;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{STORED, Schema, TEXT};
use tantivy::{Index, TantivyDocument, doc};
use tempfile::TempDir;

mod generated;

use generated::{anonymous_memory, files, make_up, quantile, questions, size, words};

const SIZES: &[usize] = &[1_000, 10_000, 100_000];
/// Passages that are fetched for a question, as Quoth does.
const FETCHED: usize = 40;
/// Time between two looks at the memory.
const SAMPLED: Duration = Duration::from_millis(20);
const MB: f64 = 1024.0 * 1024.0;

fn main() -> anyhow::Result<()> {
    let words = words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["quoth", folder, data] => return quoth(Path::new(folder), Path::new(data)),
        ["bare", folder, data] => return bare(Path::new(folder), Path::new(data)),
        _ => {}
    }
    let sizes: Result<Vec<usize>, _> = words.iter().map(|word| word.parse()).collect();
    let sizes = sizes.context("sizes are numbers of passages")?;
    let sizes = if sizes.is_empty() { SIZES } else { &sizes };
    println!(
        "{:>9} | {:>15} {:>8} {:>7} {:>9} {:>8} {:>10} | {:>15} {:>8} | {:>6}",
        "passages",
        "p50 / p99, ms",
        "index, s",
        "of text",
        "memory",
        "peak",
        "2nd start",
        "bare, ms",
        "index, s",
        "pace"
    );
    for &size in sizes {
        measure(size)?;
    }
    Ok(())
}

/// Makes a corpus, and measures both on it.
fn measure(passages: usize) -> anyhow::Result<()> {
    let (folder, data) = (TempDir::new()?, TempDir::new()?);
    let bytes = make_up(folder.path(), passages)?;
    let of = |who: &str| -> anyhow::Result<Vec<f64>> {
        let place = data.path().join(who);
        fs::create_dir_all(&place)?;
        let child = Command::new(std::env::current_exe()?)
            .args([who.as_ref(), folder.path().as_os_str(), place.as_os_str()])
            .output()?;
        let told = String::from_utf8(child.stdout)?;
        anyhow::ensure!(
            child.status.success(),
            "{}",
            String::from_utf8_lossy(&child.stderr)
        );
        let numbers = told.lines().last().unwrap_or_default().split(' ');
        numbers.map(|number| Ok(number.parse()?)).collect()
    };
    let (first, bare) = (of("quoth")?, of("bare")?);
    // Kept from the first time: only opened.
    let second = of("quoth")?;
    let disk = size(&data.path().join("quoth"))?;
    println!(
        "{passages:>9} | {:>6.1} / {:>6.1} {:>8.1} {:>7.2} {:>6.0} MB {:>5.0} MB {:>7.0} ms | {:>6.2} / {:>6.2} {:>8.1} | {:>6.2}",
        second[0],
        second[1],
        first[2],
        disk as f64 / bytes as f64,
        second[4],
        first[5],
        second[3],
        bare[0],
        bare[1],
        bare[2],
        bare[2] / first[2],
    );
    Ok(())
}

/// Tells: p50 and p99 of a question in ms, seconds until all is indexed, ms from
/// the start to the first answer, and MB of anonymous memory now and of all at most.
fn quoth(folder: &Path, data: &Path) -> anyhow::Result<()> {
    let settings = Settings {
        reader: false,
        ..Settings::default()
    };
    let origin = Origin {
        roots: vec![folder.to_owned()],
        data: Some(data.to_owned()),
        extractor: None,
        memory: 256 * 1024 * 1024,
        ..Origin::default()
    };
    let questions = questions(folder)?;
    // Pages of mapped files come and go as the system likes: they are not counted.
    let peak = Arc::new(AtomicU64::new(0));
    thread::spawn({
        let peak = Arc::clone(&peak);
        move || {
            loop {
                peak.fetch_max(anonymous_memory(), Ordering::Relaxed);
                thread::sleep(SAMPLED);
            }
        }
    });
    let start = Instant::now();
    let quoth = Quoth::open_kept(origin, settings, |_| {})?;
    let indexing = start.elapsed();
    quoth.answer(&questions[0])?;
    let answered = start.elapsed();
    let mut times = Vec::new();
    for question in &questions {
        let start = Instant::now();
        quoth.answer(question)?;
        times.push(start.elapsed());
    }
    let [median, slow] = [0.5, 0.99].map(|share| quantile(&mut times, share));
    println!(
        "{median} {slow} {} {} {} {}",
        indexing.as_secs_f64(),
        answered.as_secs_f64() * 1000.0,
        anonymous_memory() as f64 / MB,
        peak.load(Ordering::Relaxed) as f64 / MB,
    );
    Ok(())
}

/// Tells: p50 and p99 of a question in ms, and seconds until all is indexed.
fn bare(folder: &Path, data: &Path) -> anyhow::Result<()> {
    let mut schema = Schema::builder();
    let text = schema.add_text_field("text", TEXT | STORED);
    let index = Index::create_in_dir(data, schema.build())?;
    let questions = questions(folder)?;
    let start = Instant::now();
    let mut writer = index.writer::<TantivyDocument>(64 * 1024 * 1024)?;
    for file in files(folder)? {
        for passage in fs::read_to_string(file)?.split("\n\n").skip(1) {
            writer.add_document(doc!(text => passage))?;
        }
    }
    writer.commit()?;
    let indexing = start.elapsed();
    let searcher = index.reader()?.searcher();
    let parser = QueryParser::for_index(&index, vec![text]);
    let mut times = Vec::new();
    for question in &questions {
        let start = Instant::now();
        let query = parser.parse_query(question.trim_end_matches('?'))?;
        for (_, address) in
            searcher.search(&query, &TopDocs::with_limit(FETCHED).order_by_score())?
        {
            searcher.doc::<TantivyDocument>(address)?;
        }
        times.push(start.elapsed());
    }
    let [median, slow] = [0.5, 0.99].map(|share| quantile(&mut times, share));
    println!("{median} {slow} {}", indexing.as_secs_f64());
    Ok(())
}
