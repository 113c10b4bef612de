//! How long it takes until documents can be asked, and how much memory and disk.
//!
//! `cargo bench --bench corpus -- FOLDER` reads the documents of a folder;
//! without one, documents are made up. Four things are measured in one run: the
//! first start, the next one with nothing changed, how long after a file is
//! written its first answer comes, and the next start after that. What counts
//! is how they compare.

mod generated;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use generated::{memory, size};
use quoth::Quoth;
use quoth::answer::{Outcome, Settings};
use quoth::ingest::Origin;
use tempfile::TempDir;

/// Documents that are made up, and sentences in each.
const MADE_UP: (usize, usize) = (5000, 60);
/// Times that a file is written and waited for.
const WRITES: usize = 10;
/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_mins(1);
const MB: f64 = 1024.0 * 1024.0;

fn main() -> anyhow::Result<()> {
    // Cargo adds options of its own.
    let folder = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let (made_up, data, written) = (TempDir::new()?, TempDir::new()?, TempDir::new()?);
    let folder = match folder {
        Some(folder) => PathBuf::from(folder),
        None => make_up(made_up.path())?,
    };
    // Where nothing of the folder is touched.
    fs::write(
        written.path().join("note.txt"),
        "The note says nothing yet.",
    )?;
    let origin = Origin {
        roots: vec![folder.clone(), written.path().to_owned()],
        data: Some(data.path().to_owned()),
        extractor: Some(env!("CARGO_BIN_EXE_quoth").into()),
        memory: 256 * 1024 * 1024,
        ..Origin::default()
    };
    let mut read = (0, 0);
    let start = Instant::now();
    let quoth = open(&origin, &mut read)?;
    let first = start.elapsed();
    let index = quoth.index();
    let contents = index.contents()?;
    let mut text = 0;
    for source in index.sources()? {
        let document = index.document(&source.name)?;
        text += document.map_or(0, |document| document.text.len());
    }
    println!(
        "{} documents, {} skipped: {:.1} MB of files, {:.1} MB of text",
        contents.documents,
        contents.skipped.len(),
        read.1 as f64 / MB,
        text as f64 / MB
    );
    println!(
        "first start: {first:.1?}, {:.2} MB of files a second, peak memory {}",
        read.1 as f64 / MB / first.as_secs_f64(),
        peak_memory()
    );
    let disk = size(data.path())?;
    println!(
        "on disk: {:.1} MB, {:.2} of the text",
        disk as f64 / MB,
        disk as f64 / text as f64
    );
    drop((index, quoth));

    let start = Instant::now();
    let quoth = Arc::new(open(&origin, &mut read)?);
    let second = start.elapsed();
    println!(
        "second start: {second:.1?}, {} files read; ratio of the first to it: {:.0}",
        read.0,
        first.as_secs_f64() / second.as_secs_f64()
    );

    let watching = quoth.watch();
    let mut waits = Vec::new();
    for number in 0..WRITES {
        waits.push(until_answered(&quoth, written.path(), number)?);
    }
    waits.sort_unstable();
    println!(
        "from a written file to its first answer: median {:.1?}, worst {:.1?}",
        waits[WRITES / 2],
        waits[WRITES - 1]
    );
    drop(watching);
    // The last look may be under way.
    while Arc::strong_count(&quoth) > 1 {
        std::thread::sleep(Duration::from_millis(1));
    }
    drop(quoth);

    let start = Instant::now();
    open(&origin, &mut read)?;
    println!(
        "third start: {:.1?}, {} files read",
        start.elapsed(),
        read.0
    );
    Ok(())
}

/// Opens the documents; `read` becomes the number of files and bytes read for it.
fn open(origin: &Origin, read: &mut (usize, u64)) -> anyhow::Result<Quoth> {
    *read = (0, 0);
    Ok(Quoth::open(
        origin.clone(),
        Settings::default(),
        |progress| {
            *read = (progress.files, progress.bytes);
        },
    )?)
}

/// Writes a file that says something new, and asks until that is the answer.
fn until_answered(quoth: &Quoth, folder: &Path, number: usize) -> anyhow::Result<Duration> {
    let text = format!("The lamp of lighthouse Quillmere shines {number} miles.");
    fs::write(folder.join("note.txt"), &text)?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let answer = quoth.answer("How many miles does the lamp of lighthouse Quillmere shine?")?;
        if matches!(&answer.outcome, Outcome::Found(quotes) if quotes[0].text() == text) {
            return Ok(start.elapsed());
        }
    }
    anyhow::bail!("a written file was never answered from")
}

/// Documents about nothing, no two alike.
fn make_up(folder: &Path) -> anyhow::Result<PathBuf> {
    const WORDS: &[&str] = &[
        "harbour", "ferry", "clock", "museum", "tram", "quay", "captain", "night", "county",
        "bridge", "river", "market", "tower", "garden", "school", "letter", "winter", "coal",
    ];
    let (documents, sentences) = MADE_UP;
    for number in 0..documents {
        let mut text = format!("# Report {number}\n\n");
        for sentence in 0..sentences {
            let word = |step: usize| {
                WORDS[(number * 7 + sentence * 3 + number * sentence * step) % WORDS.len()]
            };
            writeln!(
                text,
                "The {} of {} {number} stands beside the {} and cost {} crowns in {}.",
                word(1),
                word(2),
                word(3),
                number * sentence,
                1700 + (number + sentence) % 300
            )?;
        }
        let folder = folder.join((number / 100).to_string());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{number}.md")), text)?;
    }
    Ok(folder.to_owned())
}

/// The most memory that this process has held, as Linux tells it.
fn peak_memory() -> String {
    memory("VmHWM:").map_or_else(
        || "unknown".to_owned(),
        |kilobytes| format!("{:.0} MB", kilobytes as f64 / 1024.0),
    )
}
