//! How cost grows with the documents: Quoth beside bare tantivy over the same passages.
//!
//! `cargo bench --bench scale -- [PASSAGES...]` (1000, 10000 and 100000 without
//! any) makes a corpus of each size, and measures in one run, in processes of
//! their own: indexing, questions, memory, disk, and the second start. Questions
//! are answered without the reader, whose cost does not depend on the corpus.
//!
//! The text is made up: words are drawn by Zipf's law (exponent 1.07) from two
//! million, so that the vocabulary grows with the text as in real ones; the
//! commonest are English, the others syllables; every eighth of these is a name
//! with a capital. A sentence has 8 to 19 words, a passage 7 sentences (about 630
//! bytes), a document 20 passages. A question is four to six neighbouring words
//! of a sentence, small ones left out.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
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

const SIZES: &[usize] = &[1_000, 10_000, 100_000];
/// Passages of a document, sentences of a passage.
const PASSAGES: usize = 20;
const SENTENCES: usize = 7;
const QUESTIONS: usize = 200;
/// Passages that are fetched for a question, as Quoth does.
const FETCHED: usize = 40;
const EXPONENT: f64 = 1.07;
const VOCABULARY: f64 = 2e6;
/// Time between two looks at the memory.
const SAMPLED: Duration = Duration::from_millis(20);
const MB: f64 = 1024.0 * 1024.0;

const COMMON: &str = "the of and in to a is that for it was on with as by at from this which be are were has had not \
    but they an or his her their its one all there when more who will been two if new time year people first also \
    after about other into some could them than only may most over such between many made where work part during \
    under city water house state world school company war family number land day";
const SYLLABLES: &[&str] = &[
    "ba", "co", "den", "fi", "gar", "hel", "in", "jo", "ker", "lu", "mar", "no", "or", "pel",
    "qui", "ran", "sol", "ter", "un", "ver", "win", "ya", "zen", "tra", "sto", "pli", "mon", "lan",
    "gri", "fen", "dro", "cla",
];

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| *word != "--bench")
        .collect();
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

/// Numbers that look random, the same in every run (the constants are Knuth's MMIX generator).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() * most as f64) as usize
    }

    /// The rank of a word by Zipf's law, from 0: the inverse of its distribution.
    fn rank(&mut self) -> usize {
        let power = 1.0 - EXPONENT;
        let among = self.next() * (VOCABULARY.powf(power) - 1.0) + 1.0;
        among.powf(1.0 / power) as usize - 1
    }
}

fn word(rank: usize) -> String {
    if let Some(word) = COMMON.split_whitespace().nth(rank) {
        return word.to_owned();
    }
    let (mut rest, mut word) = (rank, String::new());
    while rest > 0 || word.len() < 4 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    if rank.is_multiple_of(8) {
        word[..1].make_ascii_uppercase();
    }
    word
}

/// Writes so many passages; returns how many bytes these are.
fn make_up(folder: &Path, passages: usize) -> anyhow::Result<usize> {
    let (mut random, mut bytes) = (Random(7), 0);
    for number in 0..passages.div_ceil(PASSAGES) {
        let mut text = format!("# Report {number} on {}\n", word(random.rank()));
        for _ in 0..PASSAGES.min(passages - number * PASSAGES) {
            text.push('\n');
            for _ in 0..SENTENCES {
                let words: Vec<String> = (0..8 + random.below(12))
                    .map(|_| word(random.rank()))
                    .collect();
                let mut sentence = words.join(" ");
                sentence[..1].make_ascii_uppercase();
                write!(text, "{sentence}. ")?;
            }
            text.push('\n');
        }
        let folder = folder.join((number / 1000).to_string());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{number}.md")), &text)?;
        bytes += text.len();
    }
    Ok(bytes)
}

/// Questions about sentences of the corpus, the same for both.
fn questions(folder: &Path) -> anyhow::Result<Vec<String>> {
    let (files, mut random) = (files(folder)?, Random(11));
    let common: Vec<&str> = COMMON.split_whitespace().collect();
    let mut questions = Vec::new();
    while questions.len() < QUESTIONS {
        let text = fs::read_to_string(&files[random.below(files.len())])?;
        let sentences: Vec<&str> = text.split(". ").collect();
        let sentence = sentences[random.below(sentences.len())];
        let content = sentence
            .split_whitespace()
            .filter(|word| !common.contains(word));
        let words: Vec<&str> = content.take(4 + random.below(3)).collect();
        if words.len() >= 4 {
            questions.push(format!("What {}?", words.join(" ")));
        }
    }
    Ok(questions)
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn size(folder: &Path) -> anyhow::Result<u64> {
    let sizes = files(folder)?
        .into_iter()
        .map(|file| Ok(fs::metadata(file)?.len()));
    sizes.sum()
}

/// Bytes of this process' memory that are no pages of files, as Linux tells it; 0 elsewhere.
fn anonymous_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}

/// In milliseconds.
fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let place = ((times.len() - 1) as f64 * share).round() as usize;
    times[place].as_secs_f64() * 1000.0
}
